//! Every page of the panel, in every language and look, in a real browser: nothing sticks out, nothing complains.
//!
//! Pictures in two of the languages go to `target/screenshots`, for people to look at.

mod axe;
mod budgets;
mod checks;
mod inside;
mod printing;
mod reach;
mod reports;
mod results;
mod troubles;

use std::path::{Path, PathBuf};

use domain::answers::{Answer, AnswerKind};
use domain::clock::{Clock, tashkent_day};
use domain::ids::ObligationId;
use domain::language::Language;
use domain::people::Role;
use domain::substitution::Days;
use store::{NotDone, StoreError, obligations, substitutions};

use self::checks::faults;
use crate::support::city;
use crate::support::databases::Base;
use crate::support::town::{By, Town};
use crate::support::webdriver::{Browser, Look};

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

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_stands_in_uz_latn() {
    every_page_stands_in(Language::UzLatn).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_stands_in_uz_cyrl() {
    every_page_stands_in(Language::UzCyrl).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_stands_in_ru() {
    every_page_stands_in(Language::Ru).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn every_page_stands_in_en() {
    every_page_stands_in(Language::En).await;
}

async fn every_page_stands_in(language: Language) {
    let town = Town::open(Base::sqlite().await, By::Webhook, "2026-12-16T05:00:00Z").await;
    let obligations = fill(&town).await;
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
    pages.extend(reports::fill(&town).await);
    for (name, id) in ["reported", "open", "returned"].iter().zip(&obligations) {
        pages.push((format!("obligation-{name}"), format!("/obligations/{id}")));
    }
    results::fill(&town).await;
    pages.extend(results::pages(language).map(|(name, path)| (name.to_owned(), path)));
    let browser = town.browser_of(city::CONTROLLER).await;
    let mut wrong = look_at(&town, &browser, language, &pages).await;
    troubles::fill(&town).await;
    let administrator = town.browser_of(city::ADMINISTRATOR).await;
    wrong.extend(look_at(&town, &administrator, language, &desks(&town).await).await);
    wrong.extend(look_at(&town, &administrator, language, &points(&town)).await);
    wrong.extend(look_at(&town, &administrator, language, &registry(&town)).await);
    browser.forget_cookies().await;
    let administrator = town.browser_of(city::ADMINISTRATOR).await;
    let officer = town.city.who(city::OFFICER).await.person;
    let leave = ("leave".to_owned(), format!("/people/leave?person={officer}&organisation={organisation}"));
    let person = ("person".to_owned(), format!("/people/{officer}"));
    wrong.extend(look_at(&town, &administrator, language, &[leave, person]).await);
    let strangers = [("login".to_owned(), "/login".to_owned()), ("join".to_owned(), invitation(&town).await)];
    wrong.extend(look_at(&town, &browser, language, &strangers).await);
    assert!(wrong.is_empty(), "{} faults:\n{}", wrong.len(), wrong.join("\n"));
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
        ("registry", "/orgs/manage".to_owned()),
        ("registry-none", "/orgs/manage?state=closed".to_owned()),
        ("registry-new", "/orgs/new".to_owned()),
        ("registry-organisation", format!("/orgs/{organisation}/edit")),
        ("registry-service-new", format!("/services/new?organisation={organisation}")),
        ("registry-service", format!("/services/{service}")),
    ];
    pages.into_iter().map(|(name, path)| (name.to_owned(), path)).collect()
}

/// Opens each page in each look and gives what is wrong, one line each.
async fn look_at(
    town: &Town,
    browser: &Browser,
    language: Language,
    pages: &[(String, String)],
) -> Vec<String> {
    let mut wrong = Vec::new();
    browser.open(&format!("{}/lang/{}", town.panel_url, language.tag())).await;
    // Two languages, one for each of the scripts: the tool looks at structure and colours.
    let is_tested = matches!(language, Language::UzLatn | Language::Ru);
    if is_tested {
        axe::bring(browser).await;
    }
    let (mut looked_at, mut violations) = (0, 0);
    for theme in ["light", "dark"] {
        browser.open(&format!("{}/theme/{theme}", town.panel_url)).await;
        browser.complaints().await;
        for ((width, height), device) in [(DESKTOP, "desktop"), (PHONE, "phone"), (SMALL, "small")] {
            browser.look(Look { width, height, dark: theme == "dark" }).await;
            for (name, path) in pages {
                browser.open(&format!("{}{path}", town.panel_url)).await;
                let mut faults = faults(browser, language).await;
                // The smallest page in the dark has the colours of the phone and the structure of the light one.
                if is_tested && !(device == "small" && theme == "dark") {
                    let found = axe::violations(browser).await;
                    (looked_at, violations) = (looked_at + 1, violations + found.len());
                    faults.extend(found);
                }
                // The browser may tell of it only on the next page.
                faults.retain(|fault| !(fault.contains(MISSING) && fault.contains("404 (Not Found)")));
                wrong.extend(
                    faults
                        .into_iter()
                        .map(|fault| format!("{name} {} {theme} {device}: {fault}", language.tag())),
                );
                if is_tested && device != "small" {
                    let file = format!("{name}-{device}-{theme}.png");
                    browser.picture(&screenshots().join(language.tag()).join(file)).await;
                }
            }
        }
    }
    eprintln!(
        "axe: {violations} violations in {looked_at} looks at {} pages in {}",
        pages.len(),
        language.tag()
    );
    wrong
}

/// Where the pictures go: beside what is built.
fn screenshots() -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).parent().expect("the target folder").join("screenshots")
}

