//! A report that says more changes its message, and a file that never comes is told to its sender.

use playground::Attachment;
use store::answers::{self, Piece};
use store::outbox::Mark;

use super::*;
use crate::testing::PATIENCE;

/// The chat, method and words of everything that waits, marked as sent under ever new numbers.
pub(super) async fn sent(city: &City, first_number: i64) -> Vec<(i64, String, String)> {
    let now = city.clock.now();
    let next = city.read(move |conn| outbox::next(conn, 1000, |_| true, now).boxed()).await;
    let claimed = city.write(move |conn| async move { outbox::claim(conn, &next, now).await }.boxed()).await;
    let mut all = Vec::new();
    for (number, message) in (first_number..).zip(claimed) {
        let body: serde_json::Value = serde_json::from_str(&message.body).unwrap();
        all.push((message.chat_id, message.method.clone(), body["text"].as_str().unwrap().to_owned()));
        city.write(move |conn| {
            async move { outbox::mark(conn, message.claim(), &Mark::Sent(Some(number)), now).await }.boxed()
        })
        .await;
    }
    all
}

async fn add_words(city: &City, officer: PersonId, answer: AnswerId, words: &'static str) {
    let (catalogue, now) = (city.store.catalogue().await.unwrap(), city.clock.now());
    let added: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let who = people::who(conn, officer, tashkent_day(now)).await?.unwrap();
                let right = who.may_answer(who.grants[0].organisation, &catalogue.tree)?;
                let piece = Piece { words: Some(words.into()), ..Piece::default() };
                answers::add(conn, &right, answer, &piece, now).await
            }
            .boxed()
        })
        .await;
    added.unwrap();
}

#[tokio::test]
async fn what_is_added_to_a_report_changes_its_message_in_the_queue_and_in_the_chat() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    city.person(5, Role::Controller, "hokimlik").await;
    tick(&city).await;
    sent(&city, 100).await;
    let (_, answer) = report(&city, officer).await;
    tick(&city).await;
    add_words(&city, officer, answer, "Birinchi gap").await;
    tick(&city).await;
    let told = sent(&city, 200).await;
    assert_eq!(told.len(), 1, "{told:?}");
    assert!(told[0].1 == "sendMessage" && told[0].2.contains("Birinchi gap"), "{told:?}");

    for words in ["Ikkinchi gap", "Uchinchi gap"] {
        add_words(&city, officer, answer, words).await;
        tick(&city).await;
    }
    tick(&city).await;
    let changed = sent(&city, 200).await;
    assert_eq!(changed.len(), 1, "two changes that wait are one: {changed:?}");
    assert_eq!(changed[0].1, "editMessageText");
    assert!(changed[0].2.contains("Uchinchi gap"), "{changed:?}");
}

/// The controller accepts the report.
pub(super) async fn accept(city: &City, controller: PersonId, obligation: ObligationId) {
    let (catalogue, now) = (city.store.catalogue().await.unwrap(), city.clock.now());
    let accepted: Result<(), NotDone> = city
        .store
        .write(move |conn| {
            async move {
                let who = people::who(conn, controller, tashkent_day(now)).await?.unwrap();
                let one = obligations::view(conn, obligation).await?.unwrap();
                let right = who.may_decide(one.organisation, &catalogue.tree)?;
                obligations::accept(conn, &right, obligation, None, now).await.map(drop)
            }
            .boxed()
        })
        .await;
    accepted.unwrap();
}

#[tokio::test]
async fn when_one_controller_decides_the_cards_of_the_others_say_it_and_lose_their_buttons() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    let first = city.person(5, Role::Controller, "hokimlik").await;
    city.person(7, Role::Controller, "hokimlik").await;
    tick(&city).await;
    sent(&city, 100).await;
    let (obligation, _) = report(&city, officer).await;
    tick(&city).await;
    assert_eq!(sent(&city, 200).await.len(), 2);
    accept(&city, first, obligation).await;
    tick(&city).await;
    let told = sent(&city, 300).await;
    let edits: Vec<_> = told.iter().filter(|(_, method, _)| method == "editMessageText").collect();
    assert_eq!(edits.len(), 2, "{told:?}");
    for (_, _, text) in edits {
        assert!(text.contains("Qabul qilindi") && text.contains("Xodim 5, 24.11.2026, 09:30"), "{text}");
    }
}

