//! Organisations, services and points: small, hot, rarely changing. Read whole, and kept in memory until they change.

use std::collections::HashMap;
use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use chrono::{DateTime, Utc};
use domain::calendar::{CalendarDay, Certainty, DayKind, Week, Weeks, WorkingCalendar};
use domain::ids::{OrganisationId, PointId, ServiceId};
use domain::language::Names;
use domain::people::Tree;
use domain::ratings::Limits;
use domain::reminders::speaking_from;
use domain::search::Index;

use crate::query::all;
use crate::{Conn, Store, StoreError};

/// How long another process may go on with an old catalogue after this one changed it.
const FRESH_FOR: Duration = Duration::from_secs(30);

/// A body of the city.
#[derive(Clone, Debug)]
pub struct Organisation {
    /// Its number.
    pub id: OrganisationId,
    /// The short name by which files and commands call it.
    pub key: String,
    /// Its names.
    pub names: Names,
    /// Its working week.
    pub week: Week,
    /// The organisation above it.
    pub parent: Option<OrganisationId>,
    /// What it is: `city`, `tax`, `utility`, …
    pub kind: String,
    /// Whether it is in use: a closed one gives no services and gets no new obligations.
    pub active: bool,
}

/// A public service.
#[derive(Clone, Debug)]
pub struct Service {
    /// Its number.
    pub id: ServiceId,
    /// The short name by which files and commands call it.
    pub key: String,
    /// Who gives it.
    pub organisation: OrganisationId,
    /// Its names.
    pub names: Names,
    /// The regulated term, as worded.
    pub term: Option<String>,
}

/// A place where a service is given, with a link of its own.
#[derive(Clone, Debug)]
pub struct Point {
    /// Its number.
    pub id: PointId,
    /// The service given there.
    pub service: ServiceId,
    /// What stands in its link.
    pub code: String,
    /// Its names, as entered.
    pub names: Names,
    /// Whether marks here need a visit code.
    pub asks_for_code: bool,
}

/// A point as people see it.
#[derive(Clone, Copy, Debug)]
pub struct Whereabouts<'a> {
    /// The service.
    pub service: &'a Service,
    /// Who gives it.
    pub organisation: &'a Organisation,
    /// What the place is called, when it has a name of its own.
    pub place: Option<&'a Names>,
}

/// All of it at one moment.
#[derive(Clone, Debug, Default)]
pub struct Catalogue {
    /// The organisations.
    pub organisations: HashMap<OrganisationId, Organisation>,
    /// Who stands below whom.
    pub tree: Tree,
    /// The services in use.
    pub services: HashMap<ServiceId, Service>,
    /// The points in use, by the code of their links.
    pub points: HashMap<String, Point>,
    /// The codes of links that are not valid any more, each with the one that took its place, if any did.
    pub former: HashMap<String, Option<String>>,
    /// The working days.
    pub calendar: WorkingCalendar,
    /// Above how many marks something is suspicious.
    pub limits: Limits,
    /// The services in use, to be found by their names.
    pub search: Index<ServiceId>,
    /// Which marks open a case, and how long an organisation has.
    pub cases: domain::cases::Policy,
}

impl Catalogue {
    /// The point in use with this number.
    pub fn point(&self, id: PointId) -> Option<&Point> {
        self.points.values().find(|point| point.id == id)
    }

    /// Whether marks of a service need a visit code wherever it is given: then there are none without a point.
    pub fn asks_everywhere(&self, service: ServiceId) -> bool {
        let mut points = self.points.values().filter(|point| point.service == service).peekable();
        points.peek().is_some() && points.all(|point| point.asks_for_code)
    }

    /// The working week of an organisation; five days for one that is not known.
    pub fn week_of(&self, organisation: OrganisationId) -> Week {
        self.organisations.get(&organisation).map(|found| found.week).unwrap_or_default()
    }

    /// When people of an organisation may be written to: nobody is reminded outside the hours of work.
    pub fn speaks_from(&self, organisation: OrganisationId, now: DateTime<Utc>) -> DateTime<Utc> {
        speaking_from(now, &self.calendar, self.week_of(organisation))
    }

    /// Whose service it is, and where it is given.
    pub fn whereabouts<'a>(&'a self, service: ServiceId, place: &'a Names) -> Option<Whereabouts<'a>> {
        let service = self.services.get(&service)?;
        let organisation = self.organisations.get(&service.organisation)?;
        // The first point of a service bears the name of the organisation: that is no name of a place.
        let place = Some(place).filter(|place| place.uz_latn != organisation.names.uz_latn);
        Some(Whereabouts { service, organisation, place })
    }

    /// The body above all others: the hokimiyat, where control sits.
    pub fn top(&self) -> Option<OrganisationId> {
        let roots = self.organisations.values().filter(|one| one.parent.is_none());
        roots.map(|root| root.id).min()
    }
}

