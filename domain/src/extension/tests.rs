use super::*;
use crate::{
    calendar::{Week, WorkingCalendar},
    ids::OrganisationId,
    language::Language,
    people::{Grant, Role, Tree, Who},
    written::TEXT_LIMIT,
};

const CITY: OrganisationId = OrganisationId(1);
const TAX: OrganisationId = OrganisationId(2);
const WATER: OrganisationId = OrganisationId(3);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn tree() -> Tree {
    Tree::from_parents([(CITY, None), (TAX, Some(CITY)), (WATER, Some(CITY))])
}

fn who(person: i64, role: Role, organisation: OrganisationId) -> Who {
    Who {
        person: PersonId(person),
        name: "Kimdir".into(),
        language: Language::UzLatn,
        grants: vec![Grant { role, organisation }],
        stands_in: Vec::new(),
    }
}

fn officer(organisation: OrganisationId) -> MayAnswer {
    who(1, Role::Officer, organisation).may_answer(organisation, &tree()).unwrap()
}

fn controller(person: i64, organisation: OrganisationId) -> MayDecide {
    who(person, Role::Controller, CITY).may_decide(organisation, &tree()).unwrap()
}

fn life(state: State) -> Life {
    Life { organisation: TAX, state, submitted_on: None, answered_by: None }
}

#[test]
fn more_time_is_asked_for_open_work_once_and_within_bounds() {
    let calendar = WorkingCalendar::default();
    for (state, undecided, wanted, today, expected) in [
        (State::Open, false, "2026-12-04", "2026-11-23", Ok("2026-12-04")),
        (State::Returned, false, "2026-12-04", "2026-11-23", Ok("2026-12-04")),
        // A Saturday becomes the Monday after it.
        (State::Open, false, "2026-12-05", "2026-11-23", Ok("2026-12-07")),
        (State::Open, false, "2026-11-28", "2026-11-23", Ok("2026-11-30")),
        (State::Open, false, "2026-11-27", "2026-11-23", Err(Refusal::ExtensionNotLater)),
        (State::Open, false, "2026-11-20", "2026-11-23", Err(Refusal::ExtensionNotLater)),
        // Overdue already: the new day must not be over.
        (State::Open, false, "2026-11-30", "2026-12-10", Err(Refusal::ExtensionNotLater)),
        (State::Open, false, "2026-12-10", "2026-12-10", Ok("2026-12-10")),
        (State::Open, false, "2027-05-26", "2026-11-23", Ok("2027-05-26")),
        (State::Open, false, "2027-05-27", "2026-11-23", Err(Refusal::ExtensionTooFar)),
        // Overdue for more than half a year.
        (State::Open, false, "2027-07-01", "2027-06-30", Ok("2027-07-01")),
        (State::Open, false, "2027-12-28", "2027-06-30", Err(Refusal::ExtensionTooFar)),
        (State::Open, false, "9999-01-01", "2026-11-23", Err(Refusal::ExtensionTooFar)),
        (State::Open, true, "2026-12-04", "2026-11-23", Err(Refusal::ExtensionWaits)),
        (State::Reported, false, "2026-12-04", "2026-11-23", Err(Refusal::AlreadyReported)),
        (State::Accepted, false, "2026-12-04", "2026-11-23", Err(Refusal::AlreadyAccepted)),
        (State::Cancelled, false, "2026-12-04", "2026-11-23", Err(Refusal::Cancelled)),
    ] {
        let life = life(state);
        let situation = Situation { life: &life, due: day("2026-11-27"), undecided, today: day(today) };
        let asked = situation.ask(&officer(TAX), day(wanted), "sabab", calendar.in_week(Week::Five));
        assert_eq!(
            asked.map(|wish| wish.wanted),
            expected.map(day),
            "{state:?} {undecided} {wanted} {today}"
        );
    }
}

