//! The views of control beyond one report, with the worst values.

use domain::extension::Asking;
use domain::ids::{ExtensionId, RecheckId};
use domain::recheck::Recheck;
use store::obligations::Extension;
use store::rechecks::RecheckView;

use super::*;

/// More time, several reports at once, re-checks.
pub(super) fn views(texts: Texts) -> Vec<View> {
    let (organisation, page_of_panel) = (nasty(400), "https://nazorat.example/obligations/1");
    let one = obligation(1, 7, 6000);
    let offered = |_| true;
    let choice = Choice { days: today()..=today() + TimeDelta::days(180), may: &offered };
    let asked = |state: Asking| Extension {
        id: ExtensionId(i64::MAX),
        obligation: one.id,
        organisation: OrganisationId(1),
        text: nasty(6000).into(),
        due_before: today(),
        wanted: today(),
        reason: nasty(1000),
        asked_by: PersonId(1),
        asker: nasty(300),
        asked_at: now(),
        state,
        decider: (state != Asking::Asked).then(|| nasty(300)),
        decided_at: None,
        decision: (state == Asking::Refused).then(|| nasty(1000)),
        granted: (state == Asking::Granted).then(today),
    };
    let looked = |state: Recheck| RecheckView {
        id: RecheckId(i64::MAX),
        obligation: one.id,
        organisation: OrganisationId(1),
        text: nasty(6000).into(),
        accepted_by: None,
        acceptor: Some(nasty(300)),
        accepted_at: now(),
        state,
        reason: (state == Recheck::Falls).then(|| nasty(1000)),
    };
    let requested: Vec<_> = (0..30).map(|_| (asked(Asking::Asked), nasty(400))).collect();
    let chosen: Vec<_> = (0..30).map(|_| (looked(Recheck::Chosen), nasty(400))).collect();
    let named: Vec<Named> = obligations().into_iter().take(8).map(|one| (one, nasty(400))).collect();
    let left = vec![(nasty(400), nasty(900), texts.refusal_own_answer()); 8];
    let mut views = vec![
        ask_day(texts, &one, &choice, today()),
        ask_why(texts, &one, today()),
        more_time_asked(texts, &asked(Asking::Asked)),
        ask_why_not(texts, &asked(Asking::Asked), &organisation),
        requests(texts, &page(&requested, 1), requested.len()),
        requests(texts, &page(&[], 0), 0),
        rechecks(texts, &page(&chosen, 1), chosen.len()),
        rechecks(texts, &page(&[], 0), 0),
        ask_why_falls(texts, &looked(Recheck::Chosen), &organisation),
        recheck_fell(texts, &looked(Recheck::Falls)),
        ask_together(texts, &named, 3, u32::MAX, u64::MAX),
        ask_together(texts, &[], 0, 0, 0),
        decided_together(texts, 50, &left),
        decided_together(texts, 0, &[]),
    ];
    views.extend(Asking::ALL.map(|state| request(texts, &asked(state), &organisation, page_of_panel)));
    views.extend(Asking::ALL.map(|state| more_time_decided(texts, &asked(state), today())));
    views.extend(Recheck::ALL.map(|state| recheck(texts, &looked(state), &organisation, page_of_panel)));
    views
}
