//! What a page says is so: what was sent back is not done, a past day has no yesterday of today's, who may not change a setting sees
//! no field, and nobody decides before they see.

use axum::http::StatusCode;
use chrono::Days;
use domain::clock::Clock;
use domain::people::Role;
use store::obligations::ObligationView;

use crate::browser::Browser;
use crate::city::City;
use crate::numbers::text;
use crate::work::{LOCAL, decide, keep, read, reported};

/// The day on which the city is looked at.
const DAY: &str = "2026-11-23";
const REASON: &str = "Jadval toʻliq emas";

async fn page(browser: &mut Browser, path: &str) -> String {
    let answer = browser.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    answer.body
}

/// What the row of this obligation says.
fn row(page: &str, one: &ObligationView) -> String {
    let link = format!("/obligations/{}", one.id);
    let of_it = |row: &&str| row.split("href=\"").any(|href| href.split(['"', '?']).next() == Some(&link));
    text(page.split("<tr").find(of_it).unwrap_or_else(|| panic!("{link} in {page}")))
}

/// Fails unless the pieces stand in this order.
fn assert_in_order(page: &str, pieces: &[&str]) {
    let mut rest = page;
    for piece in pieces {
        rest =
            rest.split_once(piece).unwrap_or_else(|| panic!("{piece} is not where it should be in {page}")).1;
    }
}

async fn send_back(city: &City, report: &ObligationView) -> Browser {
    let mut controller = Browser::of(city, city.controller).await;
    let sent = decide(&mut controller, report.id, report.state_version, "return", REASON).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    controller
}

#[tokio::test]
async fn a_report_that_was_sent_back_is_shown_as_done_nowhere() {
    let city = City::at(LOCAL).await;
    let report = reported(&city).await;
    let mut controller = send_back(&city, &report).await;
    let filter = format!("standing=overdue&period=all&organisation={}", report.organisation);
    for path in [format!("/obligations?{filter}"), format!("/orgs/{}?period=all", report.organisation)] {
        let said = row(&page(&mut controller, &path).await, &report);
        assert!(said.contains("Qayta ijroga yuborildi — hozir"), "{path}: {said}");
        assert!(!said.contains("Bajarildi"), "{path}: {said}");
    }
    let file = page(&mut controller, &format!("/obligations/export?{filter}&format=csv")).await;
    assert!(file.contains("Qayta ijroga yuborildi — 23.11.2026") && !file.contains("Bajarildi —"), "{file}");

    let token = controller.get("/reports").await.form_token();
    let form = format!("token={token}&what=sheet&organisation={}", report.organisation);
    let sheet = controller.post("/reports", &form).await.location().to_owned();
    let sheet = text(&page(&mut controller, &sheet).await);
    assert!(sheet.contains("Qayta ijroga yuborildi — 23.11.2026"), "{sheet}");
    assert!(!sheet.contains("Oxirgi javob:"), "the heading of the column says it already: {sheet}");

    city.clock.move_to(city.clock.now() + Days::new(3));
    let mut controller = Browser::of(&city, city.controller).await;
    let said = row(&page(&mut controller, &format!("/obligations?{filter}&as_of={DAY}")).await, &report);
    assert!(said.contains("Qayta ijroga yuborildi — 23.11.2026"), "{said}");
    let past = page(&mut controller, &format!("/obligations/{}?as_of={DAY}", report.id)).await;
    let state = past.split("class=\"eyebrow row\">").nth(1).unwrap().split("</p>").next().unwrap();
    assert!(state.contains("Qayta ijroga yuborildi"), "{state}");
}

#[tokio::test]
async fn what_was_said_on_a_past_day_is_told_by_its_date() {
    let city = City::at(LOCAL).await;
    let report = reported(&city).await;
    city.clock.move_to(city.clock.now() + Days::new(3));
    let mut controller = Browser::of(&city, city.controller).await;
    let (organisation, period) = (report.organisation, "period=all");
    for path in [
        format!("/obligations?as_of={DAY}&standing=review&organisation={organisation}&{period}"),
        format!("/orgs/{organisation}?as_of={DAY}&{period}"),
    ] {
        let page = page(&mut controller, &path).await;
        assert!(row(&page, &report).contains("Bajarildi — 23.11.2026"), "{path}: {page}");
        assert!(!page.contains("— kecha"), "{path}: {page}");
    }
}

