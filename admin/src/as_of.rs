//! Pages as they were at the end of a day that is over: which day is asked for, and what stands above such a page.

use chrono::NaiveDate;
use locales::{Texts, dates};
use store::boards;

use crate::Shared;
use crate::address::with_query;
use crate::error::PageError;

/// Why there is no page of a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum WrongDay {
    /// It is no day.
    Unreadable,
    /// It has not come yet.
    Future,
    /// Nothing is on record before this day.
    Before(NaiveDate),
}

impl WrongDay {
    /// What the person is told.
    pub(crate) fn text(self, t: Texts) -> String {
        match self {
            Self::Unreadable => t.day_unreadable(),
            Self::Future => t.day_future(),
            Self::Before(first) => t.day_before(dates::date_long(t.language(), first)),
        }
    }
}

/// A day as an address and a form have it.
pub(crate) fn read(text: &str) -> Result<NaiveDate, WrongDay> {
    // The shape first: chrono would take days of other millennia, which no database keeps.
    let plain = text.len() == 10 && text.bytes().all(|byte| byte.is_ascii_digit() || byte == b'-');
    text.parse().ok().filter(|_| plain).ok_or(WrongDay::Unreadable)
}

/// Passes for a day of which something is on record, up to today.
pub(crate) async fn check(panel: &Shared, day: NaiveDate, today: NaiveDate) -> Result<(), PageError> {
    if day > today {
        return Err(PageError::NoSuchDay(WrongDay::Future));
    }
    let first = panel.store.read(|conn| Box::pin(boards::first_day(conn))).await?.unwrap_or(today);
    if day < first { Err(PageError::NoSuchDay(WrongDay::Before(first))) } else { Ok(()) }
}

/// The past day that an address asks for; none when it asks for none, or for today: then the page is the living one.
pub(crate) async fn asked(
    panel: &Shared,
    text: &str,
    today: NaiveDate,
) -> Result<Option<NaiveDate>, PageError> {
    if text.trim().is_empty() {
        return Ok(None);
    }
    let day = read(text.trim()).map_err(PageError::NoSuchDay)?;
    check(panel, day, today).await?;
    Ok((day < today).then_some(day))
}

/// The form by which another day is chosen, and the way to compare two.
#[derive(Clone, Debug)]
pub(crate) struct DayChoice {
    /// The page that the form leads to.
    pub(crate) action: String,
    /// What else stands in its address.
    pub(crate) kept: Vec<(&'static str, String)>,
    /// The day that is shown; empty for today.
    pub(crate) day: String,
    /// The last day that can be chosen.
    pub(crate) latest: String,
    /// Where two days are compared.
    pub(crate) compare: String,
}

impl DayChoice {
    /// The form on the page at `path`, beside the parameters that stay.
    pub(crate) fn new(
        path: &str,
        kept: &[(&'static str, &str)],
        day: Option<NaiveDate>,
        today: NaiveDate,
    ) -> Self {
        let day = day.map(|day| day.to_string()).unwrap_or_default();
        let kept = kept.iter().filter(|(_, value)| !value.is_empty());
        Self {
            action: path.to_owned(),
            kept: kept.map(|(name, value)| (*name, (*value).to_owned())).collect(),
            compare: with_query("/compare", &[("from", day.as_str())]),
            latest: today.to_string(),
            day,
        }
    }
}

/// What stands above a page of a day that is over.
#[derive(Clone, Debug)]
pub(crate) struct Banner {
    /// Of which day the page is.
    pub(crate) sentence: String,
    /// The same page of today.
    pub(crate) live: String,
    /// Other days.
    pub(crate) days: DayChoice,
}

impl Banner {
    /// The banner of the page at `path`, beside the parameters that stay.
    pub(crate) fn new(
        t: Texts,
        path: &str,
        kept: &[(&'static str, &str)],
        (day, today): (NaiveDate, NaiveDate),
    ) -> Self {
        Self {
            sentence: t.day_banner(dates::date_long(t.language(), day)),
            live: with_query(path, kept),
            days: DayChoice::new(path, kept, Some(day), today),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_plain_day_is_read() {
        assert_eq!(read("2026-11-20"), Ok("2026-11-20".parse().unwrap()));
        for nonsense in
            ["", "20.11.2026", "2026-13-01", "2026-02-30", "+12026-1-1", "2026-1-1", "<b>", "20261120aa"]
        {
            assert_eq!(read(nonsense), Err(WrongDay::Unreadable), "{nonsense}");
        }
    }
}
