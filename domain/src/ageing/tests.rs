use super::*;
use crate::calendar::{Week, WorkingCalendar};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn steps(state: State) -> Steps {
    Steps { state, made: day("2026-11-02"), decided: None, submitted: None, asked_more: None }
}

#[test]
fn the_ball_is_with_whoever_has_to_act() {
    let calendar = WorkingCalendar::default();
    let returned = Steps { decided: Some(day("2026-11-19")), ..steps(State::Returned) };
    let reported = |on: &str| Steps { submitted: Some(day(on)), ..steps(State::Reported) };
    let asked = |on: &str| Steps { asked_more: Some(day(on)), ..steps(State::Open) };
    for (steps, expected) in [
        (steps(State::Open), Some((Holder::Officer, "2026-11-02", 15))),
        (returned, Some((Holder::Officer, "2026-11-19", 2))),
        // A decision about an earlier report does not matter while it is open for the first time.
        (Steps { state: State::Open, ..returned }, Some((Holder::Officer, "2026-11-02", 15))),
        (reported("2026-11-23"), Some((Holder::Controller, "2026-11-23", 0))),
        // Friday, over the week-end.
        (reported("2026-11-20"), Some((Holder::Controller, "2026-11-20", 1))),
        (reported("2026-11-18"), Some((Holder::Controller, "2026-11-18", 3))),
        (reported("2026-11-17"), Some((Holder::DeputyHokim, "2026-11-20", 1))),
        (reported("2026-11-09"), Some((Holder::DeputyHokim, "2026-11-12", 7))),
        (asked("2026-11-20"), Some((Holder::Controller, "2026-11-20", 1))),
        (asked("2026-11-16"), Some((Holder::DeputyHokim, "2026-11-19", 2))),
        (
            Steps { asked_more: Some(day("2026-11-16")), ..reported("2026-11-20") },
            Some((Holder::Controller, "2026-11-20", 1)),
        ),
        (Steps { state: State::Accepted, ..reported("2026-11-09") }, None),
        (Steps { state: State::Cancelled, ..asked("2026-11-09") }, None),
    ] {
        let ball = steps.ball(day("2026-11-23"), PATIENCE, calendar.in_week(Week::Five));
        let expected = expected.map(|(holder, since, days)| Ball { holder, since: day(since), days });
        assert_eq!(ball, expected, "{steps:?}");
    }
}

#[test]
fn counting_many_at_once_agrees_with_the_rule_for_one() {
    let calendar = WorkingCalendar::default();
    for week in [Week::Five, Week::Six] {
        let working = calendar.in_week(week);
        for today in day("2026-11-16").iter_days().take(15) {
            for patience in [0, 1, 3, 7] {
                let last = last_day_for_the_deputy(today, patience, working);
                for submitted in day("2026-10-20").iter_days().take_while(|day| *day <= today) {
                    let steps = Steps { submitted: Some(submitted), ..steps(State::Reported) };
                    let ball = steps.ball(today, patience, working).unwrap();
                    let is_deputys = ball.holder == Holder::DeputyHokim;
                    assert_eq!(is_deputys, submitted <= last, "{submitted} on {today} after {patience}");
                }
            }
        }
    }
}
