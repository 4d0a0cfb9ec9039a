//! The webhook: who brings an update shows the secret, and hears yes only when it is done.

use std::time::Duration;

use crate::Bot;
use crate::intake::{End, Patience, Taken};

/// So long a request waits for room before it is told to come again.
const WAIT_FOR_ROOM: Duration = Duration::from_secs(5);
/// Telegram's updates are far smaller.
const LARGEST: usize = 1024 * 1024;

/// What to answer to a request at the webhook's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum WebhookAnswer {
    /// 200: done, its effects are kept. With a call of the Bot API as JSON, Telegram makes that call by itself: a press is
    /// answered so, a round trip earlier than by a call of ours.
    Ok(Option<String>),
    /// 401: the secret is missing or wrong.
    Unauthorized,
    /// 400: not an update.
    BadRequest,
    /// 503: no room; come again.
    Busy,
    /// 503: the database is away; come again.
    Failed,
}

impl Bot {
    /// Takes an update from the webhook: the value of the header `X-Telegram-Bot-Api-Secret-Token` and the body.
    pub async fn take_webhook(&self, secret_header: Option<&str>, body: &[u8]) -> WebhookAnswer {
        let Some(secret) = self.webhook_secret() else { return WebhookAnswer::Unauthorized };
        if !secret_header.is_some_and(|shown| are_equal(shown.as_bytes(), secret.as_bytes())) {
            return WebhookAnswer::Unauthorized;
        }
        let update = match std::str::from_utf8(body) {
            Ok(update) if body.len() <= LARGEST => update.to_owned(),
            _ => return WebhookAnswer::BadRequest,
        };
        match self.intake().take(update, Patience::None, WAIT_FOR_ROOM).await {
            Ok(End { taken, call }) => {
                self.pulse().contact(self.now());
                match taken {
                    // A call that cannot be written is one that Telegram would not understand.
                    Taken::Done => WebhookAnswer::Ok(call.and_then(|call| call.as_acknowledgement().ok())),
                    Taken::NotNow => WebhookAnswer::Failed,
                    Taken::Full => WebhookAnswer::Busy,
                }
            }
            Err(error) => {
                tracing::warn!(
                    error = &error as &dyn std::error::Error,
                    "a request at the webhook is refused"
                );
                WebhookAnswer::BadRequest
            }
        }
    }
}

/// Compares without telling by its time how much was right.
fn are_equal(shown: &[u8], secret: &[u8]) -> bool {
    let difference =
        shown.iter().zip(secret).fold(shown.len() ^ secret.len(), |all, (a, b)| all | usize::from(a ^ b));
    std::hint::black_box(difference) == 0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_whole_secret_is_the_secret() {
        for (shown, equal) in
            [("s3cret", true), ("", false), ("s3cre", false), ("s3cret1", false), ("S3cret", false)]
        {
            assert_eq!(are_equal(shown.as_bytes(), b"s3cret"), equal, "{shown}");
        }
    }
}
