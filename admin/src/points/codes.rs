//! The visit codes of a point: whether they are asked for, how they are printed and shown, and what became of them.
//!
//! A code is told once, by the file or the screen that it is made for: nothing that the panel keeps leads back to it.

mod acts;
mod making;

use askama::Template;
use axum::Router;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use axum::routing::{get, post};
use domain::ids::PointId;
use domain::people::MayHandOut;
use domain::refusal::Refusal;
use domain::visits::{LARGEST_BATCH, LONGEST_DAYS, ON_SCREEN, USUAL_DAYS};
use locales::{dates, numbers};
use serde::Deserialize;
use store::points::{KeptPoint, PointState};
use store::visits::{self, Batch, PointCodes};

use super::one::{Said, visible};
use super::print::{Asked, Choices};
use super::{administers, service_name};
use crate::Shared;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::links;
use crate::session::SignedIn;

/// Batches that the page shows.
const BATCHES: i64 = 30;
/// How many codes the form offers at first: six pages.
const USUAL_NUMBER: u32 = 96;

/// The addresses of visit codes.
pub(super) fn routes() -> Router<Shared> {
    Router::new()
        .route("/points/{id}/codes", get(show).post(acts::ask))
        .route("/points/{id}/codes/sheet", post(making::sheet))
        .route("/points/{id}/codes/screen", get(making::screen).post(making::show_one))
        .route("/points/{id}/codes/revoke", post(acts::revoke))
}

/// How many codes and for how many days, as it was typed.
#[derive(Clone, Debug, Deserialize)]
struct SheetForm {
    #[serde(default)]
    number: String,
    #[serde(default)]
    days: String,
    #[serde(flatten)]
    asked: Asked,
}

impl Default for SheetForm {
    fn default() -> Self {
        Self { number: USUAL_NUMBER.to_string(), days: USUAL_DAYS.to_string(), asked: Asked::default() }
    }
}

/// A batch in words.
struct Line {
    id: i64,
    what: String,
    made: String,
    revoked: Option<String>,
    /// Whether its codes can still be taken back.
    alive: bool,
}

#[derive(Template)]
#[template(path = "point_codes.html")]
struct CodesPage {
    page: Page,
    id: i64,
    service: String,
    organisation: String,
    asks: bool,
    /// Why no codes can be made now.
    hindrance: Option<String>,
    administers: bool,
    /// Whether the person hands codes out here.
    hands_out: bool,
    counts: Vec<(String, String)>,
    batches: Vec<Line>,
    form: SheetForm,
    choices: Choices,
    error: Option<String>,
    said: Option<String>,
    most: u32,
    longest: u32,
    minutes: i64,
}

/// `GET /points/{id}/codes`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Query(said): Query<Said>,
) -> Result<Html<String>, PageError> {
    let point = visible(&panel, &signed, PointId(id)).await?;
    let t = signed.texts();
    let said = match said.said.as_str() {
        "on" => Some(t.visit_said_on()),
        "off" => Some(t.visit_said_off()),
        "revoked" => Some(t.visit_said_revoked()),
        _ => None,
    };
    render(&CodesPage { said, ..page(&panel, &signed, &point, SheetForm::default()).await? })
}

async fn page(
    panel: &Shared,
    signed: &SignedIn,
    point: &KeptPoint,
    form: SheetForm,
) -> Result<CodesPage, PageError> {
    let (id, now) = (point.id, signed.now);
    let (counts, batches) = panel
        .store
        .read(move |conn| {
            Box::pin(async move {
                let counts = visits::of_point(conn, id, now).await?;
                Ok::<_, store::StoreError>((counts, visits::batches(conn, id, BATCHES).await?))
            })
        })
        .await?;
    Ok(CodesPage {
        page: signed.page(panel, Nav::Points),
        id: id.0,
        service: service_name(signed, point),
        organisation: signed.organisation_name(point.organisation),
        asks: point.asks_for_code,
        hindrance: match (links::base(panel).await?, point.state) {
            (None, _) => Some(signed.texts().point_no_bot()),
            (Some(_), PointState::InUse) => None,
            (Some(_), _) => Some(signed.texts().print_not_in_use()),
        },
        administers: administers(signed, point.organisation),
        hands_out: right(signed, point).is_ok(),
        counts: told(signed, counts),
        batches: batches.into_iter().map(|batch| line(signed, batch)).collect(),
        choices: Choices::of(signed.texts(), &form.asked),
        form,
        error: None,
        said: None,
        most: LARGEST_BATCH,
        longest: LONGEST_DAYS,
        minutes: ON_SCREEN.num_minutes(),
    })
}

/// The right to hand codes out at this point.
fn right(signed: &SignedIn, point: &KeptPoint) -> Result<MayHandOut, Refusal> {
    signed.who.may_hand_out(point.organisation, &signed.catalogue.tree)
}

fn told(signed: &SignedIn, counts: PointCodes) -> Vec<(String, String)> {
    let t = signed.texts();
    let rows = [
        (t.visit_made(), counts.made),
        (t.visit_used(), counts.used),
        (t.visit_valid(), counts.valid),
        (t.visit_expired(), counts.expired()),
        (t.visit_revoked(), counts.revoked),
        (t.visit_wrong(), counts.wrong),
    ];
    let number = |number: u64| numbers::integer(t.language(), i64::try_from(number).unwrap_or(i64::MAX));
    rows.into_iter().map(|(name, of)| (name, number(of))).collect()
}

fn line(signed: &SignedIn, batch: Batch) -> Line {
    let (t, language) = (signed.texts(), signed.language());
    let by = batch.by.unwrap_or_else(|| t.history_system());
    Line {
        id: batch.id,
        what: t.visit_batch(batch.number, dates::date_short(language, batch.valid_on)),
        made: format!("{by} · {}", dates::moment(language, batch.at)),
        revoked: batch.revoked_at.map(|at| t.visit_batch_revoked(dates::moment(language, at))),
        alive: batch.revoked_at.is_none() && batch.valid_on >= signed.today,
    }
}
