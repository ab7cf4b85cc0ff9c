//! Programs that were built beside this one.

use std::path::PathBuf;

/// Where a program is.
///
/// # Panics
/// When it was not built.
pub(crate) fn program(name: &str) -> PathBuf {
    let this = std::env::current_exe().expect("a program knows where it is");
    let program = this.with_file_name(name);
    assert!(program.exists(), "{} is not built; use `make bench`", program.display());
    program
}
