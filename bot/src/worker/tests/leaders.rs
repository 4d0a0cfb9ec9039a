//! The brief of the morning and the audit, on a clock that the test moves.

use domain::audit::FindingKind;
use store::findings;

use super::*;

async fn led() -> City {
    let city = City::new().await;
    city.organisations(&["hokimlik", "transport"]).await;
    city.plan(&["2026-yil 20-noyabr", DAYS[0]], &["transport"]).await;
    city.person(5, Role::Controller, "hokimlik").await;
    city.person(6, Role::Administrator, "hokimlik").await;
    city
}

/// What was written to a chat at this moment.
async fn told(city: &City, moment: &str, chat: i64) -> Vec<String> {
    city.clock.move_to(moment.parse().unwrap());
    tick(city).await;
    queued(city).await.into_iter().filter(|(to, _)| *to == chat).map(|(_, text)| text).collect()
}

#[tokio::test]
async fn a_controller_gets_one_brief_at_half_past_eight_on_working_days() {
    let city = led().await;
    for (moment, briefs) in [
        ("2026-11-24T03:29:00Z", 0),
        ("2026-11-24T03:30:00Z", 1),
        ("2026-11-24T03:40:00Z", 0),
        ("2026-11-28T05:00:00Z", 0),
        ("2026-11-30T13:00:00Z", 0),
        ("2026-12-01T06:00:00Z", 1),
    ] {
        let told = told(&city, moment, 5).await;
        let of_morning = told.iter().filter(|text| text.contains("Bugungi holat")).count();
        assert_eq!(of_morning, briefs, "{moment}: {told:?}");
    }
}

#[tokio::test]
async fn who_wants_no_brief_gets_none_until_it_is_wanted_again() {
    let city = led().await;
    let controller = city.read(|conn| people::holders(conn, Role::Controller).boxed()).await[0].person;
    for (wanted, moment, briefs) in [(false, "2026-11-24T03:30:00Z", 0), (true, "2026-11-25T03:30:00Z", 1)] {
        city.write(move |conn| store::briefs::set_wanted(conn, controller, wanted).boxed()).await;
        let told = told(&city, moment, 5).await;
        assert_eq!(told.iter().filter(|text| text.contains("Bugungi holat")).count(), briefs, "{told:?}");
    }
}

#[tokio::test]
async fn a_brief_names_what_came_up_to_it_and_where_nobody_is_reached() {
    let city = led().await;
    let now = city.clock.now();
    city.write(move |conn| people::mark_unreachable(conn, 5, "blocked", now).boxed()).await;
    // Nobody at all is reached: everything comes to the brief at once.
    assert_eq!(told(&city, "2026-11-26T05:00:00Z", 5).await, [""; 0]);
    city.write(move |conn| people::mark_reachable(conn, 5).boxed()).await;
    let brief = told(&city, "2026-11-27T03:30:00Z", 5).await.concat();
    assert!(brief.contains("Sizga yetib kelgani: <b>2</b>"), "{brief}");
    assert!(brief.contains("Masʼul xodim tayinlanmagan"), "{brief}");
    assert!(brief.contains("transport boshqarmasi — 2 ta"), "{brief}");
}

#[tokio::test]
async fn a_brief_tells_where_nobody_is_appointed_apart_from_whom_to_call() {
    let city = City::new().await;
    city.organisations(&["hokimlik", "transport", "taʼlim", "suv"]).await;
    city.plan(&[DAYS[2]], &["transport", "taʼlim", "suv"]).await;
    city.person(1, Role::Officer, "transport").await;
    city.person(2, Role::Officer, "suv").await;
    city.person(5, Role::Controller, "hokimlik").await;
    let now = city.clock.now();
    city.write(move |conn| people::mark_unreachable(conn, 1, "blocked", now).boxed()).await;
    let brief = told(&city, "2026-11-25T03:30:00Z", 5).await.concat();
    assert!(brief.contains("qoʻngʻiroq qiling"), "{brief}");
    assert!(brief.contains("transport boshqarmasi: Masʼul xodim — <b>Xodim 1</b>"), "{brief}");
    assert!(brief.contains("Masʼul xodim tayinlanmagan: <b>1</b> ta tashkilotda"), "{brief}");
    assert!(!brief.contains("suv boshqarmasi:") && !brief.contains("taʼlim boshqarmasi:"), "{brief}");
}

#[tokio::test]
async fn a_brief_is_of_what_the_controller_controls() {
    let city = City::new().await;
    city.organisations(&["hokimlik", "transport", "taʼlim"]).await;
    city.plan(&["2026-yil 20-noyabr"], &["transport", "taʼlim"]).await;
    let controller = city.person(5, Role::Controller, "transport").await;
    let catalogue = city.store.catalogue().await.unwrap();
    let above = catalogue.organisations.values().find(|one| one.key == "hokimlik").unwrap().id;
    let now = city.clock.now();
    city.write(move |conn| {
        async move {
            let observer = domain::people::Grant { role: Role::Observer, organisation: above };
            let right = domain::people::MayInvite::at_the_machine(observer);
            people::grant(conn, &right, controller, now).await
        }
        .boxed()
    })
    .await;
    let brief = told(&city, "2026-11-25T03:30:00Z", 5).await.concat();
    assert!(brief.contains("Muddati oʻtgan: <b>1</b>"), "what is only watched is not counted: {brief}");
    assert!(!brief.contains("taʼlim"), "{brief}");
}

