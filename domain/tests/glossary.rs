//! Cyrillic terms of the glossary become the Latin terms beside them.

use domain::text::{fold, latin};

#[test]
fn every_term_of_the_glossary_is_transliterated() {
    let mut terms = 0;
    for row in csv::Reader::from_reader(include_str!("../data/glossary.csv").as_bytes()).records() {
        let row = row.unwrap();
        let (uz_latn, uz_cyrl) = (&row[1], &row[2]);
        assert_eq!(latin(uz_cyrl), uz_latn);
        assert_eq!(fold(uz_cyrl), fold(uz_latn));
        terms += 1;
    }
    assert_eq!(terms, 124);
}
