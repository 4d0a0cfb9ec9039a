//! Lists of obligations with filters in the address: every number of a board leads to the rows behind it.

mod export;
mod narrowing;
mod past;
mod rows;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;
use chrono::{Datelike, NaiveDate};
use domain::ids::MeasureId;
use domain::people::Role;
use locales::Texts;
use serde::Deserialize;
use store::obligation_lists::{self, StandingCounts, Wanted};
use store::{StoreError, control, dossier, obligations};

use crate::Shared;
use crate::address::with_query;
use crate::as_of;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::period::Span;
use crate::saved_views::{Path, Views};
use crate::session::SignedIn;
use crate::svg::Glyph;
use crate::together::{self, Note};
use narrowing::{Sought, filter, narrowed};
use rows::{Read, Row, Together};

/// Rows of a page.
const ROWS: i64 = 25;
/// Longer searches find nothing that shorter ones do not.
const LONGEST_SEARCH: usize = 80;

/// The address of the list.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/obligations", get(show))
}

/// The address of the list as a file.
pub(crate) fn files() -> Router<Shared> {
    Router::new().route("/obligations/export", get(export::give))
}

/// What the address narrows the list to.
#[derive(Clone, Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    standing: String,
    #[serde(default)]
    organisation: String,
    #[serde(default)]
    period: String,
    #[serde(default)]
    q: String,
    /// The number of the one measure.
    #[serde(default)]
    measure: String,
    /// The place of the section in the plan, from 1, as the matrix counts them.
    #[serde(default)]
    section: String,
    /// The one day on which they are due.
    #[serde(default)]
    due: String,
    #[serde(default)]
    page: String,
    /// The decision that the person has just made.
    #[serde(default)]
    decided: String,
    /// Which of the reports are chosen already: `page` or `all`.
    #[serde(default)]
    choose: String,
    /// The day that is over, when the list of one is asked for.
    #[serde(default)]
    as_of: String,
}

impl Asked {
    fn tidy(&mut self) {
        self.q = self.q.trim().chars().take(LONGEST_SEARCH).collect();
        if self.measure().is_none() {
            self.measure.clear();
        }
        if self.section().is_none() {
            self.section.clear();
        }
        if self.due().is_none() {
            self.due.clear();
        }
    }

    fn measure(&self) -> Option<MeasureId> {
        self.measure.parse().ok().map(MeasureId)
    }

    fn section(&self) -> Option<usize> {
        self.section.parse::<usize>().ok().and_then(|number| number.checked_sub(1))
    }

    fn due(&self) -> Option<NaiveDate> {
        as_of::read(&self.due).ok().filter(|day| day.year() > 0)
    }

    fn wanted(&self) -> Wanted {
        Wanted::from_code(&self.standing).unwrap_or_default()
    }

    /// The address of all of it as a file.
    fn export(&self, format: &str) -> String {
        let parameters = [
            ("standing", self.standing.as_str()),
            ("organisation", &self.organisation),
            ("period", &self.period),
            ("q", &self.q),
            ("measure", &self.measure),
            ("section", &self.section),
            ("due", &self.due),
            ("format", format),
        ];
        with_query("/obligations/export", &parameters)
    }

    /// The address of the same list with another standing and page.
    fn address(&self, wanted: Wanted, page: i64) -> String {
        let standing = if wanted == Wanted::All { "" } else { wanted.code() };
        let page = if page > 1 { page.to_string() } else { String::new() };
        let parameters = [
            ("as_of", self.as_of.as_str()),
            ("standing", standing),
            ("organisation", &self.organisation),
            ("period", &self.period),
            ("q", &self.q),
            ("measure", &self.measure),
            ("section", &self.section),
            ("due", &self.due),
            ("page", &page),
        ];
        with_query("/obligations", &parameters)
    }

    /// What the address narrows the list to.
    fn query(&self) -> String {
        self.address(self.wanted(), 1).split_once('?').map(|(_, query)| query.to_owned()).unwrap_or_default()
    }

    /// The address without one of its filters.
    fn without(&self, drop: impl Fn(&mut Self)) -> String {
        let mut asked = self.clone();
        drop(&mut asked);
        asked.address(asked.wanted(), 1)
    }

    fn span(&self, signed: &SignedIn) -> Option<Span> {
        (!self.period.is_empty())
            .then(|| Span::read(&self.period, signed.today))
            .filter(|span| *span != Span::All)
    }
}

struct Chip {
    address: String,
    glyph: Option<Glyph>,
    label: String,
    count: i64,
    current: bool,
    /// Whether it is of what is open.
    open: bool,
}

#[derive(Template)]
#[template(path = "measures.html")]
struct ListPage {
    page: Page,
    note: Option<Note>,
    chips: Vec<Chip>,
    /// Filters that can be taken away: their words and the address without them.
    narrowed: Vec<(String, String)>,
    asked: Asked,
    back: String,
    rows: Vec<Row>,
    total: i64,
    /// How several of the rows are decided at once; none where nothing can be decided.
    together: Option<Together>,
    /// Whether the person has business on the page of control.
    controls: bool,
    previous: Option<String>,
    next: Option<String>,
    views: Views,
}

