//! Days and times as each language writes them, always as they are in Tashkent.

use chrono::{DateTime, Datelike, Month, NaiveDate, Timelike, Utc, Weekday};
use domain::clock::{tashkent_day, tashkent_time};
use domain::language::Language;

use crate::Texts;

type Name = fn(Texts) -> String;

const MONTHS: [Name; 12] = [
    Texts::month_1,
    Texts::month_2,
    Texts::month_3,
    Texts::month_4,
    Texts::month_5,
    Texts::month_6,
    Texts::month_7,
    Texts::month_8,
    Texts::month_9,
    Texts::month_10,
    Texts::month_11,
    Texts::month_12,
];

const MONTHS_ALONE: [Name; 12] = [
    Texts::month_alone_1,
    Texts::month_alone_2,
    Texts::month_alone_3,
    Texts::month_alone_4,
    Texts::month_alone_5,
    Texts::month_alone_6,
    Texts::month_alone_7,
    Texts::month_alone_8,
    Texts::month_alone_9,
    Texts::month_alone_10,
    Texts::month_alone_11,
    Texts::month_alone_12,
];

const MONTHS_SHORT: [Name; 12] = [
    Texts::month_short_1,
    Texts::month_short_2,
    Texts::month_short_3,
    Texts::month_short_4,
    Texts::month_short_5,
    Texts::month_short_6,
    Texts::month_short_7,
    Texts::month_short_8,
    Texts::month_short_9,
    Texts::month_short_10,
    Texts::month_short_11,
    Texts::month_short_12,
];

const WEEKDAYS: [Name; 7] = [
    Texts::weekday_1,
    Texts::weekday_2,
    Texts::weekday_3,
    Texts::weekday_4,
    Texts::weekday_5,
    Texts::weekday_6,
    Texts::weekday_7,
];

const WEEKDAYS_SHORT: [Name; 7] = [
    Texts::weekday_short_1,
    Texts::weekday_short_2,
    Texts::weekday_short_3,
    Texts::weekday_short_4,
    Texts::weekday_short_5,
    Texts::weekday_short_6,
    Texts::weekday_short_7,
];

/// `2026-yil 22-noyabr`, as official papers write it.
pub fn date_long(language: Language, date: NaiveDate) -> String {
    let texts = Texts::new(language);
    texts.date_long(date.day().to_string(), MONTHS[date.month0() as usize](texts), date.year().to_string())
}

/// `22.11.2026`, in English `22 Nov 2026`: everybody reads that the same way.
pub fn date_short(language: Language, date: NaiveDate) -> String {
    match language {
        Language::En => format!("{} {} {}", date.day(), month_short(language, date), date.year()),
        Language::UzLatn | Language::UzCyrl | Language::Ru => {
            format!("{:02}.{:02}.{}", date.day(), date.month(), date.year())
        }
    }
}

/// `22.11`, in English `22 Nov`: for the label of a button.
pub fn day_month_short(language: Language, date: NaiveDate) -> String {
    match language {
        Language::En => format!("{} {}", date.day(), month_short(language, date)),
        Language::UzLatn | Language::UzCyrl | Language::Ru => {
            format!("{:02}.{:02}", date.day(), date.month())
        }
    }
}

/// `22-noyabr`.
pub fn day_month(language: Language, date: NaiveDate) -> String {
    let texts = Texts::new(language);
    texts.date_day_month(date.day().to_string(), MONTHS[date.month0() as usize](texts))
}

/// `2026-yil noyabr`.
pub fn month_year(language: Language, date: NaiveDate) -> String {
    let texts = Texts::new(language);
    texts.date_month_year(month(language, date), date.year().to_string())
}

/// `2026-yil, IV chorak`.
pub fn quarter(language: Language, date: NaiveDate) -> String {
    Texts::new(language).date_quarter(date.quarter(), date.year().to_string())
}

/// The name of the month, standing alone: `noyabr`.
pub fn month(language: Language, date: NaiveDate) -> String {
    MONTHS_ALONE[date.month0() as usize](Texts::new(language))
}

