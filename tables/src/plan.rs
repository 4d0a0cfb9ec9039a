//! A plan of measures from a table, as offices make it: the columns are known by their headers in either script and in
//! Russian, sections are rows of their own or a column.
//!
//! The reading of a deadline is the business of `domain`; here the phrase is kept as it stands in the cell.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use domain::deadline;
use domain::evidence::Need;
use domain::language::Names;
use domain::text::fold;
use domain::written::{MEASURE_LIMIT, SECTION_LIMIT};
use store::import::MeasureDraft;

use crate::executors::{Directory, Found};
use crate::faults::{Faults, What};
use crate::grid::Row;
use crate::table::{Column, Once, Table, Values};
use crate::{Drafts, Source};

/// In the order in which a header is compared: the translation of a measure is not the measure, "bajarish muddati" is a deadline although "bajarilishi" is a state, and
/// "amalga oshirish muddati" although "amalga oshirish" is a mechanism.
const COLUMNS: [Column; 21] = [
    Column::spelled("measure_uz_cyrl", &["tadbir+kiril", "topshiriq+kiril", "мероприят+кирил"]),
    Column::spelled("measure_ru", &["tadbir+rus", "topshiriq+rus", "мероприят+рус", "поручени+рус"]),
    Column::spelled("measure_en", &["tadbir+ingliz", "topshiriq+ingliz", "мероприят+англ", "поручени+англ"]),
    Column::spelled("section_uz_cyrl", &["boʻlim+kiril", "раздел+кирил"]),
    Column::spelled("section_ru", &["boʻlim+rus", "раздел+рус"]),
    Column::spelled("section_en", &["boʻlim+ingliz", "раздел+англ"]),
    Column::spelled("mechanism_result_uz_cyrl", &["mexanizm+kiril", "natija+kiril", "механизм+кирил"]),
    Column::spelled("mechanism_result_ru", &["mexanizm+rus", "natija+rus", "механизм+рус", "результат+рус"]),
    Column::spelled(
        "mechanism_result_en",
        &["mexanizm+ingliz", "natija+ingliz", "механизм+англ", "результат+англ"],
    ),
    Column { name: "no", whole: &["№", "n", "t/r", "т/р", "№ t/r"], parts: &[], needed: false },
    Column {
        name: "deadline_phrase",
        whole: &["deadline", "phrase"],
        parts: &["muddat", "срок"],
        needed: true,
    },
    Column {
        name: "state",
        whole: &["bajarilishi", "status"],
        parts: &["ijro holati", "bajarilgan ishlar", "исполнение", "статус"],
        needed: false,
    },
    Column {
        name: "money",
        whole: &[],
        parts: &["moliyalashtirish", "mablagʻ", "финансирован"],
        needed: false,
    },
    Column {
        name: "controlling_person",
        whole: &["controller"],
        parts: &["nazorat qiluvchi", "nazorat uchun", "контролирующ", "контроль"],
        needed: false,
    },
    Column {
        name: "responsible_organisations",
        whole: &["responsible", "executors"],
        parts: &["masʼul", "ijrochi", "bajaruvchi", "ответственн", "исполнител"],
        needed: true,
    },
    Column {
        name: "mechanism_result",
        whole: &["mechanism", "result"],
        parts: &["mexanizm", "amalga oshirish shakli", "механизм", "natija", "kutilayotgan", "результат"],
        needed: false,
    },
    Column { name: "section", whole: &["boʻlim", "раздел"], parts: &[], needed: false },
    Column {
        name: "measure_uz_latn",
        whole: &["measure", "nomi"],
        parts: &["chora-tadbir", "tadbirlar", "topshiriq", "мероприят", "поручени"],
        needed: true,
    },
    Column {
        name: "evidence",
        whole: &["dalil", "далил", "подтверждение", "доказательство"],
        parts: &[],
        needed: false,
    },
    Column { name: "sent_by", whole: &["joʻnatuvchi"], parts: &[], needed: false },
    Column { name: "given_on", whole: &["berilgan sana"], parts: &[], needed: false },
];

/// What the column of evidence may say; an empty cell leaves what was set before.
const NEEDS: [(&str, Need); 6] = [
    ("required", Need::Required),
    ("shart", Need::Required),
    ("обязательно", Need::Required),
    ("welcome", Need::Welcome),
    ("ixtiyoriy", Need::Welcome),
    ("по желанию", Need::Welcome),
];

