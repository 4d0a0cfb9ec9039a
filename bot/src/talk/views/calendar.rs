//! A month of buttons from which a day is chosen. Which days may be chosen, and what a press means, the caller says.

use std::ops::RangeInclusive;

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use domain::buttons::Button;
use locales::{Texts, dates};

use super::key;
use crate::reply::{Key, Keyboard};

/// Stands where no day can be chosen.
const NOTHING: &str = "·";

/// The days of a calendar that may be chosen.
pub(crate) struct Choice<'a> {
    /// From the first to the last.
    pub(crate) days: RangeInclusive<NaiveDate>,
    /// Which of them.
    pub(crate) may: &'a dyn Fn(NaiveDate) -> bool,
}

/// The month that `shown` is in, or the nearest that has a day to choose; `day` is pressed for a day, `turn` for another month.
pub(crate) fn calendar(
    texts: Texts,
    shown: NaiveDate,
    choice: &Choice<'_>,
    day: impl Fn(NaiveDate) -> Button,
    turn: impl Fn(NaiveDate) -> Button,
) -> Keyboard {
    let (from, until) = (*choice.days.start(), *choice.days.end());
    let first = first_of_month(shown.clamp(from, until.max(from)));
    let next = first.checked_add_months(Months::new(1)).unwrap_or(first);
    let blank = |label: &str| key(label, &Button::Blank);
    let mut head = Vec::new();
    head.extend((from < first).then(|| key("‹", &turn(first_of_month(first.pred_opt().unwrap_or(first))))));
    head.push(blank(&dates::month_year(texts.language(), first)));
    head.extend((next <= until).then(|| key("›", &turn(next))));
    let weekdays = std::iter::successors(Some(Weekday::Mon), |day| Some(day.succ())).take(7);
    let mut keyboard = Keyboard::new()
        .row(head)
        .row(weekdays.map(|weekday| blank(&dates::weekday_short(texts.language(), weekday))));
    let cell = |date: NaiveDate| -> Key {
        if (first..next).contains(&date) && choice.days.contains(&date) && (choice.may)(date) {
            key(date.day().to_string(), &day(date))
        } else {
            blank(NOTHING)
        }
    };
    let mut monday = first - Days::new(first.weekday().num_days_from_monday().into());
    while monday < next {
        let week: Vec<_> = monday.iter_days().take(7).collect();
        // A week in which nothing can be chosen says nothing.
        if week.iter().any(|date| (first..next).contains(date) && choice.days.contains(date)) {
            keyboard = keyboard.row(week.into_iter().map(cell));
        }
        monday = monday + Days::new(7);
    }
    keyboard
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}
