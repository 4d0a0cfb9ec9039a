//! A citizen scans, taps, and is counted; a low mark opens a case; and nothing kept says who the citizen was.

use domain::buttons::Button;
use domain::links::Payload;
use domain::ratings::Mark;

use crate::support::city::CONTROLLER;
use crate::support::databases::Base;
use crate::support::town::{By, Town, each_way};

each_way!(
    a_scan_and_a_tap_are_a_rating,
    a_low_mark_opens_a_case_and_a_better_one_withdraws_it,
    a_citizen_leaves_no_trace_that_names_them,
);

const MORNING: &str = "2026-11-24T05:00:00Z";
/// Numbers that occur nowhere else.
const CITIZEN: i64 = 987_654_321_012;
const NEIGHBOUR: i64 = 987_654_321_013;

fn gives(wanted: u8) -> impl Fn(&Button) -> bool {
    move |button| matches!(button, Button::Rate { mark, .. } if *mark == Mark::new(wanted).unwrap())
}

/// Scans the code of a service and taps a mark.
async fn rate(town: &Town, citizen: i64, service: &str, mark: u8) {
    let (code, ..) = town.city.point(service);
    let scanned = town.telegram.follow(citizen, &Payload::Rate(code));
    let question = town.telegram.reply_to(citizen, scanned).await;
    town.telegram.press(citizen, &question, gives(mark)).await;
}

async fn count(town: &Town, sql: &str) -> i64 {
    town.base.raw().await.number(&format!("SELECT CAST(count(*) AS BIGINT) FROM {sql}")).await
}

async fn a_scan_and_a_tap_are_a_rating(base: Base, by: By) {
    let town = Town::open(base, by, MORNING).await;
    rate(&town, CITIZEN, "suv-ulash", 5).await;
    assert_eq!(count(&town, "rating WHERE mark = 5").await, 1, "the tap itself stores the mark");
    assert_eq!(
        count(&town, "rating_day WHERE mark_5 = 1 AND mark_1 + mark_2 + mark_3 + mark_4 = 0").await,
        1
    );
    rate(&town, CITIZEN, "suv-ulash", 4).await;
    assert_eq!(count(&town, "rating").await, 1, "a later tap of the day replaces the earlier one");
    rate(&town, NEIGHBOUR, "suv-ulash", 5).await;
    assert_eq!(count(&town, "rating_day WHERE mark_5 = 1 AND mark_4 = 1").await, 1);
    assert_eq!(count(&town, "citizen_case").await, 0);
    town.telegram.assert_no_complaint();
}

async fn a_low_mark_opens_a_case_and_a_better_one_withdraws_it(base: Base, by: By) {
    let town = Town::open(base, by, MORNING).await;
    rate(&town, CITIZEN, "soliq-malumotnoma", 2).await;
    assert_eq!(count(&town, "citizen_case WHERE state = 'open' AND mark = 2").await, 1);
    let browser = town.browser_of(CONTROLLER).await;
    browser.open(&format!("{}/ratings", town.panel_url)).await;
    let page = browser.text("main").await.unwrap_or_default();
    assert!(page.contains("Soliq maʼlumotnomasi"), "the case is not on the page:\n{page}");
    rate(&town, CITIZEN, "soliq-malumotnoma", 5).await;
    assert_eq!(count(&town, "citizen_case WHERE state = 'open'").await, 0);
    assert_eq!(count(&town, "citizen_case WHERE state = 'withdrawn'").await, 1);
    assert_eq!(browser.complaints().await, Vec::<String>::new());
    town.telegram.assert_no_complaint();
}

async fn a_citizen_leaves_no_trace_that_names_them(base: Base, by: By) {
    let town = Town::open(base, by, MORNING).await;
    town.telegram.playground.add_person(playground::Persona {
        id: CITIZEN,
        first_name: "Nodirabegim".into(),
        last_name: Some("Yoʻqlamova".into()),
        language_code: "uz".into(),
        about: String::new(),
    });
    rate(&town, CITIZEN, "suv-ulash", 1).await;
    let comments = |button: &Button| matches!(button, Button::Comment { .. });
    let question = town.telegram.until_button(CITIZEN, "an invitation to comment", comments).await;
    town.telegram.press(CITIZEN, &question, comments).await;
    let words = "Navbat uzun, menga +998 90 123 45 67 raqamiga qoʻngʻiroq qiling, pasport AB1234567";
    let said = town.telegram.playground.send_text(CITIZEN, words);
    town.telegram.reply_to(CITIZEN, said).await;
    assert_eq!(count(&town, "rating WHERE comment IS NOT NULL").await, 1);
    let kept = town.base.raw().await.everything().await;
    for trace in ["987654321012", "Nodirabegim", "Yoʻqlamova", "123 45 67", "1234567", "901234567"] {
        let line = kept.lines().find(|line| line.contains(trace));
        assert_eq!(line, None, "the database keeps {trace}");
    }
    assert!(kept.contains("Navbat uzun"), "the rest of the comment stays");
}
