//! Citizens: scan, press, and the mark is kept; changing it, commenting, and what is not taken.

use chrono::{NaiveDate, TimeDelta};
use domain::buttons::Button;
use domain::clock::Clock;
use domain::ids::RatingId;
use domain::language::Language;
use domain::ratings::Mark;
use store::news::{self, NewsKind};
use store::ratings::{self, OwnRating};
use store::{boards, cases, rating_boards};

use super::city::{CITIZEN, City, OFFICER, moment, press};
use crate::incoming::What;
use crate::reply::Reply;

fn rate(point: &str, mark: u8) -> Button {
    Button::Rate { point: point.into(), mark: Mark::new(mark).unwrap(), language: Language::UzLatn }
}

async fn counted(city: &City) -> [u64; 5] {
    let (_, service) = city.point().await;
    let day = city.clock.today();
    let counts = city
        .read(|conn| Box::pin(async move { rating_boards::by_service(conn, &[service], day, day).await }))
        .await;
    counts.first().map_or([0; 5], |(_, counts)| counts.0)
}

async fn own(city: &City) -> (RatingId, OwnRating) {
    let (_, service) = city.point().await;
    let day = city.clock.today();
    let voter = city.ctx.voter(day, CITIZEN).await.unwrap();
    city.read(|conn| {
        Box::pin(async move {
            let (id, _) = ratings::of_day(conn, service, &voter, day).await?.unwrap();
            Ok((id, ratings::own(conn, id, &voter).await?.unwrap()))
        })
    })
    .await
}

#[tokio::test]
async fn scan_and_one_press_keep_the_mark() {
    let city = City::new().await;
    let (point, _) = city.point().await;
    let asked = city.says(CITIZEN, &format!("/start r_{point}")).await;
    assert!(asked.text().contains("Tugʻilganlik guvohnomasi"), "{asked:?}");
    assert!(asked.text().contains("Soliq inspeksiyasi") && !asked.text().contains('·'), "{asked:?}");
    let said = city.presses(CITIZEN, asked.button(|button| *button == rate(&point, 5))).await;
    assert!(
        said.edits() && said.text().contains("⭐⭐⭐⭐⭐ Aʼlo") && said.text().contains("my.gov.uz"),
        "{said:?}"
    );
    assert_eq!(said.toast(), Some("Bahongiz saqlandi"));
    assert_eq!(counted(&city).await, [0, 0, 0, 0, 1]);
    let organisation = city.organisation("soliq").await;
    let (from, to) =
        (NaiveDate::from_ymd_opt(2026, 11, 1).unwrap(), NaiveDate::from_ymd_opt(2026, 11, 30).unwrap());
    let months = city
        .read(|conn| {
            Box::pin(async move { boards::rating_months(conn, &domain::people::Scope::All, from, to).await })
        })
        .await;
    assert_eq!(months.len(), 1);
    assert_eq!((months[0].organisation, months[0].marks.total()), (organisation, 1));
}

#[tokio::test]
async fn a_scan_that_comes_twice_is_counted_once() {
    let city = City::new().await;
    let (point, service) = city.point().await;
    let scanned = format!("r_{point}");
    for (update, payload) in [(1, scanned.as_str()), (1, &scanned), (2, &scanned), (3, "r_nothing")] {
        let scan = What::Command { name: "start".into(), argument: payload.into() };
        assert!(!city.brings(update, CITIZEN, scan).await.text().is_empty());
    }
    let day = city.clock.today();
    let counted = city
        .read(|conn| Box::pin(async move { store::responses::of(conn, &[service], day, day).await }))
        .await;
    assert_eq!(counted.opened, 2);
}

#[tokio::test]
async fn a_second_mark_on_the_same_day_replaces_the_first() {
    let city = City::new().await;
    let (point, _) = city.point().await;
    for (mark, expected) in
        [(4, [0, 0, 0, 1, 0]), (4, [0, 0, 0, 1, 0]), (1, [1, 0, 0, 0, 0]), (5, [0, 0, 0, 0, 1])]
    {
        city.presses(CITIZEN, rate(&point, mark)).await;
        assert_eq!(counted(&city).await, expected, "after {mark}");
    }
    city.clock.move_to(moment("2026-11-23T19:00:00Z"));
    city.presses(CITIZEN, rate(&point, 2)).await;
    assert_eq!(counted(&city).await, [0, 1, 0, 0, 0], "after midnight in Tashkent it is another day");
}

