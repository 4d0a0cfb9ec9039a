//! A report of many rows becomes pages, whatever its words are.

use super::*;
use crate::letters;

fn paper(rows: u64, name: &str) -> Paper {
    let columns = vec![
        Column::words("Tashkilot".to_owned(), 4.0),
        Column::figures("Jami".to_owned(), 1.0),
        Column::figures("Uzaytirilgan".to_owned(), 1.0).only(Place::Files),
        Column::figures("Ijro".to_owned(), 1.0),
    ];
    let row = |number| {
        vec![
            Cell::Words(format!("{number} {name}")),
            Cell::Number(number),
            Cell::Number(7),
            Cell::Rate(Some(748)),
        ]
    };
    let table = Table {
        title: "Tashkilotlar boʻyicha".to_owned(),
        columns,
        total: None,
        rows: (0..rows).map(row).collect(),
        empty: "Yoʻq".to_owned(),
        note: None,
        chart: None,
    };
    Paper {
        language: Language::UzLatn,
        above: "Fargʻona shahar hokimligi".to_owned(),
        title: "2026-yil noyabr oyi boʻyicha hisobot".to_owned(),
        under: "2026-yil 1-dekabr holatiga".to_owned(),
        lead: name.repeat(3),
        facts: vec![("Jami".to_owned(), Cell::Number(rows)), ("Baho".to_owned(), Cell::Mean(None))],
        remarks: vec!["Izoh".to_owned()],
        tables: vec![table.clone(), Table { rows: Vec::new(), ..table }],
        signature: Some(("Hokim oʻrinbosari".to_owned(), "U. Karimov".to_owned())),
        foot: "Hisobot № 1".to_owned(),
    }
}

#[test]
fn what_has_no_room_goes_on_under_the_same_head() {
    for (rows, least) in [(0, 1), (5, 1), (120, 3)] {
        let drawn = draw::pages(&paper(rows, "Suv taʼminoti"));
        assert!(drawn.len() >= least, "{} pages", drawn.len());
        let heads = |page: &String| page.matches(">Ijro</text>").count();
        for (number, page) in (1..).zip(&drawn) {
            assert!(page.contains(&format!(">{number} / {}</text>", drawn.len())), "a page says which it is");
            assert!(!page.contains("Uzaytirilgan"), "what is for files is not on paper");
        }
        if rows > 0 {
            assert!(
                drawn.iter().all(|page| heads(page) == 1 || !page.contains("74,8")),
                "a head on each page"
            );
        }
        let signed = drawn.iter().filter(|page| page.contains("U. Karimov")).count();
        assert_eq!(signed, 1, "it is signed once");
        for row in 0..rows {
            let times = drawn.iter().map(|page| page.matches(&format!(">{row} Suv taʼminoti<")).count());
            assert_eq!(times.sum::<usize>(), 1, "row {row} stands once");
        }
    }
}

#[test]
fn the_same_report_is_the_same_file_and_no_word_breaks_it() {
    for name in
        ["Suv", "<b>&\"'", "\u{202E}abc\u{202C}", "😀 👩‍👩‍👧", "a\u{1}b\u{FFFF}\tc\r\nd", &"uzun".repeat(900)]
    {
        let paper = paper(3, name);
        let file = paper.pdf(&|_, _| ()).unwrap();
        assert!(file.starts_with(b"%PDF-1.4"), "{name}");
        assert!(file == paper.pdf(&|_, _| ()).unwrap(), "{name}");
    }
}

#[test]
fn whoever_waits_hears_of_each_page() {
    let heard = std::cell::RefCell::new(Vec::new());
    paper(120, "Suv").pdf(&|done, all| heard.borrow_mut().push((done, all))).unwrap();
    let heard = heard.into_inner();
    let all = heard[0].1;
    assert!(all >= 3, "{heard:?}");
    assert_eq!(heard, (0..all).map(|done| (done, all)).collect::<Vec<_>>());
}

#[test]
fn words_stay_words_and_a_page_weighs_little() {
    let paper = paper(120, "Oʻzbekiston Республика");
    let file = paper.pdf(&|_, _| ()).unwrap();
    let holds = |sign: &str| file.windows(sign.len()).any(|bytes| bytes == sign.as_bytes());
    for sign in ["/Type0", "/FontFile2", "/ToUnicode", "/BaseFont/Onest-400", "/BaseFont/Onest-700"] {
        assert!(holds(sign), "{sign}");
    }
    assert!(file.len() < 200 * 1024, "{} bytes", file.len());
    // Posters keep outlines: whoever prints them needs no letters.
    assert_eq!(letters::Letters::default().embedded().len(), 0);
}
