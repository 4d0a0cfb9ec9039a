//! Slips: every code is read back, and nothing stands on anything else.

use super::*;

fn slips(poster: &Poster, number: usize) -> Slips {
    let slip = |number: usize| Slip {
        code: "MMM MMM MMM".to_owned(),
        link: format!("https://t.me/fargona_ijro_bot?start=v_7KQ2MABC_C48H4K{number:03}"),
    };
    Slips {
        service: poster.service.clone(),
        organisation: poster.organisation.clone(),
        place: poster.place.clone(),
        bot: "t.me/fargona_ijro_bot".to_owned(),
        valid_on: "2026-12-31".parse().unwrap(),
        slips: (0..number).map(slip).collect(),
    }
}

#[test]
fn every_slip_is_read_back_from_the_page() {
    for (poster, name) in [(usual(), "usual"), (long(), "long")] {
        let slips = slips(&poster, 16);
        let pdf = slips.pdf(&Language::ALL).unwrap();
        keep_bytes(&pdf, &format!("slips-{name}.pdf"));
        let drawn = slips.page(&Language::ALL, &slips.slips).unwrap();
        assert_eq!(drawn.codes.len(), 16);
        let dots = reading::first_page(&pdf, 2.5);
        let scale = as_number(dots.width() as usize) / WIDTH;
        for ((left, top, side), slip) in drawn.codes.iter().zip(&slips.slips) {
            assert!(*side >= 300.0, "three centimetres");
            let side = dot(side * scale);
            let read = reading::read(&dots, (dot(left * scale), dot(top * scale), side, side));
            assert_eq!(read, std::slice::from_ref(&slip.link), "{name}");
        }
    }
}

#[test]
fn no_slip_is_cut_whatever_stands_on_it() {
    for (poster, languages) in
        [usual(), long()].iter().flat_map(|one| choices().map(|all| (one.clone(), all)))
    {
        let (slips, what) = (slips(&poster, 16), format!("slips in {languages:?}"));
        let drawn = slips.page(&languages, &slips.slips).unwrap();
        let shared = tree(&slips.words(&languages)).unwrap();
        let tree = tree(&drawn.svg).unwrap();
        let (mut places, mut words) = (Vec::new(), String::new());
        gather(tree.root(), &mut places, &mut words);
        gather(shared.root(), &mut places, &mut words);
        let name: String = poster.service.in_language(languages[0]).split_whitespace().collect();
        assert_eq!(words.matches(&name).count(), 1, "kept once: {what}");
        assert_eq!(words.matches("MMMMMMMMM").count(), 16, "{what}");
        check_places(&tree, &drawn, &places, &what);
    }
}

#[test]
fn a_batch_has_as_many_pages_as_it_needs() {
    for (number, pages) in [(1, 1), (16, 1), (17, 2), (48, 3)] {
        let pdf = slips(&usual(), number).pdf(&[Language::Ru]).unwrap();
        let text: String = pdf.iter().map(|byte| char::from(*byte)).collect();
        assert_eq!(text.matches("/Type/Page/").count(), pages, "{number} slips");
        assert_eq!(text.matches("/URI(").count(), number);
        assert!(pdf.len() < 60_000 + 160_000 * pages, "{} bytes for {pages} pages", pdf.len());
    }
}
