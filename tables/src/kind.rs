//! The tables that can be taken in, and an example of each.

/// A sort of table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A plan of measures.
    Plan,
    /// The organisations and their tree.
    Organisations,
    /// The services and who gives them.
    Services,
    /// The people and their roles.
    People,
    /// The days off and the moved working days.
    Calendar,
}

impl Kind {
    /// All of them, in the order in which a city that begins needs them.
    pub const ALL: [Self; 5] =
        [Self::Organisations, Self::Services, Self::People, Self::Plan, Self::Calendar];

    /// The word by which addresses call it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Organisations => "organisations",
            Self::Services => "services",
            Self::People => "people",
            Self::Calendar => "calendar",
        }
    }

    /// The sort that is called so.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// A table that can be taken in, to begin one's own with.
    pub fn example(self) -> &'static str {
        match self {
            Self::Plan => include_str!("../../data/fergana/plan_example_2026.csv"),
            Self::Organisations => include_str!("../../data/fergana/orgs_example.csv"),
            Self::Services => include_str!("../../data/fergana/services_example.csv"),
            Self::People => include_str!("../../data/fergana/people_example.csv"),
            Self::Calendar => include_str!("../../data/fergana/holidays_uz.csv"),
        }
    }
}
