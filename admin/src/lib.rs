//! Shows the city: a panel of server-rendered pages that work without scripts, in four languages.
//!
//! Pages read and change through `store` and speak through `locales`. Nothing here knows Telegram: what people are told
//! about is a row that the bot's worker finds.

mod address;
mod as_of;
mod assets;
mod audit;
mod backup;
mod board;
mod calendar;
mod calls;
mod cases;
mod comments;
mod compare;
mod control;
mod cookies;
mod csrf;
mod delivery;
mod error;
mod evidence;
mod exports;
mod figures;
mod findings;
mod headers;
mod icons;
mod import;
mod join;
mod keys;
mod language;
mod layout;
mod lines;
mod links;
mod live;
mod markup;
mod matrix;
mod mini_app;
mod obligation;
mod obligations_list;
mod organisation;
mod organisations;
mod overview;
mod past_board;
mod people;
mod period;
mod pill;
mod plan;
mod points;
mod preferences;
mod privacy;
mod quarantine;
mod ratings;
mod registry;
mod reporting;
mod results;
mod saved_views;
mod search;
mod sending;
mod session;
mod settings;
mod sign_in;
mod svg;
mod tables;
mod theme;
mod together;
mod turnstile;
mod uploads;
mod vacancy;
mod workbook;

use std::path::PathBuf;
use std::sync::Arc;

use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::middleware::{from_fn, from_fn_with_state};
use axum::routing::{get, post};
use domain::clock::Clock;
use store::Store;
use store::secret::SecretKey;
use tower_http::catch_panic::CatchPanicLayer;
use tower_http::compression::CompressionLayer;

pub use mini_app::{Doorkeeper, TurnedAway};

/// No form of the panel is larger.
const LARGEST_BODY: usize = 1024 * 1024;

/// What the panel has to know of the installation.
#[derive(Clone, Debug, Default)]
pub struct Config {
    /// How people reach it; `https` turns on secure cookies.
    pub public_url: String,
    /// Whether everything shown is invented, which the pages then say.
    pub demo: bool,
    /// The folder of evidence, named by SHA-256.
    pub files: PathBuf,
    /// Who tells, for people who come from Telegram, who they are; nobody comes from there without.
    pub doorkeeper: Option<Doorkeeper>,
    /// Sites besides Telegram's own that may show the panel as a part of theirs, such as the chats of the demo.
    pub frames: Vec<String>,
    /// The settings of the environment and their values, as they may be shown: no secrets.
    pub environment: Vec<(String, String)>,
    /// How much work a file may be that is sent at once, in rows of CSV; none: as much as takes about a second.
    pub quick_work: Option<u64>,
}

/// What the handlers share.
pub(crate) struct Panel {
    pub(crate) store: Store,
    pub(crate) clock: Arc<dyn Clock>,
    pub(crate) secret: SecretKey,
    pub(crate) secure: bool,
    pub(crate) demo: bool,
    pub(crate) files: PathBuf,
    pub(crate) turnstiles: turnstile::Turnstiles,
    pub(crate) doorkeeper: Option<Doorkeeper>,
    pub(crate) knocks: mini_app::Knocks,
    pub(crate) framed: headers::Framed,
    pub(crate) public_url: String,
    pub(crate) results: results::Shelf,
    pub(crate) printers: points::Printers,
    pub(crate) exports: exports::Shelf,
    pub(crate) finder: search::Finder,
    pub(crate) imports: import::Shelf,
    /// Held while a copy of the database is made and sent.
    pub(crate) backups: Arc<tokio::sync::Semaphore>,
    pub(crate) environment: Vec<(String, String)>,
}

/// The state of the router.
pub(crate) type Shared = Arc<Panel>;

/// The panel, ready to be served.
pub fn router(store: Store, clock: Arc<dyn Clock>, secret: SecretKey, config: Config) -> Router {
    let secure = config.public_url.starts_with("https://");
    let printers = points::Printers::default();
    let exports = exports::Shelf::new(&config.files, config.quick_work.unwrap_or(exports::QUICK));
    let panel: Shared = Arc::new(Panel {
        store,
        clock,
        secret,
        secure,
        demo: config.demo,
        files: config.files,
        turnstiles: turnstile::Turnstiles::default(),
        doorkeeper: config.doorkeeper,
        knocks: mini_app::Knocks::default(),
        framed: headers::Framed::by(&config.frames),
        public_url: config.public_url,
        results: results::Shelf::default(),
        printers,
        exports,
        finder: search::Finder::default(),
        imports: import::Shelf::default(),
        backups: backup::turn(),
        environment: config.environment,
    });
    let pages = Router::new()
        .route("/", get(overview::show))
        .route("/orgs", get(organisations::show))
        .route("/orgs/{id}", get(organisation::show))
        .route("/login", get(sign_in::show))
        .route("/login/wait", get(sign_in::wait))
        .route("/login/finish", post(sign_in::finish))
        .route("/login/again", post(sign_in::again))
        .route("/logout", post(session::sign_out))
        .route("/join/{token}", get(join::show).post(join::accept))
        .route("/welcome", get(join::welcome).post(join::connect))
        .route("/lang/{tag}", get(language::choose))
        .route("/theme/{theme}", get(theme::choose))
        .merge(search::routes())
        .merge(audit::routes())
        .merge(saved_views::routes())
        .merge(keys::routes())
        .merge(findings::routes())
        .merge(obligations_list::routes())
        .merge(compare::routes())
        .merge(matrix::routes())
        .merge(together::routes())
        .merge(calls::routes())
        .merge(control::routes())
        .merge(obligation::routes())
        .merge(ratings::routes())
        .merge(results::desk())
        .merge(results::public())
        .merge(privacy::routes())
        .merge(cases::routes())
        .merge(quarantine::routes())
        .merge(comments::routes())
        .merge(registry::routes())
        .merge(people::routes())
        .merge(plan::routes())
        .merge(points::routes())
        .merge(calendar::routes())
        .merge(import::routes())
        .merge(settings::routes())
        .merge(backup::routes())
        .merge(delivery::routes())
        .merge(reporting::routes())
        .merge(exports::routes())
        .layer(CompressionLayer::new());
    // Streams are sent as they come, and files are compressed already.
    let plain = Router::new()
        .route("/events", get(live::events))
        .route("/static/{version}/{*path}", get(assets::get))
        .merge(evidence::routes())
        .merge(points::files())
        .merge(obligations_list::files())
        .merge(reporting::files())
        .merge(exports::files())
        .merge(backup::files());
    let outside = guarded(pages.merge(plain).fallback(error::not_found), &panel);
    let inside = mini_app::inside(outside.clone(), &panel);
    let door = mini_app::inside(guarded(mini_app::routes(), &panel), &panel);
    outside.merge(door).nest("/app/", inside)
}

/// What every answer goes through, wherever it is looked at.
fn guarded(pages: Router<Shared>, panel: &Shared) -> Router {
    pages
        .layer(from_fn(mini_app::only_what_is_inside))
        .layer(DefaultBodyLimit::max(LARGEST_BODY))
        .layer(from_fn(csrf::own_pages_only))
        .layer(CatchPanicLayer::custom(error::after_panic))
        .layer(from_fn_with_state(Arc::clone(panel), error::dress))
        .layer(from_fn_with_state(Arc::clone(panel), headers::set))
        .with_state(Arc::clone(panel))
}
