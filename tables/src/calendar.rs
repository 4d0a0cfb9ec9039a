//! Days that differ from the plain week, from a table: `date`, `kind`, `week_type`, `name_uz_latn`, and if wanted
//! `certainty`, `source`.
//!
//! A day of the kind `ordinary` takes back what was entered before: the feast was moved, the decree changed.

use domain::calendar::{Certainty, DayKind, Weeks};
use domain::organisations::NAME_LIMIT;
use store::import::CalendarDraft;

use crate::faults::Faults;
use crate::table::{Column, Once, Table};
use crate::{Drafts, Source};

const COLUMNS: [Column; 6] = [
    Column::named("date", true),
    Column::named("kind", true),
    Column::named("week_type", true),
    Column::named("name_uz_latn", true),
    Column::named("certainty", false),
    Column::named("source", false),
];

const KINDS: [(&str, Option<DayKind>); 5] = [
    ("holiday", Some(DayKind::Holiday)),
    ("moved_off", Some(DayKind::MovedOff)),
    ("additional_off", Some(DayKind::AdditionalOff)),
    ("working_day", Some(DayKind::WorkingDay)),
    ("ordinary", None),
];
const WEEKS: [(&str, Weeks); 3] = [("all", Weeks::All), ("5day", Weeks::FiveDay), ("6day", Weeks::SixDay)];
const CERTAINTIES: [(&str, Certainty); 3] =
    [("certain", Certainty::Certain), ("computed", Certainty::Computed), ("estimate", Certainty::Estimate)];

/// Reads the table.
pub(crate) fn read(source: &Source, faults: &mut Faults) -> Drafts<CalendarDraft> {
    let table = Table::read(source, &COLUMNS, faults);
    let mut once = Once::default();
    let mut drafts = Drafts::default();
    for row in table.rows() {
        let mut values = table.values(row, faults);
        let date = values.day("date");
        values.text("kind");
        let kind = values.choice("kind", &KINDS);
        values.text("week_type");
        let weeks = values.choice("week_type", &WEEKS);
        let name = values.name("name_uz_latn", NAME_LIMIT);
        let certain = values.choice("certainty", &CERTAINTIES).unwrap_or(Certainty::Certain);
        let origin = values.optional("source").unwrap_or("import").to_owned();
        // What is missing was refused above.
        let (Some(date), Some(kind), Some(weeks)) = (date, kind, weeks) else { continue };
        // A day may stand once for each working week, and `all` is both of them.
        for week in WEEKS.iter().filter(|(_, other)| meet(*other, weeks)) {
            if week.1 != Weeks::All {
                once.check(&mut values, "date", format!("{date} ({})", week.0));
            }
        }
        drafts.push(row.number, CalendarDraft { date, weeks, kind, name, certain, source: origin });
    }
    drafts
}

fn meet(one: Weeks, other: Weeks) -> bool {
    one == other || one == Weeks::All || other == Weeks::All
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::faults::What;

    #[test]
    fn the_calendar_that_comes_with_the_program_is_read_whole() {
        let mut faults = Faults::new("h.csv");
        let text = include_str!("../../data/fergana/holidays_uz.csv");
        let drafts = read(&Source::embedded("h.csv", text), &mut faults);
        assert_eq!((drafts.len(), faults.whats()), (text.lines().count() - 1, vec![]));
    }

    #[test]
    fn a_day_stands_once_for_each_week() {
        let mut faults = Faults::new("h.csv");
        let text = "date,kind,week_type,name_uz_latn\n09.03.2027,ordinary,all,Hayit\n2027-03-10,holiday,5day,Hayit\n\
                    2027-03-10,holiday,6day,Hayit\n2027-03-10,working_day,all,Ish kuni\n2027-03-12,feast,all,Bayram\n";
        let drafts = read(&Source::embedded("h.csv", text), &mut faults);
        assert_eq!(drafts.iter().next().unwrap().1.kind, None);
        let twice = faults.whats().into_iter().filter(|what| matches!(what, What::Twice { .. }));
        assert_eq!(twice.count(), 2);
        assert!(matches!(faults.whats().last(), Some(What::NotOneOf { value, .. }) if value == "feast"));
    }
}
