//! What a plan says in the reader's language: an administrator translates it, and every page shows it or the wording of the decree.

use axum::http::StatusCode;
use store::obligation_lists::Wanted;

use crate::browser::{Answer, Browser};
use crate::city::City;
use crate::work::{HARM, LOCAL, assert_harmless, list, typed};

const RUSSIAN: &str = "Анализировать обращения граждан & отчитываться";

async fn page(browser: &mut Browser, path: &str) -> String {
    let answer = browser.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    answer.body
}

/// Sends the translations of a measure.
async fn say(browser: &mut Browser, measure: &str, form: &str) -> Answer {
    let token = browser.get(measure).await.form_token();
    browser.post(&format!("{measure}/wording"), &format!("token={token}&{form}")).await
}

/// Translates the measure of an overdue obligation of the cadastre into Russian; gives the addresses of the two.
async fn translated(city: &City) -> (String, String) {
    let open = list(city, Some("kadastr"), Wanted::Overdue).await;
    let one = open.into_iter().find(|one| one.text.uz_latn.contains("murojaatlarini")).unwrap();
    let measure = format!("/plan/{}", one.measure);
    let mut administrator = Browser::of(city, city.administrator).await;
    let form = format!(
        "text-ru={}&mechanism-ru={}&section-ru={}",
        typed(RUSSIAN),
        typed("Отчёт"),
        typed("III. Качество")
    );
    let sent = say(&mut administrator, &measure, &form).await;
    assert_eq!((sent.status, sent.location()), (StatusCode::SEE_OTHER, "/plan?said=translated"));
    assert!(page(&mut administrator, "/plan?said=translated").await.contains("tarjimalar oʻzgartirildi"));
    let kept = page(&mut administrator, &measure).await;
    assert!(kept.contains(">Отчёт</textarea>") && kept.contains("value=\"III. Качество\""), "{kept}");
    (measure, format!("/obligations/{}", one.id))
}

#[tokio::test]
async fn a_russian_reader_reads_the_translation_everywhere_and_else_the_decree() {
    let city = City::at(LOCAL).await;
    let kadastr = city.organisation("kadastr").await;
    let (measure, obligation) = translated(&city).await;
    let mut reader = Browser::of(&city, city.controller).await;
    reader.cookies.insert("lang".into(), "ru".into());
    let shown = RUSSIAN.replace('&', "&amp;");
    for path in [
        "/".to_owned(),
        "/plan".to_owned(),
        measure.clone(),
        obligation.clone(),
        format!("{obligation}?as_of=2026-11-20"),
        format!("/orgs/{kadastr}"),
        "/obligations?standing=overdue".to_owned(),
        format!("/obligations?q={}", typed("обращения граждан")),
        "/matrix".to_owned(),
        format!("/search?q={}", typed("анализировать")),
    ] {
        let page = page(&mut reader, &path).await;
        assert!(page.replace("<mark>", "").replace("</mark>", "").contains(&shown), "{path}: {page}");
        // The pages of the measure itself show the wording that binds as well.
        let official = page.matches("murojaatlarini").count();
        let whole = path.starts_with(&measure) || path.starts_with(&obligation);
        assert_eq!(official, usize::from(whole), "{path}: {page}");
    }
    // What has no translation is said as the decree says it, and marked for whoever reads aloud.
    let plan = page(&mut reader, "/plan").await;
    assert!(plan.contains("<span lang=\"uz-Latn\">Xizmatlar roʻyxatini tuzish</span>"), "{plan}");
    assert!(plan.contains(">III. Качество</h2>"), "{plan}");
    let matrix = page(&mut reader, "/matrix?section=3").await;
    assert!(matrix.contains("III. Качество"), "{matrix}");
    let file = reader.get("/obligations/export?standing=overdue&format=csv").await;
    assert!(file.body.contains(RUSSIAN) && !file.body.contains("murojaatlarini"), "{}", file.body);
    // The others read what they read before; the words of the decree find it in every language.
    let found = page(&mut reader, "/obligations?q=murojaatlarini").await;
    assert!(found.contains(&shown), "{found}");
    reader.cookies.insert("lang".into(), "uz-Latn".into());
    let own = page(&mut reader, &obligation).await;
    assert!(own.contains("<h1>Fuqarolar murojaatlarini tahlil qilish &lt;va&gt;"), "{own}");
}

