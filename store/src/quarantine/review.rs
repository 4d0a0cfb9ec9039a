//! What a reviewer sees of marks set apart, and their decision.

use chrono::{DateTime, NaiveDate, Utc};
use domain::ids::{OrganisationId, QuarantineId, ServiceId};
use domain::language::Names;
use domain::people::{MayDecide, Scope};
use domain::ratings::{Counts, Mark, Standing, Suspicion};
use domain::refusal::Refusal;
use domain::written::{is_too_long, tidy};
use serde_json::json;

use crate::boards::{in_scope, only};
use crate::events::{self, Event};
use crate::query::{all, maybe, one, run};
use crate::ratings::{Tally, mark_from};
use crate::wording::{RatedPointRow, rated_point};
use crate::{Conn, NotDone, StoreError};

/// What a reviewer says of marks set apart.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// They are genuine: they count.
    Accept,
    /// They are not: they never count, and the cases that they opened are over.
    LeaveOut,
}

impl Verdict {
    fn state(self) -> &'static str {
        self.standing().code()
    }

    fn standing(self) -> Standing {
        match self {
            Self::Accept => Standing::Accepted,
            Self::LeaveOut => Standing::LeftOut,
        }
    }
}

/// What was decided, by whom and why.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Decision {
    /// What.
    pub verdict: Verdict,
    /// Who.
    pub by: Option<String>,
    /// When.
    pub at: DateTime<Utc>,
    /// Why.
    pub reason: String,
}

/// Marks that wait together, or waited.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Quarantine {
    /// Their number.
    pub id: QuarantineId,
    /// What makes them suspicious.
    pub suspicion: Suspicion,
    /// The name of the point; none when the service was found by its name.
    pub point: Option<Names>,
    /// The service.
    pub service: ServiceId,
    /// Who gives it.
    pub organisation: OrganisationId,
    /// The day in Tashkent on which it was noticed.
    pub day: NaiveDate,
    /// When the first of them was given.
    pub first: DateTime<Utc>,
    /// When the last of them was given.
    pub last: DateTime<Utc>,
    /// The marks.
    pub marks: Counts,
    /// Marks that count of the same service since a day, without the day itself.
    pub usual: u64,
    /// The decision, once there is one.
    pub decision: Option<Decision>,
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    kind: String,
    #[sqlx(flatten)]
    point: RatedPointRow,
    service_id: i64,
    organisation_id: i64,
    day: NaiveDate,
    state: String,
    decided_by: Option<String>,
    decided_at: Option<DateTime<Utc>>,
    reason: Option<String>,
    first_at: DateTime<Utc>,
    final_at: DateTime<Utc>,
    mark_1: i64,
    mark_2: i64,
    mark_3: i64,
    mark_4: i64,
    mark_5: i64,
    usual: i64,
}

fn count(number: i64) -> u64 {
    u64::try_from(number).unwrap_or_default()
}

impl TryFrom<Row> for Quarantine {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let verdict = match row.state.as_str() {
            "waiting" => None,
            "accepted" => Some(Verdict::Accept),
            "left_out" => Some(Verdict::LeaveOut),
            _ => return Err(StoreError::unknown("state of a quarantine", row.state)),
        };
        let decision = verdict.zip(row.decided_at).map(|(verdict, at)| Decision {
            verdict,
            at,
            by: row.decided_by,
            reason: row.reason.unwrap_or_default(),
        });
        Ok(Self {
            id: QuarantineId(row.id),
            suspicion: Suspicion::from_code(&row.kind)
                .ok_or_else(|| StoreError::unknown("suspicion", row.kind.clone()))?,
            point: row.point.names(),
            service: ServiceId(row.service_id),
            organisation: OrganisationId(row.organisation_id),
            day: row.day,
            first: row.first_at,
            last: row.final_at,
            marks: Counts([row.mark_1, row.mark_2, row.mark_3, row.mark_4, row.mark_5].map(count)),
            usual: count(row.usual),
            decision,
        })
    }
}

