//! Reads all that the page of an obligation shows, through one connection.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{ObligationId, PersonId};
use domain::people::{Role, Tree, Who};
use domain::reminders::Policy;
use store::dossier::{self, Earlier, EvidenceFile, FullAnswer, Reminded};
use store::escalation::{self, Happened};
use store::events::{self, Recorded};
use store::hand_overs::{self, Offer};
use store::obligations::{self, Extension, ObligationView};
use store::people::{self, Recipient};
use store::plan::{self, Measure};
use store::{Conn, StoreError, control, reminders};

use super::hand_over;
use crate::Shared;
use crate::session::SignedIn;

/// The longest history that a page shows.
const MOST: i64 = 200;

/// All that is known of an obligation.
pub(super) struct Dossier {
    pub(super) view: ObligationView,
    pub(super) measure: Option<Measure>,
    pub(super) officers: Vec<Recipient>,
    pub(super) answers: Vec<FullAnswer>,
    pub(super) earlier: Vec<Earlier>,
    pub(super) files: Vec<EvidenceFile>,
    pub(super) reminders: Vec<Reminded>,
    /// How its plan reminds.
    pub(super) policy: Policy,
    pub(super) escalated: Vec<Happened>,
    pub(super) events: Vec<Recorded>,
    pub(super) made_at: Option<DateTime<Utc>>,
    /// Requests for more time, the newest first.
    pub(super) extensions: Vec<Extension>,
    /// For so many working days control may hold a matter.
    pub(super) patience: u32,
    /// The offer to a colleague that waits for an answer.
    pub(super) offer: Option<Offer>,
    /// The colleagues to whom the viewer may offer it.
    pub(super) takers: Vec<(PersonId, String)>,
}

/// The dossier of an obligation; `None` when there is no such obligation.
pub(super) async fn dossier(
    panel: &Shared,
    signed: &SignedIn,
    id: ObligationId,
) -> Result<Option<Dossier>, StoreError> {
    let (who, today) = (signed.who.clone(), signed.today);
    let catalogue = std::sync::Arc::clone(&signed.catalogue);
    panel
        .store
        .read(|conn| {
            Box::pin(async move {
                let Some(view) = obligations::view(conn, id).await? else { return Ok(None) };
                Ok(Some(Dossier {
                    measure: plan::measure(conn, view.measure).await?,
                    officers: people::holders_at(conn, Role::Officer, view.organisation).await?,
                    answers: dossier::answers(conn, id, MOST).await?,
                    earlier: dossier::earlier(conn, id, MOST).await?,
                    files: dossier::files(conn, id, MOST).await?,
                    reminders: dossier::reminders(conn, id, MOST).await?,
                    policy: reminders::policy(conn, view.plan).await?.unwrap_or_default(),
                    escalated: escalation::of(conn, id, MOST).await?,
                    events: events::of(conn, "obligation", id.0, MOST).await?,
                    made_at: dossier::made_at(conn, id).await?,
                    extensions: obligations::extensions_of(conn, id, MOST).await?,
                    patience: control::policy(conn).await?.patience(),
                    offer: hand_overs::waiting(conn, id).await?,
                    takers: takers(conn, &view, &who, (&catalogue.tree, today)).await?,
                    view,
                }))
            })
        })
        .await
}

/// The colleagues to whom this person may offer it.
async fn takers(
    conn: &mut Conn,
    view: &ObligationView,
    who: &Who,
    (tree, today): (&Tree, NaiveDate),
) -> Result<Vec<(PersonId, String)>, StoreError> {
    let doing = hand_over::doing(view);
    if doing.may_hand_over(who, tree).is_err() {
        return Ok(Vec::new());
    }
    let colleagues = people::colleagues(conn, view.organisation, tree, today).await?.into_iter();
    let offered = colleagues.filter(|(_, taker)| doing.offer(who, taker, tree).is_ok());
    Ok(offered.map(|(one, _)| (one.person, one.name)).collect())
}
