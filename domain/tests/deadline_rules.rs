//! The dates of rules, the keys of periods, and what holds for every rule and phrase.

#![expect(clippy::unwrap_used, reason = "a helper that fails is a test that fails")]

use std::collections::HashSet;

use chrono::{Month, NaiveDate, Weekday};
use domain::calendar::{Week, WorkingCalendar};
use domain::deadline::{DayOfMonth, Period, Rule, Unit, YearDay, read, term_end};
use proptest::prelude::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn occurrences(rule: &Rule, adopted: &str, n: usize) -> Vec<String> {
    let calendar = WorkingCalendar::builtin();
    let all = rule.occurrences(day(adopted), calendar.in_week(Week::Five)).take(n);
    all.map(|occurrence| format!("{} {}", occurrence.period, occurrence.due)).collect()
}

#[test]
fn terms_end_as_the_civil_code_counts_them() {
    let calendar = WorkingCalendar::builtin();
    for (from, count, unit, end) in [
        ("2016-10-20", 2, Unit::Months, "2016-12-20"),
        ("2027-01-31", 1, Unit::Months, "2027-02-28"),
        ("2028-01-31", 1, Unit::Months, "2028-02-29"),
        ("2028-02-29", 1, Unit::Years, "2029-02-28"),
        ("2026-10-28", 10, Unit::Days, "2026-11-07"),
        ("2026-10-28", 1, Unit::Weeks, "2026-11-04"),
        ("2026-12-07", 3, Unit::WorkingDays, "2026-12-11"),
        ("2026-12-11", 1, Unit::WorkingDays, "2026-12-12"),
    ] {
        let found = term_end(day(from), count, unit, calendar.in_week(Week::Five));
        assert_eq!(found, Some(day(end)), "{from} + {count} {unit}");
    }
    assert_eq!(term_end(day("2026-10-28"), u32::MAX, Unit::Years, calendar.in_week(Week::Five)), None);
}

#[test]
fn an_occurrence_belongs_to_the_period_that_it_reports() {
    let tenth = DayOfMonth::Day(10);
    for (rule, expected) in [
        (Rule::Quarterly { months_after: 1, day: tenth }, ["2026-Q4 2027-01-10", "2027-Q1 2027-04-10"]),
        (
            Rule::Quarterly { months_after: 0, day: DayOfMonth::Last },
            ["2026-Q4 2026-12-31", "2027-Q1 2027-03-31"],
        ),
        (Rule::HalfYearly { months_after: 1, day: tenth }, ["2026-H2 2027-01-10", "2027-H1 2027-07-10"]),
        (Rule::Monthly { months_after: 1, day: tenth }, ["2026-10 2026-11-10", "2026-11 2026-12-10"]),
        (
            Rule::Monthly { months_after: 0, day: DayOfMonth::Day(31) },
            ["2026-10 2026-10-31", "2026-11 2026-11-30"],
        ),
        (Rule::EveryMonths { count: 3, day: DayOfMonth::Last }, ["2027-01 2027-01-31", "2027-04 2027-04-30"]),
        (Rule::Weekly { days: vec![Weekday::Mon] }, ["2026-W45 2026-11-02", "2026-W46 2026-11-09"]),
        (
            Rule::Weekly { days: vec![Weekday::Fri, Weekday::Mon] },
            ["2026-10-30 2026-10-30", "2026-11-02 2026-11-02"],
        ),
        (Rule::Daily, ["2026-10-29 2026-10-29", "2026-10-30 2026-10-30"]),
    ] {
        assert_eq!(occurrences(&rule, "2026-10-28", 2), expected, "{rule}");
    }
    let yearly = Rule::Yearly { dates: vec![YearDay { month: Month::January, day: DayOfMonth::Day(20) }] };
    assert_eq!(occurrences(&yearly, "2026-10-28", 2), ["2027 2027-01-20", "2028 2028-01-20"]);
    assert_eq!(occurrences(&yearly, "2027-01-20", 1), ["2028 2028-01-20"], "strictly after the adoption");
}

