//! From a reminder to the board: the officer is reminded, answers in two taps, the board shows it, control decides.

use domain::answers::AnswerKind;
use domain::buttons::Button;
use domain::ids::ObligationId;
use domain::together::UNDO_WINDOW;
use playground::ChatMessage;

use crate::support::city::{self, CONTROLLER, OFFICER};
use crate::support::databases::Base;
use crate::support::telegram::buttons;
use crate::support::town::{By, Town, each_way};
use crate::support::webdriver::Browser;

each_way!(
    a_reminder_is_answered_in_two_taps_and_accepted,
    a_report_is_returned_and_accepted_in_the_panel,
    an_outage_is_made_up_for_by_one_digest,
);

/// A Friday long before anything is due, and the Monday on whose next day the first measure is due.
const LONG_BEFORE: &str = "2026-11-20T05:00:00Z";
const MORNING_BEFORE: &str = "2026-12-14T04:05:00Z";

/// The text of the first measure begins so.
const MEASURE: &str = "Xizmatlar reyestrini";

async fn first_obligation(town: &Town) -> ObligationId {
    let organisation = town.city.organisation("soliq").id;
    let sql = format!(
        "SELECT id FROM obligation WHERE organisation_id = {organisation} AND original_due = '{}'",
        city::FIRST_DUE
    );
    ObligationId(town.base.raw().await.number(&sql).await)
}

fn says_done(button: &Button, wanted: ObligationId) -> bool {
    matches!(button, Button::Answer { obligation, kind: AnswerKind::Done, .. } if *obligation == wanted)
}

/// Taps from a message that lists obligations to the answer "done", and counts the taps.
async fn answer_done(town: &Town, list: ChatMessage, wanted: ObligationId) -> (ChatMessage, u32) {
    let mut taps = 0;
    let mut message = list;
    if !buttons(&message).any(|button| says_done(&button, wanted)) {
        let opens = |button: &Button| matches!(button, Button::Task { obligation } if *obligation == wanted);
        town.telegram.press(OFFICER, &message, opens).await;
        taps += 1;
        message = town
            .telegram
            .until_button(OFFICER, "the answers to choose from", |button| says_done(button, wanted))
            .await;
    }
    town.telegram.press(OFFICER, &message, |button| says_done(button, wanted)).await;
    (message, taps + 1)
}

async fn a_reminder_is_answered_in_two_taps_and_accepted(base: Base, by: By) {
    let town = Town::open(base, by, LONG_BEFORE).await;
    town.move_to(MORNING_BEFORE);
    let browser = town.browser_of(CONTROLLER).await;
    browser.open(&town.panel_url).await;
    browser.script("window.thisPage = true").await;
    assert_eq!(browser.text("#waiting").await.unwrap_or_default().trim(), "", "nothing is reported yet");
    let digest = town
        .telegram
        .until(OFFICER, "the digest", |message| {
            message.text.contains(MEASURE) && buttons(message).next().is_some()
        })
        .await;
    let wanted = first_obligation(&town).await;
    let (message, taps) = answer_done(&town, digest, wanted).await;
    assert!(taps <= 2, "it took {taps} taps");

    // The press was answered, so the answer is kept; and the message shows how it stands now.
    let mut raw = town.base.raw().await;
    let answers = format!(
        "SELECT CAST(count(*) AS BIGINT) FROM answer WHERE obligation_id = {wanted} AND kind = 'done'"
    );
    assert_eq!(raw.number(&answers).await, 1);
    let closed =
        |now: &ChatMessage| now.id == message.id && !buttons(now).any(|button| says_done(&button, wanted));
    town.telegram.until(OFFICER, "the message edited to the truth", closed).await;

    // The board changes in place, without a reload.
    let number = "return document.querySelector('#waiting').innerText.trim().startsWith('1') && window.thisPage === true";
    browser.wait_until("that a report waits", number).await;

    let evidence = town.telegram.playground.send_text(OFFICER, "Reyestrga 12 ta xizmat kiritildi");
    town.telegram.reply_to(OFFICER, evidence).await;
    let texts: Vec<(Option<String>,)> =
        raw.rows(&format!("SELECT text FROM answer WHERE obligation_id = {wanted} ORDER BY id")).await;
    assert!(
        texts.iter().any(|(text,)| text.as_deref() == Some("Reyestrga 12 ta xizmat kiritildi")),
        "{texts:?}"
    );

    let accepts =
        |button: &Button| matches!(button, Button::Accept { obligation, .. } if *obligation == wanted);
    let reviews = |button: &Button| {
        accepts(button) || matches!(button, Button::Review { obligation } if *obligation == wanted)
    };
    let report = town.telegram.until_button(CONTROLLER, "the report", reviews).await;
    if !buttons(&report).any(|button| accepts(&button)) {
        town.telegram.press(CONTROLLER, &report, reviews).await;
    }
    let report = town.telegram.until_button(CONTROLLER, "the decision", accepts).await;
    let said_before = town.telegram.count(OFFICER);
    let last = town.telegram.playground.chat(OFFICER).last().map_or(0, |message| message.id);
    town.telegram.press(CONTROLLER, &report, accepts).await;
    let accepted =
        format!("SELECT CAST(count(*) AS BIGINT) FROM obligation WHERE id = {wanted} AND state = 'accepted'");
    assert_eq!(raw.number(&accepted).await, 1);

    let told = |message: &ChatMessage| message.id > last && message.text.contains(MEASURE);
    town.telegram.until(OFFICER, "that the report was accepted", told).await;
    assert!(town.telegram.count(OFFICER) > said_before, "a new thing that happened is a new message");
    let number =
        "return document.querySelector('#waiting').innerText.trim() === '' && window.thisPage === true";
    browser.wait_until("that no report waits", number).await;
    assert_eq!(browser.complaints().await, Vec::<String>::new());
    town.telegram.assert_no_complaint();
}

