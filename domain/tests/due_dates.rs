//! Where due dates around holidays and moved Saturdays of 2024–2027 go, and when their reminders come: worked out by hand
//! from `data/holidays_uz.csv`, with the reason of each.

#![expect(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

use chrono::NaiveDate;
use domain::calendar::{Shift, Week, WorkingCalendar};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// The day that counts, the last working day before it, and the third working day before it.
type Days = [&'static str; 3];

/// The date of the plan; its days for who works five days a week, and six; why.
const TABLE: &[(&str, Days, Days, &str)] = &[
    (
        "2024-01-01",
        ["2024-01-03", "2023-12-29", "2023-12-27"],
        ["2024-01-02", "2023-12-30", "2023-12-28"],
        "New Year, and for five days also the Tuesday moved from Saturday the 6th",
    ),
    (
        "2024-01-02",
        ["2024-01-03", "2023-12-29", "2023-12-27"],
        ["2024-01-02", "2023-12-30", "2023-12-28"],
        "moved day off for five days only",
    ),
    (
        "2024-01-06",
        ["2024-01-06", "2024-01-05", "2024-01-03"],
        ["2024-01-06", "2024-01-05", "2024-01-03"],
        "a Saturday on which five-day weeks work",
    ),
    (
        "2024-01-07",
        ["2024-01-08", "2024-01-06", "2024-01-04"],
        ["2024-01-08", "2024-01-06", "2024-01-04"],
        "a Sunday behind a working Saturday",
    ),
    (
        "2024-01-13",
        ["2024-01-15", "2024-01-12", "2024-01-10"],
        ["2024-01-13", "2024-01-12", "2024-01-10"],
        "a plain Saturday",
    ),
    (
        "2024-03-08",
        ["2024-03-11", "2024-03-07", "2024-03-05"],
        ["2024-03-09", "2024-03-07", "2024-03-05"],
        "Women's day on a Friday, the weekend behind it",
    ),
    (
        "2024-03-21",
        ["2024-03-25", "2024-03-20", "2024-03-18"],
        ["2024-03-25", "2024-03-20", "2024-03-18"],
        "Navruz, a day off added, and a weekend: four days at once",
    ),
    (
        "2024-03-23",
        ["2024-03-25", "2024-03-20", "2024-03-18"],
        ["2024-03-25", "2024-03-20", "2024-03-18"],
        "a Saturday off for six days too",
    ),
    (
        "2024-04-10",
        ["2024-04-13", "2024-04-09", "2024-04-05"],
        ["2024-04-12", "2024-04-09", "2024-04-06"],
        "Hayit, one day added, one moved: five days work on Saturday the 13th",
    ),
    (
        "2024-04-12",
        ["2024-04-13", "2024-04-09", "2024-04-05"],
        ["2024-04-12", "2024-04-09", "2024-04-06"],
        "moved day off for five days, working Saturday right behind it",
    ),
    (
        "2024-04-14",
        ["2024-04-15", "2024-04-13", "2024-04-08"],
        ["2024-04-15", "2024-04-13", "2024-04-09"],
        "the Sunday behind that Saturday",
    ),
    (
        "2024-05-09",
        ["2024-05-10", "2024-05-08", "2024-05-06"],
        ["2024-05-10", "2024-05-08", "2024-05-06"],
        "a holiday alone in the middle of a week",
    ),
    (
        "2024-06-16",
        ["2024-06-19", "2024-06-14", "2024-06-12"],
        ["2024-06-19", "2024-06-15", "2024-06-13"],
        "Hayit on a Sunday: moved to Monday, Tuesday added",
    ),
    (
        "2024-06-15",
        ["2024-06-19", "2024-06-14", "2024-06-12"],
        ["2024-06-15", "2024-06-14", "2024-06-12"],
        "a Saturday before three days off",
    ),
    (
        "2024-09-01",
        ["2024-09-04", "2024-08-30", "2024-08-28"],
        ["2024-09-04", "2024-08-31", "2024-08-29"],
        "Independence on a Sunday: moved to Monday, Tuesday added",
    ),
    (
        "2024-10-01",
        ["2024-10-02", "2024-09-30", "2024-09-26"],
        ["2024-10-02", "2024-09-30", "2024-09-27"],
        "a Tuesday off alone",
    ),
    (
        "2024-12-08",
        ["2024-12-10", "2024-12-06", "2024-12-04"],
        ["2024-12-10", "2024-12-07", "2024-12-05"],
        "Constitution day on a Sunday, moved to Monday",
    ),
    (
        "2024-12-14",
        ["2024-12-14", "2024-12-13", "2024-12-11"],
        ["2024-12-14", "2024-12-13", "2024-12-11"],
        "a Saturday on which five-day weeks work",
    ),
    (
        "2024-12-30",
        ["2025-01-03", "2024-12-27", "2024-12-25"],
        ["2024-12-30", "2024-12-28", "2024-12-26"],
        "Monday moved from the 14th for five days; the year's end follows",
    ),
    (
        "2024-12-31",
        ["2025-01-03", "2024-12-27", "2024-12-25"],
        ["2025-01-03", "2024-12-30", "2024-12-27"],
        "added day off, New Year, moved day off",
    ),
    (
        "2025-01-01",
        ["2025-01-03", "2024-12-27", "2024-12-25"],
        ["2025-01-03", "2024-12-30", "2024-12-27"],
        "New Year, both weeks rest on the 2nd too",
    ),
    (
        "2025-01-04",
        ["2025-01-04", "2025-01-03", "2024-12-26"],
        ["2025-01-04", "2025-01-03", "2024-12-28"],
        "a Saturday on which five-day weeks work",
    ),
    (
        "2025-01-05",
        ["2025-01-06", "2025-01-04", "2024-12-27"],
        ["2025-01-06", "2025-01-04", "2024-12-30"],
        "a Sunday behind a working Saturday",
    ),
    (
        "2025-03-08",
        ["2025-03-11", "2025-03-07", "2025-03-05"],
        ["2025-03-10", "2025-03-07", "2025-03-05"],
        "Women's day on a Saturday: five days rest on Monday too",
    ),
    (
        "2025-03-10",
        ["2025-03-11", "2025-03-07", "2025-03-05"],
        ["2025-03-10", "2025-03-07", "2025-03-05"],
        "that Monday: six days work",
    ),
    (
        "2025-03-21",
        ["2025-03-24", "2025-03-20", "2025-03-18"],
        ["2025-03-22", "2025-03-20", "2025-03-18"],
        "Navruz on a Friday",
    ),
    (
        "2025-03-30",
        ["2025-04-01", "2025-03-28", "2025-03-26"],
        ["2025-04-01", "2025-03-29", "2025-03-27"],
        "Hayit on a Sunday, moved to Monday",
    ),
    (
        "2025-05-09",
        ["2025-05-12", "2025-05-08", "2025-05-06"],
        ["2025-05-10", "2025-05-08", "2025-05-06"],
        "a Friday off",
    ),
    (
        "2025-06-06",
        ["2025-06-09", "2025-06-05", "2025-06-03"],
        ["2025-06-09", "2025-06-05", "2025-06-03"],
        "Hayit on a Friday, Saturday added for six days",
    ),
    (
        "2025-06-07",
        ["2025-06-09", "2025-06-05", "2025-06-03"],
        ["2025-06-09", "2025-06-05", "2025-06-03"],
        "that Saturday",
    ),
    (
        "2025-09-01",
        ["2025-09-02", "2025-08-29", "2025-08-27"],
        ["2025-09-02", "2025-08-30", "2025-08-28"],
        "Independence on a Monday",
    ),
    (
        "2025-10-01",
        ["2025-10-02", "2025-09-30", "2025-09-26"],
        ["2025-10-02", "2025-09-30", "2025-09-27"],
        "a Wednesday off alone",
    ),
    (
        "2025-12-08",
        ["2025-12-09", "2025-12-05", "2025-12-03"],
        ["2025-12-09", "2025-12-06", "2025-12-04"],
        "Constitution day on a Monday",
    ),
    (
        "2025-12-31",
        ["2026-01-05", "2025-12-30", "2025-12-26"],
        ["2026-01-05", "2025-12-30", "2025-12-27"],
        "the year's end: rest until 4 January",
    ),
    (
        "2026-01-02",
        ["2026-01-05", "2025-12-30", "2025-12-26"],
        ["2026-01-05", "2025-12-30", "2025-12-27"],
        "New Year's rest",
    ),
    (
        "2026-01-05",
        ["2026-01-05", "2025-12-30", "2025-12-26"],
        ["2026-01-05", "2025-12-30", "2025-12-27"],
        "the first working day of the year",
    ),
    (
        "2026-03-08",
        ["2026-03-10", "2026-03-06", "2026-03-04"],
        ["2026-03-10", "2026-03-07", "2026-03-05"],
        "Women's day on a Sunday, moved to Monday",
    ),
    (
        "2026-03-20",
        ["2026-03-24", "2026-03-19", "2026-03-17"],
        ["2026-03-23", "2026-03-19", "2026-03-17"],
        "Hayit on Friday, Navruz on Saturday, moved to Monday for five days",
    ),
    (
        "2026-03-23",
        ["2026-03-24", "2026-03-19", "2026-03-17"],
        ["2026-03-23", "2026-03-19", "2026-03-17"],
        "that Monday: six days work",
    ),
    (
        "2026-05-09",
        ["2026-05-12", "2026-05-08", "2026-05-06"],
        ["2026-05-11", "2026-05-08", "2026-05-06"],
        "Memory day on a Saturday: five days rest on Monday too",
    ),
    (
        "2026-05-27",
        ["2026-06-01", "2026-05-26", "2026-05-22"],
        ["2026-06-01", "2026-05-26", "2026-05-23"],
        "Hayit and two days added, Saturday too for six days",
    ),
    (
        "2026-05-30",
        ["2026-06-01", "2026-05-26", "2026-05-22"],
        ["2026-06-01", "2026-05-26", "2026-05-23"],
        "that Saturday",
    ),
    (
        "2026-08-31",
        ["2026-09-02", "2026-08-28", "2026-08-26"],
        ["2026-09-02", "2026-08-29", "2026-08-27"],
        "a day added before Independence day",
    ),
    (
        "2026-09-01",
        ["2026-09-02", "2026-08-28", "2026-08-26"],
        ["2026-09-02", "2026-08-29", "2026-08-27"],
        "Independence on a Tuesday",
    ),
    (
        "2026-10-01",
        ["2026-10-02", "2026-09-30", "2026-09-28"],
        ["2026-10-02", "2026-09-30", "2026-09-28"],
        "a Thursday off alone",
    ),
    (
        "2026-12-08",
        ["2026-12-09", "2026-12-07", "2026-12-03"],
        ["2026-12-09", "2026-12-07", "2026-12-04"],
        "Constitution day on a Tuesday",
    ),
    (
        "2026-12-12",
        ["2026-12-12", "2026-12-11", "2026-12-09"],
        ["2026-12-12", "2026-12-11", "2026-12-09"],
        "a Saturday on which five-day weeks work",
    ),
    (
        "2026-12-13",
        ["2026-12-14", "2026-12-12", "2026-12-10"],
        ["2026-12-14", "2026-12-12", "2026-12-10"],
        "the Sunday behind it",
    ),
    (
        "2026-12-31",
        ["2027-01-04", "2026-12-30", "2026-12-28"],
        ["2027-01-02", "2026-12-30", "2026-12-28"],
        "Thursday moved from the 12th, New Year on Friday",
    ),
    (
        "2027-01-01",
        ["2027-01-04", "2026-12-30", "2026-12-28"],
        ["2027-01-02", "2026-12-30", "2026-12-28"],
        "New Year on a Friday; Saturday works for six days",
    ),
    (
        "2027-03-08",
        ["2027-03-10", "2027-03-05", "2027-03-03"],
        ["2027-03-10", "2027-03-06", "2027-03-04"],
        "Women's day and an estimated Hayit behind it",
    ),
    (
        "2027-03-21",
        ["2027-03-23", "2027-03-19", "2027-03-17"],
        ["2027-03-23", "2027-03-20", "2027-03-18"],
        "Navruz on a Sunday, moved to Monday",
    ),
    (
        "2027-05-09",
        ["2027-05-11", "2027-05-07", "2027-05-05"],
        ["2027-05-11", "2027-05-08", "2027-05-06"],
        "Memory day on a Sunday, moved to Monday",
    ),
    (
        "2027-05-16",
        ["2027-05-18", "2027-05-14", "2027-05-12"],
        ["2027-05-18", "2027-05-15", "2027-05-13"],
        "an estimated Hayit on a Sunday, moved to Monday",
    ),
    (
        "2027-09-01",
        ["2027-09-02", "2027-08-31", "2027-08-27"],
        ["2027-09-02", "2027-08-31", "2027-08-28"],
        "a Wednesday off alone",
    ),
    (
        "2027-12-08",
        ["2027-12-09", "2027-12-07", "2027-12-03"],
        ["2027-12-09", "2027-12-07", "2027-12-04"],
        "Constitution day on a Wednesday",
    ),
];

#[test]
fn due_dates_around_days_off_go_where_the_decrees_put_them() {
    let calendar = WorkingCalendar::builtin();
    for (original, five, six, why) in TABLE {
        for (week, [due, one_before, three_before]) in [(Week::Five, five), (Week::Six, six)] {
            let moved = calendar.effective_due(day(original), Shift::Next, week);
            assert_eq!(moved, day(due), "{original}, {week:?}: {why}");
            for (days, expected) in [(1, one_before), (3, three_before)] {
                let reminder = calendar.sub_working_days(moved, days, week);
                assert_eq!(reminder, day(expected), "{days} before {original}, {week:?}: {why}");
            }
        }
    }
}

#[test]
fn the_table_is_long_enough_and_names_no_date_twice() {
    let dates: std::collections::BTreeSet<_> = TABLE.iter().map(|(original, ..)| original).collect();
    assert!(dates.len() >= 50 && dates.len() == TABLE.len(), "{} dates in {} rows", dates.len(), TABLE.len());
}
