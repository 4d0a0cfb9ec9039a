//! Reads all that the page of an obligation shows, through one connection.

use chrono::{DateTime, Utc};
use domain::ids::ObligationId;
use domain::people::Role;
use domain::reminders::Policy;
use store::dossier::{self, Earlier, EvidenceFile, FullAnswer, Reminded};
use store::escalation::{self, Happened};
use store::events::{self, Recorded};
use store::obligations::{self, Extension, ObligationView};
use store::people::{self, Recipient};
use store::plan::{self, Measure};
use store::{StoreError, control, reminders};

use crate::Shared;

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
}

/// The dossier of an obligation; `None` when there is no such obligation.
pub(super) async fn dossier(panel: &Shared, id: ObligationId) -> Result<Option<Dossier>, StoreError> {
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
                    view,
                }))
            })
        })
        .await
}
