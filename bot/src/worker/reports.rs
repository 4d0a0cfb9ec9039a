//! Messages that told of a report are changed when the report says more, is decided about or taken back: in the queue while they wait there, in the chat
//! afterwards. A second message is never written.

use std::sync::Arc;

use chrono::{DateTime, Utc};
use domain::delivery::Purpose;
use domain::extension::Asking;
use domain::ids::{ExtensionId, ObligationId, OrganisationId, OutboxId, PersonId};
use domain::obligation::State;
use locales::Texts;
use store::answers::Given;
use store::obligations::{Decision, ObligationView};
use store::organisations::Catalogue;
use store::outbox::{self, NewMessage, Policy, Priority};
use store::reports::{self, Place, Stale};
use store::{Conn, StoreError, answers, obligations, people};

use super::no_json;
use crate::ctx::Ctx;
use crate::reply::{edit_message, send_message};
use crate::talk::views::{self, Report, View};

/// Messages that are changed in one transaction.
const TOGETHER: i64 = 32;

/// Lets the messages say what their reports say.
pub(super) async fn refresh(ctx: &Ctx) -> anyhow::Result<()> {
    let now = ctx.clock.now();
    let stale = ctx.store.read(|conn| Box::pin(reports::stale(conn, now, TOGETHER))).await?;
    if stale.is_empty() {
        return Ok(());
    }
    let refresher =
        Refresher { catalogue: ctx.store.catalogue().await?, panel_url: Arc::clone(&ctx.panel_url), now };
    ctx.store
        .write(move |conn| {
            Box::pin(async move {
                for one in &stale {
                    refresher.refresh(conn, one).await?;
                }
                Ok::<_, StoreError>(())
            })
        })
        .await?;
    Ok(())
}

/// A report as a controller is told of it.
pub(super) fn report_view(
    texts: Texts,
    catalogue: &Catalogue,
    panel_url: &str,
    one: &ObligationView,
    answer: Option<&Given>,
    decision: Option<&Decision>,
) -> View {
    let organisation = name_of(texts, catalogue, one.organisation);
    let page = page_of(panel_url, one.id);
    views::report(texts, &Report { one, organisation, answer, decision, page })
}

fn name_of(texts: Texts, catalogue: &Catalogue, organisation: OrganisationId) -> &str {
    let known = catalogue.organisations.get(&organisation);
    known.map(|known| known.names.in_language(texts.language())).unwrap_or_default()
}

fn page_of(panel_url: &str, obligation: ObligationId) -> String {
    format!("{}/obligations/{obligation}", panel_url.trim_end_matches('/'))
}

struct Refresher {
    catalogue: Arc<Catalogue>,
    panel_url: Arc<str>,
    now: DateTime<Utc>,
}

impl Refresher {
    async fn refresh(&self, conn: &mut Conn, stale: &Stale) -> Result<(), StoreError> {
        if stale.place == Place::Sending || stale.change == Some(Place::Sending) {
            // The next look finds where it came to stand.
            return Ok(());
        }
        // Before anything is read: what is added meanwhile makes the message stale again.
        let Some(version) = reports::take(conn, stale.message, self.now).await? else { return Ok(()) };
        let Some((view, waits)) = self.view(conn, stale, version).await? else {
            if let Some(Place::Queued(change)) = stale.change {
                reports::drop_waiting(conn, change, self.now).await?;
            }
            return Ok(());
        };
        let written = match (stale.place, stale.change) {
            // Nobody has to hear of a report that needs nobody any more.
            (Place::Queued(message), _) if !waits => reports::drop_waiting(conn, message, self.now).await?,
            (Place::Queued(message), _) => {
                let chat = people::recipient(conn, stale.person).await?.and_then(|one| one.telegram_id);
                let body = send_message(chat.unwrap_or_default(), &view.text, Some(&view.keyboard));
                let body = body.map_err(|error| no_json(&error))?.body;
                chat.is_none() || reports::replace_words(conn, message, &body).await?
            }
            (Place::Sent { chat_id, message_id }, change) => {
                let body = edit_message(chat_id, message_id, &view.text, Some(&view.keyboard));
                let body = body.map_err(|error| no_json(&error))?.body;
                if let Some(Place::Queued(change)) = change {
                    reports::replace_words(conn, change, &body).await?
                } else {
                    if let Some(change) = self.put(conn, stale, chat_id, &body).await? {
                        reports::changed_by(conn, stale.message, change).await?;
                    }
                    true
                }
            }
            (Place::Sending | Place::Gone, _) => true,
        };
        // It has just gone out: the next look finds it there.
        if written { Ok(()) } else { reports::put_back(conn, stale.message).await }
    }

    /// What the message should say, and whether the report waits; `None` when the message was about a report that was made anew.
    async fn view(
        &self,
        conn: &mut Conn,
        stale: &Stale,
        version: i64,
    ) -> Result<Option<(View, bool)>, StoreError> {
        if let Some(extension) = stale.extension {
            return self.request(conn, stale.person, extension).await;
        }
        let Some(one) = obligations::view(conn, stale.obligation).await? else { return Ok(None) };
        if one.state_version != version {
            return Ok(None);
        }
        let Some(controller) = people::recipient(conn, stale.person).await? else { return Ok(None) };
        let answer = answers::last(conn, stale.obligation).await?;
        let decision = obligations::decision(conn, one.id, one.state).await?;
        let texts = Texts::new(controller.language);
        let (answer, decision) = (answer.as_ref(), decision.as_ref());
        let view = report_view(texts, &self.catalogue, &self.panel_url, &one, answer, decision);
        Ok(Some((view, one.state == State::Reported)))
    }

    /// What became of a request for more time.
    async fn request(
        &self,
        conn: &mut Conn,
        person: PersonId,
        id: ExtensionId,
    ) -> Result<Option<(View, bool)>, StoreError> {
        let Some(asked) = obligations::extension(conn, id).await? else { return Ok(None) };
        let Some(controller) = people::recipient(conn, person).await? else { return Ok(None) };
        let texts = Texts::new(controller.language);
        let organisation = name_of(texts, &self.catalogue, asked.organisation);
        let page = page_of(&self.panel_url, asked.obligation);
        Ok(Some((views::request(texts, &asked, organisation, &page), asked.state == Asking::Asked)))
    }

    async fn put(
        &self,
        conn: &mut Conn,
        stale: &Stale,
        chat_id: i64,
        body: &str,
    ) -> Result<Option<OutboxId>, StoreError> {
        let message = NewMessage {
            chat_id,
            person: Some(stale.person),
            purpose: Purpose::Changed,
            method: "editMessageText",
            body,
            priority: Priority::News,
            // The same change twice is one change.
            policy: Policy::Resend,
            dedupe: None,
            not_before: self.now,
        };
        outbox::put(conn, &message, self.now).await
    }
}
