//! When marks look as if they were not given by citizens at a counter: too many of one person, too many at one point, or a
//! burst of one mark.
//!
//! What is suspicious is kept and set apart until a person decides; nobody who rates is told, and nothing goes silently away.

use chrono::TimeDelta;
use serde::{Deserialize, Serialize};

/// The highest number that a limit may have.
pub const HIGHEST_LIMIT: u32 = 1000;

/// The longest span of a burst, in minutes.
pub const LONGEST_BURST: u32 = 60;

/// Above how many marks something is suspicious. A limit of 0 is none.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Limits {
    person_a_day: u32,
    point_an_hour: u32,
    burst: u32,
    burst_minutes: u32,
}

/// What was given shortly before a mark, itself not counted; each number is at most as high as its limit.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Before {
    /// Marks of the same person for other services on the same day.
    pub by_person: u32,
    /// Marks of others at the same point in the last hour.
    pub at_point: u32,
    /// Those of them with the same mark and within the span of a burst.
    pub same_mark: u32,
}

/// What makes a mark suspicious.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Suspicion {
    /// One mark again and again at one point: those that began it are suspicious too.
    Burst,
    /// The person rates more services than anybody needs in a day; the first ones stand.
    Person,
    /// More marks at a point than it can serve people; the first ones stand.
    Point,
}

impl Limits {
    /// Limits; `None` unless each number is at most [`HIGHEST_LIMIT`], a burst is none or at least two marks, and its span is
    /// from 1 to [`LONGEST_BURST`] minutes.
    pub fn new(person_a_day: u32, point_an_hour: u32, burst: u32, burst_minutes: u32) -> Option<Self> {
        let low = [person_a_day, point_an_hour, burst].iter().all(|limit| *limit <= HIGHEST_LIMIT);
        let fits = low && burst != 1 && (1..=LONGEST_BURST).contains(&burst_minutes);
        fits.then_some(Self { person_a_day, point_an_hour, burst, burst_minutes })
    }

    /// So many services may one person rate in a day.
    pub fn person_a_day(self) -> u32 {
        self.person_a_day
    }

    /// So many marks may be given at one point in an hour.
    pub fn point_an_hour(self) -> u32 {
        self.point_an_hour
    }

    /// From so many equal marks on it is a burst.
    pub fn burst(self) -> u32 {
        self.burst
    }

    /// Within so many minutes.
    pub fn burst_minutes(self) -> u32 {
        self.burst_minutes
    }

    /// The span of a burst.
    pub fn burst_span(self) -> TimeDelta {
        TimeDelta::minutes(self.burst_minutes.into())
    }

    /// How many of the latest marks at a point are enough to judge the next one: when there are more, there are too many anyway.
    pub fn look_back(self) -> u32 {
        match (self.point_an_hour, self.burst) {
            (0, 0) => 0,
            // Among how many others a burst may hide is not limited by anything else.
            (0, _) => HIGHEST_LIMIT,
            (point, burst) => point.max(burst),
        }
    }

    /// What makes a mark suspicious after what was given before it. A burst counts for more than too many marks, since those
    /// that began it are set apart with it.
    pub fn suspicion(self, before: Before) -> Option<Suspicion> {
        let exceeds = |limit: u32, before: u32| limit > 0 && before >= limit;
        if self.burst > 0 && before.same_mark + 1 >= self.burst {
            return Some(Suspicion::Burst);
        }
        if exceeds(self.person_a_day, before.by_person) {
            return Some(Suspicion::Person);
        }
        exceeds(self.point_an_hour, before.at_point).then_some(Suspicion::Point)
    }
}

/// A person rates ten services a day at most and a point serves one person a minute; thirty equal marks in ten minutes are a
/// burst. Our own choice.
impl Default for Limits {
    fn default() -> Self {
        Self { person_a_day: 10, point_an_hour: 60, burst: 30, burst_minutes: 10 }
    }
}

impl Suspicion {
    /// All of them.
    pub const ALL: [Self; 3] = [Self::Burst, Self::Person, Self::Point];

