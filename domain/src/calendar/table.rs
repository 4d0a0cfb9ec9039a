//! Reads the calendar from a table of comma-separated values, as the hokimiyat keeps it.
//!
//! It never mends a row: a wrong one is refused with its line.

use super::{CalendarDay, WorkingCalendar};

const BUILTIN: &str = include_str!("../../data/holidays_uz.csv");

/// Why a table of days is not a calendar.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("line {line}: {what}")]
pub struct CalendarError {
    /// The line of the file, counted from 1.
    pub line: u64,
    /// What is wrong there.
    pub what: String,
}

impl WorkingCalendar {
    /// The calendar that comes with the program: Uzbekistan, 2024–2027.
    pub fn builtin() -> Self {
        // A test reads the same text and sees that nothing is refused.
        Self::from_csv(BUILTIN).unwrap_or_default()
    }

    /// Reads a table with the columns `date`, `kind`, `week_type`, `name_uz_latn`, `certainty`, in any order.
    pub fn from_csv(text: &str) -> Result<Self, CalendarError> {
        let mut days: Vec<CalendarDay> = Vec::new();
        let mut reader = csv::ReaderBuilder::new().trim(csv::Trim::All).from_reader(text.as_bytes());
        let headers = reader.headers().map_err(|cause| refused(1, &cause))?.clone();
        for record in reader.records() {
            let record = record.map_err(|cause| refused(1, &cause))?;
            let line = record.position().map_or(1, csv::Position::line);
            let row: CalendarDay =
                record.deserialize(Some(&headers)).map_err(|cause| refused(line, &cause))?;
            if days.iter().any(|other| other.date == row.date && other.weeks.meet(row.weeks)) {
                return Err(CalendarError { line, what: format!("{} is already in the table", row.date) });
            }
            days.push(row);
        }
        Ok(Self::new(days))
    }
}

fn refused(line: u64, cause: &csv::Error) -> CalendarError {
    let line = cause.position().map_or(line, csv::Position::line);
    let what = match cause.kind() {
        csv::ErrorKind::Deserialize { err, .. } => err.to_string(),
        csv::ErrorKind::UnequalLengths { expected_len, len, .. } => {
            format!("{len} fields where {expected_len} are expected")
        }
        _ => cause.to_string(),
    };
    CalendarError { line, what }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_calendar_of_the_program_is_read_whole() {
        assert_eq!(WorkingCalendar::from_csv(BUILTIN).unwrap().days().len(), BUILTIN.lines().count() - 1);
        assert_eq!(WorkingCalendar::from_csv(BUILTIN).unwrap(), WorkingCalendar::builtin());
    }

    #[test]
    fn a_wrong_row_is_refused_with_its_line() {
        let head =
            "date,kind,week_type,name_uz_latn,certainty,source\n2026-01-01,holiday,all,Yangi yil,certain,x\n";
        for (row, what) in [
            ("2026-02-30,holiday,all,Bayram,certain,x", "input is out of range"),
            ("2026-02-03,feast,all,Bayram,certain,x", "unknown variant `feast`"),
            ("2026-02-03,holiday,7day,Bayram,certain,x", "unknown variant `7day`"),
            ("2026-02-03,holiday,all", "3 fields where 6"),
            ("2026-01-01,working_day,5day,Ish kuni,certain,x", "already in the table"),
        ] {
            let error = WorkingCalendar::from_csv(&format!("{head}{row}\n")).unwrap_err();
            assert_eq!(error.line, 3, "{row}");
            assert!(error.what.contains(what), "{row}: {error}");
        }
        assert!(WorkingCalendar::from_csv("day,what\n2026-01-01,holiday\n").is_err());
    }
}
