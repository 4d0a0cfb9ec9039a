//! What is kept of people, for how long, why, and who sees it: for everybody, without signing in.
//!
//! Every duration is the one by which the jobs forget.

use askama::Template;
use axum::Router;
use axum::extract::{Path, State};
use axum::http::HeaderMap;
use axum::response::Response;
use axum::routing::get;
use domain::people::INVITATION_LIFE;
use domain::retention::{
    COMMENTS, CONVERSATIONS, HIDDEN_COMMENTS, INVITATIONS, MESSAGES, PARKED_UPDATES, UNDELIVERED, VOTERS,
    WISHES,
};
use locales::Texts;
use store::sessions::{IDLE_LIFE, WHOLE_LIFE};

use crate::Shared;
use crate::error::PageError;
use crate::preferences::Preferences;
use crate::results::{PublicFrame, in_language, public_page};

/// One thing that is kept.
struct Kept {
    what: String,
    why: String,
    who: String,
    long: String,
}

#[derive(Template)]
#[template(path = "privacy.html")]
struct PrivacyPage {
    page: PublicFrame,
    /// A heading with its mark on the page, and what is kept of those people.
    groups: [(&'static str, String, Vec<Kept>); 2],
    /// Headings and texts.
    more: [(String, String); 5],
}

/// The addresses of everybody.
pub(crate) fn routes() -> Router<Shared> {
    Router::new().route("/privacy", get(welcome)).route("/privacy/{language}", get(show))
}

/// `GET /privacy`: to the page in the language of the browser.
async fn welcome(preferences: Preferences) -> Response {
    in_language(&preferences, "/privacy", "")
}

/// `GET /privacy/{language}`.
async fn show(
    State(panel): State<Shared>,
    Path(tag): Path<String>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let page = PublicFrame::of(&panel, &tag, ("/privacy", "")).await?;
    let t = page.t;
    let groups = [("citizens", t.kept_citizens(), of_citizens(t)), ("people", t.kept_people(), of_people(t))];
    let more = [
        (t.kept_never(), t.kept_never_text()),
        (t.kept_forget(), t.kept_forget_text()),
        (t.kept_withdraw(), t.kept_withdraw_text()),
        (t.kept_copies(), t.kept_copies_text()),
        (t.kept_law(), t.kept_law_text()),
    ];
    public_page(&headers, &PrivacyPage { page, groups, more })
}

fn of_citizens(t: Texts) -> Vec<Kept> {
    let kept = |what, why, who, long| Kept { what, why, who, long };
    vec![
        kept(t.kept_mark(), t.kept_mark_why(), t.kept_mark_who(), t.kept_mark_long()),
        kept(
            t.kept_sign(),
            t.kept_sign_why(),
            t.kept_sign_who(),
            t.kept_sign_long(VOTERS.num_days(), WISHES.num_days()),
        ),
        kept(
            t.kept_comment(),
            t.kept_comment_why(),
            t.kept_comment_who(),
            t.kept_comment_long(COMMENTS.num_days(), HIDDEN_COMMENTS.num_days()),
        ),
        kept(t.kept_chat(), t.kept_chat_why(), t.kept_chat_who(), t.kept_chat_long(WISHES.num_days())),
        kept(t.kept_talk(), t.kept_talk_why(), t.kept_nobody(), t.kept_days(CONVERSATIONS.num_days())),
        kept(t.kept_parked(), t.kept_parked_why(), t.kept_nobody(), t.kept_days(PARKED_UPDATES.num_days())),
        kept(t.kept_asked(), t.kept_asked_why(), t.kept_nobody(), t.kept_asked_long()),
        kept(t.kept_guess(), t.kept_guess_why(), t.kept_nobody(), t.kept_asked_long()),
    ]
}

fn of_people(t: Texts) -> Vec<Kept> {
    let kept = |what, why, who, long| Kept { what, why, who, long };
    vec![
        kept(t.kept_name(), t.kept_name_why(), t.kept_name_who(), t.kept_always()),
        kept(t.kept_account(), t.kept_account_why(), t.kept_account_who(), t.kept_account_long()),
        kept(t.kept_acts(), t.kept_acts_why(), t.kept_acts_who(), t.kept_always()),
        kept(
            t.kept_messages(),
            t.kept_messages_why(),
            t.kept_messages_who(),
            t.kept_messages_long(MESSAGES.num_days(), UNDELIVERED.num_days()),
        ),
        kept(
            t.kept_session(),
            t.kept_session_why(),
            t.kept_nobody(),
            t.kept_session_long(WHOLE_LIFE.num_days(), IDLE_LIFE.num_hours()),
        ),
        kept(
            t.kept_invite(),
            t.kept_invite_why(),
            t.kept_invite_who(),
            t.kept_invite_long(INVITATIONS.num_days(), INVITATION_LIFE.num_hours()),
        ),
    ]
}
