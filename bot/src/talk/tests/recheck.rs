//! The second look: by somebody else, once, with a reason when the report does not stand.

use domain::answers::AnswerKind;
use domain::buttons::{Button, SecondLook};
use domain::control::ControlPolicy;
use domain::ids::{ObligationId, RecheckId};
use domain::people::{MayAdminister, Role, Scope};
use domain::recheck::{Recheck, WhyFalls};
use store::control;
use store::news::{self, NewsKind};
use store::rechecks::{self, RecheckView};

use super::city::{CITIZEN, City, DEPUTY, OFFICER, STRANGER};
use crate::reply::Reply;

const SECOND: i64 = 1010;

/// A city where everything that is accepted is looked at once more, and a report that the deputy hokim has accepted.
async fn accepted() -> (City, ObligationId, RecheckId) {
    let city = City::new().await;
    city.join(SECOND, "Ikkinchi Nazoratchi", Role::Controller, "hokimlik").await;
    city.write(|conn, now| {
        Box::pin(async move {
            let right = MayAdminister::at_the_machine();
            control::set_policy(conn, &right, ControlPolicy::new(100, 3).unwrap(), now).await
        })
    })
    .await;
    let obligation = city.obligation(1).await;
    city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }).await;
    let version = city.view(obligation).await.state_version;
    city.presses(DEPUTY, Button::Accept { obligation, version }).await;
    let nobody = domain::ids::PersonId(0);
    let waiting = city.read(|conn| Box::pin(rechecks::waiting(conn, &Scope::All, nobody, 10))).await;
    assert_eq!(waiting.len(), 1, "{waiting:?}");
    (city, obligation, waiting[0].id)
}

async fn view(city: &City, id: RecheckId) -> RecheckView {
    city.read(|conn| Box::pin(rechecks::view(conn, id))).await.unwrap()
}

fn alerts(replies: &[Reply]) -> bool {
    matches!(replies.first(), Some(Reply::Toast { alert: true, .. }))
}

#[tokio::test]
async fn another_controller_finds_that_a_report_stands() {
    let (city, _, recheck) = accepted().await;
    let reviews = city.says(SECOND, "/review").await;
    let list = reviews.button(|button| matches!(button, Button::SecondLook(SecondLook::List { .. })));
    let list = city.presses(SECOND, list).await;
    let show = list.button(|button| *button == Button::SecondLook(SecondLook::Show { recheck }));
    let one = city.presses(SECOND, show).await;
    for part in ["Soliq inspeksiyasi", "Aziz Rahimov", "tasodifiy"] {
        assert!(one.text().contains(part), "{part}: {one:?}");
    }
    let stands = one.button(|button| matches!(button, Button::SecondLook(SecondLook::Stands { .. })));
    let said = city.presses(SECOND, stands.clone()).await;
    assert!(said.edits() && said.text().contains("Hisobot tasdiqlandi"), "{said:?}");
    let again = city.presses(SECOND, stands).await;
    assert!(alerts(&again.0) && again.edits(), "{again:?}");
    assert_eq!(view(&city, recheck).await.state, Recheck::Stands);
}

#[tokio::test]
async fn a_report_that_does_not_stand_is_told_to_its_organisation() {
    let (city, _, recheck) = accepted().await;
    let asks = city.presses(SECOND, Button::SecondLook(SecondLook::Falls { recheck })).await;
    let ready = asks.buttons().into_iter();
    let ready = ready.filter(|button| matches!(button, Button::SecondLook(SecondLook::FallsFor { .. })));
    assert_eq!(ready.count(), WhyFalls::ALL.len());
    let said = city.says(SECOND, "Stend oʻrnatilmagan").await;
    assert!(said.edits() && said.text().contains("Stend oʻrnatilmagan"), "{said:?}");
    let kept = view(&city, recheck).await;
    assert_eq!((kept.state, kept.reason.as_deref()), (Recheck::Falls, Some("Stend oʻrnatilmagan")));
    let told = city.read(|conn| Box::pin(news::take(conn, 100))).await;
    assert!(told.iter().any(|news| news.kind == NewsKind::RecheckFell), "{told:?}");
}

#[tokio::test]
async fn who_accepted_it_and_strangers_do_not_look_again() {
    let (city, _, recheck) = accepted().await;
    let list = city.presses(DEPUTY, Button::SecondLook(SecondLook::List { page: 0 })).await;
    assert!(list.text().contains("qayta tekshiradigan hisobot yoʻq"), "{list:?}");
    let buttons = [
        SecondLook::Stands { recheck },
        SecondLook::Falls { recheck },
        SecondLook::FallsFor { recheck, reason: WhyFalls::NoProof },
    ];
    for account in [DEPUTY, OFFICER, STRANGER, CITIZEN] {
        for button in buttons {
            let said = city.presses(account, Button::SecondLook(button)).await;
            assert!(alerts(&said.0), "{account} {button:?}: {said:?}");
        }
    }
    let nothing = SecondLook::Stands { recheck: RecheckId(987_654) };
    assert!(alerts(&city.presses(SECOND, Button::SecondLook(nothing)).await.0));
    assert_eq!(view(&city, recheck).await.state, Recheck::Chosen);
}
