//! How wide words are before they are drawn, and where their lines break: what people named is wrapped, never cut.

use std::sync::LazyLock;

use skrifa::instance::{LocationRef, Size};
use skrifa::metrics::GlyphMetrics;
use skrifa::{FontRef, MetadataProvider};

use crate::FACES;

/// The width of a letter that the fonts do not have, as a share of its height.
const UNKNOWN_LETTER: f32 = 0.7;
/// Letters are drawn with kerning, which is not measured: a line keeps this share of its room free.
const SLACK: f32 = 0.98;

/// What measures letters of one weight: their widths at size 1.
struct Face {
    font: FontRef<'static>,
    weight: u16,
}

static MEASURED: LazyLock<Vec<Face>> = LazyLock::new(|| {
    let faces = FACES.iter().filter_map(|(bytes, weight)| {
        let font = FontRef::new(bytes).ok()?;
        Some(Face { font, weight: *weight })
    });
    faces.collect()
});

impl Face {
    fn width(&self, words: &str) -> f32 {
        let metrics = GlyphMetrics::new(&self.font, Size::new(1000.0), LocationRef::default());
        let letters = self.font.charmap();
        let one = |letter| letters.map(letter).and_then(|glyph| metrics.advance_width(glyph));
        words.chars().map(|letter| one(letter).map_or(UNKNOWN_LETTER, |width| width / 1000.0)).sum()
    }
}

/// How wide these words are, written in this size and weight.
pub(crate) fn width(words: &str, size: f32, weight: u16) -> f32 {
    let face = MEASURED.iter().find(|face| face.weight == weight);
    size * face.map_or_else(|| UNKNOWN_LETTER * length(words), |face| face.width(words))
}

#[expect(clippy::cast_precision_loss, reason = "no line has millions of letters")]
fn length(words: &str) -> f32 {
    words.chars().count() as f32
}

/// Whether the words are one line in this room.
pub(crate) fn fits(words: &str, size: f32, weight: u16, room: f32) -> bool {
    width(words, size, weight) <= room * SLACK
}

/// The words in lines that are no wider than `room`. A word that is wider itself is broken within.
pub(crate) fn wrapped(words: &str, size: f32, weight: u16, room: f32) -> Vec<String> {
    let fits = |line: &str| fits(line, size, weight, room);
    let mut lines: Vec<String> = Vec::new();
    for word in words.split_whitespace() {
        if let Some(line) = lines.last_mut() {
            let longer = format!("{line} {word}");
            if fits(&longer) {
                *line = longer;
                continue;
            }
        }
        let mut piece = String::new();
        for letter in word.chars() {
            piece.push(letter);
            if !fits(&piece) && piece.chars().count() > 1 {
                piece.pop();
                lines.push(std::mem::replace(&mut piece, letter.to_string()));
            }
        }
        lines.push(piece);
    }
    lines
}

/// The same in at most so many lines: what has no room there is left out, and dots say so.
pub(crate) fn wrapped_within(words: &str, (size, weight): (f32, u16), room: f32, most: usize) -> Vec<String> {
    let mut lines = wrapped(words, size, weight, room);
    if lines.len() > most {
        lines.truncate(most);
        if let Some(last) = lines.last_mut() {
            while !last.is_empty() && !fits(&format!("{last}…"), size, weight, room) {
                last.pop();
            }
            last.truncate(last.trim_end().len());
            last.push('…');
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_wrapped_and_none_is_lost() {
        for (words, room) in [
            ("Davlat kadastrlari palatasi shahar filiali", 300.0),
            ("Oʻzgartirish kiritish toʻgʻrisidagi ariza", 90.0),
            ("Донаужинлаштирилмаганлигиданлигимикан", 120.0),
            ("", 10.0),
            ("WW", 1.0),
        ] {
            let lines = wrapped(words, 20.0, 400, room);
            let joined: String = lines.concat().split_whitespace().collect();
            assert_eq!(joined, words.split_whitespace().collect::<String>(), "{lines:?}");
            for line in lines.iter().filter(|line| line.chars().count() > 1) {
                assert!(width(line, 20.0, 400) <= room, "{line} in {room}");
            }
        }
    }

    #[test]
    fn what_has_no_room_in_so_many_lines_ends_in_dots() {
        let words = "Davlat kadastrlari palatasi shahar filiali";
        for (most, room) in [(1, 300.0), (2, 150.0), (1, 12.0)] {
            let lines = wrapped_within(words, (20.0, 400), room, most);
            assert_eq!(lines.len(), most, "{lines:?}");
            let last = lines.last().unwrap();
            assert!(last.ends_with('…') && !last.contains(" …"), "{last}");
            assert!(last == "…" || width(last, 20.0, 400) <= room, "{last} in {room}");
        }
        assert_eq!(wrapped_within(words, (20.0, 400), 9000.0, 1), [words]);
    }

    #[test]
    fn heavier_letters_are_wider_and_every_weight_is_known() {
        let widths = [400, 600, 700].map(|weight| width("Xizmatni baholang", 10.0, weight));
        assert!(widths[0] < widths[1] && widths[1] < widths[2], "{widths:?}");
    }
}
