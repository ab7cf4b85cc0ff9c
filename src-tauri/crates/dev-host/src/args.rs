//! What the command line says.

use std::net::SocketAddr;
use std::path::PathBuf;

use url::Url;

/// Everything that can be chosen at start.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Args {
    /// Where to listen; loopback.
    pub(crate) listen: SocketAddr,
    /// The platform that Connect suggests; loopback.
    pub(crate) platform: Option<Url>,
    /// Folder for settings and history.
    pub(crate) data_dir: PathBuf,
    /// Folder of the built window.
    pub(crate) ui: PathBuf,
    /// Port of another loopback server whose page may ask, such as that of a UI in the making.
    pub(crate) page_port: Option<u16>,
    /// How many of its seconds pass in a real one in practice mode.
    pub(crate) practice_speed: f64,
}

impl Args {
    /// Reads the command line.
    ///
    /// # Errors
    /// A sentence, for the first thing that cannot be used.
    pub(crate) fn read(mut words: impl Iterator<Item = String>) -> Result<Self, String> {
        let mut listen: SocketAddr = ([127, 0, 0, 1], 0).into();
        let mut platform = None;
        let mut data_dir = None;
        let mut ui = PathBuf::from("ui/dist");
        let mut page_port = None;
        let mut practice_speed = crate::practice::SPEED;
        while let Some(name) = words.next() {
            let value = words.next().ok_or_else(|| format!("{name} needs a value"))?;
            match name.as_str() {
                "--listen" => listen = parse(&name, &value)?,
                "--platform" => platform = Some(parse::<Url>(&name, &value)?),
                "--data-dir" => data_dir = Some(PathBuf::from(value)),
                "--ui" => ui = PathBuf::from(value),
                "--page-port" => page_port = Some(parse(&name, &value)?),
                "--practice-speed" => practice_speed = parse(&name, &value)?,
                _ => return Err(format!("{name} is not an option")),
            }
        }
        if !listen.ip().is_loopback() {
            return Err("--listen takes loopback addresses only".to_owned());
        }
        if platform.as_ref().is_some_and(|url| !app_core::is_loopback(url)) {
            return Err("--platform takes loopback addresses only".to_owned());
        }
        if !practice_speed.is_finite() || practice_speed < 0.0 {
            return Err("--practice-speed takes 0 or more".to_owned());
        }
        let data_dir = data_dir.ok_or("--data-dir is missing")?;
        Ok(Self { listen, platform, data_dir, ui, page_port, practice_speed })
    }
}

fn parse<T: std::str::FromStr>(name: &str, value: &str) -> Result<T, String> {
    value.parse().map_err(|_| format!("{name} cannot be \"{value}\""))
}

#[cfg(test)]
mod tests {
    use super::Args;

    fn read(line: &str) -> Result<Args, String> {
        Args::read(line.split_whitespace().map(str::to_owned))
    }

    #[test]
    fn only_this_computer_is_served_and_spoken_to() {
        let good = "--listen 127.0.0.1:4310 --platform http://127.0.0.1:8787 --data-dir d";
        assert_eq!(read(good).unwrap().listen.port(), 4310);
        assert!(read("--listen 0.0.0.0:4310 --data-dir d").is_err());
        assert!(read("--platform https://platform.adobe.io --data-dir d").is_err());
    }

    #[test]
    fn what_is_missing_or_unknown_is_named() {
        assert_eq!(read("").unwrap_err(), "--data-dir is missing");
        assert_eq!(read("--data-dir d --colour red").unwrap_err(), "--colour is not an option");
        assert_eq!(read("--data-dir").unwrap_err(), "--data-dir needs a value");
    }
}
