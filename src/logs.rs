//! Logs for operators: one line an event, on standard error.

use std::io::IsTerminal;

use tracing_subscriber::EnvFilter;

/// Starts logging at the level of `NAZORAT_LOG`. A second start in one process changes nothing.
pub(crate) fn start(filter: &str) {
    // The libraries of the databases tell of every table that is there already.
    let filter = EnvFilter::try_new(format!("sqlx=warn,{filter}")).unwrap_or_else(|_| EnvFilter::new("info"));
    let started = tracing_subscriber::fmt()
        .with_env_filter(filter)
        .with_writer(std::io::stderr)
        .with_ansi(std::io::stderr().is_terminal())
        .with_target(false)
        .try_init();
    if started.is_err() {
        tracing::debug!("logging was started before");
    }
}
