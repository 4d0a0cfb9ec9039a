//! What a phone does with a code, and what a printer does with a page: as far as our own files need it.

use std::io::Read;

use flate2::read::ZlibDecoder;
use resvg::tiny_skia::{Color, FillRule, Paint, PathBuilder, Pixmap, Size, Stroke, Transform};
use rqrr::PreparedImage;

/// What the code in this part of a picture says: left, top, width and height in dots. An ornament that is taken for a code and
/// holds nothing is passed over, as a phone does.
pub(super) fn read(dots: &Pixmap, (left, top, width, height): (usize, usize, usize, usize)) -> Vec<String> {
    let mut image =
        PreparedImage::prepare_from_greyscale(width, height, |x, y| light(dots, left + x, top + y));
    let grids = image.detect_grids();
    grids.into_iter().filter_map(|grid| grid.decode().ok()).map(|(_, text)| text).collect()
}

fn light(dots: &Pixmap, x: usize, y: usize) -> u8 {
    let dot = dots.pixels()[y * dots.width() as usize + x];
    let sum = u16::from(dot.red()) + u16::from(dot.green()) + u16::from(dot.blue());
    u8::try_from(sum / 3).unwrap()
}

/// The picture as a hand that shakes takes it: each dot is the mean of the nine around it.
pub(super) fn blurred(dots: &Pixmap) -> Pixmap {
    let mut soft = dots.clone();
    let (width, height) = (dots.width() as usize, dots.height() as usize);
    for (y, x) in (1..height - 1).flat_map(|y| (1..width - 1).map(move |x| (y, x))) {
        let around = (y - 1..=y + 1).flat_map(|y| (x - 1..=x + 1).map(move |x| u32::from(light(dots, x, y))));
        let mean = u8::try_from(around.sum::<u32>() / 9).unwrap();
        let at = (y * width + x) * 4;
        soft.data_mut()[at..at + 3].fill(mean);
    }
    soft
}

/// The first page of a PDF of ours, drawn from its operators at so many dots for a point.
pub(super) fn first_page(pdf: &[u8], scale: f32) -> Pixmap {
    let text: String = pdf.iter().map(|byte| char::from(*byte)).collect();
    let sizes: Vec<f32> =
        text.split("/MediaBox[").nth(1).unwrap().split(']').next().unwrap().split(' ').map(number).collect();
    let place = |words: &[u8]| pdf.windows(words.len()).position(|window| window == words).unwrap();
    let (from, to) = (place(b"stream\n") + 7, place(b"\nendstream"));
    let mut content = String::new();
    ZlibDecoder::new(&pdf[from..to]).read_to_string(&mut content).unwrap();
    let size = Size::from_wh(sizes[2] * scale, sizes[3] * scale).unwrap().to_int_size();
    let mut page = Page {
        dots: Pixmap::new(size.width(), size.height()).unwrap(),
        place: Transform::from_row(scale, 0.0, 0.0, -scale, 0.0, sizes[3] * scale),
        path: PathBuilder::new(),
        fill: Color::BLACK,
        line: Color::BLACK,
        width: 1.0,
        is_faint: false,
    };
    page.dots.fill(Color::WHITE);
    let mut operands: Vec<&str> = Vec::new();
    for word in content.split_whitespace() {
        if word.starts_with('/') || word.parse::<f32>().is_ok() {
            operands.push(word);
        } else {
            page.operator(word, &operands);
            operands.clear();
        }
    }
    page.dots
}

fn number(word: &str) -> f32 {
    word.parse().unwrap()
}

struct Page {
    dots: Pixmap,
    place: Transform,
    path: PathBuilder,
    fill: Color,
    line: Color,
    width: f32,
    is_faint: bool,
}

impl Page {
    fn operator(&mut self, word: &str, operands: &[&str]) {
        let all: Vec<f32> = operands.iter().filter_map(|word| word.parse().ok()).collect();
        match (word, all.as_slice()) {
            ("m", [x, y]) => self.path.move_to(*x, *y),
            ("l", [x, y]) => self.path.line_to(*x, *y),
            ("c", [x1, y1, x2, y2, x, y]) => self.path.cubic_to(*x1, *y1, *x2, *y2, *x, *y),
            ("h", []) => self.path.close(),
            ("rg", [red, green, blue]) => self.fill = Color::from_rgba(*red, *green, *blue, 1.0).unwrap(),
            ("RG", [red, green, blue]) => self.line = Color::from_rgba(*red, *green, *blue, 1.0).unwrap(),
            ("w", [width]) => self.width = *width,
            ("f" | "f*", []) => {
                self.paint(true, if word == "f" { FillRule::Winding } else { FillRule::EvenOdd });
            }
            ("S", []) => self.paint(false, FillRule::Winding),
            // A gradient is a dark field here, and what is faint is not drawn: codes stand on neither.
            ("sh", []) => {
                self.fill = Color::from_rgba8(22, 61, 133, 255);
                self.paint(true, FillRule::Winding);
            }
            ("gs", _) => self.is_faint = true,
            ("Q", _) => self.is_faint = false,
            // A stamp is words: codes stand beside it.
            ("q" | "cm" | "Do" | "W" | "W*" | "n" | "J" | "j", _) => {}
            unknown => panic!("{unknown:?} is no operator of ours"),
        }
    }

    fn paint(&mut self, fills: bool, rule: FillRule) {
        let path = std::mem::take(&mut self.path).finish();
        let Some(path) = path.filter(|_| !self.is_faint) else { return };
        let mut paint = Paint::default();
        paint.set_color(if fills { self.fill } else { self.line });
        if fills {
            self.dots.fill_path(&path, &paint, rule, self.place, None);
        } else {
            let stroke = Stroke { width: self.width, ..Stroke::default() };
            self.dots.stroke_path(&path, &paint, &stroke, self.place, None);
        }
    }
}
