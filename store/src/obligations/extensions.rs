//! More time: requests of organisations, and what control says to them.

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::extension::{Asking, Kept, Situation};
use domain::ids::{ExtensionId, ObligationId, OrganisationId, PersonId};
use domain::language::Names;
use domain::people::{MayAnswer, MayDecide, Scope};
use domain::refusal::Refusal;
use serde_json::json;

use super::acts::{self, Row};
use super::{DueChange, TRIES, move_due};
use crate::boards::{in_scope, only};
use crate::events::{self, Event};
use crate::news::{self, NewsKind};
use crate::organisations::Catalogue;
use crate::query::{all, maybe, one, run};
use crate::wording::{TextRow, measure_text};
use crate::{Conn, NotDone, StoreError, reports};

/// A request for more time with all that is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extension {
    /// Its number.
    pub id: ExtensionId,
    /// The obligation.
    pub obligation: ObligationId,
    /// Whose it is.
    pub organisation: OrganisationId,
    /// What is to be done.
    pub text: Names,
    /// The day that counted when it was asked.
    pub due_before: NaiveDate,
    /// The day that was asked for.
    pub wanted: NaiveDate,
    /// Why.
    pub reason: String,
    /// Who asked.
    pub asked_by: PersonId,
    /// The name of who asked.
    pub asker: String,
    /// When.
    pub asked_at: DateTime<Utc>,
    /// Where it stands.
    pub state: Asking,
    /// The name of who decided.
    pub decider: Option<String>,
    /// When.
    pub decided_at: Option<DateTime<Utc>>,
    /// Why it was refused.
    pub decision: Option<String>,
    /// The day that was granted.
    pub granted: Option<NaiveDate>,
}

#[derive(sqlx::FromRow)]
struct ExtensionRow {
    id: i64,
    obligation_id: i64,
    organisation_id: i64,
    #[sqlx(flatten)]
    text: TextRow,
    due_before: NaiveDate,
    due_wanted: NaiveDate,
    reason: String,
    asked_by: i64,
    asker: String,
    asked_at: DateTime<Utc>,
    state: String,
    decider: Option<String>,
    decided_at: Option<DateTime<Utc>>,
    decision: Option<String>,
    granted: Option<NaiveDate>,
}

impl TryFrom<ExtensionRow> for Extension {
    type Error = StoreError;

    fn try_from(row: ExtensionRow) -> Result<Self, StoreError> {
        let state = Asking::from_code(&row.state);
        Ok(Self {
            id: ExtensionId(row.id),
            obligation: ObligationId(row.obligation_id),
            organisation: OrganisationId(row.organisation_id),
            text: row.text.into(),
            due_before: row.due_before,
            wanted: row.due_wanted,
            reason: row.reason,
            asked_by: PersonId(row.asked_by),
            asker: row.asker,
            asked_at: row.asked_at,
            state: state.ok_or_else(|| StoreError::unknown("state of a request", row.state))?,
            decider: row.decider,
            decided_at: row.decided_at,
            decision: row.decision,
            granted: row.granted,
        })
    }
}

/// The beginning of every query that makes an [`Extension`].
macro_rules! select_extensions {
    ($($rest:expr),+) => {
        concat!(
            "SELECT extension.id, extension.obligation_id, obligation.organisation_id, ",
            measure_text!(),
            ", extension.due_before, extension.due_wanted, extension.reason, extension.asked_by, asker.name AS asker,
               extension.asked_at, extension.state, decider.name AS decider, extension.decided_at,
               extension.decision, extension.granted
             FROM extension
             JOIN obligation ON obligation.id = extension.obligation_id
             JOIN measure ON measure.id = obligation.measure_id
             JOIN person AS asker ON asker.id = extension.asked_by
             LEFT JOIN person AS decider ON decider.id = extension.decided_by
             WHERE ",
            $($rest),+
        )
    };
}

/// One request.
pub async fn extension(conn: &mut Conn, id: ExtensionId) -> Result<Option<Extension>, StoreError> {
    let row = maybe!(conn, ExtensionRow, select_extensions!("extension.id = $1"), id.0)?;
    row.map(TryInto::try_into).transpose()
}

/// The request of an obligation that waits for its decision.
pub async fn undecided(conn: &mut Conn, obligation: ObligationId) -> Result<Option<Extension>, StoreError> {
    let row = maybe!(
        conn,
        ExtensionRow,
        select_extensions!("extension.obligation_id = $1 AND extension.state = 'asked'"),
        obligation.0,
    )?;
    row.map(TryInto::try_into).transpose()
}

