//! The page's own JSON: what it shows, what it does, whom it refuses.

use serde_json::{Value, json};

use crate::support::{ANVAR, City, LOLA};

async fn get(city: &City, path: &str) -> Value {
    city.http.get(format!("{}{path}", city.address)).send().await.unwrap().json().await.unwrap()
}

async fn act(city: &City, origin: Option<&str>, body: Value) -> u16 {
    let mut request = city.http.post(format!("{}/playground/api/act", city.address)).json(&body);
    if let Some(origin) = origin {
        request = request.header("origin", origin);
    }
    request.send().await.unwrap().status().as_u16()
}

#[tokio::test]
async fn the_page_has_a_policy_without_exceptions_and_no_inline_code() {
    let city = City::with_lola().await;
    let response = city.http.get(&city.address).send().await.unwrap();
    let policy = response.headers()["content-security-policy"].to_str().unwrap().to_owned();
    assert!(policy.starts_with("default-src 'none'") && !policy.contains("unsafe"));
    let html = response.text().await.unwrap();
    for forbidden in ["style=", "onclick", "<style", "<script>"] {
        assert!(!html.contains(forbidden), "{forbidden}");
    }
}

#[tokio::test]
async fn a_person_acts_through_the_page() {
    let city = City::with_lola().await;
    assert_eq!(
        act(&city, Some(&city.address), json!({"do": "start", "person": ANVAR, "payload": "r_1"})).await,
        200
    );
    assert_eq!(
        act(&city, None, json!({"do": "start", "person": ANVAR, "payload": "not a payload"})).await,
        400
    );
    assert_eq!(act(&city, None, json!({"do": "text", "person": 77, "text": "a"})).await, 404);
    let chat = get(&city, &format!("/playground/api/chat?person={ANVAR}")).await;
    assert_eq!((&chat["started"], &chat["messages"][0]["text"]), (&json!(true), &json!("/start r_1")));
}

#[tokio::test]
async fn another_site_cannot_act() {
    let city = City::with_lola().await;
    let block = json!({"do": "block", "person": LOLA});
    assert_eq!(act(&city, Some("https://evil.example"), block).await, 403);
    assert_eq!(city.playground.chat(LOLA).len(), 1);
    city.say("still open").await;
}

#[tokio::test]
async fn the_list_tells_what_is_unread_until_it_was_seen() {
    let city = City::with_lola().await;
    let message = city.say("new").await;
    let unread = async || get(&city, "/playground/api/people?lang=en").await["people"][0]["unread"].clone();
    assert_eq!(unread().await, 1);
    act(&city, None, json!({"do": "seen", "person": LOLA, "message": message})).await;
    assert_eq!(unread().await, 0);
}

#[tokio::test]
async fn the_clock_moves_and_links_are_listed() {
    let city = City::with_lola().await;
    let before = get(&city, "/playground/api/people?lang=en").await;
    assert_eq!(before["jumps"][0]["label"], "+1 (en)");
    city.http
        .post(format!("{}/playground/api/jump", city.address))
        .json(&json!({"id": "day"}))
        .send()
        .await
        .unwrap();
    let after = get(&city, "/playground/api/people?lang=en").await;
    assert_eq!(
        (&before["now"], &after["now"]),
        (&json!("2026-11-23T04:00:00Z"), &json!("2026-11-24T04:00:00Z"))
    );
    assert_eq!(get(&city, "/playground/api/links?lang=en").await[0]["payload"], "r_abc");
}

#[tokio::test]
async fn a_file_that_a_person_sends_is_shown_for_saving_only() {
    let city = City::with_lola().await;
    let url = format!("{}/playground/api/upload?person={LOLA}&name=a.html&mime=text/html", city.address);
    assert_eq!(city.http.post(url).body("<script>").send().await.unwrap().status(), 200);
    let chat = get(&city, &format!("/playground/api/chat?person={LOLA}")).await;
    let id = chat["messages"][1]["attachment"]["file_id"].as_str().unwrap().to_owned();
    let file = city.http.get(format!("{}/playground/api/files/{id}", city.address)).send().await.unwrap();
    assert_eq!(file.headers()["content-type"], "application/octet-stream");
    assert_eq!(file.headers()["content-disposition"], "attachment");
}

#[tokio::test]
async fn open_pages_are_told_of_changes_and_end_when_the_playground_closes() {
    let city = City::with_lola().await;
    let mut events = city.http.get(format!("{}/playground/api/events", city.address)).send().await.unwrap();
    let mut next =
        async || events.chunk().await.unwrap().map(|chunk| String::from_utf8(chunk.to_vec()).unwrap());
    assert!(next().await.unwrap().starts_with("data: "));
    city.say("x").await;
    assert!(next().await.unwrap().starts_with("data: "));
    city.playground.close();
    let mut left = next().await;
    while left.is_some() {
        left = next().await;
    }
}

#[tokio::test]
async fn a_page_inside_is_told_who_opens_it_and_only_the_chat_page_can_ask() {
    let city = City::with_lola().await;
    let ask = async |person: i64, origin: Option<&str>| {
        let request = city.http.post(format!("{}/playground/api/launch", city.address));
        let request = request.json(&json!({ "person": person }));
        let request = origin.into_iter().fold(request, |request, origin| request.header("origin", origin));
        let answer = request.send().await.unwrap();
        let status = answer.status().as_u16();
        (status, answer.json::<Value>().await.unwrap()["data"].as_str().unwrap_or_default().to_owned())
    };
    let (status, data) = ask(LOLA, None).await;
    assert_eq!(status, 200);
    for field in ["query_id=", "user=%7B", "auth_date=", "signature=", "hash="] {
        assert_eq!(data.split('&').filter(|one| one.starts_with(field)).count(), 1, "{field} {data}");
    }
    assert!(data.contains(&LOLA.to_string()), "{data}");
    assert_ne!(ask(LOLA, None).await.1, data, "each launch is one of its own");
    assert_eq!(ask(LOLA, Some("https://evil.example")).await.0, 403);
    assert_eq!(ask(ANVAR, None).await.0, 404, "whoever has not started the bot has no button");
}
