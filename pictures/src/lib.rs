//! Draws what is sent as a picture, the weekly card and the sheet for the meeting, and what is printed: reports, and posters of
//! service points.
//!
//! A picture is a function of figures and a language. The figures are kept and drawn when they are sent, so nothing that is
//! drawn has to be stored. Nothing here looks anything up.

mod card;
mod letters;
mod measure;
mod pack;
mod paper;
mod pdf;
mod poster;
mod qr;
mod sheet;
mod svg;
mod vector;

use std::sync::{Arc, LazyLock};

use domain::language::Language;
use locales::Texts;
use resvg::tiny_skia::{Pixmap, Transform};
use resvg::usvg::{self, fontdb};
use serde::{Deserialize, Serialize};

pub use card::{Card, Month, Nis};
pub use pack::{Packed, archive};
pub use paper::{Cell, Column, Paper, Place, Table};
pub use poster::{Poster, PosterForm, Print, Slip, Slips};
pub use qr::QrSquares;
pub use sheet::{OrganisationRow, OverdueRow, Sheet, said_last};

/// How many obligations stand in each state: overdue, due soon, in work, under review, done, not started.
pub type States = [u64; 6];

/// What is to be drawn.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Drawing {
    /// The weekly card, a PNG.
    Card(Card),
    /// The sheet of one page, a PDF.
    Sheet(Sheet),
}

/// A drawing in a language, as it waits to be sent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Order {
    /// The language.
    pub language: Language,
    /// What is to be drawn.
    pub drawing: Drawing,
}

/// A file that was drawn.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// What it is called.
    pub name: String,
    /// What it is.
    pub mime: &'static str,
    /// Its bytes.
    pub bytes: Vec<u8>,
}

/// Why a picture could not be drawn: always a fault of ours.
#[derive(Debug, thiserror::Error)]
pub enum DrawError {
    /// The drawing is not well formed.
    #[error("the drawing cannot be read")]
    Svg(#[from] usvg::Error),
    /// There is no room for so many dots.
    #[error("the picture is too large")]
    Size,
    /// The dots cannot be packed.
    #[error("the picture cannot be packed")]
    Png(#[source] Box<dyn std::error::Error + Send + Sync>),
    /// The page cannot be packed.
    #[error("the page cannot be packed")]
    Pdf(#[from] std::io::Error),
    /// The link has more letters than a QR code holds.
    #[error("the link is too long for a QR code")]
    Code,
}

/// The letters, and how heavy they are.
static FACES: [(&[u8], u16); 3] = [
    (include_bytes!("../fonts/onest-400.ttf"), 400),
    (include_bytes!("../fonts/onest-600.ttf"), 600),
    (include_bytes!("../fonts/onest-700.ttf"), 700),
];

static FONTS: LazyLock<Arc<fontdb::Database>> = LazyLock::new(|| {
    let mut fonts = fontdb::Database::new();
    for (bytes, _) in FACES {
        fonts.load_font_data(bytes.to_vec());
    }
    Arc::new(fonts)
});

impl Order {
    /// A drawing to be made in this language.
    pub fn new(language: Language, drawing: Drawing) -> Self {
        Self { language, drawing }
    }

    /// Draws it. It takes a good part of a second: not for a task that others wait for.
    pub fn draw(&self) -> Result<Picture, DrawError> {
        let texts = Texts::new(self.language);
        match &self.drawing {
            Drawing::Card(card) => Ok(Picture {
                name: format!("nazorat-{}.png", card.today),
                mime: "image/png",
                bytes: png(&pixmap(&card::svg(texts, card), 1.0)?)?,
            }),
            Drawing::Sheet(sheet) => Ok(Picture {
                name: format!("nazorat-{}.pdf", domain::clock::tashkent_day(sheet.at)),
                mime: "application/pdf",
                bytes: paper::pdf(vec![sheet::svg(texts, sheet)], &|_, _| ())?,
            }),
        }
    }
}

fn png(dots: &Pixmap) -> Result<Vec<u8>, DrawError> {
    dots.encode_png().map_err(|error| DrawError::Png(Box::new(error)))
}

fn pixmap(svg: &str, scale: f32) -> Result<Pixmap, DrawError> {
    rendered(&tree(svg)?, scale)
}

fn tree(svg: &str) -> Result<usvg::Tree, DrawError> {
    let options = usvg::Options { fontdb: Arc::clone(&FONTS), ..usvg::Options::default() };
    Ok(usvg::Tree::from_str(svg, &options)?)
}

fn rendered(tree: &usvg::Tree, scale: f32) -> Result<Pixmap, DrawError> {
    let size = tree.size().to_int_size().scale_by(scale).ok_or(DrawError::Size)?;
    let mut pixmap = Pixmap::new(size.width(), size.height()).ok_or(DrawError::Size)?;
    resvg::render(tree, Transform::from_scale(scale, scale), &mut pixmap.as_mut());
    Ok(pixmap)
}

#[cfg(test)]
mod tests;
