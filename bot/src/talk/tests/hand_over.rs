//! An obligation goes to a colleague who agrees; and everything that must not work.

use domain::answers::AnswerKind;
use domain::buttons::{Button, HandOverStep};
use domain::ids::{HandOverId, ObligationId};
use domain::language::Language;
use domain::people::{Grant, MayAdminister, Role};
use store::{hand_overs, people};

use super::city::{COLLEAGUE, City, OFFICER, STRANGER, Said};
use crate::reply::Reply;

/// Joins where a test needs a head.
const HEAD: i64 = 1006;

/// The officer opens the obligation and offers it to the colleague.
async fn offer(city: &City, obligation: ObligationId) -> Said {
    let item = city.presses(OFFICER, Button::Task { obligation }).await;
    let choose = item.button(|button| matches!(button, Button::HandOver(HandOverStep::Choose { .. })));
    let colleagues = city.presses(OFFICER, choose).await;
    let wanted = city.people[&COLLEAGUE];
    let to = colleagues.button(
        |button| matches!(button, Button::HandOver(HandOverStep::Offer { taker, .. }) if *taker == wanted),
    );
    city.presses(OFFICER, to).await
}

async fn waiting(city: &City, obligation: ObligationId) -> HandOverId {
    let offer = city.read(|conn| Box::pin(hand_overs::waiting(conn, obligation))).await;
    offer.expect("an offer waits").id
}

fn answer(offer: HandOverId, accept: bool) -> Button {
    Button::HandOver(HandOverStep::Answer { offer, accept })
}

async fn assignee(city: &City, obligation: ObligationId) -> Option<String> {
    city.view(obligation).await.assignee.map(|(_, name)| name)
}

#[tokio::test]
async fn a_colleague_takes_what_is_offered() {
    let city = City::new().await;
    let obligation = city.obligation(2).await;
    let said = offer(&city, obligation).await;
    assert_eq!(said.toast(), Some("Taklif yuborildi: hamkasbingiz javob beradi"));
    assert!(said.text().contains("Taklif qilingan: Jasur Toʻrayev"), "{}", said.text());
    assert_eq!(assignee(&city, obligation).await, None, "nobody is given work without a word");

    let said = city.presses(COLLEAGUE, answer(waiting(&city, obligation).await, true)).await;
    assert_eq!(said.toast(), Some("Topshiriq Sizga oʻtdi"));
    assert!(said.edits() && said.text().contains("Bajaradi: <b>Jasur Toʻrayev</b>"), "{}", said.text());
    assert_eq!(assignee(&city, obligation).await.as_deref(), Some("Jasur Toʻrayev"));

    let item = city.presses(OFFICER, Button::Task { obligation }).await;
    let can_hand_over = item.buttons().iter().any(|button| matches!(button, Button::HandOver(_)));
    assert!(!can_hand_over, "it is the colleague's to give now");
    let done = Button::Answer { obligation, kind: AnswerKind::InProgress, seen: 0 };
    assert_eq!(city.presses(OFFICER, done).await.toast(), Some("Javob saqlandi"), "all may still answer");
}

#[tokio::test]
async fn the_list_tells_whose_it_is_and_the_head_sees_all_with_the_last_answer() {
    let city = City::new().await;
    let obligation = city.obligation(2).await;
    let token = city.invite("Rahbar Erkin", Role::Head, "soliq").await;
    city.presses(HEAD, Button::Join { token, language: Language::UzLatn }).await;
    offer(&city, obligation).await;
    city.presses(COLLEAGUE, answer(waiting(&city, obligation).await, true)).await;
    city.presses(COLLEAGUE, Button::Answer { obligation, kind: AnswerKind::InProgress, seen: 0 }).await;

    let mine = city.says(COLLEAGUE, "/tasks").await.text();
    assert!(mine.contains("Topshiriqlarim: 3 ta") && !mine.contains('👤'), "{mine}");
    let theirs = city.says(OFFICER, "/tasks").await.text();
    assert!(theirs.contains("Topshiriqlarim: 2 ta") && theirs.contains("Hamkasblarim bajaradi: <b>1</b>"));
    let last = theirs.split("3. ").nth(1).unwrap();
    assert!(last.contains("👤 Jasur Toʻrayev") && !last.contains('💬'), "below, with the name: {theirs}");

    let all = city.says(HEAD, "/tasks").await.text();
    assert!(all.contains("Topshiriqlarim: 3 ta"), "{all}");
    assert!(all.contains("👤 Jasur Toʻrayev\n💬 Ijroda"), "{all}");
    let item = city.presses(HEAD, Button::Task { obligation }).await;
    assert!(item.text().contains("Bajaradi: <b>Jasur Toʻrayev</b>"), "{item:?}");
    let can_move =
        item.buttons().iter().any(|one| matches!(one, Button::HandOver(HandOverStep::Choose { .. })));
    assert!(can_move, "the head may hand it on");
}

