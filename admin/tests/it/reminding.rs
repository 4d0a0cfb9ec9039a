//! How a plan reminds: who sees it, who changes it, what it will look like, and a trial.

use axum::http::StatusCode;
use domain::ids::{OrganisationId, PlanId};
use domain::language::Language;
use domain::people::Role;
use domain::reminders::Policy;
use store::news::{self, NewsKind};
use store::{plan, reminders};

use crate::browser::Browser;
use crate::city::City;
use crate::work::{LOCAL, assert_harmless, read, typed};

async fn the_plan(city: &City) -> PlanId {
    read(city, |conn| Box::pin(plan::plans(conn))).await[0].id
}

async fn policy(city: &City, plan: PlanId) -> Policy {
    read(city, move |conn| Box::pin(reminders::policy(conn, plan))).await.unwrap()
}

/// The value of a hidden field of the page.
fn hidden(page: &str, name: &str) -> String {
    let from = page.split(&format!("name=\"{name}\" value=\"")).nth(1).unwrap();
    let value = from.split('"').next().unwrap();
    value.replace("&#34;", "\"").replace("&quot;", "\"").replace("&#38;", "&")
}

fn form(page: &str, settings: &str) -> String {
    format!(
        "token={}&seen={}&obligation={}&{settings}",
        hidden(page, "token"),
        typed(&hidden(page, "seen")),
        hidden(page, "obligation")
    )
}

#[tokio::test]
async fn an_administrator_changes_how_a_plan_reminds_and_others_only_see_it() {
    let city = City::at(LOCAL).await;
    let plan = the_plan(&city).await;
    let path = format!("/plan/{plan}/reminding");
    let mut browser = Browser::of(&city, city.administrator).await;
    assert!(browser.get("/plan").await.body.contains(&format!("href=\"{path}\"")));
    let page = browser.get(&path).await.body;
    assert!(page.contains("value=\"10, 5, 3, 1\"") && page.contains("name=\"urgent\""), "{page}");

    let settings = "before=20%2C+4&daily_after=2&mon=1&fri=1&urgent=1";
    // Shown, but not kept.
    let shown = browser.post(&path, &form(&page, &format!("{settings}&wants=show"))).await;
    assert_eq!(shown.status, StatusCode::OK);
    assert!(shown.body.contains("muddatga 20 ish kuni qolganda") && shown.body.contains("value=\"20, 4\""));
    assert_eq!(policy(&city, plan).await, Policy::default());
    // Kept.
    let saved = browser.post(&path, &form(&page, &format!("{settings}&wants=save"))).await;
    assert_eq!(saved.status, StatusCode::SEE_OTHER, "{}", saved.body);
    let kept = policy(&city, plan).await;
    assert_eq!((kept.before(), kept.daily_after(), kept.repeats_weekly()), (&[20, 4][..], 2, false));
    assert!(kept.is_urgent() && kept.list_days().len() == 2);
    assert!(browser.get(saved.location()).await.body.contains("Saqlandi"));
    // What was opened before that is not kept over it.
    let late = browser.post(&path, &form(&page, "before=3&daily_after=1&wants=save")).await;
    assert_eq!(late.status, StatusCode::CONFLICT);
    assert_eq!(policy(&city, plan).await, kept);

    let mut other = Browser::of(&city, city.controller).await;
    let page = other.get(&path).await.body;
    assert!(page.contains("20, 4") && !page.contains("name=\"before\""), "{page}");
    let form = format!("token={}&before=3&daily_after=1&wants=save", hidden(&page, "token"));
    let refused = other.post(&path, &form).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
    assert_eq!(policy(&city, plan).await, kept);
}

#[tokio::test]
async fn wrong_settings_are_explained_and_nothing_is_kept() {
    let city = City::at(LOCAL).await;
    let plan = the_plan(&city).await;
    let path = format!("/plan/{plan}/reminding");
    let mut browser = Browser::of(&city, city.administrator).await;
    for (settings, words) in [
        ("before=&daily_after=5", "1 tadan 8 tagacha"),
        ("before=100&daily_after=5", "60 ish kunigacha"),
        ("before=3%2C+5&daily_after=5", "kattasidan kichigiga"),
        ("before=5&daily_after=99", "20 ish kunigacha"),
        ("before=%3Cscript%3Ealert(1)&daily_after=x", "60 ish kunigacha"),
    ] {
        let page = browser.get(&path).await.body;
        let answer = browser.post(&path, &form(&page, &format!("{settings}&wants=save"))).await;
        assert_eq!(answer.status, StatusCode::UNPROCESSABLE_ENTITY, "{settings}");
        assert!(answer.body.contains(words), "{settings}: {}", answer.body);
        assert_harmless(&answer.body);
    }
    assert_eq!(policy(&city, plan).await, Policy::default());
    for missing in ["/plan/987654/reminding", "/plan/x/reminding"] {
        assert!(browser.get(missing).await.status.is_client_error(), "{missing}");
    }
}

