//! Telegram: whether it knows the token, whether the clocks agree, what it says of the webhook.
//!
//! The token stands in the address of every request, so no address and no error with one is ever printed.

use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use locales::{Texts, dates};
use reqwest::header::DATE;
use serde::Deserialize;

use super::{Finding, chain};
use crate::settings::{Secret, Settings};

const PATIENCE: Duration = Duration::from_secs(5);
/// Clocks that differ by more make reminders come at the wrong time and links expire too early.
const SKEW: TimeDelta = TimeDelta::seconds(30);

/// An answer of the Bot API.
#[derive(Deserialize)]
#[serde(bound = "T: Deserialize<'de>")]
struct Answer<T> {
    result: Option<T>,
    description: Option<String>,
}

#[derive(Deserialize)]
struct Me {
    username: String,
    #[serde(default)]
    supports_inline_queries: bool,
}

#[derive(Deserialize)]
struct Webhook {
    url: String,
    pending_update_count: i64,
    last_error_message: Option<String>,
}

pub(super) async fn check(texts: Texts, settings: &Settings, now: DateTime<Utc>) -> Vec<Finding> {
    let Some(token) = &settings.bot_token else {
        return vec![Finding::fail(texts.doctor_token_missing(), texts.doctor_token_missing_mend())];
    };
    let client = match reqwest::Client::builder().timeout(PATIENCE).build() {
        Ok(client) => client,
        Err(error) => {
            return vec![Finding::fail(
                texts.doctor_telegram_silent(chain(&error)),
                texts.doctor_telegram_mend(),
            )];
        }
    };
    let api = Api { client, url: &settings.bot_api_url, token };
    let (me, date) = match api.ask::<Me>("getMe").await {
        Ok(answered) => answered,
        Err(cause) => {
            return vec![Finding::fail(texts.doctor_telegram_silent(cause), texts.doctor_telegram_mend())];
        }
    };
    let mut findings = vec![clock(texts, date, now)];
    let Some(known) = me.result else {
        let cause = me.description.unwrap_or_default();
        findings.push(Finding::fail(texts.doctor_token_refused(cause), texts.doctor_token_refused_mend()));
        return findings;
    };
    let inline = known.supports_inline_queries;
    findings.push(Finding::ok(texts.doctor_token(known.username)));
    if !inline {
        findings.push(Finding::warn(texts.doctor_inline_off(), texts.doctor_inline_mend()));
    }
    match api.ask::<Webhook>("getWebhookInfo").await {
        Ok((Answer { result: Some(webhook), .. }, _)) => findings.push(delivery(texts, settings, &webhook)),
        Ok(_) => {}
        Err(cause) => {
            findings.push(Finding::warn(texts.doctor_telegram_silent(cause), texts.doctor_telegram_mend()));
        }
    }
    findings
}

struct Api<'s> {
    client: reqwest::Client,
    url: &'s str,
    token: &'s Secret,
}

impl Api<'_> {
    /// The answer to a method and the date in it, or why there is none.
    async fn ask<T: for<'de> Deserialize<'de>>(
        &self,
        method: &str,
    ) -> Result<(Answer<T>, Option<DateTime<Utc>>), String> {
        let address = format!("{}/bot{}/{method}", self.url, self.token.reveal());
        let response = self.client.get(address).send().await.map_err(|error| chain(&error.without_url()))?;
        let date = response.headers().get(DATE).and_then(|date| date.to_str().ok());
        let date = date.and_then(|date| DateTime::parse_from_rfc2822(date).ok()).map(|date| date.to_utc());
        let status = response.status();
        let body = response.text().await.map_err(|error| chain(&error.without_url()))?;
        // A balancer between answers with a page.
        let answer = serde_json::from_str(&body).map_err(|_| format!("HTTP {status}"))?;
        Ok((answer, date))
    }
}

fn clock(texts: Texts, theirs: Option<DateTime<Utc>>, ours: DateTime<Utc>) -> Finding {
    let shown = dates::moment(texts.language(), ours);
    match theirs.map(|theirs| ours - theirs) {
        Some(skew) if skew.abs() > SKEW => Finding::fail(
            texts.doctor_clock_wrong(skew.num_seconds().abs(), shown),
            texts.doctor_clock_mend(),
        ),
        _ => Finding::ok(texts.doctor_clock(shown)),
    }
}

fn delivery(texts: Texts, settings: &Settings, webhook: &Webhook) -> Finding {
    let expected = settings.webhook_secret.is_some().then(|| settings.webhook_url());
    match (expected, webhook.url.as_str()) {
        (None, "") => Finding::ok(texts.doctor_polling()),
        (None, _) => Finding::warn(texts.doctor_webhook_left(), texts.doctor_webhook_left_mend()),
        (Some(_), "") => Finding::warn(texts.doctor_webhook_unset(), texts.doctor_webhook_unset_mend()),
        (Some(expected), set) if expected != set => {
            Finding::warn(texts.doctor_webhook_elsewhere(set), texts.doctor_webhook_unset_mend())
        }
        (Some(_), set) => match &webhook.last_error_message {
            None => Finding::ok(texts.doctor_webhook(webhook.pending_update_count, set)),
            Some(error) => Finding::warn(
                texts.doctor_webhook_troubled(webhook.pending_update_count, error.as_str()),
                texts.doctor_webhook_mend(),
            ),
        },
    }
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::super::Level;
    use super::*;
    use crate::settings::Variables;

    const TOKEN: &str = "123456:AAaabbccddeeffgghhiijjkkllmmnnooppq";

    fn settings(url: &str) -> Settings {
        Settings::read(&Variables::from([("NAZORAT_BOT_TOKEN", TOKEN), ("NAZORAT_BOT_API_URL", url)]))
            .unwrap()
    }

    #[tokio::test]
    async fn a_server_that_does_not_answer_is_told_without_the_token() {
        let findings =
            check(Texts::new(Language::En), &settings("http://127.0.0.1:9"), DateTime::UNIX_EPOCH).await;
        assert_eq!(findings.len(), 1);
        assert_eq!(findings[0].level, Level::Fail);
        assert!(
            !findings[0].text.contains("AAaabb") && !findings[0].text.contains("123456"),
            "{}",
            findings[0].text
        );
    }

    #[tokio::test]
    async fn a_token_that_telegram_knows_is_told_by_the_name_of_the_bot() {
        use axum::Json;
        use axum::routing::get;

        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let url = format!("http://{}", listener.local_addr().unwrap());
        let webhook = serde_json::json!({ "ok": true, "result": { "url": "https://other.uz", "pending_update_count": 2 } });
        let me = serde_json::json!({ "ok": true, "result": { "id": 1, "username": "ijro_bot", "supports_inline_queries": false } });
        let router = axum::Router::new()
            .route(&format!("/bot{TOKEN}/getMe"), get(move || async { Json(me) }))
            .route(&format!("/bot{TOKEN}/getWebhookInfo"), get(move || async { Json(webhook) }));
        let serving = axum::serve(listener, router).into_future();
        let texts = Texts::new(Language::En);
        let settings = settings(&url);
        let findings = tokio::select! {
            findings = check(texts, &settings, DateTime::UNIX_EPOCH) => findings,
            _ = serving => panic!("the stand-in ended"),
        };
        let levels: Vec<_> = findings.iter().map(|finding| finding.level).collect();
        // The stand-in tells today's date, and the check was given 1970.
        assert_eq!(levels, [Level::Fail, Level::Ok, Level::Warn, Level::Warn]);
        assert!(findings[2].text.contains("inline mode is off"));
        assert!(findings[1].text.contains("ijro_bot"));
    }
}
