//! The counts that boards read equal a recount, whatever happened before.

use chrono::{Datelike, Days, NaiveDate};
use domain::answers::{Answer, AnswerKind};
use domain::clock::{Clock, FrozenClock};
use domain::compliance::Class;
use domain::ids::{ObligationId, OrganisationId, QuarantineId};
use domain::obligation::State;
use domain::people::{MayDecide, Scope};
use domain::ratings::{Limits, monday_of};
use store::obligation_lists::{self, Filter, Found, Wanted};
use store::obligations::{DueChange, ObligationView, OneOf, Verdict as Decision};
use store::quarantine::{self, Verdict};
use store::{NotDone, StoreError, obligations};

use crate::support::city::{self, City};
use crate::support::databases::{Base, Raw, on_both};

on_both!(
    the_counts_of_obligations_equal_a_recount_after_anything,
    the_counts_of_ratings_equal_a_recount_after_anything,
);

/// A small generator of numbers: the same sequence each time, so that a failure can be repeated.
pub(super) struct Dice(pub(super) u64);

impl Dice {
    pub(super) fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    pub(super) fn pick<T: Copy>(&mut self, from: &[T]) -> T {
        let sides = u64::try_from(from.len()).unwrap();
        from[usize::try_from(self.roll(sides)).unwrap()]
    }
}

fn month_of(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap()
}

/// Counts as `month organisation class n`, one line each, without the zeros.
fn lines<K: Ord + std::fmt::Debug>(counts: impl IntoIterator<Item = (K, i64)>) -> String {
    let mut summed = std::collections::BTreeMap::new();
    for (key, number) in counts {
        *summed.entry(key).or_insert(0) += number;
    }
    let lines = summed.into_iter().filter(|(_, number)| *number != 0);
    lines.map(|(key, number)| format!("{key:?} {number}")).collect::<Vec<_>>().join("\n")
}

/// Somebody tries something with an obligation: an answer, a decision, a taking back, another day.
pub(super) async fn act(
    city: &City,
    id: ObligationId,
    dice: &mut Dice,
    clock: &FrozenClock,
) -> Result<(), NotDone> {
    let tree = &city.catalogue.tree;
    let keys = [(city::OFFICER, "soliq"), (city::OTHER_OFFICER, "suv")];
    let (officer, key) = dice.pick(&keys);
    let organisation = city.organisation(key).id;
    let answering = city.who(officer).await.may_answer(organisation, tree)?;
    let deciding = city.who(city::CONTROLLER).await.may_decide(organisation, tree)?;
    let kind = dice.pick(&AnswerKind::ALL);
    let (choice, now) = (dice.roll(17), clock.now());
    if choice >= 13 {
        return decide_and_undo(city, &deciding, id, dice, clock).await;
    }
    let moved_to = clock.today() + Days::new(dice.roll(60));
    city.store
        .write(move |conn| {
            Box::pin(async move {
                match choice {
                    0..5 => {
                        obligations::answer(conn, &answering, id, &Answer::new(kind), now).await.map(drop)
                    }
                    5..7 => obligations::accept(conn, &deciding, id, None, now).await.map(drop),
                    7..9 => obligations::send_back(conn, &deciding, id, None, "chala", now).await.map(drop),
                    11.. => {
                        let seen = obligations::view(conn, id).await?.map_or(0, |one| one.state_version);
                        obligations::take_back(conn, &answering, id, seen, now).await.map(drop)
                    }
                    9 => obligations::cancel(conn, &deciding, (id, None), "eskirgan", now).await.map(drop),
                    _ => {
                        let change = DueChange::Extended { by: deciding.person(), reason: "yana vaqt kerak" };
                        obligations::move_due(conn, id, moved_to, change, now).await?;
                        Ok(())
                    }
                }
            })
        })
        .await
}

/// Somebody decides in the panel, and mostly takes it back.
async fn decide_and_undo(
    city: &City,
    right: &MayDecide,
    id: ObligationId,
    dice: &mut Dice,
    clock: &FrozenClock,
) -> Result<(), NotDone> {
    let (right, now, accepts, undoes) = (*right, clock.now(), dice.roll(2) == 0, dice.roll(4) > 0);
    city.store
        .write(move |conn| {
            Box::pin(async move {
                let seen = obligations::view(conn, id).await?.map_or(0, |one| one.state_version);
                let verdict = if accepts { Decision::Accept } else { Decision::SendBack("chala") };
                let ones = [OneOf { right, id, seen }];
                let (decision, outcomes) =
                    obligations::decide_for_now(conn, right.person(), (&ones, &[]), verdict, now).await?;
                outcomes.into_iter().try_for_each(|(_, outcome)| outcome.map(drop))?;
                if undoes {
                    let rights = [(id, right)].into();
                    let later = now + chrono::TimeDelta::minutes(1);
                    obligations::undo(conn, right.person(), decision, &rights, later).await?;
                }
                Ok(())
            })
        })
        .await
}

