//! Files that people bring, and ways out of the folders in which files lie.

use axum::http::{StatusCode, header};
use domain::ids::ObligationId;
use store::dossier;
use store::obligation_lists::Wanted;

use super::assert_guarded;
use crate::browser::Browser;
use crate::city::City;
use crate::work::{LOCAL, keep, list, read};

/// An answer of the cadastre to which files can be added.
async fn answered(city: &City) -> (ObligationId, domain::ids::AnswerId) {
    let id = list(city, Some("kadastr"), Wanted::Overdue).await.swap_remove(0).id;
    let mut officer = Browser::of(city, city.officer).await;
    let token = officer.get("/people").await.form_token();
    let fields = [("token", token.as_str()), ("answer", "blocked"), ("text", "Kutilmoqda")];
    officer.send(&format!("/obligations/{id}/answer"), &fields, &[]).await;
    (id, read(city, move |conn| Box::pin(dossier::answers(conn, id, 1))).await.swap_remove(0).id)
}

#[tokio::test]
async fn whatever_a_file_calls_itself_only_pictures_are_shown_and_nothing_runs() {
    let city = City::at(LOCAL).await;
    let (id, answer) = answered(&city).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let png = b"\x89PNG\r\n\x1a\n<script>alert(1)</script>".as_slice();
    for (number, (name, bytes, kind, way)) in [
        (
            "surat.jpg",
            b"<html><script>alert(1)</script>".as_slice(),
            "application/octet-stream",
            "attachment",
        ),
        (
            "a.svg",
            b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
            "application/octet-stream",
            "attachment",
        ),
        ("a.pdf", b"%PDF-1.7 /OpenAction", "application/octet-stream", "attachment"),
        ("a.gif", b"GIF89a/*<script>", "application/octet-stream", "attachment"),
        (
            "a.xml",
            b"<?xml version='1.0'?><?xml-stylesheet href='x'?>",
            "application/octet-stream",
            "attachment",
        ),
        ("a.html", png, "image/png", "inline"),
        ("a.html\r\nContent-Type: text/html", b"x", "application/octet-stream", "attachment"),
        ("\"; filename=\"evil.html", b"x", "application/octet-stream", "attachment"),
        ("\u{202e}lmth.fdp", b"x", "application/octet-stream", "attachment"),
    ]
    .into_iter()
    .enumerate()
    {
        let sha = format!("{number:064x}");
        std::fs::write(city.folder().join(&sha), bytes).unwrap();
        let file = keep(&city, id, answer, name, Some(sha)).await;
        let given = controller.get(&format!("/evidence/{file}")).await;
        assert_eq!(given.status, StatusCode::OK, "{name}");
        assert_guarded(&format!("/evidence/{name:?}"), &given);
        assert_eq!(given.headers[header::CONTENT_TYPE], kind, "{name}");
        assert_eq!(given.headers.get_all(header::CONTENT_TYPE).iter().count(), 1, "{name}");
        let disposition = given.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
        assert!(disposition.starts_with(&format!("{way}; filename*=UTF-8''")), "{disposition}");
        assert!(disposition.bytes().all(|byte| (b' '..=b'~').contains(&byte)), "{disposition}");
        assert!(!disposition.contains('"') && disposition.matches(';').count() == 1, "{disposition}");
        let policy = given.headers[header::CONTENT_SECURITY_POLICY].to_str().unwrap();
        assert!(policy.contains("sandbox") && !policy.contains("allow-"), "{policy}");
    }
}

#[tokio::test]
async fn a_name_that_was_uploaded_stays_a_name() {
    let city = City::at(LOCAL).await;
    let id = list(&city, Some("kadastr"), Wanted::Overdue).await.swap_remove(0).id;
    let mut officer = Browser::of(&city, city.officer).await;
    let token = officer.get("/people").await.form_token();
    let fields = [("token", token.as_str()), ("answer", "done")];
    let name = "../../../tmp/<img src=x onerror=alert(1)>.pdf";
    let sent = officer
        .send(
            &format!("/obligations/{id}/answer"),
            &fields,
            &[(name, "application/pdf", b"%PDF-1.7 <script>")],
        )
        .await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    let kept = std::fs::read_dir(city.folder()).unwrap().map(|file| file.unwrap().file_name());
    let kept: Vec<_> = kept.filter(|name| !name.to_string_lossy().starts_with("city.db")).collect();
    assert!(kept.len() == 1 && kept[0].len() == 64, "it is named by its content: {kept:?}");
    let page = officer.get(&format!("/obligations/{id}")).await;
    assert_guarded("the page with the name", &page);
    let file = read(&city, move |conn| Box::pin(dossier::files(conn, id, 9))).await.swap_remove(0).id;
    let given = officer.get(&format!("/evidence/{file}")).await;
    assert_eq!(given.headers[header::CONTENT_TYPE], "application/octet-stream");
    let disposition = given.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert!(disposition.starts_with("attachment;") && !disposition.contains('/'), "{disposition}");
}

#[tokio::test]
async fn no_address_leads_out_of_the_folders() {
    let city = City::at(LOCAL).await;
    std::fs::write(city.folder().join("secret"), "secret").unwrap();
    let mut controller = Browser::of(&city, city.controller).await;
    let ways = [
        "..",
        "../secret",
        "%2e%2e/secret",
        "..%2fsecret",
        "%2e%2e%2fsecret",
        "..%5csecret",
        "%252e%252e%252fsecret",
        "secret",
        "%00",
        "1%00",
        "/etc/passwd",
        "%2fetc%2fpasswd",
        "-1",
        "99999999999999999999",
        "1.0",
        "0x1",
        "+1",
        "%ff",
        "....//secret",
        "..;/secret",
        "file:%2f%2f%2fetc%2fpasswd",
    ];
    for way in ways {
        for folder in
            ["/evidence/", "/static/0/", "/static/0/fonts/", "/static/", "/results/v1/", "/results/v1/badge/"]
        {
            let answer = controller.get(&format!("{folder}{way}")).await;
            assert!(
                matches!(answer.status, StatusCode::NOT_FOUND | StatusCode::BAD_REQUEST),
                "{folder}{way}: {}",
                answer.status
            );
            assert!(!answer.body.contains("root:"), "{folder}{way}");
        }
    }
}

#[cfg(unix)]
#[tokio::test]
async fn a_link_among_the_files_leads_nowhere() {
    let city = City::at(LOCAL).await;
    let (id, answer) = answered(&city).await;
    let sha = "b".repeat(64);
    std::os::unix::fs::symlink("/etc/passwd", city.folder().join(&sha)).unwrap();
    let file = keep(&city, id, answer, "havola.txt", Some(sha)).await;
    let given = Browser::of(&city, city.controller).await.get(&format!("/evidence/{file}")).await;
    assert_ne!(given.status, StatusCode::OK, "{}", given.body);
    assert!(!given.body.contains("root:"), "{}", given.body);
}
