//! The way to a service for those who do not have its code: by its name, by its organisation, or behind the bot's name in any
//! chat. Everything is found in memory.

use domain::buttons::{Button, FindAct, FindStep};
use domain::ids::{OrganisationId, ServiceId};
use domain::language::Language;
use domain::links::{LinkBase, Payload};
use domain::visits::VisitCode;
use locales::Texts;
use store::organisations::{Catalogue, Service};
use store::{NotDone, StoreError, settings};

use super::state::{self, Searching, State};
use super::turn::{Answer, Press, Turn};
use super::views::{self, FoundService, View};
use super::{comment, language, rating, visit};
use crate::ctx::Ctx;
use crate::incoming::{Incoming, What};
use crate::introduce::LINK_BASE;
use crate::reply::{InlineFound, Key, Keyboard, Reply};

/// Services that are shown at once.
const SHOWN: usize = 6;

/// Organisations that are shown at once.
const ORGANISATIONS_SHOWN: usize = 8;

/// Results behind the bot's name.
const INLINE_SHOWN: usize = 20;

/// Longer words are no name of a service.
const LONGEST_NAME: usize = 100;

/// `/rate`, alone or with words of a name.
pub(super) async fn begin(turn: Turn, what: What) -> Answer {
    let What::Command { argument, .. } = what else { return Ok(Vec::new()) };
    let view = if argument.is_empty() {
        await_name(&turn, turn.texts.language()).await?;
        organisations(&turn, 0)
    } else {
        turn.stop_waiting().await?;
        search(&turn, &argument).unwrap_or_else(|| views::nothing_found(turn.texts, &argument))
    };
    Ok(vec![view.send()])
}

/// The next words are a name: they were asked for.
async fn await_name(turn: &Turn, language: Language) -> Result<(), NotDone> {
    let (key, now) = (turn.key(), turn.now);
    let state = State::Searching(Searching { language, since: now });
    turn.keep(move |conn| Box::pin(async move { Ok(state::keep(conn, &key, &state, now).await?) })).await?;
    Ok(())
}

/// The words that were asked for, unless a mark was given since: then they are its comment.
pub(super) async fn typed(turn: Turn, what: What, searching: Searching) -> Answer {
    let What::Text { message_id, text } = what else { return Ok(Vec::new()) };
    let turn = turn.in_language(searching.language);
    if let Some(replies) = by_link(&turn, &text).await? {
        return Ok(replies);
    }
    if let Some(replies) = comment::unasked(&turn, message_id, &text, Some(searching.since)).await? {
        return Ok(replies);
    }
    let found = search(&turn, &text).unwrap_or_else(|| views::nothing_found(turn.texts, &text));
    Ok(vec![found.send()])
}

/// Words of somebody without a place in the database: the name of a service, perhaps, or more to a comment.
pub(super) async fn by_words(turn: &Turn, what: &What) -> Result<View, StoreError> {
    let What::Text { text, .. } = what else { return Ok(views::unknown_words(turn.texts)) };
    if let Some(found) = search(turn, text) {
        return Ok(found);
    }
    let more = comment::stands(turn).await?;
    Ok(if more { views::comment_stands(turn.texts) } else { views::unknown_words(turn.texts) })
}

/// What a link into the bot that was passed on in a text leads to, or the code of a point, or a visit code.
pub(super) async fn by_link(turn: &Turn, text: &str) -> Result<Option<Vec<Reply>>, anyhow::Error> {
    let behind = text.split_once("?start=").map(|(_, behind)| behind);
    let is_of_payload = |sign: char| sign.is_ascii_alphanumeric() || sign == '_' || sign == '-';
    let payload = behind.map(|behind| behind.split(|sign| !is_of_payload(sign)).next().unwrap_or_default());
    match payload.and_then(Payload::read) {
        Some(Payload::Rate(code)) => return Ok(Some(vec![rating::ask_here(turn, &code).await?.send()])),
        Some(Payload::Visit { point, code }) => return visit::scanned(turn, &point, code).await.map(Some),
        Some(Payload::Service(service)) => return Ok(Some(vec![ask(turn, service).await?.send()])),
        _ => {}
    }
    let code = text.trim().to_uppercase();
    if turn.catalogue.points.contains_key(&code) {
        return Ok(Some(vec![rating::ask_here(turn, &code).await?.send()]));
    }
    match VisitCode::read(text) {
        Ok(code) => visit::brought(turn, code, None).await.map(Some),
        Err(_) => Ok(None),
    }
}

fn search(turn: &Turn, words: &str) -> Option<View> {
    if words.chars().nth(LONGEST_NAME).is_some() {
        return None;
    }
    let found = turn.catalogue.search.find(words, SHOWN);
    let found: Vec<_> =
        found.iter().filter_map(|found| named(&turn.catalogue, found.key, turn.texts)).collect();
    (!found.is_empty()).then(|| views::found_services(turn.texts, words.trim(), &found))
}

