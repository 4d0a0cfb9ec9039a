//! The record of what was done, as people read it: the newest first, with filters in the address.

mod chain;
mod changes;
mod filter;
mod words;

use askama::Template;
use axum::Router;
use axum::extract::{Query, State};
use axum::response::Html;
use axum::routing::get;
use locales::ready::in_own_language;
use locales::{dates, shortened};
use store::StoreError;
use store::events::{self, Listed};

use self::changes::Changes;
use self::filter::{Asked, Choices};
use crate::Shared;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::Markup;
use crate::saved_views::{Path, Views};
use crate::session::SignedIn;

/// Entries of a page.
const ROWS: usize = 50;

/// How much of a name stands in a line, in characters.
const NAME_ROOM: usize = 140;

/// The address of the record and of its check.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/audit", get(show)).route("/audit/chain", get(chain::show))
}

/// One entry.
struct Entry {
    id: i64,
    /// How it looks: see the style sheet.
    class: &'static str,
    icon: Markup,
    who: String,
    when: String,
    /// What was done.
    act: String,
    /// To what, and where that is shown.
    thing: Option<(String, Option<String>)>,
    /// The organisation and its page.
    organisation: Option<(String, i64)>,
    changes: Changes,
    reason: Option<String>,
}

#[derive(Template)]
#[template(path = "audit.html")]
struct AuditPage {
    page: Page,
    choices: Choices,
    asked: Asked,
    /// Filters that can be taken away: their words and the address without them.
    narrowed: Vec<(String, String)>,
    entries: Vec<Entry>,
    newest: Option<String>,
    older: Option<String>,
    views: Views,
}

/// `GET /audit`.
async fn show(
    State(panel): State<Shared>,
    signed: SignedIn,
    Query(asked): Query<Asked>,
) -> Result<Html<String>, PageError> {
    let right = signed.who.may_audit(&signed.catalogue.tree)?;
    let asked = asked.tidied();
    let wanted = asked.wanted();
    let (listed, more, actors) = panel
        .store
        .read(|conn| {
            Box::pin(async move {
                let (listed, more) = events::list(conn, &right, &wanted, ROWS).await?;
                let actors = events::actors(conn, &right).await?;
                Ok::<_, StoreError>((listed, more, actors))
            })
        })
        .await?;
    render(&AuditPage {
        page: signed.page(&panel, Nav::Audit),
        narrowed: asked.narrowed(&signed),
        choices: Choices::new(&signed, &asked, actors),
        entries: listed.iter().map(|one| entry(&signed, one)).collect(),
        newest: (!asked.before.is_empty()).then(|| asked.address("")),
        older: more.map(|last| asked.address(&last.to_string())),
        views: Views::load(&panel, &signed, Path::Audit, &asked.query()).await?,
        asked,
    })
}

fn entry(signed: &SignedIn, one: &Listed) -> Entry {
    let t = signed.texts();
    let organisation = one.organisation_id.map(domain::ids::OrganisationId);
    let organisation = organisation.map(|id| (signed.organisation_name(id), id.0));
    let name = one.name.as_deref().map(|name| shortened(name, NAME_ROOM));
    let numbered = one.subject_id.map(|id| format!("{} № {id}", words::thing(t, &one.subject)));
    Entry {
        id: one.id,
        class: words::class(&one.action),
        icon: words::icon(&one.subject).svg(),
        who: one.actor.clone().unwrap_or_else(|| t.history_system()),
        when: dates::moment(t.language(), one.at),
        act: words::act(t, &one.subject, &one.action),
        thing: name.or(numbered).map(|name| (name, words::place(signed, one))),
        organisation: organisation.filter(|(name, _)| !name.is_empty()),
        changes: Changes::of(t, &one.subject, one.before.as_deref(), one.after.as_deref()),
        reason: one.reason.as_deref().map(|reason| in_own_language(t, reason).into_owned()),
    }
}
