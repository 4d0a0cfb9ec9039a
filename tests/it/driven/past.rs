//! The deputy hokim asks how things stood on a day that is over, compares two days, reads the matrix, and takes a long list along.

use chrono::NaiveDate;
use locales::{Texts, dates};

use super::{MORNING, desk, language_of, walks::went};
use crate::pages::scene;
use crate::support::city::CONTROLLER;
use crate::support::databases::{Base, on_both};
use crate::support::hand::{Desk, downloaded};
use crate::support::town::{By, Town};

on_both!(the_deputy_hokim_looks_back);

/// The day of the scene, and the day before the plan was entered.
const THEN: &str = "2026-12-16";
const BEFORE_ALL: &str = "2026-10-01";

async fn the_deputy_hokim_looks_back(base: Base) {
    let t = Texts::new(language_of(&base));
    // Every file is a long one here: it is prepared while one goes on.
    let panel = admin::Config { quick_work: Some(0), ..admin::Config::default() };
    let town = Town::open_with(base, By::Webhook, MORNING, panel).await;
    scene::fill(&town).await;
    town.clock.advance(chrono::TimeDelta::days(1));
    let desk = desk(&town, CONTROLLER, t).await;
    sees_an_obligation_as_it_was(&town, &desk).await;
    goes_through_a_past_board(&town, &desk).await;
    compares(&desk).await;
    reads_the_matrix(&town, &desk).await;
    takes_a_list_along(&desk).await;
    assert_eq!(desk.complaints_but_refusals().await, Vec::<String>::new());
    went(&town);
}

fn banner(t: Texts) -> String {
    let then: NaiveDate = THEN.parse().expect("a day");
    t.day_banner(dates::date_long(t.language(), then))
}

async fn chooses_the_day(desk: &Desk, day: &str) {
    desk.unfold(&desk.t.day_choose()).await;
    desk.fill(&desk.t.day_label(), day).await;
    desk.push(&desk.t.day_show()).await;
}

/// What is accepted today was under review yesterday, and nothing can be pressed there.
async fn sees_an_obligation_as_it_was(town: &Town, desk: &Desk) {
    let t = desk.t;
    let tax = town.city.organisation("soliq").names.in_language(t.language());
    desk.follow(&t.nav_obligations()).await;
    desk.follow(&t.standing_review()).await;
    desk.follow_beside(tax, "NIS").await;
    desk.push(&t.obligation_accept()).await;
    desk.done().await;
    desk.sees(&t.standing_done_late()).await;
    chooses_the_day(desk, THEN).await;
    desk.sees(&banner(t)).await;
    desk.sees(&t.standing_review()).await;
    desk.does_not_see(&t.obligation_reason()).await;
    desk.follow(&t.day_today()).await;
    desk.does_not_see(&banner(t)).await;
    desk.sees(&t.standing_done_late()).await;
}

/// From the first page to a list, an assignment and an organisation, all of that day.
async fn goes_through_a_past_board(town: &Town, desk: &Desk) {
    let t = desk.t;
    let tax = town.city.organisation("soliq").names.in_language(t.language());
    desk.follow_to("/", &t.nav_overview()).await;
    chooses_the_day(desk, BEFORE_ALL).await;
    desk.sees(&t.day_wrong()).await;
    desk.follow_to("/", &t.error_home()).await;
    chooses_the_day(desk, THEN).await;
    desk.sees(&banner(t)).await;
    desk.follow_beside(&t.overview_states(), &t.standing_review()).await;
    desk.arrives("/obligations?").await;
    desk.sees(&banner(t)).await;
    desk.ask(&t.measures_search(), "nis").await;
    desk.sees("«nis»").await;
    desk.press("j").await;
    let row = "return document.activeElement.matches('main a.rl')";
    desk.wait_until("the first row with the focus", row).await;
    desk.press("Enter").await;
    desk.arrives("/obligations/").await;
    desk.sees(&banner(t)).await;
    desk.follow(tax).await;
    desk.arrives("/orgs/").await;
    desk.sees(&banner(t)).await;
    desk.follow_to("/orgs", &t.nav_organisations()).await;
    chooses_the_day(desk, THEN).await;
    desk.sees(&banner(t)).await;
    desk.sees(tax).await;
}

async fn compares(desk: &Desk) {
    let t = desk.t;
    desk.follow_to("/", &t.nav_overview()).await;
    desk.unfold(&t.day_choose()).await;
    desk.follow(&t.compare_title()).await;
    desk.arrives("/compare").await;
    desk.fill(&t.compare_from(), THEN).await;
    desk.fill(&t.compare_to(), "2026-12-17").await;
    desk.push(&t.compare_show()).await;
    desk.wait_until("both days", &format!("return location.search.includes('from={THEN}&to=2026-12-17')"))
        .await;
    desk.sees(&t.compare_worst_first()).await;
    desk.sees(&t.compare_unchanged()).await;
}

/// Narrowed to what is overdue, into a cell and back.
async fn reads_the_matrix(town: &Town, desk: &Desk) {
    let t = desk.t;
    let archive = town.city.organisation("arxiv").names.in_language(t.language());
    let overdue = t.standing_overdue();
    desk.follow(&t.nav_matrix()).await;
    desk.unfold(&t.matrix_section()).await;
    desk.follow("1. Elektron xizmatlar").await;
    desk.follow(&overdue).await;
    desk.wait_until("what is overdue", "return location.search.includes('standing=overdue')").await;
    let due: NaiveDate = crate::support::city::FIRST_DUE.parse().expect("a day");
    let sign = t.matrix_sign(dates::date_short(t.language(), due), "1", archive, overdue.as_str());
    desk.follow(&sign).await;
    desk.arrives("/obligations/").await;
    desk.sees(archive).await;
    desk.go_back().await;
    desk.follow(archive).await;
    desk.arrives("/orgs/").await;
    desk.sees(archive).await;
    desk.follow_to("/matrix", &t.nav_matrix()).await;
    desk.press("g").await;
    desk.press("l").await;
    desk.wait_until("the assignments", "return location.pathname === '/obligations'").await;
}

/// A long list is prepared, found again among the prepared files, and comes whole.
async fn takes_a_list_along(desk: &Desk) {
    let t = desk.t;
    let folder = tempfile::tempdir().expect("a folder");
    desk.download_to(folder.path()).await;
    desk.follow("XLSX").await;
    desk.arrives("/exports/").await;
    desk.follow(&t.exports_download()).await;
    assert!(downloaded(folder.path(), "xlsx").await.starts_with(b"PK"));
    desk.follow(&t.exports_title()).await;
    desk.wait_until("the list", "return location.pathname === '/exports'").await;
    desk.follow(".xlsx").await;
    desk.sees(&t.exports_download()).await;
}