async fn audit(city: &City) -> Vec<FindingKind> {
    super::super::audit::audit(&city.bot.inner.worker.ctx, std::time::Duration::ZERO).await.unwrap();
    let open = city.read(|conn| findings::open(conn).boxed()).await;
    open.into_iter().map(|one| one.finding.kind).collect()
}

#[tokio::test]
async fn a_fault_is_found_told_once_and_resolved() {
    let city = led().await;
    // The planner has never run, and the second item has been due for two working days: nobody was told.
    city.bot.inner.worker.obligations(&mut Memory::default()).await.unwrap();
    city.clock.move_to("2026-11-27T06:00:00Z".parse().unwrap());
    assert_eq!(audit(&city).await, [FindingKind::SilentOverdue]);
    assert_eq!(audit(&city).await, [FindingKind::SilentOverdue]);
    let told = told(&city, "2026-11-27T06:10:00Z", 6).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].contains("transport boshqarmasi: muddati oʻtgan 2 ta topshiriq"), "{told:?}");
    assert_eq!(audit(&city).await, [], "the planner has told somebody, or knows whom to call");
}

#[tokio::test]
async fn a_fault_is_told_to_who_administers_the_organisation() {
    let city = City::new().await;
    city.organisations(&["hokimlik", "transport", "taʼlim"]).await;
    city.plan(&["2026-yil 20-noyabr"], &["transport"]).await;
    for (chat, organisation) in [(6, "hokimlik"), (7, "taʼlim"), (8, "transport")] {
        city.person(chat, Role::Administrator, organisation).await;
    }
    city.bot.inner.worker.obligations(&mut Memory::default()).await.unwrap();
    city.clock.move_to("2026-11-27T06:00:00Z".parse().unwrap());
    assert_eq!(audit(&city).await, [FindingKind::SilentOverdue]);
    city.clock.move_to("2026-11-27T06:10:00Z".parse().unwrap());
    tick(&city).await;
    let found = |(chat, text): (i64, String)| text.contains("muddati oʻtgan 1 ta topshiriq").then_some(chat);
    let mut told: Vec<_> = queued(&city).await.into_iter().filter_map(found).collect();
    told.sort_unstable();
    assert_eq!(told, [6, 8]);
}

#[tokio::test]
async fn messages_that_stay_and_a_planner_that_is_silent_are_found() {
    let city = led().await;
    city.bot.inner.worker.tick_and_tell(&mut Memory::default()).await;
    assert_eq!(audit(&city).await, []);
    city.clock.move_to("2026-11-24T05:00:00Z".parse().unwrap());
    assert_eq!(audit(&city).await, [FindingKind::PlannerSilent, FindingKind::QueueLate]);
    // Whoever claims them now never marks them.
    assert!(!queued(&city).await.is_empty());
    city.clock.move_to("2026-11-24T05:02:00Z".parse().unwrap());
    city.bot.inner.worker.tick_and_tell(&mut Memory::default()).await;
    assert_eq!(audit(&city).await, [FindingKind::StuckSending]);
}

#[tokio::test]
async fn the_first_working_day_of_a_week_brings_the_card_as_a_picture() {
    let mut city = led().await;
    city.meet(5);
    city.clock.move_to("2026-11-27T03:30:00Z".parse().unwrap());
    tick(&city).await;
    queued(&city).await;
    city.clock.move_to("2026-11-30T03:30:00Z".parse().unwrap());
    tick(&city).await;
    let (bot, stop) = (city.bot.clone(), city.stop());
    city.run(bot.send(stop));
    let from_bot = |city: &City| {
        let all = city.telegram.chat(5);
        all.into_iter().filter(|message| message.from_bot).collect::<Vec<_>>()
    };
    city.until("the card and the brief", async |city| from_bot(city).len() >= 2).await;
    let sent = from_bot(&city);
    assert!(
        matches!(sent[0].attachment, Some(playground::Attachment::Photo { width: 1280, height: 1100, .. })),
        "{sent:?}"
    );
    assert!(sent[0].text.starts_with("Haftalik maʼlumot: 23.11.2026 – 29.11.2026"), "{}", sent[0].text);
    assert!(sent[0].text.chars().count() <= 400, "{}", sent[0].text);
    assert!(sent[1].text.contains("Bugungi holat"), "{}", sent[1].text);
    assert!(city.telegram.unknown_arguments().is_empty());
}

#[tokio::test]
async fn what_was_overdue_before_the_service_began_is_no_fault_of_its_first_days() {
    let city = led().await;
    city.bot.inner.worker.obligations(&mut Memory::default()).await.unwrap();
    city.clock.move_to("2026-11-27T00:30:00Z".parse().unwrap());
    let began = city.clock.now();
    city.write(move |conn| findings::planner_ran(conn, began).boxed()).await;
    assert_eq!(audit(&city).await, [], "it is half past five in the morning of the first day");
    // It runs on, and for days it tells nobody.
    city.clock.move_to("2026-12-01T06:00:00Z".parse().unwrap());
    let ran = city.clock.now();
    city.write(move |conn| findings::planner_ran(conn, ran).boxed()).await;
    assert_eq!(audit(&city).await, [FindingKind::SilentOverdue]);
}
