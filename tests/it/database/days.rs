//! Due days that change after their obligations were made: a holiday announced later, a rule read anew.

use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::{Certainty, DayKind, Weeks};
use domain::deadline::Rule;
use domain::ids::{MeasureId, ObligationId};
use domain::obligation::State;
use domain::people::MayAdminister;
use store::import::{self, CalendarDraft, CalendarImported, Change};
use store::news::{self, NewsKind};
use store::obligations::{self, Batch, BatchKind, DueChange, ObligationView};
use store::{NotDone, StoreError, plan};

use crate::support::city::{self, City};
use crate::support::databases::{Base, on_both};

on_both!(
    a_holiday_announced_later_moves_what_is_open_and_tells_once,
    a_granted_day_stays_unless_it_becomes_a_holiday,
    a_rule_read_anew_takes_what_is_open_along,
    what_the_new_rule_does_not_ask_for_is_cancelled,
    a_rule_set_right_asks_again_for_what_was_cancelled_by_mistake,
    the_end_of_a_plan_is_kept_and_told,
);

/// Tuesday, two weeks before the day of the first measure.
const NOW: &str = "2026-12-01T05:00:00Z";

fn now() -> DateTime<Utc> {
    NOW.parse().unwrap()
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn build(base: &Base) -> City {
    let city = City::build(&base.store, "2026-10-28T05:00:00Z".parse().unwrap()).await;
    city.make_obligations(day("2026-12-01"), now()).await;
    city
}

fn holiday(date: &str, kind: Option<DayKind>) -> CalendarDraft {
    CalendarDraft {
        date: day(date),
        weeks: Weeks::All,
        kind,
        name: "Xalqlar doʻstligi kuni".into(),
        certain: Certainty::Certain,
        source: "test".into(),
    }
}

async fn announce(base: &Base, draft: CalendarDraft) -> CalendarImported {
    let right = MayAdminister::at_the_machine();
    let done: Result<_, NotDone> = base
        .store
        .write(move |conn| Box::pin(async move { import::calendar(conn, &right, &[draft], now()).await }))
        .await;
    done.expect("the calendar is changed")
}

async fn view(base: &Base, id: ObligationId) -> ObligationView {
    let found: Result<_, StoreError> =
        base.store.read(|conn| Box::pin(async move { obligations::view(conn, id).await })).await;
    found.unwrap().expect("the obligation")
}

/// What is to be told of changed days, taken away.
async fn told(base: &Base) -> Vec<Batch> {
    let told: Result<_, StoreError> = base
        .store
        .write(|conn| {
            Box::pin(async move {
                let mut batches = Vec::new();
                for line in news::take(conn, 100).await? {
                    news::done(conn, line.id).await?;
                    if line.kind == NewsKind::DaysMoved {
                        batches.extend(obligations::take_batch(conn, line.subject).await?);
                    }
                }
                Ok(batches)
            })
        })
        .await;
    told.unwrap()
}

/// The open count of all organisations by the month of the due day.
async fn open_in(base: &Base, month: &str) -> i64 {
    let sql = format!("SELECT CAST(SUM(open) AS BIGINT) FROM obligation_month WHERE month = '{month}'");
    base.raw().await.number(&sql).await
}

async fn report(base: &Base, city: &City, id: ObligationId) {
    let officer = city.who(city::OFFICER).await;
    let right = officer.may_answer(city.organisation("soliq").id, &city.catalogue.tree).unwrap();
    let answer = domain::answers::Answer::new(domain::answers::AnswerKind::Done);
    let done: Result<_, NotDone> = base
        .store
        .write(move |conn| {
            Box::pin(async move { obligations::answer(conn, &right, id, &answer, now()).await.map(drop) })
        })
        .await;
    done.unwrap();
}

/// The obligations of an organisation due in December 2026: that of the first measure, and the monthly one.
async fn of(city: &City, base: &Base, key: &str) -> (ObligationId, ObligationId) {
    let ids = city.obligations_of(key, &mut base.raw().await).await;
    let mut found = (None, None);
    for id in ids {
        let one = view(base, id).await;
        match (one.measure_number, one.due) {
            (1, _) => found.0 = Some(id),
            (2, due) if due == day("2026-12-07") => found.1 = Some(id),
            _ => {}
        }
    }
    (found.0.unwrap(), found.1.unwrap())
}

async fn a_holiday_announced_later_moves_what_is_open_and_tells_once(base: Base) {
    let city = build(&base).await;
    let (reported, _) = of(&city, &base, "soliq").await;
    let (open, monthly) = of(&city, &base, "suv").await;
    report(&base, &city, reported).await;
    told(&base).await;
    let december = open_in(&base, "2026-12-01").await;

    let first = announce(&base, holiday(city::FIRST_DUE, Some(DayKind::Holiday))).await;
    assert_eq!((first.changes, first.moved), (vec![Change::New], 2), "those that were not reported");
    let moved = view(&base, open).await;
    assert_eq!((moved.original_due, moved.due, moved.due_version), (day("2026-12-15"), day("2026-12-16"), 2));
    assert_eq!(view(&base, reported).await.due, day("2026-12-15"), "what was reported stays");
    assert_eq!(view(&base, monthly).await.due_version, 1);
    assert_eq!(open_in(&base, "2026-12-01").await, december);
    let event = "SELECT CAST(COUNT(*) AS BIGINT) FROM event WHERE action = 'day_moved'
                 AND before LIKE '%2026-12-15%' AND after LIKE '%2026-12-16%' AND reason LIKE 'Xalqlar%'";
    assert_eq!(base.raw().await.number(event).await, 2);

    let again = announce(&base, holiday(city::FIRST_DUE, Some(DayKind::Holiday))).await;
    assert_eq!((again.changes, again.moved), (vec![Change::Unchanged], 0));
    let batches = told(&base).await;
    assert_eq!(batches.len(), 1, "{batches:?}");
    assert_eq!(batches[0].kind, BatchKind::Calendar);
    assert_eq!(batches[0].moves.len(), 2);
    assert!(told(&base).await.is_empty());

    let back = announce(&base, holiday(city::FIRST_DUE, None)).await;
    assert_eq!((back.changes, back.moved), (vec![Change::Removed], 2));
    assert_eq!(view(&base, open).await.due, day("2026-12-15"));
}

async fn a_granted_day_stays_unless_it_becomes_a_holiday(base: Base) {
    let city = build(&base).await;
    let (extended, _) = of(&city, &base, "suv").await;
    let by = city.who(city::CONTROLLER).await.person;
    let granted: Result<bool, StoreError> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                let why = DueChange::Extended { by, reason: "koʻp ish" };
                obligations::move_due(conn, extended, day("2026-12-22"), why, now()).await
            })
        })
        .await;
    assert!(granted.unwrap());
    announce(&base, holiday(city::FIRST_DUE, Some(DayKind::Holiday))).await;
    let one = view(&base, extended).await;
    assert_eq!(
        (one.due, one.extended_from),
        (day("2026-12-22"), Some(day("2026-12-16"))),
        "by the plan it moved"
    );
    announce(&base, holiday("2026-12-22", Some(DayKind::AdditionalOff))).await;
    assert_eq!(view(&base, extended).await.due, day("2026-12-23"));
}