/// Reads the table. Where the directory is empty nobody is looked for among the executors.
pub(crate) fn read(
    source: &Source,
    adopted: NaiveDate,
    directory: &Directory,
    faults: &mut Faults,
) -> (Drafts<MeasureDraft>, Vec<Found>) {
    let table = Table::read(source, &COLUMNS, faults);
    let mut reading = Reading { adopted, directory, section: String::new(), once: Once::default() };
    let mut drafts = Drafts::default();
    let mut founds = Vec::new();
    for row in table.rows() {
        if let Some(section) = section_title(row) {
            section.clone_into(&mut reading.section);
        }
        if !is_measure(&table, row) {
            continue;
        }
        let next = drafts.iter().map(|(_, draft): (u64, &MeasureDraft)| draft.number).max().unwrap_or(0) + 1;
        let (draft, found) = reading.measure(&mut table.values(row, faults), &table, next);
        drafts.push(row.number, draft);
        founds.push(found);
    }
    share_sections(&mut drafts.drafts);
    (drafts, founds)
}

/// Only the phrases of a table, in its order: for reading them without a database and without knowing anybody.
pub fn phrases(source: &Source, faults: &mut Faults) -> Vec<String> {
    let only_deadline = COLUMNS.map(|column| Column { needed: column.name == "deadline_phrase", ..column });
    let table = Table::read(source, &only_deadline, faults);
    let rows = table.rows().iter().filter(|row| is_measure(&table, row));
    rows.map(|row| table.values(row, faults).optional("deadline_phrase").unwrap_or_default().to_owned())
        .collect()
}

struct Reading<'d> {
    adopted: NaiveDate,
    directory: &'d Directory,
    section: String,
    once: Once,
}

impl Reading<'_> {
    fn measure(&mut self, values: &mut Values<'_>, table: &Table, next: i64) -> (MeasureDraft, Found) {
        let number = if table.has("no") { values.number("no").unwrap_or_default() } else { next };
        if number > 0 {
            self.once.check(
                values,
                if table.has("no") { "no" } else { "measure_uz_latn" },
                number.to_string(),
            );
        }
        let phrase = limited(values, "deadline_phrase", SECTION_LIMIT);
        let executors = limited(values, "responsible_organisations", MEASURE_LIMIT);
        if executors.is_empty() {
            values.refuse("responsible_organisations", What::Empty);
        }
        let found = self.executors(values, &executors);
        let text = wording(values, ["measure_uz_latn", "measure_uz_cyrl", "measure_ru", "measure_en"]);
        if text.uz_latn.is_empty() {
            values.refuse("measure_uz_latn", What::Empty);
        }
        let draft = MeasureDraft {
            number,
            section: self.section_of(values),
            text,
            mechanism: wording(
                values,
                [
                    "mechanism_result",
                    "mechanism_result_uz_cyrl",
                    "mechanism_result_ru",
                    "mechanism_result_en",
                ],
            ),
            reading: deadline::read(&phrase, self.adopted),
            phrase,
            executors,
            controller: values.optional_name("controlling_person", SECTION_LIMIT).unwrap_or_default(),
            evidence: values.choice("evidence", &NEEDS),
            parts: found.parts.clone(),
        };
        (draft, found)
    }

    fn section_of(&self, values: &mut Values<'_>) -> Names {
        let mut name = |column| values.optional_name(column, SECTION_LIMIT);
        Names {
            uz_latn: name("section").unwrap_or_else(|| self.section.clone()),
            uz_cyrl: name("section_uz_cyrl"),
            ru: name("section_ru"),
            en: name("section_en"),
        }
    }

    fn executors(&self, values: &mut Values<'_>, words: &str) -> Found {
        if self.directory.is_empty() || words.is_empty() {
            return Found::default();
        }
        let found = self.directory.find(words);
        if found.parts.is_empty() {
            let what = if found.nobody_gives_services {
                What::NoProviders
            } else {
                What::NoExecutor { value: words.to_owned() }
            };
            values.refuse("responsible_organisations", what);
        }
        found
    }
}

/// A text in the columns of the languages, in their order; it may have several lines.
fn wording(values: &mut Values<'_>, [uz_latn, uz_cyrl, ru, en]: [&'static str; 4]) -> Names {
    let mut said = |column| Some(limited(values, column, MEASURE_LIMIT)).filter(|text| !text.is_empty());
    Names { uz_latn: said(uz_latn).unwrap_or_default(), uz_cyrl: said(uz_cyrl), ru: said(ru), en: said(en) }
}

