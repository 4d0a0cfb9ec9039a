//! What proves an answer: files, noted with the answer and fetched to our own disk when Telegram has them; links and record
//! numbers, taken from its words.

use std::borrow::Cow;
use std::collections::BTreeSet;

use chrono::{DateTime, Utc};
use domain::ids::{AnswerId, EvidenceId, ObligationId, PersonId};

use crate::query::{all, maybe, one, run};
use crate::{Conn, StoreError};

/// What a piece of evidence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A document.
    File,
    /// A photo.
    Photo,
    /// A link.
    Link,
    /// The number of a record in NIS.UZ.
    Record,
}

impl Kind {
    const ALL: [Self; 4] = [Self::File, Self::Photo, Self::Link, Self::Record];

    /// The text by which it is kept.
    pub fn code(self) -> &'static str {
        match self {
            Self::File => "file",
            Self::Photo => "photo",
            Self::Link => "link",
            Self::Record => "nis",
        }
    }

    /// Whether it has bytes to be fetched.
    pub fn is_file(self) -> bool {
        matches!(self, Self::File | Self::Photo)
    }

    pub(crate) fn from_code(code: &str) -> Result<Self, StoreError> {
        let kind = Self::ALL.into_iter().find(|kind| kind.code() == code);
        kind.ok_or_else(|| StoreError::unknown("kind of evidence", code))
    }
}

/// A file as it was brought.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Brought {
    /// [`Kind::File`] or [`Kind::Photo`].
    pub kind: Kind,
    /// The name that the sender gave, or one made from the kind.
    pub name: String,
    /// The kind of content that Telegram tells.
    pub mime: String,
    /// The size that its sender tells; 0 when that is not known.
    pub bytes: i64,
    /// Where it came from.
    pub origin: Origin,
}

/// Where a file came from.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Origin {
    /// Telegram has it, and it is to be fetched.
    Telegram {
        /// Telegram's handle.
        file: String,
        /// Telegram's name for the same bytes, whoever sends them.
        same: Option<String>,
        /// Telegram's name for the files that were sent together.
        album: Option<String>,
    },
    /// It came with a form of the panel and is on our disk already, by this name.
    Panel {
        /// The SHA-256 of its bytes.
        sha256: String,
    },
}

/// The columns of a file that follow from where it came from.
struct Place<'a> {
    handle: Cow<'a, str>,
    same: Option<&'a str>,
    album: Option<&'a str>,
    state: &'static str,
    sha256: Option<&'a str>,
}

impl Origin {
    fn place(&self) -> Place<'_> {
        match self {
            Self::Telegram { file, same, album } => Place {
                handle: Cow::Borrowed(file),
                same: same.as_deref(),
                album: album.as_deref(),
                state: "waiting",
                sha256: None,
            },
            Self::Panel { sha256 } => Place {
                handle: Cow::Owned(format!("panel:{sha256}")),
                same: None,
                album: None,
                state: "kept",
                sha256: Some(sha256),
            },
        }
    }

    /// Telegram's name for the files that were sent together.
    pub fn album(&self) -> Option<&str> {
        match self {
            Self::Telegram { album, .. } => album.as_deref(),
            Self::Panel { .. } => None,
        }
    }
}

/// Notes a file. `false`: the same file stands at this answer already. One that was given up is tried
/// again.
pub async fn add(
    conn: &mut Conn,
    (answer, obligation): (AnswerId, ObligationId),
    part: Option<i64>,
    file: &Brought,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let place = file.origin.place();
    let known = maybe!(
        conn,
        (i64, String),
        "SELECT id, state FROM evidence WHERE answer_id = $1 AND (telegram_file = $2 OR same_file = $3)
         ORDER BY id LIMIT 1",
        answer.0,
        place.handle.as_ref(),
        place.same,
    )?;
    if let Some((id, state)) = known {
        let revived = run!(
            conn,
            "UPDATE evidence SET state = 'waiting', attempts = $1, telegram_file = $2 WHERE id = $3 AND state = 'failed'",
            0_i64,
            place.handle.as_ref(),
            id,
        )?;
        return Ok(state == "failed" && revived == 1);
    }
    let added = run!(
        conn,
        "INSERT INTO evidence (answer_id, obligation_id, kind, name, mime, bytes, telegram_file, state, attempts, added_at,
           part_id, album, same_file, sha256)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)
         ON CONFLICT (answer_id, telegram_file) DO NOTHING",
        answer.0,
        obligation.0,
        file.kind.code(),
        file.name.as_str(),
        file.mime.as_str(),
        file.bytes,
        place.handle.as_ref(),
        place.state,
        0_i64,
        now,
        part,
        place.album,
        place.same,
        place.sha256,
    )?;
    Ok(added == 1)
}

/// How many files of the same album stand at the answer; 1 for a file that came alone.
pub(crate) async fn together(conn: &mut Conn, answer: AnswerId, file: &Brought) -> Result<i64, StoreError> {
    let Some(album) = file.origin.album() else { return Ok(1) };
    let (files,) = one!(
        conn,
        (i64,),
        "SELECT COUNT(*) FROM evidence WHERE answer_id = $1 AND album = $2",
        answer.0,
        album,
    )?;
    Ok(files)
}

