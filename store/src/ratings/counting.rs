//! The counts that boards read: kept by service, day and organisation, by service and week, and by
//! organisation and month, with each vote. A mark stays
//! with the organisation that it was given to, wherever the service goes.

use std::collections::BTreeMap;

use chrono::{Datelike, NaiveDate};
use domain::ids::{OrganisationId, ServiceId};
use domain::ratings::{Mark, Standing, monday_of};

use crate::query::run;
use crate::{Conn, StoreError};

/// What has to be counted in and out, day by day and for each organisation.
#[derive(Debug, Default)]
pub(crate) struct Tally(BTreeMap<Place, Change>);

/// The day of a mark, and the organisation that it was given to.
pub(crate) type Place = (NaiveDate, OrganisationId);

#[derive(Clone, Copy, Debug, Default)]
struct Change {
    marks: [i64; 5],
    quarantined: i64,
    left_out: i64,
}

impl Change {
    fn also(&mut self, other: Self) {
        self.marks = std::array::from_fn(|mark| self.marks[mark] + other.marks[mark]);
        self.quarantined += other.quarantined;
        self.left_out += other.left_out;
    }
}

impl Tally {
    /// One more vote that stands like this.
    pub(crate) fn comes(&mut self, at: Place, mark: Mark, standing: Standing) {
        self.add(at, mark, standing, 1);
    }

    /// One less.
    pub(crate) fn goes(&mut self, at: Place, mark: Mark, standing: Standing) {
        self.add(at, mark, standing, -1);
    }

    fn add(&mut self, at: Place, mark: Mark, standing: Standing, number: i64) {
        let change = self.0.entry(at).or_default();
        match standing {
            Standing::Counted | Standing::Accepted => change.marks[usize::from(mark.get() - 1)] += number,
            Standing::Held => change.quarantined += number,
            Standing::LeftOut => change.left_out += number,
        }
    }

    /// Writes the changes into the counts.
    pub(crate) async fn keep(self, conn: &mut Conn, service: ServiceId) -> Result<(), StoreError> {
        let mut weeks: BTreeMap<NaiveDate, Change> = BTreeMap::new();
        let mut months: BTreeMap<Place, Change> = BTreeMap::new();
        for ((day, organisation), change) in self.0 {
            count_day(conn, (day, organisation), service, change).await?;
            weeks.entry(monday_of(day)).or_default().also(change);
            months.entry((day.with_day(1).unwrap_or(day), organisation)).or_default().also(change);
        }
        for (monday, change) in weeks {
            count_week(conn, monday, service, change).await?;
        }
        for ((month, organisation), change) in months {
            count_month(conn, month, organisation, change).await?;
        }
        Ok(())
    }
}

/// What is counted adds to what is kept in the row.
macro_rules! adds {
    () => {
        "DO UPDATE SET mark_1 = kept.mark_1 + excluded.mark_1, mark_2 = kept.mark_2 + excluded.mark_2,
           mark_3 = kept.mark_3 + excluded.mark_3, mark_4 = kept.mark_4 + excluded.mark_4,
           mark_5 = kept.mark_5 + excluded.mark_5, quarantined = kept.quarantined + excluded.quarantined,
           left_out = kept.left_out + excluded.left_out"
    };
}

async fn count_day(
    conn: &mut Conn,
    (day, organisation): Place,
    service: ServiceId,
    change: Change,
) -> Result<(), StoreError> {
    let [one, two, three, four, five] = change.marks;
    run!(
        conn,
        concat!(
            "INSERT INTO rating_day AS kept
               (day, service_id, organisation_id, mark_1, mark_2, mark_3, mark_4, mark_5, quarantined, left_out)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)
             ON CONFLICT (service_id, day, organisation_id) ",
            adds!(),
        ),
        day,
        service.0,
        organisation.0,
        one,
        two,
        three,
        four,
        five,
        change.quarantined,
        change.left_out,
    )?;
    Ok(())
}

async fn count_week(
    conn: &mut Conn,
    monday: NaiveDate,
    service: ServiceId,
    change: Change,
) -> Result<(), StoreError> {
    let [one, two, three, four, five] = change.marks;
    run!(
        conn,
        concat!(
            "INSERT INTO rating_week AS kept
               (week, service_id, mark_1, mark_2, mark_3, mark_4, mark_5, quarantined, left_out)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             ON CONFLICT (week, service_id) ",
            adds!(),
        ),
        monday,
        service.0,
        one,
        two,
        three,
        four,
        five,
        change.quarantined,
        change.left_out,
    )?;
    Ok(())
}

async fn count_month(
    conn: &mut Conn,
    month: NaiveDate,
    organisation: OrganisationId,
    change: Change,
) -> Result<(), StoreError> {
    let [one, two, three, four, five] = change.marks;
    run!(
        conn,
        concat!(
            "INSERT INTO rating_month AS kept
               (month, organisation_id, mark_1, mark_2, mark_3, mark_4, mark_5, quarantined, left_out)
             VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
             ON CONFLICT (month, organisation_id) ",
            adds!(),
        ),
        month,
        organisation.0,
        one,
        two,
        three,
        four,
        five,
        change.quarantined,
        change.left_out,
    )?;
    Ok(())
}
