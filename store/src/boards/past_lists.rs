//! What the lists of a board told at the end of a day that is over, counted from obligations as they stood.

use std::collections::BTreeMap;

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::ageing::last_day_for_the_deputy;
use domain::clock::in_tashkent;
use domain::compliance::Extended;
use domain::ids::{MeasureId, ObligationId, OrganisationId};
use domain::language::Names;
use domain::obligation::State;
use domain::people::Scope;

use super::{Group, PastObligation, Review, Wave, as_of, end_of, in_scope, only};
use crate::ageing::HolderCounts;
use crate::organisations::Catalogue;
use crate::query::{all, one};
use crate::{Conn, StoreError, control};

/// The texts of all measures, by their numbers.
pub type MeasureTexts = BTreeMap<MeasureId, Names>;

fn is_open(one: &PastObligation) -> bool {
    matches!(one.stood.state, State::Open | State::Returned)
}

/// What was open and due between two days, by measure and day, the earliest first: what [`super::groups_open`] told.
pub fn groups_of(
    all: &[PastObligation],
    texts: &MeasureTexts,
    (from, to): (NaiveDate, NaiveDate),
    limit: usize,
) -> Vec<Group> {
    let mut groups: BTreeMap<(NaiveDate, MeasureId), Group> = BTreeMap::new();
    for one in all.iter().filter(|one| is_open(one) && (from..=to).contains(&one.stood.due)) {
        let key = (one.stood.due, one.measure);
        let group = groups.entry(key).or_insert_with(|| Group {
            id: one.id,
            organisation: one.organisation,
            measure: one.measure,
            text: texts.get(&one.measure).cloned().unwrap_or_default(),
            due: one.stood.due,
            number: 0,
        });
        group.number += 1;
    }
    groups.into_values().take(limit).collect()
}

/// The reports that waited for a controller: what [`super::review`] told.
pub fn review_of(all: &[PastObligation]) -> Review {
    let waiting = all.iter().filter(|one| one.stood.state == State::Reported);
    Review {
        number: waiting.clone().count() as u64,
        oldest: waiting.filter_map(|one| one.stood.submitted_at).min(),
    }
}

/// What was extended of what is or was due between two days: what [`super::extended()`] told.
pub fn extended_of(
    all: &[PastObligation],
    (from, to): (NaiveDate, NaiveDate),
) -> Vec<(OrganisationId, Extended)> {
    let span = from..=to;
    let mut extended: Vec<_> = all
        .iter()
        .filter_map(|one| {
            let (due, original) = (one.stood.due, one.stood.original?);
            let (state, submitted_on) = (one.stood.state, one.stood.submitted_on());
            let within = span.contains(&due) || span.contains(&original);
            within.then_some((one.organisation, Extended { due, original, state, submitted_on }))
        })
        .collect();
    extended.sort_by_key(|(organisation, one)| (*organisation, one.due, one.original));
    extended
}

/// The requests for more time that waited at the end of `day`, each with its moment; `all` is how everything stood then.
///
/// One whose obligation was closed then waited for nobody, though it may wait again since: the closing was taken back.
pub async fn requests_as_of(
    conn: &mut Conn,
    scope: &Scope,
    (day, all): (NaiveDate, &[PastObligation]),
) -> Result<BTreeMap<ObligationId, DateTime<Utc>>, StoreError> {
    let rows = all!(
        conn,
        (i64, DateTime<Utc>),
        concat!(
            "SELECT extension.obligation_id, extension.asked_at
             FROM extension JOIN obligation ON obligation.id = extension.obligation_id
             WHERE extension.asked_at < $1 AND (extension.decided_at IS NULL OR extension.decided_at >= $1) AND ",
            in_scope!("obligation.organisation_id", "$2")
        ),
        end_of(day),
        only(scope),
    )?;
    let mut asked: BTreeMap<_, _> = rows.into_iter().map(|(id, at)| (ObligationId(id), at)).collect();
    for one in all.iter().filter(|one| matches!(one.stood.state, State::Accepted | State::Cancelled)) {
        asked.remove(&one.id);
    }
    Ok(asked)
}

/// Who had the ball at the end of `day`: what [`crate::ageing::holders`] told, by the calendar and the patience of today.
pub async fn holders_as_of(
    conn: &mut Conn,
    all: &[PastObligation],
    asked: &BTreeMap<ObligationId, DateTime<Utc>>,
    catalogue: &Catalogue,
    day: NaiveDate,
) -> Result<HolderCounts, StoreError> {
    let patience = control::policy(conn).await?.patience();
    let week = catalogue.top().map(|top| catalogue.week_of(top)).unwrap_or_default();
    let last = last_day_for_the_deputy(day, patience, catalogue.calendar.in_week(week));
    let deputys = in_tashkent(last.succ_opt().unwrap_or(last), NaiveTime::MIN);
    let mut counts = HolderCounts::default();
    for one in all {
        let since = match one.stood.state {
            State::Reported => one.stood.submitted_at,
            State::Open | State::Returned => asked.get(&one.id).copied(),
            State::Accepted | State::Cancelled => continue,
        };
        *match since {
            None if is_open(one) => &mut counts.officer,
            Some(at) if at < deputys => &mut counts.deputy_hokim,
            _ => &mut counts.controller,
        } += 1;
    }
    Ok(counts)
}

