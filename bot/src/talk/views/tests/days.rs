//! Due days that changed together, with the worst words and one, a few, and many changes.

use store::obligations::{BatchKind, DueMove};

use super::*;

/// The messages for each kind of change.
pub(super) fn views(texts: Texts) -> Vec<View> {
    let moves: Vec<_> = (0..40).map(moved).collect();
    let moves: Vec<_> = moves.iter().collect();
    let kinds = [BatchKind::Calendar, BatchKind::Rule];
    let of = |kind| [1, 9, 40].map(|count| days_moved(texts, kind, &nasty(600), &moves[..count]));
    kinds.into_iter().flat_map(of).collect()
}

fn moved(id: i64) -> DueMove {
    DueMove {
        obligation: ObligationId(id),
        organisation: OrganisationId(1),
        text: nasty(6000).into(),
        before: today(),
        after: (id % 2 == 0).then(|| today() + TimeDelta::days(id)),
    }
}
