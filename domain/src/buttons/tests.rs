use chrono::Datelike;
use proptest::prelude::*;

use super::*;
use crate::answers::Cause;
use crate::cases::Verdict;
use crate::extension::{WhyMore, WhyNot};
use crate::ids::{
    AnswerId, CaseId, ExtensionId, HandOverId, OrganisationId, PersonId, RecheckId, ServiceId, SubstitutionId,
};
use crate::ratings::{Criterion, Reason};
use crate::recheck::WhyFalls;
use crate::visits::VisitCode;

/// One of each kind, with the longest values that it can carry.
fn every_kind() -> Vec<Button> {
    let (point, token) = ("7KQ2MABC".to_owned(), "0f".repeat(24));
    let (obligation, rating, version) = (ObligationId(i64::MAX), RatingId(i64::MAX), i64::MAX);
    let mut buttons = vec![
        Button::Tasks { page: u32::MAX },
        Button::Digest { extent: Extent::Near, page: u32::MAX },
        Button::Digest { extent: Extent::List, page: 0 },
        Button::Snooze { obligation, until: "9999-12-31".parse().unwrap() },
        Button::SnoozeAll { extent: Extent::List, until: "2026-11-24".parse().unwrap() },
        Button::Task { obligation },
        Button::Finish { obligation },
        Button::Reviews { page: 0 },
        Button::Review { obligation },
        Button::Accept { obligation, version },
        Button::SendBack { obligation, version },
        Button::SignIn { token: token.clone(), approve: true },
        Button::SignIn { token: token.clone(), approve: false },
        Button::Overdue { page: 3 },
        Button::Status,
        Button::Help,
        Button::Privacy,
        Button::Blank,
        Button::Trial,
    ];
    let (organisation, substitute) = (OrganisationId(i64::MAX), PersonId(i64::MAX));
    buttons.extend(of_leave(organisation, substitute));
    buttons.extend(
        [
            OpinionAct::Show,
            OpinionAct::Tick { reason: Reason::Unsettled, ticked: true },
            OpinionAct::Tick { reason: Reason::Quick, ticked: false },
            OpinionAct::Ask(Criterion::Legality),
            OpinionAct::Judge { criterion: Criterion::Accessibility, mark: Mark::LOW },
            OpinionAct::Privacy,
        ]
        .map(|act| Button::Opinion(OpinionStep { rating, language: Language::UzCyrl, act })),
    );
    let service = ServiceId(i64::MAX);
    buttons.extend(
        [
            FindAct::Organisations { page: u32::MAX },
            FindAct::Services { organisation, page: u32::MAX },
            FindAct::Service(service),
            FindAct::Rate { service, mark: Mark::LOW },
        ]
        .map(|act| Button::Find(FindStep { language: Language::UzCyrl, act })),
    );
    buttons.extend(of_visits(&point));
    let offer = HandOverId(i64::MAX);
    buttons.extend(
        [
            HandOverStep::Choose { obligation },
            HandOverStep::Offer { obligation, taker: substitute },
            HandOverStep::Answer { offer, accept: true },
            HandOverStep::Answer { offer, accept: false },
            HandOverStep::Withdraw { offer },
        ]
        .map(Button::HandOver),
    );
    buttons.extend(AnswerKind::ALL.map(|kind| Button::Answer { obligation, kind, seen: 1_795_420_800_000 }));
    let (answer, day) = (AnswerId(i64::MAX), "2026-11-27".parse().unwrap());
    buttons.extend([
        Button::Follow(Follow::Month { answer, month: day }),
        Button::Follow(Follow::Promise { answer, day }),
        Button::Follow(Follow::Kept { answer }),
        Button::Follow(Follow::Attach { obligation }),
        Button::Follow(Follow::Record { obligation }),
        Button::Follow(Follow::TakeBack { obligation }),
        Button::Follow(Follow::TakenBack { obligation, version }),
        Button::Follow(Follow::Files { obligation }),
    ]);
    buttons.extend(Cause::ALL.map(|cause| Button::Follow(Follow::Because { answer, cause })));
    buttons.extend(LeaderAct::ALL.map(Button::Lead));
    buttons.extend(ReadyReason::ALL.map(|reason| Button::SendBackFor { obligation, version, reason }));
    buttons.extend(of_control(obligation));
    let case = CaseId(i64::MAX);
    buttons.extend(
        [CaseStep::Show { case }, CaseStep::Answer { case }, CaseStep::List { page: u32::MAX }]
            .map(Button::Case),
    );
    for language in Language::ALL {
        buttons.extend(ForgetAct::ALL.map(|act| Button::Forget(ForgetStep { act, language })));
        buttons.push(Button::Case(CaseStep::Tell { rating, language }));
        buttons.extend(Verdict::ALL.map(|verdict| Button::Case(CaseStep::Said { case, verdict, language })));
        buttons.push(Button::Speak(language));
        buttons.push(Button::RateIn { point: point.clone(), language });
        buttons.push(Button::Comment { rating, language });
        buttons.push(Button::NoComment { rating, language });
        buttons.push(Button::ChangeMark { rating, language });
        buttons.push(Button::ReadInvitation { token: token.clone(), language });
        buttons.push(Button::Join { token: token.clone(), language });
        buttons.extend(Mark::ALL.map(|mark| Button::Rate { point: point.clone(), mark, language }));
    }
    buttons
}

