//! Fetches files from Telegram to our own disk, each named by the SHA-256 of its bytes.

use std::collections::HashMap;
use std::path::Path;
use std::time::Duration;

use anyhow::Context;
use domain::evidence::FILE_LIMIT;
use serde::Deserialize;
use store::StoreError;
use store::evidence::{self, Waiting};
use store::files::{self, Arriving, NotKept};
use store::news::{self, NewsKind};
use tokio::time::Instant;

use crate::client::{Answer, Client, FetchError};
use crate::ctx::Ctx;
use crate::sender::meaning::{Meaning, meaning};

/// Files of one tick.
const TOGETHER: i64 = 8;
/// A file is tried so often: with the pauses between, for most of a day.
const TRIES: i64 = 20;
/// What is not the fault of a file is waited for as after so many tries.
const AWAY: i64 = 2;
/// Files that are looked up at once.
const SWEPT_AT_ONCE: usize = 5_000;
const FIRST_PAUSE: Duration = Duration::from_secs(10);
const LONGEST_PAUSE: Duration = Duration::from_hours(1);
/// Telegram gives nothing larger to bots.
const LARGEST: u64 = FILE_LIMIT.unsigned_abs();

/// Until when files that did not come are left alone; forgetting it costs only a try.
pub(super) type Rests = HashMap<i64, Instant>;

fn pause_after(attempts: i64) -> Duration {
    let doublings = u32::try_from(attempts).unwrap_or_default().min(12);
    (FIRST_PAUSE * 2_u32.pow(doublings)).min(LONGEST_PAUSE)
}

#[derive(Deserialize)]
struct File {
    file_path: Option<String>,
    file_size: Option<u64>,
}

/// Fetches what waits. A file that does not come keeps no other from coming.
pub(super) async fn fetch_waiting(
    ctx: &Ctx,
    client: &Client,
    folder: &Path,
    rests: &mut Rests,
) -> anyhow::Result<()> {
    let waiting = ctx.store.read(|conn| Box::pin(evidence::waiting(conn, TOGETHER))).await?;
    rests.retain(|_, until| *until > Instant::now());
    for file in waiting {
        let id = file.id;
        if rests.contains_key(&id) {
            continue;
        }
        match fetch(client, &file, folder).await {
            Ok((sha256, bytes)) => {
                ctx.store
                    .write(move |conn| {
                        Box::pin(async move { evidence::mark_kept(conn, id, &sha256, bytes).await })
                    })
                    .await?;
            }
            Err(FetchError::NotItsFault(why)) => {
                // However long that lasts, the file is not given up for it.
                rests.insert(id, Instant::now() + pause_after(AWAY));
                tracing::warn!(evidence.id = id, why, "files cannot be fetched now");
            }
            Err(error) => {
                let given_up = matches!(error, FetchError::ForGood(_)) || file.attempts + 1 >= TRIES;
                rests.insert(id, Instant::now() + pause_after(file.attempts));
                tracing::warn!(evidence.id = id, given_up, %error, "a file could not be fetched");
                missed(ctx, id, given_up).await?;
            }
        }
    }
    Ok(())
}

/// A file that will never come is told to its sender, who can send it again.
async fn missed(ctx: &Ctx, id: i64, given_up: bool) -> Result<(), StoreError> {
    let now = ctx.clock.now();
    ctx.store
        .write(move |conn| {
            Box::pin(async move {
                evidence::mark_missed(conn, id, given_up).await?;
                if given_up {
                    news::tell(conn, NewsKind::FileLost, id, now).await?;
                }
                Ok(())
            })
        })
        .await
}

async fn fetch(client: &Client, file: &Waiting, folder: &Path) -> Result<(String, i64), FetchError> {
    let (path, told) = path_of(client, &file.telegram_file).await?;
    let told = told.or_else(|| u64::try_from(file.bytes).ok()).filter(|bytes| *bytes > 0);
    let disk = |error| FetchError::NotItsFault(NotKept::Disk(error).to_string());
    // Another process may fetch the same file.
    let mut arriving = Arriving::begin(folder, &file.id.to_string()).map_err(disk)?;
    let bytes = client.fetch(&path, LARGEST, |piece| arriving.write(piece)).await?;
    if told.is_some_and(|told| told != bytes) {
        return Err(FetchError::ForNow(format!("{bytes} bytes came of {}", told.unwrap_or_default())));
    }
    match arriving.keep() {
        Ok(kept) => Ok((kept.sha256, i64::try_from(kept.bytes).unwrap_or(i64::MAX))),
        Err(program @ NotKept::Program) => Err(FetchError::ForGood(program.to_string())),
        Err(disk @ NotKept::Disk(_)) => Err(FetchError::NotItsFault(disk.to_string())),
    }
}

/// Where a file is, and how large Telegram says that it is.
async fn path_of(client: &Client, telegram_file: &str) -> Result<(String, Option<u64>), FetchError> {
    let arguments = serde_json::json!({ "file_id": telegram_file });
    match client.call("getFile", arguments.to_string()).await {
        Answer::Done(result) => {
            let file: File = serde_json::from_str(result.get()).map_err(|error| {
                FetchError::ForNow(format!("the answer of getFile cannot be read: {error}"))
            })?;
            let path = file.file_path;
            let path =
                path.ok_or_else(|| FetchError::ForNow("Telegram has no path for the file yet".to_owned()))?;
            Ok((path, file.file_size))
        }
        Answer::Refused(refused) => {
            let said = format!("{} {}", refused.code, refused.description);
            Err(match meaning(&refused) {
                Meaning::Wait(_) | Meaning::WrongToken => FetchError::NotItsFault(said),
                Meaning::Trouble => FetchError::ForNow(said),
                // "wrong file_id or the file is temporarily unavailable": Telegram does not say which.
                _ if refused.description.contains("temporarily unavailable") => FetchError::ForNow(said),
                _ => FetchError::ForGood(said),
            })
        }
        Answer::Unknown(why) | Answer::Balancer(why) | Answer::NotSent(why) => {
            Err(FetchError::NotItsFault(why))
        }
    }
}

/// Removes what lies in the folder of files and is nobody's: prepared files after a day, and what was brought with an answer
/// that was then refused. What cannot be removed keeps nothing else; the last failure is given.
pub(super) async fn sweep(ctx: &Ctx, folder: &Path) -> anyhow::Result<()> {
    let mut swept = files::sweep_prepared(folder);
    for some in files::settled(folder)?.chunks(SWEPT_AT_ONCE) {
        let asked = some.to_vec();
        let named = ctx.store.read(|conn| Box::pin(async move { evidence::kept_files(conn, &asked).await }));
        let named: Result<_, StoreError> = named.await;
        let named = named?;
        for name in some.iter().filter(|name| !named.contains(*name)) {
            swept = files::remove_unnamed(folder, name).and(swept);
        }
    }
    swept.context("the folder of files was not swept")
}
