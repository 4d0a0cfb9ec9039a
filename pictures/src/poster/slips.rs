//! Slips with visit codes, sixteen on a page: a QR code that carries the visit code, the code to be typed, lines to cut along.

use chrono::NaiveDate;
use domain::language::{Language, Names};
use locales::{Texts, dates};

use super::words::{Block, Words, named, spoken};
use super::{Drawn, POINTS_A_MILLIMETRE, WIDTH, linked};
use crate::qr::QrSquares;
use crate::svg::{INK_2, LINE, NIGHT, Pen, Svg};
use crate::{DrawError, pdf, tree, vector};

/// A4, in millimetres.
const PAPER: (f32, f32) = (210.0, 297.0);
const COLUMNS: u8 = 2;
const ROWS: u8 = 8;
/// One of them, in tenths of a millimetre.
const SIZE: (f32, f32) = (950.0, 345.0);
const EDGE: f32 = 18.0;
/// Three centimetres: it is read from an arm's length.
const CODE: f32 = SIZE.1 - 2.0 * EDGE;
/// Where the words begin, and how wide they may be.
const WORDS: (f32, f32) = (CODE + 2.0 * EDGE, SIZE.0 - CODE - 4.0 * EDGE);
const SMALLER: f32 = 0.96;
/// How high the letters of the code are, and the line that they stand on.
const SIGNS: (f32, f32) = (64.0, 84.0);
const HEIGHT: f32 = WIDTH * PAPER.1 / PAPER.0;
/// Where the first slip stands.
const CORNER: (f32, f32) = ((WIDTH - SIZE.0 * 2.0) / 2.0, (HEIGHT - SIZE.1 * 8.0) / 2.0);

/// A visit code as it stands on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slip {
    /// As people type it.
    pub code: String,
    /// What the QR code holds.
    pub link: String,
}

/// The slips of a point.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Slips {
    /// What is rated.
    pub service: Names,
    /// Who gives it.
    pub organisation: Names,
    /// Where, when the place has a name of its own.
    pub place: Option<Names>,
    /// Where the bot is, as people type it: `t.me/name`.
    pub bot: String,
    /// The last day on which they are valid.
    pub valid_on: NaiveDate,
    /// The codes.
    pub slips: Vec<Slip>,
}

impl Slips {
    /// A PDF of as many pages as there are slips for, in these languages, the first of them large.
    pub fn pdf(&self, languages: &[Language]) -> Result<Vec<u8>, DrawError> {
        let size = (PAPER.0 * POINTS_A_MILLIMETRE, PAPER.1 * POINTS_A_MILLIMETRE);
        let words = vector::page(&tree(&self.words(languages))?, size)?;
        let pages = self.slips.chunks(usize::from(COLUMNS * ROWS)).map(|slips| {
            let drawn = self.page(languages, slips)?;
            let unit = size.0 / WIDTH;
            let moved = |(_, (right, down)): (_, (f32, f32))| (right * unit, -down * unit);
            let stamps: Vec<_> = slips.iter().zip(places()).map(moved).collect();
            let mut page = vector::page_with(&tree(&drawn.svg)?, size, &stamps)?;
            let links = drawn.codes.iter().zip(slips);
            page.links = links.map(|(code, slip)| (linked(*code, size), slip.link.clone())).collect();
            Ok(page)
        });
        Ok(pdf::pages_with(&pages.collect::<Result<Vec<_>, DrawError>>()?, Some(&words))?)
    }

