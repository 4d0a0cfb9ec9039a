//! Days and hours by hand: holidays, days off that were moved, Saturdays on which people work, in 2024 to 2027.

use chrono::{DateTime, NaiveDate, Utc, Weekday};

use super::*;
use crate::{
    calendar::{Week, WorkingCalendar},
    refusal::Refusal,
};

const BOTH: [Week; 2] = [Week::Five, Week::Six];

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn policy(change: impl FnOnce(&mut Draft)) -> Policy {
    let mut draft = Draft::default();
    change(&mut draft);
    draft.try_into().unwrap()
}

fn urgent() -> Policy {
    policy(|draft| draft.urgent = true)
}

#[test]
fn stages_fall_on_working_days_around_the_holidays_of_four_years() {
    let calendar = WorkingCalendar::builtin();
    for (due, stage, five, six) in [
        ("2024-01-03", Stage::Before(1), "2023-12-29", "2024-01-02"),
        ("2024-01-08", Stage::Before(1), "2024-01-06", "2024-01-06"),
        ("2024-03-25", Stage::Before(1), "2024-03-20", "2024-03-20"),
        ("2024-04-15", Stage::Before(1), "2024-04-13", "2024-04-13"),
        ("2024-04-15", Stage::Before(3), "2024-04-08", "2024-04-09"),
        ("2024-12-31", Stage::DueDay, "2024-12-27", "2024-12-30"),
        ("2025-01-03", Stage::Before(1), "2024-12-27", "2024-12-30"),
        ("2025-01-06", Stage::Before(1), "2025-01-04", "2025-01-04"),
        ("2025-03-31", Stage::DueDay, "2025-03-28", "2025-03-29"),
        ("2026-03-24", Stage::Before(1), "2026-03-19", "2026-03-23"),
        ("2026-12-14", Stage::Before(1), "2026-12-12", "2026-12-12"),
        ("2026-12-14", Stage::Before(5), "2026-12-07", "2026-12-07"),
        ("2026-12-31", Stage::DueDay, "2026-12-30", "2026-12-30"),
        ("2026-12-31", Stage::After(1), "2027-01-04", "2027-01-02"),
        ("2027-03-10", Stage::Before(1), "2027-03-05", "2027-03-06"),
        ("2027-03-23", Stage::Before(1), "2027-03-19", "2027-03-20"),
    ] {
        for (week, expected) in BOTH.into_iter().zip([five, six]) {
            let policy = Policy::default();
            let planned = schedule(day(due), &policy, &calendar, week).find(|(planned, _)| *planned == stage);
            assert_eq!(planned, Some((stage, day(expected))), "{stage} of {due}, {week:?}");
            let found = stage_on(day(due), day(expected), &policy, &calendar, week);
            assert_eq!(found, Some(stage), "{due} on {expected}, {week:?}");
        }
    }
}

#[test]
fn the_schedule_is_the_days_on_which_a_stage_falls() {
    let calendar = WorkingCalendar::builtin();
    let policies = [
        Policy::default(),
        policy(|draft| (draft.before, draft.daily_after, draft.weekly) = (vec![20, 2], 3, false)),
        policy(|draft| (draft.daily_after, draft.weekly) = (0, true)),
        policy(|draft| (draft.daily_after, draft.weekly) = (0, false)),
    ];
    for policy in &policies {
        for week in BOTH {
            for due in ["2024-03-21", "2024-12-31", "2025-01-04", "2026-12-08", "2026-12-12", "2027-05-17"] {
                let days = (day(due) - chrono::Days::new(60)).iter_days().take(120);
                let falls: Vec<_> = days
                    .filter_map(|today| Some((stage_on(day(due), today, policy, &calendar, week)?, today)))
                    .collect();
                let until = day(due) + chrono::Days::new(60);
                let planned: Vec<_> = schedule(day(due), policy, &calendar, week)
                    .take_while(|(_, planned)| *planned < until)
                    .collect();
                assert_eq!(planned, falls, "{due} {week:?} {policy:?}");
            }
        }
    }
}

#[test]
fn people_are_reminded_from_nine_to_six_on_their_working_days_and_of_urgent_plans_on_any() {
    let calendar = WorkingCalendar::builtin();
    for (now, five, six, at_any) in [
        ("2024-04-12T04:00:00Z", false, true, true),
        ("2024-04-13T04:00:00Z", true, true, true),
        ("2024-04-14T04:00:00Z", false, false, true),
        ("2024-12-14T12:59:59Z", true, true, true),
        ("2024-12-30T05:00:00Z", false, true, true),
        ("2025-01-04T05:00:00Z", true, true, true),
        ("2026-11-23T03:59:59Z", false, false, false),
        ("2026-11-23T04:00:00Z", true, true, true),
        ("2026-11-23T12:59:59Z", true, true, true),
        ("2026-11-23T13:00:00Z", false, false, false),
        ("2026-12-08T06:00:00Z", false, false, true),
        ("2026-12-12T06:00:00Z", true, true, true),
        ("2026-12-31T06:00:00Z", false, false, true),
        ("2027-03-22T06:00:00Z", false, false, true),
    ] {
        let moment = now.parse().unwrap();
        let speaks = |policy: &Policy, week| may_speak(moment, policy, &calendar, week);
        let found = BOTH.map(|week| speaks(&Policy::default(), week));
        assert_eq!(found, [five, six], "at {now}");
        assert_eq!(BOTH.map(|week| speaks(&urgent(), week)), [at_any; 2], "urgent at {now}");
    }
    for (now, last) in [
        ("2026-11-23T10:59:59Z", false),
        ("2026-11-23T11:00:00Z", true),
        ("2026-11-23T12:59:59Z", true),
        ("2026-11-23T13:00:00Z", false),
    ] {
        assert_eq!(is_last_hours(now.parse().unwrap()), last, "at {now}");
    }
}

