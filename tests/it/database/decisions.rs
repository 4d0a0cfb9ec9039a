//! Of two who decide at the same moment, one decides.

use std::sync::Arc;
use std::time::Duration;

use domain::answers::{Answer, AnswerKind};
use domain::clock::{Clock, SystemClock};
use domain::ids::ObligationId;
use domain::obligation::State;
use domain::refusal::Refusal;
use store::tokens::Token;
use store::{NotDone, Store, obligations};

use crate::support::city::{self, City};
use crate::support::databases::{Base, Raw, on_both};

on_both!(
    two_controllers_at_once_make_one_decision,
    taking_back_and_deciding_at_once_do_one_of_both,
    a_decision_about_an_older_report_is_refused,
    one_invitation_opened_twice_at_once_admits_one,
    two_invitations_accepted_by_one_account_at_once_make_one_person,
    the_same_vote_from_two_processes_is_counted_once,
);

/// The city with an obligation that its officer has reported.
async fn reported(base: &Base) -> (City, ObligationId) {
    let now = SystemClock.now();
    let city = City::build(&base.store, now).await;
    city.make_obligations(city::FIRST_DUE.parse().unwrap(), now).await;
    let id = city.obligations_of("soliq", &mut base.raw().await).await[0];
    report(&city, id).await.expect("the report is kept");
    (city, id)
}

async fn report(city: &City, id: ObligationId) -> Result<(), NotDone> {
    let officer = city.who(city::OFFICER).await;
    let right = officer.may_answer(city.organisation("soliq").id, &city.catalogue.tree)?;
    let now = SystemClock.now();
    let answer = Answer::new(AnswerKind::Done);
    city.store
        .write(move |conn| {
            Box::pin(async move { obligations::answer(conn, &right, id, &answer, now).await.map(drop) })
        })
        .await
}

#[derive(Clone, Copy)]
enum Decision {
    Accept,
    SendBack,
    Cancel,
}

async fn decide(
    store: &Store,
    city: &City,
    id: ObligationId,
    seen: Option<i64>,
    decision: Decision,
) -> Result<i64, NotDone> {
    let controller = city.who(city::CONTROLLER).await;
    let right = controller.may_decide(city.organisation("soliq").id, &city.catalogue.tree)?;
    let now = SystemClock.now();
    store
        .write(move |conn| {
            Box::pin(async move {
                let view = match decision {
                    Decision::Accept => obligations::accept(conn, &right, id, seen, now).await?,
                    Decision::SendBack => {
                        obligations::send_back(conn, &right, id, seen, "chala", now).await?
                    }
                    Decision::Cancel => {
                        obligations::cancel(conn, &right, (id, seen), "eskirgan", now).await?
                    }
                };
                Ok(view.state_version)
            })
        })
        .await
}

async fn decisions_recorded(raw: &mut Raw) -> i64 {
    raw.number("SELECT CAST(count(*) AS BIGINT) FROM event WHERE action IN ('accepted', 'returned')").await
}