    /// One page with the codes of these slips, without the words that all of them have.
    pub(super) fn page(&self, languages: &[Language], slips: &[Slip]) -> Result<Drawn, DrawError> {
        let layout = Layout::of(Parts::of(languages, self));
        let mut svg = Svg::sized((WIDTH, HEIGHT));
        svg.shape(&format!(r##"<rect width="{WIDTH}" height="{HEIGHT}" fill="#fff"/>"##));
        let mut codes = Vec::new();
        for (slip, (right, down)) in slips.iter().zip(places()) {
            let (x, y) = (CORNER.0 + right, CORNER.1 + down);
            svg.shape(&format!(
                r#"<rect x="{x}" y="{y}" width="{}" height="{}" fill="none" stroke="{LINE}" stroke-width="3" stroke-dasharray="14 10"/>"#,
                SIZE.0, SIZE.1
            ));
            let code = QrSquares::of(&slip.link).ok_or(DrawError::Code)?;
            svg.code(&code, (x + EDGE, y + EDGE), CODE);
            codes.push((x + EDGE, y + EDGE, CODE));
            let line = y + layout.signs() + SIGNS.0;
            svg.text((x + WORDS.0, line), Pen::new(SIGNS.0).weight(700), &slip.code);
        }
        Ok(Drawn { svg: svg.end(), codes })
    }

    /// The words that all slips have, where the first one stands.
    pub(super) fn words(&self, languages: &[Language]) -> String {
        let layout = Layout::of(Parts::of(languages, self));
        let mut svg = Svg::sized((WIDTH, HEIGHT));
        let (from, top) = (CORNER.0 + WORDS.0, CORNER.1 + EDGE);
        layout.parts.head.draw(&mut svg, (from, top), layout.scale);
        let below = CORNER.1 + layout.signs() + SIGNS.1 + layout.spare;
        layout.parts.foot.draw(&mut svg, (from, below), layout.scale);
        svg.end()
    }
}

/// How far each slip stands to the right of the first one and below it.
fn places() -> impl Iterator<Item = (f32, f32)> {
    let all = (0..ROWS).flat_map(|row| (0..COLUMNS).map(move |column| (row, column)));
    all.map(|(row, column)| (SIZE.0 * f32::from(column), SIZE.1 * f32::from(row)))
}

/// What stands on every slip: above its code and below it.
struct Parts {
    head: Block,
    foot: Block,
}

impl Parts {
    fn of(languages: &[Language], slips: &Slips) -> Self {
        let first = languages.first().copied().unwrap_or_default();
        let (title, titles) = spoken(languages, Texts::poster_title);
        let mut head = vec![Words::new(title, Pen::new(36.0).weight(700).colour(NIGHT), 0.0)];
        head.extend(titles.map(|titles| Words::new(titles, Pen::new(21.0).colour(INK_2), 0.0)));
        let small = Pen::new(21.0).colour(INK_2);
        head.extend(
            languages.iter().map(|language| Words::new(Texts::new(*language).slip_line(), small, 1.0)),
        );
        let at = [Some(&slips.service), slips.place.as_ref().or(Some(&slips.organisation))];
        let (place, _) = named(&[first], &at.into_iter().flatten().collect::<Vec<_>>());
        let until = Texts::new(first).slip_until(dates::date_short(first, slips.valid_on));
        let foot = vec![
            Words::new(format!("{} · {until}", slips.bot), Pen::new(23.0).weight(600).colour(NIGHT), 0.0),
            Words::new(place, small, 2.0),
        ];
        let room = WORDS.1;
        Self { head: Block { words: head, room }, foot: Block { words: foot, room } }
    }
}

/// How small the words are written so that all fit, and what is left over above and below the code.
struct Layout {
    parts: Parts,
    scale: f32,
    spare: f32,
}

impl Layout {
    fn of(parts: Parts) -> Self {
        let free = |scale: f32| CODE - SIGNS.1 - parts.head.height(scale) - parts.foot.height(scale);
        let mut scale = 1.0;
        while free(scale) < 0.0 {
            scale *= SMALLER;
        }
        let spare = free(scale) / 2.0;
        Self { parts, scale, spare }
    }

    /// Where the code begins, from the top of its slip.
    fn signs(&self) -> f32 {
        EDGE + self.parts.head.height(self.scale) + self.spare
    }
}
