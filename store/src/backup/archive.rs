//! The database and the evidence as one archive: a ZIP of the copy of the database and of each file under the SHA-256 that names it.
//!
//! It is written and read piece by piece, however large it is. A file proves itself by its name: what has another SHA-256 is refused.

use std::fs::{self, File};
use std::io::{self, Read, Seek, Write};
use std::path::Path;

use sha2::{Digest, Sha256};
use zip::write::{SimpleFileOptions, StreamWriter, ZipWriter};
use zip::{CompressionMethod, ZipArchive};

/// The database within an archive, and the folder of evidence.
const DATABASE: &str = "nazorat.db";
const FILES: &str = "files/";
/// So an archive begins.
const SIGN: &[u8] = b"PK";
/// So begins the name of a file that is not whole yet.
const ARRIVING: &str = ".restoring-";
/// What is read at once.
const PIECE: usize = 64 * 1024;

/// How many files of evidence there are, and their bytes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Files {
    /// How many.
    pub count: u64,
    /// How large all together.
    pub bytes: u64,
}

/// What is wrong with an archive.
#[derive(Debug, thiserror::Error)]
pub enum ArchiveError {
    /// It cannot be read or written.
    #[error("the archive cannot be read or written")]
    Broken(#[from] io::Error),
    /// There is no database in it.
    #[error("there is no database in the archive")]
    NoDatabase,
    /// Something is in it that no backup holds.
    #[error("{0} is not a part of a backup")]
    Foreign(String),
    /// A file is not the one that its name says.
    #[error("the file {0} is damaged")]
    Damaged(String),
}

impl From<zip::result::ZipError> for ArchiveError {
    fn from(error: zip::result::ZipError) -> Self {
        Self::Broken(error.into())
    }
}

/// Whether evidence may be called so: the SHA-256 of its bytes.
fn is_evidence(name: &str) -> bool {
    name.len() == 64 && name.bytes().all(|byte| byte.is_ascii_digit() || (b'a'..=b'f').contains(&byte))
}

/// The names of the evidence in a folder, in their order. The secret key, which lies beside it, is not among them.
fn evidence(folder: &Path) -> Vec<String> {
    let files = fs::read_dir(folder).into_iter().flatten().flatten();
    // A link would lead out of the folder.
    let plain = files.filter(|file| file.file_type().is_ok_and(|kind| kind.is_file()));
    let mut names: Vec<_> = plain.filter_map(|file| file.file_name().into_string().ok()).collect();
    names.retain(|name| is_evidence(name));
    names.sort_unstable();
    names
}

/// How much evidence a folder holds.
pub fn count(folder: &Path) -> Files {
    let sizes = evidence(folder).into_iter().filter_map(|name| fs::metadata(folder.join(name)).ok());
    sizes.fold(Files::default(), |all, about| Files { count: all.count + 1, bytes: all.bytes + about.len() })
}

/// Whether a file is an archive, and not a database alone.
pub fn is_archive(file: &Path) -> io::Result<bool> {
    let mut begins = Vec::new();
    File::open(file)?.take(SIGN.len() as u64).read_to_end(&mut begins)?;
    Ok(begins == SIGN)
}

/// Writes the copy of the database and the evidence of a folder. What takes it may be a file or a line to somebody far away.
pub fn write<W: Write>(to: W, database: &Path, folder: &Path) -> Result<Files, ArchiveError> {
    let mut archive: ZipWriter<StreamWriter<W>> = ZipWriter::new_stream(to);
    let options = SimpleFileOptions::default().large_file(true).unix_permissions(0o600);
    archive.start_file(DATABASE, options)?;
    io::copy(&mut File::open(database)?, &mut archive)?;
    // Photographs and documents are packed already.
    let options = options.compression_method(CompressionMethod::Stored);
    let mut all = Files::default();
    for name in evidence(folder) {
        // What was removed meanwhile by its age is not in the backup.
        let Ok(mut file) = File::open(folder.join(&name)) else { continue };
        archive.start_file(format!("{FILES}{name}"), options)?;
        all.bytes += io::copy(&mut file, &mut archive)?;
        all.count += 1;
    }
    archive.finish()?.into_inner().flush()?;
    Ok(all)
}

/// Takes an archive apart: the database goes to `database`, which must be new, and the evidence into its folder, each file only
/// when its bytes are those that its name says. Evidence that is there already and whole stays as it is.
pub fn read<R: Read + Seek>(from: R, database: &Path, folder: &Path) -> Result<Files, ArchiveError> {
    let mut archive = ZipArchive::new(from)?;
    let known = |name: &str| name == DATABASE || name.strip_prefix(FILES).is_some_and(is_evidence);
    for name in archive.file_names() {
        let name = name?;
        if !known(&name) {
            return Err(ArchiveError::Foreign(name.into_owned()));
        }
    }
    if archive.index_for_name(DATABASE).is_none() {
        return Err(ArchiveError::NoDatabase);
    }
    fs::create_dir_all(folder)?;
    let mut all = Files::default();
    for number in 0..archive.len() {
        let mut part = archive.by_index(number)?;
        let Some(name) = part.name()?.strip_prefix(FILES).map(str::to_owned) else {
            io::copy(&mut part, &mut File::options().write(true).open(database)?)?;
            continue;
        };
        all.bytes += arrived(&mut part, folder, &name)?;
        all.count += 1;
    }
    Ok(all)
}

/// Puts one file of evidence into its folder, whole or not at all.
fn arrived(part: &mut impl Read, folder: &Path, name: &str) -> Result<u64, ArchiveError> {
    let arriving = folder.join(format!("{ARRIVING}{name}"));
    let written = File::create(&arriving).and_then(|mut file| {
        let written = hashed(part, &mut file)?;
        file.sync_all()?;
        Ok(written)
    });
    let (bytes, sha256) = match written {
        Ok(written) => written,
        Err(error) => {
            let _ = fs::remove_file(&arriving);
            return Err(error.into());
        }
    };
    if sha256 != name {
        let _ = fs::remove_file(&arriving);
        return Err(ArchiveError::Damaged(name.to_owned()));
    }
    fs::rename(&arriving, folder.join(name))?;
    Ok(bytes)
}

/// Copies, and gives how much that was and its SHA-256.
fn hashed(from: &mut impl Read, to: &mut impl Write) -> io::Result<(u64, String)> {
    let (mut hash, mut bytes, mut piece) = (Sha256::new(), 0, vec![0; PIECE]);
    loop {
        let read = from.read(&mut piece)?;
        if read == 0 {
            return Ok((bytes, hex::encode(hash.finalize())));
        }
        hash.update(&piece[..read]);
        to.write_all(&piece[..read])?;
        bytes += read as u64;
    }
}

#[cfg(test)]
mod tests {
    use std::io::Cursor;

