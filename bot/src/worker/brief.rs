//! The brief at half past eight on working days: one message a controller and day, and the weekly card on the first of a week.

use std::sync::Arc;
use std::time::Duration;

use chrono::{DateTime, Datelike, NaiveDate, Utc};
use domain::delivery::Purpose;
use domain::escalation::Level;
use domain::ids::{OrganisationId, OutboxId, PersonId};
use domain::language::{Language, Names};
use domain::people::{Role, Scope, Tree, Who};
use domain::reminders::useful_until;
use locales::Texts;
use pictures::{Drawing, Order};
use store::escalation::Vacancy;
use store::organisations::Catalogue;
use store::outbox::{self, NewMessage, Policy, Priority};
use store::people::{self, Recipient};
use store::{Conn, StoreError, briefs, cases, escalation, obligations};
use tokio::time::Instant;

use super::no_json;
use super::timetable::Timetable;
use crate::ctx::Ctx;
use crate::reply::{Outgoing, send_drawing, send_message};
use crate::talk::drawings;
use crate::talk::figures::count;
use crate::talk::views::{self, Brief, LateCases, Told};

/// The hour of the brief, in Tashkent.
const HOUR: &str = "0 30 8 * * *";
/// A look costs time, and a new controller can wait a little.
const LOOK_EVERY: Duration = Duration::from_mins(1);

/// Plans the briefs.
pub(super) struct Briefs {
    timetable: Timetable,
}

/// When it was last looked, and what for.
#[derive(Debug, Default)]
pub(super) struct Memory {
    looked: Option<(NaiveDate, Instant)>,
}

impl Briefs {
    pub(super) fn new() -> Result<Self, cron::error::Error> {
        Ok(Self { timetable: Timetable::new(HOUR)? })
    }

    /// Writes the briefs that are missing today.
    pub(super) async fn plan(&self, ctx: &Ctx, memory: &mut Memory) -> anyhow::Result<()> {
        let now = ctx.clock.now();
        let Some(today) = self.timetable.day_begun(now) else { return Ok(()) };
        // A brief of the morning is of no use in the evening.
        let over = now >= useful_until(today);
        if over || memory.looked.is_some_and(|(day, at)| day == today && at.elapsed() < LOOK_EVERY) {
            return Ok(());
        }
        let catalogue = ctx.store.catalogue().await?;
        let without = ctx.store.read(|conn| Box::pin(briefs::without(conn, today))).await?;
        for person in without {
            let (catalogue, panel) = (Arc::clone(&catalogue), Arc::clone(&ctx.panel_url));
            ctx.store
                .write(move |conn| {
                    Box::pin(async move { write(conn, &catalogue, person, (today, now), &panel).await })
                })
                .await?;
        }
        memory.looked = Some((today, Instant::now()));
        Ok(())
    }
}

/// Writes the brief of one controller, who works today and has had none.
async fn write(
    conn: &mut Conn,
    catalogue: &Catalogue,
    person: PersonId,
    (today, now): (NaiveDate, DateTime<Utc>),
    panel: &str,
) -> Result<(), StoreError> {
    let Some(who) = people::who(conn, person, today).await?.filter(|who| works(who, catalogue, today)) else {
        return Ok(());
    };
    let Some(recipient) = people::recipient(conn, person).await? else { return Ok(()) };
    // What is decided elsewhere is not theirs, though they may see it in another role.
    let Ok(scope) = who.controls(&catalogue.tree) else { return Ok(()) };
    let counted = count(conn, &scope, today).await?;
    let told = serde_json::to_value(Told::of(&counted)).map_err(|error| no_json(&error))?;
    let before = briefs::before(conn, person, today).await?;
    if !briefs::keep(conn, person, today, &told, now).await? {
        return Ok(());
    }
    let brought = escalation::brought(conn, &scope, today).await?;
    let name = |id: OrganisationId| {
        let known = catalogue.organisations.get(&id);
        known.map(|one| one.names.in_language(recipient.language).to_owned()).unwrap_or_default()
    };
    let vacancies = vacancies(conn, &scope, &catalogue.tree, today).await?;
    let brief = Brief {
        today,
        worst: counted.worst(name),
        counted,
        extensions: obligations::count_extensions_waiting(conn, &scope).await?,
        escalated: brought.len() as u64,
        cases: late_cases(conn, catalogue, (&scope, recipient.language), today).await?,
        before: before.map(|(day, told)| (day, serde_json::from_value(told).unwrap_or_default())),
        vacancies: vacancies.into_iter().map(|one| (name(one.organisation), one)).collect(),
        panel: panel.to_owned(),
    };
    if begins_a_week(catalogue, &who, today) {
        send_card(conn, catalogue, (&recipient, &scope), &brief, now).await?;
    }
    let steps: Vec<_> = brought.into_iter().map(|(step, _)| step).collect();
    if let Some(message) = send(conn, &recipient, &brief, now).await? {
        briefs::link(conn, person, today, message).await?;
        escalation::told_by_brief(conn, &steps, message, now).await?;
    }
    Ok(())
}