/// The name of the month as it stands in a date: Russian `ноября`.
pub(crate) fn month_in_date(language: Language, month: Month) -> String {
    MONTHS[month as usize](Texts::new(language))
}

/// The name of the month in three letters: `noy`.
pub fn month_short(language: Language, date: NaiveDate) -> String {
    MONTHS_SHORT[date.month0() as usize](Texts::new(language))
}

/// The name of the day of the week: `juma`.
pub fn weekday(language: Language, weekday: Weekday) -> String {
    WEEKDAYS[weekday.num_days_from_monday() as usize](Texts::new(language))
}

/// The name of the day of the week, as over a small calendar: `Ju`.
pub fn weekday_short(language: Language, weekday: Weekday) -> String {
    WEEKDAYS_SHORT[weekday.num_days_from_monday() as usize](Texts::new(language))
}

/// `27.11.2026, juma`.
pub fn date_with_weekday(language: Language, date: NaiveDate) -> String {
    Texts::new(language).date_with_weekday(date_short(language, date), weekday(language, date.weekday()))
}

/// The time in Tashkent: `09:00`.
pub fn time(moment: DateTime<Utc>) -> String {
    let time = tashkent_time(moment);
    format!("{:02}:{:02}", time.hour(), time.minute())
}

/// The day and time in Tashkent: `22.11.2026, 09:00`.
pub fn moment(language: Language, moment: DateTime<Utc>) -> String {
    Texts::new(language).date_with_time(date_short(language, tashkent_day(moment)), time(moment))
}

/// How far a day is from today: `bugun`, `ertaga`, `kecha`, `3 kundan keyin`, `3 kun oldin`.
pub fn relative(language: Language, date: NaiveDate, today: NaiveDate) -> String {
    let texts = Texts::new(language);
    match (date - today).num_days() {
        0 => texts.today(),
        1 => texts.tomorrow(),
        -1 => texts.yesterday(),
        ahead @ 2.. => texts.days_ahead(ahead),
        behind => texts.days_ago(behind.saturating_neg()),
    }
}

/// How a deadline stands: `bugun`, `ertaga`, `3 kun qoldi`, `1 kun kechikdi`. Its words stay on one line.
pub fn time_left(language: Language, due: NaiveDate, today: NaiveDate) -> String {
    let texts = Texts::new(language);
    match (due - today).num_days() {
        0 => texts.today(),
        1 => texts.tomorrow(),
        left @ 2.. => on_one_line(&texts.days_left(left)),
        late => on_one_line(&texts.days_late(late.saturating_neg())),
    }
}

/// Words that a line must not part: `3 kun qoldi`.
pub(crate) fn on_one_line(words: &str) -> String {
    words.replace(' ', "\u{A0}")
}

