//! Cases in the chat: an officer opens one by a tap and answers in words; a citizen asks to hear the answer, and judges it.

use chrono::Datelike;
use domain::buttons::{Button, CaseStep};
use domain::cases::Verdict;
use domain::ids::{CaseId, RatingId};
use domain::people::{MayAnswer, Who};
use domain::refusal::Refusal;
use domain::reminders::page;
use locales::words;
use store::cases::{self, Asked, CaseView, Said, Word};
use store::{NotDone, StoreError};

use super::state::{self, CaseAnswer, State};
use super::turn::{Answer, Press, Turn};
use super::views::{self, CaseLine, View};

/// So many open cases of an organisation are looked at.
const MOST: i64 = 200;

/// The buttons about cases.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    let Button::Case(step) = press.button else { return Ok(Vec::new()) };
    match step {
        CaseStep::Show { case } => {
            turn.stop_waiting().await?;
            match look_at(&turn, case).await? {
                Ok((_, one)) => Ok(vec![press.show(view_of(&turn, &one))]),
                Err(refusal) => Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
            }
        }
        CaseStep::Answer { case } => ask_words(&turn, &press, case).await,
        CaseStep::List { page: number } => list(&turn, &press, number).await,
        CaseStep::Tell { rating, language } => tell(turn.in_language(language), &press, rating).await,
        CaseStep::Said { case, verdict, language } => {
            judged(turn.in_language(language), &press, case, verdict).await
        }
    }
}

/// The open cases of the organisations for which the person answers.
async fn list(turn: &Turn, press: &Press, number: u32) -> Answer {
    turn.stop_waiting().await?;
    let Ok(who) = turn.known() else {
        return Ok(vec![press.alert(words::refusal(turn.texts, &Refusal::NotAllowed))]);
    };
    let all = open_of(turn, who).await?;
    let lines: Vec<_> = all.iter().map(|case| CaseLine { case, service: service(turn, case) }).collect();
    Ok(vec![press.show(views::cases(turn.texts, &page(&lines, number as usize), lines.len(), turn.today))])
}

/// The open cases of the organisations for which the person answers, the earliest due first.
pub(super) async fn open_of(turn: &Turn, who: &Who) -> Result<Vec<CaseView>, StoreError> {
    let own: Vec<_> = who.answers_for().into_iter().collect();
    let mut all = turn
        .read(|conn| {
            Box::pin(async move {
                let mut all = Vec::new();
                for organisation in own {
                    all.extend(cases::open_of(conn, organisation, MOST).await?);
                }
                Ok(all)
            })
        })
        .await?;
    all.sort_by_key(|one| (one.due, one.id));
    Ok(all)
}

/// The officer is asked for the words of the answer.
async fn ask_words(turn: &Turn, press: &Press, case: CaseId) -> Answer {
    let one = match look_at(turn, case).await? {
        Ok((_, one)) => one,
        Err(refusal) => return Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
    };
    if !one.is_open() {
        return Ok(vec![press.alert(turn.texts.toast_case_over()), press.show(view_of(turn, &one))]);
    }
    let (key, now) = (turn.key(), turn.now);
    let state = State::CaseAnswer(CaseAnswer { case, message_id: press.message_id });
    turn.keep(move |conn| Box::pin(async move { Ok(state::keep(conn, &key, &state, now).await?) })).await?;
    Ok(vec![press.show(views::ask_case_answer(turn.texts, &one, service(turn, &one)))])
}

