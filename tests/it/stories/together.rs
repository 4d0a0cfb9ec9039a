//! A control officer decides about several reports in the panel, takes it back, and decides otherwise: the officer hears of the
//! last decision only.

use domain::answers::{Answer, AnswerKind};
use domain::clock::Clock;
use domain::together::UNDO_WINDOW;
use playground::ChatMessage;
use store::{NotDone, obligations};

use crate::support::city::{CONTROLLER, OFFICER};
use crate::support::databases::{Base, on_both};
use crate::support::town::{By, Town};
use crate::support::webdriver::{Browser, Look};

on_both!(three_are_accepted_and_taken_back_and_two_go_back_with_a_comment);

/// A Wednesday on which nothing is overdue yet.
const TODAY: &str = "2026-12-09T05:00:00Z";

/// The officer reports the first three.
async fn report(town: &Town) {
    let now = town.clock.now();
    town.city.make_obligations(town.clock.today(), now).await;
    let tax = town.city.obligations_of("soliq", &mut town.base.raw().await).await;
    let (organisation, tree) = (town.city.organisation("soliq").id, &town.city.catalogue.tree);
    let right = town.city.who(OFFICER).await.may_answer(organisation, tree).unwrap();
    let answer = Answer::new(AnswerKind::Done).with_text("Reyestrga 12 ta xizmat kiritildi").unwrap();
    let done: Result<(), NotDone> = town
        .base
        .store
        .write(move |conn| {
            Box::pin(async move {
                for id in tax.into_iter().take(3) {
                    obligations::answer(conn, &right, id, &answer, now).await?;
                }
                Ok(())
            })
        })
        .await;
    done.expect("the reports are kept");
}

fn told(town: &Town, words: &str) -> usize {
    let chat = town.telegram.playground.chat(OFFICER);
    chat.iter().filter(|message: &&ChatMessage| message.from_bot && message.text.contains(words)).count()
}

/// Clicks what is brought to the middle of the screen first, where no bar lies over it.
async fn click(browser: &Browser, selector: &str) {
    let seen = format!("document.querySelector({selector:?}).scrollIntoView({{ block: 'center' }})");
    browser.script(&seen).await;
    browser.click(selector).await;
}

async fn choose(browser: &Browser, number: usize) {
    for row in 1..=number {
        click(browser, &format!("#rows tr:nth-child({row}) input[name=item]")).await;
    }
}

async fn shows(browser: &Browser, words: &str) {
    let script = format!("return (document.querySelector('.tell')?.innerText || '').includes({words:?})");
    browser.wait_until(words, &script).await;
}

async fn three_are_accepted_and_taken_back_and_two_go_back_with_a_comment(base: Base) {
    let town = Town::open(base, By::Webhook, TODAY).await;
    report(&town).await;
    let browser = town.browser_of(CONTROLLER).await;
    browser.look(Look { width: 390, height: 844, dark: false }).await;
    browser.open(&format!("{}/obligations?standing=review", town.panel_url)).await;
    assert!(
        browser.text("#rows").await.is_some_and(|rows| rows.contains("Reyestrga 12 ta xizmat kiritildi"))
    );
    choose(&browser, 3).await;
    click(&browser, "#together button[value=accept]").await;
    shows(&browser, "Qabul qilindi: 3 ta").await;
    assert!(browser.url().await.contains("/obligations?standing=review&decided="));
    click(&browser, ".tell form button").await;
    shows(&browser, "3 ta hisobot yana tekshiruvda").await;

    choose(&browser, 2).await;
    browser.write("#together-reason", "Jadval toʻliq emas").await;
    click(&browser, "#together button[value=return]").await;
    shows(&browser, "Qayta ijroga yuborildi: 2 ta").await;
    let left = browser.script("return document.querySelectorAll('#rows tr').length").await;
    assert_eq!(left, 1, "the third waits still");
    town.telegram.quiet().await;
    assert_eq!(told(&town, "Jadval toʻliq emas"), 0, "it can be taken back yet");
    town.clock.advance(UNDO_WINDOW);
    town.telegram.until(OFFICER, "the last return", |_| told(&town, "Jadval toʻliq emas") == 2).await;
    assert_eq!(told(&town, "qabul qilindi"), 0, "what was taken back is never told");
    assert!(browser.complaints().await.is_empty());
    town.telegram.assert_no_complaint();
}
