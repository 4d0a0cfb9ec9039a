//! What was found, as lines with the matching words marked.

use std::fmt::Write;

use domain::ids::{OrganisationId, PointId, ServiceId};
use domain::language::Names;
use domain::search::marked;
use locales::{dates, shortened, words};
use store::obligations::ObligationView;
use store::search::{MeasureText, PersonName};

use crate::icons::Icon;
use crate::markup::{Markup, escaped};
use crate::session::SignedIn;
use crate::svg::Glyph;

/// How much of a long text stands in a line, in characters.
const ROOM: usize = 180;

/// A line.
pub(super) struct Row {
    pub(super) address: String,
    pub(super) icon: Markup,
    pub(super) name: Markup,
    pub(super) note: Markup,
}

/// Makes lines for a person who looked for something.
pub(super) struct Rows<'a> {
    pub(super) signed: &'a SignedIn,
    pub(super) query: &'a str,
}

impl Rows<'_> {
    pub(super) fn organisations(&self, found: &[OrganisationId]) -> Vec<Row> {
        let row = |id: &OrganisationId| {
            let one = self.signed.catalogue.organisations.get(id)?;
            let above = one.parent.map(|parent| self.signed.organisation_name(parent)).unwrap_or_default();
            Some(self.row(
                format!("/orgs/{id}"),
                &Icon::BuildingCommunity.svg(),
                &self.signed.organisation_name(*id),
                &above,
            ))
        };
        found.iter().filter_map(row).collect()
    }

    pub(super) fn obligations(&self, found: &[ObligationView]) -> Vec<Row> {
        let (t, language) = (self.signed.texts(), self.signed.language());
        let row = |one: &ObligationView| {
            let standing = one.standing(self.signed.today);
            let note = [
                self.signed.organisation_name(one.organisation),
                words::period(t, one.period),
                dates::date_short(language, one.due),
                words::standing(t, standing),
            ];
            let address = format!("/obligations/{}", one.id);
            self.spoken(address, &Glyph::from(standing).svg(), &one.text, &note.join(" · "))
        };
        found.iter().map(row).collect()
    }

    pub(super) fn measures(&self, found: &[MeasureText]) -> Vec<Row> {
        let t = self.signed.texts();
        let row = |one: &MeasureText| {
            let note = t.search_measure(one.number.to_string(), one.plan.as_str());
            self.spoken(format!("/plan/{}", one.id), &Icon::ReportAnalytics.svg(), &one.text, &note)
        };
        found.iter().map(row).collect()
    }

    pub(super) fn people(&self, found: &[PersonName]) -> Vec<Row> {
        let row = |one: &PersonName| {
            let place = self.signed.organisation_name(one.organisation);
            let position = one.position.as_ref().map(|names| names.in_language(self.signed.language()));
            let note: Vec<&str> = position.into_iter().chain([place.as_str()]).collect();
            let address = format!("/people?organisation={}", one.organisation);
            self.row(address, &Icon::User.svg(), &one.name, &note.join(" · "))
        };
        found.iter().map(row).collect()
    }

    pub(super) fn services(&self, found: &[ServiceId]) -> Vec<Row> {
        let row = |id: &ServiceId| {
            let one = self.signed.catalogue.services.get(id)?;
            let place = self.signed.organisation_name(one.organisation);
            let name = one.names.in_language(self.signed.language());
            Some(self.row(
                format!("/ratings?organisation={}", one.organisation),
                &Icon::Star.svg(),
                name,
                &place,
            ))
        };
        found.iter().filter_map(row).collect()
    }

    pub(super) fn points(&self, found: &[PointId]) -> Vec<Row> {
        let language = self.signed.language();
        let row = |id: &PointId| {
            let one = self.signed.catalogue.point(*id)?;
            let service = self.signed.catalogue.services.get(&one.service)?;
            let place = self.signed.organisation_name(service.organisation);
            let note = format!("{} · {place}", service.names.in_language(language));
            Some(self.row(
                format!("/points/{id}"),
                &Icon::MapPin.svg(),
                one.names.in_language(language),
                &note,
            ))
        };
        found.iter().filter_map(row).collect()
    }

    /// A row of what a plan says, in the language of the page or in another.
    fn spoken(&self, address: String, icon: &Markup, names: &Names, note: &str) -> Row {
        let spoken = self.signed.spoken(names);
        let row = self.row(address, icon, spoken.words(), note);
        Row { name: spoken.mark(row.name), ..row }
    }

    fn row(&self, address: String, icon: &Markup, name: &str, note: &str) -> Row {
        let name = shortened(name, ROOM);
        Row {
            address,
            icon: icon.clone(),
            name: with_marks(self.query, &name),
            note: with_marks(self.query, note),
        }
    }
}

/// A text in which the words that were looked for are marked.
fn with_marks(query: &str, text: &str) -> Markup {
    let mut html = String::with_capacity(text.len() + 32);
    let mut last = 0;
    for place in marked(query, text) {
        let (before, word) = (&text[last..place.start], &text[place.clone()]);
        let _ = write!(html, "{}<mark>{}</mark>", escaped(before), escaped(word));
        last = place.end;
    }
    html.push_str(&escaped(&text[last..]));
    Markup::trusted(html)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_marked_and_nothing_of_the_text_becomes_html() {
        assert_eq!(
            with_marks("suv", "<b>Suv</b> & \"korxona\"").to_string(),
            "&lt;b&gt;<mark>Suv</mark>&lt;/b&gt; &amp; &quot;korxona&quot;"
        );
        assert_eq!(with_marks("", "Suv").to_string(), "Suv");
    }
}
