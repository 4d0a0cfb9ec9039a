//! The tables that can be taken in, and an example of each.

/// A sort of table.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// A plan of measures.
    Plan,
    /// The organisations and their tree.
    Organisations,
    /// The services and who gives them.
    Services,
    /// The people and their roles.
    People,
    /// The days off and the moved working days.
    Calendar,
}

impl Kind {
    /// All of them, in the order in which a city that begins needs them.
    pub const ALL: [Self; 5] =
        [Self::Organisations, Self::Services, Self::People, Self::Plan, Self::Calendar];

    /// The word by which addresses call it.
    pub fn code(self) -> &'static str {
        match self {
            Self::Plan => "plan",
            Self::Organisations => "organisations",
            Self::Services => "services",
            Self::People => "people",
            Self::Calendar => "calendar",
        }
    }

    /// The sort that is called so.
    pub fn from_code(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|kind| kind.code() == code)
    }

    /// The columns that it may have.
    pub fn columns(self) -> &'static str {
        match self {
            Self::Plan => {
                "№, chora-tadbir, muddat, masʼul, boʻlim, mexanizm, nazorat, dalil, measure_ru, measure_en, \
                 measure_uz_cyrl, mechanism_result_ru, …, section_ru, …"
            }
            Self::Organisations => "key, name_uz_latn, name_uz_cyrl, name_ru, name_en, kind, week, parent",
            Self::Services => "key, org_key, name_uz_latn, name_uz_cyrl, name_ru, name_en, term",
            Self::People => {
                "name, organisation, role, position, position_uz_cyrl, position_ru, position_en, language"
            }
            Self::Calendar => "date, kind, week_type, name_uz_latn, certainty, source",
        }
    }

    /// A table that can be taken in, to begin one's own with.
    pub fn example(self) -> &'static str {
        match self {
            Self::Plan => include_str!("../../data/fergana/plan_example_2026.csv"),
            Self::Organisations => include_str!("../../data/fergana/orgs_example.csv"),
            Self::Services => include_str!("../../data/fergana/services_example.csv"),
            Self::People => include_str!("../../data/fergana/people_example.csv"),
            Self::Calendar => include_str!("../../data/fergana/holidays_uz.csv"),
        }
    }

    /// The same, written so that the spreadsheets of offices open it by a double click: with their sign between cells and a mark
    /// by which they know the letters.
    pub fn sample(self) -> Result<Vec<u8>, csv::Error> {
        let mut reader = csv::ReaderBuilder::new()
            .has_headers(false)
            .flexible(true)
            .from_reader(self.example().as_bytes());
        let mut writer = csv::WriterBuilder::new()
            .delimiter(b';')
            .terminator(csv::Terminator::CRLF)
            .flexible(true)
            .from_writer(b"\xEF\xBB\xBF".to_vec());
        for record in reader.records() {
            writer.write_record(&record?)?;
        }
        writer.into_inner().map_err(|error| error.into_error().into())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faults::Faults;
    use crate::grid::readings;

    #[test]
    fn a_sample_has_the_cells_of_the_example() {
        for kind in Kind::ALL {
            let sample = kind.sample().unwrap();
            let text = std::str::from_utf8(&sample).unwrap();
            assert!(text.starts_with('\u{FEFF}') && text.lines().all(|line| line.contains(';')), "{kind:?}");
            let cells = |content: &[u8], sign: usize| {
                let rows = readings(content, &mut Faults::new("a.csv")).swap_remove(sign);
                rows.into_iter().map(|row| row.cells).collect::<Vec<_>>()
            };
            assert_eq!(cells(&sample, 1), cells(kind.example().as_bytes(), 0), "{kind:?}");
        }
    }
}
