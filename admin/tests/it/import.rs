//! Tables that administrators bring: looked at first, taken in whole or not at all.

use axum::http::{StatusCode, header};
use domain::people::Role;
use store::events;

use crate::browser::{Answer, Browser};
use crate::city::City;
use crate::work::{HARM, LOCAL, assert_harmless, read};

async fn administrator(city: &City) -> (Browser, String) {
    let mut browser = Browser::of(city, city.administrator).await;
    let token = browser.get("/import").await.form_token();
    (browser, token)
}

async fn bring(browser: &mut Browser, token: &str, kind: &str, content: &str) -> Answer {
    let fields = [("token", token), ("kind", kind)];
    browser.send("/import", &fields, &[("jadval.csv", "text/csv", content.as_bytes())]).await
}

/// The hash that the page of a look carries.
fn hash(page: &str) -> String {
    page.split("name=\"hash\" value=\"").nth(1).unwrap().split('"').next().unwrap().to_owned()
}

async fn names(city: &City) -> Vec<String> {
    let catalogue = city.store.catalogue().await.unwrap();
    catalogue.organisations.values().map(|one| one.key.clone()).collect()
}

#[tokio::test]
async fn what_was_looked_at_is_taken_in_and_nothing_before() {
    let city = City::at(LOCAL).await;
    let (mut browser, token) = administrator(&city).await;
    let harm = HARM.replace('"', "\"\"");
    let table =
        format!("key,name_uz_latn,name_ru,week\nekologiya,\"Ekologiya {harm}\",Экология,5\nsuv,Suv,,6\n");
    let look = bring(&mut browser, &token, "organisations", &table).await;
    assert_eq!(look.status, StatusCode::OK, "{}", look.body);
    assert_harmless(&look.body);
    for words in
        ["Yangi: 1, oʻzgargan: 1", "five → six", "ekologiya — Ekologiya", "Hali hech narsa yozilmadi"]
    {
        assert!(look.body.contains(words), "{words}: {}", look.body);
    }
    assert!(!names(&city).await.contains(&"ekologiya".to_owned()), "a look changes nothing");

    let form = format!("token={token}&kind=organisations&hash={}", hash(&look.body));
    let wrong = browser.post("/import/carry-out", &form.replace("hash=", "hash=0")).await;
    assert_eq!(wrong.status, StatusCode::CONFLICT);
    let done = browser.post("/import/carry-out", &form).await;
    assert_eq!(done.location(), "/import?kind=organisations&done=1.1.0.0.0.0");
    assert!(names(&city).await.contains(&"ekologiya".to_owned()));
    let page = browser.get(done.location()).await.body;
    assert!(page.contains("Yozildi.") && page.contains("Yangi: 1"), "{page}");
    let twice = browser.post("/import/carry-out", &form).await;
    assert_eq!(twice.status, StatusCode::CONFLICT, "it is kept no longer");
    let suv = city.organisation("suv").await;
    let told =
        read(&city, move |conn| Box::pin(async move { events::of(conn, "organisation", suv.0, 9).await }))
            .await;
    assert_eq!((told[0].action.as_str(), told[0].actor.as_deref()), ("imported", Some("Administrator")));
}

