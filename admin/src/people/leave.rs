//! Leave: who answers in somebody's place, from which day to which, and its end.

use std::collections::BTreeMap;

use askama::Template;
use axum::extract::{Query, State};
use axum::http::StatusCode;
use axum::response::{Html, IntoResponse, Redirect, Response};
use chrono::NaiveDate;
use domain::ids::{OrganisationId, PersonId, SubstitutionId};
use domain::people::Scope;
use domain::refusal::Refusal;
use domain::substitution::{Days, may_stand_in};
use locales::{Texts, dates, words};
use serde::Deserialize;
use store::people::{self, Recipient};
use store::substitutions::{self, View};
use store::{Conn, NotDone, StoreError};

use crate::Shared;
use crate::address::with_query;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::session::SignedIn;

/// Leaves of a page at most.
const MOST: i64 = 200;

/// A leave as a line of a list.
pub(super) struct LeaveLine {
    pub(super) id: i64,
    /// Who, when, and who answers.
    pub(super) text: String,
    /// Whether the viewer may end it.
    pub(super) ends: bool,
}

/// The leaves of these organisations that hold today or later.
pub(super) async fn lasting(
    conn: &mut Conn,
    organisations: &[OrganisationId],
    today: NaiveDate,
) -> Result<Vec<View>, StoreError> {
    let scope = Scope::Only(organisations.iter().copied().collect());
    substitutions::lasting(conn, &scope, today, MOST).await
}

/// Who is away, on which days, and who answers.
pub(crate) fn sentence(t: Texts, view: &View) -> String {
    let short = |day| dates::date_short(t.language(), day);
    let days = view.substitution.days;
    t.people_leave(short(days.first), short(days.last), view.person.as_str(), view.substitute.as_str())
}

/// The leaves as lines, by organisation.
pub(super) fn lines(signed: &SignedIn, views: &[View]) -> BTreeMap<OrganisationId, Vec<LeaveLine>> {
    let mut lines: BTreeMap<_, Vec<_>> = BTreeMap::new();
    for view in views {
        let of = &view.substitution;
        let ends = signed.who.may_substitute(of.person, of.organisation, &signed.catalogue.tree).is_ok();
        let line = LeaveLine { id: view.id.0, text: sentence(signed.texts(), view), ends };
        lines.entry(of.organisation).or_default().push(line);
    }
    lines
}

/// Who goes, from where.
#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    person: i64,
    organisation: i64,
}

#[derive(Debug, Default, Deserialize)]
pub(super) struct Form {
    person: i64,
    organisation: i64,
    #[serde(default)]
    substitute: String,
    #[serde(default)]
    first: String,
    #[serde(default)]
    last: String,
}

#[derive(Template)]
#[template(path = "leave.html")]
struct LeavePage {
    page: Page,
    name: String,
    organisation: String,
    back: String,
    today: String,
    form: Form,
    error: Option<String>,
    /// Who can stand in: number, name, whether it is chosen.
    colleagues: Vec<(i64, String, bool)>,
}

/// `GET /people/leave`.
pub(super) async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let Asked { person, organisation } = asked;
    let form = Form { person, organisation, first: signed.today.to_string(), ..Form::default() };
    page(&panel, &signed, form, None).await
}

