//! What is kept of somebody, and the way to be forgotten. Every number of days here is one by which the jobs work.

use domain::buttons::{Button, ForgetAct, ForgetStep, OpinionAct, OpinionStep};
use domain::ids::RatingId;
use domain::people::Who;
use domain::retention::{COMMENTS, MESSAGES, VOTERS, WISHES};
use locales::{Html, Texts};
use store::forgetting::Forgotten;

use super::{View, key};
use crate::reply::{Key, Keyboard};

/// What is kept of this person; `page` tells all of it.
pub(crate) fn privacy(texts: Texts, who: Option<&Who>, page: &str) -> View {
    let (text, act) = match who {
        Some(_) => (texts.privacy_known(MESSAGES.num_days()), ForgetAct::AskToWithdraw),
        None => (of_citizen(texts), ForgetAct::Ask),
    };
    let label = if who.is_some() { texts.button_withdraw_ask() } else { texts.button_forget_ask() };
    let keyboard = Keyboard::new()
        .row([key(label, &step(texts, act))])
        .row([Key::open(texts.button_privacy_page(), page), key(texts.button_help(), &Button::Help)]);
    View { text, keyboard }
}

/// What is kept of a citizen, with the way back to the mark.
pub(crate) fn privacy_of_mark(texts: Texts, rating: RatingId, page: &str) -> View {
    let back = OpinionStep { rating, language: texts.language(), act: OpinionAct::Show };
    let keyboard = Keyboard::new()
        .row([key(texts.button_back_to_mark(), &Button::Opinion(back))])
        .row([key(texts.button_forget_ask(), &step(texts, ForgetAct::Ask))])
        .row([Key::open(texts.button_privacy_page(), page)]);
    View { text: of_citizen(texts), keyboard }
}

fn of_citizen(texts: Texts) -> Html {
    texts.privacy_citizen(COMMENTS.num_days(), VOTERS.num_days(), WISHES.num_days())
}

fn step(texts: Texts, act: ForgetAct) -> Button {
    Button::Forget(ForgetStep { act, language: texts.language() })
}

/// One tap away from being forgotten: exactly what goes, and what stays.
pub(crate) fn ask_to_forget(texts: Texts, who: Option<&Who>) -> View {
    let text = if who.is_some() { texts.forget_ask_known() } else { texts.forget_ask() };
    let keyboard = Keyboard::new()
        .row([key(texts.button_forget(), &step(texts, ForgetAct::Forget))])
        .row([key(texts.button_forget_not(), &step(texts, ForgetAct::Keep))]);
    View { text, keyboard }
}

/// What was done, in numbers that stand nowhere else.
pub(crate) fn forgotten(texts: Texts, who: Option<&Who>, done: Forgotten) -> View {
    let mut lines = Vec::new();
    lines.extend((done.marks > 0).then(|| texts.forget_done_marks(done.marks)));
    lines.extend((done.comments > 0).then(|| texts.forget_done_comments(done.comments)));
    lines.extend((done.wishes > 0).then(|| texts.forget_done_wishes(done.wishes)));
    if lines.is_empty() {
        lines.push(texts.forget_done_nothing());
    }
    // The language of somebody whom the city knows stands beside their name, and stays.
    lines.extend(who.is_none().then(|| texts.forget_done_language()));
    View::plain(Html::paragraphs(&[texts.forget_done(), Html::lines(&lines), texts.forget_done_after()]))
}

/// For somebody whom the city knows: what is official and stays, and what can go.
pub(crate) fn forgetting_of_known(texts: Texts) -> View {
    let keyboard = Keyboard::new()
        .row([key(texts.button_withdraw_ask(), &step(texts, ForgetAct::AskToWithdraw))])
        .row([key(texts.button_forget_marks(), &step(texts, ForgetAct::Ask))])
        .row([key(texts.button_forget_not(), &step(texts, ForgetAct::Keep))]);
    View { text: texts.forget_known(), keyboard }
}

/// One tap away from the end of the consent.
pub(crate) fn ask_to_withdraw(texts: Texts) -> View {
    let keyboard = Keyboard::new()
        .row([key(texts.button_withdraw_consent(), &step(texts, ForgetAct::Withdraw))])
        .row([key(texts.button_forget_not(), &step(texts, ForgetAct::Keep))]);
    View { text: texts.withdraw_ask(), keyboard }
}

/// The account is unlinked.
pub(crate) fn withdrawn(texts: Texts) -> View {
    View::plain(texts.withdraw_done())
}
