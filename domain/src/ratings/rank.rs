//! Who stands above whom, as far as the marks can tell.
//!
//! One mean is above another only when their intervals do not overlap. That is a partial order: where it is silent, a place
//! is not a number but a range.

use super::Interval;

/// Where one of several stands, from the best.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Rank {
    /// The best place it can have: one more than there are that are surely above it.
    pub best: usize,
    /// The worst place it can have: as many as there are, without those that are surely below it.
    pub worst: usize,
    /// The number of its group, from 1: everything in a group is surely above everything in the next.
    pub group: usize,
}

impl Rank {
    /// Whether there is one place that it can have.
    pub fn is_certain(&self) -> bool {
        self.best == self.worst
    }
}

/// The rank of each, in the order in which they are given.
pub fn ranks(intervals: &[Interval]) -> Vec<Rank> {
    let groups = groups(intervals);
    let rank = |(one, group): (&Interval, usize)| Rank {
        best: 1 + intervals.iter().filter(|other| other.is_above(*one)).count(),
        worst: intervals.len() - intervals.iter().filter(|other| one.is_above(**other)).count(),
        group,
    };
    intervals.iter().zip(groups).map(rank).collect()
}

/// Going down by the lower ends, a group ends where all that came so far is above all that comes.
fn groups(intervals: &[Interval]) -> Vec<usize> {
    let mut order: Vec<usize> = (0..intervals.len()).collect();
    order.sort_by(|one, other| intervals[*other].low.total_cmp(&intervals[*one].low));
    // The highest upper end from each place on.
    let mut highest = vec![f64::NEG_INFINITY; order.len() + 1];
    for place in (0..order.len()).rev() {
        highest[place] = highest[place + 1].max(intervals[order[place]].high);
    }
    let (mut groups, mut group) = (vec![1; order.len()], 1);
    for place in 1..order.len() {
        if intervals[order[place - 1]].low > highest[place] {
            group += 1;
        }
        groups[order[place]] = group;
    }
    groups
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn places(intervals: &[(f64, f64)]) -> Vec<(usize, usize, usize)> {
        let intervals: Vec<_> = intervals.iter().map(|&(low, high)| Interval { low, high }).collect();
        ranks(&intervals).into_iter().map(|one| (one.best, one.worst, one.group)).collect()
    }

    #[test]
    fn a_place_is_a_range_where_intervals_overlap() {
        for (intervals, expected) in [
            (&[][..], &[][..]),
            (&[(4.0, 4.5)], &[(1, 1, 1)]),
            (&[(4.6, 4.8), (4.0, 4.5), (3.0, 3.9)], &[(1, 1, 1), (2, 2, 2), (3, 3, 3)]),
            (&[(3.0, 3.9), (4.0, 4.5), (4.6, 4.8)], &[(3, 3, 3), (2, 2, 2), (1, 1, 1)]),
            (&[(4.4, 4.8), (4.0, 4.5), (3.0, 3.9)], &[(1, 2, 1), (1, 2, 1), (3, 3, 2)]),
            // The first is above the third, and the second may be either.
            (&[(4.4, 4.8), (4.0, 4.5), (3.9, 4.1)], &[(1, 2, 1), (1, 3, 1), (2, 3, 1)]),
            // Intervals that touch overlap.
            (&[(4.5, 5.0), (4.0, 4.5)], &[(1, 2, 1), (1, 2, 1)]),
        ] {
            assert_eq!(places(intervals), expected, "{intervals:?}");
        }
    }

    proptest! {
        #[test]
        fn an_order_is_told_only_where_no_two_intervals_overlap(
            all in prop::collection::vec((1.0_f64..5.0, 0.0_f64..1.0), 0..20),
        ) {
            let intervals: Vec<_> =
                all.into_iter().map(|(low, width)| Interval { low, high: low + width }).collect();
            let ranks = ranks(&intervals);
            for (one, above) in intervals.iter().zip(&ranks) {
                prop_assert!(above.best <= above.worst);
                for (other, below) in intervals.iter().zip(&ranks) {
                    let surely = one.is_above(*other);
                    prop_assert!(!surely || (above.best < below.best && above.worst < below.worst));
                    prop_assert!(above.worst >= below.best || surely);
                    prop_assert!(above.group >= below.group || surely, "{one:?} {other:?}");
                }
            }
        }
    }
}
