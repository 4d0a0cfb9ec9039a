//! What is printed can be read: by a phone's decoder, at any size, and by people, whatever names they gave.

use std::io::{Cursor, Read};

use resvg::tiny_skia::Pixmap;
use resvg::usvg::{Group, Node, Rect, Tree};

use super::*;
use crate::tests::keep_bytes;

mod reading;
mod slips;

const LINK: &str = "https://t.me/fargona_ijro_bot?start=r_7KQ2MABC";

fn all_names(uz_latn: &str, uz_cyrl: &str, ru: &str, en: &str) -> Names {
    Names { uz_latn: uz_latn.into(), uz_cyrl: Some(uz_cyrl.into()), ru: Some(ru.into()), en: Some(en.into()) }
}

fn usual() -> Poster {
    Poster {
        service: all_names(
            "Tugʻilganlik haqida guvohnoma berish",
            "Туғилганлик ҳақида гувоҳнома бериш",
            "Выдача свидетельства о рождении",
            "Issue of a birth certificate",
        ),
        organisation: all_names(
            "Davlat xizmatlari markazi",
            "Давлат хизматлари маркази",
            "Центр государственных услуг",
            "Public services centre",
        ),
        place: Some(all_names("2-zal, 5-oyna", "2-зал, 5-ойна", "Зал 2, окно 5", "Hall 2, window 5")),
        link: LINK.to_owned(),
    }
}

/// Names as long as they come, words without a place to break, and signs that mean something to an SVG.
fn long() -> Poster {
    let service = "Yer uchastkasiga boʻlgan huquqni va koʻchmas mulkni davlat roʻyxatidan oʻtkazish hamda kadastr hujjatlarini \
        tayyorlash, ularga oʻzgartirish kiritish va dublikatini berish xizmati <b>\"&\"</b>";
    let russian = "Государственная регистрация прав на земельный участок и недвижимое имущество, подготовка кадастровых \
        документов, внесение в них изменений и выдача дубликатов юридическим и физическим лицам";
    Poster {
        service: all_names(
            service,
            "Ер участкасига бўлган ҳуқуқни ва кўчмас мулкни давлат рўйхатидан ўтказиш ҳамда кадастр ҳужжатларини тайёрлаш, \
             уларга ўзгартириш киритиш ва дубликатини бериш хизмати",
            russian,
            "State registration of rights to land plots and immovable property, preparation of cadastral documents, their \
             amendment and the issue of duplicates to legal entities and natural persons",
        ),
        organisation: all_names(
            "Davlat kadastrlari palatasining viloyat boshqarmasi shahar filiali",
            "Давлат кадастрлари палатасининг вилоят бошқармаси шаҳар филиали",
            "Городской филиал областного управления Палаты государственных кадастров",
            "City branch of the regional department of the Chamber of State Cadastres",
        ),
        place: Some(all_names(
            "ikkinchi-qavat-chap-qanot-uchinchi-zal-yettinchi-oyna-navbatsiz-qabul-qilish-joyi-va-kutish-zali",
            "Иккинчи қават, чап қанот, учинчи зал, еттинчи ойна",
            "Второй этаж, левое крыло, третий зал, седьмое окно",
            "Second floor, left wing, third hall, seventh window",
        )),
        link: LINK.to_owned(),
    }
}

/// Every choice of languages that people make.
fn choices() -> [Vec<Language>; 6] {
    let all = Language::ALL;
    [all.to_vec(), vec![all[0], all[2]], vec![all[0]], vec![all[1]], vec![all[2]], vec![all[3]]]
}

fn print(form: PosterForm, languages: &[Language]) -> Print {
    Print::new(form, languages.iter().copied()).unwrap()
}

fn codes(form: PosterForm) -> usize {
    if form == PosterForm::Stickers { 12 } else { 1 }
}

/// Reads a poster from the whole page, and stickers one by one, as they are when they are cut.
fn assert_read(dots: &Pixmap, print: &Print, poster: &Poster, what: &str) {
    if print.form == PosterForm::Stickers {
        return assert_codes(dots, print, poster, what);
    }
    let whole = (0, 0, dots.width() as usize, dots.height() as usize);
    assert_eq!(reading::read(dots, whole), [LINK], "{:?}: {what}", print.form);
}

