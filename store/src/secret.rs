//! The installation's one secret, and the keys that are derived from it.

use hmac::{Hmac, Mac};
use sha2::Sha256;

use crate::StoreError;

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

    /// Who a citizen is to the ratings of `year`: enough for one vote, useless for finding a person without the secret.
    pub fn voter(&self, year: i32, telegram_id: i64) -> String {
        self.keyed(&format!("voter/{year}"), &telegram_id.to_be_bytes())
    }

    /// The key under which the conversation with a chat is kept.
    pub fn conversation(&self, chat_id: i64) -> String {
        self.keyed("conversation", &chat_id.to_be_bytes())
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
    let mut mac = Hmac::<Sha256>::new(&block.into());
    mac.update(value);
    mac.finalize().into_bytes().into()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_voter_is_the_same_within_a_year_and_another_in_the_next() {
        let secret = SecretKey::from_hex(&"7".repeat(64)).unwrap();
        assert_eq!(secret.voter(2026, 5), secret.voter(2026, 5));
        assert_ne!(secret.voter(2026, 5), secret.voter(2027, 5));
        assert_ne!(secret.voter(2026, 5), secret.voter(2026, 6));
        assert_ne!(secret.voter(2026, 5), SecretKey::from_hex(&"8".repeat(64)).unwrap().voter(2026, 5));
        assert_eq!(secret.voter(2026, 5).len(), 32);
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
