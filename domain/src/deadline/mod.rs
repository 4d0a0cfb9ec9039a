//! When a measure is due: the phrase of the decree, the rule read from it, the dates that the rule makes.
//!
//! The reader never guesses in silence: whatever the phrase does not say by itself is marked as not certain, and a person
//! confirms it before it binds anyone.

use std::fmt;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

mod absolute;
mod conditional;
mod lexer;
mod named;
mod occurrences;
mod parts;
mod period;
mod recurring;
mod relative;
mod rhythm;
mod rule;
mod russian;
mod sentence;
mod short;
mod spelling;
mod token;
mod uzbek;

pub use occurrences::{Occurrence, term_end};
pub use period::Period;
pub use rule::{DayOfMonth, Rule, Unit, YearDay};
pub use short::{NoRule, SHORT_FORMS};

use sentence::{Draft, Sentence};
use token::Meaning;

/// What sort of term a phrase sets.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// By a day of the calendar.
    Date,
    /// So long after the adoption of the decree.
    Relative,
    /// Again and again.
    Recurring,
    /// So long after an event that only people see.
    Conditional,
    /// All the time.
    Permanent,
    /// At a time that another document sets.
    AsSet,
    /// When there is need.
    AsNeeded,
    /// During some years or months.
    Period,
    /// From a day on, without an end.
    Start,
    /// Nothing that the reader understands.
    Unknown,
}

impl Kind {
    /// The name under which the kind is kept and exported.
    pub fn code(self) -> &'static str {
        match self {
            Self::Date => "date",
            Self::Relative => "relative",
            Self::Recurring => "recurring",
            Self::Conditional => "conditional",
            Self::Permanent => "permanent",
            Self::AsSet => "as_set",
            Self::AsNeeded => "as_needed",
            Self::Period => "period",
            Self::Start => "start",
            Self::Unknown => "unknown",
        }
    }
}

/// Why a reading is what it is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Why {
    /// The phrase says it all.
    Stated,
    /// There is no phrase: the default term is proposed.
    NoTermGiven,
    /// The year is not named: the next such day is proposed.
    YearImplied,
    /// The day is not named: the last day of the period is proposed.
    DayNotNamed,
    /// The days of the week are not named.
    WeekdaysNotNamed,
    /// The number of days, weeks or months is not named.
    CountNotNamed,
    /// A range of months or years: its last day is proposed.
    WholePeriod,
    /// The boundary may be the beginning or the end of the period.
    BoundaryUnclear,
    /// The term runs from an event that only people see.
    RunsFromEvent,
    /// From when the term runs is not said: the adoption is proposed.
    AnchorNotNamed,
    /// The term runs from the entry into force, which may not be the adoption.
    RunsFromForce,
    /// "At once": the next working day is proposed.
    AtOnce,
    /// The work goes on all the time; a rhythm of reports is to be chosen.
    Continuous,
    /// The date is set in another document.
    SetElsewhere,
    /// The work is done when there is need.
    WhenNeeded,
    /// The phrase names the beginning, not the end.
    BeginningOnly,
    /// There is no such day in the calendar.
    NoSuchDay,
    /// The phrase names more than one term; the first is proposed.
    SeveralTerms,
    /// Some words were not understood.
    PartlyUnderstood,
    /// Letters or digits had to be mended.
    SpellingMended,
    /// Nothing was understood.
    NotUnderstood,
}

impl Why {
    /// All reasons, for translations and tests.
    pub const ALL: [Self; 21] = [
        Self::Stated,
        Self::NoTermGiven,
        Self::YearImplied,
        Self::DayNotNamed,
        Self::WeekdaysNotNamed,
        Self::CountNotNamed,
        Self::WholePeriod,
        Self::BoundaryUnclear,
        Self::RunsFromEvent,
        Self::AnchorNotNamed,
        Self::RunsFromForce,
        Self::AtOnce,
        Self::Continuous,
        Self::SetElsewhere,
        Self::WhenNeeded,
        Self::BeginningOnly,
        Self::NoSuchDay,
        Self::SeveralTerms,
        Self::PartlyUnderstood,
        Self::SpellingMended,
        Self::NotUnderstood,
    ];

