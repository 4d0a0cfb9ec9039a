//! All that is known of one obligation: its answers and files, the decisions, the reminders.
//!
//! It only reads. Acts are in [`crate::obligations`], [`crate::answers`] and [`crate::evidence`].

use chrono::{DateTime, NaiveDate, Utc};
use domain::answers::AnswerKind;
use domain::ids::{AnswerId, EvidenceId, ObligationId, OrganisationId, PersonId};
use domain::reminders::Stage;

use crate::evidence::Kind;
use crate::obligations::answer_kind_from_code;
use crate::query::{all, maybe};
use crate::{Conn, StoreError};

/// An answer with all its words.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FullAnswer {
    /// Its number.
    pub id: AnswerId,
    /// What was answered.
    pub kind: AnswerKind,
    /// The officer's own words.
    pub text: Option<String>,
    /// The promised day.
    pub promised: Option<NaiveDate>,
    /// When it was given.
    pub given_at: DateTime<Utc>,
    /// By whom.
    pub person: PersonId,
    /// The name of who gave it.
    pub name: String,
}

/// The latest `limit` answers to an obligation, the newest first.
pub async fn answers(
    conn: &mut Conn,
    obligation: ObligationId,
    limit: i64,
) -> Result<Vec<FullAnswer>, StoreError> {
    let rows = all!(
        conn,
        (i64, String, Option<String>, Option<NaiveDate>, DateTime<Utc>, i64, String),
        "SELECT answer.id, answer.kind, answer.text, answer.promised, answer.given_at, person.id, person.name
         FROM answer JOIN person ON person.id = answer.person_id
         WHERE answer.obligation_id = $1 ORDER BY answer.id DESC LIMIT $2",
        obligation.0,
        limit,
    )?;
    let answers = rows.into_iter().map(|(id, kind, text, promised, given_at, person, name)| {
        Ok(FullAnswer {
            id: AnswerId(id),
            kind: answer_kind_from_code(kind)?,
            text,
            promised,
            given_at,
            person: PersonId(person),
            name,
        })
    });
    answers.collect()
}

/// What an answer said before it was changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Earlier {
    /// The answer.
    pub answer: AnswerId,
    /// The number of the version, from 1.
    pub version: i64,
    /// The words.
    pub text: Option<String>,
    /// The promised day.
    pub promised: Option<NaiveDate>,
    /// When it was changed.
    pub until: DateTime<Utc>,
}

/// The latest `limit` earlier versions of the answers to an obligation, the newest first.
pub async fn earlier(
    conn: &mut Conn,
    obligation: ObligationId,
    limit: i64,
) -> Result<Vec<Earlier>, StoreError> {
    let rows = all!(
        conn,
        (i64, i64, Option<String>, Option<NaiveDate>, DateTime<Utc>),
        "SELECT answer_version.answer_id, answer_version.version, answer_version.text, answer_version.promised,
           answer_version.until
         FROM answer_version JOIN answer ON answer.id = answer_version.answer_id
         WHERE answer.obligation_id = $1
         ORDER BY answer_version.answer_id DESC, answer_version.version DESC LIMIT $2",
        obligation.0,
        limit,
    )?;
    let earlier = rows.into_iter().map(|(answer, version, text, promised, until)| Earlier {
        answer: AnswerId(answer),
        version,
        text,
        promised,
        until,
    });
    Ok(earlier.collect())
}

/// The answer about which control decides, with its files.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judged {
    /// The obligation.
    pub obligation: ObligationId,
    /// The officer's own words.
    pub text: Option<String>,
    /// When it was given.
    pub given_at: DateTime<Utc>,
    /// Its files, in the order in which they came.
    pub files: Vec<EvidenceFile>,
}

