//! The whole story with the real program: tables are imported, people are invited and come in, an officer answers, control
//! accepts, citizens rate, the panel shows it, and the program stops in order.

use domain::answers::AnswerKind;
use domain::buttons::Button;
use domain::language::Language;
use domain::links::Payload;
use domain::ratings::Mark;

use crate::support::databases::Base;
use crate::support::installation::{Installation, METRICS_TOKEN};
use crate::support::program::Finished;
use crate::support::telegram::buttons;
use crate::support::town::{By, each_way};
use crate::support::webdriver::Browser;

each_way!(the_city_goes_to_work);

const OFFICER: i64 = 1_001;
const CONTROLLER: i64 = 1_003;
const CITIZEN: i64 = 2_001;
const NEIGHBOUR: i64 = 2_002;
/// The worker looks at the news within this time.
const PATIENCE: std::time::Duration = std::time::Duration::from_secs(30);

/// The one-time token in what `nazorat invite` printed.
fn token(printed: &Finished) -> String {
    let words = printed.out.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_');
    let token = words.filter_map(|word| word.strip_prefix("i_")).find(|token| token.len() == 48);
    token.unwrap_or_else(|| panic!("no link in\n{}", printed.all())).to_owned()
}

fn invite(city: &Installation, arguments: &[&str]) -> String {
    let all: Vec<&str> = ["invite"].iter().chain(arguments).copied().collect();
    token(&city.run(&all).done())
}

/// Follows an invitation and accepts it in Uzbek.
async fn join(city: &Installation, person: i64, token: String) {
    let joins = |button: &Button| matches!(button, Button::Join { .. });
    city.telegram.follow(person, &Payload::Invitation(token));
    let offer = city.telegram.until_button(person, "the invitation", joins).await;
    city.telegram.press(person, &offer, joins).await;
    let sent = city.telegram.playground.send_text(person, "/language");
    let choice = city.telegram.reply_to(person, sent).await;
    city.telegram.press(person, &choice, |button| *button == Button::Speak(Language::UzLatn)).await;
}

async fn count(city: &Installation, sql: &str) -> i64 {
    city.base.raw().await.number(&format!("SELECT CAST(count(*) AS BIGINT) FROM {sql}")).await
}

async fn the_city_goes_to_work(base: Base, by: By) {
    let city = Installation::prepare(base, by).await;
    city.import_fergana();
    assert!(count(&city, "measure").await >= 20 && count(&city, "service").await >= 20);
    let running = city.serve().await;

    let officer =
        invite(&city, &["--role", "officer", "--organisation", "soliq", "--name", "Aziza Karimova"]);
    join(&city, OFFICER, officer).await;
    let controller =
        invite(&city, &["--role", "controller", "--organisation", "hokimlik", "--name", "Dilshod Rahimov"]);
    join(&city, CONTROLLER, controller).await;
    report_and_accept(&city).await;
    rate(&city).await;
    only_the_token_opens_the_figures(&city).await;
    look_at_the_panel(&city).await;

    let doctor = city.run(&["doctor"]);
    assert_eq!(doctor.code, Some(0), "{}", doctor.all());
    city.stop(running).await;
    city.telegram.assert_no_complaint();
}

async fn only_the_token_opens_the_figures(city: &Installation) {
    let figures = || reqwest::Client::new().get(format!("{}/metrics", city.url));
    for wrong in [figures(), figures().bearer_auth("another"), figures().bearer_auth("")] {
        let answer = wrong.send().await.expect("the program answers");
        assert_eq!(answer.status(), 401);
        assert_eq!(answer.text().await.expect("a body"), "");
    }
    let answer = figures().bearer_auth(METRICS_TOKEN).send().await.expect("the program answers");
    assert_eq!(answer.status(), 200);
    assert!(answer.text().await.expect("figures").contains("nazorat_"));
}

