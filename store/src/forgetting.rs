//! A citizen wants to be forgotten: whatever can be tied to their account goes, in one unit of work.
//!
//! Marks stay as numbers of nobody. The account itself is written nowhere, neither into the event nor anywhere else.

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::delivery::Cause;
use domain::ids::CaseId;
use serde_json::{Value, json};

use crate::events::{self, Event};
use crate::news::{self, NewsKind};
use crate::query::{all, maybe, run};
use crate::secret::SecretKey;
use crate::{Conn, StoreError, conversations, voters};

/// What was removed, for the person alone: it is kept nowhere.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Forgotten {
    /// Marks that are nobody's now.
    pub marks: usize,
    /// Comments, hidden ones among them.
    pub comments: usize,
    /// Wishes to hear an answer.
    pub wishes: usize,
}

/// Forgets the account `telegram_id`. `voter` is who it is to the votes of this year.
pub async fn forget(
    conn: &mut Conn,
    key: &SecretKey,
    (telegram_id, voter): (i64, &str),
    now: DateTime<Utc>,
) -> Result<Forgotten, StoreError> {
    let mut forgotten = Forgotten::default();
    let mut ratings = Vec::new();
    for secret in voters::secrets(conn).await? {
        let voter = key.voter(&secret, telegram_id);
        for (rating, commented) in votes_of(conn, &voter).await? {
            forgotten.comments += usize::from(commented > 0);
            ratings.push(rating);
        }
    }
    forgotten.marks = ratings.len();
    untie(conn, &ratings).await?;
    let mut cases = cases_of(conn, &ratings).await?;
    let sealed = sealed_cases(conn, key, telegram_id).await?;
    cases.extend(sealed.iter().filter(|case| !cases.contains(case)).copied().collect::<Vec<_>>());
    // First the cases: whoever moves a chat from one to a message now is waited for, and the message found.
    for case in &cases {
        unseal(conn, *case).await?;
    }
    forgotten.wishes = sealed.len() + drop_answers(conn, key, telegram_id, now).await?;
    for case in cases {
        tell_without_words(conn, case, now).await?;
    }
    conversations::clear(conn, &key.conversation(telegram_id)).await?;
    unpark(conn, key, telegram_id).await?;
    let day = tashkent_day(now);
    run!(
        conn,
        "INSERT INTO forgotten_voter (voter, day) VALUES ($1, $2) ON CONFLICT (voter, day) DO NOTHING",
        voter,
        day,
    )?;
    record(conn, now).await?;
    Ok(forgotten)
}

/// Whether this voter asked on this day to be forgotten. Their votes of the day cannot be told from others' any more, so another
/// one could be a second one.
pub async fn asked_on(conn: &mut Conn, voter: &str, day: NaiveDate) -> Result<bool, StoreError> {
    let row = maybe!(
        conn,
        (String,),
        "SELECT voter FROM forgotten_voter WHERE voter = $1 AND day = $2",
        voter,
        day,
    )?;
    Ok(row.is_some())
}

/// Forgets who asked before today to be forgotten.
pub async fn forget_askers(conn: &mut Conn, now: DateTime<Utc>) -> Result<u64, StoreError> {
    run!(conn, "DELETE FROM forgotten_voter WHERE day < $1", tashkent_day(now))
}

/// The numbers of a voter's ratings, and whether there are words with them.
async fn votes_of(conn: &mut Conn, voter: &str) -> Result<Vec<(i64, i64)>, StoreError> {
    all!(
        conn,
        (i64, i64),
        "SELECT id, CAST(CASE WHEN comment IS NULL AND hidden_comment IS NULL THEN 0 ELSE 1 END AS BIGINT)
         FROM rating WHERE tied AND voter = $1",
        voter,
    )
}

async fn untie(conn: &mut Conn, ratings: &[i64]) -> Result<(), StoreError> {
    run!(
        conn,
        "UPDATE rating SET voter = '-' || CAST(id AS TEXT), tied = $1, comment = NULL, hidden_comment = NULL
         WHERE id IN (SELECT CAST(value AS BIGINT) FROM json_each($2))",
        false,
        json!(ratings).to_string(),
    )?;
    Ok(())
}

async fn cases_of(conn: &mut Conn, ratings: &[i64]) -> Result<Vec<CaseId>, StoreError> {
    let rows = all!(
        conn,
        (i64,),
        "SELECT id FROM citizen_case WHERE rating_id IN (SELECT CAST(value AS BIGINT) FROM json_each($1))",
        json!(ratings).to_string(),
    )?;
    Ok(rows.into_iter().map(|(id,)| CaseId(id)).collect())
}

