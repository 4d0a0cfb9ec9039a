//! Reads one variable after another and gathers all that is wrong: the name, the value unless it is secret, what is allowed.

use std::net::{Ipv4Addr, SocketAddr};

use domain::language::Language;
use locales::Texts;
use store::secret::SecretKey;
use tracing_subscriber::EnvFilter;

use super::{SETTINGS, Secret, Variables};

/// Gathers faults while values are read; a value that is wrong is replaced until [`Checker::done`] refuses them all.
pub(super) struct Checker<'v> {
    variables: &'v Variables,
    texts: Texts,
    faults: Vec<String>,
}

impl<'v> Checker<'v> {
    pub(super) fn new(variables: &'v Variables, texts: Texts) -> Self {
        Self { variables, texts, faults: Vec::new() }
    }

    /// The settings, unless something was wrong.
    pub(super) fn done<T>(self, settings: T) -> Result<T, Vec<String>> {
        if self.faults.is_empty() { Ok(settings) } else { Err(self.faults) }
    }

    pub(super) fn text(&self, name: &str) -> &'v str {
        self.optional(name).or_else(|| default(name)).unwrap_or_default()
    }

    pub(super) fn token(&mut self, name: &str) -> Option<Secret> {
        let token = self.optional(name)?;
        let is_token = token
            .split_once(':')
            .is_some_and(|(id, secret)| id.parse::<u64>().is_ok() && secret.len() >= 10 && is_plain(secret));
        Some(self.secret(name, token, is_token, Texts::cli_allowed_token))
    }

    pub(super) fn plain_secret(&mut self, name: &str) -> Option<Secret> {
        let secret = self.optional(name)?;
        let fits = (1..=256).contains(&secret.len()) && is_plain(secret);
        Some(self.secret(name, secret, fits, Texts::cli_allowed_webhook_secret))
    }

    pub(super) fn key(&mut self, name: &str) -> Option<Secret> {
        let key = self.optional(name)?;
        Some(self.secret(name, key, SecretKey::from_hex(key).is_some(), Texts::cli_allowed_key))
    }

    pub(super) fn database(&mut self, name: &str) -> Secret {
        let url = self.text(name);
        let scheme =
            ["sqlite:", "postgres://", "postgresql://"].iter().find_map(|scheme| url.strip_prefix(scheme));
        if scheme.is_none_or(|rest| rest.trim_start_matches('/').is_empty()) {
            let allowed = self.texts.cli_allowed_database();
            self.refuse(name, allowed);
        }
        Secret::new(url)
    }

    pub(super) fn url(&mut self, name: &str) -> String {
        let url = self.text(name).trim_end_matches('/');
        let host =
            ["http://", "https://"].iter().find_map(|scheme| url.strip_prefix(scheme)).unwrap_or_default();
        if host.is_empty() || host.contains([' ', '?', '#', '@']) {
            let allowed = self.texts.cli_allowed_url();
            self.refuse(name, allowed);
        }
        url.to_owned()
    }

    pub(super) fn address(&mut self, name: &str) -> SocketAddr {
        self.text(name).parse().unwrap_or_else(|_| {
            let allowed = self.texts.cli_allowed_address();
            self.refuse(name, allowed);
            (Ipv4Addr::LOCALHOST, 0).into()
        })
    }

    pub(super) fn number(&mut self, name: &str, from: u32, to: u32) -> u32 {
        let number = self.text(name).parse().ok().filter(|number| (from..=to).contains(number));
        number.unwrap_or_else(|| {
            let allowed = self.texts.cli_allowed_number(from, to);
            self.refuse(name, allowed);
            from
        })
    }

    /// One of a few words. The first choice stands in for a wrong one.
    pub(super) fn one_of<T: Copy>(&mut self, name: &str, choices: &[(&str, T); 2]) -> T {
        let word = self.text(name);
        if let Some((_, value)) = choices.iter().find(|(choice, _)| *choice == word) {
            return *value;
        }
        let words: Vec<_> = choices.iter().map(|(choice, _)| *choice).collect();
        let allowed = self.texts.cli_allowed_one_of(words.join(", "));
        self.refuse(name, allowed);
        choices[0].1
    }

    pub(super) fn filter(&mut self, name: &str) -> String {
        let filter = self.text(name);
        if EnvFilter::try_new(filter).is_err() {
            let allowed = self.texts.cli_allowed_one_of("error, warn, info, debug, trace");
            self.refuse(name, allowed);
        }
        filter.to_owned()
    }

    /// The language itself was needed before anything could be told: see [`Variables::language`].
    pub(super) fn language(&mut self, name: &str) {
        if self.optional(name).is_some_and(|tag| Language::from_tag(tag).is_none()) {
            let allowed = self.texts.cli_allowed_one_of(Language::ALL.map(Language::tag).join(", "));
            self.refuse(name, allowed);
        }
    }

    /// Telegram brings updates to https addresses only; a stand-in on this machine takes http.
    pub(super) fn webhook_needs_https(&mut self, has_webhook: bool, public_url: &str) {
        let is_telegram = Some(self.text("NAZORAT_BOT_API_URL")) == default("NAZORAT_BOT_API_URL");
        if has_webhook && is_telegram && !public_url.starts_with("https://") {
            let allowed = self.texts.cli_allowed_https();
            self.refuse("NAZORAT_PUBLIC_URL", allowed);
        }
    }

    fn optional(&self, name: &str) -> Option<&'v str> {
        self.variables.get(name)
    }

    fn secret(&mut self, name: &str, value: &str, fits: bool, allowed: fn(Texts) -> String) -> Secret {
        if !fits {
            let allowed = allowed(self.texts);
            self.refuse(name, allowed);
        }
        Secret::new(value)
    }

    fn refuse(&mut self, name: &str, allowed: String) {
        let setting = SETTINGS.iter().find(|setting| setting.name == name);
        let shown = setting.map_or_else(String::new, |setting| self.variables.shown(setting).to_owned());
        self.faults.push(self.texts.cli_setting_wrong(allowed, name, shown));
    }
}

fn default(name: &str) -> Option<&'static str> {
    SETTINGS.iter().find(|setting| setting.name == name)?.default
}

/// The characters that a token of Telegram and a secret of a webhook may have.
fn is_plain(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-')
}
