//! What citizens scan: a poster, a card for a counter, a sheet of stickers, in one language or several.
//!
//! All is lines and outlines: sharp at any size, and the same on every machine, whatever fonts it has. Names are wrapped and
//! written smaller until they fit; nothing is ever cut.

mod page;
mod slips;
mod stickers;
mod words;

use domain::language::{Language, Names};
use resvg::usvg::{self, Indent, WriteOptions};

use crate::pack::{Packed, archive};
use crate::qr::QrSquares;
use crate::{DrawError, pdf, png, rendered, tree, vector};

pub use slips::{Slip, Slips};

/// How wide every drawing is, in its own units; it is as high as its paper asks for.
const WIDTH: f32 = 2100.0;
/// Dots of a picture for an inch of paper.
const DOTS_AN_INCH: f32 = 300.0;
/// Dots that a preview is wide.
const PREVIEW: f32 = 420.0;
/// Digits after the point in an SVG: a hundredth of a unit is a thousandth of a millimetre.
const PRECISION: u8 = 2;
const POINTS_A_MILLIMETRE: f32 = 72.0 / 25.4;

/// A point as it stands on paper.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Poster {
    /// What is rated.
    pub service: Names,
    /// Who gives it.
    pub organisation: Names,
    /// Where, when the place has a name of its own.
    pub place: Option<Names>,
    /// What the code holds.
    pub link: String,
}

/// What is printed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum PosterForm {
    /// A poster for a wall, A4.
    Poster,
    /// A card for a counter, A5.
    Card,
    /// A sheet of twelve stickers, A4.
    Stickers,
}

impl PosterForm {
    /// All of them, in the order in which they are offered.
    pub const ALL: [Self; 3] = [Self::Poster, Self::Card, Self::Stickers];

    /// The word by which addresses, commands and files call it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Poster => "poster",
            Self::Card => "card",
            Self::Stickers => "stickers",
        }
    }

    /// The form with this code.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|form| form.code() == code)
    }

    /// Width and height of the paper, in millimetres.
    pub fn paper(self) -> (f32, f32) {
        match self {
            Self::Poster | Self::Stickers => (210.0, 297.0),
            Self::Card => (148.0, 210.0),
        }
    }

    fn height(self) -> f32 {
        let (width, height) = self.paper();
        (WIDTH * height / width).round()
    }
}

/// How posters are printed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Print {
    form: PosterForm,
    languages: Vec<Language>,
}

/// A drawing, and where on it the codes stand: left, top, side.
struct Drawn {
    svg: String,
    codes: Vec<(f32, f32, f32)>,
}

impl Print {
    /// In these languages, the first of them large; `None` when there is none.
    pub fn new(form: PosterForm, languages: impl IntoIterator<Item = Language>) -> Option<Self> {
        let mut wanted: Vec<_> = languages.into_iter().collect();
        wanted.sort();
        wanted.dedup();
        (!wanted.is_empty()).then_some(Self { form, languages: wanted })
    }

    /// What is printed.
    pub fn form(&self) -> PosterForm {
        self.form
    }

    /// One page as an SVG: outlines only, so it looks the same where the fonts are not known.
    pub fn svg(&self, poster: &Poster) -> Result<Vec<u8>, DrawError> {
        Ok(self.outlines(&tree(&self.drawn(poster)?.svg)?))
    }

    /// One page as a PNG of 300 dots an inch. It takes the better part of a second and some 40 MB.
    pub fn png(&self, poster: &Poster) -> Result<Vec<u8>, DrawError> {
        const MILLIMETRES_AN_INCH: f32 = 25.4;
        let dots = self.form.paper().0 / MILLIMETRES_AN_INCH * DOTS_AN_INCH;
        png(&rendered(&tree(&self.drawn(poster)?.svg)?, dots / WIDTH)?)
    }

    /// One page as a small PNG, to see what it will look like.
    pub fn preview(&self, poster: &Poster) -> Result<Vec<u8>, DrawError> {
        png(&rendered(&tree(&self.drawn(poster)?.svg)?, PREVIEW / WIDTH)?)
    }

    /// A PDF with a page for each poster. A page takes up to 300 kB.
    pub fn pdf(&self, posters: &[Poster]) -> Result<Vec<u8>, DrawError> {
        let pages = posters.iter().map(|poster| {
            let drawn = self.drawn(poster)?;
            self.page(&tree(&drawn.svg)?, &drawn, poster)
        });
        Ok(pdf::pages(&pages.collect::<Result<Vec<_>, DrawError>>()?)?)
    }

    /// A ZIP with a PDF and an SVG for each poster, under these names.
    pub fn zip(&self, posters: &[(String, Poster)]) -> Result<Vec<u8>, DrawError> {
        let mut files = Vec::with_capacity(2 * posters.len());
        for (name, poster) in posters {
            let drawn = self.drawn(poster)?;
            let tree = tree(&drawn.svg)?;
            let page = pdf::pages(&[self.page(&tree, &drawn, poster)?])?;
            files.push(Packed { name: format!("{name}.pdf"), bytes: page });
            files.push(Packed { name: format!("{name}.svg"), bytes: self.outlines(&tree) });
        }
        archive(&files)
    }

    fn drawn(&self, poster: &Poster) -> Result<Drawn, DrawError> {
        let code = QrSquares::of(&poster.link).ok_or(DrawError::Code)?;
        Ok(match self.form {
            PosterForm::Poster | PosterForm::Card => {
                page::drawn(&self.languages, poster, &code, self.form.height())
            }
            PosterForm::Stickers => stickers::drawn(&self.languages, poster, &code, self.form.height()),
        })
    }

    fn page(&self, tree: &usvg::Tree, drawn: &Drawn, poster: &Poster) -> Result<pdf::Page, DrawError> {
        let (width, height) = self.form.paper();
        let size = (width * POINTS_A_MILLIMETRE, height * POINTS_A_MILLIMETRE);
        let mut page = vector::page(tree, size)?;
        page.links = drawn.codes.iter().map(|code| (linked(*code, size), poster.link.clone())).collect();
        Ok(page)
    }

    fn outlines(&self, tree: &usvg::Tree) -> Vec<u8> {
        let options = WriteOptions {
            coordinates_precision: PRECISION,
            indent: Indent::None,
            attributes_indent: Indent::None,
            ..WriteOptions::default()
        };
        let (width, height) = (tree.size().width(), tree.size().height());
        let plain = format!(r#"<svg width="{width}" height="{height}""#);
        let (right, bottom) = self.form.paper();
        let on_paper =
            format!(r#"<svg width="{right}mm" height="{bottom}mm" viewBox="0 0 {width} {height}""#);
        tree.to_string(&options).replacen(&plain, &on_paper, 1).into_bytes()
    }
}

/// Where a code stands on a page of this size, in points: left, bottom, right and top.
fn linked((left, top, side): (f32, f32, f32), page: (f32, f32)) -> [f32; 4] {
    let scale = page.0 / WIDTH;
    let bottom = page.1 - (top + side) * scale;
    [left * scale, bottom, (left + side) * scale, bottom + side * scale]
}

#[cfg(test)]
mod tests;
