//! The poster and the card: a head that asks, the code, three steps, and whose service it is.

use std::fmt::Write;

use domain::language::Language;
use locales::Texts;

use super::words::{Block, Words, named, spoken};
use super::{Drawn, Poster, WIDTH};
use crate::qr::QrSquares;
use crate::svg::{INK, INK_2, LINE, NIGHT, Pen, SKY, STAR, Svg, WHITE};

/// The code with its frame is so wide at most,
const WIDEST_CODE: f32 = 1180.0;
/// and at least: 8 cm on A4, so that it is read from two steps away.
const NARROWEST_CODE: f32 = 860.0;
/// Between the frame and the code, whose own quiet zone comes on top.
const FRAME: f32 = 26.0;
/// Words get smaller by this share until all of them fit.
const SMALLER: f32 = 0.96;
const MIDDLE: f32 = WIDTH / 2.0;
/// Above the head's words, and below its stars.
const HEAD: (f32, f32) = (290.0, 250.0);
/// Around the code, above the foot, below it.
const GAPS: [f32; 4] = [70.0, 60.0, 60.0, 60.0];
/// Where the words of the steps begin, and how wide they may be.
const STEPS: (f32, f32) = (430.0, 1460.0);
/// How wide the circle around the number of a step is.
const CIRCLE: f32 = 104.0;

/// What stands on the page, still without a place.
struct Parts {
    head: Block,
    steps: [Block; 3],
    foot: Block,
}

/// The page of this height.
pub(super) fn drawn(languages: &[Language], poster: &Poster, code: &QrSquares, height: f32) -> Drawn {
    let parts = Parts::of(languages, poster);
    let mut scale = 1.0;
    while height - parts.height(scale) < NARROWEST_CODE {
        scale *= SMALLER;
    }
    let free = height - parts.height(scale);
    let side = free.min(WIDEST_CODE);
    // What is left over is shared by the gaps around the code and above the foot.
    let spare = (free - side) / 3.0;
    let mut svg = Svg::sized((WIDTH, height));
    let mut y = draw_head(&mut svg, &parts.head, scale, height) + GAPS[0] + spare;
    let corner = (MIDDLE - side / 2.0, y);
    let inner = draw_code(&mut svg, code, corner, side);
    y += side + GAPS[1] + spare;
    for (number, step) in (1..).zip(&parts.steps) {
        y += draw_step(&mut svg, number, step, y, scale);
    }
    y += GAPS[2] - between_steps(scale) + spare;
    svg.rule((200.0, y - 30.0), WIDTH - 400.0, LINE, 4.0);
    parts.foot.draw(&mut svg, (MIDDLE, y), scale);
    Drawn { svg: svg.end(), codes: vec![inner] }
}

impl Parts {
    fn of(languages: &[Language], poster: &Poster) -> Self {
        let step = |say: fn(Texts) -> String| {
            let (first, others) = spoken(languages, say);
            let mut words = vec![Words::new(first, Pen::new(62.0).weight(600), 0.0)];
            words.extend(others.map(|others| Words::new(others, Pen::new(38.0).colour(INK_2), 2.0)));
            Block { words, room: STEPS.1 }
        };
        Self {
            head: head(languages),
            steps: [
                step(Texts::poster_step_scan),
                step(Texts::poster_step_start),
                step(Texts::poster_step_mark),
            ],
            foot: foot(languages, poster),
        }
    }

    /// All but the code.
    fn height(&self, scale: f32) -> f32 {
        let steps: f32 = self.steps.iter().map(|step| step_height(step, scale)).sum();
        HEAD.0 + self.head.height(scale) + HEAD.1 + steps - between_steps(scale)
            + self.foot.height(scale)
            + GAPS.iter().sum::<f32>()
    }
}

fn head(languages: &[Language]) -> Block {
    let (title, others) = spoken(languages, Texts::poster_title);
    let mut words = vec![Words::new(title, Pen::new(146.0).weight(700).colour(WHITE).centred(), 0.0)];
    words.extend(others.map(|others| Words::new(others, Pen::new(66.0).colour(SKY).centred(), 8.0)));
    Block { words, room: WIDTH - 260.0 }
}

fn foot(languages: &[Language], poster: &Poster) -> Block {
    let small = Pen::new(36.0).colour(INK_2).centred();
    let (service, services) = named(languages, &[&poster.service]);
    let at: Vec<_> = std::iter::once(&poster.organisation).chain(&poster.place).collect();
    let (place, places) = named(languages, &at);
    let (private, privates) = spoken(languages, Texts::poster_privacy);
    let (by_hand, by_hands) = spoken(languages, Texts::poster_by_hand);
    let mut words = vec![Words::new(service, Pen::new(58.0).weight(700).centred(), 10.0)];
    words.extend(services.into_iter().map(|name| Words::new(name, Pen::new(38.0).centred(), 0.0)));
    words.push(Words::new(place, Pen::new(44.0).weight(600).centred(), 10.0));
    words.extend(places.into_iter().map(|name| Words::new(name, small, 0.0)));
    words.push(Words::new(private, Pen::new(38.0).colour(INK_2).centred(), 18.0));
    words.extend(privates.map(|others| Words::new(others, Pen { size: 32.0, ..small }, 0.0)));
    let ask = std::iter::once(by_hand).chain(by_hands).collect::<Vec<_>>().join(" · ");
    words.push(Words::new(ask, Pen { size: 32.0, ..small }, 18.0));
    words.push(Words::new(address(&poster.link), Pen::new(46.0).weight(600).colour(NIGHT).centred(), 2.0));
    Block { words, room: WIDTH - 300.0 }
}

