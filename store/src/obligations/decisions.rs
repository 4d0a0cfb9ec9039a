//! Who last decided about a report, what, and when.

use chrono::{DateTime, Utc};
use domain::ids::{ObligationId, PersonId};
use domain::obligation::State;

use super::taking_back::TAKEN_BACK;
use crate::news::NewsKind;
use crate::query::maybe;
use crate::{Conn, StoreError};

/// How a report came to wait no more.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ending {
    /// Control took it off.
    Accepted,
    /// Control sent it back.
    Returned,
    /// Control does not ask for it any more.
    Cancelled,
    /// The organisation took it back.
    TakenBack,
}

/// What became of a report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// How it ended.
    pub ending: Ending,
    /// Who did it,
    pub person: PersonId,
    /// and their name.
    pub name: String,
    /// When.
    pub at: DateTime<Utc>,
    /// Why, in their words.
    pub reason: Option<String>,
}

/// The last decision about an obligation, while it is the reason why the obligation stands as it does.
pub async fn decision(
    conn: &mut Conn,
    id: ObligationId,
    state: State,
) -> Result<Option<Decision>, StoreError> {
    let row = maybe!(
        conn,
        (String, i64, String, DateTime<Utc>, Option<String>),
        "SELECT event.action, person.id, person.name, event.at, event.reason
         FROM event JOIN person ON person.id = event.actor_id
         WHERE event.subject = 'obligation' AND event.subject_id = $1
           AND event.action IN ('accepted', 'returned', 'cancelled', 'taken_back', 'recheck_falls')
         ORDER BY event.id DESC LIMIT 1",
        id.0,
    )?;
    Ok(row.and_then(|(action, person, name, at, reason)| {
        let ending = match (action.as_str(), state) {
            (action, State::Accepted) if action == NewsKind::Accepted.code() => Ending::Accepted,
            (action, State::Cancelled) if action == NewsKind::Cancelled.code() => Ending::Cancelled,
            (TAKEN_BACK, State::Open | State::Returned) => Ending::TakenBack,
            (action, State::Returned) if action != NewsKind::Accepted.code() => Ending::Returned,
            _ => return None,
        };
        Some(Decision { ending, person: PersonId(person), name, at, reason })
    }))
}
