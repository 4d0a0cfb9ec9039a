//! Changes of an answer: an edited message, a promised day.

use chrono::{DateTime, NaiveDate, SubsecRound, Utc};
use domain::answers::check_promise;
use domain::calendar::WorkingDays;
use domain::ids::{AnswerId, ObligationId, OrganisationId, PersonId};
use domain::obligation::State;
use domain::people::MayAnswer;
use domain::refusal::Refusal;
use domain::written::tidy;
use serde_json::json;

use super::open::{Step, open_answer};
use crate::evidence::{self, Brought};
use crate::query::{maybe, run};
use crate::{Conn, NotDone, StoreError};

/// A message that is a part of an answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct PartPlace {
    /// The part.
    pub part: i64,
    /// The answer.
    pub answer: AnswerId,
    /// The obligation.
    pub obligation: ObligationId,
    /// Whose obligation it is.
    pub organisation: OrganisationId,
}

/// The answer of which this message of this person is a part.
pub async fn by_message(
    conn: &mut Conn,
    person: PersonId,
    message_id: i64,
) -> Result<Option<PartPlace>, StoreError> {
    let row = maybe!(
        conn,
        (i64, i64, i64, i64),
        "SELECT answer_part.id, answer.id, answer.obligation_id, obligation.organisation_id
         FROM answer_part
         JOIN answer ON answer.id = answer_part.answer_id
         JOIN obligation ON obligation.id = answer.obligation_id
         WHERE answer_part.person_id = $1 AND answer_part.message_id = $2
         ORDER BY answer_part.id DESC LIMIT 1",
        person.0,
        message_id,
    )?;
    Ok(row.map(|(part, answer, obligation, organisation)| PartPlace {
        part,
        answer: AnswerId(answer),
        obligation: ObligationId(obligation),
        organisation: OrganisationId(organisation),
    }))
}

/// Passes while the answer is the person's own and may still be changed or added to.
pub async fn check_open(conn: &mut Conn, right: &MayAnswer, id: AnswerId) -> Result<(), NotDone> {
    open_answer(conn, right, id).await.map(drop)
}

/// What a change did.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Edited {
    /// It says what it said.
    Same,
    /// The answer is another now: its so many-th version.
    Changed {
        /// The number of the version, at least 1.
        version: i64,
    },
}

/// A message of an answer was edited: the answer says what the message says now. Files that it had stay.
pub async fn edit(
    conn: &mut Conn,
    right: &MayAnswer,
    place: PartPlace,
    (words, file): (Option<&str>, Option<&Brought>),
    now: DateTime<Utc>,
) -> Result<Edited, NotDone> {
    let answer = open_answer(conn, right, place.answer).await?;
    let words = words.map(tidy).filter(|words| !words.is_empty());
    let row = maybe!(conn, (Option<String>,), "SELECT text FROM answer_part WHERE id = $1", place.part)?;
    let (before,) = row.ok_or(Refusal::NotYours)?;
    let new_file = match file {
        Some(file) => {
            evidence::add(conn, (place.answer, place.obligation), Some(place.part), file, now).await?
        }
        None => false,
    };
    if before == words && !new_file {
        return Ok(Edited::Same);
    }
    run!(conn, "UPDATE answer_part SET text = $1 WHERE id = $2", words.as_deref(), place.part)?;
    let changes = answer.settle(conn, Step::Changed, now).await?;
    let mut after = json!({ "text": words });
    if let Some(file) = file.filter(|_| new_file) {
        after["file"] = json!(file.name);
    }
    answer.record(conn, right, "edited", (Some(json!({ "text": before })), after), now).await?;
    Ok(Edited::Changed { version: changes + 1 })
}

/// Promises the day on which the work will be done. `false`: that day was promised already.
pub async fn promise(
    conn: &mut Conn,
    right: &MayAnswer,
    id: AnswerId,
    (day, today): (NaiveDate, NaiveDate),
    working: WorkingDays<'_>,
    now: DateTime<Utc>,
) -> Result<bool, NotDone> {
    let answer = open_answer(conn, right, id).await?;
    if answer.state == State::Reported {
        return Err(Refusal::AlreadyReported.into());
    }
    check_promise(answer.kind, day, today, working)?;
    if answer.promised == Some(day) {
        return Ok(false);
    }
    run!(conn, "UPDATE answer SET promised = $1 WHERE id = $2", day, id.0)?;
    if answer.promised.is_some() {
        answer.keep_version(conn, now).await?;
    }
    // What somebody answered since is what counts.
    run!(
        conn,
        "UPDATE obligation SET promised = $1 WHERE id = $2
           AND NOT EXISTS (SELECT 1 FROM answer WHERE answer.obligation_id = obligation.id AND answer.id > $3
             AND answer.taken_back_at IS NULL)",
        day,
        answer.obligation.0,
        id.0,
    )?;
    let before = answer.promised.map(|day| json!({ "promised": day }));
    // As exact as the record keeps the moment of the answer.
    let after = json!({ "promised": day, "answered_at": answer.given_at.trunc_subsecs(6) });
    answer.record(conn, right, "promised", (before, after), now).await?;
    Ok(true)
}
