//! Visit codes in the panel: who asks for them, who hands them out, what is printed and shown, and what is never told.

use axum::http::{StatusCode, header};
use domain::clock::Clock;
use domain::links::Payload;
use domain::people::Role;
use store::points::{self, KeptPoint};
use store::settings;
use store::visits::{self, PointCodes};

use crate::browser::Browser;
use crate::city::City;
use crate::work::{LOCAL, read};

async fn city() -> (City, KeptPoint) {
    let city = City::at(LOCAL).await;
    let now = city.clock.now();
    let base = "https://t.me/fargona_ijro_bot?start=";
    let kept: Result<(), store::StoreError> =
        city.store.write(move |conn| Box::pin(settings::set(conn, "links.base", base, now))).await;
    kept.unwrap();
    let scope = domain::people::Scope::Only([city.organisation("kadastr").await].into());
    let mut all = read(&city, |conn| Box::pin(async move { points::of_scope(conn, &scope, 9).await })).await;
    (city, all.swap_remove(0))
}

async fn counts(city: &City, point: &KeptPoint) -> PointCodes {
    let (id, now) = (point.id, city.clock.now());
    read(city, move |conn| Box::pin(visits::of_point(conn, id, now))).await
}

#[tokio::test]
async fn the_counter_hands_codes_out_and_only_administrators_decide_whether_they_are_asked_for() {
    let (city, point) = city().await;
    let path = format!("/points/{}/codes", point.id);
    let head = city.enter("Rahbar", Role::Head, point.organisation, 901).await;
    let watcher = city.enter("Kuzatuvchi", Role::Observer, point.organisation, 902).await;
    let mut made = 0;
    for (who, name, hands_out) in [
        (city.officer, "officer", true),
        (head, "head", true),
        (city.administrator, "administrator", true),
        (watcher, "observer", false),
        (city.controller, "controller", false),
    ] {
        let mut browser = Browser::of(&city, who).await;
        let page = browser.get(&path).await;
        assert_eq!(page.status, StatusCode::OK, "{name}");
        assert_eq!(page.body.contains("name=\"number\""), hands_out, "{name}");
        assert_eq!(page.body.contains("value=\"on\""), name == "administrator", "{name}");
        let token = browser.get("/points").await.form_token();
        let screen = browser.post(&format!("{path}/screen"), &format!("token={token}")).await;
        let sheet = format!("token={token}&number=3&days=2&uz-Latn=1");
        let sheet = browser.post(&format!("{path}/sheet"), &sheet).await;
        let expected = if hands_out { StatusCode::OK } else { StatusCode::FORBIDDEN };
        assert_eq!((screen.status, sheet.status), (expected, expected), "{name}");
        made += if hands_out { 4 } else { 0 };
        if name != "administrator" {
            let asked = browser.post(&path, &format!("token={token}&decision=on")).await;
            assert_eq!(asked.status, StatusCode::FORBIDDEN, "{name}");
        }
    }
    assert_eq!(counts(&city, &point).await.made, made);
    let stranger = city.enter("Begona", Role::Officer, city.organisation("suv").await, 903).await;
    let mut browser = Browser::of(&city, stranger).await;
    assert_eq!(browser.get(&path).await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn the_setting_is_turned_on_and_off_and_the_bot_hears_of_it() {
    let (city, point) = city().await;
    let path = format!("/points/{}/codes", point.id);
    let mut browser = Browser::of(&city, city.administrator).await;
    let token = browser.get(&path).await.form_token();
    for (decision, asks, words) in [("on", true, "kod bilan beriladi"), ("off", false, "kodsiz olinadi")] {
        let done = browser.post(&path, &format!("token={token}&decision={decision}")).await;
        assert_eq!(done.location(), format!("{path}?said={decision}"));
        assert!(browser.get(done.location()).await.body.contains(words));
        assert_eq!(city.store.catalogue().await.unwrap().points[&point.code].asks_for_code, asks);
    }
    let history = browser.get(&format!("/points/{}", point.id)).await.body;
    assert!(history.contains("kod soʻraladigan qilindi") && history.contains("kodsiz olinadigan qilindi"));
    let wrong = browser.post(&path, &format!("token={token}&decision=perhaps")).await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    assert_eq!(browser.post(&path, "decision=on").await.status, StatusCode::FORBIDDEN, "without a token");
}

#[tokio::test]
async fn a_sheet_is_a_pdf_with_a_link_for_each_code_and_is_told_once() {
    let (city, point) = city().await;
    let path = format!("/points/{}/codes", point.id);
    let mut browser = Browser::of(&city, city.officer).await;
    let token = browser.get(&path).await.form_token();
    for (number, days, words) in [
        ("0", "30", "1 dan 500 gacha"),
        ("501", "30", "1 dan 500 gacha"),
        ("-1", "30", "1 dan 500 gacha"),
        ("x", "30", "1 dan 500 gacha"),
        ("20", "366", "365 kungacha"),
        ("20", "", "365 kungacha"),
    ] {
        let form = format!("token={token}&number={number}&days={days}&ru=1");
        let refused = browser.post(&format!("{path}/sheet"), &form).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{number} {days}");
        assert!(refused.body.contains(words) && refused.body.contains(&format!("value=\"{number}\"")));
    }
    assert_eq!(counts(&city, &point).await.made, 0);
    let form = format!("token={token}&number=20&days=30&uz-Latn=1&ru=1");
    let sheet = browser.post(&format!("{path}/sheet"), &form).await;
    assert_eq!(sheet.status, StatusCode::OK, "{}", sheet.body);
    assert_eq!(sheet.headers[header::CONTENT_TYPE], "application/pdf");
    assert_eq!(sheet.headers[header::CACHE_CONTROL], "no-store");
    let beginning = format!("/URI(https://t.me/fargona_ijro_bot?start=v_{}_", point.code);
    assert_eq!(sheet.body.matches(&beginning).count(), 20);
    let first = sheet.body.split("?start=").nth(1).unwrap().split(')').next().unwrap();
    let Some(Payload::Visit { code, .. }) = Payload::read(first) else { panic!("{first}") };
    let page = browser.get(&path).await.body;
    assert!(page.contains("20 ta kod") && !page.contains(&code.spaced()), "{page}");
    assert_eq!(counts(&city, &point).await.valid, 20);
}

#[tokio::test]
async fn a_batch_is_taken_back_once_and_nobody_hears_how_many_were_left() {
    let (city, point) = city().await;
    let path = format!("/points/{}/codes", point.id);
    let mut browser = Browser::of(&city, city.officer).await;
    let token = browser.get(&path).await.form_token();
    browser.post(&format!("{path}/sheet"), &format!("token={token}&number=7&days=1")).await;
    let page = browser.get(&path).await.body;
    let batch = page.split("name=\"batch\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let form = format!("token={token}&batch={batch}");
    let revoked = browser.post(&format!("{path}/revoke"), &form).await;
    assert_eq!(revoked.location(), format!("{path}?said=revoked"));
    assert_eq!(browser.post(&format!("{path}/revoke"), &form).await.status, StatusCode::CONFLICT);
    let wrong = browser.post(&format!("{path}/revoke"), &format!("token={token}&batch=x")).await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
    let after = counts(&city, &point).await;
    assert_eq!((after.revoked, after.valid), (7, 0));
    let id = point.id.0;
    let events =
        read(&city, move |conn| Box::pin(async move { store::events::of(conn, "point", id, 9).await })).await;
    let told = events.iter().find(|event| event.action == "codes_revoked").unwrap();
    assert_eq!((&told.before, &told.after), (&None, &None));
}

#[tokio::test]
async fn the_screen_shows_a_new_code_at_each_press_and_one_event_a_day() {
    let (city, point) = city().await;
    let path = format!("/points/{}/codes/screen", point.id);
    let mut browser = Browser::of(&city, city.officer).await;
    let empty = browser.get(&path).await;
    assert!(!empty.body.contains("class=\"code\""), "a look makes none");
    let token = empty.form_token();
    let mut codes = std::collections::BTreeSet::new();
    for _ in 0..3 {
        let page = browser.post(&path, &format!("token={token}")).await;
        let code = page.body.split("class=\"code\">").nth(1).unwrap().split('<').next().unwrap().to_owned();
        assert!(page.body.contains("class=\"qr\"") && page.body.contains("t.me/fargona_ijro_bot"));
        codes.insert(code);
    }
    assert_eq!(codes.len(), 3);
    assert_eq!(counts(&city, &point).await.valid, 3);
    let id = point.id.0;
    let events =
        read(&city, move |conn| Box::pin(async move { store::events::of(conn, "point", id, 9).await })).await;
    assert_eq!(events.iter().filter(|event| event.action == "codes_shown").count(), 1);
    city.clock.advance(chrono::TimeDelta::minutes(16));
    assert_eq!(counts(&city, &point).await.expired(), 3);
}
