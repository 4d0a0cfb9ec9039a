//! Who is in the panel: sessions of browsers, and the requests to sign in that are confirmed in Telegram.
//!
//! Tokens are random and shown once; the database keeps their hashes, so a copy of it opens no door.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::PersonId;

use crate::query::{maybe, one, run};
use crate::tokens::Token;
use crate::{Conn, StoreError};

/// A session ends when nobody used it for so long,
pub const IDLE_LIFE: TimeDelta = TimeDelta::hours(12);
/// and in any case so long after it began.
pub const WHOLE_LIFE: TimeDelta = TimeDelta::days(30);
/// How long a request to sign in can be confirmed.
pub const SIGN_IN_LIFE: TimeDelta = TimeDelta::minutes(5);
/// A session that was seen so lately is not written again: pages are read far more often than that matters.
const TOUCH_EVERY: TimeDelta = TimeDelta::minutes(5);

/// A browser that is signed in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Session {
    /// The hash of its token.
    pub hash: String,
    /// Who is signed in.
    pub person: PersonId,
    /// Whether [`touch`] has something to write.
    pub needs_touch: bool,
}

/// Begins a session. Its token goes into a cookie; what the browser had before is worth nothing afterwards.
pub async fn begin(conn: &mut Conn, person: PersonId, now: DateTime<Utc>) -> Result<Token, StoreError> {
    let token = Token::random()?;
    run!(
        conn,
        "INSERT INTO web_session (token_hash, person_id, created_at, seen_at, expires_at)
         VALUES ($1, $2, $3, $4, $5)",
        token.hash(),
        person.0,
        now,
        now,
        now + IDLE_LIFE,
    )?;
    forget_over(conn, now).await?;
    Ok(token)
}

/// Forgets sessions and requests to sign in that are over.
pub async fn forget_over(conn: &mut Conn, now: DateTime<Utc>) -> Result<(), StoreError> {
    run!(conn, "DELETE FROM web_session WHERE expires_at <= $1", now)?;
    run!(conn, "DELETE FROM sign_in WHERE expires_at <= $1", now)?;
    Ok(())
}

/// The session of this token, if it still holds.
pub async fn find(conn: &mut Conn, token: &Token, now: DateTime<Utc>) -> Result<Option<Session>, StoreError> {
    let hash = token.hash();
    let row = maybe!(
        conn,
        (i64, DateTime<Utc>),
        "SELECT person_id, seen_at FROM web_session WHERE token_hash = $1 AND expires_at > $2",
        hash.as_str(),
        now,
    )?;
    Ok(row.map(|(person, seen_at)| Session {
        hash,
        person: PersonId(person),
        needs_touch: now - seen_at >= TOUCH_EVERY,
    }))
}

/// The session was used: it holds for longer, but never beyond its whole life.
pub async fn touch(conn: &mut Conn, hash: &str, now: DateTime<Utc>) -> Result<(), StoreError> {
    let created =
        maybe!(conn, (DateTime<Utc>,), "SELECT created_at FROM web_session WHERE token_hash = $1", hash)?;
    let Some((created_at,)) = created else { return Ok(()) };
    run!(
        conn,
        "UPDATE web_session SET seen_at = $1, expires_at = $2 WHERE token_hash = $3",
        now,
        (now + IDLE_LIFE).min(created_at + WHOLE_LIFE),
        hash,
    )?;
    Ok(())
}

/// Ends a session.
pub async fn end(conn: &mut Conn, hash: &str) -> Result<(), StoreError> {
    run!(conn, "DELETE FROM web_session WHERE token_hash = $1", hash)?;
    Ok(())
}

/// Ends all sessions of a person, and what waits to become one.
pub async fn end_all(conn: &mut Conn, person: PersonId) -> Result<(), StoreError> {
    run!(conn, "DELETE FROM web_session WHERE person_id = $1", person.0)?;
    run!(conn, "DELETE FROM sign_in WHERE person_id = $1", person.0)?;
    Ok(())
}

/// Whether a session still holds.
pub async fn holds(conn: &mut Conn, hash: &str, now: DateTime<Utc>) -> Result<bool, StoreError> {
    let row = maybe!(
        conn,
        (i64,),
        "SELECT person_id FROM web_session WHERE token_hash = $1 AND expires_at > $2",
        hash,
        now,
    )?;
    Ok(row.is_some())
}

/// How a request to sign in stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SignInState {
    /// Nobody has answered yet.
    Asked,
    /// Confirmed in Telegram.
    Approved,
    /// Refused in Telegram.
    Refused,
    /// It led to a session: once is enough.
    Used,
}

