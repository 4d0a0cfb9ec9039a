//! Reports: made once, the same in every form, for whoever may read them.

mod reading;

use std::io::Cursor;

use axum::http::{StatusCode, header};
use calamine::{Reader, Xlsx};
use chrono::Days;
use domain::clock::Clock;
use domain::language::Language;
use domain::people::Role;
use store::{StoreError, events};

use crate::browser::{Answer, Browser};
use crate::city::City;
use reading::{archive, csv, rows_of_board, rows_of_page, sheet};

const LOCAL: &str = "http://127.0.0.1:8080";

/// Asks for a report about the organisation with this key.
async fn ask(city: &City, browser: &mut Browser, what: &str, key: &str) -> Answer {
    let organisation = city.organisation(key).await;
    let token = browser.get("/reports").await.form_token();
    browser.post("/reports", &format!("token={token}&what={what}&organisation={organisation}")).await
}

async fn made(city: &City, browser: &mut Browser, what: &str, key: &str) -> String {
    let answer = ask(city, browser, what, key).await;
    assert_eq!(answer.status, StatusCode::SEE_OTHER, "{}", answer.body);
    answer.location().to_owned()
}

#[tokio::test]
async fn page_files_and_board_tell_the_same() {
    let city = City::at(LOCAL).await;
    let mut deputy = Browser::of(&city, city.controller).await;
    for (what, filter) in
        [("2026-10", "?period=2026-10"), ("2026-11", "?period=2026-11"), ("2026", "?period=2026")]
    {
        let report = made(&city, &mut deputy, what, "city").await;
        let shown = deputy.get(&report).await.body;
        let page = rows_of_page(&shown, 0);
        let workbook = deputy.get(&format!("{report}/uz-Latn.xlsx")).await;
        let sheet = sheet(&workbook.bytes, 1);
        let tables = archive(&deputy.get(&format!("{report}/uz-Latn.zip")).await.bytes);
        same_in_all_tables(&shown, &workbook.bytes, &tables);
        let csv = &tables[1].1;
        let board = rows_of_board(&deputy.get(&format!("/orgs{filter}")).await.body);
        assert_eq!(page.len(), board.len() + 1, "{what}: the total stands first");
        assert!(board.len() >= 4, "{board:?}");
        let numbers = |row: &[String]| {
            let number = |place: usize| row[place].parse::<u64>().unwrap();
            // Expected, on time, late, overdue, under review.
            [number(1), number(2), number(3), number(4), number(5)]
        };
        for (place, shown) in board.iter().enumerate() {
            let of_page = &page[place + 1];
            assert_eq!(of_page[0], shown[0], "{what}: the worst first, as on the board");
            let [expected, on_time, late, overdue, _] = numbers(of_page);
            assert_eq!(
                (expected.to_string(), overdue.to_string()),
                (shown[2].clone(), shown[3].clone()),
                "{what}"
            );
            assert!(
                on_time + late <= shown[1].parse().unwrap(),
                "{what}: what is handed in early comes on top"
            );
            for other in [&sheet[place + 1], &csv[place + 1]] {
                assert_eq!(other[0], of_page[0]);
                assert_eq!(numbers(other), numbers(of_page), "{what}");
            }
        }
        let total = numbers(&page[0]);
        assert_eq!(total, numbers(sheet.iter().rfind(|row| !row[0].is_empty()).unwrap()), "{what}");
        assert_eq!(total, numbers(csv.last().unwrap()), "{what}");
        let sums = board.iter().fold([0, 0], |[all, overdue], row| {
            [all + row[2].parse::<u64>().unwrap(), overdue + row[3].parse::<u64>().unwrap()]
        });
        assert_eq!([total[0], total[3]], sums, "{what}");
    }
}

