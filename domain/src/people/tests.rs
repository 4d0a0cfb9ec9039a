use super::*;

const REGION: OrganisationId = OrganisationId(1);
const CITY: OrganisationId = OrganisationId(2);
const ARCHIVE: OrganisationId = OrganisationId(3);
const HALL: OrganisationId = OrganisationId(4);
const OTHER_CITY: OrganisationId = OrganisationId(5);
const STRANGER: OrganisationId = OrganisationId(99);

fn tree() -> Tree {
    Tree::from_parents([
        (REGION, None),
        (CITY, Some(REGION)),
        (ARCHIVE, Some(CITY)),
        (HALL, Some(ARCHIVE)),
        (OTHER_CITY, Some(REGION)),
    ])
}

fn who(grants: &[(Role, OrganisationId)]) -> Who {
    let grants = grants.iter().map(|&(role, organisation)| Grant { role, organisation }).collect();
    Who {
        person: PersonId(1),
        name: "Kishi".into(),
        language: Language::UzLatn,
        grants,
        stands_in: Vec::new(),
    }
}

#[test]
fn a_node_covers_itself_and_all_below_it() {
    for (node, organisation, covered) in [
        (CITY, CITY, true),
        (CITY, HALL, true),
        (REGION, HALL, true),
        (HALL, CITY, false),
        (OTHER_CITY, HALL, false),
        (REGION, STRANGER, false),
        (STRANGER, STRANGER, false),
    ] {
        assert_eq!(tree().covers(node, organisation), covered, "{node} over {organisation}");
    }
    assert_eq!(tree().below(CITY), BTreeSet::from([CITY, ARCHIVE, HALL]));
    assert!(tree().below(STRANGER).is_empty());
}

#[test]
fn a_circle_in_the_tree_ends_nowhere_but_does_end() {
    let circle = Tree::from_parents([(CITY, Some(ARCHIVE)), (ARCHIVE, Some(CITY))]);
    assert!(circle.covers(CITY, ARCHIVE));
    assert!(!circle.covers(REGION, ARCHIVE));
}

#[test]
fn each_role_may_do_its_own_work_and_no_other() {
    // Who may answer for, decide about, and administer the archive when the role was given at the city.
    for (role, answers, decides, administers) in [
        (Role::Administrator, false, false, true),
        (Role::Controller, false, true, false),
        (Role::Head, true, false, false),
        (Role::Officer, true, false, false),
        (Role::Observer, false, false, false),
    ] {
        let (person, tree) = (who(&[(role, CITY)]), tree());
        let refused = |allowed: bool| if allowed { None } else { Some(Refusal::NotAllowed) };
        assert_eq!(person.may_answer(ARCHIVE, &tree).err(), refused(answers), "{role:?} answers");
        assert_eq!(person.may_decide(ARCHIVE, &tree).err(), refused(decides), "{role:?} decides");
        assert_eq!(person.may_administer(&tree).err(), refused(administers), "{role:?} administers");
        assert_eq!(person.may_see(&tree).unwrap().check(HALL), Ok(()), "{role:?} sees");
        assert_eq!(person.may_see(&tree).unwrap().check(OTHER_CITY), Err(Refusal::NotYours), "{role:?} sees");
    }
}

#[test]
fn a_right_holds_below_its_node_and_nowhere_else() {
    let (person, tree) = (who(&[(Role::Officer, ARCHIVE), (Role::Controller, HALL)]), tree());
    for (organisation, answers, decides) in [
        (HALL, Ok(()), Ok(())),
        (ARCHIVE, Ok(()), Err(Refusal::NotYours)),
        (CITY, Err(Refusal::NotYours), Err(Refusal::NotYours)),
        (STRANGER, Err(Refusal::NotYours), Err(Refusal::NotYours)),
    ] {
        assert_eq!(person.may_answer(organisation, &tree).map(|_| ()), answers, "answer for {organisation}");
        assert_eq!(
            person.may_decide(organisation, &tree).map(|_| ()),
            decides,
            "decide about {organisation}"
        );
    }
}

