//! Leave: who answers in an officer's place, on which days, and what everybody else is told.

use domain::answers::AnswerKind;
use domain::buttons::{Button, LeaveStep};
use domain::people::{Grant, MayAdminister, Role};
use domain::substitution::When;
use store::{people, substitutions};

use super::city::{CITIZEN, COLLEAGUE, City, DEPUTY, OFFICER, STRANGER, Said, moment, press};
use crate::reply::Reply;

/// Joins on the first call, at the tax office.
const WATCHER: i64 = 1005;

/// Somebody who only looks at the tax office, until they stand in for somebody.
async fn watcher(city: &City) {
    let token = city.invite("Nigora Kuzatuvchi", Role::Observer, "soliq").await;
    city.presses(WATCHER, Button::Join { token, language: domain::language::Language::UzLatn }).await;
}

/// The officer goes on leave until `day`, and the person of this name answers.
async fn leave(city: &City, name: &str, day: &str) -> Said {
    let home = city.says(OFFICER, "/leave").await;
    let keys = home.0.iter().filter_map(|reply| match reply {
        Reply::Send { keyboard, .. } => keyboard.as_ref(),
        _ => None,
    });
    let key = keys.flat_map(|keyboard| keyboard.rows().iter().flatten()).find(|key| key.label == name);
    let crate::reply::KeyAction::Press(data) = &key.unwrap_or_else(|| panic!("{home:?}")).does else {
        panic!("{home:?}")
    };
    let calendar = city.does(OFFICER, press(data.as_str())).await;
    let day = day.parse().unwrap();
    let until = calendar
        .button(|button| matches!(button, Button::Leave(LeaveStep::Until { day: last, .. }) if *last == day));
    city.presses(OFFICER, until).await
}

/// What becomes of an answer of this person to the second measure of the tax office.
async fn answer(city: &City, account: i64) -> Said {
    let obligation = city.obligation(2).await;
    city.presses(account, Button::Answer { obligation, kind: AnswerKind::InProgress, seen: 0 }).await
}

async fn nobody_has_answered(city: &City) -> bool {
    let obligation = city.obligation(2).await;
    city.view(obligation).await.last_answer.is_none()
}

#[tokio::test]
async fn three_taps_name_the_substitute_and_the_last_day() {
    let city = City::new().await;
    let said = leave(&city, "Jasur Toʻrayev", "2026-11-27").await;
    assert_eq!(said.toast(), Some("Saqlandi: hamkasbingizga xabar beriladi"));
    let text = said.text();
    assert!(said.edits() && text.contains("Jasur Toʻrayev"), "{text}");
    assert!(text.contains("23.11.2026 — 27.11.2026"), "{text}");
    assert_eq!(city.says(OFFICER, "/tatil").await.text(), text, "the command shows how it stands");
    let other = city.says(COLLEAGUE, "/leave").await.text();
    assert!(other.contains("Siz oʻrnini bosasiz: <b>Dilnoza Karimova</b>"), "{other}");
}

#[tokio::test]
async fn a_leave_may_begin_on_a_later_day() {
    let city = City::new().await;
    let (organisation, substitute) = (city.organisation("soliq").await, city.people[&COLLEAGUE]);
    let month = "2026-11-23".parse().unwrap();
    let with = LeaveStep::With { organisation, substitute, month };
    let today = city.presses(OFFICER, Button::Leave(with)).await;
    let later = today.button(|button| matches!(button, Button::Leave(LeaveStep::From { .. })));
    let first = city.presses(OFFICER, later).await;
    let begins = first.button(|button| {
        matches!(button, Button::Leave(LeaveStep::Begins { first, .. }) if first.to_string() == "2026-11-26")
    });
    let last = city.presses(OFFICER, begins).await;
    assert!(last.text().contains("Birinchi kuni: <b>26.11.2026"), "{last:?}");
    let until = last.button(|button| {
        matches!(button, Button::Leave(LeaveStep::Between { last, .. }) if last.to_string() == "2026-11-30")
    });
    let said = city.presses(OFFICER, until).await;
    assert!(said.text().contains("26.11.2026 — 30.11.2026"), "{said:?}");
    assert!(said.edits() && said.toast().unwrap().starts_with("Saqlandi"), "{said:?}");
}

