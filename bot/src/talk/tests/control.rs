//! The controller: reports that wait, accepting, returning with a reason, the figures in short.

use domain::answers::AnswerKind;
use domain::buttons::{Button, ReadyReason};
use domain::ids::ObligationId;
use domain::obligation::State;
use store::answers;
use store::news::{self, NewsKind};

use super::city::{CITIZEN, City, DEPUTY, OFFICER, STRANGER};
use crate::incoming::What;
use crate::reply::Reply;

async fn reported(city: &City) -> (ObligationId, i64) {
    let obligation = city.obligation(1).await;
    city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }).await;
    (obligation, city.view(obligation).await.state_version)
}

#[tokio::test]
async fn a_report_is_listed_opened_and_accepted() {
    let city = City::new().await;
    let (obligation, _) = reported(&city).await;
    city.says(OFFICER, "Bayon ilovada").await;
    let version = city.view(obligation).await.state_version;
    let list = city.says(DEPUTY, "/review").await;
    let open = list.button(|button| *button == Button::Review { obligation });
    let report = city.presses(DEPUTY, open).await;
    let text = report.text();
    for part in [
        "Soliq inspeksiyasi",
        "13 kun kechikib",
        "Dilnoza Karimova",
        "Bayon ilovada",
        "Dalil biriktirilmagan",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
    let accept = report.button(|button| *button == Button::Accept { obligation, version });
    let said = city.presses(DEPUTY, accept).await;
    assert!(said.edits() && said.text().contains("nazoratdan yechildi"), "{said:?}");
    assert_eq!(city.view(obligation).await.state, State::Accepted);
    let told = city.read(|conn| Box::pin(news::take(conn, 10))).await;
    assert!(told.iter().any(|news| news.kind == NewsKind::Accepted));

    let again = city.presses(DEPUTY, Button::Accept { obligation, version }).await;
    assert!(matches!(again.0[0], Reply::Toast { alert: true, .. }), "{again:?}");
    assert!(again.edits());
}

#[tokio::test]
async fn a_report_is_returned_with_the_controllers_own_words() {
    let city = City::new().await;
    let (obligation, version) = reported(&city).await;
    let asked = city.presses(DEPUTY, Button::SendBack { obligation, version }).await;
    assert_eq!(city.view(obligation).await.state, State::Reported);
    assert_eq!(
        asked.buttons().iter().filter(|button| matches!(button, Button::SendBackFor { .. })).count(),
        ReadyReason::ALL.len()
    );
    let said = city.says(DEPUTY, "Bayonda sana yoʻq").await;
    assert!(said.edits() && said.text().contains("Bayonda sana yoʻq"), "{said:?}");
    assert_eq!(city.view(obligation).await.state, State::Returned);
    let item = city.presses(OFFICER, Button::Task { obligation }).await;
    assert!(item.text().contains("Qayta ijroga yuborildi: Bayonda sana yoʻq"), "{item:?}");
    let late = city.says(DEPUTY, "/overdue").await.text();
    assert!(late.contains("💬 Qayta ijroga yuborildi") && !late.contains("💬 Bajarildi"), "{late}");
    // The words were taken once.
    assert!(city.says(DEPUTY, "yana").await.text().contains("tushunmadim"));
}

#[tokio::test]
async fn a_ready_reason_returns_by_one_press_once() {
    let city = City::new().await;
    let (obligation, version) = reported(&city).await;
    let button = Button::SendBackFor { obligation, version, reason: ReadyReason::NoEvidence };
    city.presses(DEPUTY, button.clone()).await;
    let reason = city.read(|conn| Box::pin(answers::last_return(conn, obligation))).await;
    assert_eq!(reason.as_deref(), Some("Tasdiqlovchi hujjat biriktirilmagan."));
    let again = city.presses(DEPUTY, button).await;
    assert!(matches!(again.0[0], Reply::Toast { alert: true, .. }), "{again:?}");
    assert_eq!(city.view(obligation).await.state_version, version + 1);
}

#[tokio::test]
async fn a_button_that_saw_an_earlier_report_decides_nothing() {
    let city = City::new().await;
    let (obligation, version) = reported(&city).await;
    city.presses(DEPUTY, Button::SendBackFor { obligation, version, reason: ReadyReason::Incomplete }).await;
    city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }).await;
    let said = city.presses(DEPUTY, Button::Accept { obligation, version }).await;
    assert!(said.toast().is_some() && said.edits(), "{said:?}");
    assert_eq!(city.view(obligation).await.state, State::Reported);
    let said = city.presses(DEPUTY, Button::SendBack { obligation, version }).await;
    assert!(
        said.button(|button| matches!(button, Button::Accept { .. }))
            != Button::Accept { obligation, version }
    );
}

