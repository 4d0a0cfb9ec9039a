use super::*;
use crate::{
    language::Language,
    people::{Grant, Role, Tree, Who},
};

const TAX: OrganisationId = OrganisationId(2);
const WATER: OrganisationId = OrganisationId(3);

fn controller(person: i64, organisation: OrganisationId) -> MayDecide {
    let city = OrganisationId(1);
    let who = Who {
        person: PersonId(person),
        name: "Nazoratchi".into(),
        language: Language::UzLatn,
        grants: vec![Grant { role: Role::Controller, organisation: city }],
        stands_in: Vec::new(),
    };
    let tree = Tree::from_parents([(city, None), (TAX, Some(city)), (WATER, Some(city))]);
    who.may_decide(organisation, &tree).unwrap()
}

#[test]
fn about_as_many_are_chosen_as_were_asked_for_and_always_the_same() {
    for seed in [0, 1, 1298, u64::MAX] {
        for percent in [0, 1, 10, 50, 100] {
            let chosen = (1..=10_000).filter(|id| is_chosen(AnswerId(*id), seed, percent)).count();
            let expected = usize::from(percent) * 100;
            let off = chosen.abs_diff(expected);
            assert!(off <= 150, "{chosen} of 10000 at {percent} % with the seed {seed}");
            assert!(off == 0 || !matches!(percent, 0 | 100));
            let again = (1..=10_000).filter(|id| is_chosen(AnswerId(*id), seed, percent)).count();
            assert_eq!(chosen, again);
        }
    }
}

#[test]
fn another_seed_chooses_others() {
    let chosen = |seed| (1..=1000).filter(|id| is_chosen(AnswerId(*id), seed, 10)).collect::<Vec<_>>();
    assert_ne!(chosen(1), chosen(2));
}

#[test]
fn a_larger_share_holds_the_smaller_one() {
    for id in 1..=1000 {
        assert!(!is_chosen(AnswerId(id), 7, 10) || is_chosen(AnswerId(id), 7, 30), "{id}");
    }
}

#[test]
fn who_accepted_does_not_look_again() {
    let chosen = Chosen { organisation: TAX, accepted_by: Some(PersonId(4)), state: Recheck::Chosen };
    for (state, person, organisation, expected) in [
        (Recheck::Chosen, 5, TAX, Ok(())),
        (Recheck::Chosen, 4, TAX, Err(Refusal::OwnDecision)),
        (Recheck::Chosen, 5, WATER, Err(Refusal::NotYours)),
        (Recheck::Stands, 5, TAX, Err(Refusal::RecheckDecided)),
        (Recheck::Falls, 5, TAX, Err(Refusal::RecheckDecided)),
    ] {
        let chosen = Chosen { state, ..chosen };
        let right = controller(person, organisation);
        assert_eq!(chosen.stands(&right), expected, "{state:?} {person}");
        let falls = chosen.falls(&right, "topilmadi").map(drop);
        assert_eq!(falls, expected, "{state:?} {person}");
    }
    assert_eq!(chosen.falls(&controller(5, TAX), " "), Err(Refusal::ReasonMissing));
}

#[test]
fn trust_is_a_share_of_what_was_looked_at() {
    assert_eq!(Trust::default().rate(), None);
    assert_eq!(Trust { stood: 9, rechecked: 10 }.rate().map(Rate::per_mille), Some(900));
    assert_eq!(trust_since("2026-11-23".parse().unwrap()), "2025-11-23".parse().unwrap());
}
