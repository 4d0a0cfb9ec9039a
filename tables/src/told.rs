//! What is told of a table that was taken in, or would be: the same words in the terminal and in the panel.

use chrono::NaiveDate;
use domain::calendar::{Week, WorkingCalendar};
use domain::deadline::Rule;
use domain::language::{Language, Names};
use locales::{Texts, dates, words};
use store::import::{Change, MeasureDraft};
use store::plan::{Part, RuleState};

use crate::Found;
use crate::faults::shortened;

/// How many of the next dates of a rule are shown.
const DATES: usize = 3;

/// What became of a row, in a word.
pub fn change_word(texts: Texts, change: &Change) -> String {
    match change {
        Change::New => texts.cli_row_new(),
        Change::Changed(_) => texts.cli_row_changed(),
        Change::Unchanged => texts.cli_row_unchanged(),
        Change::Removed => texts.cli_row_removed(),
    }
}

/// How many rows became what.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Sum {
    /// Not known before.
    pub new: usize,
    /// Different now.
    pub changed: usize,
    /// There no more.
    pub removed: usize,
    /// The same.
    pub unchanged: usize,
}

impl Sum {
    /// Counts them.
    pub fn of(changes: &[Change]) -> Self {
        let count = |wanted: fn(&Change) -> bool| changes.iter().filter(|change| wanted(change)).count();
        Self {
            new: count(|change| *change == Change::New),
            changed: count(|change| matches!(change, Change::Changed(_))),
            removed: count(|change| *change == Change::Removed),
            unchanged: count(|change| *change == Change::Unchanged),
        }
    }

    /// The sum on one line.
    pub fn line(self, texts: Texts) -> String {
        texts.cli_import_sum(self.changed, self.new, self.removed, self.unchanged)
    }
}

/// The title of a plan that was given none: in the default language, since it is kept.
pub fn default_title(number: &str, adopted: NaiveDate) -> String {
    let language = Language::default();
    Texts::new(language).cli_plan_title(dates::date_long(language, adopted), number)
}

/// How a measure reads in other languages; its phrase and its rule with the next dates; how sure that is: a line each.
pub fn measure_lines(
    texts: Texts,
    adopted: NaiveDate,
    calendar: &WorkingCalendar,
    measure: &MeasureDraft,
    (rule, state): &(Option<Rule>, RuleState),
) -> Vec<String> {
    let told = match rule {
        Some(rule) => words::rule(texts, rule),
        None => words::deadline_kind(texts, measure.reading.kind),
    };
    let next = next_dates(rule.as_ref(), adopted, calendar);
    let next: Vec<_> = next.iter().map(|day| dates::date_short(texts.language(), *day)).collect();
    let arrow = if next.is_empty() { String::new() } else { format!(" → {}", next.join(", ")) };
    let is_confirmed = *state == RuleState::Confirmed;
    let why = if is_confirmed { String::new() } else { words::why(texts, measure.reading.why) };
    let sure = format!("{}. {why}", state_word(texts, *state));
    let mut lines = translations(measure);
    lines.push(format!("“{}”: {told}{arrow}", shortened(&measure.phrase)));
    lines.push(sure.trim_end().to_owned());
    lines
}

fn translations(measure: &MeasureDraft) -> Vec<String> {
    let Names { uz_cyrl, ru, en, .. } = &measure.text;
    let given = [(Language::UzCyrl, uz_cyrl), (Language::Ru, ru), (Language::En, en)];
    let line = |(language, text): (Language, &Option<String>)| {
        let text = shortened(text.as_deref()?);
        Some(format!("{}: {text}", words::language_name(language)))
    };
    given.into_iter().filter_map(line).collect()
}

/// How many organisations were found in the words of a measure, and which words name none.
pub fn executor_lines(texts: Texts, found: &Found) -> Vec<String> {
    let mut lines = Vec::new();
    if !found.parts.is_empty() {
        let main = found.parts.values().filter(|part| **part == Part::Main).count();
        lines.push(texts.cli_plan_executors(found.parts.len() - main, main));
    }
    if !found.unknown.is_empty() {
        lines.push(texts.cli_plan_unknown_executors(shortened(&found.unknown.join("; "))));
    }
    lines
}

/// How sure a rule is, in words.
pub fn state_word(texts: Texts, state: RuleState) -> String {
    match state {
        RuleState::Certain => texts.cli_rule_certain(),
        RuleState::ToConfirm => texts.cli_rule_to_confirm(),
        RuleState::Confirmed => texts.cli_rule_confirmed(),
        RuleState::NoDate => texts.cli_rule_no_date(),
    }
}

/// The first dates after the adoption that the rule makes or would make.
pub fn next_dates(rule: Option<&Rule>, adopted: NaiveDate, calendar: &WorkingCalendar) -> Vec<NaiveDate> {
    rule.map(|rule| rule.next(adopted, adopted, DATES, calendar.in_week(Week::Five))).unwrap_or_default()
}
