//! The second look at accepted reports: which are chosen, what was found, and how far an organisation can be trusted.

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::clock::in_tashkent;
use domain::ids::{AnswerId, ObligationId, OrganisationId, PersonId, RecheckId};
use domain::language::Names;
use domain::people::{MayDecide, Scope};
use domain::recheck::{Chosen, Recheck, Trust, is_chosen};
use domain::refusal::Refusal;
use serde_json::json;

use crate::boards::{in_scope, only};
use crate::events::{self, Event};
use crate::news::{self, NewsKind};
use crate::query::{all, maybe, one, run};
use crate::wording::{TextRow, measure_text};
use crate::{Conn, NotDone, StoreError, control};

/// A re-check with all that is said of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct RecheckView {
    /// Its number.
    pub id: RecheckId,
    /// The obligation.
    pub obligation: ObligationId,
    /// Whose report it is.
    pub organisation: OrganisationId,
    /// What was to be done.
    pub text: Names,
    /// Who accepted it.
    pub accepted_by: Option<PersonId>,
    /// The name of who accepted it.
    pub acceptor: Option<String>,
    /// When.
    pub accepted_at: DateTime<Utc>,
    /// Where the re-check stands.
    pub state: Recheck,
    /// Why the report does not stand.
    pub reason: Option<String>,
}

#[derive(sqlx::FromRow)]
struct RecheckRow {
    id: i64,
    obligation_id: i64,
    organisation_id: i64,
    #[sqlx(flatten)]
    text: TextRow,
    accepted_by: Option<i64>,
    acceptor: Option<String>,
    accepted_at: DateTime<Utc>,
    state: String,
    reason: Option<String>,
}

impl TryFrom<RecheckRow> for RecheckView {
    type Error = StoreError;

    fn try_from(row: RecheckRow) -> Result<Self, StoreError> {
        let state = Recheck::from_code(&row.state);
        Ok(Self {
            id: RecheckId(row.id),
            obligation: ObligationId(row.obligation_id),
            organisation: OrganisationId(row.organisation_id),
            text: row.text.into(),
            accepted_by: row.accepted_by.map(PersonId),
            acceptor: row.acceptor,
            accepted_at: row.accepted_at,
            state: state.ok_or_else(|| StoreError::unknown("state of a re-check", row.state))?,
            reason: row.reason,
        })
    }
}

/// The beginning of every query that makes a [`RecheckView`].
macro_rules! select_rechecks {
    ($($rest:expr),+) => {
        concat!(
            "SELECT recheck.id, recheck.obligation_id, recheck.organisation_id, ",
            measure_text!(),
            ", recheck.accepted_by,
               person.name AS acceptor, recheck.accepted_at, recheck.state, recheck.reason
             FROM recheck
             JOIN obligation ON obligation.id = recheck.obligation_id
             JOIN measure ON measure.id = obligation.measure_id
             LEFT JOIN person ON person.id = recheck.accepted_by
             WHERE ",
            $($rest),+
        )
    };
}

/// One re-check.
pub async fn view(conn: &mut Conn, id: RecheckId) -> Result<Option<RecheckView>, StoreError> {
    let row = maybe!(conn, RecheckRow, select_rechecks!("recheck.id = $1"), id.0)?;
    row.map(TryInto::try_into).transpose()
}