#[tokio::test]
async fn a_colleague_who_does_not_agree_has_no_more_work() {
    let city = City::new().await;
    let obligation = city.obligation(2).await;
    offer(&city, obligation).await;
    let id = waiting(&city, obligation).await;
    let said = city.presses(COLLEAGUE, answer(id, false)).await;
    assert!(said.edits() && said.text().contains("olmadingiz"), "{said:?}");
    assert_eq!(assignee(&city, obligation).await, None);
    // A change of mind comes too late, and is told so.
    let late = city.presses(COLLEAGUE, answer(id, true)).await;
    assert!(late.toast().unwrap().contains("kuchda emas"), "{late:?}");
    assert_eq!(assignee(&city, obligation).await, None);
    assert!(offer(&city, obligation).await.toast().unwrap().contains("yuborildi"), "it can be offered anew");
}

#[tokio::test]
async fn a_double_tap_and_an_old_offer_change_nothing() {
    let city = City::new().await;
    let obligation = city.obligation(2).await;
    offer(&city, obligation).await;
    let id = waiting(&city, obligation).await;
    let again = Button::HandOver(HandOverStep::Offer { obligation, taker: city.people[&COLLEAGUE] });
    let said = city.presses(OFFICER, again).await;
    assert!(said.toast().unwrap().contains("javobi kutilmoqda") && said.edits(), "{said:?}");

    let withdraw = Button::HandOver(HandOverStep::Withdraw { offer: id });
    assert!(city.presses(COLLEAGUE, withdraw.clone()).await.toast().unwrap().contains("tegishli emas"));
    assert_eq!(city.presses(OFFICER, withdraw.clone()).await.toast(), Some("Taklif qaytarib olindi"));
    assert!(city.presses(OFFICER, withdraw).await.toast().unwrap().contains("kuchda emas"));
    for accept in [true, false] {
        let late = city.presses(COLLEAGUE, answer(id, accept)).await;
        assert!(late.toast().unwrap().contains("kuchda emas") && late.edits(), "{late:?}");
    }
    assert_eq!(assignee(&city, obligation).await, None);
}

#[tokio::test]
async fn nobody_else_takes_an_offer_or_makes_one() {
    let city = City::new().await;
    let obligation = city.obligation(2).await;
    offer(&city, obligation).await;
    let id = waiting(&city, obligation).await;
    for account in [STRANGER, OFFICER] {
        let said = city.presses(account, answer(id, true)).await;
        assert!(said.toast().unwrap().contains("tegishli emas"), "{account}: {said:?}");
    }
    let obligation = city.obligation(3).await;
    for (account, taker, why) in [
        (OFFICER, STRANGER, "mazkur tashkilot"),
        (OFFICER, OFFICER, "oʻzingizga"),
        (STRANGER, OFFICER, "tegishli emas"),
    ] {
        let button = Button::HandOver(HandOverStep::Offer { obligation, taker: city.people[&taker] });
        let said = city.presses(account, button).await;
        assert!(matches!(said.0[0], Reply::Toast { alert: true, .. }), "{said:?}");
        assert!(said.toast().unwrap().contains(why), "{account} to {taker}: {said:?}");
    }
    assert!(city.read(|conn| Box::pin(hand_overs::waiting(conn, obligation))).await.is_none());
}

#[tokio::test]
async fn a_colleague_who_left_takes_nothing() {
    let city = City::new().await;
    let obligation = city.obligation(2).await;
    offer(&city, obligation).await;
    let id = waiting(&city, obligation).await;
    let (colleague, organisation) = (city.people[&COLLEAGUE], city.organisation("soliq").await);
    city.write(move |conn, now| {
        Box::pin(async move {
            let ended = Grant { role: Role::Officer, organisation };
            people::end_grant(conn, &MayAdminister::at_the_machine(), colleague, ended, now).await
        })
    })
    .await;
    let said = city.presses(COLLEAGUE, answer(id, true)).await;
    assert!(said.toast().unwrap().contains("huquq yoʻq"), "{said:?}");
    assert!(said.text().contains("kuchda emas"), "the question goes: {said:?}");
    assert_eq!(assignee(&city, obligation).await, None);
}