/// The catalogue in memory.
pub(crate) type Cache = std::sync::RwLock<Kept>;

/// What is in memory: a catalogue and since when, and how often it was forgotten.
#[derive(Default)]
pub(crate) struct Kept {
    catalogue: Option<(Instant, Arc<Catalogue>)>,
    forgotten: u64,
}

impl Store {
    /// The catalogue, from memory when it is fresh. Whoever comes while it is loaded waits for that one load: many at once would
    /// slow each other down until what they load is stale before it is there.
    pub async fn catalogue(&self) -> Result<Arc<Catalogue>, StoreError> {
        if let Some(catalogue) = self.fresh_catalogue() {
            return Ok(catalogue);
        }
        let loading = &self.inner.loading_catalogue;
        let turn = loading.try_lock();
        if turn.is_err() {
            drop(loading.lock().await);
            if let Some(catalogue) = self.fresh_catalogue() {
                return Ok(catalogue);
            }
            // That load failed, or is out of date already. Nobody waits a second time: time-outs would add up.
        }
        self.load_catalogue().await
    }

    fn fresh_catalogue(&self) -> Option<Arc<Catalogue>> {
        let kept = self.inner.catalogue.read().unwrap_or_else(PoisonError::into_inner);
        let fresh = kept.catalogue.as_ref().filter(|(since, _)| since.elapsed() < FRESH_FOR);
        fresh.map(|(_, catalogue)| Arc::clone(catalogue))
    }

    async fn load_catalogue(&self) -> Result<Arc<Catalogue>, StoreError> {
        let forgotten = self.inner.catalogue.read().unwrap_or_else(PoisonError::into_inner).forgotten;
        let since = Instant::now();
        let catalogue = Arc::new(self.read(|conn| Box::pin(load(conn))).await?);
        let mut kept = self.inner.catalogue.write().unwrap_or_else(PoisonError::into_inner);
        // What was read before a change must not be kept after it.
        if kept.forgotten == forgotten {
            kept.catalogue = Some((since, Arc::clone(&catalogue)));
        }
        Ok(catalogue)
    }

    /// Makes the next [`Store::catalogue`] look into the database again. Call it after a change of what it holds.
    pub fn forget_catalogue(&self) {
        let mut kept = self.inner.catalogue.write().unwrap_or_else(PoisonError::into_inner);
        kept.catalogue = None;
        kept.forgotten = kept.forgotten.wrapping_add(1);
    }
}

/// Reads the catalogue from the database.
pub async fn load(conn: &mut Conn) -> Result<Catalogue, StoreError> {
    let organisations = load_organisations(conn).await?;
    let services = load_services(conn).await?;
    let search = searchable(&organisations, &services);
    let tree = Tree::from_parents(organisations.iter().map(|one| (one.id, one.parent)));
    Ok(Catalogue {
        tree,
        organisations: organisations.into_iter().map(|one| (one.id, one)).collect(),
        services: services.into_iter().map(|one| (one.id, one)).collect(),
        search,
        points: load_points(conn).await?.into_iter().map(|one| (one.code.clone(), one)).collect(),
        former: load_former_links(conn).await?,
        calendar: load_calendar(conn).await?,
        limits: crate::quarantine::limits(conn).await?,
        cases: crate::cases::policy(conn).await?,
    })
}

/// The services by all their names, and by those of their organisations.
fn searchable(organisations: &[Organisation], services: &[Service]) -> Index<ServiceId> {
    let around = |id: OrganisationId| {
        organisations.iter().find(|one| one.id == id).into_iter().flat_map(|one| one.names.all())
    };
    Index::new(services.iter().map(|one| (one.id, one.names.all(), around(one.organisation))))
}

#[derive(sqlx::FromRow)]
struct OrganisationRow {
    id: i64,
    key: String,
    parent_id: Option<i64>,
    kind: String,
    #[sqlx(flatten)]
    names: NamesRow,
    week: String,
    active: bool,
}

#[derive(Clone, sqlx::FromRow)]
#[expect(clippy::struct_field_names, reason = "the fields are called like their columns")]
pub(crate) struct NamesRow {
    name_uz_latn: String,
    name_uz_cyrl: Option<String>,
    name_ru: Option<String>,
    name_en: Option<String>,
}

impl From<NamesRow> for Names {
    fn from(row: NamesRow) -> Self {
        Self { uz_latn: row.name_uz_latn, uz_cyrl: row.name_uz_cyrl, ru: row.name_ru, en: row.name_en }
    }
}

async fn load_organisations(conn: &mut Conn) -> Result<Vec<Organisation>, StoreError> {
    let rows = all!(
        conn,
        OrganisationRow,
        "SELECT id, key, parent_id, kind, name_uz_latn, name_uz_cyrl, name_ru, name_en, week, active
         FROM organisation ORDER BY id"
    )?;
    let organisations = rows.into_iter().map(|row| {
        Ok(Organisation {
            id: OrganisationId(row.id),
            week: week_from_code(&row.week)?,
            key: row.key,
            names: row.names.into(),
            parent: row.parent_id.map(OrganisationId),
            kind: row.kind,
            active: row.active,
        })
    });
    organisations.collect()
}