/// How many suspicious marks waited for a reviewer at the end of `day`: what [`crate::quarantine::waiting_count`] told.
pub async fn quarantined_as_of(conn: &mut Conn, scope: &Scope, day: NaiveDate) -> Result<u64, StoreError> {
    let (number,) = one!(
        conn,
        (i64,),
        concat!(
            "SELECT COUNT(*) FROM quarantine JOIN rating ON rating.quarantine_id = quarantine.id
             WHERE quarantine.day <= $1 AND (quarantine.decided_at IS NULL OR quarantine.decided_at >= $2) AND ",
            in_scope!("quarantine.organisation_id", "$3")
        ),
        day,
        end_of(day),
        only(scope),
    )?;
    Ok(super::count(number))
}

/// Who had entered the data into NIS.UZ by the end of `day`: what [`super::latest_wave`] told.
pub async fn wave_as_of(conn: &mut Conn, scope: &Scope, day: NaiveDate) -> Result<Option<Wave>, StoreError> {
    let measures = all!(
        conn,
        (i64,),
        "SELECT id FROM measure WHERE section LIKE '%NIS.UZ%' OR text LIKE '%NIS.UZ%' ORDER BY number",
    )?;
    let ids: Vec<_> = measures.into_iter().map(|(id,)| MeasureId(id)).collect();
    let all = as_of::measures_as_of(conn, &ids, day).await?;
    let due_of =
        |id: &MeasureId| all.iter().filter(|one| one.measure == *id).map(|one| one.stood.due).collect();
    let dues: Vec<(MeasureId, Vec<NaiveDate>)> = ids.iter().map(|id| (*id, due_of(id))).collect();
    let coming = |dues: &[NaiveDate]| dues.iter().filter(|due| **due >= day).min().copied();
    let over = |dues: &[NaiveDate]| dues.iter().filter(|due| **due < day).max().copied();
    let next = dues.iter().filter_map(|(id, dues)| Some((*id, coming(dues)?))).min_by_key(|(_, due)| *due);
    let last = || dues.iter().filter_map(|(id, dues)| Some((*id, over(dues)?))).max_by_key(|(_, due)| *due);
    let Some((measure, due)) = next.or_else(last) else { return Ok(None) };
    let first = all.iter().find(|one| one.measure == measure && one.stood.due == due);
    let Some(period) = first.map(|one| one.period) else { return Ok(None) };
    let mut organisations: Vec<_> = all
        .iter()
        .filter(|one| one.measure == measure && one.period == period)
        .filter(|one| one.stood.state != State::Cancelled && scope.includes(one.organisation))
        .map(|one| (one.organisation, one.stood.state))
        .collect();
    organisations.sort_unstable_by_key(|(organisation, _)| *organisation);
    Ok((!organisations.is_empty()).then_some(Wave { measure, due, organisations }))
}

/// That a role of an officer was held before `$1`. A role that ended and was given anew has one row: the record tells it apart.
macro_rules! appointed {
    () => {
        "role_grant.role = 'officer' AND role_grant.granted_at < $1
           AND (role_grant.ended_at IS NULL OR role_grant.ended_at >= $1)
           AND COALESCE(
             (SELECT event.action FROM event
              WHERE event.subject = 'person' AND event.subject_id = role_grant.person_id
                AND event.organisation_id = role_grant.organisation_id AND event.at < $1
                AND (event.action = 'granted' AND event.after LIKE '%\"officer\"%'
                  OR event.action = 'ended' AND event.before LIKE '%\"officer\"%')
              ORDER BY event.id DESC LIMIT 1),
             'granted') = 'granted'"
    };
}

/// The names of the officers of an organisation at the end of `day`.
pub async fn officers_as_of(
    conn: &mut Conn,
    organisation: OrganisationId,
    day: NaiveDate,
) -> Result<Vec<String>, StoreError> {
    let rows = all!(
        conn,
        (String,),
        concat!(
            "SELECT person.name FROM role_grant JOIN person ON person.id = role_grant.person_id
             WHERE role_grant.organisation_id = $2 AND ",
            appointed!(),
            " ORDER BY person.id"
        ),
        end_of(day),
        organisation.0,
    )?;
    Ok(rows.into_iter().map(|(name,)| name).collect())
}

/// The organisations in use that a measure names and where nobody was appointed as an officer at the end of `day`. Whether messages
/// reached those who were is not kept.
pub async fn without_officer(
    conn: &mut Conn,
    scope: &Scope,
    day: NaiveDate,
) -> Result<Vec<OrganisationId>, StoreError> {
    let rows = all!(
        conn,
        (i64,),
        concat!(
            "SELECT organisation.id FROM organisation
             WHERE COALESCE(
                 (SELECT event.action FROM event
                  WHERE event.subject = 'organisation' AND event.subject_id = organisation.id AND event.at < $1
                    AND event.action IN ('closed', 'reopened') ORDER BY event.id DESC LIMIT 1),
                 'reopened') = 'reopened'
               AND EXISTS (SELECT 1 FROM obligation
                 WHERE obligation.organisation_id = organisation.id AND obligation.created_at < $1)
               AND NOT EXISTS (
                 SELECT 1 FROM role_grant WHERE role_grant.organisation_id = organisation.id AND ",
            appointed!(),
            ") AND ",
            in_scope!("organisation.id", "$2"),
            " ORDER BY organisation.id"
        ),
        end_of(day),
        only(scope),
    )?;
    Ok(rows.into_iter().map(|(id,)| OrganisationId(id)).collect())
}
