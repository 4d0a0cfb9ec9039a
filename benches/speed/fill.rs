//! A large city, written past the store: years of ratings and obligations with their sums, as the store would have kept them.

use std::collections::{BTreeMap, HashMap};

use anyhow::{Context, ensure};
use chrono::{Datelike, Days, Months, NaiveDate, Weekday};
use domain::compliance::Class;
use domain::ids::ServiceId;
use domain::retention::VOTERS;
use store::{Store, StoreError, rating_boards};

use crate::database::Raw;
use crate::town;

pub(crate) const SERVICES: i64 = 500;
pub(crate) const DAYS: u64 = 730;
const MEASURES: i64 = 40;
const MONTHS: i64 = 25;
/// The controller who looks at the boards.
pub(crate) const CONTROLLER: i64 = 1;
/// Sums that are counted again.
const SAMPLES: u64 = 200;

/// How large the city is.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Size {
    /// Bodies below the hokimiyat.
    pub(crate) organisations: i64,
    /// Marks of its citizens.
    pub(crate) ratings: i64,
}

impl Size {
    /// Each measure, each month, of each organisation.
    pub(crate) fn obligations(self) -> i64 {
        MEASURES * MONTHS * self.organisations
    }
}

/// Marks from 1 to 5.
type Marks = [i64; 5];

