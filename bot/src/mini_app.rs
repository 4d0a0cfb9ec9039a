//! The panel inside Telegram: what Telegram signs when it opens a page there, and the address that it opens.
//!
//! Telegram hands the page a text of fields, and signs it with a key made of the bot's token. Who knows the token can therefore
//! tell that the text is genuine, whose it is and from when, without asking anybody.

use std::collections::BTreeMap;
use std::fmt;

use chrono::{DateTime, TimeDelta, Utc};
use hmac::digest::KeyInit;
use hmac::{Hmac, Mac};
use serde::Deserialize;
use sha2::Sha256;

use crate::client::{ApiToken, TELEGRAM};

/// What the key is derived from besides the token, as Telegram's documentation has it.
const KEY_OF: &[u8] = b"WebAppData";
/// Longer than any text of Telegram, a picture's address and a start parameter included.
const LONGEST: usize = 8 * 1024;
/// A text is good for so long after it was signed,
const LIFE: TimeDelta = TimeDelta::hours(1);
/// and may be signed by a clock that is ahead of ours by so much.
const AHEAD: TimeDelta = TimeDelta::minutes(5);

/// Where the panel lets people in who come from Telegram.
const DOOR: &str = "/app/enter";

/// Why a text is not taken for Telegram's.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum NotGenuine {
    /// No text of Telegram is so long.
    #[error("the text is too long")]
    TooLong,
    /// A field cannot be read: no sign between name and value, or letters that are written wrongly.
    #[error("a field of the text cannot be read")]
    Unreadable,
    /// A field stands there twice.
    #[error("a field of the text stands there twice")]
    Twice,
    /// There is no signature, or none of the right shape.
    #[error("the text has no signature")]
    NotSigned,
    /// The signature is another one: the text was changed, or is of another bot.
    #[error("the signature is not that of the text")]
    WrongSignature,
    /// It was not said when it was signed.
    #[error("the text has no date")]
    NoDate,
    /// It was signed too long ago.
    #[error("the text is too old")]
    TooOld,
    /// It was signed at a time that has not come yet.
    #[error("the text comes from the future")]
    FromTheFuture,
    /// It was not said for whom it was signed.
    #[error("the text names no person")]
    NoPerson,
}

/// Tells what Telegram signed. It does not print itself.
#[derive(Clone)]
pub struct LaunchKey([u8; 32]);

impl LaunchKey {
    /// The key of the bot with this token.
    pub fn of(token: &ApiToken) -> Self {
        Self(keyed(KEY_OF, token.reveal().as_bytes()).finalize().into_bytes().into())
    }

    /// The number of the Telegram account for which Telegram signed this text, when it did and not long ago.
    pub fn person(&self, text: &str, now: DateTime<Utc>) -> Result<i64, NotGenuine> {
        let mut fields = fields(text)?;
        let signature = fields.remove("hash").ok_or(NotGenuine::NotSigned)?;
        let signature = hex::decode(signature).map_err(|_| NotGenuine::NotSigned)?;
        let lines: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
        // Takes the same time whatever the first difference is.
        let expected = keyed(&self.0, lines.join("\n").as_bytes());
        expected.verify_slice(&signature).map_err(|_| NotGenuine::WrongSignature)?;
        let signed_at = fields.get("auth_date").and_then(|date| date.parse().ok());
        let signed_at =
            signed_at.and_then(|seconds| DateTime::from_timestamp(seconds, 0)).ok_or(NotGenuine::NoDate)?;
        if now - signed_at > LIFE {
            return Err(NotGenuine::TooOld);
        }
        if signed_at - now > AHEAD {
            return Err(NotGenuine::FromTheFuture);
        }
        let person = fields.get("user").and_then(|user| serde_json::from_str::<Account>(user).ok());
        person.map(|account| account.id).filter(|id| *id > 0).ok_or(NotGenuine::NoPerson)
    }
}

impl fmt::Debug for LaunchKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("LaunchKey(***)")
    }
}

#[derive(Deserialize)]
struct Account {
    id: i64,
}

/// `text` under a key that is no longer than a block of the hash, as both of ours are: it fills the block up with zeros.
fn keyed(key: &[u8], text: &[u8]) -> Hmac<Sha256> {
    let mut block = [0; 64];
    block.iter_mut().zip(key).for_each(|(place, byte)| *place = *byte);
    let mut made = <Hmac<Sha256> as KeyInit>::new(&block.into());
    made.update(text);
    made
}

/// The fields by name, in the order in which they were signed. Each stands there once, and none holds a line break: otherwise
/// the same lines could be read as other fields.
fn fields(text: &str) -> Result<BTreeMap<String, String>, NotGenuine> {
    if text.len() > LONGEST {
        return Err(NotGenuine::TooLong);
    }
    let mut fields = BTreeMap::new();
    for field in text.split('&') {
        let (name, value) = field.split_once('=').ok_or(NotGenuine::Unreadable)?;
        let (name, value) = (decoded(name)?, decoded(value)?);
        if name.is_empty() || name.contains('=') {
            return Err(NotGenuine::Unreadable);
        }
        if fields.insert(name, value).is_some() {
            return Err(NotGenuine::Twice);
        }
    }
    Ok(fields)
}

