//! Reports for leaders: of a day for the meeting, of a month, of a year. What is in one is counted once and frozen.
//!
//! A document knows no language: it holds figures, and names in all languages in which they were given.

use std::fmt;

use chrono::{DateTime, Datelike, Months, NaiveDate, Utc};
use serde::{Deserialize, Deserializer, Serialize};

use crate::answers::AnswerKind;
use crate::cases;
use crate::clock::tashkent_day;
use crate::compliance::Figures;
use crate::language::Names;
use crate::ratings::Counts;

/// How a document says that it is one of these.
pub const FORMAT: &str = "nazorat-report/1";
/// Overdue obligations that the sheet for the meeting names, and organisations: so many have room on its page in every language.
pub const SHEET_OVERDUE: usize = 8;
/// See [`SHEET_OVERDUE`].
pub const SHEET_ORGANISATIONS: usize = 24;
/// Reports of other years make no sense.
const YEARS: std::ops::Range<i32> = 2000..2200;

/// What a report is about.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(into = "String", try_from = "String")]
pub enum Period {
    /// The sheet for the meeting: how things stand on this day.
    Day(NaiveDate),
    /// What was due in the month with this first day.
    Month(NaiveDate),
    /// What was due in this year.
    Year(i32),
}

impl Period {
    /// The period written as `2026-11-23`, `2026-11` or `2026`.
    pub fn read(text: &str) -> Option<Self> {
        let written = match text.split('-').count() {
            1 => Self::Year(text.parse().ok()?),
            2 => Self::Month(format!("{text}-01").parse().ok()?),
            _ => Self::Day(text.parse().ok()?),
        };
        (YEARS.contains(&written.first().year()) && written.key() == text).then_some(written)
    }

    /// How it is kept and written in addresses.
    pub fn key(self) -> String {
        match self {
            Self::Day(day) => day.format("%Y-%m-%d").to_string(),
            Self::Month(first) => first.format("%Y-%m").to_string(),
            Self::Year(year) => format!("{year:04}"),
        }
    }

    /// Its first day.
    pub fn first(self) -> NaiveDate {
        match self {
            Self::Day(day) | Self::Month(day) => day,
            Self::Year(year) => NaiveDate::from_ymd_opt(year, 1, 1).unwrap_or_default(),
        }
    }

    /// Whether any of it has come by `today`: there is nothing to be said of what lies ahead.
    pub fn has_begun(self, today: NaiveDate) -> bool {
        self.first() <= today
    }

    /// What may be asked for on `today`, the latest first: this year's and last year's months, and both years.
    pub fn choices(today: NaiveDate) -> (Vec<Self>, Vec<Self>) {
        let this = today.with_day(1).unwrap_or(today);
        let since = Self::Year(today.year() - 1).first();
        let back = (0..).map_while(|months| this.checked_sub_months(Months::new(months)));
        let months = back.take_while(|month| *month >= since).map(Self::Month).collect();
        (months, vec![Self::Year(today.year()), Self::Year(today.year() - 1)])
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.key())
    }
}

impl From<Period> for String {
    fn from(period: Period) -> Self {
        period.key()
    }
}

impl TryFrom<String> for Period {
    type Error = String;

    fn try_from(text: String) -> Result<Self, String> {
        Self::read(&text).ok_or_else(|| format!("no period: {text}"))
    }
}

/// All that a report says, as it is kept.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Document {
    /// [`FORMAT`].
    pub format: String,
    /// What it is about.
    pub period: Period,
    /// When it was made: the figures are of this moment, or of the end of its day for a sheet of a day that was over.
    pub made_at: DateTime<Utc>,
    /// What who made it was called then; none in documents that are older than this field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub made_by: Option<String>,
    /// The number of the latest event that is in the figures; none in an empty city.
    pub position: i64,
    /// The hokimiyat.
    pub city: Names,
    /// The one organisation that it is about; none: all of the city.
    pub organisation: Option<Names>,
    /// The key of the organisation that it is about, for machines.
    pub key: String,
    /// Who signs it.
    pub signer: Option<Signer>,
    /// The figures.
    pub content: Content,
}

/// Who signs a report: a controller.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Signer {
    /// The name.
    pub name: String,
    /// What they are called at work, where that is known.
    #[serde(deserialize_with = "in_one_language_or_all_if_any")]
    pub position: Option<Names>,
}

/// The figures of a report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Content {
    /// How things stand on a day.
    Sheet(SheetFigures),
    /// What became of all that was due in a span of days.
    Span(Box<SpanFigures>),
}

