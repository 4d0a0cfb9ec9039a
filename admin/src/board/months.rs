//! The figures of one month, and the months of a trend.

use chrono::{Datelike, Months, NaiveDate};
use domain::compliance::{Class, Figures};
use store::boards::{Ahead, MonthCounts, OpenCounts};

use crate::period::Span;

/// The figures of one organisation and month on `today`. Of a month that is over or has not begun, its first day stands for
/// all; the month of today is divided at today.
pub(super) fn month_figures(
    row: &MonthCounts,
    today: NaiveDate,
    open: Option<&OpenCounts>,
    ahead: Option<&Ahead>,
) -> Figures {
    let mut figures = Figures::default();
    let mut add = |due: NaiveDate, class: Class, number: u64| figures.add(today, due, class, number);
    if row.month == first_of_month(today) {
        let (yesterday, tomorrow) = (today.pred_opt().unwrap_or(today), today.succ_opt().unwrap_or(today));
        let overdue = open.map_or(0, |open| open.overdue_this_month).min(row.open);
        add(yesterday, Class::Open, overdue);
        add(today, Class::Open, row.open - overdue);
        let (reported, accepted) = ahead.map_or((0, 0), |ahead| (ahead.reported, ahead.accepted));
        let (reported, accepted) = (reported.min(row.reported_on_time), accepted.min(row.accepted_on_time));
        add(tomorrow, Class::ReportedOnTime, reported);
        add(tomorrow, Class::AcceptedOnTime, accepted);
        add(today, Class::ReportedOnTime, row.reported_on_time - reported);
        add(today, Class::AcceptedOnTime, row.accepted_on_time - accepted);
    } else {
        add(row.month, Class::Open, row.open);
        add(row.month, Class::ReportedOnTime, row.reported_on_time);
        add(row.month, Class::AcceptedOnTime, row.accepted_on_time);
    }
    let past = row.month.min(today);
    add(past, Class::ReportedLate, row.reported_late);
    add(past, Class::AcceptedLate, row.accepted_late);
    add(past, Class::NotApplicable, row.not_applicable);
    figures
}

/// The twelve months that end with the span, or with today when the span reaches further.
pub(super) fn trend_months(span: Span, today: NaiveDate) -> Vec<NaiveDate> {
    let last = first_of_month(span.last().min(today));
    (0..12).rev().filter_map(|back| last.checked_sub_months(Months::new(back))).collect()
}

pub(super) fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}

pub(super) fn last_of_month(first: NaiveDate) -> NaiveDate {
    first.checked_add_months(Months::new(1)).and_then(|next| next.pred_opt()).unwrap_or(first)
}

#[cfg(test)]
mod tests {
    use domain::ids::OrganisationId;

    use super::*;
    use crate::board::TREND;

    fn month(first: &str, open: u64, on_time: u64, late: u64) -> MonthCounts {
        MonthCounts {
            month: first.parse().unwrap(),
            organisation: OrganisationId(1),
            open,
            reported_on_time: 0,
            reported_late: 0,
            accepted_on_time: on_time,
            accepted_late: late,
            not_applicable: 0,
        }
    }

    #[test]
    fn the_month_of_today_is_divided_at_today() {
        let today = "2026-11-23".parse().unwrap();
        let open = OpenCounts {
            organisation: OrganisationId(1),
            overdue_earlier: 0,
            overdue: 9,
            overdue_this_month: 2,
            due_soon: 3,
            working: 0,
            not_started: 0,
            next_due: None,
        };
        let ahead = Ahead { organisation: OrganisationId(1), reported: 0, accepted: 4 };
        let row = month("2026-11-01", 5, 10, 1);
        let figures = month_figures(&row, today, Some(&open), Some(&ahead));
        assert_eq!((figures.on_time, figures.late, figures.overdue), (6, 1, 2));
        assert_eq!((figures.upcoming, figures.ahead), (3 + 4, 4));
    }

    #[test]
    fn what_is_open_in_a_month_that_is_over_is_overdue_and_in_one_to_come_is_not() {
        let today = "2026-11-23".parse().unwrap();
        let over = month_figures(&month("2026-10-01", 5, 10, 1), today, None, None);
        assert_eq!((over.on_time, over.late, over.overdue, over.upcoming), (10, 1, 5, 0));
        let to_come = month_figures(&month("2026-12-01", 5, 1, 0), today, None, None);
        assert_eq!((to_come.on_time, to_come.overdue, to_come.upcoming, to_come.ahead), (0, 0, 6, 1));
    }

    #[test]
    fn a_trend_ends_with_today_at_the_latest() {
        let today = "2026-11-23".parse().unwrap();
        let months = trend_months(Span::All, today);
        assert_eq!(months.len(), TREND);
        assert_eq!(months.last(), Some(&"2026-11-01".parse().unwrap()));
        assert_eq!(trend_months(Span::Year(2025), today).last(), Some(&"2025-12-01".parse().unwrap()));
    }
}
