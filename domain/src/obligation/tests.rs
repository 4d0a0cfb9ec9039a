use proptest::prelude::*;

use super::*;
use crate::{
    language::Language,
    people::{Grant, Role, Tree, Who},
    written::TEXT_LIMIT,
};

const ARCHIVE: OrganisationId = OrganisationId(2);
const OFFICER: PersonId = PersonId(1);
const CONTROLLER: PersonId = PersonId(9);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn who(person: PersonId) -> Who {
    let grants =
        [Role::Officer, Role::Controller].map(|role| Grant { role, organisation: OrganisationId(1) });
    Who {
        person,
        name: "Kishi".into(),
        language: Language::UzLatn,
        grants: grants.into(),
        stands_in: Vec::new(),
    }
}

fn tree() -> Tree {
    let city = OrganisationId(1);
    Tree::from_parents([(city, None), (ARCHIVE, Some(city)), (OrganisationId(3), Some(city))])
}

fn answering(organisation: OrganisationId) -> MayAnswer {
    who(OFFICER).may_answer(organisation, &tree()).unwrap()
}

fn deciding(person: PersonId, organisation: OrganisationId) -> MayDecide {
    who(person).may_decide(organisation, &tree()).unwrap()
}

fn life(state: State) -> Life {
    let submitted_on = matches!(state, State::Reported | State::Accepted).then(|| day("2026-11-20"));
    Life { organisation: ARCHIVE, state, submitted_on, answered_by: submitted_on.map(|_| OFFICER) }
}

#[test]
fn each_step_is_allowed_only_where_it_makes_sense() {
    use Refusal::{AlreadyAccepted, AlreadyReported, Cancelled, NothingToReview};
    let (officer, controller) = (answering(ARCHIVE), deciding(CONTROLLER, ARCHIVE));
    let at = "2026-11-23T10:00:00Z".parse().unwrap();
    let after = |change: Result<Change, Refusal>| change.map(|change| change.to);
    for (state, report, accept, send_back, cancel) in [
        (State::Open, Ok(State::Reported), Err(NothingToReview), Err(NothingToReview), Ok(State::Cancelled)),
        (
            State::Returned,
            Ok(State::Reported),
            Err(NothingToReview),
            Err(NothingToReview),
            Ok(State::Cancelled),
        ),
        (
            State::Reported,
            Err(AlreadyReported),
            Ok(State::Accepted),
            Ok(State::Returned),
            Ok(State::Cancelled),
        ),
        (
            State::Accepted,
            Err(AlreadyAccepted),
            Err(AlreadyAccepted),
            Err(AlreadyAccepted),
            Err(AlreadyAccepted),
        ),
        (State::Cancelled, Err(Cancelled), Err(Cancelled), Err(Cancelled), Err(Cancelled)),
    ] {
        let life = life(state);
        assert_eq!(after(life.report(&officer, at)), report, "report when {state:?}");
        assert_eq!(after(life.tell_progress(&officer)), report.map(|_| state), "progress when {state:?}");
        assert_eq!(after(life.accept(&controller)), accept, "accept when {state:?}");
        assert_eq!(after(life.send_back(&controller, "sabab")), send_back, "return when {state:?}");
        assert_eq!(after(life.cancel(&controller, "sabab")), cancel, "cancel when {state:?}");
    }
}

#[test]
fn nobody_accepts_his_own_report() {
    let own = deciding(OFFICER, ARCHIVE);
    assert_eq!(life(State::Reported).accept(&own), Err(Refusal::OwnAnswer));
    assert!(life(State::Reported).accept(&deciding(CONTROLLER, ARCHIVE)).is_ok());
}

#[test]
fn a_right_for_one_organisation_is_of_no_use_for_another() {
    let elsewhere = OrganisationId(3);
    let at = "2026-11-23T10:00:00Z".parse().unwrap();
    assert_eq!(life(State::Open).report(&answering(elsewhere), at), Err(Refusal::NotYours));
    assert_eq!(life(State::Reported).accept(&deciding(CONTROLLER, elsewhere)), Err(Refusal::NotYours));
    assert_eq!(life(State::Open).cancel(&deciding(CONTROLLER, elsewhere), "sabab"), Err(Refusal::NotYours));
}

#[test]
fn a_return_needs_a_reason_and_forgets_the_report() {
    let controller = deciding(CONTROLLER, ARCHIVE);
    let long = "x".repeat(TEXT_LIMIT + 1);
    for (reason, expected) in [
        ("", Err(Refusal::ReasonMissing)),
        (" \n\u{200B}", Err(Refusal::ReasonMissing)),
        (long.as_str(), Err(Refusal::ReasonTooLong)),
        (" Hujjat yoʻq ", Ok(Some("Hujjat yoʻq".to_owned()))),
    ] {
        let change = life(State::Reported).send_back(&controller, reason);
        assert_eq!(change.clone().map(|change| change.reason), expected, "{reason:?}");
        assert!(change.is_err() || change.is_ok_and(|change| change.submitted_on.is_none()));
    }
    assert_eq!(life(State::Open).cancel(&controller, " "), Err(Refusal::ReasonMissing));
}