/// The latest `limit` requests of an obligation, the newest first.
pub async fn extensions_of(
    conn: &mut Conn,
    obligation: ObligationId,
    limit: i64,
) -> Result<Vec<Extension>, StoreError> {
    let rows = all!(
        conn,
        ExtensionRow,
        select_extensions!("extension.obligation_id = $1 ORDER BY extension.id DESC LIMIT $2"),
        obligation.0,
        limit,
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// The requests that wait for a decision, the oldest first.
pub async fn extensions_waiting(
    conn: &mut Conn,
    scope: &Scope,
    limit: i64,
) -> Result<Vec<Extension>, StoreError> {
    let rows = all!(
        conn,
        ExtensionRow,
        select_extensions!(
            "extension.state = 'asked' AND ",
            in_scope!("obligation.organisation_id", "$1"),
            " ORDER BY extension.asked_at, extension.id LIMIT $2"
        ),
        only(scope),
        limit,
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// How many requests wait for a decision.
pub async fn count_extensions_waiting(conn: &mut Conn, scope: &Scope) -> Result<u64, StoreError> {
    let (number,) = one!(
        conn,
        (i64,),
        concat!(
            "SELECT COUNT(*) FROM obligation WHERE asked_more_at IS NOT NULL AND ",
            in_scope!("organisation_id", "$1")
        ),
        only(scope),
    )?;
    Ok(u64::try_from(number).unwrap_or_default())
}

/// An organisation asks for more time.
pub async fn ask_more(
    conn: &mut Conn,
    right: &MayAnswer,
    id: ObligationId,
    (wanted, reason): (NaiveDate, &str),
    catalogue: &Catalogue,
    now: DateTime<Utc>,
) -> Result<Extension, NotDone> {
    for _ in 0..TRIES {
        let row = acts::load(conn, id).await?;
        let undecided = undecided(conn, id).await?.is_some();
        let situation = Situation { life: &row.life, due: row.due, undecided, today: tashkent_day(now) };
        let working = catalogue.calendar.in_week(catalogue.week_of(row.life.organisation));
        let wish = situation.ask(right, wanted, reason, working)?;
        let changed = run!(
            conn,
            "UPDATE obligation SET asked_more_at = $1 WHERE id = $2 AND state_version = $3 AND asked_more_at IS NULL",
            now,
            id.0,
            row.version,
        )?;
        if changed == 0 {
            continue;
        }
        let (extension,) = one!(
            conn,
            (i64,),
            "INSERT INTO extension (obligation_id, due_before, due_wanted, reason, asked_by, asked_at, state)
             VALUES ($1, $2, $3, $4, $5, $6, $7) RETURNING id",
            id.0,
            row.due,
            wish.wanted,
            wish.reason.as_str(),
            right.person().0,
            now,
            Asking::Asked.code(),
        )?;
        let event = Event {
            action: "extension_asked",
            before: Some(json!({ "due": row.due })),
            after: Some(json!({ "due": wish.wanted })),
            reason: Some(&wish.reason),
            ..row.event(right.person(), id, now)
        };
        events::record(conn, &event).await?;
        news::tell(conn, NewsKind::ExtensionAsked, extension, now).await?;
        return known(conn, ExtensionId(extension)).await;
    }
    Err(NotDone::Failed(StoreError::Contended))
}

/// Control grants more time: the day moves, and the day before stays known.
pub async fn grant_more(
    conn: &mut Conn,
    right: &MayDecide,
    id: ExtensionId,
    catalogue: &Catalogue,
    now: DateTime<Utc>,
) -> Result<Extension, NotDone> {
    let Waiting { extension, row } = waiting(conn, id).await?;
    let working = catalogue.calendar.in_week(catalogue.week_of(row.life.organisation));
    let granted = kept(&extension).grant(&row.life, row.due, right, working)?;
    settle(conn, &extension, Asking::Granted, Some(right.person()), (None, Some(granted)), now).await?;
    let change = DueChange::Extended { by: right.person(), reason: &extension.reason };
    move_due(conn, extension.obligation, granted, change, now).await?;
    news::tell(conn, NewsKind::ExtensionDecided, id.0, now).await?;
    known(conn, id).await
}

/// Control refuses more time, with the reason.
pub async fn refuse_more(
    conn: &mut Conn,
    right: &MayDecide,
    id: ExtensionId,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<Extension, NotDone> {
    let Waiting { extension, row } = waiting(conn, id).await?;
    let reason = kept(&extension).refuse(&row.life, right, reason)?;
    settle(conn, &extension, Asking::Refused, Some(right.person()), (Some(&reason), None), now).await?;
    let event = Event {
        action: "extension_refused",
        before: Some(json!({ "due": extension.due_before })),
        after: Some(json!({ "due": extension.due_before, "wanted": extension.wanted })),
        reason: Some(&reason),
        ..row.event(right.person(), extension.obligation, now)
    };
    events::record(conn, &event).await?;
    news::tell(conn, NewsKind::ExtensionDecided, id.0, now).await?;
    known(conn, id).await
}

/// The organisation takes its request back.
pub async fn withdraw_more(
    conn: &mut Conn,
    right: &MayAnswer,
    id: ExtensionId,
    now: DateTime<Utc>,
) -> Result<Extension, NotDone> {
    let Waiting { extension, row } = waiting(conn, id).await?;
    kept(&extension).withdraw(&row.life, right)?;
    settle(conn, &extension, Asking::Withdrawn, Some(right.person()), (None, None), now).await?;
    let event = Event {
        action: "extension_withdrawn",
        before: Some(json!({ "wanted": extension.wanted })),
        after: None,
        ..row.event(right.person(), extension.obligation, now)
    };
    events::record(conn, &event).await?;
    known(conn, id).await
}

/// An obligation is closed: a request that still waits for a decision needs none any more. Gives that request.
pub(super) async fn close(
    conn: &mut Conn,
    obligation: ObligationId,
    now: DateTime<Utc>,
) -> Result<Option<ExtensionId>, NotDone> {
    let Some(extension) = undecided(conn, obligation).await? else { return Ok(None) };
    settle(conn, &extension, Asking::Withdrawn, None, (None, None), now).await?;
    Ok(Some(extension.id))
}

/// What closed the obligation of this request was taken back: the request waits again.
pub(super) async fn reopen(conn: &mut Conn, id: ExtensionId) -> Result<(), StoreError> {
    let asked = maybe!(
        conn,
        (i64, DateTime<Utc>),
        "UPDATE extension SET state = $1, decided_at = NULL WHERE id = $2 AND state = $3
         RETURNING obligation_id, asked_at",
        Asking::Asked.code(),
        id.0,
        Asking::Withdrawn.code(),
    )?;
    let Some((obligation, asked_at)) = asked else { return Ok(()) };
    run!(conn, "UPDATE obligation SET asked_more_at = $1 WHERE id = $2", asked_at, obligation)?;
    reports::request_waits_again(conn, id).await
}

/// A request and its obligation, as a decision looks at them.
struct Waiting {
    extension: Extension,
    row: Row,
}

async fn waiting(conn: &mut Conn, id: ExtensionId) -> Result<Waiting, NotDone> {
    let found = extension(conn, id).await?.ok_or(Refusal::NotYours)?;
    let row = acts::load(conn, found.obligation).await?;
    // The request is looked at after the obligation: whoever decided meanwhile is seen by the request itself, and not by the day
    // that has moved.
    let extension = extension(conn, id).await?.ok_or(Refusal::NotYours)?;
    Ok(Waiting { extension, row })
}

fn kept(extension: &Extension) -> Kept {
    Kept { state: extension.state, asked_by: extension.asked_by, wanted: extension.wanted }
}

/// Writes down what became of a request. Of two who decide at once, the second is told that it is decided.
async fn settle(
    conn: &mut Conn,
    extension: &Extension,
    state: Asking,
    by: Option<PersonId>,
    (decision, granted): (Option<&str>, Option<NaiveDate>),
    now: DateTime<Utc>,
) -> Result<(), NotDone> {
    // The obligation first, as every other act takes it: two acts must not wait for each other.
    run!(conn, "UPDATE obligation SET asked_more_at = NULL WHERE id = $1", extension.obligation.0)?;
    let changed = run!(
        conn,
        "UPDATE extension SET state = $1, decided_by = $2, decided_at = $3, decision = $4, granted = $5
         WHERE id = $6 AND state = 'asked'",
        state.code(),
        by.map(|person| person.0),
        now,
        decision,
        granted,
        extension.id.0,
    )?;
    if changed == 0 {
        return Err(Refusal::ExtensionDecided.into());
    }
    reports::request_ended(conn, extension.id).await?;
    Ok(())
}

async fn known(conn: &mut Conn, id: ExtensionId) -> Result<Extension, NotDone> {
    let found = extension(conn, id).await?;
    Ok(found.ok_or_else(|| StoreError::unknown("request", id.to_string()))?)
}