#[tokio::test]
async fn a_substitute_may_answer_from_the_first_day_to_the_last() {
    let city = City::new().await;
    watcher(&city).await;
    let before = answer(&city, WATCHER).await;
    assert!(before.toast().unwrap().contains("huquq yoʻq"), "{before:?}");
    leave(&city, "Nigora Kuzatuvchi", "2026-11-24").await;
    city.clock.move_to(moment("2026-11-24T18:59:00Z"));
    assert!(city.says(WATCHER, "/tasks").await.text().contains("Topshiriqlarim: 3 ta"));
    assert_eq!(answer(&city, WATCHER).await.toast(), Some("Javob saqlandi"));

    let city = City::new().await;
    watcher(&city).await;
    leave(&city, "Nigora Kuzatuvchi", "2026-11-24").await;
    city.clock.move_to(moment("2026-11-24T19:00:00Z"));
    let after = answer(&city, WATCHER).await;
    assert!(after.toast().unwrap().contains("kunlaringiz tugagan"), "{after:?}");
    assert!(nobody_has_answered(&city).await, "midnight in Tashkent is the end");
    assert_eq!(answer(&city, OFFICER).await.toast(), Some("Javob saqlandi"), "the officer is back");
}

#[tokio::test]
async fn who_is_back_ends_the_leave_once() {
    let city = City::new().await;
    watcher(&city).await;
    let said = leave(&city, "Nigora Kuzatuvchi", "2026-11-30").await;
    let back = said.button(|button| matches!(button, Button::Leave(LeaveStep::End { .. })));
    let stranger = city.presses(STRANGER, back.clone()).await;
    assert!(matches!(stranger.0[0], Reply::Toast { alert: true, .. }), "{stranger:?}");
    let said = city.presses(OFFICER, back.clone()).await;
    assert_eq!(said.toast(), Some("Tugatildi: topshiriqlar yana Sizga keladi"));
    let again = city.presses(OFFICER, back).await;
    assert_eq!(again.toast(), Some("Bu oʻrinbosarlik avvalroq tugagan"));
    let refused = answer(&city, WATCHER).await;
    assert!(refused.toast().unwrap().contains("kunlaringiz tugagan"), "{refused:?}");
    assert!(nobody_has_answered(&city).await);
}

#[tokio::test]
async fn a_double_tap_and_forged_buttons_set_nothing_more() {
    let city = City::new().await;
    leave(&city, "Jasur Toʻrayev", "2026-11-27").await;
    let (soliq, kadastr) = (city.organisation("soliq").await, city.organisation("kadastr").await);
    let until = |organisation, substitute: i64, day: &str| {
        Button::Leave(LeaveStep::Until {
            organisation,
            substitute: city.people[&substitute],
            day: day.parse().unwrap(),
        })
    };
    for (account, button, why) in [
        (OFFICER, until(soliq, COLLEAGUE, "2026-11-27"), "allaqachon belgilangan"),
        (OFFICER, until(kadastr, STRANGER, "2026-11-27"), "huquq yoʻq"),
        (COLLEAGUE, until(soliq, COLLEAGUE, "2026-11-27"), "oʻzining oʻrnini"),
        (COLLEAGUE, until(soliq, STRANGER, "2026-11-27"), "mazkur tashkilot"),
        (COLLEAGUE, until(soliq, DEPUTY, "2026-11-27"), "mazkur tashkilot"),
        (COLLEAGUE, until(soliq, OFFICER, "2026-11-27"), "yana oʻsha xodimga qaytadi"),
        (COLLEAGUE, until(soliq, OFFICER, "2026-11-22"), "oldin"),
        (DEPUTY, until(soliq, OFFICER, "2026-11-27"), "huquq yoʻq"),
        (CITIZEN, until(soliq, OFFICER, "2026-11-27"), "huquq yoʻq"),
    ] {
        let said = city.presses(account, button.clone()).await;
        assert!(said.toast().is_some_and(|toast| toast.contains(why)), "{account} {button:?}: {said:?}");
    }
    let (officer, today) = (city.people[&OFFICER], city.ctx.clock.today());
    let kept = city.read(|conn| Box::pin(substitutions::of_person(conn, officer, today))).await;
    assert_eq!(kept.iter().map(|one| one.when(today)).collect::<Vec<_>>(), [When::Now]);
}

#[tokio::test]
async fn an_empty_place_of_the_calendar_does_nothing() {
    let city = City::new().await;
    assert!(city.presses(OFFICER, Button::Blank).await.0.is_empty());
}

#[tokio::test]
async fn a_former_officer_answers_nothing_and_is_told_why() {
    let city = City::new().await;
    let (officer, organisation) = (city.people[&OFFICER], city.organisation("soliq").await);
    city.write(move |conn, now| {
        Box::pin(async move {
            let ended = Grant { role: Role::Officer, organisation };
            people::end_grant(conn, &MayAdminister::at_the_machine(), officer, ended, now).await
        })
    })
    .await;
    let said = answer(&city, OFFICER).await;
    assert!(said.toast().unwrap().contains("huquq yoʻq"), "{said:?}");
    assert!(nobody_has_answered(&city).await);
    assert!(city.says(OFFICER, "/leave").await.text().contains("huquq yoʻq"));
}
