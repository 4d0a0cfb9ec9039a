//! Deadlines in words: what sort they are, the rule that makes their dates, why a phrase was read so.

use chrono::NaiveDate;
use domain::deadline::{DayOfMonth, Kind, Period, Rule, Unit, Why, YearDay};
use domain::reminders::Stage;

use crate::dates;
use crate::texts::Texts;

/// The sort of a deadline, in a short label: `Davriy`.
pub fn deadline_kind(texts: Texts, kind: Kind) -> String {
    match kind {
        Kind::Date => texts.deadline_date(),
        Kind::Relative => texts.deadline_relative(),
        Kind::Recurring => texts.deadline_recurring(),
        Kind::Conditional => texts.deadline_conditional(),
        Kind::Permanent => texts.deadline_permanent(),
        Kind::AsSet => texts.deadline_as_set(),
        Kind::AsNeeded => texts.deadline_as_needed(),
        Kind::Period => texts.deadline_period(),
        Kind::Start => texts.deadline_start(),
        Kind::Unknown => texts.deadline_unknown(),
    }
}

/// Why a phrase was read as it was, in a sentence.
pub fn why(texts: Texts, why: Why) -> String {
    match why {
        Why::Stated => texts.why_stated(),
        Why::NoTermGiven => texts.why_no_term_given(),
        Why::YearImplied => texts.why_year_implied(),
        Why::DayNotNamed => texts.why_day_not_named(),
        Why::WeekdaysNotNamed => texts.why_weekdays_not_named(),
        Why::CountNotNamed => texts.why_count_not_named(),
        Why::WholePeriod => texts.why_whole_period(),
        Why::BoundaryUnclear => texts.why_boundary_unclear(),
        Why::RunsFromEvent => texts.why_runs_from_event(),
        Why::AnchorNotNamed => texts.why_anchor_not_named(),
        Why::RunsFromForce => texts.why_runs_from_force(),
        Why::AtOnce => texts.why_at_once(),
        Why::Continuous => texts.why_continuous(),
        Why::SetElsewhere => texts.why_set_elsewhere(),
        Why::WhenNeeded => texts.why_when_needed(),
        Why::BeginningOnly => texts.why_beginning_only(),
        Why::NoSuchDay => texts.why_no_such_day(),
        Why::SeveralTerms => texts.why_several_terms(),
        Why::PartlyUnderstood => texts.why_partly_understood(),
        Why::SpellingMended => texts.why_spelling_mended(),
        Why::NotUnderstood => texts.why_not_understood(),
    }
}

/// When a measure is due, as a part of a sentence: `har chorak yakunidan keyingi oyning 10-sanasi`.
pub fn rule(texts: Texts, rule: &Rule) -> String {
    let language = texts.language();
    match rule {
        Rule::On { date } => texts.rule_on(dates::date_long(language, *date)),
        Rule::AfterAdoption { count, unit } => texts.rule_after_adoption(term(texts, *count, *unit)),
        Rule::AfterEvent { count, unit } => texts.rule_after_event(term(texts, *count, *unit)),
        Rule::Yearly { dates } => texts.rule_yearly(listed(dates.iter().map(|date| year_day(texts, *date)))),
        Rule::HalfYearly { months_after: 0, day: day @ (DayOfMonth::Last | DayOfMonth::LastWorking) } => {
            texts.rule_half_yearly_end(day_of_month(texts, *day))
        }
        Rule::HalfYearly { months_after, day } => {
            texts.rule_half_yearly(day_of_month(texts, *day), *months_after)
        }
        Rule::Quarterly { months_after: 0, day: day @ (DayOfMonth::Last | DayOfMonth::LastWorking) } => {
            texts.rule_quarterly_end(day_of_month(texts, *day))
        }
        Rule::Quarterly { months_after, day } => {
            texts.rule_quarterly(day_of_month(texts, *day), *months_after)
        }
        Rule::Monthly { months_after, day } => texts.rule_monthly(day_of_month(texts, *day), *months_after),
        Rule::EveryMonths { count, day } => texts.rule_every_months(*count, day_of_month(texts, *day)),
        Rule::Weekly { days } => {
            texts.rule_weekly(listed(days.iter().map(|day| dates::weekday(language, *day))))
        }
        Rule::Daily => texts.rule_daily(),
        Rule::Within { from, to } => {
            texts.rule_within(dates::date_short(language, *from), dates::date_short(language, *to))
        }
        Rule::StartsOn { date } => texts.rule_starts_on(dates::date_short(language, *date)),
        Rule::StartsIn { year } => texts.rule_starts_in(year.to_string()),
    }
}

/// What an obligation answers for: `2026-yil, IV chorak`.
pub fn period(texts: Texts, period: Period) -> String {
    let language = texts.language();
    let first_of = |year, month: u8| NaiveDate::from_ymd_opt(year, u32::from(month), 1).unwrap_or_default();
    match period {
        Period::Once => texts.period_once(),
        Period::Year(year) => texts.period_year(year.to_string()),
        Period::HalfYear(year, half) => texts.period_half_year(half, year.to_string()),
        Period::Quarter(year, quarter) => dates::quarter(language, first_of(year, quarter * 3)),
        Period::Month(year, month) => dates::month_year(language, first_of(year, month)),
        Period::Week(year, week) => texts.period_week(week, year.to_string()),
        Period::Day(day) => dates::date_long(language, day),
    }
}