#[tokio::test]
async fn a_report_stays_as_it_was_and_its_files_are_the_same_byte_for_byte() {
    let city = City::at(LOCAL).await;
    let mut deputy = Browser::of(&city, city.controller).await;
    let mut before = Vec::new();
    for what in ["sheet", "2026-11", "2026"] {
        let report = made(&city, &mut deputy, what, "city").await;
        for language in Language::ALL {
            for (ending, mime, begins) in [
                ("pdf", "application/pdf", b"%PDF".as_slice()),
                ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", b"PK"),
                ("zip", "application/zip", b"PK"),
            ] {
                let path = format!("{report}/{}.{ending}", language.tag());
                let file = deputy.get(&path).await;
                assert_eq!(
                    (file.status, &file.headers[header::CONTENT_TYPE]),
                    (StatusCode::OK, &mime.parse().unwrap())
                );
                assert!(file.bytes.starts_with(begins), "{path}");
                let name = file.headers[header::CONTENT_DISPOSITION].to_str().unwrap();
                assert!(name.starts_with("attachment; filename=\"report-"), "{name}");
                before.push((path, file.bytes));
            }
        }
        before.push((report.clone(), page_of(&deputy.get(&report).await)));
    }
    // Everything changes: names, answers, the day.
    city.rename("kadastr", "Yangi nom").await;
    city.call(city.controller, "Boshqa ism").await;
    city.clock.move_to(city.clock.now() + Days::new(9));
    let suv = city.organisation("suv").await;
    city.answer_week(suv, 101, city.clock.today()).await;
    let mut deputy = Browser::of(&city, city.controller).await;
    for (path, bytes) in before {
        let again = deputy.get(&path).await;
        let again = if path.contains('.') { again.bytes } else { page_of(&again) };
        assert!(again == bytes, "{path} is another one");
    }
    let board = deputy.get("/orgs?period=2026-11").await.body;
    assert!(board.contains("Yangi nom"), "the board goes on");
    assert!(deputy.get("/reports").await.body.contains("Boshqa ism"), "so does the list");
}

/// Every table of the page is in the workbook and in the archive, with all its rows and the same words and whole numbers.
fn same_in_all_tables(page: &str, workbook: &[u8], tables: &[(String, Vec<Vec<String>>)]) {
    let article = page.split("<article").nth(1).unwrap().split("</article>").next().unwrap();
    let titles: Vec<_> =
        article.split("<h2>").skip(1).map(|rest| rest.split("</h2>").next().unwrap()).collect();
    assert_eq!(tables.len(), titles.len() + 1, "the figures and a file for each of {titles:?}");
    let facts = article.matches("<dt>").count();
    assert!(tables[0].1.len() > facts, "{:?}", tables[0]);
    let mut place = 0;
    for (number, title) in (1..).zip(titles) {
        let (name, rows) = &tables[number];
        assert_eq!(*name, format!("{}. {}.csv", number + 1, title.split_once(". ").unwrap().1));
        let sheet = sheet(workbook, number);
        // A table without rows is a sentence on the page.
        let section = article.split("<h2>").nth(number).unwrap();
        if !section.contains("<tbody>") {
            assert_eq!(rows.iter().filter(|row| row.len() > 1).count().min(2), rows.len().min(2), "{name}");
            continue;
        }
        let shown = rows_of_page(article, place);
        place += 1;
        for row in &shown {
            let holds = |other: &Vec<Vec<String>>| other.iter().any(|one| one.first() == row.first());
            assert!(holds(rows) && holds(&sheet), "{row:?} in {name}");
        }
        assert!(rows.len() > shown.len() && sheet.len() > shown.len(), "{name}: all rows and the heads");
    }
}

/// What a page says of the report itself.
fn page_of(answer: &Answer) -> Vec<u8> {
    let article = answer.body.split("<article").nth(1).unwrap().split("</article>").next().unwrap();
    article.as_bytes().to_vec()
}

#[tokio::test]
async fn no_name_becomes_a_formula_or_breaks_a_form() {
    let city = City::at(LOCAL).await;
    let names = [
        ("kadastr", "=HYPERLINK(\"http://evil.example\",\"x\")"),
        ("suv", "@SUM(1+1)*cmd|' /C calc'!A0"),
        ("elektr", "+998 <b>\"q\"</b> & 'x'; y"),
        ("soliq", "-1\u{202E}\n=2 😀"),
        ("yoshlar", "\t=1+1"),
    ];
    for (key, name) in names {
        city.rename(key, name).await;
    }
    let mut deputy = Browser::of(&city, city.controller).await;
    let report = made(&city, &mut deputy, "2026", "city").await;
    let page = deputy.get(&report).await;
    assert!(!page.body.contains("<b>\"q\"") && page.body.contains("&#60;b&#62;"), "{}", page.body);
    let workbook = deputy.get(&format!("{report}/en.xlsx")).await.bytes;
    let mut book = Xlsx::new(Cursor::new(workbook.as_slice())).unwrap();
    for sheet in book.sheet_names() {
        let formulas = book.worksheet_formula(&sheet).unwrap();
        assert!(formulas.used_cells().next().is_none(), "a formula in {sheet}");
    }
    let rows = sheet(&workbook, 1);
    let mut tables = archive(&deputy.get(&format!("{report}/en.zip")).await.bytes);
    let csvs = [tables.swap_remove(1).1, csv(&deputy.get("/obligations/export?format=csv").await.body)];
    for (key, name) in names {
        // Whatever the city keeps of it; a workbook has it as it is.
        let kept = city.store.catalogue().await.unwrap();
        let kept = &kept.organisations[&city.organisation(key).await].names.uz_latn;
        assert!(rows.iter().any(|row| row[0] == *kept), "{kept:?} of {name:?} in {rows:?}");
        for (csv, column) in csvs.iter().zip([0, 1]) {
            assert!(csv.iter().any(|row| row[column] == format!("'{kept}")), "{kept:?} in {csv:?}");
        }
    }
    for cell in csvs.iter().chain(tables.iter().map(|(_, rows)| rows)).flatten().flatten() {
        assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{cell:?}");
    }
    assert!(deputy.get(&format!("{report}/en.pdf")).await.bytes.starts_with(b"%PDF"));
    let sheet = made(&city, &mut deputy, "sheet", "city").await;
    assert!(deputy.get(&format!("{sheet}/ru.pdf")).await.bytes.starts_with(b"%PDF"));
}

