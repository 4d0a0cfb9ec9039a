//! The mean of each week with its count, and a gap where there are too few marks.

use chrono::{Days, NaiveDate};
use domain::ratings::{Counts, monday_of};
use locales::{Texts, dates, numbers};

use super::two_digits;
use crate::markup::Markup;
use crate::svg::{Chart, Point};

/// Weeks of the trend, this one with them.
const WEEKS: u64 = 12;

/// A week as a row of a table: its first day, its mean, its count.
pub(super) type Row = (String, String, String);

/// The Monday from which the trend goes.
pub(super) fn first(today: NaiveDate) -> NaiveDate {
    let monday = monday_of(today);
    monday.checked_sub_days(Days::new((WEEKS - 1) * 7)).unwrap_or(monday)
}

/// The line through the weeks, each counted with its Monday, and the same as a table.
pub(super) fn trend(t: Texts, today: NaiveDate, weeks: &[(NaiveDate, Counts)]) -> (Markup, Vec<Row>) {
    let language = t.language();
    let first = first(today);
    let mondays = (0..WEEKS).filter_map(|week| first.checked_add_days(Days::new(week * 7)));
    let (mut points, mut rows) = (Vec::new(), Vec::new());
    for monday in mondays {
        let week = weeks.iter().find(|(week, _)| *week == monday);
        let counts = week.map(|(_, counts)| *counts).unwrap_or_default();
        let mean = counts.mean().filter(|_| counts.is_publishable());
        let words = mean.map_or_else(|| "—".to_owned(), |mean| two_digits(t, mean));
        let number = t.count_ratings(counts.total());
        points.push(Point {
            name: dates::day_month_short(language, monday),
            value: mean,
            says: format!("{words}, {number}"),
        });
        rows.push((dates::date_short(language, monday), words, number));
    }
    let ticks = axis(points.iter().filter_map(|point| point.value));
    let ticks = ticks.into_iter().map(|mark| (mark, numbers::decimal(language, mark, 1)));
    let chart = Chart {
        points,
        ticks: ticks.collect(),
        target: None,
        height: 220,
        label: t.ratings_weeks(),
        few: t.ratings_weeks_few(),
    };
    (chart.svg(), rows)
}

/// From half a mark below the lowest mean up to 5: a change that people feel must be seen.
fn axis(means: impl Iterator<Item = f64>) -> Vec<f64> {
    let lowest = means.fold(5.0, f64::min);
    let halves = ((lowest - 0.25) * 2.0).floor().clamp(2.0, 8.0);
    let step = if halves >= 5.0 { 1.0 } else { 2.0 };
    let mut ticks: Vec<f64> =
        std::iter::successors(Some(10.0), |one| Some(one - step).filter(|one| *one >= halves))
            .map(|halves| halves / 2.0)
            .collect();
    ticks.reverse();
    ticks
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;

    #[test]
    fn few_marks_leave_a_gap() {
        let day = |text: &str| text.parse::<NaiveDate>().unwrap();
        let today = day("2026-11-25");
        assert_eq!(first(today), day("2026-09-07"));
        let enough = Counts([0, 0, 0, 5, 15]);
        let weeks = [
            (day("2026-11-02"), enough),
            (day("2026-11-09"), enough),
            (day("2026-11-16"), enough),
            (day("2026-11-23"), Counts([9, 0, 0, 0, 0])),
        ];
        let (svg, rows) = trend(Texts::new(Language::En), today, &weeks);
        assert_eq!(rows.len(), 12);
        assert_eq!((rows[10].1.as_str(), rows[10].2.as_str()), ("4.75", "20 ratings"));
        assert_eq!((rows[11].1.as_str(), rows[11].2.as_str()), ("—", "9 ratings"));
        assert_eq!(svg.to_string().matches("class=\"pt\"").count(), 3);
    }

    #[test]
    fn the_axis_begins_below_the_lowest_mean() {
        for (means, ticks) in [
            (&[4.3, 4.4][..], &[4.0, 4.5, 5.0][..]),
            (&[4.9], &[4.0, 4.5, 5.0]),
            (&[], &[4.0, 4.5, 5.0]),
            (&[3.1], &[2.5, 3.0, 3.5, 4.0, 4.5, 5.0]),
            (&[1.0], &[1.0, 2.0, 3.0, 4.0, 5.0]),
        ] {
            assert_eq!(axis(means.iter().copied()), ticks, "{means:?}");
        }
    }
}
