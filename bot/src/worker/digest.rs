//! The morning digest: one message an officer and day, of all whose reminding has come to a new stage.
//!
//! A stage depends on the due day and today only, so after an outage the one stage that still matters is found, and nothing
//! is said twice: rows are unique by obligation, person, stage and version of the due date, messages by person and day.

use std::collections::{HashMap, HashSet};
use std::time::Duration;

use chrono::{Days, NaiveDate};
use domain::ids::{OrganisationId, PersonId};
use domain::language::Language;
use domain::reminders::{Stage, digest_day, latest_stage_until};
use locales::Texts;
use store::obligations::{self, ObligationView};
use store::organisations::Catalogue;
use store::outbox::{self, NewMessage, Policy, Priority};
use store::reminders::{self, Answerer, Made, Open};
use store::{Conn, StoreError};
use tokio::time::Instant;

use super::timetable::Timetable;
use crate::ctx::Ctx;
use crate::reply::send_message;
use crate::talk::views;

/// The hour of the digest, in Tashkent.
const HOUR: &str = "0 0 9 * * *";
/// Stages begin ten working days ahead; around New Year that is nearly three weeks.
const STAGES_BEGIN: Days = Days::new(35);
/// A look costs time, and new officers can wait a little.
const LOOK_EVERY: Duration = Duration::from_mins(1);
/// Digests that are written in one transaction: few, so that nobody who taps a button waits long.
const TOGETHER: usize = 8;
/// A list is not longer than this.
const LIST: i64 = 500;

/// Plans the digests.
pub(super) struct Digests {
    timetable: Timetable,
}

/// When it was last looked, and what for.
#[derive(Debug, Default)]
pub(super) struct Memory {
    looked: Option<(NaiveDate, Instant)>,
}

/// One officer's digest.
struct Digest {
    person: PersonId,
    telegram_id: i64,
    language: Language,
    /// The organisations for which the person answers, and of which some obligation reached a stage.
    organisations: Vec<OrganisationId>,
    reminders: Vec<Made>,
}

impl Digests {
    pub(super) fn new() -> Result<Self, cron::error::Error> {
        Ok(Self { timetable: Timetable::new(HOUR)? })
    }

    /// Writes the digests that are missing today.
    pub(super) async fn plan(&self, ctx: &Ctx, memory: &mut Memory) -> anyhow::Result<()> {
        let now = ctx.clock.now();
        let Some(today) = self.timetable.day_begun(now) else { return Ok(()) };
        if memory.looked.is_some_and(|(day, at)| day == today && at.elapsed() < LOOK_EVERY) {
            return Ok(());
        }
        let catalogue = ctx.store.catalogue().await?;
        let due = due_digests(ctx, &catalogue, today).await?;
        let mut lists = HashMap::new();
        let mut written = 0;
        for chunk in due.chunks(TOGETHER) {
            let mut ready = Vec::with_capacity(chunk.len());
            for digest in chunk {
                let open = open_of_all(ctx, &digest.organisations, &mut lists).await?;
                let view = views::digest(Texts::new(digest.language), open, today);
                let message = send_message(digest.telegram_id, &view.text, Some(&view.keyboard))?;
                ready.push((digest.person, digest.telegram_id, message.body, digest.reminders.clone()));
            }
            written += ctx
                .store
                .write(move |conn| {
                    Box::pin(async move {
                        let mut written = 0;
                        for digest in &ready {
                            written += u64::from(write(conn, digest, today, now).await?);
                        }
                        Ok::<_, StoreError>(written)
                    })
                })
                .await?;
        }
        if written > 0 {
            tracing::info!(written, %today, "digests were planned");
        }
        memory.looked = Some((today, Instant::now()));
        Ok(())
    }
}

