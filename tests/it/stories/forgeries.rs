//! What arrives is not always what the bot sent out: forged buttons, other people's obligations, mountains of text.
//! Each gets a kind answer, and nothing changes.

use domain::answers::AnswerKind;
use domain::buttons::{Button, ReadyReason};
use domain::clock::Clock;
use domain::ids::{ObligationId, RatingId};
use domain::language::Language;
use domain::links::Payload;
use domain::ratings::Mark;
use serde_json::json;

use crate::support::city::{CITIZEN, CONTROLLER, OFFICER, OTHER_OFFICER};
use crate::support::databases::Base;
use crate::support::town::{By, Town, each_way};

each_way!(
    a_forged_button_is_answered_and_changes_nothing,
    anothers_obligation_is_neither_shown_nor_answered,
    too_long_a_text_is_refused_and_the_conversation_goes_on,
    the_strangest_things_get_an_answer_and_harm_nobody,
);

const MORNING: &str = "2026-11-24T05:00:00Z";

/// Presses a button that no message has, as a changed client can, and gives the words of the bot's answer.
async fn press_forged(town: &Town, person: i64, data: &str) -> String {
    let id = format!("forged-{}", town.telegram.playground.calls().len());
    let update = json!({ "callback_query": {
        "id": id, "from": { "id": person, "is_bot": false, "first_name": "X", "language_code": "uz" },
        "message": {
            "message_id": 1, "date": town.clock.now().timestamp(), "text": "?",
            "chat": { "id": person, "type": "private", "first_name": "X" },
            "from": { "id": 7_000_000_001_i64, "is_bot": true, "first_name": "Nazorat", "username": "nazorat_it_bot" },
        },
        "chat_instance": "1", "data": data,
    } });
    town.telegram.playground.push_raw_update(&update.to_string());
    let began = std::time::Instant::now();
    loop {
        let calls = town.telegram.playground.calls();
        let answer = calls.iter().find(|call| {
            call.method == "answerCallbackQuery" && call.args.get("callback_query_id") == Some(&id)
        });
        if let Some(answer) = answer {
            return answer.args.get("text").cloned().unwrap_or_default();
        }
        assert!(began.elapsed().as_secs() < 20, "the press of {data:?} by {person} was never answered");
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
}

async fn with_obligations(base: Base, by: By) -> (Town, ObligationId) {
    let town = Town::open(base, by, MORNING).await;
    town.city.make_obligations(town.clock.today(), town.clock.now()).await;
    let mut raw = town.base.raw().await;
    let wanted = town.city.obligations_of("soliq", &mut raw).await[0];
    (town, wanted)
}

async fn a_forged_button_is_answered_and_changes_nothing(base: Base, by: By) {
    let (town, obligation) = with_obligations(base, by).await;
    let done = |obligation| Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }.data();
    let (token, language) = ("0".repeat(48), Language::UzLatn);
    let (other_point, mark) = ("NOSUCHPT".to_owned(), Mark::new(5).unwrap());
    let forged: Vec<(i64, String)> = vec![
        (CITIZEN, done(obligation)),
        (OTHER_OFFICER, done(obligation)),
        (CONTROLLER, done(obligation)),
        (OFFICER, done(ObligationId(i64::MAX))),
        (OFFICER, done(ObligationId(-1))),
        (OFFICER, Button::Accept { obligation, version: 0 }.data()),
        (CONTROLLER, Button::Accept { obligation, version: 0 }.data()),
        (CONTROLLER, Button::SendBackFor { obligation, version: 0, reason: ReadyReason::Incomplete }.data()),
        (OTHER_OFFICER, Button::SendBack { obligation, version: 0 }.data()),
        (CITIZEN, Button::Review { obligation }.data()),
        (CITIZEN, Button::Rate { point: other_point, mark, language }.data()),
        (CITIZEN, Button::Comment { rating: RatingId(1), language }.data()),
        (CITIZEN, Button::ChangeMark { rating: RatingId(i64::MAX), language }.data()),
        (CITIZEN, Button::Join { token: token.clone(), language }.data()),
        (OFFICER, Button::SignIn { token, approve: true }.data()),
        (OFFICER, String::new()),
        (OFFICER, "1a".into()),
        (OFFICER, "0a:1:d:0".into()),
        (OFFICER, "9z:1".into()),
        (OFFICER, format!("1a:{obligation}:d:0'; DROP TABLE answer; --")),
        (OFFICER, "ў".repeat(32)),
        (OFFICER, "\u{0}\u{202E}\n".into()),
        (OFFICER, "1r:".to_owned() + &"A".repeat(61)),
        (OFFICER, "1t:4294967296".into()),
        (OFFICER, "1t:4294967295".into()),
    ];
    let before = town.deeds().await;
    for (person, data) in forged {
        press_forged(&town, person, &data).await;
        assert_eq!(town.deeds().await, before, "after {data:?} by {person}");
    }
    let parked = town.base.raw().await.number("SELECT CAST(count(*) AS BIGINT) FROM parked_update").await;
    assert_eq!(parked, 0, "a forgery is no failure of ours");
}

