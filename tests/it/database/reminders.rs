//! How plans remind, which digests went out, and what people put off: the same on both databases.

use chrono::NaiveDate;
use domain::clock::{Clock, SystemClock};
use domain::delivery::Purpose;
use domain::ids::{ObligationId, PersonId, PlanId};
use domain::people::{Grant, MayAdminister, Role, Who};
use domain::refusal::Refusal;
use domain::reminders::{Draft, Policy as Reminding, Slot, Stage};
use futures_util::FutureExt;
use store::news::{self, NewsKind};
use store::obligations::{self, DueChange};
use store::outbox::{self, NewMessage, Policy, Priority};
use store::reminders::{self, Digest};
use store::{NotDone, StoreError, plan};

use crate::support::city::{self, City};
use crate::support::databases::{Base, on_both};

on_both!(
    a_plan_reminds_as_its_administrator_set_it_and_the_change_is_recorded,
    digests_are_noted_with_all_their_reminders_once,
    reminders_of_a_day_that_moved_stand_in_the_way_of_none,
    what_a_person_put_off_is_kept_once_and_ends_with_the_obligation,
    a_trial_is_taken_once,
);

const DAY: &str = "2026-12-01";

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn city(base: &Base) -> (City, Vec<ObligationId>, PersonId) {
    let now = SystemClock.now();
    let city = City::build(&base.store, now).await;
    city.make_obligations(day(city::FIRST_DUE), now).await;
    let obligations = city.obligations_of("soliq", &mut base.raw().await).await;
    let officer = city.who(city::OFFICER).await.person;
    (city, obligations, officer)
}

async fn the_plan(base: &Base) -> PlanId {
    let plans: Result<_, StoreError> = base.store.read(|conn| plan::plans(conn).boxed()).await;
    plans.unwrap()[0].id
}

async fn set(base: &Base, right: MayAdminister, policy: Reminding) -> Result<(), NotDone> {
    let (plan, now) = (the_plan(base).await, SystemClock.now());
    base.store
        .write(move |conn| {
            async move { reminders::set_policy(conn, &right, plan, &policy, now).await }.boxed()
        })
        .await
}

async fn a_plan_reminds_as_its_administrator_set_it_and_the_change_is_recorded(base: Base) {
    let (city, ..) = city(&base).await;
    let plan = the_plan(&base).await;
    let administrator = city.who(city::ADMINISTRATOR).await;
    let right = administrator.may_administer(&city.catalogue.tree).unwrap();
    let urgent: Reminding =
        Draft { before: vec![7, 2], urgent: true, ..Draft::default() }.try_into().unwrap();
    set(&base, right.clone(), urgent.clone()).await.unwrap();
    set(&base, right, urgent.clone()).await.unwrap();

    let own: Result<_, StoreError> = base.store.read(|conn| reminders::policies(conn).boxed()).await;
    let own = own.unwrap();
    assert_eq!(own.of(plan), &urgent);
    assert_eq!(own.of(PlanId(987_654)), &Reminding::default());
    let one: Result<_, StoreError> = base.store.read(|conn| reminders::policy(conn, plan).boxed()).await;
    assert_eq!(one.unwrap(), Some(urgent));

    // The change is recorded once, with what was and what is; saving the same again is no change.
    let mut raw = base.raw().await;
    let events: Vec<(Option<String>, Option<String>)> =
        raw.rows("SELECT before, after FROM event WHERE action = 'reminding_changed'").await;
    let [(Some(before), Some(after))] = &events[..] else { panic!("{events:?}") };
    assert!(before.contains("[10,5,3,1]") && after.contains("[7,2]"), "{before} {after}");

    let below = Grant { role: Role::Administrator, organisation: city.organisation("soliq").id };
    let of_one = Who { grants: vec![below], ..city.who(city::OFFICER).await };
    let right = of_one.may_administer(&city.catalogue.tree).unwrap();
    let refused = set(&base, right, Reminding::default()).await;
    assert!(matches!(refused, Err(NotDone::Refused(Refusal::NotYours))), "{refused:?}");
}

/// Writes a digest of one person that reminds of these at this stage.
async fn write(base: &Base, person: PersonId, on: &str, listed: bool, reminders: Vec<reminders::Made>) {
    let (now, on) = (SystemClock.now(), day(on));
    let written: Result<(), StoreError> = base
        .store
        .write(move |conn| {
            async move {
                let message = NewMessage {
                    chat_id: city::OFFICER,
                    person: Some(person),
                    purpose: Purpose::Digest,
                    method: "sendMessage",
                    body: "{}",
                    priority: Priority::Bulk,
                    policy: Policy::Resend,
                    dedupe: None,
                    not_before: now,
                };
                let message = outbox::put(conn, &message, now).await?.unwrap();
                reminders::note(conn, &[Digest { person, message, listed, reminders }], on, Slot::Morning)
                    .await
            }
            .boxed()
        })
        .await;
    written.unwrap();
}

