//! Which folder the app keeps its files in. What is in it belongs to those who write there.

use std::path::PathBuf;
use std::{env, fs, io};

use tauri::{AppHandle, Manager};

/// The folder, made if need be: the operating system's place for this app, or `INLET_DATA_DIR`.
pub(crate) fn find(app: &AppHandle) -> Result<PathBuf, Box<dyn std::error::Error>> {
    let folder = match env::var_os("INLET_DATA_DIR") {
        // Made absolute: the store plugin takes a relative path as relative to its own folder.
        Some(folder) => std::path::absolute(folder)?,
        None => app.path().app_data_dir()?,
    };
    make(&folder)
        .map_err(|error| format!("its folder {} cannot be made: {error}", folder.display()))?;
    Ok(folder)
}

/// Nobody else on this computer needs to read what is in it.
fn make(folder: &PathBuf) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
}
