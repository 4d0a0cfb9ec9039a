//! A page of A4 that holds one picture: every printer and every reader takes it, and it weighs one small file of our own.

use std::io::{self, Write};

use flate2::Compression;
use flate2::write::ZlibEncoder;
use resvg::tiny_skia::Pixmap;

/// A4 in points.
const PAGE: (f32, f32) = (595.28, 841.89);

/// The page.
pub(crate) fn page(picture: &Pixmap) -> io::Result<Vec<u8>> {
    let (width, height) = (picture.width(), picture.height());
    let image = packed(&colours(picture))?;
    let drawing = format!("q {} 0 0 {} 0 0 cm /I Do Q", PAGE.0, PAGE.1);
    let image_head = format!(
        "<</Type/XObject/Subtype/Image/Width {width}/Height {height}/ColorSpace/DeviceRGB/BitsPerComponent 8\
         /Filter/FlateDecode/Length {}>>",
        image.len()
    );
    let page = format!(
        "<</Type/Page/Parent 2 0 R/MediaBox[0 0 {} {}]/Resources<</XObject<</I 4 0 R>>>>/Contents 5 0 R>>",
        PAGE.0, PAGE.1
    );
    let mut file = File(b"%PDF-1.4\n".to_vec(), Vec::new());
    file.object(b"<</Type/Catalog/Pages 2 0 R>>", None)?;
    file.object(b"<</Type/Pages/Kids[3 0 R]/Count 1>>", None)?;
    file.object(page.as_bytes(), None)?;
    file.object(image_head.as_bytes(), Some(&image))?;
    file.object(format!("<</Length {}>>", drawing.len()).as_bytes(), Some(drawing.as_bytes()))?;
    file.end()
}

/// The bytes so far, and where each object begins.
struct File(Vec<u8>, Vec<usize>);

impl File {
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

/// Red, green and blue of every dot; the page behind the picture is white.
fn colours(picture: &Pixmap) -> Vec<u8> {
    let dots = picture.pixels().iter().flat_map(|dot| {
        let white = 255 - dot.alpha();
        [dot.red() + white, dot.green() + white, dot.blue() + white]
    });
    dots.collect()
}

fn packed(bytes: &[u8]) -> io::Result<Vec<u8>> {
    let mut packer = ZlibEncoder::new(Vec::new(), Compression::default());
    packer.write_all(bytes)?;
    packer.finish()
}
