//! Who reads Russian reads a measure in Russian where it was translated, and else as the decree words it.

use domain::answers::AnswerKind;
use domain::buttons::Button;
use domain::language::{Language, Names};
use domain::people::MayAdminister;
use store::plan::{self, Wording};

use super::city::{City, DEPUTY, OFFICER};

const RUSSIAN: &str = "Довести требования до <сотрудников>";

/// Measure 1, which is overdue, in Russian; measures 2 and 3 have no translation.
async fn translated(city: &City) {
    let measure = city.view(city.obligation(1).await).await.measure;
    city.write(move |conn, now| {
        Box::pin(async move {
            let ru = |words: &str| Names { ru: Some(words.into()), ..Names::default() };
            let said =
                Wording {
                    text: ru(RUSSIAN), mechanism: ru("Приказ руководителя"), section: ru("Раздел I")
                };
            plan::translate(conn, &MayAdminister::at_the_machine(), measure, said, now).await
        })
    })
    .await;
}

#[tokio::test]
async fn an_officer_reads_tasks_in_russian() {
    let city = City::new().await;
    translated(&city).await;
    let own = city.says(OFFICER, "/tasks").await.text();
    assert!(own.contains("Talablarni") && !own.contains("Довести"), "{own}");
    city.presses(OFFICER, Button::Speak(Language::Ru)).await;
    let list = city.says(OFFICER, "/tasks").await;
    let text = list.text();
    assert!(text.contains("Довести требования до &lt;сотрудников&gt;"), "{text}");
    assert!(!text.contains("Talablarni") && text.contains("Мои поручения: 3"), "{text}");
    let item = city.presses(OFFICER, list.button(|button| matches!(button, Button::Task { .. }))).await;
    let text = item.text();
    assert!(text.contains("<b>Довести требования") && text.contains("Приказ руководителя"), "{text}");
    assert!(!text.contains("Rahbar buyrugʻi"), "{text}");
    let other = city.presses(OFFICER, Button::Task { obligation: city.obligation(2).await }).await.text();
    assert!(
        other.contains("Rahbar buyrugʻi"),
        "what has no translation is said as the decree says it: {other}"
    );
}

#[tokio::test]
async fn a_deputy_hokim_reads_what_is_overdue_and_reported_in_russian() {
    let city = City::new().await;
    translated(&city).await;
    city.presses(DEPUTY, Button::Speak(Language::Ru)).await;
    let overdue = city.presses(DEPUTY, Button::Overdue { page: 0 }).await.text();
    assert!(overdue.contains("Довести требования") && !overdue.contains("Talablarni"), "{overdue}");
    let list = city.says(OFFICER, "/tasks").await;
    let item = city.presses(OFFICER, list.button(|button| matches!(button, Button::Task { .. }))).await;
    city.presses(
        OFFICER,
        item.button(|button| matches!(button, Button::Answer { kind: AnswerKind::Done, .. })),
    )
    .await;
    let reviews = city.presses(DEPUTY, Button::Reviews { page: 0 }).await.text();
    assert!(reviews.contains("Довести требования") && !reviews.contains("Talablarni"), "{reviews}");
}
