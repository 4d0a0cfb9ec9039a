//! One point: its link and code, what can be printed, what was done to it, and for administrators what can be done.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::response::Html;
use domain::ids::PointId;
use domain::links::Payload;
use locales::{Texts, dates};
use serde::Deserialize;
use store::events::{self, Recorded};
use store::points::{self, KeptPoint, PointState};

use super::print::{Asked, Choices};
use super::{NamesForm, administers, prints, service_name, state_pill};
use crate::Shared;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::links;
use crate::markup::Markup;
use crate::session::SignedIn;
use crate::svg::qr;

/// Events that the page shows.
const EVENTS: i64 = 50;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Said {
    #[serde(default)]
    pub(super) said: String,
}

/// Something that was done to the point.
struct Act {
    what: String,
    who: String,
    when: String,
    reason: Option<String>,
}

#[derive(Template)]
#[template(path = "point.html")]
pub(super) struct PointPage {
    page: Page,
    id: i64,
    service: String,
    organisation: String,
    /// The name of the place, where it has one of its own.
    place: Option<String>,
    state: Markup,
    in_use: bool,
    revoked: Option<String>,
    closed: bool,
    code: String,
    /// Whether marks here need a visit code, in words.
    codes: String,
    link: Option<String>,
    qr: Option<Markup>,
    /// What can be printed, for who prints here.
    choices: Option<Choices>,
    administers: bool,
    names: NamesForm,
    error: Option<String>,
    said: Option<String>,
    acts: Vec<Act>,
}

/// `GET /points/{id}`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Query(Said { said }): Query<Said>,
) -> Result<Html<String>, PageError> {
    let point = visible(&panel, &signed, PointId(id)).await?;
    let t = signed.texts();
    let said = match said.as_str() {
        "added" => Some(t.point_said_added()),
        "renamed" => Some(t.point_said_renamed()),
        "revoked" => Some(t.point_said_revoked()),
        "replaced" => Some(t.point_said_replaced()),
        "closed" => Some(t.point_said_closed()),
        "reopened" => Some(t.point_said_reopened()),
        _ => None,
    };
    render(&PointPage { said, ..page(&panel, &signed, &point).await? })
}

/// The point, when there is one that the person may see.
pub(super) async fn visible(panel: &Shared, signed: &SignedIn, id: PointId) -> Result<KeptPoint, PageError> {
    let point = panel.store.read(move |conn| Box::pin(points::one(conn, id))).await?;
    let point = point.ok_or(PageError::NotFound)?;
    signed.see.check(point.organisation).map_err(|_| PageError::NotFound)?;
    Ok(point)
}

/// The page as it stands, or with what was typed and what is wrong with it.
pub(super) async fn with_error(
    panel: &Shared,
    signed: &SignedIn,
    point: &KeptPoint,
    names: NamesForm,
    error: String,
) -> Result<Html<String>, PageError> {
    render(&PointPage { names, error: Some(error), ..page(panel, signed, point).await? })
}

async fn page(panel: &Shared, signed: &SignedIn, point: &KeptPoint) -> Result<PointPage, PageError> {
    let (t, language, id) = (signed.texts(), signed.language(), point.id.0);
    let in_use = point.state == PointState::InUse;
    let base = links::base(panel).await?.filter(|_| in_use);
    let link = base.map(|base| base.link(&Payload::Rate(point.code.clone())));
    let acts = panel
        .store
        .read(move |conn| Box::pin(async move { events::of(conn, "point", id, EVENTS).await }))
        .await?;
    let can_print = link.is_some() && prints(signed, point.organisation);
    Ok(PointPage {
        page: signed.page(panel, Nav::Points),
        id,
        service: service_name(signed, point),
        organisation: signed.organisation_name(point.organisation),
        place: signed.place_name(point.service, Some(&point.names)),
        state: state_pill(t, point.state),
        in_use,
        revoked: match point.state {
            PointState::LinkRevoked(at) => Some(dates::moment(language, at)),
            PointState::InUse | PointState::Closed => None,
        },
        closed: point.state == PointState::Closed,
        code: point.code.clone(),
        codes: if point.asks_for_code { t.visit_on() } else { t.visit_off() },
        qr: link.as_deref().and_then(|link| qr(link, &t.point_qr())),
        link,
        choices: can_print.then(|| Choices::of(t, &Asked::default())),
        administers: administers(signed, point.organisation),
        names: NamesForm::of(&point.names),
        error: None,
        said: None,
        acts: acts.iter().filter_map(|one| act(t, one)).collect(),
    })
}

fn act(t: Texts, event: &Recorded) -> Option<Act> {
    let field = |json: &Option<String>, name: &str| {
        let value = serde_json::from_str::<serde_json::Value>(json.as_deref()?).ok()?;
        value.get(name).cloned()
    };
    let code = |json: &Option<String>| Some(field(json, "code")?.as_str()?.to_owned());
    let number = |json: &Option<String>| field(json, "number")?.as_u64();
    let before = code(&event.before).unwrap_or_default();
    let what = match event.action.as_str() {
        "added" => t.point_was_added(),
        "renamed" => t.point_was_renamed(),
        "closed" => t.point_was_closed(),
        "reopened" => t.point_was_reopened(),
        "link_revoked" => t.point_link_was_revoked(before),
        "link_replaced" => t.point_link_was_replaced(code(&event.after).unwrap_or_default(), before),
        "codes_asked" => t.visit_was_asked(),
        "codes_not_asked" => t.visit_was_not_asked(),
        "codes_made" => t.visit_were_made(number(&event.after)?),
        "codes_shown" => t.visit_were_shown(),
        "codes_revoked" => t.visit_were_revoked(),
        _ => return None,
    };
    Some(Act {
        what,
        who: event.actor.clone().unwrap_or_else(|| t.history_system()),
        when: dates::moment(t.language(), event.at),
        reason: event.reason.clone(),
    })
}
