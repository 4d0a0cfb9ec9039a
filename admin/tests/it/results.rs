//! Public results: what everybody sees, what a machine reads, and who may publish.

use axum::http::{StatusCode, header};
use domain::clock::Clock;
use domain::language::Language;
use domain::people::Role;
use domain::ratings::Mark;
use domain::results::Document;
use sha2::{Digest, Sha256};
use store::StoreError;
use store::ratings::{self, Vote};

use crate::browser::{Answer, Browser};
use crate::city::City;

const LOCAL: &str = "http://127.0.0.1:8080";
const QUARTER: &str = "/ratings/publish/2026-Q3";

/// The city after its summer, which the deputy hokim has published.
async fn published() -> City {
    let city = City::at(LOCAL).await;
    let mut deputy = Browser::of(&city, city.controller).await;
    let done = publish(&mut deputy, QUARTER, "&confirmed=yes").await;
    assert_eq!(
        (done.status, done.location()),
        (StatusCode::SEE_OTHER, "/ratings/publish?said=2026-Q3"),
        "{done:?}"
    );
    city
}

/// Looks at a period and sends the form with this at its end.
async fn publish(browser: &mut Browser, path: &str, rest: &str) -> Answer {
    let page = browser.get(path).await;
    let (token, seal) = (page.form_token(), value(&page.body, "seal"));
    browser.post(path, &format!("token={token}&seal={seal}{rest}")).await
}

fn value(page: &str, name: &str) -> String {
    let sign = format!("name=\"{name}\" value=\"");
    let from = page.find(&sign).unwrap_or_else(|| panic!("no {name} in {page}")) + sign.len();
    page[from..].split('"').next().unwrap().to_owned()
}

fn text(answer: &Answer, name: header::HeaderName) -> &str {
    answer.headers.get(name).map_or("", |value| value.to_str().unwrap())
}

#[tokio::test]
async fn before_the_first_publication_the_page_says_so() {
    let city = City::at(LOCAL).await;
    let mut stranger = Browser::new(&city);
    let page = stranger.get("/results/uz-Latn").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.body.contains("Hozircha natija eʼlon qilinmagan"), "{}", page.body);
    for missing in
        ["/results/uz-Latn/2026-Q3", "/results/v1/2026-Q3.json", "/results/de", "/results/v1/x.json"]
    {
        assert_eq!(stranger.get(missing).await.status, StatusCode::NOT_FOUND, "{missing}");
    }
    let data = stranger.get("/results/v1/2026-Q3.json").await;
    assert_eq!(text(&data, header::CONTENT_TYPE), "application/json");
    assert_eq!(
        data.body, r#"{"error":"not_found","index":"/results/v1/index.json"}"#,
        "no page for a program"
    );
    let badge = stranger.get("/results/v1/badge/suv-1.svg?lang=en").await;
    assert!(badge.body.contains("no results yet"), "{}", badge.body);
}

#[tokio::test]
async fn everybody_reads_what_is_published_in_their_language() {
    let city = published().await;
    let mut stranger = Browser::new(&city);
    for (accepted, tag) in [("ru,en;q=0.5", "ru"), ("en-GB", "en"), ("uz", "uz-Latn"), ("fr", "uz-Latn")] {
        stranger.headers = vec![("accept-language", accepted.into())];
        let there = stranger.get("/results").await;
        assert_eq!(there.location(), format!("/results/{tag}"));
        assert!(text(&there, header::VARY).contains("accept-language"));
        assert_eq!(stranger.get("/ratings/counted").await.location(), format!("/results/{tag}/counted"));
    }
    for language in Language::ALL {
        let tag = language.tag();
        for rest in ["", "/2026-Q3", "/2026-Q3?version=1", "/2026-Q3/suv", "/counted", "/data"] {
            let path = format!("/results/{tag}{rest}");
            let page = stranger.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{path}");
            assert!(page.body.contains(&format!("<html lang=\"{tag}\"")), "{path}");
            assert_eq!(page.body.matches("<h1").count(), 1, "{path}");
            for fault in [" style=\"", "<script", "{{", "{$", "NaN", "name=\"token\""] {
                assert!(!page.body.contains(fault), "{fault} in {path}:\n{}", page.body);
            }
            assert!(!page.headers.contains_key(header::SET_COOKIE), "{path}");
            assert!(text(&page, header::CACHE_CONTROL).starts_with("public"), "{path}");
        }
    }
    let page = stranger.get("/results/ru/2026-Q3").await.body;
    assert!(page.contains("Предприятие водоснабжения") && page.contains("III квартал"), "{page}");
}

