//! A poster hangs on a wall for years: its link is taken back, replaced, and its point closed, and whoever scans it is told.

use domain::buttons::Button;
use domain::ids::PointId;
use domain::links::Payload;
use domain::people::MayAdminister;
use store::{NotDone, points};

use crate::support::databases::Base;
use crate::support::telegram::buttons;
use crate::support::town::{By, Town, each_way};

each_way!(an_old_poster_leads_to_the_new_link_or_says_that_there_is_none);

const MORNING: &str = "2026-11-24T05:00:00Z";
const CITIZEN: i64 = 987_654_321_021;
const SERVICE: &str = "suv-ulash";

/// What an administrator does to the point.
#[derive(Clone, Copy, Debug)]
enum Deed {
    Revoke,
    Replace,
    Close,
    Reopen,
}

async fn act(town: &Town, id: PointId, code: &str, deed: Deed) -> Result<Option<String>, NotDone> {
    let (code, now) = (code.to_owned(), domain::clock::Clock::now(&*town.clock));
    let right = MayAdminister::at_the_machine();
    let done = town
        .base
        .store
        .write(move |conn| {
            Box::pin(async move {
                match deed {
                    Deed::Revoke => {
                        points::revoke_link(conn, &right, id, &code, None, now).await.map(|()| None)
                    }
                    Deed::Replace => points::replace_link(conn, &right, id, &code, None, now).await.map(Some),
                    Deed::Close => points::close(conn, &right, id, None, now).await.map(|()| None),
                    Deed::Reopen => points::reopen(conn, &right, id, now).await.map(|()| None),
                }
            })
        })
        .await;
    town.base.store.forget_catalogue();
    done
}

/// What the bot says to whoever scans this code: whether a rating is asked for, and the code behind the buttons.
async fn scanned(town: &Town, code: &str) -> (bool, Option<String>) {
    let scan = town.telegram.follow(CITIZEN, &Payload::Rate(code.to_owned()));
    let said = town.telegram.reply_to(CITIZEN, scan).await;
    let codes = buttons(&said).find_map(|button| match button {
        Button::Rate { point, .. } => Some((true, Some(point))),
        Button::RateIn { point, .. } => Some((false, Some(point))),
        _ => None,
    });
    codes.unwrap_or((false, None))
}

async fn an_old_poster_leads_to_the_new_link_or_says_that_there_is_none(base: Base, by: By) {
    let town = Town::open(base, by, MORNING).await;
    let (first, id, ..) = town.city.point(SERVICE);
    assert_eq!(scanned(&town, &first).await, (true, Some(first.clone())));

    act(&town, id, &first, Deed::Revoke).await.unwrap();
    assert_eq!(scanned(&town, &first).await, (false, None));
    assert!(matches!(act(&town, id, &first, Deed::Revoke).await, Err(NotDone::Refused(_))), "once only");

    let second = act(&town, id, &first, Deed::Replace).await.unwrap().unwrap();
    assert!(matches!(act(&town, id, &first, Deed::Replace).await, Err(NotDone::Refused(_))), "once only");
    assert_eq!(
        scanned(&town, &first).await,
        (false, Some(second.clone())),
        "one press leads to the new link"
    );
    assert_eq!(scanned(&town, &second).await, (true, Some(second.clone())));

    let third = act(&town, id, &second, Deed::Replace).await.unwrap().unwrap();
    for old in [&first, &second] {
        assert_eq!(
            scanned(&town, old).await,
            (false, Some(third.clone())),
            "an older link leads to the newest"
        );
    }
    act(&town, id, &third, Deed::Close).await.unwrap();
    for code in [&first, &second, &third] {
        assert_eq!(scanned(&town, code).await, (false, None));
    }
    act(&town, id, &third, Deed::Reopen).await.unwrap();
    assert_eq!(scanned(&town, &third).await, (true, Some(third.clone())));
    assert_eq!(scanned(&town, "NEVERWAS").await, (false, None));

    let mut raw = town.base.raw().await;
    for (action, count) in [("link_revoked", 1), ("link_replaced", 2), ("closed", 1), ("reopened", 1)] {
        let sql = format!(
            "SELECT CAST(count(*) AS BIGINT) FROM event WHERE subject = 'point' AND subject_id = {id} AND action = '{action}'"
        );
        assert_eq!(raw.number(&sql).await, count, "{action}");
    }
    town.telegram.assert_no_complaint();
}
