//! From the start of the real program to the moment when it says that it is ready.

use std::net::SocketAddr;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use anyhow::{Context, ensure};
use store::Durability;
use tempfile::TempDir;

use crate::child::{Memory, memory};
use crate::database::{Kind, Scratch};
use crate::statistics::{middle, milliseconds};
use crate::table::{Row, Section};
use crate::telegram::{Manner, TOKEN, Telegram};
use crate::town;
use crate::wire::Wire;

const TIMES: usize = 5;
/// Services of the existing database.
const SERVICES: i64 = 8;
const PATIENCE: Duration = Duration::from_mins(1);
const SERVE: Duration = Duration::from_millis(300);
const DEMO: Duration = Duration::from_secs(3);
const MEGABYTES: f64 = 25.0;

/// The program that cargo built beside this one.
const PROGRAM: &str = env!("CARGO_BIN_EXE_nazorat");

#[derive(Clone, Copy)]
struct Started {
    took: Duration,
    memory: Memory,
}

/// A program that is killed with this value.
struct Running(Child);

impl Running {
    /// Asks it to end as a service manager does, so that it clears up behind itself.
    async fn end(&mut self) -> anyhow::Result<()> {
        let asked = Command::new("kill").args(["-TERM", &self.0.id().to_string()]).status();
        ensure!(asked.context("`kill` is missing")?.success(), "the program was gone already");
        let began = Instant::now();
        while self.0.try_wait().context("the program cannot be asked")?.is_none() {
            ensure!(began.elapsed() < PATIENCE, "the program does not stop");
            tokio::time::sleep(Duration::from_millis(5)).await;
        }
        Ok(())
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

pub(crate) async fn measure() -> anyhow::Result<Section> {
    let mut serve = Vec::new();
    let mut demo = Vec::new();
    for _ in 0..TIMES {
        serve.push(start_service().await.context("nazorat serve")?);
        demo.push(start_demo().await.context("nazorat demo")?);
    }
    let took = |started: &Started| started.took.as_secs_f64();
    let serve = middle(&mut serve, took).context("nothing was measured")?;
    let demo = middle(&mut demo, took).context("nothing was measured")?;
    Ok(Section {
        title: format!("from start to ready, the middle of {TIMES}"),
        rows: vec![
            Row::judged(
                "nazorat serve on an existing database",
                format!("{:.0} ms", milliseconds(serve.took)),
                format!("≤ {} ms", SERVE.as_millis()),
                serve.took <= SERVE,
            ),
            Row::judged(
                "nazorat serve: memory then",
                format!("{:.1} MB, {:.1} at most", serve.memory.now, serve.memory.most),
                format!("≤ {MEGABYTES:.0} MB"),
                serve.memory.most <= MEGABYTES,
            ),
            Row::judged(
                "nazorat demo, with its invented city",
                format!("{:.0} ms", milliseconds(demo.took)),
                format!("≤ {} ms", DEMO.as_millis()),
                demo.took <= DEMO,
            ),
            Row::told("nazorat demo: memory then", format!("{:.1} MB", demo.memory.now)),
        ],
    })
}

async fn start_service() -> anyhow::Result<Started> {
    let scratch = Scratch::make(&Kind::Lite(Durability::Full)).await?;
    let mut raw = scratch.raw().await?;
    town::build(&mut raw, SERVICES).await?;
    raw.close().await?;
    let api = Telegram::new(Manner::default()).on_own_thread()?;
    let address = free_address()?;
    let folder = folder()?;
    let mut command = program(&folder);
    command
        .arg("serve")
        .env("NAZORAT_BOT_TOKEN", TOKEN)
        .env("NAZORAT_BOT_API_URL", format!("http://{api}"))
        .env("NAZORAT_DATABASE_URL", &scratch.url)
        .env("NAZORAT_LISTEN", address.to_string())
        .env("NAZORAT_PUBLIC_URL", format!("http://{address}"))
        .env("NAZORAT_SECRET_KEY", "7".repeat(64));
    let started = until_ready(command, address).await?;
    scratch.remove().await?;
    Ok(started)
}

async fn start_demo() -> anyhow::Result<Started> {
    let address = free_address()?;
    let folder = folder()?;
    let mut command = program(&folder);
    command.args(["demo", "--port", &address.port().to_string()]);
    until_ready(command, address).await
}

/// The program in a folder of its own, with nothing of this process's environment.
fn program(folder: &TempDir) -> Command {
    let mut command = Command::new(PROGRAM);
    command
        .current_dir(folder.path())
        .env_clear()
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null());
    command
}

fn folder() -> anyhow::Result<TempDir> {
    TempDir::new_in(env!("CARGO_TARGET_TMPDIR")).context("no folder")
}

async fn until_ready(mut command: Command, address: SocketAddr) -> anyhow::Result<Started> {
    let began = Instant::now();
    let mut running = Running(command.spawn().context("the program did not start")?);
    while !is_ready(address).await {
        if let Some(status) = running.0.try_wait().context("the program cannot be asked")? {
            anyhow::bail!("the program ended with {status}");
        }
        ensure!(began.elapsed() < PATIENCE, "{address} does not become ready");
        tokio::time::sleep(Duration::from_millis(2)).await;
    }
    let took = began.elapsed();
    // What it does right after being ready belongs to its usual size.
    tokio::time::sleep(Duration::from_secs(1)).await;
    let memory = memory(running.0.id());
    running.end().await?;
    Ok(Started { took, memory })
}

async fn is_ready(address: SocketAddr) -> bool {
    let Ok(mut wire) = Wire::to(address).await else { return false };
    let asked = wire.send(b"GET /readyz HTTP/1.1\r\nhost: localhost\r\n\r\n").await;
    asked.is_ok()
        && wire.receive().await.is_ok_and(|answer| answer.is_some_and(|answer| answer.status() == 200))
}

fn free_address() -> anyhow::Result<SocketAddr> {
    let listener = std::net::TcpListener::bind("127.0.0.1:0").context("no free port")?;
    listener.local_addr().context("the port has no address")
}
