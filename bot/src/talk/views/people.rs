//! Greetings, invitations, languages, signing in and help.

use domain::buttons::Button;
use domain::language::Language;
use domain::people::{Role, Who};
use locales::{Html, Texts, words};
use store::organisations::Catalogue;
use store::sessions::SignIn;

use super::find::find_key;
use super::{NAME_ROOM, View, key, language_row, shortened};
use crate::reply::{Key, Keyboard};

/// How many roles a greeting tells.
const ROLES_SHOWN: usize = 5;

/// The first words: to a known person what they are and what comes next, to anybody else what this bot is.
pub(crate) fn start(texts: Texts, who: Option<&Who>, catalogue: &Catalogue, panel: &str) -> View {
    let languages = language_row(texts.language(), Button::Speak);
    let Some(who) = who else {
        let about = [key(texts.button_help(), &Button::Help), key(texts.button_privacy(), &Button::Privacy)];
        let find = [find_key(texts)];
        return View {
            text: texts.start_citizen(),
            keyboard: Keyboard::new().row(find).row(about).row(languages),
        };
    };
    let mut greeting = vec![texts.start_known(shortened(&who.name, NAME_ROOM))];
    greeting.extend(roles(texts, who, catalogue));
    let text = Html::paragraphs(&[Html::lines(&greeting), Html::lines(&what_next(texts, who))]);
    View { text, keyboard: first_steps(texts, who, panel).row(languages) }
}

/// The invitation was accepted, just now or before.
pub(crate) fn joined(texts: Texts, just_now: bool, who: &Who, catalogue: &Catalogue, panel: &str) -> View {
    let welcome = if just_now {
        texts.invitation_accepted(shortened(&who.name, NAME_ROOM))
    } else {
        texts.invitation_already()
    };
    let mut greeting = vec![welcome];
    greeting.extend(roles(texts, who, catalogue));
    let text = Html::paragraphs(&[Html::lines(&greeting), Html::lines(&what_next(texts, who))]);
    let languages = language_row(texts.language(), Button::Speak);
    View { text, keyboard: first_steps(texts, who, panel).row(languages) }
}

/// What the person is invited to, and what is kept of them.
pub(crate) fn invitation(
    texts: Texts,
    name: &str,
    invited: Option<&Who>,
    catalogue: &Catalogue,
    token: &str,
) -> View {
    let mut title = vec![texts.invitation_title(shortened(name, NAME_ROOM))];
    title.extend(invited.into_iter().flat_map(|who| roles(texts, who, catalogue)));
    let language = texts.language();
    let join = Button::Join { token: token.to_owned(), language };
    let languages =
        language_row(language, |language| Button::ReadInvitation { token: token.to_owned(), language });
    View {
        text: Html::paragraphs(&[Html::lines(&title), texts.invitation_consent()]),
        keyboard: Keyboard::new().row([key(texts.button_join(), &join)]).row(languages),
    }
}

/// The languages to choose from, all of them.
pub(crate) fn language_choice(texts: Texts) -> View {
    let keys = Language::ALL.map(|language| key(words::language_name(language), &Button::Speak(language)));
    let keyboard = keys.chunks(2).fold(Keyboard::new(), |keyboard, row| keyboard.row(row.to_vec()));
    View { text: texts.language_choose(), keyboard }
}

/// The question whether it is this person who signs in.
pub(crate) fn sign_in(texts: Texts, asked: &SignIn, token: &str) -> View {
    let answer = |approve| Button::SignIn { token: token.to_owned(), approve };
    View {
        text: texts.sign_in_ask(asked.code.to_string()),
        keyboard: Keyboard::new()
            .row([key(texts.button_yes(), &answer(true)), key(texts.button_no(), &answer(false))]),
    }
}

/// What the bot does for this person.
pub(crate) fn help(texts: Texts, who: Option<&Who>, panel: &str) -> View {
    let privacy = key(texts.button_privacy(), &Button::Privacy);
    let Some(who) = who else {
        return View { text: texts.help_citizen(), keyboard: Keyboard::new().row([privacy]) };
    };
    let mut paragraphs = vec![texts.help_title()];
    if who.answers() {
        paragraphs.push(texts.help_officer());
    }
    if who.is(Role::Controller) {
        paragraphs.push(texts.help_controller());
    }
    if !who.grants.is_empty() {
        paragraphs.push(texts.help_panel());
    }
    paragraphs.push(texts.help_common());
    View { text: Html::paragraphs(&paragraphs), keyboard: first_steps(texts, who, panel).row([privacy]) }
}

fn roles(texts: Texts, who: &Who, catalogue: &Catalogue) -> Vec<Html> {
    let mut rows: Vec<Html> = who
        .grants
        .iter()
        .take(ROLES_SHOWN)
        .map(|grant| {
            let organisation = catalogue.organisations.get(&grant.organisation);
            let name =
                organisation.map(|found| found.names.in_language(texts.language())).unwrap_or_default();
            texts.start_role(shortened(name, NAME_ROOM), words::role(texts, grant.role))
        })
        .collect();
    if let Some(more) = who.grants.len().checked_sub(ROLES_SHOWN).filter(|more| *more > 0) {
        rows.push(texts.start_more_roles(more));
    }
    rows
}

fn what_next(texts: Texts, who: &Who) -> Vec<Html> {
    let mut rows = Vec::new();
    if who.answers() {
        rows.push(texts.start_officer());
    }
    if who.is(Role::Controller) {
        rows.push(texts.start_controller());
    }
    if who.is(Role::Administrator) {
        rows.push(texts.start_administrator());
    } else if who.is(Role::Observer) {
        rows.push(texts.start_observer());
    }
    if rows.is_empty() {
        rows.push(texts.start_no_role());
    }
    rows
}

/// The buttons with which this person mostly begins.
pub(super) fn first_steps(texts: Texts, who: &Who, panel: &str) -> Keyboard {
    let mut keyboard = Keyboard::new();
    if who.answers() {
        keyboard = keyboard.row([key(texts.button_tasks(), &Button::Tasks { page: 0 })]);
    }
    if who.is(Role::Controller) {
        keyboard = keyboard.row([
            key(texts.button_status(), &Button::Status),
            key(texts.button_reviews(), &Button::Reviews { page: 0 }),
        ]);
    }
    if who.is(Role::Administrator) || who.is(Role::Controller) || who.is(Role::Observer) {
        keyboard = keyboard.row([Key::open(texts.button_panel(), panel)]);
    }
    keyboard
}
