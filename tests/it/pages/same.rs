//! Both databases show the same: sorting, counting and rounding must not depend on where the city is kept.

use domain::language::Language;

use super::{MORNING, visits};
use crate::support::databases::Base;
use crate::support::town::{By, Town};

/// Pages that tell how the database is kept, what the workers did in which order, or a number drawn by chance.
const OWN: [&str; 7] =
    ["audit", "audit-chain", "backup", "delivery", "login", "obligation-reported", "obligation-returned"];

/// How a code to be scanned begins: it holds a link, and so a token or a code.
const QR: &str = "<path d=\"M4 4h7v1h-7z";

/// Pages, each with its name.
type Seen = Vec<(String, String)>;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_reads_the_same_on_both_databases() {
    let (sqlite, postgres) = tokio::join!(async { seen_on(Base::sqlite().await).await }, async {
        seen_on(Base::postgres().await).await
    });
    let mut wrong = Vec::new();
    assert!(sqlite.len() > 65, "only {} pages", sqlite.len());
    for ((name, ours), (same, theirs)) in sqlite.iter().zip(&postgres) {
        assert_eq!(name, same);
        let mut lines = ours.lines().zip(theirs.lines()).enumerate();
        if let Some((number, (ours, theirs))) = lines.find(|(_, (ours, theirs))| ours != theirs) {
            wrong.push(format!("{name}, line {number}:\n  SQLite      {ours}\n  PostgreSQL  {theirs}"));
        } else if ours.lines().count() != theirs.lines().count() {
            wrong.push(format!("{name}: one is longer"));
        }
    }
    assert!(wrong.is_empty(), "{} pages differ:\n{}", wrong.len(), wrong.join("\n"));
}

/// Every page of a filled town on this database, in the language with the most letters to sort.
async fn seen_on(base: Base) -> Seen {
    let town = Town::open(base, By::Webhook, MORNING).await;
    let visits = visits(&town, Language::UzLatn).await;
    town.at_rest().await;
    let http = reqwest::Client::builder().redirect(reqwest::redirect::Policy::none()).build().unwrap();
    let mut seen = Vec::new();
    for (person, pages) in visits {
        let mut cookies = "lang=uz-Latn; theme=light".to_owned();
        if let Some(person) = person {
            cookies = format!("{cookies}; session={}", town.session_of(person).await);
        }
        for (name, path) in pages.into_iter().filter(|(name, _)| !OWN.contains(&name.as_str())) {
            let asked = http.get(format!("{}{path}", town.panel_url)).header("cookie", &cookies);
            let html = asked.send().await.expect("the panel answers").text().await.expect("a page");
            seen.push((name, without_chance(&html, &town)));
        }
    }
    seen
}

/// The page without what is drawn by chance: addresses, codes of points, tokens, and hashes over these.
fn without_chance(html: &str, town: &Town) -> String {
    let mut page = html.replace(&town.panel_url, "http://panel").replace("><", ">\n<");
    for point in town.city.catalogue.points.values() {
        page = page.replace(&point.code, "CODE");
    }
    let lines = page.lines().filter(|line| !line.starts_with(QR)).map(without_digests);
    lines.collect::<Vec<_>>().join("\n")
}

/// The line with one sign in place of each long hexadecimal number.
fn without_digests(line: &str) -> String {
    let pieces = line.split_inclusive(|sign: char| !sign.is_ascii_hexdigit());
    let told = pieces.map(|piece| {
        let digits = piece.trim_end_matches(|sign: char| !sign.is_ascii_hexdigit());
        if digits.len() < 32 { piece.to_owned() } else { piece.replace(digits, "#") }
    });
    told.collect()
}
