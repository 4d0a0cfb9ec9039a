//! The machine on which a run was measured, and which of its cores a process may use.

use std::fmt;
use std::fs;
use std::process::{Command, Stdio};

/// What stands above the table.
pub(crate) struct Machine {
    cores: usize,
    processor: String,
    memory_gb: f64,
    /// Others who were at work when the run began.
    load: String,
}

impl Machine {
    pub(crate) fn look() -> Self {
        let read = |path: &str| fs::read_to_string(path).unwrap_or_default();
        let after = |text: &str, name: &str| {
            let line = text.lines().find(|line| line.starts_with(name))?;
            Some(line.split_once(':')?.1.trim().to_owned())
        };
        let memory = after(&read("/proc/meminfo"), "MemTotal").unwrap_or_default();
        let kilobytes: f64 = memory.trim_end_matches(" kB").parse().unwrap_or_default();
        Self {
            cores: cores(),
            processor: after(&read("/proc/cpuinfo"), "model name")
                .unwrap_or_else(|| "unknown processor".to_owned()),
            memory_gb: kilobytes / 1_048_576.0,
            load: read("/proc/loadavg").split(' ').next().unwrap_or_default().to_owned(),
        }
    }
}

impl fmt::Display for Machine {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} cores ({}), {:.0} GB", self.cores, self.processor, self.memory_gb)?;
        if !self.load.is_empty() {
            write!(f, ", load {} when it began", self.load)?;
        }
        Ok(())
    }
}

/// How many cores there are.
pub(crate) fn cores() -> usize {
    std::thread::available_parallelism().map_or(1, usize::from)
}

/// Where the program under test runs, and where those who knock at it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Places {
    /// The program has core 0 for itself, everybody else core 1.
    Apart,
    /// All share all cores.
    Shared,
}

impl Places {
    /// Keeps them apart where the machine can.
    pub(crate) fn find() -> Self {
        let can = Command::new("taskset").arg("-V").stdout(Stdio::null()).stderr(Stdio::null()).status();
        if cores() >= 2 && can.is_ok_and(|status| status.success()) { Self::Apart } else { Self::Shared }
    }

    /// Puts this process, with all its threads, onto core 1; on all cores again when `apart` is false.
    pub(crate) fn keep_away(self, apart: bool) {
        if self == Self::Shared {
            return;
        }
        let cores = if apart { "1".to_owned() } else { format!("0-{}", all_cores() - 1) };
        let moved = Command::new("taskset")
            .args(["-acp", &cores, &std::process::id().to_string()])
            .stdout(Stdio::null())
            .status();
        if !moved.is_ok_and(|status| status.success()) {
            eprintln!(
                "the benchmark itself could not be moved to the cores {cores}: figures are less steady"
            );
        }
    }
}

/// All cores of the machine, whatever this process may use at the moment.
fn all_cores() -> usize {
    let cores = fs::read_to_string("/proc/cpuinfo").unwrap_or_default();
    cores.lines().filter(|line| line.starts_with("processor")).count().max(1)
}
