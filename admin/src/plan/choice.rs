//! The rule that a person chooses in the form: read, checked, and shown again when it is wrong.

use chrono::NaiveDate;
use domain::calendar::WorkingDays;
use domain::deadline::{DayOfMonth, Rule};
use serde::Deserialize;

/// The form as it was sent. Each choice has fields of its own; only those of the chosen one are read.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(super) struct Choice {
    /// `proposed`, or a form of [`Rule::from_short`].
    pub(super) kind: String,
    /// How the measure stood when the form was shown.
    pub(super) seen: String,
    pub(super) date: String,
    pub(super) count: String,
    pub(super) unit: String,
    pub(super) month: String,
    pub(super) yearly_day: String,
    pub(super) half_after: String,
    pub(super) half_day: String,
    pub(super) quarter_after: String,
    pub(super) quarter_day: String,
    pub(super) monthly_day: String,
    pub(super) mon: String,
    pub(super) tue: String,
    pub(super) wed: String,
    pub(super) thu: String,
    pub(super) fri: String,
    pub(super) sat: String,
}

/// What is wrong with a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Wrong {
    /// Nothing is chosen, or something that the form does not offer.
    Kind,
    /// There is no proposal to accept.
    NothingProposed,
    /// The day is missing or does not exist.
    Date,
    /// The day is not after the adoption.
    BeforeAdoption,
    /// The length is missing or not a number from 1 to 1000.
    Count,
    /// There is no such day in that month.
    Day,
    /// No day of the week is chosen.
    Weekdays,
    /// The rule makes no date.
    NoDates,
}

impl Choice {
    /// The form as it is first shown.
    pub(super) fn start(proposed: Option<&Rule>, seen: String) -> Self {
        Self { kind: if proposed.is_some() { "proposed" } else { "" }.to_owned(), seen, ..Self::default() }
    }

    /// The chosen days of the week.
    pub(super) fn weekdays(&self) -> [(&'static str, bool); 6] {
        [
            ("mon", &self.mon),
            ("tue", &self.tue),
            ("wed", &self.wed),
            ("thu", &self.thu),
            ("fri", &self.fri),
            ("sat", &self.sat),
        ]
        .map(|(name, value)| (name, !value.is_empty()))
    }

    /// The rule that was chosen for a measure of a decree adopted on `adopted`.
    pub(super) fn rule(
        &self,
        proposed: Option<&Rule>,
        adopted: NaiveDate,
        working: WorkingDays<'_>,
    ) -> Result<Rule, Wrong> {
        let rule = match self.kind.as_str() {
            "proposed" => proposed.cloned().ok_or(Wrong::NothingProposed)?,
            "on" => self.on(adopted)?,
            "after" => short(&["after", &self.count, &self.unit], Wrong::Count)?,
            "yearly" => {
                let day = format!("{}-{}", self.month.trim(), self.yearly_day.trim());
                short(&["yearly", &day], Wrong::Day)?
            }
            "half-yearly" => {
                short(&["half-yearly", &format!("+{}", self.half_after.trim()), &self.half_day], Wrong::Day)?
            }
            "quarterly" => short(
                &["quarterly", &format!("+{}", self.quarter_after.trim()), &self.quarter_day],
                Wrong::Day,
            )?,
            "monthly" => short(&["monthly", &self.monthly_day], Wrong::Day)?,
            "weekly" => {
                let days = self.weekdays().into_iter().filter(|(_, chosen)| *chosen).map(|(name, _)| name);
                short(&["weekly", &days.collect::<Vec<_>>().join(",")], Wrong::Weekdays)?
            }
            "daily" => Rule::Daily,
            _ => return Err(Wrong::Kind),
        };
        let makes_dates = rule.occurrences(adopted, working).next().is_some();
        if makes_dates { Ok(rule) } else { Err(Wrong::NoDates) }
    }

    fn on(&self, adopted: NaiveDate) -> Result<Rule, Wrong> {
        let date: NaiveDate = self.date.trim().parse().map_err(|_| Wrong::Date)?;
        if date <= adopted { Err(Wrong::BeforeAdoption) } else { Ok(Rule::On { date }) }
    }
}

/// The rules of the short form are the checks of this form, too. A value with a blank in it would become two words.
fn short(words: &[&str], wrong: Wrong) -> Result<Rule, Wrong> {
    if words.iter().any(|word| word.trim().is_empty() || word.trim().contains(char::is_whitespace)) {
        return Err(wrong);
    }
    Rule::from_short(&words.join(" ")).map_err(|_| wrong)
}

/// The days of a month as the form offers them, by the text that names them.
pub(super) fn days_of_month() -> impl Iterator<Item = DayOfMonth> {
    (1..=31).map(DayOfMonth::Day).chain([DayOfMonth::Last, DayOfMonth::LastWorking])
}

#[cfg(test)]
mod tests {
    use domain::calendar::{Week, WorkingCalendar};