/// Who has to hear of what today.
async fn due_digests(ctx: &Ctx, catalogue: &Catalogue, today: NaiveDate) -> Result<Vec<Digest>, StoreError> {
    let until = today.checked_add_days(STAGES_BEGIN).unwrap_or(today);
    let (answerers, open, made) = ctx
        .store
        .read(move |conn| {
            Box::pin(async move {
                let answerers = reminders::answerers_without_digest(conn, today).await?;
                if answerers.is_empty() {
                    return Ok::<_, StoreError>((answerers, Vec::new(), Vec::new()));
                }
                Ok((
                    answerers,
                    reminders::open_until(conn, until).await?,
                    reminders::made_until(conn, until).await?,
                ))
            })
        })
        .await?;
    let now = ctx.clock.now();
    let may_hear =
        |organisation| digest_day(now, &catalogue.calendar, catalogue.week_of(organisation)).is_some();
    let made: HashSet<Made> = made.into_iter().collect();
    let mut staged: HashMap<OrganisationId, Vec<(Open, Stage)>> = HashMap::new();
    for one in open {
        let week = catalogue.week_of(one.organisation);
        if let Some(stage) = latest_stage_until(one.due, today, &catalogue.calendar, week) {
            staged.entry(one.organisation).or_default().push((one, stage));
        }
    }
    let mut digests: HashMap<PersonId, Digest> = HashMap::new();
    for answerer in answerers {
        let organisation = answerer.organisation;
        let Some(staged) = staged.get(&organisation).filter(|_| may_hear(organisation)) else {
            continue;
        };
        add(&mut digests, &answerer, staged, &made);
    }
    let mut digests: Vec<_> = digests.into_values().collect();
    digests.sort_by(|a, b| (&a.organisations, a.person).cmp(&(&b.organisations, b.person)));
    Ok(digests)
}

fn add(
    digests: &mut HashMap<PersonId, Digest>,
    answerer: &Answerer,
    staged: &[(Open, Stage)],
    made: &HashSet<Made>,
) {
    let person = answerer.person;
    let new = staged
        .iter()
        .map(|(one, stage)| (one.obligation, person, *stage, one.due_version))
        .filter(|reminder| !made.contains(reminder));
    let new: Vec<Made> = new.collect();
    if new.is_empty() {
        return;
    }
    let digest = digests.entry(person).or_insert_with(|| Digest {
        person,
        telegram_id: answerer.telegram_id,
        language: answerer.language,
        organisations: Vec::new(),
        reminders: Vec::new(),
    });
    if !digest.organisations.contains(&answerer.organisation) {
        digest.organisations.push(answerer.organisation);
        digest.reminders.extend(new);
    }
}

/// The open obligations of these organisations; several officers of one share the look.
async fn open_of_all(
    ctx: &Ctx,
    organisations: &[OrganisationId],
    lists: &mut HashMap<OrganisationId, Vec<ObligationView>>,
) -> Result<Vec<ObligationView>, StoreError> {
    // Officers of one organisation come one after the other: a few lists are worth keeping, all of them are not.
    if lists.len() > 16 {
        lists.clear();
    }
    let mut all = Vec::new();
    for &organisation in organisations {
        if let Some(open) = lists.get(&organisation) {
            all.extend_from_slice(open);
            continue;
        }
        let open =
            ctx.store.read(move |conn| Box::pin(obligations::open_of(conn, organisation, LIST))).await?;
        all.extend_from_slice(&open);
        lists.insert(organisation, open);
    }
    Ok(all)
}

/// Writes one digest with its reminders. `false`: another planner was quicker.
async fn write(
    conn: &mut Conn,
    (person, chat_id, body, made): &(PersonId, i64, String, Vec<Made>),
    today: NaiveDate,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<bool, StoreError> {
    let dedupe = format!("digest/{person}/{today}");
    let message = NewMessage {
        chat_id: *chat_id,
        person: Some(*person),
        purpose: "digest",
        method: "sendMessage",
        body,
        priority: Priority::Bulk,
        policy: Policy::Resend,
        dedupe: Some(&dedupe),
        not_before: now,
    };
    let Some(outbox_id) = outbox::put(conn, &message, now).await? else { return Ok(false) };
    for reminder in made {
        reminders::note(conn, *reminder, today, outbox_id).await?;
    }
    Ok(true)
}
