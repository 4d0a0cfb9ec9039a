//! Answers to the person who just did something: sent at once, in the order of their chat, and not kept.
//!
//! When one is lost in a crash the next tap shows the truth. What must not be lost goes through the outbox.

use std::sync::Arc;
use std::time::Duration;

use futures_util::FutureExt;
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep_until};

use crate::client::{Answer, Client, Refused};
use crate::ctx::Ctx;
use crate::intake::Lanes;
use crate::reply::{Outgoing, Reply};
use crate::sender::meaning::{Meaning, meaning};
use crate::sender::pace::Pacer;
use crate::sender::unreachable;

/// So many people can be waiting for their answers; more make the intake wait.
const ROOM: usize = 1024;
/// A call is made so often at most.
const TRIES: u32 = 4;
/// Nobody waits longer than this for an answer that Telegram refuses for now.
const LONGEST_WAIT: u64 = 30;

/// Sends answers. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Live {
    ctx: Ctx,
    client: Client,
    pacer: Arc<Pacer>,
    lanes: Lanes,
    room: Arc<Semaphore>,
}

enum Tried {
    Over,
    /// To be tried again, not before this moment.
    Again(Instant),
    /// The message cannot be changed: say it anew.
    SayAnew,
}

impl Live {
    pub(crate) fn new(ctx: Ctx, client: Client, pacer: Arc<Pacer>) -> Self {
        Self { ctx, client, pacer, lanes: Lanes::default(), room: Arc::new(Semaphore::new(ROOM)) }
    }

    /// Takes the answers of one update over.
    pub(crate) async fn answer(&self, chat_id: i64, replies: Vec<Reply>) {
        if replies.is_empty() {
            return;
        }
        // The room is never closed.
        let Ok(place) = Arc::clone(&self.room).acquire_owned().await else { return };
        let live = self.clone();
        let work = async move {
            let _place = place;
            for reply in replies {
                let anew = match &reply {
                    Reply::Edit { text, keyboard, .. } => {
                        Some(Reply::Send { text: text.clone(), keyboard: keyboard.clone() })
                    }
                    _ => None,
                };
                live.send(chat_id, reply.outgoing(chat_id), anew).await;
            }
        };
        self.lanes.put(chat_id, work.boxed());
    }

    /// Waits until every answer that was taken over is sent or given up.
    pub(crate) async fn finish(&self) {
        let everyone = u32::try_from(ROOM).unwrap_or(u32::MAX);
        let _ = self.room.acquire_many(everyone).await;
    }

    async fn send(
        &self,
        chat_id: i64,
        outgoing: Result<Outgoing, serde_json::Error>,
        mut anew: Option<Reply>,
    ) {
        let Ok(mut outgoing) = outgoing.inspect_err(|error| tracing::error!(%error, "an answer has no JSON"))
        else {
            return;
        };
        let mut not_before = None;
        for trial in 0..TRIES {
            if let Some(moment) = not_before {
                sleep_until(moment).await;
            }
            if matches!(outgoing.method, "sendMessage" | "editMessageText") {
                self.pacer.turn_of_answer(chat_id).await;
            }
            match self.try_once(chat_id, &outgoing, trial).await {
                Tried::Over => return,
                Tried::Again(moment) => not_before = Some(moment),
                Tried::SayAnew => match anew.take().map(|reply| reply.outgoing(chat_id)) {
                    Some(Ok(again)) => outgoing = again,
                    _ => return,
                },
            }
        }
        metrics::counter!("nazorat_answers_total", "outcome" => "given_up").increment(1);
        tracing::warn!(method = outgoing.method, "an answer could not be sent and is given up");
    }

    async fn try_once(&self, chat_id: i64, outgoing: &Outgoing, trial: u32) -> Tried {
        let later = Instant::now() + Duration::from_millis(200 << (2 * trial));
        match self.client.call(outgoing.method, outgoing.body.clone()).await {
            Answer::Done(_) => {
                metrics::counter!("nazorat_answers_total", "outcome" => "sent").increment(1);
                Tried::Over
            }
            Answer::Refused(refused) => self.refused(chat_id, outgoing.method, &refused, later).await,
            // A second new message would be seen; anything else can be said twice without harm.
            Answer::Unknown(_) if outgoing.method == "sendMessage" => {
                metrics::counter!("nazorat_answers_total", "outcome" => "unknown").increment(1);
                Tried::Over
            }
            Answer::Unknown(_) | Answer::NotSent(_) => Tried::Again(later),
        }
    }

