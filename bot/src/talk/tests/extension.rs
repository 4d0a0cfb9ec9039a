//! More time: asked for in two screens, granted or refused by a button, told at once.

use chrono::NaiveDate;
use domain::answers::AnswerKind;
use domain::buttons::{Button, MoreTime};
use domain::extension::{Asking, WhyMore, WhyNot};
use domain::ids::{ExtensionId, ObligationId};
use domain::people::Role;
use store::news::{self, NewsKind};
use store::obligations::{self, Extension};

use super::city::{CITIZEN, COLLEAGUE, City, DEPUTY, OFFICER, STRANGER};
use crate::reply::Reply;

const SECOND: i64 = 1010;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

async fn undecided(city: &City, obligation: ObligationId) -> Option<Extension> {
    city.read(|conn| Box::pin(obligations::undecided(conn, obligation))).await
}

async fn extension(city: &City, id: ExtensionId) -> Extension {
    city.read(|conn| Box::pin(obligations::extension(conn, id))).await.unwrap()
}

async fn told(city: &City) -> Vec<NewsKind> {
    let told = city.read(|conn| Box::pin(news::take(conn, 100))).await;
    told.into_iter().map(|news| news.kind).collect()
}

/// The officer asks for time until Friday, 4 December for what is due on 27 November.
async fn asked(city: &City) -> (ObligationId, ExtensionId) {
    let obligation = city.obligation(2).await;
    let button = MoreTime::For { obligation, day: day("2026-12-04"), reason: WhyMore::Funding };
    city.presses(OFFICER, Button::MoreTime(button)).await;
    (obligation, undecided(city, obligation).await.unwrap().id)
}

fn alerts(replies: &[Reply]) -> bool {
    matches!(replies.first(), Some(Reply::Toast { alert: true, .. }))
}

#[tokio::test]
async fn two_screens_lead_from_the_task_to_the_request() {
    let city = City::new().await;
    let obligation = city.obligation(2).await;
    let item = city.presses(OFFICER, Button::Task { obligation }).await;
    let ask = item.button(|button| matches!(button, Button::MoreTime(MoreTime::Ask { .. })));
    let calendar = city.presses(OFFICER, ask).await;
    assert!(calendar.edits() && calendar.text().contains("27.11.2026"), "{calendar:?}");
    let days: Vec<_> = calendar
        .buttons()
        .into_iter()
        .filter_map(|button| match button {
            Button::MoreTime(MoreTime::Until { day, .. }) => Some(day),
            _ => None,
        })
        .collect();
    assert_eq!(days, [day("2026-11-30")], "only working days after the due day");
    let next = MoreTime::Ask { obligation, month: day("2026-12-01") };
    let december = city.presses(OFFICER, Button::MoreTime(next)).await;
    let until = Button::MoreTime(MoreTime::Until { obligation, day: day("2026-12-04") });
    let why = city.presses(OFFICER, december.button(|button| *button == until)).await;
    assert!(why.edits() && why.text().contains("04.12.2026, juma"), "{why:?}");
    let reason = why.button(|button| matches!(button, Button::MoreTime(MoreTime::For { .. })));
    let sent = city.presses(OFFICER, reason).await;
    assert!(sent.edits() && sent.text().contains("Soʻrov nazoratchiga yuborildi"), "{sent:?}");

    let kept = undecided(&city, obligation).await.unwrap();
    assert_eq!((kept.due_before, kept.wanted), (day("2026-11-27"), day("2026-12-04")));
    assert_eq!(city.view(obligation).await.due, day("2026-11-27"), "until control speaks, the old day holds");
    assert_eq!(told(&city).await, [NewsKind::ExtensionAsked]);
    // It waits for nothing any more, and does not offer the same again.
    assert!(city.says(OFFICER, "salom").await.text().contains("tushunmadim"));
    let item = city.presses(OFFICER, Button::Task { obligation }).await;
    assert!(item.text().contains("Qaror kutilmoqda"), "{item:?}");
    assert!(!item.buttons().iter().any(|button| matches!(button, Button::MoreTime(_))), "{item:?}");
}

#[tokio::test]
async fn the_reason_may_be_told_in_own_words() {
    let city = City::new().await;
    let obligation = city.obligation(1).await;
    let until = MoreTime::Until { obligation, day: day("2026-11-30") };
    city.presses(OFFICER, Button::MoreTime(until)).await;
    let long = city.says(OFFICER, &"ў".repeat(1001)).await;
    assert!(long.text().contains("oshmasligi kerak"), "{long:?}");
    let sent = city.says(OFFICER, "Tender <b>cho'zildi</b>").await;
    assert!(sent.edits() && sent.text().contains("&lt;b&gt;cho'zildi"), "{sent:?}");
    assert_eq!(undecided(&city, obligation).await.unwrap().reason, "Tender <b>cho'zildi</b>");
}

