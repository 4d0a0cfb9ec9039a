mod cases;
mod clocks;
mod control;
mod escalation;
mod leaders;
mod overtaken;
mod quiet;
mod reports;
mod substitutes;
mod translations;
mod trials;

use std::sync::Arc;

use domain::answers::{Answer, AnswerKind};
use domain::clock::{Clock, tashkent_day};
use domain::ids::{AnswerId, ObligationId, PersonId};
use domain::people::Role;
use futures_util::FutureExt;
use sha2::{Digest, Sha256};
use store::news::{self, NewsKind};
use store::{NotDone, evidence, intake, obligations, outbox, people, reminders};

use super::*;
use crate::testing::City;

/// A Tuesday with a due day in one, three, and many working days.
const DAYS: [&str; 3] = ["2026-yil 25-noyabr", "2026-yil 27-noyabr", "2027-yil 20-fevral"];

async fn city() -> City {
    let city = City::new().await;
    city.organisations(&["hokimlik", "transport", "taʼlim"]).await;
    city.plan(&DAYS, &["transport", "taʼlim"]).await;
    city
}

pub(super) async fn tick(city: &City) {
    city.bot.inner.worker.tick(&mut Memory::default()).await.unwrap();
}

/// Chat and words of everything that waits.
pub(super) async fn queued(city: &City) -> Vec<(i64, String)> {
    let now = city.clock.now();
    let next = city.read(move |conn| outbox::next(conn, 1000, |_| true, now).boxed()).await;
    let claimed = city.write(move |conn| async move { outbox::claim(conn, &next, now).await }.boxed()).await;
    let mut all = Vec::new();
    for message in claimed {
        let body: serde_json::Value = serde_json::from_str(&message.body).unwrap();
        let words = body["text"].as_str().or(body["caption"].as_str()).unwrap();
        all.push((message.chat_id, words.to_owned()));
    }
    all
}

pub(super) async fn reminded(city: &City, person: PersonId) -> usize {
    let today = city.clock.today();
    city.read(move |conn| reminders::of_day(conn, person, today).boxed()).await.len()
}

#[tokio::test]
async fn a_morning_brings_one_digest_to_each_officer_and_no_second_one() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    let head = city.person(2, Role::Head, "transport").await;
    let only_head = city.person(3, Role::Head, "taʼlim").await;
    tick(&city).await;
    tick(&city).await;
    let queued = queued(&city).await;
    let mut chats: Vec<_> = queued.iter().map(|(chat, _)| *chat).collect();
    chats.sort_unstable();
    assert_eq!(chats, [1, 3], "the head hears only where nobody else does");
    assert!(queued[0].1.contains(DAYS[0]), "{}", queued[0].1);
    assert_eq!(reminded(&city, officer).await, 2, "what is due in three months is not spoken of");
    assert_eq!(reminded(&city, only_head).await, 2);
    assert_eq!(reminded(&city, head).await, 0);
}

#[tokio::test]
async fn two_planners_at_once_write_one_digest() {
    let city = city().await;
    city.person(1, Role::Officer, "transport").await;
    tokio::join!(tick(&city), tick(&city), tick(&city));
    assert_eq!(queued(&city).await.len(), 1);
}

#[tokio::test]
async fn nobody_is_reminded_before_nine_or_on_a_day_off() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    for moment in ["2026-11-25T03:59:59Z", "2026-11-25T13:00:01Z", "2026-11-29T05:00:00Z"] {
        city.clock.move_to(moment.parse().unwrap());
        tick(&city).await;
        assert_eq!(reminded(&city, officer).await, 0, "{moment}");
    }
    city.clock.move_to("2026-11-25T04:00:00Z".parse().unwrap());
    tick(&city).await;
    assert_eq!(reminded(&city, officer).await, 2);
}

#[tokio::test]
async fn after_an_outage_one_digest_says_what_still_matters() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    tick(&city).await;
    assert_eq!(queued(&city).await.len(), 1);
    // Monday after next: both are overdue, and four digests were missed.
    city.clock.move_to("2026-12-07T05:00:00Z".parse().unwrap());
    tick(&city).await;
    assert_eq!(queued(&city).await.len(), 1);
    assert_eq!(reminded(&city, officer).await, 2);
}

#[tokio::test]
async fn who_cannot_be_reached_is_skipped_and_the_head_hears_instead() {
    let city = city().await;
    city.person(1, Role::Officer, "transport").await;
    city.person(2, Role::Head, "transport").await;
    let now = city.clock.now();
    city.write(move |conn| people::mark_unreachable(conn, 1, "blocked", now).boxed()).await;
    tick(&city).await;
    let chats: Vec<_> = queued(&city).await.into_iter().map(|(chat, _)| chat).collect();
    assert_eq!(chats, [2]);
}

