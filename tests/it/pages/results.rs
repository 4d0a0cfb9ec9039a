//! Public results, and the pages on which they are published.

use chrono::Days;
use domain::clock::Clock;
use domain::language::Language;
use domain::results::Period;
use store::publications;
use store::{NotDone, StoreError};

use super::checks::faults;
use crate::support::city;
use crate::support::databases::Base;
use crate::support::town::{By, Town};
use crate::support::webdriver::{Browser, screenshots};

const QUARTER: Period = Period::Quarter(2026, 3);

/// A summer of ratings, published.
pub(super) async fn fill(town: &Town) {
    rate(town).await;
    publish(town).await;
}

/// A summer of ratings.
pub(crate) async fn rate(town: &Town) {
    let now = town.clock.now();
    for voter in 0..60_u64 {
        let service = ["soliq-malumotnoma", "suv-ulash"][usize::from(voter % 3 == 0)];
        let mark = [5, 4, 5, 3, 2, 5][usize::try_from(voter % 6).expect("small")];
        let day = QUARTER.first() + Days::new(voter);
        let vote = town.city.vote(service, &format!("summer-{voter}"), mark, day);
        let vote = store::ratings::Vote { case_due: None, ..vote };
        let kept: Result<_, StoreError> = town
            .base
            .store
            .write(move |conn| Box::pin(async move { store::ratings::rate(conn, &vote, now).await }))
            .await;
        kept.expect("the vote is kept");
    }
}

async fn publish(town: &Town) {
    let now = town.clock.now();
    let tree = &town.city.catalogue.tree;
    let top = town.city.catalogue.top().expect("a city");
    let right =
        town.city.who(city::CONTROLLER).await.may_publish(top, tree).expect("the deputy hokim publishes");
    let published: Result<_, NotDone> = town
        .base
        .store
        .write(move |conn| {
            Box::pin(async move {
                let seal = publications::draft(conn, QUARTER, now).await?.seal;
                publications::publish(conn, &right, QUARTER, (&seal, ""), now).await
            })
        })
        .await;
    published.expect("the quarter is published");
}

/// The pages with names for their pictures.
pub(super) fn pages(language: Language) -> [(&'static str, String); 7] {
    let public = |rest: &str| format!("/results/{}{rest}", language.tag());
    [
        ("results", public("")),
        ("results-organisation", public("/2026-Q3/soliq")),
        ("results-counted", public("/counted")),
        ("results-data", public("/data")),
        ("privacy", format!("/privacy/{}", language.tag())),
        ("publish", "/ratings/publish".to_owned()),
        ("publish-preview", "/ratings/publish/2026-Q3".to_owned()),
    ]
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn results_fit_on_paper_in_every_language() {
    let town = Town::open(Base::sqlite().await, By::Webhook, super::MORNING).await;
    fill(&town).await;
    let browser = Browser::start().await;
    browser.look_printed().await;
    let mut wrong = Vec::new();
    for language in Language::ALL {
        for (name, path) in &pages(language)[..5] {
            browser.open(&format!("{}{path}", town.panel_url)).await;
            let found = faults(&browser, language).await.into_iter();
            wrong.extend(found.map(|fault| format!("{name} {}: {fault}", language.tag())));
            let hidden =
                "const e = document.querySelector('.seg'); return getComputedStyle(e).display === 'none'";
            assert_eq!(browser.script(hidden).await, true, "{name}: nobody chooses a language on paper");
            let file = format!("{name}-printed.png");
            browser.picture(&screenshots().join(language.tag()).join(file)).await;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}
