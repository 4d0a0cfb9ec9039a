//! What an answer of Telegram does to a message of the outbox.

use std::hash::{DefaultHasher, Hash, Hasher};

use chrono::{DateTime, TimeDelta, Utc};
use serde::Deserialize;
use store::outbox::{Claimed, Mark, Policy};

use crate::client::Answer;
use crate::sender::meaning::{Meaning, meaning};

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
    pub(super) unreachable: Option<&'static str>,
    /// The chat has this number now.
    pub(super) moved_to: Option<i64>,
}

impl Settled {
    pub(super) fn only(mark: Mark) -> Self {
        Self { mark, unreachable: None, moved_to: None }
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
    let refused = match answer {
        Answer::Done(result) => {
            // Some methods answer with a message, others with `true`.
            let sent = serde_json::from_str::<SentMessage>(result.get()).ok();
            return Settled::only(Mark::Sent(sent.map(|sent| sent.message_id)));
        }
        // Nothing was taken, so trying for ever doubles nothing.
        Answer::NotSent(why) => return Settled::only(again(message, now, LONGEST_ABSENCE, why.clone())),
        Answer::Unknown(why) => return Settled::only(in_doubt(message, !message.unsure, now, why)),
        Answer::Refused(refused) => refused,
    };
    let said = format!("{} {}", refused.code, refused.description);
    let mark = match meaning(refused) {
        Meaning::SaysSoAlready => Mark::Sent(None),
        Meaning::Wait(seconds) => {
            let told =
                TimeDelta::try_seconds(i64::try_from(seconds).unwrap_or(i64::MAX)).unwrap_or(LONGEST_PAUSE);
            Mark::Again {
                not_before: now + told + spread(message, TimeDelta::seconds(1)),
                why: said,
                unsure: false,
            }
        }
        Meaning::Moved(to) => {
            let mark = Mark::Again { not_before: now, why: said, unsure: false };
            return Settled { mark, unreachable: None, moved_to: Some(to) };
        }
        Meaning::Unreachable(why) => {
            return Settled { mark: Mark::Failed(said), unreachable: Some(why), moved_to: None };
        }
        // Somebody is mending the token: nothing is lost meanwhile.
        Meaning::WrongToken => again(message, now, LONGEST_ABSENCE, said),
        Meaning::Trouble if message.attempts < TRIES => again(message, now, LONGEST_PAUSE, said),
        Meaning::Trouble | Meaning::CannotEdit | Meaning::TooLate | Meaning::Rejected => Mark::Failed(said),
    };
    Settled::only(mark)
}

/// Decides about a message whose sender died between the claim and the mark.
pub(super) fn settle_forgotten(message: &Claimed, now: DateTime<Utc>) -> Mark {
    let once_more = !message.unsure || message.attempts < SENDERS;
    in_doubt(message, once_more, now, "the sender died before it could note the answer")
}

/// A message that Telegram may have taken: once more if it may be said twice, else never again.
fn in_doubt(message: &Claimed, once_more: bool, now: DateTime<Utc>, why: &str) -> Mark {
    match message.policy {
        Policy::Resend if once_more => Mark::Again { not_before: now, why: why.to_owned(), unsure: true },
        Policy::Resend | Policy::Hold => Mark::Unknown(why.to_owned()),
    }
}

fn again(message: &Claimed, now: DateTime<Utc>, longest: TimeDelta, why: String) -> Mark {
    let doublings = u32::try_from(message.attempts - 1).unwrap_or_default().min(12);
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
    use crate::client::Refused;

    fn message(policy: Policy, attempts: i64, unsure: bool) -> Claimed {
        Claimed {
            id: OutboxId(7),
            chat_id: 1,
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
        assert_eq!(blocked.unreachable, Some("blocked"));
        assert!(matches!(blocked.mark, Mark::Failed(_)));
        let wrong = settle(&refused(400, "Bad Request: can't parse entities: x", None), &message, now());
        assert_eq!(wrong, Settled::only(Mark::Failed("400 Bad Request: can't parse entities: x".into())));
        let same = settle(&refused(400, "Bad Request: message is not modified: x", None), &message, now());
        assert_eq!(same, Settled::only(Mark::Sent(None)));
    }

    #[test]
    fn a_message_is_addressed_anew_without_losing_anything() {
        let moved = addressed_to(r#"{"chat_id":-5,"text":"a \"b\""}"#, -1_001).unwrap();
        let moved: serde_json::Value = serde_json::from_str(&moved).unwrap();
        assert_eq!(moved, serde_json::json!({ "chat_id": -1001, "text": "a \"b\"" }));
        assert_eq!(addressed_to("no", 1), None);
    }
}
