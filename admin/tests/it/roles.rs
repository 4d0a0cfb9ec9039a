//! Every role at every route of the panel, with valid requests from an own page, against `roles/table.txt`.
//!
//! Whoever is refused changes nothing: the file of the database is compared byte by byte.

mod requests;
mod routes;
mod scene;

use std::collections::BTreeSet;

use axum::http::StatusCode;

use crate::attacks::assert_guarded;
use crate::browser::Answer;
use scene::{Scene, VIEWERS};

/// What the table says.
const TABLE: &str = include_str!("roles/table.txt");

/// Reading this makes the request of a browser to sign in, and nothing else.
const ASKS_TO_SIGN_IN: &str = "GET /login";

/// The rows of the table: the route, and what each of [`VIEWERS`] gets.
fn rows() -> Vec<(&'static str, Vec<&'static str>)> {
    let rows = TABLE.lines().filter(|line| line.starts_with("GET ") || line.starts_with("POST "));
    rows.map(|line| {
        let (route, cells) = line.split_once('|').expect("a row has cells");
        let cells: Vec<_> = cells.split(['|', ' ']).filter(|cell| !cell.is_empty()).collect();
        assert_eq!(cells.len(), VIEWERS.len(), "{route} has not one cell for each viewer");
        (route.trim_end(), cells)
    })
    .collect()
}

/// What came back, in the words of the table.
fn verdict(answer: &Answer, changed: bool) -> String {
    let word = match answer.status {
        _ if changed => "done",
        StatusCode::OK => "ok",
        StatusCode::SEE_OTHER if answer.location().starts_with("/login") => "login",
        StatusCode::SEE_OTHER => "to",
        StatusCode::FORBIDDEN => "no",
        StatusCode::NOT_FOUND => "none",
        other => return other.as_u16().to_string(),
    };
    word.to_owned()
}

/// A row as the table would have it.
fn row(route: &str, cells: &[String]) -> String {
    let groups = [&cells[..1], &cells[1..3], &cells[3..5], &cells[5..8], &cells[8..11], &cells[11..]];
    let groups = groups.map(|group| {
        let rest = group[1..].iter().map(|cell| format!(" {cell:<5}"));
        format!("{:<6}{}", group[0], rest.collect::<String>())
    });
    format!("{route:<47}| {}", groups.join(" | ")).trim_end().to_owned()
}

/// The addresses that change something, each as one of its requests.
pub(crate) fn changing_routes() -> Vec<String> {
    let routes = rows().into_iter().filter_map(|(route, _)| route.strip_prefix("POST "));
    let numbered = routes.map(|path| path.replace("{id}", "1").replace("{request}", "1"));
    numbered.map(|path| path.replace("{period}", "2026-Q3").replace("{token}", "0")).collect()
}

async fn compare(method: &str) {
    let scene = Scene::open().await;
    let mut wrong = Vec::new();
    for (route, expected) in rows().into_iter().filter(|(route, _)| route.starts_with(method)) {
        let mut city = scene.city.again().await;
        let mut found = Vec::new();
        for viewer in 0..VIEWERS.len() {
            let answer = scene.ask(&city, viewer, route).await;
            assert_guarded(route, &answer);
            let succeeded = answer.status.is_success() || answer.status.is_redirection();
            let changed = method == "POST" && succeeded && scene.is_changed(&city).await;
            if method == "POST" && succeeded {
                city = scene.city.again().await;
            }
            found.push(verdict(&answer, changed));
        }
        assert!(
            !scene.is_changed(&city).await || route == ASKS_TO_SIGN_IN,
            "{route} changed something although it was refused, or only read"
        );
        if found != expected {
            wrong.push(format!("{}\n  the table: {expected:?}", row(route, &found)));
        }
    }
    assert!(wrong.is_empty(), "{} rows differ:\n{}", wrong.len(), wrong.join("\n"));
}

#[test]
fn the_table_names_every_route_and_no_other() {
    let named: BTreeSet<String> = rows().into_iter().map(|(route, _)| route.to_owned()).collect();
    let declared = routes::declared();
    let missing: Vec<_> = declared.difference(&named).collect();
    let stale: Vec<_> = named.difference(&declared).collect();
    assert!(missing.is_empty(), "not in roles/table.txt: {missing:#?}");
    assert!(stale.is_empty(), "in roles/table.txt but not in the router: {stale:#?}");
    assert_eq!(rows().len(), named.len(), "a route stands twice in the table");
}

#[tokio::test]
async fn every_role_reads_what_the_table_says() {
    compare("GET").await;
}

/// What is only for browsers.
const OUTSIDE_ONLY: [&str; 4] = ["GET /login", "GET /login/wait", "GET /welcome", "GET /join/{token}"];

#[tokio::test]
async fn inside_telegram_every_role_reads_the_same() {
    let scene = Scene::open().await;
    let city = scene.city.again().await;
    let mut wrong = Vec::new();
    let routes =
        rows().into_iter().filter(|(route, _)| route.starts_with("GET ") && *route != "GET /app/enter");
    for (route, expected) in routes {
        for (viewer, expected) in expected.into_iter().enumerate() {
            let expected = if OUTSIDE_ONLY.contains(&route) { "none" } else { expected };
            let answer = scene.ask_at(&city, viewer, route, ("/app", "app")).await;
            let led = answer.location().to_owned();
            let found = match verdict(&answer, false).as_str() {
                "to" if led.starts_with("/app/enter?to=") => "login".to_owned(),
                other => other.to_owned(),
            };
            if found != expected || !(led.is_empty() || led.starts_with("/app/")) {
                wrong.push(format!("{route} as {:?}: {found} {led}, not {expected}", VIEWERS[viewer]));
            }
            let with_other = scene.ask_at(&city, viewer, route, ("/app", "session")).await;
            let nobody = scene.ask_at(&city, 0, route, ("/app", "app")).await;
            if with_other.status != nobody.status {
                wrong.push(format!("{route}: a session of the panel opens it"));
            }
        }
    }
    assert!(wrong.is_empty(), "{} differ:\n{}", wrong.len(), wrong.join("\n"));
    assert!(!scene.is_changed(&city).await, "something was changed by reading");
}

#[tokio::test]
async fn every_role_changes_what_the_table_says() {
    compare("POST").await;
}
