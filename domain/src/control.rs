//! How control works in this city: what an administrator may set.

use serde::{Deserialize, Serialize};

use crate::ageing::{LONGEST_PATIENCE, PATIENCE};
use crate::recheck::SHARE;

/// The settings of control.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct ControlPolicy {
    recheck_percent: u8,
    patience: u32,
}

impl ControlPolicy {
    /// Settings; `None` unless at most 100 % are re-checked and the patience is from 1 to [`LONGEST_PATIENCE`] working days.
    pub fn new(recheck_percent: u8, patience: u32) -> Option<Self> {
        let fits = recheck_percent <= 100 && (1..=LONGEST_PATIENCE).contains(&patience);
        fits.then_some(Self { recheck_percent, patience })
    }

    /// So many per cent of the accepted reports are looked at once more.
    pub fn recheck_percent(self) -> u8 {
        self.recheck_percent
    }

    /// For so many working days the controller may hold a matter before it is the deputy hokim's.
    pub fn patience(self) -> u32 {
        self.patience
    }
}

impl Default for ControlPolicy {
    fn default() -> Self {
        Self { recheck_percent: SHARE, patience: PATIENCE }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn settings_have_bounds() {
        for (percent, patience, fits) in
            [(0, 1, true), (100, 30, true), (101, 3, false), (10, 0, false), (10, 31, false)]
        {
            assert_eq!(ControlPolicy::new(percent, patience).is_some(), fits, "{percent} {patience}");
        }
        let usual = ControlPolicy::default();
        assert_eq!(ControlPolicy::new(usual.recheck_percent(), usual.patience()), Some(usual));
    }
}