/// The last answers that count, of all these obligations.
pub async fn judged(conn: &mut Conn, among: &[ObligationId]) -> Result<Vec<Judged>, StoreError> {
    let among: Vec<i64> = among.iter().map(|id| id.0).collect();
    let rows = all!(
        conn,
        JudgedRow,
        "SELECT answer.obligation_id, answer.id AS answer_id, answer.text, answer.given_at, obligation.organisation_id,
           evidence.id, evidence.kind, evidence.name, evidence.mime, evidence.bytes, evidence.sha256, evidence.state,
           evidence.added_at
         FROM answer
         JOIN obligation ON obligation.id = answer.obligation_id
         LEFT JOIN evidence ON evidence.answer_id = answer.id
         WHERE answer.id IN (
           SELECT MAX(last.id) FROM answer AS last
           WHERE last.obligation_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1)) AND last.taken_back_at IS NULL
           GROUP BY last.obligation_id)
         ORDER BY answer.obligation_id, evidence.id",
        serde_json::json!(among).to_string(),
    )?;
    let mut judged: Vec<Judged> = Vec::new();
    for mut row in rows {
        let obligation = ObligationId(row.obligation_id);
        let file = row.file();
        if judged.last().is_none_or(|last| last.obligation != obligation) {
            judged.push(Judged { obligation, text: row.text, given_at: row.given_at, files: Vec::new() });
        }
        if let (Some(last), Some(file)) = (judged.last_mut(), file) {
            last.files.push(file.try_into()?);
        }
    }
    Ok(judged)
}

#[derive(sqlx::FromRow)]
struct JudgedRow {
    obligation_id: i64,
    answer_id: i64,
    text: Option<String>,
    given_at: DateTime<Utc>,
    organisation_id: i64,
    id: Option<i64>,
    kind: Option<String>,
    name: Option<String>,
    mime: Option<String>,
    bytes: Option<i64>,
    sha256: Option<String>,
    state: Option<String>,
    added_at: Option<DateTime<Utc>>,
}

impl JudgedRow {
    /// Takes the file out of the row, when it has one.
    fn file(&mut self) -> Option<FileRow> {
        Some(FileRow {
            id: self.id?,
            answer_id: self.answer_id,
            organisation_id: self.organisation_id,
            kind: self.kind.take()?,
            name: self.name.take()?,
            mime: self.mime.take()?,
            bytes: self.bytes?,
            sha256: self.sha256.take(),
            state: self.state.take()?,
            added_at: self.added_at?,
        })
    }
}

/// Where a file stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FileState {
    /// It is being fetched.
    Waiting,
    /// It is on our disk.
    Kept,
    /// It could not be fetched.
    Failed,
}

/// A file, a link or a record number behind an answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct EvidenceFile {
    /// Its number.
    pub id: EvidenceId,
    /// The answer that it belongs to.
    pub answer: AnswerId,
    /// Whose obligation it proves.
    pub organisation: OrganisationId,
    /// What it is.
    pub kind: Kind,
    /// The name that the sender gave; the link or the number itself.
    pub name: String,
    /// The kind of content that Telegram told.
    pub mime: String,
    /// Its size.
    pub bytes: i64,
    /// Its name on our disk, once it is there.
    pub sha256: Option<String>,
    /// Where it stands.
    pub state: FileState,
    /// When it came.
    pub added_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct FileRow {
    id: i64,
    answer_id: i64,
    organisation_id: i64,
    kind: String,
    name: String,
    mime: String,
    bytes: i64,
    sha256: Option<String>,
    state: String,
    added_at: DateTime<Utc>,
}

impl TryFrom<FileRow> for EvidenceFile {
    type Error = StoreError;

    fn try_from(row: FileRow) -> Result<Self, StoreError> {
        let state = match row.state.as_str() {
            "waiting" => FileState::Waiting,
            "kept" => FileState::Kept,
            "failed" => FileState::Failed,
            _ => return Err(StoreError::unknown("state of a file", row.state)),
        };
        Ok(Self {
            id: EvidenceId(row.id),
            answer: AnswerId(row.answer_id),
            organisation: OrganisationId(row.organisation_id),
            kind: Kind::from_code(&row.kind)?,
            name: row.name,
            mime: row.mime,
            bytes: row.bytes,
            sha256: row.sha256,
            state,
            added_at: row.added_at,
        })
    }
}

