//! The letters of a PDF in which words stay words: they can be searched and copied, and each weighs a few bytes.

use std::collections::BTreeMap;
use std::fmt::Write;

use resvg::usvg::fontdb::ID;
use skrifa::instance::{LocationRef, Size};
use skrifa::{FontRef, GlyphId, MetadataProvider};

use crate::{FACES, FONTS};

/// Where the letters of a font stand in its file, for each letter that is used: its number there, and what it says.
#[derive(Default)]
pub(crate) struct Letters(BTreeMap<usize, BTreeMap<u16, String>>);

/// A font as a file embeds it.
pub(crate) struct Embedded {
    /// What the content of a page calls it.
    pub(crate) name: String,
    /// Its own name.
    pub(crate) own_name: String,
    /// Its bytes as they are.
    pub(crate) bytes: &'static [u8],
    /// What readers want to know of it.
    pub(crate) descriptor: String,
    /// How wide its letters are, in thousandths.
    pub(crate) widths: String,
    /// What its letters say.
    pub(crate) meanings: String,
}

impl Letters {
    /// Notes that a letter of this font is used; gives the name of the font and its units, when it is one of ours.
    pub(crate) fn note(&mut self, font: ID, letter: u16, says: &str) -> Option<(String, f32)> {
        let place = FONTS.faces().position(|face| face.id == font)?;
        let units = FontRef::new(FACES.get(place)?.0).ok()?;
        let units = units.metrics(Size::unscaled(), LocationRef::default()).units_per_em;
        self.0.entry(place).or_default().entry(letter).or_insert_with(|| says.to_owned());
        Some((name(place), f32::from(units)))
    }

    /// The fonts that are used.
    pub(crate) fn embedded(&self) -> Vec<Embedded> {
        self.0.iter().filter_map(|(place, letters)| embedded(*place, letters)).collect()
    }
}

fn name(place: usize) -> String {
    format!("F{place}")
}

fn embedded(place: usize, letters: &BTreeMap<u16, String>) -> Option<Embedded> {
    let (bytes, weight) = *FACES.get(place)?;
    let font = FontRef::new(bytes).ok()?;
    let whole = font.metrics(Size::new(1000.0), LocationRef::default());
    let glyphs = font.glyph_metrics(Size::new(1000.0), LocationRef::default());
    let (mut widths, mut meanings) = (String::new(), String::new());
    for (letter, says) in letters {
        let width = glyphs.advance_width(GlyphId::new((*letter).into())).unwrap_or_default();
        // Writing to a string never fails.
        let _ = write!(widths, "{letter}[{width:.0}]");
        if !says.is_empty() {
            let _ = write!(meanings, "<{letter:04X}> <");
            for unit in says.encode_utf16() {
                let _ = write!(meanings, "{unit:04X}");
            }
            meanings.push_str(">\n");
        }
    }
    let own_name = format!("Onest-{weight}");
    let bounds = whole.bounds.unwrap_or_default();
    let descriptor = format!(
        "/FontName/{own_name}/Flags 4/FontBBox[{:.0} {:.0} {:.0} {:.0}]/ItalicAngle 0/Ascent {:.0}/Descent {:.0}\
         /CapHeight {:.0}/StemV 80",
        bounds.x_min,
        bounds.y_min,
        bounds.x_max,
        bounds.y_max,
        whole.ascent,
        whole.descent,
        whole.cap_height.unwrap_or(700.0)
    );
    Some(Embedded {
        name: name(place),
        own_name,
        bytes,
        descriptor,
        widths,
        meanings: meanings_of(&meanings),
    })
}

/// What letters say, in the small language that readers know; at most a hundred in a block.
fn meanings_of(lines: &str) -> String {
    let mut written = String::from(
        "/CIDInit/ProcSet findresource begin 12 dict begin begincmap\n\
         /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def\n\
         /CMapName/Adobe-Identity-UCS def/CMapType 2 def\n\
         1 begincodespacerange <0000> <FFFF> endcodespacerange\n",
    );
    let lines: Vec<_> = lines.lines().collect();
    for block in lines.chunks(100) {
        let _ = writeln!(written, "{} beginbfchar\n{}\nendbfchar", block.len(), block.join("\n"));
    }
    written.push_str("endcmap CMapName currentdict/CMap defineresource pop end end\n");
    written
}
