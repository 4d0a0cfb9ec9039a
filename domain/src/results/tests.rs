mod corrections;

use chrono::DateTime;
use proptest::prelude::*;

use super::*;
use crate::language::{Language, Names};
use crate::ratings::Counts;

/// Cells written as `above:number`, `-` for none above.
fn cells(text: &str) -> Vec<Cell> {
    let cell = |word: &str| {
        let (above, number) = word.split_once(':').unwrap();
        Cell { above: above.parse().ok(), number: number.parse().unwrap() }
    };
    text.split(' ').map(cell).collect()
}

#[test]
fn what_subtraction_would_tell_is_hidden() {
    for (tree, expected) in [
        ("-:0", "-"),
        ("-:9", "-"),
        ("-:10", "+"),
        // Ten and ten: nothing remains.
        ("-:20 0:10 0:10", "+++"),
        // Four would remain, so the smaller of the others goes too.
        ("-:34 0:4 0:10 0:20", "+--+"),
        // Six and seven together are thirteen.
        ("-:33 0:6 0:7 0:20", "+--+"),
        // Nobody rated the first: nobody is told of.
        ("-:20 0:0 0:20", "+-+"),
        // The smallest that is left covers its own services: one of those goes as well.
        ("-:56 0:6 0:50 1:6 2:50", "+----"),
        ("-:56 0:6 0:50 1:6 2:12 2:38", "+----+"),
        ("-:5 0:5", "--"),
    ] {
        let shown: String = shown(&cells(tree)).into_iter().map(|one| if one { '+' } else { '-' }).collect();
        assert_eq!(shown, expected, "{tree}");
    }
}

/// Whether `wanted` is a sum of multiples of `known`: what a reader can work out, by Gauss.
fn can_be_worked_out(known: &[Vec<i64>], wanted: &[i64]) -> bool {
    let rank = |mut rows: Vec<Vec<f64>>| {
        let mut rank = 0;
        for column in 0..wanted.len() {
            let Some(pivot) = (rank..rows.len()).find(|row| rows[*row][column].abs() > 1e-6) else {
                continue;
            };
            rows.swap(rank, pivot);
            let pivot = rows[rank].clone();
            for row in &mut rows[rank + 1..] {
                let factor = row[column] / pivot[column];
                row.iter_mut().zip(&pivot).for_each(|(one, above)| *one -= factor * above);
            }
            rank += 1;
        }
        rank
    };
    let float =
        |row: &Vec<i64>| row.iter().map(|one| if *one == 0 { 0.0 } else { 1.0 }).collect::<Vec<f64>>();
    let known: Vec<_> = known.iter().map(float).collect();
    let mut more = known.clone();
    more.push(float(&wanted.to_vec()));
    rank(more) == rank(known)
}

/// A city of some organisations with some services each, as cells; and for each cell, which services it counts.
fn tree(city: &[Vec<u64>]) -> (Vec<Cell>, Vec<Vec<i64>>) {
    let leaves: Vec<(usize, u64)> = city
        .iter()
        .enumerate()
        .flat_map(|(organisation, services)| services.iter().map(move |number| (organisation + 1, *number)))
        .collect();
    let total = |of: Option<usize>| {
        leaves.iter().filter(|(one, _)| of.is_none_or(|of| of == *one)).map(|(_, number)| number).sum()
    };
    let holds = |belongs: &dyn Fn(usize, usize) -> bool| {
        leaves
            .iter()
            .enumerate()
            .map(|(leaf, (above, _))| i64::from(belongs(leaf, *above)))
            .collect::<Vec<_>>()
    };
    let mut cells = vec![Cell { above: None, number: total(None) }];
    let mut held = vec![holds(&|_, _| true)];
    for organisation in 1..=city.len() {
        cells.push(Cell { above: Some(0), number: total(Some(organisation)) });
        held.push(holds(&|_, above| above == organisation));
    }
    for (leaf, (above, number)) in leaves.iter().enumerate() {
        cells.push(Cell { above: Some(*above), number: *number });
        held.push(holds(&|one, _| one == leaf));
    }
    (cells, held)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn nobody_can_work_out_a_count_of_few(
        city in prop::collection::vec(prop::collection::vec(prop::sample::select(vec![0_u64, 1, 4, 6, 9, 10, 12, 30]), 1..4), 1..4),
    ) {
        let (cells, held) = tree(&city);
        let shown = shown(&cells);
        let known: Vec<_> = held.iter().zip(&shown).filter(|(_, shown)| **shown).map(|(held, _)| held.clone()).collect();
        let numbers: Vec<u64> = city.iter().flatten().copied().collect();
        for set in 1_u32..1 << numbers.len() {
            let wanted: Vec<i64> = (0..numbers.len()).map(|leaf| i64::from(set >> leaf & 1)).collect();
            let number: u64 = numbers.iter().zip(&wanted).filter(|(_, one)| **one == 1).map(|(number, _)| number).sum();
            if (1..10).contains(&number) {
                prop_assert!(!can_be_worked_out(&known, &wanted), "{city:?}: {wanted:?} from {shown:?}");
            }
        }
        // Enough in all: then something is always told.
        prop_assert_eq!(shown[0], numbers.iter().sum::<u64>() >= 10);
    }
}

