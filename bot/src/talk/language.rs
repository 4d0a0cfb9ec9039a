//! The language of a person: `/language`, and the row of languages under the first message.

use domain::buttons::Button;
use domain::language::Language;
use locales::Texts;
use store::{NotDone, people};

use super::state::{self, Commented, Searching, State, VisitWanted};
use super::turn::{Answer, Press, Turn};
use super::{start, views};

/// `/language`.
pub(super) async fn choose(turn: Turn) -> Answer {
    Ok(vec![views::language_choice(turn.texts).send()])
}

/// A language was chosen: it is kept, and the message is shown in it.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    let Button::Speak(language) = press.button else { return Ok(Vec::new()) };
    let texts = Texts::new(language);
    match turn.who.as_ref().map(|who| who.person) {
        Some(person) => {
            turn.keep_beside(move |conn| {
                Box::pin(async move { Ok(people::set_language(conn, person, language).await?) })
            })
            .await?;
        }
        None => remember(&turn, language).await?,
    }
    let mut replies = vec![press.toast(texts.toast_language()), press.show(start::greeting(&turn, texts))];
    if let Some(who) = turn.who.as_deref() {
        replies.extend(turn.menus(texts, Some(who)));
    }
    Ok(replies)
}

/// Remembers for a day in which language somebody without a place in the database wants to be spoken to.
pub(super) async fn remember(turn: &Turn, language: Language) -> Result<(), NotDone> {
    let state = match turn.state {
        _ if turn.who.is_some() => return Ok(()),
        Some(State::Commented(comment)) => State::Commented(Commented { language, ..comment }),
        Some(State::VisitCode(wanted)) => State::VisitCode(VisitWanted { language, ..wanted }),
        Some(State::Searching(searching)) => State::Searching(Searching { language, ..searching }),
        None | Some(State::Speaks(_)) => State::Speaks(language),
        // A comment that is waited for is more important than the language of what comes after it.
        Some(_) => return Ok(()),
    };
    let (key, now) = (turn.key(), turn.now);
    turn.keep_beside(move |conn| Box::pin(async move { Ok(state::keep(conn, &key, &state, now).await?) }))
        .await?;
    Ok(())
}
