//! Whether the record is whole, as far as a page can look.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::Html;
use locales::words;
use serde::Deserialize;
use store::StoreError;
use store::events::chain;

use crate::Shared;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;

/// So many of the latest events are checked: some tenths of a second.
const LATEST: i64 = 20_000;

/// What checks all of them.
const VERIFY: &str = "nazorat audit verify";

/// The digits of a hash.
const DIGITS: usize = 64;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Noted {
    #[serde(default)]
    noted: String,
}

#[derive(Template)]
#[template(path = "audit_chain.html")]
struct ChainPage {
    page: Page,
    /// That all is in order, or how much is not.
    verdict: String,
    whole: bool,
    faults: Vec<String>,
    /// That only a part was looked at.
    part: Option<String>,
    head: String,
    noted: String,
}

/// `GET /audit/chain`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(Noted { noted }): Query<Noted>,
) -> Result<Html<String>, PageError> {
    signed.who.may_audit(&signed.catalogue.tree)?;
    let t = signed.texts();
    let noted: String = noted.trim().to_ascii_lowercase().chars().take(DIGITS).collect();
    let asked = Some(noted.clone()).filter(|noted| !noted.is_empty());
    let report = panel
        .store
        .read(|conn| Box::pin(async move { chain::check(conn, Some(LATEST), asked.as_deref()).await }));
    let report: Result<_, StoreError> = report.await;
    let report = report?;
    let whole = report.broken == 0;
    render(&ChainPage {
        page: signed.page(&panel, Nav::Audit),
        verdict: if whole { t.chain_whole(report.checked) } else { t.chain_broken(report.broken) },
        whole,
        faults: report.faults.iter().map(|fault| words::fault(t, *fault)).collect(),
        part: (report.all > LATEST).then(|| t.chain_part(VERIFY, report.all)),
        head: report.head,
        noted,
    })
}
