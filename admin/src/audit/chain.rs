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
/// So much of what was typed is shown again.
const LONGEST_NOTED: usize = 200;

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
    /// What was typed, and why it is no hash.
    noted: String,
    wrong: Option<String>,
}

/// `GET /audit/chain`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(Noted { noted }): Query<Noted>,
) -> Result<Html<String>, PageError> {
    signed.who.may_audit(&signed.catalogue.tree)?;
    let t = signed.texts();
    let noted: String = noted.split_whitespace().collect::<String>().to_ascii_lowercase();
    let is_hash = noted.len() == DIGITS && noted.bytes().all(|digit| digit.is_ascii_hexdigit());
    // Before the first event stood zeros: nobody notes these down.
    let is_hash = is_hash && noted.bytes().any(|digit| digit != b'0');
    let asked = Some(noted.clone()).filter(|_| is_hash);
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
        wrong: (!noted.is_empty() && !is_hash).then(|| t.chain_no_hash()),
        noted: noted.chars().take(LONGEST_NOTED).collect(),
    })
}
