//! One-time invitations: a link, used once, within 72 hours, from Telegram or from a browser.

use chrono::{DateTime, Utc};
use domain::clock::tashkent_day;
use domain::ids::{OrganisationId, PersonId};
use domain::language::Language;
use domain::people::{Grant, INVITATION_LIFE, MayInvite, Who, check_invitation};
use domain::refusal::Refusal;
use serde_json::json;

use super::turns::{Turn, record_turn, take_up};
use super::{role_from_code, who, who_by_telegram};
use crate::events::{self, Event};
use crate::query::{all, maybe, run};
use crate::tokens::Token;
use crate::{Conn, NotDone, StoreError, sessions, substitutions};

/// Makes a one-time link for a person. Earlier links of theirs that were not used stop working.
pub async fn invite(
    conn: &mut Conn,
    right: &MayInvite,
    person: PersonId,
    now: DateTime<Utc>,
) -> Result<Token, StoreError> {
    run!(
        conn,
        "UPDATE invitation SET revoked_at = $1 WHERE person_id = $2 AND used_at IS NULL AND revoked_at IS NULL",
        now,
        person.0,
    )?;
    let token = Token::random()?;
    run!(
        conn,
        "INSERT INTO invitation (token_hash, person_id, created_by, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5)",
        token.hash(),
        person.0,
        right.person().map(|id| id.0),
        now,
        now + INVITATION_LIFE,
    )?;
    Ok(token)
}

#[derive(sqlx::FromRow)]
struct InvitationRow {
    id: i64,
    person_id: i64,
    name: String,
    telegram_id: Option<i64>,
    created_by: Option<i64>,
    created_at: DateTime<Utc>,
    used_at: Option<DateTime<Utc>>,
    revoked_at: Option<DateTime<Utc>>,
}

/// What a link invites to, before it is accepted.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Invitation {
    id: i64,
    /// Who made it; none at the machine itself.
    made_by: Option<PersonId>,
    /// Who is invited.
    pub person: PersonId,
    /// The name under which they were entered.
    pub name: String,
    /// The account that has accepted before, if any.
    pub telegram_id: Option<i64>,
    /// Why it cannot be used, if it cannot.
    pub refusal: Option<Refusal>,
}

impl Invitation {
    /// Whether it may be accepted without Telegram: only those made at the machine itself.
    pub fn opens_in_browser(&self) -> bool {
        self.made_by.is_none()
    }
}

/// The invitation behind a token; `None` for a token that was never given out.
pub async fn invitation(
    conn: &mut Conn,
    token: &Token,
    now: DateTime<Utc>,
) -> Result<Option<Invitation>, StoreError> {
    let row = maybe!(
        conn,
        InvitationRow,
        "SELECT invitation.id, invitation.person_id, person.name, person.telegram_id, invitation.created_by,
           invitation.created_at, invitation.used_at, invitation.revoked_at
         FROM invitation JOIN person ON person.id = invitation.person_id
         WHERE invitation.token_hash = $1 AND person.active = $2",
        token.hash(),
        true,
    )?;
    Ok(row.map(|row| Invitation {
        id: row.id,
        made_by: row.created_by.map(PersonId),
        person: PersonId(row.person_id),
        name: row.name,
        telegram_id: row.telegram_id,
        refusal: match row.revoked_at {
            Some(_) => Some(Refusal::InvitationExpired),
            None => check_invitation(row.created_at, row.used_at, now).err(),
        },
    }))
}

