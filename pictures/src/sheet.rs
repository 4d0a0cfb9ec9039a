//! The sheet for the meeting: one page of A4, laid out at 150 dots an inch.

mod filling;

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::compliance::{Light, Rate, Thresholds};
use locales::{Texts, dates, numbers};
use serde::{Deserialize, Serialize};

use crate::States;
use crate::measure::wrapped;
use crate::svg::{BLUE, INK_2, INK_3, LINE, Pen, RED_TEXT, State, Svg, room};

pub use filling::said;

const SIZE: (u32, u32) = (1240, 1754);
const LEFT: f32 = 78.0;
const RIGHT: f32 = 1162.0;
/// Rows of overdue obligations.
pub(crate) const OVERDUE_ROWS: usize = 8;
/// Rows of organisations: what one page holds.
pub(crate) const ORGANISATION_ROWS: usize = 24;
/// Where the two tables begin and end.
const TOP: f32 = 400.0;
const BOTTOM: f32 = 1620.0;
/// The share of the page that the overdue have at least.
const LEAST_OVERDUE: f32 = 0.42;
/// Where the columns of the overdue begin.
const MEASURE_LEFT: f32 = 370.0;
const OFFICER_LEFT: f32 = 796.0;
const TERM_LEFT: f32 = 990.0;
/// From a heading to the heads of its columns, and from these to the first row.
const HEAD_ROW: f32 = 30.0;
const HEAD_GAP: f32 = 9.0;
/// Between the tables.
const GAP: f32 = 44.0;
/// Lines of words in a row, and what a row has beyond them.
const CELL_LINE: f32 = 20.0;
const SMALL_LINE: f32 = 19.0;
const ROW_PADDING: f32 = 9.0;

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

const HEAD: Pen = Pen::new(16.0).colour(INK_3).weight(600);
const CELL: Pen = Pen::new(16.5);
const SMALL: Pen = Pen::new(15.0).colour(INK_2);
const SECTION: Pen = Pen::new(20.0).weight(700);