fn named(catalogue: &Catalogue, id: ServiceId, texts: Texts) -> Option<FoundService<'_>> {
    let service = catalogue.services.get(&id)?;
    let organisation = catalogue.organisations.get(&service.organisation);
    Some(FoundService {
        id,
        name: service.names.in_language(texts.language()),
        organisation: organisation.map(|one| one.names.in_language(texts.language())).unwrap_or_default(),
    })
}

/// The question for a service at no point in particular, or for a visit code where none is without one.
pub(super) async fn ask(turn: &Turn, service: ServiceId) -> Result<View, anyhow::Error> {
    if turn.catalogue.asks_everywhere(service) {
        return visit::ask(turn, service, None).await;
    }
    Ok(question(&turn.catalogue, service, turn.texts))
}

/// The question itself.
pub(super) fn question(catalogue: &Catalogue, service: ServiceId, texts: Texts) -> View {
    match named(catalogue, service, texts) {
        Some(found) => views::question_of(texts, service, found.name, found.organisation),
        None => views::unknown_service(texts),
    }
}

/// The buttons on the way to a service.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    let Button::Find(FindStep { language, act }) = press.button else { return Ok(Vec::new()) };
    let asks = matches!(act, FindAct::Service(service) if turn.catalogue.asks_everywhere(service));
    // The code or the name that is waited for keeps the language itself.
    if matches!(act, FindAct::Organisations { .. }) && !turn.waits() {
        await_name(&turn, language).await?;
    } else if language != turn.texts.language() && !asks {
        language::remember(&turn, language).await?;
    }
    let turn = turn.in_language(language);
    let view = match act {
        FindAct::Organisations { page } => organisations(&turn, page),
        FindAct::Services { organisation, page } => services(&turn, organisation, page),
        FindAct::Service(service) => ask(&turn, service).await?,
        // Marks take the short way.
        FindAct::Rate { .. } => return Ok(Vec::new()),
    };
    Ok(vec![press.show(view)])
}

/// A page of the organisations that give services, in the order of the alphabet.
fn organisations(turn: &Turn, page: u32) -> View {
    let language = turn.texts.language();
    let mut giving: Vec<OrganisationId> =
        turn.catalogue.services.values().map(|one| one.organisation).collect();
    giving.sort_unstable();
    giving.dedup();
    let mut named: Vec<(OrganisationId, &str)> = giving
        .into_iter()
        .filter_map(|id| turn.catalogue.organisations.get(&id))
        .map(|one| (one.id, one.names.in_language(language)))
        .collect();
    named.sort_by_key(|(_, name)| name.to_lowercase());
    let (page, of, shown) = page_of(&named, page, ORGANISATIONS_SHOWN);
    views::organisations(turn.texts, shown, page, of)
}

/// A page of the services of an organisation.
fn services(turn: &Turn, organisation: OrganisationId, page: u32) -> View {
    let mut given: Vec<&Service> =
        turn.catalogue.services.values().filter(|one| one.organisation == organisation).collect();
    given.sort_unstable_by_key(|one| one.id);
    let named: Vec<_> = given.iter().filter_map(|one| named(&turn.catalogue, one.id, turn.texts)).collect();
    if named.is_empty() {
        return organisations(turn, 0);
    }
    let (page, of, shown) = page_of(&named, page, SHOWN);
    views::services(turn.texts, organisation, shown, page, of)
}

/// The page that was asked for, or the last: a button may be older than the list.
fn page_of<T>(all: &[T], page: u32, room: usize) -> (usize, usize, &[T]) {
    let of = all.len().div_ceil(room).max(1);
    let page = usize::try_from(page).unwrap_or_default().min(of - 1);
    (page, of, all.chunks(room).nth(page).unwrap_or_default())
}

/// Words behind the bot's name, in any chat: services that open the bot with their question.
pub(super) async fn inline(ctx: &Ctx, incoming: &Incoming, query_id: &str, query: &str) -> Answer {
    let texts = Texts::new(Language::of_phone(incoming.from.language_code.as_deref()));
    let catalogue = ctx.store.catalogue().await?;
    let base = ctx.store.read(|conn| Box::pin(settings::get(conn, LINK_BASE))).await?;
    // Without the name of the bot there is nothing to open.
    let links = base.map(LinkBase::other);
    let short = query.chars().take(LONGEST_NAME).collect::<String>();
    let found = catalogue.search.find(&short, INLINE_SHOWN);
    let shown = found.iter().filter_map(|found| {
        let service = named(&catalogue, found.key, texts)?;
        Some(line(texts, &service, &links.as_ref()?.link(&Payload::Service(found.key))))
    });
    Ok(vec![Reply::Inline { query_id: query_id.to_owned(), found: shown.collect() }])
}

fn line(texts: Texts, service: &FoundService<'_>, link: &str) -> InlineFound {
    InlineFound {
        id: service.id.to_string(),
        title: service.name.to_owned(),
        description: service.organisation.to_owned(),
        text: views::passed_on(texts, service, link),
        keyboard: Keyboard::new().row([Key::open(texts.button_rate_service(), link)]),
    }
}
