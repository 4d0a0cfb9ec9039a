//! Phrases of real plans are read as people who wrote them meant them.

use chrono::NaiveDate;
use domain::calendar::{Week, WorkingCalendar};
use domain::deadline::{Kind, Reading, Why, read};

/// What a phrase was read as, in one line: kind, rule, first three dates, `?` when a person must confirm it.
fn shown(reading: &Reading, adopted: NaiveDate) -> String {
    let calendar = WorkingCalendar::builtin();
    let dates = reading.rule.iter().flat_map(|rule| {
        rule.occurrences(adopted, calendar.in_week(Week::Five)).take(3).map(|occurrence| occurrence.due)
    });
    let dates: Vec<_> = dates.map(|date| date.to_string()).collect();
    let mark = if reading.certain { "" } else { "?" };
    let rule = reading.rule_text();
    let between = if rule.is_empty() { "" } else { " " };
    format!("{}{mark}{between}{rule} [{}]", reading.kind.code(), dates.join(" "))
}

#[test]
fn every_phrase_of_the_handbook_is_read_as_it_says() {
    let mut wrong = Vec::new();
    for row in csv::Reader::from_reader(include_str!("../data/deadline_phrases.csv").as_bytes()).records() {
        let row = row.unwrap();
        let (phrase, adopted) = (&row[1], row[6].parse().unwrap());
        let reading = read(phrase, adopted);
        let first = reading.rule.as_ref().filter(|_| reading.kind != Kind::Recurring).and_then(|rule| {
            rule.occurrences(adopted, WorkingCalendar::builtin().in_week(Week::Five)).next()
        });
        let first = first.map_or(String::new(), |occurrence| occurrence.due.to_string());
        let review = if reading.certain { "no" } else { "yes" };
        let read = [reading.kind.code(), &reading.rule_text(), &first, review];
        if read != [&row[2], &row[3], &row[4], &row[5]] {
            wrong.push(format!("{} {phrase}: {read:?} ({:?}) instead of {row:?}", &row[0], reading.why));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn phrases_in_other_words_scripts_and_spellings_are_read_too() {
    let adopted = "2026-10-28".parse().unwrap();
    let table = include_str!("phrases.txt").lines().map(|line| line.split_once(" | ").unwrap());
    let wrong: Vec<_> = table
        .map(|(phrase, expected)| (phrase, expected, shown(&read(phrase, adopted), adopted)))
        .filter(|(_, expected, shown)| expected != shown)
        .map(|(phrase, expected, shown)| format!("{phrase}: {shown} instead of {expected}"))
        .collect();
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn the_example_plan_is_read_as_its_author_meant_it() {
    let adopted = "2026-10-28".parse().unwrap();
    let expected = [
        "date [2026-11-10]",
        "relative doc+10 kun [2026-11-07]",
        "relative doc+1 oy [2026-11-28]",
        "relative doc+2 oy [2026-12-28]",
        "recurring FREQ=YEARLY;BYMONTH=6,12;BYMONTHDAY=-1 [2026-12-31 2027-06-30 2027-12-31]",
        "date [2026-12-20]",
        "conditional? event+15 kun []",
        "recurring FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=20 [2027-01-20 2028-01-20 2029-01-20]",
        "recurring FREQ=YEARLY;BYMONTH=1;BYMONTHDAY=25 [2027-01-25 2028-01-25 2029-01-25]",
        "recurring FREQ=YEARLY;BYMONTH=1,4,7,10;BYMONTHDAY=10 [2027-01-10 2027-04-10 2027-07-10]",
        "conditional? event+3 ish kuni []",
        "permanent? []",
        "conditional? event+3 ish kuni []",
        "recurring FREQ=MONTHLY;BYMONTHDAY=5 [2026-11-05 2026-12-05 2027-01-05]",
        "recurring? FREQ=MONTHLY;BYMONTHDAY=-1 [2026-10-31 2026-11-30 2026-12-31]",
        "date [2027-03-31]",
        "period? 2027..2028 [2028-12-31]",
        "as_needed? []",
        "period? 2026..2026 [2026-12-31]",
        "recurring FREQ=YEARLY;BYMONTH=3,6,9,12;BYMONTHDAY=-1 [2026-12-31 2027-03-31 2027-06-30]",
        "recurring? FREQ=WEEKLY;BYDAY=WE,FR [2026-10-30 2026-11-04 2026-11-06]",
        "recurring FREQ=WEEKLY;BYDAY=MO [2026-11-02 2026-11-09 2026-11-16]",
        "recurring? FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=-1 [2026-12-31 2027-12-31 2028-12-31]",
        "recurring FREQ=YEARLY;BYMONTH=12;BYMONTHDAY=25 [2026-12-25 2027-12-25 2028-12-25]",
    ];
    let mut reader = csv::Reader::from_reader(include_str!("../data/plan_example_2026.csv").as_bytes());
    let rows: Vec<_> = reader.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), expected.len());
    for (row, expected) in rows.iter().zip(expected) {
        assert_eq!(shown(&read(&row[4], adopted), adopted), expected, "{}: {}", &row[0], &row[4]);
    }
}

#[test]
fn a_measure_without_a_phrase_gets_the_default_term_as_a_proposal() {
    let adopted = "2026-10-28".parse().unwrap();
    for phrase in ["", "  ", "—", "-", "…"] {
        let reading = read(phrase, adopted);
        assert_eq!((reading.kind, reading.certain, reading.why), (Kind::Unknown, false, Why::NoTermGiven));
        assert_eq!(reading.rule_text(), "doc+1 oy");
    }
}

#[test]
fn every_reason_has_a_name_of_its_own() {
    let mut codes: Vec<_> = Why::ALL.iter().map(|why| why.code()).collect();
    codes.sort_unstable();
    codes.dedup();
    assert_eq!(codes.len(), Why::ALL.len());
    for why in Why::ALL {
        assert_eq!(serde_json::to_value(why).unwrap(), why.code(), "{why}");
    }
}
