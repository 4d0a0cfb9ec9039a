//! Published results: counted once, frozen with their hash, and read from then on as they are.
//!
//! What is public is the text of a document, byte for byte; its hash can be checked by anybody. Nothing here recomputes it.

use std::collections::HashMap;

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::ids::{OrganisationId, ServiceId};
use domain::people::MayPublish;
use domain::ratings::Counts;
use domain::refusal::Refusal;
use domain::results::{self, Body, Document, Offered, Period, SetAside};
use domain::written::{TEXT_LIMIT, tidy};
use serde_json::json;
use sha2::{Digest, Sha256};

use crate::events::{self, Event};
use crate::organisations::NamesRow;
use crate::query::{all, maybe};
use crate::{Conn, NotDone, StoreError, rating_boards};

/// What is said of a publication without its document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Published {
    /// Its number, never used again.
    pub id: i64,
    /// What it is about.
    pub period: Period,
    /// 1, and one more for each correction.
    pub version: u32,
    /// When it was published.
    pub published_at: DateTime<Utc>,
    /// Why it replaces the version before it.
    pub reason: Option<String>,
    /// The SHA-256 of its document's bytes.
    pub sha256: String,
}

/// What can be published, as it would be.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The document and what was held back.
    pub offered: Offered,
    /// The version that stands now.
    pub before: Option<Published>,
    /// Tells this draft from any with other figures.
    pub seal: String,
}

/// The bytes of a document, as they are hashed and given out.
fn text_of(document: &Document) -> Result<String, StoreError> {
    let text = serde_json::to_string_pretty(document);
    text.map(|text| text + "\n").map_err(|error| StoreError::unknown("result", error.to_string()))
}

/// The SHA-256 of a text, in small hexadecimal letters.
pub fn hash_of(text: &str) -> String {
    hex::encode(Sha256::digest(text.as_bytes()))
}

#[derive(sqlx::FromRow)]
struct Row {
    id: i64,
    period: String,
    version: i64,
    published_at: DateTime<Utc>,
    reason: Option<String>,
    sha256: String,
}

impl TryFrom<Row> for Published {
    type Error = StoreError;

    fn try_from(row: Row) -> Result<Self, StoreError> {
        let period = Period::read(&row.period).ok_or_else(|| StoreError::unknown("period", row.period))?;
        Ok(Self {
            id: row.id,
            period,
            version: u32::try_from(row.version).unwrap_or_default(),
            published_at: row.published_at,
            reason: row.reason,
            sha256: row.sha256,
        })
    }
}

/// All that was published, the latest first. A city publishes seven in a year.
pub async fn all(conn: &mut Conn) -> Result<Vec<Published>, StoreError> {
    let rows = all!(
        conn,
        Row,
        "SELECT id, period, version, published_at, reason, sha256 FROM publication ORDER BY id DESC"
    )?;
    rows.into_iter().map(TryInto::try_into).collect()
}

/// The bytes of a publication.
pub async fn text(conn: &mut Conn, id: i64) -> Result<Option<String>, StoreError> {
    let row = maybe!(conn, (String,), "SELECT document FROM publication WHERE id = $1", id)?;
    Ok(row.map(|(text,)| text))
}

/// The document in the bytes of a publication.
pub fn document_in(text: &str) -> Result<Document, StoreError> {
    serde_json::from_str(text).map_err(|error| StoreError::unknown("result", error.to_string()))
}

/// The day of the first rating.
pub async fn first_day(conn: &mut Conn) -> Result<Option<NaiveDate>, StoreError> {
    let row = maybe!(conn, (NaiveDate,), "SELECT day FROM rating ORDER BY id LIMIT 1")?;
    Ok(row.map(|(day,)| day))
}

/// What would be public of this period now. Refused while it is not over, or a quarter of it is not published.
pub async fn draft(conn: &mut Conn, period: Period, now: DateTime<Utc>) -> Result<Draft, NotDone> {
    if !period.is_over(tashkent_day(now)) {
        return Err(Refusal::PeriodNotReady.into());
    }
    let standing = all(conn).await?;
    // The latest version of each comes first.
    let latest = |period: Period| standing.iter().find(|one| one.period == period);
    let before = latest(period).cloned();
    let version = before.as_ref().map_or(1, |one| one.version + 1);
    let offered = if matches!(period, Period::Quarter(..)) {
        let mut earlier = Vec::new();
        for one in standing.iter().filter(|one| one.period == period) {
            let text = text(conn, one.id).await?;
            earlier.extend(text.as_deref().map(document_in).transpose()?);
        }
        let (set_aside, organisations, services) = counted(conn, period).await?;
        results::quarter(period, (version, now), set_aside, &organisations, &services, &earlier)
    } else {
        let mut quarters = Vec::new();
        for quarter in period.quarters() {
            let found = latest(quarter).ok_or(Refusal::PeriodNotReady)?;
            let text = text(conn, found.id).await?.ok_or(Refusal::PeriodNotReady)?;
            quarters.push((document_in(&text)?, found.sha256.clone()));
        }
        results::sum(period, (version, now), &quarters)
    };
    let timeless = Document { published_at: DateTime::UNIX_EPOCH, ..offered.document.clone() };
    let seal = hash_of(&text_of(&timeless)?);
    Ok(Draft { offered, before, seal })
}

