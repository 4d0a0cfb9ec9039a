//! News among colleagues: who stands in for whom, and who does what.

use domain::clock::tashkent_day;
use domain::hand_over::last_day_to_take;
use domain::ids::{HandOverId, ObligationId, SubstitutionId};
use domain::obligation::State;
use domain::people::Role;
use store::news::{News, NewsKind};
use store::{Conn, StoreError, hand_overs, obligations, people, substitutions};

use super::Teller;
use crate::talk::views::{self, Hearer};

impl Teller {
    /// The substitute hears of it, the heads, and who is away; whoever did it knows.
    pub(super) async fn substitution(&self, conn: &mut Conn, news: &News) -> Result<(), StoreError> {
        let Some(found) = substitutions::view(conn, SubstitutionId(news.subject)).await? else {
            return Ok(());
        };
        let set = news.kind == NewsKind::SubstitutionSet;
        let (of, by) = (found.substitution, if set { found.set_by } else { found.ended_by });
        let mut told = vec![(of.substitute, Hearer::Substitute), (of.person, Hearer::Absent)];
        for head in people::holders_at(conn, Role::Head, of.organisation).await? {
            told.push((head.person, Hearer::Head));
        }
        for (person, whom) in told {
            let knows = by == Some(person) || (whom == Hearer::Head && of.involves(person));
            if knows {
                continue;
            }
            if let Some(recipient) = people::recipient(conn, person).await? {
                self.write(conn, news, &[recipient], |texts| {
                    let organisation = self.name_of(of.organisation, texts);
                    views::leave_news(texts, &found, &organisation, set, whom)
                })
                .await?;
            }
        }
        Ok(())
    }

    /// The colleague is asked; whoever asked hears the answer.
    pub(super) async fn hand_over(&self, conn: &mut Conn, news: &News) -> Result<(), StoreError> {
        let Some(offer) = hand_overs::offer(conn, HandOverId(news.subject)).await? else { return Ok(()) };
        let Some(one) = obligations::view(conn, offer.obligation).await? else { return Ok(()) };
        let asks = news.kind == NewsKind::HandOverOffered;
        if asks && one.state == State::Cancelled {
            return Ok(());
        }
        let hearer = if asks { offer.taker } else { offer.giver };
        let Some(hearer) = people::recipient(conn, hearer).await? else { return Ok(()) };
        let working = self.catalogue.calendar.in_week(self.catalogue.week_of(one.organisation));
        let until = last_day_to_take(tashkent_day(offer.offered_at), working);
        self.write(conn, news, &[hearer], |texts| match news.kind {
            NewsKind::HandOverOffered => views::hand_over_question(texts, &one, &offer, until),
            _ => views::hand_over_answered(texts, &one, &offer),
        })
        .await
    }

    /// Everybody who answers hears that it is theirs again.
    pub(super) async fn unassigned(&self, conn: &mut Conn, news: &News) -> Result<(), StoreError> {
        let Some(one) = obligations::view(conn, ObligationId(news.subject)).await? else { return Ok(()) };
        let hearers = people::answerers(conn, one.organisation, tashkent_day(self.now)).await?;
        self.write(conn, news, &hearers, |texts| views::unassigned(texts, &one)).await
    }
}