#[tokio::test]
async fn the_json_is_what_the_hash_says_and_the_csv_tells_the_same() {
    let city = published().await;
    let mut stranger = Browser::new(&city);
    let list: serde_json::Value =
        serde_json::from_str(&stranger.get("/results/v1/index.json").await.body).unwrap();
    let one = &list["publications"][0];
    assert_eq!(
        (&one["period"], &one["version"], &one["latest"]),
        (&"2026-Q3".into(), &1.into(), &true.into())
    );
    let json = stranger.get(one["json"].as_str().unwrap()).await;
    // The recipe of the page on open data: sha256sum of the file.
    let hash = hex::encode(Sha256::digest(json.body.as_bytes()));
    assert_eq!(one["sha256"], hash.as_str());
    assert_eq!(text(&json, header::CACHE_CONTROL), "public, max-age=31536000, immutable");
    assert_eq!(text(&json, header::ACCESS_CONTROL_ALLOW_ORIGIN), "*");
    assert!(stranger.get("/results/uz-Latn/2026-Q3").await.body.contains(&hash));
    let document: Document = serde_json::from_str(&json.body).unwrap();
    assert_eq!(document.format, "nazorat-results/1");
    let csv = stranger.get(one["csv"].as_str().unwrap()).await;
    assert!(csv.body.starts_with("\u{FEFF}period,version,level,organisation,service,"), "{}", csv.body);
    let mut table = csv::Reader::from_reader(csv.body.trim_start_matches('\u{FEFF}').as_bytes());
    let rows: Vec<_> = table.records().map(Result::unwrap).collect();
    assert_eq!(rows.len(), document.organisations.len() + document.services().count());
    for row in rows {
        assert_eq!(row.len(), 24);
        let entry = match &row[4] {
            "" => &document.organisation(&row[3]).unwrap().entry,
            service => document.services().find(|(_, one)| one.key == service).unwrap().1,
        };
        let figures = entry.figures;
        assert_eq!(row[9], figures.map(|one| one.n.to_string()).unwrap_or_default());
        assert_eq!(row[15], figures.map(|one| one.mean.to_string()).unwrap_or_default());
        assert_eq!(row[21], entry.place.map(|one| one.best.to_string()).unwrap_or_default());
        assert!(figures.is_none_or(|one| one.n >= 10));
    }
}

#[tokio::test]
async fn what_has_not_changed_is_not_sent_again() {
    let city = published().await;
    let mut stranger = Browser::new(&city);
    for path in [
        "/results/v1/index.json",
        "/results/v1/2026-Q3.json",
        "/results/v1/2026-Q3/1.csv",
        "/results/v1/badge/suv-1.svg",
        "/results/ru/2026-Q3",
    ] {
        stranger.headers.clear();
        let tag = text(&stranger.get(path).await, header::ETAG).to_owned();
        assert!(tag.len() > 60, "{path}: {tag}");
        stranger.headers = vec![("if-none-match", format!("W/{tag}"))];
        let again = stranger.get(path).await;
        assert_eq!((again.status, again.body.as_str()), (StatusCode::NOT_MODIFIED, ""), "{path}");
        assert_eq!(text(&again, header::ETAG), tag);
        stranger.headers = vec![("if-none-match", "\"other\"".into())];
        assert_eq!(stranger.get(path).await.status, StatusCode::OK, "{path}");
    }
}

