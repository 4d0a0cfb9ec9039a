//! What a citizen may add to a mark with one tap each: reasons that fit the mark, and marks for single criteria.

use crate::codes::coded;

use super::Mark;

coded! {
    /// What was wrong with a service, or right.
    pub enum Reason {
        /// The wait was long.
        Waiting = "waiting",
        /// The staff were rude.
        Rude = "rude",
        /// It was not clear what is needed.
        Unclear = "unclear",
        /// Papers were asked for that are not needed.
        Papers = "papers",
        /// Money was asked for.
        Money = "money",
        /// The electronic system did not work.
        System = "system",
        /// It is far, or hard to get in.
        Access = "access",
        /// The matter was not settled.
        Unsettled = "unsettled",
        /// It was quick.
        Quick = "quick",
        /// The staff were polite.
        Polite = "polite",
        /// Everything was explained clearly.
        Clear = "clear",
        /// The place is near and easy to get in.
        Near = "near",
        /// Nothing needless was asked for.
        Simple = "simple",
        /// The matter was settled.
        Settled = "settled",
    }
}

coded! {
    /// A criterion of the regulation of December 2025.
    pub enum Criterion {
        /// Was everything done by the law?
        Legality = "legality",
        /// Was it done well?
        Quality = "quality",
        /// Was it done in time?
        Timeliness = "timeliness",
        /// Was it easy to reach, to enter and to understand?
        Accessibility = "accessibility",
    }
}

impl Reason {
    /// What can be wrong.
    pub const WRONG: [Self; 8] = [
        Self::Waiting,
        Self::Rude,
        Self::Unclear,
        Self::Papers,
        Self::Money,
        Self::System,
        Self::Access,
        Self::Unsettled,
    ];

    /// What can be right.
    pub const RIGHT: [Self; 6] =
        [Self::Quick, Self::Polite, Self::Clear, Self::Near, Self::Simple, Self::Settled];

    /// The reasons that fit a mark: what was wrong for 1 to 3, what was right for 4 and 5.
    pub fn of(mark: Mark) -> &'static [Self] {
        if mark <= Mark::LOW { &Self::WRONG } else { &Self::RIGHT }
    }

    /// Whether it can be the reason of this mark.
    pub fn fits(self, mark: Mark) -> bool {
        Self::of(mark).contains(&self)
    }
}

impl Criterion {
    /// The one that is asked for after this one; `None` after the last.
    pub fn next(self) -> Option<Self> {
        let place = Self::ALL.iter().position(|criterion| *criterion == self)?;
        Self::ALL.get(place + 1).copied()
    }

    /// Its place among all, from 1.
    pub fn number(self) -> usize {
        Self::ALL.iter().take_while(|criterion| **criterion != self).count() + 1
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_reason_fits_either_low_marks_or_high_ones() {
        let mark = |number| Mark::new(number).unwrap();
        for reason in Reason::ALL {
            let fits: Vec<bool> = (1..=5).map(|number| reason.fits(mark(number))).collect();
            let wrong = Reason::WRONG.contains(&reason);
            assert_eq!(fits, [wrong, wrong, wrong, !wrong, !wrong], "{reason:?}");
        }
    }

    #[test]
    fn the_criteria_are_asked_for_one_after_the_other() {
        let asked = std::iter::successors(Some(Criterion::ALL[0]), |criterion| criterion.next());
        assert_eq!(asked.collect::<Vec<_>>(), Criterion::ALL);
        assert_eq!(Criterion::ALL.map(Criterion::number), [1, 2, 3, 4]);
    }
}