/// The low marks that nobody answered in time.
async fn late_cases(
    conn: &mut Conn,
    catalogue: &Catalogue,
    (scope, language): (&Scope, Language),
    today: NaiveDate,
) -> Result<Option<LateCases>, StoreError> {
    let late = cases::late(conn, scope, today).await?;
    Ok(late.map(|(number, worst)| {
        let organisation = catalogue.organisations.get(&worst.organisation).map(|one| &one.names);
        let service = catalogue.services.get(&worst.service).map(|one| &one.names);
        let name = |names: Option<&Names>| names.map(|names| names.in_language(language).to_owned());
        LateCases {
            number,
            organisation: name(organisation).unwrap_or_default(),
            service: name(service).unwrap_or_default(),
            due: worst.due,
        }
    }))
}

/// Where nobody is reached, by organisation and level: at all organisations without an officer, as the panel shows them, and at the
/// levels to which something overdue went up.
async fn vacancies(
    conn: &mut Conn,
    scope: &Scope,
    tree: &Tree,
    today: NaiveDate,
) -> Result<Vec<Vacancy>, StoreError> {
    let of_officer = |one: people::Vacancy| Vacancy {
        organisation: one.organisation,
        level: Level::Officer,
        call: one.officer.map(|officer| officer.name),
    };
    let mut all: Vec<_> = people::vacancies(conn, scope, today).await?.into_iter().map(of_officer).collect();
    let same =
        |one: &Vacancy, other: &Vacancy| (one.organisation, one.level) == (other.organisation, other.level);
    for one in escalation::vacancies(conn, scope, tree, today).await? {
        if !all.iter().any(|known| same(known, &one)) {
            all.push(one);
        }
    }
    all.sort_by_key(|one| (one.organisation, one.level));
    Ok(all)
}

/// Whether that is the first working day of its week: it brings the weekly card.
fn begins_a_week(catalogue: &Catalogue, who: &Who, day: NaiveDate) -> bool {
    let earlier = day.iter_days().rev().skip(1).take(day.weekday().num_days_from_monday() as usize);
    !earlier.into_iter().any(|day| works(who, catalogue, day))
}

/// Whether this controller works on that day.
fn works(who: &Who, catalogue: &Catalogue, day: NaiveDate) -> bool {
    let controls = who.grants.iter().filter(|grant| grant.role == Role::Controller);
    controls
        .map(|grant| catalogue.week_of(grant.organisation))
        .any(|week| catalogue.calendar.is_working(day, week))
}

async fn send(
    conn: &mut Conn,
    recipient: &Recipient,
    brief: &Brief,
    now: DateTime<Utc>,
) -> Result<Option<OutboxId>, StoreError> {
    let Some(chat_id) = recipient.telegram_id.filter(|_| recipient.reachable) else { return Ok(None) };
    let view = views::brief(Texts::new(recipient.language), brief);
    let outgoing =
        send_message(chat_id, &view.text, Some(&view.keyboard)).map_err(|error| no_json(&error))?;
    put(conn, recipient, (Purpose::Brief, brief.today), &outgoing, now).await
}

/// The card comes before the brief: its buttons stand below both.
async fn send_card(
    conn: &mut Conn,
    catalogue: &Catalogue,
    (recipient, scope): (&Recipient, &Scope),
    brief: &Brief,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let Some(chat_id) = recipient.telegram_id.filter(|_| recipient.reachable) else { return Ok(()) };
    let (texts, of) = (Texts::new(recipient.language), (scope, recipient.language));
    let card = drawings::card(conn, catalogue, of, recipient.person, brief.today).await?;
    let caption = views::card_caption(texts, &card, &brief.counted);
    let order = Order::new(recipient.language, Drawing::Card(card));
    let outgoing = send_drawing(chat_id, &order, &caption, None).map_err(|error| no_json(&error))?;
    put(conn, recipient, (Purpose::Card, brief.today), &outgoing, now).await?;
    Ok(())
}

/// One of each purpose a controller and day.
async fn put(
    conn: &mut Conn,
    recipient: &Recipient,
    (purpose, today): (Purpose, NaiveDate),
    outgoing: &Outgoing,
    now: DateTime<Utc>,
) -> Result<Option<OutboxId>, StoreError> {
    let Some(chat_id) = recipient.telegram_id else { return Ok(None) };
    let dedupe = format!("{}/{}/{today}", purpose.code(), recipient.person);
    let message = NewMessage {
        chat_id,
        person: Some(recipient.person),
        purpose,
        method: outgoing.method,
        body: &outgoing.body,
        priority: Priority::News,
        policy: Policy::Hold,
        dedupe: Some(&dedupe),
        not_before: now,
    };
    let written = outbox::put(conn, &message, now).await?;
    if let Some(id) = written {
        outbox::expires(conn, id, useful_until(today)).await?;
    }
    Ok(written)
}