    use super::*;

    fn put(folder: &Path, bytes: &[u8]) -> String {
        let name = hex::encode(Sha256::digest(bytes));
        fs::write(folder.join(&name), bytes).unwrap();
        name
    }

    fn zipped(parts: &[(&str, &[u8])]) -> Vec<u8> {
        let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
        for (name, bytes) in parts {
            archive.start_file(*name, SimpleFileOptions::default()).unwrap();
            archive.write_all(bytes).unwrap();
        }
        archive.finish().unwrap().into_inner()
    }

    fn names(folder: &Path) -> Vec<String> {
        let mut names: Vec<_> = fs::read_dir(folder)
            .unwrap()
            .map(|file| file.unwrap().file_name().into_string().unwrap())
            .collect();
        names.sort();
        names
    }

    #[test]
    fn what_was_written_is_read_and_nothing_else_is_in_it() {
        let (here, there) = (tempfile::tempdir().unwrap(), tempfile::tempdir().unwrap());
        let files = here.path().join("files");
        fs::create_dir(&files).unwrap();
        let large: Vec<u8> = (0..300_000_u32).flat_map(u32::to_le_bytes).collect();
        let kept = [put(&files, b"photo"), put(&files, &large), put(&files, b"")];
        fs::write(files.join("secret.key"), "7".repeat(64)).unwrap();
        std::os::unix::fs::symlink("/etc/passwd", files.join("a".repeat(64))).unwrap();
        let database = here.path().join("copy.db");
        fs::write(&database, b"SQLite").unwrap();
        let mut archive = Vec::new();
        let sum = write(&mut archive, &database, &files).unwrap();
        assert_eq!((sum.count, sum.bytes), (3, 1_200_005));
        assert_eq!(count(&files), sum);
        let packed = here.path().join("a.zip");
        fs::write(&packed, &archive).unwrap();
        assert!(is_archive(&packed).unwrap() && !is_archive(&database).unwrap());

        let (database, files) = (there.path().join("new.db"), there.path().join("evidence"));
        File::create(&database).unwrap();
        assert_eq!(read(Cursor::new(&archive), &database, &files).unwrap(), sum);
        assert_eq!(fs::read(&database).unwrap(), b"SQLite");
        let mut kept = kept.to_vec();
        kept.sort();
        assert_eq!(names(&files), kept);
        assert_eq!(fs::read(files.join(hex::encode(Sha256::digest(&large)))).unwrap(), large);
        // Once more over what is there.
        assert_eq!(read(Cursor::new(&archive), &database, &files).unwrap(), sum);
    }

    #[test]
    fn what_is_damaged_or_foreign_is_refused_and_leaves_no_half_file() {
        let there = tempfile::tempdir().unwrap();
        let (database, files) = (there.path().join("new.db"), there.path().join("evidence"));
        File::create(&database).unwrap();
        let other = format!("{FILES}{}", "0".repeat(64));
        for (parts, words) in [
            (vec![(DATABASE, b"x".as_slice()), (other.as_str(), b"y".as_slice())], "is damaged"),
            (vec![(DATABASE, b"x"), ("files/../../escaped", b"y")], "escaped is not a part"),
            (vec![(DATABASE, b"x"), ("files/secret.key", b"y")], "secret.key is not a part"),
            (vec![("/etc/passwd", b"y")], "passwd is not a part"),
            (vec![(other.as_str(), b"y")], "no database"),
        ] {
            let refused = read(Cursor::new(zipped(&parts)), &database, &files).unwrap_err();
            assert!(refused.to_string().contains(words), "{refused}: {words}");
        }
        let torn = &zipped(&[(DATABASE, b"x")])[..40];
        assert!(matches!(read(Cursor::new(torn), &database, &files), Err(ArchiveError::Broken(_))));
        assert!(names(&files).is_empty(), "{:?}", names(&files));
    }
}
