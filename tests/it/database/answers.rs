//! What follows an answer is kept whole: parts, versions, proofs, and the messages that tell of a report.

use domain::answers::{Answer, AnswerKind};
use domain::clock::{Clock, SystemClock};
use domain::delivery::Purpose;
use domain::evidence::Need;
use domain::ids::{AnswerId, ObligationId};
use domain::people::{MayAdminister, MayAnswer};
use domain::refusal::Refusal;
use store::answers::{self, Added, Edited, FileAdded, Piece};
use store::evidence::{Brought, Kind, Origin};
use store::outbox::{self, NewMessage, Policy, Priority};
use store::reports::{self, Place};
use store::{NotDone, Store, StoreError, dossier, obligations};

use crate::support::city::{self, City};
use crate::support::databases::{Base, on_both};

on_both!(
    an_edited_message_leaves_a_version,
    two_pieces_at_once_are_both_kept,
    done_without_a_proof_is_refused_where_one_is_required,
    a_file_stands_once_at_an_answer_and_an_album_is_counted,
    the_messages_of_a_report_are_found_stale_once,
);

/// The city with an answer of its officer.
async fn answered(base: &Base, kind: AnswerKind) -> (City, MayAnswer, ObligationId, AnswerId) {
    let now = SystemClock.now();
    let city = City::build(&base.store, now).await;
    city.make_obligations(city::FIRST_DUE.parse().unwrap(), now).await;
    let id = city.obligations_of("soliq", &mut base.raw().await).await[0];
    let officer = city.who(city::OFFICER).await;
    let right = officer.may_answer(city.organisation("soliq").id, &city.catalogue.tree).unwrap();
    let answer = give(&base.store, right, id, Answer::new(kind)).await.unwrap();
    (city, right, id, answer)
}

async fn give(store: &Store, right: MayAnswer, id: ObligationId, given: Answer) -> Result<AnswerId, NotDone> {
    let now = SystemClock.now();
    store
        .write(move |conn| {
            Box::pin(async move { Ok(obligations::answer(conn, &right, id, &given, now).await?.answer) })
        })
        .await
}

async fn add(store: &Store, right: MayAnswer, answer: AnswerId, piece: Piece) -> Result<Added, NotDone> {
    let now = SystemClock.now();
    store
        .write(move |conn| Box::pin(async move { answers::add(conn, &right, answer, &piece, now).await }))
        .await
}

fn words(message_id: i64, words: &str) -> Piece {
    Piece { message_id: Some(message_id), words: Some(words.into()), file: None }
}

fn file(name: &str, album: Option<&str>) -> Piece {
    let file = Brought {
        kind: Kind::File,
        name: format!("{name}.pdf"),
        mime: "application/pdf".into(),
        bytes: 9,
        origin: Origin::Telegram {
            file: format!("F{name}"),
            same: Some(format!("U{name}")),
            album: album.map(Into::into),
        },
    };
    Piece { message_id: Some(7), words: None, file: Some(file) }
}

async fn an_edited_message_leaves_a_version(base: Base) {
    let (_, right, id, answer) = answered(&base, AnswerKind::Done).await;
    let person = right.person();
    add(&base.store, right, answer, words(70, "Bir lex.uz/1\nNIS 1234")).await.unwrap();
    let edit = async |text: &'static str| {
        let now = SystemClock.now();
        let edited: Result<Edited, NotDone> = base
            .store
            .write(move |conn| {
                Box::pin(async move {
                    let place = answers::by_message(conn, person, 70).await?.expect("the message is known");
                    answers::edit(conn, &right, place, (Some(text), None), now).await
                })
            })
            .await;
        edited
    };
    assert_eq!(edit("Ikki").await.unwrap(), Edited::Changed { version: 2 });
    assert_eq!(edit("Ikki").await.unwrap(), Edited::Same);
    assert!(matches!(edit(&"ў".repeat(1001).leak()[..]).await, Err(NotDone::Refused(Refusal::TextTooLong))));
    let (now, earlier) = base
        .store
        .read(|conn| {
            Box::pin(async move {
                let last = answers::last(conn, id).await?.expect("an answer");
                Ok::<_, store::StoreError>((last, dossier::earlier(conn, id, 9).await?))
            })
        })
        .await
        .unwrap();
    assert_eq!((now.text.as_deref(), now.links.len(), now.records.len()), (Some("Ikki"), 0, 0));
    assert_eq!(earlier.len(), 1);
    assert_eq!(earlier[0].text.as_deref(), Some("Bir lex.uz/1"));
}

