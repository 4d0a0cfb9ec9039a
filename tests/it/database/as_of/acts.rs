//! What happens in the played history beside answers and decisions: promises, more time, suspicious marks, a service that moves, days
//! off, an organisation that is closed and opened again, a role that ends and comes back.

use std::sync::Arc;

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use domain::answers::{Answer, AnswerKind};
use domain::calendar::{Certainty, DayKind, Weeks};
use domain::clock::{Clock, FrozenClock};
use domain::ids::{AnswerId, ExtensionId, ObligationId, OrganisationId, QuarantineId};
use domain::language::Language;
use domain::people::{Grant, MayAdminister, MayInvite, Role};
use domain::ratings::Limits;
use store::import::{self, CalendarDraft};
use store::quarantine::{self, Verdict};
use store::registry::closing;
use store::registry::services::{self, ServiceValues};
use store::{NotDone, StoreError, answers, obligations, people};

use super::super::rollups::Dice;
use crate::support::city::{self, City};
use crate::support::databases::Base;

/// Who is entered anew, though the account is known.
const NEWCOMER: &str = "Charos Umarova";

/// What the history remembers of itself.
#[derive(Debug, Default)]
pub(super) struct Played {
    /// Answers to which a promise may be added, with the organisations that gave them.
    answers: Vec<(AnswerId, &'static str)>,
    /// How many requests for more time were decided.
    pub(super) requests: u32,
    /// How often a reviewer decided.
    pub(super) reviews: u32,
    /// How many promises there were.
    pub(super) promises: u32,
}

/// Whether something was done; a refusal is none.
fn done<T>(result: Result<T, NotDone>) -> Option<T> {
    match result {
        Ok(value) => Some(value),
        Err(NotDone::Refused(_)) => None,
        Err(error) => panic!("{error}"),
    }
}

pub(super) async fn live_through(
    base: &Base,
    city: &City,
    clock: &FrozenClock,
    dice: &mut Dice,
    (number, played): (u64, &mut Played),
) {
    promise(city, clock, dice, played, base).await;
    more_time(base, city, clock, dice, played).await;
    marks(base, city, clock, dice, (number, played)).await;
    let (now, right) = (clock.now(), MayAdminister::at_the_machine());
    let (archive, water) = (city.organisation("arxiv").id, city.organisation("suv").id);
    let officer = city.who(city::OTHER_OFFICER).await.person;
    let role = Grant { role: Role::Officer, organisation: water };
    let off = first_day_off(base, clock.today(), number).await;
    let result: Result<(), NotDone> = city
        .store
        .write(move |conn| {
            Box::pin(async move {
                match number {
                    10 => people::end_grant(conn, &right, officer, role, now).await,
                    13 => Ok(people::grant(conn, &MayInvite::at_the_machine(role), officer, now).await?),
                    17 | 27 => import::calendar(conn, &right, &days_off(off), now).await.map(drop),
                    20 => invite(conn, archive, now).await,
                    22 => join(conn, city::OFFICER, archive, now).await,
                    25 => move_service(conn, &right, now).await,
                    33 => closing::close_organisation(conn, &right, archive, None, now).await,
                    36 => closing::reopen_organisation(conn, &right, archive, now).await,
                    _ => Ok(()),
                }
            })
        })
        .await;
    result.unwrap();
}

/// A day that something open is due, and another time the day before which something was extended: whatever the dice have done, a
/// week without work moves both.
async fn first_day_off(base: &Base, today: NaiveDate, number: u64) -> NaiveDate {
    let day = if number < 20 { "due" } else { "extended_from" };
    let first = format!(
        "SELECT CAST(MIN({day}) AS TEXT) FROM obligation WHERE state IN ('open', 'returned') AND {day} > '{today}'"
    );
    let found: Vec<(Option<String>,)> = base.raw().await.rows(&first).await;
    let day = found.into_iter().find_map(|(day,)| day?.parse().ok());
    day.unwrap_or(today + Days::new(20))
}

/// A week without work.
fn days_off(first: NaiveDate) -> Vec<CalendarDraft> {
    let day = |date| CalendarDraft {
        date,
        weeks: Weeks::All,
        kind: Some(DayKind::AdditionalOff),
        name: "Bayram".to_owned(),
        certain: Certainty::Certain,
        source: String::new(),
    };
    first.iter_days().take(7).map(day).collect()
}

/// Somebody new is entered at the archive.
async fn invite(conn: &mut store::Conn, archive: OrganisationId, now: DateTime<Utc>) -> Result<(), NotDone> {
    let right = MayInvite::at_the_machine(Grant { role: Role::Officer, organisation: archive });
    people::enter(conn, &right, NEWCOMER, None, Language::UzLatn, now).await?;
    Ok(())
}

/// That is an account that is known by another name: the role moves over to it.
async fn join(
    conn: &mut store::Conn,
    account: i64,
    archive: OrganisationId,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let right = MayInvite::at_the_machine(Grant { role: Role::Officer, organisation: archive });
    let person = people::enter(conn, &right, NEWCOMER, None, Language::UzLatn, now).await?;
    let token = people::invite(conn, &right, person, now).await?;
    people::accept_invitation(conn, &token, account, Language::UzLatn, now).await.map(drop)
}

/// The water connection is given by the tax office from now on.
async fn move_service(
    conn: &mut store::Conn,
    right: &MayAdminister,
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    let catalogue = store::organisations::load(conn).await?;
    let service = catalogue.services.values().find(|one| one.key == "suv-ulash").expect("the service");
    let tax = catalogue.organisations.values().find(|one| one.key == "soliq").expect("the tax office");
    let values = ServiceValues { organisation: tax.id, names: service.names.clone(), term: None };
    services::change(conn, right, service.id, &values, now).await.map(drop)
}

async fn promise(city: &City, clock: &FrozenClock, dice: &mut Dice, played: &mut Played, base: &Base) {
    let (officer, key) = dice.pick(&[(city::OFFICER, "soliq"), (city::OTHER_OFFICER, "suv")]);
    let tree = &city.catalogue.tree;
    let organisation = city.organisation(key).id;
    let Ok(right) = city.who(officer).await.may_answer(organisation, tree) else { return };
    let all = city.obligations_of(key, &mut base.raw().await).await;
    let (id, now, today): (ObligationId, _, _) = (dice.pick(&all), clock.now(), clock.today());
    let day = today + Days::new(1 + dice.roll(20));
    let catalogue = Arc::clone(&city.catalogue);
    let week = catalogue.week_of(organisation);
    let earlier: Vec<_> = played.answers.iter().filter(|(_, of)| *of == key).map(|(id, _)| *id).collect();
    let again = (!earlier.is_empty()).then(|| dice.pick(&earlier));
    let again = again.filter(|_| dice.roll(3) > 0);
    let answer: Result<Option<AnswerId>, NotDone> = city
        .store
        .write(move |conn| {
            Box::pin(async move {
                let working = catalogue.calendar.in_week(week);
                if let Some(answer) = again {
                    answers::promise(conn, &right, answer, (day, today), working, now).await?;
                    return Ok(None);
                }
                let given = Answer::new(AnswerKind::InProgress).promising(day, today, working)?;
                obligations::answer(conn, &right, id, &given, now).await.map(|one| Some(one.answer))
            })
        })
        .await;
    if let Some(answer) = done(answer) {
        played.promises += 1;
        played.answers.extend(answer.map(|id| (id, key)));
    }
}

async fn more_time(base: &Base, city: &City, clock: &FrozenClock, dice: &mut Dice, played: &mut Played) {
    let waiting: Vec<(i64, i64)> = base
        .raw()
        .await
        .rows(
            "SELECT extension.id, obligation.organisation_id FROM extension
             JOIN obligation ON obligation.id = extension.obligation_id WHERE extension.state = 'asked' ORDER BY extension.id",
        )
        .await;
    let (catalogue, now) = (Arc::clone(&city.catalogue), clock.now());
    let tree = &city.catalogue.tree;
    if let Some((id, organisation)) = waiting.first().copied()
        && dice.roll(3) == 0
    {
        let right = city.who(city::CONTROLLER).await;
        let right = right.may_decide(OrganisationId(organisation), tree).unwrap();
        let grants = dice.roll(3) > 0;
        let result = city
            .store
            .write(move |conn| {
                Box::pin(async move {
                    let id = ExtensionId(id);
                    if grants {
                        obligations::grant_more(conn, &right, id, &catalogue, now).await
                    } else {
                        obligations::refuse_more(conn, &right, id, "vaqt yetarli", now).await
                    }
                })
            })
            .await;
        played.requests += u32::from(done(result).is_some());
        return;
    }
    let organisation = city.organisation("soliq").id;
    let right = city.who(city::OFFICER).await.may_answer(organisation, tree).unwrap();
    let id = dice.pick(&city.obligations_of("soliq", &mut base.raw().await).await);
    let wanted = clock.today() + Days::new(dice.roll(70));
    let asked = city
        .store
        .write(move |conn| {
            Box::pin(async move {
                obligations::ask_more(conn, &right, id, (wanted, "xarid"), &catalogue, now).await
            })
        })
        .await;
    drop(done(asked));
}

/// Marks that look suspicious, some of them around midnight; now and then a reviewer decides about what waits.
async fn marks(
    base: &Base,
    city: &City,
    clock: &FrozenClock,
    dice: &mut Dice,
    (number, played): (u64, &mut Played),
) {
    if matches!(number, 6 | 18 | 29) {
        // The last two of a burst come after midnight: then the first ones are set apart, too.
        let midnight = store::boards::end_of(clock.today());
        clock.move_to(midnight - TimeDelta::minutes(2));
    }
    for turn in 0..dice.roll(4) + u64::from(matches!(number, 6 | 7 | 18 | 19 | 25 | 29 | 30)) * 3 {
        let moved = number > 25 || number == 25 && turn > 1;
        // On the day of the move a voter thinks better of it after it.
        let voter = if number == 25 { "mover".to_owned() } else { format!("{number}-{turn}") };
        let mark = if number == 25 { 2 + u8::try_from(turn % 3).unwrap() } else { 1 };
        let mut vote = city.vote("suv-ulash", &voter, mark, clock.today());
        vote.limits = Limits::new(3, 9, 4, 10).unwrap();
        if moved {
            vote.organisation = city.organisation("soliq").id;
        }
        let now = clock.now() + TimeDelta::seconds(i64::try_from(turn).unwrap());
        let kept: Result<(), StoreError> = city
            .store
            .write(move |conn| {
                Box::pin(async move { store::ratings::rate(conn, &vote, now).await.map(drop) })
            })
            .await;
        kept.unwrap();
    }
    let waiting: Vec<(i64, i64)> = base
        .raw()
        .await
        .rows("SELECT id, organisation_id FROM quarantine WHERE state = 'waiting' ORDER BY id")
        .await;
    if let Some((id, organisation)) = waiting.first().copied()
        && dice.roll(4) == 0
    {
        let right = city.who(city::CONTROLLER).await;
        let right = right.may_decide(OrganisationId(organisation), &city.catalogue.tree).unwrap();
        let (verdict, now) = (dice.pick(&[Verdict::Accept, Verdict::LeaveOut]), clock.now());
        let decided = city.store.write(move |conn| {
            Box::pin(async move {
                quarantine::decide(conn, &right, QuarantineId(id), verdict, "koʻrildi", now).await
            })
        });
        played.reviews += u32::from(done(decided.await).is_some());
    }
}
