//! Obligations at work: lists, decisions, answers, files; and every page of work in every language.

use axum::http::{StatusCode, header};
use domain::clock::Clock;
use domain::ids::{AnswerId, ObligationId, PersonId};
use domain::language::Language;
use store::evidence::{self, Brought, Kind, Origin};
use store::obligation_lists::{self, Filter, Wanted};
use store::obligations::{self, ObligationView};
use store::{Conn, StoreError, dossier, people, rating_boards};

use crate::browser::{Answer, Browser};
use crate::city::City;
use crate::desk::waiting_measure;

pub(crate) const LOCAL: &str = "http://127.0.0.1:8080";
/// What somebody types who means harm.
pub(crate) const HARM: &str = "<script>alert(1)</script>\"'<img src=x onerror=alert(2)>";

/// `text` as a value in a form.
pub(crate) fn typed(text: &str) -> String {
    text.bytes().fold(String::new(), |encoded, byte| encoded + &format!("%{byte:02X}"))
}

pub(crate) async fn read<T: Send + 'static>(
    city: &City,
    work: impl for<'c> FnOnce(&'c mut Conn) -> futures_util::future::BoxFuture<'c, Result<T, StoreError>>,
) -> T {
    city.store.read(work).await.unwrap()
}

pub(crate) async fn list(city: &City, organisation: Option<&str>, wanted: Wanted) -> Vec<ObligationView> {
    let organisation = match organisation {
        Some(key) => Some(city.organisation(key).await),
        None => None,
    };
    let filter =
        Filter { scope: domain::people::Scope::All, organisation, from: None, until: None, found: None };
    let today = city.clock.today();
    read(city, move |conn| {
        Box::pin(async move { obligation_lists::list(conn, &filter, wanted, today, 500, 0).await })
    })
    .await
}

async fn view(city: &City, id: ObligationId) -> ObligationView {
    read(city, move |conn| Box::pin(obligations::view(conn, id))).await.unwrap()
}

/// A report that the officer of the cadastre has just made, with a file on the disk and one that never came.
pub(crate) async fn reported(city: &City) -> ObligationView {
    let open = list(city, Some("kadastr"), Wanted::Overdue).await.swap_remove(0);
    let mut officer = Browser::of(city, city.officer).await;
    let page = officer.get(&format!("/obligations/{}", open.id)).await;
    let form = [("token", page.form_token()), ("answer", "done".to_owned()), ("text", HARM.to_owned())];
    let form = form.each_ref().map(|(name, words)| (*name, words.as_str()));
    let sent = officer.send(&format!("/obligations/{}/answer", open.id), &form, &[]).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    assert_eq!(sent.location(), format!("/obligations/{}?said=answered", open.id));
    view(city, open.id).await
}

pub(crate) async fn decide(
    browser: &mut Browser,
    id: ObligationId,
    seen: i64,
    decision: &str,
    reason: &str,
) -> Answer {
    let token = browser.get("/people").await.form_token();
    let form = format!("token={token}&seen={seen}&decision={decision}&reason={}", typed(reason));
    browser.post(&format!("/obligations/{id}/decision"), &form).await
}

pub(crate) fn assert_harmless(page: &str) {
    for harm in ["<script>alert", "<img src=x"] {
        assert!(!page.contains(harm), "{page}");
    }
}

