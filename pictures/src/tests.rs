use std::collections::HashMap;
use std::path::Path;

use chrono::NaiveDate;
use sha2::{Digest, Sha256};

use super::*;

fn day(text: &str) -> NaiveDate {
    text.parse().unwrap()
}

fn card(name: &str) -> Card {
    let rates = [
        None,
        Some(520),
        Some(610),
        Some(580),
        Some(640),
        Some(655),
        Some(640),
        Some(690),
        Some(710),
        Some(702),
        Some(731),
        Some(748),
    ];
    let first = day("2025-12-01");
    let months = (0..12).map(|step| first + chrono::Months::new(step));
    Card {
        city: "Fargʻona shahar hokimligi".into(),
        today: day("2026-11-23"),
        from: day("2026-11-16"),
        to: day("2026-11-22"),
        rate: Some(748),
        before: Some(716),
        trend: months.zip(rates).map(|(month, rate)| Month { month, rate }).collect(),
        nis: Some(Nis { entered: 12, all: 18, due: day("2026-12-31") }),
        mean: Some(428),
        new_marks: 304,
        states: [18, 13, 17, 8, 84, 21],
        worst: vec![
            (name.to_owned(), 4, Some(140)),
            ("Issiqlik taʼminoti korxonasi".into(), 4, Some(290)),
            ("Obodonlashtirish boshqarmasi".into(), 3, Some(380)),
            ("Migratsiya va fuqarolikni rasmiylashtirish boʻlimi".into(), 2, None),
        ],
    }
}

fn sheet(name: &str) -> Sheet {
    let overdue = (0..8).map(|step| OverdueRow {
        organisation: name.to_owned(),
        measure: "NIS.UZ ga III chorak maʼlumotlarini kiritish va tasdiqlash".into(),
        officer: (step != 3).then(|| "D. Yoʻldosheva".into()),
        due: day("2026-11-12") + chrono::Days::new(step),
        said: match step % 3 {
            0 => vec!["Javob yoʻq".into()],
            1 => vec!["Ijroda, vaʼda: 25.11.2026".into()],
            _ => vec![
                "Toʻsiq bor".into(),
                format!("Sabab: {name}. Mablagʻ ajratilmagan, hokimlikka xat yozildi."),
            ],
        },
    });
    let organisations = (0..26_u32).map(|step| OrganisationRow {
        name: format!("{name} {step}"),
        rate: (step != 9).then_some((140 + step * 40).min(1000)),
        handed_in: step.into(),
        expected: 26,
        overdue: u64::from(10_u32.saturating_sub(step)),
        entered: [Some(true), Some(false), None][step as usize % 3],
        mean: (step != 9).then_some(389 + step),
    });
    Sheet {
        city: "Fargʻona shahar hokimligi".into(),
        at: "2026-11-23T04:00:00Z".parse().unwrap(),
        rate: Some(748),
        on_time: 98,
        fell_due: 131,
        states: [18, 13, 17, 8, 84, 21],
        overdue: overdue.collect(),
        organisations: organisations.collect(),
        position: "Hokim oʻrinbosari".into(),
        name: "U. Karimov".into(),
    }
}

/// Words of people as bad as they come.
const NASTY: &str =
    "<b>Kadastr</b> & «agentligi» \"shahar\" filiali, juda uzun nomli tashkilot, uchinchi qavat, chap qanot";

fn drawn(language: Language, drawing: Drawing) -> Picture {
    Order::new(language, drawing).draw().unwrap()
}

/// Where the drawings of this run are kept for the eye, when somebody asks for them.
fn keep(picture: &Picture, name: &str) {
    keep_bytes(&picture.bytes, name);
}

/// The same for the bytes of a file.
pub(crate) fn keep_bytes(bytes: &[u8], name: &str) {
    if let Some(folder) = std::env::var_os("NAZORAT_TEST_PICTURES") {
        std::fs::write(Path::new(&folder).join(name), bytes).unwrap();
    }
}

