//! The matrix of measures and organisations.

use axum::http::StatusCode;

use crate::browser::Browser;
use crate::city::City;

const LOCAL: &str = "http://127.0.0.1:8080";

async fn page(browser: &mut Browser, path: &str) -> String {
    let answer = browser.get(path).await;
    assert_eq!(answer.status, StatusCode::OK, "{path}: {}", answer.body);
    answer.body.replace("&#38;", "&")
}

/// The links of the cells with their accessible names.
fn signs(page: &str) -> Vec<(String, String)> {
    let value = |part: &str, name: &str| {
        part.split(&format!("{name}=\"")).nth(1).unwrap().split('"').next().unwrap().to_owned()
    };
    page.split("class=\"sg\"").skip(1).map(|part| (value(part, "href"), value(part, "aria-label"))).collect()
}

#[tokio::test]
async fn each_sign_names_its_obligation_and_leads_to_it() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let matrix = page(&mut browser, "/matrix").await;
    assert!(matrix.contains("role=\"region\" tabindex=\"0\" aria-label=\""), "{matrix}");
    assert!(matrix.contains("href=\"/matrix\" aria-current=\"page\""), "the menu has it");
    let all = signs(&matrix);
    assert!(all.len() > 20, "{} signs", all.len());
    for (href, name) in all.iter().take(5) {
        let organisation = name.split(": ").next().unwrap().split("-band, ").nth(1).unwrap();
        let obligation = page(&mut browser, href).await;
        assert!(obligation.contains(organisation), "{href}: {name}");
    }
    // Sums of rows and of columns are sums of the same.
    let sums = |class: &str| -> Vec<u32> {
        let parts = matrix.split(class).nth(1).unwrap().split("</tr>").next().unwrap().to_owned();
        parts.split("class=\"sum\"").skip(1).map(last_number).collect()
    };
    let of_all = sums("class=\"mx-all\"");
    assert_eq!(of_all[0], of_all[1..].iter().sum::<u32>());
    let rows = matrix.split("class=\"mx-all\"").nth(1).unwrap().split("<tr>").skip(1);
    let of_rows: u32 = rows.map(|row| last_number(row.split("class=\"sum\"").nth(1).unwrap())).sum();
    assert_eq!(of_all[0], of_rows);
}

/// The second number of `12/15`.
fn last_number(part: &str) -> u32 {
    part.split('>').nth(1).unwrap().split('<').next().unwrap().split('/').nth(1).unwrap().parse().unwrap()
}

#[tokio::test]
async fn the_matrix_is_narrowed_by_its_address_and_takes_nonsense_kindly() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let all = page(&mut browser, "/matrix?period=2026").await;
    let overdue = page(&mut browser, "/matrix?period=2026&standing=overdue").await;
    assert!(!signs(&overdue).is_empty() && signs(&overdue).len() < signs(&all).len());
    assert!(signs(&overdue).iter().all(|(_, name)| name.contains("Muddati oʻtgan")), "{overdue}");
    let section = page(&mut browser, "/matrix?period=2026&section=2").await;
    assert!(section.contains("Tizimdagi axborotlarni") && !section.contains("Masʼul xodimlarni oʻqitish"));
    for nonsense in
        ["rows=99&columns=x", "section=77", "standing=no&period=x", "rows=-1&columns=0", "section=0"]
    {
        assert!(!signs(&page(&mut browser, &format!("/matrix?{nonsense}")).await).is_empty(), "{nonsense}");
    }
    let none = page(&mut browser, "/matrix?standing=cancelled").await;
    assert!(signs(&none).is_empty() && none.contains("class=\"empty\""));
}

#[tokio::test]
async fn the_numbers_of_a_section_lead_to_lists_of_that_section() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let matrix = page(&mut browser, "/matrix?period=2026&section=2").await;
    let sums: Vec<_> = matrix.split("class=\"sum\"").skip(1).collect();
    assert!(sums.len() > 3, "{matrix}");
    for sum in matrix.split("<a ").skip(1).filter(|link| link.contains("class=\"sum\"")) {
        let href = sum.split("href=\"").nth(1).unwrap().split('"').next().unwrap();
        let number = last_number(sum.split("class=\"sum\"").nth(1).unwrap());
        let list = page(&mut browser, href).await;
        let total: String = list.split("id=\"total\"").nth(1).unwrap().split('<').next().unwrap().into();
        let total: String = total.chars().filter(char::is_ascii_digit).collect();
        assert_eq!(total.parse(), Ok(number), "{href}");
    }
    let list = page(&mut browser, "/obligations?period=2026&section=2").await;
    assert!(
        list.contains("Tizimdagi axborotlarni") && !list.contains("Masʼul xodimlarni oʻqitish"),
        "{list}"
    );
    // The file has the same rows, and nonsense narrows to nothing.
    let export = "obligations/export?period=2026&amp;section=2";
    assert!(
        page(&mut browser, "/obligations?period=2026&section=2").await.replace('&', "&amp;").contains(export)
    );
    for nonsense in ["section=0", "section=x", "section=99"] {
        page(&mut browser, &format!("/obligations?{nonsense}")).await;
    }
}

#[tokio::test]
async fn an_officer_has_a_matrix_of_one_organisation() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.officer).await;
    let matrix = page(&mut browser, "/matrix?period=2026").await;
    assert_eq!(matrix.matches("class=\"mx-org\"").count(), 1);
    assert!(matrix.contains("Kadastr") && !matrix.contains("Suv taʼminoti"));
    assert!(signs(&matrix).iter().all(|(_, name)| name.contains("Kadastr")));
}