#[tokio::test]
async fn a_translation_that_is_too_long_is_said_and_not_lost() {
    let city = City::at(LOCAL).await;
    let (measure, obligation) = translated(&city).await;
    let mut administrator = Browser::of(&city, city.administrator).await;
    let long = "я".repeat(3001);
    let form = format!("text-ru={}&text-en={}", typed(&long), typed(HARM));
    let refused = say(&mut administrator, &measure, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains(&long) && refused.body.contains("Matn juda uzun"), "{}", refused.body);
    assert_harmless(&refused.body);
    let kept = say(&mut administrator, &measure, &format!("text-en={}", typed(HARM))).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER);
    administrator.cookies.insert("lang".into(), "en".into());
    for path in ["/", "/plan", measure.as_str(), obligation.as_str(), "/matrix", "/search?q=alert", "/audit"]
    {
        assert_harmless(&page(&mut administrator, path).await);
    }
    // An empty field takes the translation away.
    administrator.cookies.insert("lang".into(), "ru".into());
    assert!(page(&mut administrator, &obligation).await.contains("<h1><span lang=\"uz-Latn\">Fuqarolar"));
}

#[tokio::test]
async fn a_report_keeps_the_words_that_it_was_made_with() {
    let city = City::at(LOCAL).await;
    let (measure, _) = translated(&city).await;
    let mut deputy = Browser::of(&city, city.controller).await;
    let (token, top) = (deputy.get("/reports").await.form_token(), city.organisation("city").await);
    let form = format!("token={token}&what=2026&organisation={top}");
    let made = deputy.post("/reports", &form).await;
    let files = ["ru.zip", "ru.pdf", "en.zip"].map(|file| format!("{}/{file}", made.location()));
    let mut before = Vec::new();
    for file in &files {
        before.push(deputy.get(file).await.bytes);
    }
    deputy.cookies.insert("lang".into(), "ru".into());
    let shown = page(&mut deputy, made.location()).await;
    assert!(shown.contains("Анализировать обращения граждан"), "{shown}");
    let mut administrator = Browser::of(&city, city.administrator).await;
    let sent = say(&mut administrator, &measure, &format!("text-ru={}", typed("Другие слова"))).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER);
    for (file, bytes) in files.iter().zip(&before) {
        assert!(deputy.get(file).await.bytes == *bytes, "{file} is another");
    }
    let board = page(&mut deputy, "/obligations?standing=overdue").await;
    assert!(board.contains("Другие слова"), "{board}");
}

#[tokio::test]
async fn a_russian_reader_reads_what_people_are_called_at_work() {
    let city = City::at(LOCAL).await;
    let kadastr = city.organisation("kadastr").await;
    let mut administrator = Browser::of(&city, city.administrator).await;
    let address = format!("/people/{}", city.officer);
    let token = administrator.get(&address).await.form_token();
    let (position, russian) = (typed("Yetakchi mutaxassis"), typed("Ведущий специалист"));
    let form = format!("token={token}&name=Nodira+Karimova&position_ru={russian}");
    let refused = administrator.post(&address, &form).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert!(refused.body.contains("value=\"Ведущий специалист\""), "{}", refused.body);
    let kept = administrator.post(&address, &format!("{form}&position={position}")).await;
    assert_eq!(kept.status, StatusCode::SEE_OTHER, "{}", kept.body);
    assert!(page(&mut administrator, &address).await.contains("value=\"Ведущий специалист\""));
    for (language, shown) in
        [("ru", "Ведущий специалист"), ("en", "<span lang=\"uz-Latn\">Yetakchi mutaxassis</span>")]
    {
        administrator.cookies.insert("lang".into(), language.into());
        let people = page(&mut administrator, &format!("/people?organisation={kadastr}")).await;
        assert!(people.contains(shown), "{people}");
    }
    let mut officer = Browser::of(&city, city.officer).await;
    officer.cookies.insert("lang".into(), "ru".into());
    assert!(page(&mut officer, "/").await.contains("Ведущий специалист"), "beside their own name");
    administrator.cookies.insert("lang".into(), "ru".into());
    let found = page(&mut administrator, &format!("/search?q={}", typed("ведущий"))).await;
    assert!(found.contains("Nodira Karimova"), "{found}");
}
