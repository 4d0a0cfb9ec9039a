//! Reads the matrix: of today from its sums and the cells that are shown, of a day that is over from obligations as they stood.

use chrono::NaiveDate;
use domain::language::Names;
use store::boards::{self, Matrix, Narrowed};
use store::{Conn, Store, StoreError};

use super::{Asked, COLUMNS, Facts, Part, ROWS};

/// What of the matrix is shown; `day` is the day of a past one.
pub(super) async fn read(
    store: &Store,
    asked: &Asked,
    narrowed: Narrowed,
    day: Option<NaiveDate>,
) -> Result<Facts, StoreError> {
    let asked = asked.clone();
    store
        .snapshot(move |conn| {
            Box::pin(async move {
                let sections = boards::sections(conn).await?;
                let number = asked.section.parse::<usize>().ok().and_then(|number| number.checked_sub(1));
                let section =
                    number.and_then(|number| sections.get(number)).map(|names| names.uz_latn.clone());
                let narrowed = Narrowed { section, ..narrowed };
                match day {
                    None => live(conn, &asked, sections, &narrowed).await,
                    Some(day) => past(conn, &asked, sections, (&narrowed, day)).await,
                }
            })
        })
        .await
}

async fn live(
    conn: &mut Conn,
    asked: &Asked,
    sections: Vec<Names>,
    narrowed: &Narrowed,
) -> Result<Facts, StoreError> {
    let rows = boards::rows(conn, narrowed).await?;
    let columns = boards::columns(conn, narrowed).await?;
    let parts = parts(asked, rows.len(), columns.len());
    let measures: Vec<_> = rows[parts.0.first..parts.0.until].iter().map(|row| row.measure).collect();
    let organisations: Vec<_> =
        columns[parts.1.first..parts.1.until].iter().map(|one| one.organisation).collect();
    let cells = boards::cells(conn, narrowed, &measures, &organisations).await?;
    Ok(Facts { sections, rows, columns, cells, parts })
}

async fn past(
    conn: &mut Conn,
    asked: &Asked,
    sections: Vec<Names>,
    (narrowed, day): (&Narrowed, NaiveDate),
) -> Result<Facts, StoreError> {
    let all = boards::as_of(conn, &narrowed.scope, day, narrowed.span.0).await?;
    let measures = boards::measure_rows(conn).await?;
    let Matrix { rows, columns, cells } = boards::matrix_of(&all, &measures, narrowed);
    let parts = parts(asked, rows.len(), columns.len());
    Ok(Facts { sections, rows, columns, cells, parts })
}

fn parts(asked: &Asked, rows: usize, columns: usize) -> (Part, Part) {
    (Part::read(&asked.rows, ROWS, rows), Part::read(&asked.columns, COLUMNS, columns))
}
