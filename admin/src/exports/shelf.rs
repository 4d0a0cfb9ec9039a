//! Where prepared files lie: a folder each, beside the evidence, with a note of whose it is.
//!
//! What a folder holds says how far its file is: the file itself, a word that it failed, or nothing, which means that it is being
//! made by this process, or that the process which made it is no more.

use std::collections::HashMap;
use std::fs;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, AtomicU64, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use anyhow::Context;
use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::PersonId;
use domain::language::Language;
use serde::{Deserialize, Serialize};
use store::files::PREPARED;
use store::tokens::Token;
use tokio::sync::Semaphore;
use tracing::error;

use crate::error::PageError;

const ABOUT: &str = "about.json";
const FILE: &str = "file";
const PART: &str = "part";
const FAILED: &str = "failed";

/// How long a file is kept.
const KEPT_FOR: TimeDelta = TimeDelta::hours(24);
/// Files of one person, and of all; the oldest go.
const MOST_OF_ONE: usize = 8;
const MOST: usize = 60;
/// What all files may weigh together; the oldest go.
const MOST_BYTES: u64 = 1024 * 1024 * 1024;
/// Files that one person may wait for at once.
const MOST_AT_WORK: usize = 3;
/// Made at once: beside it another is drawn for who waits.
const TURNS: usize = 1;

/// What is noted of a file.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(super) struct About {
    /// Who asked for it,
    pub(super) person: PersonId,
    /// and what they were allowed to see.
    pub(super) rights: String,
    pub(super) title: String,
    pub(super) address: String,
    pub(super) name: String,
    pub(super) mime: String,
    pub(super) language: Language,
    pub(super) is_frozen: bool,
    pub(super) begun_at: DateTime<Utc>,
}

/// How far a file is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum State {
    /// Others are made before it.
    Waiting,
    /// So many per cent are made.
    Making(u64),
    /// It is there, and so large.
    Ready(u64),
    /// It could not be made.
    Failed,
    /// The process that made it ended before it was ready.
    Interrupted,
}

/// How much of a file is made.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    has_begun: AtomicBool,
    done: AtomicU64,
    all: AtomicU64,
}

impl Progress {
    /// So many steps of so many are done.
    pub(crate) fn tell(&self, done: u64, all: u64) {
        self.all.store(all, Ordering::Relaxed);
        self.done.store(done, Ordering::Relaxed);
    }

    fn state(&self) -> State {
        if !self.has_begun.load(Ordering::Relaxed) {
            return State::Waiting;
        }
        let (done, all) = (self.done.load(Ordering::Relaxed), self.all.load(Ordering::Relaxed));
        // What is not written down yet is not all.
        State::Making((done * 100).checked_div(all).unwrap_or_default().min(99))
    }
}

/// A file that was found.
pub(super) struct Found {
    pub(super) id: String,
    pub(super) about: About,
    pub(super) state: State,
}

/// The files.
pub(crate) struct Shelf {
    folder: PathBuf,
    quick: u64,
    turns: Arc<Semaphore>,
    at_work: Arc<Mutex<HashMap<String, Arc<Progress>>>>,
}

/// A file that is being made: it is at work no longer, however it ends.
struct AtWork {
    id: String,
    all: Arc<Mutex<HashMap<String, Arc<Progress>>>>,
}

impl Drop for AtWork {
    fn drop(&mut self) {
        self.all.lock().unwrap_or_else(PoisonError::into_inner).remove(&self.id);
    }
}

impl Shelf {
    /// The files beside this evidence. What is more work than `quick` is prepared.
    pub(crate) fn new(files: &Path, quick: u64) -> Self {
        Self {
            folder: files.join(PREPARED),
            quick,
            turns: Arc::new(Semaphore::new(TURNS)),
            at_work: Arc::default(),
        }
    }

    pub(super) fn quick(&self) -> u64 {
        self.quick
    }

    /// Begins to prepare a file, unless it is there or being made. Gives its name.
    pub(super) fn begin<F>(
        &self,
        about: &About,
        progress: Arc<Progress>,
        make: F,
    ) -> Result<String, PageError>
    where
        F: Future<Output = Result<Vec<u8>, PageError>> + Send + 'static,
    {
        let own = self.of(about.person, &about.rights, about.begun_at);
        if let Some(same) = own.iter().find(|found| found.serves(about)) {
            return Ok(same.id.clone());
        }
        if own.iter().filter(|found| found.is_at_work()).count() >= MOST_AT_WORK {
            return Err(PageError::Busy);
        }
        let id = Token::random()?.reveal().to_owned();
        let folder = self.folder.join(&id);
        noted(&folder, about).context("a file was not begun")?;
        self.at_work.lock().unwrap_or_else(PoisonError::into_inner).insert(id.clone(), Arc::clone(&progress));
        let at_work = AtWork { id: id.clone(), all: Arc::clone(&self.at_work) };
        let turns = Arc::clone(&self.turns);
        #[expect(clippy::disallowed_methods, reason = "nobody waits for it; its folder tells how it ended")]
        tokio::spawn(async move {
            if let Err(cause) = prepared(&folder, turns, &progress, make).await {
                error!(error = ?cause, "a file was not prepared");
                let _ = fs::write(folder.join(FAILED), b"");
            }
            drop(at_work);
        });
        Ok(id)
    }

