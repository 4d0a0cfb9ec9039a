//! Where a measure asks for a proof, and what is taken as one.

use domain::answers::AnswerKind;
use domain::buttons::{Button, Follow};
use domain::evidence::Need;
use domain::ids::ObligationId;
use domain::obligation::State;
use domain::people::MayAdminister;
use store::answers::{self, Given};
use store::news::{self, NewsKind};

use super::city::{City, DEPUTY, OFFICER};
use super::officers::file;
use crate::incoming::{FileKind, IncomingFile, What};
use crate::reply::Reply;

/// The city in which the first measure asks for a proof.
async fn demanding() -> (City, ObligationId) {
    let city = City::new().await;
    let obligation = city.obligation(1).await;
    let measure = city.view(obligation).await.measure;
    city.write(move |conn, now| {
        Box::pin(async move {
            let right = MayAdminister::at_the_machine();
            store::plan::need_evidence(conn, &right, measure, Need::Required, now).await.map(drop)
        })
    })
    .await;
    (city, obligation)
}

async fn last(city: &City, obligation: ObligationId) -> Option<Given> {
    city.read(|conn| Box::pin(answers::last(conn, obligation))).await
}

fn done(obligation: ObligationId) -> Button {
    Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }
}

fn sent(name: &str, mime: &str, bytes: i64) -> What {
    let file = IncomingFile {
        kind: FileKind::Document,
        file_id: format!("F-{name}"),
        unique_id: format!("U-{name}"),
        name: Some(name.into()),
        mime: Some(mime.into()),
        bytes: Some(bytes),
        album: None,
    };
    What::File { message_id: 60, file, caption: None }
}

#[tokio::test]
async fn done_without_a_proof_asks_for_one_and_reports_nothing() {
    let (city, obligation) = demanding().await;
    assert!(city.presses(OFFICER, Button::Task { obligation }).await.text().contains("Dalil talab qilinadi"));
    for _ in 0..2 {
        let said = city.presses(OFFICER, done(obligation)).await;
        assert!(said.edits() && said.text().contains("Hisobot hali topshirilmadi"), "{said:?}");
        assert!(!said.buttons().iter().any(|button| matches!(button, Button::Finish { .. })), "{said:?}");
    }
    let said = city.says(OFFICER, "Qildim").await;
    assert!(said.text().contains("kamida 10 belgili izoh"), "{said:?}");
    for kind in ["voice", "sticker", "contact", "location"] {
        let said = city.does(OFFICER, What::Unsupported { kind }).await;
        assert!(said.text().contains("Hisobot hali topshirilmadi"), "{said:?}");
    }
    assert_eq!(city.view(obligation).await.state, State::Open);
    assert!(last(&city, obligation).await.is_none());
    assert!(city.read(|conn| Box::pin(news::take(conn, 9))).await.is_empty());
}

#[tokio::test]
async fn the_first_proof_makes_the_report() {
    for (what, files, text) in [
        (file(10), 1, None),
        (What::Text { message_id: 61, text: "Yigʻilish oʻtkazildi".into() }, 0, Some("Yigʻilish oʻtkazildi")),
        (What::Text { message_id: 61, text: "lex.uz/7".into() }, 0, Some("lex.uz/7")),
        (What::Text { message_id: 61, text: "NIS 123456".into() }, 0, None),
    ] {
        let (city, obligation) = demanding().await;
        city.presses(OFFICER, done(obligation)).await;
        let said = city.does(OFFICER, what.clone()).await;
        assert!(said.edits() && said.text().contains("Javob saqlandi: «Bajarildi»"), "{what:?}: {said:?}");
        assert_eq!(city.view(obligation).await.state, State::Reported, "{what:?}");
        let kept = last(&city, obligation).await.unwrap();
        assert_eq!((kept.files, kept.text.as_deref()), (files, text), "{what:?}");
        let told = city.read(|conn| Box::pin(news::take(conn, 9))).await;
        assert_eq!(told.iter().map(|line| line.kind).collect::<Vec<_>>(), [NewsKind::Reported]);
        // What comes next is added to it.
        city.says(OFFICER, "Yana bir gap").await;
        assert!(last(&city, obligation).await.unwrap().text.unwrap().ends_with("Yana bir gap"));
    }
}

#[tokio::test]
async fn the_other_answers_need_no_proof() {
    for kind in [AnswerKind::InProgress, AnswerKind::Blocked, AnswerKind::NothingToReport] {
        let (city, obligation) = demanding().await;
        city.presses(OFFICER, Button::Answer { obligation, kind, seen: 0 }).await;
        assert_eq!(last(&city, obligation).await.unwrap().kind, kind);
    }
}

