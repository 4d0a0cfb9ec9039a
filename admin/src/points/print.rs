//! What is printed for points: one file for one point, and all of an organisation at once.
//!
//! Drawing takes much of a core and some memory, so only a few are drawn at a time, and no file holds more than fifty points.

use std::sync::Arc;
use std::time::Duration;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::{StatusCode, header};
use axum::response::{Html, IntoResponse, Response};
use domain::ids::{OrganisationId, PointId};
use domain::language::Language;
use domain::links::{LinkBase, Payload};
use domain::people::Scope;
use locales::{Texts, words};
use pictures::{DrawError, Poster, PosterForm, Print};
use serde::Deserialize;
use store::points::{self, KeptPoint, PointState};
use tokio::sync::{OwnedSemaphorePermit, Semaphore};

use super::{one, prints};
use crate::Shared;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::links;
use crate::session::SignedIn;

/// Files drawn at once. A picture of A4 takes some 40 MB while it is drawn, fifty pages as much or less.
const AT_ONCE: usize = 2;
/// Whoever cannot be served within this is asked to come again.
const PATIENCE: Duration = Duration::from_secs(20);
/// Points in one file.
const IN_ONE_FILE: usize = 50;
/// Points of an organisation that are read.
const MOST: i64 = 10_000;

/// Lets a few draw at once.
pub(crate) struct Printers(Arc<Semaphore>);

impl Default for Printers {
    fn default() -> Self {
        Self(Arc::new(Semaphore::new(AT_ONCE)))
    }
}

impl Printers {
    /// Draws where nobody waits for it.
    pub(crate) async fn draw<E: Into<anyhow::Error> + Send + 'static>(
        &self,
        draw: impl FnOnce() -> Result<Vec<u8>, E> + Send + 'static,
    ) -> Result<Vec<u8>, PageError> {
        let turn = tokio::time::timeout(PATIENCE, Arc::clone(&self.0).acquire_owned()).await;
        let turn = turn.map_err(|_| PageError::Busy)?.map_err(anyhow::Error::from)?;
        drawn(turn, draw).await
    }

    /// The same for what is prepared while nobody waits for it: its turn comes, however long that takes.
    pub(crate) async fn draw_in_turn<E: Into<anyhow::Error> + Send + 'static>(
        &self,
        draw: impl FnOnce() -> Result<Vec<u8>, E> + Send + 'static,
    ) -> Result<Vec<u8>, PageError> {
        let turn = Arc::clone(&self.0).acquire_owned().await.map_err(anyhow::Error::from)?;
        drawn(turn, draw).await
    }
}

async fn drawn<E: Into<anyhow::Error> + Send + 'static>(
    turn: OwnedSemaphorePermit,
    draw: impl FnOnce() -> Result<Vec<u8>, E> + Send + 'static,
) -> Result<Vec<u8>, PageError> {
    let drawn = tokio::task::spawn_blocking(move || {
        let drawn = draw();
        drop(turn);
        drawn
    });
    let drawn = drawn.await.map_err(|cause| anyhow::Error::new(cause).context("a file was not drawn"))?;
    Ok(drawn.map_err(|cause| cause.into().context("a file was not drawn"))?)
}

/// What is asked for.
#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    form: String,
    #[serde(default)]
    file: String,
    #[serde(default)]
    organisation: String,
    /// Which fifty, the first being 0.
    #[serde(default)]
    part: usize,
    #[serde(default, rename = "uz-Latn")]
    uz_latn: String,
    #[serde(default, rename = "uz-Cyrl")]
    uz_cyrl: String,
    #[serde(default)]
    ru: String,
    #[serde(default)]
    en: String,
}

impl Asked {
    fn languages(&self) -> Vec<Language> {
        let ticks = [&self.uz_latn, &self.uz_cyrl, &self.ru, &self.en];
        let wanted = Language::ALL.into_iter().zip(ticks).filter(|(_, tick)| !tick.is_empty());
        wanted.map(|(language, _)| language).collect()
    }

