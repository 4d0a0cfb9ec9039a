//! The digest behind its buttons: two taps to any answer, "remind me later", and buttons that have become old.

use chrono::NaiveDate;
use domain::answers::AnswerKind;
use domain::buttons::Button;
use domain::obligation::State;
use domain::reminders::Extent;
use store::{answers, reminders};

use super::city::{CITIZEN, COLLEAGUE, City, DEPUTY, OFFICER, STRANGER, Said, moment};
use crate::reply::{KeyAction, Reply};

const NEAR: Button = Button::Digest { extent: Extent::Near, page: 0 };

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn snoozes(city: &City) -> Vec<NaiveDate> {
    let person = city.people[&OFFICER];
    let snoozes = city.read(|conn| Box::pin(reminders::snoozes_of(conn, person))).await;
    snoozes.into_iter().map(|(_, until)| until).collect()
}

fn is_alert(said: &Said) -> bool {
    matches!(said.0[0], Reply::Toast { alert: true, .. })
}

#[tokio::test]
async fn from_the_digest_each_answer_takes_two_taps() {
    for kind in AnswerKind::ALL {
        let city = City::new().await;
        let obligation = city.obligation(2).await;
        let digest = city.presses(OFFICER, NEAR).await;
        let (mut taps, mut message) = (0, digest);
        loop {
            let answers = |button: &Button| matches!(button, Button::Answer { obligation: of, kind: said, .. } if *of == obligation && *said == kind);
            let opens = |button: &Button| *button == Button::Task { obligation };
            let next = message.buttons().into_iter().find(answers);
            let next = next.unwrap_or_else(|| message.button(opens));
            message = city.presses(OFFICER, next).await;
            taps += 1;
            if city.view(obligation).await.last_answer.is_some() {
                break;
            }
        }
        assert_eq!((taps, city.view(obligation).await.last_answer), (2, Some(kind)));
    }
}

#[tokio::test]
async fn after_an_answer_no_old_button_of_the_digest_or_the_assignment_does_harm() {
    let city = City::new().await;
    let obligation = city.obligation(2).await;
    let digest = city.presses(OFFICER, NEAR).await;
    let item = city.presses(OFFICER, Button::Task { obligation }).await;
    let done = item.button(|button| matches!(button, Button::Answer { kind: AnswerKind::Done, .. }));
    city.presses(OFFICER, done).await;
    let kept = city.view(obligation).await;
    let answered = city.read(|conn| Box::pin(answers::last(conn, obligation))).await;
    for button in digest.buttons().into_iter().chain(item.buttons()) {
        let said = city.presses(OFFICER, button.clone()).await;
        assert!(said.edits(), "{button:?} leaves the message as it was: {said:?}");
        assert_eq!(city.view(obligation).await, kept, "{button:?}");
        let last = city.read(|conn| Box::pin(answers::last(conn, obligation))).await;
        assert_eq!(last, answered, "{button:?}");
    }
    assert_eq!(kept.state, State::Reported);
    let put_off = city.read(|conn| Box::pin(reminders::snoozes_of_open(conn))).await;
    assert!(put_off.iter().all(|(id, ..)| *id != obligation), "{put_off:?}");
}

#[tokio::test]
async fn the_digest_shows_what_is_near_and_its_list_what_falls_due_until_the_end_of_next_month() {
    let city = City::new().await;
    let near = city.presses(OFFICER, NEAR).await;
    assert!(near.text().contains("Bu eslatmadagi topshiriqlar: <b>2</b>"), "{near:?}");
    let list = city.presses(OFFICER, Button::Digest { extent: Extent::List, page: 9 }).await;
    assert!(list.text().contains("31.12.2026 sanasigacha bajariladigan hamma ishlar: <b>3</b>"), "{list:?}");
    let labels = list.0.iter().flat_map(|reply| match reply {
        Reply::Edit { keyboard: Some(keyboard), .. } => keyboard.rows().concat(),
        _ => Vec::new(),
    });
    let labels: Vec<_> = labels
        .filter(|key| matches!(&key.does, KeyAction::Press(data) if data.starts_with("1o")))
        .map(|key| key.label)
        .collect();
    assert!(
        labels[1].starts_with("2. 27.11 Masʼul"),
        "what looks alike is told apart by its day: {labels:?}"
    );
}

