//! Something for the administrator to settle: messages that did not arrive, and an update that could not be handled.

use domain::audit::FindingKind;
use domain::clock::Clock;
use domain::delivery::{Cause, Purpose};
use store::findings::{self, Finding};
use store::outbox::{self, Mark, NewMessage, Policy, Priority, Why};
use store::{StoreError, intake};

use crate::support::city;
use crate::support::town::Town;

/// Puts messages with all sorts of ends into the outbox, and parks an update.
pub(crate) async fn fill(town: &Town) {
    let now = town.clock.now();
    let officer = town.city.who(city::OFFICER).await.person;
    let failed = |cause, words: &str| Mark::Failed(Why::new(cause, words));
    let marks = [
        failed(Cause::Blocked, "403 Forbidden: bot was blocked by the user"),
        failed(Cause::Rejected, "400 Bad Request: BUTTON_DATA_INVALID"),
        Mark::Unknown(Why::new(Cause::SenderDied, "the sender died before it could note the answer")),
        Mark::Sent(Some(7)),
        Mark::Again { not_before: now, why: Why::new(Cause::Markup, "400"), unsure: false },
        Mark::Again {
            not_before: now,
            why: Why::new(Cause::Trouble, "500 Internal Server Error"),
            unsure: false,
        },
    ];
    let kept: Result<(), StoreError> = town
        .base
        .store
        .write(move |conn| {
            Box::pin(async move {
                for mark in &marks {
                    let message = NewMessage {
                        chat_id: city::OFFICER,
                        person: Some(officer),
                        purpose: Purpose::Digest,
                        method: "sendMessage",
                        body: r#"{"chat_id":1001,"text":"<b>Eslatma: 16.12.2026","parse_mode":"HTML"}"#,
                        priority: Priority::Bulk,
                        policy: Policy::Resend,
                        dedupe: None,
                        not_before: now,
                    };
                    let Some(id) = outbox::put(conn, &message, now).await? else { continue };
                    for claimed in outbox::claim(conn, &[id], now).await? {
                        outbox::mark(conn, claimed.claim(), mark, now).await?;
                    }
                    if matches!(mark, Mark::Again { why, .. } if why.cause == Cause::Markup) {
                        let said = "400 Bad Request: can't parse entities: Can't find end tag corresponding to start tag \"b\"";
                        outbox::send_plain(conn, id, "{}", said, now).await?;
                    }
                }
                let fault = Finding { kind: FindingKind::StuckSending, organisation: None, number: 2 };
                findings::keep(conn, &[fault], now).await?;
                intake::mark_seen(conn, 700_100, now).await?;
                intake::park(conn, 700_100, "{}", "it cannot be read: missing field `chat` at line 1 column 2", now)
                    .await
                    .map(drop)
            })
        })
        .await;
    kept.expect("the troubles are kept");
}