#[tokio::test]
async fn everybody_reports_in_their_scope_and_nobody_beyond_it() {
    let city = City::at(LOCAL).await;
    let (kadastr, top) = (city.organisation("kadastr").await, city.organisation("city").await);
    let head = city.enter("A. Rahbar", Role::Head, kadastr, 501).await;
    let observer = city.enter("K. Kuzatuvchi", Role::Observer, top, 502).await;
    let mut deputy = Browser::of(&city, city.controller).await;
    let of_city = made(&city, &mut deputy, "2026-11", "city").await;
    let of_office = made(&city, &mut deputy, "2026-11", "kadastr").await;
    for person in [observer, city.administrator] {
        let mut one = Browser::of(&city, person).await;
        assert!(one.get("/").await.body.contains("href=\"/reports\""));
        made(&city, &mut one, "sheet", "city").await;
        assert_eq!(one.get(&of_city).await.status, StatusCode::OK);
    }
    let mut head = Browser::of(&city, head).await;
    let own = made(&city, &mut head, "sheet", "kadastr").await;
    assert_eq!(head.get(&own).await.status, StatusCode::OK);
    assert_eq!(head.get(&of_office).await.status, StatusCode::OK);
    let list = head.get("/reports").await.body;
    assert!(list.contains(&of_office) && !list.contains(&format!("{of_city}\"")), "{list}");
    for path in
        [of_city.clone(), format!("{of_city}/uz-Latn.pdf"), "/reports/999".to_owned(), format!("{own}/x.pdf")]
    {
        assert_eq!(head.get(&path).await.status, StatusCode::NOT_FOUND, "{path}");
    }
    for key in ["city", "suv"] {
        assert_eq!(ask(&city, &mut head, "2026", key).await.status, StatusCode::FORBIDDEN, "{key}");
    }
    let mut officer = Browser::of(&city, city.officer).await;
    let overview = officer.get("/").await.body;
    assert!(!overview.contains("/reports"), "an officer makes none");
    for path in ["/reports", of_office.as_str()] {
        assert_eq!(officer.get(path).await.status, StatusCode::FORBIDDEN, "{path}");
    }
    assert!(Browser::new(&city).get(&of_city).await.location().starts_with("/login"), "sign in first");
    let id: i64 = of_office.rsplit('/').next().unwrap().parse().unwrap();
    let record: Result<_, StoreError> =
        city.store.read(|conn| Box::pin(async move { events::of(conn, "report", id, 5).await })).await;
    let record = record.unwrap();
    assert_eq!(
        (record.len(), record[0].action.as_str(), record[0].actor.as_deref()),
        (1, "report_made", Some("U. Karimov"))
    );
    assert!(record[0].after.as_deref().unwrap().contains("\"2026-11\""), "{record:?}");
}