/// The translation of a section is said once, at any of its measures.
fn share_sections(drafts: &mut [MeasureDraft]) {
    let mut said: BTreeMap<String, Names> = BTreeMap::new();
    for draft in drafts.iter() {
        let one = &draft.section;
        let all = said.entry(one.uz_latn.clone()).or_insert_with(|| one.uz_latn.clone().into());
        for (kept, given) in
            [(&mut all.uz_cyrl, &one.uz_cyrl), (&mut all.ru, &one.ru), (&mut all.en, &one.en)]
        {
            if kept.is_none() {
                kept.clone_from(given);
            }
        }
    }
    for draft in drafts {
        if let Some(shared) = said.get(&draft.section.uz_latn) {
            draft.section.clone_from(shared);
        }
    }
}

/// A text that may have several lines.
fn limited(values: &mut Values<'_>, column: &'static str, limit: usize) -> String {
    let text = values.optional(column).unwrap_or_default();
    let length = text.chars().count();
    if length > limit {
        values.refuse(column, What::TooLong { length: length as u64, limit: limit as u64 });
    }
    text.to_owned()
}

/// Whether a row is a measure, and not the title of a section or the numbers of the columns.
fn is_measure(table: &Table, row: &Row) -> bool {
    let is_title = section_title(row).is_some() && !table.says_only(row, "deadline_phrase");
    !is_title && !is_count_of_columns(row)
}

/// The title of a section: a row whose only cell begins with a Roman numeral or says that it is a section.
fn section_title(row: &Row) -> Option<&str> {
    let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
    let (title, None) = (filled.next()?, filled.next()) else { return None };
    let folded = fold(title);
    let first = folded.split([' ', '.', ')']).next().unwrap_or_default();
    let is_numeral = !first.is_empty() && first.chars().all(|letter| "ivhlcdm".contains(letter));
    let says_so = ["bolim", "bob", "razdel", "glava"].iter().any(|word| folded.contains(word));
    (is_numeral || says_so).then_some(title)
}

/// The row below a header in which offices number the columns: 1, 2, 3, …
fn is_count_of_columns(row: &Row) -> bool {
    let mut filled = row.cells.iter().filter(|cell| !cell.is_empty());
    let count = filled.clone().count();
    count > 2 && (1..=count).all(|number| filled.next().is_some_and(|cell| *cell == number.to_string()))
}

#[cfg(test)]
mod tests {
    use domain::deadline::Kind;
    use store::organisations::Catalogue;
    use store::plan::RuleState;

    use super::*;

    fn read_text(text: &str) -> (Vec<MeasureDraft>, Vec<What>) {
        let mut faults = Faults::new("plan.csv");
        let directory = Directory::new(&Catalogue::default());
        let adopted = "2026-10-28".parse().unwrap();
        let (drafts, _) = read(&Source::embedded("plan.csv", text), adopted, &directory, &mut faults);
        (drafts.drafts, faults.whats())
    }

    #[test]
    fn the_plan_of_the_decree_is_read_whole() {
        let (measures, faults) = read_text(include_str!("../../data/fergana/plan_example_2026.csv"));
        assert_eq!((measures.len(), faults), (24, vec![]));
        let numbers: Vec<_> = measures.iter().map(|measure| measure.number).collect();
        assert_eq!(numbers, (1..=24).collect::<Vec<_>>());
        let eighth = &measures[7];
        assert_eq!(eighth.section.uz_latn, "II. Axborotlarni NIS.UZ tizimiga kiritish");
        assert_eq!(eighth.phrase, "har yili 20-yanvarga qadar");
        assert_eq!((eighth.reading.kind, eighth.state()), (Kind::Recurring, RuleState::Certain));
        assert_eq!(measures[11].state(), RuleState::NoDate);
        assert_eq!(measures[16].state(), RuleState::ToConfirm);
    }

    #[test]
    fn a_table_as_offices_make_it_is_read() {
        let text = "TASDIQLAYMAN;;;\n;;;\nТ/р;Чора-тадбирлар номи;Ижро муддати;Масъул ижрочилар\n1;2;3;4\n\
                    I. Ташкилий масалалар;;;\n1.;Рўйхат тузиш;бир ой муддатда;Ҳокимлик\n2.;Ҳисобот;;Ҳокимлик\n";
        let (measures, faults) = read_text(text);
        assert_eq!(faults, []);
        let (first, second) = (&measures[0], &measures[1]);
        assert_eq!((first.section.uz_latn.as_str(), first.number), ("I. Ташкилий масалалар", 1));
        assert_eq!(first.phrase, "бир ой муддатда");
        assert_eq!((second.phrase.as_str(), second.state()), ("", RuleState::ToConfirm));
    }

