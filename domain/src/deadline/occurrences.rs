//! The dates that a rule makes.
//!
//! A date here is the decree's own: moving it off a holiday is the business of the calendar's shift.

use chrono::{Datelike, Days, Months, NaiveDate, Weekday};

use super::{DayOfMonth, Period, Rule, Unit, YearDay};
use crate::calendar::WorkingDays;

/// One time that a measure is due.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct Occurrence {
    /// The day on which it is due.
    pub due: NaiveDate,
    /// What it answers for: no two occurrences of a rule share it.
    pub period: Period,
}

type Occurrences<'a> = Box<dyn Iterator<Item = Occurrence> + 'a>;

impl Rule {
    /// The times that the measure of a decree adopted on `adopted` is due, in order: one for a rule that holds once, without
    /// end for one that recurs (strictly after the adoption), none for one that waits for an event.
    pub fn occurrences<'a>(&'a self, adopted: NaiveDate, working: WorkingDays<'a>) -> Occurrences<'a> {
        match self {
            Self::On { date } | Self::Within { to: date, .. } => once(Some(*date)),
            Self::AfterAdoption { count, unit } => once(term_end(adopted, *count, *unit, working)),
            Self::AfterEvent { .. } | Self::StartsOn { .. } | Self::StartsIn { .. } => once(None),
            Self::Yearly { dates } => yearly(dates, adopted, working),
            Self::HalfYearly { months_after, day } => {
                let cycle = Cycle { length: 6, first: 6, months_after: *months_after, day: *day };
                cycle.occurrences(adopted, working)
            }
            Self::Quarterly { months_after, day } => {
                let cycle = Cycle { length: 3, first: 3, months_after: *months_after, day: *day };
                cycle.occurrences(adopted, working)
            }
            Self::Monthly { months_after, day } => {
                let cycle = Cycle { length: 1, first: 1, months_after: *months_after, day: *day };
                cycle.occurrences(adopted, working)
            }
            Self::EveryMonths { count, day } => every_months(*count, *day, adopted, working),
            Self::Weekly { days } => weekly(days, adopted),
            Self::Daily => {
                Box::new(days_after(adopted).filter(move |&day| working.is_working(day)).map(on_day))
            }
        }
    }

    /// The next `n` days after `after` on which the measure is due.
    pub fn next(
        &self,
        adopted: NaiveDate,
        after: NaiveDate,
        n: usize,
        working: WorkingDays<'_>,
    ) -> Vec<NaiveDate> {
        let dates = self.occurrences(adopted, working).map(|occurrence| occurrence.due);
        dates.filter(|&due| due > after).take(n).collect()
    }
}

/// The last day of a term that starts to run on the day after `from`; `None` past the end of the calendar.
pub fn term_end(from: NaiveDate, count: u32, unit: Unit, working: WorkingDays<'_>) -> Option<NaiveDate> {
    match unit {
        Unit::Days => from.checked_add_days(Days::new(u64::from(count))),
        Unit::WorkingDays => Some(working.after(from, count)),
        Unit::Weeks => from.checked_add_days(Days::new(7 * u64::from(count))),
        // A day that the month does not have becomes its last day.
        Unit::Months => from.checked_add_months(Months::new(count)),
        Unit::Years => from.checked_add_months(Months::new(count.checked_mul(12)?)),
    }
}

fn once<'a>(due: Option<NaiveDate>) -> Occurrences<'a> {
    Box::new(due.into_iter().map(|due| Occurrence { due, period: Period::Once }))
}

fn on_day(due: NaiveDate) -> Occurrence {
    Occurrence { due, period: Period::Day(due) }
}

fn days_after(day: NaiveDate) -> impl Iterator<Item = NaiveDate> {
    day.iter_days().skip(1)
}