async fn kept_obligations(raw: &mut Raw) -> String {
    let classes = Class::ALL.iter().map(|class| class.code().to_owned());
    let each = classes
        .map(|class| format!("SELECT month, organisation_id, '{class}', {class} FROM obligation_month"));
    let rows: Vec<(NaiveDate, i64, String, i64)> =
        raw.rows(&each.collect::<Vec<_>>().join(" UNION ALL ")).await;
    lines(rows.into_iter().map(|(month, organisation, class, n)| ((month, organisation, class), n)))
}

async fn recounted_obligations(raw: &mut Raw) -> String {
    let rows: Vec<(NaiveDate, i64, String, Option<NaiveDate>)> =
        raw.rows("SELECT due, organisation_id, state, submitted_on FROM obligation").await;
    lines(rows.into_iter().map(|(due, organisation, state, submitted_on)| {
        let state = State::from_code(&state).expect("a known state");
        let class = Class::of(state, due, submitted_on).code().to_owned();
        ((month_of(due), organisation, class), 1)
    }))
}

async fn the_counts_of_obligations_equal_a_recount_after_anything(base: Base) {
    let clock = FrozenClock::at("2026-11-23T05:00:00Z".parse().unwrap());
    let city = City::build(&base.store, clock.now()).await;
    let made = city.make_obligations(clock.today(), clock.now()).await;
    assert!(made >= 6, "only {made} obligations");
    let mut raw = base.raw().await;
    let mut all = city.obligations_of("soliq", &mut raw).await;
    all.extend(city.obligations_of("suv", &mut raw).await);
    assert_eq!(kept_obligations(&mut raw).await, recounted_obligations(&mut raw).await, "after the making");
    let mut dice = Dice(1298);
    let (mut done, mut refused) = (0, 0);
    for step in 0..150 {
        let id = dice.pick(&all);
        match act(&city, id, &mut dice, &clock).await {
            Ok(()) => done += 1,
            Err(NotDone::Refused(_)) => refused += 1,
            Err(error) => panic!("step {step}: {error}"),
        }
        clock.advance(chrono::TimeDelta::hours(7));
        if step % 25 == 24 {
            city.make_obligations(clock.today(), clock.now()).await;
            let (kept, counted) = (kept_obligations(&mut raw).await, recounted_obligations(&mut raw).await);
            assert_eq!(kept, counted, "after step {step}");
            assert_lists_agree(&city, clock.today()).await;
        }
    }
    assert!(done > 20 && refused > 20, "{done} acts were done and {refused} were refused");
}

/// The lists count from the sums when whole months are asked for, and row by row beside a search: both tell the same, and show as many.
async fn assert_lists_agree(city: &City, today: NaiveDate) {
    let organisations: Vec<_> = city.catalogue.organisations.keys().copied().collect();
    let whole = Filter {
        scope: Scope::All,
        organisation: None,
        from: Some(month_of(today)),
        until: None,
        found: None,
    };
    let one = Filter { organisation: Some(city.organisation("suv").id), from: None, ..whole.clone() };
    for filter in [whole, one] {
        let found = Found { organisations: organisations.clone(), measures: Vec::new() };
        let searched = Filter { found: Some(found), ..filter.clone() };
        let counted: Result<_, StoreError> = city
            .store
            .read(move |conn| {
                Box::pin(async move {
                    let sums = obligation_lists::counts(conn, &filter, today).await?;
                    let rows = obligation_lists::counts(conn, &searched, today).await?;
                    for wanted in Wanted::STANDINGS.into_iter().chain(Wanted::FIGURES) {
                        let list = obligation_lists::list(conn, &filter, wanted, today, 500, 0).await?;
                        let later = obligation_lists::list(conn, &filter, wanted, today, 500, 3).await?;
                        assert_eq!(i64::try_from(list.len()).unwrap(), sums.of(wanted), "{wanted:?}");
                        let ids = |rows: &[ObligationView]| rows.iter().map(|row| row.id).collect::<Vec<_>>();
                        assert_eq!(ids(&later), ids(list.get(3..).unwrap_or_default()), "{wanted:?}");
                    }
                    Ok((sums, rows))
                })
            })
            .await;
        let (sums, rows) = counted.expect("both counts");
        assert_eq!(sums, rows);
    }
}

