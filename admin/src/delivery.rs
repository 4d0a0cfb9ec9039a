//! The messages of the bot: what waits, what arrived, what did not and why, and what to do about it. For administrators.

mod search;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, Redirect};
use axum::routing::{get, post};
use chrono::NaiveTime;
use domain::clock::in_tashkent;
use domain::delivery::Cause;
use domain::ids::{OutboxId, PersonId};
use domain::people::Scope;
use domain::refusal::Refusal;
use locales::{Texts, dates, words};
use serde::Deserialize;
use store::deliveries::{self, Counts, Decision, Delivery, Shelf, Which};
use store::intake::{self, Parked};
use store::{StoreError, people};

use self::search::Found;
use crate::Shared;
use crate::address::with_query;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::Markup;
use crate::pill::pill;
use crate::session::SignedIn;
use crate::svg::Glyph;

/// Messages of a page.
const PAGE: i64 = 25;
/// Nobody leafs farther: an older message is found through its person.
const PAGES: i64 = 40;
/// Parked updates that are shown.
const PARKED: i64 = 20;

/// The addresses of deliveries.
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/delivery", get(show))
        .route("/delivery/decide", post(decide))
        .route("/delivery/parked", post(settle))
}

#[derive(Debug, Default, Deserialize)]
struct Asked {
    #[serde(default)]
    shelf: String,
    #[serde(default)]
    cause: String,
    #[serde(default)]
    person: String,
    /// A part of a name.
    #[serde(default)]
    q: String,
    #[serde(default)]
    page: String,
    #[serde(default)]
    said: String,
    #[serde(default)]
    n: String,
}

impl Asked {
    fn shelf(&self) -> Shelf {
        match self.shelf.as_str() {
            "waiting" => Shelf::Waiting,
            "sent" => Shelf::Sent,
            "dropped" => Shelf::Dropped,
            _ => Shelf::Troubled,
        }
    }

    fn number(&self) -> i64 {
        self.page.parse().unwrap_or(1_i64).clamp(1, PAGES)
    }

    fn address(&self, page: i64) -> String {
        let page = if page > 1 { page.to_string() } else { String::new() };
        let parameters =
            [("shelf", &self.shelf), ("cause", &self.cause), ("person", &self.person), ("page", &page)];
        with_query("/delivery", &parameters.map(|(name, value)| (name, value.as_str())))
    }
}

/// A message as the page shows it.
struct Line {
    id: i64,
    purpose: String,
    to: String,
    /// The messages to the same person.
    of_person: Option<String>,
    /// The person on the page of people, when they cannot be written to.
    person_page: Option<String>,
    organisation: Option<String>,
    state: Markup,
    when: String,
    attempts: Option<String>,
    cause: Option<String>,
    words: Option<String>,
    faulty: Option<String>,
    went_plain: bool,
    retries: bool,
    settles: bool,
}

/// A choice above the list: address, words, count, whether it is the one that is shown.
type Chip = (String, String, i64, bool);

/// Those troubles that are shown, to be settled together.
struct Kind {
    code: &'static str,
    words: String,
    retries: bool,
}

struct ParkedLine {
    number: String,
    update_id: i64,
    when: String,
    error: String,
    asked: bool,
}

#[derive(Template)]
#[template(path = "delivery.html")]
struct DeliveryPage {
    page: Page,
    said: Option<String>,
    shelves: Vec<Chip>,
    causes: Vec<Chip>,
    kind: Option<Kind>,
    person: Option<String>,
    found: Found,
    empty: String,
    lines: Vec<Line>,
    parked: Vec<ParkedLine>,
    previous: Option<String>,
    next: Option<String>,
}

struct Read {
    counts: Counts,
    causes: Vec<(Option<Cause>, i64)>,
    lines: Vec<Delivery>,
    parked: Vec<Parked>,
    person: Option<String>,
    found: Found,
}