#[tokio::test]
async fn every_page_of_work_is_whole_in_every_language() {
    let city = City::at(LOCAL).await;
    let report = reported(&city).await;
    let case = read(&city, |conn| {
        Box::pin(async move {
            rating_boards::cases(conn, &domain::people::Scope::All, rating_boards::CasesWanted::Open, 1, 0)
                .await
        })
    })
    .await
    .swap_remove(0);
    let measure = waiting_measure(&city).await;
    let paths = [
        "/obligations".to_owned(),
        "/obligations?period=all&standing=review".to_owned(),
        "/obligations?period=all&standing=done&page=2".to_owned(),
        "/obligations?period=all&q=yoq-bunday".to_owned(),
        format!("/obligations/{}", report.id),
        "/ratings".to_owned(),
        "/ratings?days=365".to_owned(),
        format!("/cases/{}", case.id),
        "/people".to_owned(),
        "/people?only=unreached".to_owned(),
        "/people/invite".to_owned(),
        "/plan".to_owned(),
        "/plan?state=to_confirm".to_owned(),
        format!("/plan/{}", measure.id),
        "/calendar".to_owned(),
        "/calendar?year=2027&moved=3".to_owned(),
        "/delivery".to_owned(),
        "/delivery?shelf=sent&page=2".to_owned(),
        "/delivery?cause=blocked&said=retried&n=2".to_owned(),
    ];
    for person in [city.controller, city.administrator, city.officer] {
        let mut browser = Browser::of(&city, person).await;
        for language in Language::ALL {
            browser.cookies.insert("lang".into(), language.tag().into());
            for path in &paths {
                let page = browser.get(path).await;
                let closed = path == "/people/invite" && person != city.administrator
                    || path.starts_with("/cases") && person == city.officer
                    || (path.starts_with("/calendar") || path.starts_with("/delivery"))
                        && person != city.administrator;
                if closed && page.status != StatusCode::OK {
                    continue;
                }
                assert_eq!(page.status, StatusCode::OK, "{path} in {language:?}: {}", page.body);
                assert_harmless(&page.body);
                for fault in [" style=\"", " onclick=", "<script>", "{{", "{$", "NaN"] {
                    assert!(!page.body.contains(fault), "{path} in {language:?}: {fault}");
                }
                assert_eq!(page.body.matches("<h1").count(), 1, "{path} in {language:?}");
                assert!(page.body.trim_end().ends_with("</html>"), "{path} in {language:?}");
            }
        }
    }
}

#[tokio::test]
async fn the_list_shows_exactly_the_rows_that_its_numbers_count() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let today = city.clock.today();
    for wanted in Wanted::STANDINGS {
        let kept = list(&city, Some("suv"), wanted).await;
        let suv = city.organisation("suv").await;
        let standing =
            if wanted == Wanted::All { String::new() } else { format!("&standing={}", wanted.code()) };
        let mut shown = 0;
        for page in 1..10 {
            let path = format!("/obligations?period=all&organisation={suv}{standing}&page={page}");
            let body = browser.get(&path).await.body;
            shown += body.matches("class=\"rl\"").count();
            // Beyond the end stands the last page again.
            if !body.contains("rel=\"next\"") {
                break;
            }
        }
        assert_eq!(shown, kept.len(), "{wanted:?}");
        for one in kept {
            let code = if one.standing(today).code() == "due_today" {
                "due_soon"
            } else {
                one.standing(today).code()
            };
            assert!(wanted == Wanted::All || code == wanted.code(), "{wanted:?} has {code}");
        }
    }
    let search = |words: &str| format!("/obligations?period=all&q={}", typed(words));
    let found = browser.get(&search("РЕЕСТР ЙЎҚ")).await.body;
    assert!(found.contains("Bu shartlarga mos topshiriq"), "{found}");
    let found = browser.get(&search("o'qitish")).await.body;
    assert!(
        found.contains("Masʼul xodimlarni oʻqitish") && !found.contains("Xizmatlar roʻyxatini"),
        "{found}"
    );
    let found = browser.get(&search("сув таъминоти")).await.body;
    assert!(found.contains("Suv taʼminoti korxonasi") && !found.contains("Kadastr agentligi"), "{found}");
}

#[tokio::test]
async fn a_report_is_accepted_once_and_the_second_press_is_told_the_truth() {
    let city = City::at(LOCAL).await;
    let report = reported(&city).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let page = controller.get(&format!("/obligations/{}", report.id)).await.body;
    assert!(page.contains("D. Yoʻldosheva topshiriqni bajarilgan deb belgiladi"), "{page}");
    assert!(page.contains("&#60;script&#62;alert(1)"), "{page}");
    assert_harmless(&page);

    let done = decide(&mut controller, report.id, report.state_version, "accept", "").await;
    assert!(done.location().starts_with(&format!("/obligations/{}?decided=", report.id)), "{done:?}");
    let page = controller.get(done.location()).await.body;
    assert!(page.contains("Qabul qilindi: 1 ta hisobot") && page.contains("/undo\""), "{page}");
    let again = decide(&mut controller, report.id, report.state_version, "accept", "").await;
    assert_eq!(again.status, StatusCode::CONFLICT);
    assert!(again.body.contains("Sahifa ochilgandan keyin holat oʻzgargan"), "{}", again.body);
    assert_eq!(view(&city, report.id).await.state_version, report.state_version + 1);
}