fn yearly<'a>(dates: &'a [YearDay], adopted: NaiveDate, working: WorkingDays<'a>) -> Occurrences<'a> {
    if dates.is_empty() {
        return once(None);
    }
    let days = (adopted.year()..=NaiveDate::MAX.year()).flat_map(move |year| {
        let days =
            dates.iter().filter_map(|date| resolve(date.day, year, date.month.number_from_month(), working));
        let mut days: Vec<_> = days.collect();
        days.sort_unstable();
        days.dedup();
        days
    });
    let single = dates.len() == 1;
    let period = move |due: NaiveDate| if single { Period::Year(due.year()) } else { Period::Day(due) };
    Box::new(days.filter(move |&due| due > adopted).map(move |due| Occurrence { due, period: period(due) }))
}

fn weekly(days: &[Weekday], adopted: NaiveDate) -> Occurrences<'_> {
    if days.is_empty() {
        return once(None);
    }
    let several = days.iter().any(|day| *day != days[0]);
    let period = move |due| if several { Period::Day(due) } else { Period::week_of(due) };
    let dates = days_after(adopted).filter(|day| days.contains(&day.weekday()));
    Box::new(dates.map(move |due| Occurrence { due, period: period(due) }))
}

fn every_months(
    count: u32,
    day: DayOfMonth,
    adopted: NaiveDate,
    working: WorkingDays<'_>,
) -> Occurrences<'_> {
    let first = MonthIndex::of(adopted);
    let months = (1..)
        .map(move |n: i32| first.later(n.saturating_mul(i32::try_from(count.max(1)).unwrap_or(i32::MAX))));
    let dates = months.map_while(move |month| {
        let due = resolve(day, month.year(), month.month(), working)?;
        Some(Occurrence { due, period: Period::Month(month.year(), small(month.month())) })
    });
    Box::new(dates)
}

/// Periods of equal length that fill the year, each with a due day at or after its end.
#[derive(Clone, Copy)]
struct Cycle {
    length: i32,
    first: i32,
    months_after: u8,
    day: DayOfMonth,
}

impl Cycle {
    fn occurrences(self, adopted: NaiveDate, working: WorkingDays<'_>) -> Occurrences<'_> {
        // Start early enough to meet a period that ended before the adoption and is due after it.
        let years_back = 1 + i32::from(self.months_after) / 12;
        let start = MonthIndex::new(adopted.year() - years_back, self.first);
        let last_months = (0..).map(move |n: i32| start.later(n.saturating_mul(self.length)));
        let dates = last_months.map_while(move |last| {
            let due_month = last.later(i32::from(self.months_after));
            let due = resolve(self.day, due_month.year(), due_month.month(), working)?;
            Some(Occurrence { due, period: self.period(last) })
        });
        Box::new(dates.skip_while(move |occurrence| occurrence.due <= adopted))
    }

    fn period(self, last: MonthIndex) -> Period {
        let (year, month) = (last.year(), small(last.month()));
        match self.length {
            6 => Period::HalfYear(year, month / 6),
            3 => Period::Quarter(year, month / 3),
            _ => Period::Month(year, month),
        }
    }
}

/// Months counted through the years.
#[derive(Clone, Copy)]
struct MonthIndex(i32);

impl MonthIndex {
    fn new(year: i32, month: i32) -> Self {
        Self(year * 12 + month - 1)
    }

    fn of(day: NaiveDate) -> Self {
        Self(day.year() * 12 + i32::from(small(day.month0())))
    }

    fn later(self, months: i32) -> Self {
        Self(self.0.saturating_add(months))
    }

    fn year(self) -> i32 {
        self.0.div_euclid(12)
    }

    fn month(self) -> u32 {
        self.0.rem_euclid(12).unsigned_abs() + 1
    }
}

fn small(number: u32) -> u8 {
    u8::try_from(number).unwrap_or(u8::MAX)
}

fn resolve(day: DayOfMonth, year: i32, month: u32, working: WorkingDays<'_>) -> Option<NaiveDate> {
    let first = NaiveDate::from_ymd_opt(year, month, 1)?;
    let last = first.with_day(u32::from(first.num_days_in_month()))?;
    match day {
        DayOfMonth::Day(day) => first.with_day(u32::from(day.clamp(1, first.num_days_in_month()))),
        DayOfMonth::Last => Some(last),
        DayOfMonth::LastWorking => Some(working.on_or_before(last)),
    }
}