/// Makes the links and record numbers of an answer those that its words name.
pub(crate) async fn keep_named(
    conn: &mut Conn,
    answer: AnswerId,
    obligation: ObligationId,
    links: &[String],
    records: &[String],
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let links = links.iter().map(|link| (Kind::Link.code(), link.clone()));
    let records = records.iter().map(|record| (Kind::Record.code(), record.clone()));
    let mut missing: BTreeSet<(&str, String)> = links.chain(records).collect();
    let known = all!(
        conn,
        (i64, String, String),
        "SELECT id, kind, name FROM evidence WHERE answer_id = $1 AND kind IN ('link', 'nis') ORDER BY id",
        answer.0,
    )?;
    for (id, kind, name) in known {
        if !missing.remove(&(Kind::from_code(&kind)?.code(), name)) {
            run!(conn, "DELETE FROM evidence WHERE id = $1", id)?;
        }
    }
    for (kind, name) in missing {
        run!(
            conn,
            "INSERT INTO evidence (answer_id, obligation_id, kind, name, mime, bytes, telegram_file, state, attempts, added_at)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             ON CONFLICT (answer_id, telegram_file) DO NOTHING",
            answer.0,
            obligation.0,
            kind,
            name.as_str(),
            "text/plain",
            0_i64,
            format!("{kind}:{name}"),
            "kept",
            0_i64,
            now,
        )?;
    }
    Ok(())
}

/// The links and the record numbers of an answer.
pub(crate) async fn named(
    conn: &mut Conn,
    answer: AnswerId,
) -> Result<(Vec<String>, Vec<String>), StoreError> {
    let rows = all!(
        conn,
        (String, String),
        "SELECT kind, name FROM evidence WHERE answer_id = $1 AND kind IN ('link', 'nis') ORDER BY id",
        answer.0,
    )?;
    let (links, records): (Vec<_>, Vec<_>) =
        rows.into_iter().partition(|(kind, _)| *kind == Kind::Link.code());
    let names = |rows: Vec<(String, String)>| rows.into_iter().map(|(_, name)| name).collect();
    Ok((names(links), names(records)))
}

/// A file that Telegram has and can send again.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InTelegram {
    /// Photo or file: Telegram sends them in different ways.
    pub kind: Kind,
    /// Telegram's handle.
    pub telegram_file: String,
}

/// The first `limit` files of an answer that came by Telegram.
pub async fn in_telegram(
    conn: &mut Conn,
    answer: AnswerId,
    limit: i64,
) -> Result<Vec<InTelegram>, StoreError> {
    let rows = all!(
        conn,
        (String, String),
        "SELECT kind, telegram_file FROM evidence
         WHERE answer_id = $1 AND kind IN ('file', 'photo') AND telegram_file NOT LIKE 'panel:%' ORDER BY id LIMIT $2",
        answer.0,
        limit,
    )?;
    let files = rows
        .into_iter()
        .map(|(kind, telegram_file)| Ok(InTelegram { kind: Kind::from_code(&kind)?, telegram_file }));
    files.collect()
}

/// A file that is still to be fetched.
#[derive(Clone, Debug, PartialEq, Eq, sqlx::FromRow)]
pub struct Waiting {
    /// Its row.
    pub id: i64,
    /// Telegram's handle.
    pub telegram_file: String,
    /// The size that Telegram told with the message; 0 when it told none.
    pub bytes: i64,
    /// How often it was tried.
    pub attempts: i64,
}

/// The files that are still to be fetched, the least often tried first.
pub async fn waiting(conn: &mut Conn, limit: i64) -> Result<Vec<Waiting>, StoreError> {
    all!(
        conn,
        Waiting,
        "SELECT id, telegram_file, bytes, attempts FROM evidence WHERE state = 'waiting' ORDER BY attempts, id LIMIT $1",
        limit,
    )
}

/// The file is on our disk, under this SHA-256.
pub async fn mark_kept(conn: &mut Conn, id: i64, sha256: &str, bytes: i64) -> Result<(), StoreError> {
    run!(
        conn,
        "UPDATE evidence SET state = 'kept', sha256 = $2, bytes = $3 WHERE id = $1",
        id,
        sha256,
        bytes,
    )?;
    Ok(())
}

/// Those of these files that some evidence names. Walks through all evidence: for once a day.
pub async fn kept_files(conn: &mut Conn, files: &[String]) -> Result<BTreeSet<String>, StoreError> {
    let rows = all!(
        conn,
        (String,),
        "SELECT DISTINCT sha256 FROM evidence
         WHERE sha256 IN (SELECT CAST(value AS TEXT) FROM json_each($1))",
        serde_json::json!(files).to_string(),
    )?;
    Ok(rows.into_iter().map(|(name,)| name).collect())
}

/// The file could not be fetched this time; with `given_up` it is not tried again.
pub async fn mark_missed(conn: &mut Conn, id: i64, given_up: bool) -> Result<(), StoreError> {
    let state = if given_up { "failed" } else { "waiting" };
    run!(conn, "UPDATE evidence SET state = $2, attempts = attempts + $3 WHERE id = $1", id, state, 1_i64)?;
    Ok(())
}

/// A file that never came, and who sent it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lost {
    /// The name of the file.
    pub name: String,
    /// Who sent it.
    pub person: PersonId,
    /// For which obligation.
    pub obligation: ObligationId,
}

/// The file with this number, when it was given up.
pub async fn lost(conn: &mut Conn, id: EvidenceId) -> Result<Option<Lost>, StoreError> {
    let row = maybe!(
        conn,
        (String, i64, i64),
        "SELECT evidence.name, answer.person_id, evidence.obligation_id
         FROM evidence JOIN answer ON answer.id = evidence.answer_id
         WHERE evidence.id = $1 AND evidence.state = 'failed'",
        id.0,
    )?;
    Ok(row.map(|(name, person, obligation)| Lost {
        name,
        person: PersonId(person),
        obligation: ObligationId(obligation),
    }))
}