#[test]
fn the_list_goes_twice_a_week_and_after_a_holiday_on_the_next_working_day() {
    let calendar = WorkingCalendar::builtin();
    let owes = |policy: &Policy, today, listed: Option<&str>, week| {
        Matter::on(day(today), day("2027-02-20"), None, policy, &calendar, week).owes_list(listed.map(day))
    };
    for (today, listed, week, owed) in [
        // Monday, Thursday, and a day between.
        ("2026-11-23", None, Week::Five, true),
        ("2026-11-24", None, Week::Five, false),
        ("2026-11-26", Some("2026-11-23"), Week::Five, true),
        ("2026-11-26", Some("2026-11-26"), Week::Five, false),
        ("2026-11-24", Some("2026-11-23"), Week::Five, false),
        // Monday's list was missed: Tuesday makes up for it.
        ("2026-11-24", Some("2026-11-19"), Week::Five, true),
        // Thursday is the last day of the year, off; so is Friday: the list goes on Monday, or on Saturday in a long week.
        ("2026-12-31", Some("2026-12-28"), Week::Five, false),
        ("2027-01-04", Some("2026-12-28"), Week::Five, true),
        ("2027-01-02", Some("2026-12-28"), Week::Six, true),
        // Monday 9 March 2026 is a day off that was moved.
        ("2026-03-09", None, Week::Five, false),
        ("2026-03-10", None, Week::Five, true),
        // A working Saturday is no day of the list.
        ("2026-12-12", Some("2026-12-10"), Week::Five, false),
        ("2026-12-13", Some("2026-12-01"), Week::Five, false),
    ] {
        assert_eq!(owes(&Policy::default(), today, listed, week), owed, "{today} after {listed:?}, {week:?}");
    }
    let never = policy(|draft| draft.list_days.clear());
    assert!(!owes(&never, "2026-11-23", Some("2026-11-02"), Week::Five));
    let friday = policy(|draft| draft.list_days = vec![Weekday::Fri]);
    assert!(owes(&friday, "2026-11-27", Some("2026-11-23"), Week::Five));
    for (today, until) in
        [("2026-11-23", "2026-12-31"), ("2026-12-31", "2027-01-31"), ("2024-01-31", "2024-02-29")]
    {
        assert_eq!(list_until(day(today)), day(until));
    }
}

#[test]
fn a_reminder_is_put_off_to_a_working_day_but_never_past_the_due_day() {
    let calendar = WorkingCalendar::builtin();
    for (due, today, week, days) in [
        ("2026-12-20", "2026-11-24", Week::Five, vec!["2026-11-25", "2026-11-27"]),
        // Friday: the next working day is Monday.
        ("2026-12-20", "2026-11-27", Week::Five, vec!["2026-11-30", "2026-12-02"]),
        ("2026-12-20", "2026-11-27", Week::Six, vec!["2026-11-28", "2026-12-01"]),
        // A working Saturday.
        ("2026-12-21", "2026-12-11", Week::Five, vec!["2026-12-12", "2026-12-15"]),
        ("2026-11-26", "2026-11-24", Week::Five, vec!["2026-11-25"]),
        ("2026-11-25", "2026-11-24", Week::Five, vec!["2026-11-25"]),
        ("2026-11-24", "2026-11-24", Week::Five, vec![]),
        ("2026-11-20", "2026-11-24", Week::Five, vec![]),
        // Due on Sunday, and today is the last working day.
        ("2026-11-29", "2026-11-27", Week::Five, vec![]),
    ] {
        let days: Vec<_> = days.into_iter().map(day).collect();
        assert_eq!(snooze_days(day(due), day(today), &calendar, week), days, "{due} on {today}, {week:?}");
    }
    for (wanted, due, refusal) in [
        ("2026-11-25", "2026-11-24", Refusal::NoTimeToSnooze),
        ("2026-11-25", "2026-11-20", Refusal::NoTimeToSnooze),
        ("2026-11-24", "2026-12-20", Refusal::SnoozeInThePast),
        ("2026-11-20", "2026-12-20", Refusal::SnoozeInThePast),
        ("2026-11-30", "2026-12-20", Refusal::SnoozeTooLong),
        ("2026-11-27", "2026-11-26", Refusal::SnoozeTooLong),
    ] {
        let found = snooze(day(wanted), day(due), day("2026-11-24"), &calendar, Week::Five);
        assert_eq!(found, Err(refusal), "{wanted}, due {due}");
    }
}

