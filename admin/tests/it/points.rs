//! Service points: who sees them, who prints for them, and what administrators do to them.

use axum::http::{StatusCode, header};
use domain::ids::PersonId;
use domain::people::Role;
use domain::points::NAME_LIMIT;
use store::points::{self, KeptPoint, PointState};

use crate::browser::Browser;
use crate::city::City;
use crate::work::{HARM, LOCAL, assert_harmless, read, typed};

/// The first point of an organisation.
async fn point(city: &City, organisation: &str) -> KeptPoint {
    let scope = domain::people::Scope::Only([city.organisation(organisation).await].into());
    read(city, |conn| Box::pin(async move { points::of_scope(conn, &scope, 9).await })).await.swap_remove(0)
}

async fn again(city: &City, point: &KeptPoint) -> KeptPoint {
    let id = point.id;
    read(city, move |conn| Box::pin(points::one(conn, id))).await.unwrap()
}

/// The administrator's browser and the token of their forms.
async fn administrator(city: &City) -> (Browser, String) {
    let mut browser = Browser::of(city, city.administrator).await;
    let token = browser.get("/points/new").await.form_token();
    (browser, token)
}

#[tokio::test]
async fn points_are_listed_by_organisation_and_found_by_any_name_and_by_the_code_of_a_poster() {
    let city = City::at(LOCAL).await;
    let (kadastr, suv) = (point(&city, "kadastr").await, point(&city, "suv").await);
    let mut browser = Browser::of(&city, city.controller).await;
    let all = browser.get("/points").await.body;
    let shows = |page: &str, point: &KeptPoint| page.contains(&format!("href=\"/points/{}\"", point.id));
    assert!(shows(&all, &kadastr) && shows(&all, &suv), "{all}");
    let by_organisation = format!("/points?organisation={}", suv.organisation);
    let by_code = format!("/points?q={}", suv.code.to_lowercase());
    for address in [&by_organisation, &by_code, "/points?q=SUV%20TA'MINOTI", "/points?q=%D1%81%D1%83%D0%B2"] {
        let page = browser.get(address).await.body;
        assert!(shows(&page, &suv) && !shows(&page, &kadastr), "{address}: {page}");
    }
    for address in
        ["/points?q=%00%25_", "/points?state=out", "/points?organisation=999", "/points?organisation=x"]
    {
        let page = browser.get(address).await;
        assert_eq!(page.status, StatusCode::OK);
        assert!(!shows(&page.body, &suv) && page.body.contains("Bunday nuqta yoʻq"), "{address}");
    }
    assert!(shows(&browser.get("/points?page=99999").await.body, &suv), "a page too far is the last");
}

#[tokio::test]
async fn an_officer_prints_their_own_control_prints_everything_and_only_administrators_change() {
    let city = City::at(LOCAL).await;
    let (own, other) = (point(&city, "kadastr").await, point(&city, "suv").await);
    let head = city.enter("Rahbar", Role::Head, own.organisation, 901).await;
    let watcher = city.enter("Kuzatuvchi", Role::Observer, own.organisation, 902).await;
    let (yes, no, none) = (StatusCode::OK, StatusCode::FORBIDDEN, StatusCode::NOT_FOUND);
    for (who, name, own_page, own_file, other_page, other_file) in [
        (city.officer, "officer", yes, yes, none, none),
        (head, "head", yes, yes, none, none),
        (watcher, "observer", yes, no, none, none),
        (city.controller, "controller", yes, yes, yes, yes),
        (city.administrator, "administrator", yes, yes, yes, yes),
    ] {
        let mut browser = Browser::of(&city, who).await;
        for (point, page, file) in [(&own, own_page, own_file), (&other, other_page, other_file)] {
            let id = point.id;
            let organisation = point.organisation;
            let shown = browser.get(&format!("/points/{id}")).await;
            assert_eq!(shown.status, page, "{name}");
            assert_eq!(shown.body.contains("value=\"png\""), file == yes, "{name}");
            assert_eq!(shown.body.contains("value=\"replace\""), name == "administrator", "{name}");
            for address in [
                format!("/points/{id}/print?form=card&file=svg&ru=1"),
                format!("/points/print?organisation={organisation}"),
                format!("/points/print/all?organisation={organisation}&form=card&file=pdf&ru=1"),
            ] {
                assert_eq!(browser.get(&address).await.status, file, "{address} for the {name}");
            }
        }
        if who != city.administrator {
            changes_nothing(&city, who, &own).await;
        }
    }
}