async fn digests_are_noted_with_all_their_reminders_once(base: Base) {
    let (_city, obligations, officer) = city(&base).await;
    let stages = [Stage::Before(10), Stage::Promise(day("2026-11-20"))];
    let all: Vec<_> = obligations
        .iter()
        .flat_map(|one| stages.map(|stage| (*one, officer, stage, stage.version(1))))
        .collect();
    write(&base, officer, DAY, true, all.clone()).await;
    write(&base, officer, "2026-12-02", false, all.clone()).await;
    write(&base, officer, "2026-12-03", false, Vec::new()).await;
    let read: Result<_, StoreError> = base
        .store
        .read(|conn| {
            async move {
                Ok((
                    reminders::made_of_open(conn).await?,
                    reminders::digests_of(conn, day(DAY)).await?,
                    reminders::last_lists(conn).await?,
                    reminders::of_day(conn, officer, day("2026-12-02")).await?,
                ))
            }
            .boxed()
        })
        .await;
    let (mut made, digests, lists, again) = read.unwrap();
    let mut expected = all;
    made.sort();
    expected.sort();
    assert_eq!(made, expected);
    assert_eq!(digests, [(officer, Slot::Morning)]);
    assert_eq!(lists, [(officer, day(DAY))]);
    assert_eq!(again, [], "what was said before is not noted again");
}

async fn reminders_of_a_day_that_moved_stand_in_the_way_of_none(base: Base) {
    let (_city, obligations, officer) = city(&base).await;
    let (id, now) = (obligations[0], SystemClock.now());
    write(&base, officer, DAY, false, vec![(id, officer, Stage::Before(5), 1)]).await;
    let moved: Result<bool, StoreError> = base
        .store
        .write(move |conn| {
            async move {
                let why = DueChange::Extended { by: officer, reason: "yoʻl yopiq" };
                obligations::move_due(conn, id, day("2027-01-20"), why, now).await
            }
            .boxed()
        })
        .await;
    assert!(moved.unwrap());
    write(&base, officer, "2027-01-13", false, vec![(id, officer, Stage::Before(5), 2)]).await;
    let mut raw = base.raw().await;
    let sql = format!("SELECT due_version FROM reminder WHERE obligation_id = {id} ORDER BY due_version");
    let versions: Vec<(i64,)> = raw.rows(&sql).await;
    assert_eq!(versions, [(1,), (2,)], "the same stage of the new day is a reminder of its own");
}

async fn what_a_person_put_off_is_kept_once_and_ends_with_the_obligation(base: Base) {
    let (city, obligations, officer) = city(&base).await;
    let who = city.who(city::OFFICER).await;
    let right = who.may_answer(city.organisation("soliq").id, &city.catalogue.tree).unwrap();
    let (id, now) = (obligations[0], SystemClock.now());
    let put_off: Result<(), StoreError> = base
        .store
        .write(move |conn| {
            async move {
                reminders::snooze(conn, &right, id, day("2026-12-02"), now).await?;
                reminders::snooze(conn, &right, id, day("2026-12-04"), now).await
            }
            .boxed()
        })
        .await;
    put_off.unwrap();
    let snoozed = async || {
        let read: Result<_, StoreError> = base
            .store
            .read(|conn| {
                async move {
                    let all = reminders::snoozes_of_open(conn).await?;
                    Ok((reminders::snoozes_of(conn, officer).await?, all))
                }
                .boxed()
            })
            .await;
        read.unwrap()
    };
    let until = day("2026-12-04");
    assert_eq!(snoozed().await, (vec![(id, until)], vec![(id, officer, until)]));
    let mut raw = base.raw().await;
    let events = "SELECT CAST(count(*) AS BIGINT) FROM event WHERE action = 'snoozed'";
    assert_eq!(raw.number(events).await, 2);
    raw.run(&format!("UPDATE obligation SET state = 'reported' WHERE id = {id}")).await.unwrap();
    assert_eq!(snoozed().await, (vec![], vec![]));
}

async fn a_trial_is_taken_once(base: Base) {
    let (_city, obligations, officer) = city(&base).await;
    let (id, plan, now) = (obligations[0], the_plan(&base).await, SystemClock.now());
    let taken: Result<_, StoreError> = base
        .store
        .write(move |conn| {
            async move {
                reminders::ask_trial(conn, officer, plan, id, now).await?;
                let line = news::take(conn, 10).await?.pop().unwrap();
                assert_eq!(line.kind, NewsKind::ReminderTrial);
                let first = reminders::take_trial(conn, line.subject).await?;
                Ok((first, reminders::take_trial(conn, line.subject).await?))
            }
            .boxed()
        })
        .await;
    assert_eq!(taken.unwrap(), (Some((officer, id)), None));
}