#[test]
fn what_there_is_to_say_depends_on_the_day_on_promises_and_on_what_was_put_off() {
    let calendar = WorkingCalendar::builtin();
    let usual = Policy::default();
    let today = day("2026-11-24");
    let matter = |due: &str, promised: Option<&str>, snoozed: Option<&str>| {
        Matter::on(today, day(due), promised.map(day), &usual, &calendar, Week::Five)
            .put_off(snoozed.map(day))
    };
    let promise = |text| Stage::Promise(day(text));
    let asked = |text| Stage::Asked(day(text));
    for (matter, steps, near, listed) in [
        (matter("2026-12-20", None, None), vec![], false, true),
        (matter("2027-01-20", None, None), vec![], false, false),
        (matter("2026-11-27", None, None), vec![Stage::Before(3)], true, true),
        (matter("2026-11-20", None, None), vec![Stage::After(2)], true, true),
        // A promise speaks up on the day after, once, and not on its day.
        (matter("2027-01-20", Some("2026-11-24"), None), vec![], false, false),
        (matter("2027-01-20", Some("2026-11-23"), None), vec![promise("2026-11-23")], true, false),
        (
            matter("2026-11-27", Some("2026-11-20"), None),
            vec![Stage::Before(3), promise("2026-11-20")],
            true,
            true,
        ),
        // Put off until tomorrow, until today, and until a day that is over.
        (matter("2026-11-27", Some("2026-11-20"), Some("2026-11-25")), vec![], false, false),
        (
            matter("2026-11-27", None, Some("2026-11-24")),
            vec![Stage::Before(3), asked("2026-11-24")],
            true,
            true,
        ),
        (matter("2027-01-20", None, Some("2026-11-24")), vec![asked("2026-11-24")], true, false),
        (matter("2027-01-20", None, Some("2026-11-20")), vec![asked("2026-11-20")], false, false),
        // Past the due day nothing is put off, although the day has moved back meanwhile.
        (matter("2026-11-20", None, Some("2026-11-25")), vec![Stage::After(2)], true, true),
    ] {
        assert_eq!(matter.steps().collect::<Vec<_>>(), steps, "{matter:?}");
        assert_eq!([matter.is_near(), matter.belongs(Extent::Near)], [near; 2], "{matter:?}");
        assert_eq!(matter.is_listed(), listed, "{matter:?}");
        assert_eq!(matter.belongs(Extent::List), listed || near, "{matter:?}");
    }
    let urgent = urgent();
    let ends = |due, policy| Matter::on(today, day(due), None, policy, &calendar, Week::Five).ends_today();
    assert!(ends("2026-11-24", &urgent) && !ends("2026-11-25", &urgent) && !ends("2026-11-24", &usual));
}

#[test]
fn a_due_day_that_moves_is_reminded_of_anew_but_a_promise_is_not() {
    for stage in [Stage::Before(5), Stage::DueDay, Stage::LastHours, Stage::After(2)] {
        assert_eq!(stage.version(4), 4, "{stage}");
    }
    for stage in [Stage::Promise(day("2026-11-20")), Stage::Asked(day("2026-11-20"))] {
        assert_eq!(stage.version(4), 0, "{stage}");
    }
}

#[test]
fn what_can_wait_is_told_in_working_hours() {
    let calendar = WorkingCalendar::builtin();
    for (now, five, six) in [
        // A Tuesday: before, at, and after the hours of work.
        ("2026-11-24T03:59:59Z", "2026-11-24T04:00:00Z", "2026-11-24T04:00:00Z"),
        ("2026-11-24T04:00:00Z", "2026-11-24T04:00:00Z", "2026-11-24T04:00:00Z"),
        ("2026-11-24T12:59:59Z", "2026-11-24T12:59:59Z", "2026-11-24T12:59:59Z"),
        ("2026-11-24T13:00:00Z", "2026-11-25T04:00:00Z", "2026-11-25T04:00:00Z"),
        // A Friday evening and a Saturday noon.
        ("2026-11-27T14:00:00Z", "2026-11-30T04:00:00Z", "2026-11-28T04:00:00Z"),
        ("2026-11-28T07:00:00Z", "2026-11-30T04:00:00Z", "2026-11-28T07:00:00Z"),
        // The first of the year is a holiday and a Friday.
        ("2026-12-31T14:00:00Z", "2027-01-04T04:00:00Z", "2027-01-02T04:00:00Z"),
    ] {
        for (week, moment) in BOTH.into_iter().zip([five, six]) {
            let told = speaking_from(now.parse().unwrap(), &calendar, week);
            assert_eq!(told, moment.parse::<DateTime<Utc>>().unwrap(), "{now} {week:?}");
        }
    }
}
