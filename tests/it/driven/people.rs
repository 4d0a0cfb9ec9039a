//! People come in: one by a link for Telegram, one by a link to the panel; roles are given and ended, and all of it stands in the
//! record.

use domain::buttons::Button;
use domain::people::Role;
use locales::words;

use super::{desk, filled, walks::went};
use crate::pages::scene;
use crate::support::city::ADMINISTRATOR;
use crate::support::databases::{Base, on_both};
use crate::support::hand::Desk;
use crate::support::town::Town;
use crate::support::webdriver::Browser;

on_both!(the_administrator_brings_newcomers_in);

/// Telegram accounts that nobody knows yet.
const NEWCOMER: i64 = 7_001;
const OTHER_NEWCOMER: i64 = 7_002;
const NAME: &str = "Oydin Rahimova";

async fn the_administrator_brings_newcomers_in(base: Base) {
    let (town, t) = filled(base).await;
    let desk = desk(&town, ADMINISTRATOR, t).await;
    desk.follow(&t.nav_people()).await;
    desk.follow(&t.people_only_unreached()).await;
    desk.sees("Bobur Aliyev").await;
    desk.does_not_see("Aziza Karimova").await;
    invites(&town, &desk).await;
    gives_and_ends_roles(&town, &desk).await;
    reads_the_record(&desk).await;
    comes_to_the_panel(&town, &desk).await;
    assert_eq!(desk.complaints_but_refusals().await, Vec::<String>::new());
    town.telegram.assert_no_complaint();
    went(&town);
}

fn name(town: &Town, desk: &Desk, key: &str) -> String {
    town.city.organisation(key).names.in_language(desk.t.language()).to_owned()
}

/// What Telegram hands to the bot when the link of the page is opened.
async fn payload(browser: &Browser) -> String {
    let link = "const it = document.querySelector('main a[href*=\"start=\"], #link'); \
                return it && (it.href || it.value).split('start=')[1]";
    let link = browser.wait_until("the link", link).await;
    link.as_str().expect("a link").to_owned()
}

/// The newcomer opens the link in Telegram and agrees.
async fn joins(town: &Town, person: i64, payload: &str) {
    town.telegram.playground.start(person, Some(payload));
    let agrees = |button: &Button| matches!(button, Button::Join { .. });
    let offer = town.telegram.until_button(person, "the invitation", agrees).await;
    town.telegram.press(person, &offer, agrees).await;
    town.telegram.quiet().await;
}

async fn invites(town: &Town, desk: &Desk) {
    let t = desk.t;
    desk.follow(&t.people_invite()).await;
    desk.fill(&t.invite_name(), "  ").await;
    desk.push(&t.invite_make()).await;
    desk.refused_at(&t.invite_name()).await;
    desk.fill(&t.invite_name(), NAME).await;
    desk.choose(&t.join_role(), &words::role(t, Role::Officer)).await;
    desk.choose(&t.fact_organisation(), &name(town, desk, "arxiv")).await;
    desk.push(&t.invite_make()).await;
    desk.sees(&t.invited_title()).await;
    desk.sees(NAME).await;
    desk.wait_until("the code to scan", "return !!document.querySelector('.qrbox svg')").await;
    let payload = payload(desk).await;
    joins(town, NEWCOMER, &payload).await;
    desk.follow(&t.invited_done()).await;
    desk.sees(NAME).await;
}

/// On the page of the person, whose history tells it at once.
async fn gives_and_ends_roles(town: &Town, desk: &Desk) {
    let (t, observer) = (desk.t, words::role(desk.t, Role::Observer));
    desk.follow(NAME).await;
    desk.sees(&t.person_has_joined()).await;
    desk.choose(&t.join_role(), &observer).await;
    desk.choose(&t.fact_organisation(), &name(town, desk, "suv")).await;
    desk.push(&t.person_give()).await;
    desk.done().await;
    desk.sees(&t.person_said_granted()).await;
    desk.unfold_beside(&observer, &t.people_end()).await;
    desk.push(&t.people_end_yes()).await;
    desk.done().await;
    desk.sees(&t.people_said_ended()).await;
    desk.sees(&t.person_was_ended(observer)).await;
    desk.fill(&t.invite_position(), "Bosh mutaxassis").await;
    desk.push(&t.point_save()).await;
    desk.done().await;
    desk.follow(&t.nav_people()).await;
    desk.sees("Bosh mutaxassis").await;
}

/// The record is narrowed to what was done, and checked as a whole.
async fn reads_the_record(desk: &Desk) {
    let t = desk.t;
    desk.follow(&t.nav_audit()).await;
    desk.choose(&t.audit_who(), "Sobirova").await;
    desk.choose(&t.audit_what(), &t.act_person_ended()).await;
    desk.push(&t.audit_show()).await;
    desk.sees(NAME).await;
    desk.fill(&t.audit_words(), "bunday sabab yoʻq").await;
    desk.push(&t.audit_show()).await;
    desk.sees(&t.audit_none()).await;
    desk.follow(&t.audit_clear()).await;
    desk.sees(&t.act_person_described()).await;

    desk.follow(&t.chain_open()).await;
    desk.done().await;
    let newest = desk.text(".hash").await.expect("the newest fingerprint");
    desk.fill(&t.chain_noted(), &"f".repeat(64)).await;
    desk.push(&t.chain_check()).await;
    desk.refused().await;
    desk.sees(&t.chain_fault_noted()).await;
    desk.fill(&t.chain_noted(), newest.trim()).await;
    desk.push(&t.chain_check()).await;
    desk.done().await;
}

/// An administrator of the archive gets a link to the panel, comes in, and connects Telegram.
async fn comes_to_the_panel(town: &Town, desk: &Desk) {
    let (t, link) = (desk.t, format!("{}{}", town.panel_url, scene::invitation(town).await));
    let browser = Browser::start().await;
    browser.open(&link).await;
    browser.follow(&words::language_name(t.language())).await;
    browser.sees("Oʻgʻiloy").await;
    browser.push(&t.join_accept()).await;
    browser.arrives("/welcome").await;
    browser.push(&t.welcome_make()).await;
    browser.sees(&t.welcome_once()).await;
    let payload = payload(&browser).await;
    joins(town, OTHER_NEWCOMER, &payload).await;
    // The page sees it, and goes on by itself.
    browser.wait_until("the first page", "return location.pathname === '/'").await;
    browser.sees("Oʻgʻiloy").await;
    assert_eq!(browser.complaints().await, Vec::<String>::new());
    // The link works once.
    let stranger = Browser::start().await;
    stranger.open(&link).await;
    stranger.does_not_see("Oʻgʻiloy").await;
    // Who did not come by Telegram is there now as well.
    desk.follow(&t.nav_people()).await;
    desk.sees("Oʻgʻiloy").await;
}