async fn two_controllers_at_once_make_one_decision(base: Base) {
    let (city, id) = reported(&base).await;
    let stores = [base.store.clone(), base.another_store().await];
    let deciders = stores.iter().cycle().take(8).enumerate().map(|(number, store)| {
        let decision = if number % 2 == 0 { Decision::Accept } else { Decision::SendBack };
        let (store, city) = (store.clone(), city.clone());
        tokio::spawn(async move { decide(&store, &city, id, None, decision).await })
    });
    let mut made = 0;
    for decider in deciders.collect::<Vec<_>>() {
        match decider.await.unwrap() {
            Ok(_) => made += 1,
            Err(NotDone::Refused(Refusal::NothingToReview | Refusal::AlreadyAccepted)) => {}
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!(made, 1);
    let mut raw = base.raw().await;
    assert_eq!(decisions_recorded(&mut raw).await, 1);
    let news = "SELECT CAST(count(*) AS BIGINT) FROM news WHERE kind IN ('accepted', 'returned')";
    assert_eq!(raw.number(news).await, 1);
}

async fn take_back(store: &Store, city: &City, id: ObligationId, seen: i64) -> Result<(), NotDone> {
    let officer = city.who(city::OFFICER).await;
    let right = officer.may_answer(city.organisation("soliq").id, &city.catalogue.tree)?;
    let now = SystemClock.now();
    store
        .write(move |conn| {
            Box::pin(async move { obligations::take_back(conn, &right, id, seen, now).await.map(drop) })
        })
        .await
}

async fn taking_back_and_deciding_at_once_do_one_of_both(base: Base) {
    let (city, id) = reported(&base).await;
    let other = base.another_store().await;
    let (taken, decided) = tokio::join!(
        take_back(&base.store, &city, id, 1),
        decide(&other, &city, id, Some(1), Decision::Accept)
    );
    match (taken, decided) {
        (Ok(()), Err(NotDone::Refused(Refusal::NothingToReview)))
        | (Err(NotDone::Refused(Refusal::AlreadyAccepted)), Ok(_)) => {}
        both => panic!("{both:?}"),
    }

    let mut raw = base.raw().await;
    let second = city.obligations_of("soliq", &mut raw).await[1];
    report(&city, second).await.expect("the report is kept");
    take_back(&base.store, &city, second, 1).await.expect("it is taken back");
    let view = base.store.read(|conn| Box::pin(obligations::view(conn, second))).await.unwrap().unwrap();
    assert_eq!((view.state, view.state_version), (State::Open, 2));
    assert_eq!((view.submitted_at, view.last_answer, view.last_answer_at), (None, None, None));
    let late = take_back(&base.store, &city, second, 2).await;
    assert!(matches!(late, Err(NotDone::Refused(Refusal::NothingToTakeBack))), "{late:?}");
    report(&city, second).await.expect("it can be reported anew");
    let stale = take_back(&base.store, &city, second, 1).await;
    assert!(matches!(stale, Err(NotDone::Refused(Refusal::ReportChanged))), "{stale:?}");
}

async fn a_decision_about_an_older_report_is_refused(base: Base) {
    let (city, id) = reported(&base).await;
    let seen = 1;
    let after =
        decide(&base.store, &city, id, Some(seen), Decision::SendBack).await.expect("it is sent back");
    report(&city, id).await.expect("it is reported anew");
    let late = decide(&base.store, &city, id, Some(seen), Decision::Accept).await;
    assert!(matches!(late, Err(NotDone::Refused(Refusal::ReportChanged))), "{late:?}");
    let buried = decide(&base.store, &city, id, Some(after), Decision::Cancel).await;
    assert!(matches!(buried, Err(NotDone::Refused(Refusal::ReportChanged))), "{buried:?}");
    decide(&base.store, &city, id, Some(after + 1), Decision::Accept)
        .await
        .expect("the report that was seen");
}

async fn one_invitation_opened_twice_at_once_admits_one(base: Base) {
    let now = SystemClock.now();
    let city = City::build(&base.store, now).await;
    let organisation = city.organisation("arxiv").id;
    let token: Result<_, NotDone> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                let grant = domain::people::Grant { role: domain::people::Role::Officer, organisation };
                let right = domain::people::MayInvite::at_the_machine(grant);
                let language = domain::language::Language::UzLatn;
                let person = store::people::enter(conn, &right, "Yangi xodim", None, language, now).await?;
                Ok(store::people::invite(conn, &right, person, now).await?)
            })
        })
        .await;
    let token = Arc::new(token.unwrap());
    let stores = [base.store.clone(), base.another_store().await];
    let accepted = stores.iter().cycle().take(6).zip(5_000_i64..).map(|(store, telegram_id)| {
        let (store, token) = (store.clone(), Arc::clone(&token));
        tokio::spawn(async move {
            let accept = store.write(move |conn| {
                Box::pin(async move {
                    let language = domain::language::Language::UzLatn;
                    store::people::accept_invitation(conn, &token, telegram_id, language, now).await
                })
            });
            accept.await
        })
    });
    let mut admitted = 0;
    for one in accepted.collect::<Vec<_>>() {
        match one.await.unwrap() {
            Ok(_) => admitted += 1,
            Err(NotDone::Refused(Refusal::InvitationUsed)) => {}
            Err(error) => panic!("{error}"),
        }
    }
    assert_eq!(admitted, 1);
    let linked = "SELECT CAST(count(*) AS BIGINT) FROM person WHERE telegram_id >= 5000";
    assert_eq!(base.raw().await.number(linked).await, 1);
}