/// `GET /obligations`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(mut asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    if let Some(day) = as_of::asked(&panel, &asked.as_of, signed.today).await? {
        return past::show(&panel, &signed, asked, day).await;
    }
    asked.as_of.clear();
    asked.tidy();
    let (filter, wanted, today) = (filter(&signed, &asked), asked.wanted(), signed.today);
    let chosen = wanted == Wanted::Review && asked.choose == rows::ALL;
    let (wished, size) =
        if chosen { (1, rows::most_chosen()) } else { (asked.page.parse().unwrap_or(1), ROWS) };
    let sought = Sought::of(&signed, &asked);
    let person = signed.who.person;
    let (read, section) = panel
        .store
        .read(|conn| {
            Box::pin(async move {
                let (filter, section) = sought.narrow(conn, filter).await?;
                let counts = obligation_lists::counts(conn, &filter, today).await?;
                // Beyond the end stands the last page.
                let number = wished.clamp(1, ((counts.of(wanted) + size - 1) / size).max(1));
                let rows = obligation_lists::list(conn, &filter, wanted, today, size, (number - 1) * size);
                let rows = rows.await?;
                let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
                let (own, judged) = match wanted {
                    Wanted::Review => {
                        let own = obligations::reported_by(conn, person, &ids).await?;
                        (own, dossier::judged(conn, &ids).await?)
                    }
                    _ => (Vec::new(), Vec::new()),
                };
                let policy = control::policy(conn).await?;
                Ok::<_, StoreError>((Read { counts, number, rows, own, judged, policy }, section))
            })
        })
        .await?;
    let (number, total) = (read.number, read.counts.of(wanted));
    let rows = read.rows(&signed);
    let together = Together::of(&asked, &rows, total).filter(|_| wanted == Wanted::Review);
    render(&ListPage {
        page: signed.page(&panel, Nav::Obligations),
        note: together::note(&panel, &signed, &asked.decided).await?,
        chips: chips(signed.texts(), &asked, &read.counts),
        narrowed: narrowed(&signed, &asked, rows.first().map(|row| row.text.words()), section.as_ref()),
        back: asked.address(wanted, number),
        rows,
        total,
        together,
        controls: signed.who.is(Role::Controller) || signed.who.is(Role::Administrator),
        // Where the first ones are chosen, no page of another size follows.
        previous: (number > 1 && !chosen).then(|| asked.address(wanted, number - 1)),
        next: (number * size < total && !chosen).then(|| asked.address(wanted, number + 1)),
        views: Views::load(&panel, &signed, Path::Obligations, &asked.query()).await?,
        asked,
    })
}

fn chips(t: Texts, asked: &Asked, counts: &StandingCounts) -> Vec<Chip> {
    let chip = |wanted: Wanted| {
        let (glyph, label) = match wanted {
            Wanted::All => (None, t.panel_all()),
            Wanted::Overdue => (Some(Glyph::Overdue), t.standing_overdue()),
            Wanted::DueSoon => (Some(Glyph::DueSoon), t.standing_due_soon()),
            Wanted::Working => (Some(Glyph::Working), t.standing_working()),
            Wanted::NotStarted => (Some(Glyph::Nothing), t.standing_not_started()),
            Wanted::Review => (Some(Glyph::Review), t.standing_review()),
            Wanted::Done => (Some(Glyph::Done), t.standing_done()),
            Wanted::Cancelled => (Some(Glyph::Cancelled), t.standing_cancelled()),
            Wanted::Expected => (None, t.list_expected()),
            Wanted::HandedIn => (None, t.list_handed_in()),
            Wanted::FellDue => (None, t.list_fell_due()),
            Wanted::OnTime => (None, t.list_on_time()),
            Wanted::Late => (None, t.list_late()),
        };
        let current = asked.wanted() == wanted;
        Chip {
            address: asked.address(wanted, 1),
            glyph,
            label,
            count: counts.of(wanted),
            current,
            open: wanted.is_open(),
        }
    };
    // Whoever came from a figure of the rate sees its parts; they overlap with the standings.
    let offered: &[Wanted] = if Wanted::FIGURES.contains(&asked.wanted()) {
        &[
            Wanted::All,
            Wanted::Expected,
            Wanted::HandedIn,
            Wanted::FellDue,
            Wanted::OnTime,
            Wanted::Late,
            Wanted::Overdue,
        ]
    } else {
        &Wanted::STANDINGS
    };
    let chips = offered.iter().map(|wanted| chip(*wanted));
    chips.filter(|chip| chip.current || chip.count > 0 || chip.glyph.is_none()).collect()
}
