//! The open data: what was published, as JSON and as CSV, with addresses that keep their shape.

use axum::extract::{Path, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use domain::language::Language;
use domain::results::{Document, Entry, Period};
use sha2::{Digest, Sha256};
use store::publications::Published;

use super::shelf::Index;
use crate::Shared;
use crate::error::PageError;
use crate::tables::{BYTE_ORDER_MARK, harmless};

/// The columns of a CSV, in their order.
const COLUMNS: [&str; 24] = [
    "period",
    "version",
    "level",
    "organisation",
    "service",
    "name_uz_latn",
    "name_uz_cyrl",
    "name_ru",
    "name_en",
    "n",
    "mark_1",
    "mark_2",
    "mark_3",
    "mark_4",
    "mark_5",
    "mean",
    "mean_low",
    "mean_high",
    "satisfied",
    "satisfied_low",
    "satisfied_high",
    "place_best",
    "place_worst",
    "place_of",
];

/// How long an answer stays good.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Keep {
    /// What is frozen.
    Forever,
    /// What the next publication changes.
    Minutes,
}

/// An answer for anybody, with its tag; without a body when whoever asks has it already.
pub(super) fn answer(asked: &HeaderMap, kind: &'static str, body: String, keep: Keep) -> Response {
    let tag = format!("\"{}\"", hex::encode(Sha256::digest(body.as_bytes())));
    let age = match keep {
        Keep::Forever => "public, max-age=31536000, immutable",
        Keep::Minutes => "public, max-age=300",
    };
    let known = asked.get_all(header::IF_NONE_MATCH).iter().any(|value| names(value, &tag));
    let mut response = if known {
        StatusCode::NOT_MODIFIED.into_response()
    } else {
        ([(header::CONTENT_TYPE, kind)], body).into_response()
    };
    let headers = response.headers_mut();
    if let Ok(tag) = HeaderValue::from_str(&tag) {
        headers.insert(header::ETAG, tag);
    }
    headers.insert(header::CACHE_CONTROL, HeaderValue::from_static(age));
    headers.insert(header::ACCESS_CONTROL_ALLOW_ORIGIN, HeaderValue::from_static("*"));
    response
}

/// Whether an `If-None-Match` names this tag, weakly compared as it asks for.
fn names(value: &HeaderValue, tag: &str) -> bool {
    let tags = value.to_str().unwrap_or_default().split(',').map(str::trim);
    tags.map(|one| one.strip_prefix("W/").unwrap_or(one)).any(|one| one == "*" || one == tag)
}

/// Programs get no page: what is not there is said in JSON, with the address of the list of what is.
pub(super) async fn missing(mut response: Response) -> Response {
    match response.extensions_mut().remove::<PageError>() {
        Some(PageError::NotFound) => {
            let body = serde_json::json!({ "error": "not_found", "index": "/results/v1/index.json" });
            (StatusCode::NOT_FOUND, axum::Json(body)).into_response()
        }
        Some(other) => other.into_response(),
        None => response,
    }
}

/// `GET /results/v1/{file}`: `index.json`, or the latest version of a period as `2026-Q3.json` or `2026-Q3.csv`.
pub(super) async fn latest(
    State(panel): State<Shared>,
    Path(file): Path<String>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let index = Index::read(&panel.store).await?;
    if file == "index.json" {
        return Ok(answer(&headers, "application/json", list(&index)?, Keep::Minutes));
    }
    let (period, ending) = file.rsplit_once('.').ok_or(PageError::NotFound)?;
    let published = Period::read(period).and_then(|period| index.find(period, None));
    give(&panel, &headers, published, ending, Keep::Minutes).await
}

/// `GET /results/v1/{period}/{file}`: one version, as `1.json` or `1.csv`.
pub(super) async fn version(
    State(panel): State<Shared>,
    Path((period, file)): Path<(String, String)>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let index = Index::read(&panel.store).await?;
    let (version, ending) = file.rsplit_once('.').ok_or(PageError::NotFound)?;
    let version = version.parse().map_err(|_| PageError::NotFound)?;
    let published = Period::read(&period).and_then(|period| index.find(period, Some(version)));
    give(&panel, &headers, published, ending, Keep::Forever).await
}

