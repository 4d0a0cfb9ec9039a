//! What is overdue goes up, level by level: chains begin, end, and speak, one message a person and look.
//!
//! Everything follows from the kept steps and the day. A step is taken by one update that names its state, so of two planners
//! one writes the message; and what was missed during an outage is said once, by the highest level that has been reached.

mod cases;

use std::collections::hash_map::Entry;
use std::collections::{BTreeMap, HashMap, HashSet};
use std::time::Duration;

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::Week;
use domain::delivery::Purpose;
use domain::escalation::{Chain, Level, Move, Policy, Standby, StepState, counted_from, fix, moves};
use domain::ids::{ObligationId, OrganisationId, PersonId};
use domain::people::{Role, Scope};
use domain::reminders::{Policy as Reminding, may_speak, useful_until};
use locales::Texts;
use store::escalation::{self, Running, Unspoken};
use store::organisations::Catalogue;
use store::outbox::{self, NewMessage, Policy as Doubt, Priority};
use store::people::{self, Recipient};
use store::{Conn, StoreError, obligations};
use tokio::time::Instant;

use super::{hours, no_json};
use crate::ctx::Ctx;
use crate::reply::send_message;
use crate::talk::views::{self, Escalated, EscalatedLine};

/// A look costs time, and a day is long.
const LOOK_EVERY: Duration = Duration::from_mins(1);
/// Steps of one transaction: nobody who taps a button waits long for it.
const TOGETHER: usize = 50;

/// When it was last looked, and on which day.
#[derive(Debug, Default)]
pub(super) struct Memory {
    looked: Option<(NaiveDate, Instant)>,
}

/// What is to be done now, and to whom something is to be said.
#[derive(Default)]
struct Due {
    quiet: Vec<(i64, Move)>,
    told: BTreeMap<PersonId, Vec<Told>>,
}

/// A step that is told now.
#[derive(Clone, Copy)]
struct Told {
    step: i64,
    level: Level,
    obligation: ObligationId,
}

/// Lets the chains go on.
pub(super) async fn plan(ctx: &Ctx, memory: &mut Memory) -> anyhow::Result<()> {
    let (now, today) = (ctx.clock.now(), ctx.clock.today());
    if memory.looked.is_some_and(|(day, at)| day == today && at.elapsed() < LOOK_EVERY) {
        return Ok(());
    }
    let catalogue = ctx.store.catalogue().await?;
    end_outlived(ctx, now).await?;
    let speaks = |week| may_speak(now, &Reminding::default(), &catalogue.calendar, week);
    let works = |organisation| speaks(catalogue.week_of(organisation));
    if ![Week::Five, Week::Six].into_iter().any(speaks) {
        return Ok(());
    }
    start_missing(ctx, &catalogue, today, works).await?;
    note_what_became(ctx, now).await?;
    let (chains, reachable) = ctx
        .store
        .read(|conn| {
            Box::pin(async move {
                Ok::<_, StoreError>((escalation::running(conn).await?, people::all_reachable(conn).await?))
            })
        })
        .await?;
    let at_work: Vec<_> = chains.into_iter().filter(|one| works(one.organisation)).collect();
    let due = due(&at_work, today, &reachable);
    for chunk in due.quiet.chunks(TOGETHER) {
        let chunk = chunk.to_vec();
        ctx.store.write(move |conn| Box::pin(async move { take(conn, &chunk, today, now).await })).await?;
    }
    for (person, told) in due.told {
        for together in told.chunks(TOGETHER * 4) {
            speak(ctx, &catalogue, person, together.to_vec()).await?;
        }
    }
    cases::plan(ctx, &catalogue, today, works, &reachable).await?;
    memory.looked = Some((today, Instant::now()));
    Ok(())
}

async fn end_outlived(ctx: &Ctx, now: DateTime<Utc>) -> Result<(), StoreError> {
    let outlived = ctx.store.read(|conn| Box::pin(escalation::outlived(conn))).await?;
    for chunk in outlived.chunks(TOGETHER) {
        let chunk = chunk.to_vec();
        ctx.store
            .write(move |conn| {
                Box::pin(async move {
                    for id in chunk {
                        escalation::end(conn, id, now).await?;
                    }
                    Ok::<_, StoreError>(())
                })
            })
            .await?;
    }
    Ok(())
}

