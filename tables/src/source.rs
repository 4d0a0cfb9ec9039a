//! A file, before it is known what its columns mean.

use std::fs::File;
use std::io::{self, Read};
use std::path::Path;

use crate::grid::LARGEST_FILE;

/// A file: what it is called and what stands in it.
#[derive(Clone, Debug)]
pub struct Source {
    /// The name by which messages call it.
    pub name: String,
    /// What stands in it.
    pub content: Vec<u8>,
}

impl Source {
    /// Reads a file. Of one that is far too large only as much as shows that it is.
    pub fn open(path: &Path) -> io::Result<Self> {
        let file = File::open(path)?;
        let mut content = Vec::new();
        Read::take(file, LARGEST_FILE as u64 + 1).read_to_end(&mut content)?;
        Ok(Self { name: path.display().to_string(), content })
    }

    /// A table that comes with the program.
    pub fn embedded(name: &str, content: &str) -> Self {
        Self { name: name.to_owned(), content: content.as_bytes().to_vec() }
    }
}
