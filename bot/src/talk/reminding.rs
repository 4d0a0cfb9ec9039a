//! The digest behind its own buttons: its pages, and "remind me later".

use std::collections::HashMap;

use chrono::NaiveDate;
use domain::buttons::Button;
use domain::ids::{ObligationId, PersonId};
use domain::people::Who;
use domain::refusal::Refusal;
use domain::reminders::{Extent, Matter, list_until, snooze, snooze_days};
use locales::digest::List;
use locales::{dates, words};
use store::cases::CaseView;
use store::obligations::{self, ObligationView};
use store::organisations::Catalogue;
use store::reminders::{self, Policies};
use store::{NotDone, StoreError};

use super::turn::{Answer, Press, Turn};
use super::views::{self, CaseLine, Later, View};
use super::{cases, tasks};

/// The buttons of the digest.
pub(super) async fn pressed(turn: Turn, press: Press) -> Answer {
    let Some(who) = turn.who.clone().filter(|who| who.answers()) else {
        return Ok(vec![press.alert(words::refusal(turn.texts, &Refusal::NotAllowed))]);
    };
    match press.button {
        Button::Digest { extent, page } => {
            turn.stop_waiting().await?;
            let own = Own::read(&turn, &who).await?;
            Ok(vec![press.show(own.digest(&turn, extent, page as usize))])
        }
        Button::Snooze { obligation, until } => put_off(&turn, &press, obligation, until).await,
        Button::SnoozeAll { extent, until } => put_off_all(&turn, &press, &who, extent, until).await,
        _ => Ok(Vec::new()),
    }
}

/// When the person hears of this obligation again, and what they can choose.
pub(super) async fn later(turn: &Turn, person: PersonId, one: &ObligationView) -> Result<Later, StoreError> {
    let snoozed = turn.read(|conn| Box::pin(reminders::snoozes_of(conn, person))).await?;
    let until = snoozed.into_iter().find(|(obligation, _)| *obligation == one.id).map(|(_, until)| until);
    Ok(Later {
        put_off: until.filter(|until| *until > turn.today && one.due >= turn.today),
        days: days_to_put_off(&turn.catalogue, one, turn.today),
    })
}

/// The earliest day to which something of all this can be put off.
pub(crate) fn put_off_to(
    catalogue: &Catalogue,
    open: &[ObligationView],
    today: NaiveDate,
) -> Option<NaiveDate> {
    open.iter().filter_map(|one| days_to_put_off(catalogue, one, today).first().copied()).min()
}

/// Which list a digest of this extent is.
pub(crate) fn list_of(extent: Extent, today: NaiveDate) -> List {
    match extent {
        Extent::Near => List::Near,
        Extent::List => List::Until(list_until(today)),
    }
}

fn days_to_put_off(catalogue: &Catalogue, one: &ObligationView, today: NaiveDate) -> Vec<NaiveDate> {
    snooze_days(one.due, today, &catalogue.calendar, catalogue.week_of(one.organisation))
}

/// What a person is asked for, and what they have put off.
struct Own {
    open: Vec<ObligationView>,
    snoozed: HashMap<ObligationId, NaiveDate>,
    policies: Policies,
    /// The low marks that wait for their answer: they stand below every page.
    cases: Vec<CaseView>,
}

impl Own {
    async fn read(turn: &Turn, who: &Who) -> Result<Self, StoreError> {
        let person = who.person;
        // What a colleague has taken over is the colleague's.
        let mine = |one: &ObligationView| one.assignee.is_none();
        let open = tasks::open_of(turn, who).await?.into_iter().filter(mine).collect();
        let cases = cases::open_of(turn, who).await?;
        turn.read(|conn| {
            Box::pin(async move {
                let snoozed = reminders::snoozes_of(conn, person).await?.into_iter().collect();
                Ok(Self { open, snoozed, policies: reminders::policies(conn).await?, cases })
            })
        })
        .await
    }

