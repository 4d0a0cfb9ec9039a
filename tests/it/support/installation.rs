//! An installation of the real program: its environment, its Telegram, and the process while it serves.

use std::path::Path;
use std::sync::Arc;

use domain::clock::SystemClock;
use store::secret::SecretKey;
use tempfile::TempDir;

use super::databases::Base;
use super::program::{Finished, Program, Running, free_address};
use super::telegram::{SECRET_PART, TOKEN, Telegram};
use super::town::{By, WEBHOOK_SECRET};

/// The tables of the invented Fergana, as an administrator would import them.
const TABLES: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/data/fergana");

/// What opens the figures.
pub(crate) const METRICS_TOKEN: &str = "metrics-token-of-the-tests";

/// Everything that one installation has.
pub(crate) struct Installation {
    pub(crate) base: Base,
    pub(crate) telegram: Telegram,
    pub(crate) program: Program,
    pub(crate) url: String,
    pub(crate) secret: SecretKey,
    pub(crate) folder: TempDir,
}

impl Installation {
    /// Prepares an installation on this database; nothing runs yet.
    pub(crate) async fn prepare(base: Base, by: By) -> Self {
        let telegram = Telegram::start(Arc::new(SystemClock)).await;
        let folder = tempfile::tempdir().expect("a folder");
        let address = free_address();
        let url = format!("http://{address}");
        let secret = SecretKey::random().expect("random bytes");
        let mut program = Program::new(folder.path(), &base.url)
            .with("NAZORAT_BOT_TOKEN", TOKEN)
            .with("NAZORAT_BOT_API_URL", &telegram.api_url)
            .with("NAZORAT_LISTEN", &address)
            .with("NAZORAT_PUBLIC_URL", &url)
            .with("NAZORAT_METRICS_TOKEN", METRICS_TOKEN)
            .with("NAZORAT_SECRET_KEY", &secret.reveal())
            .with("NAZORAT_LANGUAGE", "en")
            .with("NAZORAT_LOG", "debug");
        if by == By::Webhook {
            program = program.with("NAZORAT_WEBHOOK_SECRET", WEBHOOK_SECRET);
        }
        Self { base, telegram, program, url, secret, folder }
    }

    /// Imports the organisations, services and people of Fergana, and the plan of the decree.
    pub(crate) fn import_fergana(&self) {
        for (what, file) in [
            ("organisations", "orgs_example.csv"),
            ("services", "services_example.csv"),
            ("people", "people_example.csv"),
        ] {
            self.run(&["import", what, &table(file)]).done();
        }
        let plan = table("plan_example_2026.csv");
        self.run(&["import", "plan", &plan, "--adopted", "2026-10-28", "--number", "1298"]).done();
    }

    /// Runs a command, and looks that it tells no secret.
    pub(crate) fn run(&self, arguments: &[&str]) -> Finished {
        let finished = self.program.run(arguments);
        self.assert_no_secret(&finished.all());
        finished
    }

    /// Starts serving and waits until it is ready.
    pub(crate) async fn serve(&self) -> Running {
        let mut running = self.program.start(&["serve"]);
        running.ready_at(&format!("{}/readyz", self.url)).await;
        running
    }

    /// Stops the service as a service manager does; it must end well and must have told no secret.
    pub(crate) async fn stop(&self, mut running: Running) {
        let status = running.stop().await;
        let printed = running.printed();
        assert!(status.success(), "it ended with {status}\n{printed}");
        self.assert_no_secret(&printed);
    }

    /// Passes when a text holds none of this installation's secrets.
    pub(crate) fn assert_no_secret(&self, printed: &str) {
        for secret in [SECRET_PART, WEBHOOK_SECRET, METRICS_TOKEN, &self.secret.reveal()] {
            let line = printed.lines().find(|line| line.contains(secret));
            assert_eq!(line, None, "a secret was printed");
        }
    }
}

/// The path of one of Fergana's tables.
pub(crate) fn table(file: &str) -> String {
    let path = Path::new(TABLES).join(file);
    assert!(path.exists(), "{} is not there", path.display());
    path.display().to_string()
}
