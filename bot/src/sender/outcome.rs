//! What an answer of Telegram does to a message of the outbox.

use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::{DateTime, TimeDelta, Utc};
use domain::delivery::Cause;
use serde::Deserialize;
use store::outbox::{Claimed, Mark, Policy, Why};

use crate::client::{Answer, Refused};
use crate::sender::meaning::{Meaning, meaning};
use crate::sender::split::{self, Call};

/// A message that Telegram's own trouble keeps from going out is tried so often.
const TRIES: i64 = 10;
const FIRST_PAUSE: TimeDelta = TimeDelta::seconds(2);
const LONGEST_PAUSE: TimeDelta = TimeDelta::minutes(30);
/// A message that may be said twice is tried so often when senders die with it. One that died may not have sent what it had
/// claimed, so a single repeat would lose the message when the program is killed twice in a row.
const SENDERS: i64 = 6;
/// When Telegram cannot be reached at all, nothing is gained by waiting long: the first one through ends it.
const LONGEST_ABSENCE: TimeDelta = TimeDelta::minutes(1);

/// What is to be kept.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Settled {
    pub(super) mark: Mark,
    /// The chat cannot be written to, for this reason.
    pub(super) unreachable: Option<Cause>,
    /// The chat has this number now.
    pub(super) moved_to: Option<i64>,
    /// The shape in which the message is tried again.
    pub(super) reshaped: Option<Reshaped>,
}

/// Another shape of a message.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Reshaped {
    /// Several calls, one after the other.
    Divided(Vec<Call>),
    /// The arguments without formatting. What Telegram said of the formatting is kept for the administrator.
    Plain { body: String, said: String },
}

impl Settled {
    pub(super) fn only(mark: Mark) -> Self {
        Self { mark, unreachable: None, moved_to: None, reshaped: None }
    }

    /// In a word, for the figures.
    pub(super) fn outcome(&self) -> &'static str {
        match &self.mark {
            Mark::Sent(_) => "sent",
            Mark::Again { .. } => "again",
            Mark::Failed(_) => "failed",
            Mark::Unknown(_) => "unknown",
        }
    }
}

#[derive(Deserialize)]
struct SentMessage {
    message_id: i64,
}

/// Decides about one message.
pub(super) fn settle(answer: &Answer, message: &Claimed, now: DateTime<Utc>) -> Settled {
    match answer {
        Answer::Done(result) => {
            // Some methods answer with a message, others with `true`.
            let sent = serde_json::from_str::<SentMessage>(result.get()).ok();
            Settled::only(Mark::Sent(sent.map(|sent| sent.message_id)))
        }
        // Nothing was taken, so trying for ever doubles nothing.
        Answer::NotSent(why) => {
            Settled::only(again(message, now, LONGEST_ABSENCE, Why::new(Cause::Away, why)))
        }
        Answer::Balancer(why) => Settled::only(behind_balancer(message, now, why)),
        Answer::Unknown(why) => {
            Settled::only(in_doubt(message, !message.unsure, now, Why::new(Cause::NoAnswer, why)))
        }
        Answer::Refused(refused) => settle_refusal(refused, message, now),
    }
}