#[test]
fn a_card_is_a_small_picture_in_every_language() {
    for language in Language::ALL {
        for (kind, card) in [
            ("usual", card("Kadastr agentligi shahar filiali")),
            ("nasty", card(NASTY)),
            (
                "empty",
                Card {
                    rate: None,
                    before: None,
                    trend: Vec::new(),
                    nis: None,
                    mean: None,
                    new_marks: 0,
                    states: [0; 6],
                    worst: Vec::new(),
                    ..card("")
                },
            ),
        ] {
            let picture = drawn(language, Drawing::Card(card));
            keep(&picture, &format!("card-{}-{kind}.png", language.tag()));
            assert_eq!(&picture.bytes[1..4], b"PNG");
            assert_eq!(picture.name, "nazorat-2026-11-23.png");
            assert!(picture.bytes.len() < 150 * 1024, "{} bytes in {language:?}", picture.bytes.len());
        }
    }
}

/// A name as long as they are in a city.
const LONG: &str = "Davlat kadastrlari palatasi shahar filiali, birinchi qavat";

#[test]
fn a_sheet_has_all_its_rows_in_every_language_and_stays_above_the_edge() {
    let least = |name: &str| {
        let mut sheet = sheet(name);
        sheet.organisations.truncate(4);
        sheet.overdue.truncate(1);
        sheet.states[0] = 1;
        sheet
    };
    for (name, is_long) in [("Suv", false), (LONG, false), (NASTY, true), (&"uzun nomli ".repeat(90), true)] {
        for language in Language::ALL {
            let drawn = sheet::svg(Texts::new(language), &sheet(name));
            let rows = drawn.matches(">26</text>").count() + drawn.matches("/26</text>").count();
            assert_eq!(rows, 24, "organisations: {language:?}, {name}");
            let days = (0..8).map(|step| day("2026-11-12") + chrono::Days::new(step));
            let shown = |day| locales::dates::date_short(language, day);
            let days = days.filter(|day| drawn.contains(&format!(">{}</text>", shown(*day))));
            assert_eq!(days.count(), 8, "overdue: {language:?}, {name}");
            assert_eq!(
                drawn.contains('…'),
                is_long,
                "only what has no room at all is cut: {language:?}, {name}"
            );
            for (all, shown) in [("18", "8"), ("26", "24")] {
                let says = |line: &str| line.contains(all) && line.contains(shown);
                let said = drawn.split("</text>").filter_map(|piece| piece.rsplit('>').next());
                assert!(said.filter(|line| line.chars().count() > 20).any(says), "{all} {language:?}");
            }
            assert!(lowest(&drawn) <= 1700.0, "the signature is on the page: {language:?}, {name}");
            if name.len() <= NASTY.len() {
                let few = sheet::svg(Texts::new(language), &least(name));
                assert!(lowest(&few) < 1100.0, "few rows are signed right below: {language:?}, {name}");
                assert!(!few.contains('…'), "{language:?}, {name}");
            }
        }
    }
}

/// Where the lowest words of a drawing stand.
fn lowest(drawn: &str) -> f32 {
    let heights = drawn.split(" y=\"").skip(1).filter_map(|rest| rest.split('"').next()?.parse::<f32>().ok());
    heights.fold(0.0, f32::max)
}

#[test]
fn a_sheet_is_one_page_in_every_language() {
    for language in Language::ALL {
        let empty =
            Sheet { rate: None, states: [0; 6], overdue: Vec::new(), organisations: Vec::new(), ..sheet("") };
        for (kind, sheet) in
            [("usual", sheet("Kadastr agentligi shahar filiali")), ("nasty", sheet(NASTY)), ("empty", empty)]
        {
            if let Some(folder) = std::env::var_os("NAZORAT_TEST_PICTURES") {
                let texts = Texts::new(language);
                let seen = pixmap(&sheet::svg(texts, &sheet), 1.0).unwrap().encode_png().unwrap();
                std::fs::write(Path::new(&folder).join(format!("sheet-{}-{kind}.png", language.tag())), seen)
                    .unwrap();
            }
            let picture = drawn(language, Drawing::Sheet(sheet));
            keep(&picture, &format!("sheet-{}-{kind}.pdf", language.tag()));
            assert!(picture.bytes.starts_with(b"%PDF-1.4\n") && picture.bytes.ends_with(b"%%EOF\n"));
            assert!(picture.bytes.len() < 200 * 1024, "{} bytes in {language:?}", picture.bytes.len());
        }
    }
}