#[tokio::test]
async fn the_number_of_a_record_is_asked_for_and_checked() {
    let (city, obligation) = demanding().await;
    let asked = city.presses(OFFICER, done(obligation)).await;
    let record = asked.button(|button| matches!(button, Button::Follow(Follow::Record { .. })));
    assert!(city.presses(OFFICER, record).await.text().contains("yozuv raqamini yozing"));
    let said = city.says(OFFICER, "<b>raqam").await;
    assert!(said.text().contains("4 tadan 20 tagacha"), "{said:?}");
    let said = city.says(OFFICER, "ab-1234").await;
    assert!(said.text().contains("NIS.UZ raqami biriktirildi:</b> AB-1234"), "{said:?}");
    let kept = last(&city, obligation).await.unwrap();
    assert_eq!((kept.records, kept.text), (vec!["AB-1234".to_owned()], None));
    let report = city.presses(DEPUTY, Button::Review { obligation }).await;
    assert!(report.text().contains("NIS.UZ raqami: AB-1234"), "{report:?}");
}

#[tokio::test]
async fn a_report_does_not_lose_its_last_proof_by_an_edit() {
    let (city, obligation) = demanding().await;
    city.presses(OFFICER, done(obligation)).await;
    city.does(OFFICER, What::Text { message_id: 61, text: "Yigʻilish oʻtkazildi".into() }).await;
    let said =
        city.does(OFFICER, What::Edited { message_id: 61, words: Some("ok".into()), file: None }).await;
    assert!(said.text().contains("dalil bilan topshiriladi"), "{said:?}");
    assert_eq!(last(&city, obligation).await.unwrap().text.as_deref(), Some("Yigʻilish oʻtkazildi"));
}

#[tokio::test]
async fn wrong_and_big_files_are_refused_with_what_is_taken() {
    let city = City::new().await;
    let obligation = city.obligation(1).await;
    city.presses(OFFICER, done(obligation)).await;
    for (what, words) in [
        (sent("setup.exe", "application/x-msdownload", 9), "Qabul qilinadi: rasm, PDF"),
        (sent("<b>x.sh", "text/plain", 9), "&lt;b&gt;x.sh"),
        (sent("video.mp4", "video/mp4", 9), "Qabul qilinadi"),
        (sent("katta.zip", "application/zip", 50 << 20), "Fayl juda katta: 50"),
    ] {
        let said = city.does(OFFICER, what).await;
        assert!(said.text().contains(words), "{words}: {said:?}");
        assert!(said.buttons().contains(&Button::Finish { obligation }), "it goes on waiting");
    }
    assert_eq!(last(&city, obligation).await.unwrap().files, 0);
    let long = format!("{}.pdf", "x".repeat(300));
    assert!(city.does(OFFICER, sent(&long, "application/pdf", 9)).await.text().contains("….pdf"));
    assert_eq!(last(&city, obligation).await.unwrap().files, 1);
}

#[tokio::test]
async fn of_an_album_one_message_tells_how_many_files_came() {
    let city = City::new().await;
    let obligation = city.obligation(1).await;
    city.presses(OFFICER, done(obligation)).await;
    let mut keys = Vec::new();
    for number in 1..=3 {
        let What::File { message_id, mut file, .. } = sent(&format!("{number}.pdf"), "application/pdf", 9)
        else {
            panic!("a file")
        };
        file.album = Some("album".into());
        let caption = (number == 1).then(|| "Uchta ilova".to_owned());
        let said = city.does(OFFICER, What::File { message_id, file, caption }).await;
        let [Reply::Gather { key, text, .. }] = &said.0[..] else { panic!("{said:?}") };
        keys.push(key.clone());
        if number > 1 {
            assert!(text.as_str().contains(&format!("{number} ta fayl")), "{text}");
        }
    }
    keys.dedup();
    assert_eq!(keys.len(), 1);
    let kept = last(&city, obligation).await.unwrap();
    assert_eq!((kept.files, kept.text.as_deref()), (3, Some("Uchta ilova")));
}

#[tokio::test]
async fn the_controller_gets_the_files_into_the_chat_sorted_and_in_albums() {
    let city = City::new().await;
    let obligation = city.obligation(1).await;
    city.presses(OFFICER, done(obligation)).await;
    for number in 0..11 {
        city.does(OFFICER, sent(&format!("{number}.pdf"), "application/pdf", 9)).await;
    }
    let photo = IncomingFile {
        kind: FileKind::Photo,
        file_id: "P".into(),
        unique_id: "UP".into(),
        name: None,
        mime: Some("image/jpeg".into()),
        bytes: None,
        album: None,
    };
    city.does(OFFICER, What::File { message_id: 62, file: photo, caption: None }).await;
    let report = city.presses(DEPUTY, Button::Review { obligation }).await;
    let files = report.button(|button| matches!(button, Button::Follow(Follow::Files { .. })));
    let said = city.presses(DEPUTY, files.clone()).await;
    let sizes: Vec<_> = said
        .0
        .iter()
        .map(|reply| match reply {
            Reply::Files { photos, files, .. } => (*photos, files.len()),
            other => panic!("{other:?}"),
        })
        .collect();
    assert_eq!(sizes, [(true, 1), (false, 10), (false, 1)]);
    let stranger = city.presses(super::city::STRANGER, files).await;
    assert!(matches!(stranger.0[..], [Reply::Toast { alert: true, .. }]), "{stranger:?}");
}
