//! Officers: the list, an answer in two taps, words and files after it, and everything that must not work.

use domain::answers::AnswerKind;
use domain::buttons::Button;
use domain::obligation::State;
use store::answers;
use store::news::{self, NewsKind};

use super::city::{COLLEAGUE, City, OFFICER, STRANGER, press};
use crate::incoming::{FileKind, IncomingFile, What};
use crate::reply::Reply;

pub(super) fn file(bytes: i64) -> What {
    let file = IncomingFile {
        kind: FileKind::Document,
        file_id: "F1".into(),
        unique_id: "U1".into(),
        name: Some("Buyruq № 214.pdf".into()),
        mime: Some("application/pdf".into()),
        bytes: Some(bytes),
        album: None,
    };
    What::File { message_id: 51, file, caption: None }
}

#[tokio::test]
async fn the_list_shows_the_most_urgent_first_with_a_button_each() {
    let city = City::new().await;
    let said = city.says(OFFICER, "/tasks").await;
    let text = said.text();
    assert!(text.contains("Topshiriqlarim: 3 ta") && text.contains("Muddati oʻtgan: <b>1</b>"), "{text}");
    let tasks: Vec<_> =
        said.buttons().into_iter().filter(|button| matches!(button, Button::Task { .. })).collect();
    let mut expected = Vec::new();
    for measure in [1, 2, 3] {
        expected.push(Button::Task { obligation: city.obligation(measure).await });
    }
    assert_eq!(tasks, expected);
    assert_eq!(city.says(OFFICER, "/vazifalar").await.text(), text);
}

#[tokio::test]
async fn two_taps_lead_from_the_list_to_a_stored_answer() {
    let city = City::new().await;
    let list = city.says(OFFICER, "/tasks").await;
    let item = city.presses(OFFICER, list.button(|button| matches!(button, Button::Task { .. }))).await;
    assert!(item.edits());
    let text = item.text();
    assert!(text.contains("Muddati 13 kun oʻtdi") && text.contains("&lt;b&gt;xodimlarga"), "{text}");
    let done = item.button(|button| matches!(button, Button::Answer { kind: AnswerKind::Done, .. }));
    let said = city.presses(OFFICER, done).await;
    assert_eq!(said.toast(), Some("Javob saqlandi"));
    assert!(said.edits() && said.text().contains("Hisobotni Aziz Rahimov tekshiradi"), "{}", said.text());

    assert_eq!(city.open_of("soliq").await.len(), 2);
    let told = city.read(|conn| Box::pin(news::take(conn, 10))).await;
    assert_eq!(told.iter().map(|news| news.kind).collect::<Vec<_>>(), [NewsKind::Reported]);
}

#[tokio::test]
async fn a_double_tap_keeps_one_answer_of_every_kind() {
    for kind in AnswerKind::ALL {
        let city = City::new().await;
        let obligation = city.obligation(2).await;
        let button = Button::Answer { obligation, kind, seen: 0 };
        city.presses(OFFICER, button.clone()).await;
        let before = city.view(obligation).await;
        let again = city.presses(OFFICER, button).await;
        assert!(matches!(again.0[0], Reply::Toast { alert: true, .. }), "{kind:?}: {again:?}");
        assert!(again.edits(), "{kind:?}");
        assert_eq!(city.view(obligation).await, before, "{kind:?}");
    }
}

#[tokio::test]
async fn an_update_that_telegram_brings_twice_is_kept_once() {
    let city = City::new().await;
    let obligation = city.obligation(3).await;
    let data = Button::Answer { obligation, kind: AnswerKind::InProgress, seen: 0 }.data();
    city.brings(900, OFFICER, press(data.as_str())).await;
    let before = city.view(obligation).await;
    city.brings(900, OFFICER, press(data)).await;
    assert_eq!(city.view(obligation).await, before);
}

#[tokio::test]
async fn an_old_button_finds_what_a_colleague_has_answered() {
    let city = City::new().await;
    let obligation = city.obligation(2).await;
    city.presses(COLLEAGUE, Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }).await;
    let said = city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::Blocked, seen: 0 }).await;
    assert!(said.toast().is_some() && said.text().contains("Hisobot tekshiruvda"), "{said:?}");
    assert_eq!(city.view(obligation).await.last_answer, Some(AnswerKind::Done));
}