#[tokio::test]
async fn a_low_mark_opens_a_case_and_a_raised_one_withdraws_it() {
    let city = City::new().await;
    let (point, _) = city.point().await;
    let said = city.presses(CITIZEN, rate(&point, 2)).await;
    assert!(said.text().contains("26.11.2026, payshanba</b> kunigacha javob"), "{said:?}");
    let (_, given) = own(&city).await;
    assert_eq!(given.case_due, NaiveDate::from_ymd_opt(2026, 11, 26));
    city.presses(CITIZEN, rate(&point, 1)).await;
    let told = city.read(|conn| Box::pin(news::take(conn, 10))).await;
    assert_eq!(told.iter().map(|news| news.kind).collect::<Vec<_>>(), [NewsKind::CaseOpened], "told once");
    let open = city.read(|conn| Box::pin(cases::open(conn, 10))).await;
    assert_eq!(open.iter().map(|case| case.mark).collect::<Vec<_>>(), [1]);

    let said = city.presses(CITIZEN, rate(&point, 5)).await;
    assert!(said.text().contains("murojaat yopildi"), "{said:?}");
    assert!(city.read(|conn| Box::pin(cases::open(conn, 10))).await.is_empty());

    city.presses(CITIZEN, rate(&point, 3)).await;
    assert_eq!(
        city.read(|conn| Box::pin(cases::open(conn, 10))).await.len(),
        1,
        "the same case is open again"
    );
}

#[tokio::test]
async fn words_that_complain_open_a_case_which_a_better_mark_does_not_close() {
    let city = City::new().await;
    let (point, _) = city.point().await;
    city.presses(CITIZEN, rate(&point, 4)).await;
    let said = city.says(CITIZEN, "Hammasi yaxshi, lekin pul so'rashdi").await;
    assert!(said.text().contains("26.11.2026, payshanba</b> kunigacha javob"), "{said:?}");
    let open = city.read(|conn| Box::pin(cases::open(conn, 10))).await;
    assert_eq!(open.iter().map(|case| case.mark).collect::<Vec<_>>(), [4]);
    let told = city.read(|conn| Box::pin(news::take(conn, 10))).await;
    assert_eq!(told.iter().map(|news| news.kind).collect::<Vec<_>>(), [NewsKind::CaseOpened]);
    city.presses(CITIZEN, rate(&point, 5)).await;
    assert_eq!(
        city.read(|conn| Box::pin(cases::open(conn, 10))).await.len(),
        1,
        "what was said still stands"
    );
}

#[tokio::test]
async fn a_comment_is_masked_and_shown_with_the_mark() {
    let city = City::new().await;
    let (point, _) = city.point().await;
    let thanks = city.presses(CITIZEN, rate(&point, 2)).await;
    let asked = city.presses(CITIZEN, thanks.button(|button| matches!(button, Button::Comment { .. }))).await;
    assert!(asked.edits() && asked.text().contains("bitta xabar"), "{asked:?}");
    let refused = city.does(CITIZEN, What::Unsupported { kind: "voice" }).await;
    assert!(refused.text().contains("Ovozli"), "{refused:?}");
    let said = city.says(CITIZEN, "Navbat uzun <b>, tel. +998 90 123 45 67").await;
    assert!(
        said.text().contains("Izohingiz saqlandi") && said.text().contains("Navbat uzun &lt;b&gt;, tel. •••"),
        "{said:?}"
    );
    assert!(said.edits(), "the message that asked shows the rating again");
    assert_eq!(own(&city).await.1.comment.as_deref(), Some("Navbat uzun <b>, tel. •••"));
    let more = city.says(CITIZEN, "yana").await;
    assert!(more.text().contains("saqlanmadi"), "{more:?}");
    assert_eq!(own(&city).await.1.comment.as_deref(), Some("Navbat uzun <b>, tel. •••"));
}

#[tokio::test]
async fn nobody_comments_or_changes_the_rating_of_another() {
    let city = City::new().await;
    let (point, _) = city.point().await;
    city.presses(CITIZEN, rate(&point, 5)).await;
    let (rating, before) = own(&city).await;
    let language = Language::UzLatn;
    for button in [
        Button::Comment { rating, language },
        Button::ChangeMark { rating, language },
        Button::NoComment { rating, language },
        Button::Comment { rating: RatingId(9_999), language },
    ] {
        let said = city.presses(9002, button).await;
        assert!(said.buttons().is_empty(), "{said:?}");
    }
    city.says(9002, "soxta izoh").await;
    assert_eq!(own(&city).await, (rating, before));
}

#[tokio::test]
async fn the_mark_can_be_changed_until_midnight() {
    let city = City::new().await;
    let (point, _) = city.point().await;
    city.presses(CITIZEN, rate(&point, 4)).await;
    let (rating, _) = own(&city).await;
    let change = Button::ChangeMark { rating, language: Language::Ru };
    let asked = city.presses(CITIZEN, change.clone()).await;
    assert!(asked.text().contains("Свидетельство"), "{asked:?}");
    assert_eq!(asked.buttons().iter().filter(|button| matches!(button, Button::Rate { .. })).count(), 5);
    city.clock.move_to(moment("2026-11-23T19:00:00Z"));
    let late = city.presses(CITIZEN, change).await;
    assert!(late.buttons().is_empty() && late.toast().is_some(), "{late:?}");
}