/// Fixes a chain for everything overdue that has none, where people work now.
async fn start_missing(
    ctx: &Ctx,
    catalogue: &Catalogue,
    today: NaiveDate,
    works: impl Fn(OrganisationId) -> bool,
) -> Result<(), StoreError> {
    let (policy, unspoken) = ctx
        .store
        .read(move |conn| {
            Box::pin(async move {
                Ok::<_, StoreError>((
                    escalation::policy(conn).await?,
                    escalation::unspoken(conn, today).await?,
                ))
            })
        })
        .await?;
    let unspoken: Vec<_> = unspoken
        .into_iter()
        .filter(|one| works(one.organisation) && counted_from(one.due, one.returned_on) < today)
        .collect();
    let mut standbys = HashMap::new();
    for organisation in unspoken.iter().map(|one| one.organisation) {
        if let Entry::Vacant(place) = standbys.entry(organisation) {
            place.insert(standby(ctx, catalogue, organisation, today).await?);
        }
    }
    for chunk in unspoken.chunks(TOGETHER) {
        let chain_of = |one: &Unspoken| {
            let standby = standbys.get(&one.organisation)?;
            Some((*one, chain(catalogue, policy, one, standby)))
        };
        let ready: Vec<_> = chunk.iter().filter_map(chain_of).collect();
        ctx.store
            .write(move |conn| {
                Box::pin(async move {
                    for (one, chain) in &ready {
                        escalation::start(conn, one, chain, today).await?;
                    }
                    Ok::<_, StoreError>(())
                })
            })
            .await?;
    }
    Ok(())
}

fn chain(catalogue: &Catalogue, policy: Policy, one: &Unspoken, standby: &Standby) -> Chain {
    let week = catalogue.week_of(one.organisation);
    fix(policy, counted_from(one.due, one.returned_on), standby, &catalogue.calendar, week)
}

/// Who stands at each level for an organisation, whether a message reaches them or not.
async fn standby(
    ctx: &Ctx,
    catalogue: &Catalogue,
    organisation: OrganisationId,
    today: NaiveDate,
) -> Result<Standby, StoreError> {
    let nodes: Vec<_> = catalogue.tree.path_up(organisation).collect();
    let ids = |people: Vec<Recipient>| people.into_iter().map(|one| one.person).collect::<Vec<_>>();
    ctx.store
        .read(move |conn| {
            Box::pin(async move {
                let mut controllers = Vec::new();
                for node in nodes {
                    controllers = ids(people::holders_at(conn, Role::Controller, node).await?);
                    if !controllers.is_empty() {
                        break;
                    }
                }
                let officers = ids(people::holders_at(conn, Role::Officer, organisation).await?);
                let scope = Scope::Only([organisation].into());
                let acting = people::answering_in(conn, &scope, today).await?.remove(&organisation);
                let mut substitutes = ids(acting.unwrap_or_default().officers);
                substitutes.retain(|person| !officers.contains(person));
                Ok(Standby {
                    officers,
                    substitutes,
                    heads: ids(people::holders_at(conn, Role::Head, organisation).await?),
                    controllers,
                })
            })
        })
        .await
}

/// Digests that spoke, and messages that were refused for good.
async fn note_what_became(ctx: &Ctx, now: DateTime<Utc>) -> Result<(), StoreError> {
    let (heard, refused) = ctx
        .store
        .read(|conn| {
            Box::pin(async move {
                let heard = escalation::heard_by_digest(conn).await?;
                Ok::<_, StoreError>((heard, escalation::refused(conn).await?))
            })
        })
        .await?;
    if heard.is_empty() && refused.is_empty() {
        return Ok(());
    }
    ctx.store
        .write(move |conn| {
            Box::pin(async move {
                for (step, message) in heard {
                    if escalation::tell(conn, step, now).await? {
                        escalation::link(conn, step, message).await?;
                    }
                }
                for step in refused {
                    escalation::vacate(conn, step, StepState::Told, now).await?;
                }
                Ok(())
            })
        })
        .await
}

