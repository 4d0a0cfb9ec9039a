use proptest::prelude::*;

use super::*;
use crate::calendar::{CalendarDay, Certainty, DayKind, Week, Weeks, WorkingCalendar};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn codes_between(due: &str, from: &str, to: &str, calendar: &WorkingCalendar, week: Week) -> Vec<String> {
    let days = day(from).iter_days().take_while(|today| *today <= day(to));
    days.filter_map(|today| {
        stage_on(day(due), today, &Policy::default(), calendar, week)
            .map(|stage| format!("{} {stage}", today.format("%m-%d")))
    })
    .collect()
}

/// Constitution Day off, and the Saturday after it a working day, as in 2026.
fn december() -> WorkingCalendar {
    let row = |date, kind| CalendarDay {
        date: day(date),
        kind,
        weeks: Weeks::All,
        name: "Kun".into(),
        certain: Certainty::Certain,
    };
    WorkingCalendar::new(vec![row("2026-12-08", DayKind::Holiday), row("2026-12-12", DayKind::WorkingDay)])
}

#[test]
fn reminders_come_by_working_days() {
    let codes = codes_between("2026-12-21", "2026-11-20", "2027-01-20", &december(), Week::Five);
    assert_eq!(
        codes,
        [
            "12-07 before-10",
            "12-14 before-5",
            "12-16 before-3",
            "12-18 before-1",
            "12-21 due",
            "12-22 after-1",
            "12-23 after-2",
            "12-24 after-3",
            "12-25 after-4",
            "12-28 after-5",
            "01-04 after-10",
            "01-11 after-15",
            "01-18 after-20",
        ]
    );
}

#[test]
fn a_six_day_week_is_reminded_on_saturdays_and_weekly_on_the_same_weekday() {
    let codes = codes_between("2026-12-21", "2026-12-15", "2027-01-15", &december(), Week::Six);
    assert_eq!(
        codes,
        [
            "12-15 before-5",
            "12-17 before-3",
            "12-19 before-1",
            "12-21 due",
            "12-22 after-1",
            "12-23 after-2",
            "12-24 after-3",
            "12-25 after-4",
            "12-26 after-5",
            "01-02 after-11",
            "01-09 after-17",
        ]
    );
}

#[test]
fn a_due_day_on_which_nobody_works_is_announced_on_the_last_working_day_before() {
    let codes = codes_between("2026-12-20", "2026-12-17", "2026-12-22", &december(), Week::Five);
    assert_eq!(codes, ["12-17 before-1", "12-18 due", "12-21 after-1", "12-22 after-2"]);
}

#[test]
fn what_was_missed_is_caught_up_by_the_latest_stage_alone() {
    for (due, today, latest) in [
        ("2026-12-21", "2026-12-04", None),
        ("2026-12-21", "2026-12-07", Some(Stage::Before(10))),
        ("2026-12-21", "2026-12-08", Some(Stage::Before(10))),
        ("2026-12-21", "2026-12-15", Some(Stage::Before(5))),
        ("2026-12-21", "2026-12-19", Some(Stage::Before(1))),
        ("2026-12-21", "2026-12-27", Some(Stage::After(4))),
        ("2026-12-21", "2026-12-31", Some(Stage::After(5))),
        ("2026-12-21", "2027-01-07", Some(Stage::After(10))),
    ] {
        let found = latest_stage_until(day(due), day(today), &Policy::default(), &december(), Week::Five);
        assert_eq!(found, latest, "due {due} on {today}");
    }
}

