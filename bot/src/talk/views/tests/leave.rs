//! Leave and its calendar.

use domain::buttons::LeaveStep;
use domain::ids::SubstitutionId;
use domain::substitution::{Days, Substitution};
use store::people::Recipient;
use store::substitutions;

use super::super::calendar::{Choice, calendar};
use super::*;
use crate::talk::views::{Hearer, LeaveChoice, LeaveDay, leave, leave_day, leave_news};

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

/// Every view of leave, with the worst values.
pub(super) fn views(texts: Texts) -> Vec<View> {
    let days = Days { first: today(), last: today() + chrono::Days::new(9) };
    let organisation = OrganisationId(i64::MAX);
    let one = |person| substitutions::View {
        id: SubstitutionId(i64::MAX),
        substitution: Substitution { person: PersonId(person), substitute: PersonId(3), organisation, days },
        person: nasty(300),
        substitute: nasty(300),
        set_by: None,
        ended_by: None,
        ended_at: None,
    };
    let long = nasty(400);
    let colleagues = vec![(PersonId(i64::MAX), nasty(300)); 8];
    let substitute = Recipient {
        person: PersonId(i64::MAX),
        name: nasty(300),
        position: None,
        telegram_id: Some(1),
        language: Language::UzLatn,
        reachable: true,
    };
    let lasting = vec![one(1), one(2), one(1), one(2), one(1), one(2)];
    let chosen = [LeaveDay::LastFromToday, LeaveDay::First, LeaveDay::Last { first: days.last }];
    let mut views: Vec<_> = chosen
        .map(|chosen| leave_day(texts, organisation, &substitute, (chosen, today()), today()..=days.last))
        .into();
    for choice in [
        LeaveChoice::Nothing,
        LeaveChoice::Organisation(vec![(organisation, nasty(400)); 9]),
        LeaveChoice::Colleague(organisation, Vec::new()),
        LeaveChoice::Colleague(organisation, colleagues),
    ] {
        views.push(leave(texts, PersonId(1), &lasting, |_| &long, &choice, today()));
    }
    for set in [true, false] {
        for whom in [Hearer::Substitute, Hearer::Absent, Hearer::Head] {
            views.push(leave_news(texts, &one(1), &long, set, whom));
        }
    }
    views
}

/// The calendar as it is seen: `.` no day, `7` a day to choose, `‹` and `›` where there is more.
fn seen(shown: &str, first: &str, last: &str, may: &dyn Fn(NaiveDate) -> bool) -> Vec<String> {
    let choice = Choice { days: day(first)..=day(last), may };
    let step = |day| {
        Button::Leave(LeaveStep::Until { organisation: OrganisationId(1), substitute: PersonId(2), day })
    };
    let keyboard = calendar(Texts::new(Language::UzLatn), day(shown), &choice, step, step);
    let row = |row: &Vec<crate::reply::Key>| {
        row.iter().map(|key| key.label.replace('·', ".")).collect::<Vec<_>>().join(" ")
    };
    keyboard.rows().iter().map(row).collect()
}

#[test]
fn a_calendar_shows_the_days_that_may_be_chosen_and_turns_while_there_are_more() {
    let any = |_: NaiveDate| true;
    assert_eq!(
        seen("2026-11-23", "2026-11-23", "2026-12-10", &any),
        ["2026-yil noyabr ›", "Du Se Ch Pa Ju Sh Ya", "23 24 25 26 27 28 29", "30 . . . . . ."]
    );
    assert_eq!(
        seen("2026-12-01", "2026-11-23", "2026-12-10", &any),
        ["‹ 2026-yil dekabr", "Du Se Ch Pa Ju Sh Ya", ". 1 2 3 4 5 6", "7 8 9 10 . . ."]
    );
    let weekend = |date: NaiveDate| chrono::Datelike::weekday(&date).num_days_from_monday() < 5;
    let november = seen("2026-11-23", "2026-11-25", "2026-11-28", &weekend);
    assert_eq!(november[2..], [". . 25 26 27 . ."]);
}

#[test]
fn a_month_without_a_day_to_choose_is_not_shown() {
    let any = |_: NaiveDate| true;
    for asked in ["2020-01-01", "2026-11-01", "9999-12-31"] {
        let shown = seen(asked, "2026-11-23", "2026-11-30", &any);
        assert_eq!(shown[0], "2026-yil noyabr", "{asked}");
    }
}