    /// The languages that are ticked; that of the page when none is.
    pub(super) fn languages_or(&self, language: Language) -> Vec<Language> {
        let mut languages = self.languages();
        if languages.is_empty() {
            languages.push(language);
        }
        languages
    }

    /// What to print, in these languages.
    fn print(&self, language: Language) -> Option<Print> {
        Print::new(PosterForm::from_code(&self.form)?, self.languages_or(language))
    }
}

/// What a form of printing offers: codes, words, and whether they are chosen.
pub(super) struct Choices {
    pub(super) forms: Vec<(&'static str, String, String, bool)>,
    pub(super) languages: Vec<(&'static str, String, bool)>,
}

impl Choices {
    /// As it was asked for; at first the poster in both scripts of Uzbek and in Russian.
    pub(super) fn of(t: Texts, asked: &Asked) -> Self {
        let form = PosterForm::from_code(&asked.form).unwrap_or(PosterForm::Poster);
        let mut languages = asked.languages();
        if languages.is_empty() {
            languages = vec![Language::UzLatn, Language::UzCyrl, Language::Ru];
        }
        let forms = PosterForm::ALL.map(|one| {
            let (name, use_) = match one {
                PosterForm::Poster => (t.print_poster(), t.print_poster_use()),
                PosterForm::Card => (t.print_card(), t.print_card_use()),
                PosterForm::Stickers => (t.print_stickers(), t.print_stickers_use()),
            };
            (one.code(), name, use_, one == form)
        });
        let languages =
            Language::ALL.map(|one| (one.tag(), words::language_name(one), languages.contains(&one)));
        Self { forms: forms.into(), languages: languages.into() }
    }
}

/// `GET /points/{id}/print`: one file for one point.
pub(super) async fn point(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let point = one::visible(&panel, &signed, PointId(id)).await?;
    may_print(&signed, point.organisation)?;
    let unreadable = || PageError::Unreadable(StatusCode::BAD_REQUEST);
    let wanted = asked.print(signed.language()).ok_or_else(unreadable)?;
    let base = links::base(&panel).await?.filter(|_| point.state == PointState::InUse);
    let base = base.ok_or(PageError::Unreadable(StatusCode::CONFLICT))?;
    let poster = poster(&signed, &point, &base).ok_or(PageError::NotFound)?;
    let name = format!("{}-{}", wanted.form().code(), point.code);
    match asked.file.as_str() {
        "pdf" => sent(&panel, &name, "pdf", move || wanted.pdf(&[poster])).await,
        "svg" => sent(&panel, &name, "svg", move || wanted.svg(&poster)).await,
        "png" => sent(&panel, &name, "png", move || wanted.png(&poster)).await,
        "preview" => sent(&panel, &name, "png", move || wanted.preview(&poster)).await,
        _ => Err(unreadable()),
    }
}

/// `GET /points/print/all`: the points of an organisation, fifty at a time.
pub(super) async fn all(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Response, PageError> {
    let unreadable = || PageError::Unreadable(StatusCode::BAD_REQUEST);
    let organisation = organisation(&signed, &asked)?;
    let print = asked.print(signed.language()).ok_or_else(unreadable)?;
    let base = links::base(&panel).await?.ok_or(PageError::Unreadable(StatusCode::CONFLICT))?;
    let points = in_use(&panel, organisation).await?;
    let points = points.chunks(IN_ONE_FILE).nth(asked.part).ok_or(PageError::NotFound)?;
    let drawn = points.iter().filter_map(|point| {
        let name = format!("{}-{}", signed.catalogue.services.get(&point.service)?.key, point.code);
        Some((plain(&name), poster(&signed, point, &base)?))
    });
    let posters: Vec<_> = drawn.collect();
    let key = signed.catalogue.organisations.get(&organisation).map(|found| found.key.clone());
    let part = if asked.part > 0 { format!("-{}", asked.part + 1) } else { String::new() };
    let name = format!("{}-{}{part}", print.form().code(), key.unwrap_or_default());
    match asked.file.as_str() {
        "pdf" => {
            let posters: Vec<_> = posters.into_iter().map(|(_, poster)| poster).collect();
            sent(&panel, &name, "pdf", move || print.pdf(&posters)).await
        }
        "zip" => sent(&panel, &name, "zip", move || print.zip(&posters)).await,
        _ => Err(unreadable()),
    }
}

#[derive(Template)]
#[template(path = "points_print.html")]
struct ChoicePage {
    page: Page,
    organisation: i64,
    name: String,
    count: usize,
    /// The fifties, when there is more than one: their number and what they hold.
    parts: Vec<(usize, String)>,
    bot_is_known: bool,
    choices: Choices,
}

/// `GET /points/print`: what to print for an organisation.
pub(super) async fn choose(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let organisation = organisation(&signed, &asked)?;
    let count = in_use(&panel, organisation).await?.len();
    let parts = (0..count.div_ceil(IN_ONE_FILE)).map(|part| {
        let last = ((part + 1) * IN_ONE_FILE).min(count);
        (part, format!("{}–{last}", part * IN_ONE_FILE + 1))
    });
    render(&ChoicePage {
        page: signed.page(&panel, Nav::Points),
        organisation: organisation.0,
        name: signed.organisation_name(organisation),
        count,
        parts: parts.filter(|_| count > IN_ONE_FILE).collect(),
        bot_is_known: links::base(&panel).await?.is_some(),
        choices: Choices::of(signed.texts(), &asked),
    })
}

/// The organisation of the address, when the person prints for it.
fn organisation(signed: &SignedIn, asked: &Asked) -> Result<OrganisationId, PageError> {
    let organisation = OrganisationId(asked.organisation.parse().map_err(|_| PageError::NotFound)?);
    signed.see.check(organisation).map_err(|_| PageError::NotFound)?;
    may_print(signed, organisation)?;
    Ok(organisation)
}

fn may_print(signed: &SignedIn, organisation: OrganisationId) -> Result<(), PageError> {
    if prints(signed, organisation) { Ok(()) } else { Err(domain::refusal::Refusal::NotAllowed.into()) }
}

async fn in_use(panel: &Shared, organisation: OrganisationId) -> Result<Vec<KeptPoint>, PageError> {
    let scope = Scope::Only([organisation].into());
    let points = panel
        .store
        .read(move |conn| Box::pin(async move { points::of_scope(conn, &scope, MOST).await }))
        .await?;
    Ok(points.into_iter().filter(|point| point.state == PointState::InUse).collect())
}

fn poster(signed: &SignedIn, point: &KeptPoint, base: &LinkBase) -> Option<Poster> {
    let found = signed.catalogue.whereabouts(point.service, &point.names)?;
    Some(Poster {
        service: found.service.names.clone(),
        organisation: found.organisation.names.clone(),
        place: found.place.cloned(),
        link: base.link(&Payload::Rate(point.code.clone())),
    })
}

/// A name that every system takes for a file: letters, digits and hyphens.
fn plain(name: &str) -> String {
    name.chars().map(|sign| if sign.is_ascii_alphanumeric() { sign } else { '-' }).collect()
}

/// The file that was drawn.
pub(super) async fn sent(
    panel: &Shared,
    name: &str,
    kind: &str,
    draw: impl FnOnce() -> Result<Vec<u8>, DrawError> + Send + 'static,
) -> Result<Response, PageError> {
    let bytes = panel.printers.draw(draw).await?;
    let mime = match kind {
        "pdf" => "application/pdf",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "application/zip",
    };
    let name = plain(name);
    let headers = [
        (header::CONTENT_TYPE, mime.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}.{kind}\"")),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
    ];
    Ok((headers, bytes).into_response())
}
