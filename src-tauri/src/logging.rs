//! Where log lines go: standard error, warnings and worse unless `INLET_LOG` asks for more. Lines carry
//! ids, names of commands and durations; never arguments, bodies or headers.

use tracing_subscriber::EnvFilter;

/// Starts logging; once, before anything logs.
pub(crate) fn start() {
    let filter = EnvFilter::try_from_env("INLET_LOG").unwrap_or_else(|_| EnvFilter::new("warn"));
    tracing_subscriber::fmt().with_env_filter(filter).with_writer(std::io::stderr).init();
}
