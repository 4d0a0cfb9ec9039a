//! Everything that follows an answer.

use chrono::TimeDelta;
use domain::answers::AnswerKind;
use domain::ids::{AnswerId, ObligationId, PersonId};
use domain::refusal::Refusal;
use locales::Texts;
use store::obligations::ObligationView;

use super::super::*;
use super::{nasty, obligations, today};

pub(super) fn views(texts: Texts) -> Vec<View> {
    let mut views = refusals(texts);
    views.extend(obligations().iter().flat_map(|one| of_obligation(texts, one)));
    views
}

/// Everything that may follow an answer to an obligation.
fn of_obligation(texts: Texts, one: &ObligationView) -> Vec<View> {
    let (answer, controller) = (AnswerId(i64::MAX), nasty(300));
    let choice = Choice { days: today()..=today() + TimeDelta::days(500), may: &|_| true };
    let mut views = vec![
        ask_proof(texts, one),
        ask_more(texts, one),
        ask_record(texts, one.id, Some(answer)),
        ask_record(texts, one.id, None),
        edited(texts, i64::MAX, one, AnswerKind::Done),
    ];
    for months in [0, 6, 16] {
        views.push(choose_day(texts, one, answer, &choice, today() + TimeDelta::days(months * 30)));
    }
    for kind in AnswerKind::ALL {
        for promised in [None, Some(today()), Some(today() + TimeDelta::days(3000))] {
            for controller in [None, Some(controller.as_str())] {
                let shown = Kept { one, answer, kind, promised, controller };
                views.extend([kept(texts, &shown), reported(texts, &shown)]);
            }
        }
        views.push(evidence_kept(texts, &texts.evidence_file_kept(nasty(120)), one, kind));
        views.push(evidence_kept(texts, &texts.evidence_cause_kept(nasty(200)), one, kind));
    }
    views
}

/// What is said of things that are not taken, and of a file that was lost.
fn refusals(texts: Texts) -> Vec<View> {
    let id = ObligationId(i64::MAX);
    let lost = store::evidence::Lost { name: nasty(400), person: PersonId(1), obligation: id };
    let mut views = vec![file_lost(texts, &lost)];
    for refusal in [Refusal::FileTooBig, Refusal::FileNotTaken, Refusal::EvidenceMissing] {
        for name in [None, Some(nasty(400))] {
            let text = file_refused(texts, name.as_deref(), i64::MAX, refusal);
            views.extend([true, false].map(|answered| while_waiting(texts, text.clone(), id, answered)));
        }
    }
    for kind in ["voice", "video", "sticker", "contact", "location", "poll"] {
        views.push(while_waiting(texts, unsupported(texts, kind), id, false));
    }
    views
}