impl SignInState {
    const ALL: [Self; 4] = [Self::Asked, Self::Approved, Self::Refused, Self::Used];

    fn code(self) -> &'static str {
        match self {
            Self::Asked => "asked",
            Self::Approved => "approved",
            Self::Refused => "refused",
            Self::Used => "used",
        }
    }
}

/// A request to sign in, as the bot and the browser see it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SignIn {
    /// The number shown in both places, from 10 to 99: whoever passes somebody else's code on is found out by it.
    pub code: i64,
    /// How it stands.
    pub state: SignInState,
}

/// What a browser has to remember to finish a request of its own.
#[derive(Clone, Debug)]
pub struct Asked {
    /// What goes into the link to the bot.
    pub token: Token,
    /// What stays in the browser alone.
    pub browser: Token,
    /// The number shown in both places.
    pub code: i64,
}

/// A browser asks to be signed in.
pub async fn ask_sign_in(conn: &mut Conn, now: DateTime<Utc>) -> Result<Asked, StoreError> {
    let asked = Asked { token: Token::random()?, browser: Token::random()?, code: two_digits()? };
    forget_over(conn, now).await?;
    run!(
        conn,
        "INSERT INTO sign_in (token_hash, browser_hash, code, state, created_at, expires_at)
         VALUES ($1, $2, $3, $4, $5, $6)",
        asked.token.hash(),
        asked.browser.hash(),
        asked.code,
        SignInState::Asked.code(),
        now,
        now + SIGN_IN_LIFE,
    )?;
    Ok(asked)
}

fn two_digits() -> Result<i64, StoreError> {
    let mut bytes = [0; 4];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::NoRandomness)?;
    Ok(10 + i64::from(u32::from_be_bytes(bytes) % 90))
}

fn read(row: Option<(i64, String)>) -> Result<Option<SignIn>, StoreError> {
    let Some((code, state)) = row else { return Ok(None) };
    let known = SignInState::ALL.into_iter().find(|one| one.code() == state);
    Ok(Some(SignIn { code, state: known.ok_or_else(|| StoreError::unknown("state of a sign-in", state))? }))
}

/// The request behind a link, as the bot shows it; `None` when there is none, or it is too old.
pub async fn sign_in(
    conn: &mut Conn,
    token: &Token,
    now: DateTime<Utc>,
) -> Result<Option<SignIn>, StoreError> {
    read(maybe!(
        conn,
        (i64, String),
        "SELECT code, state FROM sign_in WHERE token_hash = $1 AND expires_at > $2",
        token.hash(),
        now,
    )?)
}

/// The request of this browser.
pub async fn own_sign_in(
    conn: &mut Conn,
    token: &Token,
    browser: &Token,
    now: DateTime<Utc>,
) -> Result<Option<SignIn>, StoreError> {
    read(maybe!(
        conn,
        (i64, String),
        "SELECT code, state FROM sign_in WHERE token_hash = $1 AND browser_hash = $2 AND expires_at > $3",
        token.hash(),
        browser.hash(),
        now,
    )?)
}

/// The person answers in Telegram whether it is they who sign in. `false`: it was answered before, or is too old.
pub async fn answer_sign_in(
    conn: &mut Conn,
    token: &Token,
    person: PersonId,
    approved: bool,
    now: DateTime<Utc>,
) -> Result<bool, StoreError> {
    let answer = if approved { SignInState::Approved } else { SignInState::Refused };
    let changed = run!(
        conn,
        "UPDATE sign_in SET state = $1, person_id = $2 WHERE token_hash = $3 AND state = $4 AND expires_at > $5",
        answer.code(),
        person.0,
        token.hash(),
        SignInState::Asked.code(),
        now,
    )?;
    Ok(changed == 1)
}

/// The browser goes on: an approved request of its own becomes a session, once.
pub async fn finish_sign_in(
    conn: &mut Conn,
    token: &Token,
    browser: &Token,
    now: DateTime<Utc>,
) -> Result<Option<Token>, StoreError> {
    let used = run!(
        conn,
        "UPDATE sign_in SET state = $1
         WHERE token_hash = $2 AND browser_hash = $3 AND state = $4 AND expires_at > $5",
        SignInState::Used.code(),
        token.hash(),
        browser.hash(),
        SignInState::Approved.code(),
        now,
    )?;
    if used == 0 {
        return Ok(None);
    }
    let (person,) = one!(conn, (i64,), "SELECT person_id FROM sign_in WHERE token_hash = $1", token.hash())?;
    begin(conn, PersonId(person), now).await.map(Some)
}
