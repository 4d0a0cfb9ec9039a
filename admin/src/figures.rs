//! Figures in the words of the page: rates, trends, states, satisfaction.

use chrono::NaiveDate;
use domain::compliance::{Light, Rate, Thresholds};
use domain::ratings::{Counts, Mark};
use locales::{Texts, dates, numbers};

use crate::board::{Board, TREND, Tally, percent};
use crate::lines::state_name;
use crate::markup::Markup;
use crate::svg::{Chart, Glyph, Point, Target, stacked, stars};

/// The rate at which a city is doing well, drawn as a line to be reached.
const TARGET: u8 = 90;

/// A rate for the eye: its number without the sign, or a dash.
pub(crate) fn rate_number(t: Texts, rate: Option<Rate>) -> String {
    rate.map_or_else(|| "—".to_owned(), |rate| numbers::decimal(t.language(), percent(rate), 1))
}

/// The rate by the original days, where extensions make a difference that can be seen.
pub(crate) fn rate_by_original(t: Texts, tally: &Tally) -> Option<String> {
    let (now, original) = (tally.figures.on_time_rate(), tally.original.on_time_rate());
    let shown = rate_number(t, original);
    (shown != rate_number(t, now)).then(|| match original {
        Some(rate) => t.rate_by_original(numbers::percent(t.language(), percent(rate) / 100.0, 1)),
        None => t.rate_by_original(shown),
    })
}

/// The traffic light of a rate.
pub(crate) fn light(rate: Option<Rate>) -> Light {
    Thresholds::default().light(rate)
}

/// A line through twelve months with its table.
#[derive(Clone, Debug)]
pub(crate) struct Trend {
    /// The picture.
    pub(crate) chart: Markup,
    /// The months and their values in words.
    pub(crate) rows: Vec<(String, String)>,
}

/// The on-time rate, month by month.
pub(crate) fn trend(t: Texts, board: &Board, height: u16) -> Trend {
    let language = t.language();
    let rates: [Option<f64>; TREND] = board.all.rates();
    let says = |rate: Option<f64>| {
        rate.map_or_else(|| "—".to_owned(), |rate| numbers::percent(language, rate / 100.0, 1))
    };
    let points = board.months.iter().zip(rates).map(|(month, value)| Point {
        name: month_name(t, *month),
        value,
        says: says(value),
    });
    let points: Vec<_> = points.collect();
    let tick = |percent: u8| (f64::from(percent), numbers::percent(language, f64::from(percent) / 100.0, 0));
    let target = f64::from(TARGET);
    let last = points.iter().rev().find(|point| point.value.is_some());
    let chart = Chart {
        label: format!("{}: {}", t.overview_trend(), last.map_or("—", |point| &point.says)),
        ticks: [0, 50, 100].map(tick).to_vec(),
        target: Some(Target {
            value: target,
            says: t.overview_target(numbers::percent(language, target / 100.0, 0)),
        }),
        height,
        points,
        few: t.overview_trend_few(),
    };
    let rows = chart.points.iter().map(|point| (point.name.clone(), point.says.clone())).collect();
    Trend { chart: chart.svg(), rows }
}

/// `noy`, and `yan 2027` where a year begins.
fn month_name(t: Texts, month: NaiveDate) -> String {
    use chrono::Datelike;
    let name = dates::month_short(t.language(), month);
    if month.month() == 1 { format!("{name} {}", month.year()) } else { name }
}

/// How many stand in one state.
#[derive(Clone, Debug)]
pub(crate) struct State {
    /// The code for filters.
    pub(crate) code: &'static str,
    /// Its sign.
    pub(crate) glyph: Glyph,
    /// Its name.
    pub(crate) name: String,
    /// How many.
    pub(crate) number: u64,
}

/// The states of a tally, the most urgent first, and the bar of them.
pub(crate) fn states(t: Texts, tally: &Tally) -> (Vec<State>, Markup) {
    let states = tally.states();
    let named: Vec<_> = states
        .into_iter()
        .map(|(code, glyph, number)| State { code, glyph, name: state_name(t, glyph), number })
        .collect();
    let label: Vec<_> = named.iter().map(|state| format!("{}: {}", state.name, state.number)).collect();
    let parts: Vec<_> = states.into_iter().map(|(_, glyph, number)| (glyph, number)).collect();
    (named, stacked(&parts, &label.join(", ")))
}

/// What citizens think, as far as it may be said.
#[derive(Clone, Debug)]
pub(crate) struct Satisfaction {
    /// The mean with stars; none while there are too few marks.
    pub(crate) mean: Option<(String, Markup)>,
    /// Where the mean probably lies.
    pub(crate) interval: Option<String>,
    /// How many gave a mark.
    pub(crate) count: String,
    /// The page of exactly these marks.
    pub(crate) list: Option<String>,
    /// The share of the lowest two marks.
    pub(crate) low: Option<String>,
}

/// What these marks say.
pub(crate) fn satisfaction(t: Texts, marks: &Counts) -> Satisfaction {
    let language = t.language();
    let number = |value: f64| numbers::decimal(language, value, 2);
    let shown = marks.is_publishable();
    let mean = marks.mean().filter(|_| shown);
    let low: u64 = [1, 2].into_iter().filter_map(Mark::new).map(|mark| marks.of(mark)).sum();
    Satisfaction {
        mean: mean.map(|mean| (number(mean), stars(mean, &t.overview_stars(number(mean))))),
        interval: marks
            .mean_interval()
            .filter(|_| shown)
            .map(|interval| t.overview_interval(number(interval.high), number(interval.low))),
        count: t.count_ratings(marks.total()),
        list: None,
        low: Rate::of(low, marks.total())
            .filter(|_| shown)
            .map(|share| numbers::percent(language, percent(share) / 100.0, 1)),
    }
}