    /// The name of the reason, by which its text is found in the languages.
    pub fn code(self) -> &'static str {
        self.parts().0
    }

    fn parts(self) -> (&'static str, &'static str) {
        match self {
            Self::Stated => ("stated", "the phrase states the term in full"),
            Self::NoTermGiven => ("no_term_given", "no term is given; the default term is proposed"),
            Self::YearImplied => ("year_implied", "the year is not named; the next such day is proposed"),
            Self::DayNotNamed => {
                ("day_not_named", "the day is not named; the last day of the period is proposed")
            }
            Self::WeekdaysNotNamed => ("weekdays_not_named", "the days of the week are not named"),
            Self::CountNotNamed => ("count_not_named", "the length of the term is not named"),
            Self::WholePeriod => ("whole_period", "a whole period is named; its last day is proposed"),
            Self::BoundaryUnclear => (
                "boundary_unclear",
                "it may mean the beginning or the end of the period; the end is proposed",
            ),
            Self::RunsFromEvent => {
                ("runs_from_event", "the term runs from an event; its date is to be given")
            }
            Self::AnchorNotNamed => {
                ("anchor_not_named", "from when the term runs is not named; the adoption is proposed")
            }
            Self::RunsFromForce => {
                ("runs_from_force", "the term runs from the entry into force; the adoption is proposed")
            }
            Self::AtOnce => ("at_once", "at once: the next working day is proposed"),
            Self::Continuous => {
                ("continuous", "the work goes on all the time; a rhythm of reports is to be chosen")
            }
            Self::SetElsewhere => ("set_elsewhere", "the date is set in another document"),
            Self::WhenNeeded => ("when_needed", "the work is done when there is need"),
            Self::BeginningOnly => ("beginning_only", "the phrase names the beginning, not the end"),
            Self::NoSuchDay => ("no_such_day", "there is no such day in the calendar"),
            Self::SeveralTerms => {
                ("several_terms", "the phrase names more than one term; the first is proposed")
            }
            Self::PartlyUnderstood => ("partly_understood", "some words of the phrase were not understood"),
            Self::SpellingMended => ("spelling_mended", "the spelling had to be mended"),
            Self::NotUnderstood => ("not_understood", "the phrase was not understood"),
        }
    }
}

impl fmt::Display for Why {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.parts().1)
    }
}

/// What was read from the phrase of a measure.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reading {
    /// The sort of term.
    pub kind: Kind,
    /// The rule that makes the dates, or would make them once a person says from when.
    pub rule: Option<Rule>,
    /// Does the phrase say it all by itself? What is not certain waits for a person.
    pub certain: bool,
    /// Why.
    pub why: Why,
}

impl Reading {
    /// The rule as a compact text for tables: empty where there is no rule, or where the rule is nothing but a day.
    pub fn rule_text(&self) -> String {
        match &self.rule {
            None | Some(Rule::On { .. }) => String::new(),
            Some(rule) => rule.to_string(),
        }
    }
}

/// Phrases longer than this are no terms, and are not read.
const LONGEST_PHRASE: usize = 500;

/// Reads the term that `phrase` sets for a measure of a decree that was adopted on `adopted`.
///
/// Takes Uzbek in both scripts and Russian, as people type them, and never fails: what it does not understand is
/// [`Kind::Unknown`].
pub fn read(phrase: &str, adopted: NaiveDate) -> Reading {
    if !phrase.contains(char::is_alphanumeric) {
        let rule = Some(Rule::AfterAdoption { count: 1, unit: Unit::Months });
        return Reading { kind: Kind::Unknown, rule, certain: false, why: Why::NoTermGiven };
    }
    if phrase.chars().nth(LONGEST_PHRASE).is_some() {
        return Draft::nothing(Kind::Unknown, Why::NotUnderstood).reading(&Sentence::default());
    }
    let mut sentence = Sentence::of(phrase);
    // The order matters: a date inside the description of an event, for example, is no deadline.
    let draft = recurring::after_each_period(&mut sentence)
        .or_else(|| conditional::read(&mut sentence))
        .or_else(|| absolute::start(&mut sentence, adopted))
        .or_else(|| recurring::read(&mut sentence))
        .or_else(|| absolute::read(&mut sentence, adopted))
        .or_else(|| relative::read(&mut sentence))
        .or_else(|| without_date(&sentence))
        .unwrap_or(Draft::nothing(Kind::Unknown, Why::NotUnderstood));
    draft.reading(&sentence)
}

/// Words that set no date at all.
fn without_date(sentence: &Sentence) -> Option<Draft> {
    sentence.tokens().find_map(|token| match token.meaning {
        Meaning::Needed => Some(Draft::nothing(Kind::AsNeeded, Why::WhenNeeded)),
        Meaning::Set | Meaning::Approved | Meaning::Act => {
            Some(Draft::nothing(Kind::AsSet, Why::SetElsewhere))
        }
        Meaning::Permanent => Some(Draft::nothing(Kind::Permanent, Why::Continuous)),
        Meaning::AtOnce | Meaning::NotLater => {
            Some(Draft::new(Rule::AfterAdoption { count: 1, unit: Unit::WorkingDays }, Why::AtOnce))
        }
        _ => None,
    })
}