async fn the_counts_of_ratings_equal_a_recount_after_anything(base: Base) {
    let clock = FrozenClock::at("2026-12-28T05:00:00Z".parse().unwrap());
    let city = City::build(&base.store, clock.now()).await;
    let mut raw = base.raw().await;
    let mut dice = Dice(5);
    let mut decisions = 0;
    for step in 0..300 {
        if dice.roll(12) == 0 {
            decisions += decide_something(&city, &mut dice, &mut raw, &clock).await;
        } else {
            let service = dice.pick(&["soliq-malumotnoma", "suv-ulash"]);
            let voter = format!("voter-{}", dice.roll(24));
            let mark = dice.pick(&[1, 2, 3, 4, 5, 5, 5]);
            let day = clock.today() + Days::new(dice.roll(3));
            let (mut vote, now) = (city.vote(service, &voter, mark, day), clock.now());
            if step > 150 && service == "suv-ulash" {
                // The service is given by another organisation by now.
                vote.organisation = city.organisation("soliq").id;
            }
            // Low limits, so that much is suspicious.
            vote.limits = Limits::new(1, 9, 4, 10).unwrap();
            let rated = base
                .store
                .write(move |conn| Box::pin(async move { store::ratings::rate(conn, &vote, now).await }));
            rated.await.expect("the vote is kept");
        }
        clock.advance(chrono::TimeDelta::minutes(i64::try_from(dice.roll(6)).unwrap()));
        if step % 60 == 59 {
            assert_ratings_are_counted(&mut raw, step).await;
        }
    }
    let standings: Vec<(String, i64)> =
        raw.rows("SELECT standing, CAST(count(*) AS BIGINT) FROM rating GROUP BY standing").await;
    assert_eq!(standings.len(), 4, "each standing occurs: {standings:?}");
    assert!(decisions > 5, "{decisions} decisions");
}

/// A reviewer decides about what has waited longest, if anything waits. Gives how often they decided.
async fn decide_something(city: &City, dice: &mut Dice, raw: &mut Raw, clock: &FrozenClock) -> u32 {
    let waiting: Vec<(i64, i64)> =
        raw.rows("SELECT id, organisation_id FROM quarantine WHERE state = 'waiting' ORDER BY id").await;
    let Some((id, organisation)) = waiting.first().copied() else { return 0 };
    let who = city.who(city::CONTROLLER).await;
    let right = who.may_decide(OrganisationId(organisation), &city.catalogue.tree).unwrap();
    let verdict = dice.pick(&[Verdict::Accept, Verdict::LeaveOut]);
    let now = clock.now();
    let decided = city.store.write(move |conn| {
        Box::pin(async move {
            quarantine::decide(conn, &right, QuarantineId(id), verdict, "koʻrildi", now).await
        })
    });
    decided.await.expect("it is decided");
    1
}

/// A day, a week or a month, of what, and the seven sums.
type Sums = (NaiveDate, i64, i64, i64, i64, i64, i64, i64, i64);

/// The sums of a table, one line each, by the key that `columns` name.
async fn kept_ratings(raw: &mut Raw, columns: &str, table: &str) -> String {
    let marks = "mark_1, mark_2, mark_3, mark_4, mark_5, quarantined, left_out";
    let kept: Vec<Sums> = raw.rows(&format!("SELECT {columns}, {marks} FROM {table}")).await;
    lines(kept.into_iter().flat_map(|(day, what, a, b, c, d, e, held, out)| {
        let places = [a, b, c, d, e, held, out].into_iter().zip(1_i64..);
        places.map(move |(n, place)| ((day, what, place), n))
    }))
}

async fn assert_ratings_are_counted(raw: &mut Raw, step: u32) {
    let of_days = kept_ratings(raw, "day, service_id * 1000 + organisation_id", "rating_day").await;
    let of_weeks = kept_ratings(raw, "week, service_id", "rating_week").await;
    let of_months = kept_ratings(raw, "month, organisation_id", "rating_month").await;
    let ratings: Vec<(NaiveDate, i64, i64, i64)> = raw
        .rows(
            "SELECT day, service_id, organisation_id, CAST(CASE standing
               WHEN 'held' THEN 6 WHEN 'left_out' THEN 7 ELSE mark END AS BIGINT)
             FROM rating",
        )
        .await;
    assert!(ratings.len() > 20, "{} ratings", ratings.len());
    let counted = |key: fn(NaiveDate, i64, i64) -> (NaiveDate, i64)| {
        lines(ratings.iter().map(|&(day, service, organisation, place)| {
            let (day, what) = key(day, service, organisation);
            ((day, what, place), 1)
        }))
    };
    let days = counted(|day, service, organisation| (day, service * 1000 + organisation));
    assert_eq!(of_days, days, "after step {step}");
    assert_eq!(of_weeks, counted(|day, service, _| (monday_of(day), service)), "after step {step}");
    let months = counted(|day, _, organisation| (month_of(day), organisation));
    assert_eq!(of_months, months, "after step {step}");
}
