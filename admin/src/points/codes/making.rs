//! Codes are made: a sheet of slips as a PDF, and one at a time for a screen at the counter.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use chrono::{Days, NaiveDate};
use domain::ids::PointId;
use domain::links::{LinkBase, Payload};
use domain::visits::{LARGEST_BATCH, LONGEST_DAYS, ON_SCREEN, VisitCode};
use locales::{Texts, dates};
use pictures::{Slip, Slips};
use store::points::{KeptPoint, PointState};
use store::{NotDone, visits};

use super::{CodesPage, SheetForm, page, right, visible};
use crate::Shared;
use crate::csrf::{ButtonOnly, Posted};
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::links;
use crate::markup::Markup;
use crate::points::print::sent;
use crate::points::service_name;
use crate::session::SignedIn;
use crate::svg::qr;

/// `POST /points/{id}/codes/sheet`: new codes on slips. They stand in this file and nowhere else.
pub(super) async fn sheet(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<SheetForm>,
) -> Result<Response, PageError> {
    let point = visible(&panel, &signed, PointId(id)).await?;
    let right = right(&signed, &point)?;
    let base = base(&panel, &point).await?;
    let (number, days) = match wanted(signed.texts(), &form) {
        Ok(wanted) => wanted,
        Err(error) => {
            let page = page(&panel, &signed, &point, form).await?;
            let page = render(&CodesPage { error: Some(error), ..page })?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, page).into_response());
        }
    };
    let secret = panel.secret.clone();
    let codes = panel
        .store
        .read(move |conn| Box::pin(async move { visits::fresh(conn, &secret, number).await }))
        .await?;
    let valid_on = signed.today + Days::new(days.into());
    let slips = slips(&signed, &point, &base, &codes, valid_on).ok_or(PageError::NotFound)?;
    let languages = form.asked.languages_or(signed.language());
    let name = format!("codes-{}-{}", point.code, signed.today);
    // Drawn first: codes that nobody gets are not kept.
    let file = sent(&panel, &name, "pdf", move || slips.pdf(&languages)).await?;
    let (secret, now, id) = (panel.secret.clone(), signed.now, point.id);
    panel
        .store
        .write(move |conn| {
            Box::pin(
                async move { visits::keep_sheet(conn, &secret, &right, id, &codes, valid_on, now).await },
            )
        })
        .await?;
    Ok(file)
}

/// How many codes, for how many days; or what is wrong with what was typed.
fn wanted(t: Texts, form: &SheetForm) -> Result<(u32, u32), String> {
    let within =
        |typed: &str, most: u32| typed.trim().parse().ok().filter(|number| (1..=most).contains(number));
    let number = within(&form.number, LARGEST_BATCH).ok_or_else(|| t.visit_number_wrong(LARGEST_BATCH))?;
    let days = within(&form.days, LONGEST_DAYS).ok_or_else(|| t.visit_days_wrong(LONGEST_DAYS))?;
    Ok((number, days))
}

/// The beginning of links, when the bot is known and the point in use.
async fn base(panel: &Shared, point: &KeptPoint) -> Result<LinkBase, PageError> {
    let base = links::base(panel).await?.filter(|_| point.state == PointState::InUse);
    base.ok_or(PageError::Unreadable(StatusCode::CONFLICT))
}

fn link(point: &KeptPoint, base: &LinkBase, code: VisitCode) -> String {
    base.link(&Payload::Visit { point: point.code.clone(), code })
}

fn slips(
    signed: &SignedIn,
    point: &KeptPoint,
    base: &LinkBase,
    codes: &[VisitCode],
    valid_on: NaiveDate,
) -> Option<Slips> {
    let found = signed.catalogue.whereabouts(point.service, &point.names)?;
    let slip = |code: &VisitCode| Slip { code: code.spaced(), link: link(point, base, *code) };
    Some(Slips {
        service: found.service.names.clone(),
        organisation: found.organisation.names.clone(),
        place: found.place.cloned(),
        bot: base.bot().to_owned(),
        valid_on,
        slips: codes.iter().map(slip).collect(),
    })
}

/// A code that the screen shows.
struct Shown {
    code: String,
    qr: Option<Markup>,
    bot: String,
    until: String,
}

#[derive(Template)]
#[template(path = "point_screen.html")]
struct ScreenPage {
    page: Page,
    id: i64,
    service: String,
    shown: Option<Shown>,
    minutes: i64,
}

/// `GET /points/{id}/codes/screen`: still without a code.
pub(super) async fn screen(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
) -> Result<Html<String>, PageError> {
    let point = visible(&panel, &signed, PointId(id)).await?;
    right(&signed, &point)?;
    base(&panel, &point).await?;
    screen_page(&panel, &signed, &point, None)
}

/// `POST /points/{id}/codes/screen`: a new code, large.
pub(super) async fn show_one(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(ButtonOnly {}): Posted<ButtonOnly>,
) -> Result<Html<String>, PageError> {
    let point = visible(&panel, &signed, PointId(id)).await?;
    let right = right(&signed, &point)?;
    let base = base(&panel, &point).await?;
    let (secret, now, id) = (panel.secret.clone(), signed.now, point.id);
    let code = panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                let codes = visits::fresh(conn, &secret, 1).await?;
                for code in &codes {
                    visits::keep_shown(conn, &secret, &right, id, *code, now).await?;
                }
                Ok::<_, NotDone>(codes.first().copied())
            })
        })
        .await?;
    let t = signed.texts();
    let shown = code.map(|code| Shown {
        code: code.spaced(),
        qr: qr(&link(&point, &base, code), &t.visit_qr()),
        bot: base.bot().to_owned(),
        until: t.visit_until(dates::time(now + ON_SCREEN)),
    });
    screen_page(&panel, &signed, &point, shown)
}

fn screen_page(
    panel: &Shared,
    signed: &SignedIn,
    point: &KeptPoint,
    shown: Option<Shown>,
) -> Result<Html<String>, PageError> {
    render(&ScreenPage {
        page: signed.page(panel, Nav::Points),
        id: point.id.0,
        service: service_name(signed, point),
        shown,
        minutes: ON_SCREEN.num_minutes(),
    })
}
