//! The panel inside Telegram: who gets its button, and where it leads.

use domain::buttons::Button;
use domain::ids::ObligationId;
use domain::language::Language;

use super::city::{CITIZEN, City, DEPUTY, OFFICER, Said};
use crate::mini_app;
use crate::reply::{KeyAction, MenuButton, Reply};

async fn city() -> City {
    City::with_pages(&mini_app::pages("https://nazorat.example", crate::TELEGRAM)).await
}

fn menu_button(said: &Said) -> Option<&MenuButton> {
    said.0.iter().find_map(|reply| match reply {
        Reply::MenuButton(button) => Some(button),
        _ => None,
    })
}

/// The addresses that the buttons under the messages open.
fn opens(said: &Said) -> Vec<String> {
    let keyboards = said.0.iter().filter_map(|reply| match reply {
        Reply::Send { keyboard, .. } | Reply::Edit { keyboard, .. } => keyboard.as_ref(),
        _ => None,
    });
    let keys = keyboards.flat_map(|keyboard| keyboard.rows().iter().flatten());
    keys.filter_map(|key| match &key.does {
        KeyAction::Open(address) => Some(address.clone()),
        KeyAction::Press(_) => None,
    })
    .collect()
}

#[tokio::test]
async fn who_may_look_at_the_panel_has_it_beside_the_text_field_in_their_language() {
    let city = city().await;
    for account in [OFFICER, DEPUTY] {
        let said = city.says(account, "/start").await;
        let Some(MenuButton::Panel { label, address }) = menu_button(&said) else { panic!("{said:?}") };
        assert_eq!((label.as_str(), address.as_str()), ("Panel", "https://nazorat.example/app/enter?to=/"));
    }
    let said = city.presses(DEPUTY, Button::Speak(Language::Ru)).await;
    assert!(
        matches!(menu_button(&said), Some(MenuButton::Panel { label, .. }) if label == "Панель"),
        "{said:?}"
    );
    assert_eq!(
        menu_button(&city.says(CITIZEN, "/start").await),
        None,
        "a citizen keeps the menu of everybody"
    );
    // Where Telegram does not show the panel, nobody gets the button.
    let plain = City::new().await;
    assert_eq!(menu_button(&plain.says(DEPUTY, "/start").await), None);
}

#[tokio::test]
async fn an_officer_opens_the_list_and_the_obligation_inside() {
    let city = city().await;
    let list = city.says(OFFICER, "/tasks").await;
    assert_eq!(opens(&list), ["https://nazorat.example/app/enter?to=/obligations"]);
    let Button::Task { obligation: ObligationId(id) } =
        list.button(|button| matches!(button, Button::Task { .. }))
    else {
        panic!("{list:?}")
    };
    let one = city.presses(OFFICER, Button::Task { obligation: ObligationId(id) }).await;
    assert_eq!(opens(&one), [format!("https://nazorat.example/app/enter?to=/obligations/{id}")]);
    // What everybody may read opens in a browser.
    assert_eq!(opens(&city.says(OFFICER, "/privacy").await), ["https://nazorat.example/privacy"]);
}

#[tokio::test]
async fn telegram_is_asked_for_an_app_where_the_page_is_one() {
    let city = city().await;
    let said = city.says(DEPUTY, "/start").await;
    let calls: Vec<String> = said.0.iter().map(|reply| reply.outgoing(7).unwrap().body).collect();
    let all = calls.join("\n");
    assert!(all.contains("\"web_app\":{\"url\":\"https://nazorat.example/app/enter?to="), "{all}");
    assert!(all.contains("\"menu_button\":{"), "{all}");
    let back = Reply::MenuButton(MenuButton::Commands).outgoing(7).unwrap();
    assert_eq!((back.method, back.body.contains("\"type\":\"commands\"")), ("setChatMenuButton", true));
}
