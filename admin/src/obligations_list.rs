//! Lists of obligations with filters in the address: every number of a board leads to the rows behind it.

mod export;
mod narrowing;
mod past;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;
use chrono::{Datelike, NaiveDate};
use domain::ids::{MeasureId, ObligationId};
use domain::obligation::State as LifeState;
use domain::people::Role;
use locales::{Texts, dates, words};
use serde::Deserialize;
use store::obligation_lists::{self, StandingCounts, Wanted};
use store::obligations::{self, ObligationView};
use store::{StoreError, control};

use crate::Shared;
use crate::address::with_query;
use crate::as_of;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::Markup;
use crate::period::Span;
use crate::pill;
use crate::saved_views::{Path, Views};
use crate::session::SignedIn;
use crate::svg::Glyph;
use narrowing::{Sought, filter, narrowed};

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
    #[serde(default)]
    said: String,
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
}

struct Row {
    id: i64,
    glyph: Glyph,
    text: String,
    organisation: String,
    period: String,
    due: String,
    left: Option<String>,
    late: bool,
    state: Markup,
    answer: Option<String>,
    /// Whom it waits for, and for how long, while it is under review.
    turn: Option<String>,
    /// The version that an acceptance names, for who may decide.
    decide: Option<i64>,
}

#[derive(Template)]
#[template(path = "measures.html")]
struct ListPage {
    page: Page,
    said: Option<String>,
    chips: Vec<Chip>,
    /// Filters that can be taken away: their words and the address without them.
    narrowed: Vec<(String, String)>,
    asked: Asked,
    back: String,
    rows: Vec<Row>,
    total: i64,
    /// Whether several of the rows can be decided at once.
    together: bool,
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
    let wished: i64 = asked.page.parse().unwrap_or(1);
    let sought = Sought::of(&signed, &asked);
    let person = signed.who.person;
    let (counts, number, rows, own, policy, section) = panel
        .store
        .read(|conn| {
            Box::pin(async move {
                let (filter, section) = sought.narrow(conn, filter).await?;
                let counts = obligation_lists::counts(conn, &filter, today).await?;
                // Beyond the end stands the last page.
                let number = wished.clamp(1, ((counts.of(wanted) + ROWS - 1) / ROWS).max(1));
                let offset = (number - 1) * ROWS;
                let rows = obligation_lists::list(conn, &filter, wanted, today, ROWS, offset).await?;
                let ids: Vec<_> = rows.iter().map(|row| row.id).collect();
                let own = match wanted {
                    Wanted::Review => obligations::reported_by(conn, person, &ids).await?,
                    _ => Vec::new(),
                };
                Ok::<_, StoreError>((counts, number, rows, own, control::policy(conn).await?, section))
            })
        })
        .await?;
    let total = counts.of(wanted);
    let mut rows: Vec<_> = rows.iter().map(|view| row(&signed, view, policy.patience())).collect();
    for row in &mut rows {
        // Somebody else decides about what he has reported himself.
        row.decide = row.decide.filter(|_| !own.contains(&ObligationId(row.id)));
    }
    let together = wanted == Wanted::Review && rows.iter().any(|row| row.decide.is_some());
    render(&ListPage {
        page: signed.page(&panel, Nav::Obligations),
        said: said(signed.texts(), &asked.said),
        chips: chips(signed.texts(), &asked, &counts),
        narrowed: narrowed(&signed, &asked, rows.first().map(|row| row.text.as_str()), section.as_deref()),
        back: asked.address(wanted, number),
        rows,
        total,
        together,
        controls: signed.who.is(Role::Controller) || signed.who.is(Role::Administrator),
        previous: (number > 1).then(|| asked.address(wanted, number - 1)),
        next: (number * ROWS < total).then(|| asked.address(wanted, number + 1)),
        views: Views::load(&panel, &signed, Path::Obligations, &asked.query()).await?,
        asked,
    })
}

fn said(t: Texts, code: &str) -> Option<String> {
    match code {
        "accepted" => Some(t.obligation_said_accepted()),
        "returned" => Some(t.obligation_said_returned()),
        _ => None,
    }
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
        Chip { address: asked.address(wanted, 1), glyph, label, count: counts.of(wanted), current }
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

fn row(signed: &SignedIn, view: &ObligationView, patience: u32) -> Row {
    let (t, language) = (signed.texts(), signed.language());
    let standing = view.standing(signed.today);
    let open = matches!(view.state, LifeState::Open | LifeState::Returned);
    let decides = view.state == LifeState::Reported
        && signed.who.may_decide(view.organisation, &signed.catalogue.tree).is_ok();
    let answered = view.last_answer.zip(view.last_answer_at);
    Row {
        id: view.id.0,
        glyph: standing.into(),
        text: view.text.clone(),
        organisation: signed.organisation_name(view.organisation),
        period: words::period(t, view.period),
        due: dates::date_short(language, view.due),
        left: open.then(|| dates::time_left(language, view.due, signed.today)),
        late: open && view.due < signed.today,
        state: pill::standing(t, standing),
        answer: answered.map(|(kind, at)| {
            t.list_answered(dates::ago(language, at, signed.now), words::answer_kind(t, kind))
        }),
        turn: (view.state == LifeState::Reported || view.asked_more_at.is_some())
            .then(|| view.ball(signed.today, patience, &signed.catalogue))
            .flatten()
            .map(|ball| words::whose_turn(t, &ball)),
        decide: decides.then_some(view.state_version),
    }
}
