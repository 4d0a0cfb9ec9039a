//! What a person hears of an obligation on a day: its stage, a promise that was missed, what they asked to be reminded of; and
//! whether it belongs to the digest of that day and to the list.

use chrono::{Datelike, Days, Months, NaiveDate};

use super::{Policy, Stage, latest_stage_until};
use crate::{
    calendar::{Week, WorkingCalendar},
    codes::coded,
    refusal::Refusal,
};

coded! {
    /// How much a digest shows.
    pub enum Extent {
        /// What is near or overdue.
        Near = "n",
        /// All that falls due until the end of the next month.
        List = "l",
    }
}

/// "Remind me later" goes so many working days ahead at most.
const LONGEST_SNOOZE: u32 = 3;

/// A list that was missed is made up for within so many days.
const LIST_MEMORY: u64 = 14;

/// An open obligation as one person is reminded of it on a day.
#[derive(Clone, Copy, Debug)]
pub struct Matter<'a> {
    today: NaiveDate,
    due: NaiveDate,
    promised: Option<NaiveDate>,
    snoozed: Option<NaiveDate>,
    policy: &'a Policy,
    stage: Option<Stage>,
    list_day: Option<NaiveDate>,
}

impl<'a> Matter<'a> {
    /// What is due on `due`, and promised for a day perhaps, in a plan that reminds by this policy.
    pub fn on(
        today: NaiveDate,
        due: NaiveDate,
        promised: Option<NaiveDate>,
        policy: &'a Policy,
        calendar: &WorkingCalendar,
        week: Week,
    ) -> Self {
        let stage = latest_stage_until(due, today, policy, calendar, week);
        let list_day = list_day_until(policy, today, calendar, week);
        Self { today, due, promised, snoozed: None, policy, stage, list_day }
    }

    /// The same for somebody who does not want to hear of it before this day.
    #[must_use]
    pub fn put_off(self, snoozed: Option<NaiveDate>) -> Self {
        Self { snoozed, ..self }
    }

    /// Whether the person does not want to hear of it yet. After the due day nothing is put off.
    pub fn is_snoozed(&self) -> bool {
        self.due >= self.today && self.snoozed.is_some_and(|until| until > self.today)
    }

    /// What there is to say in the digest of today; each is said once.
    pub fn steps(&self) -> impl Iterator<Item = Stage> + use<> {
        let promise = missed_promise(self.promised, self.today).map(Stage::Promise);
        let came = |until: &NaiveDate| *until <= self.today && *until <= self.due;
        let asked = self.snoozed.filter(came).map(Stage::Asked);
        let steps = if self.is_snoozed() { [None; 3] } else { [self.stage, promise, asked] };
        steps.into_iter().flatten()
    }

    /// Whether it is near or overdue, a promise was missed, or the person asked to hear of it today.
    pub fn is_near(&self) -> bool {
        let today = self.today;
        self.steps().any(|step| !matches!(step, Stage::Asked(day) if day != today))
    }

    /// Whether it belongs to a digest of this extent.
    pub fn belongs(&self, extent: Extent) -> bool {
        extent == Extent::List && self.is_listed() || self.is_near()
    }

    /// Whether it belongs to the list of all that falls due until the end of the next month.
    pub fn is_listed(&self) -> bool {
        self.due <= list_until(self.today) && !self.is_snoozed()
    }

    /// Whether its list goes today to somebody who got the last one on `listed`.
    ///
    /// On a day off the list goes on the next working day; one that was missed is made up for with the next digest.
    pub fn owes_list(&self, listed: Option<NaiveDate>) -> bool {
        match (self.list_day, listed) {
            (Some(list_day), Some(listed)) => listed < list_day,
            (Some(list_day), None) => list_day == self.today,
            (None, _) => false,
        }
    }

    /// Whether these are its last hours, of which its plan reminds.
    pub fn ends_today(&self) -> bool {
        self.policy.is_urgent() && self.due == self.today
    }
}

/// The promised day of an open obligation, when it has passed.
pub fn missed_promise(promised: Option<NaiveDate>, today: NaiveDate) -> Option<NaiveDate> {
    promised.filter(|promised| *promised < today)
}

/// The last day of the list: the end of the next month.
pub fn list_until(today: NaiveDate) -> NaiveDate {
    let first = today.with_day(1).unwrap_or(today);
    first.checked_add_months(Months::new(2)).and_then(|after| after.pred_opt()).unwrap_or(today)
}

/// The working day on which the last list was to go; none on a day off, when no list goes.
fn list_day_until(
    policy: &Policy,
    today: NaiveDate,
    calendar: &WorkingCalendar,
    week: Week,
) -> Option<NaiveDate> {
    if !calendar.is_working(today, week) {
        return None;
    }
    let days = today.iter_days().rev().take_while(|day| *day + Days::new(LIST_MEMORY) > today);
    let list_days = days.filter(|day| policy.list_days().contains(&day.weekday()));
    list_days.map(|day| calendar.next_working_on_or_after(day, week)).filter(|day| *day <= today).max()
}

/// The days to which a reminder can be put off: the next working day and the third, but never past the due day.
pub fn snooze_days(
    due: NaiveDate,
    today: NaiveDate,
    calendar: &WorkingCalendar,
    week: Week,
) -> Vec<NaiveDate> {
    let days = [1, LONGEST_SNOOZE].map(|days| calendar.add_working_days(today, days, week));
    days.into_iter().filter(|day| snooze(*day, due, today, calendar, week).is_ok()).collect()
}

/// The day until which a person will not hear of an obligation, when they ask to be reminded on `day`.
pub fn snooze(
    day: NaiveDate,
    due: NaiveDate,
    today: NaiveDate,
    calendar: &WorkingCalendar,
    week: Week,
) -> Result<NaiveDate, Refusal> {
    if calendar.previous_working_on_or_before(due, week) <= today {
        return Err(Refusal::NoTimeToSnooze);
    }
    if day <= today {
        return Err(Refusal::SnoozeInThePast);
    }
    if day > due || day > calendar.add_working_days(today, LONGEST_SNOOZE, week) {
        return Err(Refusal::SnoozeTooLong);
    }
    Ok(day)
}