/// The words came.
pub(super) async fn answered(turn: Turn, asked: CaseAnswer, text: String) -> Answer {
    let right = match look_at(&turn, asked.case).await? {
        Ok((right, _)) => right,
        Err(refusal) => {
            turn.stop_waiting().await?;
            return Ok(turn.refused(refusal));
        }
    };
    let (key, now, id) = (turn.key(), turn.now, asked.case);
    let catalogue = std::sync::Arc::clone(&turn.catalogue);
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move {
                cases::answer(conn, &right, &catalogue, id, &text, now).await?;
                Ok(state::forget(conn, &key).await?)
            })
        })
        .await;
    match kept {
        Ok(_) => shown(&turn, asked, Vec::new()).await,
        // The next words may be better ones.
        Err(NotDone::Refused(Refusal::ReasonMissing)) => {
            Ok(vec![View::plain(turn.texts.case_words_missing()).send()])
        }
        Err(NotDone::Refused(refusal @ Refusal::TextTooLong)) => Ok(turn.refused(refusal)),
        // A colleague was quicker, or the citizen raised the mark: how it stands is shown.
        Err(NotDone::Refused(_)) => {
            turn.stop_waiting().await?;
            shown(&turn, asked, vec![View::plain(turn.texts.case_words_late()).send()]).await
        }
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

/// How the case stands now, in place of the message that asked.
async fn shown(turn: &Turn, asked: CaseAnswer, first: Vec<crate::reply::Reply>) -> Answer {
    let mut replies = first;
    if let Ok((_, one)) = look_at(turn, asked.case).await? {
        replies.push(view_of(turn, &one).replace(asked.message_id));
    }
    Ok(replies)
}

/// The case and the right to answer it.
async fn look_at(turn: &Turn, id: CaseId) -> Result<Result<(MayAnswer, CaseView), Refusal>, StoreError> {
    let Ok(who) = turn.known() else { return Ok(Err(Refusal::NotAllowed)) };
    let found = turn.read(|conn| Box::pin(cases::view(conn, id))).await?;
    let Some(one) = found else { return Ok(Err(Refusal::NotYours)) };
    Ok(who.may_answer(one.organisation, &turn.catalogue.tree).map(|right| (right, one)))
}

fn view_of(turn: &Turn, one: &CaseView) -> View {
    views::case(turn.texts, one, service(turn, one), &turn.page(&format!("cases/{}", one.id)))
}

pub(super) fn service<'a>(turn: &'a Turn, case: &CaseView) -> &'a str {
    let known = turn.catalogue.services.get(&case.service);
    known.map(|known| known.names.in_language(turn.texts.language())).unwrap_or_default()
}

/// A citizen wants to hear the answer: only now something by which they can be reached is kept, sealed.
async fn tell(turn: Turn, press: &Press, rating: RatingId) -> Answer {
    let (secret, chat, language) = (turn.ctx.secret.clone(), turn.telegram_id, turn.texts.language());
    // A rating of the last days of December may be answered in January.
    let last_year = turn.ctx.voter_of(turn.today.year() - 1, chat).await?;
    let voters = [Some(turn.voter().await?), last_year];
    let asked = turn
        .keep(move |conn| {
            Box::pin(async move {
                let mut asked = Asked::Nothing;
                for voter in voters.into_iter().flatten() {
                    let secret = secret.clone();
                    let seal = move |case: CaseId| secret.seal_chat(case, chat);
                    asked = cases::ask(conn, rating, &voter, language, seal).await?;
                    if asked != Asked::Nothing {
                        break;
                    }
                }
                Ok(asked)
            })
        })
        .await?;
    match asked {
        Some(Asked::Waits(_)) => Ok(vec![
            press.toast(turn.texts.toast_case_will_hear()),
            View::plain(turn.texts.case_will_hear()).send(),
        ]),
        Some(Asked::Answered(case)) => {
            let found = turn.read(|conn| Box::pin(cases::view(conn, case))).await?;
            Ok(found
                .map(|one| views::case_answer(turn.texts, &one, service(&turn, &one)).send())
                .into_iter()
                .collect())
        }
        Some(Asked::Nothing) => Ok(vec![press.alert(turn.texts.toast_case_none())]),
        None => Ok(Vec::new()),
    }
}

/// A citizen says whether the answer helped.
async fn judged(turn: Turn, press: &Press, case: CaseId, verdict: Verdict) -> Answer {
    let found = turn
        .read(|conn| {
            Box::pin(async move { Ok((cases::rated_on(conn, case).await?, cases::view(conn, case).await?)) })
        })
        .await?;
    let (Some(day), Some(one)) = found else { return Ok(vec![press.alert(turn.texts.toast_case_none())]) };
    let Some(voter) = turn.ctx.voter_of(day.year(), turn.telegram_id).await? else {
        return Ok(vec![press.alert(turn.texts.toast_case_none())]);
    };
    let week = turn.catalogue.week_of(one.organisation);
    let word = Word {
        voter,
        verdict,
        language: turn.texts.language(),
        sealed: turn.ctx.secret.seal_chat(case, turn.telegram_id)?,
        due: turn.catalogue.cases.due(turn.today, &turn.catalogue.calendar, week),
    };
    let now = turn.now;
    let said = turn
        .keep(move |conn| Box::pin(async move { Ok(cases::said(conn, case, &word, now).await?) }))
        .await?;
    let view = |verdict, again| views::case_judged(turn.texts, &one, service(&turn, &one), verdict, again);
    Ok(match said {
        Some(Said::Over) => {
            vec![press.toast(turn.texts.toast_case_judged()), press.show(view(verdict, None))]
        }
        Some(Said::Again(due)) => {
            vec![press.toast(turn.texts.toast_case_again()), press.show(view(verdict, Some(due)))]
        }
        Some(Said::Before(verdict)) => {
            vec![press.toast(turn.texts.toast_case_judged()), press.show(view(verdict, None))]
        }
        Some(Said::Nothing) => vec![press.alert(turn.texts.toast_case_none())],
        None => Vec::new(),
    })
}