async fn report(city: &City, officer: PersonId) -> (ObligationId, AnswerId) {
    let catalogue = city.store.catalogue().await.unwrap();
    let now = city.clock.now();
    let reported: Result<(ObligationId, AnswerId), NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let who = people::who(conn, officer, tashkent_day(now)).await?.unwrap();
                let organisation = who.grants[0].organisation;
                let open = obligations::open_of(conn, organisation, 1).await?;
                let right = who.may_answer(organisation, &catalogue.tree)?;
                let done = Answer::new(AnswerKind::Done);
                let answered = obligations::answer(conn, &right, open[0].id, &done, now).await?;
                Ok((open[0].id, answered.answer))
            }
            .boxed()
        })
        .await;
    reported.unwrap()
}

#[tokio::test]
async fn a_report_is_told_to_the_controller_and_its_acceptance_to_the_officer() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    city.person(4, Role::Officer, "transport").await;
    let controller = city.person(5, Role::Controller, "hokimlik").await;
    city.person(6, Role::Controller, "taʼlim").await;
    tick(&city).await;
    assert_eq!(queued(&city).await.len(), 4, "two digests and two briefs");
    let (reported, _) = report(&city, officer).await;
    tick(&city).await;
    tick(&city).await;
    let chats: Vec<_> = queued(&city).await.into_iter().map(|(chat, _)| chat).collect();
    assert_eq!(chats, [5], "the one who controls this organisation, once");

    let (catalogue, now) = (city.store.catalogue().await.unwrap(), city.clock.now());
    let accepted: Result<(), NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let who = people::who(conn, controller, tashkent_day(now)).await?.unwrap();
                let view = obligations::view(conn, reported).await?.unwrap();
                let right = who.may_decide(view.organisation, &catalogue.tree)?;
                obligations::accept(conn, &right, reported, None, now).await?;
                Ok(())
            }
            .boxed()
        })
        .await;
    accepted.unwrap();
    tick(&city).await;
    let chats: Vec<_> = queued(&city).await.into_iter().map(|(chat, _)| chat).collect();
    assert_eq!(chats, [1], "the one who answered");
    assert!(city.read(|conn| news::take(conn, 10).boxed()).await.is_empty());
}

#[tokio::test]
async fn news_of_an_evening_wait_for_the_next_working_morning() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    city.person(5, Role::Controller, "hokimlik").await;
    // A Friday evening.
    city.clock.move_to("2026-11-27T15:00:00Z".parse().unwrap());
    tick(&city).await;
    report(&city, officer).await;
    tick(&city).await;
    for quiet in ["2026-11-27T15:01:00Z", "2026-11-28T06:00:00Z", "2026-11-30T03:59:59Z"] {
        city.clock.move_to(quiet.parse().unwrap());
        assert_eq!(queued(&city).await, [], "{quiet}");
    }
    city.clock.move_to("2026-11-30T04:00:00Z".parse().unwrap());
    let chats: Vec<_> = queued(&city).await.into_iter().map(|(chat, _)| chat).collect();
    assert_eq!(chats, [5]);
}

#[tokio::test]
async fn administrators_hear_of_a_parked_update() {
    let city = city().await;
    city.person(9, Role::Administrator, "hokimlik").await;
    let now = city.clock.now();
    city.write(move |conn| news::tell(conn, NewsKind::UpdateParked, 77, now).boxed()).await;
    tick(&city).await;
    let queued = queued(&city).await;
    assert_eq!(queued.len(), 1);
    assert!(queued[0].1.contains("77"), "{}", queued[0].1);
}

#[tokio::test]
async fn a_running_worker_acts_on_a_commit_and_on_a_nudge() {
    let mut city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    city.clock.move_to("2026-11-25T03:00:00Z".parse().unwrap());
    city.run(city.bot.clone().work(city.stop()));
    city.until("it has looked", async |city| city.bot.health().last_tick.is_some()).await;
    assert_eq!(reminded(&city, officer).await, 0);
    city.clock.move_to("2026-11-25T04:00:00Z".parse().unwrap());
    city.bot.nudge();
    city.until("the digest is planned", async |city| reminded(city, officer).await == 2).await;
    let shared: Arc<Pulse> = Arc::clone(&city.bot.inner.pulse);
    assert_eq!(shared.health().tick_trouble, None);
}

#[tokio::test]
async fn a_nudge_just_after_a_commit_looks_anew() {
    let mut city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    city.clock.move_to("2026-11-25T04:00:00Z".parse().unwrap());
    city.run(city.bot.clone().work(city.stop()));
    city.until("the digest is planned", async |city| reminded(city, officer).await == 2).await;
    let late = city.person(2, Role::Officer, "transport").await;
    // The worker rests a moment after this commit, and has looked for digests within the minute.
    assert_eq!(reminded(&city, late).await, 0);
    city.bot.nudge();
    city.until("the new officer has a digest", async |city| reminded(city, late).await == 2).await;
}

