//! The administrator's week, the second half: delivery, and a copy of all.

use super::{desk, filled, walks::went};
use crate::pages::troubles;
use crate::support::city::ADMINISTRATOR;
use crate::support::databases::{Base, on_both};
use crate::support::hand::downloaded;

on_both!(the_administrator_settles_delivery_and_takes_a_copy);

async fn the_administrator_settles_delivery_and_takes_a_copy(base: Base) {
    let is_file = base.url.starts_with("sqlite");
    let (town, t) = filled(base).await;
    troubles::fill(&town).await;
    let desk = desk(&town, ADMINISTRATOR, t).await;
    // A fault is told on every page, until one says that one knows.
    let banner = desk.text("#faults a").await.expect("a fault is told");
    desk.follow(&banner).await;
    desk.sees(&t.findings_stuck_sending()).await;
    desk.follow(&t.findings_known()).await;
    desk.sees(&t.findings_are_known()).await;
    desk.does_not_see(&banner).await;

    desk.follow(&t.nav_delivery()).await;
    desk.push(&t.delivery_retry()).await;
    desk.done().await;
    desk.push(&t.delivery_give_up()).await;
    desk.done().await;
    desk.push(&t.delivery_parked_settle()).await;
    desk.done().await;
    desk.does_not_see(&t.delivery_parked_lead()).await;
    desk.ask(&t.delivery_search(), "Aziza").await;
    desk.follow("Aziza Karimova").await;
    desk.sees(&t.delivery_of("Aziza Karimova")).await;

    desk.follow(&t.nav_settings()).await;
    desk.follow(&t.backup_title()).await;
    if is_file {
        let folder = tempfile::tempdir().expect("a folder");
        desk.download_to(folder.path()).await;
        desk.push(&t.backup_download()).await;
        assert!(downloaded(folder.path(), "db").await.starts_with(b"SQLite format 3"));
        desk.follow(&t.nav_settings()).await;
        desk.follow(&t.backup_title()).await;
        desk.does_not_see(&t.backup_nobody()).await;
    } else {
        desk.sees("pg_dump").await;
    }
    assert_eq!(desk.complaints().await, Vec::<String>::new());
    went(&town);
}