/// Uses an invitation from Telegram: the account becomes the person's. A person who is known already gets the new role.
///
/// [`StoreError::Contended`]: the same account accepts another invitation at the same moment; the next try finds it known.
pub async fn accept_invitation(
    conn: &mut Conn,
    token: &Token,
    telegram_id: i64,
    language: Language,
    now: DateTime<Utc>,
) -> Result<Who, NotDone> {
    let invitation = use_up(conn, token, now).await?;
    let person = match who_by_telegram(conn, telegram_id, tashkent_day(now)).await? {
        // An administrator who invites himself by another name would give himself a role.
        Some(known) if invitation.made_by == Some(known.person) && known.person != invitation.person => {
            return Err(Refusal::OwnRole.into());
        }
        Some(known) if known.person != invitation.person => {
            hand_over(conn, &invitation, known.person, now).await?;
            known.person
        }
        _ => {
            // Who had the old phone does not keep the panel.
            if invitation.telegram_id.is_some_and(|known| known != telegram_id) {
                sessions::end_all(conn, invitation.person).await?;
            }
            // The account may have joined through another invitation at this very moment: then it is known the next time.
            run!(
                conn,
                "UPDATE person SET telegram_id = $1, language = $2, unreachable_since = NULL, unreachable_why = NULL
                 WHERE id = $3",
                telegram_id,
                language.tag(),
                invitation.person.0,
            )
            .map_err(StoreError::taken_is_contended)?;
            invitation.person
        }
    };
    record_acceptance(conn, person, "telegram", now).await?;
    Ok(who(conn, person, tashkent_day(now)).await?.ok_or(Refusal::InvitationExpired)?)
}

/// Uses an invitation from a browser: the very first administrator has no Telegram account yet.
///
/// One that somebody made in the panel is accepted from Telegram only: whoever made it could open it, and act as another.
pub async fn accept_invitation_in_panel(
    conn: &mut Conn,
    token: &Token,
    now: DateTime<Utc>,
) -> Result<PersonId, NotDone> {
    let invitation = use_up(conn, token, now).await?;
    if !invitation.opens_in_browser() {
        return Err(Refusal::InvitationExpired.into());
    }
    record_acceptance(conn, invitation.person, "panel", now).await?;
    Ok(invitation.person)
}

/// Forgets up to `limit` invitations that were used, revoked or ran out before `before`; that somebody joined stays in the record.
pub async fn forget_invitations(
    conn: &mut Conn,
    before: DateTime<Utc>,
    limit: i64,
) -> Result<u64, StoreError> {
    run!(
        conn,
        "DELETE FROM invitation WHERE id IN (
           SELECT id FROM invitation WHERE COALESCE(used_at, revoked_at, expires_at) < $1 ORDER BY id LIMIT $2)",
        before,
        limit,
    )
}

async fn use_up(conn: &mut Conn, token: &Token, now: DateTime<Utc>) -> Result<Invitation, NotDone> {
    let invitation = invitation(conn, token, now).await?.ok_or(Refusal::InvitationExpired)?;
    if let Some(refusal) = invitation.refusal {
        return Err(refusal.into());
    }
    // The condition again: of two browsers at the same moment one is refused.
    let used = run!(
        conn,
        "UPDATE invitation SET used_at = $1 WHERE id = $2 AND used_at IS NULL AND revoked_at IS NULL",
        now,
        invitation.id,
    )?;
    if used == 0 { Err(Refusal::InvitationUsed.into()) } else { Ok(invitation) }
}

/// The account already belongs to a person: the roles of the one that was entered anew move over, by the will of who invited.
async fn hand_over(
    conn: &mut Conn,
    invitation: &Invitation,
    to: PersonId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let (from, by) = (invitation.person, (invitation.made_by, now));
    let mut moved = all!(
        conn,
        (String, i64),
        "UPDATE role_grant SET ended_at = $1 WHERE person_id = $2 AND ended_at IS NULL
         RETURNING role, organisation_id",
        now,
        from.0,
    )?;
    moved.sort();
    for (role, organisation) in moved {
        let grant = Grant { role: role_from_code(role)?, organisation: OrganisationId(organisation) };
        record_turn(conn, Turn::Ended, (from, grant), by).await?;
        if take_up(conn, to, grant, now).await? {
            record_turn(conn, Turn::Granted, (to, grant), by).await?;
        }
    }
    run!(conn, "UPDATE person SET active = $1 WHERE id = $2 AND telegram_id IS NULL", false, from.0)?;
    substitutions::end_groundless(conn, from, now).await
}

async fn record_acceptance(
    conn: &mut Conn,
    person: PersonId,
    place: &str,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    events::record(
        conn,
        &Event {
            at: now,
            actor: Some(person),
            action: "joined",
            subject: "person",
            subject_id: Some(person.0),
            organisation: None,
            before: None,
            after: Some(json!({ "through": place })),
            reason: None,
        },
    )
    .await
}
