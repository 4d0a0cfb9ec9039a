//! What stands behind a link into the bot: `t.me/<bot>?start=<payload>`.
//!
//! Telegram allows 1 to 64 characters of `[A-Za-z0-9_-]` in a payload.

use crate::ids::ServiceId;
use crate::visits::VisitCode;

/// A payload that the bot understands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Payload {
    /// Rate the service of the point with this code: printed on posters, so it holds until somebody takes it back.
    Rate(String),
    /// Rate the service of the point with this code, after a visit that the other code proves: printed on slips.
    Visit {
        /// The code of the point.
        point: String,
        /// The visit code.
        code: VisitCode,
    },
    /// Rate the service with this number, at no point in particular.
    Service(ServiceId),
    /// Accept the invitation with this one-time token.
    Invitation(String),
    /// Sign in the browser that shows this token.
    SignIn(String),
    /// Open the obligation with this number.
    Obligation(i64),
}

impl Payload {
    /// Reads a payload; `None` when it is not one of ours.
    pub fn read(text: &str) -> Option<Self> {
        if text.len() > 64 || !text.bytes().all(|b| b.is_ascii_alphanumeric() || b == b'_' || b == b'-') {
            return None;
        }
        let (kind, value) = text.split_once('_')?;
        if value.is_empty() {
            return None;
        }
        match kind {
            "r" => Some(Self::Rate(value.to_owned())),
            "v" => {
                let (point, code) = value.split_once('_').filter(|(point, _)| !point.is_empty())?;
                Some(Self::Visit { point: point.to_owned(), code: VisitCode::from_link(code)? })
            }
            "s" => number(value).map(ServiceId).map(Self::Service),
            "i" => Some(Self::Invitation(value.to_owned())),
            "login" => Some(Self::SignIn(value.to_owned())),
            "o" => value.parse().ok().map(Self::Obligation),
            _ => None,
        }
    }
}

/// A number as it is written into links, so that one thing has one link.
fn number(text: &str) -> Option<i64> {
    text.parse().ok().filter(|number: &i64| *number >= 0 && number.to_string() == text)
}

impl std::fmt::Display for Payload {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Rate(code) => write!(f, "r_{code}"),
            Self::Visit { point, code } => write!(f, "v_{point}_{code}"),
            Self::Service(id) => write!(f, "s_{id}"),
            Self::Invitation(token) => write!(f, "i_{token}"),
            Self::SignIn(token) => write!(f, "login_{token}"),
            Self::Obligation(id) => write!(f, "o_{id}"),
        }
    }
}

/// Makes links into the bot.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct LinkBase(String);

impl LinkBase {
    /// Links to the bot `username` on Telegram.
    pub fn telegram(username: &str) -> Self {
        Self(format!("https://t.me/{username}?start="))
    }

    /// Links that begin with `base` and end with the payload: for a stand-in of Telegram.
    pub fn other(base: impl Into<String>) -> Self {
        Self(base.into())
    }

    /// How the links begin.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Where the bot is, as people type it: `t.me/name`.
    pub fn bot(&self) -> &str {
        let plain = self.0.split_once("://").map_or(self.0.as_str(), |(_, rest)| rest);
        plain.split('?').next().unwrap_or(plain).trim_end_matches('/')
    }

    /// The link for `payload`.
    pub fn link(&self, payload: &Payload) -> String {
        format!("{}{payload}", self.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_payload_leads_back_to_itself() {
        for payload in [
            Payload::Rate("7KQ2MABC".into()),
            Payload::Visit { point: "7KQ2MABC".into(), code: VisitCode::from_number(u64::MAX) },
            Payload::Service(ServiceId(42)),
            Payload::Invitation("0f".repeat(24)),
            Payload::SignIn("a1".repeat(24)),
            Payload::Obligation(42),
        ] {
            let text = payload.to_string();
            assert!(text.len() <= 64, "{text}");
            assert_eq!(Payload::read(&text), Some(payload));
        }
    }

    #[test]
    fn the_bot_is_told_as_people_type_it() {
        assert_eq!(LinkBase::telegram("ijro_bot").bot(), "t.me/ijro_bot");
        assert_eq!(LinkBase::other("http://127.0.0.1:8081/?start=").bot(), "127.0.0.1:8081");
    }

    #[test]
    fn a_forged_payload_is_not_ours() {
        for text in [
            "",
            "r_",
            "x_1",
            "r",
            "o_x",
            "r_a b",
            "r_ў",
            &"r_1".repeat(30),
            "r_'; DROP",
            "v_7KQ2MABC",
            "v_7KQ2MABC_",
            "v__C48H4KPH5",
            "v_7KQ2MABC_C48H4KPH4",
            "v_7KQ2MABC_c48h4kph5",
            "v_7KQ2MABC_C48-H4K-PH5",
            "s_",
            "s_x",
            "s_-1",
            "s_007",
            "s_99999999999999999999",
        ] {
            assert_eq!(Payload::read(text), None, "{text}");
        }
    }
}
