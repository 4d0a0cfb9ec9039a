//! What people are told when due days changed without a decision about one of them: one message for all.

use domain::buttons::Button;
use locales::{Html, Texts, dates};
use store::obligations::{BatchKind, DueMove};

use super::{NAME_ROOM, View, key, shortened};
use crate::reply::Keyboard;

/// So many changes are named.
const SHOWN: usize = 8;

/// How much of a measure's text a line shows, in characters.
const TEXT_ROOM: usize = 80;

/// The changes that concern one person, for whom there is at least one.
pub(crate) fn days_moved(texts: Texts, kind: BatchKind, names: &str, moves: &[&DueMove]) -> View {
    let title = match kind {
        BatchKind::Calendar => texts.days_moved_calendar(shortened(names, NAME_ROOM)),
        BatchKind::Rule => texts.days_moved_rule(),
        BatchKind::Plan => texts.days_plan_ended(),
    };
    let day = |day| dates::date_short(texts.language(), day);
    let mut lines: Vec<_> = (1_usize..)
        .zip(moves.iter().take(SHOWN))
        .map(|(number, one)| {
            let text = shortened(one.text.in_language(texts.language()), TEXT_ROOM);
            match one.after {
                Some(after) if after == one.before => texts.days_asked_again(day(after), number, text),
                Some(after) => texts.days_moved_line(day(after), day(one.before), number, text),
                None => texts.days_moved_dropped(day(one.before), number, text),
            }
        })
        .collect();
    if moves.len() > SHOWN {
        lines.push(texts.days_moved_more(moves.len() - SHOWN));
    }
    let mut paragraphs = vec![title, Html::lines(&lines)];
    if moves.iter().any(|one| one.after.is_some()) {
        paragraphs.push(texts.days_moved_next());
    }
    let keyboard = Keyboard::new().row([key(texts.button_tasks(), &Button::Tasks { page: 0 })]);
    View { text: Html::paragraphs(&paragraphs), keyboard }
}
