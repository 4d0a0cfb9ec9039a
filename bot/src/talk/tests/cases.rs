//! Cases in the chat: who answers, what is refused, two at once, and what a citizen may ask and say.

use domain::buttons::{Button, CaseStep};
use domain::cases::Verdict;
use domain::ids::{CaseId, RatingId};
use domain::language::Language;
use domain::ratings::Mark;
use domain::reminders::Extent;
use store::cases::{self, CaseView};
use store::news::{self, NewsKind};
use store::rating_boards::CaseState;

use super::city::{CITIZEN, COLLEAGUE, City, OFFICER, STRANGER, moment, press};

const LANGUAGE: Language = Language::UzLatn;

async fn low_mark(city: &City) -> CaseView {
    let (point, _) = city.point().await;
    let rate = Button::Rate { point, mark: Mark::new(2).unwrap(), language: LANGUAGE };
    city.presses(CITIZEN, rate).await;
    case(city).await
}

/// The only case.
async fn case(city: &City) -> CaseView {
    city.read(|conn| Box::pin(cases::view(conn, CaseId(1)))).await.expect("there is a case")
}

fn show(case: &CaseView) -> Button {
    Button::Case(CaseStep::Show { case: case.id })
}

fn answer(case: &CaseView) -> Button {
    Button::Case(CaseStep::Answer { case: case.id })
}

fn tell(rating: RatingId) -> Button {
    Button::Case(CaseStep::Tell { rating, language: LANGUAGE })
}

fn said(case: &CaseView, verdict: Verdict) -> Button {
    Button::Case(CaseStep::Said { case: case.id, verdict, language: LANGUAGE })
}

async fn told(city: &City) -> Vec<NewsKind> {
    city.read(|conn| Box::pin(news::take(conn, 50))).await.iter().map(|one| one.kind).collect()
}

#[tokio::test]
async fn an_officer_finds_a_case_and_answers_it_in_words() {
    let city = City::new().await;
    let one = low_mark(&city).await;
    let listed = city.presses(OFFICER, Button::Case(CaseStep::List { page: 0 })).await;
    assert!(listed.text().contains("Javob kutayotgan past baholar: 1 ta"), "{listed:?}");
    let shown = city.presses(OFFICER, listed.button(|button| *button == show(&one))).await;
    let asked = city.presses(OFFICER, shown.button(|button| *button == answer(&one))).await;
    assert!(asked.edits() && asked.text().contains("bitta xabar"), "{asked:?}");
    let blank = city.says(OFFICER, " \u{200B} ").await;
    assert!(blank.text().contains("soʻz bilan"), "{blank:?}");
    let long = city.says(OFFICER, &"a".repeat(1001)).await;
    assert!(long.text().contains("1\u{A0}000"), "{long:?}");
    let kept = city.says(OFFICER, "Qoʻshimcha <oyna> ochildi").await;
    assert!(kept.text().contains("Qoʻshimcha &lt;oyna&gt; ochildi"), "{kept:?}");
    assert!(!kept.buttons().contains(&answer(&one)), "{kept:?}");
    let done = case(&city).await;
    assert_eq!(done.state, CaseState::Answered);
    assert_eq!(done.answer.unwrap().words, "Qoʻshimcha <oyna> ochildi");
    assert_eq!(told(&city).await, [NewsKind::CaseOpened], "nobody asked to hear the answer");
    let empty = city.presses(OFFICER, Button::Case(CaseStep::List { page: 3 })).await;
    assert!(empty.text().contains("past baho yoʻq"), "{empty:?}");
}

#[tokio::test]
async fn of_two_officers_the_first_answer_counts_and_the_second_sees_it() {
    let city = City::new().await;
    let one = low_mark(&city).await;
    city.presses(OFFICER, answer(&one)).await;
    city.presses(COLLEAGUE, answer(&one)).await;
    city.says(COLLEAGUE, "Hamkasbning javobi").await;
    let late = city.says(OFFICER, "Mening javobim").await;
    assert!(late.text().contains("saqlanmadi") && late.text().contains("Hamkasbning javobi"), "{late:?}");
    assert_eq!(case(&city).await.answer.unwrap().words, "Hamkasbning javobi");
    let again = city.presses(OFFICER, answer(&one)).await;
    assert!(again.toast().is_some() && again.text().contains("Hamkasbning javobi"), "{again:?}");
}