/// How long ago something happened: `hozirgina`, `5 daqiqa oldin`, `2 soat oldin`, `kecha`, and from a week on the day.
pub fn ago(language: Language, moment: DateTime<Utc>, now: DateTime<Utc>) -> String {
    let texts = Texts::new(language);
    let (day, today) = (tashkent_day(moment), tashkent_day(now));
    let minutes = (now - moment).num_minutes();
    match (today - day).num_days() {
        _ if minutes < 1 => texts.just_now(),
        _ if minutes < 60 => texts.minutes_ago(minutes),
        0 => texts.hours_ago(minutes / 60),
        1..=6 => relative(language, day, today),
        _ => date_short(language, day),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    fn in_all_languages<T>(write: impl Fn(Language) -> T) -> [T; 4] {
        Language::ALL.map(write)
    }

    #[test]
    fn a_day_is_written_as_each_language_writes_it() {
        let date = day("2026-11-22");
        assert_eq!(
            in_all_languages(|language| date_long(language, date)),
            ["2026-yil 22-noyabr", "2026 йил 22 ноябрь", "22 ноября 2026 г.", "22 November 2026"]
        );
        assert_eq!(
            in_all_languages(|language| date_short(language, date)),
            ["22.11.2026", "22.11.2026", "22.11.2026", "22 Nov 2026"]
        );
        assert_eq!(
            in_all_languages(|language| day_month(language, date)),
            ["22-noyabr", "22 ноябрь", "22 ноября", "22 November"]
        );
        assert_eq!(
            in_all_languages(|language| month_year(language, date)),
            ["2026-yil noyabr", "2026 йил ноябрь", "ноябрь 2026 г.", "November 2026"]
        );
        assert_eq!(
            in_all_languages(|language| quarter(language, date)),
            ["2026-yil, IV chorak", "2026 йил, IV чорак", "IV квартал 2026 г.", "Q4 2026"]
        );
        assert_eq!(
            in_all_languages(|language| date_with_weekday(language, date)),
            [
                "22.11.2026, yakshanba",
                "22.11.2026, якшанба",
                "22.11.2026, воскресенье",
                "22 Nov 2026, Sunday"
            ]
        );
        assert_eq!(in_all_languages(|language| month_short(language, date)), ["noy", "ноя", "ноя", "Nov"]);
    }

    #[test]
    fn a_moment_is_shown_as_it_is_in_tashkent() {
        let evening = "2026-11-21T19:05:00Z".parse().unwrap();
        assert_eq!(moment(Language::UzLatn, evening), "22.11.2026, 00:05");
        assert_eq!(moment(Language::En, evening), "22 Nov 2026, 00:05");
    }

    #[test]
    fn a_deadline_tells_how_it_stands() {
        let today = day("2026-11-23");
        for (due, uzbek, russian) in [
            ("2026-11-23", "bugun", "сегодня"),
            ("2026-11-24", "ertaga", "завтра"),
            ("2026-11-25", "2\u{A0}kun\u{A0}qoldi", "осталось\u{A0}2\u{A0}дня"),
            ("2026-12-14", "21\u{A0}kun\u{A0}qoldi", "остался\u{A0}21\u{A0}день"),
            ("2026-11-22", "1\u{A0}kun\u{A0}kechikdi", "просрочено\u{A0}на\u{A0}1\u{A0}день"),
            ("2026-11-12", "11\u{A0}kun\u{A0}kechikdi", "просрочено\u{A0}на\u{A0}11\u{A0}дней"),
            (
                "2023-01-01",
                "1\u{A0}422\u{A0}kun\u{A0}kechikdi",
                "просрочено\u{A0}на\u{A0}1\u{A0}422\u{A0}дня",
            ),
        ] {
            assert_eq!(time_left(Language::UzLatn, day(due), today), uzbek);
            assert_eq!(time_left(Language::Ru, day(due), today), russian);
        }
    }

    #[test]
    fn a_day_near_today_has_a_name() {
        let today = day("2026-11-23");
        for (date, english) in [
            ("2026-11-22", "yesterday"),
            ("2026-11-23", "today"),
            ("2026-11-24", "tomorrow"),
            ("2026-11-26", "in 3 days"),
            ("2026-11-20", "3 days ago"),
        ] {
            assert_eq!(relative(Language::En, day(date), today), english);
        }
    }

    #[test]
    fn what_happened_is_told_more_roughly_the_longer_ago_it_was() {
        let now = "2026-11-23T04:00:00Z".parse().unwrap();
        for (moment, uzbek) in [
            ("2026-11-23T04:00:30Z", "hozirgina"),
            ("2026-11-23T03:59:30Z", "hozirgina"),
            ("2026-11-23T03:55:00Z", "5 daqiqa oldin"),
            ("2026-11-23T01:30:00Z", "2 soat oldin"),
            ("2026-11-22T18:30:00Z", "kecha"),
            ("2026-11-20T10:00:00Z", "3 kun oldin"),
            ("2026-11-16T10:00:00Z", "16.11.2026"),
        ] {
            assert_eq!(ago(Language::UzLatn, moment.parse().unwrap(), now), uzbek, "{moment}");
        }
    }
}
