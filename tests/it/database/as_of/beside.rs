//! What stands on a board beside its sums: by the lists that are read live, and by those that are told again.

use std::sync::Arc;

use chrono::{Days, NaiveDate};
use domain::compliance::Extended;
use domain::ids::{ObligationId, OrganisationId};
use domain::people::{Role, Scope};
use domain::reporting::SheetFigures;
use store::ageing::{self, HolderCounts};
use store::boards::{self, Group, Matrix, Narrowed, PastObligation, Review, Wave};
use store::obligation_lists::{self, Filter, Found, StandingCounts, Wanted};
use store::organisations::Catalogue;
use store::{Conn, StoreError, obligations, people, people_lists, quarantine, sheets};

/// All of it.
#[derive(Debug, PartialEq)]
pub(super) struct Beside {
    promised: Vec<(ObligationId, NaiveDate)>,
    extended: Vec<(OrganisationId, Extended)>,
    overdue: Vec<Group>,
    soon: Vec<Group>,
    review: Review,
    requests: u64,
    holders: HolderCounts,
    quarantined: u64,
    vacant: Vec<OrganisationId>,
    officers: Vec<(OrganisationId, Vec<String>)>,
    wave: Option<Wave>,
    matrix: Matrix,
    searched: StandingCounts,
    sheet: SheetFigures,
}

fn spans(today: NaiveDate) -> [(NaiveDate, NaiveDate); 3] {
    let day = |text: &str| text.parse().unwrap();
    let soon = today + Days::new(domain::obligation::DUE_SOON_DAYS.into());
    [(NaiveDate::default(), today - Days::new(1)), (today, soon), (day("2026-10-01"), day("2026-12-31"))]
}

fn narrowed(scope: &Scope, today: NaiveDate) -> Narrowed {
    let span = ("2026-01-01".parse().unwrap(), "2027-12-31".parse().unwrap());
    Narrowed { scope: scope.clone(), span, section: None, wanted: Wanted::All, today }
}

/// What a search for the second measure, or for the water works, finds.
async fn found(conn: &mut Conn, catalogue: &Catalogue) -> Result<Found, StoreError> {
    let texts = obligation_lists::measure_texts(conn).await?.into_iter();
    let measures = texts.filter(|(_, text)| text.uz_latn.starts_with("Har oy")).map(|(id, _)| id).collect();
    let water = catalogue.organisations.values().filter(|one| one.key == "suv").map(|one| one.id);
    Ok(Found { measures, organisations: water.collect() })
}

fn in_scope(catalogue: &Catalogue, scope: &Scope) -> Vec<OrganisationId> {
    let mut ids: Vec<_> = catalogue.organisations.keys().copied().filter(|id| scope.includes(*id)).collect();
    ids.sort();
    ids
}

/// The names of the officers of each organisation.
async fn officers(
    conn: &mut Conn,
    catalogue: &Catalogue,
    scope: &Scope,
) -> Result<Vec<(OrganisationId, Vec<String>)>, StoreError> {
    let ids = in_scope(catalogue, scope);
    let mut holders = people_lists::holders(conn, &ids, 100).await?;
    holders.retain(|one| one.role == Role::Officer);
    holders.sort_by_key(|one| one.person);
    let names = |id: OrganisationId| {
        holders.iter().filter(|one| one.organisation == id).map(|one| one.name.clone()).collect()
    };
    Ok(ids.into_iter().map(|id| (id, names(id))).collect())
}

pub(super) async fn live(
    conn: &mut Conn,
    catalogue: &Arc<Catalogue>,
    scope: &Scope,
    today: NaiveDate,
) -> Result<Beside, StoreError> {
    let [ever, soon, quarter] = spans(today);
    let narrowed = narrowed(scope, today);
    let rows = boards::rows(conn, &narrowed).await?;
    let columns = boards::columns(conn, &narrowed).await?;
    let measures: Vec<_> = rows.iter().map(|row| row.measure).collect();
    let organisations: Vec<_> = columns.iter().map(|one| one.organisation).collect();
    let cells = boards::cells(conn, &narrowed, &measures, &organisations).await?;
    let ids: Vec<_> = cells.iter().map(|cell| cell.id).collect();
    let lines = boards::lines_by_id(conn, &ids).await?;
    let found = Some(found(conn, catalogue).await?);
    let filter = Filter { scope: scope.clone(), organisation: None, from: None, until: None, found };
    Ok(Beside {
        promised: lines.into_iter().filter_map(|line| Some((line.id, line.promised?))).collect(),
        extended: boards::extended(conn, scope, quarter.0, quarter.1).await?,
        overdue: boards::groups_open(conn, scope, ever, 3).await?,
        soon: boards::groups_open(conn, scope, soon, 5).await?,
        review: boards::review(conn, scope).await?,
        requests: obligations::count_extensions_waiting(conn, scope).await?,
        holders: ageing::holders(conn, scope, catalogue, today).await?,
        quarantined: quarantine::waiting_count(conn, scope).await?,
        vacant: people::vacancies(conn, scope, today)
            .await?
            .into_iter()
            // Whether messages reached whoever was appointed is not kept.
            .filter(|one| one.officer.is_none())
            .map(|one| one.organisation)
            .collect(),
        officers: officers(conn, catalogue, scope).await?,
        wave: boards::latest_wave(conn, scope, today).await?,
        matrix: Matrix { rows, columns, cells },
        searched: obligation_lists::counts(conn, &filter, today).await?,
        sheet: sheets::sheet(conn, catalogue, scope, today).await?,
    })
}

pub(super) async fn again(
    conn: &mut Conn,
    catalogue: &Arc<Catalogue>,
    scope: &Scope,
    (today, all): (NaiveDate, &[PastObligation]),
) -> Result<Beside, StoreError> {
    let [ever, soon, quarter] = spans(today);
    let measures = boards::measure_rows(conn).await?;
    let texts = measures.iter().map(|one| (one.measure, one.text.clone())).collect();
    let asked = boards::requests_as_of(conn, scope, (today, all)).await?;
    let found = found(conn, catalogue).await?;
    let fits = |one: &&PastObligation| {
        found.measures.contains(&one.measure) || found.organisations.contains(&one.organisation)
    };
    let mut officers = Vec::new();
    for id in in_scope(catalogue, scope) {
        officers.push((id, boards::officers_as_of(conn, id, today).await?));
    }
    let searched = all.iter().filter(fits).map(|one| (one.standing(today), one.stood.due));
    Ok(Beside {
        promised: all.iter().filter_map(|one| Some((one.id, one.stood.promised?))).collect(),
        extended: boards::extended_of(all, quarter),
        overdue: boards::groups_of(all, &texts, ever, 3),
        soon: boards::groups_of(all, &texts, soon, 5),
        review: boards::review_of(all),
        requests: asked.len() as u64,
        holders: boards::holders_as_of(conn, all, &asked, catalogue, today).await?,
        quarantined: boards::quarantined_as_of(conn, scope, today).await?,
        vacant: boards::without_officer(conn, scope, today).await?,
        officers,
        wave: boards::wave_as_of(conn, scope, today).await?,
        matrix: boards::matrix_of(all, &measures, &narrowed(scope, today)),
        searched: boards::standings(searched, today),
        sheet: sheets::sheet_as_of(conn, catalogue, scope, today).await?,
    })
}