async fn anothers_obligation_is_neither_shown_nor_answered(base: Base, by: By) {
    let (town, obligation) = with_obligations(base, by).await;
    let before = town.deeds().await;
    for stranger in [OTHER_OFFICER, CITIZEN] {
        let opened = town.telegram.follow(stranger, &Payload::Obligation(obligation.0));
        let reply = town.telegram.reply_to(stranger, opened).await;
        assert!(!reply.text.contains("Xizmatlar reyestrini"), "{stranger} is shown: {}", reply.text);
        let words = press_forged(&town, stranger, &Button::Task { obligation }.data()).await;
        assert!(!words.is_empty(), "{stranger} is not told why");
    }
    for message in town.telegram.playground.chat(OTHER_OFFICER) {
        let shown = message.text.contains("Soliq") || message.text.contains("Солиқ");
        assert!(!shown, "the other organisation is shown: {}", message.text);
    }
    assert_eq!(town.deeds().await, before);
}

async fn too_long_a_text_is_refused_and_the_conversation_goes_on(base: Base, by: By) {
    let (town, obligation) = with_obligations(base, by).await;
    let opened = town.telegram.follow(OFFICER, &Payload::Obligation(obligation.0));
    let task = town.telegram.reply_to(OFFICER, opened).await;
    let goes_on = |button: &Button| matches!(button, Button::Answer { kind: AnswerKind::InProgress, .. });
    town.telegram.press(OFFICER, &task, goes_on).await;
    town.telegram.quiet().await;
    let before = town.deeds().await;
    let sent = town.telegram.playground.send_text(OFFICER, &"ш".repeat(4_096));
    let reply = town.telegram.reply_to(OFFICER, sent).await;
    assert!(!reply.text.trim().is_empty());
    assert_eq!(town.deeds().await, before, "a text over the limit is not kept in part");
    let sent = town.telegram.playground.send_text(OFFICER, "Ikki kunda tugaydi");
    town.telegram.reply_to(OFFICER, sent).await;
    assert!(town.deeds().await.contains("Ikki kunda tugaydi"));
    town.telegram.assert_no_complaint();
}

async fn the_strangest_things_get_an_answer_and_harm_nobody(base: Base, by: By) {
    let town = Town::open(base, by, MORNING).await;
    let before = town.deeds().await;
    let person = json!({ "id": CITIZEN, "is_bot": false, "first_name": "X" });
    let chat = json!({ "id": CITIZEN, "type": "private", "first_name": "X" });
    let date = town.clock.now().timestamp();
    let message = |fields: serde_json::Value| {
        let mut message = json!({ "message_id": 77, "date": date, "chat": chat, "from": person });
        message.as_object_mut().unwrap().extend(fields.as_object().unwrap().clone());
        json!({ "message": message }).to_string()
    };
    let strange = [
        "{}".to_owned(),
        json!({ "something_of_the_future": { "a": [1, { "b": null }] } }).to_string(),
        json!({ "message": 5 }).to_string(),
        json!({ "message": { "message_id": "x" } }).to_string(),
        message(json!({ "text": "\u{0}" })),
        message(json!({ "text": "/start ".to_owned() + &"A".repeat(4_000) })),
        message(
            json!({ "text": "2026", "entities": [{ "type": "date_time", "offset": 0, "length": 4, "unix_time": 1 }] }),
        ),
        message(json!({ "dice": { "emoji": "🎲", "value": 6 } })),
        message(json!({ "text": "x", "chat": { "id": -100_500, "type": "supergroup", "title": "G" } })),
        json!({ "callback_query": { "id": "1", "from": person, "chat_instance": "1" } }).to_string(),
        json!({ "inline_query": { "id": "1", "from": person, "query": "x", "offset": "" } }).to_string(),
    ];
    for update in &strange {
        town.telegram.playground.push_raw_update(update);
    }
    town.telegram.playground.send_sticker(CITIZEN, "🙂");
    town.telegram.playground.send_voice(CITIZEN, vec![0_u8; 64], 3);
    let last = town.telegram.playground.send_contact(CITIZEN, "+998901234567", true);
    town.telegram.reply_to(CITIZEN, last).await;
    for command in
        ["/start", "/help", "/tasks", "/status", "/privacy", "/cancel", "/language", "/nothing", "Salom!"]
    {
        let sent = town.telegram.playground.send_text(CITIZEN, command);
        let reply = town.telegram.reply_to(CITIZEN, sent).await;
        assert!(!reply.text.trim().is_empty(), "{command} gets no words");
    }
    assert_eq!(town.deeds().await, before);
}
