//! What follows an answer: the promised day, ready reasons, edited messages, and what must not vanish.

use domain::answers::{AnswerKind, Cause};
use domain::buttons::{Button, Follow};
use domain::ids::{AnswerId, ObligationId};
use domain::obligation::State;
use domain::people::Role;
use store::answers::{self, Given};
use store::{dossier, people};

use super::city::{COLLEAGUE, City, DEPUTY, OFFICER, STRANGER, moment};
use super::officers::file;
use crate::incoming::What;
use crate::reply::Reply;

async fn answered(city: &City, measure: i64, kind: AnswerKind) -> (ObligationId, AnswerId) {
    let obligation = city.obligation(measure).await;
    city.presses(OFFICER, Button::Answer { obligation, kind, seen: 0 }).await;
    (obligation, last(city, obligation).await.id)
}

async fn last(city: &City, obligation: ObligationId) -> Given {
    city.read(|conn| Box::pin(answers::last(conn, obligation))).await.unwrap()
}

fn edit(message_id: i64, words: &str) -> What {
    What::Edited { message_id, words: Some(words.into()), file: None }
}

#[tokio::test]
async fn a_day_is_promised_from_the_calendar_of_the_same_message() {
    let city = City::new().await;
    let (obligation, answer) = answered(&city, 2, AnswerKind::InProgress).await;
    let month = city.presses(OFFICER, Button::Follow(Follow::Kept { answer })).await;
    let month = month.button(|button| matches!(button, Button::Follow(Follow::Month { .. })));
    let calendar = city.presses(OFFICER, month).await;
    assert!(calendar.edits() && calendar.text().contains("27.11.2026"), "{calendar:?}");
    let days: Vec<_> = calendar
        .buttons()
        .into_iter()
        .filter_map(|button| match button {
            Button::Follow(Follow::Promise { day, .. }) => Some(day.to_string()),
            _ => None,
        })
        .collect();
    assert_eq!(
        (days.first().map(String::as_str), days.len()),
        (Some("2026-11-23"), 6),
        "working days, and none of the past"
    );

    let day = "2026-11-26".parse().unwrap();
    let said = city.presses(OFFICER, Button::Follow(Follow::Promise { answer, day })).await;
    assert_eq!(said.toast(), Some("Kun saqlandi"));
    assert!(said.edits() && said.text().contains("Vaʼda qilingan kun: <b>26.11.2026"), "{said:?}");
    assert_eq!(city.view(obligation).await.promised, Some(day));
    let again = city.presses(OFFICER, Button::Follow(Follow::Promise { answer, day })).await;
    assert_eq!(again.toast(), Some("Bu kun avval saqlangan"));
}

#[tokio::test]
async fn a_promise_after_the_due_day_leaves_it_where_it_is_and_one_in_the_past_is_refused() {
    let city = City::new().await;
    let (obligation, answer) = answered(&city, 2, AnswerKind::InProgress).await;
    let late = "2026-12-10".parse().unwrap();
    let said = city.presses(OFFICER, Button::Follow(Follow::Promise { answer, day: late })).await;
    assert!(said.text().contains("Muddat oʻzgarmaydi: <b>27.11.2026"), "{said:?}");
    let view = city.view(obligation).await;
    assert_eq!((view.promised, view.due), (Some(late), "2026-11-27".parse().unwrap()));

    let past = "2026-11-22".parse().unwrap();
    let said = city.presses(OFFICER, Button::Follow(Follow::Promise { answer, day: past })).await;
    assert!(matches!(said.0[0], Reply::Toast { alert: true, .. }), "{said:?}");
    assert!(said.edits() && said.toast().unwrap().contains("oʻtib ketgan"), "{said:?}");
    assert_eq!(city.view(obligation).await.promised, Some(late));
    let earlier = city.read(|conn| Box::pin(dossier::earlier(conn, obligation, 9))).await;
    assert_eq!(earlier.len(), 0, "one promise is no change");

    city.presses(OFFICER, Button::Follow(Follow::Promise { answer, day: "2026-12-01".parse().unwrap() }))
        .await;
    let earlier = city.read(|conn| Box::pin(dossier::earlier(conn, obligation, 9))).await;
    assert_eq!(earlier.iter().map(|one| one.promised).collect::<Vec<_>>(), [Some(late)]);
}

#[tokio::test]
async fn nothing_is_promised_for_a_day_off() {
    let city = City::new().await;
    let (obligation, answer) = answered(&city, 2, AnswerKind::InProgress).await;
    let day = "2026-11-28".parse().unwrap();
    let pressed = city.presses(OFFICER, Button::Follow(Follow::Promise { answer, day })).await;
    assert!(pressed.toast().unwrap().contains("dam olish kuni") && pressed.edits(), "{pressed:?}");
    let typed = city.says(OFFICER, "28.11.2026").await.text();
    assert!(typed.contains("dam olish kuni"), "{typed}");
    assert_eq!(city.view(obligation).await.promised, None);
}

