//! The handler tree: which handler answers what, by the command, the button, or what the bot waits for.

use std::ops::ControlFlow;
use std::sync::LazyLock;

use domain::buttons::Button;
use teloxide::dptree;

use super::commands::Command;
use super::state::State;
use super::turn::{Answer, Press, Turn};
use super::{
    cases, comment, edited, evidence, extension, fallback, find, follow, granting, hand_over, language,
    leaders, leave, opinion, privacy, rating, recheck, reminding, review, start, status, tasks, together,
    visit,
};
use crate::incoming::What;

type Tree = dptree::Handler<'static, Answer>;

static TREE: LazyLock<Tree> = LazyLock::new(tree);

/// Lets the tree find who answers.
pub(super) async fn answer(turn: Turn, what: What) -> Answer {
    match TREE.dispatch(dptree::deps![turn, what]).await {
        ControlFlow::Break(answer) => answer,
        ControlFlow::Continue(_) => Ok(Vec::new()),
    }
}

fn tree() -> Tree {
    dptree::entry()
        .branch(dptree::filter_map(command).chain(commands()))
        .branch(dptree::filter_map(|what: What| Press::read(&what)).chain(buttons()))
        .branch(dptree::filter(|what: What| matches!(what, What::Edited { .. })).endpoint(edited::edited))
        .branch(dptree::filter_map(|turn: Turn| evidence::awaited(&turn)).chain(proofs()))
        .branch(dptree::filter_map(|turn: Turn| turn.state).chain(awaited()))
        .endpoint(fallback::unexpected)
}

fn commands() -> Tree {
    dptree::entry()
        .branch(dptree::case![Command::Start].endpoint(start::start))
        .branch(dptree::case![Command::Rate].endpoint(find::begin))
        .branch(dptree::case![Command::Tasks].endpoint(tasks::list))
        .branch(dptree::case![Command::Status].endpoint(status::status))
        .branch(dptree::case![Command::Overdue].endpoint(status::overdue))
        .branch(dptree::case![Command::Review].endpoint(review::list))
        .branch(dptree::case![Command::Brief].endpoint(leaders::brief))
        .branch(dptree::case![Command::Leave].endpoint(leave::show))
        .branch(dptree::case![Command::Language].endpoint(language::choose))
        .branch(dptree::case![Command::Help].endpoint(fallback::help))
        .branch(dptree::case![Command::Privacy].endpoint(privacy::show))
        .branch(dptree::case![Command::Forget].endpoint(privacy::forget))
        .branch(dptree::case![Command::Cancel].endpoint(fallback::cancel))
}

fn buttons() -> Tree {
    dptree::map(|press: Press| Topic::of(&press.button))
        .branch(dptree::case![Topic::Tasks].endpoint(tasks::pressed))
        .branch(dptree::case![Topic::Reminding].endpoint(reminding::pressed))
        .branch(dptree::case![Topic::Follow].endpoint(follow::pressed))
        .branch(dptree::case![Topic::Review].endpoint(review::pressed))
        .branch(dptree::case![Topic::MoreTime].endpoint(granting::pressed))
        .branch(dptree::case![Topic::Together].endpoint(together::pressed))
        .branch(dptree::case![Topic::SecondLook].endpoint(recheck::pressed))
        .branch(dptree::case![Topic::Rating].endpoint(rating::pressed))
        .branch(dptree::case![Topic::Visit].endpoint(visit::pressed))
        .branch(dptree::case![Topic::Find].endpoint(find::pressed))
        .branch(dptree::case![Topic::Opinion].endpoint(opinion::pressed))
        .branch(dptree::case![Topic::Start].endpoint(start::pressed))
        .branch(dptree::case![Topic::Status].endpoint(status::pressed))
        .branch(dptree::case![Topic::Leaders].endpoint(leaders::pressed))
        .branch(dptree::case![Topic::Language].endpoint(language::pressed))
        .branch(dptree::case![Topic::Help].endpoint(fallback::pressed))
        .branch(dptree::case![Topic::Privacy].endpoint(privacy::pressed))
        .branch(dptree::case![Topic::Leave].endpoint(leave::pressed))
        .branch(dptree::case![Topic::HandOver].endpoint(hand_over::pressed))
        .branch(dptree::case![Topic::Cases].endpoint(cases::pressed))
        .branch(dptree::case![Topic::Nothing].endpoint(fallback::nothing))
        .branch(dptree::case![Topic::Trial].endpoint(fallback::trial))
}

