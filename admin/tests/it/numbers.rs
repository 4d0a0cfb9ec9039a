//! Every number of a board is a link, and behind it stand exactly the rows that it counts.

use domain::clock::Clock;

use crate::browser::Browser;
use crate::city::City;
use crate::work::LOCAL;

/// The lists of obligations that a page links its numbers to, with the number.
fn numbers(page: &str) -> Vec<(String, u64)> {
    let links = page.split("<a class=\"nu\" href=\"").skip(1);
    links
        .filter_map(|rest| {
            let (href, rest) = rest.split_once('"')?;
            let (said, _) = rest.split_once("</a>")?;
            let number: String =
                text(said).chars().rev().skip_while(|letter| !letter.is_ascii_digit()).collect();
            let number: String = number.chars().take_while(char::is_ascii_digit).collect();
            let number = number.chars().rev().collect::<String>().parse().ok()?;
            href.starts_with("/obligations").then(|| (href.replace("&#38;", "&"), number))
        })
        .collect()
}

/// What a piece of a page says, without its tags.
pub(crate) fn text(html: &str) -> String {
    html.split('<').map(|piece| piece.split_once('>').map_or(piece, |(_, said)| said)).collect()
}

/// The number of the list's chosen kind.
fn listed(page: &str) -> u64 {
    let chips = page.split("<a class=\"chip\"").skip(1);
    let mut chosen = chips.filter(|chip| chip.contains("aria-current=\"true\""));
    let chip = chosen.next().expect("a chosen kind").split("</a>").next().unwrap_or_default();
    text(chip.split_once("<b>").expect("its number").1).parse().expect("a number")
}

#[tokio::test]
async fn every_number_of_a_board_leads_to_the_rows_that_it_counts() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    for board in ["/", "/?period=2026", "/orgs?period=2026", "/orgs?period=all"] {
        let page = browser.get(board).await.body;
        let numbers: Vec<_> =
            numbers(&page).into_iter().filter(|(href, _)| !href.contains("fell_due")).collect();
        assert!(numbers.len() > 5, "{board} has {numbers:?}");
        for (href, number) in numbers {
            let list = browser.get(&href).await.body;
            assert_eq!(listed(&list), number, "{href} of {board}");
        }
    }
}

#[tokio::test]
async fn the_kinds_that_the_rate_counts_divide_what_fell_due() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let mut number = async |kind: &str| {
        let page = browser.get(&format!("/obligations?period=2026&standing={kind}")).await.body;
        let rows = page.matches("class=\"rl\"").count();
        let listed = listed(&page);
        assert_eq!(rows, usize::try_from(listed).unwrap().min(25), "{kind}");
        listed
    };
    let fell_due = number("fell_due").await;
    assert!(fell_due > 0);
    assert_eq!(fell_due, number("on_time").await + number("late").await + number("overdue").await);
    assert_eq!(number("handed_in").await, number("review").await + number("done").await);
    assert_eq!(number("expected").await, number("all").await - number("cancelled").await);
}

#[tokio::test]
async fn the_overview_names_at_once_who_does_not_keep_the_plan() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let page = browser.get("/?period=2026").await.body;
    let who = page.split_once("id=\"who\"").expect("who is named").1.split("</p>").next().unwrap_or_default();
    let late = city.organisation("kadastr").await;
    assert!(who.contains(&format!("organisation={late}")), "{who}");
    assert!(page.find("id=\"who\"") < page.find("class=\"grid"), "before all else");
    let yesterday = city.clock.today().pred_opt().expect("a day");
    let past = browser.get(&format!("/?period=2026&as_of={yesterday}")).await.body;
    let who = past.split_once("id=\"who\"").expect("who was late is named").1;
    let who = who.split("</p>").next().unwrap_or_default();
    assert!(
        who.contains(&format!("organisation={late}")) && who.contains(&format!("as_of={yesterday}")),
        "{who}"
    );
}

#[tokio::test]
async fn a_group_of_obligations_leads_to_that_group_alone() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let page = browser.get("/").await.body.replace("&#38;", "&");
    let groups: Vec<_> =
        page.split("href=\"/obligations?").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    let groups: Vec<_> = groups.into_iter().filter(|query| query.contains("measure=")).collect();
    assert!(!groups.is_empty(), "{page}");
    for query in groups {
        let due = query.split("due=").nth(1).and_then(|rest| rest.split('&').next()).expect("a day");
        let due: chrono::NaiveDate = due.parse().expect("a day");
        let list = browser.get(&format!("/obligations?{query}")).await.body;
        let rows = list.matches("class=\"rl\"").count();
        assert!(rows > 0, "{query}");
        let said = locales::dates::date_short(domain::language::Language::UzLatn, due);
        assert_eq!(list.matches(&format!("<td class=\"nw hs\">{said}")).count(), rows, "{query}");
    }
    let odd = browser.get("/obligations?measure=x&due=-9999-01-01").await;
    assert_eq!(odd.status, axum::http::StatusCode::OK);
    let all = browser.get("/obligations").await;
    assert_eq!(listed(&odd.body), listed(&all.body), "what cannot be read narrows nothing");
}

#[tokio::test]
async fn the_count_of_ratings_leads_to_exactly_those() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    for period in ["", "2026-Q4", "2026-Q3", "2026", "all"] {
        let overview = browser.get(&format!("/?period={period}")).await.body;
        let link = overview.split("href=\"/ratings?period=").nth(1).unwrap_or_else(|| panic!("{overview}"));
        let (key, rest) = link.split_once("\">").unwrap();
        let count = rest.split("</a>").next().unwrap();
        let page = browser.get(&format!("/ratings?period={key}")).await.body;
        assert!(page.contains(count), "{period}: {count} is not on the page: {page}");
        assert!(page.contains(&format!("/ratings?period={key}\" aria-current=\"true\"")), "{page}");
    }
}

#[tokio::test]
async fn services_stand_a_hundred_on_a_page_and_none_is_lost() {
    let city = City::at(LOCAL).await;
    let rated = city.rate_many(110).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let (mut address, mut seen, mut pages) = ("/ratings".to_owned(), Vec::new(), Vec::new());
    loop {
        let page = browser.get(&address).await.body;
        let table = page.split("id=\"h-services\"").nth(1).expect("the services").to_owned();
        let names = table.split("<span class=\"nm\">").skip(1);
        let names: Vec<_> = names.filter_map(|rest| rest.split('<').next()).map(str::to_owned).collect();
        pages.push(names.len());
        seen.extend(names);
        let next = table.split("rel=\"next\"").next().filter(|_| table.contains("rel=\"next\""));
        let Some(next) = next.and_then(|before| before.rsplit("href=\"").next()) else { break };
        address = next.split('#').next().unwrap().replace("&#38;", "&");
    }
    assert_eq!(pages[0], 100);
    seen.sort();
    seen.dedup();
    assert!(rated.iter().all(|name| seen.contains(name)), "{seen:?}");
    assert_eq!(pages.iter().sum::<usize>(), seen.len(), "none stands twice");
    let beyond = browser.get("/ratings?page=999").await.body;
    assert!(beyond.contains("rel=\"prev\"") && !beyond.contains("rel=\"next\""), "{beyond}");
}

#[tokio::test]
async fn a_sentence_without_overdue_says_of_which_period_it_speaks() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let page = browser.get("/?period=2027-Q1").await.body;
    assert!(page.contains("Muddati oʻtgan topshiriq yoʻq (2027"), "{page}");
    assert!(page.contains("Bugungi holat, barcha davrlar boʻyicha"), "{page}");
}
