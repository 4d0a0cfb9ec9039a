//! The pages of deliveries and of the calendar.

use axum::http::StatusCode;
use domain::clock::Clock;
use domain::delivery::{Cause, Purpose};
use domain::ids::PersonId;
use store::deliveries::{self, Delivery, Shelf};
use store::intake::{self, Parked};
use store::outbox::{self, Mark, NewMessage, Policy, Priority, Why};
use store::{StoreError, people};

use crate::browser::Browser;
use crate::city::City;
use crate::work::{HARM, LOCAL, assert_harmless, read, typed};

/// A message to a person that ends like this.
pub(crate) async fn message(city: &City, person: PersonId, purpose: Purpose, text: &str, mark: Mark) {
    let now = city.clock.now();
    let body = serde_json::json!({ "chat_id": 100, "text": text, "parse_mode": "HTML" }).to_string();
    let done: Result<(), StoreError> = city
        .store
        .write(move |conn| {
            Box::pin(async move {
                let message = NewMessage {
                    chat_id: 100,
                    person: Some(person),
                    purpose,
                    method: "sendMessage",
                    body: &body,
                    priority: Priority::News,
                    policy: Policy::Hold,
                    dedupe: None,
                    not_before: now,
                };
                let id = outbox::put(conn, &message, now).await?.unwrap();
                let claimed = outbox::claim(conn, &[id], now).await?.remove(0);
                outbox::mark(conn, claimed.claim(), &mark, now).await?;
                Ok(())
            })
        })
        .await;
    done.unwrap();
}

async fn troubles(city: &City) -> Vec<Delivery> {
    read(city, |conn| Box::pin(deliveries::shelf(conn, Shelf::Troubled, None, 99, 0))).await
}

async fn waiting(city: &City) -> Vec<Delivery> {
    read(city, |conn| Box::pin(deliveries::shelf(conn, Shelf::Waiting, None, 99, 0))).await
}

async fn parked(city: &City) -> Vec<Parked> {
    read(city, |conn| Box::pin(intake::parked(conn, 99))).await
}

#[tokio::test]
async fn troubles_are_shown_with_their_cause_and_sent_again_or_closed() {
    let city = City::at(LOCAL).await;
    let blocked = || Mark::Failed(Why::new(Cause::Blocked, format!("403 Forbidden: {HARM}")));
    for _ in 0..2 {
        message(&city, city.officer, Purpose::Digest, "maxfiy soʻz", blocked()).await;
    }
    message(
        &city,
        city.officer,
        Purpose::Returned,
        "maxfiy soʻz",
        Mark::Unknown(Why::new(Cause::NoAnswer, "x")),
    )
    .await;
    message(&city, city.officer, Purpose::Digest, "maxfiy soʻz", Mark::Sent(Some(1))).await;
    let mut administrator = Browser::of(&city, city.administrator).await;
    let page = administrator.get("/delivery").await;
    assert_eq!(page.status, StatusCode::OK);
    assert_harmless(&page.body);
    for words in
        ["D. Yoʻldosheva", "Kadastr agentligi", "botni bloklagan", "javob kelmadi", "/people?organisation="]
    {
        assert!(page.body.contains(words), "{words}: {}", page.body);
    }
    assert!(!page.body.contains("maxfiy"), "the words of messages are not shown");
    assert!(page.body.contains("class=\"cnt\">3<"), "the menu counts them");
    let sent = administrator.get("/delivery?shelf=sent").await.body;
    assert!(sent.contains("Yuborildi") && !sent.contains("value=\"retry\""), "{sent}");

    let token = page.form_token();
    let act = |fields: &str| format!("token={token}&{fields}");
    let unknown = troubles(&city).await.into_iter().find(|one| one.state == "unknown").unwrap().id;
    let one = act(&format!("id={unknown}&decision=give_up"));
    assert_eq!(administrator.post("/delivery/decide", &one).await.location(), "/delivery?said=given_up&n=1");
    assert_eq!(administrator.post("/delivery/decide", &one).await.location(), "/delivery?said=given_up&n=0");
    let all = act("cause=blocked&decision=retry");
    assert_eq!(administrator.post("/delivery/decide", &all).await.location(), "/delivery?said=retried&n=2");
    assert!(troubles(&city).await.is_empty());
    assert_eq!(waiting(&city).await.len(), 2);
    for wrong in ["cause=nonsense&decision=retry", "id=1&decision=nonsense"] {
        let refused = administrator.post("/delivery/decide", &act(wrong)).await;
        assert_eq!(refused.status, StatusCode::BAD_REQUEST, "{wrong}");
    }
    for person in [city.controller, city.officer] {
        let mut other = Browser::of(&city, person).await;
        for path in ["/delivery", "/calendar"] {
            assert_eq!(other.get(path).await.status, StatusCode::FORBIDDEN);
        }
        assert!(!other.get("/people").await.body.contains("href=\"/delivery\""));
        let own = other.get("/people").await.form_token();
        let refused = other.post("/delivery/decide", &format!("token={own}&id=1&decision=retry")).await;
        assert_eq!(refused.status, StatusCode::FORBIDDEN);
    }
}

