//! One-time tokens: random, shown once, kept as their hash.

use sha2::{Digest, Sha256};

use crate::StoreError;

/// A secret that is put into a link or a cookie. It does not print itself in logs.
#[derive(Clone, PartialEq, Eq)]
pub struct Token(String);

impl Token {
    /// A new token of 192 random bits: 48 letters that fit into a deep link.
    pub fn random() -> Result<Self, StoreError> {
        let mut bytes = [0; 24];
        getrandom::fill(&mut bytes).map_err(|_| StoreError::NoRandomness)?;
        Ok(Self(hex::encode(bytes)))
    }

    /// A token that somebody brought.
    pub fn brought(text: &str) -> Self {
        Self(text.to_owned())
    }

    /// The token itself, for the link or the cookie.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// What the database keeps.
    pub fn hash(&self) -> String {
        hex::encode(Sha256::digest(self.0.as_bytes()))
    }
}

impl std::fmt::Debug for Token {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Token(***)")
    }
}

/// A short code for a printed link: 8 letters of an alphabet without look-alikes, 40 random bits.
pub fn point_code() -> Result<String, StoreError> {
    const ALPHABET: &[u8; 32] = b"ABCDEFGHJKLMNPQRSTUVWXYZ23456789";
    let mut bytes = [0; 8];
    getrandom::fill(&mut bytes).map_err(|_| StoreError::NoRandomness)?;
    Ok(bytes.iter().map(|byte| char::from(ALPHABET[usize::from(byte % 32)])).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_token_is_long_and_never_the_same_and_does_not_print() {
        let (one, other) = (Token::random().unwrap(), Token::random().unwrap());
        assert_eq!(one.reveal().len(), 48);
        assert_ne!(one, other);
        assert_eq!(format!("{one:?}"), "Token(***)");
        assert_eq!(Token::brought(one.reveal()).hash(), one.hash());
    }
}
