//! Coming in from Telegram: a small page hands over what Telegram signed, and gets a session for it.

use std::fmt;
use std::sync::Arc;

use askama::Template;
use axum::Json;
use axum::extract::{Form, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use axum_extra::extract::CookieJar;
use chrono::{DateTime, Utc};
use domain::clock::tashkent_day;
use serde::Deserialize;
use serde_json::json;
use store::{StoreError, people, sessions};

use super::{Place, ROOT};
use crate::Shared;
use crate::error::PageError;
use crate::layout::{Blank, render};
use crate::preferences::{Preferences, local};
use crate::session;
use crate::turnstile::Turnstile;

/// Texts in a minute that are not Telegram's: nobody guesses a signature, but somebody may try.
const REFUSED_A_MINUTE: usize = 120;
/// Sessions in a minute: all officials of a region at nine o'clock, and not so many as would fill a disk.
const ENTERED_A_MINUTE: usize = 1200;

/// Why somebody who comes from Telegram is not let in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TurnedAway {
    /// What Telegram signed is too old: it signs anew when the panel is opened again.
    TooOld,
    /// It is not what Telegram signed.
    NotGenuine,
}

type Look = dyn Fn(&str, DateTime<Utc>) -> Result<i64, TurnedAway> + Send + Sync;

/// Looks at the text that a page was given by Telegram, and tells whose it is: the number of their Telegram account.
#[derive(Clone)]
pub struct Doorkeeper(Arc<Look>);

impl Doorkeeper {
    /// A doorkeeper who looks like this.
    pub fn new(
        look: impl Fn(&str, DateTime<Utc>) -> Result<i64, TurnedAway> + Send + Sync + 'static,
    ) -> Self {
        Self(Arc::new(look))
    }
}

impl fmt::Debug for Doorkeeper {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Doorkeeper")
    }
}

/// How often the door was knocked at of late.
#[derive(Debug)]
pub(crate) struct Knocks {
    refused: Turnstile,
    entered: Turnstile,
}

impl Default for Knocks {
    fn default() -> Self {
        Self { refused: Turnstile::of(REFUSED_A_MINUTE), entered: Turnstile::of(ENTERED_A_MINUTE) }
    }
}

#[derive(Template)]
#[template(path = "mini_enter.html")]
struct EnterPage {
    page: Blank,
    /// Where to go on inside,
    to: String,
    /// and where the same is in a browser.
    outside: String,
}

#[derive(Debug, Deserialize)]
pub(crate) struct Onward {
    #[serde(default)]
    to: String,
}

/// `GET /app/enter`: hands over what Telegram told the page at its launch. What that is, only the script of the page can see.
pub(crate) async fn show(
    State(panel): State<Shared>,
    preferences: Preferences,
    Query(Onward { to }): Query<Onward>,
) -> Result<Html<String>, PageError> {
    let page = Blank::new(&panel, &preferences).await;
    let to = onward(&to);
    let outside = format!("{}{to}", panel.public_url.trim_end_matches('/'));
    render(&EnterPage { page, to: to.to_owned(), outside })
}

#[derive(Deserialize)]
pub(crate) struct Launch {
    #[serde(default)]
    data: String,
    #[serde(default)]
    to: String,
}

/// `POST /app/enter`: a session for whom Telegram names, when the city knows them. The script of the page is told in one word how
/// it went, or where to go on.
pub(crate) async fn enter(
    State(panel): State<Shared>,
    jar: CookieJar,
    Form(Launch { data, to }): Form<Launch>,
) -> Result<Response, PageError> {
    let now = panel.clock.now();
    let known = match &panel.doorkeeper {
        Some(Doorkeeper(look)) => look(&data, now),
        None => Err(TurnedAway::NotGenuine),
    };
    let telegram_id = match known {
        Ok(telegram_id) => telegram_id,
        Err(why) => {
            panel.knocks.refused.pass(now)?;
            return Ok(turned_away(match why {
                TurnedAway::TooOld => "old",
                TurnedAway::NotGenuine => "forged",
            }));
        }
    };
    panel.knocks.entered.pass(now)?;
    let catalogue = panel.store.catalogue().await?;
    let begun: Result<_, StoreError> = panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                let who = people::who_by_telegram(conn, telegram_id, tashkent_day(now)).await?;
                match who.filter(|who| who.may_see(&catalogue.tree).is_ok()) {
                    Some(who) => sessions::begin(conn, who.person, now).await.map(Some),
                    None => Ok(None),
                }
            })
        })
        .await;
    let Some(token) = begun? else { return Ok(turned_away("stranger")) };
    session::end_old(&jar, &panel, Place::Telegram).await?;
    let jar = session::put(jar, &token, &panel, Place::Telegram);
    let to = format!("{ROOT}{}", onward(&to));
    Ok((jar, Json(json!({ "to": to }))).into_response())
}

fn turned_away(word: &str) -> Response {
    (StatusCode::FORBIDDEN, Json(json!({ "state": word }))).into_response()
}

/// The page to go on to, as the panel knows it; the first one when it is none of ours, or the door itself.
fn onward(to: &str) -> &str {
    let own = local(to);
    let own = own.strip_prefix(ROOT).filter(|rest| rest.starts_with('/')).unwrap_or(own);
    if local(own) != own || own.starts_with("/enter") { "/" } else { own }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_goes_on_to_a_page_of_ours_alone() {
        for (to, expected) in [
            ("", "/"),
            ("/obligations/12", "/obligations/12"),
            ("/app/obligations?standing=late", "/obligations?standing=late"),
            ("/app", "/app"),
            ("/app//evil.uz", "/"),
            ("/app/\\evil.uz", "/"),
            ("//evil.uz", "/"),
            ("https://evil.uz", "/"),
            ("/app/enter?to=/orgs", "/"),
            ("/enter", "/"),
        ] {
            assert_eq!(onward(to), expected, "{to}");
        }
    }
}
