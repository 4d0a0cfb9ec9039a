//! Due days that changed together, kept until those concerned were told of them in one message.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{ObligationId, OrganisationId};
use domain::language::Names;

use crate::news::{self, NewsKind};
use crate::query::{all, maybe, one, run};
use crate::wording::{TextRow, measure_text};
use crate::{Conn, StoreError};

/// What made the days change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BatchKind {
    /// The calendar.
    Calendar,
    /// The rule of a measure.
    Rule,
    /// The plan ended.
    Plan,
}

impl BatchKind {
    fn code(self) -> &'static str {
        match self {
            Self::Calendar => "calendar",
            Self::Rule => "rule",
            Self::Plan => "plan",
        }
    }
}

/// One day that changed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct DueMove {
    /// Of which obligation.
    pub obligation: ObligationId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// What is to be done.
    pub text: Names,
    /// The day before.
    pub before: NaiveDate,
    /// The day from now on, the same as before when it is asked for again; none when it is not asked for any more.
    pub after: Option<NaiveDate>,
}

/// Days that changed together.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Batch {
    /// What made them change.
    pub kind: BatchKind,
    /// The names of the days off that came or went.
    pub reason: String,
    /// The changes, by organisation and new day.
    pub moves: Vec<DueMove>,
}

/// Gathers the changes of one act. Nothing is written, and nobody told, before the first.
pub(super) struct Gathered<'a> {
    kind: BatchKind,
    reason: &'a str,
    now: DateTime<Utc>,
    batch: Option<i64>,
}

impl<'a> Gathered<'a> {
    pub(super) fn new(kind: BatchKind, reason: &'a str, now: DateTime<Utc>) -> Self {
        Self { kind, reason, now, batch: None }
    }

    pub(super) async fn add(
        &mut self,
        conn: &mut Conn,
        obligation: ObligationId,
        before: NaiveDate,
        after: Option<NaiveDate>,
    ) -> Result<(), StoreError> {
        let batch = match self.batch {
            Some(batch) => batch,
            None => self.begin(conn).await?,
        };
        run!(
            conn,
            "INSERT INTO due_change (batch_id, obligation_id, before, after) VALUES ($1, $2, $3, $4)",
            batch,
            obligation.0,
            before,
            after,
        )?;
        Ok(())
    }

    async fn begin(&mut self, conn: &mut Conn) -> Result<i64, StoreError> {
        let (batch,) = one!(
            conn,
            (i64,),
            "INSERT INTO due_batch (kind, reason, at) VALUES ($1, $2, $3) RETURNING id",
            self.kind.code(),
            self.reason,
            self.now,
        )?;
        news::tell(conn, NewsKind::DaysMoved, batch, self.now).await?;
        self.batch = Some(batch);
        Ok(batch)
    }
}

#[derive(sqlx::FromRow)]
struct MoveRow {
    id: i64,
    organisation_id: i64,
    #[sqlx(flatten)]
    text: TextRow,
    before: NaiveDate,
    after: Option<NaiveDate>,
}

/// Takes the changes of a batch away, for the transaction that writes the messages about them. What has been answered in the
/// meantime, or moved once more, is left out.
pub async fn take_batch(conn: &mut Conn, batch: i64) -> Result<Option<Batch>, StoreError> {
    let head = maybe!(conn, (String, String), "SELECT kind, reason FROM due_batch WHERE id = $1", batch)?;
    let Some((kind, reason)) = head else { return Ok(None) };
    let rows = all!(
        conn,
        MoveRow,
        concat!(
            "SELECT obligation.id, obligation.organisation_id, ",
            measure_text!(),
            ", due_change.before, due_change.after
             FROM due_change
             JOIN obligation ON obligation.id = due_change.obligation_id
             JOIN measure ON measure.id = obligation.measure_id
             WHERE due_change.batch_id = $1
               AND (due_change.after IS NULL AND obligation.state = 'cancelled'
                 OR due_change.after = obligation.due AND obligation.state IN ('open', 'returned'))
             ORDER BY obligation.organisation_id, due_change.after, obligation.id"
        ),
        batch,
    )?;
    run!(conn, "DELETE FROM due_change WHERE batch_id = $1", batch)?;
    run!(conn, "DELETE FROM due_batch WHERE id = $1", batch)?;
    let moves = rows.into_iter().map(|row| DueMove {
        obligation: ObligationId(row.id),
        organisation: OrganisationId(row.organisation_id),
        text: row.text.into(),
        before: row.before,
        after: row.after,
    });
    let kind = [BatchKind::Calendar, BatchKind::Rule, BatchKind::Plan]
        .into_iter()
        .find(|known| known.code() == kind)
        .ok_or_else(|| StoreError::unknown("kind of changed days", kind))?;
    Ok(Some(Batch { kind, reason, moves: moves.collect() }))
}
