//! The installation's one secret, and the keys that are derived from it.

use chacha20poly1305::aead::{Aead, KeyInit, Payload};
use chacha20poly1305::{XChaCha20Poly1305, XNonce};
use chrono::NaiveDate;
use domain::ids::CaseId;
use domain::visits::VisitCode;
use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::StoreError;
use crate::voters::VoterSecret;

/// Bytes that make one seal differ from another.
const NONCE: usize = 24;

/// What is sealed: each has a key of its own.
const CHAT: &str = "citizen chat";
const UPDATE: &str = "parked update";

/// The secret of an installation: 32 bytes. It does not print itself.
#[derive(Clone)]
pub struct SecretKey([u8; 32]);

impl SecretKey {
    /// A new random secret.
    pub fn random() -> Result<Self, StoreError> {
        let mut bytes = [0; 32];
        getrandom::fill(&mut bytes).map_err(|_| StoreError::NoRandomness)?;
        Ok(Self(bytes))
    }

    /// Reads 64 hexadecimal digits.
    pub fn from_hex(text: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        hex::decode_to_slice(text.trim(), &mut bytes).ok()?;
        Some(Self(bytes))
    }

    /// The secret as 64 hexadecimal digits, to be kept in a file that only the service can read.
    pub fn reveal(&self) -> String {
        hex::encode(self.0)
    }

    pub(crate) fn bytes(&self) -> &[u8; 32] {
        &self.0
    }

    /// Who a citizen is to the ratings of the year of this secret: enough for one vote, useless for finding a person without
    /// both secrets.
    pub fn voter(&self, year: &VoterSecret, telegram_id: i64) -> String {
        let key = mac(&mac(&self.0, b"voter"), year.bytes());
        hex::encode(&mac(&key, &telegram_id.to_be_bytes())[..16])
    }

    /// What the database keeps of a visit code: useless for finding the code without the secret.
    pub fn visit_code(&self, code: &VisitCode) -> String {
        self.keyed("visit code", code.to_string().as_bytes())
    }

    /// Who tries visit codes on this day: nobody who rates, and somebody else tomorrow.
    pub fn guesser(&self, day: NaiveDate, telegram_id: i64) -> String {
        self.keyed(&format!("guesser/{day}"), &telegram_id.to_be_bytes())
    }

    /// The key under which the conversation with a chat is kept.
    pub fn conversation(&self, chat_id: i64) -> String {
        self.keyed("conversation", &chat_id.to_be_bytes())
    }

    /// The chat of a citizen, sealed for one case: only this installation's secret opens it, and no two seals are alike.
    pub fn seal_chat(&self, case: CaseId, chat_id: i64) -> Result<String, StoreError> {
        self.seal(CHAT, case.0, &chat_id.to_be_bytes())
    }

    /// The chat that [`SecretKey::seal_chat`] sealed; `None` for anything else, and under another secret.
    pub fn open_chat(&self, sealed: &str) -> Option<i64> {
        Some(i64::from_be_bytes(self.open(CHAT, sealed)?.try_into().ok()?))
    }

    /// An update that waits for an administrator, sealed: it names whoever sent it.
    pub fn seal_update(&self, update_id: i64, update: &str) -> Result<String, StoreError> {
        self.seal(UPDATE, update_id, update.as_bytes())
    }

    /// The update that [`SecretKey::seal_update`] sealed; `None` for anything else, and under another secret.
    pub fn open_update(&self, sealed: &str) -> Option<String> {
        String::from_utf8(self.open(UPDATE, sealed)?).ok()
    }

    /// `bound.` and, in hexadecimal digits, the nonce and what it seals together with `bound`.
    fn seal(&self, purpose: &'static str, bound: i64, secret: &[u8]) -> Result<String, StoreError> {
        let mut nonce = [0; NONCE];
        getrandom::fill(&mut nonce).map_err(|_| StoreError::NoRandomness)?;
        let bound = bound.to_string();
        let payload = Payload { msg: secret, aad: bound.as_bytes() };
        let sealed = self.cipher(purpose).encrypt(&XNonce::from(nonce), payload);
        let sealed = sealed.map_err(|_| StoreError::unknown(purpose, bound.as_str()))?;
        Ok(format!("{bound}.{}{}", hex::encode(nonce), hex::encode(sealed)))
    }

    fn open(&self, purpose: &str, sealed: &str) -> Option<Vec<u8>> {
        let (bound, rest) = sealed.split_once('.')?;
        let bytes = hex::decode(rest).ok()?;
        let (nonce, sealed) = bytes.split_first_chunk::<NONCE>()?;
        let payload = Payload { msg: sealed, aad: bound.as_bytes() };
        self.cipher(purpose).decrypt(&XNonce::from(*nonce), payload).ok()
    }

