//! Services from a table: `org_key`, `name_uz_latn`, a `key` or a number `no`, and if wanted `name_uz_cyrl`, `name_ru`,
//! `name_en`, `term`.
//!
//! Without a column `key` a service is known by its organisation and number: `soliq-24`.

use std::collections::HashSet;

use domain::organisations::TERM_LIMIT;
use store::import::ServiceDraft;

use crate::faults::{Faults, What};
use crate::organisations::{listed, names};
use crate::table::{Column, Once, Table};
use crate::{Drafts, Source};

const COLUMNS: [Column; 8] = [
    Column::named("key", false),
    Column::named("no", false),
    Column { name: "org_key", whole: &["organisation", "organization", "org"], parts: &[], needed: true },
    Column::named("name_uz_latn", true),
    Column::named("name_uz_cyrl", false),
    Column::named("name_ru", false),
    Column::named("name_en", false),
    Column::named("term", false),
];

/// Reads the table. `known` are the keys of the organisations that are kept.
pub(crate) fn read(source: &Source, known: &HashSet<String>, faults: &mut Faults) -> Drafts<ServiceDraft> {
    let table = Table::read(source, &COLUMNS, faults);
    let column = if table.has("key") { "key" } else { "no" };
    let mut once = Once::default();
    let mut drafts = Drafts::default();
    for row in table.rows() {
        let mut values = table.values(row, faults);
        let organisation = values.key("org_key");
        if !organisation.is_empty() && !known.contains(&organisation) {
            let allowed = listed(known.iter().map(String::as_str));
            values.refuse("org_key", What::NoOrganisation { value: organisation.clone(), allowed });
        }
        let key = match column {
            "key" => values.key("key"),
            _ => values.number("no").map(|number| format!("{organisation}-{number}")).unwrap_or_default(),
        };
        if !key.is_empty() {
            once.check(&mut values, column, key.clone());
        }
        let term = values.optional_name("term", TERM_LIMIT);
        drafts.push(row.number, ServiceDraft { key, organisation, names: names(&mut values), term });
    }
    drafts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_is_read_whole() {
        let organisations = include_str!("../../data/fergana/orgs_example.csv");
        let known = organisations
            .lines()
            .skip(1)
            .filter_map(|line| line.split(',').next())
            .map(str::to_owned)
            .collect();
        let mut faults = Faults::new("s.csv");
        let source = Source::embedded("s.csv", include_str!("../../data/fergana/services_example.csv"));
        let drafts = read(&source, &known, &mut faults);
        assert_eq!((drafts.len(), faults.whats()), (40, vec![]));
        let (_, first) = drafts.iter().next().unwrap();
        assert_eq!((first.key.as_str(), first.term.as_deref()), ("dxm-1", Some("2 ish kuni")));
    }

    #[test]
    fn a_service_of_an_unknown_organisation_is_refused_with_those_that_are_known() {
        let mut faults = Faults::new("s.csv");
        let source = Source::embedded(
            "s.csv",
            "no,org_key,name_uz_latn\n1,soliqq,A\nx,soliq,B\n2,soliq,C\n2,soliq,D\n",
        );
        read(&source, &HashSet::from(["soliq".to_owned()]), &mut faults);
        assert_eq!(
            faults.whats(),
            [
                What::NoOrganisation { value: "soliqq".into(), allowed: "soliq".into() },
                What::NotANumber { value: "x".into() },
                What::Twice { value: "soliq-2".into(), row: 4 },
            ]
        );
    }
}
