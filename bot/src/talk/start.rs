//! `/start`, with and without something behind it: greetings, invitations, signing in, and links to an obligation.

use domain::links::Payload;
use domain::people::Who;
use domain::refusal::Refusal;
use locales::{Html, Texts, words};
use store::people::Invitation;
use store::sessions::{self, SignInState};
use store::tokens::Token;
use store::{NotDone, people};

use super::turn::{Answer, Press, Turn};
use super::views::{self, View};
use super::{find, rating, tasks, visit};
use crate::incoming::What;
use domain::buttons::Button;
use domain::language::Language;

/// `/start argument`.
pub(super) async fn start(turn: Turn, what: What) -> Answer {
    let What::Command { argument, .. } = what else { return Ok(Vec::new()) };
    match Payload::read(argument.trim()) {
        None if argument.trim().is_empty() => greet(&turn).await,
        None => not_understood(&turn).await,
        Some(Payload::Rate(code)) => Ok(vec![rating::ask_here(&turn, &code).await?.send()]),
        Some(Payload::Visit { point, code }) => visit::scanned(&turn, &point, code).await,
        Some(Payload::Service(service)) => Ok(vec![find::ask(&turn, service).await?.send()]),
        Some(Payload::Invitation(token)) => invited(&turn, &token).await,
        Some(Payload::SignIn(token)) => ask_sign_in(&turn, &token).await,
        Some(Payload::Obligation(id)) => tasks::open(&turn, domain::ids::ObligationId(id)).await,
    }
}

async fn greet(turn: &Turn) -> Answer {
    turn.stop_waiting().await?;
    let mut replies = vec![greeting(turn, turn.texts).send()];
    if let Some(who) = turn.who.as_deref() {
        replies.extend(turn.menus(turn.texts, Some(who)));
    }
    Ok(replies)
}

/// A link that is none of ours, or no longer: it is said, and what else can be done.
async fn not_understood(turn: &Turn) -> Answer {
    turn.stop_waiting().await?;
    let View { text, keyboard } = greeting(turn, turn.texts);
    let text = Html::paragraphs(&[turn.texts.link_not_understood(), text]);
    Ok(vec![View { text, keyboard }.send()])
}

/// The first words for the person of this turn.
pub(super) fn greeting(turn: &Turn, texts: Texts) -> View {
    views::start(texts, turn.who.as_deref(), &turn.catalogue, &turn.ctx.panel_url)
}

async fn invited(turn: &Turn, token: &str) -> Answer {
    Ok(vec![invitation(turn, token).await?.send()])
}

/// The invitation with the question for consent, or why it cannot be accepted.
async fn invitation(turn: &Turn, token: &str) -> Result<View, anyhow::Error> {
    Ok(match look_at(turn, token).await? {
        Ok((invitation, invited)) => {
            views::invitation(turn.texts, &invitation.name, invited.as_ref(), &turn.catalogue, token)
        }
        Err(view) => view,
    })
}

/// The invitation and who is invited, or what to say when it cannot be accepted.
async fn look_at(turn: &Turn, token: &str) -> Result<Result<(Invitation, Option<Who>), View>, anyhow::Error> {
    let (token, now, today) = (Token::brought(token), turn.now, turn.today);
    let found = turn
        .read(|conn| {
            Box::pin(async move {
                let Some(invitation) = people::invitation(conn, &token, now).await? else { return Ok(None) };
                let invited = people::who(conn, invitation.person, today).await?;
                Ok(Some((invitation, invited)))
            })
        })
        .await?;
    let Some((invitation, invited)) = found else {
        return Ok(Err(unusable(turn.texts, Refusal::InvitationExpired)));
    };
    Ok(match invitation.refusal {
        None => Ok((invitation, invited)),
        Some(_) if invitation.telegram_id == Some(turn.telegram_id) => Err(joined_before(turn)),
        Some(refusal) => Err(unusable(turn.texts, refusal)),
    })
}

fn unusable(texts: Texts, refusal: Refusal) -> View {
    View::plain(texts.invitation_unusable(words::refusal(texts, &refusal)))
}

fn joined_before(turn: &Turn) -> View {
    match turn.who.as_deref() {
        Some(who) => views::joined(turn.texts, false, who, &turn.catalogue, &turn.ctx.panel_url),
        None => unusable(turn.texts, Refusal::InvitationUsed),
    }
}

/// The buttons under an invitation and under the question of a sign-in.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    match press.button.clone() {
        Button::ReadInvitation { token, language } => {
            Ok(vec![press.show(invitation(&turn.in_language(language), &token).await?)])
        }
        Button::Join { token, language } => join(&turn.in_language(language), &press, &token).await,
        Button::SignIn { token, approve } => answer_sign_in(&turn, &press, &token, approve).await,
        _ => Ok(Vec::new()),
    }
}

async fn join(turn: &Turn, press: &Press, token: &str) -> Answer {
    let (brought, telegram_id, now) = (Token::brought(token), turn.telegram_id, turn.now);
    let language: Language = turn.texts.language();
    let joined = turn
        .keep_beside(move |conn| {
            Box::pin(
                async move { people::accept_invitation(conn, &brought, telegram_id, language, now).await },
            )
        })
        .await;
    match joined {
        Ok(Some(who)) => {
            let view = views::joined(turn.texts, true, &who, &turn.catalogue, &turn.ctx.panel_url);
            let mut replies = vec![press.show(view)];
            replies.extend(turn.menus(turn.texts, Some(&who)));
            Ok(replies)
        }
        Err(NotDone::Refused(Refusal::OwnRole)) => {
            Ok(vec![press.show(unusable(turn.texts, Refusal::OwnRole))])
        }
        Ok(None) | Err(NotDone::Refused(_)) => {
            let view = match look_at(turn, token).await? {
                Err(view) => view,
                Ok(_) => unusable(turn.texts, Refusal::InvitationExpired),
            };
            Ok(vec![press.show(view)])
        }
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

async fn ask_sign_in(turn: &Turn, token: &str) -> Answer {
    if turn.who.as_deref().is_none_or(|who| who.grants.is_empty()) {
        return Ok(vec![View::plain(turn.texts.sign_in_not_for_you()).send()]);
    }
    let (brought, now) = (Token::brought(token), turn.now);
    let asked =
        turn.read(|conn| Box::pin(async move { sessions::sign_in(conn, &brought, now).await })).await?;
    let view = match asked {
        Some(asked) if asked.state == SignInState::Asked => views::sign_in(turn.texts, &asked, token),
        _ => View::plain(turn.texts.sign_in_unusable()),
    };
    Ok(vec![view.send()])
}

async fn answer_sign_in(turn: &Turn, press: &Press, token: &str, approve: bool) -> Answer {
    let Some(who) = turn.who.as_deref().filter(|who| !who.grants.is_empty()) else {
        return Ok(vec![press.show(View::plain(turn.texts.sign_in_not_for_you()))]);
    };
    let (brought, person, now) = (Token::brought(token), who.person, turn.now);
    let answered = turn
        .keep_beside(move |conn| {
            Box::pin(async move { Ok(sessions::answer_sign_in(conn, &brought, person, approve, now).await?) })
        })
        .await?;
    let text: Html = match answered {
        // A press that is brought again after a crash was answered the same way.
        Some(true) | None if approve => turn.texts.sign_in_approved(),
        Some(true) | None => turn.texts.sign_in_refused(),
        Some(false) => turn.texts.sign_in_unusable(),
    };
    Ok(vec![press.show(View::plain(text))])
}