/// `GET /delivery`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    administers_all(&signed)?;
    let t = signed.texts();
    let read = read(&panel, &signed, &asked).await?;
    let number = asked.number();
    let more = i64::try_from(read.lines.len()).unwrap_or_default() > PAGE;
    let shown = read.lines.iter().take(usize::try_from(PAGE).unwrap_or_default());
    let cause = Cause::from_code(&asked.cause).filter(|_| asked.shelf() == Shelf::Troubled);
    render(&DeliveryPage {
        page: signed.page(&panel, Nav::Delivery),
        said: said(t, &asked),
        shelves: shelves(t, &asked, &read.counts),
        causes: causes(t, &asked, &read),
        kind: cause.map(|cause| Kind {
            code: cause.code(),
            words: words::delivery_cause(t, Some(cause)),
            retries: cause != Cause::Markup,
        }),
        empty: empty(t, &asked),
        lines: shown.map(|one| line(&signed, one)).collect(),
        parked: read.parked.iter().map(|one| parked(t, one)).collect(),
        person: read.person,
        found: read.found,
        previous: (number > 1).then(|| asked.address(number - 1)),
        next: (more && number < PAGES).then(|| asked.address(number + 1)),
    })
}

/// Messages are of the whole city, so the right to look at them must be too.
fn administers_all(signed: &SignedIn) -> Result<(), PageError> {
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    if *right.scope() == Scope::All { Ok(()) } else { Err(Refusal::NotYours.into()) }
}

async fn read(panel: &Shared, signed: &SignedIn, asked: &Asked) -> Result<Read, StoreError> {
    let since = in_tashkent(signed.today, NaiveTime::MIN);
    let (shelf, cause) = (asked.shelf(), Cause::from_code(&asked.cause));
    let person = asked.person.parse().ok().map(PersonId);
    let (offset, today) = ((asked.number() - 1) * PAGE, signed.today);
    let typed = asked.q.clone();
    panel
        .store
        .read(move |conn| {
            Box::pin(async move {
                let lines = match person {
                    Some(person) => deliveries::to_person(conn, person, PAGE + 1, offset).await?,
                    None => deliveries::shelf(conn, shelf, cause, PAGE + 1, offset).await?,
                };
                let name = match person {
                    Some(person) => people::who(conn, person, today).await?.map(|who| who.name),
                    None => None,
                };
                Ok(Read {
                    counts: deliveries::counts(conn, since).await?,
                    causes: deliveries::causes(conn).await?,
                    lines,
                    parked: intake::parked(conn, PARKED).await?,
                    person: name,
                    found: search::find(conn, &typed).await?,
                })
            })
        })
        .await
}

fn said(t: Texts, asked: &Asked) -> Option<String> {
    let n = asked.n.parse::<u64>().unwrap_or_default();
    match asked.said.as_str() {
        "retried" | "given_up" if n == 0 => Some(t.delivery_said_nothing()),
        "retried" => Some(t.delivery_said_retried(n)),
        "given_up" => Some(t.delivery_said_given_up(n)),
        "again" => Some(t.delivery_said_again()),
        "settled" => Some(t.delivery_said_settled()),
        _ => None,
    }
}

fn shelves(t: Texts, asked: &Asked, counts: &Counts) -> Vec<Chip> {
    let chips = [
        ("", t.delivery_shelf_troubled(), counts.troubled, Shelf::Troubled),
        ("waiting", t.delivery_shelf_waiting(), counts.waiting, Shelf::Waiting),
        ("sent", t.delivery_shelf_sent(), counts.sent, Shelf::Sent),
        ("dropped", t.delivery_shelf_dropped(), counts.dropped, Shelf::Dropped),
    ];
    let chip = |(code, words, count, shelf)| {
        let current = asked.person.is_empty() && shelf == asked.shelf();
        (with_query("/delivery", &[("shelf", code)]), words, count, current)
    };
    chips.into_iter().map(chip).collect()
}

/// What stands in the way of the troubles, when it is not the same everywhere.
fn causes(t: Texts, asked: &Asked, read: &Read) -> Vec<Chip> {
    if asked.shelf() != Shelf::Troubled || !asked.person.is_empty() {
        return Vec::new();
    }
    let known = read.causes.iter().filter_map(|(cause, count)| Some((((*cause)?), *count)));
    let chip = |(cause, count): (Cause, i64)| {
        let address = with_query("/delivery", &[("cause", cause.code())]);
        (address, words::delivery_cause(t, Some(cause)), count, asked.cause == cause.code())
    };
    known.map(chip).collect()
}

fn empty(t: Texts, asked: &Asked) -> String {
    match asked.shelf() {
        _ if !asked.person.is_empty() => t.delivery_none_person(),
        Shelf::Troubled => t.delivery_none_troubled(),
        Shelf::Waiting => t.delivery_none_waiting(),
        Shelf::Sent => t.delivery_none_sent(),
        Shelf::Dropped => t.delivery_none_dropped(),
    }
}