async fn page(
    panel: &Shared,
    signed: &SignedIn,
    form: Form,
    error: Option<String>,
) -> Result<Html<String>, PageError> {
    let (person, organisation) = (PersonId(form.person), OrganisationId(form.organisation));
    signed.who.may_substitute(person, organisation, &signed.catalogue.tree)?;
    let (catalogue, today) = (signed.catalogue.clone(), signed.today);
    let (found, colleagues) = panel
        .store
        .read(move |conn| {
            Box::pin(async move {
                // A name is told only of who answers there: numbers of others are not guessed through this page.
                let who = people::who(conn, person, today).await?;
                let belongs = who.is_some_and(|who| who.answers_by_role().contains(&organisation));
                let found = if belongs { people::recipient(conn, person).await? } else { None };
                let mut all = people::colleagues(conn, organisation, &catalogue.tree, today).await?;
                all.retain(|(one, who)| {
                    one.person != person && may_stand_in(who, organisation, &catalogue.tree)
                });
                Ok::<_, StoreError>((found, all))
            })
        })
        .await?;
    let option = |one: Recipient| {
        let name = match one.position {
            Some(position) => format!("{} · {}", one.name, position.in_language(signed.language())),
            None => one.name,
        };
        (one.person.0, name, one.person.to_string() == form.substitute)
    };
    render(&LeavePage {
        page: signed.page(panel, Nav::People),
        name: found.ok_or(PageError::NotFound)?.name,
        organisation: signed.organisation_name(organisation),
        back: back(organisation, ""),
        today: signed.today.to_string(),
        colleagues: colleagues.into_iter().map(|(one, _)| option(one)).collect(),
        form,
        error,
    })
}

/// `POST /people/leave`: names the substitute.
pub(super) async fn set(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(form): Posted<Form>,
) -> Result<Response, PageError> {
    let t = signed.texts();
    let (person, organisation) = (PersonId(form.person), OrganisationId(form.organisation));
    let right = signed.who.may_substitute(person, organisation, &signed.catalogue.tree)?;
    let (Ok(substitute), Ok(first), Ok(last)) =
        (form.substitute.parse(), form.first.parse(), form.last.parse())
    else {
        let html = page(&panel, &signed, form, Some(t.leave_incomplete())).await?;
        return Ok((StatusCode::UNPROCESSABLE_ENTITY, html).into_response());
    };
    let (catalogue, now) = (signed.catalogue.clone(), signed.now);
    let set = panel
        .store
        .write(move |conn| {
            Box::pin(async move {
                let (substitute, days) = (PersonId(substitute), Days { first, last });
                substitutions::set(conn, &right, substitute, days, &catalogue.tree, now).await
            })
        })
        .await;
    match set {
        Ok(_) => Ok(Redirect::to(&back(organisation, "leave_set")).into_response()),
        Err(NotDone::Refused(refusal)) if is_about_the_form(refusal) => {
            let html = page(&panel, &signed, form, Some(words::refusal(t, &refusal))).await?;
            Ok((StatusCode::UNPROCESSABLE_ENTITY, html).into_response())
        }
        Err(not_done) => Err(not_done.into()),
    }
}

/// Which leave, as the forms of the lists name it.
#[derive(Debug, Deserialize)]
pub(super) struct Named {
    substitution: i64,
}

/// `POST /people/leave/end`: the person is back, or does not go.
pub(super) async fn end(
    State(panel): State<Shared>,
    signed: SignedIn,
    Posted(form): Posted<Named>,
) -> Result<Redirect, PageError> {
    let (id, now) = (SubstitutionId(form.substitution), signed.now);
    let found = panel.store.read(|conn| Box::pin(substitutions::view(conn, id))).await?;
    let of = found.ok_or(PageError::NotFound)?.substitution;
    let right = signed.who.may_substitute(of.person, of.organisation, &signed.catalogue.tree)?;
    // Ended already, by somebody else or by the same button: that is what was wanted.
    panel
        .store
        .write(move |conn| Box::pin(async move { substitutions::end(conn, &right, id, now).await }))
        .await?;
    Ok(Redirect::to(&back(of.organisation, "leave_ended")))
}

fn back(organisation: OrganisationId, said: &str) -> String {
    with_query("/people", &[("organisation", &organisation.to_string()), ("said", said)])
}

fn is_about_the_form(refusal: Refusal) -> bool {
    matches!(
        refusal,
        Refusal::LeaveInThePast
            | Refusal::LeaveEndsBeforeItBegins
            | Refusal::LeaveOverlaps
            | Refusal::SubstituteIsOneself
            | Refusal::CannotStandIn
            | Refusal::SubstitutesInACircle
    )
}