/// Makes something to be seen: a report, a return, ratings, a case, a person who cannot be reached. Gives a reported, an
/// open and a returned obligation.
async fn fill(town: &Town) -> [ObligationId; 3] {
    let now = town.clock.now();
    town.city.make_obligations(town.clock.today(), now).await;
    let mut raw = town.base.raw().await;
    let tax = town.city.obligations_of("soliq", &mut raw).await;
    let water = town.city.obligations_of("suv", &mut raw).await;
    for (officer, key, obligation, send_back) in
        [(city::OFFICER, "soliq", tax[0], false), (city::OTHER_OFFICER, "suv", water[0], true)]
    {
        let (organisation, tree) = (town.city.organisation(key).id, &town.city.catalogue.tree);
        let answering = town.city.who(officer).await.may_answer(organisation, tree).unwrap();
        let deciding = town.city.who(city::CONTROLLER).await.may_decide(organisation, tree).unwrap();
        let answer = Answer::new(AnswerKind::Done).with_text("Reyestrga 12 ta xizmat kiritildi").unwrap();
        let done: Result<(), NotDone> = town
            .base
            .store
            .write(move |conn| {
                Box::pin(async move {
                    obligations::answer(conn, &answering, obligation, &answer, now).await?;
                    if send_back {
                        obligations::send_back(conn, &deciding, obligation, None, "Jadval toʻliq emas", now)
                            .await?;
                    }
                    Ok(())
                })
            })
            .await;
        done.expect("the acts are kept");
    }
    for voter in 0..30_u8 {
        let mark = [5, 5, 4, 5, 3, 1][usize::from(voter) % 6];
        let service = ["soliq-malumotnoma", "suv-ulash"][usize::from(voter % 2)];
        let vote = town.city.vote(service, &format!("voter-{voter}"), mark, town.clock.today());
        let kept: Result<_, StoreError> = town
            .base
            .store
            .write(move |conn| Box::pin(async move { store::ratings::rate(conn, &vote, now).await }))
            .await;
        kept.expect("the vote is kept");
    }
    ask_for_more_time(town, tax[1]).await;
    go_on_leave(town).await;
    let unreachable: Result<(), StoreError> = town
        .base
        .store
        .write(move |conn| {
            Box::pin(async move {
                store::people::mark_unreachable(
                    conn,
                    city::OTHER_OFFICER,
                    "Forbidden: bot was blocked by the user",
                    now,
                )
                .await
            })
        })
        .await;
    unreachable.unwrap();
    [tax[0], tax[1], water[0]]
}

/// The officer of the tax inspectorate asks for more time, and for another obligation had it granted before.
async fn ask_for_more_time(town: &Town, obligation: ObligationId) {
    let (now, catalogue) = (town.clock.now(), town.city.catalogue.clone());
    let organisation = town.city.organisation("soliq").id;
    let right = town.city.who(city::OFFICER).await.may_answer(organisation, &catalogue.tree).unwrap();
    let deciding = town.city.who(city::CONTROLLER).await.may_decide(organisation, &catalogue.tree).unwrap();
    let asked: Result<(), NotDone> = town
        .base
        .store
        .write(move |conn| {
            Box::pin(async move {
                for (days, grants) in [(20, true), (40, false)] {
                    let due =
                        obligations::view(conn, obligation).await?.map_or(tashkent_day(now), |one| one.due);
                    let wish = (due + chrono::Days::new(days), "Xarid tanlovi choʻzildi");
                    let asked =
                        obligations::ask_more(conn, &right, obligation, wish, &catalogue, now).await?;
                    if grants {
                        obligations::grant_more(conn, &deciding, asked.id, &catalogue, now).await?;
                    }
                }
                Ok(())
            })
        })
        .await;
    asked.expect("the requests are kept");
}

/// The officer of the tax inspectorate is away for a week, and a colleague answers.
async fn go_on_leave(town: &Town) {
    // Or no message would reach the colleague.
    town.telegram.playground.start(city::COLLEAGUE, None);
    let (now, today) = (town.clock.now(), town.clock.today());
    let absent = town.city.who(city::OFFICER).await.person;
    let (organisation, tree) = (town.city.organisation("soliq").id, town.city.catalogue.tree.clone());
    let right = town.city.who(city::ADMINISTRATOR).await.may_substitute(absent, organisation, &tree).unwrap();
    let set: Result<(), NotDone> = town
        .base
        .store
        .write(move |conn| {
            Box::pin(async move {
                let colleague =
                    (city::COLLEAGUE, "Charos Umarova", Role::Observer, "soliq", Language::UzLatn);
                let substitute = city::enter(conn, colleague, now).await?;
                let days = Days { first: today, last: today + chrono::Days::new(7) };
                substitutions::set(conn, &right, substitute, days, &tree, now).await.map(drop)
            })
        })
        .await;
    set.expect("the leave is kept");
}

/// The address of an invitation that nobody has used.
async fn invitation(town: &Town) -> String {
    let (organisation, now) = (town.city.organisation("arxiv").id, town.clock.now());
    let token: Result<_, StoreError> = town
        .base
        .store
        .write(move |conn| {
            Box::pin(async move {
                let grant = domain::people::Grant { role: domain::people::Role::Administrator, organisation };
                let right = domain::people::MayInvite::at_the_machine(grant);
                let person =
                    store::people::enter(conn, &right, "Oʻgʻiloy", None, Language::UzLatn, now).await?;
                store::people::invite(conn, &right, person, now).await
            })
        })
        .await;
    format!("/join/{}", token.expect("an invitation").reveal())
}
