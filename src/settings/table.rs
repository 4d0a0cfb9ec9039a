//! The one table of settings, from which `.env.example` and `docs/settings.md` are made.

use super::Setting;

macro_rules! settings {
    ($($name:literal $($secret:ident)? = $default:expr; $meaning:literal)*) => {
        [$(Setting {
            name: $name,
            default: $default,
            secret: settings!(@secret $($secret)?),
            meaning: $meaning,
        }),*]
    };
    (@secret secret) => { true };
    (@secret) => { false };
}

/// All settings, in the order in which they are explained.
pub(crate) const SETTINGS: [Setting; 13] = settings! {
    "NAZORAT_BOT_TOKEN" secret = None;
        "The bot's token, as BotFather gives it. Without it only the panel can run (`serve --only panel`)."
    "NAZORAT_BOT_API_URL" = Some("https://api.telegram.org");
        "The Bot API server: Telegram's, one of your own, or a stand-in."
    "NAZORAT_DATABASE_URL" secret = Some("sqlite://nazorat.db");
        "The database: `sqlite://FILE`, or `postgres://USER:PASSWORD@HOST/NAME` for several replicas."
    "NAZORAT_DURABILITY" = Some("full");
        "`full`: an answer that was confirmed survives a power cut. `normal`: it survives a crash of the program only. SQLite."
    "NAZORAT_LISTEN" = Some("127.0.0.1:8080");
        "The address and port of the panel, the webhook and the health pages."
    "NAZORAT_PUBLIC_URL" = Some("http://127.0.0.1:8080");
        "How people reach the panel. An https address turns on secure cookies."
    "NAZORAT_WEBHOOK_SECRET" secret = None;
        "When set, Telegram brings updates to PUBLIC_URL/telegram/webhook with this secret; otherwise the bot fetches them."
    "NAZORAT_METRICS_TOKEN" secret = None;
        "When set, /metrics tells figures for Prometheus to whoever brings this token (`Authorization: Bearer …`); otherwise it is closed."
    "NAZORAT_FILES" = Some("files/");
        "The folder of evidence that officers send, and of the secret key."
    "NAZORAT_SECRET_KEY" secret = None;
        "64 hexadecimal digits from which the keys of hashes and sessions are derived. Without it, one is made on the first start and kept in FILES/secret.key."
    "NAZORAT_SEND_PER_SECOND" = Some("30");
        "How many messages the bot sends in a second at most. Telegram allows about 30."
    "NAZORAT_LOG" = Some("info");
        "What is logged: error, warn, info, debug, trace, or a filter such as `info,bot=debug`."
    "NAZORAT_LANGUAGE" = None;
        "The language of the terminal: uz-Latn, uz-Cyrl, ru or en. Without it, the language of the system, or English."
};
