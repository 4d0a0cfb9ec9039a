use domain::cases::Verdict;
use domain::ids::{CaseId, OrganisationId, RatingId, ServiceId};
use domain::reminders::page;
use locales::Texts;
use store::cases::{CaseAnswer, CaseView};
use store::rating_boards::CaseState;

use super::super::{
    CaseLine, View, ask_case_answer, case, case_answer, case_judged, case_reopened, cases, cases_late,
    with_cases,
};
use super::{nasty, now, today};

const PAGE: &str = "https://nazorat.example/cases/1";

fn one(state: CaseState, verdict: Option<Verdict>) -> CaseView {
    let answer = CaseAnswer { words: nasty(1000), at: now(), verdict };
    CaseView {
        id: CaseId(i64::MAX),
        rating: RatingId(1),
        service: ServiceId(1),
        organisation: OrganisationId(1),
        mark: 5,
        reasons: domain::ratings::Reason::WRONG.into(),
        comment: Some(nasty(1000)),
        opened_at: now(),
        due: today(),
        state,
        reopened: verdict.is_some(),
        wanted: true,
        answer: Some(answer),
    }
}

pub(super) fn views(texts: Texts) -> Vec<View> {
    let (service, organisation) = (nasty(700), nasty(400));
    let all: Vec<_> = [CaseState::Open, CaseState::Answered, CaseState::Withdrawn, CaseState::LeftOut]
        .into_iter()
        .flat_map(|state| {
            let verdicts = [None, Some(Verdict::Solved), Some(Verdict::Partly), Some(Verdict::Not)];
            verdicts.map(|verdict| one(state, verdict))
        })
        .collect();
    let lines: Vec<_> = all.iter().map(|case| CaseLine { case, service: &service }).collect();
    let mut views = vec![
        cases(texts, &page(&lines, 1), lines.len(), today()),
        cases(texts, &page(&[], 0), 0, today()),
        cases_late(texts, &lines, today(), PAGE),
        with_cases(texts, None, &lines, today()),
        case_reopened(texts, &all[3], &service, &organisation, PAGE),
    ];
    for one in &all {
        views.push(case(texts, one, &service, PAGE));
        views.push(ask_case_answer(texts, one, &service));
        views.push(case_answer(texts, one, &service));
        views.extend(Verdict::ALL.map(|verdict| case_judged(texts, one, &service, verdict, None)));
        views.push(case_judged(texts, one, &service, Verdict::Not, Some(today())));
    }
    views
}
