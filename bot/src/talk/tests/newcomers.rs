//! First words: invitations, languages, signing in to the panel.

use domain::buttons::Button;
use domain::language::Language;
use domain::people::Role;
use store::sessions::{self, Asked, SignInState};

use super::city::{CITIZEN, City, DEPUTY, OFFICER, STRANGER, moment};
use crate::reply::{MenuEntry, Reply};
use crate::talk::tests::city::Said;

fn menu(said: &Said) -> Option<&Vec<MenuEntry>> {
    said.0.iter().find_map(|reply| match reply {
        Reply::Menu(entries) => Some(entries),
        _ => None,
    })
}

#[tokio::test]
async fn start_is_kind_to_everybody_and_every_time() {
    let city = City::new().await;
    for _ in 0..2 {
        let said = city.says(CITIZEN, "/start").await;
        assert!(said.text().contains("QR kod"), "{said:?}");
        let languages = said.buttons().into_iter().filter(|button| matches!(button, Button::Speak(_)));
        assert_eq!(languages.count(), 3, "the other languages");
        for button in [Button::Help, Button::Privacy] {
            assert!(city.presses(CITIZEN, said.button(|one| *one == button)).await.edits());
        }
        let said = city.says(OFFICER, "/start").await;
        assert!(
            said.text().contains("Dilnoza Karimova") && said.text().contains("Soliq inspeksiyasi"),
            "{said:?}"
        );
        assert!(said.buttons().contains(&Button::Tasks { page: 0 }));
        assert!(menu(&said).unwrap().iter().any(|entry| entry.command == "vazifalar"));
    }
    assert!(city.says(CITIZEN, "/start nonsense").await.text().contains("QR kod"));
}

#[tokio::test]
async fn an_invitation_asks_for_consent_and_links_the_account() {
    let city = City::new().await;
    let token = city.invite("Nodira <Rahim>", Role::Head, "kadastr").await;
    let asked = city.says(CITIZEN, &format!("/start i_{token}")).await;
    for part in ["Nodira &lt;Rahim&gt;", "Tashkilot rahbari", "Kadastr boʻlimi", "rozilig"] {
        assert!(asked.text().contains(part), "{part}: {asked:?}");
    }
    let russian =
        city.presses(CITIZEN, Button::ReadInvitation { token: token.clone(), language: Language::Ru }).await;
    let said = city.presses(CITIZEN, russian.button(|button| matches!(button, Button::Join { .. }))).await;
    assert!(said.edits() && said.text().contains("Добро пожаловать"), "{said:?}");
    assert!(menu(&said).unwrap().iter().any(|entry| entry.command == "tasks"));
    assert!(city.says(CITIZEN, "/tasks").await.text().contains("Мои поручения"));

    let again = city.presses(CITIZEN, Button::Join { token: token.clone(), language: Language::Ru }).await;
    assert!(again.text().contains("уже приняли"), "{again:?}");
    let other = city.says(9002, &format!("/start i_{token}")).await;
    assert!(other.text().contains("ishlamaydi") && other.buttons().is_empty(), "{other:?}");
}

#[tokio::test]
async fn a_used_old_or_invented_invitation_changes_nothing() {
    let city = City::new().await;
    let token = city.invite("Kech Qolgan", Role::Administrator, "hokimlik").await;
    city.clock.move_to(moment("2026-11-26T04:30:00Z"));
    for token in [token, "0f".repeat(24)] {
        let said = city.says(CITIZEN, &format!("/start i_{token}")).await;
        assert!(said.text().contains("ishlamaydi"), "{said:?}");
        let said = city.presses(CITIZEN, Button::Join { token, language: Language::UzLatn }).await;
        assert!(said.text().contains("ishlamaydi"), "{said:?}");
    }
    assert!(city.says(CITIZEN, "/start").await.text().contains("QR kod"), "still a citizen");
}

#[tokio::test]
async fn a_language_is_kept_and_the_message_speaks_it() {
    let city = City::new().await;
    let choice = city.says(OFFICER, "/til").await;
    let said =
        city.presses(OFFICER, choice.button(|button| *button == Button::Speak(Language::UzCyrl))).await;
    assert!(said.edits() && said.text().contains("Ассалому алайкум"), "{said:?}");
    assert!(city.says(OFFICER, "/tasks").await.text().contains("Топшириқларим"));

    let said = city.presses(CITIZEN, Button::Speak(Language::Ru)).await;
    assert!(said.text().contains("Здравствуйте"), "{said:?}");
    assert!(city.says(CITIZEN, "нет").await.text().contains("не сохранено"));
}

async fn ask(city: &City) -> Asked {
    city.write(|conn, now| Box::pin(async move { Ok(sessions::ask_sign_in(conn, now).await?) })).await
}

async fn state(city: &City, asked: &Asked) -> Option<SignInState> {
    let (token, now) = (asked.token.clone(), domain::clock::Clock::now(&*city.clock));
    let found = city.read(|conn| Box::pin(async move { sessions::sign_in(conn, &token, now).await })).await;
    found.map(|found| found.state)
}

#[tokio::test]
async fn a_browser_is_let_in_by_the_person_who_sees_the_number() {
    for (approve, expected) in [(true, SignInState::Approved), (false, SignInState::Refused)] {
        let city = City::new().await;
        let asked = ask(&city).await;
        let said = city.says(DEPUTY, &format!("/start login_{}", asked.token.reveal())).await;
        assert!(said.text().contains(&format!("<b>{}</b>", asked.code)), "{said:?}");
        let answer =
            |button: &Button| matches!(button, Button::SignIn { approve: one, .. } if *one == approve);
        let said = city.presses(DEPUTY, said.button(answer)).await;
        assert!(said.edits() && said.buttons().is_empty(), "{said:?}");
        assert_eq!(state(&city, &asked).await, Some(expected));
        let again = city.says(DEPUTY, &format!("/start login_{}", asked.token.reveal())).await;
        assert!(again.text().contains("ishlamaydi"), "{again:?}");
    }
}

#[tokio::test]
async fn nobody_without_a_role_and_nobody_too_late_lets_a_browser_in() {
    let city = City::new().await;
    let asked = ask(&city).await;
    let token = asked.token.reveal().to_owned();
    assert!(city.says(CITIZEN, &format!("/start login_{token}")).await.text().contains("huquqingiz yoʻq"));
    city.presses(CITIZEN, Button::SignIn { token: token.clone(), approve: true }).await;
    assert_eq!(state(&city, &asked).await, Some(SignInState::Asked));
    city.clock.move_to(moment("2026-11-23T04:36:00Z"));
    for button in [true, false].map(|approve| Button::SignIn { token: token.clone(), approve }) {
        assert!(city.presses(STRANGER, button).await.text().contains("ishlamaydi"));
    }
    let unknown = format!("/start login_{}", "ab".repeat(24));
    assert!(city.says(STRANGER, &unknown).await.text().contains("ishlamaydi"));
}
