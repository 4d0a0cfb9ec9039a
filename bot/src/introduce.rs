//! The bot's first words with Telegram: who it is, what its menus show, and how updates shall come.
//!
//! It can be done again at any time. It is not needed for anything that the database already knows.

use std::time::Duration;

use domain::links::LinkBase;
use locales::Texts;
use serde::Deserialize;
use store::settings;
use teloxide::payloads::{
    SetMyCommands, SetMyCommandsSetters, SetMyDescription, SetMyDescriptionSetters, SetMyShortDescription,
    SetMyShortDescriptionSetters,
};
use teloxide::requests::Payload;

use crate::client::CallError;
use crate::polling::KINDS;
use crate::reply::{bot_commands, outgoing};
use crate::talk::commands::menus_for_everybody;
use crate::{Bot, Delivery};

const FIRST_PAUSE: Duration = Duration::from_secs(1);
const LONGEST_PAUSE: Duration = Duration::from_mins(1);

/// The setting under which the beginning of links into the bot is kept.
pub(crate) const LINK_BASE: &str = "links.base";
/// The setting under which the bot's name is kept.
const USERNAME: &str = "bot.username";

/// Who the bot is on Telegram.
#[derive(Clone, Debug, PartialEq, Eq, Deserialize)]
pub struct Identity {
    /// The bot's number.
    pub id: i64,
    /// The name in links, without `@`.
    pub username: String,
    /// The name above the chat.
    #[serde(rename = "first_name")]
    pub name: String,
}