/// What is written with `%XX` in an address.
fn decoded(text: &str) -> Result<String, NotGenuine> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.bytes();
    while let Some(byte) = rest.next() {
        let byte = match byte {
            b'%' => {
                let digit = |byte: Option<u8>| byte.and_then(|byte| char::from(byte).to_digit(16));
                let (high, low) = (digit(rest.next()), digit(rest.next()));
                let value = high.zip(low).map(|(high, low)| high * 16 + low);
                value.and_then(|value| u8::try_from(value).ok()).ok_or(NotGenuine::Unreadable)?
            }
            b'+' => b' ',
            plain => plain,
        };
        bytes.push(byte);
    }
    let text = String::from_utf8(bytes).map_err(|_| NotGenuine::Unreadable)?;
    if text.contains(char::is_control) { Err(NotGenuine::Unreadable) } else { Ok(text) }
}

/// What the addresses of the panel's pages begin with: inside Telegram where it shows them, else in a browser.
///
/// Telegram opens pages over https alone. Another server of the Bot API, on this machine, opens those of this machine as well, as
/// Telegram's test servers do.
pub(crate) fn pages(panel_url: &str, api_url: &str) -> String {
    let panel_url = panel_url.trim_end_matches('/');
    let is_shown = panel_url.starts_with("https://")
        || (api_url.trim_end_matches('/') != TELEGRAM && is_on_this_machine(panel_url));
    if is_shown { format!("{panel_url}{DOOR}?to=") } else { panel_url.to_owned() }
}

/// Whether an address of a page is opened inside Telegram.
pub(crate) fn is_inside(address: &str) -> bool {
    let path = address.split_once("://").and_then(|(_, rest)| rest.find('/').map(|at| &rest[at..]));
    path.is_some_and(|path| path.split('?').next() == Some(DOOR))
}

