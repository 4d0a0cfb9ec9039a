//! Leave and substitutes.

use domain::buttons::Button;
use domain::substitution::Days;
use locales::{Html, Texts, dates};
use store::substitutions;

use super::{NAME_ROOM, View, key, shortened};
use crate::reply::Keyboard;

/// To whom news of a substitution go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Hearer {
    /// Whoever stands in.
    Substitute,
    /// Whoever is away, when somebody else did it.
    Absent,
    /// The head of the organisation.
    Head,
}

/// Somebody stands in for somebody; or, when it is not `set`, does so no longer.
pub(crate) fn leave_news(
    texts: Texts,
    one: &substitutions::View,
    organisation: &str,
    set: bool,
    whom: Hearer,
) -> View {
    let (person, substitute) = (shortened(&one.person, NAME_ROOM), shortened(&one.substitute, NAME_ROOM));
    let (title, next) = match (set, whom) {
        (true, Hearer::Substitute) => {
            (texts.leave_news_substitute(person), Some(texts.leave_news_substitute_next()))
        }
        (true, Hearer::Absent) => (texts.leave_news_absent(), Some(texts.leave_news_absent_next(substitute))),
        (true, Hearer::Head) => (texts.leave_news_head(person), Some(texts.leave_news_head_next(substitute))),
        (false, Hearer::Substitute) => {
            (texts.leave_news_ended_substitute(person), Some(texts.leave_news_ended_substitute_next()))
        }
        (false, Hearer::Absent) => (texts.leave_news_ended_absent(substitute), None),
        (false, Hearer::Head) => (texts.leave_news_ended_head(person, substitute), None),
    };
    let mut about = vec![texts.leave_where(shortened(organisation, NAME_ROOM))];
    if set {
        about.insert(0, days(texts, one.substitution.days));
    }
    let mut paragraphs = vec![title, Html::lines(&about)];
    paragraphs.extend(next);
    let mut keyboard = Keyboard::new();
    if (set && whom == Hearer::Substitute) || (!set && whom == Hearer::Absent) {
        keyboard = keyboard.row([key(texts.button_tasks(), &Button::Tasks { page: 0 })]);
    }
    View { text: Html::paragraphs(&paragraphs), keyboard }
}

fn days(texts: Texts, days: Days) -> Html {
    let short = |day| dates::date_short(texts.language(), day);
    texts.leave_days(short(days.first), short(days.last))
}
