//! The deputy hokim's morning.

use domain::buttons::Button;
use domain::clock::Clock;
use domain::compliance::Light;
use locales::{Texts, words};
use playground::ChatMessage;

use super::{MORNING, filled, language_of, walks::went};
use crate::support::city::{CONTROLLER, OFFICER, OTHER_OFFICER};
use crate::support::databases::{Base, on_both};
use crate::support::hand::Desk;
use crate::support::town::{By, Town};
use crate::support::webdriver::{Browser, Look};

on_both!(
    the_deputy_hokim_comes_in_with_a_number_and_goes_again,
    the_deputy_hokim_looks_into_what_is_late,
    the_deputy_hokim_reminds_whoever_is_late,
);

async fn the_deputy_hokim_comes_in_with_a_number_and_goes_again(base: Base) {
    let (town, t) = filled(base).await;
    let browser = Browser::start().await;
    browser.open(&format!("{}/orgs", town.panel_url)).await;
    browser.follow(&words::language_name(t.language())).await;
    browser.sees(&t.login_title()).await;
    let code = browser.text(".code").await.unwrap_or_default();
    assert!(code.trim().len() == 2 && code.trim().parse::<u8>().is_ok(), "two digits: {code}");
    // The link leads to Telegram; its end is what Telegram hands to the bot.
    let link = "return document.querySelector('a[href*=\"start=\"]').href.split('start=')[1]";
    let payload = browser.script(link).await.as_str().expect("a link").to_owned();
    town.telegram.playground.start(CONTROLLER, Some(&payload));
    let says_yes = |button: &Button| matches!(button, Button::SignIn { approve: true, .. });
    let asked = town.telegram.until_button(CONTROLLER, "the question", says_yes).await;
    assert!(asked.text.contains(code.trim()), "{} in {}", code, asked.text);
    town.telegram.press(CONTROLLER, &asked, says_yes).await;
    browser.arrives("/orgs").await;
    browser.sees(&t.overview_rate_column()).await;

    // On the phone the menu is at the thumb.
    browser.look(Look { width: 390, height: 844, dark: false }).await;
    browser.unfold(&t.tab_more()).await;
    browser.follow_to("/reports", &t.nav_reports()).await;
    browser.follow_to("/obligations", &t.tab_obligations()).await;
    browser.sees(&t.standing_overdue()).await;
    browser.look(Look { width: 1280, height: 900, dark: false }).await;
    browser.follow_to("/orgs", &t.nav_organisations()).await;

    // The look and the language are a tap each, and stay.
    browser.follow(&t.panel_dark()).await;
    browser.wait_until("the dark look", "return document.documentElement.dataset.theme === 'dark'").await;
    browser.follow("EN: English").await;
    browser.follow("Overview").await;
    browser.wait_until("English", "return document.documentElement.lang === 'en'").await;
    let stays = "return document.documentElement.dataset.theme === 'dark'";
    assert_eq!(browser.script(stays).await, true);
    browser.push("Sign out").await;
    browser.arrives("/login").await;
    browser.open(&format!("{}/orgs", town.panel_url)).await;
    browser.arrives("/login").await;
    assert_eq!(browser.complaints().await, Vec::<String>::new());
    went(&town);
}

async fn the_deputy_hokim_looks_into_what_is_late(base: Base) {
    let (town, t) = filled(base).await;
    let desk = super::desk(&town, CONTROLLER, t).await;
    desk.follow_beside(&t.overview_states(), &t.standing_overdue()).await;
    desk.arrives("/obligations?standing=overdue").await;
    desk.ask(&t.measures_search(), "nis").await;
    desk.sees("«nis»").await;
    desk.unfold(&t.views_save()).await;
    desk.fill(&t.views_name(), "NIS 2026").await;
    desk.push(&t.views_keep()).await;
    // The list stands among the kept ones from now on, wherever one comes from.
    desk.follow(&t.nav_obligations()).await;
    desk.follow("NIS 2026").await;
    desk.sees("«nis»").await;
    desk.follow(&t.measures_drop("«nis»")).await;
    desk.wait_until("the list without the words", "return !location.search.includes('q=')").await;
    desk.follow(&t.standing_review()).await;
    desk.arrives("/obligations?standing=review").await;
    keep_lists(&desk).await;
    narrow_organisations(&desk).await;
    find_and_step(&town, &desk).await;
    assert_eq!(desk.complaints().await, Vec::<String>::new());
    went(&town);
}

