//! A citizen gives a low mark in the chat; the control officer sees it, the officer answers in the panel, and the citizen hears it.

use domain::buttons::{Button, CaseStep};
use domain::cases::Verdict;
use domain::links::Payload;

use super::{desk, filled, walks::went};
use crate::support::city::{CITIZEN, CONTROLLER, OTHER_OFFICER};
use crate::support::databases::{Base, on_both};
use crate::support::telegram::buttons;
use crate::support::town::Town;

on_both!(a_citizen_hears_what_was_done);

const COMMENT: &str = "Ikki haftadan beri suv yoʻq";
const ANSWER: &str = "Quvur almashtirildi, suv keldi";

async fn a_citizen_hears_what_was_done(base: Base) {
    let (town, t) = filled(base).await;
    rate(&town).await;

    let control = desk(&town, CONTROLLER, t).await;
    control.follow(&t.nav_ratings()).await;
    control.follow(&t.cases_all()).await;
    control.sees(COMMENT).await;
    control.follow_beside(COMMENT, &t.case_open()).await;
    control.arrives("/cases/").await;
    control.sees(COMMENT).await;
    control.sees(&t.case_wanted()).await;
    control.sees(&t.case_waits()).await;
    control.does_not_see(&t.case_answer_label()).await;

    let officer = desk(&town, OTHER_OFFICER, t).await;
    officer.follow(&t.nav_ratings()).await;
    officer.follow(&t.cases_all()).await;
    officer.follow_beside(COMMENT, &t.case_reply()).await;
    // Spaces are no answer.
    officer.fill(&t.case_answer_label(), "   ").await;
    officer.push(&t.case_send()).await;
    officer.refused_at(&t.case_answer_label()).await;
    officer.sees(&t.case_answer_missing()).await;
    officer.fill(&t.case_answer_label(), ANSWER).await;
    officer.push(&t.case_send()).await;
    officer.done().await;
    officer.sees(ANSWER).await;
    officer.does_not_see(&t.case_answer_label()).await;
    assert_eq!(officer.complaints_but_refusals().await, Vec::<String>::new());

    judge(&town).await;
    control.follow(&t.ratings_cases_title()).await;
    control.follow(&t.cases_answered()).await;
    control.follow_beside(COMMENT, &t.case_open()).await;
    control.sees(ANSWER).await;
    control.sees(&t.case_verdict_solved()).await;
    assert_eq!(control.complaints().await, Vec::<String>::new());
    town.telegram.assert_no_complaint();
    went(&town);
}

/// The citizen scans, gives two stars, wants to hear the answer, and says what is wrong.
async fn rate(town: &Town) {
    let (code, ..) = town.city.point("suv-ulash");
    let scanned = town.telegram.follow(CITIZEN, &Payload::Rate(code));
    let question = town.telegram.reply_to(CITIZEN, scanned).await;
    let two = |button: &Button| matches!(button, Button::Rate { mark, .. } if mark.get() == 2);
    town.telegram.press(CITIZEN, &question, two).await;
    let tells = |button: &Button| matches!(button, Button::Case(CaseStep::Tell { .. }));
    let thanks = town.telegram.until_button(CITIZEN, "the thanks", tells).await;
    town.telegram.press(CITIZEN, &thanks, tells).await;
    let said = town.telegram.playground.send_text(CITIZEN, COMMENT);
    town.telegram.reply_to(CITIZEN, said).await;
}

/// The citizen reads the answer, word for word, and says that it helped.
async fn judge(town: &Town) {
    let helped =
        |button: &Button| matches!(button, Button::Case(CaseStep::Said { verdict: Verdict::Solved, .. }));
    let answer = town
        .telegram
        .until(CITIZEN, "the answer", |message| {
            message.text.contains(ANSWER) && buttons(message).any(|one| helped(&one))
        })
        .await;
    town.telegram.press(CITIZEN, &answer, helped).await;
    town.telegram.quiet().await;
}
