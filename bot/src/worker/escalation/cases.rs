//! Cases that are late go up by the same rules and on the same days as obligations that are overdue.

use std::collections::{BTreeMap, HashSet};

use chrono::NaiveDate;
use domain::delivery::Purpose;
use domain::escalation::{Level, Move, StepState, fix, moves};
use domain::ids::{OrganisationId, PersonId};
use locales::Texts;
use store::cases::{self, CaseStep};
use store::organisations::Catalogue;
use store::outbox::{self, NewMessage, Policy as Doubt, Priority};
use store::people;
use store::{StoreError, escalation};

use super::super::{hours, no_json};
use super::standby;
use crate::ctx::Ctx;
use crate::reply::send_message;
use crate::talk::views::{self, CaseLine};

/// Lets the chains of cases begin and go on.
pub(super) async fn plan(
    ctx: &Ctx,
    catalogue: &Catalogue,
    today: NaiveDate,
    works: impl Fn(OrganisationId) -> bool,
    reachable: &HashSet<PersonId>,
) -> Result<(), StoreError> {
    begin(ctx, catalogue, today, &works).await?;
    let chains = ctx.store.read(|conn| Box::pin(cases::running(conn))).await?;
    let mut quiet = Vec::new();
    let mut told: BTreeMap<PersonId, Vec<CaseStep>> = BTreeMap::new();
    for chain in chains.into_iter().filter(|chain| works(chain.organisation)) {
        let steps: Vec<_> = chain.steps.iter().map(|kept| (kept.step, kept.state)).collect();
        for (index, what) in moves(&steps, today, |person| reachable.contains(&person)) {
            let kept = chain.steps[index];
            match (what, kept.step.person) {
                (Move::Tell, Some(person)) => told.entry(person).or_default().push(kept),
                (Move::Vacant, _) => quiet.push((kept, StepState::Vacant)),
                (Move::Over, _) => quiet.push((kept, StepState::Over)),
                (Move::Tell | Move::Bring, _) => {}
            }
        }
    }
    let now = ctx.clock.now();
    if !quiet.is_empty() {
        let taken: Result<(), StoreError> = ctx
            .store
            .write(move |conn| {
                Box::pin(async move {
                    for (step, state) in quiet {
                        cases::take(conn, &step, state, now).await?;
                    }
                    Ok(())
                })
            })
            .await;
        taken?;
    }
    for (person, steps) in told {
        tell(ctx, person, steps, today).await?;
    }
    Ok(())
}

/// Fixes a chain for each late case that has none. It ends at the controller: the brief has its own figures.
async fn begin(
    ctx: &Ctx,
    catalogue: &Catalogue,
    today: NaiveDate,
    works: impl Fn(OrganisationId) -> bool,
) -> Result<(), StoreError> {
    let (policy, unspoken) = ctx
        .store
        .read(|conn| {
            Box::pin(async move {
                Ok::<_, StoreError>((escalation::policy(conn).await?, cases::unspoken(conn, today).await?))
            })
        })
        .await?;
    let mut ready = Vec::new();
    for one in unspoken.into_iter().filter(|one| works(one.organisation)) {
        let standby = standby(ctx, catalogue, one.organisation, today).await?;
        let week = catalogue.week_of(one.organisation);
        let mut steps = fix(policy, one.due, &standby, &catalogue.calendar, week).steps;
        steps.retain(|step| step.level != Level::Brief);
        ready.push((one, steps));
    }
    if ready.is_empty() {
        return Ok(());
    }
    ctx.store
        .write(move |conn| {
            Box::pin(async move {
                for (one, steps) in &ready {
                    cases::start(conn, one, steps).await?;
                }
                Ok(())
            })
        })
        .await
}

/// One message to one person about all late cases that have come to them.
async fn tell(ctx: &Ctx, person: PersonId, steps: Vec<CaseStep>, today: NaiveDate) -> Result<(), StoreError> {
    let (now, catalogue) = (ctx.clock.now(), ctx.store.catalogue().await?);
    let panel = ctx.panel_url.clone();
    ctx.store
        .write(move |conn| {
            Box::pin(async move {
                let recipient = people::recipient(conn, person).await?.filter(|one| one.reachable);
                let Some((recipient, chat_id)) =
                    recipient.and_then(|one| one.telegram_id.map(|id| (one, id)))
                else {
                    return Ok(());
                };
                let mut late = Vec::new();
                let mut first = None;
                for step in &steps {
                    if cases::take(conn, step, StepState::Told, now).await? {
                        first = first.or(Some(*step));
                        late.extend(cases::view(conn, step.case).await?);
                    }
                }
                let Some(first) = first else { return Ok(()) };
                let texts = Texts::new(recipient.language);
                let name = |one: &cases::CaseView| {
                    let known = catalogue.organisations.get(&one.organisation);
                    known.map(|known| known.names.in_language(texts.language())).unwrap_or_default()
                };
                let lines: Vec<_> = late.iter().map(|case| CaseLine { case, service: name(case) }).collect();
                let view = views::cases_late(
                    texts,
                    &lines,
                    today,
                    &format!("{}/ratings", panel.trim_end_matches('/')),
                );
                let outgoing = send_message(chat_id, &view.text, Some(&view.keyboard))
                    .map_err(|error| no_json(&error))?;
                let (from, until) = hours::of(conn, &catalogue, recipient.person, now).await?;
                let dedupe = format!("late-case/{}/{}/{}", first.case, first.round, first.position);
                let message = NewMessage {
                    chat_id,
                    person: Some(recipient.person),
                    purpose: Purpose::Escalation,
                    method: outgoing.method,
                    body: &outgoing.body,
                    priority: Priority::News,
                    policy: Doubt::Hold,
                    dedupe: Some(&dedupe),
                    not_before: from,
                };
                if let Some(id) = outbox::put(conn, &message, now).await? {
                    outbox::keeps_quiet(conn, id, until).await?;
                }
                Ok(())
            })
        })
        .await
}