#[tokio::test]
async fn a_report_that_needs_nobody_any_more_is_told_to_nobody() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    let first = city.person(5, Role::Controller, "hokimlik").await;
    city.person(7, Role::Controller, "hokimlik").await;
    tick(&city).await;
    sent(&city, 100).await;
    let (obligation, _) = report(&city, officer).await;
    tick(&city).await;
    accept(&city, first, obligation).await;
    tick(&city).await;
    let told: Vec<_> = sent(&city, 200).await.into_iter().map(|(chat, ..)| chat).collect();
    assert_eq!(told, [1], "only the officer hears");
}

#[tokio::test]
async fn a_message_that_is_under_way_is_changed_when_it_has_come() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    city.person(5, Role::Controller, "hokimlik").await;
    tick(&city).await;
    sent(&city, 100).await;
    let (_, answer) = report(&city, officer).await;
    tick(&city).await;
    let now = city.clock.now();
    let next = city.read(move |conn| outbox::next(conn, 9, |_| true, now).boxed()).await;
    let claimed = city.write(move |conn| async move { outbox::claim(conn, &next, now).await }.boxed()).await;
    add_words(&city, officer, answer, "Yana bir gap").await;
    tick(&city).await;
    assert!(queued(&city).await.is_empty());
    let message = claimed.into_iter().next().unwrap();
    city.write(move |conn| {
        async move { outbox::mark(conn, message.claim(), &Mark::Sent(Some(300)), now).await }.boxed()
    })
    .await;
    tick(&city).await;
    let changed = queued(&city).await;
    assert!(changed.len() == 1 && changed[0].1.contains("Yana bir gap"), "{changed:?}");
}

#[tokio::test]
async fn a_program_under_a_harmless_name_is_not_kept_and_its_sender_is_told() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    tick(&city).await;
    sent(&city, 100).await;
    let (obligation, answer) = report(&city, officer).await;
    city.telegram.send_file(1, "hisobot.pdf", "application/pdf", "MZ\u{90}dastur".as_bytes(), "");
    let Some(Attachment::Document { file_id, .. }) = city.telegram.chat(1).pop().unwrap().attachment else {
        panic!("a document")
    };
    let now = city.clock.now();
    let file = evidence::Brought {
        kind: evidence::Kind::File,
        name: "hisobot.pdf".into(),
        mime: "application/pdf".into(),
        bytes: 0,
        origin: evidence::Origin::Telegram { file: file_id, same: Some("same".into()), album: None },
    };
    let again = file.clone();
    city.write(move |conn| {
        async move { evidence::add(conn, (answer, obligation), None, &file, now).await }.boxed()
    })
    .await;
    let worker = &city.bot.inner.worker;
    let mut rests = super::super::evidence::Rests::default();
    super::super::evidence::fetch_waiting(&worker.ctx, &worker.client, &worker.files, &mut rests)
        .await
        .unwrap();
    assert_eq!(std::fs::read_dir(&city.bot.config().files).unwrap().count(), 0);
    tick(&city).await;
    let told = queued(&city).await;
    assert!(told.iter().any(|(chat, text)| *chat == 1 && text.contains("Faylni ola olmadik: hisobot.pdf")));
    // Sent once more, it is tried once more.
    let revived = city
        .write(move |conn| {
            async move { evidence::add(conn, (answer, obligation), None, &again, now).await }.boxed()
        })
        .await;
    assert!(revived);
    assert_eq!(city.read(|conn| evidence::waiting(conn, 9).boxed()).await.len(), 1);
}