/// What only administrators may do is refused, and leaves the point as it is.
async fn changes_nothing(city: &City, who: PersonId, point: &KeptPoint) {
    let mut browser = Browser::of(city, who).await;
    let token = browser.get("/points").await.form_token();
    let (id, code) = (point.id, &point.code);
    assert_eq!(browser.get("/points/new").await.status, StatusCode::FORBIDDEN);
    for (path, form) in [
        (format!("/points/{id}"), "name=Zal".to_owned()),
        (format!("/points/{id}/link"), format!("decision=replace&seen={code}")),
        (format!("/points/{id}/link"), format!("decision=revoke&seen={code}")),
        (format!("/points/{id}/state"), "decision=close".to_owned()),
        ("/points/new".to_owned(), format!("service={}&name=Zal", point.service)),
    ] {
        let refused = browser.post(&path, &format!("token={token}&{form}")).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path} {form}");
    }
    assert_eq!(again(city, point).await, *point);
}

#[tokio::test]
async fn a_point_is_made_for_a_service_and_named_in_the_languages_of_those_who_come() {
    let city = City::at(LOCAL).await;
    let service = point(&city, "suv").await.service;
    let (mut browser, token) = administrator(&city).await;
    let form =
        format!("token={token}&service={service}&name=2-zal,%205-o'yna&name_ru={}", typed("Зал 2, окно 5"));
    let made = browser.post("/points/new", &form).await;
    let address = made.location().to_owned();
    assert!(address.starts_with("/points/") && address.ends_with("?said=added"), "{address} {}", made.body);
    let page = browser.get(&address).await.body;
    assert!(
        page.contains("2-zal, 5-oʻyna") && page.contains("class=\"qr\"") && page.contains("Nuqta yaratildi")
    );
    browser.cookies.insert("lang".into(), "ru".into());
    assert!(browser.get(&address).await.body.contains("Зал 2, окно 5"));
    let path = address.split('?').next().unwrap();
    let renamed = browser.post(path, &format!("token={token}&name={}&name_en=Hall%202", typed(HARM))).await;
    assert_eq!(renamed.location(), format!("{path}?said=renamed"), "{}", renamed.body);
    assert_harmless(&browser.get(path).await.body);
    assert_harmless(&browser.get("/points").await.body);
    let svg = browser.get(&format!("{path}/print?form=stickers&file=svg&uz-Latn=1")).await;
    assert_eq!(svg.status, StatusCode::OK);
    assert_harmless(&svg.body);
    let catalogue = city.store.catalogue().await.unwrap();
    assert_eq!(catalogue.points.values().filter(|point| point.service == service).count(), 2);
}

#[tokio::test]
async fn a_bad_name_and_a_strange_service_are_refused_and_nothing_is_lost_of_what_was_typed() {
    let city = City::at(LOCAL).await;
    let own = point(&city, "kadastr").await;
    let (mut browser, token) = administrator(&city).await;
    let long = "z".repeat(NAME_LIMIT + 1);
    for (names, words) in [
        (format!("name={long}&name_ru=Yozilgan"), "120 ta belgidan"),
        ("name=&name_ru=Yozilgan".to_owned(), "nomini yozing"),
        ("name=%20%E2%80%8B&name_ru=Yozilgan".to_owned(), "nomini yozing"),
        (format!("name=Zal&name_en={long}&name_ru=Yozilgan"), "120 ta belgidan"),
    ] {
        for path in ["/points/new".to_owned(), format!("/points/{}", own.id)] {
            let form = format!("token={token}&service={}&{names}", own.service);
            let refused = browser.post(&path, &form).await;
            assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{path} {names}");
            assert!(refused.body.contains(words) && refused.body.contains("value=\"Yozilgan\""), "{names}");
        }
    }
    for (service, status) in
        [("999999", StatusCode::FORBIDDEN), ("x", StatusCode::BAD_REQUEST), ("", StatusCode::BAD_REQUEST)]
    {
        let refused = browser.post("/points/new", &format!("token={token}&service={service}&name=Zal")).await;
        assert_eq!(refused.status, status, "{service}");
    }
    assert_eq!(
        browser.post("/points/new", &format!("service={}&name=Zal", own.service)).await.status,
        StatusCode::FORBIDDEN
    );
    assert_eq!(browser.get("/points/999999").await.status, StatusCode::NOT_FOUND);
    assert_eq!(again(&city, &own).await, own);
}