/// The text by which a working week is kept.
pub fn week_code(week: Week) -> &'static str {
    match week {
        Week::Five => "five",
        Week::Six => "six",
    }
}

pub(crate) fn week_from_code(code: &str) -> Result<Week, StoreError> {
    [Week::Five, Week::Six]
        .into_iter()
        .find(|week| week_code(*week) == code)
        .ok_or_else(|| StoreError::unknown("working week", code))
}

#[derive(sqlx::FromRow)]
struct ServiceRow {
    id: i64,
    key: String,
    organisation_id: i64,
    #[sqlx(flatten)]
    names: NamesRow,
    term: Option<String>,
}

async fn load_services(conn: &mut Conn) -> Result<Vec<Service>, StoreError> {
    let rows = all!(
        conn,
        ServiceRow,
        "SELECT service.id, service.key, service.organisation_id, service.name_uz_latn, service.name_uz_cyrl,
           service.name_ru, service.name_en, service.term
         FROM service JOIN organisation ON organisation.id = service.organisation_id
         WHERE service.active = $1 AND organisation.active = $1 ORDER BY service.id",
        true,
    )?;
    let services = rows.into_iter().map(|row| Service {
        id: ServiceId(row.id),
        key: row.key,
        organisation: OrganisationId(row.organisation_id),
        names: row.names.into(),
        term: row.term,
    });
    Ok(services.collect())
}

#[derive(sqlx::FromRow)]
struct PointRow {
    id: i64,
    service_id: i64,
    code: String,
    #[sqlx(flatten)]
    names: NamesRow,
    asks_for_code: bool,
}

async fn load_points(conn: &mut Conn) -> Result<Vec<Point>, StoreError> {
    let rows = all!(
        conn,
        PointRow,
        "SELECT service_point.id, service_point.service_id, service_point.code, service_point.name AS name_uz_latn,
           service_point.name_uz_cyrl, service_point.name_ru, service_point.name_en, service_point.asks_for_code
         FROM service_point
         JOIN service ON service.id = service_point.service_id
         JOIN organisation ON organisation.id = service.organisation_id
         WHERE service_point.active = $1 AND service_point.revoked_at IS NULL AND service.active = $1
           AND organisation.active = $1",
        true,
    )?;
    let points = rows.into_iter().map(|row| Point {
        id: PointId(row.id),
        service: ServiceId(row.service_id),
        code: row.code,
        names: row.names.into(),
        asks_for_code: row.asks_for_code,
    });
    Ok(points.collect())
}

async fn load_former_links(conn: &mut Conn) -> Result<HashMap<String, Option<String>>, StoreError> {
    let rows = all!(
        conn,
        (String, Option<String>),
        "SELECT former_link.code,
           CASE WHEN service_point.active = $1 AND service_point.revoked_at IS NULL AND service.active = $1
               AND organisation.active = $1
             THEN service_point.code END AS present
         FROM former_link
         JOIN service_point ON service_point.id = former_link.point_id
         JOIN service ON service.id = service_point.service_id
         JOIN organisation ON organisation.id = service.organisation_id
         UNION ALL
         SELECT service_point.code, CAST(NULL AS TEXT)
         FROM service_point
         JOIN service ON service.id = service_point.service_id
         JOIN organisation ON organisation.id = service.organisation_id
         WHERE service_point.active <> $1 OR service_point.revoked_at IS NOT NULL OR service.active <> $1
           OR organisation.active <> $1",
        true,
    )?;
    Ok(rows.into_iter().collect())
}

/// The days that differ from the plain week. Of one day, what is said of one week stands behind what is said of all.
pub(crate) async fn load_calendar(conn: &mut Conn) -> Result<WorkingCalendar, StoreError> {
    let rows = all!(
        conn,
        (chrono::NaiveDate, String, String, String, String),
        "SELECT day, weeks, kind, name, certainty FROM calendar_day ORDER BY day, weeks DESC"
    )?;
    let days = rows.into_iter().map(|(date, weeks, kind, name, certainty)| {
        Ok(CalendarDay {
            date,
            weeks: by_serde::<Weeks>("week of the calendar", weeks)?,
            kind: by_serde::<DayKind>("kind of day", kind)?,
            certain: by_serde::<Certainty>("certainty of a day", certainty)?,
            name,
        })
    });
    Ok(WorkingCalendar::new(days.collect::<Result<_, StoreError>>()?))
}

fn by_serde<T: serde::de::DeserializeOwned>(what: &'static str, code: String) -> Result<T, StoreError> {
    serde_json::from_value(serde_json::Value::String(code.clone()))
        .map_err(|_| StoreError::unknown(what, code))
}
