//! What a citizen sees on the way to a service: organisations, services, and what was found by words.

use domain::buttons::{Button, FindAct, FindStep};
use domain::ids::{OrganisationId, ServiceId};
use locales::{Html, Texts};

use super::{NAME_ROOM, View, key, pager, shortened};
use crate::reply::{Key, Keyboard};

/// How much of what somebody typed is shown again.
const QUERY_ROOM: usize = 60;

/// A service with the names that are shown of it.
#[derive(Clone, Copy, Debug)]
pub(crate) struct FoundService<'a> {
    pub(crate) id: ServiceId,
    pub(crate) name: &'a str,
    pub(crate) organisation: &'a str,
}

fn step(texts: Texts, act: FindAct) -> Button {
    Button::Find(FindStep { language: texts.language(), act })
}

/// The button that leads to all services.
pub(super) fn find_key(texts: Texts) -> Key {
    key(texts.button_find_service(), &step(texts, FindAct::Organisations { page: 0 }))
}

/// What was found by words; each with a button of its number.
pub(crate) fn found_services(texts: Texts, query: &str, services: &[FoundService<'_>]) -> View {
    let title = texts.find_found(shortened(query, QUERY_ROOM));
    let text = Html::paragraphs(&[title, numbered(texts, services, true), texts.find_not_comment()]);
    let all = step(texts, FindAct::Organisations { page: 0 });
    let keyboard = numbers(texts, services).row([key(texts.button_by_organisation(), &all)]);
    View { text, keyboard }
}

/// Nothing has such a name.
pub(crate) fn nothing_found(texts: Texts, query: &str) -> View {
    let text =
        Html::paragraphs(&[texts.find_nothing(shortened(query, QUERY_ROOM)), texts.find_by_name_hint()]);
    View { text, keyboard: Keyboard::new().row([find_key(texts)]) }
}

/// More words after a comment: it is changed by its message, not added to.
pub(crate) fn comment_stands(texts: Texts) -> View {
    View::plain(Html::lines(&[texts.comment_already(), texts.comment_change_hint()]))
}

/// Words that are neither a comment nor a name.
pub(crate) fn unknown_words(texts: Texts) -> View {
    let text = Html::paragraphs(&[texts.unknown_citizen(), texts.find_by_name_hint()]);
    View { text, keyboard: Keyboard::new().row([find_key(texts)]) }
}

/// The service of a link or a button is not given any more.
pub(crate) fn unknown_service(texts: Texts) -> View {
    let text = Html::paragraphs(&[texts.find_unknown_service(), texts.find_by_name_hint()]);
    View { text, keyboard: Keyboard::new().row([find_key(texts)]) }
}

/// A page of the organisations that give services.
pub(crate) fn organisations(texts: Texts, shown: &[(OrganisationId, &str)], page: usize, of: usize) -> View {
    let rows = shown.iter().fold(Keyboard::new(), |keyboard, (organisation, name)| {
        let services = FindAct::Services { organisation: *organisation, page: 0 };
        keyboard.row([key(name, &step(texts, services))])
    });
    let keyboard = rows.row(pager(texts, page, of, |page| step(texts, FindAct::Organisations { page })));
    let text = Html::paragraphs(&[texts.find_organisations(), texts.find_by_name_hint()]);
    View { text, keyboard }
}

/// A page of the services of one organisation.
pub(crate) fn services(
    texts: Texts,
    organisation: OrganisationId,
    shown: &[FoundService<'_>],
    page: usize,
    of: usize,
) -> View {
    let name = shown.first().map(|service| service.organisation).unwrap_or_default();
    let title = texts.find_services_of(shortened(name, NAME_ROOM));
    let all = step(texts, FindAct::Organisations { page: 0 });
    let keyboard = numbers(texts, shown)
        .row(pager(texts, page, of, |page| step(texts, FindAct::Services { organisation, page })))
        .row([key(texts.button_by_organisation(), &all)]);
    View { text: Html::paragraphs(&[title, numbered(texts, shown, false)]), keyboard }
}

/// The message that somebody passes on: a service, and the link that asks for its mark.
pub(crate) fn passed_on(texts: Texts, service: &FoundService<'_>, link: &str) -> Html {
    Html::lines(&[
        texts.item_measure(shortened(service.name, NAME_ROOM)),
        Html::escape(&shortened(service.organisation, NAME_ROOM)),
        texts.find_passed_on(link),
    ])
}

fn numbered(texts: Texts, services: &[FoundService<'_>], with_organisation: bool) -> Html {
    let lines = services.iter().enumerate().map(|(place, service)| {
        let name = shortened(service.name, NAME_ROOM);
        if with_organisation {
            texts.find_line(name, place + 1, shortened(service.organisation, NAME_ROOM))
        } else {
            texts.find_line_short(name, place + 1)
        }
    });
    Html::lines(&lines.collect::<Vec<_>>())
}

fn numbers(texts: Texts, services: &[FoundService<'_>]) -> Keyboard {
    let keys = services
        .iter()
        .enumerate()
        .map(|(place, service)| key((place + 1).to_string(), &step(texts, FindAct::Service(service.id))));
    Keyboard::new().row(keys)
}