    fn cipher(&self, purpose: &str) -> XChaCha20Poly1305 {
        XChaCha20Poly1305::new(&mac(&self.0, purpose.as_bytes()).into())
    }

    /// The token that forms of a session must bring.
    pub fn form_token(&self, session_hash: &str) -> String {
        self.keyed("form", session_hash.as_bytes())
    }

    fn keyed(&self, purpose: &str, value: &[u8]) -> String {
        let key = mac(&self.0, purpose.as_bytes());
        hex::encode(&mac(&key, value)[..16])
    }
}

impl std::fmt::Debug for SecretKey {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("SecretKey(***)")
    }
}

fn mac(key: &[u8; 32], value: &[u8]) -> [u8; 32] {
    // HMAC takes a key of any length; block-sized keys need no fallible constructor.
    let mut block = [0; 64];
    block[..32].copy_from_slice(key);
    let mut mac = <Hmac<Sha256> as KeyInit>::new(&block.into());
    mac.update(value);
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_update_is_read_under_its_own_secret_only() {
        let (secret, other) = (SecretKey::random().unwrap(), SecretKey::random().unwrap());
        let sealed = secret.seal_update(77, r#"{"from":{"id":70011223344}}"#).unwrap();
        assert!(!sealed.contains("70011223344"));
        assert_eq!(secret.open_update(&sealed).as_deref(), Some(r#"{"from":{"id":70011223344}}"#));
        assert_eq!(other.open_update(&sealed), None);
        assert_eq!(secret.open_update(&sealed.replacen("77.", "78.", 1)), None);
        assert_eq!(secret.open_chat(&sealed), None, "each purpose has a key of its own");
    }

    #[test]
    fn a_voter_is_the_same_within_a_year_and_another_in_the_next() {
        let secret = SecretKey::from_hex(&"7".repeat(64)).unwrap();
        let (year, next) = (VoterSecret::random().unwrap(), VoterSecret::random().unwrap());
        assert_eq!(secret.voter(&year, 5), secret.voter(&year.clone(), 5));
        assert_ne!(secret.voter(&year, 5), secret.voter(&next, 5));
        assert_ne!(secret.voter(&year, 5), secret.voter(&year, 6));
        assert_ne!(secret.voter(&year, 5), SecretKey::from_hex(&"8".repeat(64)).unwrap().voter(&year, 5));
        assert_eq!(secret.voter(&year, 5).len(), 32);
        assert_eq!(format!("{year:?}"), "VoterSecret(SecretKey(***))");
    }

    #[test]
    fn who_guesses_is_somebody_else_tomorrow_and_no_voter() {
        let secret = SecretKey::from_hex(&"7".repeat(64)).unwrap();
        let (today, tomorrow) = ("2026-11-24".parse().unwrap(), "2026-11-25".parse().unwrap());
        assert_eq!(secret.guesser(today, 5), secret.guesser(today, 5));
        assert_ne!(secret.guesser(today, 5), secret.guesser(tomorrow, 5));
        assert_ne!(secret.guesser(today, 5), secret.guesser(today, 6));
        assert_ne!(secret.guesser(today, 5), secret.voter(&VoterSecret::random().unwrap(), 5));
        let (code, other) = (VisitCode::from_number(1), SecretKey::from_hex(&"8".repeat(64)).unwrap());
        assert_ne!(secret.visit_code(&code), other.visit_code(&code));
        assert_ne!(secret.visit_code(&code), secret.visit_code(&VisitCode::from_number(2)));
    }

    #[test]
    fn a_chat_is_opened_by_its_own_secret_and_case_only() {
        let secret = SecretKey::from_hex(&"7".repeat(64)).unwrap();
        let sealed = secret.seal_chat(CaseId(12), 987_654_321_012).unwrap();
        assert_eq!(secret.open_chat(&sealed), Some(987_654_321_012));
        assert_ne!(secret.seal_chat(CaseId(12), 987_654_321_012).unwrap(), sealed);
        assert_eq!(SecretKey::from_hex(&"8".repeat(64)).unwrap().open_chat(&sealed), None);
        let of_another_case = format!("13.{}", sealed.split_once('.').unwrap().1);
        for wrong in [of_another_case.as_str(), "", "12.", "12.00", "no", &sealed[..sealed.len() - 2]] {
            assert_eq!(secret.open_chat(wrong), None, "{wrong}");
        }
        assert!(!sealed.contains("987654321012"));
    }

    #[test]
    fn a_secret_is_read_back_and_does_not_print() {
        let secret = SecretKey::random().unwrap();
        let again = SecretKey::from_hex(&secret.reveal()).unwrap();
        assert_eq!(again.conversation(1), secret.conversation(1));
        assert_eq!(format!("{secret:?}"), "SecretKey(***)");
        assert!(SecretKey::from_hex("short").is_none());
    }
}
