//! Search, the record of what was done, saved lists, and keys.

use axum::http::StatusCode;
use domain::ids::PersonId;
use domain::language::Language;
use domain::people::Role;
use store::StoreError;
use store::obligation_lists::Wanted;

use crate::browser::{Answer, Browser};
use crate::city::City;
use crate::work::{HARM, LOCAL, assert_harmless, list, typed};

async fn search(browser: &mut Browser, words: &str) -> Answer {
    let page = browser.get(&format!("/search?q={}", typed(words))).await;
    assert_eq!(page.status, StatusCode::OK, "{words}: {}", page.body);
    page
}

/// Which groups a page of results has.
fn groups(page: &Answer) -> Vec<&str> {
    page.body.split("id=\"h-").skip(1).filter_map(|rest| rest.split_once('"')).map(|(code, _)| code).collect()
}

#[tokio::test]
async fn everything_is_found_in_any_script_with_a_slip() {
    let city = City::at(LOCAL).await;
    let kadastr = city.organisation("kadastr").await;
    let mut browser = Browser::of(&city, city.controller).await;
    for words in ["kadastr", "кадастр", "kadstr agentligi", "Агентства по кадастру"]
    {
        let page = search(&mut browser, words).await;
        assert!(page.body.contains(&format!("href=\"/orgs/{kadastr}\"")), "{words}: {}", page.body);
        assert!(page.body.contains("<mark>"), "{words}");
    }
    let page = search(&mut browser, "йўлдошева").await;
    assert!(
        groups(&page).contains(&"people") && page.body.contains("<mark>Yoʻldosheva</mark>"),
        "{}",
        page.body
    );
    let page = search(&mut browser, "tahlil").await;
    assert_eq!(groups(&page), ["obligations", "measures"], "{}", page.body);
    assert_harmless(&page.body);
    assert!(page.body.contains("&lt;va&gt;"), "words of the plan are shown as they are");
    // A number is that of a measure.
    assert!(groups(&search(&mut browser, "3").await).contains(&"measures"));
    // An organisation and a measure together are what is asked of it.
    let both = search(&mut browser, "kadastr tahlil").await;
    let first = both.body.split("id=\"h-obligations\"").nth(1).unwrap().split("</section>").next().unwrap();
    assert!(first.contains("<mark>tahlil</mark>") && first.contains("<mark>Kadastr</mark>"), "{first}");
    assert!(!first.contains("Suv ta"), "{first}");
    // More than a few are shown on a page of their own.
    let more = "/search?q=tahlil&#38;only=obligations";
    assert!(page.body.contains(more), "{}", page.body);
    let alone = browser.get("/search?q=tahlil&only=obligations").await;
    assert_eq!(groups(&alone), ["obligations"]);
    assert!(alone.body.matches("class=\"li\"").count() > 6, "{}", alone.body);
}

#[tokio::test]
async fn odd_searches_are_answered_kindly() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    for words in
        ["", " ", "a", "?!", "xyzzyqq", HARM, &"uzun ".repeat(500), "\u{202e}%00", "99999999999999999999"]
    {
        let page = search(&mut browser, words).await;
        assert_harmless(&page.body);
        assert!(page.body.contains("class=\"note\""), "{words:?} gets no hint: {}", page.body);
    }
    let anybody = Browser::new(&city).get("/search?q=kadastr").await;
    assert!(anybody.location().starts_with("/login"), "{}", anybody.location());
}

#[tokio::test]
async fn nobody_finds_what_is_not_theirs() {
    let city = City::at(LOCAL).await;
    let mut officer = Browser::of(&city, city.officer).await;
    assert_eq!(groups(&search(&mut officer, "soliq").await), [""; 0]);
    assert_eq!(groups(&search(&mut officer, "Xolmatova").await), [""; 0]);
    let own = search(&mut officer, "kadastr").await;
    assert!(groups(&own).contains(&"organisations"), "{}", own.body);
    let asked = search(&mut officer, "tahlil").await;
    assert!(groups(&asked).contains(&"obligations") && !asked.body.contains("Suv ta"), "{}", asked.body);
}

async fn accepted(city: &City) -> i64 {
    let open = list(city, Some("kadastr"), Wanted::Overdue).await.swap_remove(0);
    let mut officer = Browser::of(city, city.officer).await;
    let token = officer.get("/people").await.form_token();
    let form = [("token", token.as_str()), ("answer", "done"), ("text", "bajarildi")];
    officer.send(&format!("/obligations/{}/answer", open.id), &form, &[]).await;
    let waiting = list(city, Some("kadastr"), Wanted::Review).await;
    let seen = waiting.iter().find(|one| one.id == open.id).unwrap().state_version;
    let mut controller = Browser::of(city, city.controller).await;
    let token = controller.get("/people").await.form_token();
    let form = format!("token={token}&seen={seen}&decision=return&reason=Hujjat%20yetishmaydi");
    let done = controller.post(&format!("/obligations/{}/decision", open.id), &form).await;
    assert_eq!(done.status, StatusCode::SEE_OTHER, "{}", done.body);
    open.id.0
}