/// When a reminder is sent, as a part of a sentence: `muddatga 5 ish kuni qolganda`.
pub fn stage(texts: Texts, stage: Stage) -> String {
    match stage {
        Stage::Before(days) => texts.stage_before(days),
        Stage::DueDay => texts.stage_due_day(),
        Stage::LastHours => texts.stage_last_hours(),
        Stage::After(days) => texts.stage_after(days),
        Stage::Promise(day) => texts.stage_promise(dates::date_short(texts.language(), day)),
        Stage::Asked(day) => texts.stage_asked(dates::date_short(texts.language(), day)),
    }
}

fn term(texts: Texts, count: u32, unit: Unit) -> String {
    match unit {
        Unit::Days => texts.term_days(count),
        Unit::WorkingDays => texts.term_working_days(count),
        Unit::Weeks => texts.term_weeks(count),
        Unit::Months => texts.term_months(count),
        Unit::Years => texts.term_years(count),
    }
}

fn day_of_month(texts: Texts, day: DayOfMonth) -> String {
    match day {
        DayOfMonth::Day(day) => texts.day_numbered(day),
        DayOfMonth::Last => texts.day_last(),
        DayOfMonth::LastWorking => texts.day_last_working(),
    }
}

fn year_day(texts: Texts, date: YearDay) -> String {
    let month = dates::month_in_date(texts.language(), date.month);
    match date.day {
        DayOfMonth::Day(day) => texts.date_day_month(day, month),
        DayOfMonth::Last => texts.day_last_of_month(month),
        DayOfMonth::LastWorking => texts.day_last_working_of_month(month),
    }
}

fn listed(words: impl Iterator<Item = String>) -> String {
    words.collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use chrono::{Month, Weekday};
    use domain::language::Language;

    use super::*;

    fn in_all_languages(say: impl Fn(Texts) -> String) -> [String; 4] {
        Language::ALL.map(|language| say(Texts::new(language)))
    }

    #[test]
    fn a_rule_is_told_in_every_language() {
        let december = YearDay { month: Month::December, day: DayOfMonth::Day(20) };
        let february = YearDay { month: Month::February, day: DayOfMonth::Last };
        for (when, told) in [
            (
                Rule::Quarterly { months_after: 1, day: DayOfMonth::Day(10) },
                [
                    "har chorak yakunidan keyingi oyning 10-sanasi",
                    "ҳар чорак якунидан кейинги ойнинг 10-санаси",
                    "10-е число месяца, следующего за каждым кварталом",
                    "the 10th of the month after each quarter",
                ],
            ),
            (
                Rule::Quarterly { months_after: 0, day: DayOfMonth::Last },
                [
                    "har chorakning oxirgi kuni",
                    "ҳар чоракнинг охирги куни",
                    "последний день каждого квартала",
                    "the last day of each quarter",
                ],
            ),
            (
                Rule::AfterAdoption { count: 2, unit: Unit::Months },
                [
                    "qabul qilingan kundan boshlab 2 oy ichida",
                    "қабул қилинган кундан бошлаб 2 ой ичида",
                    "в течение 2 месяцев со дня принятия",
                    "within 2 months of adoption",
                ],
            ),
            (
                Rule::Yearly { dates: vec![december, february] },
                [
                    "har yili: 20-dekabr, fevral oyining oxirgi kuni",
                    "ҳар йили: 20 декабрь, февраль ойининг охирги куни",
                    "ежегодно: 20 декабря, последний день февраля",
                    "every year: 20 December, the last day of February",
                ],
            ),
            (
                Rule::Weekly { days: vec![Weekday::Mon, Weekday::Fri] },
                [
                    "har hafta: dushanba, juma",
                    "ҳар ҳафта: душанба, жума",
                    "еженедельно: понедельник, пятница",
                    "every week: Monday, Friday",
                ],
            ),
        ] {
            assert_eq!(in_all_languages(|texts| rule(texts, &when)), told, "{when}");
        }
    }

    #[test]
    fn a_period_is_told_without_grouping_the_digits_of_its_year() {
        for (key, told) in [
            ("2027", ["2027-yil", "2027 йил", "2027 год", "2027"]),
            (
                "2026-H2",
                [
                    "2026-yil, ikkinchi yarim yillik",
                    "2026 йил, иккинчи ярим йиллик",
                    "второе полугодие 2026 г.",
                    "second half of 2026",
                ],
            ),
            ("2026-Q4", ["2026-yil, IV chorak", "2026 йил, IV чорак", "IV квартал 2026 г.", "Q4 2026"]),
            ("2026-12", ["2026-yil dekabr", "2026 йил декабрь", "декабрь 2026 г.", "December 2026"]),
            (
                "2026-W48",
                ["2026-yil, 48-hafta", "2026 йил, 48-ҳафта", "48-я неделя 2026 г.", "week 48 of 2026"],
            ),
        ] {
            let when: Period = key.parse().unwrap();
            assert_eq!(in_all_languages(|texts| period(texts, when)), told, "{key}");
        }
    }
}