    /// The files of a person with these rights, the latest first. What is too old or too much is removed on the way.
    pub(super) fn of(&self, person: PersonId, rights: &str, now: DateTime<Utc>) -> Vec<Found> {
        let mut all = self.all();
        // What is being made is nobody's to remove.
        all.sort_by_key(|found| (!found.is_at_work(), std::cmp::Reverse(found.about.begun_at)));
        let (mut kept, mut bytes, mut own) = (0, 0, 0);
        all.retain(|found| {
            kept += 1;
            own += usize::from(found.about.person == person);
            bytes += if let State::Ready(bytes) = found.state { bytes } else { 0 };
            let is_own = found.about.person == person;
            let has_room = kept <= MOST && bytes <= MOST_BYTES && !(is_own && own > MOST_OF_ONE);
            let is_kept = found.is_at_work() || (has_room && found.about.begun_at + KEPT_FOR > now);
            if !is_kept {
                let _ = fs::remove_dir_all(self.folder.join(&found.id));
            }
            is_kept && is_own && found.about.rights == rights
        });
        all
    }

    /// The file of this name, for the person with these rights.
    pub(super) fn find(&self, id: &str, person: PersonId, rights: &str, now: DateTime<Utc>) -> Option<Found> {
        self.of(person, rights, now).into_iter().find(|found| found.id == id)
    }

    /// Where the bytes of a file lie.
    pub(super) fn path(&self, found: &Found) -> PathBuf {
        self.folder.join(&found.id).join(FILE)
    }

    fn all(&self) -> Vec<Found> {
        let folders = fs::read_dir(&self.folder).into_iter().flatten().flatten();
        folders.filter_map(|one| self.read(&one.path())).collect()
    }

    fn read(&self, folder: &Path) -> Option<Found> {
        let id = folder.file_name()?.to_str()?.to_owned();
        let about = serde_json::from_slice(&fs::read(folder.join(ABOUT)).ok()?).ok()?;
        let at_work = self.at_work.lock().unwrap_or_else(PoisonError::into_inner).get(&id).cloned();
        let state = match (fs::metadata(folder.join(FILE)), at_work) {
            (Ok(file), _) => State::Ready(file.len()),
            (Err(_), Some(progress)) => progress.state(),
            (Err(_), None) if folder.join(FAILED).exists() => State::Failed,
            (Err(_), None) => State::Interrupted,
        };
        Some(Found { id, about, state })
    }
}

impl Found {
    fn is_at_work(&self) -> bool {
        matches!(self.state, State::Waiting | State::Making(_))
    }

    /// Whether it is what is asked for: the same file, being made, or made and never another.
    fn serves(&self, about: &About) -> bool {
        let is_same = (&self.about.address, self.about.language) == (&about.address, about.language);
        let is_ready = matches!(self.state, State::Ready(_)) && self.about.is_frozen;
        is_same && (self.is_at_work() || is_ready)
    }
}

/// A folder with a note of whose it is; nobody else on this machine reads it.
fn noted(folder: &Path, about: &About) -> anyhow::Result<()> {
    use std::os::unix::fs::DirBuilderExt;
    fs::DirBuilder::new().recursive(true).mode(0o700).create(folder)?;
    fs::write(folder.join(ABOUT), serde_json::to_vec(about)?)?;
    Ok(())
}

/// Makes a file when its turn comes, and puts it there whole or not at all.
async fn prepared<F>(
    folder: &Path,
    turns: Arc<Semaphore>,
    progress: &Progress,
    make: F,
) -> Result<(), PageError>
where
    F: Future<Output = Result<Vec<u8>, PageError>>,
{
    let _turn = turns.acquire_owned().await.map_err(anyhow::Error::from)?;
    progress.has_begun.store(true, Ordering::Relaxed);
    let bytes = make.await?;
    let (part, file) = (folder.join(PART), folder.join(FILE));
    tokio::fs::write(&part, bytes).await.context("a prepared file was not written")?;
    tokio::fs::rename(&part, &file).await.context("a prepared file was not put in its place")?;
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn progress_moves_and_is_never_whole_before_the_file_is_there() {
        let progress = Progress::default();
        assert_eq!(progress.state(), State::Waiting);
        progress.has_begun.store(true, Ordering::Relaxed);
        assert_eq!(progress.state(), State::Making(0));
        for (done, all, percent) in [(0, 40, 0), (10, 40, 25), (39, 40, 97), (40, 40, 99), (50, 40, 99)] {
            progress.tell(done, all);
            assert_eq!(progress.state(), State::Making(percent), "{done} of {all}");
        }
    }
}
