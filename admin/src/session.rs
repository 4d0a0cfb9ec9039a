//! Who is signed in: the extractor that handlers ask for, and the way out.

use std::sync::Arc;

use axum::extract::{FromRequestParts, State};
use axum::http::request::Parts;
use axum::response::Redirect;
use axum_extra::extract::CookieJar;
use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::ids::{OrganisationId, ServiceId};
use domain::language::{Language, Names};
use domain::people::{MaySee, Role, Scope, Who};
use locales::Texts;
use store::findings::{self, OpenFinding};
use store::organisations::Catalogue;
use store::tokens::Token;
use store::{StoreError, boards, deliveries, people, sessions};

use crate::csrf::{ButtonOnly, Posted};
use crate::error::PageError;
use crate::layout::{Nav, Page};
use crate::markup::Spoken;
use crate::mini_app::Place;
use crate::preferences::Preferences;
use crate::{Shared, cookies};

/// The name of the cookie, in a browser and inside Telegram: the one opens nothing in the other place.
const COOKIE: &str = "session";
const COOKIE_INSIDE: &str = "app";

fn cookie_in(place: Place) -> &'static str {
    match place {
        Place::Browser => COOKIE,
        Place::Telegram => COOKIE_INSIDE,
    }
}

/// A person who is signed in, with all that decides what they may see and do.
#[derive(Clone, Debug)]
pub(crate) struct SignedIn {
    /// Who.
    pub(crate) who: Who,
    /// What they are in their organisation, in its own words.
    pub(crate) position: Option<Names>,
    /// What they may look at.
    pub(crate) see: MaySee,
    /// The organisations and services of this moment.
    pub(crate) catalogue: Arc<Catalogue>,
    /// The moment of the request,
    pub(crate) now: DateTime<Utc>,
    /// and its day in Tashkent.
    pub(crate) today: NaiveDate,
    /// How the browser wants to be answered.
    pub(crate) preferences: Preferences,
    /// The hash of the session.
    pub(crate) session: String,
    /// What forms must bring.
    pub(crate) form_token: String,
    /// Reports that wait for this person's decision.
    pub(crate) waiting: u64,
    /// Messages and updates that wait for an administrator, when the person is one.
    pub(crate) troubles: i64,
    /// Faults of the service that this person can do something about.
    pub(crate) findings: Vec<OpenFinding>,
}

impl SignedIn {
    /// The same reader at the end of a day that is over: what they see is counted by that day.
    pub(crate) fn on(&self, day: NaiveDate) -> Self {
        Self { today: day, now: store::boards::end_of(day), ..self.clone() }
    }

    /// Whether the person administers everything, and so what holds for the whole city.
    pub(crate) fn administers_all(&self) -> bool {
        self.who.may_administer_all(&self.catalogue.tree).is_ok()
    }

    /// The language of the pages: chosen in the browser, else the person's own.
    pub(crate) fn language(&self) -> Language {
        self.preferences.chosen.unwrap_or(self.who.language)
    }

    /// The texts in that language.
    pub(crate) fn texts(&self) -> Texts {
        Texts::new(self.language())
    }

    /// The frame of a page for this person.
    pub(crate) fn page(&self, panel: &Shared, nav: Nav) -> Page {
        Page::new(panel, self, nav)
    }

    /// The name of an organisation in the language of the page.
    pub(crate) fn organisation_name(&self, id: OrganisationId) -> String {
        let found = self.catalogue.organisations.get(&id);
        found.map(|found| found.names.in_language(self.language()).to_owned()).unwrap_or_default()
    }

    /// Where a service is given, when the place has a name of its own.
    pub(crate) fn place_name(&self, service: ServiceId, place: Option<&Names>) -> Option<String> {
        let place = place?;
        let place = match self.catalogue.whereabouts(service, place) {
            Some(found) => found.place?,
            None => place,
        };
        Some(place.in_language(self.language()).to_owned())
    }

    /// What a plan says, as a page shows it to the person.
    pub(crate) fn spoken(&self, names: &Names) -> Spoken {
        Spoken::on_page(self.language(), names)
    }

    /// What the person may see, narrowed to one organisation and those below it when that exists.
    pub(crate) fn narrowed(&self, to: Option<OrganisationId>) -> (Scope, Option<OrganisationId>) {
        let all = self.see.scope();
        match to.filter(|id| self.catalogue.organisations.contains_key(id)) {
            None => (all.clone(), None),
            Some(id) => {
                let below = self.catalogue.tree.below(id).into_iter().filter(|one| all.includes(*one));
                (Scope::Only(below.collect()), Some(id))
            }
        }
    }

    /// The organisations for which the person accepts and returns reports; none for who controls nothing.
    fn decides_for(who: &Who, catalogue: &Catalogue) -> Option<Scope> {
        let nodes = who.grants.iter().filter(|grant| grant.role == Role::Controller);
        let below = nodes
            .flat_map(|grant| catalogue.tree.below(grant.organisation))
            .collect::<std::collections::BTreeSet<_>>();
        match below.len() {
            0 => None,
            all if all == catalogue.organisations.len() => Some(Scope::All),
            _ => Some(Scope::Only(below)),
        }
    }
}

