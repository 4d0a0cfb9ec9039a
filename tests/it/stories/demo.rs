//! The demo, as the README promises it: one command, and the whole story can be played by hand.

use std::time::{Duration, Instant};

use domain::answers::AnswerKind;
use domain::buttons::{Button, VisitAct, VisitStep};
use domain::ids::ObligationId;
use domain::ratings::Mark;
use serde_json::json;

use crate::support::demo::{Chats, Demo};
use crate::support::webdriver::Browser;

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_story_can_be_played_by_hand() {
    let mut demo = Demo::start().await;
    let browser = Browser::start().await;
    browser.open(&demo.sign_in).await;
    browser.click("main form button[type=submit]").await;
    browser.wait_until("a page of the panel", "return !!document.querySelector('#waiting')").await;

    // The clock goes to the morning before a deadline: the officers' digests arrive, and the panel stays open.
    demo.chats.post("jump", json!({ "id": "deadline" })).await;
    let people = demo.chats.people().await;
    let is_task = |button: &Button| {
        matches!(button, Button::Task { .. } | Button::Answer { kind: AnswerKind::Done, .. })
    };
    let (officer, digest, task) = demo.chats.find(&people, "a digest", is_task).await;
    browser.open(&demo.panel).await;
    let stays = "return location.pathname === '/' && !!document.querySelector('#waiting')";
    browser.wait_until("the panel, still signed in after the clock was moved", stays).await;
    browser.script("window.thisPage = true").await;
    let before = browser.text("#waiting").await.unwrap_or_default();

    let obligation = report(&demo.chats, officer, digest, task).await;
    let changed = format!(
        "return window.thisPage === true && document.querySelector('#waiting').innerText !== {}",
        json!(before)
    );
    browser.wait_until("the new number, without a reload", &changed).await;

    let heard = demo.chats.messages(officer).await.len();
    accept(&demo.chats, &people, obligation).await;
    let began = Instant::now();
    while demo.chats.messages(officer).await.len() <= heard {
        assert!(began.elapsed() < Duration::from_secs(20), "the officer is not told");
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    rate(&demo.chats, &people).await;
    rate_with_a_slip(&demo.chats, &people).await;
    assert_eq!(browser.complaints().await, Vec::<String>::new());

    browser.open(&demo.chats.url).await;
    browser
        .wait_until(
            "the people on the chat page",
            "return document.querySelectorAll('#people li').length > 3",
        )
        .await;
    assert_eq!(browser.complaints().await, Vec::<String>::new());
    let status = demo.running.stop().await;
    assert!(status.success(), "it ended with {status}\n{}", demo.running.printed());
}

/// Two taps from the digest to the answer "done".
async fn report(chats: &Chats, officer: i64, digest: i64, task: Button) -> ObligationId {
    let obligation = match &task {
        Button::Task { obligation } | Button::Answer { obligation, .. } => *obligation,
        other => panic!("not about an obligation: {other:?}"),
    };
    let done = |button: &Button| matches!(button, Button::Answer { obligation: of, kind: AnswerKind::Done, .. } if *of == obligation);
    let (message, answer) = if done(&task) {
        (digest, task)
    } else {
        chats.press(officer, digest, &task).await;
        let (_, message, answer) = chats.find(&[officer], "the answers to choose from", done).await;
        (message, answer)
    };
    chats.press(officer, message, &answer).await;
    obligation
}

/// The deputy hokim finds the report in the chat and accepts it.
async fn accept(chats: &Chats, people: &[i64], wanted: ObligationId) {
    let accepts =
        |button: &Button| matches!(button, Button::Accept { obligation, .. } if *obligation == wanted);
    let reviews = |button: &Button| {
        accepts(button) || matches!(button, Button::Review { obligation } if *obligation == wanted)
    };
    let (deputy, message, button) = chats.find(people, "the report", reviews).await;
    if !accepts(&button) {
        chats.press(deputy, message, &button).await;
    }
    let (deputy, message, button) = chats.find(&[deputy], "the decision", accepts).await;
    chats.press(deputy, message, &button).await;
}

/// Another citizen scans a slip with a visit code and gives four stars.
async fn rate_with_a_slip(chats: &Chats, people: &[i64]) {
    let links = chats.get("links?lang=en").await;
    let payloads = links.as_array().expect("links").iter().filter_map(|link| link["payload"].as_str());
    let slip = payloads.into_iter().find(|payload| payload.starts_with("v_")).expect("a slip to scan");
    let citizen = people[people.len() - 2];
    chats.post("act", json!({ "do": "start", "person": citizen, "payload": slip })).await;
    let four = |button: &Button| matches!(button, Button::Visit(VisitStep { act: VisitAct::Rate(mark), .. }) if mark.get() == 4);
    let (citizen, message, button) = chats.find(&[citizen], "four stars", four).await;
    chats.press(citizen, message, &button).await;
    chats.find(&[citizen], "thanks", |button| matches!(button, Button::ChangeMark { .. })).await;
}

/// A citizen scans one of the codes on the wall and gives five stars.
async fn rate(chats: &Chats, people: &[i64]) {
    let links = chats.get("links?lang=en").await;
    let payloads = links.as_array().expect("links").iter().filter_map(|link| link["payload"].as_str());
    let poster = payloads.into_iter().find(|payload| payload.starts_with("r_")).expect("a poster to scan");
    let citizen = *people.last().expect("people");
    chats.post("act", json!({ "do": "start", "person": citizen, "payload": poster })).await;
    let five =
        |button: &Button| matches!(button, Button::Rate { mark, .. } if *mark == Mark::new(5).unwrap());
    let (citizen, message, button) = chats.find(&[citizen], "five stars", five).await;
    chats.press(citizen, message, &button).await;
    let after = |button: &Button| matches!(button, Button::Comment { .. } | Button::ChangeMark { .. });
    chats.find(&[citizen], "thanks", after).await;
}
