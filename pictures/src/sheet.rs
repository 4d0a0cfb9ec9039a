//! The sheet for the meeting: one page of A4, laid out at 150 dots an inch.
//!
//! It shows the same rows in every language: what has little room is written smaller and closer, and the words of people are
//! shortened only where even that does not help.

mod closeness;
mod filling;
mod tables;

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::compliance::Rate;
use locales::{Texts, dates, numbers};
use serde::{Deserialize, Serialize};

use crate::States;
use crate::svg::{BLUE, INK_2, Pen, State, Svg, room};
use tables::Tables;

pub use filling::said_last;

const SIZE: (u32, u32) = (1240, 1754);
const LEFT: f32 = 78.0;
const RIGHT: f32 = 1162.0;
/// Where the two tables begin and end.
const TOP: f32 = 396.0;
const BOTTOM: f32 = 1636.0;
/// Between the last table and the line to sign.
const SIGNATURE: f32 = 58.0;

/// The figures of a sheet. Rates are in tenths of a per cent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Sheet {
    /// The name of the city's hokimiyat.
    pub city: String,
    /// Of which moment the figures are.
    pub at: DateTime<Utc>,
    /// How much was reported on time this quarter; none when nothing has fallen due.
    pub rate: Option<u32>,
    /// How many that are.
    pub on_time: u64,
    /// Of how many that fell due.
    pub fell_due: u64,
    /// How many obligations stand in each state.
    pub states: States,
    /// The longest overdue obligations.
    pub overdue: Vec<OverdueRow>,
    /// The organisations, the worst first.
    pub organisations: Vec<OrganisationRow>,
    /// What the one who signs is called at work.
    pub position: String,
    /// Their name.
    pub name: String,
}

/// An obligation that is overdue.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverdueRow {
    /// The name of the organisation.
    pub organisation: String,
    /// What is to be done.
    pub measure: String,
    /// Who answers for it, where there is anybody.
    pub officer: Option<String>,
    /// Until when it was to be done.
    pub due: NaiveDate,
    /// The last answer with its promise, and its reason: a line each.
    #[serde(default)]
    pub said: Vec<String>,
}

/// An organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationRow {
    /// Its name.
    pub name: String,
    /// How much it reported on time this quarter.
    pub rate: Option<u32>,
    /// How many it has handed in.
    pub handed_in: u64,
    /// Of how many.
    pub expected: u64,
    /// How many are overdue.
    pub overdue: u64,
    /// Whether it has entered its data into NIS.UZ; none when it need not.
    pub entered: Option<bool>,
    /// The mean of the marks of citizens in hundredths; none while there are too few.
    pub mean: Option<u32>,
}

/// The sheet as a drawing.
pub(crate) fn svg(texts: Texts, sheet: &Sheet) -> String {
    let mut svg = Svg::new(SIZE.0, SIZE.1);
    svg.shape(r##"<rect width="1240" height="1754" fill="#fff"/>"##);
    head(&mut svg, texts, sheet);
    states(&mut svg, texts, sheet);
    let end = Tables::fitting(texts, sheet, BOTTOM - TOP).draw(&mut svg, TOP);
    signature(&mut svg, sheet, end + SIGNATURE);
    svg.end()
}

fn head(svg: &mut Svg, texts: Texts, sheet: &Sheet) {
    let language = texts.language();
    svg.logo((LEFT - 10.0, 84.0), 2.2, BLUE, "#fff");
    svg.text_within((162.0, 88.0), Pen::new(19.0).colour(INK_2), &sheet.city, room(language, 80));
    svg.text((162.0, 124.0), Pen::new(31.0).weight(700), &texts.sheet_title());
    let as_of = texts.panel_as_of(dates::moment(language, sheet.at));
    svg.text((162.0, 154.0), Pen::new(18.0).colour(INK_2), &as_of);
    svg.rule((LEFT, 178.0), RIGHT - LEFT, "#163f83", 3.0);
    let rate = numbers::rate(language, rate_of(sheet.rate));
    svg.text((LEFT, 230.0), Pen::new(36.0).weight(700), &rate);
    let lead = match sheet.rate {
        Some(_) => texts.sheet_lead(
            numbers::integer(language, whole(sheet.on_time)),
            numbers::integer(language, whole(sheet.fell_due)),
            dates::quarter(language, tashkent_day(sheet.at)),
        ),
        None => texts.sheet_lead_none(),
    };
    svg.text((LEFT + 150.0, 229.0), Pen::new(22.0), &lead);
}

fn states(svg: &mut Svg, texts: Texts, sheet: &Sheet) {
    svg.bar((LEFT, 254.0), (RIGHT - LEFT + 4.0, 26.0), &sheet.states);
    let mut x = LEFT;
    for (state, number) in State::ALL.into_iter().zip(sheet.states) {
        svg.sign(state, (x, 304.0), 1.4);
        let number = numbers::integer(texts.language(), whole(number));
        svg.text((x + 38.0, 322.0), Pen::new(24.0).weight(700), &number);
        svg.label((x + 38.0, 344.0), Pen::new(15.5).colour(INK_2), &state.name(texts));
        x += 184.0;
    }
}

fn signature(svg: &mut Svg, sheet: &Sheet, y: f32) {
    let pen = Pen::new(19.0);
    svg.text_within((LEFT, y), pen, &sheet.position, 42);
    svg.rule((560.0, y + 1.0), 220.0, INK_2, 1.5);
    svg.text_within((RIGHT, y), pen.to_the_left(), &sheet.name, 34);
}

fn rate_of(tenths: Option<u32>) -> Option<Rate> {
    tenths.and_then(|tenths| Rate::of(tenths.into(), 1000))
}

fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
