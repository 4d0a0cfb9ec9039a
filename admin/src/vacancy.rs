//! Organisations without an officer whom a message reaches, in the words of the pages: always with somebody to call, where
//! there is somebody.

use domain::escalation::Level;
use locales::{Texts, words};
use store::escalation;
use store::people::{Recipient, Vacancy};

use crate::session::SignedIn;

/// Levels named one by one: each is a call to make.
const NAMED: usize = 3;

/// What is missing there, and whom to call.
pub(crate) fn sentence(t: Texts, vacancy: &Vacancy) -> String {
    match (&vacancy.told, &vacancy.call) {
        (Some(head), _) => t.vacancy_head(named(t, head)),
        (None, Some(call)) => t.vacancy_call(named(t, call)),
        (None, None) => t.people_vacant(),
    }
}

/// The name, and what they are called at work.
pub(crate) fn named(t: Texts, one: &Recipient) -> String {
    match &one.position {
        Some(position) => format!("{}, {}", one.name, position.in_language(t.language())),
        None => one.name.clone(),
    }
}

/// Levels above the officers that something overdue could not reach, as an address, a title and whom to call. Organisations
/// without an officer stand in a list of their own.
pub(crate) fn unreached(
    signed: &SignedIn,
    vacancies: &[escalation::Vacancy],
) -> impl Iterator<Item = (String, String, String)> {
    let t = signed.texts();
    let above = vacancies.iter().filter(|one| !one.level.hears_by_digest() && one.level != Level::Brief);
    above.take(NAMED).map(move |one| {
        let level = words::level(t, one.level);
        let text = match &one.call {
            Some(call) => t.overview_vacancy_call(call.as_str(), level),
            None => t.overview_vacancy_nobody(level),
        };
        let title = t.overview_vacancy(signed.organisation_name(one.organisation));
        (format!("/orgs/{}", one.organisation), title, text)
    })
}
