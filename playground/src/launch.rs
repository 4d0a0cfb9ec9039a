//! What Telegram gives to a page that it opens inside itself: who opened it, signed so that the bot's own side can tell.

use std::fmt::Write;

use hmac::digest::KeyInit;
use hmac::{Hmac, Mac};
use serde_json::json;
use sha2::Sha256;

use crate::config::Persona;
use crate::state::Playground;

impl Playground {
    /// What a page is told that this person opens now, from a button or from the menu of the chat: Telegram's `initData`.
    ///
    /// `None` when there is no such person, or when they have never started the bot: then they have no button to press.
    pub fn launch(&self, person: i64) -> Option<String> {
        let persona = {
            let state = self.state();
            state.chats.get(&person).filter(|chat| chat.started).map(|chat| chat.person.clone())?
        };
        Some(signed(&self.token, &fields(&persona, self.now().timestamp())))
    }
}

fn fields(person: &Persona, now: i64) -> Vec<(&'static str, String)> {
    let mut user = json!({
        "id": person.id, "first_name": person.first_name, "language_code": person.language_code,
        "allows_write_to_pm": true,
    });
    if let Some(last_name) = &person.last_name {
        user["last_name"] = last_name.as_str().into();
    }
    let mut bytes = [0; 64];
    // Telegram signs with its own key here as well; nobody on this machine has it, so these are any bytes.
    let _ = getrandom::fill(&mut bytes);
    vec![
        ("query_id", format!("AA{}", hex::encode(&bytes[..11]))),
        ("user", user.to_string()),
        ("auth_date", now.to_string()),
        ("signature", hex::encode(bytes)),
    ]
}

fn signed(token: &str, fields: &[(&'static str, String)]) -> String {
    let mut lines: Vec<String> = fields.iter().map(|(name, value)| format!("{name}={value}")).collect();
    lines.sort();
    let key = keyed(b"WebAppData", token.as_bytes());
    let hash = hex::encode(keyed(&key, lines.join("\n").as_bytes()));
    let mut text = String::new();
    for (name, value) in fields {
        let _ = write!(text, "{name}={}&", component(value));
    }
    text + "hash=" + &hash
}

fn keyed(key: &[u8], text: &[u8]) -> [u8; 32] {
    let mut block = [0; 64];
    block.iter_mut().zip(key).for_each(|(place, byte)| *place = *byte);
    let mut mac = <Hmac<Sha256> as KeyInit>::new(&block.into());
    mac.update(text);
    mac.finalize().into_bytes().into()
}

/// As `encodeURIComponent` writes it.
fn component(text: &str) -> String {
    let mut written = String::with_capacity(text.len());
    for byte in text.bytes() {
        if byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte) {
            written.push(byte.into());
        } else {
            let _ = write!(written, "%{byte:02X}");
        }
    }
    written
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The signature was made by a few lines of Python with its own `hmac`.
    #[test]
    fn a_launch_is_signed_as_telegram_signs_it() {
        let user = "{\"id\":279058397,\"first_name\":\"Vladislav + - ? /\",\"last_name\":\"Oʻrinboyev\",\
            \"username\":\"vdkfrost\",\"language_code\":\"ru\",\"is_premium\":true,\"allows_write_to_pm\":true,\
            \"photo_url\":\"https://t.me/i/userpic/320/4FPEE4tmP3ATHa57u6MqTDih13LTOiMoKoLDRG4PnSA.svg\"}";
        let signature =
            "zL-ucjNyREiHDE8aihFwpfR9aggP2xiAo3NSpfe-p7IbCisNlDKlo7Kb6G4D0Ao2mBrSgEk4maLSdv6MLIlADQ";
        let fields = [
            ("user", user.to_owned()),
            ("auth_date", "1795507200".to_owned()),
            ("signature", signature.to_owned()),
            ("query_id", "AAHdF6IQAAAAAN0XohDhrOrc".to_owned()),
        ];
        let text = signed("123456:AAF-test_token_of_nobody", &fields);
        let (begin, hash) = text.split_once("&hash=").unwrap();
        assert_eq!(hash, "3181683c90cc2c03f178e3535397bfc503b35b1263df785b3b41ba35c40ebea5");
        assert!(
            begin.contains("user=%7B%22id%22%3A279058397%2C") && begin.contains("O%CA%BBrinboyev"),
            "{begin}"
        );
    }
}