/// Publishes a draft that a person was shown, known by its seal. A correction needs a reason.
pub async fn publish(
    conn: &mut Conn,
    right: &MayPublish,
    period: Period,
    (seal, reason): (&str, &str),
    now: DateTime<Utc>,
) -> Result<Published, NotDone> {
    let Draft { offered, before, seal: now_sealed } = draft(conn, period, now).await?;
    let mut document = offered.document;
    if seal != now_sealed {
        return Err(Refusal::FiguresChanged.into());
    }
    if let Some(before) = &before {
        let reason = tidy(reason);
        match reason.chars().count() {
            0 => return Err(Refusal::ReasonMissing.into()),
            length if length > TEXT_LIMIT => return Err(Refusal::ReasonTooLong.into()),
            _ => document.correction = Some(reason),
        }
        let standing = text(conn, before.id).await?.unwrap_or_default();
        if document_in(&standing)?.says_the_same(&document) {
            return Err(Refusal::NothingToPublish.into());
        }
    }
    let text = text_of(&document)?;
    let published = Published {
        id: 0,
        period,
        version: document.version,
        published_at: now,
        reason: document.correction.clone(),
        sha256: hash_of(&text),
    };
    keep(conn, right, published, before.as_ref(), &text).await
}

/// Freezes it, and records who did that.
async fn keep(
    conn: &mut Conn,
    right: &MayPublish,
    published: Published,
    before: Option<&Published>,
    text: &str,
) -> Result<Published, NotDone> {
    let row = maybe!(
        conn,
        (i64,),
        "INSERT INTO publication (period, version, published_at, published_by, reason, sha256, document)
         VALUES ($1, $2, $3, $4, $5, $6, $7)
         ON CONFLICT (period, version) DO NOTHING RETURNING id",
        published.period.key(),
        i64::from(published.version),
        published.published_at,
        right.person().0,
        published.reason.as_deref(),
        published.sha256.as_str(),
        text,
    )?;
    // Somebody else was quicker by a moment: what was shown is not what would replace theirs.
    let (id,) = row.ok_or(Refusal::FiguresChanged)?;
    let named =
        |one: &Published| json!({ "period": one.period.key(), "version": one.version, "sha256": one.sha256 });
    let event = Event {
        at: published.published_at,
        actor: Some(right.person()),
        action: "published",
        subject: "publication",
        subject_id: Some(id),
        organisation: Some(right.city()),
        before: before.map(named),
        after: Some(named(&published)),
        reason: published.reason.as_deref(),
    };
    events::record(conn, &event).await?;
    Ok(Published { id, ..published })
}

#[derive(Clone, sqlx::FromRow)]
struct BodyRow {
    id: i64,
    key: String,
    above: Option<String>,
    active: bool,
    #[sqlx(flatten)]
    names: NamesRow,
}

impl BodyRow {
    fn with(self, counts: Counts) -> Body {
        Body { key: self.key, names: self.names.into(), above: self.above, counts }
    }
}

#[derive(sqlx::FromRow)]
struct ServiceRow {
    /// Who gives it now.
    giver: i64,
    #[sqlx(flatten)]
    body: BodyRow,
}

/// Organisations and services with the marks of a period; also those that are not in use any more, if they were rated.
async fn counted(conn: &mut Conn, period: Period) -> Result<(SetAside, Vec<Body>, Vec<Body>), StoreError> {
    let organisations = all!(
        conn,
        BodyRow,
        "SELECT organisation.id, organisation.key, above.key AS above, organisation.active, organisation.name_uz_latn,
           organisation.name_uz_cyrl, organisation.name_ru, organisation.name_en
         FROM organisation LEFT JOIN organisation AS above ON above.id = organisation.parent_id
         ORDER BY organisation.id"
    )?;
    let services = all!(
        conn,
        ServiceRow,
        "SELECT service.id, service.organisation_id AS giver, service.key, organisation.key AS above, service.active,
           service.name_uz_latn, service.name_uz_cyrl, service.name_ru, service.name_en
         FROM service JOIN organisation ON organisation.id = service.organisation_id
         ORDER BY service.id"
    )?;
    let ids: Vec<_> = services.iter().map(|row| ServiceId(row.body.id)).collect();
    let apart = rating_boards::apart(conn, &ids, period.first(), period.last()).await?;
    let set_aside = SetAside { waiting: apart.waiting, left_out: apart.left_out };
    let marks = rating_boards::by_giver(conn, period.first(), period.last()).await?;
    let keys: HashMap<_, _> =
        organisations.iter().map(|row| (OrganisationId(row.id), row.key.clone())).collect();
    let services = at_their_givers(services, &marks, &keys);
    Ok((set_aside, organisations.into_iter().map(|row| row.with(Counts::default())).collect(), services))
}

/// The marks of a service at one organisation.
type Given = (ServiceId, OrganisationId, Counts);

/// Each service below the organisation that gives it, and below each other one that gave it in the period and was rated for it:
/// what was said of one organisation is not said of the next.
fn at_their_givers(
    services: Vec<ServiceRow>,
    marks: &[Given],
    keys: &HashMap<OrganisationId, String>,
) -> Vec<Body> {
    let mut bodies = Vec::with_capacity(services.len());
    for ServiceRow { giver, body } in services {
        let of_service = marks.iter().filter(|(service, ..)| service.0 == body.id);
        let (here, elsewhere): (Vec<&Given>, Vec<&Given>) = of_service.partition(|(_, at, _)| at.0 == giver);
        let counts = here.first().map(|(.., counts)| *counts);
        for (_, at, counts) in elsewhere {
            bodies.push(Body { above: keys.get(at).cloned(), ..body.clone().with(*counts) });
        }
        if body.active || counts.is_some() {
            bodies.push(body.clone().with(counts.unwrap_or_default()));
        }
    }
    bodies
}