async fn two_pieces_at_once_are_both_kept(base: Base) {
    let (_, right, id, answer) = answered(&base, AnswerKind::Done).await;
    let stores = [base.store.clone(), base.another_store().await];
    let all = (0..8_i64).zip(stores.iter().cycle()).map(|(number, store)| {
        let store = store.clone();
        tokio::spawn(async move { add(&store, right, answer, words(number, &format!("gap-{number}"))).await })
    });
    for one in all.collect::<Vec<_>>() {
        one.await.unwrap().expect("it is kept");
    }
    let last = base.store.read(|conn| Box::pin(answers::last(conn, id))).await.unwrap().unwrap();
    let text = last.text.unwrap();
    assert!((0..8).all(|number| text.contains(&format!("gap-{number}"))), "{text}");
    assert_eq!(last.changes, 0, "what is added changes nothing that was said");
}

async fn done_without_a_proof_is_refused_where_one_is_required(base: Base) {
    let (city, right, id, _) = answered(&base, AnswerKind::InProgress).await;
    let now = SystemClock.now();
    let measure =
        base.store.read(|conn| Box::pin(obligations::view(conn, id))).await.unwrap().unwrap().measure;
    let set: Result<_, NotDone> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                let right = MayAdminister::at_the_machine();
                store::plan::need_evidence(conn, &right, measure, Need::Required, now).await
            })
        })
        .await;
    assert_eq!(set.unwrap().unwrap().evidence, Need::Required);
    let refused = give(&base.store, right, id, Answer::new(AnswerKind::Done)).await;
    assert!(matches!(refused, Err(NotDone::Refused(Refusal::EvidenceMissing))), "{refused:?}");
    let reported: Result<_, NotDone> = base
        .store
        .write(move |conn| {
            Box::pin(async move { answers::report_with(conn, &right, id, &file("1", None), now).await })
        })
        .await;
    assert_eq!(reported.unwrap().1.file, Some(FileAdded::New { together: 1 }));
    drop(city);
    let changed = "SELECT CAST(count(*) AS BIGINT) FROM event WHERE action = 'evidence_need'";
    assert_eq!(base.raw().await.number(changed).await, 1);
}

async fn a_file_stands_once_at_an_answer_and_an_album_is_counted(base: Base) {
    let (_, right, id, answer) = answered(&base, AnswerKind::Done).await;
    for (name, together) in [("1", 1), ("2", 2), ("3", 3)] {
        let added = add(&base.store, right, answer, file(name, Some("album"))).await.unwrap();
        assert_eq!(added.file, Some(FileAdded::New { together }));
    }
    let mut renamed = file("3", Some("album"));
    if let Some(file) = &mut renamed.file {
        file.origin = Origin::Telegram {
            file: "another name of the same bytes".into(),
            same: Some("U3".into()),
            album: Some("album".into()),
        };
    }
    assert_eq!(add(&base.store, right, answer, renamed).await.unwrap().file, Some(FileAdded::Known));
    let mut program = file("4", None);
    if let Some(file) = &mut program.file {
        file.name = "4.exe".into();
    }
    let refused = add(&base.store, right, answer, program).await;
    assert!(matches!(refused, Err(NotDone::Refused(Refusal::FileNotTaken))), "{refused:?}");
    let last = base.store.read(|conn| Box::pin(answers::last(conn, id))).await.unwrap().unwrap();
    assert_eq!(last.files, 3);
}

async fn the_messages_of_a_report_are_found_stale_once(base: Base) {
    let (city, right, id, answer) = answered(&base, AnswerKind::Done).await;
    let (now, controller) = (SystemClock.now(), city.who(city::CONTROLLER).await.person);
    let told: Result<_, NotDone> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                let message = NewMessage {
                    chat_id: 5,
                    person: None,
                    purpose: Purpose::Reported,
                    method: "sendMessage",
                    body: "{}",
                    priority: Priority::News,
                    policy: Policy::Resend,
                    dedupe: None,
                    not_before: now,
                };
                let message = outbox::put(conn, &message, now).await?.expect("it is new");
                reports::told(conn, message, id, controller, 1).await?;
                Ok(message)
            })
        })
        .await;
    let message = told.unwrap();
    let stale = || base.store.read(move |conn| Box::pin(reports::stale(conn, now, 9)));
    assert!(stale().await.unwrap().is_empty());
    add(&base.store, right, answer, words(1, "Yana bir gap")).await.unwrap();
    let found = stale().await.unwrap();
    assert_eq!(found.iter().map(|one| one.place).collect::<Vec<_>>(), [Place::Queued(message)]);
    let settled: Result<(), NotDone> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                assert!(reports::replace_words(conn, message, "{\"a\":1}").await?);
                // What is said while it is being changed makes it stale again.
                assert_eq!(reports::take(conn, message, now).await?, Some(2));
                Ok(())
            })
        })
        .await;
    settled.unwrap();
    assert!(stale().await.unwrap().is_empty());
    let again: Result<_, StoreError> =
        base.store.write(move |conn| Box::pin(async move { reports::take(conn, message, now).await })).await;
    assert_eq!(again.unwrap(), None, "it is taken once");
    add(&base.store, right, answer, words(2, "Va yana bir gap")).await.unwrap();
    assert_eq!(stale().await.unwrap().len(), 1);
}
