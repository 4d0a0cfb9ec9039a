//! A report is taken back, and of two who decide at once each hears the truth.

use domain::answers::AnswerKind;
use domain::buttons::{Button, Follow, ReadyReason};
use domain::ids::ObligationId;
use domain::obligation::State;
use domain::people::Role;

use super::city::{City, DEPUTY, OFFICER, Said};
use crate::reply::Reply;

/// One more controller.
const SECOND: i64 = 77;

async fn reported(city: &City) -> (ObligationId, i64) {
    let obligation = city.obligation(2).await;
    city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::InProgress, seen: 0 }).await;
    let seen = city.view(obligation).await.last_answer_at.unwrap().timestamp_millis();
    city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::Done, seen }).await;
    (obligation, city.view(obligation).await.state_version)
}

fn alerts(said: &Said) -> bool {
    matches!(said.0[0], Reply::Toast { alert: true, .. })
}

fn decides(button: &Button) -> bool {
    matches!(button, Button::Accept { .. } | Button::SendBack { .. })
}

#[tokio::test]
async fn a_report_stands_in_the_list_and_is_taken_back_by_three_presses() {
    let city = City::new().await;
    let (obligation, version) = reported(&city).await;
    let list = city.says(OFFICER, "/tasks").await;
    let text = list.text();
    assert!(text.starts_with("<b>Topshiriqlarim: 2 ta</b>"), "{text}");
    assert!(text.contains("👁 <b>Tekshiruvda: 1</b>\n3. <b>23.11.2026</b>"), "{text}");
    let item = city.presses(OFFICER, list.button(|button| *button == Button::Task { obligation })).await;
    let ask = city
        .presses(OFFICER, item.button(|button| matches!(button, Button::Follow(Follow::TakeBack { .. }))))
        .await;
    assert!(ask.text().contains("qaytarib olasizmi") && !ask.text().contains("kechikkan"), "{ask:?}");
    assert_eq!(city.view(obligation).await.state, State::Reported, "it was only asked");
    let sure = ask.button(|button| matches!(button, Button::Follow(Follow::TakenBack { .. })));
    let said = city.presses(OFFICER, sure.clone()).await;
    assert!(said.edits() && said.toast().unwrap().contains("qaytarib olindi"), "{said:?}");
    let view = city.view(obligation).await;
    assert_eq!((view.state, view.submitted_on, view.state_version), (State::Open, None, version + 1));
    assert_eq!(view.last_answer, Some(AnswerKind::InProgress), "what was said before counts again");

    let again = city.presses(OFFICER, sure).await;
    assert!(again.edits() && again.toast().is_some(), "{again:?}");
    let attach = city.presses(OFFICER, Button::Follow(Follow::Attach { obligation })).await;
    assert!(
        attach.edits() && attach.text().contains("nima qoʻshasiz"),
        "the answer before can be added to: {attach:?}"
    );
    assert_eq!(city.view(obligation).await.state_version, version + 1);

    let late = city.presses(DEPUTY, Button::Accept { obligation, version }).await;
    assert_eq!(late.toast(), Some("Bu hisobotni Dilnoza Karimova qaytarib olgan: 23.11.2026, 09:30."));
    assert!(late.edits() && late.text().contains("Hisobot qaytarib olindi"), "{late:?}");
    assert!(!late.buttons().iter().any(decides), "{late:?}");
}

#[tokio::test]
async fn whoever_takes_back_what_is_decided_hears_who_decided() {
    let city = City::new().await;
    let (obligation, version) = reported(&city).await;
    city.presses(OFFICER, Button::Follow(Follow::TakeBack { obligation })).await;
    city.presses(DEPUTY, Button::Accept { obligation, version }).await;
    let said = city.presses(OFFICER, Button::Follow(Follow::TakenBack { obligation, version })).await;
    assert!(
        alerts(&said) && said.toast().unwrap().starts_with("Bu hisobotni Aziz Rahimov qabul"),
        "{said:?}"
    );
    assert_eq!(city.view(obligation).await.state, State::Accepted);

    let (obligation, version) = {
        let obligation = city.obligation(3).await;
        city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }).await;
        (obligation, city.view(obligation).await.state_version)
    };
    let back = Button::SendBackFor { obligation, version, reason: ReadyReason::Incomplete };
    city.presses(DEPUTY, back).await;
    city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }).await;
    let version = city.view(obligation).await.state_version;
    city.presses(OFFICER, Button::Follow(Follow::TakenBack { obligation, version })).await;
    assert_eq!(city.view(obligation).await.state, State::Returned, "as it was before the second report");
}

#[tokio::test]
async fn the_second_of_two_controllers_hears_who_decided_what_and_when() {
    let city = City::new().await;
    city.join(SECOND, "Nodira Qodirova", Role::Controller, "hokimlik").await;
    let (obligation, version) = reported(&city).await;
    city.presses(SECOND, Button::SendBackFor { obligation, version, reason: ReadyReason::Incomplete }).await;
    for button in [Button::Accept { obligation, version }, Button::SendBack { obligation, version }] {
        let said = city.presses(DEPUTY, button).await;
        assert_eq!(
            said.toast(),
            Some("Bu hisobotni Nodira Qodirova qayta ijroga yuborgan: 23.11.2026, 09:30.")
        );
        let text = said.text();
        assert!(text.contains("Nodira Qodirova, 23.11.2026") && text.contains("Sabab: "), "{text}");
        assert!(alerts(&said) && said.edits() && !said.buttons().iter().any(decides), "{said:?}");
    }
}
