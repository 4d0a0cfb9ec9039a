//! Obligations that go to a colleague who agrees: offers, what became of them, and who does what.

use chrono::{DateTime, Utc};
use domain::clock::tashkent_day;
use domain::hand_over::{Doing, OfferState, last_day_to_take};
use domain::ids::{HandOverId, ObligationId, OrganisationId, PersonId};
use domain::people::{Tree, Who};
use domain::refusal::Refusal;
use serde_json::{Value, json};

use crate::events::{self, Event};
use crate::news::{self, NewsKind};
use crate::obligations::{can_be_taken_back, state_from_code};
use crate::organisations::Catalogue;
use crate::query::{all, maybe, run};
use crate::{Conn, NotDone, StoreError, people};

/// An offer with all that a screen or a message says of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Offer {
    /// Its number.
    pub id: HandOverId,
    /// What is offered.
    pub obligation: ObligationId,
    /// Who offers it.
    pub giver: PersonId,
    /// Their name.
    pub giver_name: String,
    /// Who is asked.
    pub taker: PersonId,
    /// Their name.
    pub taker_name: String,
    /// What became of it.
    pub state: OfferState,
    /// When it was made.
    pub offered_at: DateTime<Utc>,
}

#[derive(sqlx::FromRow)]
struct OfferRow {
    id: i64,
    obligation_id: i64,
    giver_id: i64,
    giver: String,
    taker_id: i64,
    taker: String,
    state: String,
    offered_at: DateTime<Utc>,
}

impl TryFrom<OfferRow> for Offer {
    type Error = StoreError;

    fn try_from(row: OfferRow) -> Result<Self, StoreError> {
        Ok(Self {
            id: HandOverId(row.id),
            obligation: ObligationId(row.obligation_id),
            giver: PersonId(row.giver_id),
            giver_name: row.giver,
            taker: PersonId(row.taker_id),
            taker_name: row.taker,
            state: OfferState::from_code(&row.state)
                .ok_or_else(|| StoreError::unknown("state of an offer", row.state))?,
            offered_at: row.offered_at,
        })
    }
}

/// The beginning of every query that makes an [`Offer`].
macro_rules! select_offers {
    ($($rest:expr),+) => {
        concat!(
            "SELECT hand_over.id, hand_over.obligation_id, hand_over.giver_id, giver.name AS giver,
               hand_over.taker_id, taker.name AS taker, hand_over.state, hand_over.offered_at
             FROM hand_over
             JOIN person giver ON giver.id = hand_over.giver_id
             JOIN person taker ON taker.id = hand_over.taker_id ",
            $($rest),+
        )
    };
}

/// One offer, whatever became of it.
pub async fn offer(conn: &mut Conn, id: HandOverId) -> Result<Option<Offer>, StoreError> {
    let row = maybe!(conn, OfferRow, select_offers!("WHERE hand_over.id = $1"), id.0)?;
    row.map(TryInto::try_into).transpose()
}

/// The offer of this obligation that waits for an answer.
pub async fn waiting(conn: &mut Conn, obligation: ObligationId) -> Result<Option<Offer>, StoreError> {
    let row = maybe!(
        conn,
        OfferRow,
        select_offers!("WHERE hand_over.obligation_id = $1 AND hand_over.state = 'offered'"),
        obligation.0,
    )?;
    row.map(TryInto::try_into).transpose()
}

/// Offers an obligation to a colleague, who is asked. One at a time: whoever comes second is told of the first.
pub async fn make(
    conn: &mut Conn,
    giver: &Who,
    obligation: ObligationId,
    taker: PersonId,
    tree: &Tree,
    now: DateTime<Utc>,
) -> Result<HandOverId, NotDone> {
    let today = tashkent_day(now);
    let doing = doing(conn, obligation).await?.ok_or(Refusal::NotYours)?;
    doing.may_hand_over(giver, tree)?;
    let taker = people::who(conn, taker, today).await?.ok_or(Refusal::CannotTakeOver)?;
    doing.offer(giver, &taker, tree)?;
    if let Some(before) = waiting(conn, obligation).await? {
        let asked = people::who(conn, before.taker, today).await?;
        if asked.is_some_and(|who| doing.take(OfferState::Offered, &who, tree).is_ok()) {
            return Err(Refusal::HandOverWaits.into());
        }
        // Whoever was asked has left: nobody waits for them.
        end(conn, &before, OfferState::Withdrawn, now).await?;
    }
    let made = maybe!(
        conn,
        (i64,),
        "INSERT INTO hand_over (obligation_id, giver_id, taker_id, offered_at, state) VALUES ($1, $2, $3, $4, $5)
         ON CONFLICT (obligation_id) WHERE state = 'offered' DO NOTHING RETURNING id",
        obligation.0,
        giver.person.0,
        taker.person.0,
        now,
        OfferState::Offered.code(),
    )?;
    let (id,) = made.ok_or(Refusal::HandOverWaits)?;
    let after = json!({ "to": taker.person });
    record(conn, "offered", obligation, &doing, (Some(giver.person), now), Some(after)).await?;
    news::tell(conn, NewsKind::HandOverOffered, id, now).await?;
    Ok(HandOverId(id))
}