#[test]
fn the_day_of_a_report_is_the_day_in_tashkent() {
    for (at, on) in [("2026-12-20T18:59:59Z", "2026-12-20"), ("2026-12-20T19:00:00Z", "2026-12-21")] {
        let change = life(State::Open).report(&answering(ARCHIVE), at.parse().unwrap()).unwrap();
        assert_eq!(change.submitted_on, Some(day(on)));
        assert_eq!(is_late(day("2026-12-20"), day(on)), on == "2026-12-21");
    }
}

#[test]
fn how_an_obligation_stands() {
    let due = day("2026-12-20");
    for (state, submitted_on, has_answer, today, expected) in [
        (State::Open, None, false, "2026-12-01", Standing::NotStarted),
        (State::Open, None, true, "2026-12-01", Standing::Working),
        (State::Open, None, true, "2026-12-12", Standing::Working),
        (State::Open, None, true, "2026-12-13", Standing::DueSoon { days: 7 }),
        (State::Open, None, false, "2026-12-19", Standing::DueSoon { days: 1 }),
        (State::Open, None, false, "2026-12-20", Standing::DueToday),
        (State::Open, None, true, "2026-12-21", Standing::Overdue { days: 1 }),
        (State::Returned, None, true, "2027-01-20", Standing::Overdue { days: 31 }),
        (State::Reported, Some("2026-12-20"), true, "2027-03-01", Standing::UnderReview { late: false }),
        (State::Reported, Some("2026-12-21"), true, "2027-03-01", Standing::UnderReview { late: true }),
        (State::Accepted, Some("2026-12-20"), true, "2027-03-01", Standing::Done { late: false }),
        (State::Accepted, Some("2026-12-21"), true, "2027-03-01", Standing::Done { late: true }),
        (State::Cancelled, None, false, "2027-03-01", Standing::Cancelled),
    ] {
        let found = standing(state, due, submitted_on.map(day), has_answer, day(today));
        assert_eq!(found, expected, "{state:?} on {today}");
    }
}

#[test]
fn the_most_urgent_stands_first() {
    let in_order = [
        Standing::Overdue { days: 30 },
        Standing::Overdue { days: 1 },
        Standing::DueToday,
        Standing::DueSoon { days: 1 },
        Standing::DueSoon { days: 7 },
        Standing::NotStarted,
        Standing::Working,
        Standing::UnderReview { late: true },
        Standing::UnderReview { late: false },
        Standing::Done { late: true },
        Standing::Done { late: false },
        Standing::Cancelled,
    ];
    assert!(in_order.is_sorted_by(|first, second| first < second));
}

proptest! {
    #[test]
    fn a_report_made_in_time_is_never_late_or_overdue_however_slow_the_controller(
        early in 0_u64..400,
        slow in 0_u64..400,
        accepted: bool,
    ) {
        let due = day("2026-12-20");
        let submitted_on = due - chrono::Days::new(early);
        let state = if accepted { State::Accepted } else { State::Reported };
        let found = standing(state, due, Some(submitted_on), true, submitted_on + chrono::Days::new(slow));
        let expected = if accepted { Standing::Done { late: false } } else { Standing::UnderReview { late: false } };
        prop_assert_eq!(found, expected);
    }

    #[test]
    fn an_open_obligation_never_grows_less_urgent(from in 0_u64..500, has_answer: bool) {
        let due = day("2026-12-20");
        let on = |offset: u64| {
            standing(State::Open, due, None, has_answer, day("2026-06-01") + chrono::Days::new(offset))
        };
        prop_assert!(on(from + 1) <= on(from));
    }
}

#[test]
fn a_report_is_taken_back_until_control_has_decided() {
    let (officer, decided) = (answering(ARCHIVE), "2026-11-10T10:00:00Z".parse().ok());
    let after = |state: State, decided_at| life(state).take_back(&officer, decided_at);
    let back = after(State::Reported, None).unwrap();
    assert_eq!((back.to, back.submitted_on), (State::Open, None));
    assert_eq!(after(State::Reported, decided).unwrap().to, State::Returned, "it was sent back before");
    for (state, refusal) in [
        (State::Open, Refusal::NothingToTakeBack),
        (State::Returned, Refusal::NothingToTakeBack),
        (State::Accepted, Refusal::AlreadyAccepted),
        (State::Cancelled, Refusal::Cancelled),
    ] {
        assert_eq!(after(state, None), Err(refusal), "{state:?}");
    }
    let stranger = answering(OrganisationId(3));
    assert_eq!(life(State::Reported).take_back(&stranger, None), Err(Refusal::NotYours));
}
