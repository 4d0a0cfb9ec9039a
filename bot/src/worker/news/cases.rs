//! Cases of low marks: who is told that one was opened, withdrawn, answered, opened again or judged.

use domain::clock::tashkent_day;
use domain::ids::{CaseId, OutboxId, PersonId};
use domain::people::Role;
use locales::Texts;
use store::cases::{self, CaseView};
use store::news::{News, NewsKind};
use store::outbox::{self, NewMessage, Policy, Priority};
use store::people::{self, Recipient};
use store::{Conn, StoreError};

use super::{Teller, no_json};
use crate::reply::send_message;
use crate::talk::views;

/// A chat that stands for the sealed one of a case: far below every number of Telegram, and another for each case.
const SEALED_CHATS: i64 = i64::MIN / 2;

impl Teller {
    /// A case and what became of it, to whom it concerns.
    pub(super) async fn case(&self, conn: &mut Conn, news: &News) -> Result<(), StoreError> {
        let Some(case) = cases::view(conn, CaseId(news.subject)).await? else { return Ok(()) };
        if news.kind == NewsKind::CaseAnswered {
            return self.to_citizen(conn, news, &case).await;
        }
        // What was withdrawn before anybody heard of it is no news.
        if news.kind == NewsKind::CaseOpened && !case.is_open() {
            return Ok(());
        }
        let page = self.page(&format!("cases/{}", case.id));
        let officers = people::answerers(conn, case.organisation, tashkent_day(self.now)).await?;
        let written = self
            .write_to_each(conn, news, &officers, |texts| {
                views::case(texts, &case, &self.service(&case, texts), &page)
            })
            .await?;
        tell_of(conn, &written, case.id).await?;
        if news.kind == NewsKind::CaseReopened {
            let above = self.above(conn, &case, &officers).await?;
            let written = self
                .write_to_each(conn, news, &above, |texts| {
                    let organisation = self.name_of(case.organisation, texts);
                    views::case_reopened(texts, &case, &self.service(&case, texts), &organisation, &page)
                })
                .await?;
            tell_of(conn, &written, case.id).await?;
        }
        Ok(())
    }

    /// The heads and the controllers: an answer that did not help goes up at once.
    async fn above(
        &self,
        conn: &mut Conn,
        case: &CaseView,
        told: &[Recipient],
    ) -> Result<Vec<Recipient>, StoreError> {
        let mut above = people::holders_at(conn, Role::Head, case.organisation).await?;
        above.extend(self.controllers_of(conn, case.organisation).await?);
        above.sort_by_key(|one| one.person);
        above.dedup_by_key(|one| one.person);
        above.retain(|one| told.iter().all(|other| other.person != one.person));
        Ok(above)
    }

    /// The answer to the citizen who wants to hear it. The chat stays sealed: only the sender opens it.
    async fn to_citizen(&self, conn: &mut Conn, news: &News, case: &CaseView) -> Result<(), StoreError> {
        let Some((sealed, language)) = cases::take_seal(conn, case.id).await? else { return Ok(()) };
        let texts = Texts::new(language);
        let view = views::case_answer(texts, case, &self.service(case, texts));
        let chat_id = SEALED_CHATS + case.id.0;
        let outgoing =
            send_message(chat_id, &view.text, Some(&view.keyboard)).map_err(|error| no_json(&error))?;
        let dedupe = format!("news/{}", news.id);
        let message = NewMessage {
            chat_id,
            person: None,
            purpose: news.kind.purpose(),
            method: outgoing.method,
            body: &outgoing.body,
            priority: Priority::News,
            policy: Policy::Resend,
            dedupe: Some(&dedupe),
            not_before: self.now,
        };
        if let Some(id) = outbox::put(conn, &message, self.now).await? {
            outbox::seal(conn, id, &sealed).await?;
            outbox::tells_of(conn, id, case.id).await?;
        }
        Ok(())
    }

    fn service(&self, case: &CaseView, texts: Texts) -> String {
        let known = self.catalogue.services.get(&case.service);
        known.map(|known| known.names.in_language(texts.language()).to_owned()).unwrap_or_default()
    }
}

/// The citizen's words stand in these messages.
async fn tell_of(conn: &mut Conn, written: &[(PersonId, OutboxId)], case: CaseId) -> Result<(), StoreError> {
    for (_, message) in written {
        outbox::tells_of(conn, *message, case).await?;
    }
    Ok(())
}