fn body(key: &str, above: Option<&str>, marks: [u64; 5]) -> Body {
    let names =
        Names { uz_latn: format!("{key} nomi"), ru: Some(format!("имя {key}")), ..Names::default() };
    Body { key: key.to_owned(), names, above: above.map(str::to_owned), counts: Counts(marks) }
}

fn published(period: Period, services: &[Body]) -> Offered {
    published_after(period, services, &[])
}

fn published_after(period: Period, services: &[Body], earlier: &[Document]) -> Offered {
    let bodies = [
        // Not in the order of the tree.
        body("tax", Some("city"), [0; 5]),
        body("water", Some("city"), [0; 5]),
        body("city", None, [0; 5]),
    ];
    quarter(
        period,
        (1, "2026-10-05T05:00:00Z".parse().unwrap()),
        SetAside { waiting: 2, left_out: 30 },
        &bodies,
        services,
        earlier,
    )
}

fn summer() -> Offered {
    published(
        Period::Quarter(2026, 3),
        &[
            body("note", Some("tax"), [0, 0, 1, 4, 35]),
            body("debt", Some("tax"), [1, 1, 1, 0, 0]),
            body("pipe", Some("water"), [20, 10, 5, 3, 2]),
            body("lost", Some("nobody"), [9; 5]),
        ],
    )
}

#[test]
fn a_quarter_tells_of_enough_and_holds_the_rest_back() {
    let Offered { document, few, held_back, .. } = summer();
    assert_eq!(few, ["debt"]);
    // Three would remain of the tax office, and of the city nothing: the note goes, the office stays.
    assert_eq!(held_back, ["note"]);
    let figures = |key: &str| document.organisation(key).unwrap().entry.figures;
    assert_eq!(figures("city").map(|one| one.n), Some(83));
    assert_eq!(figures("tax").map(|one| one.marks), Some([1, 1, 2, 4, 35]));
    assert_eq!(document.whole().unwrap().entry.key, "city");
    let shown: Vec<_> =
        document.services().filter(|(_, one)| one.figures.is_some()).map(|(_, one)| &one.key).collect();
    assert_eq!(shown, ["pipe"]);
    let places: Vec<_> =
        ["tax", "water"].map(|key| document.organisation(key).unwrap().entry.place.unwrap()).into();
    assert_eq!(
        places.iter().map(|one| (one.best, one.worst, one.of)).collect::<Vec<_>>(),
        [(1, 1, 2), (2, 2, 2)]
    );
    assert_eq!(document.organisation("tax").unwrap().entry.name(Language::Ru), "имя tax");
}

