//! Every view in every language with the worst values: within Telegram's limits, and read by Telegram as it was meant.

mod cases;
mod control;
mod days;
mod follows;
mod hand_over;
mod leaders;
mod leave;
mod limits;
mod shortening;

use chrono::{DateTime, NaiveDate, TimeDelta, Utc};
use domain::answers::{AnswerKind, LastWord};
use domain::buttons::BUTTON_LIMIT;
use domain::compliance::Rate;
use domain::deadline::Period;
use domain::ids::{AnswerId, MeasureId, ObligationId, OrganisationId, PersonId, PlanId, RatingId, ServiceId};
use domain::people::{Grant, Role, Who};
use domain::ratings::{Criterion, Mark, Reason};
use domain::refusal::Refusal;
use domain::reminders::page;
use domain::visits::{Misread, VisitCode};
use locales::digest::List;
use locales::words;
use proptest::prelude::*;
use store::answers::Given;
use store::forgetting::Forgotten;
use store::obligations::ObligationView;
use store::opinions::Opinion;
use store::organisations::Catalogue;
use store::ratings::OwnRating;
use store::sessions::{SignIn, SignInState};

use self::limits::check;
use super::*;
use crate::reply::KeyAction;
use crate::talk::commands::{menu, menus_for_everybody};

/// Where the panel says what is kept.
const PAGE: &str = "https://nazorat.example/privacy";

/// Telegram's limit for a message, in characters after the HTML is read.
const MESSAGE_LIMIT: usize = 4096;

/// Telegram's limit for the line that answers a press.
const TOAST_LIMIT: usize = 200;

/// Words that would break HTML, hide, or never end.
fn nasty(characters: usize) -> String {
    "<b>Oʻzbekiston &amp; \"Ҳокимлик\" 👩‍👩‍👧 </i> № ".chars().cycle().take(characters).collect()
}

fn today() -> NaiveDate {
    "2026-11-23".parse().unwrap()
}

fn now() -> DateTime<Utc> {
    "2026-11-23T04:30:00Z".parse().unwrap()
}

fn obligation(id: i64, days: i64, text: usize) -> ObligationView {
    ObligationView {
        id: ObligationId(i64::MAX - id.abs()),
        organisation: OrganisationId(1),
        plan: PlanId(1),
        measure: MeasureId(1),
        measure_number: 999,
        section: nasty(100).into(),
        text: nasty(text).into(),
        mechanism: nasty(text).into(),
        plan_number: nasty(40),
        adopted: today(),
        period: Period::HalfYear(2026, 2),
        original_due: today() + TimeDelta::days(days - 2),
        due: today() + TimeDelta::days(days),
        due_version: 1,
        state: domain::obligation::State::Open,
        state_version: i64::MAX,
        submitted_at: None,
        submitted_on: None,
        last_answer: Some(AnswerKind::NothingToReport),
        last_answer_at: Some(now()),
        promised: Some(today() - TimeDelta::days(days)),
        extended_from: (days > 5).then(today),
        asked_more_at: (days < 0).then(now),
        decided_at: None,
        made_at: now(),
        assignee: Some((PersonId(1), nasty(300))),
        evidence: domain::evidence::Need::Required,
    }
}

/// The obligation in each state, on time and late.
fn obligations() -> Vec<ObligationView> {
    let mut all = Vec::new();
    for days in [-400, -1, 0, 1, 7, 90] {
        for state in domain::obligation::State::ALL {
            let mut one = obligation(days, days, 6000);
            one.state = state;
            if !matches!(state, domain::obligation::State::Open | domain::obligation::State::Returned) {
                (one.submitted_at, one.submitted_on) = (Some(now()), Some(today()));
            }
            all.push(one);
        }
    }
    all
}

fn who(roles: &[Role]) -> Who {
    let grant = |role: &Role| Grant { role: *role, organisation: OrganisationId(1) };
    Who {
        person: PersonId(1),
        name: nasty(300),
        language: Language::UzLatn,
        grants: roles.iter().map(grant).collect(),
        stands_in: Vec::new(),
    }
}

fn catalogue() -> Catalogue {
    let names = domain::language::Names { uz_latn: nasty(400), ..Default::default() };
    let organisation = store::organisations::Organisation {
        id: OrganisationId(1),
        key: "k".into(),
        names,
        week: domain::calendar::Week::Five,
        parent: None,
        kind: "city".into(),
        active: true,
    };
    Catalogue { organisations: [(OrganisationId(1), organisation)].into(), ..Catalogue::default() }
}

