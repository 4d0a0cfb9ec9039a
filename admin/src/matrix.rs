//! The plan at a glance: measures down, organisations across, a sign in each cell that leads to the obligation.

mod choices;
mod reading;

use std::collections::BTreeMap;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;
use domain::ids::{MeasureId, OrganisationId};
use domain::language::Names;
use locales::{Texts, dates, words};
use serde::Deserialize;
use store::boards::{Cell, ColumnTotal, Narrowed, RowTotal, Totals};
use store::obligation_lists::Wanted;

use crate::Shared;
use crate::address::with_query;
use crate::as_of::{self, Banner, DayChoice};
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::lines::state_name;
use crate::markup::Spoken;
use crate::overview::Choice;
use crate::period::Span;
use crate::session::SignedIn;
use crate::svg::Glyph;
use choices::{glyph, pages, section_name, sections, spans, standings};

/// Measures and organisations of one page: as many columns as a sheet of A4 on its side has room for.
const ROWS: usize = 30;
const COLUMNS: usize = 24;
/// Signs of one cell; the rest is a number that leads to the list.
const SIGNS: usize = 4;

/// The address of the page.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/matrix", get(show))
}

#[derive(Clone, Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    period: String,
    /// The number of the section, from 1.
    #[serde(default)]
    section: String,
    #[serde(default)]
    standing: String,
    /// Which part of the measures, and which of the organisations.
    #[serde(default)]
    rows: String,
    #[serde(default)]
    columns: String,
    /// The day that is over, when the matrix of one is asked for.
    #[serde(default)]
    as_of: String,
}

impl Asked {
    /// The standing that is shown; the figures of the rate are no standings.
    fn wanted(&self) -> Wanted {
        let wanted = Wanted::from_code(&self.standing).unwrap_or_default();
        if Wanted::STANDINGS.contains(&wanted) { wanted } else { Wanted::All }
    }

    fn address(&self) -> String {
        let parameters = [
            ("as_of", self.as_of.as_str()),
            ("period", &self.period),
            ("section", &self.section),
            ("standing", &self.standing),
            ("rows", &self.rows),
            ("columns", &self.columns),
        ];
        with_query("/matrix", &parameters)
    }

    /// The address with something else; what is shown then begins at its first part.
    fn with(&self, change: impl Fn(&mut Self)) -> String {
        let mut asked = Self { rows: String::new(), columns: String::new(), ..self.clone() };
        change(&mut asked);
        asked.address()
    }
}

/// A part of a long list.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    number: usize,
    first: usize,
    until: usize,
    all: usize,
}

impl Part {
    fn read(text: &str, size: usize, all: usize) -> Self {
        let last = all.div_ceil(size).max(1);
        let number = text.parse().unwrap_or(1).clamp(1, last);
        Self { number, first: (number - 1) * size, until: (number * size).min(all), all }
    }
}

/// Ways to the other parts: what is shown, and the parts before and after it.
struct Pages {
    label: String,
    shown: String,
    previous: Option<String>,
    next: Option<String>,
}

/// A number and its part that is overdue, with the rows behind both.
struct Total {
    href: String,
    done: String,
    overdue: u64,
    overdue_href: String,
    overdue_says: String,
}

struct Sign {
    href: String,
    glyph: Glyph,
    says: String,
}

struct Square {
    signs: Vec<Sign>,
    /// How many more there are, and the list of all.
    more: Option<(usize, String)>,
}

struct Row {
    number: i64,
    text: Spoken,
    total: Total,
    squares: Vec<Square>,
}

struct Column {
    name: String,
    href: String,
    total: Total,
}

#[derive(Template)]
#[template(path = "matrix.html")]
struct MatrixPage {
    page: Page,
    /// Of which day it is, when that is over.
    past: Option<Banner>,
    days: DayChoice,
    span: String,
    spans: Vec<Choice>,
    section: String,
    sections: Vec<Choice>,
    standings: Vec<(Choice, Option<Glyph>)>,
    glyphs: Vec<(Glyph, String)>,
    all: Total,
    columns: Vec<Column>,
    rows: Vec<Row>,
    pages: Vec<Pages>,
    clear: String,
}

struct Facts {
    sections: Vec<Names>,
    rows: Vec<RowTotal>,
    columns: Vec<ColumnTotal>,
    cells: Vec<Cell>,
    parts: (Part, Part),
}

/// `GET /matrix`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(mut asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let day = as_of::asked(&panel, &asked.as_of, signed.today).await?;
    asked.as_of = day.map(|day| day.to_string()).unwrap_or_default();
    let of_day = day.map_or_else(|| signed.clone(), |day| signed.on(day));
    let span = Span::read(&asked.period, of_day.today);
    let narrowed = Narrowed {
        scope: signed.see.scope().clone(),
        span: (span.first(), span.last()),
        section: None,
        wanted: asked.wanted(),
        today: of_day.today,
    };
    let facts = reading::read(&panel.store, &asked, narrowed, day).await?;
    let kept =
        [("period", asked.period.as_str()), ("section", &asked.section), ("standing", &asked.standing)];
    let shell = matrix(&panel, &of_day, span, &asked, &facts);
    render(&MatrixPage {
        page: signed.page(&panel, Nav::Matrix),
        past: day.map(|day| Banner::new(signed.texts(), "/matrix", &kept, (day, signed.today))),
        days: DayChoice::new("/matrix", &kept, day, signed.today),
        ..shell
    })
}

