//! The counts that boards read equal a recount, whatever happened before.

use chrono::{Datelike, Days, NaiveDate};
use domain::answers::{Answer, AnswerKind};
use domain::clock::{Clock, FrozenClock};
use domain::compliance::Class;
use domain::ids::ObligationId;
use domain::obligation::State;
use store::obligations::DueChange;
use store::{NotDone, obligations};

use crate::support::city::{self, City};
use crate::support::databases::{Base, Raw, on_both};

on_both!(
    the_counts_of_obligations_equal_a_recount_after_anything,
    the_counts_of_ratings_equal_a_recount_after_anything,
);

/// A small generator of numbers: the same sequence each time, so that a failure can be repeated.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }

    fn pick<T: Copy>(&mut self, from: &[T]) -> T {
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

async fn act(city: &City, id: ObligationId, dice: &mut Dice, clock: &FrozenClock) -> Result<(), NotDone> {
    let tree = &city.catalogue.tree;
    let keys = [(city::OFFICER, "soliq"), (city::OTHER_OFFICER, "suv")];
    let (officer, key) = dice.pick(&keys);
    let organisation = city.organisation(key).id;
    let answering = city.who(officer).await.may_answer(organisation, tree)?;
    let deciding = city.who(city::CONTROLLER).await.may_decide(organisation, tree)?;
    let kind = dice.pick(&AnswerKind::ALL);
    let (choice, now) = (dice.roll(11), clock.now());
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
                    9 => obligations::cancel(conn, &deciding, id, "eskirgan", now).await.map(drop),
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

async fn kept_obligations(raw: &mut Raw) -> String {
    let rows: Vec<(NaiveDate, i64, String, i64)> =
        raw.rows("SELECT month, organisation_id, class, n FROM obligation_month").await;
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
        }
    }
    assert!(done > 20 && refused > 20, "{done} acts were done and {refused} were refused");
}

async fn the_counts_of_ratings_equal_a_recount_after_anything(base: Base) {
    let clock = FrozenClock::at("2026-12-28T05:00:00Z".parse().unwrap());
    let city = City::build(&base.store, clock.now()).await;
    let mut dice = Dice(5);
    for _ in 0..200 {
        let service = dice.pick(&["soliq-malumotnoma", "suv-ulash"]);
        let voter = format!("voter-{}", dice.roll(12));
        let mark = u8::try_from(dice.roll(5) + 1).unwrap();
        let day = clock.today() + Days::new(dice.roll(8));
        let (vote, now) = (city.vote(service, &voter, mark, day), clock.now());
        let rated = base
            .store
            .write(move |conn| Box::pin(async move { store::ratings::rate(conn, &vote, now).await }));
        rated.await.expect("the vote is kept");
        clock.advance(chrono::TimeDelta::minutes(1));
    }
    let mut raw = base.raw().await;
    let marks = "mark_1, mark_2, mark_3, mark_4, mark_5";
    let kept: Vec<(NaiveDate, i64, i64, i64, i64, i64, i64)> =
        raw.rows(&format!("SELECT day, service_id, {marks} FROM rating_day")).await;
    let of_days = lines(kept.into_iter().flat_map(|(day, service, a, b, c, d, e)| {
        [a, b, c, d, e].into_iter().zip(1_i64..).map(move |(n, mark)| ((day, service, mark), n))
    }));
    let kept: Vec<(NaiveDate, i64, i64, i64, i64, i64, i64)> =
        raw.rows(&format!("SELECT month, organisation_id, {marks} FROM rating_month")).await;
    let of_months = lines(kept.into_iter().flat_map(|(month, organisation, a, b, c, d, e)| {
        [a, b, c, d, e].into_iter().zip(1_i64..).map(move |(n, mark)| ((month, organisation, mark), n))
    }));
    let ratings: Vec<(NaiveDate, i64, i64, i64)> = raw
        .rows(
            "SELECT rating.day, rating.service_id, service.organisation_id, CAST(rating.mark AS BIGINT)
             FROM rating JOIN service ON service.id = rating.service_id",
        )
        .await;
    assert!(ratings.len() > 50, "{} ratings", ratings.len());
    assert_eq!(of_days, lines(ratings.iter().map(|&(day, service, _, mark)| ((day, service, mark), 1))));
    let months = ratings.iter().map(|&(day, _, organisation, mark)| ((month_of(day), organisation, mark), 1));
    assert_eq!(of_months, lines(months));
}
