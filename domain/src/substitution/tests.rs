use super::*;
use crate::language::Language;

const CITY: OrganisationId = OrganisationId(1);
const ARCHIVE: OrganisationId = OrganisationId(2);
const HALL: OrganisationId = OrganisationId(3);
const WATER: OrganisationId = OrganisationId(4);

const AZIZA: PersonId = PersonId(1);
const BOBUR: PersonId = PersonId(2);
const CHAROS: PersonId = PersonId(3);

fn tree() -> Tree {
    Tree::from_parents([(CITY, None), (ARCHIVE, Some(CITY)), (HALL, Some(ARCHIVE)), (WATER, Some(CITY))])
}

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn days(first: &str, last: &str) -> Days {
    Days { first: day(first), last: day(last) }
}

fn who(person: PersonId, grants: &[(Role, OrganisationId)]) -> Who {
    let grants = grants.iter().map(|&(role, organisation)| Grant { role, organisation }).collect();
    Who { person, name: "Kishi".into(), language: Language::UzLatn, grants, stands_in: Vec::new() }
}

fn officer(person: PersonId) -> Who {
    who(person, &[(Role::Officer, ARCHIVE)])
}

fn set(person: PersonId, substitute: PersonId, days: Days) -> Substitution {
    Substitution { person, substitute, organisation: ARCHIVE, days }
}

/// What becomes of Aziza's leave with this substitute.
fn check(by: &Who, days: Days, others: &[Substitution]) -> Result<(), Refusal> {
    let absent = officer(AZIZA);
    let right = absent.may_substitute(AZIZA, ARCHIVE, &tree()).unwrap();
    substitute(&right, &absent, by, days, others, &tree(), day("2026-11-23")).map(|_| ())
}

#[test]
fn a_leave_ends_after_it_begins_and_not_in_the_past() {
    for (first, last, expected) in [
        ("2026-11-23", "2026-11-23", Ok(())),
        ("2026-11-20", "2026-11-23", Ok(())),
        ("2026-12-01", "2027-01-15", Ok(())),
        ("2026-11-10", "2026-11-22", Err(Refusal::LeaveInThePast)),
        ("2026-12-02", "2026-12-01", Err(Refusal::LeaveEndsBeforeItBegins)),
        ("2026-11-02", "2026-11-01", Err(Refusal::LeaveEndsBeforeItBegins)),
    ] {
        assert_eq!(check(&officer(BOBUR), days(first, last), &[]), expected, "{first} to {last}");
    }
}

#[test]
fn a_colleague_stands_in_and_nobody_else() {
    let refused = Err(Refusal::CannotStandIn);
    for (grants, expected) in [
        (&[(Role::Officer, ARCHIVE)][..], Ok(())),
        (&[(Role::Head, ARCHIVE)], Ok(())),
        (&[(Role::Observer, ARCHIVE)], Ok(())),
        (&[(Role::Officer, HALL)], Ok(())),
        (&[(Role::Head, CITY)], Ok(())),
        (&[(Role::Officer, WATER)], refused),
        (&[(Role::Observer, CITY)], refused),
        (&[(Role::Administrator, ARCHIVE)], refused),
        (&[(Role::Controller, CITY)], refused),
        (&[(Role::Officer, ARCHIVE), (Role::Controller, CITY)], refused),
        (&[(Role::Officer, ARCHIVE), (Role::Controller, WATER)], Ok(())),
        (&[], refused),
    ] {
        assert_eq!(check(&who(BOBUR, grants), days("2026-11-23", "2026-11-30"), &[]), expected, "{grants:?}");
    }
    assert_eq!(
        check(&officer(AZIZA), days("2026-11-23", "2026-11-30"), &[]),
        Err(Refusal::SubstituteIsOneself)
    );
}

#[test]
fn only_who_answers_there_can_be_away_from_there() {
    let (absent, tree) = (who(AZIZA, &[(Role::Observer, ARCHIVE)]), tree());
    let administrator = who(CHAROS, &[(Role::Administrator, CITY)]);
    let right = administrator.may_substitute(AZIZA, ARCHIVE, &tree).unwrap();
    let range = days("2026-11-23", "2026-11-30");
    let refused = substitute(&right, &absent, &officer(BOBUR), range, &[], &tree, range.first);
    assert_eq!(refused, Err(Refusal::NotYours));
}