/// Reads each code by itself, with its quiet zone and nothing else.
fn assert_codes(dots: &Pixmap, print: &Print, poster: &Poster, what: &str) {
    let scale = as_number(dots.width() as usize) / WIDTH;
    let drawn = print.drawn(poster).unwrap();
    assert_eq!(drawn.codes.len(), codes(print.form));
    for (left, top, side) in drawn.codes {
        let side = dot(side * scale);
        let part = (dot(left * scale), dot(top * scale), side, side);
        assert_eq!(reading::read(dots, part), [LINK], "{:?}: {what}", print.form);
    }
}

fn as_number(dots: usize) -> f32 {
    f32::from(u16::try_from(dots).unwrap())
}

fn dot(place: f32) -> usize {
    format!("{place:.0}").parse().unwrap()
}

fn svg_dots(svg: &[u8], wide: f32) -> Pixmap {
    let tree = tree(std::str::from_utf8(svg).unwrap()).unwrap();
    let scale = wide / tree.size().width();
    rendered(&tree, scale).unwrap()
}

#[test]
fn every_file_of_every_form_is_read_back() {
    for form in PosterForm::ALL {
        for (poster, kind) in [(usual(), "usual"), (long(), "long")] {
            let print = print(form, &Language::ALL);
            let png = print.png(&poster).unwrap();
            keep_bytes(&png, &format!("{}-{kind}.png", form.code()));
            let dots = Pixmap::decode_png(&png).unwrap();
            assert_eq!(dots.width(), if form == PosterForm::Card { 1748 } else { 2480 });
            assert_read(&dots, &print, &poster, "PNG");
            let svg = print.svg(&poster).unwrap();
            keep_bytes(&svg, &format!("{}-{kind}.svg", form.code()));
            assert!(!String::from_utf8_lossy(&svg).contains("<text"), "outlines only");
            assert_read(&svg_dots(&svg, 1600.0), &print, &poster, "SVG");
            let pdf = print.pdf(std::slice::from_ref(&poster)).unwrap();
            keep_bytes(&pdf, &format!("{}-{kind}.pdf", form.code()));
            assert_codes(&reading::first_page(&pdf, 2.5), &print, &poster, "PDF");
        }
    }
}

#[test]
fn a_small_and_blurred_picture_of_it_is_read_too() {
    for form in PosterForm::ALL {
        let print = print(form, &[Language::UzLatn, Language::Ru]);
        let svg = print.svg(&usual()).unwrap();
        let wide = if form == PosterForm::Stickers { 1300.0 } else { 460.0 };
        let small = svg_dots(&svg, wide);
        assert_read(&small, &print, &usual(), "small");
        assert_read(&reading::blurred(&small), &print, &usual(), "small and blurred");
    }
}

#[test]
fn no_name_is_cut_and_nothing_stands_on_anything_else() {
    for form in PosterForm::ALL {
        for (poster, languages) in
            [usual(), long()].iter().flat_map(|one| choices().map(|all| (one.clone(), all)))
        {
            let what = format!("{form:?} in {languages:?}");
            let drawn = print(form, &languages).drawn(&poster).unwrap();
            let tree = tree(&drawn.svg).unwrap();
            let (mut places, mut words) = (Vec::new(), String::new());
            gather(tree.root(), &mut places, &mut words);
            for language in &languages {
                let names = [Some(&poster.service), Some(&poster.organisation), poster.place.as_ref()];
                for name in names.into_iter().flatten().map(|names| names.in_language(*language)) {
                    let name: String = name.split_whitespace().collect();
                    assert_eq!(words.matches(&name).count(), codes(form), "{name}: {what}");
                }
            }
            assert!(words.contains("t.me/fargona_ijro_bot?start=r_7KQ2MABC"), "{what}");
            check_places(&tree, &drawn, &places, &what);
        }
    }
}

