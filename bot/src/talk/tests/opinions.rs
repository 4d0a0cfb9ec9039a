//! What citizens add to a mark: reasons, criteria and comments, each optional and each by itself.

use domain::buttons::{Button, OpinionAct, OpinionStep};
use domain::clock::Clock;
use domain::ids::RatingId;
use domain::language::Language;
use domain::ratings::{Criterion, Mark, Reason};
use store::opinions::{self, Opinion};
use store::ratings;

use super::city::{CITIZEN, City, OFFICER, Said, moment, press};
use crate::incoming::{FileKind, IncomingFile, What};

fn mark(number: u8) -> Mark {
    Mark::new(number).unwrap()
}

/// The citizen gives a mark; the answer is the message with everything that can be added.
async fn rate(city: &City, number: u8) -> Said {
    let (point, _) = city.point().await;
    city.presses(CITIZEN, Button::Rate { point, mark: mark(number), language: Language::UzLatn }).await
}

async fn kept(city: &City) -> (RatingId, Option<String>, Opinion) {
    let (_, service) = city.point().await;
    let day = city.clock.today();
    let voter = city.ctx.voter(day, CITIZEN).await.unwrap();
    city.read(|conn| {
        Box::pin(async move {
            let (id, _) = ratings::of_day(conn, service, &voter, day).await?.unwrap();
            let own = ratings::own(conn, id, &voter).await?.unwrap();
            Ok((id, own.comment, opinions::of(conn, id).await?))
        })
    })
    .await
}

fn ticks(wanted: Reason) -> impl Fn(&Button) -> bool {
    move |button| {
        matches!(button, Button::Opinion(OpinionStep { act: OpinionAct::Tick { reason, ticked: true }, .. })
            if *reason == wanted)
    }
}

fn does(wanted: OpinionAct) -> impl Fn(&Button) -> bool {
    move |button| matches!(button, Button::Opinion(step) if step.act == wanted)
}

#[tokio::test]
async fn several_reasons_are_ticked_by_one_tap_each() {
    let city = City::new().await;
    let thanks = rate(&city, 2).await;
    let waiting = thanks.button(ticks(Reason::Waiting));
    let said = city.presses(CITIZEN, waiting.clone()).await;
    assert!(said.edits() && said.text().contains("☑️ Uzoq kuttirishdi"), "{said:?}");
    let again = city.presses(CITIZEN, waiting).await;
    assert!(again.text().contains("☑️ Uzoq kuttirishdi"), "a double tap ticks once: {again:?}");
    let said = city.presses(CITIZEN, said.button(ticks(Reason::Money))).await;
    assert!(said.text().contains("☑️ Uzoq kuttirishdi, Pul soʻrashdi"), "{said:?}");
    assert_eq!(kept(&city).await.2.reasons, [Reason::Waiting, Reason::Money]);
    let off = OpinionAct::Tick { reason: Reason::Waiting, ticked: false };
    let said = city.presses(CITIZEN, said.button(does(off))).await;
    assert_eq!(said.toast(), Some("Belgi olib tashlandi"));
    assert_eq!(kept(&city).await.2.reasons, [Reason::Money]);
}

#[tokio::test]
async fn reasons_fit_the_mark_and_go_when_it_changes() {
    let city = City::new().await;
    let low = rate(&city, 1).await;
    assert!(!low.buttons().iter().any(ticks(Reason::Quick)));
    city.presses(CITIZEN, low.button(ticks(Reason::Rude))).await;
    let stale = low.button(ticks(Reason::Money));
    let same_sort = rate(&city, 3).await;
    assert!(same_sort.text().contains("Qoʻpol muomala"), "it fits the new mark as well: {same_sort:?}");
    let high = rate(&city, 5).await;
    assert!(!high.text().contains("Qoʻpol muomala") && high.buttons().iter().any(ticks(Reason::Quick)));
    let said = city.presses(CITIZEN, stale).await;
    assert!(!said.text().contains("Pul soʻrashdi"), "a reason of the old message fits no more: {said:?}");
    assert_eq!(kept(&city).await.2, Opinion::default());
}

