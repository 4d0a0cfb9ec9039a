//! Who stands in for whom: set by the person who goes on leave, by the head or by an administrator, and ended early.
//!
//! Who acts on a day follows from these rows and the day alone; nothing has to happen when a range begins or ends.

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::ids::{OrganisationId, PersonId, SubstitutionId};
use domain::people::{MaySubstitute, Scope, Tree};
use domain::refusal::Refusal;
use domain::substitution::{self, Days, StandIn, Substitution, When};
use serde_json::json;

use crate::boards::{in_scope, only};
use crate::events::{self, Event};
use crate::news::{self, NewsKind};
use crate::query::{all, maybe, one, run};
use crate::{Conn, NotDone, StoreError, people};

/// A row of `substitution`, as the rules look at it.
#[derive(sqlx::FromRow)]
pub(crate) struct Row {
    person_id: i64,
    substitute_id: i64,
    organisation_id: i64,
    first_day: NaiveDate,
    last_day: NaiveDate,
}

impl From<Row> for Substitution {
    fn from(row: Row) -> Self {
        Self {
            person: PersonId(row.person_id),
            substitute: PersonId(row.substitute_id),
            organisation: OrganisationId(row.organisation_id),
            days: Days { first: row.first_day, last: row.last_day },
        }
    }
}

/// A substitution with all that a screen or a message says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct View {
    /// Its number.
    pub id: SubstitutionId,
    /// Who stands in for whom, where and when.
    pub substitution: Substitution,
    /// The name of who is away.
    pub person: String,
    /// The name of who stands in.
    pub substitute: String,
    /// Who set it; none at the machine itself.
    pub set_by: Option<PersonId>,
    /// Who ended it early.
    pub ended_by: Option<PersonId>,
    /// When it was ended early.
    pub ended_at: Option<DateTime<Utc>>,
}

impl View {
    /// How it lies on `day`; one that was ended is over.
    pub fn when(&self, day: NaiveDate) -> When {
        if self.ended_at.is_some() { When::Over } else { self.substitution.days.when(day) }
    }
}

#[derive(sqlx::FromRow)]
struct ViewRow {
    id: i64,
    #[sqlx(flatten)]
    row: Row,
    person: String,
    substitute: String,
    set_by: Option<i64>,
    ended_by: Option<i64>,
    ended_at: Option<DateTime<Utc>>,
}

impl From<ViewRow> for View {
    fn from(row: ViewRow) -> Self {
        Self {
            id: SubstitutionId(row.id),
            substitution: row.row.into(),
            person: row.person,
            substitute: row.substitute,
            set_by: row.set_by.map(PersonId),
            ended_by: row.ended_by.map(PersonId),
            ended_at: row.ended_at,
        }
    }
}

/// The beginning of every query that makes a [`View`].
macro_rules! select_views {
    ($($rest:tt)*) => {
        concat!(
            "SELECT substitution.id, substitution.person_id, substitution.substitute_id, substitution.organisation_id,
               substitution.first_day, substitution.last_day, away.name AS person, acting.name AS substitute,
               substitution.set_by, substitution.ended_by, substitution.ended_at
             FROM substitution
             JOIN person away ON away.id = substitution.person_id
             JOIN person acting ON acting.id = substitution.substitute_id ",
            $($rest)*
        )
    };
}

/// One of them, also when it is over.
pub async fn view(conn: &mut Conn, id: SubstitutionId) -> Result<Option<View>, StoreError> {
    let row = maybe!(conn, ViewRow, select_views!("WHERE substitution.id = $1"), id.0)?;
    Ok(row.map(Into::into))
}