/// The officer opens the list, answers the first obligation in two taps, and is told that it was accepted.
async fn report_and_accept(city: &Installation) {
    let tasks = city.telegram.playground.send_text(OFFICER, "/tasks");
    let list = city.telegram.reply_to(OFFICER, tasks).await;
    let opens = |button: &Button| matches!(button, Button::Task { .. });
    let wanted = buttons(&list)
        .find_map(|button| match button {
            Button::Task { obligation } => Some(obligation),
            _ => None,
        })
        .unwrap_or_else(|| panic!("nothing to do in the list: {}", list.text));
    city.telegram.press(OFFICER, &list, opens).await;
    let done = |button: &Button| matches!(button, Button::Answer { obligation, kind: AnswerKind::Done, .. } if *obligation == wanted);
    let task = city.telegram.until_button(OFFICER, "the answers to choose from", done).await;
    city.telegram.press(OFFICER, &task, done).await;
    assert_eq!(count(city, &format!("obligation WHERE id = {wanted} AND state = 'reported'")).await, 1);

    let accepts =
        |button: &Button| matches!(button, Button::Accept { obligation, .. } if *obligation == wanted);
    let looks = |button: &Button| matches!(button, Button::Review { obligation } if *obligation == wanted);
    // This runs at any hour, and news wait for working hours: the list of reports is there at night as well.
    let asked = city.telegram.playground.send_text(CONTROLLER, "/review");
    let list = city.telegram.reply_to(CONTROLLER, asked).await;
    city.telegram.press(CONTROLLER, &list, looks).await;
    let report = city.telegram.until_button(CONTROLLER, "the decision", accepts).await;
    city.telegram.press(CONTROLLER, &report, accepts).await;
    assert_eq!(count(city, &format!("obligation WHERE id = {wanted} AND state = 'accepted'")).await, 1);
    let began = std::time::Instant::now();
    while count(city, "outbox WHERE purpose = 'accepted'").await == 0 {
        assert!(began.elapsed() < PATIENCE, "nobody tells the officer that it was accepted");
        tokio::time::sleep(std::time::Duration::from_millis(50)).await;
    }
}

/// Two citizens scan the same poster: one gives five stars, one gives two.
async fn rate(city: &Installation) {
    let links = city.run(&["links"]).done();
    let code = links.out.lines().find_map(|line| {
        let (_, payload) = line.rsplit_once("start=")?;
        match Payload::read(payload.trim())? {
            Payload::Rate(code) => Some(code),
            _ => None,
        }
    });
    let code = code.unwrap_or_else(|| panic!("no link in\n{}", links.all()));
    for (citizen, wanted) in [(CITIZEN, 5), (NEIGHBOUR, 2)] {
        let scanned = city.telegram.follow(citizen, &Payload::Rate(code.clone()));
        let question = city.telegram.reply_to(citizen, scanned).await;
        let gives = |button: &Button| matches!(button, Button::Rate { mark, .. } if *mark == Mark::new(wanted).unwrap());
        city.telegram.press(citizen, &question, gives).await;
        assert_eq!(count(city, &format!("rating WHERE mark = {wanted}")).await, 1);
    }
    assert_eq!(count(city, "citizen_case WHERE state = 'open'").await, 1);
}

/// The first administrator opens the one-time link that the terminal printed.
async fn look_at_the_panel(city: &Installation) {
    let token = invite(city, &["--role", "administrator", "--name", "Maʼmura Sobirova"]);
    let browser = Browser::start().await;
    browser.open(&format!("{}/join/{token}", city.url)).await;
    browser.click("main form button[type=submit]").await;
    browser
        .wait_until(
            "the first page after the sign-in",
            "return location.pathname !== '/join/' && !!document.querySelector('nav')",
        )
        .await;
    for path in ["/", "/orgs", "/ratings", "/plan", "/people"] {
        browser.open(&format!("{}{path}", city.url)).await;
        let heading = browser.text("h1").await.unwrap_or_default();
        assert!(!heading.trim().is_empty(), "{path} has no heading");
        assert!(browser.url().await.ends_with(path), "{path} led to {}", browser.url().await);
    }
    assert_eq!(browser.complaints().await, Vec::<String>::new());
    browser.forget_cookies().await;
    browser.open(&format!("{}/join/{token}", city.url)).await;
    assert!(
        browser.script("return document.querySelector('main form button[type=submit]')").await.is_null(),
        "the link works twice"
    );
}
