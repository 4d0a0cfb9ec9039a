use super::*;

const OFFICER: PersonId = PersonId(1);
const HEAD: PersonId = PersonId(2);
const CONTROLLER: PersonId = PersonId(3);

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn standby() -> Standby {
    Standby { officers: vec![OFFICER], substitutes: vec![], heads: vec![HEAD], controllers: vec![CONTROLLER] }
}

/// Due on Friday, 20 November 2026: the head hears on Monday, the controller on Wednesday, the brief on Friday.
fn chain() -> Chain {
    fix(Policy::default(), day("2026-11-20"), &standby(), &WorkingCalendar::default(), Week::Five)
}

/// The moves as text: `head tell, officer over`.
fn played(states: &str, today: &str, unreachable: &[PersonId]) -> String {
    let states = states.split_whitespace().map(|code| StepState::from_code(code).unwrap());
    let steps: Vec<_> = chain().steps.into_iter().zip(states).collect();
    let moves = moves(&steps, day(today), |person| !unreachable.contains(&person));
    let words = moves.iter().map(|(index, what)| {
        format!("{} {}", steps[*index].0.level.code(), format!("{what:?}").to_lowercase())
    });
    words.collect::<Vec<_>>().join(", ")
}

#[test]
fn working_days_are_counted_from_the_last_working_day_until_the_due_day() {
    for (due, week, days) in [
        ("2026-11-20", Week::Five, ["2026-11-20", "2026-11-23", "2026-11-25", "2026-11-27"]),
        ("2026-11-20", Week::Six, ["2026-11-20", "2026-11-21", "2026-11-24", "2026-11-26"]),
        // A Sunday on which something is due after all.
        ("2026-11-22", Week::Five, ["2026-11-20", "2026-11-23", "2026-11-25", "2026-11-27"]),
    ] {
        let chain = fix(Policy::default(), day(due), &standby(), &WorkingCalendar::default(), week);
        let planned: Vec<_> = chain.steps.iter().map(|step| step.day).collect();
        assert_eq!(planned, days.map(day), "{due} {week:?}");
    }
}

#[test]
fn after_a_return_the_days_begin_anew() {
    assert_eq!(counted_from(day("2026-11-20"), None), day("2026-11-20"));
    assert_eq!(counted_from(day("2026-11-20"), Some(day("2026-11-18"))), day("2026-11-20"));
    assert_eq!(counted_from(day("2026-11-20"), Some(day("2026-12-01"))), day("2026-12-01"));
}

#[test]
fn an_empty_level_is_a_step_without_a_person_and_a_missing_substitute_is_none() {
    let alone = fix(
        Policy::default(),
        day("2026-11-20"),
        &Standby::default(),
        &WorkingCalendar::default(),
        Week::Five,
    );
    let levels: Vec<_> = alone.steps.iter().map(|step| (step.level.code(), step.person)).collect();
    assert_eq!(levels, [("officer", None), ("head", None), ("controller", None), ("brief", None)]);
    let with = Standby { substitutes: vec![PersonId(9)], ..standby() };
    let chain = fix(Policy::default(), day("2026-11-20"), &with, &WorkingCalendar::default(), Week::Five);
    assert_eq!(chain.steps[1].level, Level::Substitute);
}

#[test]
fn the_level_speaks_whose_day_has_come() {
    for (states, today, moves) in [
        ("waiting waiting waiting waiting", "2026-11-21", ""),
        ("waiting waiting waiting waiting", "2026-11-23", "officer over, head tell"),
        ("told waiting waiting waiting", "2026-11-23", "head tell"),
        ("told told waiting waiting", "2026-11-24", ""),
        ("told told waiting waiting", "2026-11-25", "controller tell"),
        // The brief finds by itself what has come to it.
        ("told told told waiting", "2026-11-27", ""),
    ] {
        assert_eq!(played(states, today, &[]), moves, "{states} on {today}");
    }
}

#[test]
fn after_an_outage_only_the_highest_level_speaks() {
    for (today, moves) in [
        ("2026-11-25", "officer over, head over, controller tell"),
        ("2026-12-10", "officer over, head over, controller over"),
    ] {
        assert_eq!(played("waiting waiting waiting waiting", today, &[]), moves, "{today}");
    }
}

#[test]
fn who_cannot_be_reached_is_skipped_at_once() {
    for (states, today, unreachable, moves) in [
        ("waiting waiting waiting waiting", "2026-11-21", &[OFFICER][..], "officer vacant, head tell"),
        (
            "waiting waiting waiting waiting",
            "2026-11-23",
            &[HEAD],
            "officer over, head vacant, controller tell",
        ),
        (
            "waiting waiting waiting waiting",
            "2026-11-21",
            &[OFFICER, HEAD],
            "officer vacant, head vacant, controller tell",
        ),
        (
            "waiting waiting waiting waiting",
            "2026-11-21",
            &[OFFICER, HEAD, CONTROLLER],
            "officer vacant, head vacant, controller vacant, brief bring",
        ),
        // The message to the head failed after all: the controller does not wait for Wednesday.
        ("told vacant waiting waiting", "2026-11-24", &[HEAD], "controller tell"),
        ("told vacant told waiting", "2026-11-24", &[HEAD], ""),
        ("told told waiting waiting", "2026-11-25", &[CONTROLLER], "controller vacant, brief bring"),
    ] {
        assert_eq!(played(states, today, unreachable), moves, "{states} on {today} without {unreachable:?}");
    }
}

#[test]
fn one_reachable_person_is_enough_for_a_level() {
    let two = Standby { heads: vec![HEAD, PersonId(4)], ..standby() };
    let chain = fix(Policy::default(), day("2026-11-20"), &two, &WorkingCalendar::default(), Week::Five);
    let steps: Vec<_> = chain.steps.into_iter().map(|step| (step, StepState::Waiting)).collect();
    let moves = moves(&steps, day("2026-11-23"), |person| person != HEAD);
    assert_eq!(moves, [(0, Move::Over), (1, Move::Vacant), (2, Move::Tell)]);
}

#[test]
fn a_chain_is_kept_as_it_was_fixed() {
    let chain = chain();
    let kept = serde_json::to_string(&chain).unwrap();
    assert_eq!(serde_json::from_str::<Chain>(&kept).unwrap(), chain);
}

#[test]
fn the_days_of_a_policy_rise() {
    assert_eq!(Policy::new(1, 3, 5), Ok(Policy::default()));
    for (head, controller, brief) in [(0, 3, 5), (4, 3, 5), (1, 6, 5), (1, 3, 61)] {
        assert_eq!(Policy::new(head, controller, brief), Err(DaysDoNotRise), "{head} {controller} {brief}");
    }
    assert_eq!(serde_json::from_str::<Policy>("{}").unwrap(), Policy::default());
}