/// Those at these organisations that hold on `today` or later, at most `limit`.
pub async fn lasting(
    conn: &mut Conn,
    scope: &Scope,
    today: NaiveDate,
    limit: i64,
) -> Result<Vec<View>, StoreError> {
    let rows = all!(
        conn,
        ViewRow,
        select_views!(
            "WHERE substitution.ended_at IS NULL AND substitution.last_day >= $1 AND ",
            in_scope!("substitution.organisation_id", "$2"),
            " ORDER BY substitution.organisation_id, substitution.first_day, substitution.id LIMIT $3"
        ),
        today,
        only(scope),
        limit,
    )?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Those that hold on `today` or later in which the person is away or stands in.
pub async fn of_person(conn: &mut Conn, person: PersonId, today: NaiveDate) -> Result<Vec<View>, StoreError> {
    let rows = all!(
        conn,
        ViewRow,
        select_views!(
            "WHERE substitution.ended_at IS NULL AND substitution.last_day >= $1
               AND (substitution.person_id = $2 OR substitution.substitute_id = $2)
             ORDER BY substitution.first_day, substitution.id"
        ),
        today,
        person.0,
    )?;
    Ok(rows.into_iter().map(Into::into).collect())
}

/// Where the person stands in, stood in lately, or will.
pub(crate) async fn stands_in(
    conn: &mut Conn,
    person: PersonId,
    today: NaiveDate,
) -> Result<Vec<StandIn>, StoreError> {
    let rows = all!(
        conn,
        (i64, NaiveDate, NaiveDate, Option<DateTime<Utc>>),
        "SELECT organisation_id, first_day, last_day, ended_at FROM substitution
         WHERE substitute_id = $1 ORDER BY id DESC LIMIT 50",
        person.0,
    )?;
    let stands_in = rows.into_iter().map(|(organisation, first, last, ended)| StandIn {
        organisation: OrganisationId(organisation),
        when: if ended.is_some() { When::Over } else { Days { first, last }.when(today) },
    });
    Ok(stands_in.collect())
}

/// Lets `substitute` stand in on these days. Both and the heads are told.
pub async fn set(
    conn: &mut Conn,
    right: &MaySubstitute,
    substitute: PersonId,
    days: Days,
    tree: &Tree,
    now: DateTime<Utc>,
) -> Result<SubstitutionId, NotDone> {
    let (today, organisation) = (tashkent_day(now), right.organisation());
    // Of two that are set at once at one organisation, the second sees the first: this row is theirs one after the other.
    run!(conn, "UPDATE organisation SET active = active WHERE id = $1", organisation.0)?;
    let absent = people::who(conn, right.person(), today).await?.ok_or(Refusal::NotYours)?;
    let acting = people::who(conn, substitute, today).await?.ok_or(Refusal::CannotStandIn)?;
    let others = all!(
        conn,
        Row,
        "SELECT person_id, substitute_id, organisation_id, first_day, last_day FROM substitution
         WHERE organisation_id = $1 AND ended_at IS NULL AND last_day >= $2",
        organisation.0,
        today,
    )?;
    let others: Vec<_> = others.into_iter().map(Into::into).collect();
    let new = substitution::substitute(right, &absent, &acting, days, &others, tree, today)?;
    let (id,) = one!(
        conn,
        (i64,),
        "INSERT INTO substitution (person_id, substitute_id, organisation_id, first_day, last_day, set_by, set_at)
         VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
        new.person.0,
        new.substitute.0,
        organisation.0,
        days.first,
        days.last,
        right.by().0,
        now,
    )?;
    record(conn, "substituted", &new, Some(right.by()), now).await?;
    news::tell(conn, NewsKind::SubstitutionSet, id, now).await?;
    Ok(SubstitutionId(id))
}

/// Ends a substitution early: "I am back". `false`: it is over already, and nothing changes.
pub async fn end(
    conn: &mut Conn,
    right: &MaySubstitute,
    id: SubstitutionId,
    now: DateTime<Utc>,
) -> Result<bool, NotDone> {
    let found = view(conn, id).await?.ok_or(Refusal::NotYours)?;
    let of = &found.substitution;
    if (of.person, of.organisation) != (right.person(), right.organisation()) {
        return Err(Refusal::NotYours.into());
    }
    if found.when(tashkent_day(now)) == When::Over {
        return Ok(false);
    }
    Ok(end_one(conn, id, of, Some(right.by()), now).await?)
}

/// Ends what a person can no longer do: to be away from a role that is no longer theirs, and to stand in without any role.
pub(crate) async fn end_groundless(
    conn: &mut Conn,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let groundless = all!(
        conn,
        ViewRow,
        select_views!(
            "WHERE substitution.ended_at IS NULL AND substitution.last_day >= $1 AND (
               (substitution.person_id = $2 AND NOT EXISTS (
                  SELECT 1 FROM role_grant
                  WHERE role_grant.person_id = $2 AND role_grant.organisation_id = substitution.organisation_id
                    AND role_grant.role IN ('officer', 'head') AND role_grant.ended_at IS NULL))
               OR (substitution.substitute_id = $2 AND NOT EXISTS (
                  SELECT 1 FROM role_grant
                  WHERE role_grant.person_id = $2 AND role_grant.role IN ('officer', 'head', 'observer')
                    AND role_grant.ended_at IS NULL)))
             ORDER BY substitution.id"
        ),
        tashkent_day(now),
        person.0,
    )?;
    for one in groundless {
        let one = View::from(one);
        end_one(conn, one.id, &one.substitution, None, now).await?;
    }
    Ok(())
}