#[tokio::test]
async fn what_was_added_since_the_controller_looked_is_seen_before_it_is_decided() {
    for edits in [false, true] {
        let city = City::new().await;
        let (obligation, _) = reported(&city).await;
        let message_id = city.next_message();
        city.says(OFFICER, "Bayon nusxasi").await;
        let seen = city.presses(DEPUTY, Button::Review { obligation }).await;
        let accept = seen.button(|button| matches!(button, Button::Accept { .. }));
        let return_it = seen.button(|button| matches!(button, Button::SendBack { .. }));
        if edits {
            let words = Some("Bayon nusxasi: 12-son".into());
            city.does(OFFICER, What::Edited { message_id, words, file: None }).await;
        } else {
            city.says(OFFICER, "12-son").await;
        }
        for button in [accept, return_it] {
            let said = city.presses(DEPUTY, button).await;
            assert!(matches!(said.0[0], Reply::Toast { alert: true, .. }), "{said:?}");
            assert!(said.edits() && said.text().contains("12-son"), "as it is now: {said:?}");
            assert_eq!(city.view(obligation).await.state, State::Reported);
        }
        let seen = city.presses(DEPUTY, Button::Review { obligation }).await;
        let accept = seen.button(|button| matches!(button, Button::Accept { .. }));
        city.presses(DEPUTY, accept).await;
        assert_eq!(city.view(obligation).await.state, State::Accepted);
    }
}

#[tokio::test]
async fn what_others_wait_for_does_not_hide_what_a_controller_decides() {
    let city = City::new().await;
    reported(&city).await;
    city.clock.advance(chrono::TimeDelta::minutes(1));
    let theirs = city.open_of("kadastr").await[0].id;
    city.presses(STRANGER, Button::Answer { obligation: theirs, kind: AnswerKind::Done, seen: 0 }).await;
    let scope = domain::people::Scope::Only([city.organisation("kadastr").await].into());
    let first =
        city.read(|conn| Box::pin(async move { store::obligations::under_review(conn, &scope, 1).await }));
    let first: Vec<_> = first.await.into_iter().map(|one| one.id).collect();
    assert_eq!(first, [theirs], "the oldest of all is another's");
}

#[tokio::test]
async fn only_controllers_decide_and_look() {
    let city = City::new().await;
    let (obligation, version) = reported(&city).await;
    for account in [OFFICER, STRANGER, CITIZEN] {
        for button in [
            Button::Accept { obligation, version },
            Button::SendBack { obligation, version },
            Button::SendBackFor { obligation, version, reason: ReadyReason::NoEvidence },
            Button::Review { obligation },
            Button::Reviews { page: 0 },
        ] {
            let said = city.presses(account, button).await;
            assert!(matches!(said.0[..], [Reply::Toast { alert: true, .. }]), "{said:?}");
        }
        let said = city.says(account, "/review").await;
        assert!(!said.text().contains("Tekshiruvda:"), "{said:?}");
    }
    assert_eq!(city.view(obligation).await.state, State::Reported);
}

#[tokio::test]
async fn the_figures_in_short_count_what_is_behind() {
    let city = City::new().await;
    reported(&city).await;
    let text = city.says(DEPUTY, "/holat").await.text();
    for part in ["Muddati oʻtgan: <b>1</b>", "Tekshiruvda: <b>1</b>", "(0 / 2)", "Kadastr boʻlimi — 1 ta"]
    {
        assert!(text.contains(part), "{part}: {text}");
    }
    let text = city.says(DEPUTY, "/overdue").await.text();
    assert!(text.contains("13\u{A0}kun\u{A0}kechikdi") && text.contains("Kadastr"), "{text}");
}