fn officers_views(texts: Texts) -> Vec<View> {
    let reason = nasty(1000);
    let many: Vec<_> = (0..200).map(|id| obligation(id, id - 30, 500)).collect();
    let of = |list, open: &[ObligationView], put_off_to| Digest { list, open: open.to_vec(), put_off_to };
    let tomorrow = Some(today() + TimeDelta::days(1));
    let mut views = vec![
        digest(texts, of(List::Near, &many, tomorrow), 0, today()),
        digest(texts, of(List::Until(today()), &many, Some(today() + TimeDelta::days(3))), 7, today()),
        digest(texts, of(List::LastHours, &many[..3], None), 0, today()),
        digest(texts, of(List::Near, &[], None), 3, today()),
        trial(texts, many[0].clone(), today()),
        tasks(texts, many.clone(), &[OrganisationId(1)].into(), 1, today()),
        tasks(texts, many, &[].into(), 99, today()),
    ];
    for one in obligations() {
        let later =
            Later { put_off: tomorrow, days: [1, 3].map(|days| today() + TimeDelta::days(days)).to_vec() };
        views.push(item(texts, &one, Some(&reason), (&Hand::Offer, &later), today()));
        views.extend([
            accepted(texts, &one),
            returned(texts, &one, &reason),
            cancelled(texts, &one, &reason),
        ]);
    }
    views
}

fn controllers_views(texts: Texts) -> Vec<View> {
    let (reason, organisation) = (nasty(1000), nasty(400));
    let given = Given {
        id: AnswerId(1),
        kind: AnswerKind::Done,
        text: Some(nasty(1000)),
        given_at: now(),
        person: PersonId(1),
        name: nasty(300),
        files: 21,
        promised: Some(today()),
        links: vec![nasty(500); 9],
        records: vec!["1".repeat(20); 9],
        changes: 22,
    };
    let lines: Vec<_> = (0..50)
        .map(|id| {
            let holder = domain::ageing::Holder::DeputyHokim;
            let ball = domain::ageing::Ball { holder, since: today(), days: 1_000 };
            let ball = Some(ball).filter(|_| id != 25);
            ReviewLine { one: obligation(id, -id, 900), organisation: nasty(400), ball }
        })
        .collect();
    let more = MoreToDecide { requests: 1_000, rechecks: 1_000 };
    let behind: Vec<_> = (0..50)
        .map(|_| OverdueLine {
            organisation: nasty(400),
            text: nasty(900),
            due: today(),
            said: Some(LastWord::Answered(AnswerKind::InProgress, now())),
            promised: Some(today()),
            page: "https://nazorat.example/obligations/1".into(),
        })
        .collect();
    let figures = |worst: usize| Status {
        today: today(),
        counted: leaders::counted(Rate::of(7, 9).filter(|_| worst > 0)),
        leads: true,
        worst: vec![(nasty(400), 1_000); worst],
        panel: "https://nazorat.example".into(),
    };
    let mut views = vec![
        reviews(texts, &page(&lines, 3), lines.len(), more),
        reviews(texts, &page(&[], 0), 0, more),
        reviews(texts, &page(&[], 0), 0, MoreToDecide::default()),
        overdue(texts, &page(&behind, 2), behind.len(), today()),
        overdue(texts, &page(&[], 0), 0, today()),
        status(texts, &figures(5)),
        status(texts, &figures(0)),
        update_parked(texts, i64::MAX),
    ];
    views.extend(days::views(texts));
    for one in obligations() {
        let page = "https://nazorat.example/obligations/1".to_owned();
        let shown =
            Report { one: &one, organisation: &organisation, answer: Some(&given), decision: None, page };
        views.push(report(texts, &shown));
        views.push(ask_reason(texts, &one, &organisation));
        views.push(decided(texts, &one, &organisation, Some(&reason)));
        views.push(decided(texts, &one, &organisation, None));
    }
    views
}

fn citizens_views(texts: Texts) -> Vec<View> {
    let mut views = vec![
        question(texts, "7KQ2MABC", &nasty(700), &nasty(900)),
        unknown_point(texts),
        former_point(texts, None),
        former_point(texts, Some("7KQ2MABC")),
        not_today(texts),
        ask_comment(texts, RatingId(i64::MAX)),
        privacy_of_mark(texts, RatingId(i64::MAX), PAGE),
        ask_to_forget(texts, None),
        forgotten(texts, None, Forgotten::default()),
        forgotten(texts, None, Forgotten { marks: usize::MAX, comments: usize::MAX, wishes: usize::MAX }),
        nothing_found(texts, &nasty(700)),
        comment_stands(texts),
        unknown_words(texts),
        unknown_service(texts),
        question_of(texts, ServiceId(i64::MAX), &nasty(700), &nasty(900)),
    ];
    let (name, organisation) = (nasty(700), nasty(500));
    let (code, point) = (VisitCode::from_number(u64::MAX), "7KQ2MABC");
    views.extend([
        question_with_code(texts, point, code, &name, &organisation),
        visit_wanted(texts, ServiceId(i64::MAX), Some(point), &name, &organisation),
        visit_wanted(texts, ServiceId(i64::MAX), None, &name, &organisation),
        visit_elsewhere(texts, point, code, &name, &organisation),
        visit_refused(texts, &words::refusal(texts, &Refusal::VisitCodeUnknown)),
        visit_misread(texts, Misread::Mistyped),
        visit_misread(texts, Misread::NoCode),
    ]);
    let service = FoundService { id: ServiceId(i64::MAX), name: &name, organisation: &organisation };
    views.extend([
        found_services(texts, &nasty(700), &[service; 6]),
        services(texts, OrganisationId(i64::MAX), &[service; 6], 1, 3),
        organisations(texts, &[(OrganisationId(i64::MAX), organisation.as_str()); 8], 1, 3),
        View::plain(passed_on(texts, &service, "https://t.me/nazorat_bot?start=s_9223372036854775807")),
    ]);
    for mark in Mark::ALL {
        let own = OwnRating {
            service: ServiceId(1),
            point: None,
            mark,
            comment: Some(nasty(1000)),
            day: today(),
            case_due: mark.opens_case(Mark::LOW).then(today),
        };
        let opinion = Opinion {
            reasons: Reason::of(mark).to_vec(),
            criteria: Criterion::ALL.map(|criterion| (criterion, mark)).to_vec(),
        };
        let service = nasty(700);
        let given = GivenMark { rating: RatingId(i64::MAX), own: &own, opinion: &opinion, service: &service };
        views.push(thanks(texts, &given, None, own.case_due.is_none()));
        views.push(thanks(texts, &given, Some(texts.comment_cut(1000)), false));
        views.extend(Criterion::ALL.map(|asked| criterion(texts, &given, asked)));
    }
    views
}

