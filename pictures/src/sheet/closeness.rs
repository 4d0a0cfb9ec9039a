//! How closely the tables of a sheet are written: from roomy, in several steps, to what always has room.

use crate::measure::{wrapped, wrapped_within};
use crate::svg::Pen;

/// One step: the size of words, and the room around them.
#[derive(Clone, Copy, Debug)]
pub(super) struct Closeness {
    /// The size of the words of rows.
    pub(super) size: f32,
    /// From one line of a row to the next.
    pub(super) line: f32,
    /// What a row has beyond its lines.
    pub(super) padding: f32,
    /// How many lines each place of a row has; none: as many as its words need.
    most: Option<Most>,
}

/// How many lines each place of a row has at most.
#[derive(Clone, Copy, Debug)]
struct Most {
    organisation: usize,
    measure: usize,
    said: usize,
    name: usize,
}

/// What a place of a row holds.
#[derive(Clone, Copy, Debug)]
pub(super) enum Holds {
    /// Whose an overdue obligation is, or who answers for it.
    Organisation,
    /// What is to be done.
    Measure,
    /// What was said of it.
    Said,
    /// The name of an organisation in the table of organisations.
    Name,
}

/// The steps, the roomiest first. The last shortens what people wrote: with it as many rows as there can be end on the page.
pub(super) const STEPS: [Closeness; 6] = [
    Closeness::whole(17.5, 22.0, 11.0),
    Closeness::whole(16.5, 20.0, 9.0),
    Closeness::whole(15.5, 19.0, 7.0),
    Closeness::whole(14.5, 17.5, 6.0),
    Closeness::whole(13.5, 16.5, 5.0),
    Closeness {
        most: Some(Most { organisation: 3, measure: 2, said: 1, name: 1 }),
        ..Closeness::whole(14.5, 17.5, 5.0)
    },
];

impl Closeness {
    const fn whole(size: f32, line: f32, padding: f32) -> Self {
        Self { size, line, padding, most: None }
    }

    /// The pen of rows.
    pub(super) fn cell(self) -> Pen {
        Pen::new(self.size)
    }

    /// How high a row of so many lines is.
    #[expect(clippy::cast_precision_loss, reason = "no page has millions of lines")]
    pub(super) fn lines(self, number: usize) -> f32 {
        number as f32 * self.line
    }

    /// The words in lines of this room.
    pub(super) fn laid(self, holds: Holds, words: &str, pen: Pen, room: f32) -> Vec<String> {
        let Some(most) = self.most else { return wrapped(words, pen.size, pen.weight, room) };
        let most = match holds {
            Holds::Organisation => most.organisation,
            Holds::Measure => most.measure,
            Holds::Said => most.said,
            Holds::Name => most.name,
        };
        wrapped_within(words, (pen.size, pen.weight), room, most)
    }
}
