//! The pages themselves, in every language and look.

use axum::http::StatusCode;
use domain::language::Language;

use crate::browser::Browser;
use crate::city::City;

const LOCAL: &str = "http://127.0.0.1:8080";

/// Whether the page has what our content policy forbids, or what a template must not leave behind.
fn faults(page: &str) -> Vec<&'static str> {
    let mut faults = Vec::new();
    for (sign, fault) in [
        (" style=\"", "an inline style"),
        (" onclick=", "an inline script"),
        ("<script>", "an inline script"),
        ("{{", "a piece of a template"),
        ("{$", "a value of a text that was not filled in"),
        ("<va>", "words of people that are not escaped"),
        ("NaN", "a number that is none"),
    ] {
        if page.contains(sign) {
            faults.push(fault);
        }
    }
    faults
}

#[tokio::test]
async fn every_page_is_whole_in_every_language_and_look() {
    let city = City::at(LOCAL).await;
    let organisation = city.organisation("kadastr").await;
    let invitation = format!("/join/{}", city.invite(city.administrator).await.reveal());
    let mut known = Browser::of(&city, city.controller).await;
    let mut stranger = Browser::new(&city);
    for language in Language::ALL {
        for theme in ["auto", "light", "dark"] {
            for browser in [&mut known, &mut stranger] {
                browser.cookies.insert("lang".into(), language.tag().into());
                browser.cookies.insert("theme".into(), theme.into());
            }
            let own = format!("/orgs/{organisation}");
            let past = format!("{own}?as_of=2026-11-20");
            for path in [
                "/",
                "/?period=2026",
                "/?period=all",
                "/?as_of=2026-11-20",
                "/orgs",
                "/orgs?light=red",
                "/orgs?q=%3Cb%3E",
                "/orgs?as_of=2026-11-20&q=%3Cb%3E",
                "/obligations?as_of=2026-11-20",
                "/compare",
                "/matrix?period=2026",
                &own,
                &past,
            ] {
                check(&known.get(path).await, path, language, theme);
            }
            for path in ["/login", &invitation] {
                check(&stranger.get(path).await, path, language, theme);
            }
            let missing = known.get("/nothing").await;
            assert_eq!(faults(&missing.body), [""; 0], "{language:?}");
        }
    }
}

fn check(page: &crate::browser::Answer, path: &str, language: Language, theme: &str) {
    assert_eq!(page.status, StatusCode::OK, "{path} in {language:?}");
    assert_eq!(faults(&page.body), [""; 0], "{path} in {language:?}");
    let head = format!("<html lang=\"{}\" data-theme=\"{theme}\">", language.tag());
    assert!(page.body.contains(&head), "{path} in {language:?}");
    assert_eq!(page.body.matches("<h1").count(), 1, "{path} in {language:?}");
    assert_eq!(page.body.matches("<main").count(), 1, "{path} in {language:?}");
    assert!(page.body.trim_end().ends_with("</html>"), "{path} in {language:?}");
}

#[tokio::test]
async fn the_person_s_own_language_is_spoken_until_the_browser_chooses_another() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    browser.headers = vec![("accept-language", "ru,en;q=0.8".into())];
    assert!(browser.get("/").await.body.contains("<html lang=\"uz-Latn\""));
    assert_eq!(browser.get("/lang/ru?back=/orgs").await.location(), "/orgs");
    assert!(browser.get("/").await.body.contains("<html lang=\"ru\""));
    let mut stranger = Browser::new(&city);
    stranger.headers = vec![("accept-language", "ru,en;q=0.8".into())];
    assert!(stranger.get("/login").await.body.contains("<html lang=\"ru\""));
}

#[tokio::test]
async fn the_overview_names_the_numbers_and_leads_to_the_rows_behind_them() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let page = browser.get("/").await.body;
    let page = page.replace("&#38;", "&");
    for part in [
        "href=\"/obligations?standing=overdue&period=2026-Q4\"",
        "href=\"/obligations?standing=due_soon&period=2026-Q4\"",
        "href=\"/obligations?standing=review&period=2026-Q4\"",
        "Maʼlumot",
        "NIS.UZ ga maʼlumot kiritish",
        "Yoshlar ishlari boʻlimi",
        "Uch marta bordim",
        "namoyish",
    ] {
        assert!(page.to_lowercase().contains(&part.to_lowercase()), "{part} is missing in {page}");
    }
    let whole = browser.get("/?period=2026").await.body.replace("&#38;", "&");
    assert!(whole.contains("standing=overdue&period=2026\""), "{whole}");
}

#[tokio::test]
async fn organisations_are_found_by_any_spelling_and_filtered_by_their_light() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    for query in
        ["suv", "SUV TA'MINOTI", "%D1%81%D1%83%D0%B2", "%D0%B2%D0%BE%D0%B4%D0%BE%D1%81%D0%BD%D0%B0%D0%B1"]
    {
        let page = browser.get(&format!("/orgs?period=all&q={}", query.replace(' ', "%20"))).await.body;
        assert!(page.contains("Suv taʼminoti") && !page.contains("Kadastr"), "{query}");
    }
    let red = browser.get("/orgs?period=all&light=red").await.body;
    let green = browser.get("/orgs?period=all&light=green").await.body;
    let rows = |page: &str| page.matches("class=\"rl\"").count();
    assert!(
        rows(&red) > 0 && rows(&green) > 0 && rows(&red) + rows(&green) <= 5,
        "{} {}",
        rows(&red),
        rows(&green)
    );
    browser.headers = vec![("hx-request", "true".into())];
    let table = browser.get("/orgs?period=all&light=red").await;
    assert!(table.body.trim_start().starts_with("<div id=\"orgtable\">"));
    assert!(table.headers.get_all("vary").iter().any(|value| value == "hx-request"));
}

#[tokio::test]
async fn a_mean_is_not_shown_below_ten_ratings() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let catalogue = city.store.catalogue().await.unwrap();
    let mut few = 0;
    for organisation in catalogue.organisations.values().filter(|one| one.key != "city") {
        let page = browser.get(&format!("/orgs/{}?period=all", organisation.id)).await.body;
        if page.contains("4 ta baho") {
            few += 1;
            assert!(page.contains("10 tadan kam") && !page.contains("class=\"stars\""), "{page}");
        } else {
            assert!(page.contains("40 ta baho") && page.contains("class=\"stars\""), "{page}");
        }
    }
    assert_eq!(few, 1);
}

#[tokio::test]
async fn the_figures_of_a_board_are_those_of_its_rows() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    for key in ["kadastr", "suv", "yoshlar"] {
        let organisation = city.organisation(key).await;
        let page = browser.get(&format!("/orgs/{organisation}?period=2026")).await.body;
        let legend = &page[page.find("class=\"legend\"").unwrap()..];
        for (code, class) in [
            ("overdue", "p-late"),
            ("due_soon", "p-risk"),
            ("working", "p-active"),
            ("review", "p-review"),
            ("done", "p-done"),
            ("not_started", "p-none"),
        ] {
            let from = legend.find(&format!("standing={code}")).unwrap();
            let number = legend[from..].split("<b>").nth(1).unwrap().split('<').next().unwrap();
            let rows = page.matches(&format!("<td class=\"hs\"><span class=\"pill {class}\"")).count();
            assert_eq!(number, rows.to_string(), "{code} of {key}");
            let path = format!("/orgs/{organisation}?period=2026&standing={code}");
            let filtered = browser.get(&path).await.body;
            assert_eq!(filtered.matches("<td class=\"hs\"><span class=\"pill ").count(), rows, "{path}");
        }
    }
}
