//! What people do in their chats: they look for a button, press it, and ask for their list when they do not find it.

use std::time::Duration;

use domain::answers::AnswerKind;
use domain::buttons::{Button, ReadyReason};
use domain::ids::ObligationId;
use playground::{ButtonAction, ChatMessage, Playground};

/// So long a person waits for the answer to a press, and then looks again.
const PATIENCE: Duration = Duration::from_secs(5);
/// So often a person tries.
const TRIES: usize = 6;
/// Nobody turns more pages.
const PAGES: usize = 12;

/// An officer reports that an obligation is done. `false`: the bot did not let them.
pub(crate) async fn report(telegram: &Playground, officer: i64, obligation: i64) -> bool {
    let wanted = ObligationId(obligation);
    let is_done = |button: &Button| matches!(button, Button::Answer { obligation, kind: AnswerKind::Done, .. } if *obligation == wanted);
    let opens = |button: &Button| matches!(button, Button::Task { obligation } if *obligation == wanted);
    let turns = |button: &Button, page: u32| *button == Button::Tasks { page };
    let walk = Walk { telegram, chat: officer, list: "/tasks" };
    walk.to(&is_done, &opens, &turns).await
}

/// A controller decides about a report. `false`: the bot did not let them.
pub(crate) async fn decide(telegram: &Playground, controller: i64, obligation: i64, accept: bool) -> bool {
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
    let walk = Walk { telegram, chat: controller, list: "/review" };
    if accept { walk.to(&accepts, &opens, &turns).await } else { walk.to(&returns, &opens, &turns).await }
}

/// Somebody who looks for a button.
struct Walk<'a> {
    telegram: &'a Playground,
    chat: i64,
    /// What they write to see their list.
    list: &'static str,
}

impl Walk<'_> {
    /// Presses the last button of the way, going over those that open it, and turning the pages of the list.
    async fn to(
        &self,
        last: &(dyn Fn(&Button) -> bool + Sync),
        opens: &(dyn Fn(&Button) -> bool + Sync),
        turns: &(dyn Fn(&Button, u32) -> bool + Sync),
    ) -> bool {
        for trial in 0..TRIES {
            if let Some((message, data)) = self.find(last) {
                // An unanswered press may have come through: what was done shows in what is said later.
                return self.press(message, &data).await;
            }
            if trial % 2 == 0 && self.find(opens).is_none() {
                self.look_through(opens, turns).await;
            }
            if let Some((message, data)) = self.find(opens) {
                self.press(message, &data).await;
                let seen = |chat: &[ChatMessage]| find(chat, last).is_some();
                let _ = self.telegram.wait_for(self.chat, seen, PATIENCE).await;
            }
        }
        false
    }

    /// Asks for the list and turns its pages until the button is there.
    async fn look_through(
        &self,
        opens: &(dyn Fn(&Button) -> bool + Sync),
        turns: &(dyn Fn(&Button, u32) -> bool + Sync),
    ) {
        let asked = self.telegram.send_text(self.chat, self.list);
        let came = |chat: &[ChatMessage]| chat.iter().any(|one| one.from_bot && one.id > asked);
        let _ = self.telegram.wait_for(self.chat, came, PATIENCE).await;
        for page in (1..).take(PAGES) {
            if self.find(opens).is_some() {
                return;
            }
            let Some((message, data)) = self.find(&|button| turns(button, page)) else { return };
            self.press(message, &data).await;
            let turned = |chat: &[ChatMessage]| find(chat, &|button| turns(button, page)).is_none();
            let _ = self.telegram.wait_for(self.chat, turned, PATIENCE).await;
        }
    }

    fn find(&self, wanted: &(dyn Fn(&Button) -> bool + Sync)) -> Option<(i64, String)> {
        find(&self.telegram.chat(self.chat), wanted)
    }

    async fn press(&self, message: i64, data: &str) -> bool {
        let Ok(press) = self.telegram.press(self.chat, message, data) else { return false };
        self.telegram.callback_answer(&press, PATIENCE).await;
        true
    }
}

/// The newest such button: the message that it stands under, and what it carries.
fn find(chat: &[ChatMessage], wanted: &(dyn Fn(&Button) -> bool + Sync)) -> Option<(i64, String)> {
    chat.iter().rev().filter(|message| message.from_bot && !message.deleted).find_map(|message| {
        let data = message.keyboard.iter().flatten().filter_map(|button| match &button.action {
            ButtonAction::CallbackData(data) => Some(data),
            _ => None,
        });
        let mut wanted = data.filter(|data| Button::read(data).is_some_and(|button| wanted(&button)));
        wanted.next().map(|data| (message.id, data.clone()))
    })
}
