//! Who does an obligation: an offer to a colleague, who is asked in the chat, and taking it back.

use axum::extract::{Path, State};
use axum::http::StatusCode;
use axum::response::Response;
use domain::clock::tashkent_day;
use domain::hand_over::{Doing, last_day_to_take};
use domain::ids::{HandOverId, ObligationId, PersonId};
use locales::dates;
use serde::Deserialize;
use store::obligations::ObligationView;
use store::{NotDone, hand_overs};

use super::forms::Attempt;
use super::load::Dossier;
use super::{onward, refused, visible};
use crate::Shared;
use crate::csrf::Posted;
use crate::error::PageError;
use crate::session::SignedIn;

/// Who does it, and to whom it can be offered.
pub(super) struct HandOverCard {
    /// Who does it now.
    pub(super) doer: String,
    /// The offer that waits: what it says, and its number where the viewer may take it back.
    pub(super) waits: Option<(String, Option<HandOverId>)>,
    /// The colleagues to choose from.
    pub(super) takers: Vec<(PersonId, String)>,
}

impl HandOverCard {
    /// None where the viewer has no say in it.
    pub(super) fn of(signed: &SignedIn, dossier: &Dossier) -> Option<Self> {
        let (t, view, tree) = (signed.texts(), &dossier.view, &signed.catalogue.tree);
        let doing = doing(view);
        doing.may_hand_over(&signed.who, tree).ok()?;
        let working = signed.catalogue.calendar.in_week(signed.catalogue.week_of(view.organisation));
        let waits = dossier.offer.as_ref().map(|offer| {
            let until = last_day_to_take(tashkent_day(offer.offered_at), working);
            let until = dates::date_short(t.language(), until);
            let own = offer.giver == signed.who.person || doing.is_led_by(&signed.who, tree);
            (t.hand_card_waits(until, offer.taker_name.as_str()), own.then_some(offer.id))
        });
        let doer = view.assignee.as_ref().map(|(_, name)| name.clone());
        Some(Self { doer: doer.unwrap_or_else(|| t.hand_card_all()), waits, takers: dossier.takers.clone() })
    }
}

pub(super) fn doing(view: &ObligationView) -> Doing {
    Doing {
        organisation: view.organisation,
        state: view.state,
        assignee: view.assignee.as_ref().map(|(person, _)| *person),
    }
}

#[derive(Debug, Deserialize)]
pub(super) struct Offered {
    #[serde(default)]
    taker: Option<i64>,
    /// The offer that is taken back.
    #[serde(default)]
    withdraw: Option<i64>,
}

/// `POST /obligations/{id}/hand-over`: offers it to a colleague, or takes the offer back.
pub(super) async fn offer(
    State(panel): State<Shared>,
    signed: SignedIn,
    Path(id): Path<i64>,
    Posted(form): Posted<Offered>,
) -> Result<Response, PageError> {
    let id = ObligationId(id);
    let dossier = visible(&panel, &signed, id).await?;
    let (who, now) = (signed.who.clone(), signed.now);
    let catalogue = std::sync::Arc::clone(&signed.catalogue);
    let (done, said) = match (form.taker, form.withdraw) {
        (Some(taker), None) => {
            let made = panel.store.write(move |conn| {
                Box::pin(async move {
                    hand_overs::make(conn, &who, id, PersonId(taker), &catalogue.tree, now).await.map(drop)
                })
            });
            (made.await, "offered")
        }
        (None, Some(offer)) if dossier.offer.as_ref().is_some_and(|one| one.id.0 == offer) => {
            let withdrawn = panel.store.write(move |conn| {
                Box::pin(async move {
                    hand_overs::withdraw(conn, &who, HandOverId(offer), &catalogue.tree, now).await.map(drop)
                })
            });
            (withdrawn.await, "offer_withdrawn")
        }
        // It was answered or taken back since the page was made: the page tells how it stands.
        (None, Some(_)) => (Ok(()), ""),
        _ => return Err(PageError::Unreadable(StatusCode::BAD_REQUEST)),
    };
    match done {
        Ok(()) => Ok(onward(id, said)),
        Err(NotDone::Refused(refusal)) => refused(&panel, &signed, id, Attempt::hand_over(refusal)).await,
        Err(failed) => Err(failed.into()),
    }
}
