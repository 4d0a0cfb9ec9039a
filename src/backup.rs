//! `nazorat backup` and `nazorat restore`: a copy of a SQLite database, with the evidence where that is wanted, and putting one in
//! its place.
//!
//! A restored file is checked before anything is moved, and the database that was there before is kept beside it.

use std::ffi::OsString;
use std::fs;
use std::io::ErrorKind;
use std::path::{Path, PathBuf};

use anyhow::Context;
use domain::clock::{Clock, SystemClock};
use domain::people::MayAdminister;
use store::backup::archive::{self, ArchiveError, Files};
use store::backup::{self, Worth};
use store::lead::{self, Lead};
use store::{Durability, Store, StoreError};

use crate::cli::{BackupArgs, RestoreArgs};
use crate::migrate;
use crate::settings::Settings;
use crate::terminal::{Terminal, said};

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
    // The empty file is written into: what it will hold is nobody else's business from the first byte on.
    new_file(&args.to).with_context(|| format!("{shown} was not made"))?;
    let copied = if args.with_files {
        let packed = packed(&store, &args.to, &settings.files);
        terminal.busy(texts.cli_busy_backup(), packed).await.map(Some)
    } else {
        let copied = terminal.busy(texts.cli_busy_backup(), store.back_up(&args.to)).await;
        copied.map(|_| None).map_err(anyhow::Error::from)
    };
    if copied.is_err() {
        let _ = fs::remove_file(&args.to);
    }
    let files = copied?;
    store.close().await;
    let bytes = fs::metadata(&args.to).context("the backup was not found")?.len();
    terminal.say(texts.cli_backup_done(shown, locales::numbers::bytes(texts.language(), bytes)))?;
    tell_of_the_rest(terminal, settings, files)
}

/// Writes the database and the evidence into one archive. The copy of the database beside it goes when that is done.
async fn packed(store: &Store, to: &Path, folder: &Path) -> anyhow::Result<Files> {
    let copy = beside(to, ".database");
    let _ = fs::remove_file(&copy);
    let written = async {
        new_file(&copy)?;
        store.back_up(&copy).await?;
        let (copy, to, folder) = (copy.clone(), to.to_owned(), folder.to_owned());
        let packing = tokio::task::spawn_blocking(move || {
            let file = fs::File::options().write(true).open(&to)?;
            archive::write(std::io::BufWriter::new(file), &copy, &folder)
        });
        Ok::<_, anyhow::Error>(packing.await??)
    };
    let written = written.await;
    let _ = fs::remove_file(&copy);
    written.context("the archive was not written")
}

/// Says what is in the archive, or what else is to be copied.
fn tell_of_the_rest(terminal: Terminal, settings: &Settings, files: Option<Files>) -> anyhow::Result<()> {
    let (texts, folder) = (terminal.texts, settings.files.display().to_string());
    match files {
        Some(files) => {
            let size = locales::numbers::bytes(texts.language(), files.bytes);
            terminal.say(texts.cli_backup_files(files.count, size))?;
            terminal.note(texts.cli_backup_key(folder));
        }
        None => terminal.note(texts.cli_backup_rest(folder)),
    }
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
    // Through a link: the logs lie beside the file itself.
    let database = database.canonicalize().unwrap_or(database);
    if args.from.canonicalize().is_ok_and(|from| from == database) {
        return Err(said(texts.cli_restore_same(args.from.display().to_string())));
    }
    let (arriving, files) = checked_copy(terminal, &args.from, (&database, &settings.files)).await?;
    let placed = put_in_place(terminal, &arriving, &database).await;
    if placed.is_err() {
        let _ = fs::remove_file(&arriving);
    }
    let (_alone, aside) = placed?;
    let store = terminal.busy(texts.cli_busy_database(), migrate::open(settings)).await?;
    terminal.busy(texts.cli_busy_migrating(), migrate::prepare(&store)).await?;
    store.close().await;
    terminal.say(texts.cli_restore_done(database.display().to_string()))?;
    if let Some(aside) = aside {
        terminal.say(texts.cli_restore_aside(aside.display().to_string()))?;
    }
    tell_of_the_rest(terminal, settings, files)
}