    #[test]
    fn a_workbook_as_offices_make_it_is_read() {
        let mut faults = Faults::new("plan.xlsx");
        let source =
            Source { name: "plan.xlsx".into(), content: include_bytes!("fixtures/plan.xlsx").to_vec() };
        let directory = Directory::new(&Catalogue::default());
        let adopted = "2026-10-28".parse().unwrap();
        let (drafts, _) = read(&source, adopted, &directory, &mut faults);
        assert_eq!(faults.whats(), []);
        let rows: Vec<_> =
            drafts.iter().map(|(row, draft)| (row, draft.number, draft.phrase.as_str())).collect();
        // The second deadline is a date of the workbook.
        assert_eq!(rows, [(8, 1, "har chorakda"), (9, 2, "20.12.2026")]);
        let second = &drafts.drafts[1];
        assert_eq!(
            (second.section.uz_latn.as_str(), second.executors.as_str()),
            ("I. Tashkiliy masalalar", "Kadastr boʻlimi")
        );
        assert_eq!((second.reading.kind, second.state()), (Kind::Date, RuleState::Certain));
    }

    #[test]
    fn a_status_is_not_taken_for_a_deadline() {
        let (measures, faults) = read_text(
            "№,Tadbirlar,Bajarilishi,Bajarilish muddati,Masʼullar\n1,Ish,bajarildi,ikki oy muddatda,soliq\n",
        );
        assert_eq!((measures[0].phrase.as_str(), faults), ("ikki oy muddatda", vec![]));
    }

    #[test]
    fn a_wrong_row_is_refused() {
        let (_, faults) =
            read_text("no,measure,deadline,responsible\n1,A,doimiy,X\n1,B,doimiy,\nx,,doimiy,X\n");
        assert_eq!(
            faults,
            [
                What::Twice { value: "1".into(), row: 2 },
                What::Empty,
                What::NotANumber { value: "x".into() },
                What::Empty,
            ]
        );
    }

    #[test]
    fn a_column_may_say_whether_a_proof_is_required() {
        let (measures, faults) = read_text(
            "no,measure,deadline,responsible,dalil\n1,A,doimiy,X,Shart\n2,B,doimiy,X,\n3,C,doimiy,X,Ихтиёрий\n",
        );
        assert_eq!(faults, []);
        let needs: Vec<_> = measures.iter().map(|measure| measure.evidence).collect();
        assert_eq!(needs, [Some(Need::Required), None, Some(Need::Welcome)]);
        let (_, faults) = read_text("no,measure,deadline,responsible,evidence\n1,A,doimiy,X,balki\n");
        assert!(matches!(&faults[..], [What::NotOneOf { value, .. }] if value == "balki"), "{faults:?}");
    }

    #[test]
    fn translations_are_read_from_columns_of_their_own() {
        let (measures, faults) = read_text(
            "no,section,section_ru,measure,Chora-tadbir (ruscha),measure_en,Natija,Результат на русском,deadline,responsible\n\
             1,Ish,Работа,Roʻyxat,Список,,Jadval,Таблица,doimiy,X\n2,Ish,,Hisobot,,Report,Bayon,,doimiy,X\n",
        );
        assert_eq!(faults, []);
        let (first, second) = (&measures[0], &measures[1]);
        let ru = |uz_latn: &str, ru: &str| Names { ru: Some(ru.into()), ..Names::from(uz_latn) };
        assert_eq!(first.text, ru("Roʻyxat", "Список"));
        assert_eq!(first.mechanism, ru("Jadval", "Таблица"));
        assert_eq!(second.text, Names { en: Some("Report".into()), ..Names::from("Hisobot") });
        assert_eq!(second.mechanism, "Bayon".into());
        assert_eq!((&first.section, &second.section), (&ru("Ish", "Работа"), &ru("Ish", "Работа")));
    }

    #[test]
    fn phrases_are_read_from_a_table_that_has_nothing_else() {
        let mut faults = Faults::new("p.csv");
        let source = Source::embedded("p.csv", "id,deadline_phrase\n7,har oyda\n8,\"doimiy\"\n9,\n");
        assert_eq!(phrases(&source, &mut faults), ["har oyda", "doimiy", ""]);
        assert!(faults.is_empty());
    }
}