/// The colleague takes what was offered, or does not. The giver is told.
pub async fn answer(
    conn: &mut Conn,
    taker: &Who,
    id: HandOverId,
    accept: bool,
    tree: &Tree,
    now: DateTime<Utc>,
) -> Result<Offer, NotDone> {
    let found =
        offer(conn, id).await?.filter(|offer| offer.taker == taker.person).ok_or(Refusal::NotYours)?;
    let doing = doing(conn, found.obligation).await?.ok_or(Refusal::NotYours)?;
    let state = if accept {
        doing.take(found.state, taker, tree)?;
        OfferState::Accepted
    } else if found.state == OfferState::Offered {
        OfferState::Declined
    } else {
        return Err(Refusal::HandOverIsOver.into());
    };
    if !end(conn, &found, state, now).await? {
        return Err(Refusal::HandOverIsOver.into());
    }
    let by = (Some(taker.person), now);
    if accept {
        run!(
            conn,
            "UPDATE obligation SET assignee_id = $1 WHERE id = $2",
            taker.person.0,
            found.obligation.0,
        )?;
        let after = json!({ "assignee": taker.person });
        record(conn, "taken_over", found.obligation, &doing, by, Some(after)).await?;
        news::tell(conn, NewsKind::HandOverAccepted, id.0, now).await?;
    } else {
        record(conn, "declined", found.obligation, &doing, by, None).await?;
        news::tell(conn, NewsKind::HandOverDeclined, id.0, now).await?;
    }
    Ok(Offer { state, ..found })
}

/// Takes an offer back: whoever made it, the head, or an administrator. `false`: it was answered or taken back before.
pub async fn withdraw(
    conn: &mut Conn,
    who: &Who,
    id: HandOverId,
    tree: &Tree,
    now: DateTime<Utc>,
) -> Result<bool, NotDone> {
    let found = offer(conn, id).await?.ok_or(Refusal::NotYours)?;
    let doing = doing(conn, found.obligation).await?.ok_or(Refusal::NotYours)?;
    if found.giver != who.person && !doing.is_led_by(who, tree) {
        return Err(Refusal::NotYours.into());
    }
    if !end(conn, &found, OfferState::Withdrawn, now).await? {
        return Ok(false);
    }
    record(conn, "offer_withdrawn", found.obligation, &doing, (Some(who.person), now), None).await?;
    Ok(true)
}

/// The offers to which nobody has answered in time; without those of what is closed, and of what was decided and can be taken
/// back yet.
pub async fn overdue(
    conn: &mut Conn,
    catalogue: &Catalogue,
    now: DateTime<Utc>,
) -> Result<Vec<Offer>, StoreError> {
    let today = tashkent_day(now);
    let rows = all!(
        conn,
        OfferRow,
        select_offers!(
            "WHERE hand_over.state = 'offered'
               AND EXISTS (SELECT 1 FROM obligation WHERE obligation.id = hand_over.obligation_id
                 AND obligation.state NOT IN ('accepted', 'cancelled')) AND NOT ",
            can_be_taken_back!("hand_over.obligation_id", "$1"),
            " ORDER BY hand_over.id"
        ),
        now,
    )?;
    let mut overdue = Vec::new();
    for row in rows {
        let offer = Offer::try_from(row)?;
        let Some(doing) = doing(conn, offer.obligation).await? else { continue };
        let working = catalogue.calendar.in_week(catalogue.week_of(doing.organisation));
        if today > last_day_to_take(tashkent_day(offer.offered_at), working) {
            overdue.push(offer);
        }
    }
    Ok(overdue)
}