#[test]
fn the_last_working_day_of_a_month_knows_holidays() {
    let rule = Rule::Monthly { months_after: 0, day: DayOfMonth::LastWorking };
    assert_eq!(occurrences(&rule, "2026-10-30", 2), ["2026-11 2026-11-30", "2026-12 2026-12-30"]);
}

#[test]
fn next_dates_come_after_the_day_asked_about() {
    let calendar = WorkingCalendar::builtin();
    let rule = Rule::Monthly { months_after: 0, day: DayOfMonth::Day(5) };
    let dates = rule.next(day("2026-10-28"), day("2026-12-05"), 2, calendar.in_week(Week::Five));
    assert_eq!(dates, [day("2027-01-05"), day("2027-02-05")]);
}

#[test]
fn a_rule_is_kept_as_json_that_people_can_edit() {
    for (rule, json) in [
        (Rule::On { date: day("2026-12-20") }, r#"{"rule":"on","date":"2026-12-20"}"#),
        (
            Rule::AfterAdoption { count: 3, unit: Unit::WorkingDays },
            r#"{"rule":"after_adoption","count":3,"unit":"working_days"}"#,
        ),
        (
            Rule::Quarterly { months_after: 1, day: DayOfMonth::Day(10) },
            r#"{"rule":"quarterly","months_after":1,"day":"10"}"#,
        ),
        (
            Rule::Yearly { dates: vec![YearDay { month: Month::January, day: DayOfMonth::Last }] },
            r#"{"rule":"yearly","dates":[{"month":"January","day":"last"}]}"#,
        ),
        (Rule::Weekly { days: vec![Weekday::Mon] }, r#"{"rule":"weekly","days":["Mon"]}"#),
        (Rule::Daily, r#"{"rule":"daily"}"#),
    ] {
        assert_eq!(serde_json::to_string(&rule).unwrap(), json);
        assert_eq!(serde_json::from_str::<Rule>(json).unwrap(), rule);
    }
    assert!(serde_json::from_str::<Rule>(r#"{"rule":"monthly","day":"32"}"#).is_err());
}

#[test]
fn the_key_of_a_period_is_read_back() {
    for text in ["once", "2027", "2026-H2", "2026-Q4", "2026-12", "2026-W48", "2026-11-24"] {
        assert_eq!(text.parse::<Period>().unwrap().to_string(), text);
    }
    for text in ["", "never", "2026-H3", "2026-Q0", "2026-13", "2027-W53", "2026-1", "2026-02-30"] {
        assert!(text.parse::<Period>().is_err(), "{text}");
    }
}

fn any_day() -> impl Strategy<Value = NaiveDate> {
    (0..3_000_u64).prop_map(|n| day("2024-01-01") + chrono::Days::new(n))
}

fn any_day_of_month() -> impl Strategy<Value = DayOfMonth> {
    prop_oneof![(1..=31_u8).prop_map(DayOfMonth::Day), Just(DayOfMonth::Last), Just(DayOfMonth::LastWorking)]
}

fn any_recurring() -> impl Strategy<Value = Rule> {
    let month = (1..=12_u8).prop_map(|n| Month::try_from(n).unwrap());
    let year_day = (month, any_day_of_month()).prop_map(|(month, day)| YearDay { month, day });
    let weekday = (0..7_u8).prop_map(|n| Weekday::try_from(n).unwrap());
    let months_after = 0..15_u8;
    prop_oneof![
        prop::collection::vec(year_day, 1..5).prop_map(|dates| Rule::Yearly { dates }),
        (months_after.clone(), any_day_of_month())
            .prop_map(|(months_after, day)| Rule::HalfYearly { months_after, day }),
        (months_after.clone(), any_day_of_month())
            .prop_map(|(months_after, day)| Rule::Quarterly { months_after, day }),
        (months_after, any_day_of_month())
            .prop_map(|(months_after, day)| Rule::Monthly { months_after, day }),
        (0..40_u32, any_day_of_month()).prop_map(|(count, day)| Rule::EveryMonths { count, day }),
        prop::collection::vec(weekday, 1..5).prop_map(|days| Rule::Weekly { days }),
        Just(Rule::Daily),
    ]
}

proptest! {
    #[test]
    fn occurrences_ascend_after_the_adoption_and_no_period_comes_twice(rule in any_recurring(), adopted in any_day()) {
        let calendar = WorkingCalendar::builtin();
        let all: Vec<_> = rule.occurrences(adopted, calendar.in_week(Week::Five)).take(30).collect();
        prop_assert_eq!(all.len(), 30);
        prop_assert!(all[0].due > adopted);
        prop_assert!(all.windows(2).all(|pair| pair[0].due < pair[1].due));
        let periods: HashSet<_> = all.iter().map(|occurrence| occurrence.period.to_string()).collect();
        prop_assert_eq!(periods.len(), 30);
        for occurrence in all {
            prop_assert_eq!(occurrence.period.to_string().parse(), Ok(occurrence.period));
        }
    }

    #[test]
    fn a_rule_comes_back_from_json_the_same(rule in any_recurring()) {
        let json = serde_json::to_string(&rule).unwrap();
        prop_assert_eq!(serde_json::from_str::<Rule>(&json).unwrap(), rule);
    }

    #[test]
    fn any_text_is_read_without_a_panic(text in "\\PC{0,80}", adopted in any_day()) {
        read(&text, adopted);
    }

    #[test]
    fn any_words_of_time_are_read_without_a_panic(
        words in prop::collection::vec(prop::sample::select(WORDS), 0..9),
        between in prop::sample::select(&[" ", "-", ", ", " ("][..]),
        adopted in any_day(),
    ) {
        let reading = read(&words.join(between), adopted);
        let calendar = WorkingCalendar::builtin();
        let dates = reading.rule.iter().flat_map(|rule| rule.next(adopted, adopted, 3, calendar.in_week(Week::Six)));
        prop_assert!(dates.count() <= 3);
        prop_assert!(!reading.certain || reading.rule.is_some(), "certain without a rule");
    }
}

/// Words that the reader knows, to be thrown together.
const WORDS: &[&str] = &[
    "har",
    "oy",
    "oyning",
    "oyda",
    "chorak",
    "choragida",
    "yarim",
    "yil",
    "yilning",
    "yili",
    "hafta",
    "kun",
    "kundan",
    "ish",
    "kuni",
    "kunlari",
    "1",
    "5",
    "10",
    "29",
    "31",
    "2026",
    "2027",
    "99999999999",
    "bir",
    "ikki",
    "oʻn",
    "besh",
    "birinchi",
    "I",
    "IV",
    "XII",
    "yanvar",
    "fevralgacha",
    "dekabrga",
    "dekabrdan",
    "dushanba",
    "jumagacha",
    "qadar",
    "muddatda",
    "ichida",
    "davomida",
    "boshlab",
    "soʻng",
    "keyin",
    "keyingi",
    "joriy",
    "oxirgi",
    "oxirida",
    "yakunidan",
    "yakunlari",
    "marta",
    "sanasiga",
    "qaror",
    "qabul",
    "qilingan",
    "qilingandan",
    "tasdiqlangan",
    "belgilangan",
    "doimiy",
    "zudlik",
    "zarur",
    "va",
    "gacha",
    "dan",
    "oktyabrdagi",
    "01.10.2026",
    "30.02.2026",
    "01.12",
    "12/2026",
    "до",
    "с",
    "со",
    "дня",
    "после",
    "через",
    "от",
    "в",
    "течение",
    "срок",
    "каждый",
    "месяца",
    "следующего",
    "квартал",
    "последний",
    "рабочий",
    "день",
    "раз",
    "года",
    "ежемесячно",
    "двухмесячный",
    "марта",
    "понедельникам",
    "конца",
];
