//! What happened and still has to be told to somebody.
//!
//! An act writes a line here in its own transaction; the bot's worker takes the line and writes the messages. So neither
//! the panel nor the rules know how a person is told.

use chrono::{DateTime, Utc};
use domain::delivery::Purpose;

use crate::query::{all, run};
use crate::{Conn, StoreError};

/// What happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NewsKind {
    /// An organisation reported an obligation: its controllers should look.
    Reported,
    /// A report was accepted.
    Accepted,
    /// A report was sent back.
    Returned,
    /// An obligation was cancelled.
    Cancelled,
    /// An organisation asks for more time: its controllers should decide.
    ExtensionAsked,
    /// More time was granted or refused.
    ExtensionDecided,
    /// A second look found that an accepted report does not stand.
    RecheckFell,
    /// A low rating opened a case.
    CaseOpened,
    /// The citizen raised the mark: no answer is needed.
    CaseWithdrawn,
    /// The organisation answered a citizen who wants to hear it.
    CaseAnswered,
    /// The answer did not help: the case is open again.
    CaseReopened,
    /// The citizen said whether the answer helped, and nothing more is asked.
    CaseJudged,
    /// A file of an answer could not be fetched: its sender should send it again.
    FileLost,
    /// An update could not be handled and is parked for the administrators.
    UpdateParked,
    /// Somebody stands in for a colleague on leave.
    SubstitutionSet,
    /// A substitution was ended before its last day.
    SubstitutionEnded,
    /// An obligation was offered to a colleague.
    HandOverOffered,
    /// The colleague took it.
    HandOverAccepted,
    /// The colleague did not take it.
    HandOverDeclined,
    /// The colleague did not answer in time.
    HandOverLapsed,
    /// Who alone did an obligation can no longer answer: it is everybody's again.
    Unassigned,
    /// Somebody wants to see in their own chat how a reminder will look.
    ReminderTrial,
    /// Due days changed together; the subject is the batch of changes.
    DaysMoved,
    /// A controller reminds somebody by hand of what is overdue; the subject is the person.
    Called,
    /// The auditor found a fault of the service.
    Found,
}

impl NewsKind {
    const ALL: [Self; 25] = [
        Self::Reported,
        Self::Accepted,
        Self::Returned,
        Self::Cancelled,
        Self::ExtensionAsked,
        Self::ExtensionDecided,
        Self::RecheckFell,
        Self::CaseOpened,
        Self::CaseWithdrawn,
        Self::CaseAnswered,
        Self::CaseReopened,
        Self::CaseJudged,
        Self::FileLost,
        Self::UpdateParked,
        Self::SubstitutionSet,
        Self::SubstitutionEnded,
        Self::HandOverOffered,
        Self::HandOverAccepted,
        Self::HandOverDeclined,
        Self::HandOverLapsed,
        Self::Unassigned,
        Self::ReminderTrial,
        Self::DaysMoved,
        Self::Called,
        Self::Found,
    ];

    /// The text by which it is kept: that of its messages.
    pub fn code(self) -> &'static str {
        self.purpose().code()
    }

    /// What its messages are about.
    pub fn purpose(self) -> Purpose {
        match self {
            Self::Reported => Purpose::Reported,
            Self::Accepted => Purpose::Accepted,
            Self::Returned => Purpose::Returned,
            Self::Cancelled => Purpose::Cancelled,
            Self::ExtensionAsked => Purpose::ExtensionAsked,
            Self::ExtensionDecided => Purpose::ExtensionDecided,
            Self::RecheckFell => Purpose::RecheckFell,
            Self::CaseOpened => Purpose::CaseOpened,
            Self::CaseWithdrawn => Purpose::CaseWithdrawn,
            Self::CaseAnswered => Purpose::CaseAnswered,
            Self::CaseReopened => Purpose::CaseReopened,
            Self::CaseJudged => Purpose::CaseJudged,
            Self::FileLost => Purpose::FileLost,
            Self::UpdateParked => Purpose::UpdateParked,
            Self::SubstitutionSet => Purpose::SubstitutionSet,
            Self::SubstitutionEnded => Purpose::SubstitutionEnded,
            Self::HandOverOffered => Purpose::HandOverOffered,
            Self::HandOverAccepted => Purpose::HandOverAccepted,
            Self::HandOverDeclined => Purpose::HandOverDeclined,
            Self::HandOverLapsed => Purpose::HandOverLapsed,
            Self::Unassigned => Purpose::Unassigned,
            Self::ReminderTrial => Purpose::ReminderTrial,
            Self::DaysMoved => Purpose::DaysMoved,
            Self::Called => Purpose::Call,
            Self::Found => Purpose::Found,
        }
    }

    /// What is kept by this text.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }
}

/// One line of news.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct News {
    /// Its number; it goes with [`done`].
    pub id: i64,
    /// What happened.
    pub kind: NewsKind,
    /// To which obligation, case, update, substitution or offer.
    pub subject: i64,
    /// When.
    pub at: DateTime<Utc>,
}

/// Writes down that something is to be told.
pub async fn tell(
    conn: &mut Conn,
    kind: NewsKind,
    subject: i64,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    run!(conn, "INSERT INTO news (kind, subject_id, at) VALUES ($1, $2, $3)", kind.code(), subject, now)?;
    Ok(())
}

/// The same, for what can still be taken back: nobody is told before the moment `wait_until`.
pub(crate) async fn tell_from(
    conn: &mut Conn,
    kind: NewsKind,
    subject: i64,
    (now, wait_until): (DateTime<Utc>, DateTime<Utc>),
) -> Result<(), StoreError> {
    run!(
        conn,
        "INSERT INTO news (kind, subject_id, at, wait_until) VALUES ($1, $2, $3, $4)",
        kind.code(),
        subject,
        now,
        wait_until,
    )?;
    Ok(())
}

/// The oldest `limit` lines, also those that nobody is to be told yet.
pub async fn take(conn: &mut Conn, limit: i64) -> Result<Vec<News>, StoreError> {
    let rows = all!(conn, Row, "SELECT id, kind, subject_id, at FROM news ORDER BY id LIMIT $1", limit,)?;
    rows.into_iter().map(read).collect()
}

/// The oldest `limit` lines that can be told at the moment `now`. They stay until [`done`] is called, in the transaction that writes the messages.
pub async fn due(conn: &mut Conn, now: DateTime<Utc>, limit: i64) -> Result<Vec<News>, StoreError> {
    let rows = all!(
        conn,
        Row,
        "SELECT id, kind, subject_id, at FROM news WHERE wait_until IS NULL OR wait_until <= $1
         ORDER BY id LIMIT $2",
        now,
        limit,
    )?;
    rows.into_iter().map(read).collect()
}

type Row = (i64, String, i64, DateTime<Utc>);

fn read((id, code, subject, at): Row) -> Result<News, StoreError> {
    let kind = NewsKind::from_code(&code).ok_or_else(|| StoreError::unknown("kind of news", code))?;
    Ok(News { id, kind, subject, at })
}

/// The messages of this line are written. Gives `false` when another process was quicker: then write none.
pub async fn done(conn: &mut Conn, id: i64) -> Result<bool, StoreError> {
    Ok(run!(conn, "DELETE FROM news WHERE id = $1", id)? == 1)
}
