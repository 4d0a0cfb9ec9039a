//! A one-time invitation opened in a browser: for the very first administrator, before the bot knows anybody.
//!
//! Looking at the link uses nothing up: messengers open links to show a preview.

use askama::Template;
use axum::extract::{Path, State};
use axum::response::{Html, IntoResponse, Redirect, Response};
use axum_extra::extract::CookieJar;
use domain::clock::tashkent_day;
use domain::links::{LinkBase, Payload};
use domain::people::MayInvite;
use domain::refusal::Refusal;
use locales::words;
use store::tokens::Token;
use store::{NotDone, people, sessions, settings};

use crate::Shared;
use crate::csrf::{ButtonOnly, Posted};
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Blank, Nav, Page, render};
use crate::markup::Markup;
use crate::mini_app::Place;
use crate::preferences::Preferences;
use crate::session::{self, SignedIn};
use crate::svg::qr;

#[derive(Template)]
#[template(path = "join.html")]
struct JoinPage {
    page: Blank,
    name: String,
    roles: Vec<String>,
    token: String,
}

/// `GET /join/{token}`: who is invited to what, and a button.
pub(crate) async fn show(
    State(panel): State<Shared>,
    preferences: Preferences,
    Path(token): Path<String>,
) -> Result<Html<String>, PageError> {
    let (brought, now) = (Token::brought(&token), panel.clock.now());
    let found = panel
        .store
        .read(|conn| {
            Box::pin(async move {
                let Some(invitation) = people::invitation(conn, &brought, now).await? else {
                    return Ok::<_, PageError>(None);
                };
                let who = people::who(conn, invitation.person, tashkent_day(now)).await?;
                Ok(who.map(|who| (invitation, who)))
            })
        })
        .await?;
    let found = found.filter(|(invitation, _)| invitation.opens_in_browser());
    let (invitation, who) = found.ok_or(PageError::NotFound)?;
    if let Some(refusal) = invitation.refusal {
        return Err(refusal.into());
    }
    let page = Blank::new(&panel, &preferences).await;
    let mut roles: Vec<_> = who.grants.iter().map(|grant| words::role(page.t, grant.role)).collect();
    roles.dedup();
    render(&JoinPage { page, name: invitation.name, roles, token })
}

/// `POST /join/{token}`: uses the invitation up and signs the browser in.
pub(crate) async fn accept(
    State(panel): State<Shared>,
    Path(token): Path<String>,
    jar: CookieJar,
) -> Result<(CookieJar, Redirect), PageError> {
    let (brought, now) = (Token::brought(&token), panel.clock.now());
    let session = panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                let person = people::accept_invitation_in_panel(conn, &brought, now).await?;
                Ok::<_, NotDone>(sessions::begin(conn, person, now).await?)
            })
        })
        .await?;
    session::end_old(&jar, &panel, Place::Browser).await?;
    Ok((session::put(jar, &session, &panel, Place::Browser), Redirect::to("/welcome")))
}

#[derive(Template)]
#[template(path = "welcome.html")]
struct WelcomePage {
    page: Page,
    invites: bool,
    link: Option<(String, Markup)>,
    bot_is_known: bool,
}

/// `GET /welcome`: how to connect Telegram, after a first sign-in by a link.
pub(crate) async fn welcome(State(panel): State<Shared>, signed: SignedIn) -> Result<Response, PageError> {
    let person = signed.who.person;
    let (known, base) = panel
        .store
        .read(|conn| {
            Box::pin(async move {
                let known = people::recipient(conn, person).await?;
                Ok::<_, PageError>((known, settings::get(conn, "links.base").await?))
            })
        })
        .await?;
    if known.is_some_and(|known| known.telegram_id.is_some()) {
        return Ok(Redirect::to("/").into_response());
    }
    let invites = own_right(&signed).is_some();
    let page = signed.page(&panel, Nav::Overview);
    let page = WelcomePage { page, invites, link: None, bot_is_known: base.is_some() };
    Ok(render(&page)?.into_response())
}

/// `POST /welcome`: a one-time link by which the person's own Telegram account becomes known.
pub(crate) async fn connect(
    State(panel): State<Shared>,
    signed: SignedIn,
    _form: Posted<ButtonOnly>,
) -> Result<Html<String>, PageError> {
    let right = own_right(&signed).ok_or(Refusal::NotAllowed)?;
    let (person, now) = (signed.who.person, signed.now);
    let (token, base) = panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                let token = people::invite(conn, &right, person, now).await?;
                Ok::<_, PageError>((token, settings::get(conn, "links.base").await?))
            })
        })
        .await?;
    let bot_is_known = base.is_some();
    let link = base.and_then(|base| {
        let link = LinkBase::other(base).link(&Payload::Invitation(token.reveal().to_owned()));
        let code = qr(&link, &signed.texts().login_qr_label())?;
        Some((link, code))
    });
    let page = signed.page(&panel, Nav::Overview);
    render(&WelcomePage { page, invites: true, link, bot_is_known })
}

/// The right to invite oneself again: administrators have it.
fn own_right(signed: &SignedIn) -> Option<MayInvite> {
    signed.who.grants.iter().find_map(|grant| signed.who.may_invite(*grant, &signed.catalogue.tree).ok())
}
