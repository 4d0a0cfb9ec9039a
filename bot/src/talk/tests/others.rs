//! What nobody expected: never a dead end, never a change.

use domain::buttons::Button;
use domain::delivery::Purpose;
use domain::people::Role;
use store::outbox::{self, NewMessage, Policy, Priority};
use store::{StoreError, people};

use super::city::{CITIZEN, City, DEPUTY, OFFICER, press};
use crate::incoming::{Chat, From, Incoming, What};
use crate::reply::Reply;
use crate::talk;

#[tokio::test]
async fn every_command_answers_everybody() {
    let city = City::new().await;
    for account in [CITIZEN, OFFICER, DEPUTY] {
        for command in [
            "start",
            "tasks",
            "vazifalar",
            "status",
            "holat",
            "review",
            "tekshiruv",
            "overdue",
            "kechikkan",
            "language",
            "til",
            "settings",
            "help",
            "yordam",
            "privacy",
            "maxfiylik",
            "cancel",
            "bekor",
            "nosuch",
            "start o_1",
            "start o_999999",
            "start x_1",
        ] {
            let said = city.says(account, &format!("/{command}")).await;
            assert!(!said.text().is_empty(), "{account}: /{command}");
        }
    }
}

#[tokio::test]
async fn words_and_things_that_nobody_asked_for_are_answered_kindly() {
    let city = City::new().await;
    assert!(city.says(CITIZEN, "salom").await.text().contains("my.gov.uz"));
    assert!(city.says(OFFICER, "salom").await.buttons().contains(&Button::Tasks { page: 0 }));
    for (kind, why) in
        [("voice", "Ovozli"), ("sticker", "stiker"), ("location", "joylashuv"), ("contact", "Kontakt")]
    {
        assert!(city.does(CITIZEN, What::Unsupported { kind }).await.text().contains(why));
        let said = city.does(OFFICER, What::Unsupported { kind }).await.text();
        assert!(
            ["rasm yoki hujjat", "yozib yuboring", "Manzilni"].iter().any(|hint| said.contains(hint)),
            "{said}"
        );
    }
    let edited = What::Edited { message_id: 50, words: Some("boshqa".into()), file: None };
    assert!(city.does(OFFICER, edited).await.0.is_empty());
}

#[tokio::test]
async fn forged_buttons_change_nothing_and_say_so() {
    let city = City::new().await;
    let before = city.open_of("soliq").await;
    for data in
        ["", "garbage", "1a:1:d", "1o:-5", "9t:0", "1x:1:1:z", "1r:'; DROP TABLE rating:5:l", &"1".repeat(64)]
    {
        for account in [CITIZEN, OFFICER, DEPUTY] {
            let said = city.does(account, press(data)).await;
            assert!(matches!(said.0[0], Reply::Toast { alert: true, .. }), "{data}: {said:?}");
        }
    }
    assert_eq!(city.open_of("soliq").await, before);
}

#[tokio::test]
async fn a_press_under_a_message_that_telegram_forgot_gets_a_new_one() {
    let city = City::new().await;
    let data = Button::Tasks { page: 0 }.data();
    let said = city.does(OFFICER, What::Press { callback_id: "c".into(), message_id: None, data }).await;
    assert!(matches!(said.0[..], [Reply::Send { .. }]), "{said:?}");
}

#[tokio::test]
async fn cancel_stops_what_was_begun_and_nothing_else() {
    let city = City::new().await;
    assert!(city.says(OFFICER, "/cancel").await.text().contains("narsa yoʻq"));
    let obligation = city.obligation(1).await;
    let kind = domain::answers::AnswerKind::InProgress;
    city.presses(OFFICER, Button::Answer { obligation, kind, seen: 0 }).await;
    assert!(city.says(OFFICER, "/bekor").await.text().contains("Bekor qilindi"));
    assert!(city.says(OFFICER, "matn").await.text().contains("tushunmadim"));
    assert_eq!(city.view(obligation).await.last_answer, Some(kind), "the answer itself stays");
}

#[tokio::test]
async fn in_a_group_the_bot_says_only_where_it_speaks() {
    let city = City::new().await;
    let group = |what| Incoming {
        update_id: 1,
        from: From { id: OFFICER, first_name: "Ism".into(), language_code: None },
        chat: Chat { id: -100, private: false },
        what,
    };
    let command = What::Command { name: "tasks".into(), argument: String::new() };
    let said = talk::handle(&city.ctx, group(command)).await.unwrap();
    assert!(matches!(&said[..], [Reply::Send { text, .. }] if text.as_str().contains("shaxsiy")), "{said:?}");
    let pressed = talk::handle(&city.ctx, group(super::city::press("t:0"))).await.unwrap();
    let words = |reply: &Reply| match reply {
        Reply::Toast { text, alert: true, .. } => text.clone().unwrap_or_default(),
        _ => String::new(),
    };
    assert!(pressed.len() == 1 && words(&pressed[0]).contains("shaxsiy yozishmada"), "{pressed:?}");
    let words = What::Text { message_id: 1, text: "salom".into() };
    assert!(talk::handle(&city.ctx, group(words)).await.unwrap().is_empty());
}

#[tokio::test]
async fn who_blocks_the_bot_is_noticed_until_they_come_back() {
    let city = City::new().await;
    let soliq = city.organisation("soliq").await;
    let now = city.ctx.clock.now();
    let waits = NewMessage {
        chat_id: OFFICER,
        person: None,
        purpose: Purpose::Returned,
        method: "sendMessage",
        body: "{}",
        priority: Priority::News,
        policy: Policy::Resend,
        dedupe: None,
        not_before: now + chrono::TimeDelta::hours(12),
    };
    let kept: Result<_, StoreError> =
        city.ctx.store.write(move |conn| Box::pin(async move { outbox::put(conn, &waits, now).await })).await;
    assert!(kept.unwrap().is_some());
    for (what, reachable) in [(What::Blocked, false), (What::Unblocked, true)] {
        assert!(city.does(OFFICER, what).await.0.is_empty());
        let officers = city.read(|conn| Box::pin(people::holders_at(conn, Role::Officer, soliq))).await;
        let officer = officers.iter().find(|one| one.telegram_id == Some(OFFICER)).unwrap();
        assert_eq!(officer.reachable, reachable);
        let waiting = city.read(|conn| Box::pin(outbox::waiting(conn, 9))).await;
        assert_eq!(waiting, 0, "what waited for the morning is not tried after the block");
    }
}
