//! Answers to the person who just did something: sent at once, in the order of their chat, and not kept.
//!
//! When one is lost in a crash the next tap shows the truth. What must not be lost goes through the outbox.

use std::collections::{HashMap, VecDeque};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;

use futures_util::FutureExt;
use locales::Html;
use serde::Deserialize;
use tokio::sync::Semaphore;
use tokio::time::{Instant, sleep_until};

use crate::client::{Answer, Client, Refused};
use crate::ctx::Ctx;
use crate::intake::Lanes;
use crate::reply::{Keyboard, Outgoing, Reply};
use crate::sender::meaning::{Meaning, meaning};
use crate::sender::pace::Pacer;
use crate::sender::split::{self, Call};
use crate::sender::unreachable;

/// So many people can be waiting for their answers; more make the intake wait.
const ROOM: usize = 1024;
/// A call is made so often at most.
const TRIES: u32 = 4;
/// Nobody waits longer than this for an answer that Telegram refuses for now.
const LONGEST_WAIT: u64 = 30;
/// The last gathered message of so many chats is remembered; forgetting one costs one more message.
const GATHERED: usize = 4096;

/// Sends answers. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Live {
    ctx: Ctx,
    client: Client,
    pacer: Arc<Pacer>,
    lanes: Lanes,
    room: Arc<Semaphore>,
    /// By chat: the key and the number of the message that was gathered last.
    gathered: Arc<Mutex<HashMap<i64, (String, i64)>>>,
}

#[derive(Deserialize)]
struct SaidMessage {
    message_id: i64,
}

enum Tried {
    /// It is done, as this message when it is one, or given up.
    Over(Option<i64>),
    /// To be tried again, not before this moment.
    Again(Instant),
    /// The message cannot be changed: say it anew.
    SayAnew,
    /// It is not taken as it is: these in its place, one after the other.
    Instead(Vec<Call>),
}

impl Live {
    pub(crate) fn new(ctx: Ctx, client: Client, pacer: Arc<Pacer>) -> Self {
        let room = Arc::new(Semaphore::new(ROOM));
        Self { ctx, client, pacer, lanes: Lanes::default(), room, gathered: Arc::default() }
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
                live.say(chat_id, reply).await;
            }
        };
        self.lanes.put(chat_id, work.boxed());
    }

    async fn say(&self, chat_id: i64, reply: Reply) {
        match reply {
            Reply::Gather { key, text, keyboard } => self.gather(chat_id, key, text, keyboard).await,
            Reply::Edit { ref text, ref keyboard, .. } => {
                let anew = Reply::Send { text: text.clone(), keyboard: keyboard.clone() };
                self.send(chat_id, reply.outgoing(chat_id), Some(anew)).await;
            }
            Reply::Files { ref otherwise, .. } => {
                let anew = Reply::Send { text: otherwise.clone(), keyboard: None };
                self.send(chat_id, reply.outgoing(chat_id), Some(anew)).await;
            }
            reply => {
                self.send(chat_id, reply.outgoing(chat_id), None).await;
            }
        }
    }

    /// Changes the message that was said last under the same key, or says a new one.
    async fn gather(&self, chat_id: i64, key: String, text: Html, keyboard: Option<Keyboard>) {
        let said_last = {
            let gathered = self.gathered.lock().unwrap_or_else(PoisonError::into_inner);
            gathered.get(&chat_id).filter(|(last, _)| *last == key).map(|(_, message_id)| *message_id)
        };
        let anew = Reply::Send { text: text.clone(), keyboard: keyboard.clone() };
        let said = match said_last {
            Some(message_id) => {
                let edit = Reply::Edit { message_id, text, keyboard };
                self.send(chat_id, edit.outgoing(chat_id), Some(anew)).await
            }
            None => self.send(chat_id, anew.outgoing(chat_id), None).await,
        };
        if let Some(message_id) = said {
            let mut gathered = self.gathered.lock().unwrap_or_else(PoisonError::into_inner);
            if gathered.len() >= GATHERED {
                gathered.clear();
            }
            gathered.insert(chat_id, (key, message_id));
        }
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
    ) -> Option<i64> {
        let outgoing = outgoing.inspect_err(|error| tracing::error!(%error, "an answer has no JSON")).ok()?;
        let mut waiting = VecDeque::from([(outgoing.method.to_owned(), outgoing.body)]);
        let mut said = None;
        while let Some(call) = waiting.pop_front() {
            match self.send_call(chat_id, call, &mut anew).await {
                Ok(message_id) => said = message_id,
                Err(instead) => {
                    for call in instead.into_iter().rev() {
                        waiting.push_front(call);
                    }
                }
            }
        }
        said
    }

    /// Sends one call and gives the number of the message that came of it, or what is to be sent in its place.
    async fn send_call(
        &self,
        chat_id: i64,
        mut call: Call,
        anew: &mut Option<Reply>,
    ) -> Result<Option<i64>, Vec<Call>> {
        let mut not_before = None;
        for trial in 0..TRIES {
            if let Some(moment) = not_before {
                sleep_until(moment).await;
            }
            if is_message(&call.0) {
                self.pacer.turn_of_answer(chat_id).await;
            }
            match self.try_once(chat_id, &call, trial).await {
                Tried::Over(said) => return Ok(said),
                Tried::Instead(calls) => return Err(calls),
                Tried::Again(moment) => not_before = Some(moment),
                Tried::SayAnew => match anew.take().map(|reply| reply.outgoing(chat_id)) {
                    Some(Ok(again)) => call = (again.method.to_owned(), again.body),
                    _ => return Ok(None),
                },
            }
        }
        metrics::counter!("nazorat_answers_total", "outcome" => "given_up").increment(1);
        tracing::warn!(method = call.0, "an answer could not be sent and is given up");
        Ok(None)
    }

    async fn try_once(&self, chat_id: i64, call: &Call, trial: u32) -> Tried {
        let later = Instant::now() + Duration::from_millis(200 << (2 * trial));
        let (method, body) = call;
        match self.client.call(method, body.clone()).await {
            Answer::Done(result) => {
                metrics::counter!("nazorat_answers_total", "outcome" => "sent").increment(1);
                let said = serde_json::from_str::<SaidMessage>(result.get()).ok();
                Tried::Over(said.map(|said| said.message_id))
            }
            Answer::Refused(refused) => self.refused(chat_id, call, &refused, later).await,
            // A second new message would be seen; anything else can be said twice without harm.
            Answer::Unknown(_) if method.starts_with("send") => {
                metrics::counter!("nazorat_answers_total", "outcome" => "unknown").increment(1);
                Tried::Over(None)
            }
            Answer::Unknown(_) | Answer::Balancer(_) | Answer::NotSent(_) => Tried::Again(later),
        }
    }

    async fn refused(&self, chat_id: i64, call: &Call, refused: &Refused, later: Instant) -> Tried {
        let (method, body) = call;
        let meaning = meaning(refused);
        match meaning {
            Meaning::Wait(seconds) => {
                let until = self.pacer.refused(chat_id, seconds);
                return if seconds <= LONGEST_WAIT { Tried::Again(until) } else { Tried::Over(None) };
            }
            Meaning::Trouble => return Tried::Again(later),
            Meaning::CannotEdit => return Tried::SayAnew,
            // A file that Telegram has forgotten; its refusals have many words.
            Meaning::Rejected if sends_files(method) => return Tried::SayAnew,
            Meaning::SaysSoAlready | Meaning::TooLate => {}
            Meaning::Unreachable(why) => unreachable(&self.ctx, chat_id, why).await,
            Meaning::TooLong | Meaning::Unreadable => {
                tracing::error!(
                    method,
                    said = refused.description,
                    "a text of ours is not what Telegram takes"
                );
                let instead = if meaning == Meaning::TooLong {
                    split::divided(method, body)
                } else {
                    split::without_markup(body).map(|body| vec![(method.clone(), body)])
                };
                if let Some(calls) = instead {
                    return Tried::Instead(calls);
                }
            }
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
        Tried::Over(None)
    }
}

