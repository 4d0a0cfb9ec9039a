use chrono::{Days, NaiveTime, TimeDelta};
use proptest::prelude::*;

use super::*;
use crate::clock::in_tashkent;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn answered(kind: AnswerKind, to: State) -> Step {
    Step::Answered { kind, to, promised: None }
}

#[test]
fn a_history_is_told_up_to_the_moment() {
    let happened = [
        (at("2026-11-02T05:00:00Z"), answered(AnswerKind::InProgress, State::Open)),
        (at("2026-11-05T05:00:00Z"), Step::Moved { from: day("2026-11-10"), to: day("2026-11-20") }),
        // Nine minutes before midnight in Tashkent.
        (at("2026-11-12T18:51:00Z"), answered(AnswerKind::Done, State::Reported)),
        (at("2026-11-14T05:00:00Z"), Step::Decided { to: State::Returned }),
        (at("2026-11-21T05:00:00Z"), answered(AnswerKind::Done, State::Reported)),
        (at("2026-11-22T05:00:00Z"), Step::TakenBack { to: State::Returned }),
        (at("2026-11-23T05:00:00Z"), answered(AnswerKind::Done, State::Reported)),
        (at("2026-11-25T05:00:00Z"), Step::Decided { to: State::Accepted }),
    ];
    for (on, state, due, submitted, class) in [
        ("2026-11-01", State::Open, "2026-11-10", None, Class::Open),
        ("2026-11-04", State::Open, "2026-11-10", None, Class::Open),
        ("2026-11-05", State::Open, "2026-11-20", None, Class::Open),
        ("2026-11-12", State::Reported, "2026-11-20", Some("2026-11-12"), Class::ReportedOnTime),
        ("2026-11-14", State::Returned, "2026-11-20", None, Class::Open),
        ("2026-11-21", State::Reported, "2026-11-20", Some("2026-11-21"), Class::ReportedLate),
        ("2026-11-22", State::Returned, "2026-11-20", None, Class::Open),
        ("2026-11-23", State::Reported, "2026-11-20", Some("2026-11-23"), Class::ReportedLate),
        ("2026-11-30", State::Accepted, "2026-11-20", Some("2026-11-23"), Class::AcceptedLate),
    ] {
        let end = in_tashkent(day(on) + Days::new(1), NaiveTime::MIN);
        let stood = Stood::before(end, day("2026-11-20"), &happened);
        assert_eq!((stood.state, stood.due), (state, day(due)), "{on}");
        assert_eq!((stood.submitted_on(), stood.class()), (submitted.map(day), class), "{on}");
    }
}

#[test]
fn the_answer_before_counts_again_when_the_last_one_was_taken_back() {
    let happened = [
        (at("2026-11-02T05:00:00Z"), answered(AnswerKind::Blocked, State::Open)),
        (at("2026-11-03T05:00:00Z"), answered(AnswerKind::Done, State::Reported)),
        (at("2026-11-04T05:00:00Z"), Step::TakenBack { to: State::Open }),
    ];
    let stood = Stood::before(at("2026-11-05T05:00:00Z"), day("2026-12-20"), &happened);
    assert_eq!(stood.answer, Some((AnswerKind::Blocked, at("2026-11-02T05:00:00Z"))));
    assert_eq!(stood.standing(day("2026-11-05")), Standing::Working);
    let none = Stood::before(at("2026-11-01T05:00:00Z"), day("2026-12-20"), &happened);
    assert_eq!((none.answer, none.standing(day("2026-11-01"))), (None, Standing::NotStarted));
}

#[test]
fn a_report_that_was_sent_back_is_no_last_word() {
    let (reported, returned) = (at("2026-11-02T05:00:00Z"), at("2026-11-03T05:00:00Z"));
    let happened = [
        (reported, answered(AnswerKind::Done, State::Reported)),
        (returned, Step::Decided { to: State::Returned }),
        (at("2026-11-04T05:00:00Z"), answered(AnswerKind::InProgress, State::Returned)),
        (at("2026-11-05T05:00:00Z"), answered(AnswerKind::Done, State::Reported)),
        (at("2026-11-06T05:00:00Z"), Step::Decided { to: State::Returned }),
        (at("2026-11-06T05:01:00Z"), Step::Undone { to: State::Reported }),
        (at("2026-11-07T05:00:00Z"), Step::TakenBack { to: State::Returned }),
    ];
    let given = |kind, text| LastWord::Answered(kind, at(text));
    for (moment, word) in [
        ("2026-11-03T00:00:00Z", given(AnswerKind::Done, "2026-11-02T05:00:00Z")),
        ("2026-11-04T00:00:00Z", LastWord::SentBack(returned)),
        ("2026-11-05T00:00:00Z", given(AnswerKind::InProgress, "2026-11-04T05:00:00Z")),
        ("2026-11-06T00:00:00Z", given(AnswerKind::Done, "2026-11-05T05:00:00Z")),
        ("2026-11-06T05:00:30Z", LastWord::SentBack(at("2026-11-06T05:00:00Z"))),
        ("2026-11-07T00:00:00Z", given(AnswerKind::Done, "2026-11-05T05:00:00Z")),
        ("2026-11-08T00:00:00Z", given(AnswerKind::InProgress, "2026-11-04T05:00:00Z")),
    ] {
        let stood = Stood::before(at(moment), day("2026-12-20"), &happened);
        assert_eq!(stood.last_word(), Some(word), "{moment}");
        assert_eq!(stood.returned_at.is_some(), stood.state == State::Returned, "{moment}");
    }
}

