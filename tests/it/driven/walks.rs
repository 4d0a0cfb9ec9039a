//! Every page of the panel is reached by a story in a real browser; `walks.txt` says by which.

use std::collections::BTreeSet;
use std::path::Path;

use crate::support::town::Town;

/// What each role gets at each route: the names of all routes.
const TABLE: &str = include_str!("../../../admin/tests/it/roles/table.txt");
/// By which story each page is reached, or why by none.
const WALKS: &str = include_str!("walks.txt");

/// What stands before the reason why no story goes to a route.
const NOBODY: char = '—';

/// The routes with what the list says of them.
fn rows() -> impl Iterator<Item = (&'static str, &'static str)> {
    let rows = WALKS.lines().filter(|line| line.starts_with('/'));
    rows.map(|line| line.split_once('|').expect("a row has two cells")).map(|(a, b)| (a.trim(), b.trim()))
}

/// Passes when the story that ends here was at all pages to which it leads by the list.
pub(super) fn went(town: &Town) {
    let test = std::thread::current();
    let story = test.name().and_then(|name| name.rsplit("::").next()).unwrap_or_default();
    let pages: Vec<_> = rows().filter(|(_, who)| *who == story).map(|(route, _)| route).collect();
    assert!(!pages.is_empty(), "walks.txt does not know {story}");
    let missed: Vec<_> = pages.into_iter().filter(|route| !town.walks.lead_to(route)).collect();
    assert!(missed.is_empty(), "{story} was not at {missed:?}");
}

#[test]
fn a_story_leads_to_every_page() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/it/driven");
    let sources = std::fs::read_dir(folder)
        .expect("the folder of the stories")
        .map(|entry| std::fs::read_to_string(entry.expect("an entry").path()).expect("a story can be read"));
    let sources = sources.collect::<String>();
    let pages: BTreeSet<_> = TABLE
        .lines()
        .filter_map(|line| line.strip_prefix("GET ")?.split_once('|'))
        .map(|(route, _)| route.trim())
        .collect();
    let listed: BTreeSet<_> = rows().map(|(route, _)| route).collect();
    let missing: Vec<_> = pages.difference(&listed).collect();
    let stale: Vec<_> = listed.difference(&pages).collect();
    assert!(missing.is_empty(), "not in walks.txt, so no story leads there: {missing:#?}");
    assert!(stale.is_empty(), "in walks.txt but no page of the panel: {stale:#?}");
    assert_eq!(rows().count(), listed.len(), "a page stands twice in walks.txt");
    for (route, who) in rows().filter(|(_, who)| !who.starts_with(NOBODY)) {
        let story = sources.split_once(&format!("async fn {who}(base: Base)"));
        let story = story.and_then(|(_, rest)| rest.split("\n}\n").next());
        assert!(
            story.is_some_and(|story| story.contains("went(&town);")),
            "{route}: {who} looks not where it was"
        );
    }
}
