//! The programs that answer the same citizens: ours, and the least that does the same work.

mod floor;
mod ours;

use serde::{Deserialize, Serialize};
use store::Durability;
use store::secret::SecretKey;

use crate::database::Kind;

/// What Telegram shows at the webhook.
const WEBHOOK_SECRET: &str = "speed";
/// The same as a line of a request.
pub(crate) const WEBHOOK_HEADER: &str = "x-telegram-bot-api-secret-token: speed\r\n";

/// Which program.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) enum Which {
    /// The bot of this repository.
    Ours,
    /// The floor.
    Floor,
}

/// What a process of this binary is to be.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Role {
    pub(crate) which: Which,
    /// The address of the database.
    pub(crate) database: String,
    /// Whether each commit waits for the disk.
    pub(crate) full: bool,
    /// The stand-in.
    pub(crate) api_url: String,
    /// Whether updates are brought; otherwise they are fetched.
    pub(crate) by_webhook: bool,
}

impl Role {
    pub(crate) fn new(which: Which, database: &str, kind: &Kind, api_url: &str, by_webhook: bool) -> Self {
        Self {
            which,
            database: database.to_owned(),
            full: kind.durability() == Durability::Full,
            api_url: api_url.to_owned(),
            by_webhook,
        }
    }

    fn durability(&self) -> Durability {
        if self.full { Durability::Full } else { Durability::Normal }
    }

    /// Plays the role until whoever gave it closes the input.
    pub(crate) async fn play(self) -> anyhow::Result<()> {
        match self.which {
            Which::Ours => ours::run(self).await,
            Which::Floor => floor::run(self).await,
        }
    }
}

/// The secret of the installation, known to the benchmark too: it has to recognise voters.
pub(crate) fn secret() -> anyhow::Result<SecretKey> {
    SecretKey::from_hex(&"7".repeat(64)).ok_or_else(|| anyhow::anyhow!("64 digits are a secret"))
}
