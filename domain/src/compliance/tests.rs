use proptest::prelude::*;

use super::*;

#[test]
fn without_extensions_the_figures_are_those_of_the_original_days() {
    let day = |text: &str| -> NaiveDate { text.parse().unwrap() };
    let (today, november) = (day("2026-11-23"), |day: NaiveDate| day.to_string().starts_with("2026-11"));
    let one = |due: &str, original: &str, state: State, submitted: Option<&str>| Extended {
        due: day(due),
        original: day(original),
        state,
        submitted_on: submitted.map(day),
    };
    let all = [
        // On time by the new day, late by the old one.
        one("2026-11-18", "2026-11-10", State::Accepted, Some("2026-11-17")),
        // Still in time by the new day, overdue by the old one.
        one("2026-11-30", "2026-11-12", State::Open, None),
        // Moved out of the month: by the old day it belongs there.
        one("2026-12-10", "2026-11-20", State::Returned, None),
        // Moved into it.
        one("2026-11-02", "2026-10-28", State::Reported, Some("2026-11-02")),
        one("2026-11-25", "2026-11-20", State::Cancelled, None),
    ];
    let counts = |day: fn(&Extended) -> NaiveDate| {
        let counted =
            all.iter().map(move |one| (day(one), Class::of(one.state, day(one), one.submitted_on), 1));
        counted.filter(|(due, ..)| november(*due)).collect::<Vec<_>>()
    };
    let others = [(day("2026-11-05"), Class::AcceptedOnTime, 7), (day("2026-11-06"), Class::Open, 2)];
    let now = Figures::on(today, counts(|one| one.due).into_iter().chain(others));
    let recount = Figures::on(today, counts(|one| one.original).into_iter().chain(others));
    assert_eq!(now.by_original_days(today, november, &all), recount);
    assert_eq!((now.on_time, now.overdue, recount.on_time, recount.overdue), (9, 2, 7, 4));
    assert_eq!(now.by_original_days(today, november, &[]), now);
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

#[test]
fn a_class_is_told_by_the_state_and_the_day_of_the_report() {
    let due = day("2026-12-20");
    for (state, submitted_on, class) in [
        (State::Open, None, Class::Open),
        (State::Returned, None, Class::Open),
        (State::Reported, Some("2026-12-20"), Class::ReportedOnTime),
        (State::Reported, Some("2026-12-21"), Class::ReportedLate),
        (State::Accepted, Some("2026-12-01"), Class::AcceptedOnTime),
        (State::Accepted, Some("2027-01-01"), Class::AcceptedLate),
        (State::Cancelled, None, Class::NotApplicable),
        (State::Cancelled, Some("2026-12-21"), Class::NotApplicable),
    ] {
        assert_eq!(Class::of(state, due, submitted_on.map(day)), class, "{state:?} {submitted_on:?}");
    }
}

#[test]
fn figures_of_a_day() {
    let (past, today, later) = (day("2026-11-20"), day("2026-11-23"), day("2026-12-20"));
    let figures = Figures::on(
        today,
        [
            (past, Class::Open, 2),
            (past, Class::ReportedOnTime, 3),
            (past, Class::AcceptedLate, 1),
            (past, Class::NotApplicable, 5),
            (today, Class::Open, 4),
            (today, Class::AcceptedOnTime, 1),
            (later, Class::Open, 7),
            (later, Class::ReportedOnTime, 1),
            (later, Class::NotApplicable, 1),
        ],
    );
    assert_eq!(
        figures,
        Figures {
            on_time: 4,
            late: 1,
            overdue: 2,
            upcoming: 12,
            ahead: 1,
            under_review: 4,
            not_applicable: 6
        }
    );
    assert_eq!(figures.on_time_rate(), Rate::of(4, 7), "what is cancelled or not due yet is not in the rate");
    assert_eq!(figures.expected(), 19);
}

#[test]
fn what_is_open_on_its_due_day_is_overdue_only_at_midnight() {
    let due = day("2026-11-23");
    let rate_on = |today: &str| Figures::on(day(today), [(due, Class::Open, 1)]).on_time_rate();
    assert_eq!(rate_on("2026-11-23"), None);
    assert_eq!(rate_on("2026-11-24"), Rate::of(0, 1));
}

#[test]
fn where_nothing_fell_due_there_is_no_rate_and_not_0_per_cent() {
    assert_eq!(Figures::default().on_time_rate(), None);
    let cancelled = Figures::on(day("2026-11-23"), [(day("2026-11-01"), Class::NotApplicable, 3)]);
    assert_eq!(cancelled.on_time_rate(), None);
    assert_eq!(Thresholds::default().light(None), Light::NoData);
}

#[test]
fn the_colour_agrees_with_the_per_cent_that_is_shown() {
    for (part, whole, per_mille, light) in [
        (1, 1, 1000, Light::Green),
        (9, 10, 900, Light::Green),
        (899, 1000, 899, Light::Yellow),
        (8_995, 10_000, 900, Light::Green),
        (8_994, 10_000, 899, Light::Yellow),
        (7, 10, 700, Light::Yellow),
        (699, 1000, 699, Light::Red),
        (0, 4, 0, Light::Red),
        (1, 1_000_000, 1, Light::Red),
        (999_999, 1_000_000, 999, Light::Green),
        (u64::MAX - 1, u64::MAX, 999, Light::Green),
    ] {
        let rate = Rate::of(part, whole).unwrap();
        assert_eq!(rate.per_mille(), per_mille, "{part}/{whole}");
        assert_eq!(Thresholds::default().light(Some(rate)), light, "{part}/{whole}");
    }
}

#[test]
fn thresholds_are_in_order_or_refused() {
    for (green, yellow, fine) in
        [(90, 70, true), (100, 0, true), (70, 70, false), (70, 90, false), (101, 70, false)]
    {
        assert_eq!(Thresholds::new(green, yellow).is_some(), fine, "{green}/{yellow}");
    }
}

#[test]
fn the_worst_organisation_comes_first_and_one_without_data_last() {
    let organisation = |on_time, late, overdue| Figures { on_time, late, overdue, ..Figures::default() };
    let mut all = [
        organisation(0, 0, 0),
        organisation(10, 0, 0),
        organisation(1, 0, 1),
        organisation(3, 3, 0),
        organisation(2, 0, 2),
        organisation(0, 0, 1),
    ];
    all.sort_by(Figures::compare_worst_first);
    let order = all.map(|figures| (figures.on_time, figures.late, figures.overdue));
    assert_eq!(order, [(0, 0, 1), (2, 0, 2), (1, 0, 1), (3, 3, 0), (10, 0, 0), (0, 0, 0)]);
}

fn counts() -> impl Strategy<Value = Vec<(NaiveDate, Class, u64)>> {
    let due = (0_u64..40).prop_map(|days| day("2026-11-01") + chrono::Days::new(days));
    prop::collection::vec((due, prop::sample::select(Class::ALL.to_vec()), 0_u64..1000), 0..20)
}

proptest! {
    #[test]
    fn every_obligation_is_in_exactly_one_figure(counts in counts()) {
        let all: u64 = counts.iter().map(|(_, _, number)| number).sum();
        let figures = Figures::on(day("2026-11-23"), counts);
        prop_assert_eq!(figures.expected() + figures.not_applicable, all);
        prop_assert!(figures.ahead <= figures.upcoming);
        prop_assert!(figures.on_time_rate().is_none_or(|rate| rate.per_mille() <= 1000));
    }

    #[test]
    fn the_figures_of_parts_add_up_to_those_of_the_whole(first in counts(), second in counts()) {
        let today = day("2026-11-23");
        let whole = Figures::on(today, first.iter().chain(&second).copied());
        let parts = [Figures::on(today, first), Figures::on(today, second)];
        prop_assert_eq!(parts.into_iter().sum::<Figures>(), whole);
    }
}
