//! Leave and substitutes.

use std::ops::RangeInclusive;

use chrono::NaiveDate;
use domain::buttons::{Button, LeaveStep};
use domain::ids::{OrganisationId, PersonId};
use domain::substitution::{Days, When};
use locales::{Html, Texts, dates};
use store::people::Recipient;
use store::substitutions;

use super::calendar::{Choice, calendar};
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

/// What somebody who goes on leave chooses first.
pub(crate) enum LeaveChoice {
    /// Nothing: they are on leave.
    Nothing,
    /// From which organisation they go.
    Organisation(Vec<(OrganisationId, String)>),
    /// Who stands in there.
    Colleague(OrganisationId, Vec<(PersonId, String)>),
}

/// So many leaves, or organisations, are shown.
const SHOWN: usize = 4;

/// One's own leaves and those of colleagues in whose place one answers, and the first choice of a new one.
pub(crate) fn leave<'a>(
    texts: Texts,
    person: PersonId,
    lasting: &[substitutions::View],
    name_of: impl Fn(OrganisationId) -> &'a str,
    choice: &LeaveChoice,
    today: NaiveDate,
) -> View {
    let mut paragraphs = vec![texts.leave_title()];
    let mut keyboard = Keyboard::new();
    for one in lasting.iter().take(SHOWN) {
        let own = one.substitution.person == person;
        let title = if own {
            texts.leave_own(shortened(&one.substitute, NAME_ROOM))
        } else {
            texts.leave_other(shortened(&one.person, NAME_ROOM))
        };
        let place = texts.leave_where(shortened(name_of(one.substitution.organisation), NAME_ROOM));
        paragraphs.push(Html::lines(&[title, days(texts, one.substitution.days), place]));
        if own {
            let label = match one.when(today) {
                When::Now => texts.button_back_to_work(),
                When::Ahead | When::Over => texts.button_call_off_leave(),
            };
            keyboard = keyboard.row([key(label, &Button::Leave(LeaveStep::End { substitution: one.id }))]);
        }
    }
    match choice {
        LeaveChoice::Nothing => {}
        LeaveChoice::Organisation(organisations) => {
            paragraphs.push(texts.leave_choose_organisation());
            for (organisation, name) in organisations.iter().take(SHOWN) {
                let at = Button::Leave(LeaveStep::At { organisation: *organisation });
                keyboard = keyboard.row([key(name, &at)]);
            }
        }
        LeaveChoice::Colleague(_, colleagues) if colleagues.is_empty() => {
            paragraphs.push(texts.leave_no_colleague());
        }
        LeaveChoice::Colleague(organisation, colleagues) => {
            paragraphs.push(texts.leave_choose());
            for (substitute, name) in colleagues {
                let (organisation, substitute) = (*organisation, *substitute);
                let with = LeaveStep::With { organisation, substitute, month: today };
                keyboard = keyboard.row([key(name, &Button::Leave(with))]);
            }
        }
    }
    View { text: Html::paragraphs(&paragraphs), keyboard }
}

/// Which day of a leave is being chosen.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum LeaveDay {
    /// The last one of a leave that begins today.
    LastFromToday,
    /// The first one of a leave that begins later.
    First,
    /// The last one of a leave that begins on this day.
    Last {
        /// The first day.
        first: NaiveDate,
    },
}

/// One of these days is chosen; `month` is shown.
pub(crate) fn leave_day(
    texts: Texts,
    organisation: OrganisationId,
    substitute: &Recipient,
    (chosen, month): (LeaveDay, NaiveDate),
    days: RangeInclusive<NaiveDate>,
) -> View {
    let (name, today) = (shortened(&substitute.name, NAME_ROOM), *days.start());
    let substitute = substitute.person;
    let text = match chosen {
        LeaveDay::LastFromToday => texts.leave_ask_last_day(name),
        LeaveDay::First => texts.leave_ask_first_day(name),
        LeaveDay::Last { first } => {
            texts.leave_ask_last_day_from(dates::date_with_weekday(texts.language(), first), name)
        }
    };
    let choice = Choice { days, may: &|_| true };
    let keyboard = calendar(
        texts,
        month,
        &choice,
        |day| {
            Button::Leave(match chosen {
                LeaveDay::LastFromToday => LeaveStep::Until { organisation, substitute, day },
                LeaveDay::First => LeaveStep::Begins { organisation, substitute, first: day, month: day },
                LeaveDay::Last { first } => LeaveStep::Between { organisation, substitute, first, last: day },
            })
        },
        |month| {
            Button::Leave(match chosen {
                LeaveDay::LastFromToday => LeaveStep::With { organisation, substitute, month },
                LeaveDay::First => LeaveStep::From { organisation, substitute, month },
                LeaveDay::Last { first } => LeaveStep::Begins { organisation, substitute, first, month },
            })
        },
    );
    let later = Button::Leave(LeaveStep::From { organisation, substitute, month: today });
    let later = (chosen == LeaveDay::LastFromToday).then(|| key(texts.button_leave_later(), &later));
    let back = key(
        texts.button_back(),
        &Button::Leave(match chosen {
            LeaveDay::LastFromToday => LeaveStep::Show,
            LeaveDay::First => LeaveStep::With { organisation, substitute, month: today },
            LeaveDay::Last { first } => LeaveStep::From { organisation, substitute, month: first },
        }),
    );
    View { text, keyboard: keyboard.row(later).row([back]) }
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
