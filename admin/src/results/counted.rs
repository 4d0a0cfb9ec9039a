//! How the figures are counted, in plain words and with the formulas.

use askama::Template;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;

use super::frame::{Frame, page};
use crate::Shared;
use crate::error::PageError;
use crate::icons::Icon;

/// A heading, its text, and the formula, which is the same in every language.
type Part = (String, String, Option<&'static str>);

#[derive(Template)]
#[template(path = "results_counted.html")]
struct CountedPage {
    page: Frame,
    parts: Vec<Part>,
}

/// `GET /results/{language}/counted`.
pub(super) async fn show(
    State(panel): State<Shared>,
    Path(tag): Path<String>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let frame = Frame::new(&panel, &tag, "/counted").await?;
    let t = frame.t;
    let parts = vec![
        (t.counted_marks(), t.counted_marks_text(), None),
        (t.counted_mean(), t.counted_mean_text(), Some("x̄ = (1·n₁ + 2·n₂ + 3·n₃ + 4·n₄ + 5·n₅) / n")),
        (t.counted_interval(), t.counted_interval_text("1/n", "n", "t", "s"), Some("x̄ ± t · s / √n")),
        (
            t.counted_share(),
            t.counted_share_text(),
            Some("p = (n₄ + n₅) / n,   (p + z²/2n ± z · √(p(1 − p)/n + z²/4n²)) / (1 + z²/n),   z = 1.96"),
        ),
        (t.counted_places(), t.counted_places_text(), None),
        (t.counted_few(), t.counted_few_text(), None),
        (t.counted_apart(), t.counted_apart_text(), None),
        (t.counted_codes(), t.counted_codes_text(), None),
        (t.counted_periods(), t.counted_periods_text(), None),
        (t.counted_frozen(), t.counted_frozen_text(), None),
        (t.counted_funnel(), t.counted_funnel_text(), None),
        (t.counted_limits(), t.counted_limits_text(), None),
    ];
    page(&headers, &CountedPage { page: frame, parts })
}