#[tokio::test]
async fn the_sheet_of_a_past_day_is_the_one_that_was_made_that_day() {
    let city = City::at(LOCAL).await;
    let mut deputy = Browser::of(&city, city.controller).await;
    let then = made(&city, &mut deputy, "sheet", "city").await;
    city.clock.move_to(city.clock.now() + chrono::Days::new(9));
    let mut deputy = Browser::of(&city, city.controller).await;
    let now = made(&city, &mut deputy, "sheet", "city").await;
    let form = deputy.get("/reports?day=2026-11-23").await.body;
    assert!(form.contains("value=\"2026-11-23\" selected"), "{form}");
    let again = made(&city, &mut deputy, "2026-11-23", "city").await;
    let mut documents = Vec::new();
    for id in [&then, &now, &again] {
        let id = id.rsplit('/').next().unwrap().parse().unwrap();
        let read: Result<_, store::StoreError> =
            city.store.read(|conn| Box::pin(store::reporting::find(conn, id))).await;
        documents.push(read.unwrap().unwrap().1);
    }
    assert_ne!(documents[0].content, documents[1].content, "more is overdue since");
    assert_eq!(documents[0].content, documents[2].content);
    assert!(documents[0].position <= documents[2].position && documents[2].position <= documents[1].position);
    let page = deputy.get(&again).await.body;
    assert!(page.contains("23-noyabr") && page.contains("/?as_of=2026-11-23"), "{page}");
    for day in ["2026-12-03", "2020-01-01"] {
        let answer = ask(&city, &mut deputy, day, "city").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{day}");
    }
}

#[tokio::test]
async fn what_no_form_of_ours_sends_makes_nothing() {
    let city = City::at(LOCAL).await;
    let mut deputy = Browser::of(&city, city.controller).await;
    for what in ["", "x", "2027-01", "2099", "2026-13", "2026-11-23", "%3Cscript%3E"] {
        let answer = ask(&city, &mut deputy, what, "city").await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{what}");
        assert!(answer.body.contains("Roʻyxatdan hisobot turi"), "{}", answer.body);
    }
    let token = deputy.get("/reports").await.form_token();
    for organisation in ["", "x", "999999"] {
        let form = format!("token={token}&what=2026&organisation={organisation}");
        assert_eq!(deputy.post("/reports", &form).await.status, StatusCode::UNPROCESSABLE_ENTITY);
    }
    let form = format!("what=2026&organisation={}", city.organisation("city").await);
    assert_eq!(deputy.post("/reports", &form).await.status, StatusCode::FORBIDDEN, "without a token");
    assert!(deputy.get("/reports").await.body.contains("Hali hisobot tuzilmagan"));
}

#[tokio::test]
async fn one_tap_on_the_overview_or_an_organisation_makes_the_sheet() {
    let city = City::at(LOCAL).await;
    let kadastr = city.organisation("kadastr").await;
    let mut deputy = Browser::of(&city, city.controller).await;
    for (path, about) in
        [("/".to_owned(), "Fargʻona shahar"), (format!("/orgs/{kadastr}"), "Kadastr agentligi")]
    {
        let page = deputy.get(&path).await;
        let form =
            page.body.split("action=\"/reports\"").nth(1).unwrap_or_else(|| panic!("no form on {path}"));
        let organisation =
            form.split("name=\"organisation\" value=\"").nth(1).unwrap().split('"').next().unwrap();
        let sent = format!("token={}&organisation={organisation}&what=sheet", page.form_token());
        let report = deputy.post("/reports", &sent).await.location().to_owned();
        let again = deputy.post("/reports", &sent).await.location().to_owned();
        assert_eq!(again, report, "nothing has changed since");
        let shown = deputy.get(&report).await;
        assert_eq!(shown.status, StatusCode::OK, "{path}");
        for words in [about, "2026-yil 23-noyabr holatiga", "Maʼlumotnoma", "U. Karimov"] {
            assert!(shown.body.contains(words), "{words} on {path}: {}", shown.body);
        }
    }
}

#[tokio::test]
async fn a_closed_organisation_can_still_be_reported_on() {
    let city = City::at(LOCAL).await;
    let kadastr = city.organisation("kadastr").await;
    let mut administrator = Browser::of(&city, city.administrator).await;
    let token = administrator.get(&format!("/orgs/{kadastr}/edit")).await.form_token();
    let closing = format!("token={token}&decision=close&reason=tugatildi");
    administrator.post(&format!("/orgs/{kadastr}/state"), &closing).await;
    let mut controller = Browser::of(&city, city.controller).await;
    let page = controller.get("/reports").await.body;
    let offered: Vec<_> =
        page.split("id=\"organisation\"").nth(1).unwrap().split("<option").skip(1).collect();
    let place = offered.iter().position(|one| one.contains("(yopilgan)")).expect("it is offered");
    assert!(
        offered[place].contains(&format!("value=\"{kadastr}\"")) && place + 1 == offered.len(),
        "{offered:?}"
    );
    let report = made(&city, &mut controller, "2026", "kadastr").await;
    assert_eq!(controller.get(&report).await.status, StatusCode::OK);
    assert!(controller.get("/reports").await.body.contains(&report), "it stands in the list of those made");
}