#[tokio::test]
async fn a_grant_moves_the_day_and_keeps_the_old_one() {
    let city = City::new().await;
    let (obligation, extension_id) = asked(&city).await;
    let reviews = city.says(DEPUTY, "/review").await;
    let list = reviews.button(|button| matches!(button, Button::MoreTime(MoreTime::List { .. })));
    let list = city.presses(DEPUTY, list).await;
    assert!(list.text().contains("27.11.2026 → 04.12.2026"), "{list:?}");
    let show = list.button(|button| matches!(button, Button::MoreTime(MoreTime::Show { .. })));
    let request = city.presses(DEPUTY, show).await;
    for part in ["Dilnoza Karimova", "Soliq inspeksiyasi", "Mablagʻ ajratish"] {
        assert!(request.text().contains(part), "{part}: {request:?}");
    }
    let grant = request.button(|button| matches!(button, Button::MoreTime(MoreTime::Grant { .. })));
    let said = city.presses(DEPUTY, grant.clone()).await;
    assert!(said.edits() && said.text().contains("Muddat uzaytirildi"), "{said:?}");
    let one = city.view(obligation).await;
    assert_eq!((one.due, one.extended_from), (day("2026-12-04"), Some(day("2026-11-27"))));
    assert_eq!(one.original_due, day("2026-11-27"));
    assert_eq!(told(&city).await, [NewsKind::ExtensionAsked, NewsKind::ExtensionDecided]);
    let item = city.presses(OFFICER, Button::Task { obligation }).await;
    assert!(item.text().contains("04.12.2026") && item.text().contains("Asl muddat: 27.11.2026"), "{item:?}");

    // The same button once more, and the other one: kind, and nothing changes.
    for button in [grant, Button::MoreTime(MoreTime::Refuse { extension: extension_id })] {
        let again = city.presses(DEPUTY, button).await;
        assert!(alerts(&again.0) && again.edits() && again.text().contains("uzaytirildi"), "{again:?}");
    }
    assert_eq!(city.view(obligation).await, one);
}

#[tokio::test]
async fn a_refusal_says_why_and_another_request_may_follow() {
    let city = City::new().await;
    let (obligation, id) = asked(&city).await;
    let asks = city.presses(DEPUTY, Button::MoreTime(MoreTime::Refuse { extension: id })).await;
    let ready = asks.buttons().into_iter();
    let ready = ready.filter(|button| matches!(button, Button::MoreTime(MoreTime::RefuseFor { .. })));
    assert_eq!(ready.count(), WhyNot::ALL.len());
    let said = city.says(DEPUTY, "Xarid oktabrda tugagan edi").await;
    assert!(said.edits() && said.text().contains("Xarid oktabrda"), "{said:?}");
    let refused = extension(&city, id).await;
    assert_eq!(refused.state, Asking::Refused);
    assert_eq!(refused.decision.as_deref(), Some("Xarid oktabrda tugagan edi"));
    let one = city.view(obligation).await;
    assert_eq!((one.due, one.extended_from, one.asked_more_at), (day("2026-11-27"), None, None));

    let (_, second) = asked(&city).await;
    let reason = WhyNot::Urgent;
    city.presses(DEPUTY, Button::MoreTime(MoreTime::RefuseFor { extension: second, reason })).await;
    let decision = extension(&city, second).await.decision;
    assert_eq!(decision.as_deref(), Some("Bu ishni kechiktirib boʻlmaydi."));
}

#[tokio::test]
async fn of_two_controllers_the_second_hears_what_the_first_decided() {
    let city = City::new().await;
    city.join(SECOND, "Ikkinchi Nazoratchi", Role::Controller, "hokimlik").await;
    let (obligation, extension_id) = asked(&city).await;
    let grant = Button::MoreTime(MoreTime::Grant { extension: extension_id });
    let refuse =
        Button::MoreTime(MoreTime::RefuseFor { extension: extension_id, reason: WhyNot::TimeEnough });
    let (one, other) = tokio::join!(city.presses(DEPUTY, grant), city.presses(SECOND, refuse));
    let late = [one, other].into_iter().filter(|said| alerts(&said.0)).collect::<Vec<_>>();
    assert_eq!(late.len(), 1, "{late:?}");
    assert!(late[0].toast().unwrap().contains("allaqachon"), "{late:?}");
    let kept = extension(&city, extension_id).await;
    let moved = city.view(obligation).await.due == day("2026-12-04");
    assert_eq!(moved, kept.state == Asking::Granted, "{kept:?}");
}

