//! What of a tree of counts can be shown so that nobody can subtract their way to a few people.

use crate::ratings::PUBLISH_FROM;

/// A count in the tree: of a service, or of an organisation with all that is below it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Cell {
    /// The place of the cell above it, which stands earlier in the list; `None` at the top.
    pub above: Option<usize>,
    /// How many ratings; of a cell with others below it, the sum of theirs.
    pub number: u64,
}

/// Which cells can be shown.
///
/// A cell of fewer than [`PUBLISH_FROM`] never is. And what a shown cell has beyond the shown ones within it, which is what a
/// reader finds by subtraction, is nothing at all or at least [`PUBLISH_FROM`]: until it is, the smallest of those within is
/// hidden too. These remainders part all ratings among them, so whatever a reader adds and subtracts is a sum of some.
pub fn shown(cells: &[Cell]) -> Vec<bool> {
    shown_without(cells, &vec![false; cells.len()])
}

/// The same without those that are hidden for another reason.
pub(super) fn shown_without(cells: &[Cell], hidden: &[bool]) -> Vec<bool> {
    let is_enough = |(cell, hidden): (&Cell, &bool)| !hidden && cell.number >= PUBLISH_FROM;
    let mut shown: Vec<bool> = cells.iter().zip(hidden).map(is_enough).collect();
    // From the deepest: what is hidden there changes what remains above.
    for place in (0..cells.len()).rev() {
        while shown[place] {
            let within = nearest_shown(cells, &shown, place);
            let covered: u64 = within.iter().map(|one| cells[*one].number).sum();
            let remainder = cells[place].number.saturating_sub(covered);
            if remainder == 0 || remainder >= PUBLISH_FROM {
                break;
            }
            match within.into_iter().min_by_key(|one| (cells[*one].number, *one)) {
                Some(smallest) => shown[smallest] = false,
                // Not reached: without anything within, the remainder is the cell itself.
                None => break,
            }
        }
    }
    shown
}

/// The shown cells below `place` that have no other shown one between.
fn nearest_shown(cells: &[Cell], shown: &[bool], place: usize) -> Vec<usize> {
    let above_shown = |mut one: usize| {
        while let Some(above) = cells[one].above {
            if above == place {
                return true;
            }
            if shown[above] {
                return false;
            }
            one = above;
        }
        false
    };
    (place + 1..cells.len()).filter(|one| shown[*one] && above_shown(*one)).collect()
}