#[tokio::test]
async fn the_question_is_asked_in_any_language_by_one_press() {
    let city = City::new().await;
    let (point, _) = city.point().await;
    let said = city.presses(CITIZEN, Button::RateIn { point: point.clone(), language: Language::Ru }).await;
    assert!(said.edits() && said.text().contains("Насколько Вы довольны"), "{said:?}");
    let rate = said.button(|button| matches!(button, Button::Rate { .. }));
    let thanks = city.presses(CITIZEN, rate).await;
    assert!(thanks.text().contains("Спасибо"), "{thanks:?}");
}

#[tokio::test]
async fn a_scan_speaks_the_language_that_was_chosen_before() {
    let city = City::new().await;
    let (point, _) = city.point().await;
    let scan = format!("/start r_{point}");
    assert!(city.says(CITIZEN, &scan).await.text().contains("mamnunsiz"), "the language of the phone");
    city.presses(CITIZEN, Button::Speak(Language::Ru)).await;
    assert!(city.says(CITIZEN, &scan).await.text().contains("Насколько Вы довольны"));
    assert!(city.says(9002, &scan).await.text().contains("mamnunsiz"), "nobody else's");
}

#[tokio::test]
async fn a_press_that_telegram_brings_again_is_one_vote() {
    let city = City::new().await;
    let (point, _) = city.point().await;
    for _ in 0..2 {
        let said = city.brings(77, CITIZEN, press(rate(&point, 5).data())).await;
        assert!(said.text().contains("Rahmat"), "{said:?}");
    }
    assert_eq!(counted(&city).await, [0, 0, 0, 0, 1]);
}

#[tokio::test]
async fn a_link_of_no_point_is_refused_kindly() {
    let city = City::new().await;
    assert!(city.says(CITIZEN, "/start r_NOSUCH22").await.text().contains("topilmadi"));
    assert!(city.presses(CITIZEN, rate("NOSUCH22", 5)).await.text().contains("topilmadi"));
    assert_eq!(counted(&city).await, [0; 5]);
}

#[tokio::test]
async fn an_officer_rates_like_any_citizen() {
    let city = City::new().await;
    let (point, _) = city.point().await;
    let said = city.presses(OFFICER, rate(&point, 5)).await;
    assert!(said.0.iter().any(|reply| matches!(reply, Reply::Toast { alert: false, .. })), "{said:?}");
    assert_eq!(counted(&city).await, [0, 0, 0, 0, 1]);
}

#[tokio::test]
async fn a_scan_is_counted_and_a_press_commits_once() {
    let city = City::new().await;
    let (point, _) = city.point().await;
    // The first vote of a year makes its secret.
    city.ctx.voter(city.clock.today(), CITIZEN).await.unwrap();
    let changes = city.ctx.store.changes();
    let before = *changes.borrow();
    city.says(CITIZEN, &format!("/start r_{point}")).await;
    assert_eq!(*changes.borrow(), before + 1, "the opening, nobody's");
    city.presses(CITIZEN, rate(&point, 1)).await;
    assert_eq!(*changes.borrow(), before + 2, "with its counts, its case, the event and the news");
}

#[tokio::test]
async fn a_name_that_was_asked_for_is_no_comment_of_the_mark_before_it() {
    let city = City::new().await;
    let (point, _) = city.point().await;
    city.presses(CITIZEN, rate(&point, 5)).await;
    city.clock.advance(TimeDelta::minutes(1));
    city.says(CITIZEN, "/rate").await;
    let said = city.says(CITIZEN, "qwertyuiop").await;
    assert!(said.text().contains("qwertyuiop") && !said.text().contains("Izoh"), "{said:?}");
    assert_eq!(own(&city).await.1.comment, None);
    // After another mark words are a comment again.
    city.clock.advance(TimeDelta::minutes(1));
    city.presses(CITIZEN, rate(&point, 4)).await;
    city.says(CITIZEN, "Navbat yoʻq edi").await;
    assert_eq!(own(&city).await.1.comment.as_deref(), Some("Navbat yoʻq edi"));
    let more = city.says(CITIZEN, "va xodim xushmuomala").await;
    assert!(more.text().contains("izohingiz bor"), "{more:?}");
    assert_eq!(own(&city).await.1.comment.as_deref(), Some("Navbat yoʻq edi"), "one comment a mark");
}