#[tokio::test]
async fn the_preview_shows_real_dates_and_the_message_in_four_languages() {
    let city = City::at(LOCAL).await;
    let path = format!("/plan/{}/reminding", the_plan(&city).await);
    for person in [city.administrator, city.controller, city.officer] {
        let mut browser = Browser::of(&city, person).await;
        for language in Language::ALL {
            browser.cookies.insert("lang".into(), language.tag().into());
            let page = browser.get(&path).await;
            assert_eq!(page.status, StatusCode::OK, "{}", page.body);
            for title in ["<b>Eslatma: ", "<b>Эслатма: ", "<b>Напоминание: ", "<b>Reminder: "]
            {
                assert!(page.body.contains(title), "{title} in {language:?}: {}", page.body);
            }
            for fault in [" style=\"", "<script>", "{{", "{$", "<va>", "NaN"] {
                assert!(!page.body.contains(fault), "{fault} in {language:?}");
            }
        }
    }
    // The choice is kept in the address; who sees one organisation chooses among its own.
    let mut officer = Browser::of(&city, city.officer).await;
    let page = officer.get(&path).await.body;
    assert!(page.contains("Kadastr") && !page.contains("Suv taʼminoti korxonasi · "), "{page}");
    let last = page.rsplit("<option value=\"").next().unwrap().split('"').next().unwrap().to_owned();
    let chosen = officer.get(&format!("{path}?obligation={last}")).await.body;
    assert!(chosen.contains(&format!("<option value=\"{last}\" selected")), "{chosen}");
}

#[tokio::test]
async fn a_trial_is_a_line_of_news_for_who_has_a_chat_and_a_kind_word_for_who_has_none() {
    let city = City::at(LOCAL).await;
    let plan = the_plan(&city).await;
    let path = format!("/plan/{plan}/reminding");
    let trials = async || {
        let news = read(&city, |conn| Box::pin(news::take(conn, 10_000))).await;
        news.into_iter().filter(|line| line.kind == NewsKind::ReminderTrial).count()
    };
    let mut controller = Browser::of(&city, city.controller).await;
    let page = controller.get(&path).await.body;
    let trial =
        |page: &str| format!("token={}&obligation={}", hidden(page, "token"), hidden(page, "obligation"));
    let sent = controller.post(&format!("{path}/trial"), &trial(&page)).await;
    assert_eq!(sent.status, StatusCode::SEE_OTHER, "{}", sent.body);
    assert!(controller.get(sent.location()).await.body.contains("Sinov xabari chatingizga yuborilmoqda"));
    assert_eq!(trials().await, 1);

    let mut unlinked = Browser::of(&city, city.administrator).await;
    let page = unlinked.get(&path).await.body;
    let sent = unlinked.post(&format!("{path}/trial"), &trial(&page)).await;
    let told = unlinked.get(sent.location()).await.body;
    assert!(told.contains("Telegram bilan bogʻlanmagan") && told.contains("href=\"/welcome\""), "{told}");

    // An assignment of another organisation is none of an officer's business.
    let suv: OrganisationId = city.organisation("suv").await;
    let stranger = city.enter("Begona", Role::Officer, suv, 777).await;
    let mut officer = Browser::of(&city, city.officer).await;
    let foreign = hidden(&officer.get(&path).await.body, "obligation");
    let mut stranger = Browser::of(&city, stranger).await;
    let token = hidden(&stranger.get(&path).await.body, "token");
    let refused =
        stranger.post(&format!("{path}/trial"), &format!("token={token}&obligation={foreign}")).await;
    assert!(refused.status.is_client_error(), "{}", refused.status);
    assert_eq!(trials().await, 1);
}
