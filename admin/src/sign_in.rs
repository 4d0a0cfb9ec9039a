//! Signing in without a password: the page shows a link and a QR code, the bot asks the person, the page goes on.
//!
//! A request belongs to the browser that made it: the link alone, passed on or photographed, signs nobody in.

use askama::Template;
use axum::extract::{Query, State};
use axum::response::{IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use axum_extra::extract::cookie::Cookie;
use chrono::{DateTime, Utc};
use domain::links::{LinkBase, Payload};
use serde::Deserialize;
use store::sessions::{self, SignIn, SignInState};
use store::settings;
use store::tokens::Token;

use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Blank, render};
use crate::markup::Markup;
use crate::mini_app::Place;
use crate::preferences::{Preferences, local};
use crate::session::{self, SignedIn};
use crate::svg::qr;
use crate::turnstile::Address;
use crate::{Shared, cookies};

/// The name of the cookie with the browser's own half of a request.
const COOKIE: &str = "sign_in";

#[derive(Debug, Deserialize)]
pub(crate) struct Next {
    #[serde(default)]
    next: String,
}

/// What a browser remembers of its request: the token of the link, and its own half.
struct Kept {
    token: Token,
    browser: Token,
}

impl Kept {
    fn read(jar: &CookieJar, panel: &Shared) -> Option<Self> {
        let cookie = jar.get(&cookies::named(COOKIE, panel.secure))?;
        let (token, browser) = cookie.value().split_once('.')?;
        Some(Self { token: Token::brought(token), browser: Token::brought(browser) })
    }

    fn cookie(&self, panel: &Shared) -> Cookie<'static> {
        let value = format!("{}.{}", self.token.reveal(), self.browser.reveal());
        let seconds = u32::try_from(sessions::SIGN_IN_LIFE.num_seconds()).unwrap_or_default();
        cookies::secret(COOKIE, &value, seconds, panel.secure)
    }
}

#[derive(Template)]
#[template(path = "login.html")]
struct LoginPage {
    page: Blank,
    /// Where the form goes that ends the request, and the one that makes a new one.
    finish: String,
    again: String,
    /// The link into the bot and its QR code; none while the bot has never been connected.
    link: Option<(String, Markup)>,
    code: i64,
    state: SignInState,
}

/// `GET /login`: shows the request of this browser, or makes one.
pub(crate) async fn show(
    State(panel): State<Shared>,
    preferences: Preferences,
    from: Address,
    Query(Next { next }): Query<Next>,
    jar: CookieJar,
    signed: Result<SignedIn, PageError>,
) -> Result<(CookieJar, Response), PageError> {
    let next = local(&next).to_owned();
    if signed.is_ok() {
        return Ok((jar, Redirect::to(&next).into_response()));
    }
    let now = panel.clock.now();
    let (kept, code, state) = match pending(&panel, &jar, now).await? {
        Some((kept, found)) => (kept, found.code, found.state),
        None => ask(&panel, from, now).await?,
    };
    let jar = jar.add(kept.cookie(&panel));
    let base = panel.store.read(|conn| Box::pin(settings::get(conn, "links.base"))).await?;
    let page = Blank::new(&panel, &preferences).await;
    let link = base.and_then(|base| {
        let link = LinkBase::other(base).link(&Payload::SignIn(kept.token.reveal().to_owned()));
        let code = qr(&link, &page.t.login_qr_label())?;
        Some((link, code))
    });
    let onward = |path| crate::address::with_query(path, &[("next", &next)]);
    let (finish, again) = (onward("/login/finish"), onward("/login/again"));
    let html = render(&LoginPage { page, finish, again, link, code, state })?;
    Ok((jar, html.into_response()))
}

/// The request of this browser that is still of use.
async fn pending(
    panel: &Shared,
    jar: &CookieJar,
    now: DateTime<Utc>,
) -> Result<Option<(Kept, SignIn)>, PageError> {
    let Some(kept) = Kept::read(jar, panel) else { return Ok(None) };
    let found = own(panel, &kept, now).await?;
    Ok(found.filter(|found| found.state != SignInState::Used).map(|found| (kept, found)))
}

async fn own(panel: &Shared, kept: &Kept, now: DateTime<Utc>) -> Result<Option<SignIn>, PageError> {
    let (token, browser) = (kept.token.clone(), kept.browser.clone());
    let found = panel
        .store
        .read(move |conn| Box::pin(async move { sessions::own_sign_in(conn, &token, &browser, now).await }))
        .await?;
    Ok(found)
}

async fn ask(
    panel: &Shared,
    from: Address,
    now: DateTime<Utc>,
) -> Result<(Kept, i64, SignInState), PageError> {
    panel.turnstiles.pass(from, now)?;
    let asked = panel.store.write(move |conn| Box::pin(sessions::ask_sign_in(conn, now))).await?;
    Ok((Kept { token: asked.token, browser: asked.browser }, asked.code, SignInState::Asked))
}

/// `GET /login/wait`: how the request of this browser stands, for the script of the page.
pub(crate) async fn wait(State(panel): State<Shared>, jar: CookieJar) -> Result<&'static str, PageError> {
    let Some(kept) = Kept::read(&jar, &panel) else { return Ok("gone") };
    Ok(match own(&panel, &kept, panel.clock.now()).await?.map(|found| found.state) {
        Some(SignInState::Asked) => "asked",
        Some(SignInState::Approved) => "approved",
        Some(SignInState::Refused) => "refused",
        Some(SignInState::Used) | None => "gone",
    })
}

/// `POST /login/finish`: an approved request becomes a session with a new token, whatever the browser had before.
pub(crate) async fn finish(
    State(panel): State<Shared>,
    Query(Next { next }): Query<Next>,
    jar: CookieJar,
) -> Result<(CookieJar, Redirect), PageError> {
    let next = local(&next).to_owned();
    let again = format!("/login?next={}", crate::address::encoded(&next));
    let Some(kept) = Kept::read(&jar, &panel) else { return Ok((jar, Redirect::to(&again))) };
    let now = panel.clock.now();
    let finished = panel
        .store
        .write(move |conn| {
            Box::pin(async move { sessions::finish_sign_in(conn, &kept.token, &kept.browser, now).await })
        })
        .await?;
    let Some(token) = finished else { return Ok((jar, Redirect::to(&again))) };
    session::end_old(&jar, &panel, Place::Browser).await?;
    let jar = session::put(jar, &token, &panel, Place::Browser).add(cookies::forgotten(COOKIE, panel.secure));
    Ok((jar, Redirect::to(&next)))
}

/// `POST /login/again`: forgets a request that was refused, and makes a new one.
pub(crate) async fn again(
    State(panel): State<Shared>,
    Query(Next { next }): Query<Next>,
    jar: CookieJar,
) -> (CookieJar, Redirect) {
    let address = format!("/login?next={}", crate::address::encoded(local(&next)));
    (jar.add(cookies::forgotten(COOKIE, panel.secure)), Redirect::to(&address))
}
