//! A small city, made through the doors that an administrator uses.
//!
//! Three organisations below the hokimiyat, one of them without an officer; two services; a plan of three measures.

use std::collections::BTreeMap;
use std::sync::Arc;

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::{Clock, SystemClock};
use domain::ids::{ObligationId, OrganisationId, PersonId, PointId, ServiceId};
use domain::language::{Language, Names};
use domain::people::{Grant, MayAdminister, MayInvite, Role, Who};
use domain::ratings::Mark;
use store::import::{self, MeasureDraft, OrganisationDraft, Parent, PlanDraft, ServiceDraft};
use store::organisations::{Catalogue, Organisation};
use store::plan::Part;
use store::ratings::Vote;
use store::{NotDone, Store, StoreError};

/// The day on which the plan was adopted and entered.
pub(crate) const ADOPTED: &str = "2026-10-28";
/// The phrase of the first measure makes this day.
pub(crate) const FIRST_DUE: &str = "2026-12-15";

/// Telegram numbers of the people.
pub(crate) const OFFICER: i64 = 1_001;
pub(crate) const OTHER_OFFICER: i64 = 1_002;
pub(crate) const CONTROLLER: i64 = 1_003;
pub(crate) const ADMINISTRATOR: i64 = 1_004;
/// Known to Telegram; joins where a story needs somebody more.
pub(crate) const COLLEAGUE: i64 = 1_005;
pub(crate) const CITIZEN: i64 = 2_001;

/// The city that stands in a database.
#[derive(Clone)]
pub(crate) struct City {
    pub(crate) store: Store,
    pub(crate) catalogue: Arc<Catalogue>,
}

impl City {
    /// Builds the city, its people already linked to Telegram.
    pub(crate) async fn build(store: &Store, now: DateTime<Utc>) -> Self {
        let made: Result<(), NotDone> = store.write(move |conn| Box::pin(build(conn, now))).await;
        made.expect("the city is built");
        store.forget_catalogue();
        let catalogue = store.catalogue().await.expect("the catalogue");
        Self { store: store.clone(), catalogue }
    }

    /// Makes the obligations that the plan asks for.
    pub(crate) async fn make_obligations(&self, today: NaiveDate, now: DateTime<Utc>) -> u64 {
        let made = store::obligations::create_missing(&self.store, &self.catalogue, today, now).await;
        made.expect("the obligations are made")
    }

    pub(crate) fn organisation(&self, key: &str) -> &Organisation {
        let mut organisations = self.catalogue.organisations.values();
        organisations.find(|one| one.key == key).unwrap_or_else(|| panic!("no organisation {key}"))
    }

    /// The person with this Telegram account, and what they may do today.
    pub(crate) async fn who(&self, telegram_id: i64) -> Who {
        self.who_on(telegram_id, SystemClock.today()).await
    }

    /// The person with this Telegram account, and what they may do on that day.
    pub(crate) async fn who_on(&self, telegram_id: i64, day: NaiveDate) -> Who {
        let found: Result<_, StoreError> = self
            .store
            .read(|conn| {
                Box::pin(async move { store::people::who_by_telegram(conn, telegram_id, day).await })
            })
            .await;
        found.expect("the store answers").unwrap_or_else(|| panic!("nobody has the account {telegram_id}"))
    }

    /// The obligations of an organisation, the earliest first.
    pub(crate) async fn obligations_of(
        &self,
        key: &str,
        raw: &mut super::databases::Raw,
    ) -> Vec<ObligationId> {
        let id = self.organisation(key).id;
        let rows: Vec<(i64,)> = raw
            .rows(&format!("SELECT id FROM obligation WHERE organisation_id = {id} ORDER BY due, id"))
            .await;
        rows.into_iter().map(|(id,)| ObligationId(id)).collect()
    }

    /// The code of the link of a service's first point, with the numbers that belong to it.
    pub(crate) fn point(&self, service: &str) -> (String, PointId, ServiceId, OrganisationId) {
        let mut services = self.catalogue.services.values();
        let service =
            services.find(|one| one.key == service).unwrap_or_else(|| panic!("no service {service}"));
        let mut points = self.catalogue.points.values();
        let point = points.find(|one| one.service == service.id).expect("each service has a point");
        (point.code.clone(), point.id, service.id, service.organisation)
    }

    /// A vote at the first point of a service. A mark of three or less opens a case.
    pub(crate) fn vote(&self, service: &str, voter: &str, mark: u8, day: NaiveDate) -> Vote {
        let (_, point, service, organisation) = self.point(service);
        let mark = Mark::new(mark).expect("a mark");
        let case_due = (mark.get() <= 3).then_some(day + chrono::Days::new(3));
        Vote {
            service,
            point: Some(point),
            organisation,
            voter: voter.to_owned(),
            mark,
            day,
            case_due,
            limits: self.catalogue.limits,
        }
    }
}

fn names(uz_latn: &str, uz_cyrl: &str, ru: &str, en: &str) -> Names {
    Names { uz_latn: uz_latn.into(), uz_cyrl: Some(uz_cyrl.into()), ru: Some(ru.into()), en: Some(en.into()) }
}

