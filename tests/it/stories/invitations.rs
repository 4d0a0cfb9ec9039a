//! How people come in: a one-time link, a language, and from then on they are known. A link that is used, old or
//! invented lets nobody in.

use chrono::TimeDelta;
use domain::buttons::Button;
use domain::clock::Clock;
use domain::language::Language;
use domain::links::Payload;
use domain::people::{Grant, MayInvite, Role};
use store::StoreError;
use store::tokens::Token;

use crate::support::databases::Base;
use crate::support::telegram::buttons;
use crate::support::town::{By, Town, each_way};

each_way!(a_link_admits_the_officer_in_the_chosen_language, a_used_an_old_and_an_invented_link_admit_nobody,);

const MORNING: &str = "2026-11-24T05:00:00Z";
const NEWCOMER: i64 = 3_001;
const STRANGER: i64 = 3_002;

/// A link for a new officer of the archive.
async fn invite(town: &Town) -> Payload {
    let (organisation, now) = (town.city.organisation("arxiv").id, town.clock.now());
    let token: Result<Token, StoreError> = town
        .base
        .store
        .write(move |conn| {
            Box::pin(async move {
                let right = MayInvite::at_the_machine(Grant { role: Role::Officer, organisation });
                let person =
                    store::people::enter(conn, &right, "Yangi xodim", None, Language::UzLatn, now).await?;
                store::people::invite(conn, &right, person, now).await
            })
        })
        .await;
    Payload::Invitation(token.expect("an invitation").reveal().to_owned())
}

fn joins(button: &Button) -> bool {
    matches!(button, Button::Join { .. })
}

async fn linked(town: &Town, telegram_id: i64) -> i64 {
    let sql = format!("SELECT CAST(count(*) AS BIGINT) FROM person WHERE telegram_id = {telegram_id}");
    town.base.raw().await.number(&sql).await
}

async fn a_link_admits_the_officer_in_the_chosen_language(base: Base, by: By) {
    let town = Town::open(base, by, MORNING).await;
    let link = invite(&town).await;
    let opened = town.telegram.follow(NEWCOMER, &link);
    let offer = town.telegram.reply_to(NEWCOMER, opened).await;
    assert_eq!(linked(&town, NEWCOMER).await, 0, "looking at an invitation does not use it up");
    let russian = |button: &Button| matches!(button, Button::ReadInvitation { language: Language::Ru, .. });
    town.telegram.press(NEWCOMER, &offer, russian).await;
    let in_russian = |button: &Button| matches!(button, Button::Join { language: Language::Ru, .. });
    let offer = town.telegram.until_button(NEWCOMER, "the invitation in Russian", in_russian).await;
    town.telegram.press(NEWCOMER, &offer, in_russian).await;
    let officer = town.city.who(NEWCOMER).await;
    assert_eq!(officer.language, Language::Ru);
    assert_eq!(
        officer.grants,
        [Grant { role: Role::Officer, organisation: town.city.organisation("arxiv").id }]
    );
    let asked = town.telegram.playground.send_text(NEWCOMER, "/tasks");
    let tasks = town.telegram.reply_to(NEWCOMER, asked).await;
    assert!(tasks.text.contains(|letter| ('а'..='я').contains(&letter)), "not in Russian: {}", tasks.text);
    let asked = town.telegram.playground.send_text(NEWCOMER, "/language");
    let choice = town.telegram.reply_to(NEWCOMER, asked).await;
    town.telegram.press(NEWCOMER, &choice, |button| *button == Button::Speak(Language::UzCyrl)).await;
    assert_eq!(town.city.who(NEWCOMER).await.language, Language::UzCyrl);
    town.telegram.assert_no_complaint();
}

async fn a_used_an_old_and_an_invented_link_admit_nobody(base: Base, by: By) {
    let town = Town::open(base, by, MORNING).await;
    let used = invite(&town).await;
    town.telegram.follow(NEWCOMER, &used);
    let offer = town.telegram.until_button(NEWCOMER, "the invitation", joins).await;
    town.telegram.press(NEWCOMER, &offer, joins).await;
    assert_eq!(linked(&town, NEWCOMER).await, 1);

    let old = invite(&town).await;
    town.telegram.follow(STRANGER, &old);
    let offer = town.telegram.until_button(STRANGER, "the invitation", joins).await;
    town.clock.advance(TimeDelta::hours(73));
    town.telegram.press(STRANGER, &offer, joins).await;
    let told =
        |now: &playground::ChatMessage| now.id >= offer.id && !buttons(now).any(|button| joins(&button));
    town.telegram.until(STRANGER, "why an old invitation admits nobody", told).await;
    let invented = Payload::Invitation("0".repeat(48));
    for link in [used, old, invented] {
        let before = people(&town).await;
        let opened = town.telegram.follow(STRANGER, &link);
        let reply = town.telegram.reply_to(STRANGER, opened).await;
        assert!(!reply.text.trim().is_empty());
        assert!(!buttons(&reply).any(|button| joins(&button)), "it offers: {}", reply.text);
        assert_eq!(people(&town).await, before);
    }
    assert_eq!(linked(&town, STRANGER).await, 0);
}

/// All that is kept of people, once the bot has taken all updates. The planner goes on meanwhile.
async fn people(town: &Town) -> String {
    town.telegram.quiet().await;
    town.base.raw().await.everything_in(&["person", "role_grant", "invitation"]).await
}