#[test]
fn a_right_says_whose_it_is_and_for_whom() {
    let right = who(&[(Role::Officer, CITY)]).may_answer(HALL, &tree()).unwrap();
    assert_eq!((right.person(), right.organisation()), (PersonId(1), HALL));
    let right = who(&[(Role::Controller, REGION)]).may_decide(HALL, &tree()).unwrap();
    assert_eq!((right.person(), right.organisation()), (PersonId(1), HALL));
}

#[test]
fn who_stands_at_the_only_root_sees_everything() {
    for (grants, scope) in [
        (&[(Role::Observer, REGION)][..], Scope::All),
        (&[(Role::Observer, ARCHIVE)], Scope::Only([ARCHIVE, HALL].into())),
        (&[(Role::Observer, HALL), (Role::Officer, OTHER_CITY)], Scope::Only([HALL, OTHER_CITY].into())),
        (&[(Role::Observer, STRANGER)], Scope::Only([].into())),
    ] {
        assert_eq!(who(grants).may_see(&tree()).unwrap().scope(), &scope);
    }
    let two_roots = Tree::from_parents([(CITY, None), (OTHER_CITY, None)]);
    let right = who(&[(Role::Observer, CITY)]).may_see(&two_roots).unwrap();
    assert_eq!(right.scope(), &Scope::Only([CITY].into()));
}

#[test]
fn who_has_no_role_has_no_right() {
    let (nobody, tree) = (who(&[]), tree());
    assert_eq!(nobody.may_see(&tree).err(), Some(Refusal::NotAllowed));
    assert_eq!(nobody.may_answer(CITY, &tree).err(), Some(Refusal::NotAllowed));
    assert!(!nobody.is(Role::Observer));
}

#[test]
fn heads_invite_their_officers_and_administrators_anybody() {
    for (inviter, role, organisation, refusal) in [
        ((Role::Administrator, REGION), Role::Controller, CITY, None),
        ((Role::Administrator, CITY), Role::Officer, HALL, None),
        ((Role::Administrator, CITY), Role::Administrator, REGION, Some(Refusal::NotYours)),
        ((Role::Head, ARCHIVE), Role::Officer, HALL, None),
        ((Role::Head, ARCHIVE), Role::Officer, CITY, Some(Refusal::NotYours)),
        ((Role::Head, ARCHIVE), Role::Head, ARCHIVE, Some(Refusal::NotAllowed)),
        ((Role::Controller, REGION), Role::Officer, CITY, Some(Refusal::NotAllowed)),
        ((Role::Officer, CITY), Role::Officer, CITY, Some(Refusal::NotAllowed)),
    ] {
        let right = who(&[inviter]).may_invite(Grant { role, organisation }, &tree());
        assert_eq!(right.err(), refusal, "{inviter:?} invites {role:?} at {organisation}");
    }
}

#[test]
fn an_invitation_is_good_once_and_for_72_hours() {
    let made = "2026-11-23T04:00:00Z".parse().unwrap();
    for (used, now, expected) in [
        (None, "2026-11-23T04:00:00Z", Ok(())),
        (None, "2026-11-26T03:59:59Z", Ok(())),
        (None, "2026-11-26T04:00:00Z", Err(Refusal::InvitationExpired)),
        (Some("2026-11-23T05:00:00Z"), "2026-11-23T06:00:00Z", Err(Refusal::InvitationUsed)),
        (Some("2026-11-23T05:00:00Z"), "2026-12-23T06:00:00Z", Err(Refusal::InvitationUsed)),
    ] {
        let used = used.map(|used| used.parse().unwrap());
        assert_eq!(check_invitation(made, used, now.parse().unwrap()), expected, "{used:?} at {now}");
    }
}