    /// The text by which it is kept.
    pub fn code(self) -> &'static str {
        match self {
            Self::Burst => "burst",
            Self::Person => "person",
            Self::Point => "point",
        }
    }

    /// Reads what [`Suspicion::code`] wrote.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

/// How a rating counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Standing {
    /// Nothing was ever wrong with it.
    Counted,
    /// It waits for a reviewer, apart from the published counts.
    Held,
    /// A reviewer took it for genuine: it counts, and is no sign of a burst any more.
    Accepted,
    /// A reviewer left it out.
    LeftOut,
}

impl Standing {
    /// All of them.
    pub const ALL: [Self; 4] = [Self::Counted, Self::Held, Self::Accepted, Self::LeftOut];

    /// The text by which it is kept.
    pub fn code(self) -> &'static str {
        match self {
            Self::Counted => "counted",
            Self::Held => "held",
            Self::Accepted => "accepted",
            Self::LeftOut => "left_out",
        }
    }

    /// Reads what [`Standing::code`] wrote.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|one| one.code() == code)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn before(by_person: u32, at_point: u32, same_mark: u32) -> Before {
        Before { by_person, at_point, same_mark }
    }

    #[test]
    fn thirty_fives_in_ten_minutes_are_a_burst() {
        let usual = Limits::default();
        assert_eq!((usual.burst(), usual.burst_minutes()), (30, 10));
        for (seen, expected) in [
            (before(0, 0, 0), None),
            (before(0, 28, 28), None),
            (before(0, 29, 29), Some(Suspicion::Burst)),
            (before(9, 59, 28), None),
            (before(10, 0, 0), Some(Suspicion::Person)),
            (before(0, 60, 3), Some(Suspicion::Point)),
            (before(10, 60, 3), Some(Suspicion::Person)),
            (before(10, 60, 29), Some(Suspicion::Burst)),
        ] {
            assert_eq!(usual.suspicion(seen), expected, "{seen:?}");
        }
    }

    #[test]
    fn more_marks_never_make_less_suspicious() {
        let limits = Limits::new(4, 12, 6, 10).unwrap();
        for (person, point, same) in
            (0..8).flat_map(|a| (0..16).flat_map(move |b| (0..9).map(move |c| (a, b, c))))
        {
            let less = limits.suspicion(before(person, point, same));
            for more in [
                before(person + 1, point, same),
                before(person, point + 1, same),
                before(person, point, same + 1),
            ] {
                assert!(less.is_none() || limits.suspicion(more).is_some(), "{more:?}");
            }
        }
    }

    #[test]
    fn a_limit_of_nothing_is_no_limit() {
        let none = Limits::new(0, 0, 0, 10).unwrap();
        assert_eq!(none.suspicion(before(1000, 1000, 1000)), None);
        assert_eq!(none.look_back(), 0, "nothing is looked for");
        assert_eq!(Limits::new(0, 0, 30, 10).map(Limits::look_back), Some(HIGHEST_LIMIT));
    }

    #[test]
    fn limits_have_bounds() {
        for (limits, fits) in [
            ((0, 0, 0, 1), true),
            ((1000, 1000, 1000, 60), true),
            ((1001, 0, 0, 10), false),
            ((0, 1001, 0, 10), false),
            ((0, 0, 1001, 10), false),
            ((10, 60, 1, 10), false),
            ((10, 60, 30, 0), false),
            ((10, 60, 30, 61), false),
        ] {
            let (person, point, burst, minutes) = limits;
            assert_eq!(Limits::new(person, point, burst, minutes).is_some(), fits, "{limits:?}");
        }
    }

    #[test]
    fn codes_are_read_back() {
        for one in Suspicion::ALL {
            assert_eq!(Suspicion::from_code(one.code()), Some(one));
        }
        for one in Standing::ALL {
            assert_eq!(Standing::from_code(one.code()), Some(one));
        }
        assert_eq!((Suspicion::from_code(""), Standing::from_code("waiting")), (None, None));
    }
}
