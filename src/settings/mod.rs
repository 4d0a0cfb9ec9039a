//! Every setting of the service: read once, checked at start, documented in one table.
//!
//! Settings come from the environment and from a file `.env` beside it; the environment wins. All that is wrong is told
//! together. A secret never prints.

mod check;
mod secrets;
mod table;

use std::collections::HashMap;
use std::net::SocketAddr;
use std::path::{Path, PathBuf};

use domain::language::Language;
use locales::Texts;
use store::Durability;

pub(crate) use secrets::{Secret, kept_key};
pub(crate) use table::SETTINGS;

use crate::endpoints::WEBHOOK_PATH;

use check::Checker;

/// The settings of the service.
#[derive(Clone, Debug)]
pub(crate) struct Settings {
    /// The bot's token; without one only the panel can run.
    pub(crate) bot_token: Option<Secret>,
    /// The Bot API server.
    pub(crate) bot_api_url: String,
    /// The database; it may hold a password.
    pub(crate) database_url: Secret,
    /// How surely SQLite keeps what was committed.
    pub(crate) durability: Durability,
    /// Where the panel, the webhook and the health pages are served.
    pub(crate) listen: SocketAddr,
    /// How people reach the panel, without a slash at the end.
    pub(crate) public_url: String,
    /// With a secret Telegram brings updates to the webhook; without one the bot fetches them.
    pub(crate) webhook_secret: Option<Secret>,
    /// Who brings it reads the figures; without one nobody does.
    pub(crate) metrics_token: Option<Secret>,
    /// The folder of evidence.
    pub(crate) files: PathBuf,
    /// The secret from the environment; see [`Settings::secret_key`].
    pub(crate) given_key: Option<Secret>,
    /// How many messages the bot sends in a second at most.
    pub(crate) send_per_second: u32,
    /// What is logged.
    pub(crate) log: String,
    /// Each variable and its value, as it may be shown.
    pub(crate) shown: Vec<(String, String)>,
}

/// One setting, as documented.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Setting {
    /// The variable.
    pub(crate) name: &'static str,
    /// Its value where none is given.
    pub(crate) default: Option<&'static str>,
    /// Whether its value must not be shown.
    pub(crate) secret: bool,
    /// What it does.
    #[cfg_attr(not(test), expect(dead_code, reason = "a test makes the documents from it"))]
    pub(crate) meaning: &'static str,
}

/// The variables, from wherever they come.
#[derive(Clone, Debug, Default)]
pub(crate) struct Variables(HashMap<String, String>);

impl Variables {
    /// Those of the environment, and of the file `.env` of this folder where the environment says nothing.
    pub(crate) fn of_process() -> Self {
        let mut variables = HashMap::new();
        if let Ok(file) = dotenvy::from_path_iter(".env") {
            variables.extend(file.flatten());
        }
        let environment = std::env::vars_os();
        variables.extend(
            environment
                .filter_map(|(name, value)| Some((name.into_string().ok()?, value.into_string().ok()?))),
        );
        Self(variables)
    }

    /// The value of `name`, if there is one that is not empty.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.get(name).map(|value| value.trim()).filter(|value| !value.is_empty())
    }

    /// The value that a setting has, as it may be shown.
    pub(crate) fn shown(&self, setting: &Setting) -> &str {
        match self.get(setting.name) {
            Some(_) if setting.secret => "***",
            Some(value) => value,
            None => setting.default.unwrap_or("—"),
        }
    }

    /// Each variable and its value, as it may be shown.
    fn all_shown(&self) -> Vec<(String, String)> {
        SETTINGS.iter().map(|one| (one.name.to_owned(), self.shown(one).to_owned())).collect()
    }

    /// The language of the terminal: `NAZORAT_LANGUAGE`, or that of the system, or English.
    pub(crate) fn language(&self) -> Language {
        let wanted = self.get("NAZORAT_LANGUAGE").and_then(Language::from_tag);
        wanted.unwrap_or_else(|| {
            let of_system = ["LC_ALL", "LC_MESSAGES", "LANG"].iter().find_map(|name| self.get(name));
            language_of_system(of_system.unwrap_or_default())
        })
    }

    /// Names that look like settings of ours and are none.
    pub(crate) fn unknown(&self) -> Vec<&str> {
        let known = |name: &str| SETTINGS.iter().any(|setting| setting.name == name);
        let mut unknown: Vec<_> = self
            .0
            .keys()
            .map(String::as_str)
            .filter(|name| name.starts_with("NAZORAT_") && !known(name))
            .collect();
        unknown.sort_unstable();
        unknown
    }
}

impl<const N: usize> From<[(&str, &str); N]> for Variables {
    fn from(variables: [(&str, &str); N]) -> Self {
        Self(variables.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())).collect())
    }
}

impl Settings {
    /// The settings that the variables give, or all that is wrong with them, a line each.
    pub(crate) fn read(variables: &Variables) -> Result<Self, Vec<String>> {
        let mut check = Checker::new(variables, Texts::new(variables.language()));
        let settings = Self {
            bot_token: check.token("NAZORAT_BOT_TOKEN"),
            bot_api_url: check.url("NAZORAT_BOT_API_URL"),
            database_url: check.database("NAZORAT_DATABASE_URL"),
            durability: check
                .one_of("NAZORAT_DURABILITY", &[("full", Durability::Full), ("normal", Durability::Normal)]),
            listen: check.address("NAZORAT_LISTEN"),
            public_url: check.url("NAZORAT_PUBLIC_URL"),
            webhook_secret: check.plain_secret("NAZORAT_WEBHOOK_SECRET"),
            metrics_token: check.plain_secret("NAZORAT_METRICS_TOKEN"),
            files: PathBuf::from(check.text("NAZORAT_FILES")),
            given_key: check.key("NAZORAT_SECRET_KEY"),
            send_per_second: check.number("NAZORAT_SEND_PER_SECOND", 1, 1000),
            log: check.filter("NAZORAT_LOG"),
            shown: variables.all_shown(),
        };
        check.language("NAZORAT_LANGUAGE");
        check.webhook_needs_https(settings.webhook_secret.is_some(), &settings.public_url);
        check.done(settings)
    }
}

/// What follows from the settings.
impl Settings {
    /// Whether there is a database to open; a SQLite file may not have been made yet.
    pub(crate) fn has_database(&self) -> bool {
        let path = self.database_url.reveal().strip_prefix("sqlite:");
        path.is_none_or(|path| Path::new(path.strip_prefix("//").unwrap_or(path)).exists())
    }

    /// Where Telegram brings updates to.
    pub(crate) fn webhook_url(&self) -> String {
        format!("{}{WEBHOOK_PATH}", self.public_url)
    }
}

/// The language that a locale of the system names, such as `ru_RU.UTF-8` or `uz_UZ.UTF-8@cyrillic`.
fn language_of_system(locale: &str) -> Language {
    match locale.split(['_', '.', '@', '-']).next().unwrap_or_default() {
        "uz" if locale.to_ascii_lowercase().contains("cyr") => Language::UzCyrl,
        "uz" => Language::UzLatn,
        "ru" => Language::Ru,
        _ => Language::En,
    }
}

#[cfg(test)]
mod tests;
