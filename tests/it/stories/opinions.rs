//! What comes after the mark: reasons, criteria and comments, by people with phones, on both databases.

use domain::buttons::{Button, OpinionAct};
use domain::links::Payload;
use domain::ratings::{Criterion, Mark, Reason};
use playground::ChatMessage;

use crate::support::databases::Base;
use crate::support::town::{By, Town, each_way};

each_way!(
    two_taps_lead_from_the_scan_to_the_kept_vote,
    everything_after_the_mark_is_optional_and_kept_at_once
);

const MORNING: &str = "2026-11-24T05:00:00Z";
const CITIZEN: i64 = 987_654_321_014;

fn gives(wanted: u8) -> impl Fn(&Button) -> bool {
    move |button| matches!(button, Button::Rate { mark, .. } if *mark == Mark::new(wanted).unwrap())
}

fn does(wanted: OpinionAct) -> impl Fn(&Button) -> bool {
    move |button| matches!(button, Button::Opinion(step) if step.act == wanted)
}

async fn count(town: &Town, sql: &str) -> i64 {
    town.base.raw().await.number(&format!("SELECT CAST(count(*) AS BIGINT) FROM {sql}")).await
}

async fn two_taps_lead_from_the_scan_to_the_kept_vote(base: Base, by: By) {
    let town = Town::open(base, by, MORNING).await;
    let (code, ..) = town.city.point("suv-ulash");
    let mut taps = 0;
    let scanned = town.telegram.follow(CITIZEN, &Payload::Rate(code));
    taps += 1;
    let question = town.telegram.reply_to(CITIZEN, scanned).await;
    assert_eq!(count(&town, "rating").await, 0, "nobody votes by looking");
    town.telegram.press(CITIZEN, &question, gives(4)).await;
    taps += 1;
    assert_eq!((taps, count(&town, "rating WHERE mark = 4").await), (2, 1));
    assert_eq!(town.telegram.playground.chat(CITIZEN).iter().filter(|one| !one.from_bot).count(), 1);
    town.telegram.assert_no_complaint();
}

/// The message of the rating, as it looks now.
async fn thanks(town: &Town) -> ChatMessage {
    let step = |button: &Button| matches!(button, Button::Comment { .. });
    town.telegram.until_button(CITIZEN, "the rating", step).await
}

async fn everything_after_the_mark_is_optional_and_kept_at_once(base: Base, by: By) {
    let town = Town::open(base, by, MORNING).await;
    let (code, ..) = town.city.point("suv-ulash");
    let scanned = town.telegram.follow(CITIZEN, &Payload::Rate(code));
    let question = town.telegram.reply_to(CITIZEN, scanned).await;
    town.telegram.press(CITIZEN, &question, gives(2)).await;
    let ticking = OpinionAct::Tick { reason: Reason::Waiting, ticked: true };
    town.telegram.press(CITIZEN, &thanks(&town).await, does(ticking)).await;
    assert_eq!(count(&town, "rating_reason WHERE reason = 'waiting'").await, 1);

    let asking = OpinionAct::Ask(Criterion::Legality);
    town.telegram.press(CITIZEN, &thanks(&town).await, does(asking)).await;
    let judging = OpinionAct::Judge { criterion: Criterion::Legality, mark: Mark::new(3).unwrap() };
    let asked = town.telegram.until_button(CITIZEN, "a criterion", does(judging)).await;
    town.telegram.press(CITIZEN, &asked, does(judging)).await;
    assert_eq!(count(&town, "rating_criterion WHERE criterion = 'legality' AND mark = 3").await, 1);
    let asked = town.telegram.until_button(CITIZEN, "the next criterion", does(OpinionAct::Show)).await;
    town.telegram.press(CITIZEN, &asked, does(OpinionAct::Show)).await;
    thanks(&town).await;

    let telegram = &town.telegram.playground;
    let sendings: [&dyn Fn() -> i64; 4] = [
        &|| telegram.send_voice(CITIZEN, vec![1_u8; 16], 3),
        &|| telegram.send_sticker(CITIZEN, "👎"),
        &|| telegram.send_contact(CITIZEN, "+998901234567", true),
        &|| telegram.send_photo(CITIZEN, vec![1_u8; 16], "rasm"),
    ];
    for send in sendings {
        let sent = send();
        town.telegram.reply_to(CITIZEN, sent).await;
    }
    assert_eq!(count(&town, "rating WHERE comment IS NOT NULL").await, 0);
    let said = telegram.send_text(CITIZEN, "Navbat uzun");
    let kept = town.telegram.reply_to(CITIZEN, said).await;
    assert_eq!(count(&town, "rating WHERE comment = 'Navbat uzun'").await, 1, "{kept:?}");
    assert!(telegram.edit_text(CITIZEN, said, "Navbat uzun, joy yoʻq"));
    town.telegram.reply_to(CITIZEN, kept.id).await;
    assert_eq!(count(&town, "rating WHERE comment = 'Navbat uzun, joy yoʻq'").await, 1);

    // The person stops the bot, comes back, and changes the mark: reasons of a low mark do not fit it.
    telegram.block(CITIZEN);
    town.telegram.quiet().await;
    telegram.unblock(CITIZEN);
    town.telegram
        .press(CITIZEN, &thanks(&town).await, |button| matches!(button, Button::ChangeMark { .. }))
        .await;
    let question = town.telegram.until_button(CITIZEN, "the question", gives(5)).await;
    town.telegram.press(CITIZEN, &question, gives(5)).await;
    assert_eq!(count(&town, "rating_reason").await, 0);
    assert_eq!(count(&town, "rating WHERE mark = 5 AND comment IS NOT NULL").await, 1);
    let kept = town.base.raw().await.everything().await;
    assert_eq!(kept.lines().find(|line| line.contains("987654321014") || line.contains("901234567")), None);
    town.telegram.assert_no_complaint();
}
