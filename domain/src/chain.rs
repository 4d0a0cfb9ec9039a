//! What can be wrong with the chain of events.

/// A fault of the chain.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Fault {
    /// This event, or its link, is not as it was recorded.
    Changed(i64),
    /// This event is gone.
    Missing(i64),
    /// The links from this place to that one are gone.
    Gap(i64, i64),
    /// This event came into the record without a link.
    Unlinked(i64),
    /// The newest link is not the one that was kept as the newest.
    Head,
    /// The hash that was noted elsewhere is not in the chain.
    Noted,
}
