//! What Telegram does not take as it is, and clocks that do not go as they should.

use chrono::TimeDelta;
use domain::delivery::Purpose;
use store::deliveries::{self, Shelf};
use store::outbox::{NewMessage, Priority};

use super::*;

async fn put(city: &City, chat_id: i64, arguments: serde_json::Value, priority: Priority) {
    city.meet(chat_id);
    let (now, body) = (city.clock.now(), arguments.to_string());
    city.write(move |conn| {
        async move {
            let message = NewMessage {
                chat_id,
                person: None,
                purpose: Purpose::Reported,
                method: "sendMessage",
                body: &body,
                priority,
                policy: Policy::Resend,
                dedupe: None,
                not_before: now,
            };
            outbox::put(conn, &message, now).await.map(drop)
        }
        .boxed()
    })
    .await;
}

fn html(chat_id: i64, text: &str) -> serde_json::Value {
    serde_json::json!({
        "chat_id": chat_id, "text": text, "parse_mode": "HTML",
        "reply_markup": { "inline_keyboard": [[{ "text": "Ha", "callback_data": "yes" }]] },
    })
}

#[tokio::test]
async fn what_telegram_cannot_read_arrives_plain_and_is_shown_to_the_administrator() {
    let mut city = City::new().await;
    put(&city, 1, html(1, "<b>yarim &lt; butun"), Priority::Bulk).await;
    city.run(city.bot.clone().send(city.stop()));
    all_said(&city, 1, &["yarim < butun"]).await;
    let troubles = troubles(&city).await;
    assert_eq!(troubles.len(), 1, "{troubles:?}");
    assert_eq!(troubles[0].0, "failed");
    assert!(troubles[0].1.contains("can't parse entities"), "{troubles:?}");
    let shown = city.read(|conn| deliveries::shelf(conn, Shelf::Troubled, None, 9, 0).boxed()).await;
    assert!(shown[0].went_plain);
    assert_eq!(shown[0].faulty, None, "nobody knows whose words those are");
    city.until("nothing waits", async |city| waiting(city).await == 0).await;
    assert_eq!(sends(&city), 2);
}

#[tokio::test]
async fn what_is_too_long_arrives_in_order_and_nothing_comes_in_between() {
    let mut city = City::with(Delivery::Polling, Limits::default(), 0).await;
    let paragraphs: Vec<_> =
        (1..=9).map(|n| format!("<b>{n}</b> {}", "soʻz ".repeat(250).trim_end())).collect();
    put(&city, 1, html(1, &paragraphs.join("\n\n")), Priority::News).await;
    city.queue(1, "keyin", Policy::Hold).await;
    city.run(city.bot.clone().send(city.stop()));
    city.until("all of it arrives", async |city| city.said_to(1).len() == 4).await;
    let said = city.said_to(1);
    assert_eq!(said[3], "keyin");
    let plain: Vec<_> = paragraphs.iter().map(|one| one.replace("<b>", "").replace("</b>", "")).collect();
    assert_eq!(said[..3].join("\n\n"), plain.join("\n\n"));
    let buttons: Vec<_> =
        city.telegram.chat(1).iter().filter(|one| one.from_bot).map(|one| one.labels().len()).collect();
    assert_eq!(buttons, [0, 0, 1, 0]);
    assert!(troubles(&city).await.is_empty());
}

#[tokio::test]
async fn a_later_piece_waits_for_the_one_before_it() {
    let city = City::new().await;
    put(&city, 1, html(1, "bir"), Priority::News).await;
    let claimed = claim_all(&city).await.remove(0);
    let now = city.clock.now();
    let pieces: Vec<_> =
        ["bir", "ikki", "uch"].map(|text| ("sendMessage".to_owned(), html(1, text).to_string())).into();
    let later = now + TimeDelta::seconds(30);
    let wait = |not_before| outbox::Mark::Again {
        not_before,
        why: outbox::Why::new(domain::delivery::Cause::Trouble, "500"),
        unsure: false,
    };
    let (first, again) = (claimed.claim(), wait(later));
    city.write(move |conn| {
        async move {
            assert!(outbox::mark(conn, first, &again, now).await?);
            outbox::divide(conn, claimed.id, &pieces, now).await
        }
        .boxed()
    })
    .await;
    assert!(claim_all(&city).await.is_empty(), "the first has to wait, so the others do");
    city.clock.advance(TimeDelta::seconds(31));
    for text in ["bir", "ikki", "uch"] {
        let mut next = claim_all(&city).await;
        assert_eq!(next.len(), 1, "{text}");
        let one = next.remove(0);
        assert!(one.body.contains(text), "{}", one.body);
        let (claim, now) = (one.claim(), city.clock.now());
        city.write(move |conn| {
            async move { outbox::mark(conn, claim, &outbox::Mark::Sent(None), now).await.map(drop) }.boxed()
        })
        .await;
    }
}

#[tokio::test]
async fn a_balancer_s_page_is_survived_and_the_message_arrives_at_once() {
    let mut city = City::new().await;
    city.telegram.inject(fault(1, FaultKind::BadGateway));
    city.queue(1, "salom", Policy::Resend).await;
    let begun = tokio::time::Instant::now();
    city.run(city.bot.clone().send(city.stop()));
    all_said(&city, 1, &["salom"]).await;
    assert!(begun.elapsed() < Duration::from_secs(5), "{:?}", begun.elapsed());
    city.until("it is marked", async |city| waiting(city).await == 0).await;
    assert!(troubles(&city).await.is_empty());
}

#[tokio::test]
async fn a_clock_that_is_set_back_strands_nothing() {
    let mut city = City::new().await;
    city.queue(1, "eslatma", Policy::Resend).await;
    // The clock runs ahead by a week, and Telegram has troubles: the next try is set for that week.
    city.clock.advance(TimeDelta::days(7));
    city.telegram.inject(fault(1, FaultKind::InternalError));
    city.run(city.bot.clone().send(city.stop()));
    city.until("it was refused", async |city| sends(city) == 1).await;
    city.until("it waits", async |city| waiting(city).await == 1).await;
    city.clock.move_to("2026-11-24T04:31:00Z".parse().unwrap());
    city.queue(2, "boshqa", Policy::Resend).await;
    all_said(&city, 1, &["eslatma"]).await;
    all_said(&city, 2, &["boshqa"]).await;
}

#[tokio::test]
async fn news_go_before_digests_and_a_patient_digest_is_not_forgotten() {
    let city = City::new().await;
    let texts = |claimed: Vec<Claimed>| claimed.into_iter().map(|one| one.chat_id).collect::<Vec<_>>();
    put(&city, 100, html(100, "eslatma"), Priority::Bulk).await;
    for chat in 1..=4 {
        put(&city, chat, html(chat, "xabar"), Priority::News).await;
    }
    let take = async |limit| {
        let now = city.clock.now();
        let next = city.read(move |conn| outbox::next(conn, limit, |_| true, now).boxed()).await;
        texts(city.write(move |conn| async move { outbox::claim(conn, &next, now).await }.boxed()).await)
    };
    assert_eq!(take(2).await, [1, 2], "news first");
    city.clock.advance(TimeDelta::minutes(6));
    assert_eq!(take(2).await, [3, 100], "who has waited so long gets a place");
    assert_eq!(take(2).await, [4]);
}
