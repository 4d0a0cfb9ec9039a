//! Organisations and services on the pages of the administrator.

use axum::http::StatusCode;
use domain::ids::OrganisationId;
use domain::people::Role;

use crate::browser::Browser;
use crate::city::City;
use crate::work::{HARM, LOCAL, assert_harmless, typed};

async fn administrator(city: &City) -> (Browser, String) {
    let mut browser = Browser::of(city, city.administrator).await;
    let token = browser.get("/orgs/new").await.form_token();
    (browser, token)
}

async fn named(city: &City, key: &str) -> store::organisations::Organisation {
    let catalogue = city.store.catalogue().await.unwrap();
    catalogue.organisations.values().find(|one| one.key == key).unwrap().clone()
}

#[tokio::test]
async fn only_administrators_see_and_keep_the_registry() {
    let city = City::at(LOCAL).await;
    let kadastr = city.organisation("kadastr").await;
    let observer = city.enter("Kuzatuvchi", Role::Observer, kadastr, 990).await;
    let service = city.store.catalogue().await.unwrap().services.values().next().unwrap().id;
    for person in [city.controller, city.officer, observer] {
        let mut browser = Browser::of(&city, person).await;
        let token = browser.get("/people").await.form_token();
        for path in [
            "/orgs/manage".to_owned(),
            "/orgs/new".to_owned(),
            format!("/orgs/{kadastr}/edit"),
            "/services/new".to_owned(),
            format!("/services/{service}"),
        ] {
            assert_eq!(browser.get(&path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        for (path, form) in [
            ("/orgs/new".to_owned(), "key=x&name_uz_latn=X&parent=1"),
            (format!("/orgs/{kadastr}/edit"), "name_uz_latn=X&parent=1"),
            (format!("/orgs/{kadastr}/state"), "decision=close"),
            (format!("/services/{service}"), "name_uz_latn=X&organisation=1"),
            (format!("/services/{service}/state"), "decision=close"),
        ] {
            let refused = browser.post(&path, &format!("token={token}&{form}")).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}");
        }
    }
    // Whoever administers a part of the city keeps that part, and puts nothing elsewhere.
    let part = city.enter("Boʻlim administratori", Role::Administrator, kadastr, 991).await;
    let mut browser = Browser::of(&city, part).await;
    let list = browser.get("/orgs/manage").await;
    assert!(list.body.contains("Kadastr") && !list.body.contains("Suv taʼminoti"), "{}", list.body);
    let token = browser.get("/orgs/new").await.form_token();
    let suv = city.organisation("suv").await;
    assert_eq!(browser.get(&format!("/orgs/{suv}/edit")).await.status, StatusCode::FORBIDDEN);
    let elsewhere = format!("token={token}&key=yangi&name_uz_latn=Yangi&week=five&parent={suv}");
    assert_eq!(browser.post("/orgs/new", &elsewhere).await.status, StatusCode::FORBIDDEN);
    let here = format!("token={token}&key=yangi&name_uz_latn=Yangi&week=five&parent={kadastr}");
    assert_eq!(browser.post("/orgs/new", &here).await.status, StatusCode::SEE_OTHER);
}

#[tokio::test]
async fn an_organisation_is_added_changed_closed_and_opened_again() {
    let city = City::at(LOCAL).await;
    let root = city.organisation("city").await;
    let (mut browser, token) = administrator(&city).await;
    for (fields, field, words) in [
        ("key=Yomon+kalit&name_uz_latn=A", "key-error", "Kichik lotin harflari"),
        ("key=suv&name_uz_latn=A", "key-error", "Bu kalit band"),
        ("key=a&name_uz_latn=+", "name_uz_latn-error", "Oʻzbekcha (lotin) nomini"),
        ("key=a&name_uz_latn=A&kind=Katta", "kind-error", "Kichik lotin harflari"),
        ("key=a&name_uz_latn=A&parent=999", "parent-error", "boʻysunishini tanlang"),
    ] {
        let parent = if fields.contains("parent=") { String::new() } else { format!("&parent={root}") };
        let answer = browser.post("/orgs/new", &format!("token={token}&week=five&{fields}{parent}")).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields}");
        let beside = format!("id=\"{field}\"");
        assert!(answer.body.contains(&beside) && answer.body.contains(words), "{fields}: {}", answer.body);
    }
    let form = format!(
        "token={token}&key=ekologiya&name_uz_latn={}&name_ru={}&week=six&kind=&parent={root}",
        typed(&format!("Ekologiya {HARM}")),
        typed("Экология"),
    );
    let added = browser.post("/orgs/new", &form).await;
    let one = named(&city, "ekologiya").await;
    assert_eq!(added.location(), format!("/orgs/{}/edit?said=added", one.id));
    let page = browser.get(&format!("/orgs/{}/edit", one.id)).await.body;
    assert!(page.contains("Экология") && page.contains("Qoʻshildi"), "{page}");
    assert_harmless(&page);

    let edit = format!("/orgs/{}/edit", one.id);
    let below_itself = format!("token={token}&name_uz_latn=E&week=five&kind=other&parent={}", one.id);
    let refused = browser.post(&edit, &below_itself).await;
    assert!(refused.body.contains("id=\"parent-error\""), "{}", refused.body);
    let changed = format!("token={token}&name_uz_latn=Ekologiya&week=five&kind=other&parent={root}");
    assert_eq!(browser.post(&edit, &changed).await.location(), format!("{edit}?said=changed"));
    assert_eq!(named(&city, "ekologiya").await.names.ru, None);
    let told = browser.get(&edit).await.body;
    assert!(told.contains("Экология → —"), "{told}");

    let state = format!("/orgs/{}/state", one.id);
    let nonsense = browser.post(&state, &format!("token={token}&decision=burn")).await;
    assert_eq!(nonsense.status, StatusCode::BAD_REQUEST);
    let closed =
        browser.post(&state, &format!("token={token}&decision=close&reason={}", typed("tugatildi"))).await;
    assert_eq!(closed.location(), format!("{edit}?said=closed"));
    assert!(!named(&city, "ekologiya").await.active);
    assert!(browser.get("/orgs/manage?state=closed").await.body.contains("ekologiya"));
    let page = browser.get(&edit).await.body;
    assert!(page.contains("tugatildi") && page.contains("value=\"reopen\""), "{page}");
    assert_eq!(
        browser.post(&state, &format!("token={token}&decision=reopen")).await.location(),
        format!("{edit}?said=reopened")
    );
    assert!(named(&city, "ekologiya").await.active);
}

#[tokio::test]
async fn before_an_organisation_is_closed_the_page_says_what_it_means() {
    let city = City::at(LOCAL).await;
    let (kadastr, root) = (city.organisation("kadastr").await, city.organisation("city").await);
    let (mut browser, token) = administrator(&city).await;
    let page = browser.get(&format!("/orgs/{kadastr}/edit")).await.body;
    for words in [
        "topshiriq endi soʻralmaydi",
        "1 ta xizmatni fuqarolar endi",
        "1 nafar xodimning",
        "Hech narsa oʻchirilmaydi",
    ] {
        assert!(page.contains(words), "{words}: {page}");
    }
    let top = browser.get(&format!("/orgs/{root}/edit")).await.body;
    assert!(!top.contains("value=\"close\"") && top.contains("eng yuqori tashkilot"), "{top}");
    let refused =
        browser.post(&format!("/orgs/{root}/state"), &format!("token={token}&decision=close")).await;
    assert_eq!(refused.status, StatusCode::CONFLICT);
    assert_eq!(browser.get("/orgs/999/edit").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_service_is_added_moved_and_closed() {
    let city = City::at(LOCAL).await;
    let (kadastr, suv) = (city.organisation("kadastr").await, city.organisation("suv").await);
    let (mut browser, token) = administrator(&city).await;
    let form = |giver: OrganisationId, key: &str, term: &str| {
        format!("token={token}&key={key}&name_uz_latn=Yangi+xizmat&organisation={giver}&term={term}")
    };
    for (key, term, field) in [("kadastr-1", "", "key-error"), ("a", "x".repeat(101).as_str(), "term-error")]
    {
        let answer = browser.post("/services/new", &form(kadastr, key, term)).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert!(answer.body.contains(&format!("id=\"{field}\"")), "{field}: {}", answer.body);
    }
    let added = browser.post("/services/new", &form(kadastr, "kadastr-2", "3+kun")).await;
    let path = added.location().split('?').next().unwrap().to_owned();
    assert!(path.starts_with("/services/"), "{path}");
    let kept = |catalogue: &store::organisations::Catalogue| {
        catalogue.services.values().find(|one| one.key == "kadastr-2").map(|one| one.organisation)
    };
    assert_eq!(kept(&city.store.catalogue().await.unwrap()), Some(kadastr));
    assert_eq!(browser.post(&path, &form(suv, "", "3+kun")).await.status, StatusCode::SEE_OTHER);
    assert_eq!(kept(&city.store.catalogue().await.unwrap()), Some(suv));
    browser.post(&format!("{path}/state"), &format!("token={token}&decision=close")).await;
    assert_eq!(kept(&city.store.catalogue().await.unwrap()), None);
    let page = browser.get(&path).await.body;
    assert!(page.contains("value=\"reopen\"") && page.contains("Xizmat koʻrsatilmayapti"), "{page}");
    browser.post(&format!("{path}/state"), &format!("token={token}&decision=reopen")).await;
    assert_eq!(kept(&city.store.catalogue().await.unwrap()), Some(suv));
}
