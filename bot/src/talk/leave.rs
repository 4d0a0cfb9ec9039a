//! Leave: who answers in an officer's place, from today or a later day until when, and "I am back".

use chrono::{Days, NaiveDate};
use domain::buttons::{Button, LeaveStep};
use domain::ids::{OrganisationId, PersonId, SubstitutionId};
use domain::people::MaySubstitute;
use domain::refusal::Refusal;
use domain::substitution::{self, When, may_stand_in};
use locales::words;
use store::{NotDone, StoreError, people, substitutions};

use super::turn::{Answer, Press, Turn};
use super::views::{self, LeaveChoice, LeaveDay, View};

/// The last day of a leave that is set here lies at most so far ahead.
const FARTHEST: Days = Days::new(183);

/// So many colleagues are shown: more buttons are no choice.
const COLLEAGUES: usize = 8;

/// `/leave`.
pub(super) async fn show(turn: Turn) -> Answer {
    turn.stop_waiting().await?;
    match home(&turn).await? {
        Ok(view) => Ok(vec![view.send()]),
        Err(refusal) => Ok(turn.refused(refusal)),
    }
}

/// The buttons on the way to a substitute and back.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    let Button::Leave(step) = press.button else { return Ok(Vec::new()) };
    match step {
        LeaveStep::Until { organisation, substitute, day } => {
            return set(&turn, &press, (organisation, substitute), (turn.today, day)).await;
        }
        LeaveStep::Between { organisation, substitute, first, last } => {
            return set(&turn, &press, (organisation, substitute), (first, last)).await;
        }
        LeaveStep::End { substitution } => return end(&turn, &press, substitution).await,
        LeaveStep::Show
        | LeaveStep::At { .. }
        | LeaveStep::With { .. }
        | LeaveStep::From { .. }
        | LeaveStep::Begins { .. } => turn.stop_waiting().await?,
    }
    let shown = match step {
        LeaveStep::At { organisation } => match own(&turn, organisation) {
            Ok(_) => Ok(colleagues(&turn, organisation).await?),
            Err(refusal) => Err(refusal),
        },
        LeaveStep::With { organisation, substitute, month } => {
            let last_day = LeaveDay::LastFromToday;
            day_of_leave(&turn, (organisation, substitute), last_day, month).await?
        }
        LeaveStep::From { organisation, substitute, month } => {
            day_of_leave(&turn, (organisation, substitute), LeaveDay::First, month).await?
        }
        LeaveStep::Begins { organisation, substitute, first, month } => {
            let last_day = LeaveDay::Last { first: first.max(turn.today) };
            day_of_leave(&turn, (organisation, substitute), last_day, month).await?
        }
        _ => home(&turn).await?,
    };
    match shown {
        Ok(view) => Ok(vec![press.show(view)]),
        Err(refusal) => corrected(&turn, &press, words::refusal(turn.texts, &refusal)).await,
    }
}

/// How it stands, and the first choice.
async fn home(turn: &Turn) -> Result<Result<View, Refusal>, StoreError> {
    let Some(who) = turn.who.as_deref().filter(|who| who.answers()) else {
        return Ok(Err(Refusal::NotAllowed));
    };
    let (person, today) = (who.person, turn.today);
    let lasting = turn.read(|conn| Box::pin(substitutions::of_person(conn, person, today))).await?;
    let away_from = |organisation| {
        let away = |one: &substitutions::View| {
            (one.substitution.person, one.substitution.organisation) == (person, organisation)
        };
        lasting.iter().any(|one| away(one) && one.when(today) == When::Now)
    };
    let mut free = who.answers_by_role();
    free.retain(|organisation| !away_from(*organisation));
    let choice = match free.iter().copied().collect::<Vec<_>>()[..] {
        [] => LeaveChoice::Nothing,
        [only] => choice_of_colleague(turn, only).await?,
        ref several => {
            let named = several.iter().map(|id| (*id, turn.organisation(*id).to_owned()));
            LeaveChoice::Organisation(named.collect())
        }
    };
    Ok(Ok(views::leave(turn.texts, person, &lasting, |id| turn.organisation(id), &choice, today)))
}

async fn colleagues(turn: &Turn, organisation: OrganisationId) -> Result<View, StoreError> {
    let choice = choice_of_colleague(turn, organisation).await?;
    let person = turn.who.as_ref().map_or(PersonId(0), |who| who.person);
    Ok(views::leave(turn.texts, person, &[], |id| turn.organisation(id), &choice, turn.today))
}

