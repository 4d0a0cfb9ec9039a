//! People from a table: `name`, `organisation`, `role`, and if wanted `position`, `position_uz_cyrl`, `position_ru`,
//! `position_en`, `language`.
//!
//! A person with two roles stands in two rows.

use std::collections::HashSet;

use domain::language::{Language, Names};
use domain::people::Role;
use store::import::PersonDraft;

use crate::faults::{Faults, What};
use crate::organisations::listed;
use crate::table::{Column, Once, Table, Values};
use crate::{Drafts, Source};

const COLUMNS: [Column; 8] = [
    Column::named("name", true),
    Column { name: "organisation", whole: &["org_key", "organization", "org"], parts: &[], needed: true },
    Column::named("role", true),
    Column::named("position", false),
    Column::named("position_uz_cyrl", false),
    Column::named("position_ru", false),
    Column::named("position_en", false),
    Column::named("language", false),
];

/// The longest name of a person, and of a position, that is kept.
const LONGEST_NAME: usize = 150;

/// Reads the table. `known` are the keys of the organisations that are kept.
pub(crate) fn read(source: &Source, known: &HashSet<String>, faults: &mut Faults) -> Drafts<PersonDraft> {
    let roles = Role::ALL.map(|role| (role.code(), role));
    let languages = Language::ALL.map(|language| (language.tag(), language));
    let table = Table::read(source, &COLUMNS, faults);
    let mut once = Once::default();
    let mut drafts = Drafts::default();
    for row in table.rows() {
        let mut values = table.values(row, faults);
        let name = values.name("name", LONGEST_NAME);
        let organisation = values.key("organisation");
        if !organisation.is_empty() && !known.contains(&organisation) {
            let allowed = listed(known.iter().map(String::as_str));
            values.refuse("organisation", What::NoOrganisation { value: organisation.clone(), allowed });
        }
        values.text("role");
        let role = values.choice("role", &roles);
        let position = position(&mut values);
        let language = values.choice("language", &languages);
        // A row without a role was refused above.
        let Some(role) = role else { continue };
        once.check(&mut values, "name", format!("{name}, {organisation}, {}", role.code()));
        drafts.push(row.number, PersonDraft { name, organisation, role, position, language });
    }
    drafts
}

/// What the person is called at work; a translation alone translates nothing.
fn position(values: &mut Values<'_>) -> Option<Names> {
    let mut name = |column| values.optional_name(column, LONGEST_NAME);
    let [uz_latn, uz_cyrl, ru, en] =
        ["position", "position_uz_cyrl", "position_ru", "position_en"].map(&mut name);
    let translated = [&uz_cyrl, &ru, &en].into_iter().any(Option::is_some);
    if uz_latn.is_none() && translated {
        values.refuse("position", What::Empty);
    }
    Some(Names { uz_latn: uz_latn?, uz_cyrl, ru, en })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_example_has_an_officer_for_every_organisation_but_one() {
        let organisations = include_str!("../../data/fergana/orgs_example.csv");
        let known: HashSet<String> = organisations
            .lines()
            .skip(1)
            .filter_map(|line| line.split(',').next())
            .map(str::to_owned)
            .collect();
        let mut faults = Faults::new("p.csv");
        let source = Source::embedded("p.csv", include_str!("../../data/fergana/people_example.csv"));
        let drafts = read(&source, &known, &mut faults);
        assert_eq!(faults.whats(), []);
        let served: HashSet<String> = drafts
            .iter()
            .filter(|(_, draft)| draft.role == Role::Officer)
            .map(|(_, draft)| draft.organisation.clone())
            .collect();
        assert_eq!(known.difference(&served).collect::<Vec<_>>(), ["yoshlar"]);
    }

    #[test]
    fn a_wrong_row_is_refused_with_what_is_allowed() {
        let mut faults = Faults::new("p.csv");
        let source = Source::embedded(
            "p.csv",
            "name,organisation,role\nAli,soliq,boss\n,soliq,head\nVali,soliq,officer\nVali,soliq,Officer\nGʻani,soliq,\n",
        );
        let drafts = read(&source, &HashSet::from(["soliq".to_owned()]), &mut faults);
        assert_eq!(
            faults.whats(),
            [
                What::NotOneOf {
                    value: "boss".into(),
                    allowed: "administrator, controller, head, officer, observer".into()
                },
                What::Empty,
                What::Twice { value: "Vali, soliq, officer".into(), row: 4 },
                What::Empty,
            ]
        );
        assert_eq!(drafts.len(), 3);
    }
}
