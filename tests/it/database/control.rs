//! More time, several reports at once, whose turn it is: one truth, however many act at the same moment.

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::ageing::{Holder, Steps};
use domain::answers::{Answer, AnswerKind};
use domain::clock::{Clock, FrozenClock, tashkent_day};
use domain::compliance::{Class, Extended, Figures};
use domain::ids::{ExtensionId, ObligationId};
use domain::obligation::State;
use domain::people::Scope;
use domain::refusal::Refusal;
use store::obligations::{self, Extension, OneOf, Verdict};
use store::{NotDone, Store, StoreError, ageing, boards};

use crate::support::city::{self, City};
use crate::support::databases::{Base, Raw, on_both};

on_both!(
    of_two_officers_at_once_one_asks_for_more_time,
    of_two_controllers_at_once_one_decides_about_more_time,
    the_rate_by_the_original_days_equals_a_recount,
    several_controllers_accept_the_same_reports_at_once,
    whose_turn_it_is_is_counted_as_the_rule_says,
);

fn now() -> DateTime<Utc> {
    "2026-11-30T05:00:00Z".parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn city_with_obligations(base: &Base) -> (City, Vec<ObligationId>) {
    let city = City::build(&base.store, now()).await;
    city.make_obligations(day("2026-11-30"), now()).await;
    let mut raw = base.raw().await;
    let mut all = city.obligations_of("soliq", &mut raw).await;
    all.extend(city.obligations_of("suv", &mut raw).await);
    assert!(all.len() >= 6, "{all:?}");
    (city, all)
}

/// Who answers for this obligation, by the key of the organisation.
async fn ask(
    store: &Store,
    city: &City,
    (key, id): (&str, ObligationId),
    wanted: NaiveDate,
    at: DateTime<Utc>,
) -> Result<Extension, NotDone> {
    let officer = if key == "soliq" { city::OFFICER } else { city::OTHER_OFFICER };
    let right = city.who(officer).await.may_answer(city.organisation(key).id, &city.catalogue.tree)?;
    let catalogue = std::sync::Arc::clone(&city.catalogue);
    store
        .write(move |conn| {
            Box::pin(async move {
                obligations::ask_more(conn, &right, id, (wanted, "xarid"), &catalogue, at).await
            })
        })
        .await
}

async fn decide(
    store: &Store,
    city: &City,
    key: &str,
    id: ExtensionId,
    grants: bool,
    at: DateTime<Utc>,
) -> Result<Extension, NotDone> {
    let right =
        city.who(city::CONTROLLER).await.may_decide(city.organisation(key).id, &city.catalogue.tree)?;
    let catalogue = std::sync::Arc::clone(&city.catalogue);
    store
        .write(move |conn| {
            Box::pin(async move {
                if grants {
                    obligations::grant_more(conn, &right, id, &catalogue, at).await
                } else {
                    obligations::refuse_more(conn, &right, id, "vaqt yetarli", at).await
                }
            })
        })
        .await
}

async fn of_two_officers_at_once_one_asks_for_more_time(base: Base) {
    let (city, all) = city_with_obligations(&base).await;
    let stores = [base.store.clone(), base.another_store().await];
    let asking = stores.iter().cycle().take(6).map(|store| {
        let (store, city, id) = (store.clone(), city.clone(), all[0]);
        tokio::spawn(async move { ask(&store, &city, ("soliq", id), day("2027-01-15"), now()).await })
    });
    let mut asked = 0;
    for one in asking.collect::<Vec<_>>() {
        match one.await.unwrap() {
            Ok(_) => asked += 1,
            Err(NotDone::Refused(Refusal::ExtensionWaits)) => {}
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!(asked, 1);
    let mut raw = base.raw().await;
    for table in
        ["extension", "event WHERE action = 'extension_asked'", "news WHERE kind = 'extension_asked'"]
    {
        assert_eq!(raw.number(&format!("SELECT CAST(count(*) AS BIGINT) FROM {table}")).await, 1, "{table}");
    }
}

async fn of_two_controllers_at_once_one_decides_about_more_time(base: Base) {
    let (city, all) = city_with_obligations(&base).await;
    let asked = ask(&base.store, &city, ("soliq", all[0]), day("2027-01-15"), now()).await.unwrap();
    let stores = [base.store.clone(), base.another_store().await];
    let deciding = stores.iter().cycle().take(6).enumerate().map(|(number, store)| {
        let (store, city) = (store.clone(), city.clone());
        tokio::spawn(async move { decide(&store, &city, "soliq", asked.id, number % 2 == 0, now()).await })
    });
    let mut decided = Vec::new();
    for one in deciding.collect::<Vec<_>>() {
        match one.await.unwrap() {
            Ok(extension) => decided.push(extension),
            Err(NotDone::Refused(Refusal::ExtensionDecided)) => {}
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!(decided.len(), 1, "{decided:?}");
    let one: Result<_, StoreError> =
        base.store.read(|conn| Box::pin(obligations::view(conn, asked.obligation))).await;
    let one = one.unwrap().unwrap();
    let moved = decided[0].granted.is_some();
    assert_eq!(one.due == day("2027-01-15"), moved, "{one:?}");
    assert_eq!(one.extended_from.is_some(), moved);
    assert_eq!(one.asked_more_at, None);
    let mut raw = base.raw().await;
    let events =
        "SELECT CAST(count(*) AS BIGINT) FROM event WHERE action IN ('extended', 'extension_refused')";
    assert_eq!(raw.number(events).await, 1);
}

/// A small generator of numbers: the same sequence each time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % sides
    }
}

async fn act(city: &City, dice: &mut Dice, all: &[ObligationId], clock: &FrozenClock) -> Result<(), NotDone> {
    let at = clock.now();
    let id = all[usize::try_from(dice.roll(all.len() as u64)).unwrap()];
    let view: Result<_, StoreError> = city.store.read(|conn| Box::pin(obligations::view(conn, id))).await;
    let view = view.unwrap().unwrap();
    let key = if view.organisation == city.organisation("soliq").id { "soliq" } else { "suv" };
    let officer = if key == "soliq" { city::OFFICER } else { city::OTHER_OFFICER };
    let tree = &city.catalogue.tree;
    let answers = city.who(officer).await.may_answer(view.organisation, tree)?;
    let decides = city.who(city::CONTROLLER).await.may_decide(view.organisation, tree)?;
    let waiting: Result<_, StoreError> =
        city.store.read(|conn| Box::pin(obligations::undecided(conn, id))).await;
    match (dice.roll(7), waiting.unwrap()) {
        (0..3, None) => {
            let wanted = view.due.max(tashkent_day(at)) + Days::new(1 + dice.roll(60));
            ask(&city.store, city, (key, id), wanted, at).await.map(drop)
        }
        (0..3, Some(asked)) => decide(&city.store, city, key, asked.id, dice.roll(3) > 0, at).await.map(drop),
        (3..5, _) => {
            let done = Answer::new(AnswerKind::Done);
            city.store
                .write(move |conn| {
                    Box::pin(
                        async move { obligations::answer(conn, &answers, id, &done, at).await.map(drop) },
                    )
                })
                .await
        }
        (5, _) => {
            city.store
                .write(move |conn| {
                    Box::pin(async move { obligations::accept(conn, &decides, id, None, at).await.map(drop) })
                })
                .await
        }
        _ => {
            city.store
                .write(move |conn| {
                    Box::pin(async move {
                        obligations::send_back(conn, &decides, id, None, "chala", at).await.map(drop)
                    })
                })
                .await
        }
    }
}

type RawObligation = (NaiveDate, Option<NaiveDate>, String, Option<NaiveDate>);

async fn the_rate_by_the_original_days_equals_a_recount(base: Base) {
    let (city, all) = city_with_obligations(&base).await;
    let clock = FrozenClock::at(now());
    let mut dice = Dice(1298);
    let mut raw = base.raw().await;
    let mut differed = 0;
    for step in 0..160 {
        match act(&city, &mut dice, &all, &clock).await {
            Ok(()) | Err(NotDone::Refused(_)) => {}
            Err(error) => panic!("step {step}: {error}"),
        }
        clock.advance(chrono::TimeDelta::hours(9));
        if step % 20 != 19 {
            continue;
        }
        let today = clock.today();
        let rows: Vec<RawObligation> =
            raw.rows("SELECT due, extended_from, state, submitted_on FROM obligation").await;
        for (from, to) in
            [("2026-10-01", "2026-12-31"), ("2027-01-01", "2027-03-31"), ("2000-01-01", "2199-12-31")]
        {
            let span = day(from)..=day(to);
            let count = |original: bool| {
                let counted = rows.iter().map(|(due, before, state, submitted_on)| {
                    let due = before.filter(|_| original).unwrap_or(*due);
                    (due, Class::of(State::from_code(state).unwrap(), due, *submitted_on), 1)
                });
                Figures::on(today, counted.filter(|(due, ..)| span.contains(due)))
            };
            let extended = extended(&base, &span).await;
            let figures = count(false).by_original_days(today, |day| span.contains(&day), &extended);
            assert_eq!(figures, count(true), "after step {step}, {from}");
            differed += usize::from(count(true).on_time_rate() != count(false).on_time_rate());
        }
    }
    assert!(differed > 3, "the rates differed {differed} times");
}

async fn extended(base: &Base, span: &std::ops::RangeInclusive<NaiveDate>) -> Vec<Extended> {
    let (from, to) = (*span.start(), *span.end());
    let found: Result<_, StoreError> = base
        .store
        .read(move |conn| Box::pin(async move { boards::extended(conn, &Scope::All, from, to).await }))
        .await;
    found.unwrap().into_iter().map(|(_, one)| one).collect()
}

async fn report_all(city: &City, all: &[ObligationId], at: DateTime<Utc>) {
    for id in all {
        let id = *id;
        let view: Result<_, StoreError> = city.store.read(|conn| Box::pin(obligations::view(conn, id))).await;
        let organisation = view.unwrap().unwrap().organisation;
        let key_of_tax = organisation == city.organisation("soliq").id;
        let officer = if key_of_tax { city::OFFICER } else { city::OTHER_OFFICER };
        let right = city.who(officer).await.may_answer(organisation, &city.catalogue.tree).unwrap();
        let reported: Result<(), NotDone> = city
            .store
            .write(move |conn| {
                Box::pin(async move {
                    let done = Answer::new(AnswerKind::Done);
                    obligations::answer(conn, &right, id, &done, at).await.map(drop)
                })
            })
            .await;
        reported.unwrap();
    }
}

async fn several_controllers_accept_the_same_reports_at_once(base: Base) {
    let (city, all) = city_with_obligations(&base).await;
    report_all(&city, &all, now()).await;
    let who = city.who(city::CONTROLLER).await;
    let mut ones = Vec::new();
    for id in &all {
        let id = *id;
        let view: Result<_, StoreError> = city.store.read(|conn| Box::pin(obligations::view(conn, id))).await;
        let view = view.unwrap().unwrap();
        let right = who.may_decide(view.organisation, &city.catalogue.tree).unwrap();
        ones.push(OneOf { right, id, seen: view.state_version });
    }
    let stores = [base.store.clone(), base.another_store().await];
    let accepting = stores.iter().cycle().take(4).enumerate().map(|(number, store)| {
        let (store, mut ones) = (store.clone(), ones.clone());
        // Each has them in an order of his own.
        ones.rotate_left(number * 2);
        tokio::spawn(async move {
            let decided: Result<_, StoreError> = store
                .write(move |conn| {
                    Box::pin(async move {
                        obligations::decide_together(conn, &ones, Verdict::Accept, now()).await
                    })
                })
                .await;
            decided.unwrap()
        })
    });
    let mut accepted = 0;
    for one in accepting.collect::<Vec<_>>() {
        for (id, outcome) in one.await.unwrap() {
            match outcome {
                Ok(_) => accepted += 1,
                Err(Refusal::AlreadyAccepted) => {}
                Err(refusal) => panic!("{id}: {refusal}"),
            }
        }
    }
    assert_eq!(accepted, all.len());
    let mut raw = base.raw().await;
    let events = "SELECT CAST(count(*) AS BIGINT) FROM event WHERE action = 'accepted'";
    assert_eq!(raw.number(events).await, i64::try_from(all.len()).unwrap());
    let kept = "SELECT CAST(sum(accepted_on_time + accepted_late) AS BIGINT) FROM obligation_month";
    assert_eq!(raw.number(kept).await, i64::try_from(all.len()).unwrap());
}

async fn whose_turn_it_is_is_counted_as_the_rule_says(base: Base) {
    let (city, all) = city_with_obligations(&base).await;
    // Two reports and a request long ago, one of each just now.
    report_all(&city, &all[..2], now()).await;
    ask(&base.store, &city, ("soliq", all[2]), day("2027-02-15"), now()).await.unwrap();
    let later: DateTime<Utc> = "2026-12-07T05:00:00Z".parse().unwrap();
    report_all(&city, &all[all.len() - 1..], later).await;
    let today = tashkent_day(later);
    let catalogue = std::sync::Arc::clone(&city.catalogue);
    let counted: Result<_, StoreError> = base
        .store
        .read(move |conn| {
            Box::pin(async move { ageing::holders(conn, &Scope::All, &catalogue, today).await })
        })
        .await;
    let counted = counted.unwrap();
    let by_rule = by_rule(&mut base.raw().await, &city, today).await;
    assert_eq!([counted.officer, counted.controller, counted.deputy_hokim], by_rule);
    assert_eq!((counted.controller, counted.deputy_hokim), (1, 3), "{counted:?}");
}

type RawSteps = (String, DateTime<Utc>, Option<DateTime<Utc>>, Option<NaiveDate>, Option<DateTime<Utc>>);

async fn by_rule(raw: &mut Raw, city: &City, today: NaiveDate) -> [u64; 3] {
    let rows: Vec<RawSteps> =
        raw.rows("SELECT state, created_at, decided_at, submitted_on, asked_more_at FROM obligation").await;
    let working = city.catalogue.calendar.in_week(domain::calendar::Week::Five);
    let mut counts = [0; 3];
    for (state, made, decided, submitted, asked_more) in rows {
        let steps = Steps {
            state: State::from_code(&state).unwrap(),
            made: tashkent_day(made),
            decided: decided.map(tashkent_day),
            submitted,
            asked_more: asked_more.map(tashkent_day),
        };
        if let Some(ball) = steps.ball(today, domain::ageing::PATIENCE, working) {
            let place = Holder::ALL.iter().position(|holder| *holder == ball.holder).unwrap();
            counts[place] += 1;
        }
    }
    counts
}
