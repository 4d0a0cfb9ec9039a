//! Looks for somebody in everything that is kept: byte by byte in the file of SQLite with its log, in a dump of PostgreSQL.

use std::collections::BTreeSet;
use std::process::Command;

use super::databases::{Base, Raw};
use super::town::Town;

/// Something that must not be found, and what it is called in a complaint.
pub(crate) struct Needle {
    what: String,
    bytes: Vec<u8>,
}

/// A number in every shape in which either database could keep it.
pub(crate) fn number(id: i64) -> Vec<Needle> {
    let big = id.to_be_bytes();
    // SQLite leaves out leading zero bytes of a number in a record: 1, 2, 3, 4, 6 or 8 stay.
    let short = &big[2..];
    let shapes = [
        ("in decimal digits", id.to_string().into_bytes()),
        ("in hexadecimal digits", hex::encode(short).into_bytes()),
        ("in 8 bytes, the largest first", big.to_vec()),
        ("in 8 bytes, the smallest first", id.to_le_bytes().to_vec()),
        ("in 6 bytes of a record", short.to_vec()),
        ("as the number of a row", varint(id)),
    ];
    shapes.map(|(shape, bytes)| Needle { what: format!("{id} {shape}"), bytes }).into()
}

/// Words as they are, and as JSON escapes them.
pub(crate) fn words(text: &str) -> Needle {
    Needle { what: text.to_owned(), bytes: text.as_bytes().to_vec() }
}

/// SQLite's integer of variable length: seven bits a byte, the largest first, the highest bit says that more follow.
fn varint(id: i64) -> Vec<u8> {
    let mut rest = u64::try_from(id).expect("numbers of accounts are positive");
    let mut bytes = Vec::new();
    loop {
        let seven = u8::try_from(rest & 0x7f).expect("seven bits");
        bytes.insert(0, if bytes.is_empty() { seven } else { seven | 0x80 });
        rest >>= 7;
        if rest == 0 {
            return bytes;
        }
    }
}

/// Which of these stand in the bytes.
pub(crate) fn found(needles: &[Needle], bytes: &[u8]) -> Vec<String> {
    let stands = |needle: &&Needle| bytes.windows(needle.bytes.len()).any(|window| window == needle.bytes);
    needles.iter().filter(stands).map(|needle| needle.what.clone()).collect()
}

/// Everything that the database keeps: the files of SQLite as they lie on the disk, deleted rows and log included; of PostgreSQL
/// what a backup would hold.
pub(crate) async fn everything_kept(base: &Base) -> Vec<u8> {
    let Some(path) = base.url.strip_prefix("sqlite://") else { return dump(base).await };
    let mut bytes = std::fs::read(path).expect("the file of the database");
    assert!(bytes.starts_with(b"SQLite format 3"), "this is no database");
    // The log may have been emptied, and then it may be missing.
    bytes.extend(std::fs::read(format!("{path}-wal")).unwrap_or_default());
    bytes
}

async fn dump(base: &Base) -> Vec<u8> {
    match Command::new("pg_dump").args(["--no-owner", &base.url]).output() {
        Ok(done) => {
            assert!(done.status.success(), "pg_dump: {}", String::from_utf8_lossy(&done.stderr));
            done.stdout
        }
        // Where the tools of PostgreSQL are missing, every row of every table is read as text.
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            Raw::open(&base.url).await.everything().await.into_bytes()
        }
        Err(error) => panic!("pg_dump: {error}"),
    }
}

/// Every page and file to which links lead, from the first page on, as the person with this session sees them.
pub(crate) async fn pages_of(town: &Town, person: i64) -> Vec<(String, Vec<u8>)> {
    let cookie = format!("session={}", town.session_of(person).await);
    let http = reqwest::Client::new();
    let firsts = [
        "/",
        "/ratings",
        "/ratings/quarantine",
        "/ratings/themes",
        "/delivery",
        "/people",
        "/privacy",
        "/metrics",
    ];
    let mut waiting: Vec<String> = firsts.map(str::to_owned).into();
    let (mut seen, mut pages) = (BTreeSet::new(), Vec::new());
    while let Some(path) = waiting.pop() {
        let changes = ["/lang/", "/theme/", "/logout", "/static/", "/events"];
        if seen.len() >= 250 || changes.iter().any(|one| path.starts_with(one)) || !seen.insert(path.clone())
        {
            continue;
        }
        let answer = http.get(format!("{}{path}", town.panel_url)).header("cookie", &cookie).send().await;
        let body = answer.expect("the panel answers").bytes().await.expect("a body").to_vec();
        let text = String::from_utf8_lossy(&body);
        let links = text.split("href=\"/").skip(1).filter_map(|rest| rest.split('"').next());
        waiting.extend(links.map(|link| format!("/{}", link.split('#').next().unwrap_or_default())));
        drop(text);
        pages.push((path, body));
    }
    pages
}

#[test]
fn a_number_is_found_in_every_shape() {
    let id = 7_654_321_098_765;
    for needle in number(id) {
        let mut hay = vec![1, 2, 3];
        hay.extend(&needle.bytes);
        hay.push(4);
        assert!(found(&number(id), &hay).contains(&needle.what), "{}", needle.what);
    }
    assert_eq!(varint(1), [1]);
    assert_eq!(varint(300), [0x82, 0x2c]);
    assert_eq!(found(&number(id), b"765432109876 and others"), Vec::<String>::new());
}
