//! A citizen without a code finds a service by its name, in a chat of their own or behind the bot's name in any other.

use std::time::Duration;

use domain::buttons::{Button, FindAct};
use domain::links::Payload;
use domain::ratings::Mark;

use crate::support::databases::Base;
use crate::support::town::{By, Town, each_way};

each_way!(a_service_is_found_by_words_and_rated, words_behind_the_bots_name_open_the_question);

const MORNING: &str = "2026-11-24T05:00:00Z";
const CITIZEN: i64 = 987_654_321_015;

fn is_service(button: &Button) -> bool {
    matches!(button, Button::Find(step) if matches!(step.act, FindAct::Service(_)))
}

fn gives(wanted: u8) -> impl Fn(&Button) -> bool {
    move |button| {
        matches!(button, Button::Find(step)
            if matches!(step.act, FindAct::Rate { mark, .. } if mark == Mark::new(wanted).unwrap()))
    }
}

async fn count(town: &Town, sql: &str) -> i64 {
    town.base.raw().await.number(&format!("SELECT CAST(count(*) AS BIGINT) FROM {sql}")).await
}

async fn a_service_is_found_by_words_and_rated(base: Base, by: By) {
    let town = Town::open(base, by, MORNING).await;
    let said = town.telegram.playground.send_text(CITIZEN, "солиқ малумотнома");
    let found = town.telegram.reply_to(CITIZEN, said).await;
    town.telegram.press(CITIZEN, &found, is_service).await;
    let question = town.telegram.until_button(CITIZEN, "the question", gives(5)).await;
    assert!(question.text.contains("Tax certificate"), "{}", question.text);
    town.telegram.press(CITIZEN, &question, gives(5)).await;
    assert_eq!(count(&town, "rating WHERE mark = 5 AND point_id IS NULL").await, 1);
    // The thanks take the place of the question after the press is answered: no block may come between.
    town.telegram.until(CITIZEN, "the thanks", |message| message.text.contains("Thank you")).await;
    // Whoever stopped the bot and comes back by the same link of the counter changes the same vote.
    town.telegram.playground.block(CITIZEN);
    town.telegram.quiet().await;
    town.telegram.playground.unblock(CITIZEN);
    let (code, ..) = town.city.point("soliq-malumotnoma");
    let scanned = town.telegram.follow(CITIZEN, &Payload::Rate(code));
    let question = town.telegram.reply_to(CITIZEN, scanned).await;
    let mark =
        |button: &Button| matches!(button, Button::Rate { mark, .. } if *mark == Mark::new(4).unwrap());
    town.telegram.press(CITIZEN, &question, mark).await;
    assert_eq!(count(&town, "rating").await, 1);
    assert_eq!(count(&town, "rating WHERE mark = 4 AND point_id IS NOT NULL").await, 1);
    town.telegram.assert_no_complaint();
}

async fn words_behind_the_bots_name_open_the_question(base: Base, by: By) {
    let town = Town::open(base, by, MORNING).await;
    let telegram = &town.telegram.playground;
    let said = telegram.send_text(CITIZEN, "/help");
    town.telegram.reply_to(CITIZEN, said).await;
    let asked = telegram.inline(CITIZEN, "suv ulash");
    let found = telegram.inline_answer(&asked, Duration::from_secs(20)).await.expect("an answer");
    assert!(!found.is_empty() && found[0].text.contains("start=s_"), "{found:?}");
    let payload = format!("s_{}", found[0].id);
    let started = telegram.start(CITIZEN, Some(&payload));
    let question = town.telegram.reply_to(CITIZEN, started).await;
    town.telegram.press(CITIZEN, &question, gives(3)).await;
    assert_eq!(count(&town, "rating WHERE mark = 3").await, 1);
    let nothing = telegram.inline(CITIZEN, "<b>&\u{202E}");
    assert_eq!(telegram.inline_answer(&nothing, Duration::from_secs(20)).await, Some(Vec::new()));
    town.telegram.assert_no_complaint();
}
