//! The messages that told controllers of a report or of a request for more time: they are changed when the report says more, and when
//! it or the request needs nobody any more.
//!
//! An act only marks them; the worker writes the change. What was never told is not changed, it is told whole.

use chrono::{DateTime, Utc};
use domain::ids::{ExtensionId, ObligationId, OutboxId, PersonId};

use crate::query::{all, maybe, run};
use crate::{Conn, StoreError};

/// Notes that this message tells this controller of the report.
pub async fn told(
    conn: &mut Conn,
    message: OutboxId,
    obligation: ObligationId,
    controller: PersonId,
    state_version: i64,
) -> Result<(), StoreError> {
    run!(
        conn,
        "INSERT INTO report_message (outbox_id, obligation_id, person_id, state_version)
         VALUES ($1, $2, $3, $4) ON CONFLICT (outbox_id) DO NOTHING",
        message.0,
        obligation.0,
        controller.0,
        state_version,
    )?;
    Ok(())
}

/// The version under which messages of requests are kept: no report has it.
const OF_REQUEST: i64 = -1;

/// Notes that this message tells this controller of a request for more time.
pub async fn told_of_request(
    conn: &mut Conn,
    message: OutboxId,
    (extension, obligation): (ExtensionId, ObligationId),
    controller: PersonId,
) -> Result<(), StoreError> {
    run!(
        conn,
        "INSERT INTO report_message (outbox_id, obligation_id, person_id, state_version, extension_id)
         VALUES ($1, $2, $3, $4, $5) ON CONFLICT (outbox_id) DO NOTHING",
        message.0,
        obligation.0,
        controller.0,
        OF_REQUEST,
        extension.0,
    )?;
    Ok(())
}

/// A request waits no more: its messages are to say what became of it.
pub(crate) async fn request_ended(conn: &mut Conn, extension: ExtensionId) -> Result<(), StoreError> {
    run!(conn, "UPDATE report_message SET stale = $1 WHERE extension_id = $2", true, extension.0)?;
    Ok(())
}

/// A report says something else now: its messages are to say it too, and whoever decides has to have seen it.
///
/// The obligation goes first, as in every act about it: whoever tells of the report at this moment waits, or is waited for.
pub(crate) async fn changed(conn: &mut Conn, obligation: ObligationId) -> Result<(), StoreError> {
    let version = maybe!(
        conn,
        (i64,),
        "UPDATE obligation SET state_version = state_version + 1 WHERE id = $1 AND state = 'reported'
         RETURNING state_version",
        obligation.0,
    )?;
    let Some((version,)) = version else { return Ok(()) };
    run!(
        conn,
        "UPDATE report_message SET stale = $1, state_version = $2 WHERE obligation_id = $3 AND state_version = $4",
        true,
        version,
        obligation.0,
        version - 1,
    )?;
    Ok(())
}

/// A report of this version waits no more: its messages are to say what became of it.
pub(crate) async fn ended(conn: &mut Conn, obligation: ObligationId, version: i64) -> Result<(), StoreError> {
    run!(
        conn,
        "UPDATE report_message SET stale = $1, state_version = $2 WHERE obligation_id = $3 AND state_version = $4",
        true,
        version + 1,
        obligation.0,
        version,
    )?;
    Ok(())
}

/// A report of this version waits no more, which can still be taken back: before the moment `from` its messages do not say so.
pub(crate) async fn ends_from(
    conn: &mut Conn,
    obligation: ObligationId,
    version: i64,
    from: DateTime<Utc>,
) -> Result<(), StoreError> {
    run!(
        conn,
        "UPDATE report_message SET stale_from = $1, state_version = $2 WHERE obligation_id = $3 AND state_version = $4",
        from,
        version + 1,
        obligation.0,
        version,
    )?;
    Ok(())
}

