//! News become messages: a line goes when its messages stand in the outbox, in the same transaction.

mod calls;
mod cases;
mod colleagues;
mod control;

use std::collections::BTreeMap;

use chrono::{DateTime, Utc};
use domain::clock::tashkent_day;
use domain::ids::{EvidenceId, ObligationId, OrganisationId, OutboxId, PersonId};
use domain::obligation::State;
use domain::people::{Role, Scope};
use locales::{Texts, words};
use store::news::{self, News, NewsKind};
use store::obligations::{DueMove, ObligationView};
use store::organisations::Catalogue;
use store::outbox::{self, NewMessage, Policy, Priority};
use store::people::{self, Recipient};
use store::{Conn, StoreError, answers, evidence, findings, obligations, reminders, reports};

use super::reports::report_view;
use super::{hours, no_json};
use crate::ctx::Ctx;
use crate::reply::send_message;
use crate::talk::views::{self, View};

/// Lines that are told in one transaction.
const TOGETHER: i64 = 16;

/// Tells everything that is to be told.
pub(crate) async fn tell_all(ctx: &Ctx) -> anyhow::Result<()> {
    loop {
        let now = ctx.clock.now();
        let lines = ctx.store.read(|conn| Box::pin(news::due(conn, now, TOGETHER))).await?;
        if lines.is_empty() {
            return Ok(());
        }
        match tell(ctx, lines.clone()).await {
            Ok(()) => {}
            Err(error) if error.is_passing() || matches!(error, StoreError::Closed) => {
                return Err(error.into());
            }
            Err(_) => tell_one_by_one(ctx, lines).await?,
        }
    }
}

/// A line that cannot be told must not keep the others from being told. Fails when none of them could be.
async fn tell_one_by_one(ctx: &Ctx, lines: Vec<News>) -> Result<(), StoreError> {
    let all = lines.len();
    let mut failures = Vec::new();
    for line in lines {
        if let Err(error) = tell(ctx, vec![line]).await {
            tracing::error!(
                news.id = line.id,
                error = &error as &dyn std::error::Error,
                "news cannot be told and stay"
            );
            failures.push(error);
        }
    }
    match failures.pop() {
        Some(last) if failures.len() + 1 == all => Err(last),
        _ => Ok(()),
    }
}

/// Writes the messages of all these lines, or of none.
async fn tell(ctx: &Ctx, lines: Vec<News>) -> Result<(), StoreError> {
    let teller = Teller {
        catalogue: ctx.store.catalogue().await?,
        panel_url: ctx.panel_url.clone(),
        now: ctx.clock.now(),
    };
    ctx.store
        .write(move |conn| {
            Box::pin(async move {
                for line in &lines {
                    // Another process may have been quicker.
                    if news::done(conn, line.id).await? {
                        teller.tell(conn, line).await?;
                    }
                }
                Ok(())
            })
        })
        .await
}

struct Teller {
    catalogue: std::sync::Arc<Catalogue>,
    panel_url: std::sync::Arc<str>,
    now: DateTime<Utc>,
}

impl Teller {
    async fn tell(&self, conn: &mut Conn, news: &News) -> Result<(), StoreError> {
        match news.kind {
            NewsKind::Reported => self.reported(conn, news).await,
            NewsKind::Accepted | NewsKind::Returned | NewsKind::Cancelled => self.decided(conn, news).await,
            NewsKind::ExtensionAsked => self.more_time_asked(conn, news).await,
            NewsKind::ExtensionDecided => self.more_time_decided(conn, news).await,
            NewsKind::RecheckFell => self.recheck_fell(conn, news).await,
            NewsKind::CaseOpened
            | NewsKind::CaseWithdrawn
            | NewsKind::CaseAnswered
            | NewsKind::CaseReopened
            | NewsKind::CaseJudged => self.case(conn, news).await,
            NewsKind::SubstitutionSet | NewsKind::SubstitutionEnded => self.substitution(conn, news).await,
            NewsKind::HandOverOffered
            | NewsKind::HandOverAccepted
            | NewsKind::HandOverDeclined
            | NewsKind::HandOverLapsed => self.hand_over(conn, news).await,
            NewsKind::Unassigned => self.unassigned(conn, news).await,
            NewsKind::ReminderTrial => self.trial(conn, news).await,
            NewsKind::FileLost => self.file_lost(conn, news).await,
            NewsKind::UpdateParked => {
                let administrators = self.administrators(conn, None).await?;
                self.write(conn, news, &administrators, |texts| views::update_parked(texts, news.subject))
                    .await
            }
            NewsKind::DaysMoved => self.days_moved(conn, news).await,
            NewsKind::Called => self.called(conn, news).await,
            NewsKind::Found => self.found(conn, news).await,
        }
    }