async fn give(
    panel: &Shared,
    headers: &HeaderMap,
    published: Option<&Published>,
    ending: &str,
    keep: Keep,
) -> Result<Response, PageError> {
    let volume = panel.results.volume(&panel.store, published.ok_or(PageError::NotFound)?).await?;
    match ending {
        "json" => Ok(answer(headers, "application/json", volume.text.clone(), keep)),
        "csv" => {
            let mut response = answer(headers, "text/csv; charset=utf-8", table(&volume.document)?, keep);
            let name = format!(
                "attachment; filename=\"results-{}-{}.csv\"",
                volume.document.period, volume.document.version
            );
            if let Ok(name) = HeaderValue::from_str(&name) {
                response.headers_mut().insert(header::CONTENT_DISPOSITION, name);
            }
            Ok(response)
        }
        _ => Err(PageError::NotFound),
    }
}

fn list(index: &Index) -> Result<String, PageError> {
    let line = |one: &Published| {
        let address = |ending| format!("/results/v1/{}/{}.{ending}", one.period.key(), one.version);
        serde_json::json!({
            "period": one.period.key(),
            "version": one.version,
            "latest": index.current.contains(one),
            "published_at": one.published_at,
            "sha256": one.sha256,
            "json": address("json"),
            "csv": address("csv"),
        })
    };
    let all: Vec<_> = index.all.iter().map(line).collect();
    let list = serde_json::json!({ "format": "nazorat-results-index/1", "publications": all });
    Ok(serde_json::to_string_pretty(&list).map_err(anyhow::Error::new)?)
}

/// The document as a table: a row for each organisation, followed by its services.
fn table(document: &Document) -> Result<String, PageError> {
    let mut rows = csv::WriterBuilder::new().terminator(csv::Terminator::CRLF).from_writer(Vec::new());
    let wrong = |error: csv::Error| PageError::from(anyhow::Error::new(error));
    rows.write_record(COLUMNS).map_err(wrong)?;
    for organisation in &document.organisations {
        let key = &organisation.entry.key;
        rows.write_record(row(document, key, None, &organisation.entry)).map_err(wrong)?;
        for service in &organisation.services {
            rows.write_record(row(document, key, Some(&service.key), service)).map_err(wrong)?;
        }
    }
    let bytes =
        rows.into_inner().map_err(|error| anyhow::anyhow!("a table could not be written: {error}"))?;
    let text = String::from_utf8(bytes).map_err(anyhow::Error::new)?;
    Ok(format!("{BYTE_ORDER_MARK}{text}"))
}

fn row(document: &Document, organisation: &str, service: Option<&str>, entry: &Entry) -> Vec<String> {
    let level = if service.is_some() { "service" } else { "organisation" };
    let mut cells = vec![
        document.period.clone(),
        document.version.to_string(),
        level.to_owned(),
        harmless(organisation),
        harmless(service.unwrap_or_default()),
    ];
    cells.extend(Language::ALL.map(|language| harmless(entry.name(language))));
    match entry.figures {
        Some(figures) => {
            cells.push(figures.n.to_string());
            cells.extend(figures.marks.map(|number| number.to_string()));
            let means = [figures.mean, figures.mean_low, figures.mean_high];
            let shares = [figures.satisfied, figures.satisfied_low, figures.satisfied_high];
            cells.extend(means.into_iter().chain(shares).map(|number| number.to_string()));
        }
        None => cells.resize(cells.len() + 12, String::new()),
    }
    match entry.place {
        Some(place) => cells.extend([place.best, place.worst, place.of].map(|number| number.to_string())),
        None => cells.resize(COLUMNS.len(), String::new()),
    }
    cells
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_is_known_however_it_is_written() {
        let tag = "\"ab\"";
        for (value, known) in [
            ("\"ab\"", true),
            ("W/\"ab\"", true),
            ("\"x\", \"ab\"", true),
            ("*", true),
            ("\"abc\"", false),
            ("", false),
        ] {
            assert_eq!(names(&HeaderValue::from_static(value), tag), known, "{value}");
        }
    }
}
