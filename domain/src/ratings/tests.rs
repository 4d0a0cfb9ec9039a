use proptest::prelude::*;

use super::*;

fn near(left: f64, right: f64) -> bool {
    (left - right).abs() < 0.005
}

#[test]
fn a_mark_is_a_number_from_1_to_5() {
    for (number, is_mark) in [(0, false), (1, true), (5, true), (6, false), (255, false)] {
        assert_eq!(Mark::new(number).map(Mark::get), is_mark.then_some(number));
        assert_eq!(serde_json::from_value::<Mark>(number.into()).is_ok(), is_mark, "{number}");
    }
}

#[test]
fn three_and_below_open_a_case() {
    let opening: Vec<_> =
        Mark::ALL.into_iter().filter(|mark| mark.opens_case(Mark::LOW)).map(Mark::get).collect();
    assert_eq!(opening, [3, 2, 1]);
    assert!(!Mark(3).opens_case(Mark(2)), "a city may choose another threshold");
}

#[test]
fn a_case_is_due_in_three_working_days() {
    let calendar = WorkingCalendar::default();
    for (opened, week, due) in [
        ("2026-11-23", Week::Five, "2026-11-26"),
        ("2026-11-27", Week::Five, "2026-12-02"),
        ("2026-11-27", Week::Six, "2026-12-01"),
        ("2026-11-28", Week::Five, "2026-12-02"),
    ] {
        assert_eq!(
            case_due(opened.parse().unwrap(), &calendar, week),
            due.parse().unwrap(),
            "{opened} {week:?}"
        );
    }
}

#[test]
fn without_marks_there_are_no_figures() {
    let none = Counts::default();
    assert_eq!(
        (none.mean(), none.mean_interval(), none.satisfied_share(), none.satisfied_interval()),
        (None, None, None, None)
    );
    assert!(!none.is_publishable());
}

#[test]
fn figures_of_known_counts() {
    // Checked by hand and against tables of Student's distribution and Wilson's interval.
    for (counts, mean, interval, share, wilson) in [
        ([0, 0, 0, 0, 10], 5.0, (4.774, 5.0), 1.0, (0.722, 1.0)),
        ([10, 0, 0, 0, 0], 1.0, (1.0, 1.226), 0.0, (0.0, 0.278)),
        ([0, 0, 0, 1, 9], 4.9, (4.674, 5.0), 1.0, (0.722, 1.0)),
        ([2, 0, 1, 3, 4], 3.7, (2.579, 4.821), 0.7, (0.397, 0.892)),
        ([100, 0, 0, 0, 100], 3.0, (2.720, 3.280), 0.5, (0.431, 0.569)),
    ] {
        let counts = Counts(counts);
        let found = counts.mean_interval().unwrap();
        let satisfied = counts.satisfied_interval().unwrap();
        assert!(near(counts.mean().unwrap(), mean), "{counts:?}");
        assert!(near(found.low, interval.0) && near(found.high, interval.1), "{counts:?}: {found:?}");
        assert!(near(counts.satisfied_share().unwrap(), share), "{counts:?}");
        assert!(near(satisfied.low, wilson.0) && near(satisfied.high, wilson.1), "{counts:?}: {satisfied:?}");
    }
}

#[test]
fn one_mark_tells_nothing_of_the_spread() {
    assert_eq!(Counts([0, 0, 0, 0, 1]).mean_interval(), None);
    assert!(Counts([0, 0, 0, 0, 2]).mean_interval().is_some());
}

#[test]
fn nothing_is_published_below_ten() {
    assert!(!Counts([0, 0, 0, 4, 5]).is_publishable());
    assert!(Counts([0, 0, 0, 5, 5]).is_publishable());
}

#[test]
fn a_mark_that_nobody_gave_cannot_be_taken_back() {
    let mut counts = Counts([0, 0, 0, 0, 1]);
    assert!(!counts.remove(Mark(4)));
    assert!(counts.remove(Mark(5)));
    assert_eq!(counts, Counts::default());
}

#[test]
fn intervals_that_touch_overlap() {
    let interval = |low, high| Interval { low, high };
    assert!(interval(4.0, 4.5).overlaps(interval(4.5, 5.0)));
    assert!(interval(1.0, 5.0).overlaps(interval(2.0, 3.0)));
    assert!(!interval(4.0, 4.4).overlaps(interval(4.5, 5.0)));
}

proptest! {
    #[test]
    fn an_interval_holds_its_value_and_keeps_to_the_scale(counts in prop::array::uniform5(0_u64..100_000)) {
        let counts = Counts(counts);
        if let (Some(mean), Some(interval)) = (counts.mean(), counts.mean_interval()) {
            prop_assert!(1.0 <= interval.low && interval.low <= mean && mean <= interval.high && interval.high <= 5.0);
            prop_assert!(interval.low < interval.high);
        }
        if let (Some(share), Some(interval)) = (counts.satisfied_share(), counts.satisfied_interval()) {
            prop_assert!(0.0 <= interval.low && interval.low <= share + 1e-9);
            prop_assert!(share <= interval.high + 1e-9 && interval.high <= 1.0);
        }
    }

    #[test]
    fn a_changed_vote_leaves_no_trace(counts in prop::array::uniform5(0_u64..50), first in 1_u8..=5, then in 1_u8..=5) {
        let before = Counts(counts);
        let (first, then) = (Mark(first), Mark(then));
        let mut counts = before;
        counts.add(first);
        prop_assert!(counts.remove(first));
        counts.add(then);
        prop_assert_eq!(counts.total(), before.total() + 1);
        prop_assert_eq!(counts.of(then), before.of(then) + 1);
        prop_assert_eq!([before, counts].into_iter().sum::<Counts>().total(), 2 * before.total() + 1);
    }
}
