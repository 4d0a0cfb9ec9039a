//! The administrator puts service points in order: posters for all of an organisation, codes for a counter, a link that was lost.

use super::{desk, filled, walks::went};
use crate::support::city::ADMINISTRATOR;
use crate::support::databases::{Base, on_both};
use crate::support::hand::{Desk, downloaded};

on_both!(the_administrator_hands_out_posters_and_codes);

async fn the_administrator_hands_out_posters_and_codes(base: Base) {
    let (town, t) = filled(base).await;
    let language = t.language();
    let water = town.city.organisation("suv").names.in_language(language).to_owned();
    let service = &town.city.catalogue.services[&town.city.point("suv-ulash").2];
    let service = service.names.in_language(language).to_owned();
    let desk = desk(&town, ADMINISTRATOR, t).await;
    desk.follow(&t.nav_points()).await;
    desk.follow_beside(&water, &t.points_print_all()).await;
    desk.sees(&water).await;
    desk.tick(&t.print_card()).await;
    // The page stays while files come: each button works, one after the other.
    gets(&desk, &t.print_book(), "pdf", b"%PDF").await;
    gets(&desk, &t.print_zip(), "zip", b"PK").await;

    desk.follow(&t.nav_points()).await;
    desk.follow(&service).await;
    for (name, ending, begins) in
        [("PDF", "pdf", &b"%PDF"[..]), ("SVG", "svg", b"<"), ("PNG", "png", b"\x89PNG")]
    {
        gets(&desk, name, ending, begins).await;
    }
    hands_out_codes(&desk).await;

    desk.follow(&service).await;
    desk.unfold(&t.point_replace()).await;
    desk.fill(&t.point_reason(), "Plakat yoʻqoldi").await;
    desk.push(&t.point_replace()).await;
    desk.done().await;
    desk.sees("Plakat yoʻqoldi").await;
    let (old, ..) = town.city.point("suv-ulash");
    let code = desk.text(".kv code").await.unwrap_or_default();
    assert!(!code.is_empty() && code != old, "the code is another one: {code}");
    assert_eq!(desk.complaints().await, Vec::<String>::new());
    went(&town);
}

/// Presses a button that brings a file.
async fn gets(desk: &Desk, button: &str, ending: &str, begins: &[u8]) {
    let folder = tempfile::tempdir().expect("a folder");
    desk.download_to(folder.path()).await;
    desk.push(button).await;
    assert!(downloaded(folder.path(), ending).await.starts_with(begins), "{button}");
}

/// Codes on paper and on the screen of the counter; then marks ask for one.
async fn hands_out_codes(desk: &Desk) {
    let t = desk.t;
    desk.follow(&t.visit_codes()).await;
    desk.sees(&t.visit_no_batch()).await;
    desk.fill(&t.visit_number(), "20").await;
    desk.fill(&t.visit_days(), "30").await;
    gets(desk, &t.visit_make(), "pdf", b"%PDF").await;
    // The batch stands there by itself: the page lives.
    desk.does_not_see(&t.visit_no_batch()).await;
    desk.sees(&t.visit_revoke()).await;
    desk.push(&t.visit_turn_on()).await;
    desk.done().await;
    desk.sees(&t.visit_on()).await;
    desk.follow(&t.visit_screen_open()).await;
    desk.arrives("/points/").await;
    desk.push(&t.visit_new()).await;
    desk.sees(&t.visit_scan()).await;
    let first = desk.text(".code").await.expect("a code");
    desk.push(&t.visit_new()).await;
    let other = format!("return document.querySelector('.code')?.innerText !== {first:?}");
    desk.wait_until("another code", &other).await;
    desk.follow(&t.visit_codes()).await;
    desk.push(&t.visit_revoke()).await;
    desk.done().await;
    desk.sees(&t.visit_said_revoked()).await;
}