#[tokio::test]
async fn a_ready_reason_is_kept_once() {
    let city = City::new().await;
    let (obligation, answer) = answered(&city, 3, AnswerKind::Blocked).await;
    let button = Button::Follow(Follow::Because { answer, cause: Cause::NoMoney });
    for _ in 0..2 {
        let said = city.presses(OFFICER, button.clone()).await;
        assert!(said.edits() && said.text().contains("Mablagʻ ajratilmagan."), "{said:?}");
    }
    assert_eq!(last(&city, obligation).await.text.as_deref(), Some("Mablagʻ ajratilmagan."));
    city.says(OFFICER, "Hokimlikka xat yozildi").await;
    let text = last(&city, obligation).await.text;
    assert_eq!(text.as_deref(), Some("Mablagʻ ajratilmagan.\nHokimlikka xat yozildi"));
    let other = Button::Follow(Follow::Because { answer, cause: Cause::NoRequests });
    let said = city.presses(OFFICER, other).await;
    assert!(
        matches!(said.0[..], [Reply::Toast { alert: true, .. }]),
        "it belongs to another answer: {said:?}"
    );
}

#[tokio::test]
async fn nothing_to_report_asks_why_and_says_that_it_must_be_accepted() {
    let city = City::new().await;
    let obligation = city.obligation(3).await;
    let said = city
        .presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::NothingToReport, seen: 0 })
        .await;
    let text = said.text();
    assert!(text.contains("qabul qilgandan keyin") && text.contains("Nega bu davrda ish boʻlmadi"), "{text}");
    let causes =
        said.buttons().into_iter().filter(|button| matches!(button, Button::Follow(Follow::Because { .. })));
    assert_eq!(causes.count(), 3);
    assert_eq!(city.view(obligation).await.state, State::Reported);
}

#[tokio::test]
async fn after_a_double_tap_the_invitation_to_add_stays() {
    let city = City::new().await;
    let obligation = city.obligation(1).await;
    let done = Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 };
    city.presses(OFFICER, done.clone()).await;
    let again = city.presses(OFFICER, done).await;
    assert!(again.edits() && again.text().contains("Izoh yoki dalil qoʻshasizmi"), "{again:?}");
    assert!(city.does(OFFICER, file(10)).await.text().contains("Buyruq № 214.pdf"));
    assert_eq!(last(&city, obligation).await.files, 1);
}

#[tokio::test]
async fn an_edited_message_makes_a_new_version_and_the_earlier_one_stays() {
    let city = City::new().await;
    let (obligation, _) = answered(&city, 1, AnswerKind::Done).await;
    city.does(OFFICER, What::Text { message_id: 70, text: "Yigʻilish <b 🙂".into() }).await;
    city.does(OFFICER, What::Text { message_id: 71, text: "Bayon: lex.uz/1".into() }).await;
    city.clock.advance(chrono::TimeDelta::hours(1));
    let said = city.does(OFFICER, edit(70, "Yigʻilish oʻtkazildi")).await;
    assert!(said.text().contains("2-nusxasi"), "the second message was no change: {said:?}");
    let now = last(&city, obligation).await;
    assert_eq!(now.text.as_deref(), Some("Yigʻilish oʻtkazildi\nBayon: lex.uz/1"));
    assert_eq!((now.links, now.changes), (vec!["https://lex.uz/1".to_owned()], 1));
    let earlier = city.read(|conn| Box::pin(dossier::earlier(conn, obligation, 9))).await;
    let texts: Vec<_> = earlier.iter().map(|one| one.text.as_deref().unwrap()).collect();
    assert_eq!(texts, ["Yigʻilish <b 🙂\nBayon: lex.uz/1"]);
    // The same words again, and a message that is no part of an answer: nothing to say.
    assert!(city.does(OFFICER, edit(70, " Yigʻilish oʻtkazildi ")).await.0.is_empty());
    // The link goes with its words.
    city.does(OFFICER, edit(71, "Bayon ilovada")).await;
    assert_eq!(last(&city, obligation).await.links, Vec::<String>::new());
}

#[tokio::test]
async fn an_edited_caption_and_a_replaced_file_belong_to_the_answer() {
    let city = City::new().await;
    let (obligation, _) = answered(&city, 1, AnswerKind::Done).await;
    let What::File { file: brought, .. } = file(10) else { panic!("a file") };
    let with =
        |caption: &str| What::File { message_id: 80, file: brought.clone(), caption: Some(caption.into()) };
    city.does(OFFICER, with("1-ilova")).await;
    let mut other = brought.clone();
    (other.file_id, other.unique_id) = ("F2".into(), "U2".into());
    let changed = What::Edited { message_id: 80, words: Some("2-ilova".into()), file: Some(other) };
    assert!(city.does(OFFICER, changed).await.text().contains("2-nusxasi"));
    let now = last(&city, obligation).await;
    assert_eq!((now.text.as_deref(), now.files), (Some("2-ilova"), 2));
    // The caption is taken away; the file that Telegram names anew is the same.
    let mut renamed = brought.clone();
    renamed.file_id = "F1-again".into();
    city.does(OFFICER, What::Edited { message_id: 80, words: None, file: Some(renamed) }).await;
    let now = last(&city, obligation).await;
    assert_eq!((now.text, now.files), (None, 2));
}

