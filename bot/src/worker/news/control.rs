//! News of control beyond one report: more time asked for, granted or refused, and reports that do not stand.

use domain::clock::tashkent_day;
use domain::extension::Asking;
use domain::ids::{ExtensionId, OrganisationId, RecheckId};
use domain::people::Role;
use store::news::News;
use store::people::{self, Recipient};
use store::{Conn, StoreError, obligations, rechecks, reports};

use super::Teller;
use crate::talk::views;

impl Teller {
    /// Everyone who may decide hears that more time is asked for.
    pub(super) async fn more_time_asked(&self, conn: &mut Conn, news: &News) -> Result<(), StoreError> {
        let id = ExtensionId(news.subject);
        let Some(asked) = obligations::extension(conn, id).await? else { return Ok(()) };
        // Whoever decides or takes it back from here on finds the messages and changes them.
        reports::hold(conn, asked.obligation).await?;
        let waits = obligations::extension(conn, id).await?.is_some_and(|one| one.state == Asking::Asked);
        if !waits {
            return Ok(());
        }
        let controllers = self.controllers_of(conn, asked.organisation).await?;
        let page = self.page(&format!("obligations/{}", asked.obligation));
        let told = self
            .write_to_each(conn, news, &controllers, |texts| {
                views::request(texts, &asked, &self.name_of(asked.organisation, texts), &page)
            })
            .await?;
        for (controller, message) in told {
            reports::told_of_request(conn, message, (id, asked.obligation), controller).await?;
        }
        Ok(())
    }

    /// Whoever asked hears what control said; when they do not answer there any more, the others of the organisation do.
    pub(super) async fn more_time_decided(&self, conn: &mut Conn, news: &News) -> Result<(), StoreError> {
        let Some(asked) = obligations::extension(conn, ExtensionId(news.subject)).await? else {
            return Ok(());
        };
        let Some(one) = obligations::view(conn, asked.obligation).await? else { return Ok(()) };
        let listeners = self.hearers(conn, &one, Some(asked.asked_by)).await?;
        self.write(conn, news, &listeners, |texts| views::more_time_decided(texts, &asked, one.due)).await
    }

    /// The organisation hears that its report does not stand.
    pub(super) async fn recheck_fell(&self, conn: &mut Conn, news: &News) -> Result<(), StoreError> {
        let Some(one) = rechecks::view(conn, RecheckId(news.subject)).await? else { return Ok(()) };
        let listeners = people::answerers(conn, one.organisation, tashkent_day(self.now)).await?;
        self.write(conn, news, &listeners, |texts| views::recheck_fell(texts, &one)).await
    }

    /// Everyone who may decide about the reports of an organisation.
    pub(super) async fn controllers_of(
        &self,
        conn: &mut Conn,
        organisation: OrganisationId,
    ) -> Result<Vec<Recipient>, StoreError> {
        let mut controllers = Vec::new();
        for controller in people::holders(conn, Role::Controller).await? {
            let who = people::who(conn, controller.person, tashkent_day(self.now)).await?;
            if who.is_some_and(|who| who.may_decide(organisation, &self.catalogue.tree).is_ok()) {
                controllers.push(controller);
            }
        }
        Ok(controllers)
    }
}
