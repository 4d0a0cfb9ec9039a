//! Reminders by hand, from the chat and from the panel: nobody hears of one outside the hours of work, also when its line was taken
//! late, nor when the day is over.

use domain::clock::tashkent_day;
use domain::ids::PersonId;
use domain::reminders::useful_until;
use locales::Texts;
use store::news::News;
use store::outbox::{self, NewMessage, Policy, Priority};
use store::{Conn, StoreError, calls, people};

use super::Teller;
use crate::reply::send_message;
use crate::talk::views;
use crate::worker::no_json;

impl Teller {
    /// Tells a person what they are reminded of; nothing, when all of it was answered meanwhile.
    pub(super) async fn called(&self, conn: &mut Conn, news: &News) -> Result<(), StoreError> {
        let person = PersonId(news.subject);
        let Some((by, overdue)) = calls::asked_of(conn, person, news.at, self.now).await? else {
            return Ok(());
        };
        let Some(organisation) = overdue.first().map(|one| one.organisation) else { return Ok(()) };
        let Some(who) = people::recipient(conn, person).await? else { return Ok(()) };
        let Some(chat_id) = who.telegram_id.filter(|_| who.reachable) else { return Ok(()) };
        let not_before = self.catalogue.speaks_from(organisation, self.now);
        let speaks_on = tashkent_day(not_before);
        let view = views::called(Texts::new(who.language), &by, overdue, speaks_on);
        let outgoing =
            send_message(chat_id, &view.text, Some(&view.keyboard)).map_err(|error| no_json(&error))?;
        let dedupe = format!("news/{}/{person}", news.id);
        let message = NewMessage {
            chat_id,
            person: Some(person),
            purpose: news.kind.purpose(),
            method: outgoing.method,
            body: &outgoing.body,
            priority: Priority::News,
            policy: Policy::Resend,
            dedupe: Some(&dedupe),
            not_before,
        };
        if let Some(id) = outbox::put(conn, &message, self.now).await? {
            outbox::expires(conn, id, useful_until(speaks_on)).await?;
        }
        Ok(())
    }
}