fn settle_refusal(refused: &Refused, message: &Claimed, now: DateTime<Utc>) -> Settled {
    let said = format!("{} {}", refused.code, refused.description);
    let at_once = |cause, said| Mark::Again { not_before: now, why: Why::new(cause, said), unsure: false };
    let failed = |cause, said| Settled::only(Mark::Failed(Why::new(cause, said)));
    match meaning(refused) {
        Meaning::SaysSoAlready => Settled::only(Mark::Sent(None)),
        Meaning::Wait(seconds) => {
            let told =
                TimeDelta::try_seconds(i64::try_from(seconds).unwrap_or(i64::MAX)).unwrap_or(LONGEST_PAUSE);
            let not_before = now + told + spread(message, TimeDelta::seconds(1));
            Settled::only(Mark::Again { not_before, why: Why::new(Cause::TooFast, said), unsure: false })
        }
        Meaning::Moved(to) => Settled { moved_to: Some(to), ..Settled::only(at_once(Cause::Moved, said)) },
        Meaning::Unreachable(cause) => Settled { unreachable: Some(cause), ..failed(cause, said) },
        // Somebody is mending the token: nothing is lost meanwhile.
        Meaning::WrongToken => {
            Settled::only(again(message, now, LONGEST_ABSENCE, Why::new(Cause::WrongToken, said)))
        }
        Meaning::Trouble if has_tries(message) => {
            Settled::only(again(message, now, LONGEST_PAUSE, Why::new(Cause::Trouble, said)))
        }
        Meaning::Trouble => failed(Cause::Trouble, said),
        Meaning::TooLong => match split::divided(&message.method, &message.body) {
            Some(calls) => Settled {
                reshaped: Some(Reshaped::Divided(calls)),
                ..Settled::only(at_once(Cause::TooLong, said))
            },
            None => failed(Cause::TooLong, said),
        },
        Meaning::Unreadable => match split::without_markup(&message.body) {
            Some(body) => {
                let mark = at_once(Cause::Markup, said.clone());
                Settled { reshaped: Some(Reshaped::Plain { body, said }), ..Settled::only(mark) }
            }
            None => failed(Cause::Markup, said),
        },
        Meaning::CannotEdit => failed(Cause::Gone, said),
        Meaning::TooLate => failed(Cause::TooLate, said),
        Meaning::Rejected => failed(Cause::Rejected, said),
    }
}

/// Decides about a message whose sender died between the claim and the mark.
pub(super) fn settle_forgotten(message: &Claimed, now: DateTime<Utc>) -> Mark {
    let once_more = !message.unsure || message.attempts < SENDERS;
    let why = Why::new(Cause::SenderDied, "the sender died before it could note the answer");
    in_doubt(message, once_more, now, why)
}

/// A message that Telegram may have taken: once more if it may be said twice, else never again.
fn in_doubt(message: &Claimed, once_more: bool, now: DateTime<Utc>, why: Why) -> Mark {
    match message.policy {
        Policy::Resend if once_more => Mark::Again { not_before: now, why, unsure: true },
        Policy::Resend | Policy::Hold => Mark::Unknown(why),
    }
}

/// A balancer answered: the first time the next try may come at once, but a Telegram that is away for long is waited for, and a
/// message that may be said twice is not lost by it.
fn behind_balancer(message: &Claimed, now: DateTime<Utc>, why: &str) -> Mark {
    let why = Why::new(Cause::Trouble, why);
    match message.policy {
        Policy::Resend if message.unsure && has_tries(message) => {
            match again(message, now, LONGEST_PAUSE, why) {
                Mark::Again { not_before, why, .. } => Mark::Again { not_before, why, unsure: true },
                other => other,
            }
        }
        Policy::Resend | Policy::Hold => in_doubt(message, !message.unsure, now, why),
    }
}

/// Whether Telegram's own trouble is waited out once more. An administrator who has the message sent again gives it as many tries
/// as it had before.
fn has_tries(message: &Claimed) -> bool {
    message.attempts % TRIES != 0
}

fn again(message: &Claimed, now: DateTime<Utc>, longest: TimeDelta, why: Why) -> Mark {
    let doublings = u32::try_from((message.attempts - 1) % TRIES).unwrap_or_default();
    let pause = (FIRST_PAUSE * 2_i32.pow(doublings)).min(longest);
    Mark::Again { not_before: now + pause + spread(message, pause / 4), why, unsure: false }
}

/// A part of `most` that differs from message to message, so that they do not all come back at the same moment.
fn spread(message: &Claimed, most: TimeDelta) -> TimeDelta {
    let mut hasher = DefaultHasher::new();
    (message.id, message.attempts).hash(&mut hasher);
    let thousandths = i32::try_from(hasher.finish() % 1000).unwrap_or_default();
    most * thousandths / 1000
}