#[tokio::test]
async fn the_record_is_read_narrowed_and_turned_over() {
    let city = City::at(LOCAL).await;
    let id = accepted(&city).await;
    let mut browser = Browser::of(&city, city.controller).await;
    for language in Language::ALL {
        browser.cookies.insert("lang".into(), language.tag().into());
        let page = browser.get("/audit").await;
        assert_eq!(page.status, StatusCode::OK, "{}", page.body);
        assert!(page.body.contains(&format!("/obligations/{id}")), "{}", page.body);
        assert!(page.body.contains("Hujjat yetishmaydi"), "{}", page.body);
        assert_harmless(&page.body);
    }
    browser.cookies.insert("lang".into(), "en".into());
    let count = |page: &Answer| page.body.matches("<li class=\"e-").count();
    for (query, expected) in [
        ("what=obligation.returned".to_owned(), 1),
        (format!("what=obligation&thing={id}"), 2),
        (format!("who={}&what=obligation.returned", city.controller), 1),
        ("q=ҲУЖЖАТ".to_owned(), 1),
        ("q=boshqa".to_owned(), 0),
        (format!("what=obligation.answered&thing={id}&from=2026-11-23&to=2026-11-23"), 1),
        (format!("what=obligation&thing={id}&to=2026-11-22"), 0),
        ("to=2025-01-01".to_owned(), 0),
        // What cannot be read narrows nothing.
        (format!("what=nonsense.x&thing=y&from=z&who=%27&q={}", typed("yetishmaydi")), 1),
    ] {
        let page = browser.get(&format!("/audit?{}", query.replace("ҲУЖЖАТ", &typed("ҲУЖЖАТ")))).await;
        assert_eq!(count(&page), expected, "{query}: {}", page.body);
    }
    // Keyset pages: together they have every event once.
    let all = city.store.read(|conn| Box::pin(store::events::chain::head(conn))).await;
    let all: Result<_, StoreError> = all;
    let (mut seen, mut next) = (0, Some("/audit".to_owned()));
    while let Some(address) = next {
        let page = browser.get(&address.replace("&#38;", "&")).await;
        seen += count(&page);
        next =
            page.body.split("rel=\"next\"").next().filter(|_| page.body.contains("rel=\"next\"")).and_then(
                |before| {
                    before.rsplit_once("href=\"").map(|(_, rest)| rest.trim_end_matches("\" ").to_owned())
                },
            );
    }
    assert_eq!(i64::try_from(seen).unwrap(), all.unwrap().position);
}

#[tokio::test]
async fn the_record_is_for_control_and_administrators() {
    let city = City::at(LOCAL).await;
    for (person, allowed) in [(city.controller, true), (city.administrator, true), (city.officer, false)] {
        let mut browser = Browser::of(&city, person).await;
        for path in ["/audit", "/audit/chain"] {
            let status = browser.get(path).await.status;
            assert_eq!(status == StatusCode::OK, allowed, "{path}: {status}");
        }
        assert_eq!(browser.get("/orgs").await.body.contains("href=\"/audit\""), allowed);
    }
    // Who controls one organisation reads of that one.
    let suv = city.organisation("suv").await;
    let other = city.enter("S. Nazoratchi", Role::Controller, suv, 77).await;
    accepted(&city).await;
    let page = Browser::of(&city, other).await.get("/audit?what=obligation").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(!page.body.contains("Hujjat yetishmaydi"), "{}", page.body);
}

#[tokio::test]
async fn the_chain_is_checked_on_a_page() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.administrator).await;
    let page = browser.get("/audit/chain").await;
    assert!(page.body.contains("tell good"), "{}", page.body);
    let head = page.body.split("formula hash\">").nth(1).unwrap()[..64].to_owned();
    let again = browser.get(&format!("/audit/chain?noted={head}")).await;
    assert!(again.body.contains("tell good"), "{}", again.body);
    let spaced = browser.get(&format!("/audit/chain?noted=%20{}%20", head.to_uppercase())).await;
    assert!(spaced.body.contains("tell good") && !spaced.body.contains("noted-error"), "{}", spaced.body);
    let strange = browser.get(&format!("/audit/chain?noted={}", "ab".repeat(32))).await;
    assert!(strange.body.contains("tell bad"), "{}", strange.body);
    // A slip of the pen is no sign that somebody changed the record.
    for slip in [typed(HARM), head[1..].to_owned(), "0".repeat(64), format!("{head}0")] {
        let wrong = browser.get(&format!("/audit/chain?noted={slip}")).await;
        assert!(
            wrong.body.contains("tell good") && wrong.body.contains("noted-error"),
            "{slip}: {}",
            wrong.body
        );
        assert_harmless(&wrong.body);
    }
}

