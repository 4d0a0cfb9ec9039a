//! What citizens name beside the mark: reasons, the most frequent first, and the criteria of the regulation.

use domain::ratings::{Counts, Criterion, Reason};
use locales::{Texts, numbers, words};

use super::Mean;
use crate::markup::Markup;
use crate::svg::{bar, percent_of};

/// A reason with its bar and how many named it.
pub(super) struct Named {
    /// In words.
    pub(super) name: String,
    /// How many, drawn beside the most frequent one.
    pub(super) bar: Markup,
    /// How many.
    pub(super) count: String,
}

/// A criterion with its mean, when there are enough marks.
pub(super) struct Judged {
    /// In words.
    pub(super) name: String,
    /// Its mean with the interval.
    pub(super) mean: Option<Mean>,
    /// How many judged it.
    pub(super) count: u64,
}

/// Everything that was added to marks.
pub(super) struct Opinions {
    /// What was wrong.
    pub(super) wrong: Vec<Named>,
    /// What was right.
    pub(super) right: Vec<Named>,
    /// The criteria, in the order of the regulation.
    pub(super) criteria: Vec<Judged>,
}

impl Opinions {
    pub(super) fn of(t: Texts, reasons: &[(Reason, u64)], criteria: &[(Criterion, Counts)]) -> Self {
        let judged = |(criterion, counts): &(Criterion, Counts)| Judged {
            name: words::criterion(t, *criterion),
            mean: Mean::of(t, *counts),
            count: counts.total(),
        };
        Self {
            wrong: named(t, reasons, &Reason::WRONG),
            right: named(t, reasons, &Reason::RIGHT),
            criteria: criteria.iter().map(judged).collect(),
        }
    }
}

fn named(t: Texts, reasons: &[(Reason, u64)], kind: &[Reason]) -> Vec<Named> {
    let mut of_kind: Vec<_> = reasons.iter().filter(|(reason, _)| kind.contains(reason)).collect();
    of_kind.sort_by_key(|(reason, number)| (std::cmp::Reverse(*number), *reason));
    let most = of_kind.first().map_or(0, |(_, number)| *number);
    let one = |(reason, number): &(Reason, u64)| Named {
        name: words::reason(t, *reason),
        bar: bar(percent_of(*number, most), "plain"),
        count: numbers::integer(t.language(), i64::try_from(*number).unwrap_or(i64::MAX)),
    };
    of_kind.into_iter().map(one).collect()
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;

    #[test]
    fn what_most_people_named_stands_first_and_few_marks_give_no_mean() {
        let t = Texts::new(Language::En);
        let reasons = [(Reason::Waiting, 3), (Reason::Money, 12), (Reason::Polite, 40)];
        let criteria =
            [(Criterion::Legality, Counts([0, 0, 0, 0, 9])), (Criterion::Quality, Counts([0, 0, 5, 0, 5]))];
        let opinions = Opinions::of(t, &reasons, &criteria);
        let names =
            |all: &[Named]| all.iter().map(|one| format!("{} {}", one.name, one.count)).collect::<Vec<_>>();
        assert_eq!(names(&opinions.wrong), ["Asked for money 12", "Long wait 3"]);
        assert_eq!(names(&opinions.right), ["Polite 40"]);
        assert!(opinions.criteria[0].mean.is_none() && opinions.criteria[0].count == 9);
        assert_eq!(opinions.criteria[1].mean.as_ref().map(|mean| mean.number.as_str()), Some("4.00"));
    }
}
