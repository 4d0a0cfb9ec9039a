//! Who has the ball: whom an obligation waits for, and for how many working days.
//!
//! It follows from the state, the moments of the last steps and the calendar; nothing of it is kept.

use chrono::NaiveDate;

use crate::{calendar::WorkingDays, codes::coded, obligation::State};

/// For so many working days the controller may hold a matter before it is the deputy hokim's, unless the setting says otherwise.
pub const PATIENCE: u32 = 3;

/// The setting is at most so many working days.
pub const LONGEST_PATIENCE: u32 = 30;

coded! {
    /// Whom an obligation waits for.
    pub enum Holder {
        /// The organisation: its officer has to work and to report.
        Officer = "officer",
        /// The controller has to decide.
        Controller = "controller",
        /// The controller has not decided for too long.
        DeputyHokim = "deputy_hokim",
    }
}

/// What the rule looks at: the Tashkent days of the last steps.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Steps {
    /// Where the obligation stands.
    pub state: State,
    /// The day on which the plan made it.
    pub made: NaiveDate,
    /// The day of the last decision of control; a return gives the ball back.
    pub decided: Option<NaiveDate>,
    /// The day of the report that counts.
    pub submitted: Option<NaiveDate>,
    /// The day on which more time was asked for, while nobody has decided.
    pub asked_more: Option<NaiveDate>,
}

/// Who has the ball.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Ball {
    /// Whom it waits for.
    pub holder: Holder,
    /// Since which day.
    pub since: NaiveDate,
    /// For how many working days that are over or have begun.
    pub days: u32,
}

impl Steps {
    /// Who has the ball on `today`; nobody once the obligation is closed.
    pub fn ball(self, today: NaiveDate, patience: u32, working: WorkingDays<'_>) -> Option<Ball> {
        let controller_since = match self.state {
            State::Accepted | State::Cancelled => return None,
            State::Reported => Some(self.submitted.unwrap_or(self.made)),
            State::Open | State::Returned => self.asked_more,
        };
        let Some(since) = controller_since else {
            let since = self.decided.filter(|_| self.state == State::Returned).unwrap_or(self.made);
            return Some(Ball { holder: Holder::Officer, since, days: working.between(since, today) });
        };
        let days = working.between(since, today);
        Some(match days.checked_sub(patience) {
            Some(over @ 1..) => {
                Ball { holder: Holder::DeputyHokim, since: working.after(since, patience), days: over }
            }
            _ => Ball { holder: Holder::Controller, since, days },
        })
    }
}

/// What came to the controller on this day or before is the deputy hokim's on `today`: for counting many at once.
pub fn last_day_for_the_deputy(today: NaiveDate, patience: u32, working: WorkingDays<'_>) -> NaiveDate {
    let mut days = today.iter_days().rev();
    days.find(|day| working.between(*day, today) > patience).unwrap_or(today)
}

#[cfg(test)]
mod tests;