#[tokio::test]
async fn a_badge_says_mean_and_count_to_the_eye_and_to_the_ear() {
    let city = published().await;
    let mut stranger = Browser::new(&city);
    let document: Document =
        serde_json::from_str(&stranger.get("/results/v1/2026-Q3.json").await.body).unwrap();
    for (_, service) in document.services() {
        let badge = stranger.get(&format!("/results/v1/badge/{}.svg?lang=uz-Latn", service.key)).await;
        assert_eq!(text(&badge, header::CONTENT_TYPE), "image/svg+xml");
        assert!(badge.body.contains("role=\"img\"") && badge.body.contains("<title>"), "{}", badge.body);
        let says = match service.figures {
            Some(figures) => {
                format!("★ {} ({})", format!("{:.2}", figures.mean).replace('.', ","), figures.n)
            }
            None => "natija hali yoʻq".to_owned(),
        };
        assert!(badge.body.contains(&says), "{says} in {}", badge.body);
    }
    assert_eq!(stranger.get("/results/v1/badge/nothing.svg").await.status, StatusCode::NOT_FOUND);
    assert_eq!(stranger.get("/results/v1/badge/suv-1.svg?lang=xx").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn only_the_deputy_hokim_publishes() {
    let city = City::at(LOCAL).await;
    let office = city.organisation("kadastr").await;
    let below = city.enter("Quyi nazoratchi", Role::Controller, office, 77).await;
    let head = city.enter("Rahbar", Role::Head, city.organisation("city").await, 78).await;
    for person in [city.administrator, city.officer, below, head] {
        let mut browser = Browser::of(&city, person).await;
        for path in ["/ratings/publish", QUARTER] {
            assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{person:?} {path}");
        }
        assert!(!browser.get("/ratings").await.body.contains("/ratings/publish"));
        let token = browser.get("/ratings").await.form_token();
        let forged = browser.post(QUARTER, &format!("token={token}&seal=x&confirmed=yes")).await;
        assert_eq!(forged.status, StatusCode::FORBIDDEN);
    }
    let mut stranger = Browser::new(&city);
    assert!(stranger.get(QUARTER).await.location().starts_with("/login"));
    assert_eq!(stranger.get("/results/v1/2026-Q3.json").await.status, StatusCode::NOT_FOUND);
    let mut deputy = Browser::of(&city, city.controller).await;
    assert!(deputy.get("/ratings").await.body.contains("/ratings/publish"));
}

#[tokio::test]
async fn publishing_is_looked_at_confirmed_and_done_once() {
    let city = City::at(LOCAL).await;
    let mut deputy = Browser::of(&city, city.controller).await;
    let list = deputy.get("/ratings/publish").await.body;
    assert!(list.contains(QUARTER) && !list.contains("2026-Q4"), "{list}");
    let unconfirmed = publish(&mut deputy, QUARTER, "").await;
    assert_eq!(unconfirmed.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(unconfirmed.body.contains("tasdiqlang"), "{}", unconfirmed.body);
    let token = deputy.get(QUARTER).await.form_token();
    let stale = deputy.post(QUARTER, &format!("token={token}&seal=old&confirmed=yes")).await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    for early in ["2026-Q4", "2026", "2026-H2"] {
        let path = format!("/ratings/publish/{early}");
        assert_eq!(deputy.get(&path).await.status, StatusCode::CONFLICT, "{early}");
    }
    assert_eq!(deputy.get("/ratings/publish/2026-Q9").await.status, StatusCode::NOT_FOUND);
    assert_eq!(publish(&mut deputy, QUARTER, "&confirmed=yes").await.status, StatusCode::SEE_OTHER);
    let list = deputy.get("/ratings/publish?said=2026-Q3").await.body;
    assert!(list.contains("Eʼlon qilindi") && list.contains("1-nashr"), "{list}");
    // Nothing has changed since: there is nothing to correct.
    let again = deputy.get(QUARTER).await.body;
    assert!(again.contains("Tuzatadigan narsa yoʻq") && !again.contains("name=\"seal\""), "{again}");
}

/// One more citizen rates the water supply, on the last day of the summer.
async fn one_more(city: &City) {
    let catalogue = city.store.catalogue().await.unwrap();
    let water = city.organisation("suv").await;
    let point = catalogue.points.values().find(|one| catalogue.services[&one.service].organisation == water);
    let point = point.unwrap();
    let vote = Vote {
        service: point.service,
        point: Some(point.id),
        organisation: water,
        voter: "one more".into(),
        mark: Mark::ALL[4],
        day: "2026-09-30".parse().unwrap(),
        case_due: None,
        limits: catalogue.limits,
    };
    let now = city.clock.now();
    let kept: Result<_, StoreError> =
        city.store.write(move |conn| Box::pin(async move { ratings::rate(conn, &vote, now).await })).await;
    kept.unwrap();
}

#[tokio::test]
async fn one_mark_more_is_no_correction_and_whoever_corrects_reads_why() {
    let city = published().await;
    let mut deputy = Browser::of(&city, city.controller).await;
    let figures = |page: &str| page.split("<table").skip(1).map(str::to_owned).collect::<Vec<_>>();
    let before = deputy.get(QUARTER).await.body;
    one_more(&city).await;
    let after = deputy.get(QUARTER).await.body;
    assert_eq!(figures(&after), figures(&before));
    assert!(after.contains("1 ta qatorda 10 tadan kam baho oʻzgargan"), "{after}");
    assert!(after.contains("Tuzatadigan narsa yoʻq") && !after.contains("name=\"seal\""), "{after}");
    assert!(!before.contains("baho oʻzgargan"));
}