/// How things stand on a day; rates are of the quarter, in tenths of a per cent.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetFigures {
    /// How much was reported on time this quarter; none when nothing has fallen due.
    pub rate: Option<u32>,
    /// How many that are,
    pub on_time: u64,
    /// of how many that fell due.
    pub fell_due: u64,
    /// How many stand in each state: overdue, due soon, in work, under review, done, not started.
    pub states: [u64; 6],
    /// The longest overdue.
    pub overdue: Vec<SheetOverdue>,
    /// The organisations, the worst first.
    pub organisations: Vec<SheetOrganisation>,
}

/// An obligation that is overdue, with what was said of it last.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetOverdue {
    /// Whose it is.
    pub organisation: Names,
    /// What is to be done.
    #[serde(deserialize_with = "in_one_language_or_all")]
    pub measure: Names,
    /// Who answers for it, where there is anybody.
    pub officer: Option<String>,
    /// Until when it was to be done.
    pub due: NaiveDate,
    /// The last answer,
    pub answered: Option<AnswerKind>,
    /// its promise,
    pub promised: Option<NaiveDate>,
    /// and its words.
    pub words: Option<String>,
    /// The day on which control sent the report back, where that is the last word; none in documents that are older than this field.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub returned: Option<NaiveDate>,
}

/// An organisation on the sheet.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SheetOrganisation {
    /// Its names.
    pub names: Names,
    /// How much it reported on time this quarter.
    pub rate: Option<u32>,
    /// How many it has handed in,
    pub handed_in: u64,
    /// of how many.
    pub expected: u64,
    /// How many are overdue.
    pub overdue: u64,
    /// Whether it has entered its data into NIS.UZ; none when it need not.
    pub entered: Option<bool>,
    /// What citizens think of its services.
    pub satisfaction: Satisfaction,
}

/// The figures of a month or a year.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SpanFigures {
    /// All organisations together.
    pub all: Tally,
    /// How citizens' cases were answered.
    pub cases: cases::Figures,
    /// Each organisation, the worst first.
    pub organisations: Vec<OrganisationTally>,
    /// What is open after its day, the longest overdue first; as many as a report holds.
    pub overdue: Vec<OverdueLine>,
    /// The months of a year, until this one; none in a month.
    pub months: Vec<MonthTally>,
}

/// What became of the obligations of a span.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// By the days that count.
    pub figures: Figures,
    /// As they would be without any extension.
    pub original: Figures,
    /// For how many more time was granted.
    pub extended: u64,
    /// What citizens think.
    pub satisfaction: Satisfaction,
}

/// One organisation.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OrganisationTally {
    /// Its names.
    pub names: Names,
    /// Its figures.
    pub tally: Tally,
}

/// One month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct MonthTally {
    /// Its first day.
    pub month: NaiveDate,
    /// The figures of all that was due in it.
    pub figures: Figures,
}

/// An obligation that is open after its day.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct OverdueLine {
    /// Whose it is.
    pub organisation: Names,
    /// What is to be done.
    #[serde(deserialize_with = "in_one_language_or_all")]
    pub measure: Names,
    /// Who does it or answers for it, where there is anybody.
    pub responsible: Option<String>,
    /// Until when it was to be done.
    pub due: NaiveDate,
    /// How many days ago that was.
    pub days: u64,
}

/// Names; or one text, as reports kept it before measures and positions had translations.
#[derive(Deserialize)]
#[serde(untagged)]
enum Kept {
    One(String),
    All(Names),
}

impl From<Kept> for Names {
    fn from(kept: Kept) -> Self {
        match kept {
            Kept::One(text) => text.into(),
            Kept::All(names) => names,
        }
    }
}

fn in_one_language_or_all<'de, D: Deserializer<'de>>(value: D) -> Result<Names, D::Error> {
    Kept::deserialize(value).map(Names::from)
}

fn in_one_language_or_all_if_any<'de, D: Deserializer<'de>>(value: D) -> Result<Option<Names>, D::Error> {
    Ok(Option::<Kept>::deserialize(value)?.map(Names::from))
}

/// What the marks of citizens say, as far as it may be said.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Satisfaction {
    /// How many gave a mark.
    pub n: u64,
    /// Their mean in hundredths; none while there are too few.
    pub mean: Option<u32>,
}

impl Satisfaction {
    /// What these marks say.
    pub fn of(marks: &Counts) -> Self {
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a mark from 1 to 5")]
        let hundredths = |mean: f64| (mean * 100.0).round() as u32;
        let mean = marks.mean().filter(|_| marks.is_publishable());
        Self { n: marks.total(), mean: mean.map(hundredths) }
    }
}

impl Document {
    /// Whether a report of another moment of the same day says the same: on another day it has another date, and what was open on
    /// that day may be late.
    pub fn says_the_same(&self, other: &Self) -> bool {
        if tashkent_day(self.made_at) != tashkent_day(other.made_at) {
            return false;
        }
        let now = Self { made_at: self.made_at, position: self.position, ..other.clone() };
        *self == now
    }
}

#[cfg(test)]
mod tests;
