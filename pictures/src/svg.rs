//! The pieces of a drawing: words, boxes, signs of states, the bar of them.

use std::fmt::Write;

use domain::language::Language;
use domain::obligation::Standing;
use locales::{Texts, shortened, words};

use crate::States;
use crate::qr::QrSquares;

pub(crate) const INK: &str = "#10243a";
pub(crate) const INK_2: &str = "#44566b";
pub(crate) const INK_3: &str = "#5c6c80";
pub(crate) const LINE: &str = "#dfe5ee";
pub(crate) const BLUE: &str = "#3b73c8";
pub(crate) const GREEN: &str = "#178f63";
pub(crate) const GREEN_TEXT: &str = "#0b6546";
pub(crate) const RED_TEXT: &str = "#a81820";
pub(crate) const WHITE: &str = "#ffffff";
pub(crate) const NIGHT: &str = "#163d85";
pub(crate) const SKY: &str = "#d3e1f7";
pub(crate) const STAR: &str = "#ffc93c";

/// A label of more letters is written smaller.
const LONG_LABEL: usize = 14;

/// How words are written.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Pen {
    pub(crate) size: f32,
    pub(crate) weight: u16,
    pub(crate) colour: &'static str,
    pub(crate) anchor: &'static str,
}

impl Pen {
    /// Plain words of this size.
    pub(crate) const fn new(size: f32) -> Self {
        Self { size, weight: 400, colour: INK, anchor: "start" }
    }

    pub(crate) const fn weight(self, weight: u16) -> Self {
        Self { weight, ..self }
    }

    pub(crate) const fn colour(self, colour: &'static str) -> Self {
        Self { colour, ..self }
    }

    /// The words stand to both sides of their place.
    pub(crate) const fn centred(self) -> Self {
        Self { anchor: "middle", ..self }
    }

    /// The words end at their place.
    pub(crate) const fn to_the_left(self) -> Self {
        Self { anchor: "end", ..self }
    }
}

/// A drawing that grows.
pub(crate) struct Svg(String);

impl Svg {
    /// A drawing that is as large as so many dots.
    pub(crate) fn new(width: u32, height: u32) -> Self {
        Self::begun(width, height)
    }

    /// A drawing in units of its own.
    pub(crate) fn sized((width, height): (f32, f32)) -> Self {
        Self::begun(width, height)
    }