/// The report whose end made this version waits again: its messages are about the version that follows, so that their buttons fit.
pub(crate) async fn waits_again(
    conn: &mut Conn,
    obligation: ObligationId,
    version: i64,
) -> Result<(), StoreError> {
    run!(
        conn,
        "UPDATE report_message SET stale = $1, stale_from = NULL, state_version = $2
         WHERE obligation_id = $3 AND state_version = $4",
        true,
        version + 1,
        obligation.0,
        version,
    )?;
    Ok(())
}

/// The end of a request can still be taken back: before the moment `from` its messages do not say so.
pub(crate) async fn request_ends_from(
    conn: &mut Conn,
    extension: ExtensionId,
    from: DateTime<Utc>,
) -> Result<(), StoreError> {
    run!(conn, "UPDATE report_message SET stale_from = $1 WHERE extension_id = $2", from, extension.0)?;
    Ok(())
}

/// The end of a request was taken back: its messages say so still, or are made to.
pub(crate) async fn request_waits_again(conn: &mut Conn, extension: ExtensionId) -> Result<(), StoreError> {
    run!(conn, "UPDATE report_message SET stale_from = NULL WHERE extension_id = $1", extension.0)?;
    Ok(())
}

/// Lets nobody change the report until the transaction ends.
pub async fn hold(conn: &mut Conn, obligation: ObligationId) -> Result<(), StoreError> {
    run!(conn, "UPDATE obligation SET state_version = state_version WHERE id = $1", obligation.0)?;
    Ok(())
}

/// Where a message of the outbox stands, as far as a change of it is concerned.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Place {
    /// It waits: its words can be replaced.
    Queued(OutboxId),
    /// It is under way: look again later.
    Sending,
    /// It stands in this chat under this number.
    Sent {
        /// The chat.
        chat_id: i64,
        /// The number of the message.
        message_id: i64,
    },
    /// It never came, or nobody knows.
    Gone,
}

/// A message that says less than its report.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Stale {
    /// The message that told of the report.
    pub message: OutboxId,
    /// The obligation of the report,
    pub obligation: ObligationId,
    /// or the request for more time that it tells of instead.
    pub extension: Option<ExtensionId>,
    /// Who was told.
    pub person: PersonId,
    /// Where the message stands.
    pub place: Place,
    /// Where the latest change of it stands; none when there was none.
    pub change: Option<Place>,
}

#[derive(sqlx::FromRow)]
struct StaleRow {
    outbox_id: i64,
    obligation_id: i64,
    extension_id: Option<i64>,
    person_id: i64,
    state: Option<String>,
    chat_id: Option<i64>,
    message_id: Option<i64>,
    change_id: Option<i64>,
    change_state: Option<String>,
}

/// At most `limit` messages that say less than their report, and can say more at the moment `now`.
pub async fn stale(conn: &mut Conn, now: DateTime<Utc>, limit: i64) -> Result<Vec<Stale>, StoreError> {
    let rows = all!(
        conn,
        StaleRow,
        "SELECT report_message.outbox_id, report_message.obligation_id, report_message.extension_id,
           report_message.person_id,
           told.state, told.chat_id, told.message_id, report_message.change_id,
           change.state AS change_state
         FROM report_message
         LEFT JOIN outbox AS told ON told.id = report_message.outbox_id
         LEFT JOIN outbox AS change ON change.id = report_message.change_id
         WHERE report_message.stale AND report_message.stale_from IS NULL OR report_message.stale_from <= $1
         ORDER BY report_message.outbox_id LIMIT $2",
        now,
        limit,
    )?;
    Ok(rows.into_iter().map(Stale::from).collect())
}

