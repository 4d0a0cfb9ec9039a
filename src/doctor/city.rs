//! The database, and what in it needs somebody's attention: the calendar, organisations without an officer, open rules.

use std::collections::BTreeSet;

use chrono::{Datelike, Months, NaiveDate};
use domain::calendar::Certainty;
use domain::people::Role;
use locales::{Texts, dates};
use store::organisations::Catalogue;
use store::{Conn, Store, StoreError};

use super::{Finding, chain};
use crate::settings::Settings;

/// How many months ahead the calendar should be known.
const CALENDAR_AHEAD: Months = Months::new(12);

pub(super) async fn check(texts: Texts, settings: &Settings, today: NaiveDate) -> Vec<Finding> {
    if !settings.has_database() {
        return vec![Finding::warn(texts.doctor_database_missing(), texts.doctor_database_missing_mend())];
    }
    let store = match Store::open(settings.database_url.reveal(), settings.durability).await {
        Ok(store) => store,
        Err(error) => {
            return vec![Finding::fail(
                texts.doctor_database_closed(chain(&error)),
                texts.doctor_database_mend(),
            )];
        }
    };
    let findings = check_store(texts, &store, today).await.unwrap_or_else(|error| {
        vec![Finding::fail(texts.doctor_database_closed(chain(&error)), texts.doctor_database_mend())]
    });
    store.close().await;
    findings
}

async fn check_store(texts: Texts, store: &Store, today: NaiveDate) -> Result<Vec<Finding>, StoreError> {
    let pending = store.pending_migrations().await?;
    if !pending.is_empty() {
        return Ok(vec![Finding::fail(
            texts.doctor_tables_old(pending.join(", ")),
            texts.doctor_tables_mend(),
        )]);
    }
    let mut findings = vec![Finding::ok(texts.doctor_database(store.kind()))];
    let catalogue = store.catalogue().await?;
    findings.extend(calendar(texts, &catalogue, today));
    findings.push(officers(texts, store, &catalogue).await?);
    let waiting = store.read(|conn| Box::pin(store::plan::count_to_confirm(conn))).await?;
    findings.push(match waiting {
        0 => Finding::ok(texts.doctor_rules()),
        _ => Finding::warn(texts.doctor_rules_waiting(waiting), texts.doctor_rules_mend()),
    });
    Ok(findings)
}

fn calendar(texts: Texts, catalogue: &Catalogue, today: NaiveDate) -> Vec<Finding> {
    let until = today.checked_add_months(CALENDAR_AHEAD).unwrap_or(today);
    let days = catalogue.calendar.days();
    let known: BTreeSet<i32> = days.iter().map(|day| day.date.year()).collect();
    let missing: Vec<String> = (today.year()..=until.year())
        .filter(|year| !known.contains(year))
        .map(|year| year.to_string())
        .collect();
    let mut findings = vec![if missing.is_empty() {
        Finding::ok(texts.doctor_calendar(dates::date_short(texts.language(), until)))
    } else {
        Finding::warn(texts.doctor_calendar_ends(missing.join(", ")), texts.doctor_calendar_mend())
    }];
    let ahead = days.iter().filter(|day| (today..=until).contains(&day.date));
    let unsure: BTreeSet<NaiveDate> =
        ahead.filter(|day| day.certain != Certainty::Certain).map(|day| day.date).collect();
    if !unsure.is_empty() {
        let unsure: Vec<_> = unsure.into_iter().map(|day| dates::date_short(texts.language(), day)).collect();
        findings.push(Finding::warn(
            texts.doctor_days_unsure(unsure.join(", ")),
            texts.doctor_days_unsure_mend(),
        ));
    }
    findings
}

async fn officers(texts: Texts, store: &Store, catalogue: &Catalogue) -> Result<Finding, StoreError> {
    let mut organisations: Vec<_> = catalogue.organisations.values().filter(|one| one.active).collect();
    if organisations.is_empty() {
        return Ok(Finding::warn(texts.doctor_city_empty(), texts.doctor_city_empty_mend()));
    }
    organisations.sort_by_key(|one| one.id);
    let ids: Vec<_> = organisations.iter().map(|one| one.id).collect();
    let served = store.read(|conn| Box::pin(served(conn, ids))).await?;
    let vacant = organisations.iter().zip(served).filter(|(_, served)| !served);
    let vacant: Vec<&str> = vacant.map(|(one, _)| one.key.as_str()).collect();
    Ok(if vacant.is_empty() {
        Finding::ok(texts.doctor_officers())
    } else {
        Finding::warn(texts.doctor_officers_missing(vacant.join(", ")), texts.doctor_officers_mend())
    })
}

/// Of each organisation, whether it has an officer or a head.
async fn served(
    conn: &mut Conn,
    organisations: Vec<domain::ids::OrganisationId>,
) -> Result<Vec<bool>, StoreError> {
    let mut served = Vec::with_capacity(organisations.len());
    for organisation in organisations {
        let officers = store::people::holders_at(conn, Role::Officer, organisation).await?;
        served.push(!officers.is_empty());
    }
    Ok(served)
}
