//! The folder of evidence: each file named by the SHA-256 of its bytes, so that the same bytes are kept once.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::time::{Duration, SystemTime};

use domain::evidence::is_program;
use sha2::{Digest, Sha256};

/// The folder of prepared files, within the one of evidence.
pub const PREPARED: &str = ".exports";
/// How long a prepared file stays.
const PREPARED_FOR: Duration = Duration::from_hours(25);
/// How long an answer may take to name a file that was brought with it.
const NAMED_WITHIN: Duration = Duration::from_hours(1);

/// So many bytes tell whether a file is a program.
const BEGINNING: usize = 64;

/// A file that is being written. Until [`Arriving::keep`] it has no name that anybody looks for; dropped before, it is gone.
pub struct Arriving {
    folder: PathBuf,
    partial: PathBuf,
    file: File,
    hasher: Sha256,
    beginning: Vec<u8>,
    bytes: u64,
}

/// A file that is kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Kept {
    /// Its name in the folder.
    pub sha256: String,
    /// Its size in bytes.
    pub bytes: u64,
}

/// Why a file was not kept.
#[derive(Debug, thiserror::Error)]
pub enum NotKept {
    /// It begins as programs do.
    #[error("the file is a program, whatever its name says")]
    Program,
    /// The disk.
    #[error("the folder of files cannot be written to: {0}")]
    Disk(#[from] io::Error),
}

impl Arriving {
    /// Begins a file in `folder`, which is made when it is missing. `tag` tells files apart that arrive at the same time.
    pub fn begin(folder: &Path, tag: &str) -> io::Result<Self> {
        create_for_owner(folder)?;
        let partial = folder.join(format!(".{tag}.{}.part", std::process::id()));
        Ok(Self {
            folder: folder.to_owned(),
            file: File::create(&partial)?,
            partial,
            hasher: Sha256::new(),
            beginning: Vec::with_capacity(BEGINNING),
            bytes: 0,
        })
    }

    /// The next bytes.
    pub fn write(&mut self, piece: &[u8]) -> io::Result<()> {
        self.hasher.update(piece);
        self.beginning.extend(piece.iter().take(BEGINNING.saturating_sub(self.beginning.len())));
        self.bytes += u64::try_from(piece.len()).unwrap_or(u64::MAX);
        self.file.write_all(piece)
    }

    /// How many bytes came.
    pub fn bytes(&self) -> u64 {
        self.bytes
    }

    /// Gives the file its name, once all bytes are on the disk.
    pub fn keep(mut self) -> Result<Kept, NotKept> {
        if is_program(&self.beginning) {
            return Err(NotKept::Program);
        }
        let sha256 = hex::encode(std::mem::take(&mut self.hasher).finalize());
        self.file.sync_all()?;
        fs::rename(&self.partial, self.folder.join(&sha256))?;
        Ok(Kept { sha256, bytes: self.bytes })
    }
}

impl Drop for Arriving {
    fn drop(&mut self) {
        // A file that was kept has another name by now, and one that stays would only be overwritten.
        let _ = fs::remove_file(&self.partial);
    }
}

/// Reports of officials are for nobody else on this machine.
fn create_for_owner(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    std::os::unix::fs::DirBuilderExt::mode(&mut builder, 0o700);
    builder.create(folder)
}

/// Removes prepared files whose day is over. One that cannot be removed keeps none of the others; the last failure is given.
pub fn sweep_prepared(folder: &Path) -> io::Result<()> {
    let old = entries(&folder.join(PREPARED))?.into_iter().filter(|one| is_older(&one.path(), PREPARED_FOR));
    old.map(|one| unless_gone(fs::remove_dir_all(one.path()))).filter(Result::is_err).last().unwrap_or(Ok(()))
}

/// The files by whose name an answer should stand, were it kept: brought some time ago, with answers that may have been refused.
pub fn settled(folder: &Path) -> io::Result<Vec<String>> {
    let names = entries(folder)?.into_iter().filter(|one| is_older(&one.path(), NAMED_WITHIN));
    let names = names.filter_map(|one| one.file_name().into_string().ok());
    Ok(names.filter(|name| name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_hexdigit())).collect())
}

/// Removes a file that no answer names, unless it was brought once more meanwhile.
pub fn remove_unnamed(folder: &Path, name: &str) -> io::Result<()> {
    let path = folder.join(name);
    if is_older(&path, NAMED_WITHIN) { unless_gone(fs::remove_file(path)) } else { Ok(()) }
}

/// Another process may have removed it.
fn unless_gone(removed: io::Result<()>) -> io::Result<()> {
    removed.or_else(|error| if error.kind() == io::ErrorKind::NotFound { Ok(()) } else { Err(error) })
}

fn entries(folder: &Path) -> io::Result<Vec<fs::DirEntry>> {
    match fs::read_dir(folder) {
        Ok(found) => found.collect(),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(Vec::new()),
        Err(error) => Err(error),
    }
}

#[expect(
    clippy::disallowed_methods,
    reason = "files have the time of the machine, whatever clock the service goes by"
)]
fn is_older(path: &Path, than: Duration) -> bool {
    let changed = fs::metadata(path).and_then(|known| known.modified());
    changed.is_ok_and(|changed| SystemTime::now().duration_since(changed).is_ok_and(|age| age > than))
}
