//! The plan that the city carries out: measures of every rhythm, spread over the time that is played.

use std::collections::BTreeMap;

use anyhow::ensure;
use chrono::{Datelike, Days, NaiveDate};
use domain::calendar::Shift;
use domain::deadline::{Rule, read};
use store::import::{MeasureDraft, PlanDraft};
use store::plan::{Part, RuleState};

use super::chance::Chance;
use super::city::City;

/// A measure is given to so many organisations at most.
const EXECUTORS: usize = 6;
const MONTHS: [&str; 12] = [
    "yanvar", "fevral", "mart", "aprel", "may", "iyun", "iyul", "avgust", "sentabr", "oktabr", "noyabr",
    "dekabr",
];
/// What comes again and again: in words of decrees, with its share of all obligations in hundredths.
const RHYTHMS: [(&str, usize); 9] = [
    ("Haftaning har dushanba kunlari", 4),
    ("har hafta juma kuni", 4),
    ("har oyning 5-sanasiga qadar", 10),
    ("har oyning 25-sanasiga qadar", 8),
    ("oyning oxirgi ish kunida", 6),
    ("har chorak yakunidan keyingi oyning 10-sanasiga qadar", 8),
    ("har chorakda", 6),
    ("har yili 20-yanvarga qadar", 2),
    ("har yilning fevral oyida", 2),
];

/// One measure.
pub(crate) struct Measure {
    pub(crate) number: i64,
    phrase: String,
    rule: Rule,
    /// Places in [`City::organisations`].
    executors: Vec<usize>,
}

/// A measure of an organisation and the day on which it falls due, as the rules say.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct Term {
    pub(crate) measure: i64,
    pub(crate) organisation: usize,
    pub(crate) due: NaiveDate,
}

/// The whole plan.
pub(crate) struct Plan {
    adopted: NaiveDate,
    entered: NaiveDate,
    measures: Vec<Measure>,
}

impl Plan {
    /// A plan that makes about so many obligations between `first` and `last`.
    pub(crate) fn for_city(
        city: &City,
        obligations: usize,
        (first, last): (NaiveDate, NaiveDate),
        chance: Chance,
    ) -> anyhow::Result<Self> {
        let adopted = first - Days::new(7);
        let mut plan = Self { adopted, entered: first, measures: Vec::new() };
        let mut made = 0;
        for (phrase, share) in RHYTHMS {
            let wanted = made + obligations * share / 100;
            while made < wanted {
                let due = plan.add(phrase.to_owned(), city, chance, last)?;
                if due == 0 {
                    break;
                }
                made += due;
            }
        }
        let days = usize::try_from((last - first).num_days()).unwrap_or_default();
        while made < obligations {
            let day = first + Days::new(chance.below(days, ("day", made)) as u64);
            let phrase = format!("{}-yil {}-{}", day.year(), day.day(), MONTHS[day.month0() as usize]);
            made += plan.add(phrase, city, chance, last)?.max(1);
        }
        Ok(plan)
    }

    /// Adds a measure and tells how often it falls due until `last`.
    fn add(&mut self, phrase: String, city: &City, chance: Chance, last: NaiveDate) -> anyhow::Result<usize> {
        let reading = read(&phrase, self.adopted);
        let rule = reading.rule.filter(|_| reading.certain);
        ensure!(rule.is_some(), "the phrase {phrase:?} is not read for certain");
        let Some(rule) = rule else { return Ok(0) };
        let place = self.measures.len();
        let number = i64::try_from(place + 1)?;
        let all = city.organisations.len();
        let first = chance.below(all, ("executor", place));
        let count = 1 + chance.below(EXECUTORS.min(all), ("executors", place));
        let executors = (first..first + count).map(|one| one % all).collect();
        self.measures.push(Measure { number, phrase, rule, executors });
        Ok(self.terms_of(place, city, last).len())
    }

    /// What falls due until `last`, in any order.
    pub(crate) fn terms(&self, city: &City, last: NaiveDate) -> Vec<Term> {
        (0..self.measures.len()).flat_map(|place| self.terms_of(place, city, last)).collect()
    }

    fn terms_of(&self, place: usize, city: &City, last: NaiveDate) -> Vec<Term> {
        let measure = &self.measures[place];
        let mut terms = Vec::new();
        for &organisation in &measure.executors {
            let week = city.organisations[organisation].week;
            let working = city.calendar.in_week(week);
            for one in measure.rule.occurrences(self.adopted, working) {
                let due = city.calendar.effective_due(one.due, Shift::default(), week);
                if one.due > last {
                    break;
                }
                // Nobody is asked for what was due again and again before there was anybody to ask.
                if one.due >= self.entered {
                    terms.push(Term { measure: measure.number, organisation, due });
                }
            }
        }
        terms
    }

    /// The plan as an administrator takes it in.
    pub(crate) fn draft(&self, city: &City) -> PlanDraft {
        let measures = self.measures.iter().map(|one| {
            let part = |organisation: &usize| (city.organisations[*organisation].key.clone(), Part::Main);
            let draft = MeasureDraft {
                number: one.number,
                section: "1. Elektron xizmatlar".into(),
                text: format!("{}-tadbirni bajarish", one.number).into(),
                mechanism: "Hisobot".into(),
                phrase: one.phrase.clone(),
                reading: read(&one.phrase, self.adopted),
                executors: "Tashkilotlar".into(),
                controller: "Hokim oʻrinbosari".into(),
                parts: one.executors.iter().map(part).collect::<BTreeMap<_, _>>(),
                evidence: None,
            };
            debug_assert_eq!(draft.state(), RuleState::Certain);
            draft
        });
        PlanDraft {
            number: "1298".into(),
            adopted: self.adopted,
            title: "Elektron davlat xizmatlarini rivojlantirish".into(),
            measures: measures.collect(),
        }
    }
}
