//! Leave and its substitutes on the pages, what a substitute may do and when, and organisations in which nobody is reached.

use axum::http::StatusCode;
use chrono::Days;
use domain::clock::Clock;
use domain::ids::PersonId;
use domain::people::Role;
use store::obligation_lists::Wanted;
use store::{StoreError, hand_overs, people};

use crate::browser::{Answer, Browser};
use crate::city::{City, NOW};
use crate::work::{LOCAL, list, read};

/// The day that lies so far from the day of the city.
fn day(city: &City, ahead: u64) -> String {
    (city.clock.today() + Days::new(ahead)).to_string()
}

/// The officer of the cadastre goes from the first of these days until the last.
async fn leave(city: &City, by: PersonId, substitute: PersonId, first: &str, last: &str) -> Answer {
    let kadastr = city.organisation("kadastr").await;
    let mut browser = Browser::of(city, by).await;
    let token = browser.get("/people").await.form_token();
    let form = format!(
        "token={token}&person={}&organisation={kadastr}&substitute={substitute}&first={first}&last={last}",
        city.officer
    );
    browser.post("/people/leave", &form).await
}

/// What becomes of an answer of this person to something of the cadastre.
async fn answer(city: &City, person: PersonId) -> Answer {
    let open = list(city, Some("kadastr"), Wanted::Overdue).await.swap_remove(0);
    let mut browser = Browser::of(city, person).await;
    let token = browser.get("/people").await.form_token();
    let form = [("token", token.as_str()), ("answer", "blocked")];
    browser.send(&format!("/obligations/{}/answer", open.id), &form, &[]).await
}

#[tokio::test]
async fn an_administrator_names_a_substitute_who_may_answer_on_those_days_only() {
    let city = City::at(LOCAL).await;
    let kadastr = city.organisation("kadastr").await;
    let watcher = city.enter("Kuzatuvchi Nigora", Role::Observer, kadastr, 900).await;
    let mut administrator = Browser::of(&city, city.administrator).await;
    let form =
        administrator.get(&format!("/people/leave?person={}&organisation={kadastr}", city.officer)).await;
    assert!(form.body.contains("Kuzatuvchi Nigora") && form.body.contains("D. Yoʻldosheva"), "{}", form.body);

    let set = leave(&city, city.administrator, watcher, &day(&city, 1), &day(&city, 3)).await;
    assert_eq!(set.location(), format!("/people?organisation={kadastr}&said=leave_set"), "{}", set.body);
    for page in [set.location().to_owned(), format!("/orgs/{kadastr}")] {
        let body = administrator.get(&page).await.body;
        assert!(body.contains("D. Yoʻldosheva: taʼtil 24.11.2026 — 26.11.2026"), "{page}: {body}");
    }
    for (moment, status, said) in [
        (NOW, StatusCode::FORBIDDEN, "hali boshlanmagan"),
        ("2026-11-24T04:00:00Z", StatusCode::SEE_OTHER, ""),
        ("2026-11-26T18:59:00Z", StatusCode::SEE_OTHER, ""),
        ("2026-11-26T19:00:00Z", StatusCode::FORBIDDEN, "kunlaringiz tugagan"),
    ] {
        city.clock.move_to(moment.parse().unwrap());
        let answered = answer(&city, watcher).await;
        assert_eq!(answered.status, status, "{moment}: {}", answered.body);
        assert!(answered.body.contains(said), "{moment}: {}", answered.body);
    }
}

#[tokio::test]
async fn only_the_head_and_administrators_name_a_substitute_for_somebody_else() {
    let city = City::at(LOCAL).await;
    let (kadastr, suv) = (city.organisation("kadastr").await, city.organisation("suv").await);
    let colleague = city.enter("Hamkasb", Role::Officer, kadastr, 900).await;
    let head = city.enter("Rahbar", Role::Head, kadastr, 901).await;
    let other_head = city.enter("Boshqa rahbar", Role::Head, suv, 902).await;
    let (first, last) = (day(&city, 0), day(&city, 3));
    for (by, status) in [
        (city.controller, StatusCode::FORBIDDEN),
        (colleague, StatusCode::FORBIDDEN),
        (other_head, StatusCode::FORBIDDEN),
        (head, StatusCode::SEE_OTHER),
    ] {
        assert_eq!(leave(&city, by, colleague, &first, &last).await.status, status);
    }
    // Who goes may end it as well: they are back.
    let mut officer = Browser::of(&city, city.officer).await;
    let page = officer.get(&format!("/people?organisation={kadastr}")).await;
    let id = page.body.split("name=\"substitution\" value=\"").nth(1).unwrap().split('"').next().unwrap();
    let form = format!("token={}&substitution={id}", page.form_token());
    let mut stranger = Browser::of(&city, other_head).await;
    let theirs = format!("token={}&substitution={id}", stranger.get("/people").await.form_token());
    assert_eq!(stranger.post("/people/leave/end", &theirs).await.status, StatusCode::FORBIDDEN);
    for _ in 0..2 {
        let ended = officer.post("/people/leave/end", &form).await;
        assert_eq!(ended.location(), format!("/people?organisation={kadastr}&said=leave_ended"));
    }
    assert!(!officer.get(&format!("/orgs/{kadastr}")).await.body.contains("oʻrniga Hamkasb"));
}