/// The cases whose answer this account wants to hear.
async fn sealed_cases(conn: &mut Conn, key: &SecretKey, telegram_id: i64) -> Result<Vec<CaseId>, StoreError> {
    let rows =
        all!(conn, (i64, String), "SELECT id, sealed_chat FROM citizen_case WHERE sealed_chat IS NOT NULL")?;
    let own = rows.into_iter().filter(|(_, sealed)| key.open_chat(sealed) == Some(telegram_id));
    Ok(own.map(|(id, _)| CaseId(id)).collect())
}

async fn unseal(conn: &mut Conn, case: CaseId) -> Result<(), StoreError> {
    run!(conn, "UPDATE citizen_case SET sealed_chat = NULL, asked_language = NULL WHERE id = $1", case.0)?;
    Ok(())
}

/// Drops answers that wait to be sent to this account, and gives how many. One that is under way is not sent again: its sender
/// finds its claim gone.
async fn drop_answers(
    conn: &mut Conn,
    key: &SecretKey,
    telegram_id: i64,
    now: DateTime<Utc>,
) -> Result<usize, StoreError> {
    let rows = all!(conn, (i64, String), "SELECT id, sealed_chat FROM outbox WHERE sealed_chat IS NOT NULL")?;
    let own = rows.into_iter().filter(|(_, sealed)| key.open_chat(sealed) == Some(telegram_id));
    let mut dropped = 0;
    for (id, _) in own {
        dropped += run!(
            conn,
            "UPDATE outbox SET state = 'dropped', finished_at = $1, cause = $2, body = '', sealed_chat = NULL
             WHERE id = $3 AND sealed_chat IS NOT NULL",
            now,
            Cause::Forgotten.code(),
            id,
        )?;
    }
    Ok(usize::try_from(dropped).unwrap_or(usize::MAX))
}

/// The messages about a case lose the words of the citizen. Those that were not sent yet are said anew, without them; one that
/// is under way is not sent again.
async fn tell_without_words(conn: &mut Conn, case: CaseId, now: DateTime<Utc>) -> Result<(), StoreError> {
    let rows = all!(
        conn,
        (String,),
        "SELECT DISTINCT purpose FROM outbox WHERE case_id = $1 AND state = 'queued'",
        case.0,
    )?;
    run!(
        conn,
        "UPDATE outbox SET state = 'dropped', finished_at = COALESCE(finished_at, $1), cause = $2, body = ''
         WHERE case_id = $3 AND body <> '' AND state <> 'sending'",
        now,
        Cause::Forgotten.code(),
        case.0,
    )?;
    for (purpose,) in rows {
        if let Some(kind) = NewsKind::from_code(&purpose) {
            news::tell(conn, kind, case.0, now).await?;
        }
    }
    Ok(())
}

/// Updates of this account that could not be handled go.
pub(crate) async fn unpark(conn: &mut Conn, key: &SecretKey, telegram_id: i64) -> Result<(), StoreError> {
    let rows = all!(conn, (i64, String), "SELECT update_id, body FROM parked_update")?;
    for (update_id, sealed) in rows {
        let update = key.open_update(&sealed).and_then(|text| serde_json::from_str(&text).ok());
        if update.is_some_and(|update| names(&update, telegram_id)) {
            run!(conn, "DELETE FROM parked_update WHERE update_id = $1", update_id)?;
        }
    }
    Ok(())
}

/// Whether this number stands anywhere in the update.
fn names(value: &Value, telegram_id: i64) -> bool {
    match value {
        Value::Number(number) => number.as_i64() == Some(telegram_id),
        Value::Array(all) => all.iter().any(|one| names(one, telegram_id)),
        Value::Object(all) => all.values().any(|one| names(one, telegram_id)),
        Value::Null | Value::Bool(_) | Value::String(_) => false,
    }
}

/// That somebody was forgotten is recorded, and nothing of who.
async fn record(conn: &mut Conn, now: DateTime<Utc>) -> Result<(), StoreError> {
    let event = Event {
        at: now,
        actor: None,
        action: "forgotten",
        subject: "citizen",
        subject_id: None,
        organisation: None,
        before: None,
        after: None,
        reason: None,
    };
    events::record(conn, &event).await
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_is_known_by_the_account_wherever_it_stands() {
        let update = json!({ "update_id": 5, "message": { "chat": { "id": 7 }, "from": { "id": 70_011 } } });
        assert!(names(&update, 70_011) && names(&update, 7) && !names(&update, 71));
        assert!(names(&json!([{ "a": [null, true, "70011", 70_011] }]), 70_011));
        assert!(!names(&json!({ "text": "70011", "n": 70_011.5 }), 70_011));
    }
}
