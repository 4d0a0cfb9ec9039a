//! How a plan reminds: which days before and after the due day, when the list goes, and whether it is urgent.

use chrono::Weekday;
use serde::{Deserialize, Serialize};

/// The most stages before the due day.
pub const MOST_STAGES: usize = 8;

/// The farthest stage, in working days before the due day.
pub const FARTHEST_STAGE: u8 = 60;

/// The longest row of daily reminders after the due day.
pub const LONGEST_DAILY: u8 = 20;

/// The days of the week on which a list can go.
pub const LIST_DAYS: [Weekday; 6] =
    [Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri, Weekday::Sat];

/// A policy as it is written down, in a form or in the database: [`Policy`] is made of it when it is right.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Draft {
    /// So many working days before the due day there is a reminder, the farthest first. The due day itself always has one.
    pub before: Vec<u8>,
    /// For so many working days after the due day there is a reminder every day.
    pub daily_after: u8,
    /// Whether a reminder comes every week after those.
    pub weekly: bool,
    /// The days of the week on which the list of all that falls due until the end of the next month goes.
    pub list_days: Vec<Weekday>,
    /// Whether people are also reminded on days off, and in the last hours of the due day.
    pub urgent: bool,
}

impl Default for Draft {
    fn default() -> Self {
        Self {
            before: vec![10, 5, 3, 1],
            daily_after: 5,
            weekly: true,
            list_days: vec![Weekday::Mon, Weekday::Thu],
            urgent: false,
        }
    }
}

/// How a plan reminds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(try_from = "Draft", into = "Draft")]
pub struct Policy(Draft);

/// What is wrong with a policy.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum WrongPolicy {
    /// There is no stage before the due day, or there are more than [`MOST_STAGES`].
    #[error("there must be 1 to {MOST_STAGES} stages before the due day")]
    Count,
    /// A stage is nearer than one working day or farther than [`FARTHEST_STAGE`].
    #[error("a stage must be 1 to {FARTHEST_STAGE} working days before the due day")]
    Stage,
    /// The stages do not come nearer one by one.
    #[error("stages must stand from the farthest to the nearest, each once")]
    Order,
    /// The daily reminders go on for more than [`LONGEST_DAILY`] days.
    #[error("daily reminders may go on for {LONGEST_DAILY} working days at most")]
    Daily,
    /// The list cannot go on Sundays, and on each day of the week once.
    #[error("the list goes on days from Monday to Saturday, each once")]
    ListDays,
}

impl TryFrom<Draft> for Policy {
    type Error = WrongPolicy;

    fn try_from(mut draft: Draft) -> Result<Self, WrongPolicy> {
        if !(1..=MOST_STAGES).contains(&draft.before.len()) {
            return Err(WrongPolicy::Count);
        }
        if !draft.before.iter().all(|days| (1..=FARTHEST_STAGE).contains(days)) {
            return Err(WrongPolicy::Stage);
        }
        if !draft.before.is_sorted_by(|farther, nearer| farther > nearer) {
            return Err(WrongPolicy::Order);
        }
        if draft.daily_after > LONGEST_DAILY {
            return Err(WrongPolicy::Daily);
        }
        draft.list_days.sort_by_key(Weekday::num_days_from_monday);
        let each_once = draft.list_days.is_sorted_by(|one, next| one != next);
        if !each_once || draft.list_days.contains(&Weekday::Sun) {
            return Err(WrongPolicy::ListDays);
        }
        Ok(Self(draft))
    }
}

impl From<Policy> for Draft {
    fn from(policy: Policy) -> Self {
        policy.0
    }
}

impl Policy {
    /// Working days before the due day on which there is a reminder, the farthest first.
    pub fn before(&self) -> &[u8] {
        &self.0.before
    }

    /// For so many working days after the due day there is a reminder every day.
    pub fn daily_after(&self) -> u16 {
        self.0.daily_after.into()
    }

    /// Whether a reminder comes every week after those.
    pub fn repeats_weekly(&self) -> bool {
        self.0.weekly
    }

    /// The days of the week on which the list goes, from Monday on.
    pub fn list_days(&self) -> &[Weekday] {
        &self.0.list_days
    }

    /// Whether people are also reminded on days off, and in the last hours of the due day.
    pub fn is_urgent(&self) -> bool {
        self.0.urgent
    }

    /// So many days ahead of its due day an obligation can be spoken of, whatever holidays lie between.
    pub fn horizon_days(&self) -> u64 {
        let farthest = self.0.before.first().copied().map_or(0, u64::from);
        // A week has five working days, and the longest holidays of a season take three weeks more.
        farthest * 7 / 5 + 21
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn draft(change: impl FnOnce(&mut Draft)) -> Draft {
        let mut draft = Draft::default();
        change(&mut draft);
        draft
    }

    #[test]
    fn a_policy_is_checked_before_it_holds() {
        use Weekday::{Fri, Mon, Sun, Tue};
        for (wrong, why) in [
            (draft(|one| one.before = vec![]), WrongPolicy::Count),
            (draft(|one| one.before = (1..=9).rev().collect()), WrongPolicy::Count),
            (draft(|one| one.before = vec![5, 0]), WrongPolicy::Stage),
            (draft(|one| one.before = vec![61, 5]), WrongPolicy::Stage),
            (draft(|one| one.before = vec![3, 5]), WrongPolicy::Order),
            (draft(|one| one.before = vec![5, 5]), WrongPolicy::Order),
            (draft(|one| one.daily_after = 21), WrongPolicy::Daily),
            (draft(|one| one.list_days = vec![Mon, Sun]), WrongPolicy::ListDays),
            (draft(|one| one.list_days = vec![Fri, Mon, Fri]), WrongPolicy::ListDays),
        ] {
            assert_eq!(Policy::try_from(wrong.clone()), Err(why), "{wrong:?}");
            let json = serde_json::to_string(&wrong).unwrap();
            assert!(serde_json::from_str::<Policy>(&json).is_err(), "{json}");
        }
        let policy = Policy::try_from(draft(|one| {
            one.before = (1..=8).map(|n| 61 - n).collect();
            one.list_days = vec![Fri, Tue];
        }));
        assert_eq!(policy.unwrap().list_days(), [Tue, Fri]);
        assert!(Policy::try_from(draft(|one| (one.list_days, one.daily_after) = (vec![], 0))).is_ok());
    }

    #[test]
    fn a_policy_is_kept_as_json_and_what_is_not_said_is_as_usual() {
        let policy = Policy::default();
        let json = serde_json::to_string(&policy).unwrap();
        assert_eq!(
            json,
            r#"{"before":[10,5,3,1],"daily_after":5,"weekly":true,"list_days":["Mon","Thu"],"urgent":false}"#
        );
        assert_eq!(serde_json::from_str::<Policy>(&json).unwrap(), policy);
        let urgent: Policy = serde_json::from_str(r#"{"urgent":true}"#).unwrap();
        assert!(urgent.is_urgent());
        assert_eq!(urgent.before(), [10, 5, 3, 1]);
    }
}
