//! A controller reminds of what is overdue by hand.

use chrono::TimeDelta;
use domain::buttons::{Button, HandOverStep, LeaderAct};
use store::{hand_overs, outbox, people};

use super::city::{CITIZEN, COLLEAGUE, City, DEPUTY, OFFICER, STRANGER, moment};
use crate::reply::Reply;
use crate::worker::news::tell_all;

/// The chats to which messages wait at this moment.
async fn waiting(city: &City) -> Vec<i64> {
    tell_all(&city.ctx).await.unwrap();
    let now = city.ctx.clock.now();
    let next = city.read(move |conn| Box::pin(outbox::next(conn, 100, |_| true, now))).await;
    let claimed = city
        .write(move |conn, now| Box::pin(async move { Ok(outbox::claim(conn, &next, now).await?) }))
        .await;
    let mut chats: Vec<_> = claimed.into_iter().map(|message| message.chat_id).collect();
    chats.sort_unstable();
    chats
}

#[tokio::test]
async fn the_overdue_are_reminded_after_a_question_with_counts_and_not_twice_in_four_hours() {
    let city = City::new().await;
    let status = city.says(DEPUTY, "/status").await;
    let ask = status.button(|button| *button == Button::Lead(LeaderAct::AskToCall));
    let asked = city.presses(DEPUTY, ask.clone()).await;
    assert!(asked.edits() && asked.text().contains("<b>3</b> nafar"), "{asked:?}");
    assert!(asked.text().contains("<b>2</b> ta"), "{asked:?}");
    assert_eq!(waiting(&city).await, [0; 0], "a question sends nothing");
    let confirm = asked.button(|button| *button == Button::Lead(LeaderAct::Call));
    let sent = city.presses(DEPUTY, confirm.clone()).await;
    assert!(sent.edits() && sent.text().contains("navbatga qoʻyildi"), "{sent:?}");
    assert_eq!(waiting(&city).await, [OFFICER, COLLEAGUE, STRANGER]);

    let again = city.presses(DEPUTY, confirm).await;
    assert!(again.text().contains("yuboriladigan xodim yoʻq"), "{again:?}");
    let asked = city.presses(DEPUTY, ask.clone()).await;
    assert!(asked.text().contains("yuboriladigan xodim yoʻq"), "{asked:?}");
    assert_eq!(waiting(&city).await, [0; 0]);
    city.clock.advance(TimeDelta::hours(4));
    let asked = city.presses(DEPUTY, ask).await;
    assert!(asked.text().contains("<b>3</b> nafar"), "{asked:?}");
}

/// The words of the messages that wait at this moment, by chat.
async fn words(city: &City) -> Vec<(i64, String)> {
    tell_all(&city.ctx).await.unwrap();
    let now = city.ctx.clock.now();
    let next = city.read(move |conn| Box::pin(outbox::next(conn, 100, |_| true, now))).await;
    let claimed = city
        .write(move |conn, now| Box::pin(async move { Ok(outbox::claim(conn, &next, now).await?) }))
        .await;
    let text = |body: &str| serde_json::from_str::<serde_json::Value>(body).unwrap()["text"].to_string();
    claimed.into_iter().map(|message| (message.chat_id, text(&message.body))).collect()
}

#[tokio::test]
async fn what_a_colleague_has_taken_over_is_reminded_to_the_colleague_alone() {
    let city = City::new().await;
    let obligation = city.obligation(1).await;
    let taker = city.people[&COLLEAGUE];
    city.presses(OFFICER, Button::HandOver(HandOverStep::Offer { obligation, taker })).await;
    let offer = city.read(|conn| Box::pin(hand_overs::waiting(conn, obligation))).await.unwrap().id;
    city.presses(COLLEAGUE, Button::HandOver(HandOverStep::Answer { offer, accept: true })).await;
    city.presses(DEPUTY, Button::Lead(LeaderAct::Call)).await;
    let mut sent = words(&city).await;
    sent.retain(|(_, text)| text.contains("eslatadi"));
    sent.sort();
    let chats: Vec<_> = sent.iter().map(|(chat, _)| *chat).collect();
    assert_eq!(chats, [COLLEAGUE, STRANGER]);
    assert!(!sent[0].1.contains("Hamkasblarim"), "for whoever does it, it is simply theirs: {sent:?}");
}

