//! Both databases show the same: sorting, counting and rounding must not depend on where the city is kept.

use domain::language::Language;

use super::{MORNING, visits};
use crate::support::databases::Base;
use crate::support::town::{By, Town};

/// A page with its name, or with the look of who opened it.
type Seen = Vec<(String, String)>;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_reads_the_same_on_both_databases() {
    let (sqlite, postgres) = tokio::join!(async { seen_on(Base::sqlite().await).await }, async {
        seen_on(Base::postgres().await).await
    });
    let mut wrong = Vec::new();
    assert!(sqlite.len() > 70, "only {} pages", sqlite.len());
    for ((name, ours), (same, theirs)) in sqlite.iter().zip(&postgres) {
        assert_eq!(name, same);
        let lines = ours.lines().zip(theirs.lines()).enumerate();
        if let Some((number, (ours, theirs))) = lines.into_iter().find(|(_, (ours, theirs))| ours != theirs) {
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
            cookies.push_str(&format!("; session={}", town.session_of(person).await));
        }
        for (name, path) in pages {
            let asked = http.get(format!("{}{path}", town.panel_url)).header("cookie", &cookies);
            let html = asked.send().await.expect("the panel answers").text().await.expect("a page");
            seen.push((name, told_apart_by_nothing(&html, &town.panel_url)));
        }
    }
    seen
}

/// The page without what differs from one installation to the next: addresses, numbers of rows, tokens.
fn told_apart_by_nothing(html: &str, panel: &str) -> String {
    html.replace(panel, "http://panel").replace("><", ">\n<")
}
