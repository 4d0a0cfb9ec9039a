//! A reminder on trial, from the page of a plan.

use super::*;

#[tokio::test]
async fn a_trial_goes_to_who_asked_and_counts_as_no_reminder() {
    let city = city().await;
    city.person(1, Role::Officer, "transport").await;
    let viewer = city.person(5, Role::Controller, "hokimlik").await;
    tick(&city).await;
    queued(&city).await;
    let open = city
        .read(|conn| {
            let at = "2026-11-24T04:00:00Z".parse().unwrap();
            reminders::open_until(conn, "2027-12-31".parse().unwrap(), at).boxed()
        })
        .await;
    let (one, now) = (open[0], city.clock.now());
    city.write(move |conn| reminders::ask_trial(conn, viewer, one.plan, one.obligation, now).boxed()).await;
    tick(&city).await;
    tick(&city).await;
    let told = queued(&city).await;
    let [(5, text)] = &told[..] else { panic!("{told:?}") };
    assert!(text.starts_with("🧪 <b>Sinov</b>") && text.contains(DAYS[0]), "{text}");
    assert_eq!(reminded(&city, viewer).await, 0);
}
