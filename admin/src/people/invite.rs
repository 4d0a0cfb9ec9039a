//! Inviting somebody to a role: the link is shown once, and never again.
//!
//! A link binds a Telegram account to a person with all their roles. So nobody may make one for a person who holds a role
//! to which they could not invite.

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Response};
use domain::clock::tashkent_day;
use domain::ids::{OrganisationId, PersonId};
use domain::links::Payload;
use domain::people::{Grant, MayInvite, Role, Who};
use domain::refusal::Refusal;
use domain::written::one_line;
use locales::{dates, words};
use serde::Deserialize;
use store::organisations::Catalogue;
use store::tokens::Token;
use store::{Conn, NotDone, people, people_lists};

use super::{Named, may_invite};
use crate::Shared;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::links;
use crate::markup::Markup;
use crate::session::SignedIn;
use crate::svg::qr;

/// The longest name and position.
pub(super) const LONGEST: usize = 120;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Form {
    #[serde(default)]
    name: String,
    #[serde(default)]
    position: String,
    #[serde(default)]
    role: String,
    #[serde(default)]
    organisation: String,
}

#[derive(Template)]
#[template(path = "invite.html")]
struct InvitePage {
    page: Page,
    form: Form,
    error: Option<String>,
    bot_is_known: bool,
    /// Code, name, whether it is chosen.
    roles: Vec<(&'static str, String, bool)>,
    organisations: Vec<(i64, String, bool)>,
}

#[derive(Template)]
#[template(path = "invited.html")]
struct InvitedPage {
    page: Page,
    name: String,
    role: String,
    organisation: String,
    link: String,
    code: Option<Markup>,
    until: String,
    /// A text with the link in it, ready to be sent.
    message: String,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    organisation: String,
}

/// `GET /people/invite`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let form =
        Form { organisation: asked.organisation, role: Role::Officer.code().to_owned(), ..Form::default() };
    page(&panel, &signed, form, None).await
}

async fn page(
    panel: &Shared,
    signed: &SignedIn,
    form: Form,
    error: Option<String>,
) -> Result<Html<String>, PageError> {
    let t = signed.texts();
    let mut organisations: Vec<_> = signed
        .catalogue
        .organisations
        .values()
        .filter(|one| one.active && may_invite(signed, Role::Officer, one.id))
        .map(|one| (one.id.0, signed.organisation_name(one.id), one.id.to_string() == form.organisation))
        .collect();
    organisations.sort_by(|one, other| one.1.cmp(&other.1));
    if organisations.is_empty() {
        return Err(Refusal::NotAllowed.into());
    }
    let invites_all = signed.who.is(Role::Administrator);
    let roles = Role::ALL.iter().filter(|role| invites_all || **role == Role::Officer);
    let base = links::base(panel).await?;
    render(&InvitePage {
        page: signed.page(panel, Nav::People),
        roles: roles.map(|role| (role.code(), words::role(t, *role), role.code() == form.role)).collect(),
        organisations,
        form,
        error,
        bot_is_known: base.is_some(),
    })
}

/// `POST /people/invite`: enters a person and shows their link, once.
pub(super) async fn invite(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(form): Posted<Form>,
) -> Result<Response, PageError> {
    let t = signed.texts();
    let unreadable = || PageError::Unreadable(StatusCode::BAD_REQUEST);
    let role = Role::from_code(&form.role).ok_or_else(unreadable)?;
    let organisation = OrganisationId(form.organisation.parse().map_err(|_| unreadable())?);
    let right = signed.who.may_invite(Grant { role, organisation }, &signed.catalogue.tree)?;
    let (name, position) = (one_line(&form.name), one_line(&form.position));
    let error = match (&name, &position) {
        (None, _) => Some(t.invite_name_missing()),
        (Some(name), position) if is_long(name) || position.as_deref().is_some_and(is_long) => {
            Some(t.invite_too_long(LONGEST))
        }
        _ => None,
    };
    let (Some(name), None) = (name, &error) else {
        let html = page(&panel, &signed, form, error).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html).into_response());
    };
    let (who, catalogue, now) = (signed.who.clone(), signed.catalogue.clone(), signed.now);
    let (language, known) = (signed.language(), name.clone());
    let token = panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                let person = people::enter(conn, &right, &known, position.as_deref(), language, now).await?;
                link_for(conn, &who, &catalogue, &right, person, now).await
            })
        })
        .await?;
    shown_once(&panel, &signed, name, right.grant(), &token).await
}

/// `POST /people/invite/again`: a new link for somebody who lost theirs; the old one stops working.
pub(super) async fn again(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(form): Posted<Named>,
) -> Result<Response, PageError> {
    let (person, grant, now) = (PersonId(form.person), form.grant()?, signed.now);
    let right = signed.who.may_invite(grant, &signed.catalogue.tree)?;
    let (who, catalogue) = (signed.who.clone(), signed.catalogue.clone());
    let (name, token) = panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                let holder = people_lists::holder(conn, person, grant.role, grant.organisation).await?;
                let holder = holder.ok_or(Refusal::NotYours)?;
                let token = link_for(conn, &who, &catalogue, &right, person, now).await?;
                Ok::<_, NotDone>((holder.name, token))
            })
        })
        .await?;
    shown_once(&panel, &signed, name, grant, &token).await
}

/// A link for a person, none of whose roles is above what the inviter may give.
async fn link_for(
    conn: &mut Conn,
    inviter: &Who,
    catalogue: &Catalogue,
    right: &MayInvite,
    person: PersonId,
    now: chrono::DateTime<chrono::Utc>,
) -> Result<Token, NotDone> {
    let who = people::who(conn, person, tashkent_day(now)).await?.ok_or(Refusal::NotYours)?;
    for grant in &who.grants {
        inviter.may_invite(*grant, &catalogue.tree)?;
    }
    Ok(people::invite(conn, right, person, now).await?)
}

async fn shown_once(
    panel: &Shared,
    signed: &SignedIn,
    name: String,
    grant: Grant,
    token: &Token,
) -> Result<Response, PageError> {
    let t = signed.texts();
    let Some(base) = links::base(panel).await? else {
        // Without a bot the link leads nowhere. The page says so before the form is sent, too.
        return Ok((StatusCode::CONFLICT, page(panel, signed, Form::default(), None).await?).into_response());
    };
    let link = base.link(&Payload::Invitation(token.reveal().to_owned()));
    let (role, page) = (words::role(t, grant.role), signed.page(panel, Nav::People));
    let until = dates::moment(t.language(), signed.now + domain::people::INVITATION_LIFE);
    let page = InvitedPage {
        message: t.invited_message(
            page.city.as_str(),
            link.as_str(),
            name.as_str(),
            role.as_str(),
            until.as_str(),
        ),
        page,
        role,
        organisation: signed.organisation_name(grant.organisation),
        code: qr(&link, &t.login_qr_label()),
        until,
        name,
        link,
    };
    Ok(render(&page)?.into_response())
}

pub(super) fn is_long(text: &str) -> bool {
    text.chars().count() > LONGEST
}
