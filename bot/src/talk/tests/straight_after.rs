//! Every answer leaves the bot waiting for words: what is pressed straight after it is done all the same, and once.

use chrono::NaiveDate;
use domain::answers::AnswerKind;
use domain::buttons::{Button, HandOverStep, LeaveStep, Together};
use domain::clock::Clock;
use domain::ids::ObligationId;
use domain::obligation::State;
use domain::reminders::Extent;
use store::{answers, conversations, hand_overs, reminders, substitutions};

use super::city::{COLLEAGUE, City, DEPUTY, OFFICER, press};

/// Somebody answers for the first measure of the tax office: from there on the bot waits for words.
async fn answers(city: &City, account: i64) {
    let obligation = city.obligation(1).await;
    let said = city.presses(account, Button::Answer { obligation, kind: AnswerKind::InProgress, seen: 0 });
    assert_eq!(said.await.toast(), Some("Javob saqlandi"));
    assert!(waits(city, account).await);
}

async fn waits(city: &City, account: i64) -> bool {
    let key = city.ctx.secret.conversation(account);
    city.read(|conn| Box::pin(async move { conversations::get(conn, &key).await })).await.is_some()
}

async fn offered(city: &City) -> (ObligationId, Button) {
    let obligation = city.obligation(2).await;
    let taker = city.people[&COLLEAGUE];
    let offer = Button::HandOver(HandOverStep::Offer { obligation, taker });
    assert_eq!(
        city.presses(OFFICER, offer).await.toast(),
        Some("Taklif yuborildi: hamkasbingiz javob beradi")
    );
    let offer = city.read(|conn| Box::pin(hand_overs::waiting(conn, obligation))).await;
    let offer = offer.expect("an offer waits").id;
    (obligation, Button::HandOver(HandOverStep::Answer { offer, accept: true }))
}

#[tokio::test]
async fn a_colleague_who_has_just_answered_takes_over() {
    let city = City::new().await;
    answers(&city, OFFICER).await;
    let (obligation, accept) = offered(&city).await;
    let other = city.obligation(3).await;
    city.presses(COLLEAGUE, Button::Answer { obligation: other, kind: AnswerKind::InProgress, seen: 0 })
        .await;
    assert_eq!(city.presses(COLLEAGUE, accept).await.toast(), Some("Topshiriq Sizga oʻtdi"));
    assert!(city.view(obligation).await.assignee.is_some());
    assert!(!waits(&city, COLLEAGUE).await, "the next words are for nothing");
}

#[tokio::test]
async fn an_offer_is_made_and_taken_back() {
    let city = City::new().await;
    answers(&city, OFFICER).await;
    let (obligation, _) = offered(&city).await;
    answers_again(&city).await;
    let offer = city.read(|conn| Box::pin(hand_overs::waiting(conn, obligation))).await.unwrap().id;
    let said = city.presses(OFFICER, Button::HandOver(HandOverStep::Withdraw { offer })).await;
    assert_eq!(said.toast(), Some("Taklif qaytarib olindi"));
    assert!(city.read(|conn| Box::pin(hand_overs::waiting(conn, obligation))).await.is_none());
}

async fn answers_again(city: &City) {
    let obligation = city.obligation(3).await;
    city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::InProgress, seen: 0 }).await;
}

#[tokio::test]
async fn what_is_put_off_is_put_off() {
    for all in [false, true] {
        let city = City::new().await;
        answers(&city, OFFICER).await;
        let until: NaiveDate = "2026-11-24".parse().unwrap();
        let obligation = city.obligation(2).await;
        let button = if all {
            Button::SnoozeAll { extent: Extent::Near, until }
        } else {
            Button::Snooze { obligation, until }
        };
        city.presses(OFFICER, button).await;
        let person = city.people[&OFFICER];
        let kept = city.read(|conn| Box::pin(reminders::snoozes_of(conn, person))).await;
        assert!(kept.contains(&(obligation, until)), "all at once: {all}: {kept:?}");
    }
}

#[tokio::test]
async fn a_leave_is_set_and_ended() {
    let city = City::new().await;
    answers(&city, OFFICER).await;
    let organisation = city.organisation("soliq").await;
    let (substitute, person) = (city.people[&COLLEAGUE], city.people[&OFFICER]);
    let (day, today) = ("2026-11-27".parse().unwrap(), city.clock.today());
    let set = Button::Leave(LeaveStep::Until { organisation, substitute, day });
    assert_eq!(city.presses(OFFICER, set).await.toast(), Some("Saqlandi: hamkasbingizga xabar beriladi"));
    let lasting = city.read(|conn| Box::pin(substitutions::of_person(conn, person, today))).await;
    assert_eq!(lasting.len(), 1);

    answers_again(&city).await;
    let back = Button::Leave(LeaveStep::End { substitution: lasting[0].id });
    let said = city.presses(OFFICER, back).await;
    assert_eq!(said.toast(), Some("Tugatildi: topshiriqlar yana Sizga keladi"));
}

#[tokio::test]
async fn reports_are_accepted_together_while_a_reason_is_waited_for() {
    let city = City::new().await;
    let obligation = city.obligation(2).await;
    city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }).await;
    let question = city.presses(DEPUTY, Button::Together(Together::Ask { page: 0 })).await;
    let yes = question.button(|button| matches!(button, Button::Together(Together::Accept { .. })));
    let version = city.view(obligation).await.state_version;
    city.presses(DEPUTY, Button::SendBack { obligation, version }).await;
    assert!(waits(&city, DEPUTY).await);
    city.presses(DEPUTY, yes).await;
    assert_eq!(city.view(obligation).await.state, State::Accepted);
    assert!(!waits(&city, DEPUTY).await, "a reason is for nothing now");
}

#[tokio::test]
async fn a_press_that_is_brought_twice_after_an_answer_is_done_once() {
    let city = City::new().await;
    answers(&city, OFFICER).await;
    let (obligation, until) = (city.obligation(2).await, "2026-11-24".parse().unwrap());
    for _ in 0..2 {
        let button = Button::Snooze { obligation, until };
        let said = city.brings(777, OFFICER, press(button.data())).await;
        assert!(said.toast().unwrap().contains("24.11.2026"), "{said:?}");
    }
}

#[tokio::test]
async fn words_after_a_double_tap_still_go_to_the_answer() {
    let city = City::new().await;
    answers(&city, OFFICER).await;
    let obligation = city.obligation(1).await;
    city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::InProgress, seen: 0 }).await;
    city.says(OFFICER, "Hujjatlar yigʻilmoqda").await;
    let last = city.read(|conn| Box::pin(answers::last(conn, obligation))).await.unwrap();
    assert_eq!(last.text.as_deref(), Some("Hujjatlar yigʻilmoqda"));
}
