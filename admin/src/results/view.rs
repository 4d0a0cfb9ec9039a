//! A document as people see it: the same tables on the public pages and before publication.

use domain::language::Language;
use domain::ratings::Mark;
use domain::results::{Document, Entry, Figures, Organisation, SetAside};
use locales::{Texts, numbers};

use crate::markup::Markup;
use crate::svg::{Glyph, bar, meter, percent_of, stars};

/// The figures of the whole of something.
pub(super) struct Whole {
    /// The mean.
    pub(super) mean: String,
    /// The mean as stars.
    pub(super) stars: Markup,
    /// How many ratings.
    pub(super) count: String,
    /// The interval of the mean.
    pub(super) interval: String,
    /// The share of satisfied citizens with its interval.
    pub(super) share: String,
    /// Mark, bar, number, share; the best first.
    pub(super) levels: Vec<(u8, Markup, String, String)>,
}

/// A table of organisations or services.
pub(super) struct Table {
    /// Its id in the page.
    pub(super) id: &'static str,
    /// Its heading.
    pub(super) title: String,
    /// The heading of its first column.
    pub(super) what: String,
    /// Its rows.
    pub(super) rows: Vec<Row>,
}

/// An organisation or a service.
pub(super) struct Row {
    /// Its name.
    pub(super) name: String,
    /// Who gives the service.
    pub(super) below: Option<String>,
    /// A page of its own.
    pub(super) address: Option<String>,
    /// Its figures; none when they are not shown.
    pub(super) cells: Option<Cells>,
}

/// The figures of a row.
pub(super) struct Cells {
    /// The place or its range, and among how many.
    pub(super) place: Option<(String, String)>,
    /// The mean,
    pub(super) mean: String,
    /// drawn,
    pub(super) meter: Markup,
    /// and its interval.
    pub(super) interval: String,
    /// How many ratings,
    pub(super) count: String,
    /// and in words, where the column has no head.
    pub(super) ratings: String,
    /// The share of satisfied citizens.
    pub(super) satisfied: String,
}

/// Whose eyes a document meets.
#[derive(Clone, Copy)]
pub(super) struct Eyes<'a> {
    /// The language.
    pub(super) language: Language,
    /// The beginning of the addresses of organisations, when they have pages.
    pub(super) pages: Option<&'a str>,
}

impl Eyes<'_> {
    fn texts(self) -> Texts {
        Texts::new(self.language)
    }

    fn two_digits(self, number: f64) -> String {
        numbers::decimal(self.language, number, 2)
    }

    fn percent(self, share: f64) -> String {
        numbers::percent(self.language, share, 1)
    }

    fn integer(self, number: u64) -> String {
        numbers::integer(self.language, i64::try_from(number).unwrap_or(i64::MAX))
    }

    /// The figures of an organisation with all below it.
    pub(super) fn whole(self, figures: &Figures) -> Whole {
        let (t, mean) = (self.texts(), self.two_digits(figures.mean));
        let level = |mark: Mark| {
            let number = figures.counts().of(mark);
            let share = percent_of(number, figures.n);
            let bar = bar(share, &format!("r{}", mark.get()));
            (mark.get(), bar, self.integer(number), self.percent(share / 100.0))
        };
        Whole {
            stars: stars(figures.mean, &t.overview_stars(mean.as_str())),
            mean,
            count: t.results_of(figures.n),
            interval: t
                .overview_interval(self.two_digits(figures.mean_high), self.two_digits(figures.mean_low)),
            share: t.results_share(
                self.percent(figures.satisfied_high),
                self.percent(figures.satisfied_low),
                self.percent(figures.satisfied),
            ),
            levels: Mark::ALL.iter().map(|mark| level(*mark)).collect(),
        }
    }

    /// What is set aside, in words; none when nothing is.
    pub(super) fn set_aside(self, document: &Document) -> Option<String> {
        let SetAside { waiting, left_out } = document.set_aside;
        let words = self.texts().results_set_aside(self.integer(left_out), self.integer(waiting));
        (waiting + left_out > 0).then_some(words)
    }

    /// The organisations below one, the best first; what is not shown stands at the end.
    pub(super) fn organisations(self, document: &Document, above: &str) -> Table {
        let below = document.organisations.iter().filter(|one| one.above.as_deref() == Some(above));
        let row = |one: &Organisation| {
            let address = self.pages.map(|pages| format!("{pages}/{}", one.entry.key));
            (one.entry.figures, self.row(&one.entry, None, address))
        };
        let (t, id) = (self.texts(), "organisations");
        Table {
            id,
            title: t.results_organisations(),
            what: t.results_organisation(),
            rows: sorted(below.map(row)),
        }
    }

    /// The services of one organisation, or of all.
    pub(super) fn services(self, document: &Document, of: Option<&str>) -> Table {
        let given = document.services().filter(|(by, _)| of.is_none_or(|of| by.entry.key == of));
        let row = |(by, service): (&Organisation, &Entry)| {
            let by = of.is_none().then(|| by.entry.name(self.language).to_owned());
            (service.figures, self.row(service, by, None))
        };
        let (t, id) = (self.texts(), "services");
        Table { id, title: t.results_services(), what: t.ratings_service(), rows: sorted(given.map(row)) }
    }

    fn row(self, entry: &Entry, below: Option<String>, address: Option<String>) -> Row {
        let t = self.texts();
        let cells = entry.figures.map(|figures| Cells {
            place: entry.place.map(|place| {
                let range = if place.best == place.worst {
                    place.best.to_string()
                } else {
                    t.results_place_range(place.best.to_string(), place.worst.to_string())
                };
                (range, t.results_place_of(place.of.to_string()))
            }),
            mean: self.two_digits(figures.mean),
            meter: meter((figures.mean - 1.0) * 25.0, colour(figures.mean)),
            interval: format!(
                "{} – {}",
                self.two_digits(figures.mean_low),
                self.two_digits(figures.mean_high)
            ),
            count: self.integer(figures.n),
            ratings: t.results_of(figures.n),
            satisfied: self.percent(figures.satisfied),
        });
        Row { name: entry.name(self.language).to_owned(), below, address, cells }
    }
}

/// The best mean first, what is not shown by name at the end.
fn sorted(rows: impl Iterator<Item = (Option<Figures>, Row)>) -> Vec<Row> {
    let mut rows: Vec<_> = rows.collect();
    rows.sort_by(|(one, left), (other, right)| {
        let mean = |figures: &Option<Figures>| figures.map_or(f64::NEG_INFINITY, |found| found.mean);
        mean(other).total_cmp(&mean(one)).then_with(|| left.name.cmp(&right.name))
    });
    rows.into_iter().map(|(_, row)| row).collect()
}

/// The colour of a mean: the number stands beside it.
pub(crate) fn colour(mean: f64) -> &'static str {
    match mean {
        mean if mean >= 4.0 => Glyph::Done.class(),
        mean if mean >= 3.5 => Glyph::DueSoon.class(),
        _ => Glyph::Overdue.class(),
    }
}