#[tokio::test]
async fn the_criteria_are_asked_one_after_the_other_and_each_can_be_skipped() {
    let city = City::new().await;
    let thanks = rate(&city, 4).await;
    let first = city.presses(CITIZEN, thanks.button(does(OpinionAct::Ask(Criterion::Legality)))).await;
    assert!(first.text().contains("1/4 · Qonuniylik"), "{first:?}");
    let judge = |criterion, number| OpinionAct::Judge { criterion, mark: mark(number) };
    let second = city.presses(CITIZEN, first.button(does(judge(Criterion::Legality, 5)))).await;
    assert!(second.text().contains("2/4 · Sifat"), "{second:?}");
    let third = city.presses(CITIZEN, second.button(does(OpinionAct::Ask(Criterion::Timeliness)))).await;
    let fourth = city.presses(CITIZEN, third.button(does(judge(Criterion::Timeliness, 2)))).await;
    let done = city.presses(CITIZEN, fourth.button(does(judge(Criterion::Accessibility, 3)))).await;
    assert!(done.text().contains("Qonuniylik 5 · Oʻz vaqtidalik 2"), "{done:?}");
    let expected = [
        (Criterion::Legality, mark(5)),
        (Criterion::Timeliness, mark(2)),
        (Criterion::Accessibility, mark(3)),
    ];
    assert_eq!(kept(&city).await.2.criteria, expected);
    city.presses(CITIZEN, first.button(does(judge(Criterion::Legality, 1)))).await;
    assert_eq!(kept(&city).await.2.of(Criterion::Legality), Some(mark(1)), "the later one stands");
}

#[tokio::test]
async fn nothing_is_added_by_others_or_on_another_day() {
    let city = City::new().await;
    let thanks = rate(&city, 2).await;
    let tick = thanks.button(ticks(Reason::Waiting));
    let ask = thanks.button(does(OpinionAct::Ask(Criterion::Legality)));
    let show = thanks.button(does(OpinionAct::Privacy));
    for button in [&tick, &ask, &show] {
        let said = city.presses(9002, button.clone()).await;
        assert!(said.buttons().is_empty() && said.toast().is_some(), "{said:?}");
    }
    city.clock.move_to(moment("2026-11-23T19:00:00Z"));
    for button in [tick, ask] {
        let said = city.presses(CITIZEN, button).await;
        assert!(said.text().contains("oʻzgartirib boʻlmaydi"), "{said:?}");
    }
}

#[tokio::test]
async fn forged_buttons_change_nothing() {
    let city = City::new().await;
    rate(&city, 2).await;
    let (RatingId(id), ..) = kept(&city).await;
    for data in [
        format!("1Cr:{id}:l:quick:y"),
        format!("1Cr:{id}:l:nonsense:y"),
        format!("1Cm:{id}:l:legality:6"),
        format!("1Cm:{id}:l:legality"),
        "1Cr:999999:l:waiting:y".to_owned(),
        "1Cq:1:l".to_owned(),
    ] {
        city.does(CITIZEN, press(data)).await;
    }
    assert_eq!(kept(&city).await.2, Opinion::default());
}

#[tokio::test]
async fn words_right_after_a_mark_are_its_comment() {
    let city = City::new().await;
    rate(&city, 2).await;
    let said = city.says(CITIZEN, "Navbat uzun, tel. 90 123 45 67").await;
    assert!(
        said.text().contains("Izohingiz saqlandi") && said.text().contains("Navbat uzun, tel. •••"),
        "{said:?}"
    );
    assert_eq!(kept(&city).await.1.as_deref(), Some("Navbat uzun, tel. •••"));
    let more = city.says(CITIZEN, "Yana bir gap aytmoqchi edim").await;
    assert!(more.text().contains("saqlanmadi"), "the comment is not overwritten: {more:?}");
    assert_eq!(kept(&city).await.1.as_deref(), Some("Navbat uzun, tel. •••"));
}

#[tokio::test]
async fn words_long_after_a_mark_are_no_comment() {
    let city = City::new().await;
    rate(&city, 2).await;
    city.clock.move_to(moment("2026-11-23T05:31:00Z"));
    let said = city.says(CITIZEN, "Navbat juda uzun edi").await;
    assert!(said.text().contains("saqlanmadi"), "{said:?}");
    assert_eq!(kept(&city).await.1, None);
}

#[tokio::test]
async fn an_officer_who_rates_may_write_a_comment_as_well() {
    let city = City::new().await;
    let (point, _) = city.point().await;
    city.presses(OFFICER, Button::Rate { point, mark: mark(5), language: Language::UzLatn }).await;
    let said = city.says(OFFICER, "Juda tez bitdi").await;
    assert!(said.text().contains("Izohingiz saqlandi"), "{said:?}");
}

