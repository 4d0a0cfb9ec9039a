//! Every page of the panel, in every language and look, in a real browser: nothing sticks out, nothing complains.
//!
//! Pictures in two of the languages go to `target/screenshots`, for people to look at.

mod axe;
mod budgets;
mod checks;
mod inside;
mod looks;
mod printing;
mod reach;
mod reports;
pub(crate) mod results;
mod same;
pub(crate) mod scene;
pub(crate) mod troubles;

use domain::language::Language;

use self::looks::look_at;
use crate::support::city;
use crate::support::databases::Base;
use crate::support::town::{By, Town};
use crate::support::webdriver::Browser;

/// The moment at which the town is filled.
const MORNING: &str = "2026-12-16T05:00:00Z";
/// The day of these pages.
const TODAY: &str = "2026-12-17";
/// The day before it, of which there is a record.
const YESTERDAY: &str = "2026-12-16";
/// Where there is nothing.
const MISSING: &str = "/nothing-here";
const DESKTOP: (u32, u32) = (1440, 900);
const PHONE: (u32, u32) = (390, 844);
/// The narrowest that is still used; also a large screen enlarged four times.
const SMALL: (u32, u32) = (320, 568);

// Each language on one database: so each database shows every page in both scripts.

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_stands_in_uz_latn() {
    every_page_stands_in(Base::sqlite().await, Language::UzLatn).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_stands_in_uz_cyrl() {
    every_page_stands_in(Base::sqlite().await, Language::UzCyrl).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_stands_in_ru() {
    every_page_stands_in(Base::postgres().await, Language::Ru).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_stands_in_en() {
    every_page_stands_in(Base::postgres().await, Language::En).await;
}

async fn every_page_stands_in(base: Base, language: Language) {
    let town = Town::open(base, By::Webhook, MORNING).await;
    let mut wrong = Vec::new();
    for (person, pages) in visits(&town, language).await {
        let browser = match person {
            Some(person) => town.browser_of(person).await,
            None => Browser::start().await,
        };
        wrong.extend(look_at(&town, &browser, language, &pages).await);
    }
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
}

/// Fills the town, and gives its pages with names for their pictures, by the person who looks at them.
async fn visits(town: &Town, language: Language) -> [(Option<i64>, Vec<(String, String)>); 3] {
    let obligations = scene::fill(town).await;
    // So that there is a day that is over.
    town.clock.advance(chrono::TimeDelta::days(1));
    let organisation = town.city.organisation("soliq").id;
    let plan = town.base.raw().await.number("SELECT id FROM plan").await;
    let case = town.base.raw().await.number("SELECT MIN(id) FROM citizen_case").await;
    let mut pages = vec![
        ("overview".to_owned(), "/".to_owned()),
        ("organisations".to_owned(), "/orgs".to_owned()),
        ("organisations-filtered".to_owned(), "/orgs?light=red&q=soliq".to_owned()),
        ("organisations-none".to_owned(), "/orgs?q=yoʻq".to_owned()),
        ("organisation".to_owned(), format!("/orgs/{organisation}")),
        ("obligations".to_owned(), "/obligations".to_owned()),
        ("remind".to_owned(), "/remind".to_owned()),
        ("matrix".to_owned(), "/matrix".to_owned()),
        ("matrix-none".to_owned(), "/matrix?standing=cancelled".to_owned()),
        ("compare".to_owned(), format!("/compare?from={YESTERDAY}&to={TODAY}")),
        ("overview-past".to_owned(), format!("/?as_of={YESTERDAY}")),
        ("organisations-past".to_owned(), format!("/orgs?as_of={YESTERDAY}")),
        ("organisation-past".to_owned(), format!("/orgs/{organisation}?as_of={YESTERDAY}")),
        ("obligations-past".to_owned(), format!("/obligations?as_of={YESTERDAY}")),
        ("ratings".to_owned(), "/ratings".to_owned()),
        ("quarantine".to_owned(), "/ratings/quarantine".to_owned()),
        ("themes".to_owned(), "/ratings/themes".to_owned()),
        ("cases".to_owned(), "/cases".to_owned()),
        ("case".to_owned(), format!("/cases/{case}")),
        ("case-policy".to_owned(), "/cases/policy".to_owned()),
        ("plan".to_owned(), "/plan".to_owned()),
        ("plan-reminding".to_owned(), format!("/plan/{plan}/reminding")),
        ("plan-escalation".to_owned(), "/plan/escalation".to_owned()),
        ("people".to_owned(), "/people".to_owned()),
        ("control".to_owned(), "/control".to_owned()),
        ("obligations-review".to_owned(), "/obligations?standing=review".to_owned()),
        ("reports".to_owned(), "/reports".to_owned()),
        ("exports".to_owned(), "/exports".to_owned()),
        ("audit".to_owned(), "/audit".to_owned()),
        ("audit-none".to_owned(), "/audit?q=yoʻq&what=obligation.returned".to_owned()),
        ("audit-chain".to_owned(), "/audit/chain".to_owned()),
        ("search".to_owned(), "/search?q=soliq".to_owned()),
        ("search-none".to_owned(), "/search?q=xyzzyqq".to_owned()),
        ("views".to_owned(), "/views".to_owned()),
        ("keys".to_owned(), "/keys".to_owned()),
        ("not-found".to_owned(), MISSING.to_owned()),
    ];
    pages.extend(reports::fill(town).await);
    for (name, id) in ["reported", "open", "returned"].iter().zip(&obligations) {
        pages.push((format!("obligation-{name}"), format!("/obligations/{id}")));
    }
    results::fill(town).await;
    pages.extend(results::pages(language).map(|(name, path)| (name.to_owned(), path)));
    troubles::fill(town).await;
    let mut administrators = [desks(town).await, points(town), registry(town)].concat();
    let officer = town.city.who(city::OFFICER).await.person;
    let leave = format!("/people/leave?person={officer}&organisation={organisation}");
    administrators.push(("leave".to_owned(), leave));
    administrators.push(("person".to_owned(), format!("/people/{officer}")));
    let strangers =
        vec![("login".to_owned(), "/login".to_owned()), ("join".to_owned(), scene::invitation(town).await)];
    [(Some(city::CONTROLLER), pages), (Some(city::ADMINISTRATOR), administrators), (None, strangers)]
}

/// The pages that only an administrator has, and those on which an administrator has forms that others do not.
async fn desks(town: &Town) -> Vec<(String, String)> {
    let plan = town.base.raw().await.number("SELECT id FROM plan").await;
    let measure = town.base.raw().await.number("SELECT MIN(id) FROM measure").await;
    let pages = [
        ("delivery", "/delivery".to_owned()),
        ("calendar", "/calendar".to_owned()),
        ("invite", "/people/invite".to_owned()),
        ("plan-measure", format!("/plan/{measure}")),
        ("plan-reminding-form", format!("/plan/{plan}/reminding")),
        ("plan-escalation-form", "/plan/escalation".to_owned()),
        ("case-policy-form", "/cases/policy".to_owned()),
        ("quarantine-form", "/ratings/quarantine".to_owned()),
        ("themes-form", "/ratings/themes".to_owned()),
        ("control-form", "/control".to_owned()),
    ];
    pages.into_iter().map(|(name, path)| (name.to_owned(), path)).collect()
}

/// The pages of service points, as an administrator has them.
fn points(town: &Town) -> Vec<(String, String)> {
    let (_, point, service, organisation) = town.city.point("suv-ulash");
    let pages = [
        ("points", "/points".to_owned()),
        ("points-none", "/points?q=yoʻq&state=out".to_owned()),
        ("point", format!("/points/{point}")),
        ("point-codes", format!("/points/{point}/codes")),
        ("point-screen", format!("/points/{point}/codes/screen")),
        ("point-new", format!("/points/new?service={service}")),
        ("points-print", format!("/points/print?organisation={organisation}")),
    ];
    pages.into_iter().map(|(name, path)| (name.to_owned(), path)).collect()
}

/// The pages on which an administrator keeps the city in order.
fn registry(town: &Town) -> Vec<(String, String)> {
    let (_, _, service, organisation) = town.city.point("suv-ulash");
    let pages = [
        ("settings", "/settings".to_owned()),
        ("import", "/import".to_owned()),
        ("import-plan", "/import?kind=plan&done=3.1.0.20.0.5".to_owned()),
        ("backup", "/backup".to_owned()),
        ("findings", "/findings".to_owned()),
        ("registry", "/orgs/manage".to_owned()),
        ("registry-none", "/orgs/manage?state=closed".to_owned()),
        ("registry-new", "/orgs/new".to_owned()),
        ("registry-organisation", format!("/orgs/{organisation}/edit")),
        ("registry-service-new", format!("/services/new?organisation={organisation}")),
        ("registry-service", format!("/services/{service}")),
    ];
    pages.into_iter().map(|(name, path)| (name.to_owned(), path)).collect()
}