#[tokio::test]
async fn evidence_is_fetched_to_our_own_disk_and_a_file_that_is_gone_is_given_up() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    tick(&city).await;
    let (obligation, answer) = report(&city, officer).await;
    city.telegram.send_file(1, "hisobot.pdf", "application/pdf", "dalil".as_bytes(), "");
    let sent = city.telegram.chat(1).pop().unwrap();
    let Some(playground::Attachment::Document { file_id, .. }) = sent.attachment else {
        panic!("a document")
    };
    let now = city.clock.now();
    for telegram_file in [file_id, "no-such-file".to_owned()] {
        let file = evidence::Brought {
            kind: evidence::Kind::File,
            name: "hisobot.pdf".into(),
            mime: "application/pdf".into(),
            bytes: 5,
            origin: evidence::Origin::Telegram { file: telegram_file, same: None, album: None },
        };
        assert!(
            city.write(move |conn| {
                async move { evidence::add(conn, (answer, obligation), None, &file, now).await }.boxed()
            })
            .await
        );
    }
    let worker = &city.bot.inner.worker;
    super::evidence::fetch_waiting(
        &worker.ctx,
        &worker.client,
        &worker.files,
        &mut super::evidence::Rests::default(),
    )
    .await
    .unwrap();
    assert!(city.read(|conn| evidence::waiting(conn, 10).boxed()).await.is_empty());
    let files: Vec<_> =
        std::fs::read_dir(&city.bot.config().files).unwrap().map(|file| file.unwrap()).collect();
    assert_eq!(files.len(), 1);
    assert_eq!(std::fs::read(files[0].path()).unwrap(), "dalil".as_bytes());
    assert_eq!(files[0].file_name().into_string().unwrap(), hex::encode(Sha256::digest("dalil")));
}

#[tokio::test]
async fn cleaning_up_forgets_all_that_is_old_however_much_it_is() {
    let city = city().await;
    let now = city.clock.now();
    let old = now - chrono::TimeDelta::days(4);
    city.write(move |conn| {
        async move {
            for update_id in 0..1_200 {
                intake::mark_seen(conn, update_id, if update_id < 1_100 { old } else { now }).await?;
            }
            Ok(())
        }
        .boxed()
    })
    .await;
    tick(&city).await;
    let seen_before = |update_id| {
        city.write(move |conn| async move { Ok(!intake::mark_seen(conn, update_id, now).await?) }.boxed())
    };
    assert!(!seen_before(0).await && !seen_before(1_099).await);
    assert!(seen_before(1_100).await && seen_before(1_199).await);
}

#[tokio::test]
async fn old_digests_lose_their_words_though_nothing_is_deleted() {
    let city = city().await;
    city.person(1, Role::Officer, "transport").await;
    city.person(3, Role::Head, "taʼlim").await;
    tick(&city).await;
    let now = city.clock.now();
    let next = city.read(move |conn| outbox::next(conn, 10, |_| true, now).boxed()).await;
    let sent = outbox::Mark::Sent(Some(1));
    city.write(move |conn| {
        async move {
            for message in outbox::claim(conn, &next, now).await? {
                outbox::mark(conn, message.claim(), &sent, now).await?;
            }
            Ok(())
        }
        .boxed()
    })
    .await;
    let later = now + chrono::TimeDelta::days(31);
    let forget = || city.write(move |conn| outbox::forget_finished(conn, later, 1).boxed());
    assert_eq!((forget().await, forget().await, forget().await), (1, 1, 0));
}

#[tokio::test]
async fn a_file_that_does_not_come_now_is_left_alone_for_a_while() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    tick(&city).await;
    let (obligation, answer) = report(&city, officer).await;
    let now = city.clock.now();
    let file = evidence::Brought {
        kind: evidence::Kind::Photo,
        name: "foto.jpg".into(),
        mime: "image/jpeg".into(),
        bytes: 5,
        origin: evidence::Origin::Telegram { file: "photo".into(), same: None, album: None },
    };
    assert!(
        city.write(move |conn| {
            async move { evidence::add(conn, (answer, obligation), None, &file, now).await }.boxed()
        })
        .await
    );
    let kind = playground::FaultKind::InternalError;
    city.telegram.inject(playground::Fault { method: Some("getFile".into()), chat: None, kind, times: 1 });
    let (worker, mut rests) = (&city.bot.inner.worker, super::evidence::Rests::default());
    for _ in 0..3 {
        super::evidence::fetch_waiting(&worker.ctx, &worker.client, &worker.files, &mut rests).await.unwrap();
    }
    let waiting = city.read(|conn| evidence::waiting(conn, 10).boxed()).await;
    assert_eq!(waiting.iter().map(|file| file.attempts).collect::<Vec<_>>(), [1]);

    // No network, and a disk of ours that takes nothing, are not the file's fault.
    let attempts = async |folder: &std::path::Path| {
        let mut rests = super::evidence::Rests::default();
        super::evidence::fetch_waiting(&worker.ctx, &worker.client, folder, &mut rests).await.unwrap();
        assert_eq!(rests.len(), 1, "it rests all the same");
        let waiting = city.read(|conn| evidence::waiting(conn, 10).boxed()).await;
        waiting.iter().map(|file| file.attempts).collect::<Vec<_>>()
    };
    for kind in [playground::FaultKind::ResetBefore, playground::FaultKind::BadGateway] {
        city.telegram.inject(playground::Fault {
            method: Some("getFile".into()),
            chat: None,
            kind,
            times: 1,
        });
        assert_eq!(attempts(&worker.files).await, [1]);
    }
}