/// Why the bot could not introduce itself.
#[derive(Debug, thiserror::Error)]
pub enum IntroduceError {
    /// Telegram did not do what was asked.
    #[error(transparent)]
    Call(#[from] CallError),
    /// A call could not be written as JSON.
    #[error("a call has no JSON")]
    Json(#[from] serde_json::Error),
    /// What Telegram told could not be kept.
    #[error(transparent)]
    Store(#[from] store::StoreError),
}

impl IntroduceError {
    /// Whether Telegram does not know the token: somebody has to mend it.
    pub fn is_wrong_token(&self) -> bool {
        matches!(self, Self::Call(error) if error.is_wrong_token())
    }
}

impl Bot {
    /// Asks Telegram who the bot is, keeps it, and sets the menus, the descriptions and the way in which updates come.
    ///
    /// Telegram may be away: then this fails, and everything else goes on. Call it again after a while. Menus and descriptions
    /// that Telegram does not take are no failure.
    pub async fn introduce(&self) -> Result<Identity, IntroduceError> {
        let identity: Identity = self.client().ask("getMe", "{}".to_owned()).await?;
        self.keep(&identity).await?;
        self.choose_delivery().await?;
        // From now on updates can come; an empty queue must not look like a dead one until the first of them is there.
        self.pulse().contact(self.now());
        if let Err(error) = self.dress().await {
            // Telegram refuses descriptions that are set often, for hours: people are answered meanwhile.
            tracing::warn!(%error, "menus and descriptions could not be set; the next start tries again");
        }
        tracing::info!(bot.username = identity.username, "the bot introduced itself to Telegram");
        Ok(identity)
    }

    /// Introduces the bot, again and again until Telegram is there; ends at the stop, or when the token is wrong.
    pub async fn introduce_until_done(&self, mut stop: crate::Stop) -> Option<Identity> {
        let mut pause = FIRST_PAUSE;
        while !*stop.borrow() {
            match self.introduce().await {
                Ok(identity) => return Some(identity),
                Err(error) if error.is_wrong_token() => {
                    tracing::error!(%error, "Telegram does not know the token");
                    self.pulse().intake_trouble(error.to_string());
                    return None;
                }
                Err(error) => tracing::warn!(%error, "the bot could not introduce itself yet, trying again"),
            }
            tokio::select! {
                () = tokio::time::sleep(pause) => {}
                _ = stop.changed() => {}
            }
            pause = (pause * 2).min(LONGEST_PAUSE);
        }
        None
    }

    async fn keep(&self, identity: &Identity) -> Result<(), store::StoreError> {
        let base = self.config().link_base.clone().unwrap_or_else(|| LinkBase::telegram(&identity.username));
        let (base, username, now) = (base.as_str().to_owned(), identity.username.clone(), self.now());
        self.store()
            .write(move |conn| {
                Box::pin(async move {
                    settings::set(conn, LINK_BASE, &base, now).await?;
                    settings::set(conn, USERNAME, &username, now).await
                })
            })
            .await
    }

    async fn choose_delivery(&self) -> Result<(), CallError> {
        // What waits at Telegram is kept in both cases: somebody wrote it.
        let (method, arguments) = match &self.config().delivery {
            Delivery::Polling => ("deleteWebhook", serde_json::json!({ "drop_pending_updates": false })),
            Delivery::Webhook { url, secret } => (
                "setWebhook",
                serde_json::json!({ "url": url, "secret_token": secret.reveal(), "allowed_updates": KINDS }),
            ),
        };
        self.client().ask::<bool>(method, arguments.to_string()).await?;
        Ok(())
    }

    /// Sets the menus and the descriptions: nice to have, and needed for nothing.
    async fn dress(&self) -> Result<(), IntroduceError> {
        for (code, entries) in menus_for_everybody() {
            let mut menu = SetMyCommands::new(bot_commands(&entries));
            if let Some(code) = code {
                menu = menu.language_code(code);
            }
            self.set("setMyCommands", &menu).await?;
        }
        self.describe().await
    }

    async fn describe(&self) -> Result<(), IntroduceError> {
        for (code, _) in menus_for_everybody() {
            let texts = texts_of(code);
            let mut long = SetMyDescription::new().description(texts.bot_description());
            let mut short = SetMyShortDescription::new().short_description(texts.bot_short_description());
            if let Some(code) = code {
                long = long.language_code(code);
                short = short.language_code(code);
            }
            self.set("setMyDescription", &long).await?;
            self.set("setMyShortDescription", &short).await?;
        }
        Ok(())
    }

    async fn set(
        &self,
        method: &'static str,
        payload: &(impl Payload + serde::Serialize + Sync),
    ) -> Result<(), IntroduceError> {
        let call = outgoing(method, payload)?;
        self.client().ask::<bool>(call.method, call.body).await?;
        Ok(())
    }
}

/// The texts for a Telegram in the language `code`; without one, for all languages that are not ours.
fn texts_of(code: Option<&str>) -> Texts {
    Texts::new(domain::language::Language::of_phone(code))
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use domain::clock::Clock;
    use futures_util::FutureExt;
    use store::secret::SecretKey;

    use super::*;
    use crate::testing::City;
    use crate::{ApiToken, Config};

    async fn setting(city: &City, key: &'static str) -> Option<String> {
        city.read(move |conn| settings::get(conn, key).boxed()).await
    }

    #[tokio::test]
    async fn an_introduction_keeps_the_name_and_sets_menus_and_delivery() {
        let polling = City::new().await;
        let identity = polling.bot.introduce().await.unwrap();
        assert_eq!(identity.username, "nazorat_bot");
        assert_eq!(setting(&polling, LINK_BASE).await.as_deref(), Some("https://t.me/nazorat_bot?start="));
        assert_eq!(setting(&polling, USERNAME).await.as_deref(), Some("nazorat_bot"));
        let calls = polling.telegram.calls();
        let count = |method: &str| calls.iter().filter(|call| call.method == method).count();
        assert_eq!((count("deleteWebhook"), count("setMyCommands")), (1, menus_for_everybody().len()));
        assert_eq!(polling.telegram.unknown_arguments(), Vec::<String>::new());

        let webhook = City::with_webhook().await;
        webhook.bot.introduce().await.unwrap();
        let calls = webhook.telegram.calls();
        let set = calls.iter().find(|call| call.method == "setWebhook").unwrap();
        assert_eq!(set.args["url"], "http://127.0.0.1:9/hook");
        assert_eq!(set.args["secret_token"], "s3cret");
    }

    #[tokio::test]
    async fn descriptions_that_telegram_refuses_keep_nobody_from_being_answered() {
        use playground::{Fault, FaultKind};
        let city = City::new().await;
        let kind = FaultKind::TooManyRequests { retry_after: 80_000 };
        city.telegram.inject(Fault { method: Some("setMyDescription".into()), chat: None, kind, times: 9 });
        let identity = city.bot.introduce_until_done(city.stop()).await;
        assert_eq!(identity.map(|identity| identity.username).as_deref(), Some("nazorat_bot"));
    }

    #[tokio::test]
    async fn a_wrong_token_is_said_without_saying_the_token() {
        let city = City::new().await;
        let config = Config { token: ApiToken::new("1:another-secret"), ..city.bot.config().clone() };
        let clock = Arc::clone(&city.clock) as Arc<dyn Clock>;
        let bot = Bot::new(config, city.store.clone(), clock, SecretKey::random().unwrap()).unwrap();
        let error = bot.introduce().await.unwrap_err();
        assert!(error.is_wrong_token(), "{error}");
        assert!(!format!("{error} {error:?} {:?}", bot.config()).contains("another-secret"));
        assert_eq!(bot.introduce_until_done(city.stop()).await, None);
        bot.clone().poll(city.stop()).await;
        let trouble = bot.health().intake_trouble.unwrap();
        assert!(trouble.contains("Unauthorized") && !trouble.contains("another-secret"), "{trouble}");
    }
}