    /// Whoever answers for what moved hears of all of it at once.
    async fn days_moved(&self, conn: &mut Conn, news: &News) -> Result<(), StoreError> {
        let Some(batch) = obligations::take_batch(conn, news.subject).await? else { return Ok(()) };
        let mut listeners: BTreeMap<PersonId, (Recipient, Vec<&DueMove>)> = BTreeMap::new();
        for moves in batch.moves.chunk_by(|one, other| one.organisation == other.organisation) {
            for person in people::answerers(conn, moves[0].organisation, tashkent_day(self.now)).await? {
                let (_, own) = listeners.entry(person.person).or_insert_with(|| (person, Vec::new()));
                own.extend(moves);
            }
        }
        for (listener, moves) in listeners.into_values() {
            let view = |texts| views::days_moved(texts, batch.kind, &batch.reason, &moves);
            self.write(conn, news, &[listener], view).await?;
        }
        Ok(())
    }

    /// Who administers this organisation; or everything, when it is about no one organisation.
    async fn administrators(
        &self,
        conn: &mut Conn,
        of: Option<OrganisationId>,
    ) -> Result<Vec<Recipient>, StoreError> {
        let (tree, today) = (&self.catalogue.tree, tashkent_day(self.now));
        let mut theirs = Vec::new();
        for one in people::holders(conn, Role::Administrator).await? {
            let Some(who) = people::who(conn, one.person, today).await? else { continue };
            let concerned = of.map_or_else(
                || who.may_administer_all(tree).is_ok(),
                |organisation| who.administers(organisation, tree),
            );
            if concerned {
                theirs.push(one);
            }
        }
        Ok(theirs)
    }

    /// A fault that is gone by now needs nobody.
    async fn found(&self, conn: &mut Conn, news: &News) -> Result<(), StoreError> {
        let Some(open) = findings::still_open(conn, news.subject).await? else { return Ok(()) };
        let administrators = self.administrators(conn, open.finding.organisation).await?;
        let panel = self.page("findings");
        self.write(conn, news, &administrators, |texts| {
            let organisation = open.finding.organisation.map(|id| self.name_of(id, texts));
            let what = words::finding(
                texts,
                open.finding.kind,
                open.finding.number,
                organisation.as_deref().unwrap_or_default(),
            );
            views::found(texts, &what, &panel)
        })
        .await
    }

    async fn reported(&self, conn: &mut Conn, news: &News) -> Result<(), StoreError> {
        let id = ObligationId(news.subject);
        // What is added from here on finds the messages and changes them.
        reports::hold(conn, id).await?;
        let Some(one) = obligations::view(conn, id).await? else { return Ok(()) };
        if one.state != State::Reported {
            // Somebody was quicker, in the panel or by taking it back: nobody has to look any more.
            return Ok(());
        }
        let answer = answers::last(conn, id).await?;
        let controllers = self.controllers_of(conn, one.organisation).await?;
        let told = self
            .write_to_each(conn, news, &controllers, |texts| {
                report_view(texts, &self.catalogue, &self.panel_url, &one, answer.as_ref(), None)
            })
            .await?;
        for (controller, message) in told {
            reports::told(conn, message, id, controller, one.state_version).await?;
        }
        Ok(())
    }

    /// Whoever sent a file that never came can send it again.
    async fn file_lost(&self, conn: &mut Conn, news: &News) -> Result<(), StoreError> {
        let Some(lost) = evidence::lost(conn, EvidenceId(news.subject)).await? else { return Ok(()) };
        let sender = people::recipient(conn, lost.person).await?;
        let sender: Vec<_> = sender.into_iter().collect();
        self.write(conn, news, &sender, |texts| views::file_lost(texts, &lost)).await
    }

    /// Who hears of what became of an act of this person: that person, while they still answer for the organisation or do this
    /// alone; otherwise everybody who answers for it now.
    async fn hearers(
        &self,
        conn: &mut Conn,
        one: &ObligationView,
        of: Option<PersonId>,
    ) -> Result<Vec<Recipient>, StoreError> {
        let (organisation, today) = (one.organisation, tashkent_day(self.now));
        let here = Scope::Only([organisation].into());
        let answering = people::answering_in(conn, &here, today).await?.remove(&organisation);
        let answering = answering.unwrap_or_default();
        let Some(person) = of else { return Ok(answering.heard()) };
        let assignee = one.assignee.as_ref().map(|(assignee, _)| *assignee);
        let doers = people::doers(conn, &here, today).await?;
        let doing = doers.iter().filter(|doer| Some(doer.assignee) == assignee).map(|doer| &doer.told);
        let all = answering.officers.iter().chain(&answering.heads).chain(doing);
        let own = all.into_iter().find(|one| one.person == person).cloned();
        Ok(own.map_or_else(|| answering.heard(), |own| vec![own]))
    }

