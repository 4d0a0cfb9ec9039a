//! One place that ties a value to the text by which it is kept: in the database, in events, behind buttons.
//!
//! A code is never shown to a person and never changes once it was released.

/// Declares an enum whose every value has a stable text code, for the database and for serde alike.
macro_rules! coded {
    (
        $(#[$meta:meta])*
        pub enum $name:ident { $($(#[$doc:meta])* $variant:ident = $code:literal,)+ }
    ) => {
        $(#[$meta])*
        #[derive(
            Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, serde::Serialize, serde::Deserialize,
        )]
        pub enum $name {
            $($(#[$doc])* #[serde(rename = $code)] $variant,)+
        }

        impl $name {
            /// All of them, in the order in which they are shown.
            pub const ALL: [Self; [$($code),+].len()] = [$(Self::$variant),+];

            /// The text by which it is kept.
            pub fn code(self) -> &'static str {
                match self {
                    $(Self::$variant => $code,)+
                }
            }

            /// The value that is kept by this text.
            pub fn from_code(code: &str) -> Option<Self> {
                Self::ALL.into_iter().find(|value| value.code() == code)
            }
        }
    };
}

pub(crate) use coded;

#[cfg(test)]
mod tests {
    use crate::{
        ageing::Holder,
        answers::{AnswerKind, Cause},
        audit::FindingKind,
        cases::Verdict,
        compliance::Class,
        escalation::{Level, StepState},
        evidence::Need,
        extension::Asking,
        hand_over::OfferState,
        obligation::State,
        people::Role,
        ratings::{Criterion, Reason},
        recheck::Recheck,
        visits::CodeState,
    };

    #[test]
    fn every_code_leads_back_to_its_value_and_is_the_same_in_json() {
        macro_rules! check {
            ($($name:ident),+) => {$(
                for value in $name::ALL {
                    assert_eq!($name::from_code(value.code()), Some(value));
                    assert_eq!(serde_json::to_value(value).unwrap(), value.code());
                }
                assert_eq!($name::from_code("no such code"), None);
            )+};
        }
        check!(
            State,
            AnswerKind,
            Cause,
            Class,
            Need,
            Role,
            Asking,
            Holder,
            Recheck,
            OfferState,
            Level,
            StepState,
            FindingKind,
            Reason,
            Criterion,
            Verdict,
            CodeState
        );
    }
}
