//! `nazorat backup` and `nazorat restore`: a copy of a SQLite database, and putting one in its place.
//!
//! A restored file is checked before anything is moved, and the database that was there before is kept beside it.

use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::Context;
use domain::clock::{Clock, SystemClock};
use domain::people::MayAdminister;
use store::backup::{self, Worth};
use store::{Durability, Store, StoreError};

use crate::cli::{BackupArgs, RestoreArgs};
use crate::migrate;
use crate::settings::Settings;
use crate::terminal::{Terminal, said};

/// What holds this is sending: the database is in use.
const SENDING: &str = "sender";

/// Runs `nazorat backup`.
pub(crate) async fn make(terminal: Terminal, settings: &Settings, args: BackupArgs) -> anyhow::Result<()> {
    let texts = terminal.texts;
    if database_file(settings).is_none() {
        return Err(said(texts.cli_backup_postgres()));
    }
    if !settings.has_database() {
        return Err(said(texts.cli_backup_nothing()));
    }
    let shown = args.to.display().to_string();
    if args.to.exists() {
        return Err(said(texts.cli_backup_exists(shown)));
    }
    let store = terminal.busy(texts.cli_busy_database(), migrate::open(settings)).await?;
    let now = SystemClock.now();
    let recorded: Result<(), StoreError> = store
        .write(move |conn| {
            Box::pin(async move { backup::record(conn, &MayAdminister::at_the_machine(), now).await })
        })
        .await;
    recorded.context("the backup was not written down")?;
    terminal.busy(texts.cli_busy_backup(), store.back_up(&args.to)).await?;
    keep_to_oneself(&args.to)?;
    store.close().await;
    let bytes = fs::metadata(&args.to).context("the backup was not found")?.len();
    terminal.say(texts.cli_backup_done(shown, locales::numbers::bytes(texts.language(), bytes)))?;
    terminal.note(texts.cli_backup_rest(settings.files.display().to_string()));
    Ok(())
}

/// Runs `nazorat restore`.
pub(crate) async fn restore(
    terminal: Terminal,
    settings: &Settings,
    args: RestoreArgs,
) -> anyhow::Result<()> {
    let texts = terminal.texts;
    let Some(database) = database_file(settings) else {
        return Err(said(texts.cli_restore_postgres()));
    };
    if database.exists() && !args.replace {
        return Err(said(texts.cli_restore_exists(database.display().to_string())));
    }
    let same = |one: &Path, other: &Path| matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other);
    if same(&args.from, &database) {
        return Err(said(texts.cli_restore_same(args.from.display().to_string())));
    }
    let arriving = beside(&database, ".restoring");
    fs::copy(&args.from, &arriving).with_context(|| format!("{} was not copied", args.from.display()))?;
    let worth = terminal.busy(texts.cli_busy_restoring(), backup::worth(&arriving)).await;
    let refused = match worth {
        Worth::Sound => None,
        Worth::Damaged(what) => Some(texts.cli_restore_damaged(what)),
        Worth::Foreign => Some(texts.cli_restore_foreign()),
        Worth::Newer => Some(texts.cli_restore_newer()),
    };
    if let Some(refused) = refused {
        let _ = fs::remove_file(&arriving);
        return Err(said(refused));
    }
    keep_to_oneself(&arriving)?;
    let aside = if database.exists() {
        let aside = set_aside(&database).await;
        if !matches!(aside, Ok(Some(_))) {
            let _ = fs::remove_file(&arriving);
        }
        Some(aside?.ok_or_else(|| said(texts.cli_restore_running()))?)
    } else {
        None
    };
    fs::rename(&arriving, &database).context("the checked file was not put in its place")?;
    let store = terminal.busy(texts.cli_busy_database(), migrate::open(settings)).await?;
    terminal.busy(texts.cli_busy_migrating(), migrate::prepare(&store)).await?;
    store.close().await;
    terminal.say(texts.cli_restore_done(database.display().to_string()))?;
    if let Some(aside) = aside {
        terminal.say(texts.cli_restore_aside(aside.display().to_string()))?;
    }
    terminal.note(texts.cli_backup_rest(settings.files.display().to_string()));
    Ok(())
}

/// Moves the database away, with all that its log still holds. `None`: the service is running on it.
async fn set_aside(database: &Path) -> anyhow::Result<Option<PathBuf>> {
    let url = format!("sqlite://{}", database.display());
    let store = Store::open(&url, Durability::Full).await.context("the present database was not opened")?;
    let Some(lead) = store.lead(SENDING).await? else { return Ok(None) };
    store.tend().await.context("the log of the present database was not emptied")?;
    store.close().await;
    let stamp = SystemClock.now().format(".before-%Y%m%d-%H%M%S").to_string();
    let aside = beside(database, &stamp);
    fs::rename(database, &aside).context("the present database was not set aside")?;
    for log in ["-wal", "-shm"] {
        let beside_database = beside(database, log);
        if beside_database.exists() {
            fs::rename(&beside_database, beside(&aside, log)).context("a log was not set aside")?;
        }
    }
    lead.give_back().await;
    Ok(Some(aside))
}

/// The file of the settings' database; none for PostgreSQL.
fn database_file(settings: &Settings) -> Option<PathBuf> {
    let path = settings.database_url.reveal().strip_prefix("sqlite:")?;
    Some(PathBuf::from(path.strip_prefix("//").unwrap_or(path)))
}

/// The same path with something at its end.
fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    PathBuf::from(name)
}

/// A copy of everything is nobody else's business on this machine.
fn keep_to_oneself(file: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(file, fs::Permissions::from_mode(0o600)).context("the copy is open to others")
}