    /// What stands in the digest of today.
    fn in_digest(&self, turn: &Turn, extent: Extent) -> Vec<ObligationView> {
        let belongs = |one: &&ObligationView| {
            let (calendar, week) = (&turn.catalogue.calendar, turn.catalogue.week_of(one.organisation));
            let policy = self.policies.of(one.plan);
            let matter = Matter::on(turn.today, one.due, one.promised, policy, calendar, week);
            matter.put_off(self.snoozed.get(&one.id).copied()).belongs(extent)
        };
        self.open.iter().filter(belongs).cloned().collect()
    }

    fn digest(&self, turn: &Turn, extent: Extent, page: usize) -> View {
        let open = self.in_digest(turn, extent);
        let put_off_to = put_off_to(&turn.catalogue, &open, turn.today);
        let digest = views::Digest { list: list_of(extent, turn.today), open, put_off_to };
        let view = views::digest(turn.texts, digest, page, turn.today);
        if self.cases.is_empty() {
            return view;
        }
        let line = |case| CaseLine { case, service: cases::service(turn, case) };
        let lines: Vec<_> = self.cases.iter().map(line).collect();
        views::with_cases(turn.texts, Some(view), &lines, turn.today)
    }
}

/// Puts one obligation off; its message then says until when.
async fn put_off(turn: &Turn, press: &Press, obligation: ObligationId, until: NaiveDate) -> Answer {
    let right = match tasks::own(turn, obligation).await? {
        Ok((right, _)) => right,
        Err(refusal) => return tasks::refuse(turn, press, refusal).await,
    };
    let (catalogue, today, now) = (turn.catalogue.clone(), turn.today, turn.now);
    let kept = turn
        .keep(move |conn| {
            Box::pin(async move {
                let one = obligations::view(conn, obligation).await?.ok_or(Refusal::NotYours)?;
                one.state.check_open()?;
                let week = catalogue.week_of(one.organisation);
                let until = snooze(until, one.due, today, &catalogue.calendar, week)?;
                Ok(reminders::snooze(conn, &right, obligation, until, now).await?)
            })
        })
        .await;
    match kept {
        Ok(_) => {
            let day = dates::date_with_weekday(turn.texts.language(), until);
            let mut replies = vec![press.toast(turn.texts.toast_snoozed(day))];
            replies.extend(tasks::show(turn, press, obligation).await?);
            Ok(replies)
        }
        Err(NotDone::Refused(refusal)) => {
            tasks::corrected(turn, press, obligation, words::refusal(turn.texts, &refusal)).await
        }
        Err(NotDone::Failed(failure)) => Err(failure.into()),
    }
}

/// Puts off what can wait of a whole digest; the rest stays in it.
async fn put_off_all(turn: &Turn, press: &Press, who: &Who, extent: Extent, until: NaiveDate) -> Answer {
    let mut own = Own::read(turn, who).await?;
    let can_wait = |one: &ObligationView| {
        let week = turn.catalogue.week_of(one.organisation);
        let until = snooze(until, one.due, turn.today, &turn.catalogue.calendar, week).ok()?;
        Some((one.id, who.may_answer(one.organisation, &turn.catalogue.tree).ok()?, until))
    };
    let waiting: Vec<_> = own.in_digest(turn, extent).iter().filter_map(can_wait).collect();
    let count = waiting.len();
    own.snoozed.extend(waiting.iter().map(|(obligation, _, until)| (*obligation, *until)));
    let now = turn.now;
    let kept = turn.keep(move |conn| {
        Box::pin(async move {
            for (obligation, right, until) in &waiting {
                reminders::snooze(conn, right, *obligation, *until, now).await?;
            }
            Ok(())
        })
    });
    kept.await?;
    let day = dates::date_with_weekday(turn.texts.language(), until);
    let rest = own.digest(turn, extent, 0);
    Ok(match count {
        0 if until <= turn.today => {
            vec![press.alert(words::refusal(turn.texts, &Refusal::SnoozeInThePast)), press.show(rest)]
        }
        0 => vec![press.alert(turn.texts.toast_nothing_snoozed()), press.show(rest)],
        _ => {
            let nothing_left = own.in_digest(turn, extent).is_empty();
            let shown = views::put_off(turn.texts, (count, &day), (!nothing_left).then_some(rest));
            vec![press.toast(turn.texts.toast_snoozed_all(count, day)), press.show(shown)]
        }
    })
}
