//! Several reports decided at once: what was seen is what is decided.

use crate::ids::ObligationId;

/// At most so many are decided at once.
pub const MOST: usize = 50;

/// The reports of a list and the versions that were seen, in short: a button cannot carry them all. Another list, another order or
/// another version gives another number.
pub fn fingerprint(seen: impl IntoIterator<Item = (ObligationId, i64)>) -> u64 {
    // FNV-1a: short, and the same on every machine and in every version of the program.
    let numbers = seen.into_iter().flat_map(|(id, version)| [id.0, version]);
    let bytes = numbers.flat_map(i64::to_le_bytes);
    bytes.fold(0xCBF2_9CE4_8422_2325, |hash, byte| {
        (hash ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01B3)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn whatever_changes_in_a_list_changes_its_fingerprint() {
        let seen = [(ObligationId(7), 1), (ObligationId(9), 3)];
        let same = fingerprint(seen);
        assert_eq!(fingerprint(seen), same);
        for other in [
            vec![(ObligationId(7), 1)],
            vec![(ObligationId(9), 3), (ObligationId(7), 1)],
            vec![(ObligationId(7), 2), (ObligationId(9), 3)],
            vec![(ObligationId(7), 1), (ObligationId(8), 3)],
            vec![],
        ] {
            assert_ne!(fingerprint(other.iter().copied()), same, "{other:?}");
        }
    }
}