/// Chance that is the same in every run.
fn chance(of: i64, salt: i64) -> u64 {
    // The finisher of SplitMix64.
    let mut bits = of.cast_unsigned().wrapping_mul(0x9e37_79b9_7f4a_7c15)
        ^ salt.cast_unsigned().wrapping_mul(0xd1b5_4a32_d192_ed03);
    bits = (bits ^ (bits >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    bits = (bits ^ (bits >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    bits ^ (bits >> 31)
}

fn below(of: i64, salt: i64, limit: i64) -> i64 {
    i64::try_from(chance(of, salt) % limit.cast_unsigned()).unwrap_or_default()
}

/// Fills an empty database.
pub(crate) async fn fill(raw: &mut Raw, size: Size, today: NaiveDate) -> anyhow::Result<()> {
    if let Raw::Lite(_) = raw {
        raw.run("PRAGMA synchronous = OFF".to_owned()).await?;
    }
    raw.run("BEGIN".to_owned()).await?;
    city(raw, size.organisations).await?;
    obligations(raw, size, today).await?;
    citizens(raw, size, today).await?;
    raw.run("COMMIT".to_owned()).await?;
    raw.go_on_counting(&[
        "organisation",
        "person",
        "service",
        "service_point",
        "plan",
        "measure",
        "obligation",
        "rating",
        "citizen_case",
    ])
    .await
}

async fn city(raw: &mut Raw, organisations: i64) -> anyhow::Result<()> {
    const AT: &str = "2024-11-01T05:00:00+00:00";
    // The hokimiyat stands above all others.
    let root = organisations + 1;
    raw.insert(
        "organisation (id, key, kind, name_uz_latn, search)",
        [format!("({root}, 'hokimlik', 'city', 'Shahar hokimligi', 'shahar hokimligi')")],
    )
    .await?;
    let organisation = |id: i64| {
        format!(
            "({id}, 'o{id}', {root}, 'other', '{id}-tashkilot: kommunal xizmat', 'Организация {id}', 'tashkilot {id}')"
        )
    };
    let columns = "organisation (id, key, parent_id, kind, name_uz_latn, name_ru, search)";
    raw.insert(columns, (1..=organisations).map(organisation)).await?;
    let service = |id: i64| {
        format!(
            "({id}, 's{id}', {}, 'Maʼlumotnoma berish, {id}-xizmat', 'Услуга {id}', '3 ish kuni', 'x')",
            id % organisations + 1
        )
    };
    let columns = "service (id, key, organisation_id, name_uz_latn, name_ru, term, search)";
    raw.insert(columns, (1..=SERVICES).map(service)).await?;
    let point = |id: i64| format!("({id}, {id}, '{}', 'Zal {id}')", town::code(id));
    raw.insert("service_point (id, service_id, code, name)", (1..=SERVICES).map(point)).await?;
    // One officer each, and the controller of all.
    let person =
        |id: i64| format!("({id}, {}, 'Karimova Aziza {id}', 'uz-Latn', '{AT}')", 6_000_000_000 + id);
    raw.insert("person (id, telegram_id, name, language, created_at)", (1..=organisations + 1).map(person))
        .await?;
    let grant = |id: i64| match id {
        CONTROLLER => format!("({id}, 'controller', {root}, '{AT}')"),
        officer => format!("({officer}, 'officer', {}, '{AT}')", officer - 1),
    };
    raw.insert(
        "role_grant (person_id, role, organisation_id, granted_at)",
        (1..=organisations + 1).map(grant),
    )
    .await?;
    raw.insert(
        "plan (id, number, adopted, title, created_at)",
        [format!("(1, '1298', '2024-11-01', 'Reja', '{AT}')")],
    )
    .await?;
    let measure = |id: i64| {
        let section = if id == 7 { "3. NIS.UZ tizimi" } else { "1. Elektron xizmatlar" };
        format!(
            "({id}, 1, {id}, '{section}', 'Davlat xizmatlari boʻyicha {id}-tadbirni bajarish va natijasini kiritish', 'Maʼlumot kiritiladi',
              'har oyning {}-sanasiga qadar', 'recurring', 'no_date', 'stated', 'Tashkilotlar', 'Hokim oʻrinbosari')",
            day_of(id)
        )
    };
    let columns = "measure (id, plan_id, number, section, text, mechanism, deadline_phrase, kind, rule_state, why, executors, controller)";
    raw.insert(columns, (1..=MEASURES).map(measure)).await?;
    let executor = |n: i64| format!("({}, {}, 'main')", n / organisations + 1, n % organisations + 1);
    raw.insert(
        "measure_executor (measure_id, organisation_id, part)",
        (0..MEASURES * organisations).map(executor),
    )
    .await
}

fn day_of(measure: i64) -> u32 {
    u32::try_from(measure * 7 % 28 + 1).unwrap_or(1)
}

async fn obligations(raw: &mut Raw, size: Size, today: NaiveDate) -> anyhow::Result<()> {
    // The newest month is the one to come.
    let newest = first_of_month(today).checked_add_months(Months::new(1)).context("a month to come")?;
    let oldest = newest.checked_sub_months(Months::new(24)).context("a month long ago")?;
    let mut sums: HashMap<(NaiveDate, i64), BTreeMap<&str, i64>> = HashMap::new();
    let mut rows = Vec::new();
    for id in 1..=size.obligations() {
        let (organisation, wave) = ((id - 1) % size.organisations + 1, (id - 1) / size.organisations);
        let (measure, month) = (wave % MEASURES + 1, u32::try_from(wave / MEASURES).unwrap_or_default());
        let month = oldest.checked_add_months(Months::new(month)).context("a month")?;
        let due = month.with_day(day_of(measure)).context("a day")?;
        let (state, class, submitted) = stand(id, due, today);
        *sums.entry((month, organisation)).or_default().entry(class).or_default() += 1;
        let (at, on, answer) = match submitted {
            Some(day) => (format!("'{day}T05:00:00+00:00'"), format!("'{day}'"), "'done'"),
            None => ("NULL".to_owned(), "NULL".to_owned(), "NULL"),
        };
        rows.push(format!(
            "({id}, {measure}, {organisation}, '{}', '{due}', '{due}', '{state}', {at}, {on}, {answer}, {at}, '2024-11-01T05:00:00+00:00')",
            month.format("%Y-%m")
        ));
    }
    let columns = "obligation (id, measure_id, organisation_id, period, original_due, due, state, submitted_at, submitted_on,
                   last_answer, last_answer_at, created_at)";
    raw.insert(columns, rows).await?;
    let classes = Class::ALL.map(Class::code);
    let sum = |((month, organisation), sums): ((NaiveDate, i64), BTreeMap<&str, i64>)| {
        let numbers = classes.map(|class| sums.get(class).copied().unwrap_or_default().to_string());
        format!("('{month}', {organisation}, {})", numbers.join(", "))
    };
    let columns = format!("obligation_month (month, organisation_id, {})", classes.join(", "));
    raw.insert(&columns, sums.into_iter().map(sum)).await
}

/// State, class, and when it was reported.
fn stand(id: i64, due: NaiveDate, today: NaiveDate) -> (&'static str, &'static str, Option<NaiveDate>) {
    let early = due.checked_sub_days(Days::new(chance(id, 1) % 6));
    let late = due.checked_add_days(Days::new(1 + chance(id, 2) % 9)).filter(|day| *day <= today);
    let of_hundred = below(id, 3, 100);
    if due >= today {
        return match of_hundred {
            0..10 => ("reported", "reported_on_time", Some(today)),
            10..14 => ("accepted", "accepted_on_time", Some(today)),
            _ => ("open", "open", None),
        };
    }
    // What is old has been settled; of the last three months more is still open.
    let forgotten = if today - due > chrono::TimeDelta::days(90) { 1 } else { 7 };
    match (of_hundred, late) {
        (0..3, _) => ("cancelled", "not_applicable", None),
        (3..6, _) => ("reported", "reported_on_time", early),
        (6..8, Some(_)) => ("reported", "reported_late", late),
        (8..20, Some(_)) => ("accepted", "accepted_late", late),
        (other, _) if other >= 100 - forgotten => ("open", "open", None),
        _ => ("accepted", "accepted_on_time", early),
    }
}

async fn citizens(raw: &mut Raw, size: Size, today: NaiveDate) -> anyhow::Result<()> {
    const COLUMNS: &str = "rating (id, service_id, point_id, organisation_id, voter, tied, day, mark, comment, given_at, changed_at)";
    let first = today.checked_sub_days(Days::new(DAYS - 1)).context("a day long ago")?;
    let mut days: HashMap<(i64, NaiveDate), Marks> = HashMap::new();
    let mut weeks: HashMap<(i64, NaiveDate), Marks> = HashMap::new();
    let mut months: HashMap<(NaiveDate, i64), Marks> = HashMap::new();
    let mut cases = Vec::new();
    let (mut rows, mut id) = (Vec::new(), 0);
    while id < size.ratings {
        id += 1;
        let service = below(id, 5, SERVICES) + 1;
        let day = first.checked_add_days(Days::new(chance(id, 6) % DAYS)).context("a day")?;
        let mark = match below(id, 7, 100) {
            0..55 => 5,
            55..80 => 4,
            80..90 => 3,
            90..95 => 2,
            _ => 1_usize,
        };
        let organisation = service % size.organisations + 1;
        days.entry((service, day)).or_default()[mark - 1] += 1;
        let monday = day.week(Weekday::Mon).first_day();
        weeks.entry((service, monday)).or_default()[mark - 1] += 1;
        months.entry((first_of_month(day), organisation)).or_default()[mark - 1] += 1;
        let comment =
            if below(id, 8, 100) < 3 { "'Navbat juda uzoq edi, lekin xodimlar xushmuomala'" } else { "NULL" };
        // Old votes have lost their voters.
        let tied = today - day <= VOTERS;
        let voter = if tied { format!("{:032x}", chance(id, 9)) } else { format!("-{id}") };
        rows.push(format!(
            "({id}, {service}, {service}, {organisation}, '{voter}', {tied}, '{day}', {mark}, {comment}, '{day}T06:00:00+00:00', '{day}T06:00:00+00:00')"
        ));
        if mark <= 3 {
            let due = day.checked_add_days(Days::new(3)).context("a day")?;
            let state = if due >= today { "open" } else { "answered" };
            cases.push(format!(
                "({id}, {service}, {organisation}, {mark}, '{day}T06:00:00+00:00', '{due}', '{state}')"
            ));
        }
        if rows.len() == 10_000 {
            raw.insert(COLUMNS, rows.drain(..)).await?;
        }
    }
    raw.insert(COLUMNS, rows).await?;
    raw.insert("citizen_case (rating_id, service_id, organisation_id, mark, opened_at, due, state)", cases)
        .await?;
    sums_of_marks(raw, size, (days, weeks, months)).await
}

/// The marks by service and day, by service and week, and by month and organisation.
type Sums =
    (HashMap<(i64, NaiveDate), Marks>, HashMap<(i64, NaiveDate), Marks>, HashMap<(NaiveDate, i64), Marks>);

async fn sums_of_marks(raw: &mut Raw, size: Size, (days, weeks, months): Sums) -> anyhow::Result<()> {
    let marks = |marks: Marks| marks.map(|n| n.to_string()).join(", ");
    let giver = |service: i64| service % size.organisations + 1;
    let day = |((service, day), sum): ((i64, NaiveDate), Marks)| {
        format!("({service}, {}, '{day}', {})", giver(service), marks(sum))
    };
    raw.insert(
        "rating_day (service_id, organisation_id, day, mark_1, mark_2, mark_3, mark_4, mark_5)",
        days.into_iter().map(day),
    )
    .await?;
    let week = |((service, week), sum): ((i64, NaiveDate), Marks)| {
        format!("({service}, '{week}', {}, 0, 0)", marks(sum))
    };
    raw.insert(
        "rating_week (service_id, week, mark_1, mark_2, mark_3, mark_4, mark_5, quarantined, left_out)",
        weeks.into_iter().map(week),
    )
    .await?;
    let month = |((month, of), sum): ((NaiveDate, i64), Marks)| format!("('{month}', {of}, {})", marks(sum));
    let columns = "rating_month (month, organisation_id, mark_1, mark_2, mark_3, mark_4, mark_5)";
    raw.insert(columns, months.into_iter().map(month)).await
}

/// Counts a sample of the sums again, one by one, from what they are the sums of.
pub(crate) async fn check(raw: &mut Raw, store: &Store, size: Size, today: NaiveDate) -> anyhow::Result<u64> {
    for sample in 0..SAMPLES {
        let of = i64::try_from(sample).unwrap_or_default();
        let service = below(of, 11, SERVICES) + 1;
        let day = today.checked_sub_days(Days::new(chance(of, 12) % DAYS)).context("a day")?;
        let kept: Result<_, StoreError> = store
            .read(|conn| {
                Box::pin(
                    async move { rating_boards::by_service(conn, &[ServiceId(service)], day, day).await },
                )
            })
            .await;
        let kept = kept?.first().map(|(_, counts)| counts.0).unwrap_or_default();
        for (mark, kept) in (1..).zip(kept) {
            let sql = format!(
                "SELECT COUNT(*) FROM rating WHERE service_id = {service} AND day = '{day}' AND mark = {mark}"
            );
            raw.expect_number("a sum of marks", &sql, i64::try_from(kept)?).await?;
        }
        let organisation = below(of, 13, size.organisations) + 1;
        let month = first_of_month(day);
        let next = month.checked_add_months(Months::new(1)).context("a month")?;
        let counted = raw
            .number(format!(
                "SELECT COUNT(*) FROM obligation WHERE organisation_id = {organisation} AND due >= '{month}' AND due < '{next}'"
            ))
            .await?;
        let kept = raw
            .number(format!(
                "SELECT CAST(COALESCE(SUM(open + reported_on_time + reported_late + accepted_on_time + accepted_late + not_applicable), 0) AS BIGINT)
                 FROM obligation_month WHERE organisation_id = {organisation} AND month = '{month}'"
            ))
            .await?;
        ensure!(
            counted == kept,
            "obligations of {organisation} in {month}: {kept} are summed, {counted} are there"
        );
    }
    Ok(SAMPLES)
}

fn first_of_month(day: NaiveDate) -> NaiveDate {
    day.with_day(1).unwrap_or(day)
}