#[test]
fn a_stage_is_kept_by_one_text_only() {
    let stages = [
        Stage::Before(10),
        Stage::Before(1),
        Stage::DueDay,
        Stage::LastHours,
        Stage::After(1),
        Stage::After(u16::MAX),
        Stage::Promise(day("2026-11-20")),
        Stage::Promise(day("2026-11-21")),
        Stage::Asked(day("2026-11-20")),
    ];
    for stage in stages {
        assert_eq!(Stage::from_code(&stage.code()), Some(stage));
    }
    assert!(stages.is_sorted());
    for text in [
        "",
        "due-1",
        "before",
        "before-0",
        "before-01",
        "before-+1",
        "before-256",
        "after-0",
        "After-1",
        "last-minutes",
        "promise-2026-11-31",
        "promise-2026-1-1",
        "asked",
    ] {
        assert_eq!(Stage::from_code(text), None, "{text:?}");
    }
}

#[test]
fn lines_stand_by_urgency_then_due_day() {
    let line = |standing, due, number| Line { standing, due: day(due), obligation: ObligationId(number) };
    let in_order = [
        line(Standing::Overdue { days: 9 }, "2026-11-14", 5),
        line(Standing::Overdue { days: 1 }, "2026-11-22", 1),
        line(Standing::DueSoon { days: 2 }, "2026-11-25", 4),
        line(Standing::Working, "2026-12-10", 7),
        line(Standing::NotStarted, "2026-12-20", 3),
        line(Standing::Working, "2026-12-28", 8),
        line(Standing::NotStarted, "2027-01-20", 2),
        line(Standing::NotStarted, "2027-01-20", 6),
    ];
    let mut lines = in_order;
    lines.reverse();
    lines.sort();
    assert_eq!(lines, in_order);
}

#[test]
fn pages_are_of_eight() {
    let all: Vec<usize> = (0..17).collect();
    for (number, lines, shown) in [(0, 0..8, 0), (1, 8..16, 1), (2, 16..17, 2), (9, 16..17, 2)] {
        assert_eq!(page(&all, number), Page { lines: &all[lines], number: shown, of: 3 }, "page {number}");
    }
    assert_eq!(page::<usize>(&[], 4), Page { lines: &[], number: 0, of: 1 });
    assert_eq!(page(&all[..16], 1).of, 2);
}

proptest! {
    #[test]
    fn the_latest_stage_is_the_last_that_fell(due in 0_u64..60, today in 0_u64..200, six: bool) {
        let week = if six { Week::Six } else { Week::Five };
        let start = day("2026-10-01");
        let (due, today) = (start + chrono::Days::new(due), start + chrono::Days::new(today));
        let calendar = december();
        let fell = today.iter_days().rev().take(230).find_map(|earlier| stage_on(due, earlier, &Policy::default(), &calendar, week));
        prop_assert_eq!(latest_stage_until(due, today, &Policy::default(), &calendar, week), fell);
    }

    #[test]
    fn each_stage_falls_on_one_day_at_most(due in 0_u64..60, six: bool) {
        let week = if six { Week::Six } else { Week::Five };
        let due = day("2026-11-01") + chrono::Days::new(due);
        let calendar = december();
        let stages: Vec<_> =
            day("2026-10-01").iter_days().take(150).filter_map(|today| stage_on(due, today, &Policy::default(), &calendar, week)).collect();
        prop_assert!(stages.is_sorted_by(|first, second| first < second));
    }
}

#[test]
fn what_can_wait_goes_out_in_working_hours() {
    for (now, goes_out) in [
        ("2026-11-24T05:00:00Z", "2026-11-24T05:00:00Z"),
        ("2026-11-24T03:59:00Z", "2026-11-24T04:00:00Z"),
        ("2026-11-24T13:00:00Z", "2026-11-25T04:00:00Z"),
        ("2026-11-27T15:00:00Z", "2026-11-30T04:00:00Z"),
        ("2026-11-28T05:00:00Z", "2026-11-30T04:00:00Z"),
    ] {
        let moment = speaking_from(now.parse().unwrap(), &WorkingCalendar::default(), Week::Five);
        assert_eq!(moment, goes_out.parse::<chrono::DateTime<chrono::Utc>>().unwrap(), "{now}");
    }
}
