//! Pages of outlines and words: every printer and every reader takes them, and it weighs one small file of our own.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;

use crate::letters::Embedded;

/// A4 in points.
pub(crate) const PAGE: (f32, f32) = (595.28, 841.89);

/// A font is so many objects of the file.
const OBJECTS_OF_A_FONT: usize = 5;

/// What the content of a page calls the drawing that stands on it again and again.
pub(crate) const STAMP: &str = "/W";

/// A page of outlines.
pub(crate) struct Page {
    /// Width and height, in points.
    pub(crate) size: (f32, f32),
    /// The shadings and opacities that the content names, as a dictionary.
    pub(crate) resources: String,
    /// What is drawn, packed: a page waits for the others, and unpacked it takes four times as much.
    content: Vec<u8>,
    /// Where links lead: left, bottom, right and top in points, and the address.
    pub(crate) links: Vec<([f32; 4], String)>,
}

impl Page {
    /// A page without links.
    pub(crate) fn new(size: (f32, f32), resources: String, content: &str) -> io::Result<Self> {
        Ok(Self { size, resources, content: packed(content.as_bytes())?, links: Vec::new() })
    }
}

/// The pages, one after another.
pub(crate) fn pages(pages: &[Page]) -> io::Result<Vec<u8>> {
    all(pages, None, &[])
}

/// The same, with a drawing that stands on them as [`STAMP`], kept once however often it is drawn.
pub(crate) fn pages_with(pages: &[Page], stamp: Option<&Page>) -> io::Result<Vec<u8>> {
    all(pages, stamp, &[])
}

/// Pages of words, with the fonts in which they are written.
pub(crate) fn pages_of_words(pages: &[Page], fonts: &[Embedded]) -> io::Result<Vec<u8>> {
    all(pages, None, fonts)
}

fn all(pages: &[Page], stamp: Option<&Page>, fonts: &[Embedded]) -> io::Result<Vec<u8>> {
    // Two objects of the file itself come first; each page is two more.
    let number = |place: usize| 3 + 2 * place;
    let first_font = number(pages.len()) + usize::from(stamp.is_some());
    let named = (0..)
        .zip(fonts)
        .map(|(place, font)| format!("/{} {} 0 R", font.name, first_font + place * OBJECTS_OF_A_FONT));
    let named =
        if fonts.is_empty() { String::new() } else { format!("/Font<<{}>>", named.collect::<String>()) };
    let kids: Vec<_> = (0..pages.len()).map(|place| format!("{} 0 R", number(place))).collect();
    let mut file = File(b"%PDF-1.4\n".to_vec(), Vec::new());
    file.object(b"<</Type/Catalog/Pages 2 0 R>>", None)?;
    file.object(format!("<</Type/Pages/Kids[{}]/Count {}>>", kids.join(" "), pages.len()).as_bytes(), None)?;
    for (place, page) in pages.iter().enumerate() {
        let (width, height) = page.size;
        let stamps = stamp.map(|_| format!("/XObject<<{STAMP} {} 0 R>>", number(pages.len())));
        let more = format!("<<{}{named}", stamps.unwrap_or_default());
        let resources = page.resources.replacen("<<", &more, 1);
        let head = format!(
            "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {width:.2} {height:.2}]/Resources{resources}/Annots[{}]/Contents {} 0 R>>",
            page.links.iter().filter_map(|(at, address)| annotation(at, address)).collect::<String>(),
            number(place) + 1
        );
        file.object(head.as_bytes(), None)?;
        let head = format!("<</Filter/FlateDecode/Length {}>>", page.content.len());
        file.object(head.as_bytes(), Some(&page.content))?;
    }
    if let Some(stamp) = stamp {
        let ((width, height), resources) = (stamp.size, &stamp.resources);
        let head = format!(
            "<</Type/XObject/Subtype/Form/BBox[0 0 {width:.2} {height:.2}]/Resources{resources}/Filter/FlateDecode/Length {}>>",
            stamp.content.len()
        );
        file.object(head.as_bytes(), Some(&stamp.content))?;
    }
    for font in fonts {
        file.font(font)?;
    }
    file.end()
}

/// The place of a link. An address that is not plain ASCII has none: PDF would not take it.
fn annotation([left, bottom, right, top]: &[f32; 4], address: &str) -> Option<String> {
    let is_plain = address.bytes().all(|byte| byte.is_ascii_graphic() && !b"()\\".contains(&byte));
    is_plain.then(|| {
        format!(
            "<</Type/Annot/Subtype/Link/Rect[{left:.2} {bottom:.2} {right:.2} {top:.2}]/Border[0 0 0]\
             /A<</S/URI/URI({address})>>>>"
        )
    })
}

/// The bytes so far, and where each object begins.
struct File(Vec<u8>, Vec<usize>);

impl File {
    /// A font with all that readers need: by the numbers of its letters, with what they say.
    fn font(&mut self, font: &Embedded) -> io::Result<()> {
        let number = self.1.len() + 1;
        let (inner, descriptor, bytes, meanings) = (number + 1, number + 2, number + 3, number + 4);
        let name = &font.own_name;
        let head = format!(
            "<</Type/Font/Subtype/Type0/BaseFont/{name}/Encoding/Identity-H/DescendantFonts[{inner} 0 R]/ToUnicode {meanings} 0 R>>"
        );
        self.object(head.as_bytes(), None)?;
        let letters = format!(
            "<</Type/Font/Subtype/CIDFontType2/BaseFont/{name}/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)\
             /Supplement 0>>/FontDescriptor {descriptor} 0 R/CIDToGIDMap/Identity/W[{}]>>",
            font.widths
        );
        self.object(letters.as_bytes(), None)?;
        let about = format!("<</Type/FontDescriptor{}/FontFile2 {bytes} 0 R>>", font.descriptor);
        self.object(about.as_bytes(), None)?;
        let file = packed(font.bytes)?;
        let head = format!("<</Filter/FlateDecode/Length {}/Length1 {}>>", file.len(), font.bytes.len());
        self.object(head.as_bytes(), Some(&file))?;
        let meanings = packed(font.meanings.as_bytes())?;
        let head = format!("<</Filter/FlateDecode/Length {}>>", meanings.len());
        self.object(head.as_bytes(), Some(&meanings))
    }

    fn object(&mut self, head: &[u8], stream: Option<&[u8]>) -> io::Result<()> {
        self.1.push(self.0.len());
        writeln!(self.0, "{} 0 obj", self.1.len())?;
        self.0.extend_from_slice(head);
        if let Some(stream) = stream {
            self.0.extend_from_slice(b"\nstream\n");
            self.0.extend_from_slice(stream);
            self.0.extend_from_slice(b"\nendstream");
        }
        self.0.extend_from_slice(b"\nendobj\n");
        Ok(())
    }

    fn end(self) -> io::Result<Vec<u8>> {
        let Self(mut bytes, objects) = self;
        let table = bytes.len();
        writeln!(bytes, "xref\n0 {}\n0000000000 65535 f ", objects.len() + 1)?;
        for object in &objects {
            writeln!(bytes, "{object:010} 00000 n ")?;
        }
        let size = objects.len() + 1;
        writeln!(bytes, "trailer\n<</Size {size}/Root 1 0 R>>\nstartxref\n{table}\n%%EOF")?;
        Ok(bytes)
    }
}

fn packed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes)?;
    packer.finish()
}