fn is_on_this_machine(address: &str) -> bool {
    let host = address.strip_prefix("http://").and_then(|rest| rest.split(['/', ':']).next());
    host.is_some_and(|host| host == "localhost" || host.starts_with("127."))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    const TOKEN: &str = "123456:AAF-test_token_of_nobody";
    /// Signed by a few lines of Python with its own `hmac`, at 08:00 on 24 November 2026.
    const SIGNED: &str = "auth_date=1795507200&query_id=AAHdF6IQAAAAAN0XohDhrOrc\
        &signature=zL-ucjNyREiHDE8aihFwpfR9aggP2xiAo3NSpfe-p7IbCisNlDKlo7Kb6G4D0Ao2mBrSgEk4maLSdv6MLIlADQ\
        &user=%7B%22id%22%3A279058397%2C%22first_name%22%3A%22Vladislav%20%2B%20-%20%3F%20%2F%22%2C\
        %22last_name%22%3A%22O%CA%BBrinboyev%22%2C%22username%22%3A%22vdkfrost%22%2C%22language_code%22%3A%22ru%22%2C\
        %22is_premium%22%3Atrue%2C%22allows_write_to_pm%22%3Atrue%2C%22photo_url%22%3A%22https%3A%2F%2Ft.me%2Fi%2F\
        userpic%2F320%2F4FPEE4tmP3ATHa57u6MqTDih13LTOiMoKoLDRG4PnSA.svg%22%7D\
        &hash=3181683c90cc2c03f178e3535397bfc503b35b1263df785b3b41ba35c40ebea5";
    const PERSON: i64 = 279_058_397;

    fn key() -> LaunchKey {
        LaunchKey::of(&ApiToken::new(TOKEN))
    }

    fn at(moment: &str) -> DateTime<Utc> {
        moment.parse().unwrap()
    }

    /// The text with these fields, signed as Telegram would.
    fn signed(fields: &str) -> String {
        let mut lines: Vec<String> = fields.split('&').map(|field| decoded(field).unwrap()).collect();
        lines.sort();
        let hash = keyed(&key().0, lines.join("\n").as_bytes()).finalize().into_bytes();
        format!("{fields}&hash={}", hex::encode(hash))
    }

    #[test]
    fn a_text_of_telegram_names_its_person_for_an_hour() {
        for (moment, expected) in [
            ("2026-11-24T07:54:59Z", Err(NotGenuine::FromTheFuture)),
            ("2026-11-24T07:55:00Z", Ok(PERSON)),
            ("2026-11-24T08:00:00Z", Ok(PERSON)),
            ("2026-11-24T09:00:00Z", Ok(PERSON)),
            ("2026-11-24T09:00:01Z", Err(NotGenuine::TooOld)),
            ("2027-11-24T08:00:00Z", Err(NotGenuine::TooOld)),
        ] {
            assert_eq!(key().person(SIGNED, at(moment)), expected, "{moment}");
        }
    }

    #[test]
    fn what_is_not_telegrams_is_refused_with_its_reason() {
        let hash = SIGNED.split("&hash=").nth(1).unwrap();
        let without_signature = |text: &str| {
            let fields = text.split('&').filter(|field| !field.starts_with("signature="));
            fields.collect::<Vec<_>>().join("&")
        };
        for (text, expected) in [
            (String::new(), NotGenuine::Unreadable),
            ("auth_date".into(), NotGenuine::Unreadable),
            (SIGNED.replace("%CA%BB", "%CA%B"), NotGenuine::Unreadable),
            (SIGNED.replace("%CA%BB", "%FF"), NotGenuine::Unreadable),
            (SIGNED.replace("%CA%BB", "%0A"), NotGenuine::Unreadable),
            (SIGNED.replace("%CA%BB", "%"), NotGenuine::Unreadable),
            (format!("{SIGNED}&="), NotGenuine::Unreadable),
            (format!("{SIGNED}&auth_date=1795507200"), NotGenuine::Twice),
            (format!("{SIGNED}&hash={hash}"), NotGenuine::Twice),
            (SIGNED.split("&hash=").next().unwrap().into(), NotGenuine::NotSigned),
            (SIGNED.replace(hash, ""), NotGenuine::WrongSignature),
            (SIGNED.replace(hash, "zz"), NotGenuine::NotSigned),
            (SIGNED.replace(hash, &hash[..62]), NotGenuine::WrongSignature),
            (SIGNED.replace("279058397", "279058398"), NotGenuine::WrongSignature),
            (SIGNED.replace("1795507200", "1795507201"), NotGenuine::WrongSignature),
            (SIGNED.replace("Vladislav", "vladislav"), NotGenuine::WrongSignature),
            (format!("{SIGNED}&admin=1"), NotGenuine::WrongSignature),
            (without_signature(SIGNED), NotGenuine::WrongSignature),
            (signed("query_id=1&user=%7B%22id%22%3A7%7D"), NotGenuine::NoDate),
            (signed("auth_date=soon&user=%7B%22id%22%3A7%7D"), NotGenuine::NoDate),
            (signed("auth_date=9223372036854775807&user=%7B%22id%22%3A7%7D"), NotGenuine::NoDate),
            (signed("auth_date=1795507200"), NotGenuine::NoPerson),
            (signed("auth_date=1795507200&user=7"), NotGenuine::NoPerson),
            (signed("auth_date=1795507200&user=%7B%22id%22%3A-7%7D"), NotGenuine::NoPerson),
            (format!("{SIGNED}&x={}", "a".repeat(LONGEST)), NotGenuine::TooLong),
        ] {
            assert_eq!(key().person(&text, at("2026-11-24T08:00:00Z")), Err(expected), "{text}");
        }
        let other = LaunchKey::of(&ApiToken::new("123456:another"));
        assert_eq!(other.person(SIGNED, at("2026-11-24T08:00:00Z")), Err(NotGenuine::WrongSignature));
        assert_eq!(format!("{other:?}"), "LaunchKey(***)");
        let good = signed("auth_date=1795507200&user=%7B%22id%22%3A7%7D");
        assert_eq!(key().person(&good, at("2026-11-24T08:00:00Z")), Ok(7));
    }

    proptest! {
        #[test]
        fn no_letter_can_be_changed(place in 0..SIGNED.len(), letter in "[ -~]") {
            let mut changed = SIGNED.to_owned();
            changed.replace_range(place..=place, &letter);
            // The digits of `%7B` and of the signature are numbers: `%7b` says the same.
            prop_assume!(!changed.eq_ignore_ascii_case(SIGNED));
            prop_assert!(key().person(&changed, at("2026-11-24T08:00:00Z")).is_err());
        }

        #[test]
        fn no_text_breaks_the_reader(text in ".{0,200}") {
            prop_assert!(key().person(&text, at("2026-11-24T08:00:00Z")).is_err());
        }
    }

    #[test]
    fn pages_are_opened_inside_where_telegram_does_that() {
        let local = "http://127.0.0.1:8081";
        for (panel, api, expected) in [
            ("https://ijro.example.uz/", TELEGRAM, "https://ijro.example.uz/app/enter?to="),
            ("https://ijro.example.uz", local, "https://ijro.example.uz/app/enter?to="),
            ("http://ijro.example.uz", local, "http://ijro.example.uz"),
            ("http://127.0.0.1:8080", TELEGRAM, "http://127.0.0.1:8080"),
            ("http://127.0.0.1:8080", "https://api.telegram.org/", "http://127.0.0.1:8080"),
            ("http://127.0.0.1:8080", local, "http://127.0.0.1:8080/app/enter?to="),
            ("http://127.evil.uz", TELEGRAM, "http://127.evil.uz"),
        ] {
            let pages = pages(panel, api);
            assert_eq!(pages, expected, "{panel} {api}");
            assert_eq!(is_inside(&format!("{pages}/obligations/7")), expected.contains("enter"), "{pages}");
        }
        for address in ["https://t.me/bot?start=/app/enter", "https://a.uz/app/enter/x", "/app/enter", "x"] {
            assert!(!is_inside(address), "{address}");
        }
    }
}