/// The re-checks that wait for somebody, the oldest first; not those that `not_of` has accepted himself.
pub async fn waiting(
    conn: &mut Conn,
    scope: &Scope,
    not_of: PersonId,
    limit: i64,
) -> Result<Vec<RecheckView>, StoreError> {
    let rows = all!(
        conn,
        RecheckRow,
        select_rechecks!(
            "recheck.state = 'chosen' AND (recheck.accepted_by IS NULL OR recheck.accepted_by <> $1) AND ",
            in_scope!("recheck.organisation_id", "$2"),
            " ORDER BY recheck.accepted_at, recheck.id LIMIT $3"
        ),
        not_of.0,
        only(scope),
        limit,
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// How far the reports of an organisation can be trusted, by the re-checks since this day.
pub async fn trust(
    conn: &mut Conn,
    organisation: OrganisationId,
    since: NaiveDate,
) -> Result<Trust, StoreError> {
    let (stood, rechecked) = one!(
        conn,
        (i64, i64),
        "SELECT COUNT(*) FILTER (WHERE state = 'stands'), COUNT(*) FROM recheck
         WHERE state <> 'chosen' AND organisation_id = $1 AND decided_at >= $2",
        organisation.0,
        in_tashkent(since, NaiveTime::MIN),
    )?;
    let count = |number: i64| u64::try_from(number).unwrap_or_default();
    Ok(Trust { stood: count(stood), rechecked: count(rechecked) })
}

/// A report was accepted: chooses it for a second look when its turn comes.
pub(crate) async fn choose(
    conn: &mut Conn,
    obligation: ObligationId,
    organisation: OrganisationId,
    accepted_by: PersonId,
    now: DateTime<Utc>,
) -> Result<(), StoreError> {
    let answer = maybe!(
        conn,
        (i64,),
        "SELECT id FROM answer WHERE obligation_id = $1 ORDER BY id DESC LIMIT 1",
        obligation.0,
    )?;
    let Some((answer,)) = answer else { return Ok(()) };
    let percent = control::policy(conn).await?.recheck_percent();
    if !is_chosen(AnswerId(answer), control::seed(conn, now).await?, percent) {
        return Ok(());
    }
    run!(
        conn,
        "INSERT INTO recheck (answer_id, obligation_id, organisation_id, accepted_by, accepted_at, state)
         VALUES ($1, $2, $3, $4, $5, $6) ON CONFLICT (answer_id) DO NOTHING",
        answer,
        obligation.0,
        organisation.0,
        accepted_by.0,
        now,
        Recheck::Chosen.code(),
    )?;
    let event = Event {
        at: now,
        actor: None,
        action: "recheck_chosen",
        subject: "obligation",
        subject_id: Some(obligation.0),
        organisation: Some(organisation),
        before: None,
        after: Some(json!({ "answer": answer })),
        reason: None,
    };
    events::record(conn, &event).await
}

/// The report stands.
pub async fn stands(
    conn: &mut Conn,
    right: &MayDecide,
    id: RecheckId,
    now: DateTime<Utc>,
) -> Result<RecheckView, NotDone> {
    let recheck = view(conn, id).await?.ok_or(Refusal::NotYours)?;
    chosen(&recheck).stands(right)?;
    settle(conn, right, &recheck, Recheck::Stands, None, now).await
}

/// The report does not stand, for this reason. The organisation hears of it.
pub async fn falls(
    conn: &mut Conn,
    right: &MayDecide,
    id: RecheckId,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<RecheckView, NotDone> {
    let recheck = view(conn, id).await?.ok_or(Refusal::NotYours)?;
    let reason = chosen(&recheck).falls(right, reason)?;
    let settled = settle(conn, right, &recheck, Recheck::Falls, Some(&reason), now).await?;
    news::tell(conn, NewsKind::RecheckFell, id.0, now).await?;
    Ok(settled)
}

fn chosen(recheck: &RecheckView) -> Chosen {
    Chosen { organisation: recheck.organisation, accepted_by: recheck.accepted_by, state: recheck.state }
}

async fn settle(
    conn: &mut Conn,
    right: &MayDecide,
    recheck: &RecheckView,
    state: Recheck,
    reason: Option<&str>,
    now: DateTime<Utc>,
) -> Result<RecheckView, NotDone> {
    let changed = run!(
        conn,
        "UPDATE recheck SET state = $1, decided_by = $2, decided_at = $3, reason = $4
         WHERE id = $5 AND state = 'chosen'",
        state.code(),
        right.person().0,
        now,
        reason,
        recheck.id.0,
    )?;
    if changed == 0 {
        return Err(Refusal::RecheckDecided.into());
    }
    let event = Event {
        at: now,
        actor: Some(right.person()),
        action: if state == Recheck::Stands { "recheck_stands" } else { "recheck_falls" },
        subject: "obligation",
        subject_id: Some(recheck.obligation.0),
        organisation: Some(recheck.organisation),
        before: None,
        after: Some(json!({ "recheck": recheck.id })),
        reason,
    };
    events::record(conn, &event).await?;
    let found = view(conn, recheck.id).await?;
    Ok(found.ok_or_else(|| StoreError::unknown("re-check", recheck.id.to_string()))?)
}