/// The same arguments with another chat; `None` when they are not arguments.
pub(super) fn addressed_to(body: &str, chat_id: i64) -> Option<String> {
    let mut arguments: serde_json::Map<String, serde_json::Value> = serde_json::from_str(body).ok()?;
    arguments.insert("chat_id".to_owned(), chat_id.into());
    serde_json::to_string(&arguments).ok()
}

#[cfg(test)]
mod tests {
    use domain::ids::OutboxId;
    use serde_json::value::RawValue;

    use super::*;

    fn message(policy: Policy, attempts: i64, unsure: bool) -> Claimed {
        Claimed {
            id: OutboxId(7),
            chat_id: 1,
            sealed_chat: None,
            method: "sendMessage".into(),
            body: "{}".into(),
            attempts,
            policy,
            unsure,
        }
    }

    fn now() -> DateTime<Utc> {
        "2026-11-23T04:00:00Z".parse().unwrap()
    }

    fn refused(code: i64, description: &str, retry_after: Option<u64>) -> Answer {
        Answer::Refused(Refused { code, description: description.into(), retry_after, migrate_to: None })
    }

    fn pause_after(answer: &Answer, attempts: i64) -> Option<TimeDelta> {
        match settle(answer, &message(Policy::Resend, attempts, false), now()).mark {
            Mark::Again { not_before, .. } => Some(not_before - now()),
            _ => None,
        }
    }