/// The sheet as a drawing.
pub(crate) fn svg(texts: Texts, sheet: &Sheet) -> String {
    let mut svg = Svg::new(SIZE.0, SIZE.1);
    svg.shape(r##"<rect width="1240" height="1754" fill="#fff"/>"##);
    head(&mut svg, texts, sheet);
    states(&mut svg, texts, sheet);
    // The organisations have their whole room, as long as the overdue keep a share of the page.
    let bottom = (BOTTOM - room_of_organisations(sheet)).max(TOP + LEAST_OVERDUE * (BOTTOM - TOP));
    let below = overdue(&mut svg, texts, sheet, (TOP, bottom - GAP));
    organisations(&mut svg, texts, sheet, below + GAP);
    signature(&mut svg, sheet);
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

/// The longest overdue, as many as end above `bottom`; gives where the table ends.
fn overdue(svg: &mut Svg, texts: Texts, sheet: &Sheet, (top, bottom): (f32, f32)) -> f32 {
    svg.text((LEFT, top), SECTION, &texts.sheet_overdue());
    if sheet.overdue.is_empty() {
        svg.text((LEFT, top + HEAD_ROW), CELL, &texts.card_none_overdue());
        return top + HEAD_ROW;
    }
    let mut y = top + HEAD_ROW;
    svg.text((LEFT + 6.0, y), HEAD, &texts.sheet_organisation());
    svg.text((MEASURE_LEFT, y), HEAD, &texts.sheet_measure());
    svg.text((OFFICER_LEFT, y), HEAD, &texts.sheet_officer());
    svg.text((RIGHT - 6.0, y), HEAD.to_the_left(), &texts.sheet_term());
    y += HEAD_GAP;
    let mut shown = 0;
    for row in sheet.overdue.iter().take(OVERDUE_ROWS) {
        let laid = Laid::of(row);
        if shown > 0 && y + laid.height() > bottom {
            break;
        }
        svg.rule((LEFT, y), RIGHT - LEFT, LINE, 1.5);
        laid.draw(svg, texts, (row.due, tashkent_day(sheet.at)), y);
        y += laid.height();
        shown += 1;
    }
    note_of_cut(svg, texts, shown, whole(sheet.states[0]), y)
}

/// A row of the overdue with all its words, in lines.
struct Laid {
    organisation: Vec<String>,
    measure: Vec<String>,
    officer: Vec<String>,
    said: Vec<String>,
}

impl Laid {
    fn of(row: &OverdueRow) -> Self {
        let cell = |words: &str, room| wrapped(words, CELL.size, CELL.weight, room);
        let said = row.said.iter();
        Self {
            organisation: cell(&row.organisation, MEASURE_LEFT - LEFT - 20.0),
            measure: cell(&row.measure, OFFICER_LEFT - MEASURE_LEFT - 14.0),
            officer: cell(row.officer.as_deref().unwrap_or("—"), TERM_LEFT - OFFICER_LEFT - 10.0),
            said: said
                .flat_map(|said| wrapped(said, SMALL.size, SMALL.weight, TERM_LEFT - MEASURE_LEFT - 10.0))
                .collect(),
        }
    }

    /// Where what was said begins, below the top of the row.
    fn head(&self) -> f32 {
        rows_of(self.measure.len().max(self.officer.len()), CELL_LINE)
    }

    fn height(&self) -> f32 {
        let said = self.head() + rows_of(self.said.len(), SMALL_LINE);
        // The days stand above the date.
        said.max(rows_of(self.organisation.len(), CELL_LINE)).max(CELL_LINE + SMALL_LINE) + ROW_PADDING
    }

    fn draw(&self, svg: &mut Svg, texts: Texts, (due, today): (NaiveDate, NaiveDate), top: f32) {
        let first = top + CELL_LINE + 1.0;
        lines(svg, (LEFT + 6.0, first), CELL, CELL_LINE, &self.organisation);
        lines(svg, (MEASURE_LEFT, first), CELL, CELL_LINE, &self.measure);
        lines(svg, (OFFICER_LEFT, first), CELL, CELL_LINE, &self.officer);
        lines(svg, (MEASURE_LEFT, first + self.head() - 2.0), SMALL, SMALL_LINE, &self.said);
        let left = dates::time_left(texts.language(), due, today);
        svg.text((RIGHT - 6.0, first), CELL.colour(RED_TEXT).to_the_left(), &left);
        let due = dates::date_short(texts.language(), due);
        svg.text((RIGHT - 6.0, first + SMALL_LINE), SMALL.to_the_left(), &due);
    }
}

#[expect(clippy::cast_precision_loss, reason = "no page has millions of lines")]
fn rows_of(number: usize, line: f32) -> f32 {
    number as f32 * line
}

fn lines(svg: &mut Svg, (x, mut y): (f32, f32), pen: Pen, line: f32, words: &[String]) {
    for one in words {
        svg.text((x, y), pen, one);
        y += line;
    }
}

/// Tells that a list is cut; gives where the last line ends.
fn note_of_cut(svg: &mut Svg, texts: Texts, shown: usize, all: i64, y: f32) -> f32 {
    if i64::try_from(shown).unwrap_or(i64::MAX) >= all {
        return y;
    }
    let below = y + SMALL_LINE + 2.0;
    svg.text(
        (LEFT, below),
        Pen::new(16.0).colour(INK_3),
        &texts.panel_shown(all.to_string(), shown.to_string()),
    );
    below
}

fn organisations(svg: &mut Svg, texts: Texts, sheet: &Sheet, top: f32) {
    svg.text((LEFT, top), SECTION, &texts.sheet_organisations());
    let mut y = top + HEAD_ROW;
    svg.text((LEFT + 6.0, y), HEAD, &texts.sheet_organisation());
    for (x, name) in [
        (690.0, texts.sheet_on_time()),
        (850.0, texts.sheet_handed_in()),
        (980.0, texts.sheet_late()),
        (1076.0, "NIS.UZ".to_owned()),
        (RIGHT - 6.0, texts.sheet_mark()),
    ] {
        svg.text((x, y), HEAD.to_the_left(), &name);
    }
    y += HEAD_GAP;
    let mut shown = 0;
    for row in sheet.organisations.iter().take(ORGANISATION_ROWS) {
        let name = name_of(row);
        let height = rows_of(name.len(), CELL_LINE) + ROW_PADDING;
        if y + height > BOTTOM {
            break;
        }
        svg.rule((LEFT, y), RIGHT - LEFT, LINE, 1.5);
        organisation(svg, texts, (row, &name), y + CELL_LINE + 1.0);
        y += height;
        shown += 1;
    }
    let all = i64::try_from(sheet.organisations.len()).unwrap_or(i64::MAX);
    note_of_cut(svg, texts, shown, all, y);
}

/// The whole name of an organisation, in lines.
fn name_of(row: &OrganisationRow) -> Vec<String> {
    wrapped(&row.name, CELL.size, CELL.weight, 690.0 - LEFT - 32.0 - 90.0)
}

/// How much room the organisations take, with their heading.
fn room_of_organisations(sheet: &Sheet) -> f32 {
    let shown = sheet.organisations.iter().take(ORGANISATION_ROWS);
    let rows: f32 = shown.map(|row| rows_of(name_of(row).len(), CELL_LINE) + ROW_PADDING).sum();
    GAP + HEAD_ROW + HEAD_GAP + rows
}

fn organisation(svg: &mut Svg, texts: Texts, (row, name): (&OrganisationRow, &[String]), y: f32) {
    let language = texts.language();
    let state = match Thresholds::default().light(rate_of(row.rate)) {
        Light::Green => State::Done,
        Light::Yellow => State::DueSoon,
        Light::Red => State::Overdue,
        Light::NoData => State::NotStarted,
    };
    svg.sign(state, (LEFT + 4.0, y - 15.0), 0.95);
    lines(svg, (LEFT + 32.0, y), CELL, CELL_LINE, name);
    let right = CELL.to_the_left();
    svg.text((690.0, y), right, &numbers::rate(language, rate_of(row.rate)));
    svg.text((850.0, y), right, &format!("{}/{}", row.handed_in, row.expected));
    let late = if row.overdue > 0 { right.colour(RED_TEXT).weight(600) } else { right };
    svg.text((980.0, y), late, &numbers::integer(language, whole(row.overdue)));
    let entered = match row.entered {
        Some(true) => texts.sheet_yes(),
        Some(false) => texts.sheet_no(),
        None => "—".to_owned(),
    };
    svg.text((1076.0, y), right, &entered);
    let mean = row
        .mean
        .map_or_else(|| "—".to_owned(), |mean| numbers::decimal(language, f64::from(mean) / 100.0, 2));
    svg.text((RIGHT - 6.0, y), right, &mean);
}

fn signature(svg: &mut Svg, sheet: &Sheet) {
    let pen = Pen::new(19.0);
    svg.text_within((LEFT, 1668.0), pen, &sheet.position, 42);
    svg.rule((560.0, 1669.0), 220.0, INK_2, 1.5);
    svg.text_within((RIGHT, 1668.0), pen.to_the_left(), &sheet.name, 34);
}

fn rate_of(tenths: Option<u32>) -> Option<Rate> {
    tenths.and_then(|tenths| Rate::of(tenths.into(), 1000))
}

fn whole(number: u64) -> i64 {
    i64::try_from(number).unwrap_or(i64::MAX)
}
