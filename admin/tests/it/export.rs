//! The list of obligations as a file: what its filters leave, of what the person may see.

use axum::http::{StatusCode, header};

use crate::browser::Browser;
use crate::city::City;

const LOCAL: &str = "http://127.0.0.1:8080";

/// How many rows a file has beside its heads.
fn rows(body: &str) -> usize {
    let mut reader = csv::ReaderBuilder::new().delimiter(b';').from_reader(body.as_bytes());
    reader.records().map(Result::unwrap).count()
}

/// How many the list says that there are.
fn shown(page: &str) -> usize {
    let total = page.split("id=\"total\" data-live>").nth(1).unwrap().split(" ta").next().unwrap();
    total.replace('\u{A0}', "").parse().unwrap()
}

#[tokio::test]
async fn the_file_has_what_the_list_has() {
    let city = City::at(LOCAL).await;
    let kadastr = city.organisation("kadastr").await;
    let mut deputy = Browser::of(&city, city.controller).await;
    let mut officer = Browser::of(&city, city.officer).await;
    let mut counted = Vec::new();
    for filter in [
        String::new(),
        "standing=overdue".to_owned(),
        "period=2026-11".to_owned(),
        format!("organisation={kadastr}&standing=done"),
        "q=suv".to_owned(),
    ] {
        for browser in [&mut deputy, &mut officer] {
            let page = browser.get(&format!("/obligations?{filter}")).await.body;
            let file = browser.get(&format!("/obligations/export?{filter}&format=csv")).await;
            assert_eq!(file.status, StatusCode::OK);
            assert_eq!(rows(&file.body), shown(&page), "{filter}");
            counted.push(rows(&file.body));
        }
    }
    assert!(counted[0] > counted[1] && counted[1] > 0, "an officer has the own ones only: {counted:?}");
    let page = deputy.get("/obligations?standing=overdue&q=a%26b").await.body;
    assert!(!page.contains("/obligations/export"), "nothing is not a file");
    let page = deputy.get("/obligations?standing=done").await.body;
    assert!(page.contains("/obligations/export?standing=done&#38;format=csv"), "{page}");
    let workbook = deputy.get("/obligations/export?format=xlsx").await;
    assert!(workbook.bytes.starts_with(b"PK"));
    let name = workbook.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert_eq!(name, "attachment; filename=\"obligations-2026-11-23.xlsx\"");
}

#[tokio::test]
async fn only_who_is_signed_in_gets_a_file_and_only_of_a_kind_that_there_is() {
    let city = City::at(LOCAL).await;
    let mut deputy = Browser::of(&city, city.controller).await;
    for format in ["", "pdf", "CSV", "..%2Fcsv"] {
        let file = deputy.get(&format!("/obligations/export?format={format}")).await;
        assert_eq!(file.status, StatusCode::NOT_FOUND, "{format}");
    }
    let stranger = Browser::new(&city).get("/obligations/export?format=csv").await;
    assert!(stranger.location().starts_with("/login"), "{stranger:?}");
}