/// Somebody with a role and a Telegram account.
pub(crate) async fn enter(
    conn: &mut store::Conn,
    (telegram_id, name, role, organisation, language): (i64, &str, Role, &str, Language),
    now: DateTime<Utc>,
) -> Result<PersonId, NotDone> {
    let organisation = organisation_id(conn, organisation).await?;
    let right = MayInvite::at_the_machine(Grant { role, organisation });
    let person = store::people::enter(conn, &right, name, Some("mutaxassis"), language, now).await?;
    let token = store::people::invite(conn, &right, person, now).await?;
    store::people::accept_invitation(conn, &token, telegram_id, language, now).await?;
    Ok(person)
}

async fn build(conn: &mut store::Conn, now: DateTime<Utc>) -> Result<(), NotDone> {
    let right = MayAdminister::at_the_machine();
    import::seed_calendar(conn).await?;
    import::organisations(conn, &right, &organisations(), now).await?;
    import::services(conn, &right, &services(), now).await?;
    import::plan(conn, &right, &plan(), now).await?;
    for person in [
        (OFFICER, "Aziza Karimova", Role::Officer, "soliq", Language::UzLatn),
        (OTHER_OFFICER, "Bobur Aliyev", Role::Officer, "suv", Language::UzCyrl),
        (CONTROLLER, "Dilshod Rahimov", Role::Controller, "hokimlik", Language::UzLatn),
        (ADMINISTRATOR, "Maʼmura Sobirova", Role::Administrator, "hokimlik", Language::Ru),
    ] {
        enter(conn, person, now).await?;
    }
    Ok(())
}

async fn organisation_id(conn: &mut store::Conn, key: &str) -> Result<OrganisationId, StoreError> {
    let catalogue = store::organisations::load(conn).await?;
    let found = catalogue.organisations.values().find(|one| one.key == key).map(|one| one.id);
    found.ok_or_else(|| StoreError::unknown("organisation", key))
}

fn organisations() -> Vec<OrganisationDraft> {
    let draft = |key: &str, kind: &str, names: Names, parent: Parent| OrganisationDraft {
        key: key.into(),
        kind: Some(kind.into()),
        names,
        week: None,
        parent,
    };
    let below = || Parent::Below("hokimlik".into());
    vec![
        draft(
            "hokimlik",
            "city",
            names(
                "Fargʻona shahar hokimligi",
                "Фарғона шаҳар ҳокимлиги",
                "Хокимият города Фергана",
                "Fergana city hokimiyat",
            ),
            Parent::Nobody,
        ),
        draft(
            "soliq",
            "tax",
            names("Soliq inspeksiyasi", "Солиқ инспекцияси", "Налоговая инспекция", "Tax inspectorate"),
            below(),
        ),
        draft(
            "suv",
            "utility",
            names("Suv taʼminoti", "Сув таъминоти", "Водоснабжение", "Water supply"),
            below(),
        ),
        draft(
            "arxiv",
            "other",
            names("Davlat arxivi", "Давлат архиви", "Государственный архив", "State archive"),
            below(),
        ),
    ]
}

fn services() -> Vec<ServiceDraft> {
    let draft = |key: &str, organisation: &str, names: Names| ServiceDraft {
        key: key.into(),
        organisation: organisation.into(),
        names,
        term: Some("3 ish kuni".into()),
    };
    vec![
        draft(
            "soliq-malumotnoma",
            "soliq",
            names("Soliq maʼlumotnomasi", "Солиқ маълумотномаси", "Налоговая справка", "Tax certificate"),
        ),
        draft("suv-ulash", "suv", names("Suvga ulash", "Сувга улаш", "Подключение воды", "Water connection")),
    ]
}

fn plan() -> PlanDraft {
    let adopted: NaiveDate = ADOPTED.parse().expect("a day");
    let measure = |number: i64, text: &str, phrase: &str, parts: &[(&str, Part)]| MeasureDraft {
        number,
        section: "1. Elektron xizmatlar".into(),
        text: text.into(),
        mechanism: "Maʼlumot kiritiladi".into(),
        phrase: phrase.into(),
        reading: domain::deadline::read(phrase, adopted),
        executors: "Tashkilotlar".into(),
        controller: "Hokim oʻrinbosari".into(),
        evidence: None,
        parts: parts.iter().map(|(key, part)| ((*key).to_owned(), *part)).collect::<BTreeMap<_, _>>(),
    };
    let all = [("soliq", Part::Main), ("suv", Part::Main), ("arxiv", Part::Co)];
    PlanDraft {
        number: "1298".into(),
        adopted,
        title: "Elektron davlat xizmatlarini rivojlantirish".into(),
        measures: vec![
            measure(1, "Xizmatlar reyestrini NIS.UZ tizimiga kiritish", "2026-yil 15-dekabr", &all),
            measure(2, "Har oy hisobot berish", "har oyning 5-sanasiga qadar", &all),
            measure(3, "Fuqarolar bilan muloqot", "doimiy", &[("suv", Part::Main)]),
        ],
    }
}