fn sends_files(method: &str) -> bool {
    matches!(method, "sendPhoto" | "sendDocument" | "sendMediaGroup")
}

/// Whether a call counts as a message to its chat.
fn is_message(method: &str) -> bool {
    matches!(method, "sendMessage" | "editMessageText") || sends_files(method)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::reply::Key;
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

    #[tokio::test]
    async fn a_balancer_s_page_costs_a_moment_and_no_answer() {
        use playground::{Fault, FaultKind};
        let city = City::new().await;
        city.meet(1);
        let fault = |kind| Fault { method: Some("sendMessage".into()), chat: Some(1), kind, times: 1 };
        city.telegram.inject(fault(FaultKind::BadGateway));
        let live = &city.bot.inner.live;
        let begun = Instant::now();
        live.answer(1, vec![Reply::Send { text: Html::escape("bir"), keyboard: None }]).await;
        live.finish().await;
        assert_eq!(city.said_to(1), ["bir"]);
        assert!(begun.elapsed() < Duration::from_secs(5), "teloxide would sleep for ten seconds here");
    }

    #[tokio::test]
    async fn an_answer_that_is_too_long_comes_in_pieces_with_the_buttons_below_the_last() {
        let city = City::new().await;
        city.meet(1);
        let live = &city.bot.inner.live;
        let keyboard = Keyboard::new().row([Key::press("Ha", "yes")]);
        live.answer(1, vec![Reply::Send { text: Html::escape("savol"), keyboard: None }]).await;
        live.finish().await;
        let asked = city.telegram.chat(1).pop().unwrap();
        let text = Html::escape(&"<uzun> soʻz ".repeat(700));
        live.answer(1, vec![Reply::Edit { message_id: asked.id, text, keyboard: Some(keyboard) }]).await;
        live.finish().await;
        let chat = city.telegram.chat(1);
        let said: Vec<_> = chat.iter().filter(|message| message.from_bot).collect();
        assert_eq!(said.len(), 3, "the first piece took the place of the question");
        assert_eq!(said[0].id, asked.id);
        assert_eq!(said.iter().map(|message| message.labels().len()).collect::<Vec<_>>(), [0, 0, 1]);
        let words: Vec<_> = said.iter().flat_map(|message| message.text.split_whitespace()).collect();
        assert_eq!(words.len(), 1_400);
    }
}
