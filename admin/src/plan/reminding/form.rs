//! The settings as a form: read, checked, and shown again when they are wrong.

use chrono::Weekday;
use domain::reminders::{Draft, FARTHEST_STAGE, LIST_DAYS, LONGEST_DAILY, MOST_STAGES, Policy, WrongPolicy};
use locales::{Language, Texts, dates};
use serde::Deserialize;

/// The form as it was sent.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(default)]
pub(in crate::plan) struct Form {
    /// The settings that stood when the form was shown.
    pub(super) seen: String,
    /// The obligation of the preview.
    pub(super) obligation: String,
    /// What the pressed button wants: `save`, or `show` what the settings would mean.
    pub(super) wants: String,
    pub(super) before: String,
    pub(super) daily_after: String,
    pub(super) weekly: String,
    pub(super) urgent: String,
    pub(super) mon: String,
    pub(super) tue: String,
    pub(super) wed: String,
    pub(super) thu: String,
    pub(super) fri: String,
    pub(super) sat: String,
}

/// The settings as they are compared.
pub(super) fn seen(policy: &Policy) -> String {
    format!("{policy:?}")
}

impl Form {
    /// The form that shows this policy.
    pub(super) fn of(policy: &Policy, seen: String, obligation: String) -> Self {
        let before: Vec<_> = policy.before().iter().map(u8::to_string).collect();
        let checked = |yes: bool| if yes { "1".to_owned() } else { String::new() };
        let lists = |day| checked(policy.list_days().contains(&day));
        Self {
            seen,
            obligation,
            wants: String::new(),
            before: before.join(", "),
            daily_after: policy.daily_after().to_string(),
            weekly: checked(policy.repeats_weekly()),
            urgent: checked(policy.is_urgent()),
            mon: lists(Weekday::Mon),
            tue: lists(Weekday::Tue),
            wed: lists(Weekday::Wed),
            thu: lists(Weekday::Thu),
            fri: lists(Weekday::Fri),
            sat: lists(Weekday::Sat),
        }
    }

    /// Whether nothing is to be kept yet.
    pub(super) fn only_shows(&self) -> bool {
        self.wants == "show"
    }

    /// The days of the list: the name of the field, the day in words, whether it is chosen.
    pub(super) fn days(&self, language: Language) -> Vec<(&'static str, String, bool)> {
        let fields = ["mon", "tue", "wed", "thu", "fri", "sat"];
        let chosen = self.chosen();
        let days = fields.into_iter().zip(LIST_DAYS).zip(chosen);
        days.map(|((field, day), chosen)| (field, dates::weekday(language, day), chosen)).collect()
    }

    fn chosen(&self) -> [bool; 6] {
        [&self.mon, &self.tue, &self.wed, &self.thu, &self.fri, &self.sat].map(|value| !value.is_empty())
    }

    /// The policy that was written.
    pub(super) fn policy(&self) -> Result<Policy, WrongPolicy> {
        let numbers = self.before.split([',', ';', ' ']).filter(|number| !number.is_empty());
        let before = numbers.map(str::parse).collect::<Result<_, _>>().map_err(|_| WrongPolicy::Stage)?;
        let days = LIST_DAYS.into_iter().zip(self.chosen()).filter(|(_, chosen)| *chosen);
        Policy::try_from(Draft {
            before,
            daily_after: self.daily_after.trim().parse().map_err(|_| WrongPolicy::Daily)?,
            weekly: !self.weekly.is_empty(),
            list_days: days.map(|(day, _)| day).collect(),
            urgent: !self.urgent.is_empty(),
        })
    }
}

/// What is wrong, and what is allowed.
pub(super) fn words_of(t: Texts, wrong: WrongPolicy) -> String {
    match wrong {
        WrongPolicy::Count => t.reminding_wrong_count(MOST_STAGES),
        WrongPolicy::Stage => t.reminding_wrong_stage(FARTHEST_STAGE),
        WrongPolicy::Order => t.reminding_wrong_order(),
        WrongPolicy::Daily => t.reminding_wrong_daily(LONGEST_DAILY),
        WrongPolicy::ListDays => t.reminding_wrong_list_days(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_form_shows_a_policy_and_gives_it_back() {
        let policy = Policy::default();
        let form = Form::of(&policy, seen(&policy), String::new());
        assert_eq!(form.before, "10, 5, 3, 1");
        assert_eq!(form.policy(), Ok(policy));
    }

    #[test]
    fn what_is_typed_is_read_kindly_and_what_is_wrong_is_named() {
        for (before, daily_after, read) in [
            ("20,5", "0", Ok(&[20, 5][..])),
            (" 7 ; 2 ", "20", Ok(&[7, 2][..])),
            ("", "5", Err(WrongPolicy::Count)),
            ("ten", "5", Err(WrongPolicy::Stage)),
            ("300", "5", Err(WrongPolicy::Stage)),
            ("1, 3", "5", Err(WrongPolicy::Order)),
            ("3", "-1", Err(WrongPolicy::Daily)),
            ("3", "", Err(WrongPolicy::Daily)),
            ("3", "21", Err(WrongPolicy::Daily)),
        ] {
            let form = Form { before: before.into(), daily_after: daily_after.into(), ..Form::default() };
            let policy = form.policy();
            assert_eq!(policy.as_ref().map(Policy::before).map_err(|wrong| *wrong), read, "{before:?}");
        }
    }
}
