//! Walks the chain of events and says where it is broken.

use chrono::{DateTime, Utc};
use domain::chain::Fault;

use super::{ContentRow, NOTHING, hash};
use crate::query::{all, maybe, one};
use crate::{Conn, StoreError};

/// Links that are read at once.
const PAGE: i64 = 1000;

/// So many faults are named; more of them are counted.
const NAMED: usize = 20;

/// The newest link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Head {
    /// How many links there are.
    pub position: i64,
    /// Its hash.
    pub hash: String,
}

/// What a check found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many events were checked.
    pub checked: i64,
    /// How many there are.
    pub all: i64,
    /// The newest hash.
    pub head: String,
    /// The first faults.
    pub faults: Vec<Fault>,
    /// How many faults there are.
    pub broken: usize,
}

impl Report {
    fn add(&mut self, fault: Fault) {
        self.broken += 1;
        if self.faults.len() < NAMED {
            self.faults.push(fault);
        }
    }
}

/// The newest link.
pub async fn head(conn: &mut Conn) -> Result<Head, StoreError> {
    let (position, hash) =
        one!(conn, (i64, String), "SELECT position, hash FROM event_head WHERE id = $1", 1_i64)?;
    Ok(Head { position, hash })
}

/// Checks the latest `latest` events, or all of them, and that the hash `noted` elsewhere is in the chain.
pub async fn check(conn: &mut Conn, latest: Option<i64>, noted: Option<&str>) -> Result<Report, StoreError> {
    let head = head(conn).await?;
    let start = latest.map_or(0, |latest| (head.position - latest).max(0));
    let mut walk = Walk { position: start, hash: hash_at(conn, start).await? };
    let mut report =
        Report { checked: 0, all: head.position, head: head.hash.clone(), faults: Vec::new(), broken: 0 };
    loop {
        let rows = page(conn, walk.position, head.position).await?;
        for row in &rows {
            walk.step(row, &mut report);
        }
        if rows.is_empty() {
            break;
        }
    }
    if walk.position < head.position {
        report.add(Fault::Gap(walk.position + 1, head.position));
    } else if walk.hash.as_ref() != Some(&head.hash) {
        report.add(Fault::Head);
    }
    for event in unlinked(conn, start).await? {
        report.add(Fault::Unlinked(event));
    }
    if !is_known(conn, noted).await? {
        report.add(Fault::Noted);
    }
    Ok(report)
}

/// Where the walk is: the last position, and the hash there when it is known.
struct Walk {
    position: i64,
    hash: Option<String>,
}

impl Walk {
    fn step(&mut self, link: &LinkRow, report: &mut Report) {
        if link.position != self.position + 1 {
            report.add(Fault::Gap(self.position + 1, link.position - 1));
            self.hash = None;
        }
        report.checked += 1;
        match (link.content(), &self.hash) {
            (None, _) => report.add(Fault::Missing(link.event_id)),
            // After a gap there is nothing to compare with.
            (Some(_), None) => {}
            (Some(content), Some(before)) if hash(before, &content.text()) == link.hash => {}
            (Some(_), Some(_)) => report.add(Fault::Changed(link.event_id)),
        }
        self.position = link.position;
        self.hash = Some(link.hash.clone());
    }
}

#[derive(sqlx::FromRow)]
struct LinkRow {
    position: i64,
    event_id: i64,
    hash: String,
    id: Option<i64>,
    at: Option<DateTime<Utc>>,
    actor_id: Option<i64>,
    action: Option<String>,
    subject: Option<String>,
    subject_id: Option<i64>,
    organisation_id: Option<i64>,
    before: Option<String>,
    after: Option<String>,
    reason: Option<String>,
}

impl LinkRow {
    /// The event of the link, if there is one.
    fn content(&self) -> Option<ContentRow> {
        Some(ContentRow {
            id: self.id?,
            at: self.at?,
            actor_id: self.actor_id,
            action: self.action.clone()?,
            subject: self.subject.clone()?,
            subject_id: self.subject_id,
            organisation_id: self.organisation_id,
            before: self.before.clone(),
            after: self.after.clone(),
            reason: self.reason.clone(),
        })
    }
}

async fn page(conn: &mut Conn, after: i64, until: i64) -> Result<Vec<LinkRow>, StoreError> {
    all!(
        conn,
        LinkRow,
        "SELECT event_link.position, event_link.event_id, event_link.hash, event.id, event.at, event.actor_id,
           event.action, event.subject, event.subject_id, event.organisation_id, event.before, event.after,
           event.reason
         FROM event_link LEFT JOIN event ON event.id = event_link.event_id
         WHERE event_link.position > $1 AND event_link.position <= $2
         ORDER BY event_link.position LIMIT $3",
        after,
        until,
        PAGE,
    )
}

/// The hash at a position; none when that link is gone.
async fn hash_at(conn: &mut Conn, position: i64) -> Result<Option<String>, StoreError> {
    if position == 0 {
        return Ok(Some(NOTHING.to_owned()));
    }
    let row = maybe!(conn, (String,), "SELECT hash FROM event_link WHERE position = $1", position)?;
    Ok(row.map(|(hash,)| hash))
}

/// Events after that of a position which no link holds.
async fn unlinked(conn: &mut Conn, position: i64) -> Result<Vec<i64>, StoreError> {
    let rows = all!(
        conn,
        (i64,),
        "SELECT event.id FROM event
         WHERE event.id > COALESCE((SELECT event_id FROM event_link WHERE position = $1), 0)
           AND NOT EXISTS (SELECT 1 FROM event_link WHERE event_link.event_id = event.id)
           AND NOT EXISTS (SELECT 1 FROM event_unlinked WHERE event_unlinked.event_id = event.id)
         ORDER BY event.id LIMIT $2",
        position,
        i64::try_from(NAMED).unwrap_or(i64::MAX),
    )?;
    Ok(rows.into_iter().map(|(id,)| id).collect())
}

/// Whether a hash that was noted elsewhere is that of a link; nothing was noted: it is.
async fn is_known(conn: &mut Conn, noted: Option<&str>) -> Result<bool, StoreError> {
    let Some(noted) = noted else { return Ok(true) };
    let row = maybe!(
        conn,
        (i64,),
        "SELECT position FROM event_link WHERE hash = $1 ORDER BY position LIMIT 1",
        noted,
    )?;
    Ok(row.is_some() || noted == NOTHING)
}
