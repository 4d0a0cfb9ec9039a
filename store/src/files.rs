//! The folder of evidence: each file named by the SHA-256 of its bytes, so that the same bytes are kept once.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use domain::evidence::is_program;
use sha2::{Digest, Sha256};

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