    use super::*;

    fn check(choice: &Choice, proposed: Option<&Rule>) -> Result<String, Wrong> {
        let calendar = WorkingCalendar::default();
        let adopted = "2026-10-28".parse().unwrap();
        choice.rule(proposed, adopted, calendar.in_week(Week::Five)).map(|rule| rule.short())
    }

    fn of(kind: &str, fill: impl FnOnce(&mut Choice)) -> Choice {
        let mut choice = Choice { kind: kind.to_owned(), ..Choice::default() };
        fill(&mut choice);
        choice
    }

    #[test]
    fn a_choice_becomes_the_rule_that_its_fields_say() {
        let cases = [
            (of("on", |choice| choice.date = "2026-12-20".into()), "on 2026-12-20"),
            (
                of("after", |choice| (choice.count, choice.unit) = ("3".into(), "months".into())),
                "after 3 months",
            ),
            (
                of("yearly", |choice| (choice.month, choice.yearly_day) = ("1".into(), "20".into())),
                "yearly 01-20",
            ),
            (
                of("half-yearly", |choice| {
                    (choice.half_after, choice.half_day) = ("0".into(), "last".into());
                }),
                "half-yearly last",
            ),
            (
                of("quarterly", |choice| {
                    (choice.quarter_after, choice.quarter_day) = ("1".into(), "10".into());
                }),
                "quarterly +1 10",
            ),
            (of("monthly", |choice| choice.monthly_day = "last_working".into()), "monthly last_working"),
            (of("weekly", |choice| (choice.mon, choice.fri) = ("1".into(), "1".into())), "weekly mon,fri"),
            (of("daily", |_| {}), "daily"),
        ];
        for (choice, short) in cases {
            assert_eq!(check(&choice, None), Ok(short.to_owned()));
        }
    }

    #[test]
    fn a_wrong_choice_says_which_field_is_wrong() {
        let cases = [
            (of("", |_| {}), Wrong::Kind),
            (of("sometimes", |_| {}), Wrong::Kind),
            (of("proposed", |_| {}), Wrong::NothingProposed),
            (of("on", |choice| choice.date = "2026-02-30".into()), Wrong::Date),
            (of("on", |choice| choice.date = "2026-10-28".into()), Wrong::BeforeAdoption),
            (of("after", |choice| (choice.count, choice.unit) = ("0".into(), "months".into())), Wrong::Count),
            (of("after", |choice| (choice.count, choice.unit) = ("3".into(), "moons".into())), Wrong::Count),
            (of("after", |choice| (choice.count, choice.unit) = ("3 4".into(), "days".into())), Wrong::Count),
            (
                of("yearly", |choice| (choice.month, choice.yearly_day) = ("2".into(), "30".into())),
                Wrong::Day,
            ),
            (
                of("quarterly", |choice| {
                    (choice.quarter_after, choice.quarter_day) = ("99".into(), "1".into());
                }),
                Wrong::Day,
            ),
            (of("monthly", |choice| choice.monthly_day = "32".into()), Wrong::Day),
            (of("weekly", |_| {}), Wrong::Weekdays),
        ];
        for (choice, wrong) in cases {
            assert_eq!(check(&choice, None), Err(wrong), "{choice:?}");
        }
    }

    #[test]
    fn a_proposal_that_makes_no_date_cannot_be_accepted() {
        let waits = Rule::from_short("event 15 days").unwrap();
        assert_eq!(check(&of("proposed", |_| {}), Some(&waits)), Err(Wrong::NoDates));
        let dated = Rule::from_short("after 2 months").unwrap();
        assert_eq!(check(&of("proposed", |_| {}), Some(&dated)), Ok("after 2 months".to_owned()));
    }
}
