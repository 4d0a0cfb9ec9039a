//! An answer that may still be changed, and what every change of it does.

use chrono::{DateTime, NaiveDate, Utc};
use domain::answers::{AnswerKind, Moments, check_changeable};
use domain::evidence::{Need, Proof, read_words};
use domain::ids::{AnswerId, ObligationId};
use domain::obligation::State;
use domain::people::MayAnswer;
use domain::refusal::Refusal;
use domain::written::is_too_long;

use crate::events::{self, Event};
use crate::evidence;
use crate::obligations::{answer_kind_from_code, need_from_code, state_from_code};
use crate::query::{all, maybe, one, run};
use crate::reports;
use crate::{Conn, NotDone, StoreError};

/// An answer to which its author may still add something.
pub(super) struct OpenAnswer {
    pub(super) id: AnswerId,
    pub(super) obligation: ObligationId,
    pub(super) state: State,
    pub(super) kind: AnswerKind,
    pub(super) need: Need,
    pub(super) text: Option<String>,
    pub(super) promised: Option<NaiveDate>,
    pub(super) given_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct OpenRow {
    obligation_id: i64,
    kind: String,
    text: Option<String>,
    promised: Option<NaiveDate>,
    given_at: DateTime<Utc>,
    taken_back_at: Option<DateTime<Utc>>,
    state: String,
    decided_at: Option<DateTime<Utc>>,
    need: String,
}

/// The answer, when it is the person's own and control has not spoken about it; else the refusal.
///
/// From here on nobody else changes the obligation or its answers until the transaction ends.
pub(super) async fn open_answer(
    conn: &mut Conn,
    right: &MayAnswer,
    id: AnswerId,
) -> Result<OpenAnswer, NotDone> {
    run!(
        conn,
        "UPDATE obligation SET state_version = state_version
         WHERE id = (SELECT obligation_id FROM answer WHERE answer.id = $1)",
        id.0,
    )?;
    let row = maybe!(
        conn,
        OpenRow,
        "SELECT answer.obligation_id, answer.kind, answer.text, answer.promised, answer.given_at,
           answer.taken_back_at, obligation.state, obligation.decided_at, measure.evidence AS need
         FROM answer
         JOIN obligation ON obligation.id = answer.obligation_id
         JOIN measure ON measure.id = obligation.measure_id
         WHERE answer.id = $1 AND answer.person_id = $2 AND obligation.organisation_id = $3",
        id.0,
        right.person().0,
        right.organisation().0,
    )?;
    let row = row.ok_or(Refusal::NotYours)?;
    let state = state_from_code(row.state)?;
    let moments = Moments { given: row.given_at, decided: row.decided_at, taken_back: row.taken_back_at };
    check_changeable(state, moments)?;
    Ok(OpenAnswer {
        id,
        obligation: ObligationId(row.obligation_id),
        state,
        kind: answer_kind_from_code(row.kind)?,
        need: need_from_code(row.need)?,
        text: row.text,
        promised: row.promised,
        given_at: row.given_at,
    })
}

/// What somebody did with the parts of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Step {
    /// A part came to the others: nothing that was said is said otherwise.
    Added,
    /// A part says something else now.
    Changed,
}

impl OpenAnswer {
    /// Makes the answer say what its parts say, keeps what it said before when that was changed, and lets the controller's message
    /// follow. Gives how often it was changed.
    pub(super) async fn settle(
        &self,
        conn: &mut Conn,
        step: Step,
        now: DateTime<Utc>,
    ) -> Result<i64, NotDone> {
        let parts = all!(
            conn,
            (String,),
            "SELECT text FROM answer_part WHERE answer_id = $1 AND text IS NOT NULL ORDER BY id",
            self.id.0,
        )?;
        let (mut own, mut links, mut records) = (Vec::new(), Vec::new(), Vec::new());
        for (typed,) in parts {
            let words = read_words(&typed);
            own.extend(words.text);
            links.extend(words.links);
            records.extend(words.records);
        }
        let text = Some(own.join("\n")).filter(|text| !text.is_empty());
        if text.as_deref().is_some_and(is_too_long) {
            return Err(Refusal::TextTooLong.into());
        }
        if text != self.text {
            run!(conn, "UPDATE answer SET text = $1 WHERE id = $2", text.as_deref(), self.id.0)?;
            if step == Step::Changed && self.text.is_some() {
                self.keep_version(conn, now).await?;
            }
        }
        evidence::keep_named(conn, self.id, self.obligation, &links, &records, now).await?;
        self.check_still_proven(conn, text.as_deref()).await?;
        self.let_report_follow(conn).await?;
        changes(conn, self.id).await.map_err(Into::into)
    }

    /// What it said until now stays as a version.
    pub(super) async fn keep_version(&self, conn: &mut Conn, now: DateTime<Utc>) -> Result<(), StoreError> {
        let version = changes(conn, self.id).await? + 1;
        run!(
            conn,
            "INSERT INTO answer_version (answer_id, version, text, promised, until) VALUES ($1, $2, $3, $4, $5)",
            self.id.0,
            version,
            self.text.as_deref(),
            self.promised,
            now,
        )?;
        Ok(())
    }

    /// The message that told a controller of the report is to say what the report says now.
    pub(super) async fn let_report_follow(&self, conn: &mut Conn) -> Result<(), StoreError> {
        if self.state == State::Reported {
            reports::changed(conn, self.obligation).await?;
        }
        Ok(())
    }

    /// A report that needs a proof cannot lose its last one.
    async fn check_still_proven(&self, conn: &mut Conn, text: Option<&str>) -> Result<(), NotDone> {
        if self.need != Need::Required || self.kind != AnswerKind::Done {
            return Ok(());
        }
        let (kept,) = one!(conn, (i64,), "SELECT COUNT(*) FROM evidence WHERE answer_id = $1", self.id.0)?;
        if kept == 0 && text.and_then(Proof::of_words).is_none() {
            return Err(Refusal::EvidenceMissing.into());
        }
        Ok(())
    }

    /// Writes down what was done with the answer.
    pub(super) async fn record(
        &self,
        conn: &mut Conn,
        right: &MayAnswer,
        action: &str,
        (before, after): (Option<serde_json::Value>, serde_json::Value),
        now: DateTime<Utc>,
    ) -> Result<(), StoreError> {
        let event = Event {
            at: now,
            actor: Some(right.person()),
            action,
            subject: "obligation",
            subject_id: Some(self.obligation.0),
            organisation: Some(right.organisation()),
            before,
            after: Some(after),
            reason: None,
        };
        events::record(conn, &event).await
    }
}

/// How often an answer was changed.
async fn changes(conn: &mut Conn, id: AnswerId) -> Result<i64, StoreError> {
    let (changes,) = one!(conn, (i64,), "SELECT COUNT(*) FROM answer_version WHERE answer_id = $1", id.0)?;
    Ok(changes)
}