#[tokio::test]
async fn nobody_else_sees_or_answers_a_case() {
    let city = City::new().await;
    let one = low_mark(&city).await;
    for account in [STRANGER, CITIZEN] {
        for button in [show(&one), answer(&one), Button::Case(CaseStep::Show { case: CaseId(99) })] {
            let said = city.presses(account, button).await;
            assert!(said.toast().is_some() && said.text().is_empty(), "{account}: {said:?}");
        }
    }
    city.says(STRANGER, "Begona javob").await;
    assert_eq!(case(&city).await.state, CaseState::Open);
}

#[tokio::test]
async fn only_who_rated_hears_and_judges_the_answer() {
    let city = City::new().await;
    let one = low_mark(&city).await;
    let other = city.presses(9_002, tell(one.rating)).await;
    assert!(other.toast().is_some() && !case(&city).await.wanted, "{other:?}");
    let nothing = city.presses(CITIZEN, tell(RatingId(77))).await;
    assert!(nothing.toast().is_some() && !case(&city).await.wanted);
    let early = city.presses(CITIZEN, said(&one, Verdict::Solved)).await;
    assert!(early.toast().is_some() && early.text().is_empty(), "there is no answer yet: {early:?}");

    let asked = city.presses(CITIZEN, tell(one.rating)).await;
    assert!(asked.text().contains("shifrlangan") && case(&city).await.wanted, "{asked:?}");
    city.presses(CITIZEN, tell(one.rating)).await;
    city.presses(OFFICER, answer(&one)).await;
    city.says(OFFICER, "Tuzatildi").await;
    assert!(told(&city).await.contains(&NewsKind::CaseAnswered));
    let stranger = city.presses(9_002, said(&one, Verdict::Not)).await;
    assert!(stranger.text().is_empty(), "{stranger:?}");
    assert_eq!(case(&city).await.answer.unwrap().verdict, None);
}

#[tokio::test]
async fn an_answer_is_judged_once_and_a_case_opened_again_once() {
    let city = City::new().await;
    let one = low_mark(&city).await;
    for round in 0..2 {
        city.presses(OFFICER, answer(&one)).await;
        city.says(OFFICER, &format!("Javob {round}")).await;
        city.clock.move_to(moment("2026-11-24T04:30:00Z"));
        let judged = city.presses(CITIZEN, said(&one, Verdict::Not)).await;
        assert!(judged.edits(), "{judged:?}");
        let again = city.presses(CITIZEN, said(&one, Verdict::Solved)).await;
        let kept = case(&city).await;
        assert_eq!(kept.answer.as_ref().unwrap().verdict, Some(Verdict::Not), "{again:?}");
        let state = if round == 0 { CaseState::Open } else { CaseState::Answered };
        assert_eq!((kept.state, kept.reopened), (state, true));
        assert_eq!(kept.wanted, round == 0, "the chat is kept for the second answer only");
    }
    assert_eq!(case(&city).await.due, "2026-11-27".parse().unwrap());
    assert_eq!(told(&city).await.iter().filter(|kind| **kind == NewsKind::CaseReopened).count(), 1);
}

#[tokio::test]
async fn who_asks_after_the_answer_reads_it_at_once() {
    let city = City::new().await;
    let one = low_mark(&city).await;
    city.presses(OFFICER, answer(&one)).await;
    city.says(OFFICER, "Tuzatildi").await;
    city.clock.move_to(moment("2027-01-02T05:00:00Z"));
    let said = city.presses(CITIZEN, tell(one.rating)).await;
    assert!(said.text().contains("Tuzatildi"), "another year has another key: {said:?}");
    assert!(!case(&city).await.wanted);
}

#[tokio::test]
async fn a_press_that_telegram_brings_again_changes_nothing() {
    let city = City::new().await;
    let one = low_mark(&city).await;
    city.presses(OFFICER, answer(&one)).await;
    city.says(OFFICER, "Tuzatildi").await;
    for _ in 0..2 {
        city.brings(500, CITIZEN, press(said(&one, Verdict::Not).data())).await;
    }
    assert_eq!(told(&city).await.iter().filter(|kind| **kind == NewsKind::CaseReopened).count(), 1);
}

#[tokio::test]
async fn low_marks_stay_below_every_page_of_a_digest_that_is_turned() {
    let city = City::new().await;
    low_mark(&city).await;
    let turned = city.presses(OFFICER, Button::Digest { extent: Extent::List, page: 0 }).await;
    let text = turned.text();
    assert!(text.contains("Eslatma:") && text.contains("Javob kutayotgan past baholar: 1 ta"), "{text}");
    assert!(turned.buttons().contains(&Button::Case(CaseStep::List { page: 0 })), "{turned:?}");
}
