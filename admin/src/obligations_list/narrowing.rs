//! What the address narrows the list to: for the query, and in words.

use domain::ids::OrganisationId;
use domain::language::Names;
use domain::text::fold;
use locales::{dates, shortened};
use store::obligation_lists::{self, Filter, Found};
use store::{Conn, StoreError, boards};

use super::{Asked, LONGEST_SEARCH};
use crate::period::Span;
use crate::session::SignedIn;

/// The filter that the address asks for, but for words and a section: these need the plan.
pub(super) fn filter(signed: &SignedIn, asked: &Asked) -> Filter {
    let span = asked.span(signed);
    Filter {
        scope: signed.see.scope().clone(),
        organisation: asked.organisation.parse().ok().map(OrganisationId),
        from: asked.due().or(span.map(Span::first)),
        until: asked.due().or(span.map(Span::last)),
        found: asked.measure().map(|measure| Found { measures: vec![measure], organisations: Vec::new() }),
    }
}

/// The organisations whose names hold these words.
fn organisations_by_name(signed: &SignedIn, search: &str) -> Vec<OrganisationId> {
    let search = fold(search);
    if search.is_empty() {
        return Vec::new();
    }
    let fits = |name: &str| fold(name).contains(&search);
    let all = signed.catalogue.organisations.values();
    all.filter(|one| fits(&one.names.uz_latn) || fits(one.names.in_language(signed.language())))
        .map(|one| one.id)
        .collect()
}

/// What is looked for in the plan: one of its sections, or words.
#[derive(Clone, Debug)]
pub(super) struct Sought {
    section: Option<usize>,
    words: String,
    organisations: Vec<OrganisationId>,
}

impl Sought {
    /// What the address asks for.
    pub(super) fn of(signed: &SignedIn, asked: &Asked) -> Self {
        let organisations = organisations_by_name(signed, &asked.q);
        Self { section: asked.section(), words: fold(&asked.q), organisations }
    }

    /// Narrows the filter to it. Measures are searched in the form to which people's spelling is folded; there are few of
    /// them beside their obligations. Gives the name of the section as well.
    pub(super) async fn narrow(
        self,
        conn: &mut Conn,
        filter: Filter,
    ) -> Result<(Filter, Option<Names>), StoreError> {
        // Whoever asks for one measure, or for one section, has no words to search.
        if filter.found.is_some() {
            return Ok((filter, None));
        }
        if let Some(section) = self.section {
            let sections = boards::sections(conn).await?;
            let Some(section) = sections.into_iter().nth(section) else { return Ok((filter, None)) };
            let measures = boards::measures_of(conn, &section.uz_latn).await?;
            let found = Some(Found { measures, organisations: Vec::new() });
            return Ok((Filter { found, ..filter }, Some(section)));
        }
        if self.words.is_empty() {
            return Ok((filter, None));
        }
        let measures = obligation_lists::measure_texts(conn).await?;
        let fits = |text: &Names| text.all().any(|one| fold(one).contains(&self.words));
        let measures = measures.into_iter().filter(|(_, text)| fits(text));
        let measures = measures.map(|(id, _)| id).collect();
        let found = Some(Found { measures, organisations: self.organisations });
        Ok((Filter { found, ..filter }, None))
    }
}

/// What the list is narrowed to, in words, each with the address without it; `text` is that of the one measure,
/// `section` the name of the one section.
pub(super) fn narrowed(
    signed: &SignedIn,
    asked: &Asked,
    text: Option<&str>,
    section: Option<&Names>,
) -> Vec<(String, String)> {
    let t = signed.texts();
    let mut narrowed = Vec::new();
    if let Ok(id) = asked.organisation.parse() {
        let name = signed.organisation_name(OrganisationId(id));
        narrowed.push((name, asked.without(|asked| asked.organisation.clear())));
    }
    if let Some(span) = asked.span(signed) {
        narrowed.push((span.name(t), asked.without(|asked| asked.period = Span::All.key())));
    }
    if asked.measure().is_some() {
        let name = text.map_or_else(|| t.list_measure(), |text| shortened(text, LONGEST_SEARCH));
        narrowed.push((name, asked.without(|asked| asked.measure.clear())));
    }
    if let Some(section) = section {
        let name = shortened(section.in_language(t.language()), LONGEST_SEARCH);
        narrowed.push((name, asked.without(|asked| asked.section.clear())));
    }
    if let Some(due) = asked.due() {
        narrowed.push((dates::date_short(t.language(), due), asked.without(|asked| asked.due.clear())));
    }
    if !asked.q.is_empty() {
        narrowed.push((format!("«{}»", asked.q), asked.without(|asked| asked.q.clear())));
    }
    narrowed.retain(|(words, _)| !words.is_empty());
    narrowed
}
