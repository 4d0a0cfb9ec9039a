//! A drawing as the content of a PDF page: outlines, plain colours, gradients along a line, and words where they are wanted.
//!
//! It knows what our own posters draw. Pictures, filters and masks are not among it.

use std::fmt::Write;
use std::io;

use resvg::tiny_skia::{PathSegment, Point, Transform};
use resvg::usvg::{
    Color, Fill, FillRule, Group, LineCap, LineJoin, LinearGradient, Node, Opacity, Paint, Path, Text, Tree,
};

use crate::letters::Letters;
use crate::pdf;

/// The page of this size, in points.
pub(crate) fn page(tree: &Tree, size: (f32, f32)) -> io::Result<pdf::Page> {
    page_with(tree, size, &[])
}

/// The same, with the stamp of the file moved to the right and upwards by each of these, in points.
pub(crate) fn page_with(tree: &Tree, size: (f32, f32), stamps: &[(f32, f32)]) -> io::Result<pdf::Page> {
    drawn(tree, size, stamps, None)
}

/// The page of this size on which words are words, written with the letters that are noted.
pub(crate) fn page_of_words(tree: &Tree, size: (f32, f32), letters: &mut Letters) -> io::Result<pdf::Page> {
    drawn(tree, size, &[], Some(letters))
}

fn drawn(
    tree: &Tree,
    size: (f32, f32),
    stamps: &[(f32, f32)],
    letters: Option<&mut Letters>,
) -> io::Result<pdf::Page> {
    let scale = size.0 / tree.size().width();
    let upright = Transform::from_row(scale, 0.0, 0.0, -scale, 0.0, size.1);
    let (content, shadings, opacities) = (String::new(), Vec::new(), Vec::new());
    let mut canvas = Canvas { upright, content, shadings, opacities, letters };
    canvas.group(tree.root());
    for (right, up) in stamps {
        // Writing to a string never fails.
        let _ = write!(canvas.content, "\nq 1 0 0 1 {right:.2} {up:.2} cm {} Do Q\n", pdf::STAMP);
    }
    let shadings = canvas.shadings.iter().enumerate().map(|(number, one)| format!("/S{number} {one}"));
    let states = canvas.opacities.iter().enumerate();
    let states = states.map(|(number, one)| format!("/G{number}<</CA {0:.3}/ca {0:.3}>>", one.get()));
    let resources = format!(
        "<</Shading<<{}>>/ExtGState<<{}>>>>",
        shadings.collect::<String>(),
        states.collect::<String>()
    );
    pdf::Page::new(size, resources, &canvas.content)
}

struct Canvas<'a> {
    /// From the units of the drawing to points, and from downwards to upwards.
    upright: Transform,
    content: String,
    shadings: Vec<String>,
    opacities: Vec<Opacity>,
    /// Where words are words: the letters that they use.
    letters: Option<&'a mut Letters>,
}

impl Canvas<'_> {
    fn group(&mut self, group: &Group) {
        for node in group.children() {
            match node {
                Node::Group(inner) => self.group(inner),
                Node::Path(path) => self.path(path),
                Node::Text(text) => {
                    if !self.words(text) {
                        self.group(text.flattened());
                    }
                }
                Node::Image(_) => {}
            }
        }
    }

    /// Writes words as words; says whether that was possible.
    fn words(&mut self, text: &Text) -> bool {
        let Some(letters) = self.letters.as_deref_mut() else { return false };
        let place = self.upright.pre_concat(text.abs_transform());
        let mut written = String::new();
        for span in text.layouted() {
            let Some(Paint::Color(colour)) = span.fill.as_ref().map(Fill::paint) else { return false };
            // Writing to a string never fails.
            let _ = write!(written, "BT {} rg ", components(*colour));
            let mut current = String::new();
            for glyph in &span.positioned_glyphs {
                let letter = u16::try_from(glyph.id.0).ok();
                let noted = letter.and_then(|letter| letters.note(glyph.font, letter, &glyph.text));
                let Some((font, units)) = noted else { return false };
                if font != current {
                    let _ = write!(written, "/{font} 1 Tf ");
                    current = font;
                }
                let at = place.pre_concat(glyph.outline_transform()).pre_scale(units, units);
                let _ = write!(
                    written,
                    "{:.2} {:.2} {:.2} {:.2} {:.2} {:.2} Tm <{:04X}> Tj ",
                    at.sx, at.ky, at.kx, at.sy, at.tx, at.ty, glyph.id.0
                );
            }
            written.push_str("ET\n");
        }
        self.say(&written);
        true
    }

    fn path(&mut self, path: &Path) {
        let place = self.upright.pre_concat(path.abs_transform());
        let Some(outline) = path.is_visible().then(|| path.data().clone().transform(place)).flatten() else {
            return;
        };
        let outline = operators(outline.segments());
        if let Some(fill) = path.fill() {
            let even_odd = if fill.rule() == FillRule::EvenOdd { "*" } else { "" };
            self.within(fill.opacity(), |canvas| match fill.paint() {
                Paint::Color(colour) => {
                    canvas.say(&format!("{} rg {outline}f{even_odd}\n", components(*colour)));
                }
                Paint::LinearGradient(gradient) => {
                    canvas.shadings.push(shading(gradient, place.pre_concat(gradient.transform())));
                    let number = canvas.shadings.len() - 1;
                    canvas.say(&format!("q {outline}W{even_odd} n /S{number} sh Q\n"));
                }
                Paint::RadialGradient(_) | Paint::Pattern(_) => {}
            });
        }
        if let Some(stroke) = path.stroke()
            && let Paint::Color(colour) = stroke.paint()
        {
            let width = stroke.width().get() * place.get_scale().0;
            let cap = match stroke.linecap() {
                LineCap::Butt => 0,
                LineCap::Round => 1,
                LineCap::Square => 2,
            };
            let join = match stroke.linejoin() {
                LineJoin::Miter | LineJoin::MiterClip => 0,
                LineJoin::Round => 1,
                LineJoin::Bevel => 2,
            };
            let colour = components(*colour);
            let drawn = format!("{colour} RG {width:.2} w {cap} J {join} j {outline}S\n");
            self.within(stroke.opacity(), |canvas| canvas.say(&drawn));
        }
    }

    fn say(&mut self, operators: &str) {
        self.content.push_str(operators);
    }

    /// Draws with an opacity, and opaquely again after it.
    fn within(&mut self, opacity: Opacity, draw: impl FnOnce(&mut Self)) {
        if opacity == Opacity::ONE {
            return draw(self);
        }
        let known = self.opacities.iter().position(|one| *one == opacity);
        let number = known.unwrap_or_else(|| {
            self.opacities.push(opacity);
            self.opacities.len() - 1
        });
        self.say(&format!("q /G{number} gs "));
        draw(self);
        self.say("Q\n");
    }
}

