use super::*;

#[test]
fn a_period_is_read_as_it_is_written_and_nothing_else_is() {
    for (text, first) in [("2026-11-23", "2026-11-23"), ("2026-11", "2026-11-01"), ("2026", "2026-01-01")] {
        let period = Period::read(text).unwrap();
        assert_eq!((period.key().as_str(), period.first()), (text, first.parse().unwrap()));
        assert_eq!(serde_json::to_string(&period).unwrap(), format!("\"{text}\""));
        assert_eq!(serde_json::from_str::<Period>(&format!("\"{text}\"")).unwrap(), period);
    }
    for text in ["", "-", "1999", "2026-13", "2026-1", "2026-11-31", "2026-11-1", "26", "99999", "٢٠٢٦"] {
        assert_eq!(Period::read(text), None, "{text}");
    }
}

#[test]
fn what_has_not_begun_is_not_offered() {
    let today = "2026-03-31".parse().unwrap();
    let (months, years) = Period::choices(today);
    assert_eq!(months.first().map(|month| month.key()), Some("2026-03".to_owned()));
    assert_eq!((months.len(), months.last().map(|month| month.key())), (15, Some("2025-01".to_owned())));
    assert!(months.iter().chain(&years).all(|period| period.has_begun(today)));
    assert!(!Period::Month("2026-04-01".parse().unwrap()).has_begun(today));
}

#[test]
fn a_paper_of_another_day_is_another_paper() {
    let made = |at: &str| Document {
        format: FORMAT.to_owned(),
        period: Period::Year(2025),
        made_at: at.parse().unwrap(),
        made_by: Some("U. Karimov".to_owned()),
        position: 7,
        city: Names::default(),
        organisation: None,
        key: "city".to_owned(),
        signer: None,
        content: Content::Span(Box::default()),
    };
    let january = made("2026-01-15T05:00:00Z");
    assert!(Document { position: 9, ..made("2026-01-15T18:59:59Z") }.says_the_same(&january));
    for later in ["2026-01-15T19:00:00Z", "2026-11-20T05:00:00Z"] {
        assert!(!made(later).says_the_same(&january), "{later}");
    }
    assert!(!Document { made_by: Some("U. Karimova".to_owned()), ..january.clone() }.says_the_same(&january));
}

#[test]
fn what_was_frozen_without_the_name_of_its_maker_is_read() {
    let old = r#"{"format":"nazorat-report/1","period":"2025","made_at":"2026-01-15T05:00:00Z","position":7,
      "city":{"uz_latn":"Shahar"},"organisation":null,"key":"city","signer":null,"content":{"sheet":SHEET}}"#;
    let sheet = serde_json::to_string(&SheetFigures::default()).unwrap();
    let read: Document = serde_json::from_str(&old.replace("SHEET", &sheet)).unwrap();
    assert_eq!(read.made_by, None);
    assert!(!serde_json::to_string(&read).unwrap().contains("made_by"));
}

#[test]
fn a_report_of_before_translations_reads_as_it_read() {
    let kept = r#"{"organisation":{"uz_latn":"Arxiv","uz_cyrl":null,"ru":null,"en":null},
        "measure":"Hisobot berish","responsible":null,"due":"2026-11-20","days":3}"#;
    let line: OverdueLine = serde_json::from_str(kept).unwrap();
    assert_eq!(line.measure, "Hisobot berish".into());
    let signer: Signer = serde_json::from_str(r#"{"name":"A. Karimov","position":"Mutaxassis"}"#).unwrap();
    assert_eq!(signer.position, Some("Mutaxassis".into()));
    let nobody: Signer = serde_json::from_str(r#"{"name":"A. Karimov","position":null}"#).unwrap();
    assert_eq!(nobody.position, None);
    let again = serde_json::to_string(&line).unwrap();
    assert_eq!(serde_json::from_str::<OverdueLine>(&again).unwrap(), line);
}

#[test]
fn few_marks_have_a_number_and_no_mean() {
    let few = Satisfaction::of(&Counts([0, 0, 0, 4, 5]));
    assert_eq!(few, Satisfaction { n: 9, mean: None });
    let enough = Satisfaction::of(&Counts([0, 0, 0, 5, 5]));
    assert_eq!(enough, Satisfaction { n: 10, mean: Some(450) });
}
