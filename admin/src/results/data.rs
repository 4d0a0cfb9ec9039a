//! What the open data are and how to take them.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::frame::{Frame, page};
use super::shelf::Index;
use crate::Shared;
use crate::error::PageError;
use crate::icons::Icon;

#[derive(Template)]
#[template(path = "results_data.html")]
struct DataPage {
    page: Frame,
    /// The address of this panel.
    home: String,
    /// An address as people read it, where the example leads, and what it gives.
    files: Vec<(&'static str, Option<String>, String)>,
    fields: Vec<(&'static str, String)>,
    /// A version to try the check with.
    example: String,
}

/// `GET /results/{language}/data`.
pub(super) async fn show(
    State(panel): State<Shared>,
    Path(tag): Path<String>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let frame = Frame::new(&panel, &tag, "/data").await?;
    let index = Index::read(&panel.store).await?;
    let newest = index.current.first();
    let t = frame.t;
    let of = |rest: &str| newest.map(|one| format!("/results/v1/{}{rest}", one.period.key()));
    let version = newest.map(|one| format!("/results/v1/{}/{}.json", one.period.key(), one.version));
    let files = vec![
        ("/results/v1/index.json", Some("/results/v1/index.json".to_owned()), t.data_file_index()),
        ("/results/v1/{period}.json", of(".json"), t.data_file_json()),
        ("/results/v1/{period}.csv", of(".csv"), t.data_file_csv()),
        ("/results/v1/{period}/{version}.json, .csv", version.clone(), t.data_file_version()),
        ("/results/v1/badge/{service}.svg?lang={uz-Latn|uz-Cyrl|ru|en}", None, t.data_file_badge()),
    ];
    let fields = vec![
        ("key, organisation, service", t.data_field_key()),
        ("n", t.data_field_n()),
        ("marks, mark_1 … mark_5", t.data_field_marks()),
        ("mean, mean_low, mean_high", t.data_field_mean()),
        ("satisfied, satisfied_low, satisfied_high", t.data_field_satisfied()),
        ("place, place_best, place_worst, place_of", t.data_field_place()),
        ("figures, n …", t.data_field_empty()),
    ];
    let example = version.unwrap_or_else(|| "/results/v1/2026-Q3/1.json".to_owned());
    page(&headers, &DataPage { page: frame, home: panel.public_url.clone(), files, fields, example })
}