#[test]
fn a_promise_belongs_to_its_answer() {
    let (first, second) = (at("2026-11-02T05:00:00Z"), at("2026-11-03T05:00:00Z"));
    let promised = |kind, text| Step::Answered { kind, to: State::Open, promised: Some(day(text)) };
    let happened = [
        (first, promised(AnswerKind::InProgress, "2026-11-20")),
        (second, answered(AnswerKind::Done, State::Reported)),
        (at("2026-11-04T05:00:00Z"), Step::Promised { with: Some(first), day: day("2026-11-25") }),
        (at("2026-11-05T05:00:00Z"), Step::TakenBack { to: State::Open }),
        (at("2026-11-06T05:00:00Z"), Step::Promised { with: None, day: day("2026-11-27") }),
    ];
    for (moment, expected) in [
        ("2026-11-02T06:00:00Z", Some("2026-11-20")),
        ("2026-11-04T06:00:00Z", None),
        ("2026-11-05T06:00:00Z", Some("2026-11-25")),
        ("2026-11-06T06:00:00Z", Some("2026-11-27")),
    ] {
        let stood = Stood::before(at(moment), day("2026-12-20"), &happened);
        assert_eq!(stood.promised, expected.map(day), "{moment}");
    }
}

#[test]
fn the_day_without_what_was_granted_is_that_before_the_first_grant() {
    let step = |moment: &str, step| (at(moment), step);
    let happened = [
        step("2026-11-02T05:00:00Z", Step::OriginalMoved { to: day("2026-11-09") }),
        step("2026-11-03T05:00:00Z", Step::Extended { from: day("2026-11-10"), to: day("2026-11-20") }),
        step("2026-11-04T05:00:00Z", Step::Extended { from: day("2026-11-20"), to: day("2026-11-30") }),
        step("2026-11-05T05:00:00Z", Step::OriginalMoved { to: day("2026-11-11") }),
    ];
    for (moment, due, original) in [
        ("2026-11-02T06:00:00Z", "2026-11-10", None),
        ("2026-11-03T06:00:00Z", "2026-11-20", Some("2026-11-10")),
        ("2026-11-04T06:00:00Z", "2026-11-30", Some("2026-11-10")),
        ("2026-11-05T06:00:00Z", "2026-11-30", Some("2026-11-11")),
    ] {
        let stood = Stood::before(at(moment), day("2026-11-30"), &happened);
        assert_eq!((stood.due, stood.original), (day(due), original.map(day)), "{moment}");
    }
}

proptest! {
    /// Whatever the rules let happen: told again up to each moment, it is what it was at that moment.
    #[test]
    fn any_history_told_again_is_what_it_was(acts in prop::collection::vec((0_u8..8, 1_i64..40, 0_u64..60), 0..24)) {
        let mut now = at("2026-11-01T05:00:00Z");
        let mut live = Stood::new(day("2026-11-20"));
        let (mut happened, mut answers, mut seen): (Vec<Happened>, Vec<_>, Vec<_>) = Default::default();
        for (act, hours, days) in acts {
            now += TimeDelta::hours(hours);
            let closed = matches!(live.state, State::Accepted | State::Cancelled);
            let open = matches!(live.state, State::Open | State::Returned);
            let step = match act {
                0..=2 if open => {
                    let kind = AnswerKind::ALL[usize::from(act)];
                    answers.push((kind, now));
                    let to = if kind.is_report() { State::Reported } else { live.state };
                    live.submitted_at = kind.is_report().then_some(now);
                    Step::Answered { kind, to, promised: None }
                }
                3 if live.state == State::Reported => {
                    answers.pop();
                    live.submitted_at = None;
                    Step::TakenBack { to: State::Open }
                }
                4 if live.state == State::Reported => Step::Decided { to: State::Accepted },
                5 if live.state == State::Reported => {
                    (live.submitted_at, live.returned_at) = (None, Some(now));
                    Step::Decided { to: State::Returned }
                }
                6 if !closed && days == 0 => Step::Decided { to: State::Cancelled },
                7 if !closed => {
                    let to = tashkent_day(now) + Days::new(days);
                    let from = live.due;
                    live.due = to;
                    if days % 2 == 0 {
                        Step::Moved { from, to }
                    } else {
                        live.original = live.original.or(Some(from));
                        Step::Extended { from, to }
                    }
                }
                _ => continue,
            };
            if let Step::Answered { to, .. } | Step::TakenBack { to } | Step::Decided { to } = step {
                live.state = to;
                live.returned_at = live.returned_at.filter(|_| to == State::Returned);
            }
            live.answer = answers.last().copied();
            happened.push((now, step));
            seen.push((now, live));
        }
        let due_now = live.due;
        let first = Stood::before(at("2026-11-01T05:00:00Z"), due_now, &happened);
        prop_assert_eq!((first.state, first.due), (State::Open, day("2026-11-20")));
        for (place, (moment, stood)) in seen.iter().enumerate() {
            let until = seen.get(place + 1).map_or(*moment + TimeDelta::hours(1), |(next, _)| *next);
            prop_assert_eq!(Stood::before(until, due_now, &happened), *stood);
        }
    }
}
