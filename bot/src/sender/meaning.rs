//! What Telegram's no means: whether to wait, to follow, to give up, or to be content.

use domain::delivery::Cause;

use crate::client::Refused;

/// The meaning of a refusal.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Meaning {
    /// Too fast: nothing more for so many seconds.
    Wait(u64),
    /// The group became a supergroup with this number.
    Moved(i64),
    /// The message says already what it should say.
    SaysSoAlready,
    /// The chat cannot be written to, for this reason, until the person comes back.
    Unreachable(Cause),
    /// There are more words than a message may have.
    TooLong,
    /// The formatting of the text cannot be read.
    Unreadable,
    /// The message to be changed is gone or is not the bot's.
    CannotEdit,
    /// The press waited too long for its answer.
    TooLate,
    /// Telegram does not know the token.
    WrongToken,
    /// Telegram's own trouble.
    Trouble,
    /// The request itself is wrong, and will stay so.
    Rejected,
}

/// Reads a refusal.
pub(crate) fn meaning(refused: &Refused) -> Meaning {
    let says = |words: &str| refused.description.contains(words);
    match refused.code {
        429 => Meaning::Wait(refused.retry_after.unwrap_or(1)),
        401 => Meaning::WrongToken,
        403 => Meaning::Unreachable(why_forbidden(&refused.description)),
        code if code >= 500 => Meaning::Trouble,
        _ if refused.migrate_to.is_some_and(|chat| chat != 0) => {
            Meaning::Moved(refused.migrate_to.unwrap_or_default())
        }
        _ if says("message is not modified") => Meaning::SaysSoAlready,
        _ if says("chat not found") || says("PEER_ID_INVALID") => Meaning::Unreachable(Cause::ChatNotFound),
        _ if says("message to edit not found")
            || says("message can't be edited")
            || says("there is no text in the message to edit") =>
        {
            Meaning::CannotEdit
        }
        _ if says("query is too old") => Meaning::TooLate,
        _ if says("message is too long") || says("text is too long") => Meaning::TooLong,
        _ if says("can't parse entities") => Meaning::Unreadable,
        _ => Meaning::Rejected,
    }
}

fn why_forbidden(description: &str) -> Cause {
    [
        ("blocked by the user", Cause::Blocked),
        ("deactivated", Cause::Deactivated),
        ("can't initiate", Cause::NeverStarted),
        ("kicked", Cause::Kicked),
        ("not a member", Cause::NotMember),
        ("deleted", Cause::ChatDeleted),
    ]
    .into_iter()
    .find_map(|(words, why)| description.contains(words).then_some(why))
    .unwrap_or(Cause::Forbidden)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_refusal_that_telegram_makes_has_a_meaning() {
        for (code, description, expected) in [
            (429, "Too Many Requests: retry after 7", Meaning::Wait(7)),
            (403, "Forbidden: bot was blocked by the user", Meaning::Unreachable(Cause::Blocked)),
            (403, "Forbidden: user is deactivated", Meaning::Unreachable(Cause::Deactivated)),
            (
                403,
                "Forbidden: bot can't initiate conversation with a user",
                Meaning::Unreachable(Cause::NeverStarted),
            ),
            (403, "Forbidden: bot was kicked from the group chat", Meaning::Unreachable(Cause::Kicked)),
            (403, "Forbidden: the group chat was deleted", Meaning::Unreachable(Cause::ChatDeleted)),
            (
                403,
                "Forbidden: bot is not a member of the channel chat",
                Meaning::Unreachable(Cause::NotMember),
            ),
            (403, "Forbidden: something new", Meaning::Unreachable(Cause::Forbidden)),
            (400, "Bad Request: chat not found", Meaning::Unreachable(Cause::ChatNotFound)),
            (
                400,
                "Bad Request: message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
                Meaning::SaysSoAlready,
            ),
            (400, "Bad Request: message to edit not found", Meaning::CannotEdit),
            (400, "Bad Request: message can't be edited", Meaning::CannotEdit),
            (
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid",
                Meaning::TooLate,
            ),
            (
                400,
                "Bad Request: can't parse entities: Unsupported start tag \"br\" at byte offset 3",
                Meaning::Unreadable,
            ),
            (400, "Bad Request: message is too long", Meaning::TooLong),
            (400, "Bad Request: text is too long", Meaning::TooLong),
            (400, "Bad Request: message caption is too long", Meaning::Rejected),
            (400, "Bad Request: can't parse inline keyboard button: x", Meaning::Rejected),
            (413, "Request Entity Too Large", Meaning::Rejected),
            (404, "Not Found: method not found", Meaning::Rejected),
            (401, "Unauthorized", Meaning::WrongToken),
            (500, "Internal Server Error", Meaning::Trouble),
            (502, "Bad Gateway", Meaning::Trouble),
        ] {
            let retry_after = (code == 429).then_some(7);
            let refused =
                Refused { code, description: description.to_owned(), retry_after, migrate_to: None };
            assert_eq!(meaning(&refused), expected, "{code} {description}");
        }
    }

    #[test]
    fn a_group_that_moved_is_followed() {
        let refused = Refused {
            code: 400,
            description: "Bad Request: group chat was upgraded to a supergroup chat".to_owned(),
            retry_after: None,
            migrate_to: Some(-1_001),
        };
        assert_eq!(meaning(&refused), Meaning::Moved(-1_001));
    }
}
