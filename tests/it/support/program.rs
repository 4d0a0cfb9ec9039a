//! The real program, run as a person runs it: with arguments and an environment, in a folder of its own.

use std::io::{BufRead, BufReader};
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

/// How long anything of the program may take before a test gives up.
const PATIENCE: Duration = Duration::from_secs(30);

/// What a command printed, and how it ended.
pub(crate) struct Finished {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl Finished {
    /// Both outputs: where no secret may be.
    pub(crate) fn all(&self) -> String {
        format!("{}{}", self.out, self.err)
    }

    /// Passes when the command did what it was asked for.
    pub(crate) fn done(self) -> Self {
        assert_eq!(self.code, Some(0), "the command failed\n{}", self.all());
        self
    }
}

/// The program with its environment: nothing of the tests' own environment reaches it.
#[derive(Clone)]
pub(crate) struct Program {
    folder: PathBuf,
    environment: Vec<(String, String)>,
}

impl Program {
    /// The program, run in `folder`, on this database.
    pub(crate) fn new(folder: &Path, database: &str) -> Self {
        let program = Self { folder: folder.to_owned(), environment: Vec::new() };
        program.with("NAZORAT_DATABASE_URL", database)
    }

    /// With one more variable.
    pub(crate) fn with(mut self, name: &str, value: &str) -> Self {
        self.environment.retain(|(known, _)| known != name);
        self.environment.push((name.to_owned(), value.to_owned()));
        self
    }

    fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_nazorat"));
        command.args(arguments).current_dir(&self.folder).env_clear();
        command.envs(self.environment.iter().map(|(name, value)| (name, value)));
        command.stdin(Stdio::null()).stdout(Stdio::piped()).stderr(Stdio::piped());
        command
    }

    /// Runs a command to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Finished {
        let output = self.command(arguments).output().expect("the program starts");
        Finished {
            code: output.status.code(),
            out: String::from_utf8(output.stdout).expect("the output is text"),
            err: String::from_utf8(output.stderr).expect("the output is text"),
        }
    }

    /// Starts a command that goes on until it is stopped.
    pub(crate) fn start(&self, arguments: &[&str]) -> Running {
        let mut child = self.command(arguments).spawn().expect("the program starts");
        let printed = Arc::new(Mutex::new(String::new()));
        listen(child.stdout.take().expect("a pipe"), Arc::clone(&printed));
        listen(child.stderr.take().expect("a pipe"), Arc::clone(&printed));
        Running { child, printed }
    }
}

fn listen(pipe: impl std::io::Read + Send + 'static, printed: Arc<Mutex<String>>) {
    std::thread::spawn(move || {
        for line in BufReader::new(pipe).lines().map_while(Result::ok) {
            let mut printed = printed.lock().expect("no reader panics");
            printed.push_str(&line);
            printed.push('\n');
        }
    });
}

/// A command that goes on. It is killed with this value.
pub(crate) struct Running {
    child: Child,
    printed: Arc<Mutex<String>>,
}

impl Running {
    /// All that it printed so far.
    pub(crate) fn printed(&self) -> String {
        self.printed.lock().expect("no reader panics").clone()
    }

    /// Waits until `GET address` answers 200.
    pub(crate) async fn ready_at(&mut self, address: &str) {
        let began = Instant::now();
        loop {
            if let Ok(answer) = reqwest::get(address).await
                && answer.status() == 200
            {
                return;
            }
            if let Some(status) = self.child.try_wait().expect("the program can be asked") {
                panic!("the program ended with {status}\n{}", self.printed());
            }
            assert!(began.elapsed() < PATIENCE, "{address} does not answer\n{}", self.printed());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Asks it to stop, as a service manager does, and waits for its end.
    pub(crate) async fn stop(&mut self) -> ExitStatus {
        let asked = Command::new("sh").args(["-c", &format!("kill -TERM {}", self.child.id())]).status();
        assert!(asked.expect("sh runs").success(), "the program was gone already\n{}", self.printed());
        let began = Instant::now();
        loop {
            if let Some(status) = self.child.try_wait().expect("the program can be asked") {
                return status;
            }
            assert!(began.elapsed() < PATIENCE, "the program does not stop\n{}", self.printed());
            tokio::time::sleep(Duration::from_millis(10)).await;
        }
    }

    /// Ends it without a warning, as a power cut does.
    pub(crate) fn kill(&mut self) {
        self.child.kill().expect("the program is killed");
        self.child.wait().expect("the program is gone");
    }
}

impl Drop for Running {
    fn drop(&mut self) {
        // It may have ended by itself.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// An address of this machine on which nothing listens, and which stays free while the program is started again: it lies
/// below the ports that the system hands out by itself.
pub(crate) fn free_address() -> String {
    static TAKEN: AtomicU32 = AtomicU32::new(0);
    let first = std::process::id().wrapping_mul(37);
    loop {
        let next = first.wrapping_add(TAKEN.fetch_add(1, Ordering::Relaxed));
        let address = format!("127.0.0.1:{}", 12_000 + next % 20_000);
        if TcpListener::bind(&address).is_ok() {
            return address;
        }
    }
}