#[tokio::test]
async fn nobody_answers_for_another_organisation_or_for_nothing() {
    let city = City::new().await;
    let obligation = city.obligation(1).await;
    for account in [STRANGER, super::city::DEPUTY, super::city::CITIZEN] {
        let said =
            city.presses(account, Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }).await;
        assert!(matches!(said.0[0], Reply::Toast { alert: true, .. }), "{said:?}");
        assert!(!said.text().contains("xodimlarga") || account == STRANGER, "{said:?}");
    }
    let unknown = domain::ids::ObligationId(987_654);
    let said =
        city.presses(OFFICER, Button::Answer { obligation: unknown, kind: AnswerKind::Done, seen: 0 }).await;
    assert!(matches!(said.0[0], Reply::Toast { alert: true, .. }));
    assert_eq!(city.view(obligation).await.state, State::Open);
}

#[tokio::test]
async fn words_and_files_after_an_answer_belong_to_it() {
    let city = City::new().await;
    let obligation = city.obligation(1).await;
    city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }).await;
    let said = city.says(OFFICER, "Yigʻilish oʻtkazildi").await;
    assert!(said.text().contains("biriktirildi"), "{said:?}");
    city.says(OFFICER, "bayoni ilovada").await;
    assert!(city.does(OFFICER, file(422_400)).await.text().contains("Buyruq № 214.pdf"));
    assert!(city.does(OFFICER, file(422_400)).await.text().contains("avval biriktirilgan"));

    let last = city.read(|conn| Box::pin(answers::last(conn, obligation))).await.unwrap();
    assert_eq!(last.text.as_deref(), Some("Yigʻilish oʻtkazildi\nbayoni ilovada"));
    assert_eq!(last.files, 1);

    city.presses(OFFICER, Button::Finish { obligation }).await;
    let said = city.says(OFFICER, "salom").await;
    assert!(said.text().contains("tushunmadim"), "{said:?}");
}

#[tokio::test]
async fn what_is_too_long_or_too_big_is_explained_and_the_bot_goes_on_waiting() {
    let city = City::new().await;
    let obligation = city.obligation(1).await;
    city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::Blocked, seen: 0 }).await;
    let said = city.says(OFFICER, &"ў".repeat(1001)).await;
    assert!(said.text().contains("oshmasligi kerak"), "{said:?}");
    let said = city.does(OFFICER, file(21 * 1024 * 1024)).await;
    assert!(said.text().contains("juda katta"), "{said:?}");
    city.says(OFFICER, "Server yoʻq").await;
    let last = city.read(|conn| Box::pin(answers::last(conn, obligation))).await.unwrap();
    assert_eq!((last.text.as_deref(), last.files), (Some("Server yoʻq"), 0));
}

#[tokio::test]
async fn nothing_is_added_after_control_has_spoken() {
    let city = City::new().await;
    let obligation = city.obligation(1).await;
    city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }).await;
    let version = city.view(obligation).await.state_version;
    city.presses(super::city::DEPUTY, Button::Accept { obligation, version }).await;
    let said = city.says(OFFICER, "yana bir gap").await;
    assert!(said.text().contains("nazoratdan yechilgan"), "{said:?}");
    let last = city.read(|conn| Box::pin(answers::last(conn, obligation))).await.unwrap();
    assert_eq!(last.text, None);
    // It waits for nothing any more.
    assert!(city.says(OFFICER, "salom").await.text().contains("tushunmadim"));
}

#[tokio::test]
async fn the_bot_stops_waiting_after_a_day() {
    let city = City::new().await;
    let obligation = city.obligation(1).await;
    city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }).await;
    city.clock.move_to(super::city::moment("2026-11-24T04:30:01Z"));
    assert!(city.says(OFFICER, "kech qoldim").await.text().contains("tushunmadim"));
}

#[tokio::test]
async fn a_file_without_an_answer_is_asked_about() {
    let city = City::new().await;
    let said = city.does(OFFICER, file(100)).await;
    assert_eq!(said.buttons(), [Button::Tasks { page: 0 }]);
}

#[tokio::test]
async fn when_everything_is_answered_the_list_is_kind() {
    let city = City::new().await;
    for measure in [1, 2, 3] {
        let obligation = city.obligation(measure).await;
        city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }).await;
    }
    let said = city.presses(OFFICER, Button::Tasks { page: 5 }).await;
    assert!(said.text().contains("Ochiq topshiriq yoʻq"), "{said:?}");
}