fn due(chains: &[Running], today: NaiveDate, reachable: &HashSet<PersonId>) -> Due {
    let mut due = Due::default();
    for chain in chains {
        let steps: Vec<_> = chain.steps.iter().map(|kept| (kept.step, kept.state)).collect();
        for (index, what) in moves(&steps, today, |person| reachable.contains(&person)) {
            let kept = chain.steps[index];
            match (what, kept.step.person) {
                (Move::Tell, Some(person)) => due.told.entry(person).or_default().push(Told {
                    step: kept.id,
                    level: kept.step.level,
                    obligation: chain.obligation,
                }),
                _ => due.quiet.push((kept.id, what)),
            }
        }
    }
    due
}

/// Takes the steps that need no message.
async fn take(
    conn: &mut Conn,
    steps: &[(i64, Move)],
    today: NaiveDate,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    for (step, what) in steps {
        match what {
            Move::Vacant => {
                escalation::vacate(conn, *step, StepState::Waiting, now).await?;
            }
            Move::Over => {
                escalation::skip(conn, *step, now).await?;
            }
            Move::Bring => escalation::bring(conn, *step, today).await?,
            Move::Tell => {}
        }
    }
    Ok(())
}

/// One message to one person about all that has come to them, while they work: a controller's week may be shorter than that of the
/// organisation, and the steps wait for it.
async fn speak(
    ctx: &Ctx,
    catalogue: &std::sync::Arc<Catalogue>,
    person: PersonId,
    told: Vec<Told>,
) -> Result<(), StoreError> {
    let (now, catalogue, panel) = (ctx.clock.now(), catalogue.clone(), ctx.panel_url.clone());
    ctx.store
        .write(move |conn| {
            Box::pin(async move {
                let Some(recipient) = people::recipient(conn, person).await?.filter(|one| one.reachable)
                else {
                    return Ok(());
                };
                let (from, _) = hours::of(conn, &catalogue, person, now).await?;
                if from > now {
                    return Ok(());
                }
                let mut taken = Vec::new();
                for one in told {
                    let runs = escalation::is_running(conn, one.step).await?;
                    if runs && escalation::tell(conn, one.step, now).await? {
                        taken.push(one);
                    }
                }
                write(conn, &catalogue, &recipient, &taken, &panel, now).await
            })
        })
        .await
}

async fn write(
    conn: &mut Conn,
    catalogue: &Catalogue,
    recipient: &Recipient,
    taken: &[Told],
    panel: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let (Some(chat_id), Some(first)) = (recipient.telegram_id, taken.first()) else { return Ok(()) };
    let texts = Texts::new(recipient.language);
    let name = |id: &OrganisationId| {
        let known = catalogue.organisations.get(id);
        known.map(|one| one.names.in_language(texts.language()).to_owned()).unwrap_or_default()
    };
    let mut lines = Vec::new();
    for one in taken {
        let Some(view) = obligations::view(conn, one.obligation).await? else { continue };
        lines.push(EscalatedLine { organisation: name(&view.organisation), view });
    }
    let about: HashSet<_> = lines.iter().map(|line| line.view.organisation).collect();
    let (about, today) = (Scope::Only(about.into_iter().collect()), domain::clock::tashkent_day(now));
    let vacancies = escalation::vacancies(conn, &about, &catalogue.tree, today).await?;
    let vacancies = vacancies.into_iter().map(|one| (name(&one.organisation), one)).collect();
    let level = taken.iter().map(|one| one.level).max().unwrap_or(first.level);
    let escalated = Escalated { level, lines, vacancies, today, panel };
    let view = views::escalated(texts, escalated);
    let outgoing =
        send_message(chat_id, &view.text, Some(&view.keyboard)).map_err(|error| no_json(&error))?;
    let dedupe = format!("escalation/{}/{today}", first.step);
    let message = NewMessage {
        chat_id,
        person: Some(recipient.person),
        purpose: Purpose::Escalation,
        method: outgoing.method,
        body: &outgoing.body,
        priority: Priority::News,
        // Better late than twice: a leader who is told twice stops reading.
        policy: Doubt::Hold,
        dedupe: Some(&dedupe),
        not_before: now,
    };
    if let Some(id) = outbox::put(conn, &message, now).await? {
        // What is not heard today is said tomorrow, as it stands then.
        outbox::expires(conn, id, useful_until(today)).await?;
        for one in taken {
            escalation::link(conn, one.step, id).await?;
        }
    }
    Ok(())
}
