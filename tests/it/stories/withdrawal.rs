//! Somebody of the staff withdraws their consent: the promise of the invitation is kept.

use domain::buttons::{Button, ForgetAct};
use domain::clock::{Clock, tashkent_day};
use domain::language::Language;
use domain::people::{Role, Scope};
use playground::Persona;
use serde_json::json;
use store::outbox::{self, NewMessage, Policy, Priority};
use store::{NotDone, StoreError, people};

use crate::support::city;
use crate::support::databases::{Base, on_both};
use crate::support::town::{By, Town};
use crate::support::traces::{everything_kept, found, number};

on_both!(who_withdraws_is_unlinked_and_their_place_is_vacant);

const MORNING: &str = "2026-11-24T05:00:00Z";
/// A number that occurs nowhere else.
const OFFICER: i64 = 7_111_222_333_444;
const NAME: &str = "Tanilgan Xodim";

fn forgets(wanted: ForgetAct) -> impl Fn(&Button) -> bool {
    move |button| matches!(button, Button::Forget(step) if step.act == wanted)
}

async fn count(town: &Town, sql: &str) -> i64 {
    town.base.raw().await.number(&format!("SELECT CAST(count(*) AS BIGINT) FROM {sql}")).await
}

/// The only officer of the archive, for whom a message waits.
async fn open(base: Base) -> Town {
    let town = Town::open(base, By::Webhook, MORNING).await;
    town.telegram.playground.add_person(Persona {
        id: OFFICER,
        first_name: "Tanilgan".into(),
        last_name: None,
        language_code: "uz".into(),
        about: String::new(),
    });
    let now = town.clock.now();
    let officer = (OFFICER, NAME, Role::Officer, "arxiv", Language::UzLatn);
    let joined: Result<_, NotDone> = town
        .base
        .store
        .write(move |conn| {
            Box::pin(async move {
                let person = city::enter(conn, officer, now).await?;
                let message = NewMessage {
                    chat_id: OFFICER,
                    person: Some(person),
                    purpose: domain::delivery::Purpose::Digest,
                    method: "sendMessage",
                    body: &json!({ "chat_id": OFFICER, "text": "ertaga" }).to_string(),
                    priority: Priority::Bulk,
                    policy: Policy::Resend,
                    dedupe: None,
                    not_before: now + chrono::TimeDelta::days(1),
                };
                Ok(outbox::put(conn, &message, now).await?)
            })
        })
        .await;
    joined.expect("the officer joins");
    town
}

/// Whether a page shows the frame of somebody who is signed in.
async fn is_signed_in(town: &Town, session: &str) -> bool {
    let page = reqwest::Client::new().get(format!("{}/orgs", town.panel_url));
    let page = page.header("cookie", format!("session={session}")).send().await.expect("the panel answers");
    page.text().await.expect("a page").contains("action=\"/logout\"")
}

async fn who_withdraws_is_unlinked_and_their_place_is_vacant(base: Base) {
    let town = open(base).await;
    let session = town.session_of(OFFICER).await;
    assert!(is_signed_in(&town, &session).await);
    let said = town.telegram.playground.start(OFFICER, None);
    town.telegram.reply_to(OFFICER, said).await;
    // The way that the text of the consent names.
    let said = town.telegram.playground.send_text(OFFICER, "/maxfiylik");
    let told = town.telegram.reply_to(OFFICER, said).await;
    town.telegram.press(OFFICER, &told, forgets(ForgetAct::AskToWithdraw)).await;
    let asked = town.telegram.until_button(OFFICER, "the question", forgets(ForgetAct::Withdraw)).await;
    assert_eq!(count(&town, &format!("person WHERE telegram_id = {OFFICER}")).await, 1);
    assert!(!found(&number(OFFICER), &everything_kept(&town.base).await).is_empty());
    town.telegram.press(OFFICER, &asked, forgets(ForgetAct::Withdraw)).await;
    let done = |message: &playground::ChatMessage| message.text.contains("qaytarib olindi");
    town.telegram.until(OFFICER, "that it is done", done).await;

    assert_eq!(found(&number(OFFICER), &everything_kept(&town.base).await), Vec::<String>::new());
    let stays = format!("person WHERE name = '{NAME}' AND telegram_id IS NULL");
    assert_eq!(count(&town, &stays).await, 1);
    assert_eq!(count(&town, "outbox WHERE state = 'dropped' AND cause = 'forgotten' AND body = ''").await, 1);
    assert_eq!(count(&town, "event WHERE action = 'withdrew'").await, 1);
    assert!(!is_signed_in(&town, &session).await, "the session ended");
    let today = tashkent_day(town.clock.now());
    let vacancies: Result<_, StoreError> = town
        .base
        .store
        .read(|conn| Box::pin(async move { people::vacancies(conn, &Scope::All, today).await }))
        .await;
    let archive = town.city.organisation("arxiv").id;
    assert!(vacancies.expect("vacancies").iter().any(|one| one.organisation == archive));
    // Whoever writes again is somebody whom the city does not know.
    let said = town.telegram.playground.send_text(OFFICER, "/tasks");
    town.telegram.reply_to(OFFICER, said).await;
    assert_eq!(found(&number(OFFICER), &everything_kept(&town.base).await), Vec::<String>::new());
}