/// The link as people type it.
pub(super) fn address(link: &str) -> &str {
    link.split_once("://").map_or(link, |(_, rest)| rest)
}

fn between_steps(scale: f32) -> f32 {
    30.0 * scale
}

fn step_height(step: &Block, scale: f32) -> f32 {
    step.height(scale).max(CIRCLE * scale) + between_steps(scale)
}

/// Draws the head and gives its height.
fn draw_head(svg: &mut Svg, head: &Block, scale: f32, page: f32) -> f32 {
    let stars = HEAD.0 + head.height(scale) + 50.0;
    let height = HEAD.0 + head.height(scale) + HEAD.1;
    svg.shape(&format!(
        r##"<defs><linearGradient id="sky" gradientUnits="userSpaceOnUse" x1="0" y1="0" x2="{WIDTH}" y2="{height}"><stop offset="0" stop-color="#0f5f6e"/><stop offset=".5" stop-color="{NIGHT}"/><stop offset="1" stop-color="{INK}"/></linearGradient></defs><rect width="{WIDTH}" height="{height}" fill="url(#sky)"/>"##
    ));
    svg.shape(&tiles(height));
    svg.shape(&format!(r#"<rect y="{height}" width="{WIDTH}" height="{}" fill="{WHITE}"/>"#, page - height));
    svg.logo((MIDDLE - 100.0, 70.0), 6.25, WHITE, NIGHT);
    head.draw(svg, (MIDDLE, HEAD.0), scale);
    for star in 0..5_u8 {
        svg.star((MIDDLE - 380.0 + f32::from(star) * 160.0, stars), 6.0, STAR);
    }
    height
}

/// The eight-pointed stars of Fergana's tiles, over the head.
fn tiles(height: f32) -> String {
    const TILE: f32 = 56.0;
    const SCALE: f32 = 3.4;
    let mut tiles = format!(r#"<g fill="none" stroke="{WHITE}" stroke-opacity=".13" stroke-width="1.2">"#);
    let step = TILE * SCALE;
    let mut y = 0.0;
    while y < height {
        let mut x = 0.0;
        while x < WIDTH {
            // Writing to a string never fails.
            let _ = write!(
                tiles,
                r#"<path transform="translate({x} {y}) scale({SCALE})" d="M14 14h28v28h-28zM28 8.2L47.8 28L28 47.8L8.2 28zM21 28a7 7 0 1 0 14 0a7 7 0 1 0 -14 0M28 8.2V0M28 56v-8.2M8.2 28H0M56 28h-8.2M14 14L0 0M42 14L56 0M14 42L0 56M42 42l14 14"/>"#
            );
            x += step;
        }
        y += step;
    }
    tiles.push_str("</g>");
    tiles
}

/// Draws the code in its frame; gives where the code stands.
fn draw_code(svg: &mut Svg, code: &QrSquares, (x, y): (f32, f32), side: f32) -> (f32, f32, f32) {
    svg.shape(&format!(
        r#"<rect x="{}" y="{}" width="{}" height="{}" rx="60" fill="{WHITE}" stroke="{NIGHT}" stroke-width="14"/>"#,
        x + 7.0,
        y + 7.0,
        side - 14.0,
        side - 14.0
    ));
    let inner = (x + FRAME, y + FRAME, side - 2.0 * FRAME);
    svg.code(code, (inner.0, inner.1), inner.2);
    inner
}

/// Draws a step and gives its height with the room below it.
fn draw_step(svg: &mut Svg, number: u8, step: &Block, y: f32, scale: f32) -> f32 {
    let (radius, centre) = (CIRCLE * scale / 2.0, STEPS.0 - 100.0);
    let middle = y + radius;
    svg.shape(&format!(r#"<circle cx="{centre}" cy="{middle}" r="{radius}" fill="{NIGHT}"/>"#));
    let pen = Pen::new(56.0 * scale).weight(700).colour(WHITE).centred();
    svg.text((centre, middle + 20.0 * scale), pen, &number.to_string());
    // One line stands beside the middle of its number, several begin at its top.
    let spare = (CIRCLE * scale - step.height(scale)).max(0.0) / 2.0;
    step.draw(svg, (STEPS.0, y + spare), scale);
    step_height(step, scale)
}
