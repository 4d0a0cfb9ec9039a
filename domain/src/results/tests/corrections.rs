//! What can be worked out from the versions of one quarter.

use super::*;

/// A quarter with these marks of services of the tax office beside an unchanging pipe of the water works.
fn version(tax: &[(&str, u64)], earlier: &[Document]) -> Offered {
    let services = tax.iter().map(|(key, number)| body(key, Some("tax"), [0, 0, 0, 0, *number]));
    let services: Vec<_> = services.chain([body("pipe", Some("water"), [0, 0, 50, 0, 0])]).collect();
    published_after(Period::Quarter(2026, 3), &services, earlier)
}

fn number(of: &Offered, key: &str) -> Option<u64> {
    let organisation = of.document.organisation(key).map(|one| &one.entry);
    organisation.or_else(|| of.document.service(key, None)).unwrap().figures.map(|one| one.n)
}

#[test]
fn a_correction_tells_of_no_few_marks_that_came_or_went() {
    let first = version(&[("note", 25), ("debt", 30)], &[]);
    for few in [26, 24, 34, 16] {
        let second = version(&[("note", few), ("debt", 30)], std::slice::from_ref(&first.document));
        assert!(second.document.says_the_same(&first.document), "{few}: {:?}", second.document);
        assert_eq!((second.kept, second.held_back), (vec!["note".to_owned()], vec![]), "{few}");
    }
    let enough = version(&[("note", 45), ("debt", 30)], std::slice::from_ref(&first.document));
    assert_eq!(
        (number(&enough, "note"), number(&enough, "tax"), number(&enough, "city")),
        (Some(45), Some(75), Some(125))
    );
    assert!(enough.kept.is_empty());
    // The first version is public still: one mark more than it has is one mark.
    let earlier = [enough.document, first.document.clone()];
    let third = version(&[("note", 26), ("debt", 30)], &earlier);
    assert!(third.document.says_the_same(&first.document), "{:?}", third.document);
}

#[test]
fn marks_that_change_places_are_few_too() {
    let quarter = |marks, earlier: &[Document]| {
        published_after(Period::Quarter(2026, 3), &[body("note", Some("tax"), marks)], earlier)
    };
    let first = quarter([1, 0, 0, 0, 25], &[]);
    let second = quarter([0, 0, 0, 0, 26], std::slice::from_ref(&first.document));
    assert!(second.document.says_the_same(&first.document));
}

#[test]
fn what_is_left_beside_the_shown_ones_does_not_change_by_few_either() {
    let first = version(&[("note", 30), ("debt", 4), ("fine", 8)], &[]);
    assert_eq!((number(&first, "note"), number(&first, "tax")), (Some(30), Some(42)));
    let second = version(&[("note", 30), ("debt", 5), ("fine", 8)], std::slice::from_ref(&first.document));
    assert_eq!((number(&second, "tax"), number(&second, "city")), (Some(42), Some(92)));
    assert_eq!(second.kept, ["tax"]);
    // Three marks of a new service hide another one: together they say what that one said.
    let first = version(&[("note", 20), ("debt", 15)], &[]);
    let second = version(&[("note", 20), ("debt", 15), ("fine", 3)], std::slice::from_ref(&first.document));
    assert_eq!((number(&second, "debt"), number(&second, "tax")), (None, Some(35)));
    // What is enough by itself is shown, although the first version did not.
    let first = version(&[("note", 30), ("debt", 4), ("fine", 8)], &[]);
    let second = version(&[("note", 30), ("debt", 34), ("fine", 8)], std::slice::from_ref(&first.document));
    assert_eq!((number(&second, "debt"), number(&second, "tax")), (Some(34), Some(72)));
}

/// What a reader knows: multiples of unknowns, and what they come to.
type Known = Vec<(Vec<f64>, f64)>;