async fn confirm(base: &Base, measure: MeasureId, rule: &str) {
    let rule = Rule::from_short(rule).unwrap();
    let right = MayAdminister::at_the_machine();
    let done: Result<_, NotDone> = base
        .store
        .write(move |conn| Box::pin(async move { plan::confirm(conn, &right, measure, &rule, now()).await }))
        .await;
    done.unwrap().expect("the measure");
}

async fn a_rule_read_anew_takes_what_is_open_along(base: Base) {
    let city = build(&base).await;
    let (_, reported) = of(&city, &base, "soliq").await;
    let (other, open) = of(&city, &base, "suv").await;
    report(&base, &city, reported).await;
    told(&base).await;
    let measure = view(&base, open).await.measure;
    confirm(&base, measure, "monthly 12").await;
    let moved = view(&base, open).await;
    assert_eq!((moved.original_due, moved.due), (day("2026-12-12"), day("2026-12-12")), "a working Saturday");
    assert_eq!(view(&base, reported).await.due, day("2026-12-07"), "what was reported stays");
    assert_eq!(view(&base, other).await.due_version, 1, "other measures stay");
    let batches = told(&base).await;
    assert_eq!(batches.len(), 1);
    assert_eq!(batches[0].kind, BatchKind::Rule);
    confirm(&base, measure, "monthly 12").await;
    assert!(told(&base).await.is_empty(), "the same rule again moves nothing");
    assert_eq!(city.make_obligations(day("2026-12-01"), now()).await, 0, "nothing is made twice");
}