#[tokio::test]
async fn strangers_and_forged_buttons_change_nothing() {
    let city = City::new().await;
    let obligation = city.obligation(2).await;
    let forged = |day: &str| MoreTime::For { obligation, day: self::day(day), reason: WhyMore::Others };
    for account in [STRANGER, DEPUTY, CITIZEN] {
        for button in [
            MoreTime::Ask { obligation, month: day("2026-12-01") },
            MoreTime::Until { obligation, day: day("2026-12-04") },
            forged("2026-12-04"),
        ] {
            let said = city.presses(account, Button::MoreTime(button)).await;
            assert!(alerts(&said.0), "{account}: {said:?}");
        }
    }
    // Days that no calendar of ours offers.
    for wrong in ["2026-11-26", "2026-11-27", "2020-01-01", "2027-12-31", "9999-12-31"] {
        let said = city.presses(OFFICER, Button::MoreTime(forged(wrong))).await;
        assert!(alerts(&said.0), "{wrong}: {said:?}");
        let until = MoreTime::Until { obligation, day: day(wrong) };
        let said = city.presses(OFFICER, Button::MoreTime(until)).await;
        assert!(alerts(&said.0) && said.edits(), "{wrong}: {said:?}");
    }
    assert_eq!(undecided(&city, obligation).await, None);

    let (_, extension) = asked(&city).await;
    for account in [OFFICER, STRANGER, CITIZEN] {
        for button in [
            MoreTime::Show { extension },
            MoreTime::Grant { extension },
            MoreTime::Refuse { extension },
            MoreTime::RefuseFor { extension, reason: WhyNot::Urgent },
            MoreTime::List { page: 0 },
        ] {
            let said = city.presses(account, Button::MoreTime(button)).await;
            assert!(alerts(&said.0), "{account} {button:?}: {said:?}");
        }
    }
    let foreign = city.presses(STRANGER, Button::MoreTime(MoreTime::Withdraw { extension })).await;
    assert!(alerts(&foreign.0), "{foreign:?}");
    let nothing = MoreTime::Grant { extension: ExtensionId(987_654) };
    assert!(alerts(&city.presses(DEPUTY, Button::MoreTime(nothing)).await.0));
    assert!(undecided(&city, obligation).await.is_some());
    assert_eq!(city.view(obligation).await.due, day("2026-11-27"));
}

#[tokio::test]
async fn one_request_at_a_time_and_none_for_what_is_reported() {
    let city = City::new().await;
    let (obligation, id) = asked(&city).await;
    let again = MoreTime::For { obligation, day: day("2026-12-11"), reason: WhyMore::Volume };
    let said = city.presses(COLLEAGUE, Button::MoreTime(again)).await;
    assert!(alerts(&said.0) && said.toast().unwrap().contains("allaqachon soʻralgan"), "{said:?}");
    assert_eq!(undecided(&city, obligation).await.unwrap().wanted, day("2026-12-04"));

    // A colleague takes it back, and reports.
    let back = city.presses(COLLEAGUE, Button::MoreTime(MoreTime::Withdraw { extension: id })).await;
    assert!(back.edits() && back.toast().unwrap().contains("qaytarib olindi"), "{back:?}");
    assert_eq!(undecided(&city, obligation).await, None);
    city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }).await;
    let said = city.presses(OFFICER, Button::MoreTime(again)).await;
    assert!(alerts(&said.0) && said.text().contains("Hisobot tekshiruvda"), "{said:?}");
    assert_eq!(undecided(&city, obligation).await, None);
}

#[tokio::test]
async fn what_is_reported_meanwhile_may_still_be_given_time_until_it_is_closed() {
    let city = City::new().await;
    let (obligation, extension) = asked(&city).await;
    // The controller is slow: the officer reports within the time that he asked for.
    city.clock.move_to(super::city::moment("2026-12-02T05:00:00Z"));
    city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }).await;
    let late = city.presses(DEPUTY, Button::Review { obligation }).await;
    assert!(late.text().contains("kechikib"), "{late:?}");
    city.presses(DEPUTY, Button::MoreTime(MoreTime::Grant { extension })).await;
    let on_time = city.presses(DEPUTY, Button::Review { obligation }).await;
    assert!(on_time.text().contains("oʻz vaqtida"), "{on_time:?}");
}

#[tokio::test]
async fn a_closed_task_needs_no_decision_about_time() {
    let city = City::new().await;
    let (obligation, id) = asked(&city).await;
    city.presses(OFFICER, Button::Answer { obligation, kind: AnswerKind::Done, seen: 0 }).await;
    let version = city.view(obligation).await.state_version;
    city.presses(DEPUTY, Button::Accept { obligation, version }).await;
    assert_eq!(extension(&city, id).await.state, Asking::Withdrawn);
    let said = city.presses(DEPUTY, Button::MoreTime(MoreTime::Grant { extension: id })).await;
    assert!(alerts(&said.0), "{said:?}");
    assert_eq!(city.view(obligation).await.due, day("2026-11-27"));
}