/// Copies the file beside the database and looks whether it can take its place; the evidence of an archive goes into its folder,
/// each file checked by its name. Nothing is left of a database that cannot.
async fn checked_copy(
    terminal: Terminal,
    from: &Path,
    (database, folder): (&Path, &Path),
) -> anyhow::Result<(PathBuf, Option<Files>)> {
    let texts = terminal.texts;
    let arriving = beside(database, ".restoring");
    let _ = fs::remove_file(&arriving);
    let made = new_file(&arriving).and_then(|()| archive::is_archive(from));
    let made = made.with_context(|| format!("{} was not copied", from.display()));
    let copied = match made {
        Ok(true) => terminal
            .busy(texts.cli_busy_restoring(), unpacked(terminal, from, &arriving, folder))
            .await
            .map(Some),
        Ok(false) => {
            let copied = fs::copy(from, &arriving).map(|_| None);
            copied.with_context(|| format!("{} was not copied", from.display()))
        }
        Err(error) => Err(error),
    };
    if copied.is_err() {
        let _ = fs::remove_file(&arriving);
    }
    let files = copied?;
    keep_to_oneself(&arriving)?;
    let refused = match terminal.busy(texts.cli_busy_restoring(), backup::worth(&arriving)).await {
        Worth::Sound => return Ok((arriving, files)),
        Worth::Damaged(what) => texts.cli_restore_damaged(what),
        Worth::Foreign => texts.cli_restore_foreign(),
        Worth::Newer => texts.cli_restore_newer(),
    };
    let _ = fs::remove_file(&arriving);
    Err(said(refused))
}

/// Takes an archive apart.
async fn unpacked(terminal: Terminal, from: &Path, to: &Path, folder: &Path) -> anyhow::Result<Files> {
    let texts = terminal.texts;
    let (from, to, folder) = (from.to_owned(), to.to_owned(), folder.to_owned());
    let unpacking = tokio::task::spawn_blocking(move || archive::read(fs::File::open(from)?, &to, &folder));
    unpacking.await?.map_err(|error| match error {
        ArchiveError::Damaged(name) => said(texts.cli_restore_file_damaged(name)),
        ArchiveError::Foreign(_) | ArchiveError::NoDatabase => said(texts.cli_restore_foreign()),
        ArchiveError::Broken(error) => said(texts.cli_restore_damaged(error.to_string())),
    })
}

/// Puts the checked file in the place of the database, which is kept beside it. No service begins while the lead is held.
async fn put_in_place(
    terminal: Terminal,
    arriving: &Path,
    database: &Path,
) -> anyhow::Result<(Lead, Option<PathBuf>)> {
    let alone = lead::alone(database).await?;
    let alone = alone.ok_or_else(|| said(terminal.texts.cli_restore_running()))?;
    let aside = if database.exists() { Some(set_aside(terminal, database).await?) } else { None };
    if let Err(error) = fs::rename(arriving, database) {
        if let Some(aside) = &aside {
            move_with_logs(aside, database)?;
        }
        return Err(error).context("the checked file was not put in its place");
    }
    Ok((alone, aside))
}

/// Moves the database away, with all that its log still holds. One that cannot be read any more is moved as it is: that it is
/// damaged may be why another is to take its place.
async fn set_aside(terminal: Terminal, database: &Path) -> anyhow::Result<PathBuf> {
    if let Err(error) = empty_log(database).await {
        terminal.note(terminal.texts.cli_restore_unread(error.to_string()));
    }
    let stamp = SystemClock.now().format(".before-%Y%m%d-%H%M%S%.3f").to_string();
    let aside = beside(database, &stamp);
    move_with_logs(database, &aside)?;
    Ok(aside)
}

async fn empty_log(database: &Path) -> Result<(), StoreError> {
    let store = Store::open(&format!("sqlite://{}", database.display()), Durability::Full).await?;
    let tended = store.tend().await;
    store.close().await;
    tended
}

/// Moves a database and what belongs to it. A log that stayed would be played into the file that comes after.
fn move_with_logs(from: &Path, to: &Path) -> anyhow::Result<()> {
    for end in ["-wal", "-shm", "-journal", ""] {
        match fs::rename(beside(from, end), beside(to, end)) {
            Err(error) if error.kind() == ErrorKind::NotFound && !end.is_empty() => {}
            moved => moved.with_context(|| format!("{} was not moved", beside(from, end).display()))?,
        }
    }
    Ok(())
}

/// The file of the settings' database; none for PostgreSQL.
pub(crate) fn database_file(settings: &Settings) -> Option<PathBuf> {
    let path = settings.database_url.reveal().strip_prefix("sqlite:")?;
    Some(PathBuf::from(path.strip_prefix("//").unwrap_or(path)))
}

/// The same path with something at its end.
fn beside(path: &Path, end: &str) -> PathBuf {
    let mut name = OsString::from(path);
    name.push(end);
    PathBuf::from(name)
}

/// An empty file that nobody else may read.
fn new_file(path: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::OpenOptionsExt;
    fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path).map(drop)
}

/// A copy of everything is nobody else's business on this machine; copying brings the rights of the source along.
fn keep_to_oneself(file: &Path) -> anyhow::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    fs::set_permissions(file, fs::Permissions::from_mode(0o600)).context("the copy is open to others")
}
