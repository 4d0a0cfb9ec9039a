//! Several reports accepted at once: named first, decided by what was seen.

use domain::answers::{Answer, AnswerKind};
use domain::buttons::{Button, Together};
use domain::ids::ObligationId;
use domain::obligation::State;
use domain::people::{Grant, MayInvite, Role};
use store::{obligations, people};

use super::city::{CITIZEN, City, DEPUTY, OFFICER, STRANGER};
use crate::reply::Reply;

async fn reported(city: &City) -> Vec<ObligationId> {
    let mut all = Vec::new();
    for measure in [1, 2, 3] {
        let obligation = city.obligation(measure).await;
        city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }).await;
        all.push(obligation);
    }
    all
}

async fn states(city: &City, all: &[ObligationId]) -> Vec<State> {
    let mut states = Vec::new();
    for id in all {
        states.push(city.view(*id).await.state);
    }
    states
}

#[tokio::test]
async fn all_of_a_page_are_accepted_after_one_question() {
    let city = City::new().await;
    let all = reported(&city).await;
    let list = city.says(DEPUTY, "/review").await;
    let ask = list.button(|button| matches!(button, Button::Together(Together::Ask { .. })));
    let question = city.presses(DEPUTY, ask).await;
    assert!(question.edits(), "{question:?}");
    for part in ["3 ta hisobotni birdan", "Masʼul xodimni belgilash", "Kechikib topshirilgan: <b>1</b>"] {
        assert!(question.text().contains(part), "{part}: {question:?}");
    }
    assert_eq!(states(&city, &all).await, [State::Reported; 3], "a question decides nothing");
    let yes = question.button(|button| matches!(button, Button::Together(Together::Accept { .. })));
    let said = city.presses(DEPUTY, yes.clone()).await;
    assert!(said.edits() && said.text().contains("Qabul qilindi: 3 ta"), "{said:?}");
    assert_eq!(states(&city, &all).await, [State::Accepted; 3]);
    let again = city.presses(DEPUTY, yes).await;
    assert!(matches!(again.0[0], Reply::Toast { alert: true, .. }), "{again:?}");
}

#[tokio::test]
async fn what_changed_since_the_question_is_asked_again() {
    let city = City::new().await;
    let all = reported(&city).await;
    let question = city.presses(DEPUTY, Button::Together(Together::Ask { page: 0 })).await;
    let yes = question.button(|button| matches!(button, Button::Together(Together::Accept { .. })));
    let version = city.view(all[0]).await.state_version;
    city.presses(DEPUTY, Button::SendBack { obligation: all[0], version }).await;
    city.says(DEPUTY, "chala").await;
    city.presses(OFFICER, Button::Answer { obligation: all[0], kind: AnswerKind::Done, seen: 0 }).await;
    let said = city.presses(DEPUTY, yes).await;
    assert!(matches!(said.0[0], Reply::Toast { alert: true, .. }), "{said:?}");
    assert!(said.text().contains("birdan qabul"), "{said:?}");
    assert_eq!(states(&city, &all).await, [State::Reported; 3], "nothing unseen is accepted");
}

#[tokio::test]
async fn own_reports_are_left_to_another_controller() {
    let city = City::new().await;
    let all = reported(&city).await;
    // The controller answers for the tax office as well, and has made one of the reports himself.
    let (deputy, organisation) = (city.people[&DEPUTY], city.organisation("soliq").await);
    let own = all[1];
    let tree = city.ctx.store.catalogue().await.unwrap().tree.clone();
    city.write(move |conn, now| {
        Box::pin(async move {
            let right = MayInvite::at_the_machine(Grant { role: Role::Officer, organisation });
            people::grant(conn, &right, deputy, now).await?;
            let who = people::who(conn, deputy, domain::clock::tashkent_day(now)).await?.unwrap();
            let (answers, decides) =
                (who.may_answer(organisation, &tree)?, who.may_decide(organisation, &tree)?);
            obligations::send_back(conn, &decides, own, None, "chala", now).await?;
            obligations::answer(conn, &answers, own, &Answer::new(AnswerKind::Done), now).await?;
            Ok(())
        })
    })
    .await;
    let question = city.presses(DEPUTY, Button::Together(Together::Ask { page: 0 })).await;
    assert!(question.text().contains("2 ta hisobotni"), "{question:?}");
    assert!(question.text().contains("kirmaydi: 1 ta"), "{question:?}");
    let yes = question.button(|button| matches!(button, Button::Together(Together::Accept { .. })));
    city.presses(DEPUTY, yes).await;
    assert_eq!(states(&city, &all).await, [State::Accepted, State::Reported, State::Accepted]);
}

#[tokio::test]
async fn only_controllers_accept_and_nobody_by_a_forged_number() {
    let city = City::new().await;
    let all = reported(&city).await;
    for account in [OFFICER, STRANGER, CITIZEN] {
        for button in [Together::Ask { page: 0 }, Together::Accept { page: 0, seen: 1 }] {
            let said = city.presses(account, Button::Together(button)).await;
            assert!(matches!(said.0[0], Reply::Toast { alert: true, .. }), "{said:?}");
        }
    }
    let forged = Together::Accept { page: 0, seen: 12_345 };
    city.presses(DEPUTY, Button::Together(forged)).await;
    assert_eq!(states(&city, &all).await, [State::Reported; 3]);
}

#[tokio::test]
async fn an_empty_page_is_kind() {
    let city = City::new().await;
    let nothing = domain::together::fingerprint([]);
    for button in [Together::Ask { page: 7 }, Together::Accept { page: 0, seen: nothing }] {
        let said = city.presses(DEPUTY, Button::Together(button)).await;
        assert!(said.text().contains("qabul qila oladigan hisobot yoʻq"), "{said:?}");
    }
}
