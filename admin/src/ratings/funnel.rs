//! How far people came: opened, rated, with words, answered.

use locales::{Texts, numbers};
use store::responses::Responses;

use crate::markup::Markup;
use crate::svg::{bar, percent_of};

/// A step with its bar, its number, and its share of what it is a part of.
pub(super) struct Step {
    /// What people did.
    pub(super) name: String,
    /// How many of all that came, drawn.
    pub(super) bar: Markup,
    /// How many.
    pub(super) count: String,
    /// Of what they are a part, in words; none where that was not counted.
    pub(super) share: Option<String>,
}

/// The steps, the widest first.
///
/// Ratings of before openings were counted are more than the openings: then no share of those is told.
pub(super) fn steps(t: Texts, rated: u64, responses: Responses) -> Vec<Step> {
    let Responses { opened, commented, answered } = responses;
    let widest = opened.max(rated);
    let percent = |part, whole| numbers::percent(t.language(), percent_of(part, whole) / 100.0, 1);
    let step = |name, number: u64, share| Step {
        name,
        bar: bar(percent_of(number, widest), "plain"),
        count: numbers::integer(t.language(), i64::try_from(number).unwrap_or(i64::MAX)),
        share,
    };
    let of_opened = (opened > 0 && rated <= opened).then(|| t.ratings_of_opened(percent(rated, opened)));
    let of_rated =
        |number| (rated > 0 && number <= rated).then(|| t.ratings_of_rated(percent(number, rated)));
    vec![
        step(t.ratings_opened(), opened, None),
        step(t.ratings_rated(), rated, of_opened),
        step(t.ratings_commented(), commented, of_rated(commented)),
        step(t.ratings_answered(), answered, of_rated(answered)),
    ]
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::*;

    #[test]
    fn each_step_is_a_part_of_what_it_came_from() {
        let shares = |rated, opened, commented, answered| {
            let responses = Responses { opened, commented, answered };
            let steps = steps(Texts::new(Language::En), rated, responses);
            steps.into_iter().map(|step| step.share.unwrap_or_default()).collect::<Vec<_>>()
        };
        assert_eq!(
            shares(40, 50, 10, 4),
            ["", "80.0% of those opened", "25.0% of the ratings", "10.0% of the ratings"]
        );
        // Openings were not counted from the beginning.
        assert_eq!(shares(40, 5, 0, 0), ["", "", "0.0% of the ratings", "0.0% of the ratings"]);
        assert_eq!(shares(0, 0, 0, 0), [""; 4]);
    }
}