/// The buttons on the way to a substitute and back.
fn of_leave(organisation: OrganisationId, substitute: PersonId) -> [Button; 8] {
    let day = chrono::NaiveDate::MAX.with_year(9999).unwrap();
    [
        LeaveStep::Show,
        LeaveStep::At { organisation },
        LeaveStep::With { organisation, substitute, month: day },
        LeaveStep::Until { organisation, substitute, day },
        LeaveStep::From { organisation, substitute, month: day },
        LeaveStep::Begins { organisation, substitute, first: day, month: day },
        LeaveStep::Between { organisation, substitute, first: day, last: day },
        LeaveStep::End { substitution: SubstitutionId(i64::MAX) },
    ]
    .map(Button::Leave)
}

/// The buttons of citizens with a visit code.
fn of_visits(point: &str) -> [Button; 2] {
    [VisitAct::Ask, VisitAct::Rate(Mark::LOW)].map(|act| {
        let (code, language) = (VisitCode::from_number(u64::MAX), Language::UzCyrl);
        Button::Visit(VisitStep { point: point.to_owned(), code, language, act })
    })
}

/// The buttons of more time, of several reports and of re-checks.
fn of_control(obligation: ObligationId) -> Vec<Button> {
    let (extension, recheck) = (ExtensionId(i64::MAX), RecheckId(i64::MAX));
    let day = "2027-02-28".parse().unwrap();
    let mut buttons = [
        MoreTime::Ask { obligation, month: day },
        MoreTime::Until { obligation, day },
        MoreTime::Withdraw { extension },
        MoreTime::List { page: u32::MAX },
        MoreTime::Show { extension },
        MoreTime::Grant { extension },
        MoreTime::Refuse { extension },
    ]
    .map(Button::MoreTime)
    .to_vec();
    buttons.extend(WhyMore::ALL.map(|reason| Button::MoreTime(MoreTime::For { obligation, day, reason })));
    buttons.extend(WhyNot::ALL.map(|reason| Button::MoreTime(MoreTime::RefuseFor { extension, reason })));
    let together = [Together::Ask { page: 3 }, Together::Accept { page: u32::MAX, seen: u64::MAX }];
    buttons.extend(together.map(Button::Together));
    let looks = [
        SecondLook::List { page: 0 },
        SecondLook::Show { recheck },
        SecondLook::Stands { recheck },
        SecondLook::Falls { recheck },
    ];
    buttons.extend(looks.map(Button::SecondLook));
    buttons.extend(WhyFalls::ALL.map(|reason| Button::SecondLook(SecondLook::FallsFor { recheck, reason })));
    buttons
}

#[test]
fn every_button_leads_back_to_itself_within_telegrams_limit() {
    for button in every_kind() {
        let data = button.data();
        assert!(data.len() <= BUTTON_LIMIT, "{data}");
        assert_eq!(Button::read(&data), Some(button), "{data}");
    }
}

#[test]
fn what_no_button_carries_is_not_understood() {
    for data in [
        "",
        "1",
        "0t:0",
        "2t:0",
        "1t",
        "1t:",
        "1t:-1",
        "1t:00",
        "1t:+1",
        "1t:0:0",
        "1o:abc",
        "1o:99999999999999999999",
        "1a:7:x:0",
        "1k:7:20261131",
        "1k:7:2026111",
        "1KA:x:20261130",
        "1KD:n:-1",
        "1a:7:d",
        "1r:7KQ2MABC:6:l",
        "1r:7KQ2MABC:0:l",
        "1r::5:l",
        "1r:a b:5:l",
        "1Vr:7KQ2MABC:C48H4KPH5:l:6",
        "1Vr:7KQ2MABC:C48H4KPH4:l:5",
        "1Vq:7KQ2MABC:c48h4kph5:l",
        "1Vq:7KQ2MABC:l",
        "1Vz:7KQ2MABC:C48H4KPH5:l",
        "1l:uz",
        "1s:aa:1",
        "1zz",
        "1Sl:1",
        "1Sq",
        "1Su:1:2:2026-11-23",
        "1Su:1:2:20261131",
        "1Su:1:2",
        "1Ha:1:x",
        "1Hz:1",
        "1x:1:1:q",
        "1E",
        "1Ec:7",
        "1Ed:7:20261301",
        "1Ed:7:2026-12-01",
        "1Ed:7:120261201",
        "1Er:7:20261201:q",
        "1Eg:x",
        "1Ez:7",
        "1By:0",
        "1By:0:-1",
        "1Rs:",
        "1Rx:7:q",
        "1Ad:1:2026-11-27",
        "1Ad:1:20261131",
        "1Ac:1:z",
        "1Az:1",
        "ў",
        "1r:'; DROP TABLE rating:5:l",
    ] {
        assert_eq!(Button::read(data), None, "{data}");
    }
    assert_eq!(Button::read(&format!("1j:{}:l", "a".repeat(64))), None);
}

proptest! {
    #[test]
    fn any_data_at_all_is_taken(data in any::<String>(), like in "1[a-zA-Z]{1,2}(:[0-9a-z-]{0,20}){0,4}") {
        for data in [data, like] {
            if let Some(button) = Button::read(&data) {
                prop_assert_eq!(button.data(), data);
            }
        }
    }
}
