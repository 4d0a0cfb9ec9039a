//! What is overdue reaches the controller in the chat: escalated, briefed, drawn; and a jump of three days says it once.

use domain::buttons::{Button, LeaderAct};
use playground::{Attachment, ChatMessage};

use crate::support::city::{CONTROLLER, OFFICER};
use crate::support::databases::Base;
use crate::support::town::{By, Town, each_way};

each_way!(what_is_overdue_comes_to_the_controller_with_a_brief_a_card_and_a_sheet);

/// The Tuesday on which the first measure is due.
const DUE: &str = "2026-12-15T05:00:00Z";

fn words(message: &ChatMessage, words: &str) -> bool {
    message.from_bot && message.text.contains(words)
}

fn number(town: &Town, part: &str) -> usize {
    let all = town.telegram.playground.chat(CONTROLLER);
    all.iter().filter(|message| words(message, part)).count()
}

async fn what_is_overdue_comes_to_the_controller_with_a_brief_a_card_and_a_sheet(base: Base, by: By) {
    let town = Town::open(base, by, DUE).await;
    // The next morning: no organisation has a head, so the controller hears at once, and whom to call.
    town.move_to("2026-12-16T04:10:00Z");
    let told =
        town.telegram.until(CONTROLLER, "what came up", |message| words(message, "bajarilmay turibdi")).await;
    assert!(told.text.contains("Tashkilot rahbari tayinlanmagan"), "{}", told.text);
    // Three days of outage and a weekend: one brief, and nothing again of what was told.
    town.move_to("2026-12-21T04:00:00Z");
    let brief = town
        .telegram
        .until(CONTROLLER, "the brief of Monday", |message| words(message, "Bugungi holat: 21.12.2026"))
        .await;
    let card = town.telegram.playground.chat(CONTROLLER).into_iter().find(|message| {
        message.id < brief.id && { matches!(message.attachment, Some(Attachment::Photo { width: 1280, .. })) }
    });
    assert!(card.is_some_and(|card| words(&card, "Haftalik maʼlumot")), "the card comes before the brief");
    town.telegram.press(CONTROLLER, &brief, |button| *button == Button::Lead(LeaderAct::Sheet)).await;
    let sheet = |message: &ChatMessage| matches!(&message.attachment, Some(Attachment::Document { mime, .. }) if mime == "application/pdf");
    town.telegram.until(CONTROLLER, "the sheet", sheet).await;

    town.telegram.press(CONTROLLER, &brief, |button| *button == Button::Lead(LeaderAct::AskToCall)).await;
    let call = |button: &Button| *button == Button::Lead(LeaderAct::Call);
    let asked = town.telegram.until_button(CONTROLLER, "the question", call).await;
    town.telegram.press(CONTROLLER, &asked, call).await;
    town.telegram
        .until(OFFICER, "the reminder by hand", |message| {
            words(message, "muddati oʻtgan topshiriqlarni eslatadi")
        })
        .await;
    town.move_to("2026-12-21T06:00:00Z");
    town.telegram.quiet().await;
    assert_eq!(number(&town, "bajarilmay turibdi"), 1);
    assert_eq!(number(&town, "Bugungi holat: 21.12.2026"), 0, "the brief became the answer to the press");
    town.telegram.assert_no_complaint();
}