    fn begun(width: impl std::fmt::Display, height: impl std::fmt::Display) -> Self {
        Self(format!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="{height}" viewBox="0 0 {width} {height}" font-family="Onest">"#
        ))
    }

    /// Adds a shape as it is.
    pub(crate) fn shape(&mut self, shape: &str) {
        self.0.push_str(shape);
    }

    /// Adds words, as they are.
    pub(crate) fn text(&mut self, (x, y): (f32, f32), pen: Pen, words: &str) {
        let Pen { size, weight, colour, anchor } = pen;
        let words = escaped(words);
        // Writing to a string never fails.
        let _ = write!(
            self.0,
            r#"<text x="{x}" y="{y}" font-size="{size}" font-weight="{weight}" fill="{colour}" text-anchor="{anchor}">{words}</text>"#
        );
    }

    /// Adds words that may not be wider than so many of their letters are.
    pub(crate) fn text_within(&mut self, at: (f32, f32), pen: Pen, words: &str, letters: usize) {
        self.text(at, pen, &shortened(words, letters));
    }

    /// Adds the name of a state: a long one in smaller letters, for the next one stands beside it.
    pub(crate) fn label(&mut self, at: (f32, f32), pen: Pen, words: &str) {
        let is_long = words.chars().count() > LONG_LABEL;
        self.text(at, if is_long { Pen { size: pen.size * 0.85, ..pen } } else { pen }, words);
    }

    /// Adds a box with round corners.
    pub(crate) fn card(&mut self, (x, y): (f32, f32), (width, height): (f32, f32)) {
        let _ = write!(
            self.0,
            r##"<rect x="{x}" y="{y}" width="{width}" height="{height}" rx="22" fill="#fff" stroke="{LINE}" stroke-width="2"/>"##
        );
    }

    /// Adds a line from left to right.
    pub(crate) fn rule(&mut self, (x, y): (f32, f32), width: f32, colour: &str, thickness: f32) {
        let right = x + width;
        let _ = write!(
            self.0,
            r#"<line x1="{x}" x2="{right}" y1="{y}" y2="{y}" stroke="{colour}" stroke-width="{thickness}"/>"#
        );
    }

    /// Adds the sign of a state; 20 dots wide at scale 1.
    pub(crate) fn sign(&mut self, state: State, (x, y): (f32, f32), scale: f32) {
        let shape = state.shape();
        let _ = write!(self.0, r#"<g transform="translate({x} {y}) scale({scale})">{shape}</g>"#);
    }

    /// Adds the sign of the house: an eight-pointed star with a tick.
    pub(crate) fn logo(&mut self, (x, y): (f32, f32), scale: f32, body: &str, tick: &str) {
        let _ = write!(
            self.0,
            r#"<g transform="translate({x} {y}) scale({scale})"><g fill="{body}"><rect x="6" y="6" width="20" height="20" rx="2.5"/><rect x="6" y="6" width="20" height="20" rx="2.5" transform="rotate(45 16 16)"/></g><path d="M10.8 16.4l3.6 3.6 7-7.6" fill="none" stroke="{tick}" stroke-width="3" stroke-linecap="round" stroke-linejoin="round"/></g>"#
        );
    }

    /// Adds the bar of states, each as wide as its share; red is hatched, so that it is told from green without colour.
    pub(crate) fn bar(&mut self, (x, y): (f32, f32), (width, height): (f32, f32), states: &States) {
        let all: u64 = states.iter().sum();
        if all == 0 {
            let _ =
                write!(self.0, r#"<rect x="{x}" y="{y}" width="{width}" height="{height}" fill="{LINE}"/>"#);
        }
        let mut left = x;
        for (state, number) in State::ALL.into_iter().zip(states).filter(|(_, number)| **number > 0) {
            let share = width * part(*number, all);
            let (shown, colour) = ((share - 4.0).max(2.0), state.colour());
            let _ = write!(
                self.0,
                r#"<rect x="{left:.1}" y="{y}" width="{shown:.1}" height="{height}" fill="{colour}"/>"#
            );
            if state == State::Overdue {
                self.hatch((left, y), (shown, height));
            }
            left += share;
        }
    }

    /// Adds slanted lines over a box, each wholly within it: they stay lines in every format.
    fn hatch(&mut self, (x, y): (f32, f32), (width, height): (f32, f32)) {
        const APART: f32 = 12.0;
        const THICK: f32 = 4.0;
        let (bottom, mut left) = (y + height, x + 2.0);
        while left + THICK + height <= x + width {
            let (right, top_left, top_right) = (left + THICK, left + height, left + THICK + height);
            let _ = write!(
                self.0,
                r##"<path d="M{left:.1} {bottom}H{right:.1}L{top_right:.1} {y}H{top_left:.1}z" fill="#fff" fill-opacity=".3"/>"##
            );
            left += APART;
        }
    }

    /// Adds five stars, filled up to the mean.
    pub(crate) fn stars(&mut self, (x, y): (f32, f32), scale: f32, mean: f32) {
        for star in 0..5_u8 {
            let filled = mean.round() > f32::from(star);
            let colour = if filled { "#c08400" } else { "#c9d2de" };
            let place = x + f32::from(star) * 21.0 * scale;
            self.star((place, y), scale, colour);
        }
    }

    /// Adds a star; 20 wide at scale 1.
    pub(crate) fn star(&mut self, (x, y): (f32, f32), scale: f32, colour: &str) {
        let _ = write!(
            self.0,
            r#"<path transform="translate({x} {y}) scale({scale})" fill="{colour}" d="M10 1.5l2.63 5.33 5.87.85-4.25 4.14 1 5.85L10 14.9l-5.25 2.77 1-5.85L1.5 7.68l5.87-.85z"/>"#
        );
    }

    /// Adds a QR code with its quiet zone, so wide in all.
    pub(crate) fn code(&mut self, code: &QrSquares, (x, y): (f32, f32), side: f32) {
        let (scale, squares) = (side / part_of(code.side), &code.path);
        let _ = write!(
            self.0,
            r#"<path transform="translate({x} {y}) scale({scale})" fill="{INK}" shape-rendering="crispEdges" d="{squares}"/>"#
        );
    }

    pub(crate) fn end(mut self) -> String {
        self.0.push_str("</svg>");
        self.0
    }
}

/// The share of a number in all, for lengths.
#[expect(clippy::cast_precision_loss, reason = "a length on a picture need not be exact")]
pub(crate) fn part(number: u64, all: u64) -> f32 {
    if all == 0 { 0.0 } else { number as f32 / all as f32 }
}

#[expect(clippy::cast_precision_loss, reason = "a code has two hundred squares a side at most")]
fn part_of(squares: usize) -> f32 {
    squares as f32
}

/// What no XML may hold is a gap, whatever somebody pasted into a name.
fn escaped(words: &str) -> String {
    let unknown = |letter: char| letter.is_control() || matches!(letter, '\u{FFFE}' | '\u{FFFF}');
    words
        .replace(unknown, " ")
        .replace('&', "&amp;")
        .replace('<', "&lt;")
        .replace('>', "&gt;")
        .replace('"', "&quot;")
}

/// Where obligations stand: each with a shape and a colour of its own, the same as in the panel.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum State {
    Overdue,
    DueSoon,
    Working,
    Review,
    Done,
    NotStarted,
}