/// The first `limit` files of an obligation, in the order in which they came.
pub async fn files(
    conn: &mut Conn,
    obligation: ObligationId,
    limit: i64,
) -> Result<Vec<EvidenceFile>, StoreError> {
    let rows = all!(
        conn,
        FileRow,
        "SELECT evidence.id, evidence.answer_id, obligation.organisation_id, evidence.kind, evidence.name,
           evidence.mime,
           evidence.bytes, evidence.sha256, evidence.state, evidence.added_at
         FROM evidence JOIN obligation ON obligation.id = evidence.obligation_id
         WHERE evidence.obligation_id = $1 ORDER BY evidence.id LIMIT $2",
        obligation.0,
        limit,
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// One file.
pub async fn file(conn: &mut Conn, id: EvidenceId) -> Result<Option<EvidenceFile>, StoreError> {
    let row = maybe!(
        conn,
        FileRow,
        "SELECT evidence.id, evidence.answer_id, obligation.organisation_id, evidence.kind, evidence.name,
           evidence.mime,
           evidence.bytes, evidence.sha256, evidence.state, evidence.added_at
         FROM evidence JOIN obligation ON obligation.id = evidence.obligation_id
         WHERE evidence.id = $1",
        id.0,
    )?;
    row.map(TryInto::try_into).transpose()
}

/// How a reminder went out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Delivery {
    /// It waits for its turn.
    Waiting,
    /// Telegram took it.
    Sent,
    /// It could not be delivered, or nobody knows.
    NotSent,
}

impl Delivery {
    /// How a message stands whose row is in this state.
    pub(crate) fn of(state: &str) -> Self {
        match state {
            "queued" | "sending" => Self::Waiting,
            "sent" => Self::Sent,
            _ => Self::NotSent,
        }
    }
}

/// A reminder of an obligation.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reminded {
    /// The stage of reminding.
    pub stage: Stage,
    /// Which version of the due date it spoke of.
    pub due_version: i64,
    /// The day of the digest.
    pub day: NaiveDate,
    /// Who was reminded.
    pub person: String,
    /// Whether it arrived.
    pub delivery: Delivery,
    /// When it was sent, or given up.
    pub finished_at: Option<DateTime<Utc>>,
}

/// The latest `limit` reminders of an obligation, the newest first.
pub async fn reminders(
    conn: &mut Conn,
    obligation: ObligationId,
    limit: i64,
) -> Result<Vec<Reminded>, StoreError> {
    let rows = all!(
        conn,
        (String, i64, NaiveDate, String, String, Option<DateTime<Utc>>),
        "SELECT reminder.stage, reminder.due_version, reminder.day, person.name, outbox.state, outbox.finished_at
         FROM reminder
         JOIN outbox ON outbox.id = reminder.outbox_id
         JOIN person ON person.id = reminder.person_id
         WHERE reminder.obligation_id = $1 ORDER BY reminder.day DESC, reminder.id DESC LIMIT $2",
        obligation.0,
        limit,
    )?;
    let reminders = rows.into_iter().map(|(stage, due_version, day, person, state, finished_at)| {
        let stage =
            Stage::from_code(&stage).ok_or_else(|| StoreError::unknown("stage of reminding", stage))?;
        Ok(Reminded { stage, due_version, day, person, delivery: Delivery::of(&state), finished_at })
    });
    reminders.collect()
}

/// When the plan made an obligation.
pub async fn made_at(conn: &mut Conn, obligation: ObligationId) -> Result<Option<DateTime<Utc>>, StoreError> {
    let row =
        maybe!(conn, (DateTime<Utc>,), "SELECT created_at FROM obligation WHERE id = $1", obligation.0,)?;
    Ok(row.map(|(at,)| at))
}