fn components(colour: Color) -> String {
    let part = |value: u8| f32::from(value) / 255.0;
    format!("{:.4} {:.4} {:.4}", part(colour.red), part(colour.green), part(colour.blue))
}

fn operators(segments: impl Iterator<Item = PathSegment>) -> String {
    let mut written = String::new();
    let mut from = Point::zero();
    for segment in segments {
        // Writing to a string never fails.
        let _ = match segment {
            PathSegment::MoveTo(to) => write!(written, "{:.2} {:.2} m ", to.x, to.y),
            PathSegment::LineTo(to) => write!(written, "{:.2} {:.2} l ", to.x, to.y),
            PathSegment::QuadTo(by, to) => {
                // PDF has cubic curves only.
                let near =
                    |end: Point| (end.x + 2.0 * (by.x - end.x) / 3.0, end.y + 2.0 * (by.y - end.y) / 3.0);
                let (one, other) = (near(from), near(to));
                write!(
                    written,
                    "{:.2} {:.2} {:.2} {:.2} {:.2} {:.2} c ",
                    one.0, one.1, other.0, other.1, to.x, to.y
                )
            }
            PathSegment::CubicTo(one, other, to) => write!(
                written,
                "{:.2} {:.2} {:.2} {:.2} {:.2} {:.2} c ",
                one.x, one.y, other.x, other.y, to.x, to.y
            ),
            PathSegment::Close => write!(written, "h "),
        };
        if let PathSegment::MoveTo(to)
        | PathSegment::LineTo(to)
        | PathSegment::QuadTo(_, to)
        | PathSegment::CubicTo(_, _, to) = segment
        {
            from = to;
        }
    }
    written
}

/// The gradient as a shading along a line, its stops stitched together.
fn shading(gradient: &LinearGradient, place: Transform) -> String {
    let mut ends =
        [Point::from_xy(gradient.x1(), gradient.y1()), Point::from_xy(gradient.x2(), gradient.y2())];
    place.map_points(&mut ends);
    let stops = gradient.stops();
    let between = |from: usize| {
        let (one, other) = (components(stops[from].color()), components(stops[from + 1].color()));
        format!("<</FunctionType 2/Domain[0 1]/C0[{one}]/C1[{other}]/N 1>>")
    };
    let functions: String = (0..stops.len().saturating_sub(1)).map(between).collect();
    let inner = stops.get(1..stops.len().saturating_sub(1)).unwrap_or_default();
    let bounds: Vec<_> = inner.iter().map(|stop| format!("{:.4}", stop.offset().get())).collect();
    let encode = "0 1 ".repeat(bounds.len() + 1);
    format!(
        "<</ShadingType 2/ColorSpace/DeviceRGB/Coords[{:.2} {:.2} {:.2} {:.2}]/Extend[true true]\
         /Function<</FunctionType 3/Domain[0 1]/Functions[{functions}]/Bounds[{}]/Encode[{encode}]>>>>",
        ends[0].x,
        ends[0].y,
        ends[1].x,
        ends[1].y,
        bounds.join(" ")
    )
}
