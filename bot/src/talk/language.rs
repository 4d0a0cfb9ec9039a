//! The language of a person: `/language`, and the row of languages under the first message.

use domain::buttons::Button;
use locales::Texts;
use store::people;

use super::state::{self, State};
use super::turn::{Answer, Press, Turn};
use super::{commands, start, views};
use crate::reply::Reply;

/// `/language`.
pub(super) async fn choose(turn: Turn) -> Answer {
    Ok(vec![views::language_choice(turn.texts).send()])
}

/// A language was chosen: it is kept, and the message is shown in it.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    let Button::Speak(language) = press.button else { return Ok(Vec::new()) };
    let texts = Texts::new(language);
    let (key, now, waits) = (turn.key(), turn.now, turn.waits());
    let person = turn.who.as_ref().map(|who| who.person);
    turn.keep_beside(move |conn| {
        Box::pin(async move {
            match person {
                Some(person) => people::set_language(conn, person, language).await?,
                // A comment that is waited for is more important than the language of what comes after it.
                None if waits => {}
                None => state::keep(conn, &key, &State::Speaks(language), now).await?,
            }
            Ok(())
        })
    })
    .await?;
    let mut replies = vec![press.toast(texts.toast_language()), press.show(start::greeting(&turn, texts))];
    replies.extend(turn.who.as_deref().map(|who| Reply::Menu(commands::menu(texts, Some(who)))));
    Ok(replies)
}
