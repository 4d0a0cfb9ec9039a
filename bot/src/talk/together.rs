//! Several reports at once: all of a page are accepted, after one question that names them.

use std::collections::HashMap;

use domain::buttons::{Button, Together};
use domain::ids::ObligationId;
use domain::refusal::Refusal;
use domain::reminders::page;
use domain::together::fingerprint;
use locales::words;
use store::StoreError;
use store::obligations::{self, OneOf, Outcome, Verdict};

use super::review;
use super::turn::{Answer, Press, Turn};
use super::views::{self, Named, View};

/// The reports of a page that the person may accept, and how many he made himself.
struct OfPage {
    ones: Vec<Named>,
    own: usize,
}

impl OfPage {
    fn seen(&self) -> u64 {
        fingerprint(self.ones.iter().map(|(one, _)| (one.id, one.state_version)))
    }

    fn question(&self, turn: &Turn, number: u32) -> View {
        views::ask_together(turn.texts, &self.ones, self.own, number, self.seen())
    }
}

/// The buttons of the question and of its answer.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    let Button::Together(button) = press.button else { return Ok(Vec::new()) };
    let (Together::Ask { page: number } | Together::Accept { page: number, .. }) = button;
    let reports = match of_page(&turn, number).await? {
        Ok(reports) => reports,
        Err(refusal) => return Ok(vec![press.alert(words::refusal(turn.texts, &refusal))]),
    };
    match button {
        Together::Accept { seen, .. } if seen == reports.seen() && !reports.ones.is_empty() => {
            accept(&turn, &press, reports.ones).await
        }
        Together::Accept { .. } => {
            let why = press.alert(turn.texts.toast_changed());
            Ok(vec![why, press.show(reports.question(&turn, number))])
        }
        Together::Ask { .. } => {
            turn.stop_waiting().await?;
            Ok(vec![press.show(reports.question(&turn, number))])
        }
    }
}

async fn of_page(turn: &Turn, number: u32) -> Result<Result<OfPage, Refusal>, StoreError> {
    let (all, who) = match (review::mine(turn).await?, turn.known()) {
        (Ok(all), Ok(who)) => (all, who),
        (Err(refusal), _) | (_, Err(refusal)) => return Ok(Err(refusal)),
    };
    let lines = page(&all, number as usize).lines;
    let (person, ids) = (who.person, lines.iter().map(|(one, _)| one.id).collect::<Vec<_>>());
    let own = turn
        .read(move |conn| Box::pin(async move { obligations::reported_by(conn, person, &ids).await }))
        .await?;
    let others = lines.iter().filter(|(one, _)| !own.contains(&one.id)).cloned();
    Ok(Ok(OfPage { ones: others.collect(), own: own.len() }))
}

async fn accept(turn: &Turn, press: &Press, reports: Vec<Named>) -> Answer {
    let who = std::sync::Arc::clone(turn.known()?);
    let rights = reports.iter().map(|(one, _)| {
        let right = who.may_decide(one.organisation, &turn.catalogue.tree)?;
        Ok::<_, Refusal>(OneOf { right, id: one.id, seen: one.state_version })
    });
    let ones = rights.collect::<Result<Vec<_>, _>>()?;
    let now = turn.now;
    let kept = turn
        .keep(move |conn| {
            Box::pin(
                async move { Ok(obligations::decide_together(conn, &ones, Verdict::Accept, now).await?) },
            )
        })
        .await?;
    let Some(outcomes) = kept else { return Ok(vec![press.alert(turn.texts.toast_changed())]) };
    let accepted = outcomes.iter().filter(|(_, outcome)| outcome.is_ok()).count();
    let view = views::decided_together(turn.texts, accepted, &left(turn, &outcomes, &reports));
    Ok(vec![press.toast(turn.texts.toast_together(accepted)), press.show(view)])
}

/// What was not accepted: the organisation, what was to be done, and why not.
fn left(turn: &Turn, outcomes: &[Outcome], reports: &[Named]) -> Vec<(String, String, String)> {
    let named: HashMap<ObligationId, &Named> = reports.iter().map(|named| (named.0.id, named)).collect();
    let refused = outcomes.iter().filter_map(|(id, outcome)| Some((named.get(id)?, outcome.as_ref().err()?)));
    refused
        .map(|((one, organisation), refusal)| {
            let text = one.text.in_language(turn.texts.language());
            (organisation.clone(), text.to_owned(), words::refusal(turn.texts, refusal))
        })
        .collect()
}