#[tokio::test]
async fn an_edit_after_the_decision_is_refused_kindly() {
    for accepts in [true, false] {
        let city = City::new().await;
        let (obligation, _) = answered(&city, 1, AnswerKind::Done).await;
        city.does(OFFICER, What::Text { message_id: 70, text: "Birinchi matn".into() }).await;
        city.clock.advance(chrono::TimeDelta::minutes(5));
        let version = city.view(obligation).await.state_version;
        let reason = domain::buttons::ReadyReason::Incomplete;
        city.presses(
            DEPUTY,
            if accepts {
                Button::Accept { obligation, version }
            } else {
                Button::SendBackFor { obligation, version, reason }
            },
        )
        .await;
        let said = city.does(OFFICER, edit(70, "Boshqa matn")).await;
        let words = if accepts { "nazoratdan yechilgan" } else { "yangi javob bering" };
        assert!(said.text().contains(words), "{said:?}");
        assert_eq!(last(&city, obligation).await.text.as_deref(), Some("Birinchi matn"));
    }
}

#[tokio::test]
async fn nobody_changes_the_answer_of_somebody_else() {
    let city = City::new().await;
    let (obligation, answer) = answered(&city, 2, AnswerKind::InProgress).await;
    city.does(OFFICER, What::Text { message_id: 70, text: "Meniki".into() }).await;
    let day = "2026-11-30".parse().unwrap();
    for account in [COLLEAGUE, STRANGER, DEPUTY] {
        for button in [
            Follow::Promise { answer, day },
            Follow::Month { answer, month: day },
            Follow::Kept { answer },
            Follow::Attach { obligation },
            Follow::Record { obligation },
        ] {
            let said = city.presses(account, Button::Follow(button)).await;
            assert!(matches!(said.0[0], Reply::Toast { alert: true, .. }), "{button:?}: {said:?}");
        }
        city.does(account, edit(70, "Oʻzgartirdim")).await;
    }
    let now = last(&city, obligation).await;
    assert_eq!((now.text.as_deref(), now.promised), (Some("Meniki"), None));
}

#[tokio::test]
async fn a_former_officer_is_told_so_and_nothing_is_kept() {
    let city = City::new().await;
    let (obligation, answer) = answered(&city, 1, AnswerKind::Done).await;
    city.does(OFFICER, What::Text { message_id: 70, text: "Meniki".into() }).await;
    let (person, organisation) = (city.people[&OFFICER], city.organisation("soliq").await);
    city.write(move |conn, now| {
        Box::pin(async move {
            let grant = domain::people::Grant { role: Role::Officer, organisation };
            let right = domain::people::MayAdminister::at_the_machine();
            people::end_grant(conn, &right, person, grant, now).await
        })
    })
    .await;
    for what in [file(10), What::Text { message_id: 71, text: "yana".into() }, edit(70, "boshqa")] {
        let said = city.does(OFFICER, what).await;
        assert!(!said.text().contains("biriktirildi"), "{said:?}");
    }
    let said = city.presses(OFFICER, Button::Follow(Follow::Kept { answer })).await;
    assert!(matches!(said.0[0], Reply::Toast { alert: true, .. }), "{said:?}");
    let now = last(&city, obligation).await;
    assert_eq!((now.text.as_deref(), now.files), (Some("Meniki"), 0));
}

#[tokio::test]
async fn after_an_answer_in_the_panel_the_chat_adds_to_that_one() {
    let city = City::new().await;
    let (obligation, first) = answered(&city, 1, AnswerKind::InProgress).await;
    city.clock.move_to(moment("2026-11-23T05:00:00Z"));
    let organisation = city.organisation("soliq").await;
    let (person, catalogue) = (city.people[&OFFICER], city.ctx.store.catalogue().await.unwrap());
    let today = domain::clock::Clock::today(&*city.clock);
    city.write(move |conn, now| {
        Box::pin(async move {
            let who = people::who(conn, person, today).await?.unwrap();
            let right = who.may_answer(organisation, &catalogue.tree)?;
            let done = domain::answers::Answer::new(AnswerKind::Done);
            store::obligations::answer(conn, &right, obligation, &done, now).await.map(drop)
        })
    })
    .await;
    let said = city.does(OFFICER, file(10)).await;
    assert!(said.text().contains("Javob: «Bajarildi». Hisobotni nazoratchi"), "{said:?}");
    let now = last(&city, obligation).await;
    assert!(now.id > first);
    assert_eq!(now.files, 1);
}