#[test]
fn a_half_year_is_the_sum_of_its_quarters_and_shows_no_more_than_they() {
    let note = |number| body("note", Some("tax"), [0, 0, 0, 0, number]);
    let spring =
        published(Period::Quarter(2026, 1), &[note(40), body("pipe", Some("water"), [0, 0, 0, 30, 0])]);
    let later = published(Period::Quarter(2026, 2), &[note(12), body("debt", Some("tax"), [50, 0, 0, 0, 0])]);
    let now = "2026-07-05T05:00:00Z".parse().unwrap();
    let quarters = [(spring.document, "aa".to_owned()), (later.document, "bb".to_owned())];
    let half = sum(Period::Half(2026, 1), (1, now), &quarters).document;
    assert_eq!(
        (half.first_day, half.last_day),
        ("2026-01-01".parse().unwrap(), "2026-06-30".parse().unwrap())
    );
    assert_eq!(half.set_aside, SetAside { waiting: 4, left_out: 60 });
    assert_eq!(half.sources.iter().map(|one| one.sha256.as_str()).collect::<Vec<_>>(), ["aa", "bb"]);
    let numbers: Vec<_> =
        half.services().map(|(_, one)| (one.key.as_str(), one.figures.map(|one| one.n))).collect();
    assert_eq!(numbers, [("note", Some(52)), ("debt", None)]);
    // Nobody rated the water works in the second quarter: so there is nothing of the half-year either.
    let bodies: Vec<_> = half
        .organisations
        .iter()
        .map(|one| (one.entry.key.as_str(), one.entry.figures.map(|one| one.n)))
        .collect();
    assert_eq!(bodies, [("city", Some(132)), ("tax", Some(102)), ("water", None)]);
}

/// The half-year of two quarters with these marks of the pipe, at the water works and at the tax office.
fn half_with_pipe(spring: [u64; 2], summer: [u64; 2]) -> Vec<(String, Option<u64>)> {
    let quarter = |number, [water, tax]: [u64; 2]| {
        let mut services =
            vec![body("note", Some("tax"), [0, 0, 0, 0, 50]), body("tap", Some("water"), [0, 0, 30, 0, 0])];
        for (giver, marks) in [("water", water), ("tax", tax)] {
            services.extend((marks > 0).then(|| body("pipe", Some(giver), [0, 0, 0, marks, 0])));
        }
        (published(Period::Quarter(2026, number), &services).document, String::new())
    };
    let quarters = [quarter(1, spring), quarter(2, summer)];
    let half = sum(Period::Half(2026, 1), (1, DateTime::UNIX_EPOCH), &quarters).document;
    let pipes = half.services().filter(|(_, one)| one.key == "pipe");
    let mut at: Vec<_> =
        pipes.map(|(by, one)| (by.entry.key.clone(), one.figures.map(|one| one.n))).collect();
    at.sort();
    at
}

#[test]
fn the_marks_of_a_service_that_moved_stay_with_its_givers_in_the_sum_too() {
    let at = |water, tax| [("tax".to_owned(), tax), ("water".to_owned(), water)];
    // On the first day of the second quarter, and within it.
    assert_eq!(half_with_pipe([40, 0], [0, 30]), at(Some(40), Some(30)));
    assert_eq!(half_with_pipe([40, 0], [20, 30]), at(Some(60), Some(30)));
    // Within the first, and there and back.
    assert_eq!(half_with_pipe([15, 25], [0, 30]), at(Some(15), Some(55)));
    assert_eq!(half_with_pipe([0, 25], [40, 0]), at(Some(40), Some(25)));
    // What a quarter does not show is in no sum.
    assert_eq!(half_with_pipe([40, 0], [3, 30]), at(None, Some(30)));
}

#[test]
fn a_document_comes_back_from_json_and_says_the_same_whenever_it_was_made() {
    let document = summer().document;
    let text = serde_json::to_string_pretty(&document).unwrap();
    let read: Document = serde_json::from_str(&text).unwrap();
    assert_eq!(read, document);
    let later = Document { version: 2, correction: Some("xato".into()), ..document.clone() };
    assert!(later.says_the_same(&document));
    let fewer = published(Period::Quarter(2026, 3), &[body("pipe", Some("water"), [20, 10, 5, 3, 1])]);
    assert!(!fewer.document.says_the_same(&document));
}

#[test]
fn a_city_without_ratings_or_in_a_circle_has_an_empty_document() {
    let none = quarter(
        Period::Quarter(2026, 1),
        (1, DateTime::UNIX_EPOCH),
        SetAside::default(),
        &[],
        &[body("a", None, [9; 5])],
        &[],
    );
    assert!(none.document.organisations.is_empty());
    let circle = [body("a", Some("b"), [0; 5]), body("b", Some("a"), [0; 5])];
    let none = quarter(
        Period::Quarter(2026, 1),
        (1, DateTime::UNIX_EPOCH),
        SetAside::default(),
        &circle,
        &[body("s", Some("a"), [9; 5])],
        &[],
    );
    assert!(none.document.organisations.is_empty());
}