#[test]
fn leaves_of_one_person_do_not_overlap_and_lines_of_substitutes_never_come_back() {
    let week = days("2026-11-23", "2026-11-30");
    let december = days("2026-12-01", "2026-12-31");
    let last_day = days("2026-11-30", "2026-12-05");
    for (others, expected) in [
        (vec![set(AZIZA, CHAROS, december)], Ok(())),
        (vec![set(AZIZA, CHAROS, last_day)], Err(Refusal::LeaveOverlaps)),
        (vec![set(BOBUR, CHAROS, week)], Ok(())),
        (vec![set(CHAROS, AZIZA, week)], Ok(())),
        (vec![set(BOBUR, AZIZA, december)], Ok(())),
        (vec![set(BOBUR, AZIZA, last_day)], Err(Refusal::SubstitutesInACircle)),
        (vec![set(BOBUR, CHAROS, week), set(CHAROS, AZIZA, week)], Err(Refusal::SubstitutesInACircle)),
        // Each meets the leave, but never both on the same day.
        (
            vec![
                set(BOBUR, CHAROS, days("2026-11-23", "2026-11-25")),
                set(CHAROS, AZIZA, days("2026-11-26", "2026-11-30")),
            ],
            Ok(()),
        ),
        (vec![Substitution { organisation: WATER, ..set(AZIZA, CHAROS, week) }], Ok(())),
    ] {
        assert_eq!(check(&officer(BOBUR), week, &others), expected, "{others:?}");
    }
}

#[test]
fn a_leave_is_set_by_oneself_the_head_or_an_administrator() {
    for (by, expected) in [
        (officer(AZIZA), Ok(())),
        (officer(BOBUR), Err(Refusal::NotAllowed)),
        (who(BOBUR, &[(Role::Head, ARCHIVE)]), Ok(())),
        (who(BOBUR, &[(Role::Head, WATER)]), Err(Refusal::NotYours)),
        (who(BOBUR, &[(Role::Administrator, CITY)]), Ok(())),
        (who(BOBUR, &[(Role::Controller, CITY)]), Err(Refusal::NotAllowed)),
        (who(AZIZA, &[(Role::Officer, WATER)]), Err(Refusal::NotAllowed)),
        (who(AZIZA, &[]), Err(Refusal::NotAllowed)),
    ] {
        assert_eq!(by.may_substitute(AZIZA, ARCHIVE, &tree()).map(|_| ()), expected, "{by:?}");
    }
}

#[test]
fn who_acts_on_a_day_follows_the_line_of_substitutes() {
    let all = [
        set(AZIZA, BOBUR, days("2026-11-23", "2026-11-30")),
        set(BOBUR, CHAROS, days("2026-11-25", "2026-11-26")),
    ];
    for (on, acting) in [
        ("2026-11-22", AZIZA),
        ("2026-11-23", BOBUR),
        ("2026-11-25", CHAROS),
        ("2026-11-26", CHAROS),
        ("2026-11-27", BOBUR),
        ("2026-11-30", BOBUR),
        ("2026-12-01", AZIZA),
    ] {
        assert_eq!(acting_for(AZIZA, day(on), &all), acting, "on {on}");
    }
    assert_eq!(answering(&[AZIZA, BOBUR], day("2026-11-23"), &all), [BOBUR], "each is told once");
    assert_eq!(answering(&[AZIZA, BOBUR], day("2026-12-01"), &all), [AZIZA, BOBUR]);
    assert_eq!(answering(&[], day("2026-12-01"), &all), []);
}

#[test]
fn a_circle_in_the_data_ends_somewhere() {
    let week = days("2026-11-23", "2026-11-30");
    let circle = [set(AZIZA, BOBUR, week), set(BOBUR, AZIZA, week)];
    assert!([AZIZA, BOBUR].contains(&acting_for(AZIZA, week.first, &circle)));
}

#[test]
fn a_substitute_may_answer_on_those_days_only() {
    let refused = |when| match when {
        When::Ahead => Err(Refusal::SubstitutionAhead),
        When::Now => Ok(()),
        When::Over => Err(Refusal::SubstitutionOver),
    };
    for when in [When::Ahead, When::Now, When::Over] {
        let mut person = who(BOBUR, &[(Role::Observer, HALL)]);
        person.stands_in = vec![StandIn { organisation: ARCHIVE, when }];
        let may = |organisation| person.may_answer(organisation, &tree()).map(|_| ());
        assert_eq!(may(ARCHIVE), refused(when), "{when:?}");
        assert_eq!(may(HALL), refused(when), "what stands below as well, {when:?}");
        assert_eq!(may(WATER), Err(Refusal::NotAllowed), "{when:?}");
        let sees = person.may_see(&tree()).unwrap();
        assert_eq!(sees.check(ARCHIVE).is_ok(), when == When::Now, "{when:?}");
        assert_eq!(person.answers(), when == When::Now, "{when:?}");
    }
    let mut officer = officer(BOBUR);
    officer.stands_in = vec![StandIn { organisation: ARCHIVE, when: When::Over }];
    assert_eq!(officer.may_answer(ARCHIVE, &tree()).map(|_| ()), Ok(()), "their own role goes on");
}
