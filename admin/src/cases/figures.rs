//! How quickly an organisation answers cases and how often that helped, in words.

use chrono::{DateTime, TimeDelta, Utc};
use domain::cases::{Figures, WORKING_DAY};
use domain::ids::OrganisationId;
use locales::Texts;
use store::cases;
use store::{Conn, StoreError};

/// The answers of so many days are counted.
const DAYS: i64 = 90;

/// The figures of one organisation.
pub(crate) struct CaseFigures {
    /// The usual time to an answer.
    pub(crate) median: String,
    /// How many of the answers that were judged helped.
    pub(crate) solved: String,
}

impl CaseFigures {
    pub(crate) fn of(t: Texts, figures: Figures) -> Self {
        let solved = match figures.judged {
            0 => t.case_figures_none(),
            judged => t.case_figures_of(judged.to_string(), figures.solved.to_string()),
        };
        Self {
            median: figures.median.map_or_else(|| t.case_figures_none(), |minutes| took(t, minutes)),
            solved,
        }
    }
}

/// Working time, rounded up: in hours below a working day, else in days.
pub(crate) fn took(t: Texts, minutes: i64) -> String {
    if minutes < WORKING_DAY {
        t.case_hours(u64::try_from((minutes + 59) / 60).unwrap_or_default().max(1))
    } else {
        t.case_days(u64::try_from((minutes + WORKING_DAY - 1) / WORKING_DAY).unwrap_or_default())
    }
}

/// Reads them.
pub(crate) async fn read(
    conn: &mut Conn,
    now: DateTime<Utc>,
    organisation: OrganisationId,
) -> Result<Figures, StoreError> {
    cases::figures(conn, organisation, now - TimeDelta::days(DAYS)).await
}