async fn accept(
    store: &Store,
    token: &Token,
    begun: tokio::sync::oneshot::Sender<()>,
    rest: Duration,
) -> Result<(), NotDone> {
    let (token, now) = (Token::brought(token.reveal()), SystemClock.now());
    store
        .write(move |conn| {
            Box::pin(async move {
                let language = domain::language::Language::UzLatn;
                store::people::accept_invitation(conn, &token, 5_000, language, now).await?;
                // The other one begins before this one is committed.
                let _ = begun.send(());
                tokio::time::sleep(rest).await;
                Ok(())
            })
        })
        .await
}

async fn two_invitations_accepted_by_one_account_at_once_make_one_person(base: Base) {
    let now = SystemClock.now();
    let city = City::build(&base.store, now).await;
    let organisations = ["arxiv", "suv"].map(|key| city.organisation(key).id);
    let mut tokens = Vec::new();
    for organisation in organisations {
        let invited: Result<_, NotDone> = base
            .store
            .write(move |conn| {
                Box::pin(async move {
                    let grant = domain::people::Grant { role: domain::people::Role::Officer, organisation };
                    let right = domain::people::MayInvite::at_the_machine(grant);
                    let language = domain::language::Language::UzLatn;
                    let person =
                        store::people::enter(conn, &right, "Yangi xodim", None, language, now).await?;
                    Ok(store::people::invite(conn, &right, person, now).await?)
                })
            })
            .await;
        tokens.push(invited.unwrap());
    }
    let other = base.another_store().await;
    let (begun, has_begun) = tokio::sync::oneshot::channel();
    let late = async {
        has_begun.await.unwrap();
        loop {
            let (begun, _) = tokio::sync::oneshot::channel();
            match accept(&other, &tokens[1], begun, Duration::ZERO).await {
                Err(NotDone::Failed(error)) if error.is_passing() => {}
                other => return other,
            }
        }
    };
    let first = accept(&base.store, &tokens[0], begun, Duration::from_millis(200));
    let (first, late) = tokio::join!(first, late);
    first.expect("the first is admitted");
    late.expect("the second is told to look again, and then finds the person known");
    let who = city.who(5_000).await;
    let mut places: Vec<_> = who.grants.iter().map(|grant| grant.organisation).collect();
    places.sort_unstable();
    let mut expected = organisations.to_vec();
    expected.sort_unstable();
    assert_eq!(places, expected);
}

async fn the_same_vote_from_two_processes_is_counted_once(base: Base) {
    let now = SystemClock.now();
    let city = City::build(&base.store, now).await;
    let stores = [base.store.clone(), base.another_store().await];
    let day = SystemClock.today();
    let votes = stores.iter().cycle().take(10).enumerate().map(|(number, store)| {
        let mark = if number % 2 == 0 { 5 } else { 2 };
        let (store, vote) = (store.clone(), city.vote("suv-ulash", "voter", mark, day));
        tokio::spawn(async move {
            let rate = store
                .write(move |conn| Box::pin(async move { store::ratings::rate(conn, &vote, now).await }));
            rate.await
        })
    });
    for vote in votes.collect::<Vec<_>>() {
        vote.await.unwrap().expect("the vote is kept");
    }
    let mut raw = base.raw().await;
    assert_eq!(raw.number("SELECT CAST(count(*) AS BIGINT) FROM rating").await, 1);
    let counted = "SELECT CAST(sum(mark_1 + mark_2 + mark_3 + mark_4 + mark_5) AS BIGINT) FROM rating_day";
    assert_eq!(raw.number(counted).await, 1);
}
