//! Several files as one: a ZIP that is the same for the same files.

use std::io::{Cursor, Write};

use zip::write::{SimpleFileOptions, ZipWriter};

use crate::DrawError;

/// A file of the archive.
pub struct Packed {
    /// Its name.
    pub name: String,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// The archive.
pub fn archive(files: &[Packed]) -> Result<Vec<u8>, DrawError> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    for file in files {
        archive.start_file(file.name.as_str(), SimpleFileOptions::default()).map_err(std::io::Error::from)?;
        archive.write_all(&file.bytes)?;
    }
    Ok(archive.finish().map_err(std::io::Error::from)?.into_inner())
}
