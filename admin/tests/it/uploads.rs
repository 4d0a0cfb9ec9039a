//! Files that come with an answer in the panel.

use axum::http::StatusCode;
use domain::evidence::{FILE_LIMIT, FILES_AT_ONCE, Need};
use domain::ids::ObligationId;
use domain::obligation::State;
use store::obligation_lists::Wanted;
use store::obligations::ObligationView;
use store::{dossier, obligations};

use crate::browser::{Answer, Browser};
use crate::city::City;
use crate::work::{LOCAL, list, read};

const PDF: (&str, &str, &[u8]) = ("hisobot.pdf", "application/pdf", b"%PDF-1.7 dalil");

async fn open(city: &City) -> ObligationView {
    list(city, Some("kadastr"), Wanted::Overdue).await.swap_remove(0)
}

async fn answer(city: &City, id: ObligationId, files: &[(&str, &str, &[u8])]) -> Answer {
    let mut officer = Browser::of(city, city.officer).await;
    let token = officer.get(&format!("/obligations/{id}")).await.form_token();
    let fields = [("token", token.as_str()), ("text", "Ilovalar bilan"), ("answer", "done")];
    officer.send(&format!("/obligations/{id}/answer"), &fields, files).await
}

async fn state(city: &City, id: ObligationId) -> State {
    read(city, move |conn| Box::pin(obligations::view(conn, id))).await.unwrap().state
}

#[tokio::test]
async fn files_come_with_the_answer_and_open_from_its_history() {
    let city = City::at(LOCAL).await;
    let id = open(&city).await.id;
    let photo = ("surat.png", "image/png", b"\x89PNG\r\n\x1a\n.".as_slice());
    let sent = answer(&city, id, &[PDF, photo, PDF]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let files = read(&city, move |conn| Box::pin(dossier::files(conn, id, 9))).await;
    let names: Vec<&str> = files.iter().map(|file| file.name.as_str()).collect();
    assert_eq!(names, ["hisobot.pdf", "surat.png"], "the same bytes stand once at an answer");
    let mut officer = Browser::of(&city, city.officer).await;
    assert!(officer.get(&format!("/obligations/{id}")).await.body.contains("hisobot.pdf"));
    assert_eq!(officer.get(&format!("/evidence/{}", files[0].id)).await.body, "%PDF-1.7 dalil");
    assert_eq!(state(&city, id).await, State::Reported);
}

#[tokio::test]
async fn a_file_that_is_not_taken_is_told_and_nothing_is_answered() {
    let city = City::at(LOCAL).await;
    let id = open(&city).await.id;
    let large = vec![b'a'; usize::try_from(FILE_LIMIT).unwrap() + 1];
    let many = [PDF; FILES_AT_ONCE + 1];
    for (files, told) in [
        (&[("dastur.exe", "application/pdf", b"x".as_slice())][..], "PDF, DOCX"),
        (&[("hisobot.pdf", "application/pdf", b"MZ\x90".as_slice())][..], "PDF, DOCX"),
        (&[("hisobot.pdf", "application/pdf", large.as_slice())][..], "Fayl juda katta"),
        (&many[..], "5 ta fayl"),
    ] {
        let refused = answer(&city, id, files).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{told}: {}", refused.body);
        assert!(refused.body.contains(told), "{told}: {}", refused.body);
        assert!(refused.body.contains("Ilovalar bilan"), "what was typed stays");
        assert_ne!(state(&city, id).await, State::Reported);
    }
}

#[tokio::test]
async fn without_the_token_of_the_page_no_file_reaches_the_disk() {
    let city = City::at(LOCAL).await;
    let id = open(&city).await.id;
    let mut officer = Browser::of(&city, city.officer).await;
    for fields in [&[("token", "wrong"), ("answer", "done")][..], &[("answer", "done")][..], &[][..]] {
        let refused = officer.send(&format!("/obligations/{id}/answer"), fields, &[PDF]).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN, "{}", refused.body);
    }
    let mut controller = Browser::of(&city, city.controller).await;
    let token = controller.get("/people").await.form_token();
    let fields = [("token", token.as_str()), ("answer", "done")];
    let refused = controller.send(&format!("/obligations/{id}/answer"), &fields, &[PDF]).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN, "control does not answer for an organisation");
    let files = std::fs::read_dir(city.folder()).unwrap().map(|file| file.unwrap().file_name());
    let kept = files.filter(|name| !name.to_string_lossy().starts_with("city.db")).count();
    assert_eq!(kept, 0);
}

#[tokio::test]
async fn a_file_is_the_proof_that_a_measure_asks_for() {
    let city = City::at(LOCAL).await;
    let one = open(&city).await;
    let mut administrator = Browser::of(&city, city.administrator).await;
    let token = administrator.get("/people").await.form_token();
    let form = format!("token={token}&evidence={}", Need::Required.code());
    let set = administrator.post(&format!("/plan/{}/evidence", one.measure), &form).await;
    assert_eq!(set.status, StatusCode::SEE_OTHER, "{}", set.body);
    let mut officer = Browser::of(&city, city.officer).await;
    let token = officer.get(&format!("/obligations/{}", one.id)).await.form_token();
    let fields = [("token", token.as_str()), ("answer", "done")];
    let path = format!("/obligations/{}/answer", one.id);
    assert_eq!(officer.send(&path, &fields, &[]).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(officer.send(&path, &fields, &[PDF]).await.status, StatusCode::SEE_OTHER);
    assert_eq!(state(&city, one.id).await, State::Reported);
}
