//! What can go wrong with the database, said so that an operator can act.

use std::any::Any;
use std::path::PathBuf;
use std::sync::Arc;

/// A failure of the database. Refusals of rules are not failures: they are `domain` values.
#[derive(Debug, thiserror::Error)]
pub enum StoreError {
    /// The address of the database cannot be used.
    #[error("NAZORAT_DATABASE_URL: {0}")]
    Address(String),
    /// The database does not answer.
    #[error("the database cannot be reached")]
    Connect(#[source] sqlx::Error),
    /// A query failed; `at` is its place in the source.
    #[error("a query of the database failed ({at})")]
    Query {
        /// File and line of the query.
        at: &'static str,
        /// What the database said.
        source: sqlx::Error,
    },
    /// A transaction could not be begun or committed.
    #[error("the database could not {doing}")]
    Transaction {
        /// What was being done.
        doing: &'static str,
        /// What the database said.
        source: sqlx::Error,
    },
    /// The units of work that shared a commit were all undone, perhaps by the fault of another one.
    #[error("nothing was kept of what was to be committed together")]
    Together(#[source] Arc<StoreError>),
    /// The file beside a SQLite database that says who leads cannot be locked.
    #[error("the lock file {} cannot be used", path.display())]
    Lock {
        /// The file.
        path: PathBuf,
        /// What the operating system said.
        source: std::io::Error,
    },
    /// The tables could not be brought up to date.
    #[error("the tables could not be brought up to date")]
    Migrate(#[source] sqlx::migrate::MigrateError),
    /// A kept value is not one that this version writes.
    #[error("the database holds an unknown {what}: {value}")]
    Unknown {
        /// What kind of value.
        what: &'static str,
        /// The value itself.
        value: String,
    },
    /// A unit of work panicked; nothing of it was kept.
    #[error("a unit of work stopped in the middle: nothing of it was kept")]
    Panicked,
    /// Others changed the same row again and again.
    #[error("others kept changing the same row")]
    Contended,
    /// An event was to be recorded where nothing is committed.
    #[error("an event is recorded in a unit of work only")]
    NoUnitOfWork,
    /// The operating system gave no random bytes.
    #[error("the operating system gave no random bytes")]
    NoRandomness,
    /// The store was closed.
    #[error("the database is closed")]
    Closed,
}

impl StoreError {
    pub(crate) fn connecting(source: sqlx::Error) -> Self {
        Self::Connect(source)
    }

    /// Notes a panic of a unit of work. Words that do not stand in the program may hold what a person wrote.
    pub(crate) fn panicked(panic: &(dyn Any + Send)) -> Self {
        let words = panic.downcast_ref::<&str>().copied().unwrap_or("its words are not kept");
        tracing::error!(panic = words, "a unit of work panicked");
        Self::Panicked
    }

    /// An [`StoreError::Unknown`] value of the database.
    pub fn unknown(what: &'static str, value: impl Into<String>) -> Self {
        Self::Unknown { what, value: value.into() }
    }

    /// Somebody else was quicker to write a value that stands once only: looking again finds it.
    pub(crate) fn taken_is_contended(self) -> Self {
        match &self {
            Self::Query { source: sqlx::Error::Database(said), .. } if said.is_unique_violation() => {
                Self::Contended
            }
            _ => self,
        }
    }

    /// Whether the same work may succeed when it is tried again: the database is away, locked, or saw a conflict.
    pub fn is_passing(&self) -> bool {
        let source = match self {
            Self::Connect(_) | Self::Contended | Self::Together(_) => return true,
            Self::Query { source, .. } | Self::Transaction { source, .. } => source,
            _ => return false,
        };
        match source {
            sqlx::Error::Io(_)
            | sqlx::Error::PoolTimedOut
            | sqlx::Error::PoolClosed
            | sqlx::Error::WorkerCrashed => true,
            // Serialization failure, deadlock, shutdown; SQLite's busy and locked.
            sqlx::Error::Database(said) => matches!(
                said.code().as_deref(),
                Some("40001" | "40P01" | "57P01" | "57P02" | "57P03" | "53300" | "5" | "6" | "261" | "517")
            ),
            _ => false,
        }
    }
}
