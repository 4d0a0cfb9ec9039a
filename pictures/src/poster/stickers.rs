//! A sheet of twelve stickers: the code, what is rated, and lines to cut along.

use domain::language::Language;
use locales::Texts;

use super::page::address;
use super::words::{Block, Words, named, spoken};
use super::{Drawn, Poster, WIDTH};
use crate::qr::QrSquares;
use crate::svg::{INK_2, LINE, NIGHT, Pen, Svg};

/// How many stand beside and below each other.
const COLUMNS: u8 = 3;
const ROWS: u8 = 4;
/// One of them, in tenths of a millimetre.
const SIZE: (f32, f32) = (635.0, 690.0);
const EDGE: f32 = 26.0;
/// The code is so wide at most, and at least: three centimetres and a half are read from an arm's length.
const CODE: (f32, f32) = (440.0, 350.0);
const SMALLER: f32 = 0.96;

/// The sheet of this height.
pub(super) fn drawn(languages: &[Language], poster: &Poster, code: &QrSquares, height: f32) -> Drawn {
    let (head, foot) = (head(languages), foot(languages, poster));
    let free = |scale: f32| SIZE.1 - 2.0 * EDGE - head.height(scale) - foot.height(scale);
    let mut scale = 1.0;
    while free(scale) < CODE.1 {
        scale *= SMALLER;
    }
    let side = free(scale).min(CODE.0);
    let spare = (free(scale) - side) / 2.0;
    let middle = SIZE.0 / 2.0;
    let top = EDGE + head.height(scale) + spare;
    let mut svg = Svg::sized((WIDTH, height));
    svg.shape(&format!(r##"<rect width="{WIDTH}" height="{height}" fill="#fff"/><defs><g id="one">"##));
    svg.shape(&format!(
        r##"<rect width="{}" height="{}" fill="#fff" stroke="{LINE}" stroke-width="3"/>"##,
        SIZE.0, SIZE.1
    ));
    head.draw(&mut svg, (middle, EDGE), scale);
    svg.code(code, (middle - side / 2.0, top), side);
    foot.draw(&mut svg, (middle, top + side + spare), scale);
    svg.shape("</g></defs>");
    let left = (WIDTH - SIZE.0 * f32::from(COLUMNS)) / 2.0;
    let above = (height - SIZE.1 * f32::from(ROWS)) / 2.0;
    let mut codes = Vec::new();
    for (row, column) in (0..ROWS).flat_map(|row| (0..COLUMNS).map(move |column| (row, column))) {
        let (x, y) = (left + SIZE.0 * f32::from(column), above + SIZE.1 * f32::from(row));
        svg.shape(&format!(r##"<use href="#one" x="{x}" y="{y}"/>"##));
        codes.push((x + middle - side / 2.0, y + top, side));
    }
    Drawn { svg: svg.end(), codes }
}

fn head(languages: &[Language]) -> Block {
    let (title, others) = spoken(languages, Texts::poster_title);
    let mut words = vec![Words::new(title, Pen::new(50.0).weight(700).colour(NIGHT).centred(), 0.0)];
    words.extend(others.map(|others| Words::new(others, Pen::new(25.0).colour(INK_2).centred(), 0.0)));
    Block { words, room: SIZE.0 - 60.0 }
}

fn foot(languages: &[Language], poster: &Poster) -> Block {
    let (service, services) = named(languages, &[&poster.service]);
    let at: Vec<_> = std::iter::once(&poster.organisation).chain(&poster.place).collect();
    let (place, places) = named(languages, &at);
    let small = Pen::new(20.0).colour(INK_2).centred();
    let mut words = vec![Words::new(service, Pen::new(28.0).weight(600).centred(), 0.0)];
    words.extend(services.into_iter().map(|name| Words::new(name, small, 0.0)));
    words.push(Words::new(place, Pen { size: 22.0, ..small }, 2.0));
    words.extend(places.into_iter().map(|name| Words::new(name, small, 0.0)));
    words.push(Words::new(address(&poster.link), Pen::new(22.0).weight(600).colour(NIGHT).centred(), 4.0));
    Block { words, room: SIZE.0 - 60.0 }
}