    /// Whoever answered hears of the decision; of a cancellation all officers do, whether they answered or not. Of one that was
    /// overtaken meanwhile nobody hears: the officer saw it in the panel and reported anew, or it was decided otherwise.
    async fn decided(&self, conn: &mut Conn, news: &News) -> Result<(), StoreError> {
        let id = ObligationId(news.subject);
        let Some(one) = obligations::view(conn, id).await? else { return Ok(()) };
        if obligations::overtaken(conn, news, &one).await? {
            return Ok(());
        }
        let answered = match news.kind {
            NewsKind::Cancelled => None,
            _ => answers::last(conn, id).await?.map(|given| given.person),
        };
        let mut listeners = self.hearers(conn, &one, answered).await?;
        if let (NewsKind::Cancelled, Some((doer, _))) = (news.kind, &one.assignee) {
            // Whoever did it alone may be a head: then no officer's message reaches them.
            let doer = people::recipient(conn, *doer).await?;
            let others = doer.filter(|doer| listeners.iter().all(|one| one.person != doer.person));
            listeners.extend(others);
        }
        let reason = match news.kind {
            NewsKind::Returned => answers::last_return(conn, id).await?,
            NewsKind::Cancelled => answers::last_cancellation(conn, id).await?,
            _ => None,
        };
        let reason = reason.as_deref().unwrap_or_default();
        self.write(conn, news, &listeners, |texts| match news.kind {
            NewsKind::Returned => views::returned(texts, &one, reason),
            NewsKind::Cancelled => views::cancelled(texts, &one, reason),
            _ => views::accepted(texts, &one),
        })
        .await
    }

    /// How a reminder looks, for who asked in the panel.
    async fn trial(&self, conn: &mut Conn, news: &News) -> Result<(), StoreError> {
        let Some((person, id)) = reminders::take_trial(conn, news.subject).await? else { return Ok(()) };
        let Some(one) = obligations::view(conn, id).await? else { return Ok(()) };
        let Some(recipient) = people::recipient(conn, person).await? else { return Ok(()) };
        let today = tashkent_day(self.now);
        self.write(conn, news, &[recipient], |texts| views::trial(texts, one.clone(), today)).await
    }

    /// One message to each who can be written to.
    async fn write(
        &self,
        conn: &mut Conn,
        news: &News,
        to: &[Recipient],
        view: impl Fn(Texts) -> View + Send + Sync,
    ) -> Result<(), StoreError> {
        self.write_to_each(conn, news, to, view).await.map(drop)
    }

    /// The same; gives who was written to, and where that stands in the outbox.
    async fn write_to_each(
        &self,
        conn: &mut Conn,
        news: &News,
        to: &[Recipient],
        view: impl Fn(Texts) -> View + Send + Sync,
    ) -> Result<Vec<(PersonId, OutboxId)>, StoreError> {
        let mut written = Vec::new();
        for recipient in to {
            let Some(chat_id) = recipient.telegram_id.filter(|_| recipient.reachable) else { continue };
            let view = view(Texts::new(recipient.language));
            let outgoing =
                send_message(chat_id, &view.text, Some(&view.keyboard)).map_err(|error| no_json(&error))?;
            let dedupe = format!("news/{}/{}", news.id, recipient.person);
            // What somebody has just asked for comes at once.
            let hours = match news.kind {
                NewsKind::ReminderTrial => None,
                _ => Some(hours::of(conn, &self.catalogue, recipient.person, self.now).await?),
            };
            let message = NewMessage {
                chat_id,
                person: Some(recipient.person),
                purpose: news.kind.purpose(),
                method: outgoing.method,
                body: &outgoing.body,
                priority: Priority::News,
                policy: Policy::Resend,
                dedupe: Some(&dedupe),
                not_before: hours.map_or(self.now, |(from, _)| from),
            };
            let message = outbox::put(conn, &message, self.now).await?;
            if let (Some(message), Some((_, until))) = (message, hours) {
                outbox::keeps_quiet(conn, message, until).await?;
            }
            written.extend(message.map(|message| (recipient.person, message)));
        }
        Ok(written)
    }

    fn name_of(&self, organisation: OrganisationId, texts: Texts) -> String {
        let known = self.catalogue.organisations.get(&organisation);
        known.map(|known| known.names.in_language(texts.language()).to_owned()).unwrap_or_default()
    }

    fn page(&self, path: &str) -> String {
        format!("{}/{path}", self.panel_url.trim_end_matches('/'))
    }
}
