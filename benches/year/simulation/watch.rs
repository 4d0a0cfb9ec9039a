//! A look past the store: what the program has still to do, and under which numbers it keeps what is owed.
//!
//! Nothing that is counted comes from here; this only tells when it is quiet.

use std::collections::HashSet;

use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use sqlx::sqlite::SqliteConnectOptions;
use sqlx::{ConnectOptions, Connection, PgConnection, SqliteConnection};

/// A connection of our own.
pub(crate) enum Watch {
    Lite(SqliteConnection),
    Pg(PgConnection),
}

/// What is still to be done.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Work {
    /// Messages whose time has come.
    pub(crate) due: i64,
    /// Messages that are claimed.
    pub(crate) sending: i64,
    /// News that are not messages yet.
    pub(crate) news: i64,
    /// When the next message is to go that waits for its time.
    pub(crate) next: Option<DateTime<Utc>>,
}

/// One obligation as it is kept.
#[derive(Clone, Copy, Debug, sqlx::FromRow)]
pub(crate) struct Kept {
    pub(crate) id: i64,
    pub(crate) measure: i64,
    pub(crate) organisation: i64,
    pub(crate) due: NaiveDate,
}

macro_rules! rows {
    ($watch:expr, $row:ty, $sql:expr $(, $value:expr)*) => {{
        let query = sqlx::query_as::<_, $row>($sql);
        match $watch {
            Watch::Lite(conn) => sqlx::query_as::<_, $row>($sql)$(.bind($value))*.fetch_all(conn).await,
            Watch::Pg(conn) => query$(.bind($value))*.fetch_all(conn).await,
        }
        .context("the database does not tell how it stands")
    }};
}

impl Watch {
    pub(crate) async fn open(url: &str) -> anyhow::Result<Self> {
        Ok(match url.strip_prefix("sqlite://") {
            Some(path) => {
                let options = SqliteConnectOptions::new().filename(path);
                let options = options.busy_timeout(std::time::Duration::from_secs(10));
                Self::Lite(options.connect().await.context("the file did not open")?)
            }
            None => Self::Pg(PgConnection::connect(url).await.context("PostgreSQL does not answer")?),
        })
    }

    /// What is to be done at this moment. Messages to chats that stand still do not count.
    pub(crate) async fn work(&mut self, now: DateTime<Utc>, still: &HashSet<i64>) -> anyhow::Result<Work> {
        let rows = rows!(
            self,
            (i64, i64, i64, Option<DateTime<Utc>>),
            "SELECT (SELECT COUNT(*) FROM outbox WHERE state = 'queued' AND not_before <= $1),
               (SELECT COUNT(*) FROM outbox WHERE state = 'sending'),
               (SELECT COUNT(*) FROM news),
               (SELECT MIN(not_before) FROM outbox WHERE state = 'queued' AND not_before > $1)",
            now
        )?;
        let work = rows.first().map(|&(due, sending, news, next)| Work { due, sending, news, next });
        let mut work = work.unwrap_or_default();
        if !still.is_empty() {
            let rows = rows!(
                self,
                (i64, String),
                "SELECT chat_id, state FROM outbox
                 WHERE state = 'sending' OR (state = 'queued' AND not_before <= $1)",
                now
            )?;
            for (_, state) in rows.into_iter().filter(|(chat, _)| still.contains(chat)) {
                *(if state == "sending" { &mut work.sending } else { &mut work.due }) -= 1;
            }
        }
        Ok(work)
    }

    /// The chats to which a message is claimed.
    pub(crate) async fn claimed(&mut self) -> anyhow::Result<HashSet<i64>> {
        let rows = rows!(self, (i64,), "SELECT chat_id FROM outbox WHERE state = 'sending'")?;
        Ok(rows.into_iter().map(|(chat,)| chat).collect())
    }

    /// The obligations with a higher number than `last`.
    pub(crate) async fn obligations_after(&mut self, last: i64) -> anyhow::Result<Vec<Kept>> {
        rows!(
            self,
            Kept,
            "SELECT obligation.id, measure.number AS measure, obligation.organisation_id AS organisation, obligation.due
             FROM obligation JOIN measure ON measure.id = obligation.measure_id
             WHERE obligation.id > $1 ORDER BY obligation.id",
            last
        )
    }
}
