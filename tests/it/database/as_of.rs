//! A day that is over, told again from the record, is what the board showed that day.

mod acts;
mod beside;

use chrono::{DateTime, Datelike, Days, NaiveDate, NaiveTime, Utc};
use domain::answers::{Answer, AnswerKind, LastWord};
use domain::clock::{Clock, FrozenClock, in_tashkent};
use domain::deadline::Rule;
use domain::ids::{MeasureId, ObligationId};
use domain::obligation::State;
use domain::people::{MayAdminister, Scope};
use store::boards::{self, Ahead, BoardDays, MonthCounts, OpenCounts, RatingMonth};
use store::obligations::{self, OneOf, Verdict};
use store::{NotDone, StoreError, plan};

use super::rollups::{Dice, act};
use crate::support::city::{CONTROLLER, City, OFFICER};
use crate::support::databases::{Base, on_both};
use acts::Played;
use beside::Beside;

on_both!(any_day_told_again_is_what_the_board_showed, the_record_begins_with_its_first_event);

/// Days of the history: they lie in two quarters.
const DAYS: u64 = 45;

/// All that a board reads, and each obligation behind it.
#[derive(Debug, PartialEq)]
struct Shown {
    months: Vec<MonthCounts>,
    open_before: u64,
    open: Vec<OpenCounts>,
    ahead: Vec<Ahead>,
    marks: Vec<RatingMonth>,
    obligations: Vec<Stand>,
    beside: Beside,
}

type Stand = (ObligationId, State, NaiveDate, Option<NaiveDate>, Option<LastWord>);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The days of the board of the year on `today`: its months begin with the oldest of them.
fn days(today: NaiveDate) -> BoardDays {
    let this_month = today.with_day(1).unwrap();
    BoardDays {
        months: (day("2026-01-01"), day("2027-12-31")),
        earlier: this_month,
        since: this_month,
        from: this_month,
        to: day("2027-12-31"),
        ahead_to: this_month + chrono::Months::new(1) - Days::new(1),
        today,
    }
}

fn without_zeros(months: Vec<MonthCounts>) -> Vec<MonthCounts> {
    let is_counted = |one: &MonthCounts| {
        let reported = one.reported_on_time + one.reported_late;
        one.open + reported + one.accepted_on_time + one.accepted_late + one.not_applicable > 0
    };
    months.into_iter().filter(is_counted).collect()
}

async fn shown_live(base: &Base, scope: Scope, today: NaiveDate) -> Shown {
    let days = days(today);
    base.store.forget_catalogue();
    let catalogue = base.store.catalogue().await.unwrap();
    let read: Result<_, StoreError> = base
        .store
        .read(move |conn| {
            Box::pin(async move {
                let organisations = store::organisations::load(conn).await?.organisations;
                let mut all = Vec::new();
                for id in organisations.into_keys().filter(|id| scope.includes(*id)) {
                    all.extend(
                        boards::lines_of(conn, id, (day("2000-01-01"), day("2100-01-01")), 1000).await?,
                    );
                }
                all.sort_by_key(|line| line.id);
                let stand =
                    |line: boards::Line| (line.id, line.state, line.due, line.submitted_on, line.last_word());
                Ok(Shown {
                    months: without_zeros(boards::months(conn, &scope, days.months.0, days.months.1).await?),
                    open_before: boards::open_before(conn, &scope, days.earlier).await?,
                    open: boards::open_counts(conn, &scope, days.since, days.from, days.to, today).await?,
                    ahead: boards::ahead(conn, &scope, today, days.ahead_to).await?,
                    marks: boards::rating_months(conn, &scope, days.months.0, days.months.1).await?,
                    obligations: all.into_iter().map(stand).collect(),
                    beside: beside::live(conn, &catalogue, &scope, today).await?,
                })
            })
        })
        .await;
    read.unwrap()
}

async fn shown_again(base: &Base, scope: Scope, today: NaiveDate) -> Shown {
    let days = days(today);
    let catalogue = base.store.catalogue().await.unwrap();
    let read: Result<_, StoreError> = base
        .store
        .read(move |conn| {
            Box::pin(async move {
                let all = boards::as_of(conn, &scope, today, days.months.0).await?;
                let counted = boards::recount(&all, days);
                Ok(Shown {
                    months: counted.months,
                    open_before: counted.open_before,
                    open: counted.open,
                    ahead: counted.ahead,
                    beside: beside::again(conn, &catalogue, &scope, (today, &all)).await?,
                    marks: boards::ratings_as_of(conn, &scope, days.months, today).await?,
                    obligations: all
                        .into_iter()
                        .map(|one| {
                            let stood = one.stood;
                            (one.id, stood.state, stood.due, stood.submitted_on(), stood.last_word())
                        })
                        .collect(),
                })
            })
        })
        .await;
    read.unwrap()
}

/// The rule of the monthly measure is read anew: some obligations move, others are not asked for, or are again.
async fn confirm(base: &Base, rule: &str, now: DateTime<Utc>) {
    let measure = base.raw().await.number("SELECT id FROM measure WHERE number = 2").await;
    let (rule, right) = (Rule::from_short(rule).unwrap(), MayAdminister::at_the_machine());
    let done: Result<_, NotDone> = base
        .store
        .write(move |conn| {
            Box::pin(async move { plan::confirm(conn, &right, MeasureId(measure), &rule, now).await })
        })
        .await;
    done.unwrap().expect("the measure");
}