#[tokio::test]
async fn the_question_says_of_what_nobody_can_be_reminded() {
    let city = City::new().await;
    city.write(|conn, now| {
        Box::pin(async move { Ok(people::mark_unreachable(conn, STRANGER, "blocked", now).await?) })
    })
    .await;
    for act in [LeaderAct::AskToCall, LeaderAct::Call, LeaderAct::AskToCall] {
        let said = city.presses(DEPUTY, Button::Lead(act)).await;
        assert!(said.text().contains("Yana 1 ta topshiriq"), "{said:?}");
        assert!(said.text().contains("Kadastr boʻlimi"), "{said:?}");
    }
    assert_eq!(waiting(&city).await, [OFFICER, COLLEAGUE]);
}

#[tokio::test]
async fn a_reminder_by_hand_that_was_not_sent_by_six_is_not_sent() {
    let city = City::new().await;
    city.presses(DEPUTY, Button::Lead(LeaderAct::Call)).await;
    city.clock.move_to(moment("2026-11-23T13:00:00Z"));
    assert_eq!(waiting(&city).await, [0; 0]);
}

#[tokio::test]
async fn outside_working_hours_the_reminder_waits_for_the_morning() {
    let city = City::new().await;
    city.clock.move_to(moment("2026-11-23T16:00:00Z"));
    let sent = city.presses(DEPUTY, Button::Lead(LeaderAct::Call)).await;
    assert!(sent.text().contains("ish vaqti emas"), "{sent:?}");
    assert_eq!(waiting(&city).await, [0; 0]);
    city.clock.move_to(moment("2026-11-24T04:00:00Z"));
    assert_eq!(waiting(&city).await.len(), 3);
}

#[tokio::test]
async fn only_a_controller_reminds() {
    let city = City::new().await;
    for account in [OFFICER, CITIZEN] {
        for act in LeaderAct::ALL {
            let said = city.presses(account, Button::Lead(act)).await;
            assert!(matches!(said.0[..], [Reply::Toast { alert: true, .. }]), "{said:?}");
        }
    }
    let status = city.says(OFFICER, "/status").await;
    assert!(!status.buttons().contains(&Button::Lead(LeaderAct::AskToCall)));
    assert_eq!(waiting(&city).await, [0; 0]);
}

#[tokio::test]
async fn the_sheet_comes_as_a_page_with_the_figures_of_the_moment() {
    let city = City::new().await;
    let said = city.presses(DEPUTY, Button::Lead(LeaderAct::Sheet)).await;
    assert!(said.toast().is_some_and(|text| text.contains("tayyorlanmoqda")), "{said:?}");
    let now = city.ctx.clock.now();
    let next = city.read(move |conn| Box::pin(outbox::next(conn, 9, |_| true, now))).await;
    let claimed = city
        .write(move |conn, now| Box::pin(async move { Ok(outbox::claim(conn, &next, now).await?) }))
        .await;
    assert_eq!((claimed.len(), claimed[0].method.as_str()), (1, "sendDocument"));
    let body: serde_json::Value = serde_json::from_str(&claimed[0].body).unwrap();
    let order: pictures::Order = serde_json::from_value(body["document"].clone()).unwrap();
    let pictures::Drawing::Sheet(sheet) = &order.drawing else { panic!("a sheet: {order:?}") };
    assert_eq!((sheet.states[0], sheet.overdue.len(), sheet.organisations.len()), (2, 2, 2));
    assert_eq!((sheet.name.as_str(), sheet.position.as_str()), ("Aziz Rahimov", "Nazoratchi xodim"));
    assert_eq!(sheet.overdue[0].officer.as_deref(), Some("Dilnoza Karimova"));
    assert!(order.draw().unwrap().bytes.starts_with(b"%PDF"));
}
