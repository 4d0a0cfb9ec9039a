//! Reminders by hand: a controller asks for what is overdue, each person hears of all of theirs at once, and of none again for a
//! while.
//!
//! What is asked for stands with the reminder until the next one; the bot's worker tells of it in the hours of work, without what
//! was answered meanwhile.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::{DateTime, Utc};
use domain::clock::tashkent_day;
use domain::ids::{OrganisationId, PersonId};
use domain::people::Scope;
use domain::reminders::BETWEEN_CALLS;
use serde_json::json;

use crate::events::{self, Event};
use crate::news::{self, NewsKind};
use crate::obligations::{self, ObligationView};
use crate::organisations::Catalogue;
use crate::people::{self, Doer, Recipient};
use crate::query::{all, maybe, run};
use crate::{Conn, StoreError};

/// Whose overdue work is reminded of.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Asked {
    /// All that the controller controls.
    pub scope: Scope,
    /// Only people who have something overdue here, and of them all of theirs.
    pub only: Option<OrganisationId>,
}

/// What is overdue, and who hears of it.
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
    /// When it is told, or was.
    pub told_from: DateTime<Utc>,
    /// The name of who reminded.
    pub by: String,
}

/// All that is overdue at the moment `now`, by who answers for it and can be written to: what a colleague has taken over is the
/// colleague's alone.
pub async fn overdue(conn: &mut Conn, asked: &Asked, now: DateTime<Utc>) -> Result<Overdue, StoreError> {
    let today = tashkent_day(now);
    let late = obligations::overdue_in(conn, &asked.scope, now).await?;
    let behind = Scope::Only(late.iter().map(|one| one.organisation).collect());
    let doers = people::doers(conn, &behind, today).await?;
    let answering = people::answering_in(conn, &behind, today).await?;
    let answering: HashMap<_, _> = answering.into_iter().map(|(id, all)| (id, all.heard())).collect();
    let mut called = called_lately(conn, now).await?;
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
    let is_asked = |organisation| asked.only.is_none_or(|only| only == organisation);
    owed.retain(|_, one| one.overdue.iter().any(|item| is_asked(item.organisation)));
    unheard.retain(|organisation, _| is_asked(*organisation));
    Ok(Overdue { owed: owed.into_values().collect(), unheard: unheard.into_iter().collect() })
}

/// Reminds everybody who was not reminded by hand lately. Gives what was overdue: whoever is `called` there was left alone.
pub async fn remind(
    conn: &mut Conn,
    (asked, catalogue): (&Asked, &Catalogue),
    by: PersonId,
    now: DateTime<Utc>,
) -> Result<Overdue, StoreError> {
    let mut found = overdue(conn, asked, now).await?;
    let mut overtaken = BTreeSet::new();
    for one in found.owed.iter().filter(|one| one.called.is_none()) {
        let told_from = one.organisation().map_or(now, |id| catalogue.speaks_from(id, now));
        if !call(conn, one, (by, told_from), now).await? {
            overtaken.insert(one.who.person);
        }
    }
    if !overtaken.is_empty() {
        // Another controller was quicker.
        let mut called = called_lately(conn, now).await?;
        for one in found.owed.iter_mut().filter(|one| overtaken.contains(&one.who.person)) {
            one.called = called.remove(&one.who.person);
        }
    }
    Ok(found)
}

/// What a reminder by hand of this person that was made at the moment `made_at` asks for and is still overdue at `now`, and who
/// reminded; nothing when another one has taken its place.
pub async fn asked_of(
    conn: &mut Conn,
    person: PersonId,
    made_at: DateTime<Utc>,
    now: DateTime<Utc>,
) -> Result<Option<(String, Vec<ObligationView>)>, StoreError> {
    let row = maybe!(
        conn,
        (String, String),
        "SELECT person.name, overdue_call.items FROM overdue_call JOIN person ON person.id = overdue_call.called_by
         WHERE overdue_call.person_id = $1 AND overdue_call.called_at = $2",
        person.0,
        made_at,
    )?;
    let Some((by, items)) = row else { return Ok(None) };
    let mut overdue = obligations::overdue_among(conn, &items, now).await?;
    for one in &mut overdue {
        // For whoever hears of it, it is simply theirs.
        one.assignee = None;
    }
    Ok(Some((by, overdue)))
}

/// Who was reminded by hand so lately that it is too early for another time, and by whom; also who will hear of it only when the
/// hours of work begin.
async fn called_lately(conn: &mut Conn, now: DateTime<Utc>) -> Result<HashMap<PersonId, Called>, StoreError> {
    let rows = all!(
        conn,
        (i64, DateTime<Utc>, String),
        "SELECT overdue_call.person_id, overdue_call.told_from, person.name
         FROM overdue_call JOIN person ON person.id = overdue_call.called_by
         WHERE overdue_call.told_from > $1",
        now - BETWEEN_CALLS,
    )?;
    let called = rows.into_iter().map(|(person, told_from, by)| (PersonId(person), Called { told_from, by }));
    Ok(called.collect())
}

/// Notes that `by` reminds a person, and has the person told from a moment on. `false`: somebody did lately, and nothing is to be
/// sent.
async fn call(
    conn: &mut Conn,
    owed: &Owed,
    (by, told_from): (PersonId, DateTime<Utc>),
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let person = owed.who.person;
    let items: Vec<_> = owed.overdue.iter().map(|one| one.id.0).collect();
    let called = run!(
        conn,
        "INSERT INTO overdue_call (person_id, called_at, called_by, items, told_from) VALUES ($1, $2, $3, $5, $6)
         ON CONFLICT (person_id) DO UPDATE
           SET called_at = excluded.called_at, called_by = excluded.called_by, items = excluded.items,
             told_from = excluded.told_from
         WHERE overdue_call.told_from <= $4",
        person.0,
        now,
        by.0,
        now - BETWEEN_CALLS,
        json!(items).to_string(),
        told_from,
    )?;
    if called == 0 {
        return Ok(false);
    }
    news::tell_from(conn, NewsKind::Called, person.0, (now, told_from)).await?;
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
