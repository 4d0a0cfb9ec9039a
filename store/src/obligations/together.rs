//! Several reports decided at once: each by the version that was seen, in one transaction.

use std::collections::BTreeMap;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::ids::{ObligationId, PersonId};
use domain::obligation::is_late;
use domain::people::MayDecide;
use domain::refusal::Refusal;

use super::acts::{Told, accept_and, send_back_and};
use super::{ObligationView, view};
use crate::query::{all, run};
use crate::{Conn, NotDone, StoreError};

/// One of several reports: who may decide about it, and which version was seen.
#[derive(Clone, Copy, Debug)]
pub struct OneOf {
    /// The right to decide.
    pub right: MayDecide,
    /// The obligation.
    pub id: ObligationId,
    /// The version that was seen.
    pub seen: i64,
}

/// What is decided about all of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict<'a> {
    /// They are accepted.
    Accept,
    /// They go back, all for this reason.
    SendBack(&'a str),
}

/// What became of one of them.
pub type Outcome = (ObligationId, Result<ObligationView, Refusal>);

/// Decides about several reports. One that cannot be decided any more keeps none of the others back.
pub async fn decide_together(
    conn: &mut Conn,
    ones: &[OneOf],
    verdict: Verdict<'_>,
    now: DateTime<Utc>,
) -> Result<Vec<Outcome>, StoreError> {
    let mut outcomes = Vec::new();
    for one in in_order(conn, ones, &BTreeMap::new()).await? {
        outcomes.push(decide_one(conn, &one, verdict, Told::Now, now).await?);
    }
    outcomes.sort_by_key(|(id, _)| ones.iter().position(|one| one.id == *id));
    Ok(outcomes)
}

/// Decides about one of several reports.
pub(super) async fn decide_one(
    conn: &mut Conn,
    one: &OneOf,
    verdict: Verdict<'_>,
    told: Told,
    now: DateTime<Utc>,
) -> Result<Outcome, StoreError> {
    let report = (one.id, Some(one.seen));
    let decided = match verdict {
        Verdict::Accept => accept_and(conn, &one.right, report, told, now).await,
        Verdict::SendBack(reason) => send_back_and(conn, &one.right, report, reason, told, now).await,
    };
    match decided {
        Ok(view) => Ok((one.id, Ok(view))),
        // The rules look before anything is written: the transaction is whole.
        Err(NotDone::Refused(refusal)) => Ok((one.id, Err(refusal))),
        Err(NotDone::Failed(failure)) => Err(failure),
    }
}

/// Takes all obligations first, and then their counts in one order for everybody: two who decide about several reports at once
/// must not wait for each other. `submitted` are the days of reports that count no more at this moment.
pub(super) async fn in_order(
    conn: &mut Conn,
    ones: &[OneOf],
    submitted: &BTreeMap<ObligationId, NaiveDate>,
) -> Result<Vec<OneOf>, StoreError> {
    let mut ordered: Vec<OneOf> = ones.to_vec();
    ordered.sort_by_key(|one| one.id);
    ordered.dedup_by_key(|one| one.id);
    let mut keyed = Vec::new();
    for one in ordered {
        run!(conn, "UPDATE obligation SET state_version = state_version WHERE id = $1", one.id.0)?;
        let key = view(conn, one.id).await?.map(|view| {
            let submitted_on = view.submitted_on.or_else(|| submitted.get(&one.id).copied());
            let on_time = submitted_on.is_some_and(|day| !is_late(view.due, day));
            (view.organisation, month(view.due), on_time)
        });
        keyed.push((key, one));
    }
    keyed.sort_by_key(|(key, one)| (*key, one.id));
    Ok(keyed.into_iter().map(|(_, one)| one).collect())
}

fn month(day: NaiveDate) -> (i32, u32) {
    (day.year(), day.month())
}

/// Which of these reports the person made himself: somebody else has to decide about them.
pub async fn reported_by(
    conn: &mut Conn,
    person: PersonId,
    among: &[ObligationId],
) -> Result<Vec<ObligationId>, StoreError> {
    let among: Vec<i64> = among.iter().map(|id| id.0).collect();
    let rows = all!(
        conn,
        (i64,),
        "SELECT obligation.id FROM obligation
         WHERE obligation.id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))
           AND $2 = (SELECT answer.person_id FROM answer WHERE answer.obligation_id = obligation.id
                     ORDER BY answer.id DESC LIMIT 1)
         ORDER BY obligation.id",
        serde_json::json!(among).to_string(),
        person.0,
    )?;
    Ok(rows.into_iter().map(|(id,)| ObligationId(id)).collect())
}
