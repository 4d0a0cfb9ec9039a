//! The control officer's day: reports, requests for more time, ratings that look odd, words that must not stand.

use domain::clock::Clock;
use playground::ChatMessage;
use store::{StoreError, ratings};

use super::{desk, filled, walks::went};
use crate::support::city::{COLLEAGUE, CONTROLLER};
use crate::support::databases::{Base, on_both};
use crate::support::town::Town;

on_both!(the_control_officer_decides_about_reports, a_reviewer_settles_odd_ratings_and_bad_words);

const BAD: &str = "Navbatda soʻkishdi";

async fn the_control_officer_decides_about_reports(base: Base) {
    let (town, t) = filled(base).await;
    let desk = desk(&town, CONTROLLER, t).await;
    // A return without a reason is refused, and what was typed is kept.
    desk.follow(&t.nav_obligations()).await;
    desk.follow(&t.standing_review()).await;
    desk.follow_beside(town.city.organisation("soliq").names.in_language(t.language()), "NIS").await;
    desk.push(&t.obligation_return()).await;
    desk.refused_at(&t.obligation_reason()).await;
    desk.fill(&t.obligation_reason(), "3 ta xizmat yoʻq").await;
    desk.push(&t.obligation_return()).await;
    desk.done().await;
    desk.sees("3 ta xizmat yoʻq").await;

    // More time is refused with a reason, on the page to which the list of control leads.
    desk.follow(&t.nav_obligations()).await;
    desk.follow(&t.control_title()).await;
    desk.follow("Xarid tanlovi").await;
    desk.sees("Xarid tanlovi choʻzildi").await;
    desk.fill(&t.extension_card_reason(), "Muddat yetarli").await;
    desk.push(&t.extension_card_refuse()).await;
    desk.done().await;
    desk.sees("Muddat yetarli").await;

    // What is not needed any more is cancelled, and whoever had to do it hears why.
    desk.unfold(&t.obligation_cancel()).await;
    desk.fill(&t.obligation_cancel_reason(), "Boshqa bandga qoʻshildi").await;
    desk.push(&t.obligation_cancel_yes()).await;
    desk.done().await;
    desk.sees(&t.obligation_said_cancelled()).await;
    let hears = |message: &ChatMessage| message.from_bot && message.text.contains("Boshqa bandga qoʻshildi");
    // The colleague answers while the officer is on leave.
    town.telegram.until(COLLEAGUE, "the cancellation", hears).await;
    assert_eq!(desk.complaints_but_refusals().await, Vec::<String>::new());
    went(&town);
}

async fn a_reviewer_settles_odd_ratings_and_bad_words(base: Base) {
    let (town, t) = filled(base).await;
    burst(&town).await;
    let desk = desk(&town, CONTROLLER, t).await;
    desk.follow(&t.nav_ratings()).await;
    desk.follow(&t.ratings_apart_waiting(30)).await;
    desk.tick(&t.quarantine_pick("")).await;
    desk.push(&t.quarantine_leave_out()).await;
    desk.refused().await;
    desk.fill(&t.quarantine_reason(), "Bitta telefondan").await;
    desk.push(&t.quarantine_leave_out()).await;
    desk.done().await;
    desk.sees("Bitta telefondan").await;
    desk.follow(&t.nav_ratings()).await;
    desk.sees(&t.ratings_apart_left_out(30)).await;

    desk.follow(&t.themes_title()).await;
    desk.sees(BAD).await;
    desk.unfold_beside(BAD, &t.themes_decide()).await;
    desk.fill(&t.themes_reason(), "Haqorat").await;
    desk.push(&t.themes_hide()).await;
    desk.done().await;
    desk.does_not_see(BAD).await;
    assert_eq!(desk.complaints_but_refusals().await, Vec::<String>::new());
    went(&town);
}

/// Thirty equal marks of one minute at one point, and before them a citizen with bad words.
async fn burst(town: &Town) {
    let (now, today) = (town.clock.now(), town.clock.today());
    let vote = town.city.vote("soliq-malumotnoma", "angry", 1, today);
    let rated: Result<_, StoreError> = town
        .base
        .store
        .write(move |conn| {
            Box::pin(async move {
                let rated = ratings::rate(conn, &vote, now).await?;
                ratings::comment(conn, rated.rating, "angry", BAD, now).await
            })
        })
        .await;
    assert!(rated.expect("the words are kept"));
    let later = now + chrono::TimeDelta::hours(3);
    for voter in 0..30 {
        let vote = town.city.vote("suv-ulash", &format!("burst-{voter}"), 5, today);
        let kept: Result<_, StoreError> = town
            .base
            .store
            .write(move |conn| Box::pin(async move { ratings::rate(conn, &vote, later).await }))
            .await;
        kept.expect("the vote is kept");
    }
    town.clock.advance(chrono::TimeDelta::hours(4));
}