#[test]
fn nobody_asks_for_another_organisation_or_without_a_reason() {
    let (calendar, life) = (WorkingCalendar::default(), life(State::Open));
    let situation =
        Situation { life: &life, due: day("2026-11-27"), undecided: false, today: day("2026-11-23") };
    let long = "ў".repeat(TEXT_LIMIT + 1);
    for (organisation, reason, expected) in [
        (WATER, "sabab", Err(Refusal::NotYours)),
        (TAX, " \u{200B} ", Err(Refusal::ReasonMissing)),
        (TAX, long.as_str(), Err(Refusal::ReasonTooLong)),
        (TAX, "  xarid kechikdi ", Ok("xarid kechikdi".to_owned())),
    ] {
        let asked =
            situation.ask(&officer(organisation), day("2026-12-04"), reason, calendar.in_week(Week::Five));
        assert_eq!(asked.map(|wish| wish.reason), expected, "{organisation} {reason}");
    }
}

#[test]
fn control_decides_once_and_never_about_its_own_request() {
    let calendar = WorkingCalendar::default();
    let (asker, other, due) = (1, 9, "2026-11-27");
    for (asking, state, person, organisation, due, expected) in [
        (Asking::Asked, State::Open, other, TAX, due, Ok("2026-12-07")),
        (Asking::Asked, State::Returned, other, TAX, due, Ok("2026-12-07")),
        // It was reported while the controller thought about it.
        (Asking::Asked, State::Reported, other, TAX, due, Ok("2026-12-07")),
        (Asking::Asked, State::Accepted, other, TAX, due, Err(Refusal::AlreadyAccepted)),
        (Asking::Asked, State::Cancelled, other, TAX, due, Err(Refusal::Cancelled)),
        (Asking::Asked, State::Open, other, WATER, due, Err(Refusal::NotYours)),
        (Asking::Asked, State::Open, asker, TAX, due, Err(Refusal::OwnRequest)),
        (Asking::Asked, State::Open, other, TAX, "2026-12-20", Err(Refusal::ExtensionNotLater)),
        (Asking::Granted, State::Open, other, TAX, due, Err(Refusal::ExtensionDecided)),
        (Asking::Refused, State::Open, other, TAX, due, Err(Refusal::ExtensionDecided)),
        (Asking::Withdrawn, State::Open, other, TAX, due, Err(Refusal::ExtensionDecided)),
    ] {
        let kept = Kept { state: asking, asked_by: PersonId(asker), wanted: day("2026-12-05") };
        let right = controller(person, organisation);
        let granted = kept.grant(&life(state), day(due), &right, calendar.in_week(Week::Five));
        assert_eq!(granted, expected.map(day), "{asking:?} {state:?} {person} {organisation}");
    }
}

#[test]
fn a_refusal_of_more_time_says_why() {
    let kept = Kept { state: Asking::Asked, asked_by: PersonId(1), wanted: day("2026-12-05") };
    let (life, right) = (life(State::Open), controller(9, TAX));
    assert_eq!(kept.refuse(&life, &right, "  "), Err(Refusal::ReasonMissing));
    assert_eq!(kept.refuse(&life, &right, " vaqt yetarli "), Ok("vaqt yetarli".to_owned()));
    let decided = Kept { state: Asking::Granted, ..kept };
    assert_eq!(decided.refuse(&life, &right, "yoʻq"), Err(Refusal::ExtensionDecided));
}

#[test]
fn only_the_organisation_takes_its_request_back_while_it_waits() {
    let kept = Kept { state: Asking::Asked, asked_by: PersonId(1), wanted: day("2026-12-05") };
    assert_eq!(kept.withdraw(&life(State::Open), &officer(TAX)), Ok(()));
    assert_eq!(kept.withdraw(&life(State::Open), &officer(WATER)), Err(Refusal::NotYours));
    let decided = Kept { state: Asking::Refused, ..kept };
    assert_eq!(decided.withdraw(&life(State::Open), &officer(TAX)), Err(Refusal::ExtensionDecided));
}