#[tokio::test]
async fn an_assignment_is_put_off_by_one_tap_and_its_message_says_until_when() {
    let city = City::new().await;
    let obligation = city.obligation(3).await;
    let item = city.presses(OFFICER, Button::Task { obligation }).await;
    let days: Vec<_> = item
        .buttons()
        .into_iter()
        .filter_map(|button| match button {
            Button::Snooze { until, .. } => Some(until),
            _ => None,
        })
        .collect();
    assert_eq!(days, [day("2026-11-24"), day("2026-11-26")]);
    let said = city.presses(OFFICER, Button::Snooze { obligation, until: days[1] }).await;
    assert!(
        said.edits() && said.text().contains("⏰ <b>26.11.2026, payshanba</b> kuni eslatamiz"),
        "{said:?}"
    );
    assert_eq!(snoozes(&city).await, [days[1]]);
    // The other choice replaces the first, and a colleague's digest is the colleague's.
    city.presses(OFFICER, Button::Snooze { obligation, until: days[0] }).await;
    assert_eq!(snoozes(&city).await, [days[0]]);
    let colleague = city.presses(COLLEAGUE, Button::Digest { extent: Extent::List, page: 0 }).await;
    assert!(colleague.buttons().contains(&Button::Task { obligation }), "{colleague:?}");
    let own = city.presses(OFFICER, Button::Digest { extent: Extent::List, page: 0 }).await;
    assert!(!own.buttons().contains(&Button::Task { obligation }), "{own:?}");
    assert!(city.says(OFFICER, "/tasks").await.buttons().contains(&Button::Task { obligation }));
}

#[tokio::test]
async fn nothing_is_put_off_past_its_day_or_by_an_old_or_foreign_button() {
    let city = City::new().await;
    let (overdue, soon) = (city.obligation(1).await, city.obligation(2).await);
    let item = city.presses(OFFICER, Button::Task { obligation: overdue }).await;
    assert!(!item.buttons().iter().any(|button| matches!(button, Button::Snooze { .. })), "{item:?}");
    for (obligation, until) in
        [(overdue, "2026-11-24"), (soon, "2026-11-28"), (soon, "2026-11-23"), (soon, "2026-01-01")]
    {
        let said = city.presses(OFFICER, Button::Snooze { obligation, until: day(until) }).await;
        assert!(is_alert(&said) && said.edits(), "{until}: {said:?}");
    }
    for account in [STRANGER, DEPUTY, CITIZEN] {
        let obligation = soon;
        let said = city.presses(account, Button::Snooze { obligation, until: day("2026-11-24") }).await;
        assert!(is_alert(&said), "{said:?}");
    }
    assert_eq!(snoozes(&city).await, []);
    for button in [NEAR, Button::SnoozeAll { extent: Extent::List, until: day("2026-11-24") }] {
        assert!(is_alert(&city.presses(CITIZEN, button).await));
    }
}

#[tokio::test]
async fn all_that_can_wait_is_put_off_at_once_and_what_cannot_stays() {
    let city = City::new().await;
    let digest = city.presses(OFFICER, NEAR).await;
    let all = digest.button(|button| matches!(button, Button::SnoozeAll { .. }));
    assert_eq!(all, Button::SnoozeAll { extent: Extent::Near, until: day("2026-11-24") });
    let said = city.presses(OFFICER, all.clone()).await;
    assert_eq!(said.toast(), Some("24.11.2026, seshanba kuniga qoldirildi: 1 ta"));
    let (overdue, soon) = (city.obligation(1).await, city.obligation(2).await);
    let tasks: Vec<_> =
        said.buttons().into_iter().filter(|button| matches!(button, Button::Task { .. })).collect();
    assert_eq!(tasks, [Button::Task { obligation: overdue }], "{soon:?} waits");
    // Pressed again there is nothing left; pressed on the next day it is an old button.
    assert!(is_alert(&city.presses(OFFICER, all.clone()).await));
    city.clock.move_to(moment("2026-11-24T05:00:00Z"));
    let said = city.presses(OFFICER, all).await;
    assert!(is_alert(&said) && said.toast().unwrap().contains("allaqachon kelgan"), "{said:?}");
    assert_eq!(snoozes(&city).await, [day("2026-11-24")]);
    assert!(said.buttons().contains(&Button::Task { obligation: soon }), "its day has come: {said:?}");
}
