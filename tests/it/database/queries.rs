//! Every query text of the program is one that both databases understand.

use sqlx::{Executor, SqlStr};

use crate::support::databases::{Base, Raw, on_both};

on_both!(every_query_of_the_program_can_be_prepared);

async fn every_query_of_the_program_can_be_prepared(base: Base) {
    let mut raw = base.raw().await;
    let (mut texts, mut wrong) = (0, Vec::new());
    for query in store::query_texts() {
        texts += 1;
        let text = SqlStr::from_static(query.text);
        let prepared = match &mut raw {
            Raw::Lite(conn) => conn.prepare(text).await.map(drop),
            Raw::Pg(conn) => conn.prepare(text).await.map(drop),
        };
        if let Err(error) = prepared {
            wrong.push(format!("{}: {error}\n{}", query.at, query.text));
        }
    }
    // An empty registry would pass for a program without a fault.
    assert!(texts >= 60, "only {texts} query texts are registered");
    assert!(wrong.is_empty(), "{} of {texts} queries are wrong:\n{}", wrong.len(), wrong.join("\n\n"));
}

/// Tables that grow with every obligation, mark, act and message of a city, for years.
const LARGE: [&str; 15] = [
    "obligation",
    "rating",
    "rating_day",
    "rating_week",
    "rating_reason",
    "rating_criterion",
    "citizen_case",
    "answer",
    "answer_version",
    "answer_part",
    "event",
    "event_link",
    "outbox",
    "reminder",
    "evidence",
];

/// What may walk through one of them, by a piece of its text, and why.
const WALKS: [(&str, &str); 6] = [
    ("SELECT DISTINCT sha256 FROM evidence", "once a day the files that lie in the folder are looked up"),
    ("ORDER BY citizen_case.id DESC LIMIT", "the newest answered cases: it stops when the page is full"),
    (
        "FROM rating_day WHERE day BETWEEN",
        "a past day, or a quarter that is published, is counted over all services",
    ),
    ("FROM event_link", "the check of the chain reads all of the record"),
    ("FROM obligation CROSS JOIN event", "a day that is over is told from the acts of all its obligations"),
    (
        "WHEN obligation.state IN ('open', 'returned', 'reported') THEN 0",
        "a search names measures or organisations",
    ),
];

/// Asks SQLite how it would go about every query, and fails for those that would walk through all of a large table, or of an index
/// over all of it. What a page shows of a part is found along an index.
#[tokio::test]
async fn no_query_walks_through_all_that_a_city_ever_did() {
    let base = Base::sqlite().await;
    let mut raw = base.raw().await;
    let partial: Vec<(String,)> =
        raw.rows("SELECT name FROM sqlite_master WHERE type = 'index' AND sql LIKE '%WHERE%'").await;
    let (mut steps, mut walks) = (0, Vec::new());
    // The plan of an INSERT names tables that refer to it, which are looked at only when a reference is broken.
    for query in store::query_texts().filter(|query| !query.text.trim_start().starts_with("INSERT")) {
        let plan: Vec<(i64, i64, i64, String)> =
            raw.rows(&format!("EXPLAIN QUERY PLAN {}", query.text)).await;
        steps += plan.len();
        // One row, or the next few, from one end of the table.
        let takes_few =
            query.text.contains(" ORDER BY id LIMIT ") || query.text.ends_with("BY id DESC LIMIT 1");
        let may = takes_few || WALKS.iter().any(|(piece, _)| query.text.contains(piece));
        for (.., step) in plan.into_iter().filter(|_| !may) {
            let mut words = step.split(' ');
            let (Some("SCAN"), Some(table)) = (words.next(), words.next()) else { continue };
            let is_partial = words.any(|word| partial.iter().any(|(name,)| name == word));
            if LARGE.contains(&table) && !is_partial {
                walks.push(format!("{}: {step}", query.at));
            }
        }
    }
    walks.sort();
    assert!(steps >= 100, "only {steps} steps were looked at");
    assert!(walks.is_empty(), "{}", walks.join("\n"));
}