async fn what_the_new_rule_does_not_ask_for_is_cancelled(base: Base) {
    let city = build(&base).await;
    let (_, reported) = of(&city, &base, "soliq").await;
    let (_, open) = of(&city, &base, "suv").await;
    report(&base, &city, reported).await;
    told(&base).await;
    let measure = view(&base, open).await.measure;
    let before = base.store.read(|conn| Box::pin(obligations::size_of_plan(conn))).await;
    let before: Result<_, StoreError> = before;
    confirm(&base, measure, "quarterly +1 10").await;
    let after = base.store.read(|conn| Box::pin(obligations::size_of_plan(conn))).await;
    let after: Result<_, StoreError> = after;
    assert_ne!(before.unwrap(), after.unwrap(), "the planner sees that something is missing");
    assert_eq!(view(&base, open).await.state, State::Cancelled);
    assert_eq!(view(&base, reported).await.state, State::Reported);
    let batches = told(&base).await;
    assert!(batches[0].moves.iter().all(|one| one.after.is_none()) && batches[0].moves.len() > 1);
    assert!(city.make_obligations(day("2026-12-01"), now()).await > 0, "the new rule asks for its own");
    let unsettled =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM obligation_month WHERE open < 0 OR not_applicable < 0";
    assert_eq!(base.raw().await.number(unsettled).await, 0);
}

async fn a_rule_set_right_asks_again_for_what_was_cancelled_by_mistake(base: Base) {
    let city = build(&base).await;
    let (_, open) = of(&city, &base, "suv").await;
    told(&base).await;
    let (measure, december) = (view(&base, open).await.measure, open_in(&base, "2026-12-01").await);
    confirm(&base, measure, "yearly 01-20").await;
    assert_eq!(view(&base, open).await.state, State::Cancelled);
    told(&base).await;
    confirm(&base, measure, "monthly 5").await;
    let again = view(&base, open).await;
    assert_eq!(
        (again.state, again.original_due, again.due),
        (State::Open, day("2026-12-05"), day("2026-12-07"))
    );
    assert_eq!(again.state_version, 2, "an old button decides nothing");
    assert_eq!(open_in(&base, "2026-12-01").await, december);
    let batches = told(&base).await;
    let asked = batches[0].moves.iter().find(|one| one.obligation == open).unwrap();
    assert_eq!((asked.before, asked.after), (day("2026-12-07"), Some(day("2026-12-07"))));
    let event = "SELECT CAST(COUNT(*) AS BIGINT) FROM event WHERE action = 'rule_restored' AND subject_id = ";
    assert_eq!(base.raw().await.number(&format!("{event}{open}")).await, 1);
    let unsettled =
        "SELECT CAST(COUNT(*) AS BIGINT) FROM obligation_month WHERE open < 0 OR not_applicable < 0";
    assert_eq!(base.raw().await.number(unsettled).await, 0);

    // What a person cancelled stays so, whatever the rule says.
    cancel(&base, &city, open).await;
    confirm(&base, measure, "monthly 12").await;
    assert_eq!(view(&base, open).await.state, State::Cancelled);
}

async fn cancel(base: &Base, city: &City, id: ObligationId) {
    let controller = city.who(city::CONTROLLER).await;
    let right = controller.may_decide(city.organisation("suv").id, &city.catalogue.tree).unwrap();
    let done: Result<_, NotDone> = base
        .store
        .write(move |conn| {
            Box::pin(
                async move { obligations::cancel(conn, &right, (id, None), "xato", now()).await.map(drop) },
            )
        })
        .await;
    done.unwrap();
}

async fn the_end_of_a_plan_is_kept_and_told(base: Base) {
    let city = build(&base).await;
    let (_, open) = of(&city, &base, "suv").await;
    told(&base).await;
    let plan = view(&base, open).await.plan;
    let ended: Result<_, NotDone> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                let right = MayAdminister::at_the_machine();
                obligations::end_plan(conn, &right, plan, day("2026-12-01"), now()).await
            })
        })
        .await;
    let cancelled = ended.unwrap();
    assert!(cancelled > 1);
    let batches = told(&base).await;
    assert_eq!((batches.len(), batches[0].kind), (1, BatchKind::Plan));
    assert_eq!(batches[0].moves.len() as u64, cancelled);
    let events = "SELECT CAST(COUNT(*) AS BIGINT) FROM event WHERE action = 'plan_ended'";
    assert_eq!(base.raw().await.number(events).await.unsigned_abs(), cancelled);
    let measure = view(&base, open).await.measure;
    confirm(&base, measure, "monthly 5").await;
    assert_eq!(view(&base, open).await.state, State::Cancelled, "the plan is over");
}
