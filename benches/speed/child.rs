//! Programs under test, each in a process of its own: this binary again, or the real one.
//!
//! A program says on its first line where it listens, and ends when its standard input closes.

use std::io::{BufRead, BufReader, Write};
use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::Duration;

use anyhow::{Context, bail};

use crate::machine::Places;
use crate::programs::Role;

/// The kernel counts the time of processes in hundredths of a second.
const TICKS_PER_SECOND: u64 = 100;

/// A program that runs. It is killed with this value.
pub(crate) struct Program {
    child: Child,
    /// Where it listens; a program that polls tells an address too, where nobody knocks.
    pub(crate) address: SocketAddr,
}

/// How much memory a program held, in megabytes.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub(crate) struct Memory {
    pub(crate) now: f64,
    pub(crate) most: f64,
}

impl Program {
    /// Starts this binary again in a role, and waits until it is ready.
    pub(crate) async fn start(role: &Role, places: Places) -> anyhow::Result<Self> {
        let itself = std::env::current_exe().context("this program does not know its own file")?;
        let mut command = match places {
            Places::Apart => {
                let mut command = Command::new("taskset");
                command.args(["-c", "0"]).arg(itself);
                command
            }
            Places::Shared => Command::new(itself),
        };
        command.arg("--role").arg(serde_json::to_string(role).context("the role has no JSON")?);
        let mut child = command
            .stdin(Stdio::piped())
            .stdout(Stdio::piped())
            .spawn()
            .context("the program did not start")?;
        let output = child.stdout.take().context("the program has no output")?;
        // The program calls the stand-in before it is ready: waiting must not stand in the stand-in's way.
        let line = tokio::task::spawn_blocking(move || {
            let mut line = String::new();
            BufReader::new(output).read_line(&mut line).map(|_| line)
        });
        let line = line.await.context("waiting broke")?.context("the program does not speak")?;
        let Ok(address) = line.trim().parse() else {
            bail!("the program did not become ready: {line:?}");
        };
        Ok(Self { child, address })
    }

    /// What a program in a role says when it is ready.
    pub(crate) fn say_ready(address: SocketAddr) -> anyhow::Result<()> {
        let mut output = std::io::stdout().lock();
        writeln!(output, "{address}").context("nobody hears")?;
        output.flush().context("nobody hears")
    }

    /// Ready when whoever started this program wants it to end.
    pub(crate) async fn asked_to_end() {
        let waits = tokio::task::spawn_blocking(|| {
            let mut line = String::new();
            // The end of the input and a broken one mean the same.
            let _ = std::io::stdin().lock().read_line(&mut line);
        });
        let _ = waits.await;
    }

    /// The time of the processor that it has used.
    pub(crate) fn processor_time(&self) -> Duration {
        processor_time(self.child.id())
    }

    pub(crate) fn memory(&self) -> Memory {
        memory(self.child.id())
    }

    /// Asks it to end, and waits for that.
    pub(crate) async fn end(mut self) -> anyhow::Result<()> {
        drop(self.child.stdin.take());
        let began = std::time::Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().context("the program cannot be asked")? {
                anyhow::ensure!(status.success(), "the program ended with {status}");
                return Ok(());
            }
            anyhow::ensure!(began.elapsed() < Duration::from_secs(20), "the program does not end");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
    }

    /// `kill -9`.
    pub(crate) fn kill(&mut self) -> anyhow::Result<()> {
        self.child.kill().context("the program could not be killed")?;
        self.child.wait().context("the program is not gone")?;
        Ok(())
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The time of the processor that a process has used.
fn processor_time(pid: u32) -> Duration {
    let stat = std::fs::read_to_string(format!("/proc/{pid}/stat")).unwrap_or_default();
    // The name of the program stands in brackets and may hold anything.
    let fields = stat.rsplit_once(") ").map_or("", |(_, fields)| fields);
    let used = fields.split(' ').skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok());
    Duration::from_millis(used.sum::<u64>() * 1000 / TICKS_PER_SECOND)
}

/// How much memory a process holds and has held at most.
pub(crate) fn memory(pid: u32) -> Memory {
    let status = std::fs::read_to_string(format!("/proc/{pid}/status")).unwrap_or_default();
    let read = |name: &str| {
        let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
        line.trim().trim_end_matches(" kB").parse::<f64>().unwrap_or_default() / 1024.0
    };
    Memory { now: read("VmRSS:"), most: read("VmHWM:") }
}
