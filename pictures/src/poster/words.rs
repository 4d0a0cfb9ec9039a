//! The words of a poster in its languages: the first large, the others small below it, and their lines.

use domain::language::{Language, Names};
use locales::Texts;

use crate::measure::{fits, wrapped};
use crate::svg::{Pen, Svg};

/// How high a line is, as a share of its letters.
const LINE: f32 = 1.27;
/// How far below the top of its line the words stand, as a share of their letters.
const BASELINE: f32 = 0.96;
/// What stands between the same words in two languages.
const BETWEEN: &str = " · ";

/// Words that begin on a line of their own.
#[derive(Clone, Debug)]
pub(super) struct Words {
    text: String,
    pen: Pen,
    /// Room above them.
    above: f32,
}

impl Words {
    pub(super) fn new(text: impl Into<String>, pen: Pen, above: f32) -> Self {
        Self { text: text.into(), pen, above }
    }
}

/// Words that stand below each other, no wider than a room.
#[derive(Clone, Debug)]
pub(super) struct Block {
    pub(super) words: Vec<Words>,
    pub(super) room: f32,
}

impl Block {
    /// How high it is at this scale.
    pub(super) fn height(&self, scale: f32) -> f32 {
        let heights = self.words.iter().map(|words| {
            let lines = self.lines(words, scale);
            lines.iter().map(|_| words.pen.size * scale * LINE).sum::<f32>() + words.above * scale
        });
        heights.sum()
    }

    /// Draws it from `top` downwards.
    pub(super) fn draw(&self, svg: &mut Svg, (x, top): (f32, f32), scale: f32) {
        let mut y = top;
        for words in &self.words {
            let pen = Pen { size: words.pen.size * scale, ..words.pen };
            y += words.above * scale;
            for line in self.lines(words, scale) {
                svg.text((x, y + pen.size * BASELINE), pen, &line);
                y += pen.size * LINE;
            }
        }
    }

    /// A line ends where a language does, when it can: then each is read in one piece.
    fn lines(&self, words: &Words, scale: f32) -> Vec<String> {
        let (size, weight) = (words.pen.size * scale, words.pen.weight);
        let mut lines: Vec<String> = Vec::new();
        for piece in words.text.split(BETWEEN) {
            let longer = lines.last().map(|line| format!("{line}{BETWEEN}{piece}"));
            match longer.filter(|longer| fits(longer, size, weight, self.room)) {
                Some(longer) => {
                    lines.pop();
                    lines.push(longer);
                }
                None => lines.extend(wrapped(piece, size, weight, self.room)),
            }
        }
        lines
    }
}

/// A text in the first of the languages, and in the others, joined.
pub(super) fn spoken(languages: &[Language], say: impl Fn(Texts) -> String) -> (String, Option<String>) {
    let mut all = languages.iter().map(|language| say(Texts::new(*language)));
    let first = all.next().unwrap_or_default();
    let others: Vec<_> = all.filter(|other| *other != first).collect();
    let others = (!others.is_empty()).then(|| others.join(BETWEEN));
    (first, others)
}

/// The name in the first of the languages, and each other one that it has in the others.
pub(super) fn named(languages: &[Language], names: &[&Names]) -> (String, Vec<String>) {
    let mut all: Vec<String> = Vec::new();
    for language in languages {
        let name = names.iter().map(|one| one.in_language(*language)).collect::<Vec<_>>().join(BETWEEN);
        if !all.contains(&name) {
            all.push(name);
        }
    }
    let others = all.split_off(all.len().min(1));
    (all.pop().unwrap_or_default(), others)
}
