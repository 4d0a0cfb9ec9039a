//! A low mark is answered in the chat, the citizen hears it and judges it; and nothing kept says who the citizen was.

use domain::buttons::{Button, CaseStep};
use domain::cases::Verdict;
use domain::links::Payload;
use domain::ratings::Mark;
use playground::ChatMessage;

use crate::support::city::{CONTROLLER, OFFICER};
use crate::support::databases::Base;
use crate::support::town::{By, Town, each_way};

each_way!(
    an_answer_reaches_the_citizen_who_says_it_helped,
    an_answer_that_did_not_help_opens_the_case_again_once,
    a_citizen_who_blocked_the_bot_is_forgotten_all_the_same,
    a_raised_mark_ends_the_case_and_forgets_the_citizen,
);

const MORNING: &str = "2026-11-24T05:00:00Z";
/// A number that occurs nowhere else.
const CITIZEN: i64 = 987_654_321_012;

async fn count(town: &Town, sql: &str) -> i64 {
    town.base.raw().await.number(&format!("SELECT CAST(count(*) AS BIGINT) FROM {sql}")).await
}

fn step(wanted: impl Fn(CaseStep) -> bool) -> impl Fn(&Button) -> bool {
    move |button| matches!(button, Button::Case(step) if wanted(*step))
}

/// Scans, gives a mark, and gets the thanks.
async fn rate(town: &Town, mark: u8) -> ChatMessage {
    let (code, ..) = town.city.point("soliq-malumotnoma");
    let scanned = town.telegram.follow(CITIZEN, &Payload::Rate(code));
    let question = town.telegram.reply_to(CITIZEN, scanned).await;
    let gives = |button: &Button| matches!(button, Button::Rate { mark: one, .. } if *one == Mark::new(mark).unwrap());
    town.telegram.press(CITIZEN, &question, gives).await;
    let changes = |button: &Button| matches!(button, Button::ChangeMark { .. });
    town.telegram.until_button(CITIZEN, "the thanks", changes).await
}

async fn tell_me(town: &Town, thanks: &ChatMessage) {
    town.telegram.press(CITIZEN, thanks, step(|step| matches!(step, CaseStep::Tell { .. }))).await;
    town.telegram.quiet().await;
    assert_eq!(count(town, "citizen_case WHERE sealed_chat IS NOT NULL").await, 1);
}

/// The officer hears of the case, taps once and answers in words.
async fn answers(town: &Town, words: &str) {
    let asks = step(|step| matches!(step, CaseStep::Answer { .. }));
    let heard = town.telegram.until_button(OFFICER, "the case", &asks).await;
    town.telegram.press(OFFICER, &heard, &asks).await;
    let said = town.telegram.playground.send_text(OFFICER, words);
    let answered = |message: &ChatMessage| message.id <= said && message.text.contains(words);
    town.telegram.until(OFFICER, "the case with its answer", answered).await;
}

/// The citizen gets the answer and says what it was worth.
async fn judges(town: &Town, words: &str, verdict: Verdict) {
    let says = step(move |step| matches!(step, CaseStep::Said { verdict: one, .. } if one == verdict));
    let answer = town
        .telegram
        .until(CITIZEN, "the answer", |message| {
            message.text.contains(words) && crate::support::telegram::buttons(message).any(|one| says(&one))
        })
        .await;
    town.telegram.press(CITIZEN, &answer, &says).await;
    town.telegram.quiet().await;
}

/// Neither the number nor anything that leads to it is kept.
async fn assert_forgotten(town: &Town) {
    town.telegram.quiet().await;
    let sealed = "(SELECT sealed_chat FROM citizen_case UNION ALL SELECT sealed_chat FROM outbox) AS every
       WHERE sealed_chat IS NOT NULL";
    let began = std::time::Instant::now();
    while count(town, sealed).await > 0 {
        assert!(began.elapsed().as_secs() < 20, "a sealed chat stays");
        tokio::time::sleep(std::time::Duration::from_millis(10)).await;
    }
    assert_unnamed(town).await;
}

async fn assert_unnamed(town: &Town) {
    let kept = town.base.raw().await.everything().await;
    let line = kept.lines().find(|line| line.contains("987654321012"));
    assert_eq!(line, None, "the database names the citizen");
}

async fn an_answer_reaches_the_citizen_who_says_it_helped(base: Base, by: By) {
    let town = Town::open(base, by, MORNING).await;
    let thanks = rate(&town, 2).await;
    tell_me(&town, &thanks).await;
    assert_unnamed(&town).await;
    town.move_to("2026-11-24T07:00:00Z");
    answers(&town, "Navbatni uzaytirdik <b>").await;
    judges(&town, "Navbatni uzaytirdik <b>", Verdict::Solved).await;
    let judged = "case_answer WHERE verdict = 'solved' AND minutes BETWEEN 115 AND 120";
    assert_eq!(count(&town, judged).await, 1);
    assert_eq!(count(&town, "event WHERE subject = 'case' AND action = 'closed'").await, 1);
    town.telegram
        .until(OFFICER, "what the citizen says", |message| message.text.contains("yordam berdi"))
        .await;
    assert_forgotten(&town).await;
    town.telegram.assert_no_complaint();
}

async fn an_answer_that_did_not_help_opens_the_case_again_once(base: Base, by: By) {
    let town = Town::open(base, by, MORNING).await;
    let thanks = rate(&town, 1).await;
    tell_me(&town, &thanks).await;
    answers(&town, "Birinchi javob").await;
    judges(&town, "Birinchi javob", Verdict::Not).await;
    assert_eq!(count(&town, "citizen_case WHERE state = 'open' AND reopened = 1").await, 1);
    town.telegram
        .until(CONTROLLER, "that an answer did not help", |message| message.text.contains("Birinchi javob"))
        .await;
    answers(&town, "Ikkinchi javob").await;
    judges(&town, "Ikkinchi javob", Verdict::Not).await;
    assert_eq!(count(&town, "citizen_case WHERE state = 'answered' AND reopened = 1").await, 1);
    assert_eq!(count(&town, "case_answer WHERE verdict = 'not'").await, 2);
    assert_forgotten(&town).await;
    town.telegram.assert_no_complaint();
}

async fn a_citizen_who_blocked_the_bot_is_forgotten_all_the_same(base: Base, by: By) {
    let town = Town::open(base, by, MORNING).await;
    let thanks = rate(&town, 2).await;
    tell_me(&town, &thanks).await;
    town.telegram.playground.block(CITIZEN);
    answers(&town, "Javob yetib bormaydi").await;
    assert_forgotten(&town).await;
    assert_eq!(count(&town, "outbox WHERE purpose = 'case_answered' AND state = 'failed'").await, 1);
}

async fn a_raised_mark_ends_the_case_and_forgets_the_citizen(base: Base, by: By) {
    let town = Town::open(base, by, MORNING).await;
    let thanks = rate(&town, 2).await;
    tell_me(&town, &thanks).await;
    let asks = step(|step| matches!(step, CaseStep::Answer { .. }));
    town.telegram.until_button(OFFICER, "the case", &asks).await;
    rate(&town, 5).await;
    assert_forgotten(&town).await;
    town.telegram
        .until(OFFICER, "that no answer is needed", |message| message.text.contains("javob kerak emas"))
        .await;
    town.telegram.assert_no_complaint();
}