/// The substitutions that last or are to come whose substitute can no longer stand in there: whoever moved to another organisation
/// has no ground to answer for this one.
pub async fn groundless(conn: &mut Conn, tree: &Tree, today: NaiveDate) -> Result<Vec<View>, StoreError> {
    let rows = all!(
        conn,
        ViewRow,
        select_views!(
            "WHERE substitution.ended_at IS NULL AND substitution.last_day >= $1
             ORDER BY substitution.substitute_id, substitution.id"
        ),
        today,
    )?;
    let mut groundless = Vec::new();
    let mut known: Option<(PersonId, bool, OrganisationId)> = None;
    for one in rows.into_iter().map(View::from) {
        let (substitute, organisation) = (one.substitution.substitute, one.substitution.organisation);
        let may = match known {
            Some((person, may, at)) if (person, at) == (substitute, organisation) => may,
            _ => {
                let who = people::who(conn, substitute, today).await?;
                who.is_some_and(|who| substitution::may_stand_in(&who, organisation, tree))
            }
        };
        known = Some((substitute, may, organisation));
        if !may {
            groundless.push(one);
        }
    }
    Ok(groundless)
}

/// Ends them, and gives how many those were. Doing it again changes nothing.
pub async fn end_all_groundless(conn: &mut Conn, tree: &Tree, now: DateTime<Utc>) -> Result<u64, StoreError> {
    let mut ended = 0;
    for one in groundless(conn, tree, tashkent_day(now)).await? {
        ended += u64::from(end_one(conn, one.id, &one.substitution, None, now).await?);
    }
    Ok(ended)
}

async fn end_one(
    conn: &mut Conn,
    id: SubstitutionId,
    one: &Substitution,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let ended = run!(
        conn,
        "UPDATE substitution SET ended_at = $1, ended_by = $2 WHERE id = $3 AND ended_at IS NULL",
        now,
        by.map(|by| by.0),
        id.0,
    )?;
    if ended == 0 {
        return Ok(false);
    }
    record(conn, "substitution_ended", one, by, now).await?;
    news::tell(conn, NewsKind::SubstitutionEnded, id.0, now).await?;
    Ok(true)
}

async fn record(
    conn: &mut Conn,
    action: &str,
    one: &Substitution,
    by: Option<PersonId>,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let event = Event {
        at: now,
        actor: by,
        action,
        subject: "person",
        subject_id: Some(one.person.0),
        organisation: Some(one.organisation),
        before: None,
        after: Some(json!({
            "substitute": one.substitute, "first": one.days.first, "last": one.days.last,
        })),
        reason: None,
    };
    events::record(conn, &event).await
}