#[tokio::test]
async fn a_wrong_row_is_told_with_its_place_and_nothing_can_be_carried_out() {
    let city = City::at(LOCAL).await;
    let (mut browser, token) = administrator(&city).await;
    let table = "key,org_key,name_uz_latn\na-1,kadastr,Yaxshi\nYomon kalit,soliqq,\n";
    let look = bring(&mut browser, &token, "services", table).await;
    assert_eq!(look.status, StatusCode::UNPROCESSABLE_ENTITY);
    for words in ["3-qator", "“key” ustuni", "soliqq", "katak boʻsh", "kadastr"] {
        assert!(look.body.contains(words), "{words}: {}", look.body);
    }
    assert!(!look.body.contains("name=\"hash\""));
    for (content, words) in [
        ("nima,bu\n1,2\n", "sarlavha topilmadi"),
        ("PK\u{3}\u{4} kitob emas", "(XLSX) ochilmadi"),
        ("", "Fayl boʻsh"),
    ] {
        let answer = bring(&mut browser, &token, "people", content).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{words}");
        assert!(answer.body.contains(words), "{words}: {}", answer.body);
    }
    let large = "x".repeat(5 * 1024 * 1024 + 1);
    let answer = bring(&mut browser, &token, "people", &large).await;
    assert!(
        answer.status == StatusCode::UNPROCESSABLE_ENTITY && answer.body.contains("juda katta"),
        "{}",
        answer.status
    );
    assert_eq!(bring(&mut browser, &token, "secrets", "a,b\n").await.status, StatusCode::BAD_REQUEST);
    assert_eq!(bring(&mut browser, "0", "people", "a,b\n").await.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn a_plan_shows_the_rules_that_were_read_and_makes_obligations() {
    let city = City::at(LOCAL).await;
    let (mut browser, token) = administrator(&city).await;
    let table = "№,Chora-tadbir,Muddat,Masʼul\n1,Hisobot berish,har oyning 5-sanasiga qadar,kadastr\n2,Tartib yaratish,tez orada,suv\n";
    let plan = [("token", token.as_str()), ("kind", "plan"), ("number", "77"), ("adopted", "2026-11-20")];
    let files: [(&str, &str, &[u8]); 1] = [("reja.csv", "text/csv", table.as_bytes())];
    let nameless = browser.send("/import", &plan[..2], &files).await;
    assert!(nameless.status == StatusCode::UNPROCESSABLE_ENTITY && nameless.body.contains("Qaror raqamini"));
    let look = browser.send("/import", &plan, &files).await;
    for words in ["har oyning 5-sanasiga qadar", "Aniq", "Tasdiqlash kerak", "masʼul — 1 ta"] {
        assert!(look.body.contains(words), "{words}: {}", look.body);
    }
    let form = format!("token={token}&kind=plan&hash={}", hash(&look.body));
    let done = browser.post("/import/carry-out", &form).await;
    let made = done.location().rsplit('.').next().unwrap().parse::<u32>().unwrap();
    assert!(made > 0, "{}", done.location());
}

#[tokio::test]
async fn nobody_raises_himself_or_locks_himself_out_by_a_table() {
    let city = City::at(LOCAL).await;
    let (mut browser, token) = administrator(&city).await;
    let own = "name,organisation,role\nAdministrator,city,controller\n";
    let raised = bring(&mut browser, &token, "people", own).await;
    assert_eq!(raised.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(raised.body.contains("Hech kim oʻziga"), "{}", raised.body);
    let empty = bring(&mut browser, &token, "organisations", "").await;
    assert!(empty.body.contains("Fayl boʻsh"), "{}", empty.body);
    let second = "key,name_uz_latn,parent\nboshqa,Boshqa shahar,\n";
    let locked = bring(&mut browser, &token, "organisations", second).await;
    assert_eq!(locked.status, StatusCode::UNPROCESSABLE_ENTITY, "a second top");
    assert!(!names(&city).await.contains(&"boshqa".to_owned()));
}

#[tokio::test]
async fn tables_and_settings_are_for_administrators_of_the_whole_city() {
    let city = City::at(LOCAL).await;
    let kadastr = city.organisation("kadastr").await;
    let observer = city.enter("Kuzatuvchi", Role::Observer, kadastr, 970).await;
    let part = city.enter("Boʻlim administratori", Role::Administrator, kadastr, 971).await;
    for person in [city.controller, city.officer, observer, part] {
        let mut browser = Browser::of(&city, person).await;
        let token = browser.get("/people").await.form_token();
        for path in ["/import", "/import/sample/plan", "/settings", "/backup"] {
            assert_eq!(browser.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
        }
        assert_eq!(bring(&mut browser, &token, "people", "a,b\n").await.status, StatusCode::FORBIDDEN);
        for path in ["/import/carry-out", "/backup/download"] {
            let refused = browser.post(path, &format!("token={token}&hash=0&kind=plan")).await;
            assert_eq!(refused.status, StatusCode::FORBIDDEN, "{path}");
        }
    }
    let (mut browser, token) = administrator(&city).await;
    for kind in ["organisations", "services", "people", "plan", "calendar"] {
        let sample = browser.get(&format!("/import/sample/{kind}")).await;
        assert!(sample.headers[header::CONTENT_DISPOSITION].to_str().unwrap().contains(kind));
        assert!(sample.body.starts_with('\u{FEFF}'), "offices read it as UTF-8");
    }
    let calendar = browser.get("/import/sample/calendar").await.body;
    assert_eq!(
        bring(&mut browser, &token, "calendar", &calendar).await.status,
        StatusCode::OK,
        "a sample can be taken in"
    );
    assert_eq!(browser.get("/import/sample/secrets").await.status, StatusCode::NOT_FOUND);
    let settings = browser.get("/settings").await.body;
    for words in ["NAZORAT_BOT_TOKEN", "***", "/control#h-settings", "/cases/policy", "6 ta tashkilot"] {
        assert!(settings.contains(words), "{words}: {settings}");
    }
}

#[tokio::test]
async fn a_backup_is_a_whole_database_and_leaves_an_event() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.administrator).await;
    let page = browser.get("/backup").await;
    assert!(page.body.contains("Hali hech kim"), "{}", page.body);
    let file = browser.post("/backup/download", &format!("token={}", page.form_token())).await;
    assert_eq!(file.status, StatusCode::OK);
    assert!(file.body.starts_with("SQLite format 3"));
    let told = browser.get("/backup").await.body;
    assert!(told.contains("<dd>Administrator</dd>"), "{told}");
    // With the evidence it is one archive.
    let evidence = "0".repeat(64);
    std::fs::write(city.folder().join(&evidence), b"act").unwrap();
    std::fs::write(city.folder().join("secret.key"), b"secret").unwrap();
    let form = format!("token={}&files=yes", page.form_token());
    let archive = browser.post("/backup/download", &form).await;
    assert_eq!(archive.headers[header::CONTENT_TYPE], "application/zip");
    let mut archive = zip::ZipArchive::new(std::io::Cursor::new(archive.bytes)).unwrap();
    let names: Vec<_> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(names, ["nazorat.db".to_owned(), format!("files/{evidence}")]);
    let mut database = Vec::new();
    std::io::copy(&mut archive.by_index(0).unwrap(), &mut database).unwrap();
    assert!(database.starts_with(b"SQLite format 3"));
    let left: Vec<_> =
        std::fs::read_dir(city.folder()).unwrap().flatten().map(|one| one.file_name()).collect();
    assert!(left.iter().all(|name| !name.to_string_lossy().starts_with(".backup-")), "{left:?}");
}