    #[test]
    fn a_yes_is_sent_under_its_number() {
        for (result, number) in [(r#"{"message_id":12,"date":1}"#, Some(12)), ("true", None)] {
            let answer = Answer::Done(RawValue::from_string(result.into()).unwrap());
            let settled = settle(&answer, &message(Policy::Hold, 1, false), now());
            assert_eq!(settled, Settled::only(Mark::Sent(number)), "{result}");
        }
    }

    #[test]
    fn what_telegram_tells_to_wait_is_the_least_that_is_waited() {
        for attempts in [1, 5, 40] {
            let pause =
                pause_after(&refused(429, "Too Many Requests: retry after 9", Some(9)), attempts).unwrap();
            assert!((TimeDelta::seconds(9)..TimeDelta::seconds(11)).contains(&pause), "{pause}");
        }
    }

    #[test]
    fn trouble_is_waited_out_longer_each_time_and_not_for_ever() {
        let trouble = refused(500, "Internal Server Error", None);
        let pauses: Vec<_> = (1..TRIES).map(|attempts| pause_after(&trouble, attempts).unwrap()).collect();
        assert!(pauses.windows(2).all(|pair| pair[0] < pair[1]), "{pauses:?}");
        assert!(pauses[0] >= FIRST_PAUSE && pauses[0] <= FIRST_PAUSE * 2);
        assert_eq!(pause_after(&trouble, TRIES), None);
        let away = Answer::NotSent("nobody listens".into());
        let longest = pause_after(&away, 1_000).unwrap();
        assert!(longest >= LONGEST_ABSENCE && longest <= LONGEST_ABSENCE * 2, "{longest}");
    }

    #[test]
    fn a_message_in_doubt_is_repeated_but_not_for_ever() {
        let lost = Answer::Unknown("the connection broke".into());
        for (policy, attempts, unsure, when_lost, when_forgotten) in [
            (Policy::Resend, 1, false, true, true),
            (Policy::Resend, 2, true, false, true),
            (Policy::Resend, SENDERS, true, false, false),
            (Policy::Resend, 40, false, true, true),
            (Policy::Hold, 1, false, false, false),
        ] {
            let message = message(policy, attempts, unsure);
            let marks = [settle(&lost, &message, now()).mark, settle_forgotten(&message, now())];
            for (mark, repeated) in marks.into_iter().zip([when_lost, when_forgotten]) {
                match mark {
                    Mark::Again { unsure: marked, .. } => assert!(repeated && marked, "{message:?}"),
                    Mark::Unknown(_) => assert!(!repeated, "{message:?}"),
                    other => panic!("{other:?}"),
                }
            }
        }
    }

    #[test]
    fn a_no_for_good_fails_and_tells_why_the_chat_is_lost() {
        let message = message(Policy::Resend, 1, false);
        let blocked = settle(&refused(403, "Forbidden: bot was blocked by the user", None), &message, now());
        assert_eq!(blocked.unreachable, Some(Cause::Blocked));
        assert!(matches!(blocked.mark, Mark::Failed(_)));
        let wrong = settle(&refused(400, "Bad Request: BUTTON_DATA_INVALID", None), &message, now());
        let why = Why::new(Cause::Rejected, "400 Bad Request: BUTTON_DATA_INVALID");
        assert_eq!(wrong, Settled::only(Mark::Failed(why)));
        let same = settle(&refused(400, "Bad Request: message is not modified: x", None), &message, now());
        assert_eq!(same, Settled::only(Mark::Sent(None)));
    }

    #[test]
    fn a_balancer_s_page_is_tried_again_at_once_and_then_waited_out() {
        let page = Answer::Balancer("status 502".into());
        let not_before =
            |attempts, unsure| match settle(&page, &message(Policy::Resend, attempts, unsure), now()).mark {
                Mark::Again { not_before, unsure: true, .. } => Some(not_before - now()),
                other => {
                    assert!(matches!(other, Mark::Unknown(_)), "{other:?}");
                    None
                }
            };
        assert_eq!(not_before(1, false), Some(TimeDelta::zero()));
        assert!(not_before(2, true).unwrap() >= FIRST_PAUSE);
        assert!(not_before(9, true).unwrap() > TimeDelta::minutes(5));
        assert_eq!(not_before(TRIES, true), None);
        let held = settle(&page, &message(Policy::Hold, 1, false), now()).mark;
        assert!(matches!(held, Mark::Unknown(_)), "{held:?}");
    }

    #[test]
    fn what_an_administrator_sends_again_has_all_its_tries() {
        let trouble = refused(500, "Internal Server Error", None);
        assert_eq!(pause_after(&trouble, TRIES), None);
        assert!(pause_after(&trouble, TRIES + 1).unwrap() < FIRST_PAUSE * 2);
        assert_eq!(pause_after(&trouble, 2 * TRIES), None);
    }

    #[test]
    fn what_is_too_long_is_divided_and_what_cannot_be_read_goes_out_plain() {
        let with = |text: &str| Claimed {
            body: serde_json::json!({ "chat_id": 1, "text": text, "parse_mode": "HTML" }).to_string(),
            ..message(Policy::Hold, 1, false)
        };
        let long = refused(400, "Bad Request: message is too long", None);
        let settled = settle(&long, &with(&"soʻz ".repeat(2_000)), now());
        assert!(matches!(settled.mark, Mark::Again { not_before, unsure: false, .. } if not_before == now()));
        assert!(matches!(settled.reshaped, Some(Reshaped::Divided(calls)) if calls.len() == 3));
        assert!(matches!(settle(&long, &with("qisqa"), now()).mark, Mark::Failed(_)), "nothing to divide");

        let unreadable = refused(400, "Bad Request: can't parse entities: x", None);
        let settled = settle(&unreadable, &with("<b>yarim"), now());
        assert!(matches!(settled.mark, Mark::Again { .. }));
        assert!(
            matches!(settled.reshaped, Some(Reshaped::Plain { body, .. }) if body.contains(r#""yarim""#))
        );
        let plain = Claimed { body: r#"{"chat_id":1,"text":"a"}"#.into(), ..with("a") };
        assert!(matches!(settle(&unreadable, &plain, now()).mark, Mark::Failed(_)), "it has no formatting");
    }

    #[test]
    fn a_message_is_addressed_anew_without_losing_anything() {
        let moved = addressed_to(r#"{"chat_id":-5,"text":"a \"b\""}"#, -1_001).unwrap();
        let moved: serde_json::Value = serde_json::from_str(&moved).unwrap();
        assert_eq!(moved, serde_json::json!({ "chat_id": -1001, "text": "a \"b\"" }));
        assert_eq!(addressed_to("no", 1), None);
    }
}