impl From<StaleRow> for Stale {
    fn from(row: StaleRow) -> Self {
        let place = |id: i64, state: Option<&str>| match (state, row.chat_id, row.message_id) {
            (Some("queued"), ..) => Place::Queued(OutboxId(id)),
            (Some("sending"), ..) => Place::Sending,
            (Some("sent"), Some(chat_id), Some(message_id)) => Place::Sent { chat_id, message_id },
            _ => Place::Gone,
        };
        Self {
            message: OutboxId(row.outbox_id),
            obligation: ObligationId(row.obligation_id),
            extension: row.extension_id.map(ExtensionId),
            person: PersonId(row.person_id),
            place: place(row.outbox_id, row.state.as_deref()),
            change: row.change_id.map(|id| place(id, row.change_state.as_deref())),
        }
    }
}

/// Replaces the words of a message that still waits. `false`: it waits no more.
pub async fn replace_words(conn: &mut Conn, message: OutboxId, body: &str) -> Result<bool, StoreError> {
    let replaced =
        run!(conn, "UPDATE outbox SET body = $1 WHERE id = $2 AND state = 'queued'", body, message.0)?;
    Ok(replaced == 1)
}

/// Drops a message that is of no use any more. `false`: it waits no more.
pub async fn drop_waiting(
    conn: &mut Conn,
    message: OutboxId,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let dropped = run!(
        conn,
        "UPDATE outbox SET state = 'dropped', finished_at = $1 WHERE id = $2 AND state = 'queued'",
        now,
        message.0,
    )?;
    Ok(dropped == 1)
}

/// Takes a stale message, to let it say what its report says: whatever the report says from here on makes it stale again. Gives the
/// version of the state that it tells; none when another worker has taken it.
pub async fn take(conn: &mut Conn, message: OutboxId, now: DateTime<Utc>) -> Result<Option<i64>, StoreError> {
    let row = maybe!(
        conn,
        (i64,),
        "UPDATE report_message SET stale = $1, stale_from = NULL
         WHERE outbox_id = $2 AND (stale AND stale_from IS NULL OR stale_from <= $3) RETURNING state_version",
        false,
        message.0,
        now,
    )?;
    Ok(row.map(|(version,)| version))
}

/// A message that was taken could not be changed now: the next look tries again.
pub async fn put_back(conn: &mut Conn, message: OutboxId) -> Result<(), StoreError> {
    run!(conn, "UPDATE report_message SET stale = $1 WHERE outbox_id = $2", true, message.0)?;
    Ok(())
}

/// Names the latest change of a message.
pub async fn changed_by(conn: &mut Conn, message: OutboxId, change: OutboxId) -> Result<(), StoreError> {
    run!(conn, "UPDATE report_message SET change_id = $1 WHERE outbox_id = $2", change.0, message.0)?;
    Ok(())
}

/// Whether this message tells of a report.
pub async fn tells(conn: &mut Conn, chat_id: i64, message_id: i64) -> Result<bool, StoreError> {
    let row = maybe!(
        conn,
        (i64,),
        "SELECT report_message.outbox_id FROM report_message JOIN outbox ON outbox.id = report_message.outbox_id
         WHERE outbox.chat_id = $1 AND outbox.message_id = $2 LIMIT 1",
        chat_id,
        message_id,
    )?;
    Ok(row.is_some())
}

/// The controller has turned this message into something else: it is changed no more.
pub async fn turned(conn: &mut Conn, chat_id: i64, message_id: i64) -> Result<(), StoreError> {
    run!(
        conn,
        "DELETE FROM report_message WHERE outbox_id IN (
           SELECT id FROM outbox WHERE chat_id = $1 AND message_id = $2)",
        chat_id,
        message_id,
    )?;
    Ok(())
}

/// Forgets up to `limit` messages that the outbox has forgotten.
pub async fn forget(conn: &mut Conn, limit: i64) -> Result<u64, StoreError> {
    run!(
        conn,
        "DELETE FROM report_message WHERE outbox_id IN (
           SELECT outbox_id FROM report_message
           WHERE NOT EXISTS (SELECT 1 FROM outbox WHERE outbox.id = report_message.outbox_id) LIMIT $1)",
        limit,
    )
}
