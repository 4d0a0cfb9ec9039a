//! Who has entered the data of the services into NIS.UZ: the wave of that measure which falls due next.

use chrono::NaiveDate;
use domain::ids::{MeasureId, OrganisationId};
use domain::obligation::State;
use domain::people::Scope;

use super::{in_scope, only};
use crate::obligations::state_from_code;
use crate::query::{all, maybe};
use crate::{Conn, StoreError};

/// One measure of one period across the organisations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Wave {
    /// The measure.
    pub measure: MeasureId,
    /// When it falls due.
    pub due: NaiveDate,
    /// How each organisation stands that has to do it.
    pub organisations: Vec<(OrganisationId, State)>,
}

/// The wave of a measure about NIS.UZ that falls due next, or else the one that fell due last; none when the plan has no
/// such measure. A measure is about NIS.UZ when its section or its text names the system.
pub async fn latest_wave(
    conn: &mut Conn,
    scope: &Scope,
    today: NaiveDate,
) -> Result<Option<Wave>, StoreError> {
    let measures = all!(
        conn,
        (i64, Option<NaiveDate>, Option<NaiveDate>),
        "SELECT measure.id,
           (SELECT MIN(due) FROM obligation WHERE obligation.measure_id = measure.id AND obligation.due >= $1),
           (SELECT MAX(due) FROM obligation WHERE obligation.measure_id = measure.id AND obligation.due < $1)
         FROM measure WHERE measure.section LIKE '%NIS.UZ%' OR measure.text LIKE '%NIS.UZ%' ORDER BY measure.number",
        today,
    )?;
    let next = measures.iter().filter_map(|row| Some((row, row.1?))).min_by_key(|(_, due)| *due);
    let last = || measures.iter().filter_map(|row| Some((row, row.2?))).max_by_key(|(_, due)| *due);
    let Some(((measure, ..), due)) = next.or_else(last) else { return Ok(None) };
    let period = maybe!(
        conn,
        (String,),
        "SELECT period FROM obligation WHERE measure_id = $1 AND due = $2 ORDER BY id LIMIT 1",
        *measure,
        due,
    )?;
    let Some((period,)) = period else { return Ok(None) };
    // By period, not by day: a six-day week may move the day of some.
    let rows = all!(
        conn,
        (i64, String),
        concat!(
            "SELECT organisation_id, state FROM obligation
             WHERE measure_id = $1 AND period = $2 AND state <> 'cancelled' AND ",
            in_scope!("organisation_id", "$3"),
            " ORDER BY organisation_id"
        ),
        *measure,
        period,
        only(scope),
    )?;
    let organisations = rows.into_iter().map(|(id, state)| Ok((OrganisationId(id), state_from_code(state)?)));
    let organisations = organisations.collect::<Result<Vec<_>, StoreError>>()?;
    let wave = Wave { measure: MeasureId(*measure), due, organisations };
    Ok((!wave.organisations.is_empty()).then_some(wave))
}
