//! One obligation at the end of a day that is over: how it stood, and all that had happened with it until then. Nothing on it acts.

use askama::Template;
use axum::response::Html;
use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::ObligationId;
use domain::obligation::State;
use store::boards::{self, PastObligation};
use store::dossier::{Earlier, FullAnswer};

use super::facts::{self, Facts};
use super::history::{self, Entry};
use super::load::Dossier;
use super::visible;
use crate::Shared;
use crate::as_of::Banner;
use crate::error::PageError;
use crate::icons::Icon;
use crate::layout::{Nav, Page, render};
use crate::markup::{Markup, Spoken};
use crate::pill;
use crate::session::SignedIn;

#[derive(Template)]
#[template(path = "past_obligation.html")]
struct PastPage {
    page: Page,
    past: Banner,
    title: Spoken,
    organisation: (String, String),
    state: Markup,
    /// That a report about it had been sent back.
    returned: Option<Markup>,
    basis: String,
    facts: Facts,
    history: Vec<Entry>,
}

/// The page of `day`; there is none of a day before the obligation was made.
pub(super) async fn show(
    panel: &Shared,
    signed: &SignedIn,
    id: ObligationId,
    day: NaiveDate,
) -> Result<Html<String>, PageError> {
    let dossier = visible(panel, signed, id).await?;
    let organisation = dossier.view.organisation;
    let read = panel.store.snapshot(move |conn| {
        Box::pin(async move {
            let stood = boards::one_as_of(conn, id, day).await?;
            Ok::<_, store::StoreError>((stood, boards::officers_as_of(conn, organisation, day).await?))
        })
    });
    let (stood, officers) = read.await?;
    let stood = stood.ok_or(PageError::NotFound)?;
    let dossier = until(dossier, &stood, boards::end_of(day));
    let (of_day, view, t) = (signed.on(day), &dossier.view, signed.texts());
    let path = format!("/obligations/{id}");
    let board = crate::address::with_query(&format!("/orgs/{organisation}"), &[("as_of", &day.to_string())]);
    render(&PastPage {
        page: signed.page(panel, Nav::Obligations),
        past: Banner::new(t, &path, &[], (day, signed.today)),
        title: of_day.spoken(&view.text),
        organisation: (board, signed.organisation_name(organisation)),
        state: pill::standing(t, stood.standing(day)),
        returned: pill::returned(t, stood.stood.state),
        basis: facts::basis(t, view),
        // Whether messages reached them that day is not kept.
        facts: Facts {
            officers: officers.into_iter().map(|name| (name, true)).collect(),
            ..facts::facts(&of_day, &dossier)
        },
        history: history::entries(&of_day, &dossier),
    })
}

/// What was known of the obligation before the moment `end`.
fn until(mut dossier: Dossier, past: &PastObligation, end: DateTime<Utc>) -> Dossier {
    let before = |at: DateTime<Utc>| at < end;
    dossier.events.retain(|event| before(event.at));
    dossier.reminders.retain(|one| one.finished_at.is_some_and(before));
    dossier.escalated.retain(|one| before(one.at));
    dossier.extensions.retain(|one| before(one.asked_at));
    dossier.files.retain(|file| before(file.added_at));
    let Dossier { answers, earlier, .. } = &mut dossier;
    answers.retain(|answer| before(answer.given_at));
    for answer in answers {
        as_it_read(answer, earlier, end);
    }
    earlier.retain(|one| before(one.until));
    let decisions = ["accepted", "returned", "cancelled"];
    let decided = dossier.events.iter().find(|event| decisions.contains(&event.action.as_str()));
    let waits = |at: Option<DateTime<Utc>>| at.is_none_or(|at| at >= end);
    let asked = dossier.extensions.iter().find(|one| waits(one.decided_at)).map(|one| one.asked_at);
    let (view, stood) = (&mut dossier.view, past.stood);
    view.state = stood.state;
    view.due = stood.due;
    view.extended_from = stood.original;
    view.submitted_at = stood.submitted_at;
    view.submitted_on = stood.submitted_on();
    (view.last_answer, view.last_answer_at) = stood.answer.unzip();
    view.promised = stood.promised;
    view.decided_at = decided.map(|event| event.at).filter(|_| stood.state != State::Open);
    view.asked_more_at = asked;
    view.assignee = None;
    dossier
}

/// An answer with the words and the promise that it had before anything of it was changed since.
fn as_it_read(answer: &mut FullAnswer, earlier: &[Earlier], end: DateTime<Utc>) {
    let changed = earlier.iter().filter(|one| one.answer == answer.id && one.until >= end);
    if let Some(first) = changed.min_by_key(|one| one.version) {
        answer.text.clone_from(&first.text);
        answer.promised = first.promised;
    }
}