async fn save(city: &City, person: PersonId, path: &str, query: &str, name: &str) -> Answer {
    let mut browser = Browser::of(city, person).await;
    let token = browser.get("/views").await.form_token();
    let form = format!("token={token}&path={}&query={}&name={}", typed(path), typed(query), typed(name));
    browser.post("/views", &form).await
}

#[tokio::test]
async fn a_list_is_kept_called_otherwise_and_let_go() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let narrowed = browser.get("/obligations?standing=overdue&page=2").await;
    assert!(narrowed.body.contains("name=\"query\" value=\"standing=overdue\""), "{}", narrowed.body);
    let kept =
        save(&city, city.controller, "/obligations", "standing=overdue&page=2", "Mening <b> roʻyxatim").await;
    assert_eq!(kept.location(), "/obligations?standing=overdue");
    let page = browser.get("/obligations?standing=overdue").await;
    assert!(page.body.contains("Mening &#60;b&#62; roʻyxatim"), "{}", page.body);
    assert!(!page.body.contains("name=\"query\""), "it is kept already: {}", page.body);
    // On its own list only, and for its owner only.
    assert!(!browser.get("/cases").await.body.contains("roʻyxatim"));
    let mut other = Browser::of(&city, city.administrator).await;
    assert!(!other.get("/obligations").await.body.contains("roʻyxatim"));
    let views = browser.get("/views").await;
    let id = views.body.split("action=\"/views/").nth(1).unwrap().split('"').next().unwrap().to_owned();
    let token = other.get("/views").await.form_token();
    other.post(&format!("/views/{id}"), &format!("token={token}&act=remove")).await;
    let token = views.form_token();
    browser.post(&format!("/views/{id}"), &format!("token={token}&act=rename&name=Yangi%20nom")).await;
    let views = browser.get("/views").await;
    assert!(views.body.contains("Yangi nom") && !views.body.contains("roʻyxatim"), "{}", views.body);
    browser.post(&format!("/views/{id}"), &format!("token={token}&act=remove")).await;
    assert!(!browser.get("/obligations").await.body.contains("Yangi nom"));
}

#[tokio::test]
async fn only_lists_are_kept_and_not_too_many() {
    let city = City::at(LOCAL).await;
    for (path, query) in [("/people", ""), ("//evil.uz", ""), ("/orgs/1", ""), ("", "")] {
        let refused = save(&city, city.controller, path, query, "x").await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{path}");
    }
    let long = format!("q={}", "a".repeat(400));
    assert_eq!(save(&city, city.controller, "/orgs", &long, "x").await.status, StatusCode::BAD_REQUEST);
    for number in 0..20 {
        let kept = save(&city, city.controller, "/orgs", "light=red", &format!("nom {number}")).await;
        assert_eq!(kept.status, StatusCode::SEE_OTHER);
    }
    assert_eq!(
        save(&city, city.controller, "/orgs", "light=red", "ortiqcha").await.status,
        StatusCode::CONFLICT
    );
    // One of the same name is replaced.
    assert_eq!(
        save(&city, city.controller, "/orgs", "light=green", "nom 3").await.status,
        StatusCode::SEE_OTHER
    );
    assert_eq!(
        save(&city, city.administrator, "/orgs", "light=red", "nom").await.status,
        StatusCode::SEE_OTHER
    );
    let mut stranger = Browser::of(&city, city.controller).await;
    let forged = stranger.post("/views", "token=0&path=/orgs&query=&name=x").await;
    assert_eq!(forged.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn keys_can_be_turned_off_in_a_browser() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.officer).await;
    assert!(browser.get("/keys").await.body.contains(" data-keys"));
    let chosen = browser.get("/keys/off?back=/orgs").await;
    assert_eq!(chosen.location(), "/orgs");
    assert!(!browser.get("/orgs").await.body.contains(" data-keys"));
    assert!(browser.get("/keys").await.body.contains("/keys/on"));
    browser.get("/keys/on").await;
    assert!(browser.get("/orgs").await.body.contains(" data-keys"));
    assert_eq!(browser.get("/keys/loud").await.status, StatusCode::NOT_FOUND);
}
