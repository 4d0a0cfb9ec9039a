//! More time, as control decides about it: the requests that wait, one of them, yes or no.

use domain::buttons::{Button, MoreTime};
use domain::extension::{Asking, WhyNot};
use domain::ids::ExtensionId;
use domain::people::MayDecide;
use domain::refusal::Refusal;
use domain::reminders::page;
use locales::{Texts, words};
use store::obligations::{self, Extension};
use store::{NotDone, StoreError};

use super::state::{self, NoMoreTime, State};
use super::turn::{Answer, Press, Turn};
use super::views::{self, View};
use super::{extension, review};

/// So many waiting requests are looked at.
const MOST: i64 = 200;

/// All buttons about more time.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    let Button::MoreTime(button) = press.button else { return Ok(Vec::new()) };
    review::turned(&turn, &press).await?;
    match button {
        MoreTime::List { page: number } => {
            turn.stop_waiting().await?;
            match waiting(&turn).await? {
                Ok(all) => {
                    let view = views::requests(turn.texts, &page(&all, number as usize), all.len());
                    Ok(vec![press.show(view)])
                }
                Err(refusal) => Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
            }
        }
        MoreTime::Show { extension } => {
            turn.stop_waiting().await?;
            match look_at(&turn, extension).await? {
                Ok((_, asked)) => Ok(vec![press.show(view_of(&turn, &asked))]),
                Err(refusal) => Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
            }
        }
        MoreTime::Grant { extension } => grant(&turn, &press, extension).await,
        MoreTime::Refuse { extension } => ask_why_not(&turn, &press, extension).await,
        MoreTime::RefuseFor { extension, reason } => {
            let refused = NoMoreTime { extension, message_id: press.message_id };
            match refuse(&turn, refused, ready(turn.texts, reason)).await? {
                Ok(Some(asked)) => {
                    let toast = press.toast(turn.texts.toast_extension_refused());
                    Ok(vec![toast, press.show(view_of(&turn, &asked))])
                }
                Ok(None) => corrected(&turn, &press, extension, turn.texts.toast_changed()).await,
                Err(refusal) => {
                    corrected(&turn, &press, extension, words::refusal(turn.texts, &refusal)).await
                }
            }
        }
        officers => extension::pressed(&turn, &press, officers).await,
    }
}

/// The reason of a refusal came in the controller's own words.
pub(super) async fn reason(turn: Turn, refused: NoMoreTime, text: String) -> Answer {
    match refuse(&turn, refused, text).await? {
        Ok(Some(asked)) => Ok(vec![view_of(&turn, &asked).replace(refused.message_id)]),
        Ok(None) => Ok(Vec::new()),
        // The next words may be better ones.
        Err(refusal @ (Refusal::ReasonMissing | Refusal::ReasonTooLong)) => Ok(turn.refused(refusal)),
        Err(refusal) => {
            turn.stop_waiting().await?;
            Ok(turn.refused(refusal))
        }
    }
}

/// The requests about which the person may decide, the oldest first, with the names of their organisations.
pub(super) async fn waiting(turn: &Turn) -> Result<Result<Vec<(Extension, String)>, Refusal>, StoreError> {
    let scope = match turn.known().and_then(|who| who.controls(&turn.catalogue.tree)) {
        Ok(scope) => scope,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let all = turn
        .read(|conn| Box::pin(async move { obligations::extensions_waiting(conn, &scope, MOST).await }))
        .await?;
    Ok(Ok(all
        .into_iter()
        .map(|asked| {
            let organisation = turn.organisation(asked.organisation).to_owned();
            (asked, organisation)
        })
        .collect()))
}

async fn grant(turn: &Turn, press: &Press, id: ExtensionId) -> Answer {
    let right = match look_at(turn, id).await? {
        Ok((right, _)) => right,
        Err(refusal) => return Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
    };
    let (now, catalogue) = (turn.now, std::sync::Arc::clone(&turn.catalogue));
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move { obligations::grant_more(conn, &right, id, &catalogue, now).await })
        })
        .await;
    match kept {
        Ok(Some(asked)) => {
            let toast = press.toast(turn.texts.toast_extension_granted());
            Ok(vec![toast, press.show(view_of(turn, &asked))])
        }
        Ok(None) => corrected(turn, press, id, turn.texts.toast_changed()).await,
        Err(NotDone::Refused(refusal)) => {
            corrected(turn, press, id, words::refusal(turn.texts, &refusal)).await
        }
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

async fn ask_why_not(turn: &Turn, press: &Press, id: ExtensionId) -> Answer {
    let asked = match look_at(turn, id).await? {
        Ok((_, asked)) => asked,
        Err(refusal) => return Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
    };
    if asked.state != Asking::Asked {
        return corrected(turn, press, id, turn.texts.toast_changed()).await;
    }
    let (key, now) = (turn.key(), turn.now);
    let state = State::NoMoreTime(NoMoreTime { extension: id, message_id: press.message_id });
    turn.keep(move |conn| Box::pin(async move { Ok(state::keep(conn, &key, &state, now).await?) })).await?;
    Ok(vec![press.show(views::ask_why_not(turn.texts, &asked, turn.organisation(asked.organisation)))])
}

/// Refuses the request.
async fn refuse(
    turn: &Turn,
    refused: NoMoreTime,
    reason: String,
) -> Result<Result<Option<Extension>, Refusal>, anyhow::Error> {
    let right = match look_at(turn, refused.extension).await? {
        Ok((right, _)) => right,
        Err(refusal) => return Ok(Err(refusal)),
    };
    let now = turn.now;
    let kept = turn
        .keep(move |conn| {
            Box::pin(
                async move { obligations::refuse_more(conn, &right, refused.extension, &reason, now).await },
            )
        })
        .await;
    match kept {
        Ok(kept) => Ok(Ok(kept)),
        Err(NotDone::Refused(refusal)) => Ok(Err(refusal)),
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

/// Nothing was changed: says why, and shows how it stands.
async fn corrected(turn: &Turn, press: &Press, id: ExtensionId, why: String) -> Answer {
    let mut replies = vec![press.alert(why)];
    if let Ok((_, asked)) = look_at(turn, id).await? {
        replies.push(press.show(view_of(turn, &asked)));
    }
    Ok(replies)
}

/// The request and the right to decide about it.
async fn look_at(
    turn: &Turn,
    id: ExtensionId,
) -> Result<Result<(MayDecide, Extension), Refusal>, StoreError> {
    let Ok(who) = turn.known() else { return Ok(Err(Refusal::NotAllowed)) };
    let found = turn.read(|conn| Box::pin(obligations::extension(conn, id))).await?;
    let Some(asked) = found else { return Ok(Err(Refusal::NotYours)) };
    Ok(who.may_decide(asked.organisation, &turn.catalogue.tree).map(|right| (right, asked)))
}

fn view_of(turn: &Turn, asked: &Extension) -> View {
    let page = turn.page(&format!("obligations/{}", asked.obligation));
    views::request(turn.texts, asked, turn.organisation(asked.organisation), &page)
}

/// A ready reason, as the officer will read it.
fn ready(texts: Texts, reason: WhyNot) -> String {
    match reason {
        WhyNot::NotJustified => texts.ready_whynot_not_justified(),
        WhyNot::TimeEnough => texts.ready_whynot_time_enough(),
        WhyNot::Urgent => texts.ready_whynot_urgent(),
    }
}
