//! What became of a decision, above the list from which the person came, with the button that takes it back.

use std::collections::BTreeMap;

use axum::extract::{Path, State};
use axum::response::{IntoResponse, Redirect, Response};
use domain::ids::{DecisionId, ObligationId};
use domain::people::MayDecide;
use domain::refusal::Refusal;
use domain::together::Part;
use locales::dates;
use serde::Deserialize;
use store::obligations::{self, KeptDecision, KeptPart};
use store::{NotDone, StoreError};

use crate::Shared;
use crate::address::with_query;
use crate::csrf::Posted;
use crate::error::{PageError, refusal_text};
use crate::markup::Spoken;
use crate::preferences::local;
use crate::session::SignedIn;

/// What the person is told of a decision of their own.
pub(crate) struct Note {
    pub(crate) id: DecisionId,
    pub(crate) sentence: String,
    /// When those concerned are told, or that they were.
    pub(crate) told: Option<String>,
    /// Whether it can be taken back still.
    pub(crate) undo: bool,
    /// What was not done, or not taken back: how many, and each with why.
    pub(crate) left: Option<(String, Vec<Left>)>,
}

/// One report that was not decided, or whose decision stayed.
pub(crate) struct Left {
    pub(crate) id: ObligationId,
    pub(crate) text: Spoken,
    pub(crate) organisation: String,
    pub(crate) reason: String,
}

/// The address of a list with what became of a decision above it.
pub(crate) fn after(address: &str, decision: DecisionId) -> String {
    with_query(address, &[("decided", &decision.to_string())])
}

/// What became of the decision that an address names, for whoever decided.
pub(crate) async fn note(
    panel: &Shared,
    signed: &SignedIn,
    decided: &str,
) -> Result<Option<Note>, PageError> {
    let Ok(id) = decided.parse().map(DecisionId) else { return Ok(None) };
    let kept = panel.store.read(move |conn| Box::pin(obligations::kept_decision(conn, id))).await?;
    Ok(kept.filter(|kept| kept.decided.by == signed.who.person).map(|kept| of(signed, id, &kept)))
}

/// What the person can still take back of what they decided about an obligation: also after they have left its page.
pub(crate) async fn last_note(
    panel: &Shared,
    signed: &SignedIn,
    obligation: ObligationId,
) -> Result<Option<Note>, PageError> {
    let (person, now) = (signed.who.person, signed.now);
    let found = panel.store.read(move |conn| {
        Box::pin(async move {
            let Some(id) = obligations::undoable(conn, person, obligation, now).await? else {
                return Ok(None);
            };
            Ok::<_, StoreError>(obligations::kept_decision(conn, id).await?.map(|kept| (id, kept)))
        })
    });
    Ok(found.await?.map(|(id, kept)| of(signed, id, &kept)))
}

fn of(signed: &SignedIn, id: DecisionId, kept: &KeptDecision) -> Note {
    let t = signed.texts();
    let left = |why: fn(Part) -> Option<Refusal>| {
        let parts = kept.parts.iter().filter_map(|part| Some(of_part(signed, part, why(part.part)?)));
        parts.collect::<Vec<_>>()
    };
    let count = |wanted: Part| kept.parts.iter().filter(|part| part.part == wanted).count();
    if kept.decided.undone {
        let (undone, stayed) = (count(Part::Undone), left(Part::stayed));
        let stayed = (!stayed.is_empty()).then(|| (t.together_stayed(stayed.len()), stayed));
        let sentence = if undone > 0 { t.together_undone(undone) } else { t.together_not_undone() };
        return Note { id, sentence, told: None, undo: false, left: stayed };
    }
    let (done, left) = (count(Part::Done), left(Part::left));
    let undo = done > 0 && kept.decided.check_undo(signed.who.person, signed.now).is_ok();
    let told = if undo {
        Some(t.together_told_at(dates::time(kept.decided.until)))
    } else {
        (done > 0).then(|| refusal_text(t, Refusal::UndoTooLate))
    };
    Note {
        id,
        sentence: if kept.accepts { t.together_accepted(done) } else { t.together_returned(done) },
        told,
        undo,
        left: (!left.is_empty()).then(|| (t.together_left(left.len()), left)),
    }
}

fn of_part(signed: &SignedIn, part: &KeptPart, why: Refusal) -> Left {
    // Of what the person may not see, nothing is told.
    let about = part.about.as_ref().filter(|(organisation, _)| signed.see.check(*organisation).is_ok());
    Left {
        id: part.obligation,
        text: about.map_or_else(|| format!("№ {}", part.obligation).into(), |(_, text)| signed.spoken(text)),
        organisation: about.map(|(id, _)| signed.organisation_name(*id)).unwrap_or_default(),
        reason: refusal_text(signed.texts(), why),
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Undone {
    #[serde(default)]
    back: String,
}

/// `POST /decisions/{id}/undo`: takes a decision back, where nobody has gone on with it.
pub(super) async fn undo(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<Undone>,
) -> Result<Response, PageError> {
    let id = DecisionId(id);
    let kept = panel.store.read(move |conn| Box::pin(obligations::kept_decision(conn, id))).await?;
    let (person, now) = (signed.who.person, signed.now);
    // A decision of somebody else is nothing that this person knows of.
    let kept = kept.filter(|kept| kept.decided.by == person).ok_or(PageError::NotFound)?;
    let rights = rights(&signed, &kept);
    let undone = panel
        .store
        .write(move |conn| Box::pin(async move { obligations::undo(conn, person, id, &rights, now).await }))
        .await;
    match undone {
        // Pressed twice, or too late: the note says how it stands.
        Ok(()) | Err(NotDone::Refused(Refusal::UndoneBefore | Refusal::UndoTooLate)) => {
            let back = if form.back.is_empty() { "/obligations?standing=review" } else { local(&form.back) };
            Ok(Redirect::to(&after(back, id)).into_response())
        }
        Err(failed) => Err(failed.into()),
    }
}

fn rights(signed: &SignedIn, kept: &KeptDecision) -> BTreeMap<ObligationId, MayDecide> {
    let tree = &signed.catalogue.tree;
    let rights = kept.parts.iter().filter_map(|part| {
        let (organisation, _) = part.about.as_ref()?;
        Some((part.obligation, signed.who.may_decide(*organisation, tree).ok()?))
    });
    rights.collect()
}