#[tokio::test]
async fn whoever_decides_or_answers_again_sees_first_what_it_is_about() {
    let city = City::at(LOCAL).await;
    let report = reported(&city).await;
    let id = report.id;
    let answers = read(&city, move |conn| Box::pin(store::dossier::answers(conn, id, 1))).await;
    keep(&city, id, answers[0].id, "buyruq.png", None).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let shown = page(&mut controller, &format!("/obligations/{id}")).await;
    let words = "&#60;script&#62;alert(1)";
    assert_in_order(&shown, &["id=\"h-decide\"", words, "buyruq.png", "name=\"reason\"", "id=\"h-facts\""]);
    let history = shown.split("<ol class=\"tl\"").nth(1).unwrap();
    let answer = history.split("<li").find(|entry| entry.contains(words)).unwrap();
    let who = answer.split("class=\"who\"").nth(1).unwrap().split("</p>").next().unwrap();
    assert!(who.contains("Hisobot: bajarildi") && !who.contains("<svg"), "no sign of a state: {who}");

    let report = read(&city, move |conn| Box::pin(store::obligations::view(conn, id))).await.unwrap();
    send_back(&city, &report).await;
    let shown = page(&mut Browser::of(&city, city.officer).await, &format!("/obligations/{id}")).await;
    assert_in_order(
        &shown,
        &[
            "id=\"h-answer\"",
            "Qayta ijroga yuborildi — 23.11.2026",
            REASON,
            "name=\"text\"",
            "id=\"h-facts\"",
        ],
    );
}

#[tokio::test]
async fn a_case_begins_with_what_the_citizen_says() {
    let city = City::at(LOCAL).await;
    let case = read(&city, |conn| {
        Box::pin(async move {
            let wanted = store::rating_boards::CasesWanted::Open;
            store::rating_boards::cases(conn, &domain::people::Scope::All, wanted, 1, 0).await
        })
    })
    .await
    .swap_remove(0);
    let mut controller = Browser::of(&city, city.controller).await;
    let shown = page(&mut controller, &format!("/cases/{}", case.id)).await;
    assert_in_order(&shown, &["id=\"h-said\"", "id=\"h-facts\""]);
}

#[tokio::test]
async fn settings_are_facts_for_whoever_may_not_change_them() {
    let city = City::at(LOCAL).await;
    let kadastr = city.organisation("kadastr").await;
    let part = city.enter("Boʻlim administratori", Role::Administrator, kadastr, 992).await;
    for person in [city.controller, part] {
        let mut browser = Browser::of(&city, person).await;
        for path in ["/cases/policy", "/plan/escalation"] {
            let page = page(&mut browser, path).await;
            let main = page.split("<main").nth(1).unwrap().split("</main>").next().unwrap();
            assert!(!main.contains("<input") && main.contains("<dd>3</dd>"), "{path}: {main}");
            assert!(main.contains("Bu sozlamalarni shahar administratori oʻzgartiradi."), "{path}: {main}");
        }
    }
}

#[tokio::test]
async fn every_change_of_a_comparison_has_its_label_on_a_phone() {
    let city = City::at(LOCAL).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let page = page(&mut controller, "/compare?from=2026-10-20&to=2026-11-20&period=2026").await;
    let row = page.split("<tbody>").nth(1).unwrap().split("</tr>").next().unwrap();
    let lines: Vec<_> = row.split("<small class=\"sub\">").skip(1).map(text).collect();
    for (line, label) in lines.iter().zip(["Muddatida, %:", "Kechikkan:", "Topshirilgan:"]) {
        assert!(line.starts_with(label) && line.contains('→'), "{lines:?}");
    }
    assert_eq!(lines.len(), 3, "{lines:?}");
    let cells = row.split("<td").skip(1).map(|cell| cell.split('>').next().unwrap_or_default());
    assert!(
        cells.into_iter().all(|cell| cell.contains("hs")),
        "no cell stands beside them on a phone: {row}"
    );
}
