//! The head of an organisation: answers for it, asks for more time, and sees that somebody stands in.

use domain::clock::Clock;
use domain::language::Language;
use domain::people::Role;
use store::NotDone;

use super::{desk, filled, walks::went};
use crate::support::city::{self, CITIZEN};
use crate::support::databases::{Base, on_both};
use crate::support::hand::{Desk, downloaded};
use crate::support::town::Town;

on_both!(a_head_answers_for_the_organisation);

/// The head of the tax inspectorate; the account is one that Telegram knows.
const HEAD: i64 = CITIZEN;

async fn head(base: Base) -> (Town, Desk) {
    let (town, t) = filled(base).await;
    town.telegram.playground.start(HEAD, None);
    let now = town.clock.now();
    let entered: Result<_, NotDone> = town
        .base
        .store
        .write(move |conn| {
            let head = (HEAD, "Gulnora Tosheva", Role::Head, "soliq", Language::UzLatn);
            Box::pin(async move { city::enter(conn, head, now).await })
        })
        .await;
    entered.expect("the head is entered");
    let desk = desk(&town, HEAD, t).await;
    (town, desk)
}

async fn a_head_answers_for_the_organisation(base: Base) {
    let (town, desk) = head(base).await;
    let t = desk.t;
    let open = town.city.obligations_of("soliq", &mut town.base.raw().await).await;
    // The second is waiting for more time already, so the third.
    desk.open(&format!("{}/obligations/{}", town.panel_url, open[2])).await;
    desk.unfold(&t.extension_form()).await;
    desk.fill(&t.extension_form_day(), "2027-02-15").await;
    desk.fill(&t.extension_form_reason(), "Dastur hali tayyor emas").await;
    desk.push(&t.extension_form_send()).await;
    desk.done().await;
    desk.sees(&t.extension_card()).await;
    desk.push(&t.extension_card_withdraw()).await;
    desk.done().await;

    let proof = tempfile::Builder::new().suffix(".pdf").tempfile().expect("a file");
    std::fs::write(proof.path(), b"%PDF-1.4\n%%EOF\n").expect("it is written");
    desk.fill(&t.obligation_answer_text(), "Reyestr toʻldirildi").await;
    let files = t.panel_answer_files(0, "");
    desk.hand_in(files.split(['0', '(', ':']).next().unwrap_or_default().trim(), proof.path()).await;
    desk.push(&t.answer_done()).await;
    desk.done().await;
    desk.sees("Reyestr toʻldirildi").await;
    desk.sees(&t.standing_review()).await;
    let folder = tempfile::tempdir().expect("a folder");
    desk.download_to(folder.path()).await;
    let name = proof.path().file_name().expect("a name").display().to_string();
    desk.follow(&name).await;
    assert!(downloaded(folder.path(), "pdf").await.starts_with(b"%PDF"));

    // Somebody comes back from leave; and goes again.
    desk.follow(&t.nav_people()).await;
    desk.push(&t.people_leave_end()).await;
    desk.done().await;
    desk.unfold_beside("Aziza Karimova", &t.people_actions()).await;
    desk.follow_beside("Aziza Karimova", &t.people_on_leave()).await;
    desk.choose(&t.leave_page_substitute(), "Charos Umarova").await;
    desk.fill(&t.leave_page_first(), "2026-12-21").await;
    desk.fill(&t.leave_page_last(), "2026-12-25").await;
    desk.push(&t.leave_page_set()).await;
    desk.done().await;
    desk.sees("25.12.2026").await;
    assert_eq!(desk.complaints().await, Vec::<String>::new());
    went(&town);
}
