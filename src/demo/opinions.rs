//! What citizens of the example add to their marks: reasons and criteria, with a chance of their own.

use domain::ids::RatingId;
use domain::ratings::{Criterion, Mark, Reason};
use store::opinions::{self, Opinion};
use store::{Conn, StoreError};

use super::chance::Chance;

/// What somebody adds to this mark: most add nothing, and who is not content names more.
pub(super) fn added(chance: &mut Chance, mark: Mark) -> Opinion {
    let fitting = Reason::of(mark);
    let often = if mark <= Mark::LOW { 45 } else { 25 };
    let mut reasons = Vec::new();
    if chance.percent(often) {
        for _ in 0..=chance.below(2) {
            // The first ones are named more often.
            let place = usize::try_from(chance.below(fitting.len() as u64)).unwrap_or_default();
            let other = usize::try_from(chance.below(fitting.len() as u64)).unwrap_or_default();
            reasons.push(fitting[place.min(other)]);
        }
    }
    let criteria = if chance.percent(12) {
        Criterion::ALL.into_iter().map(|criterion| (criterion, near(chance, mark))).collect()
    } else {
        Vec::new()
    };
    Opinion { reasons, criteria }
}

/// A mark that differs by one at most.
fn near(chance: &mut Chance, mark: Mark) -> Mark {
    let step = i64::try_from(chance.below(3)).unwrap_or_default() - 1;
    let moved = u8::try_from(i64::from(mark.get()) + step).ok().and_then(Mark::new);
    moved.unwrap_or(mark)
}

/// Keeps it with the rating of this voter.
pub(super) async fn keep(
    conn: &mut Conn,
    rating: RatingId,
    voter: &str,
    opinion: &Opinion,
) -> Result<(), StoreError> {
    for reason in &opinion.reasons {
        opinions::tick(conn, rating, voter, *reason, true).await?;
    }
    for (criterion, mark) in &opinion.criteria {
        opinions::judge(conn, rating, voter, *criterion, *mark).await?;
    }
    Ok(())
}
