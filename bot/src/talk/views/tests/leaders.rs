//! What leaders and administrators read, with the worst values.

use domain::escalation::Level;
use store::escalation::Vacancy;

use super::*;
use crate::talk::figures::Counted;

pub(super) fn counted(rate: Option<Rate>) -> Counted {
    Counted { rate, overdue: 1_234_567, under_review: 21, blocked: 3, due_soon: 1, behind: Vec::new() }
}

fn vacancies() -> Vec<(String, Vacancy)> {
    let vacancy = |call| Vacancy { organisation: OrganisationId(1), level: Level::Head, call };
    let named = (0..9).map(|_| (nasty(400), vacancy(Some(nasty(300)))));
    named.chain([(nasty(10), vacancy(None))]).rev().collect()
}

/// Everything that goes up.
pub(super) fn views(texts: Texts) -> Vec<View> {
    let up = |level, lines: usize, vacancies| Escalated {
        level,
        lines: (0..lines)
            .map(|id| EscalatedLine {
                organisation: nasty(400),
                view: obligation(i64::try_from(id).unwrap(), -9, 900),
            })
            .collect(),
        vacancies,
        today: today(),
        panel: "https://nazorat.example",
    };
    let morning = |before, worst: usize, vacancies| Brief {
        today: today(),
        counted: counted(Rate::of(7, 9)),
        extensions: 3,
        escalated: 12,
        cases: Some(LateCases {
            number: 1_000,
            organisation: nasty(400),
            service: nasty(400),
            due: "2026-01-09".parse().unwrap(),
        }),
        before,
        worst: vec![(nasty(400), 1_000); worst],
        vacancies,
        panel: "https://nazorat.example".into(),
    };
    let call = Call {
        people: 1_000,
        items: 21,
        recent: 3,
        hours: 4,
        later: Some(now()),
        unheard: 1_000,
        silent: vec![nasty(400); 9],
    };
    let yesterday = Told { overdue: 7, under_review: 21, due_soon: 5, rate: None };
    vec![
        escalated(texts, up(Level::Head, 1, Vec::new())),
        escalated(texts, up(Level::Head, 50, Vec::new())),
        escalated(texts, up(Level::Controller, 50, vacancies())),
        brief(texts, &morning(None, 0, Vec::new())),
        brief(texts, &morning(Some((today(), yesterday)), 5, vacancies())),
        call_asked(texts, &call),
        call_done(texts, &Call { recent: 0, later: None, silent: vec![nasty(9)], ..call.clone() }),
        call_nobody(texts, &call),
        call_nobody(texts, &Call { unheard: 0, ..call.clone() }),
        called(texts, &nasty(300), obligations(), today()),
        found(texts, &nasty(300), "https://nazorat.example"),
    ]
}

#[test]
fn a_brief_tells_what_has_changed_since_the_one_before() {
    let counted = Counted { overdue: 9, under_review: 4, ..counted(None) };
    let told = Told { overdue: 6, under_review: 4, due_soon: 3, rate: Some(500) };
    let morning = Brief {
        today: today(),
        counted,
        extensions: 1,
        escalated: 2,
        cases: Some(LateCases {
            number: 3,
            organisation: "FHDYO boʻlimi".into(),
            service: "Nikohni qayd etish".into(),
            due: today() - chrono::TimeDelta::days(4),
        }),
        before: Some(("2026-11-20".parse().unwrap(), told)),
        worst: vec![("Kadastr boʻlimi".into(), 4)],
        vacancies: vec![(
            "Issiqlik taʼminoti".into(),
            Vacancy {
                organisation: OrganisationId(1),
                level: Level::Officer,
                call: Some("D. Yoʻldosheva".into()),
            },
        )],
        panel: "https://nazorat.example".into(),
    };
    let text = brief(Texts::new(Language::UzLatn), &morning).text.to_string();
    for part in [
        "Muddati oʻtgan: <b>9</b> (+3)",
        "Tekshiruvda: <b>4</b>\n",
        "Muddati 7 kun ichida: <b>1</b> (−2)",
        "uzaytirish soʻralgan: <b>1</b>",
        "Sizga yetib kelgani: <b>2</b>",
        "past baholar: <b>3</b>\n└ FHDYO boʻlimi: Nikohni qayd etish (<b>4\u{A0}kun\u{A0}kechikdi</b>)",
        "Kadastr boʻlimi — 4 ta",
        "Issiqlik taʼminoti: Masʼul xodim — <b>D. Yoʻldosheva</b>",
        "20.11.2026",
    ] {
        assert!(text.contains(part), "{part}: {text}");
    }
}
