//! Which files are taken.

use crate::refusal::Refusal;

/// Telegram gives no larger files to a bot, and the panel takes none either.
pub const FILE_LIMIT: i64 = 20 * 1024 * 1024;

/// So many files are taken with one form of the panel.
pub const FILES_AT_ONCE: usize = 5;

/// What files are taken, by the ends of their names: pictures, papers, tables, archives.
pub const TAKEN: [&str; 26] = [
    "jpg", "jpeg", "png", "gif", "webp", "heic", "heif", "bmp", "tif", "tiff", "pdf", "doc", "docx", "xls",
    "xlsx", "ppt", "pptx", "odt", "ods", "odp", "rtf", "txt", "csv", "zip", "7z", "rar",
];

/// Kinds of content that are taken when a file has a name without an end, as phones send it.
const CONTENTS: [&str; 13] = [
    "application/pdf",
    "application/msword",
    "application/rtf",
    "application/vnd.ms-excel",
    "application/vnd.ms-powerpoint",
    "application/vnd.openxmlformats-officedocument",
    "application/vnd.oasis.opendocument",
    "application/zip",
    "application/x-7z-compressed",
    "application/vnd.rar",
    "application/x-rar",
    "text/plain",
    "text/csv",
];

/// Kinds of content that no name makes harmless.
const DANGEROUS: [&str; 12] = [
    "application/x-msdownload",
    "application/x-msdos-program",
    "application/x-ms-installer",
    "application/x-msi",
    "application/vnd.microsoft.portable-executable",
    "application/x-executable",
    "application/x-sh",
    "application/javascript",
    "text/javascript",
    "text/html",
    "application/java-archive",
    "application/vnd.android.package-archive",
];

/// Passes when a file with this name, kind of content and size is taken as evidence.
pub fn check_file(name: Option<&str>, mime: Option<&str>, bytes: i64) -> Result<(), Refusal> {
    if bytes > FILE_LIMIT {
        return Err(Refusal::FileTooBig);
    }
    let mime = mime.unwrap_or_default().split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    if DANGEROUS.contains(&mime.as_str()) {
        return Err(Refusal::FileNotTaken);
    }
    let taken = match name.and_then(end_of) {
        Some(end) => TAKEN.contains(&end.as_str()),
        None => is_picture(&mime) || CONTENTS.iter().any(|content| mime.starts_with(content)),
    };
    if taken { Ok(()) } else { Err(Refusal::FileNotTaken) }
}

/// The end of a name, in small letters: what stands behind its last dot.
fn end_of(name: &str) -> Option<String> {
    let (before, end) = name.trim().trim_end_matches('.').rsplit_once('.')?;
    let is_end = !before.is_empty() && !end.is_empty() && end.chars().all(char::is_alphanumeric);
    is_end.then(|| end.to_lowercase())
}

/// A drawing in SVG is a page with scripts, not a picture.
fn is_picture(mime: &str) -> bool {
    mime.starts_with("image/") && !mime.contains("svg")
}

/// Whether a file begins as programs and scripts do, whatever its name says.
pub fn is_program(beginning: &[u8]) -> bool {
    let signs: [&[u8]; 7] =
        [b"MZ", b"\x7fELF", b"#!", b"\xCA\xFE\xBA\xBE", b"\xCF\xFA\xED\xFE", b"dex\n", b"<script"];
    signs.iter().any(|sign| beginning.starts_with(sign))
}