#[tokio::test]
async fn a_text_that_telegram_could_not_read_is_shown_unless_a_citizen_may_have_written_it() {
    let city = City::at(LOCAL).await;
    let now = city.clock.now();
    for (purpose, text) in [(Purpose::Digest, "<b>yarim"), (Purpose::CaseOpened, "<b>fuqaro soʻzi")] {
        let again = Mark::Again { not_before: now, why: Why::new(Cause::Markup, "400"), unsure: false };
        message(&city, city.officer, purpose, text, again).await;
    }
    let rows = waiting(&city).await;
    let done: Result<(), StoreError> = city
        .store
        .write(move |conn| {
            Box::pin(async move {
                for row in rows {
                    outbox::send_plain(conn, row.id, "{}", "400 Bad Request: can't parse entities", now)
                        .await?;
                }
                Ok(())
            })
        })
        .await;
    done.unwrap();
    let mut administrator = Browser::of(&city, city.administrator).await;
    let page = administrator.get("/delivery").await.body;
    assert!(page.contains("&#60;b&#62;yarim") || page.contains("&lt;b&gt;yarim"), "{page}");
    assert!(!page.contains("fuqaro soʻzi") && page.contains("bezaksiz yetkazildi"), "{page}");
    assert!(!page.contains("value=\"retry\""), "nobody gets it twice");
    assert_eq!(troubles(&city).await.len(), 2);
}

#[tokio::test]
async fn parked_updates_are_tried_again_or_settled() {
    let city = City::at(LOCAL).await;
    let now = city.clock.now();
    let done: Result<(), StoreError> = city
        .store
        .write(move |conn| {
            Box::pin(async move {
                for update in [71, 72] {
                    intake::mark_seen(conn, update, now).await?;
                    intake::park(conn, update, "{\"secret\":1}", HARM, now).await?;
                }
                Ok(())
            })
        })
        .await;
    done.unwrap();
    let mut administrator = Browser::of(&city, city.administrator).await;
    let page = administrator.get("/delivery").await;
    assert_harmless(&page.body);
    assert!(page.body.contains("71-xabar") && !page.body.contains("secret"), "{}", page.body);
    let token = page.form_token();
    for (update, decision, said) in [(71, "again", "again"), (72, "settle", "settled")] {
        let form = format!("token={token}&update={update}&decision={decision}");
        let location = format!("/delivery?said={said}");
        assert_eq!(administrator.post("/delivery/parked", &form).await.location(), location);
    }
    let left = parked(&city).await;
    assert_eq!(left.iter().map(|one| (one.update_id, one.again_at)).collect::<Vec<_>>(), [(71, Some(now))]);
}

#[tokio::test]
async fn a_person_who_cannot_be_reached_is_shown_with_the_reason() {
    let city = City::at(LOCAL).await;
    let now = city.clock.now();
    let mut administrator = Browser::of(&city, city.administrator).await;
    for (account, why, words) in [
        (100, "blocked", "bloklagan"),
        (101, "deactivated", "oʻchirilgan"),
        (102, "chat_not_found", "suhbat topilmadi"),
    ] {
        let done: Result<_, StoreError> =
            city.store.write(move |conn| Box::pin(people::mark_unreachable(conn, account, why, now))).await;
        done.unwrap();
        let page = administrator.get("/people?only=unreached").await.body;
        assert!(page.contains(words), "{why}: {page}");
    }
}

