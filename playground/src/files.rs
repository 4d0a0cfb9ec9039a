//! Files that went through the chats. The memory for them is bounded: the oldest go first.

use std::collections::{HashMap, VecDeque};

use axum::body::Bytes;

/// All files together.
const KEPT_MAX: usize = 96 << 20;

/// A file with its name and type.
#[derive(Clone)]
pub(crate) struct StoredFile {
    pub(crate) name: String,
    pub(crate) mime: String,
    pub(crate) bytes: Bytes,
    /// Where `getFile` says it is.
    pub(crate) path: String,
}

/// The files by their identifiers.
#[derive(Default)]
pub(crate) struct Files {
    by_id: HashMap<String, StoredFile>,
    order: VecDeque<String>,
    total: usize,
    counter: u64,
}

impl Files {
    /// Keeps a file and gives its identifier.
    pub(crate) fn keep(&mut self, folder: &str, name: &str, mime: &str, bytes: Bytes) -> String {
        self.counter += 1;
        let id = format!("PGfile{:026x}", self.counter);
        let extension: String = name
            .rsplit_once('.')
            .map(|(_, extension)| extension.chars().filter(char::is_ascii_alphanumeric).take(8).collect())
            .unwrap_or_default();
        let dot = if extension.is_empty() { "" } else { "." };
        let path = format!("{folder}/file_{}{dot}{extension}", self.counter);
        self.total += bytes.len();
        let file = StoredFile { name: name.to_owned(), mime: mime.to_owned(), bytes, path };
        self.by_id.insert(id.clone(), file);
        self.order.push_back(id.clone());
        while self.total > KEPT_MAX && self.order.len() > 1 {
            if let Some(file) = self.order.pop_front().and_then(|oldest| self.by_id.remove(&oldest)) {
                self.total -= file.bytes.len();
            }
        }
        id
    }

    pub(crate) fn get(&self, id: &str) -> Option<&StoredFile> {
        self.by_id.get(id)
    }

    pub(crate) fn at_path(&self, path: &str) -> Option<&StoredFile> {
        self.by_id.values().find(|file| file.path == path)
    }
}

/// Width and height of a picture, read from its header.
pub(crate) fn picture_size(bytes: &[u8]) -> Option<(u32, u32)> {
    if bytes.starts_with(b"\x89PNG\r\n\x1a\n") {
        return Some((big_endian(bytes.get(16..20)?), big_endian(bytes.get(20..24)?)));
    }
    if bytes.starts_with(b"GIF8") {
        let little = |at: usize| Some(u32::from(*bytes.get(at)?) | u32::from(*bytes.get(at + 1)?) << 8);
        return Some((little(6)?, little(8)?));
    }
    if bytes.starts_with(&[0xFF, 0xD8]) {
        return jpeg_size(bytes);
    }
    None
}

/// Walks over the segments to the one that starts the frame.
fn jpeg_size(bytes: &[u8]) -> Option<(u32, u32)> {
    let mut at = 2;
    loop {
        let [0xFF, marker] = *bytes.get(at..at + 2)? else { return None };
        let length = big_endian(bytes.get(at + 2..at + 4)?) as usize;
        if matches!(marker, 0xC0..=0xCF) && !matches!(marker, 0xC4 | 0xC8 | 0xCC) {
            return Some((big_endian(bytes.get(at + 7..at + 9)?), big_endian(bytes.get(at + 5..at + 7)?)));
        }
        at += 2 + length;
    }
}

fn big_endian(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0, |number, byte| number << 8 | u32::from(*byte))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_size_of_a_picture_is_read_from_its_header() {
        let mut png = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR".to_vec();
        png.extend([0, 0, 5, 0, 0, 0, 4, 76]);
        assert_eq!(picture_size(&png), Some((1280, 1100)));
        let jpeg = [0xFF, 0xD8, 0xFF, 0xE0, 0, 4, 0, 0, 0xFF, 0xC0, 0, 11, 8, 0, 20, 0, 30, 1];
        assert_eq!(picture_size(&jpeg), Some((30, 20)));
        assert_eq!(picture_size(b"%PDF-1.7"), None);
    }

    #[test]
    fn the_oldest_files_go_when_the_memory_is_full() {
        let mut files = Files::default();
        let half: Bytes = vec![0; KEPT_MAX / 2 + 1].into();
        let first = files.keep("documents", "a.pdf", "application/pdf", half.clone());
        let second = files.keep("documents", "b.pdf", "application/pdf", half);
        assert!(files.get(&first).is_none());
        assert_eq!(files.get(&second).map(|file| file.path.as_str()), Some("documents/file_2.pdf"));
    }
}