/// Every query that makes a [`Quarantine`]: which ones stand in `$chosen`, a table of numbers; usual is counted from `$2` on.
macro_rules! select_quarantines {
    ($chosen:expr, $order:literal) => {
        concat!(
            "SELECT quarantine.id, quarantine.kind, ",
            rated_point!(),
            ", quarantine.service_id,
               quarantine.organisation_id, quarantine.day, quarantine.state, person.name AS decided_by,
               quarantine.decided_at, quarantine.reason,
               MIN(rating.given_at) AS first_at, MAX(rating.given_at) AS final_at,
               CAST(SUM(CASE WHEN rating.mark = 1 THEN 1 ELSE 0 END) AS BIGINT) AS mark_1,
               CAST(SUM(CASE WHEN rating.mark = 2 THEN 1 ELSE 0 END) AS BIGINT) AS mark_2,
               CAST(SUM(CASE WHEN rating.mark = 3 THEN 1 ELSE 0 END) AS BIGINT) AS mark_3,
               CAST(SUM(CASE WHEN rating.mark = 4 THEN 1 ELSE 0 END) AS BIGINT) AS mark_4,
               CAST(SUM(CASE WHEN rating.mark = 5 THEN 1 ELSE 0 END) AS BIGINT) AS mark_5,
               (SELECT CAST(COALESCE(SUM(mark_1 + mark_2 + mark_3 + mark_4 + mark_5), 0) AS BIGINT) FROM rating_day
                WHERE rating_day.service_id = quarantine.service_id AND rating_day.day >= $2
                  AND rating_day.day < quarantine.day) AS usual
             FROM quarantine
             JOIN rating ON rating.quarantine_id = quarantine.id
             LEFT JOIN service_point ON service_point.id = quarantine.point_id
             LEFT JOIN person ON person.id = quarantine.decided_by
             WHERE quarantine.id IN (",
            $chosen,
            ")
             GROUP BY quarantine.id, service_point.id, person.name
             ORDER BY ",
            $order
        )
    };
}

/// What waits for a decision, the oldest first. What is usual for the service is counted from `since` on.
pub async fn waiting(
    conn: &mut Conn,
    scope: &Scope,
    since: NaiveDate,
    limit: i64,
) -> Result<Vec<Quarantine>, StoreError> {
    let rows = all!(
        conn,
        Row,
        select_quarantines!(
            concat!(
                "SELECT id FROM quarantine WHERE state = 'waiting' AND ",
                in_scope!("organisation_id", "$1"),
                " ORDER BY id LIMIT $3"
            ),
            "quarantine.id"
        ),
        only(scope),
        since,
        limit,
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// What was decided lately, the latest first. What is usual for the service is counted from `since` on.
pub async fn decided(
    conn: &mut Conn,
    scope: &Scope,
    since: NaiveDate,
    limit: i64,
) -> Result<Vec<Quarantine>, StoreError> {
    let rows = all!(
        conn,
        Row,
        select_quarantines!(
            concat!(
                "SELECT id FROM quarantine WHERE decided_at IS NOT NULL AND ",
                in_scope!("organisation_id", "$1"),
                " ORDER BY decided_at DESC LIMIT $3"
            ),
            "quarantine.decided_at DESC, quarantine.id DESC"
        ),
        only(scope),
        since,
        limit,
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// How many marks wait for a decision.
pub async fn waiting_count(conn: &mut Conn, scope: &Scope) -> Result<u64, StoreError> {
    let (number,) = one!(
        conn,
        (i64,),
        concat!(
            "SELECT COUNT(*) FROM quarantine JOIN rating ON rating.quarantine_id = quarantine.id
             WHERE quarantine.state = 'waiting' AND ",
            in_scope!("quarantine.organisation_id", "$1")
        ),
        only(scope),
    )?;
    Ok(count(number))
}

/// The organisation whose marks wait together under this number.
pub async fn organisation_of(
    conn: &mut Conn,
    id: QuarantineId,
) -> Result<Option<OrganisationId>, StoreError> {
    let row = maybe!(conn, (i64,), "SELECT organisation_id FROM quarantine WHERE id = $1", id.0)?;
    Ok(row.map(|(organisation,)| OrganisationId(organisation)))
}

/// Decides about marks that wait together, and gives how many they were.
pub async fn decide(
    conn: &mut Conn,
    right: &MayDecide,
    id: QuarantineId,
    verdict: Verdict,
    reason: &str,
    now: DateTime<Utc>,
) -> Result<usize, NotDone> {
    let reason = checked(reason)?;
    let found = maybe!(
        conn,
        (i64,),
        "UPDATE quarantine SET state = $1, decided_by = $2, decided_at = $3, reason = $4
         WHERE id = $5 AND organisation_id = $6 AND state = 'waiting' RETURNING service_id",
        verdict.state(),
        right.person().0,
        now,
        reason.as_str(),
        id.0,
        right.organisation().0,
    )?;
    let Some((service,)) = found else { return Err(Refusal::QuarantineDecided.into()) };
    let marks = all!(
        conn,
        (NaiveDate, i64, i64),
        "UPDATE rating SET standing = $1 WHERE quarantine_id = $2 AND standing = 'held'
         RETURNING day, organisation_id, mark",
        verdict.standing().code(),
        id.0,
    )?;
    let mut tally = Tally::default();
    for (day, organisation, mark) in &marks {
        let (at, mark): (_, Mark) = ((*day, OrganisationId(*organisation)), mark_from(*mark)?);
        tally.goes(at, mark, Standing::Held);
        tally.comes(at, mark, verdict.standing());
    }
    tally.keep(conn, ServiceId(service)).await?;
    let closed = if verdict == Verdict::LeaveOut { close_cases(conn, id).await? } else { 0 };
    let event = Event {
        at: now,
        actor: Some(right.person()),
        action: verdict.state(),
        subject: "quarantine",
        subject_id: Some(id.0),
        organisation: Some(right.organisation()),
        before: None,
        after: Some(json!({ "marks": marks.len(), "cases_closed": closed })),
        reason: Some(&reason),
    };
    events::record(conn, &event).await?;
    Ok(marks.len())
}

fn checked(reason: &str) -> Result<String, Refusal> {
    let reason = tidy(reason);
    match () {
        () if reason.is_empty() => Err(Refusal::ReasonMissing),
        () if is_too_long(&reason) => Err(Refusal::ReasonTooLong),
        () => Ok(reason),
    }
}

/// Nobody has to answer marks that nobody gave.
async fn close_cases(conn: &mut Conn, id: QuarantineId) -> Result<u64, StoreError> {
    run!(
        conn,
        "UPDATE citizen_case SET state = 'left_out', sealed_chat = NULL
         WHERE state = 'open' AND rating_id IN (SELECT id FROM rating WHERE quarantine_id = $1)",
        id.0,
    )
}
