//! The panel inside Telegram, from the chat to a decision, with what Telegram really signs.

use domain::answers::AnswerKind;
use domain::buttons::Button;
use domain::ids::ObligationId;
use playground::ButtonAction;
use serde_json::{Value, json};

use crate::support::city::{CITIZEN, CONTROLLER, OFFICER};
use crate::support::databases::{Base, on_both};
use crate::support::town::{By, Town};
use crate::support::webdriver::{Browser, Look};

on_both!(a_report_is_accepted_inside_the_chat, only_what_telegram_signed_of_late_lets_in);

/// The Monday on whose next day the first measure is due.
const MORNING_BEFORE: &str = "2026-12-14T04:05:00Z";

/// The officer reports the first obligation of the digest done.
async fn reported(town: &Town) -> ObligationId {
    let opens = |button: &Button| matches!(button, Button::Task { .. });
    let done = |button: &Button| matches!(button, Button::Answer { kind: AnswerKind::Done, .. });
    let digest = town.telegram.until_button(OFFICER, "the digest", |b| opens(b) || done(b)).await;
    let open = crate::support::telegram::buttons(&digest).any(|button| done(&button));
    if !open {
        town.telegram.press(OFFICER, &digest, opens).await;
    }
    let one = town.telegram.until_button(OFFICER, "the answers to choose from", done).await;
    let chosen = crate::support::telegram::buttons(&one).find(done);
    let Some(Button::Answer { obligation, .. }) = chosen else { panic!("{one:?}") };
    town.telegram.press(OFFICER, &one, done).await;
    obligation
}

/// The chat page on a phone, with the panel opened by the button beside the text field; the browser is in its frame.
async fn open_from_chat(town: &Town, person: i64) -> Browser {
    let browser = Browser::start().await;
    browser.look(Look { width: 420, height: 860, dark: false }).await;
    browser.open(&format!("{}/?person={person}", town.telegram.api_url)).await;
    let button = "const it = document.querySelector('#commands.inside'); return !!it && it.checkVisibility()";
    browser.wait_until("the button of the panel", button).await;
    browser.click("#commands").await;
    browser.go_into("#web-app-frame").await;
    browser
}

fn at(path: &str) -> String {
    format!("return location.pathname === {} && document.readyState === 'complete'", json!(path))
}

async fn a_report_is_accepted_inside_the_chat(base: Base) {
    let town = Town::open(base, By::Polling, MORNING_BEFORE).await;
    let wanted = reported(&town).await;
    let browser = open_from_chat(&town, CONTROLLER).await;
    browser.wait_until("the overview", &at("/app/")).await;
    assert_eq!(browser.script("return location.hash").await, "", "what Telegram said has left the address");
    let inside = "return 'app' in document.documentElement.dataset && !document.querySelector('.side, form[action$=logout]')";
    assert_eq!(browser.script(inside).await, true);

    // The colours are those of the chat, and follow it.
    let card = "return document.documentElement.dataset.theme + getComputedStyle(document.documentElement).getPropertyValue('--card').trim()";
    assert_eq!(browser.script(card).await, "light#ffffff");
    browser.look(Look { width: 420, height: 860, dark: true }).await;
    let dark = format!("{} === 'dark#141e2b'", card.replace("return ", "return (") + ")");
    browser.wait_until("the colours of the dark chat", &dark).await;

    // Deeper, and back with Telegram's own button.
    browser.click("nav.tabs a[href='/app/obligations']").await;
    browser.wait_until("the list", &at("/app/obligations")).await;
    assert_eq!(browser.script(card).await, "dark#141e2b", "the next page has them as well");
    browser.go_out().await;
    browser.wait_until("the way back", "return !document.querySelector('#web-app-back').hidden").await;
    browser.click("#web-app-back").await;
    browser
        .wait_until(
            "no way back from the first page",
            "return document.querySelector('#web-app-back').hidden",
        )
        .await;
    browser.go_into("#web-app-frame").await;
    browser.wait_until("the overview again", &at("/app/")).await;

    browser.script(&format!("location.href = '/app/obligations/{wanted}'")).await;
    let decision =
        "return !!document.querySelector('button[value=accept]') && document.readyState === 'complete'";
    browser.wait_until("the decision", decision).await;
    browser.click("button[value=accept]").await;
    browser.wait_until("what was decided", "return !document.querySelector('button[value=accept]')").await;
    let accepted =
        format!("SELECT CAST(count(*) AS BIGINT) FROM obligation WHERE id = {wanted} AND state = 'accepted'");
    assert_eq!(town.base.raw().await.number(&accepted).await, 1);

    browser.go_out().await;
    browser.click("#web-app-close").await;
    assert_eq!(browser.script("return document.querySelector('#web-app').hidden").await, true);
    assert_eq!(browser.complaints().await, Vec::<String>::new());
    town.telegram.assert_no_complaint();
}

async fn knock(town: &Town, data: &str, to: &str) -> (u16, Value) {
    let form = [("data", data), ("to", to)];
    let answer =
        reqwest::Client::new().post(format!("{}/app/enter", town.panel_url)).form(&form).send().await;
    let answer = answer.expect("the panel answers");
    (answer.status().as_u16(), answer.json().await.expect("JSON"))
}

async fn only_what_telegram_signed_of_late_lets_in(base: Base) {
    let town = Town::open(base, By::Polling, MORNING_BEFORE).await;
    let app = |action: &ButtonAction| match action {
        ButtonAction::WebApp(app) => Some(app.url.clone()),
        _ => None,
    };
    let digest =
        town.telegram.until_button(OFFICER, "the digest", |b| matches!(b, Button::Task { .. })).await;
    let urls: Vec<String> = digest.keyboard.iter().flatten().filter_map(|key| app(&key.action)).collect();
    assert_eq!(urls, [format!("{}/app/enter?to=/obligations", town.panel_url)], "{digest:?}");

    let data = town.telegram.playground.launch(OFFICER).expect("the officer opened the chat");
    let come = knock(&town, &data, "/obligations").await;
    assert_eq!(come, (200, json!({ "to": "/app/obligations" })));
    assert_eq!(knock(&town, &data, "https://evil.uz/").await.1, json!({ "to": "/app/" }));

    let forged = (403, json!({ "state": "forged" }));
    let for_another = data.replace(&OFFICER.to_string(), &CONTROLLER.to_string());
    assert_ne!(for_another, data);
    assert_eq!(knock(&town, &for_another, "/").await, forged);
    let mine = data.split("&hash=").next().unwrap();
    assert_eq!(knock(&town, mine, "/").await, forged);
    let theirs = town.telegram.playground.launch(CONTROLLER).unwrap();
    let mixed = format!("{mine}&hash={}", theirs.split("&hash=").nth(1).unwrap());
    assert_eq!(knock(&town, &mixed, "/").await, forged);
    assert_eq!(knock(&town, &format!("{data}&user=%7B%22id%22%3A1%7D"), "/").await, forged);

    let begun = town.telegram.playground.start(CITIZEN, None);
    town.telegram.reply_to(CITIZEN, begun).await;
    let citizen = town.telegram.playground.launch(CITIZEN).unwrap();
    assert_eq!(knock(&town, &citizen, "/").await, (403, json!({ "state": "stranger" })));

    town.move_to("2026-12-14T05:05:01Z");
    assert_eq!(knock(&town, &data, "/").await, (403, json!({ "state": "old" })));
    town.telegram.assert_no_complaint();
}