fn matrix(panel: &Shared, signed: &SignedIn, span: Span, asked: &Asked, facts: &Facts) -> MatrixPage {
    let t = signed.texts();
    let links = Links { t, span, asked };
    let mut squares: BTreeMap<(MeasureId, OrganisationId), Vec<Cell>> = BTreeMap::new();
    for cell in &facts.cells {
        squares.entry((cell.measure, cell.organisation)).or_default().push(*cell);
    }
    let columns = &facts.columns[facts.parts.1.first..facts.parts.1.until];
    let rows = facts.rows[facts.parts.0.first..facts.parts.0.until].iter().map(|row| {
        let square = |column: &ColumnTotal| {
            let found = squares.get(&(row.measure, column.organisation)).map(Vec::as_slice);
            square(signed, &links, (row, column.organisation), found.unwrap_or_default())
        };
        Row {
            number: row.number,
            text: signed.spoken(&row.text),
            total: links.total(row.totals, Some(row.measure), None),
            squares: columns.iter().map(square).collect(),
        }
    });
    let sums = facts.columns.iter().fold(Totals::default(), |sum, one| Totals {
        all: sum.all + one.totals.all,
        handed_in: sum.handed_in + one.totals.handed_in,
        overdue: sum.overdue + one.totals.overdue,
    });
    MatrixPage {
        span: span.name(t),
        spans: spans(t, asked, span, signed),
        section: section_name(t, asked, &facts.sections),
        sections: sections(t, asked, &facts.sections),
        standings: standings(t, asked),
        glyphs: Wanted::STANDINGS
            .into_iter()
            .filter_map(glyph)
            .map(|one| (one, state_name(t, one)))
            .collect(),
        all: links.total(sums, None, None),
        columns: columns.iter().map(|one| column(signed, &links, one)).collect(),
        rows: rows.collect(),
        pages: pages(t, asked, facts.parts),
        clear: with_query("/matrix", &[("as_of", asked.as_of.as_str()), ("period", &asked.period)]),
        past: None,
        days: DayChoice::new("/matrix", &[], None, signed.today),
        page: signed.page(panel, Nav::Matrix),
    }
}

fn column(signed: &SignedIn, links: &Links<'_>, one: &ColumnTotal) -> Column {
    let id = one.organisation;
    Column {
        name: signed.organisation_name(id),
        href: links.of_day(&format!("/orgs/{id}"), &[("period", &links.span.key())]),
        total: links.total(one.totals, None, Some(id)),
    }
}

/// The addresses behind the numbers.
struct Links<'a> {
    t: Texts,
    span: Span,
    asked: &'a Asked,
}

impl Links<'_> {
    fn list(
        &self,
        standing: &str,
        measure: Option<MeasureId>,
        organisation: Option<OrganisationId>,
    ) -> String {
        let measure = measure.map(|id| id.to_string()).unwrap_or_default();
        let organisation = organisation.map(|id| id.to_string()).unwrap_or_default();
        let parameters = [
            ("standing", standing),
            ("organisation", &organisation),
            ("period", &self.span.key()),
            // A measure stands in one section.
            ("section", if measure.is_empty() { &self.asked.section } else { "" }),
            ("measure", &measure),
        ];
        self.of_day("/obligations", &parameters)
    }

    /// An address, of the day of the matrix.
    fn of_day(&self, path: &str, parameters: &[(&str, &str)]) -> String {
        with_query(path, &[&[("as_of", self.asked.as_of.as_str())][..], parameters].concat())
    }

    fn total(
        &self,
        totals: Totals,
        measure: Option<MeasureId>,
        organisation: Option<OrganisationId>,
    ) -> Total {
        Total {
            href: self.list(&self.asked.standing, measure, organisation),
            done: format!("{}/{}", totals.handed_in, totals.all),
            overdue: totals.overdue,
            overdue_href: self.list("overdue", measure, organisation),
            overdue_says: self.t.orgs_late_short(totals.overdue.to_string()),
        }
    }
}

fn square(
    signed: &SignedIn,
    links: &Links<'_>,
    (row, organisation): (&RowTotal, OrganisationId),
    found: &[Cell],
) -> Square {
    let (t, language) = (signed.texts(), signed.language());
    let mut found = found.to_vec();
    found.sort_by_key(|cell| (cell.standing, cell.due));
    let signs = found.iter().take(SIGNS).map(|cell| Sign {
        href: links.of_day(&format!("/obligations/{}", cell.id), &[]),
        glyph: cell.standing.into(),
        says: t.matrix_sign(
            dates::date_short(language, cell.due),
            row.number.to_string(),
            signed.organisation_name(organisation),
            words::standing(t, cell.standing),
        ),
    });
    let list = || links.list(&links.asked.standing, Some(row.measure), Some(organisation));
    Square { signs: signs.collect(), more: (found.len() > SIGNS).then(|| (found.len() - SIGNS, list())) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_part_is_never_outside_of_the_list() {
        for (text, all, expected) in [
            ("", 0, (1, 0, 0)),
            ("", 10, (1, 0, 10)),
            ("2", 40, (2, 15, 30)),
            ("3", 40, (3, 30, 40)),
            ("99", 40, (3, 30, 40)),
            ("-1", 40, (1, 0, 15)),
            ("x", 40, (1, 0, 15)),
        ] {
            let part = Part::read(text, 15, all);
            assert_eq!((part.number, part.first, part.until), expected, "{text} of {all}");
        }
    }
}
