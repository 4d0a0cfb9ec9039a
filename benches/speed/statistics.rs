//! What many measurements come to.

use std::time::Duration;

/// Below so much of all the measurements lie, such as the 99th of a hundred.
pub(crate) fn percentile(measured: &mut [Duration], hundredths: usize) -> Duration {
    measured.sort_unstable();
    let place = (measured.len() * hundredths).div_ceil(100).saturating_sub(1);
    measured.get(place).copied().unwrap_or_default()
}

/// The one in the middle.
pub(crate) fn middle<T: Copy>(measured: &mut [T], key: impl Fn(&T) -> f64) -> Option<T> {
    measured.sort_by(|a, b| key(a).total_cmp(&key(b)));
    measured.get(measured.len() / 2).copied()
}

/// Milliseconds, as the table shows them.
pub(crate) fn milliseconds(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}
