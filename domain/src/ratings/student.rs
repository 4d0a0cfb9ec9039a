//! Student's quantile of a two-sided 95 % interval.

use std::sync::OnceLock;

use statrs::distribution::{ContinuousCDF, StudentsT};

use super::float;

/// The normal quantile of a two-sided 95 % interval: where Student's goes as the marks become many.
pub(super) const NORMAL: f64 = 1.959_963_984_540_054;

/// Up to here the library is exact to 1e-12; far above, where its search gives up, it is not even exact to 1e-5.
const SEARCHED: usize = 1000;

/// What was searched already: a page with five hundred services would else search for 15 ms.
static FOUND: [OnceLock<f64>; SEARCHED + 1] = [const { OnceLock::new() }; SEARCHED + 1];

/// The quantile for so many degrees of freedom, which are one or more, exact to 1e-11.
///
/// Where they are many, the expansion around the normal quantile of Abramowitz and Stegun, 26.7.5, leaves out less than
/// the fifth power of their inverse.
pub(super) fn quantile(freedom: u64) -> f64 {
    match usize::try_from(freedom).ok().and_then(|freedom| FOUND.get(freedom)) {
        Some(found) => *found.get_or_init(|| searched(float(freedom))),
        None => expanded(float(freedom)),
    }
}

fn searched(freedom: f64) -> f64 {
    StudentsT::new(0.0, 1.0, freedom).map_or(f64::INFINITY, |student| student.inverse_cdf(0.975))
}

fn expanded(freedom: f64) -> f64 {
    let power = |exponent| NORMAL.powi(exponent);
    let terms = [
        NORMAL,
        (power(3) + NORMAL) / 4.0,
        (5.0 * power(5) + 16.0 * power(3) + 3.0 * NORMAL) / 96.0,
        (3.0 * power(7) + 19.0 * power(5) + 17.0 * power(3) - 15.0 * NORMAL) / 384.0,
        (79.0 * power(9) + 776.0 * power(7) + 1482.0 * power(5) - 1920.0 * power(3) - 945.0 * NORMAL)
            / 92_160.0,
    ];
    terms.iter().rev().fold(0.0, |sum, term| sum / freedom + term)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_quantile_is_the_one_of_scipy() {
        // `scipy.stats.t.ppf(0.975, freedom)`, version 1.17.1.
        for (freedom, theirs) in [
            (1, 12.706_204_736_174_694),
            (2, 4.302_652_729_749_462),
            (3, 3.182_446_305_283_707_8),
            (9, 2.262_157_162_798_205),
            (29, 2.045_229_642_132_703),
            (999, 1.962_341_461_133_449_3),
            (9_999, 1.960_201_263_621_357),
            (99_999, 1.959_987_707_771_844_2),
            (9_999_999, 1.959_964_221_767_228_6),
        ] {
            assert!((quantile(freedom) - theirs).abs() < 1e-11, "{freedom}: {}", quantile(freedom));
        }
    }

    #[test]
    fn the_two_ways_meet() {
        assert!((quantile(1000) - expanded(1000.0)).abs() < 1e-11);
        assert!((expanded(1e12) - NORMAL).abs() < 1e-11);
    }
}
