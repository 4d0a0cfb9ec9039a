//! The matrix of a day that is over, put together from obligations as they stood.

use std::cmp::Reverse;
use std::collections::{BTreeMap, BTreeSet};

use domain::compliance::Class;
use domain::ids::{MeasureId, OrganisationId};
use domain::language::Names;
use domain::obligation::Standing;

use super::{Cell, ColumnTotal, Narrowed, PastObligation, RowTotal, Totals};
use crate::query::all;
use crate::wording::{SectionRow, TextRow, measure_section, measure_text};
use crate::{Conn, StoreError};

/// A measure, as the matrix names it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct MeasureRow {
    /// Its number.
    pub measure: MeasureId,
    /// Its number in the plan.
    pub number: i64,
    /// The section of the plan.
    pub section: Names,
    /// What is to be done.
    pub text: Names,
}

#[derive(sqlx::FromRow)]
struct WordedRow {
    id: i64,
    number: i64,
    #[sqlx(flatten)]
    section: SectionRow,
    #[sqlx(flatten)]
    text: TextRow,
}

/// All measures in the order of the plans.
pub async fn measure_rows(conn: &mut Conn) -> Result<Vec<MeasureRow>, StoreError> {
    let rows = all!(
        conn,
        WordedRow,
        concat!(
            "SELECT measure.id, measure.number, ",
            measure_section!(),
            ", ",
            measure_text!(),
            " FROM measure ORDER BY measure.plan_id, measure.number"
        ),
    )?;
    let rows = rows.into_iter().map(|row| MeasureRow {
        measure: MeasureId(row.id),
        number: row.number,
        section: row.section.into(),
        text: row.text.into(),
    });
    Ok(rows.collect())
}

/// A matrix: what [`super::rows`], [`super::columns`] and [`super::cells`] told.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Matrix {
    /// The measures that have anything in it, in the order of the plan.
    pub rows: Vec<RowTotal>,
    /// The organisations that have anything in it, those with the most overdue first.
    pub columns: Vec<ColumnTotal>,
    /// All its cells, the earliest due first.
    pub cells: Vec<Cell>,
}

/// The matrix of obligations as they stood.
pub fn matrix_of(all: &[PastObligation], measures: &[MeasureRow], narrowed: &Narrowed) -> Matrix {
    let of_section: BTreeSet<MeasureId> = measures
        .iter()
        .filter(|one| narrowed.section.as_ref().is_none_or(|section| *section == one.section.uz_latn))
        .map(|one| one.measure)
        .collect();
    let mut cells = Vec::new();
    let mut by_measure: BTreeMap<MeasureId, Totals> = BTreeMap::new();
    let mut by_organisation: BTreeMap<OrganisationId, Totals> = BTreeMap::new();
    for one in all {
        let (due, standing) = (one.stood.due, one.standing(narrowed.today));
        let within = (narrowed.span.0..=narrowed.span.1).contains(&due)
            && of_section.contains(&one.measure)
            && narrowed.scope.includes(one.organisation)
            && narrowed.wanted.includes(standing, due, narrowed.today);
        if !within {
            continue;
        }
        for totals in
            [by_measure.entry(one.measure).or_default(), by_organisation.entry(one.organisation).or_default()]
        {
            totals.all += 1;
            totals.handed_in += u64::from(is_handed_in(one.stood.class()));
            totals.overdue += u64::from(matches!(standing, Standing::Overdue { .. }));
        }
        let (measure, organisation) = (one.measure, one.organisation);
        cells.push(Cell { id: one.id, measure, organisation, due, standing });
    }
    cells.sort_unstable_by_key(|cell| (cell.due, cell.id));
    let rows = measures.iter().filter_map(|one| {
        let totals = *by_measure.get(&one.measure)?;
        let (measure, number) = (one.measure, one.number);
        Some(RowTotal { measure, number, section: one.section.clone(), text: one.text.clone(), totals })
    });
    let columns = by_organisation.into_iter();
    let mut columns: Vec<_> =
        columns.map(|(organisation, totals)| ColumnTotal { organisation, totals }).collect();
    columns.sort_by_key(|one| (Reverse(one.totals.overdue), one.organisation));
    Matrix { rows: rows.collect(), columns, cells }
}

fn is_handed_in(class: Class) -> bool {
    !matches!(class, Class::Open | Class::NotApplicable)
}
