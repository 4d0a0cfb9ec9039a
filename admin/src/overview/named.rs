//! What the first page names: coming deadlines, and who has entered data into NIS.UZ; of today, or of a day that is over.

use chrono::{Datelike, NaiveDate};
use domain::ids::MeasureId;
use domain::obligation::State;
use locales::dates;
use store::boards::{Group, Wave};

use crate::address::with_query;
use crate::markup::Spoken;
use crate::session::SignedIn;

/// Which day the reader looks at, as addresses name it: empty for today.
pub(crate) struct View {
    as_of: String,
}

impl View {
    /// Today.
    pub(crate) fn now() -> Self {
        Self { as_of: String::new() }
    }

    /// The end of a day that is over.
    pub(crate) fn past(day: NaiveDate) -> Self {
        Self { as_of: day.to_string() }
    }

    /// Whether the day is over: then nothing of it can be acted on.
    pub(super) fn is_past(&self) -> bool {
        !self.as_of.is_empty()
    }

    /// The address of something as it is seen from here.
    pub(super) fn address(&self, path: &str, parameters: &[(&str, &str)]) -> String {
        let of_day = [("as_of", self.as_of.as_str())];
        with_query(path, &[&of_day[..], parameters].concat())
    }

    /// The one obligation, or the list of all that are meant.
    pub(super) fn group(&self, group: &Group, standing: &str) -> String {
        match group.number {
            1 => self.address(&format!("/obligations/{}", group.id), &[]),
            _ => self.measure(group.measure, group.due, standing),
        }
    }

    /// The obligations of a measure that are due on a day.
    fn measure(&self, measure: MeasureId, due: NaiveDate, standing: &str) -> String {
        let (measure, due) = (measure.to_string(), due.to_string());
        self.address("/obligations", &[("standing", standing), ("measure", &measure), ("due", &due)])
    }
}

/// One coming deadline.
pub(crate) struct Deadline {
    pub(crate) href: String,
    pub(crate) day: String,
    pub(crate) month: String,
    pub(crate) title: Spoken,
    pub(crate) text: String,
    pub(crate) left: String,
}

/// A coming deadline in the words of the page.
pub(crate) fn deadline(signed: &SignedIn, group: &Group, view: &View) -> Deadline {
    let language = signed.language();
    Deadline {
        href: view.group(group, "due_soon"),
        day: group.due.day().to_string(),
        month: dates::month_short(language, group.due),
        title: signed.spoken(&group.text),
        text: whose(signed, group),
        left: dates::time_left(language, group.due, signed.today),
    }
}

/// The name of the one organisation, or their number.
pub(super) fn whose(signed: &SignedIn, group: &Group) -> String {
    match group.number {
        1 => signed.organisation_name(group.organisation),
        number => signed.texts().count_organisations(number),
    }
}

/// Who has entered data into NIS.UZ.
pub(crate) struct Nis {
    pub(crate) entered: usize,
    pub(crate) all: usize,
    pub(crate) dots: Vec<(String, String, bool)>,
    pub(crate) due: String,
    /// The list of the same measure.
    pub(crate) href: String,
}

/// The wave in the words of the page.
pub(crate) fn nis(signed: &SignedIn, wave: &Wave, view: &View) -> Nis {
    let (t, language) = (signed.texts(), signed.language());
    let dots: Vec<_> = wave
        .organisations
        .iter()
        .map(|(id, state)| {
            let done = matches!(state, State::Reported | State::Accepted);
            (view.address(&format!("/orgs/{id}"), &[]), signed.organisation_name(*id), done)
        })
        .collect();
    Nis {
        href: view.measure(wave.measure, wave.due, ""),
        entered: dots.iter().filter(|(_, _, done)| *done).count(),
        all: dots.len(),
        dots,
        due: t.overview_due(
            dates::date_short(language, wave.due),
            dates::time_left(language, wave.due, signed.today),
        ),
    }
}