/// Ends the offers to which nobody has answered in time, and tells who made them. Doing it again changes nothing.
pub async fn lapse(conn: &mut Conn, catalogue: &Catalogue, now: DateTime<Utc>) -> Result<u64, StoreError> {
    let mut lapsed = 0;
    for offer in overdue(conn, catalogue, now).await? {
        if !end(conn, &offer, OfferState::Lapsed, now).await? {
            continue;
        }
        if let Some(doing) = doing(conn, offer.obligation).await? {
            record(conn, "offer_lapsed", offer.obligation, &doing, (None, now), None).await?;
        }
        news::tell(conn, NewsKind::HandOverLapsed, offer.id.0, now).await?;
        lapsed += 1;
    }
    Ok(lapsed)
}

/// Ends the assignments whose assignee can no longer answer for the organisation, and gives how many those were. Nothing is
/// ended twice; doing it again changes nothing.
pub async fn end_groundless(conn: &mut Conn, tree: &Tree, now: DateTime<Utc>) -> Result<u64, StoreError> {
    let mut ended = 0;
    for (id, assignee) in groundless(conn, tree, now).await? {
        let changed = run!(
            conn,
            "UPDATE obligation SET assignee_id = NULL WHERE id = $1 AND assignee_id = $2",
            id.0,
            assignee.0,
        )?;
        if changed == 0 {
            continue;
        }
        if let Some(doing) = doing(conn, id).await? {
            let event = Event { before: Some(json!({ "assignee": assignee })), ..event(&doing, id, now) };
            events::record(conn, &Event { action: "unassigned", ..event }).await?;
        }
        news::tell(conn, NewsKind::Unassigned, id.0, now).await?;
        ended += 1;
    }
    Ok(ended)
}

/// Open obligations with an assignee who can no longer answer for the organisation. What was sent back and can be taken back yet is
/// left out: it may be nobody's turn.
pub async fn groundless(
    conn: &mut Conn,
    tree: &Tree,
    now: DateTime<Utc>,
) -> Result<Vec<(ObligationId, PersonId)>, StoreError> {
    let today = tashkent_day(now);
    let rows = all!(
        conn,
        (i64, i64, String, i64),
        concat!(
            "SELECT id, organisation_id, state, assignee_id FROM obligation
             WHERE assignee_id IS NOT NULL AND state IN ('open', 'returned') AND NOT ",
            can_be_taken_back!("obligation.id", "$1"),
            " ORDER BY assignee_id, id"
        ),
        now,
    )?;
    let mut groundless = Vec::new();
    let mut known: Option<(PersonId, Option<Who>)> = None;
    for (id, organisation, state, assignee) in rows {
        let assignee = PersonId(assignee);
        if known.as_ref().is_none_or(|(person, _)| *person != assignee) {
            known = Some((assignee, people::who(conn, assignee, today).await?));
        }
        let doing = Doing {
            organisation: OrganisationId(organisation),
            state: state_from_code(state)?,
            assignee: Some(assignee),
        };
        let who = known.as_ref().and_then(|(_, who)| who.as_ref());
        if !doing.still_assigned(who, tree) {
            groundless.push((ObligationId(id), assignee));
        }
    }
    Ok(groundless)
}

/// The obligation as far as it matters who does it.
pub async fn doing(conn: &mut Conn, id: ObligationId) -> Result<Option<Doing>, StoreError> {
    let row = maybe!(
        conn,
        (i64, String, Option<i64>),
        "SELECT organisation_id, state, assignee_id FROM obligation WHERE id = $1",
        id.0,
    )?;
    let doing = row.map(|(organisation, state, assignee)| {
        let organisation = OrganisationId(organisation);
        Ok(Doing { organisation, state: state_from_code(state)?, assignee: assignee.map(PersonId) })
    });
    doing.transpose()
}

/// An offer gets its end, once.
async fn end(
    conn: &mut Conn,
    offer: &Offer,
    state: OfferState,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let changed = run!(
        conn,
        "UPDATE hand_over SET state = $1, ended_at = $2 WHERE id = $3 AND state = 'offered'",
        state.code(),
        now,
        offer.id.0,
    )?;
    Ok(changed == 1)
}

async fn record(
    conn: &mut Conn,
    action: &str,
    id: ObligationId,
    doing: &Doing,
    (actor, now): (Option<PersonId>, DateTime<Utc>),
    after: Option<Value>,
) -> Result<(), StoreError> {
    events::record(conn, &Event { actor, action, after, ..event(doing, id, now) }).await
}

fn event(doing: &Doing, id: ObligationId, now: DateTime<Utc>) -> Event<'static> {
    Event {
        at: now,
        actor: None,
        action: "",
        subject: "obligation",
        subject_id: Some(id.0),
        organisation: Some(doing.organisation),
        before: None,
        after: None,
        reason: None,
    }
}
