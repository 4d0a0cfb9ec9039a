//! Reminders by hand: a controller asks for what is overdue, each person hears of all of theirs at once, and of none again for a
//! while.
//!
//! What is asked for stands with the reminder until the next one, so the bot's worker tells exactly that.

use std::collections::{BTreeMap, HashMap};

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::ids::{ObligationId, OrganisationId, PersonId};
use domain::obligation::Standing;
use domain::people::Scope;
use domain::reminders::BETWEEN_CALLS;
use serde_json::json;

use crate::events::{self, Event};
use crate::news::{self, NewsKind};
use crate::obligations::{self, ObligationView};
use crate::people::{self, Doer, Recipient};
use crate::query::{all, maybe, run};
use crate::{Conn, StoreError};

/// What is overdue in a scope, and who hears of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Overdue {
    /// By whom it is to be done and who can be written to.
    pub owed: Vec<Owed>,
    /// The organisations where nobody can be written to, and how many obligations that is.
    pub unheard: Vec<(OrganisationId, usize)>,
}

/// Somebody who is to be reminded, and of what.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Owed {
    /// Who.
    pub who: Recipient,
    /// What is overdue, the earliest first.
    pub overdue: Vec<ObligationView>,
    /// The last reminder by hand, while it is too early for another.
    pub called: Option<Called>,
}

impl Owed {
    /// Whose calendar says when this person is written to.
    pub fn organisation(&self) -> Option<OrganisationId> {
        self.overdue.first().map(|one| one.organisation)
    }
}

/// A reminder by hand.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Called {
    /// When.
    pub at: DateTime<Utc>,
    /// The name of who reminded.
    pub by: String,
}

/// All that is overdue at the moment `now`, by who answers for it and can be written to: what a colleague has taken over is the
/// colleague's alone.
pub async fn overdue(conn: &mut Conn, scope: &Scope, now: DateTime<Utc>) -> Result<Overdue, StoreError> {
    let today = tashkent_day(now);
    let late = obligations::overdue_in(conn, scope, today).await?;
    let behind = Scope::Only(late.iter().map(|one| one.organisation).collect());
    let doers = people::doers(conn, &behind, today).await?;
    let answering = people::answering_in(conn, &behind, today).await?;
    let answering: HashMap<_, _> = answering.into_iter().map(|(id, all)| (id, all.heard())).collect();
    let mut called = called_since(conn, now - BETWEEN_CALLS).await?;
    let (mut owed, mut unheard): (BTreeMap<PersonId, Owed>, BTreeMap<_, usize>) = Default::default();
    for mut one in late {
        let organisation = one.organisation;
        // For whoever hears of it, it is simply theirs.
        let assignee = one.assignee.take().map(|(assignee, _)| assignee);
        let its = |doer: &&Doer| (doer.organisation, Some(doer.assignee)) == (organisation, assignee);
        let doing = doers.iter().find(its).map(|doer| std::slice::from_ref(&doer.told));
        let hearers = doing.or_else(|| answering.get(&organisation).map(Vec::as_slice)).unwrap_or_default();
        if hearers.is_empty() {
            *unheard.entry(organisation).or_default() += 1;
        }
        for who in hearers {
            let of_person = owed.entry(who.person).or_insert_with(|| {
                let called = called.remove(&who.person);
                Owed { who: who.clone(), overdue: Vec::new(), called }
            });
            of_person.overdue.push(one.clone());
        }
    }
    Ok(Overdue { owed: owed.into_values().collect(), unheard: unheard.into_iter().collect() })
}

/// Reminds everybody who was not reminded by hand lately. Gives what was overdue: whoever is `called` there was left alone.
pub async fn remind(
    conn: &mut Conn,
    scope: &Scope,
    by: PersonId,
    now: DateTime<Utc>,
) -> Result<Overdue, StoreError> {
    let mut found = overdue(conn, scope, now).await?;
    for one in found.owed.iter_mut().filter(|one| one.called.is_none()) {
        if !call(conn, one, by, now).await? {
            // Another controller was quicker.
            one.called = called_since(conn, now - BETWEEN_CALLS).await?.remove(&one.who.person);
        }
    }
    Ok(found)
}

/// What the last reminder by hand of this person asks for and is still overdue on `today`, and who reminded.
pub async fn asked_of(
    conn: &mut Conn,
    person: PersonId,
    today: NaiveDate,
) -> Result<Option<(String, Vec<ObligationView>)>, StoreError> {
    let row = maybe!(
        conn,
        (String, String),
        "SELECT person.name, overdue_call.items FROM overdue_call JOIN person ON person.id = overdue_call.called_by
         WHERE overdue_call.person_id = $1",
        person.0,
    )?;
    let Some((by, kept)) = row else { return Ok(None) };
    let items: Vec<i64> =
        serde_json::from_str(&kept).map_err(|_| StoreError::unknown("obligations of a reminder", kept))?;
    let mut overdue = Vec::new();
    for id in items {
        let one = obligations::view(conn, ObligationId(id)).await?;
        overdue.extend(one.filter(|one| matches!(one.standing(today), Standing::Overdue { .. })));
    }
    // For whoever hears of it, it is simply theirs.
    for one in &mut overdue {
        one.assignee = None;
    }
    Ok(Some((by, overdue)))
}

/// Who was reminded by hand since `since`, and by whom.
async fn called_since(
    conn: &mut Conn,
    since: DateTime<Utc>,
) -> Result<HashMap<PersonId, Called>, StoreError> {
    let rows = all!(
        conn,
        (i64, DateTime<Utc>, String),
        "SELECT overdue_call.person_id, overdue_call.called_at, person.name
         FROM overdue_call JOIN person ON person.id = overdue_call.called_by
         WHERE overdue_call.called_at > $1",
        since,
    )?;
    Ok(rows.into_iter().map(|(person, at, by)| (PersonId(person), Called { at, by })).collect())
}

/// Notes that `by` reminds a person, and has the person told. `false`: somebody did lately, and nothing is to be sent.
async fn call(conn: &mut Conn, owed: &Owed, by: PersonId, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let person = owed.who.person;
    let items: Vec<_> = owed.overdue.iter().map(|one| one.id.0).collect();
    let called = run!(
        conn,
        "INSERT INTO overdue_call (person_id, called_at, called_by, items) VALUES ($1, $2, $3, $5)
         ON CONFLICT (person_id) DO UPDATE
           SET called_at = excluded.called_at, called_by = excluded.called_by, items = excluded.items
         WHERE overdue_call.called_at <= $4",
        person.0,
        now,
        by.0,
        now - BETWEEN_CALLS,
        json!(items).to_string(),
    )?;
    if called == 0 {
        return Ok(false);
    }
    news::tell(conn, NewsKind::Called, person.0, now).await?;
    let event = Event {
        at: now,
        actor: Some(by),
        action: "reminded_of_overdue",
        subject: "person",
        subject_id: Some(person.0),
        organisation: None,
        before: None,
        after: Some(json!({ "items": items.len() })),
        reason: None,
    };
    events::record(conn, &event).await?;
    Ok(true)
}
