//! Logs for operators: one line an event, on standard error.

use std::io::IsTerminal;
use std::panic::{self, PanicHookInfo};

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
    panic::set_hook(Box::new(tell_of_panic));
}

/// Where a panic was. Its words only when they stand in the program: others may hold what a person wrote.
fn tell_of_panic(panic: &PanicHookInfo<'_>) {
    let words = panic.payload().downcast_ref::<&str>().copied().unwrap_or("its words are not kept");
    let place = panic.location().map(ToString::to_string).unwrap_or_default();
    tracing::error!(place, panic = words, "the program panicked");
}