#[tokio::test]
async fn an_edited_message_changes_the_comment_until_midnight() {
    let city = City::new().await;
    rate(&city, 2).await;
    let message_id = city.next_message();
    city.says(CITIZEN, "Navbat uzun").await;
    let edit = |words: &str| What::Edited { message_id, words: Some(words.into()), file: None };
    let said = city.does(CITIZEN, edit("Navbat uzun, xona sovuq, AA1234567")).await;
    assert!(said.text().contains("Izohingiz yangilandi"), "{said:?}");
    assert_eq!(kept(&city).await.1.as_deref(), Some("Navbat uzun, xona sovuq, •••"));
    let same = city.does(CITIZEN, edit("Navbat uzun, xona sovuq, AA1234567")).await;
    assert!(same.0.is_empty(), "an edit that nobody sees: {same:?}");
    let empty = city.does(CITIZEN, edit("\u{200B}\u{202E}")).await;
    assert!(empty.text().contains("boʻsh"), "{empty:?}");
    let other = What::Edited { message_id: message_id + 50, words: Some("boshqa".into()), file: None };
    assert!(city.does(CITIZEN, other).await.0.is_empty());
    city.clock.move_to(moment("2026-11-23T19:00:00Z"));
    let late = city.does(CITIZEN, edit("ertaga yozildi")).await;
    assert!(late.text().contains("oʻzgartirib boʻlmaydi"), "{late:?}");
}

#[tokio::test]
async fn a_comment_that_is_too_long_is_kept_in_part_and_it_is_said() {
    let city = City::new().await;
    let thanks = rate(&city, 1).await;
    city.presses(CITIZEN, thanks.button(|button| matches!(button, Button::Comment { .. }))).await;
    let said = city.says(CITIZEN, &"uzun gap ".repeat(1112)).await;
    assert!(said.text().contains("Izoh uzun edi: birinchi 1"), "{said:?}");
    assert!(kept(&city).await.1.is_some_and(|comment| comment.chars().count() <= 1000));
}

#[tokio::test]
async fn whatever_is_no_text_gets_a_kind_word_and_is_not_kept() {
    let city = City::new().await;
    rate(&city, 2).await;
    let photo = What::File {
        message_id: 400,
        file: IncomingFile {
            kind: FileKind::Photo,
            file_id: "f".into(),
            unique_id: "u".into(),
            name: None,
            mime: None,
            bytes: Some(1),
            album: None,
        },
        caption: Some("rasm".into()),
    };
    for (what, expected) in [
        (What::Unsupported { kind: "voice" }, "Ovozli"),
        (What::Unsupported { kind: "video_note" }, "Ovozli"),
        (What::Unsupported { kind: "contact" }, "Kontakt"),
        (What::Unsupported { kind: "location" }, "Kontakt"),
        (What::Unsupported { kind: "sticker" }, "stiker"),
        (What::Unsupported { kind: "poll" }, "Faqat matn"),
        (photo, "Faqat matn"),
    ] {
        let said = city.does(CITIZEN, what.clone()).await;
        assert!(said.text().contains(expected), "{what:?}: {said:?}");
    }
    let nothing = city.says(CITIZEN, "\u{200B}\u{202E} \u{0301}").await;
    assert!(nothing.text().contains("boʻsh"), "{nothing:?}");
    assert_eq!(kept(&city).await.1, None);
}

#[tokio::test]
async fn what_could_break_something_stays_harmless_text() {
    let city = City::new().await;
    for text in [
        "=HYPERLINK(\"http://example.com\";\"bosing\")",
        "'); DROP TABLE rating; --",
        "<script>alert(1)</script><b>",
        "{ $limit } %s \\u0000",
    ] {
        let thanks = rate(&city, 2).await;
        city.presses(CITIZEN, thanks.button(|button| matches!(button, Button::Comment { .. }))).await;
        let said = city.says(CITIZEN, text).await;
        assert!(!said.text().contains("<script>"), "{said:?}");
        assert_eq!(kept(&city).await.1.as_deref(), Some(text));
    }
}

#[tokio::test]
async fn the_language_changes_by_one_tap_and_stays_for_the_day() {
    let city = City::new().await;
    let thanks = rate(&city, 2).await;
    let russian = thanks.button(|button| {
        matches!(button, Button::Opinion(step) if step.language == Language::Ru && step.act == OpinionAct::Show)
    });
    let said = city.presses(CITIZEN, russian).await;
    assert!(said.edits() && said.text().contains("Неудовлетворительно"), "{said:?}");
    let said = city.says(CITIZEN, "Долго ждали").await;
    assert!(said.text().contains("Комментарий сохранён"), "{said:?}");
}

#[tokio::test]
async fn privacy_is_one_tap_away_and_leads_back() {
    let city = City::new().await;
    let thanks = rate(&city, 5).await;
    let privacy = city.presses(CITIZEN, thanks.button(does(OpinionAct::Privacy))).await;
    assert!(privacy.text().contains("Maxfiylik"), "{privacy:?}");
    let back = city.presses(CITIZEN, privacy.button(does(OpinionAct::Show))).await;
    assert!(back.text().contains("⭐⭐⭐⭐⭐"), "{back:?}");
}
