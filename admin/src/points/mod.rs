//! Service points: where they are, what their links are worth, and what is printed for them.
//!
//! Who sees an organisation sees its points; who answers for it or controls it prints for it; administrators make, name, close
//! them and give them new links.

mod acts;
mod codes;
mod list;
mod make;
mod one;
mod print;

use axum::Router;
use axum::routing::{get, post};
use domain::ids::OrganisationId;
use domain::language::{Language, NameFault, Names};
use domain::points::{NAME_LIMIT, names};
use locales::Texts;
use serde::Deserialize;
use store::points::{KeptPoint, PointState};

use crate::Shared;
use crate::markup::Markup;
use crate::pill::pill;
use crate::session::SignedIn;
use crate::svg::Glyph;

pub(crate) use print::Printers;

/// The addresses of points.
pub(crate) fn routes() -> Router<Shared> {
    Router::new()
        .route("/points", get(list::show))
        .route("/points/new", get(make::show).post(make::add))
        .route("/points/{id}", get(one::show).post(acts::rename))
        .route("/points/{id}/link", post(acts::link))
        .route("/points/{id}/state", post(acts::state))
        .route("/points/print", get(print::choose))
        .merge(codes::routes())
}

/// The addresses of files, which are compressed already.
pub(crate) fn files() -> Router<Shared> {
    Router::new().route("/points/{id}/print", get(print::point)).route("/points/print/all", get(print::all))
}

/// The names of a point, as a form brings them.
#[derive(Clone, Debug, Default, Deserialize)]
pub(crate) struct NamesForm {
    #[serde(default)]
    name: String,
    #[serde(default)]
    name_uz_cyrl: String,
    #[serde(default)]
    name_ru: String,
    #[serde(default)]
    name_en: String,
}

impl NamesForm {
    fn of(names: &Names) -> Self {
        let said = |name: &Option<String>| name.clone().unwrap_or_default();
        Self {
            name: names.uz_latn.clone(),
            name_uz_cyrl: said(&names.uz_cyrl),
            name_ru: said(&names.ru),
            name_en: said(&names.en),
        }
    }

    /// The names, or what is wrong with them.
    fn read(&self, t: Texts) -> Result<Names, String> {
        names(&self.name, &self.name_uz_cyrl, &self.name_ru, &self.name_en).map_err(|fault| match fault {
            NameFault::Missing => t.point_name_missing(),
            NameFault::TooLong => t.point_name_too_long(NAME_LIMIT),
        })
    }

    /// The fields: name, tag of the language, its name in itself, what stands in it, whether it is needed.
    fn fields(&self) -> [(&'static str, &'static str, String, &str, bool); 4] {
        let values = [&self.name, &self.name_uz_cyrl, &self.name_ru, &self.name_en];
        let keys = ["name", "name_uz_cyrl", "name_ru", "name_en"];
        std::array::from_fn(|place| {
            let language = Language::ALL[place];
            let name = locales::words::language_name(language);
            (keys[place], language.tag(), name, values[place].as_str(), place == 0)
        })
    }
}

/// Whether the person administers this organisation.
fn administers(signed: &SignedIn, organisation: OrganisationId) -> bool {
    let right = signed.who.may_administer(&signed.catalogue.tree);
    right.is_ok_and(|right| right.scope().includes(organisation))
}

/// Whether the person prints for this organisation: they answer for it, control it, or administer it.
fn prints(signed: &SignedIn, organisation: OrganisationId) -> bool {
    let (who, tree) = (&signed.who, &signed.catalogue.tree);
    administers(signed, organisation)
        || who.may_answer(organisation, tree).is_ok()
        || who.may_decide(organisation, tree).is_ok()
}

/// The sign and the word for what a link is worth.
fn state_pill(t: Texts, state: PointState) -> Markup {
    match state {
        PointState::InUse => pill(Glyph::Done, &t.point_in_use()),
        PointState::LinkRevoked(_) => pill(Glyph::Overdue, &t.point_link_revoked()),
        PointState::Closed => pill(Glyph::Cancelled, &t.point_closed()),
    }
}

/// What the service of a point is called.
fn service_name(signed: &SignedIn, point: &KeptPoint) -> String {
    let service = signed.catalogue.services.get(&point.service);
    service.map(|one| one.names.in_language(signed.language()).to_owned()).unwrap_or_default()
}