#[tokio::test]
async fn an_administrator_of_one_organisation_has_no_hand_in_another() {
    let city = City::at(LOCAL).await;
    let (own, other) = (point(&city, "kadastr").await, point(&city, "suv").await);
    let local = city.enter("Mahalliy administrator", Role::Administrator, own.organisation, 903).await;
    let mut browser = Browser::of(&city, local).await;
    let page = browser.get("/points/new").await;
    let token = page.form_token();
    let offers =
        |service: domain::ids::ServiceId| page.body.contains(&format!("<option value=\"{service}\""));
    assert!(offers(own.service) && !offers(other.service), "{}", page.body);
    let foreign =
        browser.post("/points/new", &format!("token={token}&service={}&name=Zal", other.service)).await;
    assert_eq!(foreign.status, StatusCode::FORBIDDEN);
    for (path, form) in [
        (format!("/points/{}", other.id), "name=Zal".to_owned()),
        (format!("/points/{}/link", other.id), format!("decision=replace&seen={}", other.code)),
        (format!("/points/{}/state", other.id), "decision=close".to_owned()),
    ] {
        let refused = browser.post(&path, &format!("token={token}&{form}")).await;
        assert_eq!(refused.status, StatusCode::NOT_FOUND, "{path}");
    }
    assert_eq!(again(&city, &other).await, other);
    let renamed = browser.post(&format!("/points/{}", own.id), &format!("token={token}&name=Zal")).await;
    assert_eq!(renamed.location(), format!("/points/{}?said=renamed", own.id));
}

#[tokio::test]
async fn a_link_is_revoked_once_and_replaced_once_and_the_page_tells_it() {
    let city = City::at(LOCAL).await;
    let before = point(&city, "kadastr").await;
    let (mut browser, token) = administrator(&city).await;
    let path = format!("/points/{}", before.id);
    let link = |decision: &str, code: &str| {
        format!("token={token}&decision={decision}&seen={code}&reason={}", typed("plakat yoʻqoldi"))
    };
    let revoked = browser.post(&format!("{path}/link"), &link("revoke", &before.code)).await;
    assert_eq!(revoked.location(), format!("{path}?said=revoked"));
    let twice = browser.post(&format!("{path}/link"), &link("revoke", &before.code)).await;
    assert_eq!(twice.status, StatusCode::CONFLICT);
    assert!(twice.body.contains("avval bekor qilingan"), "{}", twice.body);
    let page = browser.get(&path).await.body;
    assert!(!page.contains("class=\"qr\"") && page.contains("plakat yoʻqoldi"), "{page}");
    let print = format!("{path}/print?form=poster&file=svg");
    assert_eq!(
        browser.get(&print).await.status,
        StatusCode::CONFLICT,
        "nothing is printed for a link that is not valid"
    );
    assert!(browser.get("/points?state=out").await.body.contains(&format!("href=\"{path}\"")));

    let replaced = browser.post(&format!("{path}/link"), &link("replace", &before.code)).await;
    assert_eq!(replaced.location(), format!("{path}?said=replaced"));
    let double = browser.post(&format!("{path}/link"), &link("replace", &before.code)).await;
    assert_eq!(double.status, StatusCode::CONFLICT, "a second press does not replace the new link");
    let after = again(&city, &before).await;
    assert!(after.code != before.code && after.state == PointState::InUse, "{after:?}");
    let page = browser.get(&path).await.body;
    assert!(page.contains("class=\"qr\"") && page.contains(&after.code), "{page}");
    let former = city.store.catalogue().await.unwrap().former.get(&before.code).cloned();
    assert_eq!(former, Some(Some(after.code.clone())));
    let long = format!("token={token}&decision=revoke&seen={}&reason={}", after.code, "p".repeat(1100));
    for (wrong, status) in
        [(link("burn", &after.code), StatusCode::BAD_REQUEST), (long, StatusCode::UNPROCESSABLE_ENTITY)]
    {
        assert_eq!(browser.post(&format!("{path}/link"), &wrong).await.status, status);
    }
    assert_eq!(again(&city, &before).await, after);
}

