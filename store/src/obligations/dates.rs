//! Changes of a due day: the counts move along, and the day before stays in the record for ever.

use chrono::{DateTime, NaiveDate, Utc};
use domain::compliance::Class;
use domain::ids::{ObligationId, OrganisationId, PersonId};
use serde_json::json;

use super::{TRIES, counts, state_from_code};
use crate::events::{self, Event};
use crate::query::{maybe, run};
use crate::{Conn, StoreError};

/// Why a due day changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DueChange<'a> {
    /// Control granted more time.
    Extended {
        /// Who granted it.
        by: PersonId,
        /// For which reason.
        reason: &'a str,
    },
    /// A day became a day off, or a working day again.
    Calendar {
        /// The name of the day.
        reason: &'a str,
    },
    /// The rule of the measure was read anew by a person.
    Rule {
        /// Who; none at the machine itself.
        by: Option<PersonId>,
    },
}

impl<'a> DueChange<'a> {
    /// The word for it in the record of events.
    pub fn action(self) -> &'static str {
        match self {
            Self::Extended { .. } => "extended",
            Self::Calendar { .. } => "day_moved",
            Self::Rule { .. } => "rule_changed",
        }
    }

    fn actor(self) -> Option<PersonId> {
        match self {
            Self::Extended { by, .. } => Some(by),
            Self::Calendar { .. } => None,
            Self::Rule { by } => by,
        }
    }

    fn reason(self) -> Option<&'a str> {
        match self {
            Self::Extended { reason, .. } | Self::Calendar { reason } => Some(reason),
            Self::Rule { .. } => None,
        }
    }
}

/// Moves the due day of an obligation. Reminders of the day before count for nothing any more: they name the version of the
/// day that they spoke of. `false`: it is due on that day already, or there is no such obligation.
pub async fn move_due(
    conn: &mut Conn,
    id: ObligationId,
    to: NaiveDate,
    change: DueChange<'_>,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    for _ in 0..TRIES {
        let row = maybe!(
            conn,
            (i64, String, NaiveDate, i64, Option<NaiveDate>),
            "SELECT organisation_id, state, due, due_version, submitted_on FROM obligation WHERE id = $1",
            id.0,
        )?;
        let Some((organisation, state, from, version, submitted_on)) = row.filter(|row| row.2 != to) else {
            return Ok(false);
        };
        let extends = matches!(change, DueChange::Extended { .. });
        let changed = run!(
            conn,
            "UPDATE obligation SET due = $1, due_version = due_version + $2, extended_due = COALESCE($3, extended_due),
               extended_from = COALESCE(extended_from, $4)
             WHERE id = $5 AND due_version = $6 AND state = $7",
            to,
            1_i64,
            extends.then_some(to),
            extends.then_some(from),
            id.0,
            version,
            state.as_str(),
        )?;
        if changed == 0 {
            continue;
        }
        let (state, organisation) = (state_from_code(state)?, OrganisationId(organisation));
        // Always in the same order: two changes must not wait for each other's counts.
        let mut steps = [(from, -1), (to, 1)];
        steps.sort_unstable();
        for (due, step) in steps {
            counts::add(conn, organisation, due, Class::of(state, due, submitted_on), step).await?;
        }
        let event = Event {
            at: now,
            actor: change.actor(),
            action: change.action(),
            subject: "obligation",
            subject_id: Some(id.0),
            organisation: Some(organisation),
            before: Some(json!({ "due": from })),
            after: Some(json!({ "due": to })),
            reason: change.reason(),
        };
        events::record(conn, &event).await?;
        return Ok(true);
    }
    Err(StoreError::Contended)
}

/// Moves the day that would count without what control granted, by which boards tell the other rate. Of an obligation for which
/// nothing was granted there is none.
pub(super) async fn move_original(
    conn: &mut Conn,
    (id, organisation): (ObligationId, OrganisationId),
    to: NaiveDate,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let before = maybe!(
        conn,
        (NaiveDate,),
        "SELECT extended_from FROM obligation WHERE id = $1 AND extended_from IS NOT NULL AND extended_from <> $2",
        id.0,
        to,
    )?;
    let Some((from,)) = before else { return Ok(()) };
    run!(conn, "UPDATE obligation SET extended_from = $1 WHERE id = $2", to, id.0)?;
    let event = Event {
        at: now,
        actor: None,
        action: "original_moved",
        subject: "obligation",
        subject_id: Some(id.0),
        organisation: Some(organisation),
        before: Some(json!({ "original": from })),
        after: Some(json!({ "original": to })),
        reason: None,
    };
    events::record(conn, &event).await
}