    async fn refused(&self, chat_id: i64, method: &'static str, refused: &Refused, later: Instant) -> Tried {
        match meaning(refused) {
            Meaning::Wait(seconds) => {
                let until = self.pacer.refused(chat_id, seconds);
                return if seconds <= LONGEST_WAIT { Tried::Again(until) } else { Tried::Over };
            }
            Meaning::Trouble => return Tried::Again(later),
            Meaning::CannotEdit => return Tried::SayAnew,
            Meaning::SaysSoAlready | Meaning::TooLate => {}
            Meaning::Unreachable(why) => unreachable(&self.ctx, chat_id, why).await,
            Meaning::Moved(_) | Meaning::WrongToken | Meaning::Rejected => {
                tracing::error!(
                    method,
                    code = refused.code,
                    said = refused.description,
                    "Telegram refused an answer"
                );
            }
        }
        metrics::counter!("nazorat_answers_total", "outcome" => "refused").increment(1);
        Tried::Over
    }
}

#[cfg(test)]
mod tests {
    use locales::Html;

    use super::*;
    use crate::reply::{Key, Keyboard};
    use crate::testing::{City, PATIENCE};

    fn edit(message_id: i64, text: &str) -> Reply {
        Reply::Edit { message_id, text: Html::escape(text), keyboard: None }
    }

    fn methods(city: &City) -> Vec<String> {
        city.telegram.calls().into_iter().map(|call| call.method).collect()
    }

    #[tokio::test]
    async fn a_press_is_answered_first_and_the_message_becomes_the_truth() {
        let city = City::new().await;
        city.meet(1);
        let live = &city.bot.inner.live;
        let keyboard =
            Keyboard::new().row([Key::press("Ha", "yes"), Key::open("Panel", "http://localhost:8080")]);
        live.answer(1, vec![Reply::Send { text: Html::escape("1 < 2?"), keyboard: Some(keyboard) }]).await;
        live.finish().await;
        let asked = city.telegram.chat(1).pop().unwrap();
        assert_eq!(asked.text, "1 < 2?");
        assert_eq!(
            asked.labels(),
            ["Ha"],
            "Telegram would refuse the whole message for an address like that"
        );

        let press = city.telegram.press(1, asked.id, "Ha").unwrap();
        let toast =
            Reply::Toast { callback_id: press.0.clone(), text: Some("Saqlandi".into()), alert: false };
        live.answer(1, vec![toast, edit(asked.id, "Ha.")]).await;
        live.finish().await;
        assert_eq!(methods(&city), ["sendMessage", "answerCallbackQuery", "editMessageText"]);
        let answer = city.telegram.callback_answer(&press, PATIENCE).await.unwrap();
        assert_eq!(answer.text.as_deref(), Some("Saqlandi"));
        assert_eq!(city.said_to(1), ["Ha."]);
    }

    #[tokio::test]
    async fn a_press_without_words_is_still_answered_and_what_cannot_be_edited_is_said_anew() {
        let city = City::new().await;
        city.meet(1);
        let live = &city.bot.inner.live;
        let silence = Reply::Toast { callback_id: "old".into(), text: None, alert: false };
        live.answer(1, vec![silence, edit(999, "Yangi holat")]).await;
        live.finish().await;
        assert_eq!(methods(&city), ["answerCallbackQuery", "editMessageText", "sendMessage"]);
        assert_eq!(city.said_to(1), ["Yangi holat"]);
    }

    #[tokio::test]
    async fn an_answer_waits_out_a_refusal_and_a_short_trouble() {
        use playground::{Fault, FaultKind};
        let city = City::new().await;
        city.meet(1);
        for kind in [FaultKind::InternalError, FaultKind::TooManyRequests { retry_after: 1 }] {
            city.telegram.inject(Fault { method: Some("sendMessage".into()), chat: Some(1), kind, times: 1 });
        }
        let live = &city.bot.inner.live;
        let say = |text| vec![Reply::Send { text: Html::escape(text), keyboard: None }];
        live.answer(1, say("bir")).await;
        live.answer(1, say("ikki")).await;
        live.finish().await;
        assert_eq!(city.said_to(1), ["bir", "ikki"]);
    }
}