impl FromRequestParts<Shared> for SignedIn {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, panel: &Shared) -> Result<Self, PageError> {
        // A handler and a form in it both ask who it is: the second time the answer is at hand.
        if let Some(known) = parts.extensions.get::<Self>() {
            return Ok(known.clone());
        }
        let Ok(preferences) = Preferences::from_request_parts(parts, panel).await;
        let cookies = CookieJar::from_headers(&parts.headers);
        let stranger = || PageError::SignInFirst(preferences.here.clone());
        let place = Place::of(&parts.extensions);
        let token = token(&cookies, panel, place).ok_or_else(stranger)?;
        let now = panel.clock.now();
        let catalogue = panel.store.catalogue().await?;
        let found = find(panel, token, &catalogue, now).await?;
        let Some(Found { session, who, position, waiting, troubles, findings }) = found else {
            return Err(stranger());
        };
        // Inside Telegram a session is not prolonged: coming in anew is no trouble there.
        if session.needs_touch && place == Place::Browser {
            let hash = session.hash.clone();
            panel
                .store
                .write(move |conn| Box::pin(async move { sessions::touch(conn, &hash, now).await }))
                .await?;
        }
        let see = who.may_see(&catalogue.tree)?;
        let form_token = panel.secret.form_token(&session.hash);
        let today = tashkent_day(now);
        let session = session.hash;
        let signed = Self {
            who,
            position,
            see,
            catalogue,
            now,
            today,
            preferences,
            session,
            form_token,
            waiting,
            troubles,
            findings,
        };
        parts.extensions.insert(signed.clone());
        Ok(signed)
    }
}

/// More troubles than these are shown as these.
const COUNTED_TROUBLES: i64 = 99;

/// What the database knows of whoever brought a session.
struct Found {
    session: sessions::Session,
    who: Who,
    position: Option<Names>,
    waiting: u64,
    troubles: i64,
    findings: Vec<OpenFinding>,
}

async fn find(
    panel: &Shared,
    token: Token,
    catalogue: &Arc<Catalogue>,
    now: DateTime<Utc>,
) -> Result<Option<Found>, StoreError> {
    let catalogue = Arc::clone(catalogue);
    panel
        .store
        .read(move |conn| {
            Box::pin(async move {
                let Some(session) = sessions::find(conn, &token, now).await? else { return Ok(None) };
                let Some(who) = people::who(conn, session.person, tashkent_day(now)).await? else {
                    return Ok(None);
                };
                let position = people::recipient(conn, who.person).await?.and_then(|one| one.position);
                let waiting = match SignedIn::decides_for(&who, &catalogue) {
                    Some(scope) => boards::under_review(conn, &scope).await?,
                    None => 0,
                };
                let (troubles, findings) = if who.is(Role::Administrator) {
                    let open = findings::open(conn).await?;
                    (
                        deliveries::troubles(conn, COUNTED_TROUBLES).await?,
                        crate::findings::of(&who, &catalogue, open),
                    )
                } else {
                    (0, Vec::new())
                };
                Ok(Some(Found { session, who, position, waiting, troubles, findings }))
            })
        })
        .await
}

fn token(cookies: &CookieJar, panel: &Shared, place: Place) -> Option<Token> {
    cookies.get(&cookies::named(cookie_in(place), panel.secure)).map(|cookie| Token::brought(cookie.value()))
}

/// Puts a new session into the browser; the one it had, if any, is forgotten by the same cookie.
pub(crate) fn put(jar: CookieJar, token: &Token, panel: &Shared, place: Place) -> CookieJar {
    let life = match place {
        Place::Browser => sessions::WHOLE_LIFE,
        Place::Telegram => sessions::IDLE_LIFE,
    };
    let seconds = u32::try_from(life.num_seconds()).unwrap_or_default();
    jar.add(cookies::secret(cookie_in(place), token.reveal(), seconds, panel.secure))
}

/// Ends the session that the browser had before it signs in anew.
pub(crate) async fn end_old(jar: &CookieJar, panel: &Shared, place: Place) -> Result<(), PageError> {
    if let Some(old) = token(jar, panel, place) {
        panel
            .store
            .write(move |conn| Box::pin(async move { sessions::end(conn, &old.hash()).await }))
            .await?;
    }
    Ok(())
}

/// `POST /logout`.
pub(crate) async fn sign_out(
    State(panel): State<Shared>,
    signed: SignedIn,
    jar: CookieJar,
    _form: Posted<ButtonOnly>,
) -> Result<(CookieJar, Redirect), PageError> {
    panel
        .store
        .write(move |conn| Box::pin(async move { sessions::end(conn, &signed.session).await }))
        .await?;
    Ok((jar.add(cookies::forgotten(COOKIE, panel.secure)), Redirect::to("/login")))
}