#[tokio::test]
async fn a_closed_point_can_be_opened_again_and_neither_twice() {
    let city = City::at(LOCAL).await;
    let own = point(&city, "kadastr").await;
    let (mut browser, token) = administrator(&city).await;
    let path = format!("/points/{}", own.id);
    for (decision, said, state) in
        [("close", "closed", PointState::Closed), ("reopen", "reopened", PointState::InUse)]
    {
        let form = format!("token={token}&decision={decision}");
        assert_eq!(
            browser.post(&format!("{path}/state"), &form).await.location(),
            format!("{path}?said={said}")
        );
        assert_eq!(browser.post(&format!("{path}/state"), &form).await.status, StatusCode::CONFLICT);
        assert_eq!(again(&city, &own).await.state, state);
        let catalogue = city.store.catalogue().await.unwrap();
        assert_eq!(catalogue.points.contains_key(&own.code), state == PointState::InUse);
        assert_eq!(catalogue.former.contains_key(&own.code), state == PointState::Closed);
    }
    let wrong = browser.post(&format!("{path}/state"), &format!("token={token}&decision=burn")).await;
    assert_eq!(wrong.status, StatusCode::BAD_REQUEST);
}

#[tokio::test]
async fn files_say_what_they_are_and_wrong_wishes_are_refused() {
    let city = City::at(LOCAL).await;
    let own = point(&city, "kadastr").await;
    let mut browser = Browser::of(&city, city.officer).await;
    for (file, mime, begin) in [
        ("pdf", "application/pdf", "%PDF-1.4"),
        ("svg", "image/svg+xml", "<svg width=\"148mm\""),
        ("png", "image/png", "\u{fffd}PNG"),
    ] {
        let answer =
            browser.get(&format!("/points/{}/print?form=card&file={file}&uz-Latn=1&en=1", own.id)).await;
        assert_eq!(answer.status, StatusCode::OK, "{file}");
        assert_eq!(answer.headers[header::CONTENT_TYPE], mime);
        let disposition = format!("attachment; filename=\"card-{}.{file}\"", own.code);
        assert_eq!(answer.headers[header::CONTENT_DISPOSITION], disposition);
        assert!(answer.body.starts_with(begin), "{file}: {:?}", &answer.body[..20]);
    }
    let preview = browser.get(&format!("/points/{}/print?form=poster&file=preview&ru=1", own.id)).await;
    assert!(preview.status == StatusCode::OK && preview.body.starts_with("\u{fffd}PNG"));
    let all = format!("/points/print/all?organisation={}&form=poster&ru=1", own.organisation);
    for (file, begin) in [("pdf", "%PDF-1.4"), ("zip", "PK")] {
        let answer = browser.get(&format!("{all}&file={file}")).await;
        assert!(answer.status == StatusCode::OK && answer.body.starts_with(begin), "{file}");
        let disposition = format!("attachment; filename=\"poster-kadastr.{file}\"");
        assert_eq!(answer.headers[header::CONTENT_DISPOSITION], disposition);
    }
    let one = format!("/points/{}/print", own.id);
    for (address, status) in [
        (format!("{one}?form=banner&file=pdf"), StatusCode::BAD_REQUEST),
        (format!("{one}?form=card&file=exe"), StatusCode::BAD_REQUEST),
        (one.clone(), StatusCode::BAD_REQUEST),
        (format!("{all}&file=svg"), StatusCode::BAD_REQUEST),
        (format!("{all}&file=pdf&part=7"), StatusCode::NOT_FOUND),
        ("/points/print?organisation=x".to_owned(), StatusCode::NOT_FOUND),
        ("/points/print/all?form=card&file=pdf".to_owned(), StatusCode::NOT_FOUND),
    ] {
        assert_eq!(browser.get(&address).await.status, status, "{address}");
    }
}
