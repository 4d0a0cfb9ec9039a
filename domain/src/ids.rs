//! Names for the numbers of rows, so that one cannot be taken for another.

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {$(
        $(#[$doc])*
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                self.0.fmt(f)
            }
        }
    )*};
}

ids! {
    /// A body of the city, a node of the tree of organisations.
    OrganisationId,
    /// A person known to the hokimiyat: an officer, a controller, an administrator.
    PersonId,
    /// A range of days on which one person stands in for another.
    SubstitutionId,
    /// An offer to take over an obligation from a colleague.
    HandOverId,
    /// A plan of measures, approved by a decree.
    PlanId,
    /// One measure of a plan.
    MeasureId,
    /// One measure × one organisation × one period.
    ObligationId,
    /// One answer of an officer to an obligation.
    AnswerId,
    /// A request for more time.
    ExtensionId,
    /// A decision about one report or several that can be taken back for a while.
    DecisionId,
    /// A second look at an accepted report.
    RecheckId,
    /// A file behind an answer.
    EvidenceId,
    /// A public service of an organisation.
    ServiceId,
    /// A counter or hall where a service is given, with its own link and QR code.
    PointId,
    /// A citizen's rating.
    RatingId,
    /// Marks that wait together for a reviewer.
    QuarantineId,
    /// A case opened by a low rating.
    CaseId,
    /// A message waiting for, or gone to, Telegram.
    OutboxId,
}
