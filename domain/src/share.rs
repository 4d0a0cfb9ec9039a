//! How a share is told to people: the one rule of every percentage on pages, papers, pictures and in messages.
//!
//! It is rounded, a half upwards. But "all" is told only of all and "nothing" only of nothing: 999 of 1 000 are never 100 %, and one
//! of 10 000 is never 0 %.

/// `part` of `whole`, told in so many `parts`: 100 for whole per cent, 1 000 for tenths of them. Of nothing it is nothing.
pub fn told(part: u64, whole: u64, parts: u16) -> u16 {
    if part == 0 || whole == 0 {
        return 0;
    }
    if part >= whole {
        return parts;
    }
    let (part, whole) = (u128::from(part), u128::from(whole));
    let rounded = (2 * part * u128::from(parts) + whole) / (2 * whole);
    u16::try_from(rounded).unwrap_or(parts).clamp(1, parts.saturating_sub(1).max(1))
}

/// What numbers of two digits lack of the share that they stand for.
const HAIR: f64 = 1e-9;

/// The same of a share that is kept as a number between 0 and 1.
pub fn told_of(share: f64, parts: f64) -> f64 {
    if share <= HAIR {
        return 0.0;
    }
    if share >= 1.0 - HAIR {
        return parts;
    }
    (share * parts + HAIR).round().clamp(1.0, (parts - 1.0).max(1.0))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn a_half_goes_up_and_only_all_is_all() {
        for (part, whole, per_cent, per_mille) in [
            (0, 4, 0, 0),
            (0, 0, 0, 0),
            (1, 1, 100, 1000),
            (4, 4, 100, 1000),
            (1, 10_000, 1, 1),
            (1, 1_000_000, 1, 1),
            (9_999, 10_000, 99, 999),
            (999_999, 1_000_000, 99, 999),
            (u64::MAX - 1, u64::MAX, 99, 999),
            (u64::MAX, u64::MAX, 100, 1000),
            (1, 3, 33, 333),
            (2, 3, 67, 667),
            (1, 2, 50, 500),
            (89, 119, 75, 748),
            (5, 1000, 1, 5),
            (4, 1000, 1, 4),
            (745, 1000, 75, 745),
            (744, 1000, 74, 744),
            (7_445, 10_000, 74, 745),
            (7_444, 10_000, 74, 744),
            (995, 1000, 99, 995),
            (994, 1000, 99, 994),
        ] {
            assert_eq!(
                (told(part, whole, 100), told(part, whole, 1000)),
                (per_cent, per_mille),
                "{part}/{whole}"
            );
        }
    }

    proptest! {
        #[test]
        fn a_share_as_a_number_is_told_as_its_parts_are(whole in 1_u64..5_000, part in 0_u64..5_000) {
            let part = part.min(whole);
            #[expect(clippy::cast_precision_loss, reason = "both are small")]
            let share = part as f64 / whole as f64;
            for parts in [100_u16, 1000] {
                let told = f64::from(told(part, whole, parts));
                prop_assert!((told_of(share, parts.into()) - told).abs() < 0.5, "{part}/{whole} in {parts}");
            }
        }

        #[test]
        fn only_all_is_all_and_only_nothing_is_nothing(whole in 1_u64.., part in 0_u64..) {
            let part = part.min(whole);
            prop_assert_eq!(told(part, whole, 1000) == 1000, part == whole);
            prop_assert_eq!(told(part, whole, 1000) == 0, part == 0);
        }
    }
}
