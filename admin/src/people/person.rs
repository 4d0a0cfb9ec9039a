//! One person, for administrators: what they are called, their roles and where these hold, and what was done about them.

use askama::Template;
use axum::extract::{Path, Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use domain::clock::tashkent_day;
use domain::ids::{OrganisationId, PersonId};
use domain::language::{Language, NameFault, Names};
use domain::people::{Grant, Role};
use domain::refusal::Refusal;
use domain::written::one_line;
use locales::{Texts, dates, words};
use serde::Deserialize;
use serde_json::Value;
use store::events::{self, Recorded};
use store::people::Recipient;
use store::people_lists::{self, Holder};
use store::{NotDone, StoreError, people};

use super::invite::{LONGEST, is_long};
use super::{Member, member};
use crate::Shared;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;

/// Events that the page shows.
const EVENTS: i64 = 30;

#[derive(Clone, Debug, Default, Deserialize)]
pub(super) struct Form {
    #[serde(default)]
    name: String,
    #[serde(default)]
    position: String,
    #[serde(default)]
    position_uz_cyrl: String,
    #[serde(default)]
    position_ru: String,
    #[serde(default)]
    position_en: String,
}

impl Form {
    fn kept(person: &Recipient) -> Self {
        let Names { uz_latn, uz_cyrl, ru, en } = person.position.clone().unwrap_or_default();
        Self {
            name: person.name.clone(),
            position: uz_latn,
            position_uz_cyrl: uz_cyrl.unwrap_or_default(),
            position_ru: ru.unwrap_or_default(),
            position_en: en.unwrap_or_default(),
        }
    }

    /// The position as it was typed: none where nothing was; an error where it is only translated, or too long.
    fn position(&self, t: Texts) -> Result<Option<Names>, String> {
        let typed = [&self.position, &self.position_uz_cyrl, &self.position_ru, &self.position_en];
        if typed.iter().all(|words| one_line(words).is_none()) {
            return Ok(None);
        }
        Names::typed(typed.map(String::as_str), LONGEST).map(Some).map_err(|fault| match fault {
            NameFault::Missing => t.person_position_missing(),
            NameFault::TooLong => t.invite_too_long(LONGEST),
        })
    }

    /// The fields of translations: name, tag of the language, its name in itself, what stands in it.
    fn translations(&self) -> [(&'static str, &'static str, String, &str); 3] {
        [
            ("position_uz_cyrl", Language::UzCyrl, &self.position_uz_cyrl),
            ("position_ru", Language::Ru, &self.position_ru),
            ("position_en", Language::En, &self.position_en),
        ]
        .map(|(name, language, value)| (name, language.tag(), words::language_name(language), value.as_str()))
    }
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    said: String,
}

/// A role and where it holds.
struct RoleLine {
    organisation_id: i64,
    organisation: String,
    member: Member,
}

/// Something that was done.
struct Act {
    what: String,
    who: String,
    when: String,
}

#[derive(Template)]
#[template(path = "person.html")]
struct PersonPage {
    page: Page,
    id: i64,
    name: String,
    reach: String,
    reached: bool,
    said: Option<String>,
    form: Form,
    error: Option<String>,
    /// Whether the viewer may write down what they are called.
    describes: bool,
    lines: Vec<RoleLine>,
    /// Whether the viewer may give them a role: not to oneself.
    gives: bool,
    roles: Vec<(&'static str, String)>,
    organisations: Vec<(i64, String)>,
    acts: Vec<Act>,
}

/// What is kept of a person.
struct Known {
    person: people::Recipient,
    roles: Vec<Holder>,
    grants: Vec<Grant>,
}

/// The person, when the viewer administers something that they do, or everything.
async fn known(panel: &Shared, signed: &SignedIn, id: PersonId) -> Result<Known, PageError> {
    let right = signed.who.may_administer(&signed.catalogue.tree)?;
    let found = panel
        .store
        .read(move |conn| {
            Box::pin(async move {
                let person = people::recipient(conn, id).await?;
                Ok::<_, StoreError>((person, people_lists::roles_of(conn, id).await?))
            })
        })
        .await?;
    let (Some(person), roles) = found else { return Err(PageError::NotFound) };
    let grants: Vec<_> =
        roles.iter().map(|one| Grant { role: one.role, organisation: one.organisation }).collect();
    let is_theirs = grants.iter().any(|grant| right.scope().includes(grant.organisation));
    if is_theirs || *right.scope() == domain::people::Scope::All {
        Ok(Known { person, roles, grants })
    } else {
        Err(Refusal::NotYours.into())
    }
}

/// `GET /people/{id}`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Query(Asked { said }): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let known = known(&panel, &signed, PersonId(id)).await?;
    let t = signed.texts();
    let said = match said.as_str() {
        "described" => Some(t.registry_said_changed()),
        "granted" => Some(t.person_said_granted()),
        "ended" => Some(t.people_said_ended()),
        _ => None,
    };
    let form = Form::kept(&known.person);
    render(&PersonPage { said, ..page(&panel, &signed, &known, form, None).await? })
}

async fn page(
    panel: &Shared,
    signed: &SignedIn,
    known: &Known,
    form: Form,
    error: Option<String>,
) -> Result<PersonPage, PageError> {
    let (t, id, tree) = (signed.texts(), known.person.person, &signed.catalogue.tree);
    let right = signed.who.may_administer(tree)?;
    let scope = right.scope().clone();
    let events = panel
        .store
        .read(move |conn| {
            Box::pin(async move { events::of_within(conn, &scope, ("person", id.0), EVENTS).await })
        })
        .await?;
    let line = |holder: &Holder| RoleLine {
        organisation_id: holder.organisation.0,
        organisation: signed.organisation_name(holder.organisation),
        member: member(signed, holder),
    };
    let mut organisations: Vec<_> = signed
        .catalogue
        .organisations
        .values()
        .filter(|one| one.active && right.scope().includes(one.id))
        .map(|one| (one.id.0, signed.organisation_name(one.id)))
        .collect();
    organisations.sort_by(|one, other| one.1.cmp(&other.1));
    let reached = known.person.reachable;
    Ok(PersonPage {
        page: signed.page(panel, Nav::People),
        id: id.0,
        name: known.person.name.clone(),
        reach: known.roles.first().map(|one| member(signed, one).reach).unwrap_or_default(),
        reached,
        said: None,
        form,
        error,
        describes: signed.who.may_describe(&known.grants, tree).is_ok(),
        // What they do elsewhere is for whoever administers there.
        lines: known.roles.iter().filter(|one| right.scope().includes(one.organisation)).map(line).collect(),
        gives: id != signed.who.person,
        roles: Role::ALL.iter().map(|role| (role.code(), words::role(t, *role))).collect(),
        organisations,
        acts: events.iter().filter_map(|one| act(t, one)).collect(),
    })
}

fn act(t: Texts, event: &Recorded) -> Option<Act> {
    let field = |json: &Option<String>, name: &str| {
        let value = serde_json::from_str::<Value>(json.as_deref()?).ok()?;
        Some(value.get(name)?.as_str()?.to_owned())
    };
    let role = |json: &Option<String>| {
        let role = Role::from_code(&field(json, "role")?)?;
        Some(words::role(t, role))
    };
    let what = match event.action.as_str() {
        "granted" => t.person_was_granted(role(&event.after)?),
        "ended" => t.person_was_ended(role(&event.before)?),
        "joined" => t.person_has_joined(),
        "withdrew" => t.person_has_withdrawn(),
        "imported" => t.registry_was_imported(),
        "described" => t.person_was_described(
            field(&event.after, "name").unwrap_or_default(),
            field(&event.before, "name").unwrap_or_default(),
        ),
        _ => return None,
    };
    Some(Act {
        what,
        who: event.actor.clone().unwrap_or_else(|| t.history_system()),
        when: dates::moment(t.language(), event.at),
    })
}

/// `POST /people/{id}`: another name or position.
pub(super) async fn describe(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<Form>,
) -> Result<Response, PageError> {
    let (id, t, now) = (PersonId(id), signed.texts(), signed.now);
    let known = known(&panel, &signed, id).await?;
    let right = signed.who.may_describe(&known.grants, &signed.catalogue.tree)?;
    let (name, position) = match (one_line(&form.name), form.position(t)) {
        (Some(name), Ok(position)) if !is_long(&name) => (name, position),
        (name, position) => {
            let missing = name.is_none().then(|| t.invite_name_missing());
            let error = missing.or(position.err()).unwrap_or_else(|| t.invite_too_long(LONGEST));
            let page = page(&panel, &signed, &known, form, Some(error)).await?;
            return Ok((StatusCode::UNPROCESSABLE_ENTITY, render(&page)?).into_response());
        }
    };
    panel
        .store
        .write(move |conn| {
            Box::pin(async move { people::describe(conn, &right, id, (&name, position.as_ref()), now).await })
        })
        .await?;
    Ok(Redirect::to(&format!("/people/{id}?said=described")).into_response())
}

/// What the form of a new role sends.
#[derive(Debug, Deserialize)]
pub(super) struct RoleForm {
    role: String,
    organisation: i64,
}

/// `POST /people/{id}/roles`: one more role.
pub(super) async fn grant(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<RoleForm>,
) -> Result<Redirect, PageError> {
    let (id, now) = (PersonId(id), signed.now);
    let role = Role::from_code(&form.role).ok_or(PageError::Unreadable(StatusCode::BAD_REQUEST))?;
    let organisation = OrganisationId(form.organisation);
    let right = signed.who.may_grant(id, Grant { role, organisation }, &signed.catalogue.tree)?;
    if signed.catalogue.organisations.get(&organisation).is_none_or(|one| !one.active) {
        return Err(Refusal::BelongsToClosed.into());
    }
    known(&panel, &signed, id).await?;
    panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                let known = people::who(conn, id, tashkent_day(now)).await?.ok_or(Refusal::NotYours)?;
                // A second press of the same button.
                if known.grants.contains(&right.grant()) {
                    return Ok(());
                }
                Ok::<_, NotDone>(people::grant(conn, &right, id, now).await?)
            })
        })
        .await?;
    Ok(Redirect::to(&format!("/people/{id}?said=granted")))
}