async fn end_plan(base: &Base, last: NaiveDate, now: DateTime<Utc>) {
    let plan = base.raw().await.number("SELECT id FROM plan").await;
    let done: Result<_, NotDone> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                let right = MayAdminister::at_the_machine();
                obligations::end_plan(conn, &right, domain::ids::PlanId(plan), last, now).await
            })
        })
        .await;
    done.unwrap();
}

/// One day: some acts, some marks, and now and then something that changes many days at once.
async fn live_through(base: &Base, city: &City, clock: &FrozenClock, dice: &mut Dice, number: u64) -> u32 {
    match number {
        0 | 15 | 30 => drop(city.make_obligations(clock.today(), clock.now()).await),
        12 => confirm(base, "quarterly +1 12", clock.now()).await,
        20 => confirm(base, "monthly 5", clock.now()).await,
        38 => end_plan(base, clock.today(), clock.now()).await,
        _ => {}
    }
    let mut raw = base.raw().await;
    let mut all = city.obligations_of("soliq", &mut raw).await;
    all.extend(city.obligations_of("suv", &mut raw).await);
    if number == 0 {
        go_back(city, all[0], clock).await;
    }
    let mut done = 0;
    for _ in 0..5 {
        clock.advance(chrono::TimeDelta::minutes(90));
        match act(city, dice.pick(&all), dice, clock).await {
            Ok(()) => done += 1,
            Err(NotDone::Refused(_)) => {}
            Err(error) => panic!("day {number}: {error}"),
        }
    }
    let (service, mark) = (dice.pick(&["soliq-malumotnoma", "suv-ulash"]), dice.pick(&[1, 3, 4, 5]));
    let (vote, now) = (city.vote(service, &format!("voter-{number}"), mark, clock.today()), clock.now());
    let kept = city
        .store
        .write(move |conn| Box::pin(async move { store::ratings::rate(conn, &vote, now).await.map(drop) }));
    let kept: Result<(), StoreError> = kept.await;
    kept.unwrap();
    done
}

/// What the dice might leave out: a decision that is taken back, and then the report as well.
async fn go_back(city: &City, id: ObligationId, clock: &FrozenClock) {
    let (organisation, tree) = (city.organisation("soliq").id, &city.catalogue.tree);
    let officer = city.who(OFFICER).await.may_answer(organisation, tree).unwrap();
    let right = city.who(CONTROLLER).await.may_decide(organisation, tree).unwrap();
    let now = clock.now();
    let done: Result<(), NotDone> = city
        .store
        .write(move |conn| {
            Box::pin(async move {
                let answer = Answer::new(AnswerKind::Done);
                let seen = obligations::answer(conn, &officer, id, &answer, now).await?.view.state_version;
                let (ones, by) = ([OneOf { right, id, seen }], right.person());
                let decided =
                    obligations::decide_for_now(conn, by, (&ones, &[]), Verdict::SendBack("chala"), now);
                let (decision, _) = decided.await?;
                obligations::undo(conn, by, decision, &[(id, right)].into(), now).await?;
                let seen = obligations::view(conn, id).await?.map_or(0, |one| one.state_version);
                obligations::take_back(conn, &officer, id, seen, now).await.map(drop)
            })
        })
        .await;
    done.expect("the first obligation is open on the first day");
}

/// What changes how an obligation stands: all of it must happen.
const ACTS: [&str; 14] = [
    "answered",
    "promised",
    "taken_back",
    "accepted",
    "returned",
    "undone",
    "cancelled",
    "plan_ended",
    "rule_dropped",
    "rule_restored",
    "extended",
    "original_moved",
    "day_moved",
    "organisation_closed",
];

async fn any_day_told_again_is_what_the_board_showed(base: Base) {
    let morning = NaiveTime::from_hms_opt(9, 0, 0).unwrap();
    let clock = FrozenClock::at(in_tashkent(day("2026-11-23"), morning));
    let city = City::build(&base.store, clock.now()).await;
    let scopes = [Scope::All, Scope::Only([city.organisation("suv").id].into())];
    let (mut dice, mut played) = (Dice(1298), Played::default());
    let (mut shown, mut done) = (Vec::new(), 0);
    for number in 0..DAYS {
        done += live_through(&base, &city, &clock, &mut dice, number).await;
        acts::live_through(&base, &city, &clock, &mut dice, (number, &mut played)).await;
        for scope in &scopes {
            shown.push((clock.today(), scope.clone(), shown_live(&base, scope.clone(), clock.today()).await));
        }
        clock.move_to(in_tashkent(clock.today() + Days::new(1), morning));
    }
    for (day, scope, live) in shown {
        let again = shown_again(&base, scope, day).await;
        assert_eq!(again, live, "on {day}");
    }
    let acts: Vec<(String,)> = base.raw().await.rows("SELECT DISTINCT action FROM event").await;
    let missing = ACTS.iter().filter(|act| !acts.iter().any(|(done,)| done == *act)).collect::<Vec<_>>();
    assert!(missing.is_empty(), "never happened: {missing:?}");
    assert!(played.promises > 8 && played.requests > 2 && played.reviews > 1, "{played:?}");
    assert!(done > 40, "{done} acts were done");
}

async fn the_record_begins_with_its_first_event(base: Base) {
    let first = || async {
        let read: Result<_, StoreError> = base.store.read(|conn| Box::pin(boards::first_day(conn))).await;
        read.unwrap()
    };
    assert_eq!(first().await, None);
    City::build(&base.store, "2026-11-22T19:00:00Z".parse().unwrap()).await;
    assert_eq!(first().await, Some(day("2026-11-23")), "midnight in Tashkent");
}
