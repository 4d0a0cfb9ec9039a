//! Rules as people type them: `yearly 01-20`, `quarterly +1 10`, `weekly mon,thu`.
//!
//! What is written here is read back as the same rule. It takes no words of any other language: phrases of decrees are the
//! reader's business.

use std::fmt::Write;
use std::str::FromStr;

use chrono::{Month, NaiveDate, Weekday};

use super::{DayOfMonth, Rule, Unit, YearDay};

/// The forms that are understood, for messages.
pub const SHORT_FORMS: [&str; 13] = [
    "on 2026-12-20",
    "after 2 months",
    "event 15 days",
    "yearly 01-20",
    "half-yearly last",
    "quarterly +1 10",
    "monthly 5",
    "every 3 months last",
    "weekly mon,thu",
    "daily",
    "period 2027-01-01 2027-12-31",
    "from 2027-01-01",
    "from 2027",
];

/// A text that is no rule.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("`{0}` is no rule; write one like: {forms}", forms = SHORT_FORMS.join("; "))]
pub struct NoRule(String);

impl Rule {
    /// Reads a rule as people type it. [`SHORT_FORMS`] are examples of all there are.
    pub fn from_short(text: &str) -> Result<Self, NoRule> {
        let small = text.trim().to_ascii_lowercase();
        let words: Vec<&str> = small.split_whitespace().collect();
        rule_of(&words).ok_or_else(|| NoRule(text.to_owned()))
    }

    /// The rule as people type it.
    pub fn short(&self) -> String {
        match self {
            Self::On { date } => format!("on {date}"),
            Self::AfterAdoption { count, unit } => format!("after {count} {}", unit_word(*unit)),
            Self::AfterEvent { count, unit } => format!("event {count} {}", unit_word(*unit)),
            Self::Yearly { dates } => {
                let days = dates
                    .iter()
                    .map(|date| format!("{:02}-{}", date.month.number_from_month(), padded(date.day)));
                format!("yearly {}", days.collect::<Vec<_>>().join(","))
            }
            Self::HalfYearly { months_after, day } => cycle("half-yearly", *months_after, *day),
            Self::Quarterly { months_after, day } => cycle("quarterly", *months_after, *day),
            Self::Monthly { months_after, day } => cycle("monthly", *months_after, *day),
            Self::EveryMonths { count, day } => format!("every {count} months {day}"),
            Self::Weekly { days } => {
                let days = days.iter().map(|day| day.to_string().to_ascii_lowercase());
                format!("weekly {}", days.collect::<Vec<_>>().join(","))
            }
            Self::Daily => "daily".to_owned(),
            Self::Within { from, to } => format!("period {from} {to}"),
            Self::StartsOn { date } => format!("from {date}"),
            Self::StartsIn { year } => format!("from {year}"),
        }
    }
}

fn rule_of(words: &[&str]) -> Option<Rule> {
    Some(match *words {
        ["on", date] => Rule::On { date: date.parse().ok()? },
        ["after", count, unit] => Rule::AfterAdoption { count: number(count)?, unit: unit_of(unit)? },
        ["event", count, unit] => Rule::AfterEvent { count: number(count)?, unit: unit_of(unit)? },
        ["yearly", dates] => Rule::Yearly { dates: dates.split(',').map(year_day).collect::<Option<_>>()? },
        ["half-yearly", ref rest @ ..] => {
            let (months_after, day) = month_and_day(rest)?;
            Rule::HalfYearly { months_after, day }
        }
        ["quarterly", ref rest @ ..] => {
            let (months_after, day) = month_and_day(rest)?;
            Rule::Quarterly { months_after, day }
        }
        ["monthly", ref rest @ ..] => {
            let (months_after, day) = month_and_day(rest)?;
            Rule::Monthly { months_after, day }
        }
        ["every", count, "months" | "month", day] => {
            Rule::EveryMonths { count: number(count)?, day: day_of(day)? }
        }
        ["weekly", days] => Rule::Weekly { days: weekdays(days)? },
        ["daily"] => Rule::Daily,
        ["period", from, to] => {
            let (from, to): (NaiveDate, NaiveDate) = (from.parse().ok()?, to.parse().ok()?);
            (from <= to).then_some(Rule::Within { from, to })?
        }
        ["from", when] => match when.parse::<NaiveDate>() {
            Ok(date) => Rule::StartsOn { date },
            Err(_) => Rule::StartsIn { year: when.parse().ok().filter(|year| (1900..=2200).contains(year))? },
        },
        _ => return None,
    })
}