#[tokio::test]
async fn a_report_goes_back_only_with_a_reason_that_everybody_can_read() {
    let city = City::at(LOCAL).await;
    let report = reported(&city).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let missing = decide(&mut controller, report.id, report.state_version, "return", "  ").await;
    assert_eq!(missing.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(missing.body.contains("id=\"reason-error\""), "{}", missing.body);
    let long = decide(&mut controller, report.id, report.state_version, "return", &"ў".repeat(1001)).await;
    assert_eq!(long.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(long.body.contains(&"ў".repeat(1001)), "what was typed stays");
    assert_eq!(view(&city, report.id).await, report);

    let reason = format!("Buyruq imzolanmagan {HARM}");
    let done = decide(&mut controller, report.id, report.state_version, "return", &reason).await;
    assert!(done.location().starts_with(&format!("/obligations/{}?decided=", report.id)), "{done:?}");
    let page = Browser::of(&city, city.officer).await.get(&format!("/obligations/{}", report.id)).await.body;
    assert!(page.contains("Buyruq imzolanmagan") && page.contains("name=\"answer\""), "{page}");
    assert_harmless(&page);
}

#[tokio::test]
async fn who_looked_at_an_older_report_decides_nothing() {
    let city = City::at(LOCAL).await;
    let first = reported(&city).await;
    let mut controller = Browser::of(&city, city.controller).await;
    decide(&mut controller, first.id, first.state_version, "return", "Qayta").await;
    let mut officer = Browser::of(&city, city.officer).await;
    let token = officer.get("/people").await.form_token();
    let form = [("token", token.as_str()), ("answer", "nothing")];
    officer.send(&format!("/obligations/{}/answer", first.id), &form, &[]).await;
    let second = view(&city, first.id).await;
    assert!(second.state_version > first.state_version);

    let stale = decide(&mut controller, first.id, first.state_version, "accept", "").await;
    assert_eq!(stale.status, StatusCode::CONFLICT);
    assert!(
        stale.body.contains(&format!("name=\"seen\" value=\"{}\"", second.state_version)),
        "{}",
        stale.body
    );
    assert_eq!(view(&city, first.id).await, second);
}

#[tokio::test]
async fn only_who_may_decides_or_answers_and_only_from_pages_of_the_panel() {
    let city = City::at(LOCAL).await;
    let report = reported(&city).await;
    for (person, status) in [
        (city.officer, StatusCode::FORBIDDEN),
        (city.administrator, StatusCode::FORBIDDEN),
        (stranger(&city).await, StatusCode::NOT_FOUND),
    ] {
        let mut browser = Browser::of(&city, person).await;
        let answer = decide(&mut browser, report.id, report.state_version, "accept", "").await;
        assert_eq!(answer.status, status);
    }
    let mut other = Browser::of(&city, stranger(&city).await).await;
    assert_eq!(other.get(&format!("/obligations/{}", report.id)).await.status, StatusCode::NOT_FOUND);
    let listed = other.get(&format!("/obligations?period=all&organisation={}", report.organisation)).await;
    assert_eq!(listed.body.matches("class=\"rl\"").count(), 0, "{}", listed.body);

    let mut controller = Browser::of(&city, city.controller).await;
    let path = format!("/obligations/{}/decision", report.id);
    for token in ["", "token=0&", "token=&"] {
        let form = format!("{token}seen={}&decision=accept", report.state_version);
        assert_eq!(controller.post(&path, &form).await.status, StatusCode::FORBIDDEN, "{token}");
    }
    let token = controller.get("/people").await.form_token();
    let form = [("token", token.as_str()), ("answer", "done")];
    let answered = controller.send(&format!("/obligations/{}/answer", report.id), &form, &[]).await;
    assert_eq!(answered.status, StatusCode::FORBIDDEN);
    assert_eq!(view(&city, report.id).await, report);
}

/// The officer of the waterworks, who has nothing to do with the cadastre.
async fn stranger(city: &City) -> PersonId {
    let today = city.clock.today();
    let found = read(city, move |conn| Box::pin(people::who_by_telegram(conn, 101, today))).await;
    found.unwrap().person
}

#[tokio::test]
async fn an_answer_that_cannot_be_kept_stays_in_the_form() {
    let city = City::at(LOCAL).await;
    let open = list(&city, Some("kadastr"), Wanted::Overdue).await.swap_remove(0);
    let mut officer = Browser::of(&city, city.officer).await;
    let token = officer.get("/people").await.form_token();
    let path = format!("/obligations/{}/answer", open.id);
    let form = |day| {
        [("token", token.as_str()), ("answer", "in_progress"), ("text", "Ish ketmoqda"), ("promised", day)]
    };
    let refused = officer.send(&path, &form("2020-01-01"), &[]).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(
        refused.body.contains("Ish ketmoqda") && refused.body.contains("id=\"answer-error\""),
        "{}",
        refused.body
    );
    assert_eq!(officer.send(&path, &form("2026-12-01"), &[]).await.status, StatusCode::SEE_OTHER);
    let kept = view(&city, open.id).await;
    assert_eq!(kept.promised, Some("2026-12-01".parse().unwrap()));
    assert!(officer.get(&format!("/obligations/{}", open.id)).await.body.contains("1.12.2026"));
}

#[tokio::test]
async fn a_file_is_given_to_who_may_see_the_organisation_and_never_run() {
    let city = City::at(LOCAL).await;
    let report = reported(&city).await;
    let answer =
        read(&city, move |conn| Box::pin(dossier::answers(conn, report.id, 1))).await.swap_remove(0).id;
    let page = b"<html><script>alert(1)</script>".to_vec();
    let picture = [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1a, b'\n', 0].to_vec();
    let mut files = Vec::new();
    for (name, bytes, sha) in [("x.png\"\r\n.html", page, "a"), ("rasm.png", picture, "b")] {
        let sha = sha.repeat(64);
        std::fs::write(city.folder().join(&sha), &bytes).unwrap();
        files.push(keep(&city, report.id, answer, name, Some(sha)).await);
    }
    std::fs::write(city.folder().join("secret"), "secret").unwrap();
    let outside = keep(&city, report.id, answer, "passwd", Some("../secret".to_owned())).await;
    let waiting = keep(&city, report.id, answer, "kutmoqda.pdf", None).await;

    let mut controller = Browser::of(&city, city.controller).await;
    let saved = controller.get(&format!("/evidence/{}", files[0])).await;
    assert_eq!(saved.headers[header::CONTENT_TYPE], "application/octet-stream");
    let disposition = saved.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
    assert_eq!(disposition, "attachment; filename*=UTF-8''x.png%22__.html");
    let shown = controller.get(&format!("/evidence/{}", files[1])).await;
    assert_eq!(shown.headers[header::CONTENT_TYPE], "image/png");
    assert_eq!(shown.headers["x-content-type-options"], "nosniff");
    assert!(shown.headers[header::CONTENT_DISPOSITION].to_str().unwrap().starts_with("inline;"));
    assert_eq!(
        controller.get(&format!("/evidence/{outside}")).await.status,
        StatusCode::INTERNAL_SERVER_ERROR
    );
    for path in
        [format!("/evidence/{waiting}"), "/evidence/999999".to_owned(), "/evidence/../city.db".to_owned()]
    {
        assert_eq!(controller.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    let mut other = Browser::of(&city, stranger(&city).await).await;
    assert_eq!(other.get(&format!("/evidence/{}", files[0])).await.status, StatusCode::NOT_FOUND);
    assert_eq!(Browser::new(&city).get("/evidence/1").await.status, StatusCode::SEE_OTHER);
}

pub(crate) async fn keep(
    city: &City,
    id: ObligationId,
    answer: AnswerId,
    name: &str,
    sha: Option<String>,
) -> i64 {
    let file = Brought {
        kind: Kind::File,
        name: name.to_owned(),
        mime: "image/png".to_owned(),
        bytes: 9,
        origin: Origin::Telegram { file: name.to_owned(), same: None, album: None },
    };
    let now = city.clock.now();
    let kept: Result<i64, StoreError> = city
        .store
        .write(move |conn| {
            Box::pin(async move {
                evidence::add(conn, (answer, id), None, &file, now).await?;
                let id = dossier::files(conn, id, 100).await?.last().map_or(0, |file| file.id.0);
                if let Some(sha) = sha {
                    evidence::mark_kept(conn, id, &sha, 9).await?;
                }
                Ok(id)
            })
        })
        .await;
    kept.unwrap()
}