fn check_places(tree: &Tree, drawn: &Drawn, places: &[Rect], what: &str) {
    let page = tree.size();
    for (number, place) in places.iter().enumerate() {
        assert!(place.left() > 20.0 && place.right() < page.width() - 20.0, "{place:?} sticks out: {what}");
        assert!(place.top() > 10.0 && place.bottom() < page.height() - 10.0, "{place:?} sticks out: {what}");
        for other in &places[number + 1..] {
            assert!(!overlap(place, other), "{place:?} and {other:?}: {what}");
        }
        for (left, top, side) in &drawn.codes {
            let code = Rect::from_xywh(*left, *top, *side, *side).unwrap();
            assert!(!overlap(place, &code), "{place:?} stands on the code {code:?}: {what}");
        }
    }
}

fn overlap(one: &Rect, other: &Rect) -> bool {
    let across = one.right().min(other.right()) - one.left().max(other.left());
    let down = one.bottom().min(other.bottom()) - one.top().max(other.top());
    across > 1.0 && down > 1.0
}

/// The place of every line of words, and all the words without blanks.
fn gather(group: &Group, places: &mut Vec<Rect>, words: &mut String) {
    for node in group.children() {
        match node {
            Node::Group(inner) => gather(inner, places, words),
            Node::Text(text) => {
                places.push(text.abs_bounding_box());
                let chunks =
                    text.chunks().iter().flat_map(|chunk| chunk.text().split_whitespace().map(str::to_owned));
                words.extend(chunks);
            }
            Node::Path(_) | Node::Image(_) => {}
        }
    }
}

#[test]
fn a_code_keeps_its_quiet_zone_and_is_large_enough_to_be_read_from_where_people_stand() {
    for (form, millimetres) in
        [(PosterForm::Poster, 80.0), (PosterForm::Card, 56.0), (PosterForm::Stickers, 34.0)]
    {
        for poster in [usual(), long()] {
            let drawn = print(form, &Language::ALL).drawn(&poster).unwrap();
            for (_, _, side) in drawn.codes {
                let side = side * form.paper().0 / WIDTH;
                assert!(side >= millimetres, "{form:?}: {side} mm");
            }
        }
    }
    let code = QrSquares::of(LINK).unwrap();
    assert!(
        code.path.starts_with("M4 4h7v1h-7z"),
        "four light squares stand before the first dark one: {}",
        code.path
    );
    assert_eq!(code.side, 33 + 8);
}

#[test]
fn a_book_has_a_page_for_each_point_and_an_archive_two_files() {
    let other = Poster { link: LINK.replace("7KQ2MABC", "ANOTHERX"), ..long() };
    let print = print(PosterForm::Poster, &[Language::Ru]);
    let book = print.pdf(&[usual(), other.clone()]).unwrap();
    let text: String = book.iter().map(|byte| char::from(*byte)).collect();
    assert!(text.contains("/Count 2") && text.matches("/Type/Page/").count() == 2, "{text}");
    assert!(text.contains("/URI(https://t.me/fargona_ijro_bot?start=r_ANOTHERX)"));
    let both = [("birinchi".to_owned(), usual()), ("ikkinchi".to_owned(), other)];
    let archive = print.zip(&both).unwrap();
    assert_eq!(archive, print.zip(&both).unwrap(), "the same files are the same archive");
    let mut archive = zip::ZipArchive::new(Cursor::new(archive)).unwrap();
    let names: Vec<_> = archive.file_names().map(|name| name.unwrap().into_owned()).collect();
    assert_eq!(names, ["birinchi.pdf", "birinchi.svg", "ikkinchi.pdf", "ikkinchi.svg"]);
    let mut svg = Vec::new();
    archive.by_name("birinchi.svg").unwrap().read_to_end(&mut svg).unwrap();
    assert_eq!(svg, print.svg(&usual()).unwrap());
    assert!(svg.starts_with(b"<svg width=\"210mm\" height=\"297mm\" viewBox=\"0 0 2100 2970\""));
}

#[test]
fn a_link_that_no_code_holds_and_a_poster_in_no_language_are_refused() {
    let endless = Poster { link: format!("https://t.me/x?start={}", "r".repeat(4000)), ..usual() };
    let refused = print(PosterForm::Card, &[Language::En]).svg(&endless);
    assert!(matches!(refused, Err(DrawError::Code)), "{refused:?}");
    assert_eq!(Print::new(PosterForm::Poster, []), None);
}