/// Words, files and whatever else comes while evidence is waited for.
fn proofs() -> Tree {
    dptree::filter(|what: What| {
        matches!(what, What::Text { .. } | What::File { .. } | What::Unsupported { .. })
    })
    .endpoint(evidence::brought)
}

/// Words are for whatever the bot waits for.
fn awaited() -> Tree {
    dptree::filter_map(|what: What| match what {
        What::Text { text, .. } => Some(text),
        _ => None,
    })
    .branch(dptree::case![State::Reason(asked)].endpoint(review::reason))
    .branch(dptree::case![State::MoreTime(asked)].endpoint(extension::reason))
    .branch(dptree::case![State::NoMoreTime(refused)].endpoint(granting::reason))
    .branch(dptree::case![State::NotStanding(asked)].endpoint(recheck::reason))
    .branch(dptree::case![State::Comment(comment)].endpoint(comment::commented))
    .branch(dptree::case![State::VisitCode(wanted)].endpoint(visit::typed))
    .branch(dptree::case![State::CaseAnswer(asked)].endpoint(cases::answered))
    .branch(dptree::case![State::Searching(searching)].endpoint(find::typed))
}

/// Which module answers a button.
#[derive(Clone, Copy)]
enum Topic {
    Tasks,
    Reminding,
    Follow,
    Review,
    MoreTime,
    Together,
    SecondLook,
    Rating,
    Visit,
    Find,
    Opinion,
    Start,
    Status,
    Leaders,
    Language,
    Help,
    Privacy,
    Leave,
    HandOver,
    Cases,
    Nothing,
    Trial,
}

impl Topic {
    fn of(button: &Button) -> Self {
        match button {
            Button::Tasks { .. } | Button::Task { .. } | Button::Answer { .. } | Button::Finish { .. } => {
                Self::Tasks
            }
            Button::Digest { .. } | Button::Snooze { .. } | Button::SnoozeAll { .. } => Self::Reminding,
            Button::Follow(_) => Self::Follow,
            Button::Reviews { .. }
            | Button::Review { .. }
            | Button::Accept { .. }
            | Button::SendBack { .. }
            | Button::SendBackFor { .. } => Self::Review,
            Button::MoreTime(_) => Self::MoreTime,
            Button::Together(_) => Self::Together,
            Button::SecondLook(_) => Self::SecondLook,
            Button::Rate { .. }
            | Button::RateIn { .. }
            | Button::Comment { .. }
            | Button::NoComment { .. }
            | Button::ChangeMark { .. } => Self::Rating,
            Button::Visit(_) => Self::Visit,
            Button::Find(_) => Self::Find,
            Button::Opinion(_) => Self::Opinion,
            Button::ReadInvitation { .. } | Button::Join { .. } | Button::SignIn { .. } => Self::Start,
            Button::Overdue { .. } | Button::Status => Self::Status,
            Button::Lead(_) => Self::Leaders,
            Button::Speak(_) => Self::Language,
            Button::Help => Self::Help,
            Button::Privacy | Button::Forget(_) => Self::Privacy,
            Button::Leave(_) => Self::Leave,
            Button::HandOver(_) => Self::HandOver,
            Button::Case(_) => Self::Cases,
            Button::Blank => Self::Nothing,
            Button::Trial => Self::Trial,
        }
    }
}

fn command(what: What) -> Option<Command> {
    match what {
        What::Command { name, .. } => Command::read(&name),
        _ => None,
    }
}
