//! What is kept, and how it goes: a citizen is forgotten, a known person withdraws their consent.

use domain::buttons::{Button, ForgetAct, ForgetStep};
use domain::language::Language;
use domain::ratings::Mark;
use domain::retention::{COMMENTS, VOTERS, WISHES};
use store::people;

use super::city::{CITIZEN, City, OFFICER, Said, moment, press};
use crate::reply::Reply;

fn forgets(act: ForgetAct) -> impl Fn(&Button) -> bool {
    move |button| matches!(button, Button::Forget(step) if step.act == act)
}

async fn rate(city: &City, mark: u8) -> Said {
    let (point, _) = city.point().await;
    let mark = Mark::new(mark).unwrap();
    city.presses(CITIZEN, Button::Rate { point, mark, language: Language::UzLatn }).await
}

/// The number of marks of today.
async fn marks(city: &City) -> u64 {
    let (_, service) = city.point().await;
    let today = domain::clock::Clock::today(&*city.clock);
    let counts = city
        .read(|conn| {
            Box::pin(async move { store::rating_boards::by_service(conn, &[service], today, today).await })
        })
        .await;
    counts.iter().map(|(_, counts)| counts.total()).sum()
}

#[tokio::test]
async fn privacy_says_the_days_by_which_the_jobs_work_and_leads_to_being_forgotten() {
    let city = City::new().await;
    for command in ["/privacy", "/maxfiylik"] {
        let said = city.says(CITIZEN, command).await;
        for days in [COMMENTS, VOTERS, WISHES] {
            assert!(said.text().contains(&format!("{} kun", days.num_days())), "{said:?}");
        }
        said.button(forgets(ForgetAct::Ask));
        let opens = |reply: &Reply| format!("{reply:?}").contains("https://nazorat.example/privacy");
        assert!(said.0.iter().any(opens), "{said:?}");
    }
    let said = city.says(OFFICER, "/maxfiylik").await;
    assert!(said.text().contains("rozilikni qaytarib olguningizcha"), "{said:?}");
    said.button(forgets(ForgetAct::AskToWithdraw));
}

#[tokio::test]
async fn a_citizen_is_forgotten_by_one_tap_and_cannot_vote_twice_that_day() {
    let city = City::new().await;
    rate(&city, 2).await;
    city.says(CITIZEN, "Navbat uzun").await;
    let asked = city.says(CITIZEN, "/forget").await;
    assert!(asked.text().contains("kimniki ekani bilinmaydigan son"), "{asked:?}");
    let said = city.presses(CITIZEN, asked.button(forgets(ForgetAct::Forget))).await;
    assert!(
        said.edits() && said.text().contains("1 ta bahoda") && said.text().contains("1 ta izoh"),
        "{said:?}"
    );
    assert_eq!(marks(&city).await, 1, "the mark stays");
    let again = city.presses(CITIZEN, asked.button(forgets(ForgetAct::Forget))).await;
    assert!(again.text().contains("topilmadi"), "{again:?}");
    let refused = rate(&city, 5).await;
    assert!(matches!(refused.0[..], [Reply::Toast { alert: true, .. }]), "{refused:?}");
    assert!(refused.toast().unwrap().contains("bugun"), "{refused:?}");
    assert_eq!(marks(&city).await, 1);
    city.clock.move_to(moment("2026-11-24T04:30:00Z"));
    rate(&city, 5).await;
    assert_eq!(marks(&city).await, 1, "the next day is another day");
}

#[tokio::test]
async fn a_press_that_comes_again_after_forgetting_is_no_fault() {
    let city = City::new().await;
    let (point, _) = city.point().await;
    let mark = Button::Rate { point, mark: Mark::new(5).unwrap(), language: Language::UzLatn };
    city.brings(77, CITIZEN, press(mark.data())).await;
    let forget = Button::Forget(ForgetStep { act: ForgetAct::Forget, language: Language::Ru });
    let said = city.presses(CITIZEN, forget).await;
    assert!(said.text().contains("Забыто"), "in the language of the message: {said:?}");
    let again = city.brings(77, CITIZEN, press(mark.data())).await;
    assert!(matches!(again.0[..], [Reply::Toast { alert: true, .. }]), "{again:?}");
    assert_eq!(marks(&city).await, 1);
}

#[tokio::test]
async fn whoever_thinks_better_of_it_loses_nothing() {
    let city = City::new().await;
    rate(&city, 4).await;
    let asked = city.says(CITIZEN, "/unut").await;
    let kept = city.presses(CITIZEN, asked.button(forgets(ForgetAct::Keep))).await;
    assert_eq!(kept.toast(), Some("Hech narsa oʻchirilmadi"));
    rate(&city, 5).await;
    assert_eq!(marks(&city).await, 1, "the mark was changed, so it is still theirs");
}

#[tokio::test]
async fn an_officer_withdraws_and_is_a_citizen_afterwards() {
    let city = City::new().await;
    let said = city.says(OFFICER, "/forget").await;
    assert!(said.text().contains("rasmiy hujjat"), "{said:?}");
    said.button(forgets(ForgetAct::Ask));
    let asked = city.presses(OFFICER, said.button(forgets(ForgetAct::AskToWithdraw))).await;
    let today = domain::clock::Clock::today(&*city.clock);
    let known = || city.read(move |conn| Box::pin(people::who_by_telegram(conn, OFFICER, today)));
    assert!(known().await.is_some(), "asking does nothing");
    let done = city.presses(OFFICER, asked.button(forgets(ForgetAct::Withdraw))).await;
    assert!(done.text().contains("Rozilik qaytarib olindi"), "{done:?}");
    assert!(done.0.iter().any(|reply| matches!(reply, Reply::Menu(_))), "{done:?}");
    assert!(known().await.is_none());
    let officer = city.people[&OFFICER];
    let recipient = city.read(move |conn| Box::pin(people::recipient(conn, officer))).await.unwrap();
    assert_eq!((recipient.telegram_id, recipient.reachable), (None, false));
    let again = city.presses(OFFICER, asked.button(forgets(ForgetAct::Withdraw))).await;
    assert!(again.text().contains("Rozilik qaytarib olindi"), "{again:?}");
    city.says(OFFICER, "/privacy").await.button(forgets(ForgetAct::Ask));
}