async fn a_report_is_returned_and_accepted_in_the_panel(base: Base, by: By) {
    let town = Town::open(base, by, MORNING_BEFORE).await;
    let list = town.telegram.until(OFFICER, "the digest", |message| message.text.contains(MEASURE)).await;
    let wanted = first_obligation(&town).await;
    answer_done(&town, list, wanted).await;
    let browser = town.browser_of(CONTROLLER).await;
    let page = format!("{}/obligations/{wanted}", town.panel_url);
    let state = format!("SELECT CAST(count(*) AS BIGINT) FROM obligation WHERE id = {wanted} AND state = ");
    let mut raw = town.base.raw().await;

    // A return without a reason is refused on the same page, and nothing changes.
    browser.open(&page).await;
    browser.click("button[value=return]").await;
    browser.wait_until("that a reason is missing", "return !!document.querySelector('#reason-error')").await;
    assert_eq!(raw.number(&format!("{state}'reported'")).await, 1);

    let heard = town.telegram.playground.chat(OFFICER).last().map_or(0, |message| message.id);
    browser.write("#reason", "Jadvalda 3 ta xizmat yoʻq").await;
    browser.click("button[value=return]").await;
    undo_is_over(&town, &browser).await;
    let told =
        |message: &ChatMessage| message.id > heard && message.text.contains("Jadvalda 3 ta xizmat yoʻq");
    let returned = town.telegram.until(OFFICER, "why it was returned", told).await;
    assert_eq!(raw.number(&format!("{state}'returned'")).await, 1);

    answer_done(&town, returned, wanted).await;
    browser.open(&page).await;
    let heard = town.telegram.playground.chat(OFFICER).last().map_or(0, |message| message.id);
    browser.click("button[value=accept]").await;
    undo_is_over(&town, &browser).await;
    let told = |message: &ChatMessage| message.id > heard && message.text.contains(MEASURE);
    town.telegram.until(OFFICER, "that it was accepted", told).await;
    assert_eq!(raw.number(&format!("{state}'accepted'")).await, 1);
    assert_eq!(complaints_but_refusals(&browser).await, Vec::<String>::new());
    town.telegram.assert_no_complaint();
}

/// The page offers to take the decision back; nobody hears of it before the time for that is over.
async fn undo_is_over(town: &Town, browser: &Browser) {
    browser.wait_until("the way back", "return !!document.querySelector('.decided form')").await;
    town.clock.advance(UNDO_WINDOW);
}

/// What the page complained of, without the browser's own note on a refusal that was asked for.
async fn complaints_but_refusals(browser: &Browser) -> Vec<String> {
    let complaints = browser.complaints().await;
    complaints.into_iter().filter(|one| !one.contains("the server responded with a status of 4")).collect()
}

async fn an_outage_is_made_up_for_by_one_digest(base: Base, by: By) {
    let town = Town::open(base, by, LONG_BEFORE).await;
    // Three weeks pass at once, as if the service had been down: four stages of two obligations went by.
    town.move_to(MORNING_BEFORE);
    let is_digest = |message: &ChatMessage| message.from_bot && message.text.contains(MEASURE);
    town.telegram.until(OFFICER, "the digest", is_digest).await;
    town.move_to("2026-12-14T05:00:00Z");
    town.move_to("2026-12-14T06:00:00Z");
    // The next morning brings the next one: so whatever the ticks in between made has been sent by then.
    town.move_to("2026-12-15T04:05:00Z");
    let count = |chat: &[ChatMessage]| chat.iter().filter(|message| is_digest(message)).count();
    let second = town.telegram.playground.wait_for(
        OFFICER,
        |chat| count(chat) >= 2,
        std::time::Duration::from_secs(20),
    );
    let chat = second.await.unwrap_or_else(|error| panic!("the digest of the due day is missing\n{error}"));
    assert_eq!(count(&chat), 2, "one digest a morning");
    let mut raw = town.base.raw().await;
    let twice = "SELECT CAST(count(*) AS BIGINT) FROM (SELECT dedupe FROM outbox WHERE purpose = 'digest'
                 GROUP BY dedupe HAVING count(*) > 1) AS doubled";
    assert_eq!(raw.number(twice).await, 0);
    town.telegram.assert_no_complaint();
}
