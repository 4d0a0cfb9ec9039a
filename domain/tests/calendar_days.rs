//! Working days of 2024–2027, checked by hand against the decrees' table.

#![expect(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

use chrono::NaiveDate;
use domain::calendar::{DayOff, Shift, Week, WorkingCalendar};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Day, works in a five-day week, works in a six-day week.
const DAYS: &[(&str, bool, bool)] = &[
    ("2024-01-01", false, false),
    ("2024-01-02", false, true),
    ("2024-01-06", true, true),
    ("2024-01-07", false, false),
    ("2024-01-13", false, true),
    ("2024-03-08", false, false),
    ("2024-03-21", false, false),
    ("2024-03-22", false, false),
    ("2024-03-23", false, false),
    ("2024-03-25", true, true),
    ("2024-04-10", false, false),
    ("2024-04-11", false, false),
    ("2024-04-12", false, true),
    ("2024-04-13", true, true),
    ("2024-06-17", false, false),
    ("2024-06-18", false, false),
    ("2024-06-19", true, true),
    ("2024-08-31", false, true),
    ("2024-09-02", false, false),
    ("2024-09-03", false, false),
    ("2024-09-04", true, true),
    ("2024-10-01", false, false),
    ("2024-12-09", false, false),
    ("2024-12-14", true, true),
    ("2024-12-30", false, true),
    ("2024-12-31", false, false),
    ("2025-01-02", false, false),
    ("2025-01-03", true, true),
    ("2025-01-04", true, true),
    ("2025-03-08", false, false),
    ("2025-03-10", false, true),
    ("2025-03-31", false, false),
    ("2025-06-06", false, false),
    ("2025-06-07", false, false),
    ("2025-12-31", false, false),
    ("2026-01-02", false, false),
    ("2026-01-03", false, false),
    ("2026-01-05", true, true),
    ("2026-03-09", false, false),
    ("2026-03-20", false, false),
    ("2026-03-21", false, false),
    ("2026-03-23", false, true),
    ("2026-05-09", false, false),
    ("2026-05-11", false, true),
    ("2026-05-27", false, false),
    ("2026-05-29", false, false),
    ("2026-05-30", false, false),
    ("2026-08-31", false, false),
    ("2026-09-01", false, false),
    ("2026-12-08", false, false),
    ("2026-12-12", true, true),
    ("2026-12-19", false, true),
    ("2026-12-31", false, false),
    ("2027-01-01", false, false),
    ("2027-01-02", false, true),
    ("2027-03-09", false, false),
    ("2027-03-22", false, false),
    ("2027-05-10", false, false),
    ("2027-05-17", false, false),
    ("2027-12-09", true, true),
];

#[test]
fn people_work_and_rest_on_the_days_that_the_decrees_set() {
    let calendar = WorkingCalendar::builtin();
    for &(text, five, six) in DAYS {
        assert_eq!(calendar.is_working(day(text), Week::Five), five, "{text}, five days a week");
        assert_eq!(calendar.is_working(day(text), Week::Six), six, "{text}, six days a week");
    }
}

#[test]
fn the_calendar_says_why_a_day_is_off() {
    let calendar = WorkingCalendar::builtin();
    let name = |text, week| match calendar.why_not_working(day(text), week) {
        Some(DayOff::Named(row)) => row.name.clone(),
        Some(DayOff::Weekend) => "weekend".to_owned(),
        None => "work".to_owned(),
    };
    assert_eq!(name("2026-12-31", Week::Five), "Dam olish kuni (12 dekabrdan koʻchirilgan)");
    assert_eq!(name("2026-12-31", Week::Six), "Qoʻshimcha dam olish kuni");
    assert_eq!(name("2026-12-19", Week::Five), "weekend");
    assert_eq!(name("2026-12-12", Week::Five), "work");
}

#[test]
fn a_due_date_on_a_day_off_moves_by_the_policy() {
    let calendar = WorkingCalendar::builtin();
    for (original, shift, week, expected) in [
        ("2026-12-31", Shift::Next, Week::Five, "2027-01-04"),
        ("2026-12-31", Shift::Next, Week::Six, "2027-01-02"),
        ("2026-12-31", Shift::Previous, Week::Five, "2026-12-30"),
        ("2026-12-31", Shift::None, Week::Five, "2026-12-31"),
        ("2024-12-30", Shift::Next, Week::Five, "2025-01-03"),
        ("2024-12-30", Shift::Previous, Week::Five, "2024-12-27"),
        ("2024-12-30", Shift::Next, Week::Six, "2024-12-30"),
        ("2026-05-27", Shift::Next, Week::Six, "2026-06-01"),
        ("2026-12-12", Shift::Next, Week::Five, "2026-12-12"),
        ("2026-12-20", Shift::Next, Week::Five, "2026-12-21"),
    ] {
        let moved = calendar.effective_due(day(original), shift, week);
        assert_eq!(moved, day(expected), "{original}, {shift:?}, {week:?}");
    }
}

#[test]
fn working_days_are_counted_from_the_next_day_over_holidays_and_moved_saturdays() {
    let calendar = WorkingCalendar::builtin();
    for (from, n, week, to) in [
        ("2026-12-07", 5, Week::Five, "2026-12-14"),
        ("2026-12-07", 1, Week::Five, "2026-12-09"),
        ("2026-12-11", 1, Week::Five, "2026-12-12"),
        ("2026-12-18", 1, Week::Five, "2026-12-21"),
        ("2026-12-18", 1, Week::Six, "2026-12-19"),
        ("2026-12-30", 1, Week::Five, "2027-01-04"),
        ("2024-12-27", 1, Week::Five, "2025-01-03"),
        ("2026-05-26", 3, Week::Six, "2026-06-03"),
    ] {
        assert_eq!(calendar.add_working_days(day(from), n, week), day(to), "{from} + {n}, {week:?}");
        assert_eq!(calendar.sub_working_days(day(to), n, week), day(from), "{to} - {n}, {week:?}");
        assert_eq!(calendar.working_days_between(day(from), day(to), week), i64::from(n));
        assert_eq!(calendar.working_days_between(day(to), day(from), week), -i64::from(n));
    }
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..1_461_u64).prop_map(|n| day("2024-01-01") + chrono::Days::new(n))
}

fn any_week() -> impl Strategy<Value = Week> {
    prop_oneof![Just(Week::Five), Just(Week::Six)]
}

proptest! {
    #[test]
    fn the_nearest_working_days_are_working_days(day in any_day(), week in any_week()) {
        let calendar = WorkingCalendar::builtin();
        let next = calendar.next_working_on_or_after(day, week);
        let previous = calendar.previous_working_on_or_before(day, week);
        prop_assert!(calendar.is_working(next, week) && calendar.is_working(previous, week));
        prop_assert!(previous <= day && day <= next);
        prop_assert_eq!(calendar.is_working(day, week), previous == next);
    }

    #[test]
    fn adding_and_counting_agree(day in any_day(), n in 0_u32..60, week in any_week()) {
        let calendar = WorkingCalendar::builtin();
        let later = calendar.add_working_days(day, n, week);
        prop_assert_eq!(calendar.working_days_between(day, later, week), i64::from(n));
    }
}

#[test]
fn the_ends_of_time_are_answered_without_a_panic() {
    let calendar = WorkingCalendar::default();
    for edge in [NaiveDate::MIN, NaiveDate::MAX] {
        calendar.next_working_on_or_after(edge, Week::Five);
        calendar.previous_working_on_or_before(edge, Week::Five);
        assert_eq!(calendar.add_working_days(edge, 0, Week::Five), edge);
    }
}