/// What multiples of unknowns come to, where it can be worked out, by Gauss.
fn worked_out(mut known: Known, wanted: Vec<f64>) -> Option<f64> {
    let (mut wanted, mut value) = (wanted, 0.0);
    for column in 0..wanted.len() {
        let Some(place) = known.iter().position(|(row, _)| row[column].abs() > 1e-6) else { continue };
        let (pivot, comes_to) = known.swap_remove(place);
        let less = |row: &mut Vec<f64>, number: &mut f64| {
            let factor = row[column] / pivot[column];
            row.iter_mut().zip(&pivot).for_each(|(one, of)| *one -= factor * of);
            *number -= factor * comes_to;
        };
        for (row, number) in &mut known {
            less(row, number);
        }
        less(&mut wanted, &mut value);
    }
    wanted.iter().all(|one| one.abs() < 1e-6).then_some(-value)
}

/// The document of a city of organisations with services, and what its reader knows of the services.
fn read(city: &[Vec<u64>], earlier: &[Document]) -> (Document, Vec<(Vec<i64>, u64)>) {
    let key = |organisation: usize| format!("o{organisation}");
    let mut organisations = vec![body("city", None, [0; 5])];
    organisations.extend((0..city.len()).map(|one| body(&key(one), Some("city"), [0; 5])));
    let mut services = Vec::new();
    for (organisation, numbers) in city.iter().enumerate() {
        for number in numbers {
            let service = format!("s{}", services.len());
            services.push(body(&service, Some(&key(organisation)), [0, 0, 0, *number, 0]));
        }
    }
    let made = (1, DateTime::UNIX_EPOCH);
    let period = Period::Quarter(2026, 3);
    let document = quarter(period, made, SetAside::default(), &organisations, &services, earlier).document;
    let (_, held) = tree(city);
    let entry = |place: usize| match place {
        0 => &document.organisation("city").unwrap().entry,
        _ if place <= city.len() => &document.organisation(&key(place - 1)).unwrap().entry,
        _ => document.service(&format!("s{}", place - 1 - city.len()), None).unwrap(),
    };
    let known =
        held.into_iter().enumerate().filter_map(|(place, held)| Some((held, entry(place).figures?.n)));
    let known = known.collect();
    (document, known)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn nobody_can_work_out_that_few_marks_came_or_went(
        city in prop::collection::vec(
            prop::collection::vec((
                prop::sample::select(vec![0_u64, 1, 4, 9, 10, 12, 30]),
                prop::sample::select(vec![0_u64, 0, 0, 1, 5, 9, 10, 25]),
            ), 1..4),
            1..4,
        ),
        come in prop::bool::ANY,
    ) {
        let of = |number: &dyn Fn(&(u64, u64)) -> u64| -> Vec<Vec<u64>> {
            city.iter().map(|services| services.iter().map(number).collect()).collect()
        };
        let (fewer, more) = (of(&|(number, _)| *number), of(&|(number, more)| number + more));
        let (before, after) = if come { (fewer, more) } else { (more, fewer) };
        let (first, known_before) = read(&before, &[]);
        let (_, known_after) = read(&after, std::slice::from_ref(&first));
        let leaves = before.iter().flatten().count();
        // The unknowns: each service as it was, and by how much it changed.
        let row = |held: &[i64], changed: bool| -> Vec<f64> {
            let held: Vec<_> = held.iter().map(|one| if *one == 0 { 0.0 } else { 1.0 }).collect();
            held.iter().copied().chain(held.iter().map(|one| if changed { *one } else { 0.0 })).collect()
        };
        let mut known: Known = Vec::new();
        for (all, changed) in [(&known_before, false), (&known_after, true)] {
            for (held, number) in all {
                known.push((row(held, changed), f64::from(u32::try_from(*number).unwrap())));
            }
        }
        for set in 1_u32..1 << leaves {
            let changed = (0..leaves).map(|leaf| f64::from(set >> leaf & 1));
            let wanted = std::iter::repeat_n(0.0, leaves).chain(changed).collect();
            if let Some(number) = worked_out(known.clone(), wanted) {
                let number = number.abs();
                prop_assert!(!(0.5..=9.5).contains(&number), "{number} in {set:b}: {before:?} {after:?}");
            }
        }
    }
}