#[tokio::test]
async fn a_leave_that_cannot_be_is_refused_beside_its_form() {
    let city = City::at(LOCAL).await;
    let (kadastr, suv) = (city.organisation("kadastr").await, city.organisation("suv").await);
    let colleague = city.enter("Hamkasb", Role::Officer, kadastr, 900).await;
    let stranger = city.enter("Begona", Role::Officer, suv, 901).await;
    let by = city.administrator;
    leave(&city, by, colleague, &day(&city, 2), &day(&city, 4)).await;
    for (substitute, first, last, why) in [
        (colleague, "2026-11-01", "2026-11-05", "oʻtib ketgan"),
        (colleague, "2026-12-05", "2026-12-01", "birinchi kunidan oldin"),
        (colleague, "2026-11-23", "2026-11-25", "allaqachon belgilangan"),
        (stranger, "2026-12-01", "2026-12-05", "mazkur tashkilot"),
        (city.officer, "2026-12-01", "2026-12-05", "oʻzining oʻrnini"),
        (colleague, "2026-13-01", "2026-12-05", "ikkala kunni"),
        (colleague, "", "", "ikkala kunni"),
    ] {
        let refused = leave(&city, by, substitute, first, last).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{why}: {}", refused.body);
        assert!(refused.body.contains(why), "{why}: {}", refused.body);
    }
}

#[tokio::test]
async fn an_administrator_offers_an_obligation_to_a_colleague_who_is_asked() {
    let city = City::at(LOCAL).await;
    let kadastr = city.organisation("kadastr").await;
    let colleague = city.enter("Hamkasb <Nodir>", Role::Officer, kadastr, 900).await;
    let open = list(&city, Some("kadastr"), Wanted::Overdue).await.swap_remove(0);
    let page = format!("/obligations/{}", open.id);
    let mut administrator = Browser::of(&city, city.administrator).await;
    let form = administrator.get(&page).await;
    assert!(form.body.contains("Bajaruvchi: tashkilotning hamma masʼul xodimi"), "{}", form.body);
    let token = form.form_token();
    let offer = format!("token={token}&taker={colleague}");
    let sent = administrator.post(&format!("{page}/hand-over"), &offer).await;
    assert_eq!(sent.location(), format!("{page}?said=offered"), "{}", sent.body);
    let again = administrator.post(&format!("{page}/hand-over"), &offer).await;
    assert_eq!(again.status, StatusCode::CONFLICT, "{}", again.body);
    let shown = administrator.get(&page).await.body;
    assert!(shown.contains("Taklif qilingan: Hamkasb &#60;Nodir&#62;"), "{shown}");
    let waiting = read(&city, |conn| Box::pin(hand_overs::waiting(conn, open.id))).await.unwrap();

    let mut controller = Browser::of(&city, city.controller).await;
    assert!(!controller.get(&page).await.body.contains("Bajaruvchi:"), "control has no say in it");
    let theirs = format!("token={}&taker={colleague}", controller.get("/people").await.form_token());
    let refused = controller.post(&format!("{page}/hand-over"), &theirs).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);

    let back = format!("token={token}&withdraw={}", waiting.id);
    for said in ["?said=offer_withdrawn", ""] {
        let done = administrator.post(&format!("{page}/hand-over"), &back).await;
        assert_eq!(done.location(), format!("{page}{said}"));
    }
    assert!(read(&city, |conn| Box::pin(hand_overs::waiting(conn, open.id))).await.is_none());
}

async fn block(city: &City, telegram_id: i64) {
    let now = city.clock.now();
    let blocked: Result<(), StoreError> = city
        .store
        .write(move |conn| Box::pin(people::mark_unreachable(conn, telegram_id, "blocked", now)))
        .await;
    blocked.unwrap();
}

#[tokio::test]
async fn where_no_officer_is_reached_the_pages_say_whom_to_call() {
    let city = City::at(LOCAL).await;
    let kadastr = city.organisation("kadastr").await;
    let mut controller = Browser::of(&city, city.controller).await;
    let own = format!("/orgs/{kadastr}");
    let pages = ["/".to_owned(), "/orgs".to_owned(), own.clone(), format!("/people?organisation={kadastr}")];
    for page in &pages[1..] {
        let body = controller.get(page).await.body;
        assert!(!body.contains("Bogʻlaning: D. Yoʻldosheva"), "{page}: {body}");
    }
    block(&city, 100).await;
    for page in &pages {
        let body = controller.get(page).await.body;
        assert!(body.contains("D. Yoʻldosheva"), "{page}: {body}");
    }
    assert!(controller.get(&own).await.body.contains("eslatmalar hech kimga bormayapti"));

    let head = city.enter("Rahbar Erkin", Role::Head, kadastr, 901).await;
    assert!(controller.get(&own).await.body.contains("faqat rahbarga boradi. Bogʻlaning: Rahbar Erkin"));

    // The head stands in for the officer: somebody hears, and answers.
    leave(&city, head, head, &day(&city, 0), &day(&city, 3)).await;
    assert!(!controller.get(&own).await.body.contains("Bogʻlaning"), "a substitute is reached");
}

#[tokio::test]
async fn the_form_of_a_leave_tells_nobody_the_names_of_people_elsewhere() {
    let city = City::at(LOCAL).await;
    let (kadastr, suv) = (city.organisation("kadastr").await, city.organisation("suv").await);
    let stranger = city.enter("Begona xodim", Role::Officer, suv, 901).await;
    let head = city.enter("Rahbar", Role::Head, kadastr, 902).await;
    let mut browser = Browser::of(&city, head).await;
    for (person, status) in [(city.officer, StatusCode::OK), (stranger, StatusCode::NOT_FOUND)] {
        let page = browser.get(&format!("/people/leave?person={person}&organisation={kadastr}")).await;
        assert_eq!(page.status, status);
        assert!(!page.body.contains("Begona xodim"), "{}", page.body);
    }
}