#[tokio::test]
async fn a_day_is_added_confirmed_and_taken_back_and_due_days_follow() {
    let city = City::at(LOCAL).await;
    let mut administrator = Browser::of(&city, city.administrator).await;
    let page = administrator.get("/calendar?year=2026").await;
    let token = page.form_token();
    let day = |fields: &str| format!("token={token}&{fields}");
    for (fields, error) in [
        ("date=2026-02-30&name=a&kind=holiday&weeks=all", "taqvimda bor kun"),
        ("date=1700-01-01&name=a&kind=holiday&weeks=all", "taqvimda bor kun"),
        ("date=2026-11-27&name=+&kind=holiday&weeks=all", "nomini yozing"),
        ("date=2026-11-27&name=a&kind=feast&weeks=all", "Kun turini"),
    ] {
        let refused = administrator.post("/calendar", &day(fields)).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY, "{fields}");
        assert!(refused.body.contains(error), "{fields}: {}", refused.body);
    }
    let name = typed(&format!("Qurbon hayit {HARM}"));
    let added = day(&format!("date=2026-11-27&name={name}&kind=holiday&weeks=all"));
    let asked = administrator.post("/calendar", &added).await;
    assert_eq!(asked.status, StatusCode::OK);
    assert_harmless(&asked.body);
    let about = asked.body.split("ta topshiriq muddati oʻzgaradi").next().unwrap();
    let moved: u64 = about.rsplit(['>', ' ']).find(|word| !word.is_empty()).unwrap().parse().unwrap();
    assert!(moved > 0, "a measure is due on that day");
    let page = administrator.get("/calendar?year=2026").await.body;
    assert!(!page.contains("Qurbon hayit &lt;"), "nothing is kept before the answer: {page}");
    let sure = format!("{added}&sure=true");
    let location = administrator.post("/calendar", &sure).await.location().to_owned();
    assert_eq!(location, format!("/calendar?year=2026&moved={moved}"));
    let page = administrator.get(&location).await.body;
    assert_harmless(&page);
    assert!(page.contains("Qurbon hayit") && page.contains("muddati oʻzgardi"), "{page}");
    assert_eq!(administrator.post("/calendar", &added).await.location(), "/calendar?year=2026&moved=0");

    let list = administrator.get("/obligations?period=all&standing=due_soon&q=kamaytirish").await.body;
    let id = list.split("href=\"/obligations/").nth(1).unwrap().split('"').next().unwrap();
    let obligation = administrator.get(&format!("/obligations/{id}")).await.body;
    assert_harmless(&obligation);
    assert!(obligation.contains("Nega aynan shu sana?") && obligation.contains("27.11.2026"), "{obligation}");
    assert!(obligation.contains("27.11.2026 → 30.11.2026"), "the history tells: {obligation}");

    let removed = day(&format!("date=2026-11-27&name={name}&kind=holiday&weeks=all&remove=true"));
    assert_eq!(administrator.post("/calendar", &removed).await.status, StatusCode::OK, "it asks first");
    let removed = format!("{removed}&sure=true");
    let location = administrator.post("/calendar", &removed).await.location().to_owned();
    assert_eq!(location, format!("/calendar?year=2026&moved={moved}"));
    assert!(!administrator.get(&location).await.body.contains("Qurbon hayit"));
    let mut controller = Browser::of(&city, city.controller).await;
    let own = controller.get("/people").await.form_token();
    let refused = controller.post("/calendar", &added.replace(&token, &own)).await;
    assert_eq!(refused.status, StatusCode::FORBIDDEN);
}

#[tokio::test]
async fn the_messages_of_a_person_are_found_by_a_part_of_the_name() {
    let city = City::at(LOCAL).await;
    message(&city, city.officer, Purpose::HandOverOffered, "x", Mark::Sent(Some(1))).await;
    let mut administrator = Browser::of(&city, city.administrator).await;
    let own = format!("/delivery?person={}", city.officer);
    for typed in ["yoldosh", "%20%D0%99%D0%8E%D0%9B%D0%94%D0%9E%D0%A8", "D.%20Yo%27ldosheva"] {
        let page = administrator.get(&format!("/delivery?q={typed}")).await;
        assert!(page.body.contains(&format!("href=\"{own}\"")), "{typed}: {}", page.body);
    }
    let nobody = administrator.get("/delivery?q=%3Cb%3Ezzz").await;
    assert!(nobody.body.contains("topilmadi") && !nobody.body.contains("<b>zzz"), "{}", nobody.body);
    let page = administrator.get(&own).await;
    assert!(page.body.contains("Hamkasbga berilgan topshiriq haqida"), "{}", page.body);
}