/// Who can stand in at this organisation, and can be written to.
async fn choice_of_colleague(turn: &Turn, organisation: OrganisationId) -> Result<LeaveChoice, StoreError> {
    let (tree, today) = (turn.catalogue.tree.clone(), turn.today);
    let own = turn.who.as_ref().map(|who| who.person);
    let found = turn
        .read(move |conn| {
            Box::pin(async move {
                let mut all = people::colleagues(conn, organisation, &tree, today).await?;
                all.retain(|(one, who)| Some(one.person) != own && may_stand_in(who, organisation, &tree));
                Ok(all)
            })
        })
        .await?;
    let names = found.into_iter().take(COLLEAGUES).map(|(one, _)| (one.person, one.name));
    Ok(LeaveChoice::Colleague(organisation, names.collect()))
}

/// A calendar of first or of last days.
async fn day_of_leave(
    turn: &Turn,
    (organisation, substitute): (OrganisationId, PersonId),
    chosen: LeaveDay,
    month: NaiveDate,
) -> Result<Result<View, Refusal>, StoreError> {
    if let Err(refusal) = own(turn, organisation) {
        return Ok(Err(refusal));
    }
    let found = turn.read(|conn| Box::pin(people::recipient(conn, substitute))).await?;
    let Some(substitute) = found else { return Ok(Err(Refusal::CannotStandIn)) };
    let from = match chosen {
        LeaveDay::LastFromToday => turn.today,
        LeaveDay::First => turn.today.succ_opt().unwrap_or(turn.today),
        LeaveDay::Last { first } => first,
    };
    let days = from..=farthest(turn.today).max(from);
    Ok(Ok(views::leave_day(turn.texts, organisation, &substitute, (chosen, month), days)))
}

async fn set(
    turn: &Turn,
    press: &Press,
    (organisation, substitute): (OrganisationId, PersonId),
    (first, last): (NaiveDate, NaiveDate),
) -> Answer {
    let right = match own(turn, organisation) {
        Ok(right) => right,
        Err(refusal) => return corrected(turn, press, words::refusal(turn.texts, &refusal)).await,
    };
    // A button of yesterday may name a first day that is over.
    let days =
        substitution::Days { first: first.max(turn.today), last: last.min(farthest(turn.today).max(first)) };
    let (tree, now) = (turn.catalogue.tree.clone(), turn.now);
    let set = turn
        .keep(move |conn| {
            Box::pin(async move { substitutions::set(conn, &right, substitute, days, &tree, now).await })
        })
        .await;
    match set {
        Ok(_) => told(turn, press, turn.texts.toast_leave_kept()).await,
        Err(NotDone::Refused(refusal)) => corrected(turn, press, words::refusal(turn.texts, &refusal)).await,
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

/// "I am back", or the leave is called off.
async fn end(turn: &Turn, press: &Press, id: SubstitutionId) -> Answer {
    let found = turn.read(|conn| Box::pin(substitutions::view(conn, id))).await?;
    let allowed = match (turn.known(), found) {
        (Ok(who), Some(one)) => {
            let of = one.substitution;
            who.may_substitute(of.person, of.organisation, &turn.catalogue.tree)
        }
        (Err(refusal), _) => Err(refusal),
        (Ok(_), None) => Err(Refusal::NotYours),
    };
    let right = match allowed {
        Ok(right) => right,
        Err(refusal) => return corrected(turn, press, words::refusal(turn.texts, &refusal)).await,
    };
    let now = turn.now;
    let ended =
        turn.keep(move |conn| Box::pin(async move { substitutions::end(conn, &right, id, now).await })).await;
    match ended {
        Ok(Some(true)) => told(turn, press, turn.texts.toast_leave_ended()).await,
        Ok(_) => told(turn, press, turn.texts.toast_leave_was_over()).await,
        Err(NotDone::Refused(refusal)) => corrected(turn, press, words::refusal(turn.texts, &refusal)).await,
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

/// The right to name one's own substitute there.
fn own(turn: &Turn, organisation: OrganisationId) -> Result<MaySubstitute, Refusal> {
    let who = turn.known()?;
    who.may_substitute(who.person, organisation, &turn.catalogue.tree)
}

fn farthest(today: NaiveDate) -> NaiveDate {
    today.checked_add_days(FARTHEST).unwrap_or(today)
}

/// It was done: says so, and shows how it stands now.
async fn told(turn: &Turn, press: &Press, toast: String) -> Answer {
    let mut replies = vec![press.toast(toast)];
    replies.extend(home(turn).await?.ok().map(|view| press.show(view)));
    Ok(replies)
}

/// Nothing was changed: says why, and shows how it stands.
async fn corrected(turn: &Turn, press: &Press, why: String) -> Answer {
    let mut replies = vec![press.alert(why)];
    replies.extend(home(turn).await?.ok().map(|view| press.show(view)));
    Ok(replies)
}
