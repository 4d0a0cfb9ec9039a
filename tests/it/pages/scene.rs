//! A town in which something happened, so that each page has something to show.

use domain::answers::{Answer, AnswerKind};
use domain::clock::{Clock, tashkent_day};
use domain::ids::ObligationId;
use domain::language::Language;
use domain::people::Role;
use domain::substitution::Days;
use store::{NotDone, StoreError, obligations, substitutions};

use crate::support::city;
use crate::support::town::Town;

/// Makes something to be seen: a report, a return, ratings, a case, a person who cannot be reached. Gives a reported, an
/// open and a returned obligation.
pub(crate) async fn fill(town: &Town) -> [ObligationId; 3] {
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
pub(crate) async fn invitation(town: &Town) -> String {
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