impl State {
    pub(crate) const ALL: [Self; 6] =
        [Self::Overdue, Self::DueSoon, Self::Working, Self::Review, Self::Done, Self::NotStarted];

    pub(crate) fn name(self, texts: Texts) -> String {
        let standing = match self {
            Self::Overdue => Standing::Overdue { days: 1 },
            Self::DueSoon => Standing::DueSoon { days: 1 },
            Self::Working => Standing::Working,
            Self::Review => Standing::UnderReview { late: false },
            Self::Done => Standing::Done { late: false },
            Self::NotStarted => Standing::NotStarted,
        };
        words::standing(texts, standing)
    }

    fn colour(self) -> &'static str {
        match self {
            Self::Overdue => "#b8161f",
            Self::DueSoon => "#c87a00",
            Self::Working => "#5f8fd6",
            Self::Review => BLUE,
            Self::Done => GREEN,
            Self::NotStarted => "#8d99a9",
        }
    }

    fn shape(self) -> &'static str {
        match self {
            Self::Overdue => {
                r##"<path d="M6.3 1h7.4L19 6.3v7.4L13.7 19H6.3L1 13.7V6.3z" fill="#b8161f"/><path d="M7 7l6 6M13 7l-6 6" stroke="#fff" stroke-width="2" stroke-linecap="round"/>"##
            }
            Self::DueSoon => {
                r##"<path d="M10 1.6c.7 0 1.3.35 1.65.95l7.1 12.7c.7 1.25-.2 2.75-1.65 2.75H2.9c-1.45 0-2.35-1.5-1.65-2.75l7.1-12.7c.35-.6.95-.95 1.65-.95z" fill="#c87a00"/><path d="M10 7v4.3" stroke="#fff" stroke-width="2" stroke-linecap="round"/><circle cx="10" cy="14.4" r="1.15" fill="#fff"/>"##
            }
            Self::Working => {
                r##"<circle cx="10" cy="10" r="8" fill="none" stroke="#3b73c8" stroke-width="2"/><path d="M10 4.5a5.5 5.5 0 0 1 0 11z" fill="#3b73c8"/>"##
            }
            Self::Review => {
                r##"<rect x="1.5" y="1.5" width="17" height="17" rx="5" fill="#3b73c8"/><circle cx="10" cy="10" r="3.2" fill="none" stroke="#fff" stroke-width="2"/>"##
            }
            Self::Done => {
                r##"<circle cx="10" cy="10" r="9" fill="#178f63"/><path d="M5.8 10.3l2.8 2.8 5.6-6" fill="none" stroke="#fff" stroke-width="2" stroke-linecap="round"/>"##
            }
            Self::NotStarted => {
                r##"<circle cx="10" cy="10" r="8" fill="none" stroke="#8d99a9" stroke-width="2" stroke-dasharray="3.2 3.1"/>"##
            }
        }
    }
}

/// Cyrillic letters and Russian words are wider: so many letters fit where `latin` Latin ones do.
pub(crate) fn room(language: Language, latin: usize) -> usize {
    match language {
        Language::UzLatn | Language::En => latin,
        Language::UzCyrl | Language::Ru => latin * 9 / 10,
    }
}
