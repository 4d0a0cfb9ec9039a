//! Imports that are only tried: everything is done and then undone, so that what is told is what would happen.

use std::fs;
use std::path::PathBuf;

use anyhow::Context;
use futures_util::future::BoxFuture;
use store::{Conn, Durability, NotDone, Store};

use crate::migrate;
use crate::settings::Settings;
use crate::terminal::{Terminal, said};

/// The database of an import.
pub(super) struct Opened {
    pub(super) store: Store,
    /// Holds the empty database of a rehearsal where there is none yet.
    folder: Option<PassingFolder>,
}

impl Opened {
    /// Opens the database. A rehearsal changes nothing: it makes no database and does not bring an old one up to date.
    pub(super) async fn new(
        terminal: Terminal,
        settings: &Settings,
        rehearsal: bool,
    ) -> anyhow::Result<Self> {
        if rehearsal && !settings.has_database() {
            let folder = PassingFolder::new()?;
            let url = format!("sqlite://{}", folder.0.join("rehearsal.db").display());
            let store =
                Store::open(&url, Durability::Normal).await.context("the rehearsal has no database")?;
            migrate::prepare(&store).await?;
            return Ok(Self { store, folder: Some(folder) });
        }
        let store = migrate::open(settings).await?;
        if !rehearsal {
            migrate::prepare(&store).await?;
        } else if !store.pending_migrations().await?.is_empty() {
            return Err(said(terminal.texts.cli_migrate_first()));
        }
        Ok(Self { store, folder: None })
    }

    pub(super) async fn close(self) {
        self.store.close().await;
        // The folder goes with the last that holds it, after its files were closed.
        drop(self.folder);
    }
}

/// A folder that is removed when it is no longer needed.
struct PassingFolder(PathBuf);

impl PassingFolder {
    fn new() -> anyhow::Result<Self> {
        let path = std::env::temp_dir().join(format!("nazorat-rehearsal-{}", std::process::id()));
        fs::create_dir(&path).with_context(|| format!("the folder {} was not made", path.display()))?;
        Ok(Self(path))
    }
}

impl Drop for PassingFolder {
    fn drop(&mut self) {
        // What cannot be removed is left to the system: it lies in its folder for passing things.
        let _ = fs::remove_dir_all(&self.0);
    }
}

/// Does `work` in one transaction, which a rehearsal undoes at the end.
pub(super) async fn attempt<T, F>(store: &Store, rehearsal: bool, work: F) -> anyhow::Result<T>
where
    F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, NotDone>> + Send + 'static,
    T: Send + 'static,
{
    let done = if rehearsal { store.rehearse(work).await } else { store.write(work).await };
    done.context("nothing was written")
}
