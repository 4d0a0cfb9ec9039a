//! The public pages of results: of the whole city, and of one organisation.

use std::sync::Arc;

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::clock::tashkent_day;
use domain::results::{Entry, Organisation, Period};
use locales::dates;
use serde::Deserialize;
use store::publications::Published;

use super::frame::{Frame, page};
use super::period_name;
use super::shelf::{Index, Volume};
use super::view::{Eyes, Table, Whole};
use crate::Shared;
use crate::error::PageError;
use crate::icons::Icon;
use crate::markup::escaped;

/// An older version may be asked for.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    version: String,
}

#[derive(Template)]
#[template(path = "results.html")]
struct ResultsPage {
    page: Frame,
    /// Address, name, whether it is the one of the page.
    periods: Vec<(String, String, bool)>,
    shown: Option<Shown>,
}

/// A publication, or one organisation of it.
struct Shown {
    period: String,
    /// The organisation, and the address of all.
    organisation: Option<(String, String)>,
    whole: Option<Whole>,
    tables: Vec<Table>,
    /// What is in none of the figures, in words.
    set_aside: Option<String>,
    /// Names of services, the addresses of their badges, and the lines that show these.
    badges: Vec<(String, String, String)>,
    published: String,
    correction: Option<String>,
    /// The address of the version that replaced it.
    newer: Option<String>,
    /// Address, name, whether it is the one of the page; none when there is but one.
    versions: Vec<(String, String, bool)>,
    /// Whether it is a sum of quarters.
    sum: bool,
    sha256: String,
    /// The beginning of the addresses of its files.
    files: String,
}

/// `GET /results/{language}`: the latest period.
pub(super) async fn newest(
    State(panel): State<Shared>,
    Path(tag): Path<String>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let frame = Frame::new(&panel, &tag, "").await?;
    let index = Index::read(&panel.store).await?;
    let current = index.current.first().cloned();
    written(&panel, &headers, (frame, &index), current.as_ref(), None).await
}

/// `GET /results/{language}/{period}`.
pub(super) async fn period(
    State(panel): State<Shared>,
    Path((tag, period)): Path<(String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let rest = format!("/{period}{}", asked.query());
    let frame = Frame::new(&panel, &tag, &rest).await?;
    let index = Index::read(&panel.store).await?;
    let published = asked.find(&index, &period)?.clone();
    written(&panel, &headers, (frame, &index), Some(&published), None).await
}

/// `GET /results/{language}/{period}/{organisation}`.
pub(super) async fn organisation(
    State(panel): State<Shared>,
    Path((tag, period, key)): Path<(String, String, String)>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let rest = format!("/{period}/{}{}", crate::address::encoded(&key), asked.query());
    let frame = Frame::new(&panel, &tag, &rest).await?;
    let index = Index::read(&panel.store).await?;
    let published = asked.find(&index, &period)?.clone();
    written(&panel, &headers, (frame, &index), Some(&published), Some(&key)).await
}

impl Asked {
    fn query(&self) -> String {
        if self.version.parse::<u32>().is_ok() { format!("?version={}", self.version) } else { String::new() }
    }

    fn find<'a>(&self, index: &'a Index, period: &str) -> Result<&'a Published, PageError> {
        let period = Period::read(period).ok_or(PageError::NotFound)?;
        let version = match self.version.as_str() {
            "" => None,
            text => Some(text.parse().map_err(|_| PageError::NotFound)?),
        };
        index.find(period, version).ok_or(PageError::NotFound)
    }
}

async fn written(
    panel: &Shared,
    headers: &HeaderMap,
    (frame, index): (Frame, &Index),
    published: Option<&Published>,
    organisation: Option<&str>,
) -> Result<Response, PageError> {
    let period = |one: &Published| {
        let address = frame.address(&format!("/{}", one.period.key()));
        let current = published.is_some_and(|shown| shown.period == one.period);
        (address, period_name(frame.language, one.period), current)
    };
    let periods = index.current.iter().map(period).collect();
    let shown = match published {
        Some(published) => {
            let volume = panel.results.volume(&panel.store, published).await?;
            let chosen = match organisation {
                Some(key) => Some(volume.document.organisation(key).ok_or(PageError::NotFound)?),
                None => None,
            };
            Some(shown(panel, &frame, index, &volume, chosen))
        }
        None => None,
    };
    page(headers, &ResultsPage { page: frame, periods, shown })
}

fn shown(
    panel: &Shared,
    frame: &Frame,
    index: &Index,
    volume: &Arc<Volume>,
    chosen: Option<&Organisation>,
) -> Shown {
    let (document, published, t) = (&volume.document, &volume.published, frame.t);
    let pages = frame.address(&format!("/{}", published.period.key()));
    let eyes = Eyes { language: frame.language, pages: Some(&pages) };
    let about = chosen.or_else(|| document.whole());
    let key = about.map(|one| one.entry.key.as_str()).unwrap_or_default();
    let tables = [eyes.organisations(document, key), eyes.services(document, chosen.map(|_| key))];
    let badge = |service: &Entry| {
        let address = format!("/results/v1/badge/{}.svg?lang={}", service.key, frame.language.tag());
        let name = service.name(frame.language).to_owned();
        let line = format!("<img src=\"{}{address}\" alt=\"{}\">", panel.public_url, escaped(&name));
        (name, address, line)
    };
    let versions: Vec<_> = index.all.iter().filter(|one| one.period == published.period).collect();
    let day = dates::date_long(frame.language, tashkent_day(published.published_at));
    Shown {
        period: period_name(frame.language, published.period),
        organisation: chosen.map(|one| (one.entry.name(frame.language).to_owned(), pages.clone())),
        whole: about.and_then(|one| one.entry.figures).map(|figures| eyes.whole(&figures)),
        tables: tables.into_iter().filter(|table| !table.rows.is_empty()).collect(),
        set_aside: eyes.set_aside(document),
        badges: chosen.map(|one| one.services.iter().map(badge).collect()).unwrap_or_default(),
        published: t.results_published(day, published.version.to_string()),
        correction: document.correction.as_deref().map(|reason| t.results_corrected(reason)),
        newer: (!index.current.contains(published)).then(|| pages.clone()),
        versions: match versions.len() {
            0 | 1 => Vec::new(),
            _ => versions
                .iter()
                .map(|one| {
                    let address = format!("{pages}?version={}", one.version);
                    (address, t.results_version(one.version.to_string()), *one == published)
                })
                .collect(),
        },
        sum: !document.sources.is_empty(),
        sha256: published.sha256.clone(),
        files: format!("/results/v1/{}/{}", published.period.key(), published.version),
    }
}
