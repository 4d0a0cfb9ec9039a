//! QR codes as squares on a grid: the same for pages, posters and stickers.

use std::fmt::Write;

use qrcode::{Color, EcLevel, QrCode};

/// Light squares around the code, as ISO/IEC 18004 asks for.
const QUIET: usize = 4;

/// A QR code with a quarter of it to spare (level Q): a poster gets scratched, and ink runs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct QrSquares {
    /// How many squares a side has, with the four light ones around the code.
    pub side: usize,
    /// The dark squares as the `d` of one SVG path, a square being one unit wide.
    pub path: String,
}

impl QrSquares {
    /// The code of `text`; `None` when it is too long for one.
    pub fn of(text: &str) -> Option<Self> {
        let code = QrCode::with_error_correction_level(text, EcLevel::Q).ok()?;
        let width = code.width();
        let colours = code.to_colors();
        let mut path = String::new();
        for (row, squares) in colours.chunks(width).enumerate() {
            // Neighbours are one stroke: no hair of light shows between them, however they are printed.
            let mut column = 0;
            for run in squares.chunk_by(|one, other| one == other) {
                if run.first() == Some(&Color::Dark) {
                    let (x, y, length) = (column + QUIET, row + QUIET, run.len());
                    // Writing to a string never fails.
                    let _ = write!(path, "M{x} {y}h{length}v1h-{length}z");
                }
                column += run.len();
            }
        }
        Some(Self { side: width + 2 * QUIET, path })
    }
}