fn line(signed: &SignedIn, one: &Delivery) -> Line {
    let t = signed.texts();
    let moment = |at| dates::moment(t.language(), at);
    let troubled = matches!(one.state.as_str(), "failed" | "unknown");
    let (glyph, state) = match one.state.as_str() {
        "queued" | "sending" => (Glyph::Working, None),
        "sent" => (Glyph::Done, None),
        "dropped" => (Glyph::Cancelled, None),
        "unknown" => (Glyph::Nothing, None),
        _ if one.went_plain => (Glyph::DueSoon, Some(t.delivery_state_plain())),
        _ => (Glyph::Overdue, None),
    };
    let state = state.unwrap_or_else(|| words::message_state(t, &one.state));
    let unreached = one.cause.is_some_and(Cause::is_unreachable).then_some(one.organisation).flatten();
    Line {
        id: one.id.0,
        purpose: words::purpose(t, &one.purpose),
        to: one.name.clone().unwrap_or_else(|| t.delivery_citizen()),
        of_person: one.person.map(search::of_person),
        person_page: unreached.map(|id| with_query("/people", &[("organisation", &id.to_string())])),
        organisation: one.organisation.map(|id| signed.organisation_name(id)),
        state: pill(glyph, &state),
        when: match (one.state.as_str(), one.finished_at) {
            ("sent", Some(at)) => t.delivery_when_sent(moment(at)),
            (_, Some(at)) => t.delivery_when_over(moment(at)),
            _ => t.delivery_when_waiting(moment(one.not_before)),
        },
        attempts: (one.attempts > 0).then(|| t.delivery_attempts(one.attempts)),
        cause: (troubled || one.cause.is_some()).then(|| words::delivery_cause(t, one.cause)),
        words: one.error.clone(),
        faulty: one.faulty.as_deref().and_then(text_of),
        went_plain: one.went_plain,
        retries: troubled && !one.went_plain,
        settles: troubled,
    }
}

/// The text in the arguments of a message.
fn text_of(body: &str) -> Option<String> {
    let body: serde_json::Value = serde_json::from_str(body).ok()?;
    body.get("text")?.as_str().map(str::to_owned)
}

fn parked(t: Texts, one: &Parked) -> ParkedLine {
    ParkedLine {
        number: t.delivery_parked_number(one.update_id.to_string()),
        update_id: one.update_id,
        when: dates::moment(t.language(), one.parked_at),
        error: one.error.clone(),
        asked: one.again_at.is_some(),
    }
}

/// What is to be done with troubles: of one message, or of all with the same cause.
#[derive(Debug, Deserialize)]
struct Wanted {
    #[serde(default)]
    id: Option<i64>,
    #[serde(default)]
    cause: String,
    decision: String,
}

/// `POST /delivery/decide`.
async fn decide(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(wanted): Posted<Wanted>,
) -> Result<Redirect, PageError> {
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let unreadable = || PageError::Unreadable(StatusCode::BAD_REQUEST);
    let which = match wanted.id {
        Some(id) => Which::One(OutboxId(id)),
        None => Which::All(Cause::from_code(&wanted.cause).ok_or_else(unreadable)?),
    };
    let (decision, said) = match wanted.decision.as_str() {
        "retry" => (Decision::Retry, "retried"),
        "give_up" => (Decision::GiveUp, "given_up"),
        _ => return Err(unreadable()),
    };
    let now = signed.now;
    let settled = panel
        .store
        .write(move |conn| {
            Box::pin(async move { deliveries::decide(conn, &right, which, decision, now).await })
        })
        .await?;
    Ok(Redirect::to(&with_query("/delivery", &[("said", said), ("n", &settled.to_string())])))
}

/// What is to be done with a parked update.
#[derive(Debug, Deserialize)]
struct ParkedWanted {
    update: i64,
    decision: String,
}

/// `POST /delivery/parked`.
async fn settle(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(wanted): Posted<ParkedWanted>,
) -> Result<Redirect, PageError> {
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let (again, said) = match wanted.decision.as_str() {
        "again" => (true, "again"),
        "settle" => (false, "settled"),
        _ => return Err(PageError::Unreadable(StatusCode::BAD_REQUEST)),
    };
    let (update, now) = (wanted.update, signed.now);
    panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                if again {
                    intake::try_again(conn, &right, update, now).await
                } else {
                    intake::settle(conn, &right, update, now).await
                }
            })
        })
        .await?;
    Ok(Redirect::to(&with_query("/delivery", &[("said", said)])))
}
