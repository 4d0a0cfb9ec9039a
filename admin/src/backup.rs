//! A copy of everything that is kept, for an administrator: the database in one file, as it stands at this moment, or an archive of
//! it and the evidence.
//!
//! The copy is written beside the evidence, sent, and removed; an archive is packed as it is sent. Each download is an event.

use std::path::{Path, PathBuf};
use std::sync::Arc;

use askama::Template;
use axum::Router;
use axum::body::Body;
use axum::extract::State;
use axum::http::header;
use axum::response::{Html, IntoResponse, Response};
use axum::routing::{get, post};
use chrono::{DateTime, Utc};
use domain::clock::tashkent_day;
use domain::people::MayAdminister;
use locales::{dates, numbers};
use serde::Deserialize;
use store::StoreError;
use store::backup::{self as copies, archive};
use store::events;
use tokio::fs::File;
use tokio::sync::Semaphore;
use tracing::warn;

use crate::Shared;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::sending;
use crate::session::SignedIn;

/// The latest downloads that the page shows.
const SHOWN: i64 = 10;
/// So begins the name of the folder of a copy that is being sent.
const BEING_SENT: &str = ".backup-";

/// One copy is made at a time: each is as large as the database.
pub(crate) fn turn() -> Arc<Semaphore> {
    Arc::new(Semaphore::new(1))
}

/// The address of the page.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/backup", get(show))
}

/// The address of the file, which is sent as it comes.
pub(crate) fn files() -> Router<Shared> {
    Router::new().route("/backup/download", post(download))
}

#[derive(Template)]
#[template(path = "backup.html")]
struct BackupPage {
    page: Page,
    /// What a copy of today is called.
    file: String,
    /// How large the database is; none on PostgreSQL.
    size: Option<String>,
    evidence: String,
    folder: String,
    /// Who downloaded it last, and when.
    downloads: Vec<(String, String)>,
}

/// A copy of the whole city is for who administers the whole city.
fn right(signed: &SignedIn) -> Result<MayAdminister, PageError> {
    Ok(signed.who.may_administer_all(&signed.catalogue.tree)?)
}

/// What a copy is called that was made now.
fn file_name(now: DateTime<Utc>, ending: &str) -> String {
    format!("nazorat-{}.{ending}", tashkent_day(now))
}

/// What the form asks for.
#[derive(Debug, Default, Deserialize)]
struct Wanted {
    /// Whether the evidence is wanted, too.
    #[serde(default)]
    files: String,
}

/// `GET /backup`.
async fn show(State(panel): State<Shared>, signed: SignedIn) -> Result<Html<String>, PageError> {
    right(&signed)?;
    let (t, language) = (signed.texts(), signed.language());
    let folder = panel.files.clone();
    let counted = tokio::task::spawn_blocking(move || archive::count(&folder)).await;
    let counted = counted.map_err(|cause| anyhow::Error::new(cause).context("files were not counted"))?;
    let downloads =
        panel.store.read(|conn| Box::pin(events::of(conn, copies::SUBJECT, copies::ALL, SHOWN))).await?;
    render(&BackupPage {
        page: signed.page(&panel, Nav::Settings),
        file: file_name(signed.now, "db"),
        size: panel.store.file().map(|file| numbers::bytes(language, bytes_of(file))),
        evidence: t.backup_evidence_value(counted.count, numbers::bytes(language, counted.bytes)),
        folder: panel.files.display().to_string(),
        downloads: downloads
            .into_iter()
            .map(|one| {
                (one.actor.unwrap_or_else(|| t.backup_at_the_machine()), dates::moment(language, one.at))
            })
            .collect(),
    })
}

/// How large the database is, with what waits in its log.
fn bytes_of(database: &Path) -> u64 {
    let log = PathBuf::from(format!("{}-wal", database.display()));
    [database, &log]
        .into_iter()
        .filter_map(|file| std::fs::metadata(file).ok())
        .map(|about| about.len())
        .sum()
}

fn remove_left_behind(files: &Path) -> std::io::Result<()> {
    for entry in std::fs::read_dir(files)?.flatten() {
        if entry.file_name().to_string_lossy().starts_with(BEING_SENT) {
            std::fs::remove_dir_all(entry.path())?;
        }
    }
    Ok(())
}

/// `POST /backup/download`: a post, because it leaves an event.
async fn download(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(wanted): Posted<Wanted>,
) -> Result<Response, PageError> {
    let right = right(&signed)?;
    if panel.store.file().is_none() {
        return Err(PageError::NotFound);
    }
    let turn = Arc::clone(&panel.backups).try_acquire_owned().map_err(|_| PageError::Busy)?;
    let now = signed.now;
    let recorded: Result<(), StoreError> =
        panel.store.write(move |conn| Box::pin(async move { copies::record(conn, &right, now).await })).await;
    recorded?;
    let failed = |cause: std::io::Error| anyhow::Error::new(cause).context("a backup was not written");
    std::fs::create_dir_all(&panel.files).map_err(failed)?;
    // One copy is made at a time: what lies there is of a process that was killed.
    remove_left_behind(&panel.files).map_err(failed)?;
    let folder = tempfile::Builder::new().prefix(BEING_SENT).tempdir_in(&panel.files).map_err(failed)?;
    let path = folder.path().join("nazorat.db");
    panel.store.back_up(&path).await?;
    if wanted.files == "yes" {
        let body = packed(panel.files.clone(), path, (folder, turn));
        return Ok((headers("application/zip", &file_name(now, "zip")), body).into_response());
    }
    let file = File::open(&path).await.map_err(failed)?;
    let length = file.metadata().await.map_err(failed)?.len();
    let length = [(header::CONTENT_LENGTH, length.to_string())];
    let headers = headers("application/vnd.sqlite3", &file_name(now, "db"));
    // The copy goes when it is sent, and then the next may be made.
    Ok((headers, length, sending::body(file, (folder, turn))).into_response())
}

fn headers(mime: &str, name: &str) -> [(header::HeaderName, String); 2] {
    [
        (header::CONTENT_TYPE, mime.to_owned()),
        (header::CONTENT_DISPOSITION, format!("attachment; filename=\"{name}\"")),
    ]
}

/// The archive of the copy and the evidence, packed as it is sent. It ends where the person is not there any more.
fn packed(files: PathBuf, copy: PathBuf, kept: impl Send + 'static) -> Body {
    let (mut pieces, body) = sending::pieces();
    tokio::task::spawn_blocking(move || {
        if let Err(cause) = archive::write(&mut pieces, &copy, &files) {
            warn!(error = ?cause, "a backup was not sent to its end");
            pieces.break_off();
        }
        drop(kept);
    });
    body
}
