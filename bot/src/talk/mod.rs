//! What the bot answers. A handler reads, asks what is allowed, lets `domain` decide, keeps, and says what to send.
//!
//! Nothing here sends, and nothing here knows SQL. What comes by the thousand, citizens' scans and marks and officers' answers,
//! goes straight to its handler; everything else passes the tree below.

mod cases;
pub(crate) mod commands;
mod comment;
pub(crate) mod drawings;
mod edited;
mod evidence;
mod extension;
mod fallback;
pub(crate) mod figures;
mod find;
mod follow;
mod granting;
mod hand_over;
mod language;
mod leaders;
mod leave;
mod opinion;
mod privacy;
mod rating;
mod recheck;
pub(crate) mod reminding;
mod review;
mod start;
mod state;
mod status;
mod taking_back;
mod tasks;
mod together;
mod tree;
mod turn;
pub(crate) mod views;
mod visit;

#[cfg(test)]
mod tests;

use domain::buttons::Button;
use domain::delivery::Cause;
use domain::language::Language;
use domain::links::Payload;
use locales::Texts;
use store::{StoreError, outbox, people};

use crate::ctx::Ctx;
use crate::incoming::{Incoming, What};
use crate::reply::Reply;
use turn::{Answer, Press, Turn};

/// Answers one update; called once, unless the process dies before the answer is kept.
pub(crate) async fn handle(ctx: &Ctx, incoming: Incoming) -> Result<Vec<Reply>, anyhow::Error> {
    if !incoming.chat.private {
        let texts = Texts::new(Language::of_phone(incoming.from.language_code.as_deref()));
        return Ok(fallback::elsewhere(texts, &incoming.what));
    }
    let press = Press::read(&incoming.what);
    match (&incoming.what, &press) {
        (What::Inline { query_id, query }, _) => return find::inline(ctx, &incoming, query_id, query).await,
        (_, Some(press)) if rating::is_mark(&press.button) => {
            return rating::rated(ctx, &incoming, press).await;
        }
        (What::Command { name, argument }, _) if name == "start" => {
            if let Some(Payload::Rate(code)) = Payload::read(argument.trim()) {
                return rating::opened(ctx, &incoming, &code).await;
            }
        }
        (What::Blocked | What::Unblocked, _) => return reach(ctx, &incoming).await,
        _ => {}
    }
    let turn = Turn::begin(ctx, &incoming).await?;
    if let Some(press) = press.filter(|press| matches!(press.button, Button::Answer { .. })) {
        return tasks::pressed(turn, press).await;
    }
    tree::answer(turn, incoming.what).await
}

/// The texts in which to speak to whoever did this: in the person's own language, or that of the phone.
pub(crate) async fn texts_for(ctx: &Ctx, incoming: &Incoming) -> Texts {
    let (id, today) = (incoming.from.id, ctx.clock.today());
    let who = ctx.store.read(|conn| Box::pin(people::who_by_telegram(conn, id, today))).await;
    let phone = || Language::of_phone(incoming.from.language_code.as_deref());
    Texts::new(who.ok().flatten().map_or_else(phone, |who| who.language))
}

/// The person stopped the bot, or lets it write again.
async fn reach(ctx: &Ctx, incoming: &Incoming) -> Answer {
    let (id, now, blocked) = (incoming.from.id, ctx.clock.now(), incoming.what == What::Blocked);
    ctx.commit(incoming.update_id, move |conn| {
        Box::pin(async move {
            if blocked {
                people::mark_unreachable(conn, id, Cause::Blocked.code(), now).await?;
                // What waits for the morning is not tried any more.
                outbox::drop_queued(conn, id, Cause::Blocked, now).await?;
                Ok(())
            } else {
                people::mark_reachable(conn, id).await
            }
        })
    })
    .await
    .map_err(|failure: StoreError| failure)?;
    Ok(Vec::new())
}
