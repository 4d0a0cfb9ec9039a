//! Hears what the service logs, down to the last detail.

use std::io::Write;
use std::sync::{Arc, Mutex, OnceLock};

use super::traces::{found, words};

/// All that this process logs, down to the last detail.
#[derive(Clone, Default)]
pub(crate) struct Log(Arc<Mutex<Vec<u8>>>);

impl Log {
    /// Listens to everything from here on.
    pub(crate) fn start() -> Self {
        static LOG: OnceLock<Log> = OnceLock::new();
        let log = LOG.get_or_init(|| {
            let log = Self::default();
            let writer = log.clone();
            let subscriber =
                tracing_subscriber::fmt().with_env_filter("trace").with_writer(move || writer.clone());
            let _ = subscriber.try_init();
            log
        });
        tracing::trace!("the log is listened to");
        let heard = !found(&[words("the log is listened to")], &log.read()).is_empty();
        assert!(
            heard,
            "another test of this process took the log: each needs a process of its own (nextest)"
        );
        log.clone()
    }

    /// What was logged so far.
    pub(crate) fn read(&self) -> Vec<u8> {
        self.0.lock().expect("no writer panics").clone()
    }
}

impl Write for Log {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        self.0.lock().expect("no writer panics").extend_from_slice(bytes);
        Ok(bytes.len())
    }

    fn flush(&mut self) -> std::io::Result<()> {
        Ok(())
    }
}