fn everybodys_views(texts: Texts) -> Vec<View> {
    let (catalogue, token, panel) = (catalogue(), "0f".repeat(24), "https://nazorat.example");
    let asked = SignIn { code: 47, state: SignInState::Asked };
    let mut views = vec![
        start(texts, None, &catalogue, panel),
        help(texts, None, panel),
        privacy(texts, None, PAGE),
        forgetting_of_known(texts),
        ask_to_withdraw(texts),
        withdrawn(texts),
        language_choice(texts),
        sign_in(texts, &asked, &token),
        invitation(texts, &nasty(300), None, &catalogue, &token),
    ];
    let all = [Role::ALL.as_slice(); 4].concat();
    for roles in [&[][..], &[Role::Officer], &[Role::Controller], &[Role::Observer], &all] {
        let who = who(roles);
        views.push(start(texts, Some(&who), &catalogue, panel));
        views.push(joined(texts, true, &who, &catalogue, panel));
        views.push(invitation(texts, &who.name, Some(&who), &catalogue, &token));
        views.push(help(texts, Some(&who), panel));
        views.push(privacy(texts, Some(&who), PAGE));
        views.push(ask_to_forget(texts, Some(&who)));
        views.push(forgotten(texts, Some(&who), Forgotten::default()));
    }
    views
}

#[test]
fn every_view_keeps_telegrams_limits_in_every_language_with_the_worst_values() {
    for language in Language::ALL {
        let texts = Texts::new(language);
        let views =
            [officers_views(texts), controllers_views(texts), citizens_views(texts), everybodys_views(texts)];
        let all = views.iter().flatten();
        let theirs = [
            leave::views(texts),
            follows::views(texts),
            cases::views(texts),
            control::views(texts),
            hand_over::views(texts),
            leaders::views(texts),
        ];
        all.chain(theirs.iter().flatten()).for_each(check);
    }
}

#[test]
fn every_line_has_at_most_one_sign_and_stars_count_as_one() {
    let signs = "🛑⚠⏳⚪🔵👁✅✖📎✍↩📊💬⛔📵🗓❗";
    let is_sign = |letter: &char| signs.contains(*letter);
    for language in Language::ALL {
        for (key, text) in locales::render_all(language) {
            for line in text.lines() {
                assert!(line.chars().filter(is_sign).count() <= 1, "{key}: {line}");
            }
        }
    }
}

#[test]
fn what_is_said_after_a_press_fits_into_a_toast() {
    for language in Language::ALL {
        for prefix in ["toast-", "refusal-"] {
            for (key, text) in locales::with_prefix(language, prefix) {
                assert!(text.chars().count() <= TOAST_LIMIT, "{key}: {text}");
            }
        }
        for (key, text) in locales::with_prefix(language, "button-") {
            assert!(text.chars().count() <= LABEL_LIMIT, "{key}: {text}");
        }
    }
}

#[test]
fn menus_are_what_telegram_takes_and_fit_the_role() {
    let names = |who: Option<&Who>| -> Vec<_> {
        menu(Texts::new(Language::En), who).into_iter().map(|entry| entry.command).collect()
    };
    assert_eq!(names(None), ["rate", "help", "language", "privacy", "forget"]);
    assert_eq!(
        names(Some(&who(&[Role::Officer]))),
        ["tasks", "leave", "help", "language", "privacy", "cancel"]
    );
    let controller = names(Some(&who(&[Role::Controller])));
    assert_eq!(controller, ["status", "review", "overdue", "brief", "help", "language", "privacy", "cancel"]);
    let everybody = menus_for_everybody().map(|(_, entries)| entries);
    let known = Language::ALL.map(|language| menu(Texts::new(language), Some(&who(&Role::ALL))));
    for entry in everybody.iter().chain(&known).flatten() {
        assert!(entry.command.bytes().all(|byte| byte.is_ascii_lowercase()) && entry.command.len() <= 32);
        assert!((1..=256).contains(&entry.description.chars().count()), "{entry:?}");
        assert!(crate::talk::commands::Command::read(entry.command).is_some(), "{entry:?}");
    }
}