/// `10`, or `+1 10` for the tenth of the month after.
fn month_and_day(words: &[&str]) -> Option<(u8, DayOfMonth)> {
    match *words {
        [day] => Some((0, day_of(day)?)),
        [months, day] => {
            let months: u8 = months.strip_prefix('+')?.parse().ok()?;
            (months <= 12).then_some((months, day_of(day)?))
        }
        _ => None,
    }
}

fn day_of(text: &str) -> Option<DayOfMonth> {
    DayOfMonth::from_str(&text.replace('-', "_")).ok()
}

fn year_day(text: &str) -> Option<YearDay> {
    let (month, day) = text.split_once('-')?;
    let month = Month::try_from(month.parse::<u8>().ok()?).ok()?;
    let day = day_of(day)?;
    // A leap year has every day that there is.
    let exists = match day {
        DayOfMonth::Day(day) => {
            NaiveDate::from_ymd_opt(2028, month.number_from_month(), day.into()).is_some()
        }
        DayOfMonth::Last | DayOfMonth::LastWorking => true,
    };
    exists.then_some(YearDay { month, day })
}

fn weekdays(text: &str) -> Option<Vec<Weekday>> {
    let mut days: Vec<Weekday> = text.split(',').map(|day| day.parse().ok()).collect::<Option<_>>()?;
    days.sort_by_key(Weekday::num_days_from_monday);
    days.dedup();
    Some(days)
}

fn number(text: &str) -> Option<u32> {
    text.parse().ok().filter(|number| (1..=1000).contains(number))
}

fn unit_of(word: &str) -> Option<Unit> {
    Some(match word.trim_end_matches('s') {
        "day" => Unit::Days,
        "working-day" => Unit::WorkingDays,
        "week" => Unit::Weeks,
        "month" => Unit::Months,
        "year" => Unit::Years,
        _ => return None,
    })
}

fn unit_word(unit: Unit) -> &'static str {
    match unit {
        Unit::Days => "days",
        Unit::WorkingDays => "working-days",
        Unit::Weeks => "weeks",
        Unit::Months => "months",
        Unit::Years => "years",
    }
}

fn padded(day: DayOfMonth) -> String {
    match day {
        DayOfMonth::Day(day) => format!("{day:02}"),
        DayOfMonth::Last | DayOfMonth::LastWorking => day.to_string(),
    }
}

fn cycle(name: &str, months_after: u8, day: DayOfMonth) -> String {
    let mut text = name.to_owned();
    if months_after > 0 {
        // Writing into a string cannot fail.
        let _ = write!(text, " +{months_after}");
    }
    let _ = write!(text, " {day}");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_form_is_read_and_written_back_the_same() {
        for form in SHORT_FORMS {
            assert_eq!(Rule::from_short(form).map(|rule| rule.short()), Ok(form.to_owned()));
        }
        for (typed, written) in [
            ("Yearly 1-20,07-last", "yearly 01-20,07-last"),
            ("  weekly THU,mon,thu ", "weekly mon,thu"),
            ("monthly last-working", "monthly last_working"),
            ("monthly +1 5", "monthly +1 5"),
            ("after 1 month", "after 1 months"),
            ("after 3 working-days", "after 3 working-days"),
            ("yearly 02-29", "yearly 02-29"),
        ] {
            assert_eq!(Rule::from_short(typed).unwrap().short(), written);
        }
    }

    #[test]
    fn what_is_no_rule_is_refused_with_the_forms_that_are() {
        for text in [
            "",
            "yearly",
            "yearly 13-01",
            "yearly 02-30",
            "on 2026-02-30",
            "monthly 32",
            "monthly 0",
            "weekly xyz",
            "every 0 months 5",
            "quarterly 1 10",
            "period 2027-02-01 2027-01-01",
            "sometimes",
            "after two months",
        ] {
            let refused = Rule::from_short(text).unwrap_err();
            assert!(refused.to_string().contains("quarterly +1 10"), "{refused}");
        }
    }
}
