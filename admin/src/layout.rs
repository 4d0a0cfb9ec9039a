//! The frame of a page: who looks at it, in which language and look, and where in the panel they are.

use askama::Template;
use axum::response::Html;
use domain::ids::OrganisationId;
use domain::language::Language;
use domain::people::Role;
use locales::{Texts, shortened, words};
use store::organisations::Catalogue;

use crate::error::PageError;
use crate::preferences::Preferences;
use crate::session::SignedIn;
use crate::theme::Theme;
use crate::{Shared, address, language};

/// How much of a position stands beside the name, in characters.
const POSITION_ROOM: usize = 60;

/// The parts of the panel, as the menu has them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Nav {
    /// `/`
    Overview,
    /// `/orgs`
    Organisations,
    /// `/obligations`
    Obligations,
    /// `/matrix`
    Matrix,
    /// `/plan`
    Plan,
    /// `/ratings`
    Ratings,
    /// `/points`
    Points,
    /// `/reports`
    Reports,
    /// `/people`
    People,
    /// `/delivery`
    Delivery,
    /// `/audit`
    Audit,
    /// `/search`: no part of the menu.
    Search,
    /// `/settings`
    Settings,
    /// An error, or a page that the menu does not have.
    Nowhere,
}

/// What pages with and without a signed-in person have in common.
#[derive(Clone, Debug)]
pub(crate) struct Frame {
    /// The texts in the language of the page.
    pub(crate) t: Texts,
    /// The language of the page.
    pub(crate) language: Language,
    /// The look.
    pub(crate) theme: Theme,
    /// The address of the page, to come back to after a choice.
    pub(crate) here: String,
    /// Whether it was asked for by its address, where news of it can be looked for; no answer to a form.
    pub(crate) is_page: bool,
    /// The name of the city's hokimiyat: the organisation above all others.
    pub(crate) city: String,
    /// Whether everything shown is invented.
    pub(crate) demo: bool,
    /// Whether single keys lead somewhere.
    pub(crate) keys: bool,
}

impl Frame {
    fn new(panel: &Shared, preferences: &Preferences, language: Language, catalogue: &Catalogue) -> Self {
        let roots = catalogue.organisations.values().filter(|one| one.parent.is_none());
        let root = roots.min_by_key(|one| one.id);
        Self {
            city: root.map(|root| root.names.in_language(language).to_owned()).unwrap_or_default(),
            t: Texts::new(language),
            language,
            theme: preferences.theme,
            here: preferences.here.clone(),
            is_page: preferences.is_page,
            demo: panel.demo,
            keys: preferences.keys,
        }
    }

    /// The languages of the switch: tag, short name, whole name, whether it is the one of the page.
    pub(crate) fn languages(&self) -> [(&'static str, &'static str, String, bool); 4] {
        Language::ALL.map(|one| {
            (one.tag(), language::short_name(one), words::language_name(one), one == self.language)
        })
    }

    /// Whether the page is written in Cyrillic letters: then their font is fetched early.
    pub(crate) fn is_cyrillic(&self) -> bool {
        matches!(self.language, Language::UzCyrl | Language::Ru)
    }

    /// A switch of language or look that comes back to this page.
    pub(crate) fn switch(&self, kind: &str, value: &str) -> String {
        format!("/{kind}/{value}?back={}", address::encoded(&self.here))
    }
}

/// The frame of a page for somebody who may not be signed in.
#[derive(Clone, Debug)]
pub(crate) struct Blank(Frame);

impl Blank {
    /// The frame in the language of the browser.
    pub(crate) async fn new(panel: &Shared, preferences: &Preferences) -> Self {
        // An error page is shown also when the database does not answer: then without the name of the city.
        let catalogue = panel.store.catalogue().await.unwrap_or_default();
        Self(Frame::new(panel, preferences, preferences.language(), &catalogue))
    }
}

impl std::ops::Deref for Blank {
    type Target = Frame;

    fn deref(&self) -> &Frame {
        &self.0
    }
}

/// The frame of a page of the panel.
#[derive(Clone, Debug)]
pub(crate) struct Page {
    frame: Frame,
    /// Where in the panel the page is.
    pub(crate) nav: Nav,
    /// The name of who looks at it.
    pub(crate) name: String,
    /// The first letters of the name.
    pub(crate) initials: String,
    /// What they are: their position, or their role when no position is known.
    pub(crate) role: String,
    /// What each form must bring: see [`crate::csrf`].
    pub(crate) form_token: String,
    /// Reports that wait for this person's decision.
    pub(crate) waiting: u64,
    /// Whether they look after what citizens write.
    pub(crate) reviews: bool,
    /// Whether they keep the plan and the people in order.
    pub(crate) administers: bool,
    /// Whether the person administers the whole city.
    pub(crate) administers_all: bool,
    /// About whom they make a report with one tap; nobody, when they make none.
    pub(crate) reports_on: Option<OrganisationId>,
    /// Messages and updates that wait for an administrator.
    pub(crate) troubles: i64,
    /// How many faults of the service this administrator does not know of yet.
    pub(crate) findings: usize,
}

impl std::ops::Deref for Page {
    type Target = Frame;

    fn deref(&self) -> &Frame {
        &self.frame
    }
}

impl Page {
    /// The frame for a signed-in person.
    pub(crate) fn new(panel: &Shared, signed: &SignedIn, nav: Nav) -> Self {
        let frame = Frame::new(panel, &signed.preferences, signed.language(), &signed.catalogue);
        Self {
            nav,
            name: signed.who.name.clone(),
            initials: initials(&signed.who.name),
            role: signed
                .position
                .as_ref()
                .map(|position| shortened(position.in_language(signed.language()), POSITION_ROOM))
                .or_else(|| highest_role(signed).map(|role| words::role(frame.t, role)))
                .unwrap_or_default(),
            form_token: signed.form_token.clone(),
            waiting: signed.waiting,
            reviews: signed.who.is(Role::Controller) || signed.who.is(Role::Administrator),
            administers: signed.who.is(Role::Administrator),
            administers_all: signed.administers_all(),
            reports_on: signed
                .who
                .reports_on(&signed.catalogue.tree)
                .ok()
                .and_then(|nodes| nodes.into_iter().next()),
            troubles: signed.troubles,
            findings: signed.findings.iter().filter(|one| one.id > signed.preferences.known_finding).count(),
            frame,
        }
    }
}

fn highest_role(signed: &SignedIn) -> Option<Role> {
    let order = [Role::Controller, Role::Administrator, Role::Head, Role::Officer, Role::Observer];
    order.into_iter().find(|role| signed.who.is(*role))
}

/// The first letters of the first two words of a name.
pub(crate) fn initials(name: &str) -> String {
    let letters =
        name.split_whitespace().filter_map(|word| word.chars().find(|letter| letter.is_alphabetic()));
    letters.take(2).flat_map(char::to_uppercase).collect()
}

/// A page as HTML.
pub(crate) fn render(page: &impl Template) -> Result<Html<String>, PageError> {
    Ok(Html(page.render()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_of_any_shape_has_initials() {
        for (name, letters) in [
            ("D. Yoʻldosheva", "DY"),
            ("ulugʻbek karimov oʻgʻli", "UK"),
            ("Шерзод", "Ш"),
            ("", ""),
            ("№ 7", ""),
        ] {
            assert_eq!(initials(name), letters);
        }
    }
}
