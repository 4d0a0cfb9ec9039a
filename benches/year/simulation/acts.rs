//! What people do in their chats: they look for a button, press it, read what the bot says to it, and ask for their list when
//! they do not find the button.

use std::time::Duration;

use domain::answers::AnswerKind;
use domain::buttons::{Button, ReadyReason};
use domain::ids::ObligationId;
use domain::language::Language;
use locales::Texts;
use playground::{ButtonAction, ChatMessage, Playground};

/// So long a person waits for the answer to a press, and then looks again.
const PATIENCE: Duration = Duration::from_secs(5);
/// So often a person tries.
const TRIES: usize = 8;
/// Nobody turns more pages.
const PAGES: usize = 12;

/// An officer reports that an obligation is done. `false`: the bot did not let them.
pub(crate) async fn report(
    telegram: &Playground,
    (officer, language): (i64, Language),
    obligation: i64,
) -> bool {
    let wanted = ObligationId(obligation);
    let is_done = |button: &Button| matches!(button, Button::Answer { obligation, kind: AnswerKind::Done, .. } if *obligation == wanted);
    let opens = |button: &Button| matches!(button, Button::Task { obligation } if *obligation == wanted);
    let turns = |button: &Button, page: u32| *button == Button::Tasks { page };
    let said = Texts::new(language).toast_answer_kept();
    let walk = Walk { telegram, chat: officer, list: "/tasks", opens: &opens, turns: &turns };
    walk.to(&is_done, &said).await
}

/// A controller decides about a report. `false`: the bot did not let them.
pub(crate) async fn decide(
    telegram: &Playground,
    (controller, language): (i64, Language),
    obligation: i64,
    accept: bool,
) -> bool {
    let wanted = ObligationId(obligation);
    let accepts =
        |button: &Button| matches!(button, Button::Accept { obligation, .. } if *obligation == wanted);
    let returns = |button: &Button| match button {
        Button::SendBackFor { obligation, reason: ReadyReason::Incomplete, .. } => *obligation == wanted,
        _ => false,
    };
    let opens = |button: &Button| match button {
        Button::SendBack { obligation, .. } if !accept => *obligation == wanted,
        Button::Review { obligation } => *obligation == wanted,
        _ => false,
    };
    let turns = |button: &Button, page: u32| *button == Button::Reviews { page };
    let texts = Texts::new(language);
    let walk = Walk { telegram, chat: controller, list: "/review", opens: &opens, turns: &turns };
    if accept {
        walk.to(&accepts, &texts.toast_accepted()).await
    } else {
        walk.to(&returns, &texts.toast_returned()).await
    }
}

type Wanted<'a> = &'a (dyn Fn(&Button) -> bool + Sync);

/// Somebody who looks for a button.
struct Walk<'a> {
    telegram: &'a Playground,
    chat: i64,
    /// What they write to see their list.
    list: &'static str,
    /// The buttons on the way to the last one.
    opens: Wanted<'a>,
    /// The button that turns the list to this page.
    turns: &'a (dyn Fn(&Button, u32) -> bool + Sync),
}

impl Walk<'_> {
    /// Presses the last button of the way until the bot says these words to it, going over those that open it.
    async fn to(&self, last: Wanted<'_>, success: &str) -> bool {
        let mut unanswered = false;
        for trial in 0..TRIES {
            if let Some(button) = self.find(last) {
                match self.press(&button).await.as_deref() {
                    Some(said) if said == success => return true,
                    // The press before had come through, though nobody said so.
                    Some(_) if unanswered => return true,
                    // The button was of another day: the message becomes what holds now.
                    Some(_) => self.wait_until(|walk| walk.find(last).as_ref() != Some(&button)).await,
                    None => unanswered = true,
                }
                continue;
            }
            if trial % 2 == 0 && self.find(self.opens).is_none() {
                self.look_through().await;
            }
            if let Some(button) = self.find(self.opens) {
                self.press(&button).await;
                self.wait_until(|walk| walk.find(last).is_some()).await;
            }
        }
        false
    }

    /// Asks for the list and turns its pages until the button is there.
    async fn look_through(&self) {
        let asked = self.telegram.send_text(self.chat, self.list);
        let came = |chat: &[ChatMessage]| chat.iter().any(|one| one.from_bot && one.id > asked);
        let _ = self.telegram.wait_for(self.chat, came, PATIENCE).await;
        for page in (1..).take(PAGES) {
            if self.find(self.opens).is_some() {
                return;
            }
            let Some(button) = self.find(&|button| (self.turns)(button, page)) else { return };
            self.press(&button).await;
            self.wait_until(|walk| walk.find(&|button| (walk.turns)(button, page)).is_none()).await;
        }
    }

    async fn wait_until(&self, holds: impl Fn(&Self) -> bool) {
        let _ = self.telegram.wait_for(self.chat, |_| holds(self), PATIENCE).await;
    }

    /// The newest such button: the message that it stands under, and what it carries.
    fn find(&self, wanted: Wanted<'_>) -> Option<(i64, String)> {
        let chat = self.telegram.chat(self.chat);
        chat.iter().rev().filter(|message| message.from_bot && !message.deleted).find_map(|message| {
            let data = message.keyboard.iter().flatten().filter_map(|button| match &button.action {
                ButtonAction::CallbackData(data) => Some(data),
                _ => None,
            });
            let mut wanted = data.filter(|data| Button::read(data).is_some_and(|button| wanted(&button)));
            wanted.next().map(|data| (message.id, data.clone()))
        })
    }

    /// What the bot says to the press; `None` when nothing came of it.
    async fn press(&self, (message, data): &(i64, String)) -> Option<String> {
        let press = self.telegram.press(self.chat, *message, data).ok()?;
        let answer = self.telegram.callback_answer(&press, PATIENCE).await?;
        Some(answer.text.unwrap_or_default())
    }
}