/// From the first page it is two presses to everybody who is late, from an organisation to those of it; nobody hears twice.
async fn the_deputy_hokim_reminds_whoever_is_late(base: Base) {
    let t = Texts::new(language_of(&base));
    let town = Town::open(base, By::Webhook, MORNING).await;
    town.city.make_obligations(town.clock.today(), town.clock.now()).await;
    let desk = super::desk(&town, CONTROLLER, t).await;
    desk.follow(&t.remind_link()).await;
    desk.arrives("/remind").await;
    desk.sees(&t.remind_unheard()).await;
    desk.push(&t.remind_send()).await;
    desk.sees(&t.remind_all_called()).await;
    desk.wait_until("no button any more", "return !document.querySelector('main form')").await;
    let by = town.city.who(CONTROLLER).await.name;
    let reminds = |message: &ChatMessage| message.from_bot && message.text.contains(&format!("🛑 {by}"));
    town.telegram.until(OFFICER, "the reminder by hand", reminds).await;
    town.telegram.until(OTHER_OFFICER, "the reminder by hand", reminds).await;

    let tax = town.city.organisation("soliq").names.in_language(t.language()).to_owned();
    desk.follow_to("/orgs", &t.nav_organisations()).await;
    desk.follow(&tax).await;
    desk.follow(&t.remind_link()).await;
    desk.sees(&t.remind_all_called()).await;
    desk.follow(&tax).await;
    desk.arrives("/orgs/").await;
    assert_eq!(desk.complaints().await, Vec::<String>::new());
    town.telegram.quiet().await;
    assert_eq!(town.telegram.playground.chat(OFFICER).iter().filter(|one| reminds(one)).count(), 1);
    went(&town);
}

/// The kept list gets another name, and goes.
async fn keep_lists(desk: &Desk) {
    let t = desk.t;
    desk.follow(&t.views_manage()).await;
    desk.fill(&t.views_name(), "NIS").await;
    desk.push(&t.views_rename()).await;
    desk.sees("NIS").await;
    desk.does_not_see("NIS 2026").await;
    desk.push(&t.views_remove()).await;
    desk.sees(&t.views_none()).await;
}

/// A chip narrows the organisations of the first page where they stand; on their own page it can be kept.
async fn narrow_organisations(desk: &Desk) {
    let (t, late) = (desk.t, words::light(desk.t, Light::Red));
    desk.follow_to("/", &t.nav_overview()).await;
    desk.follow(&late).await;
    let chip = "return document.activeElement.matches('#orgtable .chip[aria-current]:not(:first-child)')";
    desk.wait_until("the pressed chip with the focus", chip).await;
    desk.follow_to("/orgs", &t.nav_organisations()).await;
    desk.follow(&late).await;
    desk.arrives("/orgs?light=red").await;
    desk.unfold(&t.views_save()).await;
    desk.fill(&t.views_name(), "Oqsayotganlar").await;
    desk.push(&t.views_keep()).await;
    desk.follow_to("/", &t.nav_overview()).await;
    desk.follow_to("/orgs", &t.nav_organisations()).await;
    desk.follow("Oqsayotganlar").await;
    desk.arrives("/orgs?light=red").await;
}

/// The search over everything, and single keys.
async fn find_and_step(town: &Town, desk: &Desk) {
    let t = desk.t;
    let water = town.city.organisation("suv").names.in_language(t.language()).to_owned();
    desk.ask(&t.panel_search(), "xyzzyqq").await;
    desk.sees(&t.search_none("xyzzyqq")).await;
    // A letter too few is found all the same.
    let mistyped: String =
        water.chars().enumerate().filter(|(place, _)| *place != 6).map(|(_, one)| one).collect();
    desk.ask(&t.panel_search(), &mistyped).await;
    desk.arrives("/search").await;
    desk.follow_beside(&t.nav_organisations(), &water).await;
    desk.arrives("/orgs/").await;
    desk.press("/").await;
    let search =
        "return document.activeElement.matches('input[type=search]') && !document.activeElement.value";
    desk.wait_until("the empty search with the focus", search).await;
    desk.press("Tab").await;
    for (keys, place) in [(["g", "l"], "/obligations"), (["g", "o"], "/")] {
        for key in keys {
            desk.press(key).await;
        }
        desk.wait_until(place, &format!("return location.pathname === '{place}'")).await;
    }
    desk.open(&format!("{}/obligations", town.panel_url)).await;
    desk.press("j").await;
    desk.wait_until("the first row with the focus", "return document.activeElement.matches('main a.rl')")
        .await;
    desk.press("Enter").await;
    desk.arrives("/obligations/").await;
    desk.follow(&t.keys_title()).await;
    desk.follow(&t.keys_turn_off()).await;
    desk.sees(&t.keys_are_off()).await;
}