#[tokio::test]
async fn files_that_no_answer_names_go_and_those_that_one_names_stay() {
    let city = city().await;
    let officer = city.person(1, Role::Officer, "transport").await;
    tick(&city).await;
    let (obligation, answer) = report(&city, officer).await;
    let worker = &city.bot.inner.worker;
    let kept = |content: &[u8]| {
        let mut file = store::files::Arriving::begin(&worker.files, "sinov").unwrap();
        file.write(content).unwrap();
        file.keep().unwrap().sha256
    };
    let (named, refused, fresh) = (kept(b"hisobot"), kept(b"rad etilgan"), kept(b"hozir keldi"));
    let age = |name: &str, hours: u64| {
        let file = std::fs::File::open(worker.files.join(name)).unwrap();
        let then = file.metadata().unwrap().modified().unwrap() - std::time::Duration::from_hours(hours);
        file.set_modified(then).unwrap();
    };
    for old in [&named, &refused] {
        age(old, 2);
    }
    let file = evidence::Brought {
        kind: evidence::Kind::File,
        name: "hisobot.pdf".into(),
        mime: "application/pdf".into(),
        bytes: 7,
        origin: evidence::Origin::Panel { sha256: named.clone() },
    };
    let now = city.clock.now();
    city.write(move |conn| {
        async move { evidence::add(conn, (answer, obligation), None, &file, now).await }.boxed()
    })
    .await;
    for prepared in ["kecha", "bugun"] {
        std::fs::create_dir_all(worker.files.join(store::files::PREPARED).join(prepared)).unwrap();
    }
    age(&format!("{}/kecha", store::files::PREPARED), 26);
    super::super::evidence::sweep(&worker.ctx, &worker.files).await.unwrap();
    let is_there = |name: &str| worker.files.join(name).exists();
    assert!(is_there(&named) && is_there(&fresh) && !is_there(&refused));
    let prepared = worker.files.join(store::files::PREPARED);
    assert!(prepared.join("bugun").exists() && !prepared.join("kecha").exists());
}

#[tokio::test]
async fn an_album_and_an_edit_go_through_telegram_to_the_controller_and_back() {
    let mut city = city().await;
    city.person(1, Role::Officer, "transport").await;
    city.person(5, Role::Controller, "hokimlik").await;
    city.telegram.acquaint(5);
    // The messages of the morning are out of the way.
    tick(&city).await;
    sent(&city, 100).await;
    city.run(city.bot.clone().poll(city.stop()));
    city.run(city.bot.clone().send(city.stop()));
    city.run(city.bot.clone().work(city.stop()));

    city.telegram.send_text(1, "/tasks");
    let press = async |city: &City, person: i64, label: &str| {
        let has =
            |message: &playground::ChatMessage| message.labels().iter().any(|one| one.starts_with(label));
        let chat = city.telegram.wait_for(person, |chat| chat.iter().any(has), PATIENCE).await.unwrap();
        let message = chat.iter().rev().find(|message| has(message)).unwrap();
        let label = message.labels().into_iter().find(|one| one.starts_with(label)).unwrap().to_owned();
        city.telegram.press(person, message.id, &label).unwrap();
    };
    press(&city, 1, "1.").await;
    press(&city, 1, "✓ Bajarildi").await;
    city.until("the answer is kept", async |city| {
        city.said_to(1).iter().any(|text| text.contains("Javob saqlandi"))
    })
    .await;

    let files: [(&str, &str, &[u8]); 3] = [
        ("1.pdf", "application/pdf", b"%PDF-1"),
        ("2.pdf", "application/pdf", b"%PDF-2"),
        ("virus.exe", "application/x-msdownload", b"MZ"),
    ];
    let ids = city.telegram.send_album(1, &files, "Ilovalar");
    city.until("the refusal is told", async |city| {
        city.said_to(1).iter().any(|text| text.contains("virus.exe"))
    })
    .await;
    let said = city.said_to(1);
    let counts: Vec<_> = said.iter().filter(|text| text.contains("biriktirildi")).collect();
    assert_eq!(counts.len(), 1, "{said:?}");
    assert!(counts[0].contains("2 ta fayl"), "{said:?}");

    assert!(city.telegram.edit_text(1, ids[0], "Ilovalar: 2 ta"));
    city.until("the edit is told", async |city| {
        city.said_to(1).iter().any(|text| text.contains("2-nusxasi"))
    })
    .await;
    city.until("the controller's message follows", async |city| {
        city.said_to(5).iter().any(|text| text.contains("Ilovalar: 2 ta") && text.contains("2 ta fayl"))
    })
    .await;
    assert_eq!(city.said_to(5).len(), 1, "{:?}", city.said_to(5));

    press(&city, 5, "📎 Dalillar (2)").await;
    city.until("the files come", async |city| city.telegram.chat(5).len() >= 3).await;
    let albums: Vec<_> = city.telegram.chat(5).into_iter().filter_map(|message| message.album).collect();
    assert!(albums.len() == 2 && albums[0] == albums[1], "{albums:?}");
}