#[test]
fn the_table_of_a_page_names_where_each_object_begins() {
    let bytes = drawn(Language::En, Drawing::Sheet(sheet("A"))).bytes;
    let text: String = bytes.iter().map(|byte| char::from(*byte)).collect();
    let (_, table) = text.rsplit_once("xref\n0 ").unwrap();
    let begins = table
        .lines()
        .skip(2)
        .take_while(|line| line.ends_with(" n "))
        .map(|line| line[..10].parse::<usize>().unwrap());
    let begins: Vec<_> = begins.collect();
    assert!(begins.len() > 5, "{begins:?}");
    for (number, begin) in (1..).zip(begins) {
        let head = format!("{number} 0 obj\n");
        assert!(bytes[begin..].starts_with(head.as_bytes()), "object {number} at {begin}");
    }
}

#[test]
fn an_order_is_kept_as_text_and_drawn_the_same_later() {
    for drawing in [Drawing::Card(card("A")), Drawing::Sheet(sheet("B"))] {
        let order = Order::new(Language::Ru, drawing);
        let kept = serde_json::to_string(&order).unwrap();
        let read: Order = serde_json::from_str(&kept).unwrap();
        assert_eq!(read.draw().unwrap(), order.draw().unwrap());
    }
}

#[test]
fn the_fonts_have_every_letter_of_every_language_and_their_licence() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fonts");
    let vendored = std::fs::read_to_string(folder.join("VENDOR.toml")).unwrap();
    let mut tables: Vec<HashMap<&str, &str>> = Vec::new();
    for line in vendored.lines() {
        if line.starts_with("[[") {
            tables.push(HashMap::new());
        } else if let (Some((key, value)), Some(table)) = (line.split_once(" = "), tables.last_mut()) {
            table.insert(key, value.trim_matches('"'));
        }
    }
    assert_eq!(tables.len(), 3);
    for table in tables {
        let font = std::fs::read(folder.join(table["path"])).unwrap();
        assert_eq!(hex::encode(Sha256::digest(&font)), table["sha256"], "{}", table["path"]);
        assert!(std::fs::read_to_string(folder.join(table["licence_file"])).unwrap().len() > 100);
    }
    let letters: std::collections::BTreeSet<char> = Language::ALL
        .into_iter()
        .flat_map(locales::render_all)
        .filter(|(key, _)| {
            ["card-", "sheet-", "standing-", "month-", "poster-"].iter().any(|begin| key.starts_with(begin))
        })
        .flat_map(|(_, text)| text.chars().collect::<Vec<_>>())
        .filter(|letter| !letter.is_control() && *letter != '\u{2068}' && *letter != '\u{2069}')
        .collect();
    for face in FONTS.faces() {
        let missing: Vec<_> = letters.iter().filter(|letter| !has(face.id, **letter)).collect();
        assert!(missing.is_empty(), "{} has no {missing:?}", face.post_script_name);
    }
}

/// Whether a drawing of this letter in this face leaves a mark or a space.
fn has(face: fontdb::ID, letter: char) -> bool {
    FONTS.face_source(face).is_some()
        && FONTS.with_face_data(face, |data, _| covers(data, letter)).unwrap_or_default()
}

/// Reads the table of letters of a font (`cmap`, format 4), as far as the basic plane goes.
fn covers(font: &[u8], letter: char) -> bool {
    let number = |at: usize| usize::from(u16::from_be_bytes([font[at], font[at + 1]]));
    let long = |at: usize| number(at) << 16 | number(at + 2);
    let tables = (0..number(4)).map(|table| 12 + table * 16);
    let cmap = tables.filter(|at| &font[*at..at + 4] == b"cmap").map(|at| long(at + 8)).next().unwrap();
    let found = (0..number(cmap + 2)).map(|table| cmap + long(cmap + 4 + table * 8 + 4));
    let Some(table) = found.into_iter().find(|at| number(*at) == 4) else { return false };
    let segments = number(table + 6) / 2;
    let code = letter as usize;
    (0..segments).any(|segment| {
        let end = number(table + 14 + segment * 2);
        let start = number(table + 16 + (segments + segment) * 2);
        (start..=end).contains(&code)
    })
}
