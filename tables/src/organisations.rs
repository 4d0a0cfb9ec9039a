//! Organisations from a table: `key`, `name_uz_latn`, and if wanted `name_uz_cyrl`, `name_ru`, `name_en`, `kind`, `week`,
//! `parent`.
//!
//! Without a column `parent` all organisations stand below the city. An empty `parent` means that nobody stands above.

use std::collections::{HashMap, HashSet};

use domain::calendar::Week;
use domain::language::Names;
use domain::organisations::{KINDS, NAME_LIMIT, is_key};
use store::import::{OrganisationDraft, Parent};

use crate::faults::{Faults, Place, What};
use crate::table::{Column, Once, Table, Values};
use crate::{Drafts, Source};

const COLUMNS: [Column; 8] = [
    Column::named("key", true),
    Column::named("name_uz_latn", true),
    Column::named("name_uz_cyrl", false),
    Column::named("name_ru", false),
    Column::named("name_en", false),
    Column::named("kind", false),
    Column::named("week", false),
    Column::named("parent", false),
];

const WEEKS: [(&str, Week); 4] =
    [("five", Week::Five), ("six", Week::Six), ("5", Week::Five), ("6", Week::Six)];

/// Reads the table. `known` are the keys of the organisations that are kept already, `kinds` what they are.
pub(crate) fn read(
    source: &Source,
    known: &HashSet<String>,
    kinds: &HashSet<String>,
    faults: &mut Faults,
) -> Drafts<OrganisationDraft> {
    let table = Table::read(source, &COLUMNS, faults);
    let mut once = Once::default();
    let mut drafts = Drafts::default();
    for row in table.rows() {
        let mut values = table.values(row, faults);
        let key = values.key("key");
        once.check(&mut values, "key", key.clone());
        let draft = OrganisationDraft {
            key,
            kind: values.optional("kind").map(|_| kind(&mut values, kinds)),
            names: names(&mut values),
            week: values.choice("week", &WEEKS),
            parent: match values.optional("parent") {
                _ if !table.has("parent") => Parent::NotSaid,
                Some(_) => Parent::Below(values.key("parent")),
                None => Parent::Nobody,
            },
        };
        drafts.push(row.number, draft);
    }
    check_parents(&drafts, known, faults);
    drafts
}

/// What an organisation is: one of those that everybody has, or one that this city has already.
fn kind(values: &mut Values<'_>, kinds: &HashSet<String>) -> String {
    let kind = values.key("kind");
    if is_key(&kind) && !KINDS.contains(&kind.as_str()) && !kinds.contains(&kind) {
        let allowed = listed(KINDS.into_iter().chain(kinds.iter().map(String::as_str)));
        values.refuse("kind", What::NotOneOf { value: kind.clone(), allowed });
    }
    kind
}

/// The names in the columns `name_…`.
pub(crate) fn names(values: &mut Values<'_>) -> Names {
    Names {
        uz_latn: values.name("name_uz_latn", NAME_LIMIT),
        uz_cyrl: values.optional_name("name_uz_cyrl", NAME_LIMIT),
        ru: values.optional_name("name_ru", NAME_LIMIT),
        en: values.optional_name("name_en", NAME_LIMIT),
    }
}

/// Every parent must be there, and nobody may stand below himself.
fn check_parents(drafts: &Drafts<OrganisationDraft>, known: &HashSet<String>, faults: &mut Faults) {
    let above: HashMap<&str, &str> = drafts
        .iter()
        .filter_map(|(_, draft)| match &draft.parent {
            Parent::Below(parent) => Some((draft.key.as_str(), parent.as_str())),
            Parent::NotSaid | Parent::Nobody => None,
        })
        .collect();
    let keys: HashSet<&str> = drafts.iter().map(|(_, draft)| draft.key.as_str()).collect();
    for (row, draft) in drafts.iter() {
        let Some(&parent) = above.get(draft.key.as_str()) else { continue };
        let place = Place::Cell(row, "parent".to_owned());
        if !keys.contains(parent) && !known.contains(parent) {
            let allowed = listed(keys.iter().copied().chain(known.iter().map(String::as_str)));
            faults.add(place, What::NoOrganisation { value: parent.to_owned(), allowed });
            continue;
        }
        let mut path =
            std::iter::successors(Some(parent), |key| above.get(key).copied()).take(above.len() + 1);
        if path.any(|key| key == draft.key) {
            faults.add(place, What::Circle { value: parent.to_owned() });
        }
    }
}

/// Keys for a message: each once, by the alphabet.
pub(crate) fn listed<'k>(keys: impl Iterator<Item = &'k str>) -> String {
    let mut keys: Vec<&str> = keys.collect();
    keys.sort_unstable();
    keys.dedup();
    keys.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read_text(text: &str) -> (Drafts<OrganisationDraft>, Vec<What>) {
        let mut faults = Faults::new("o.csv");
        let set = |key: &str| HashSet::from([key.to_owned()]);
        let source = Source::embedded("o.csv", text);
        let drafts = read(&source, &set("old"), &set("own_kind"), &mut faults);
        (drafts, faults.whats())
    }

    #[test]
    fn the_example_is_read_whole() {
        let (drafts, faults) = read_text(include_str!("../../data/fergana/orgs_example.csv"));
        assert_eq!((drafts.len(), faults), (24, vec![]));
        let (row, hokimlik) = drafts.iter().next().unwrap();
        assert_eq!((row, hokimlik.kind.as_deref(), &hokimlik.parent), (2, Some("city"), &Parent::NotSaid));
    }

    #[test]
    fn a_parent_must_be_there_and_may_not_stand_below_its_own() {
        let header = "key,name_uz_latn,parent\n";
        let (drafts, faults) = read_text(&format!("{header}a,A,\nb,B,a\nc,C,old\n"));
        assert!(faults.is_empty());
        let parents: Vec<_> = drafts.iter().map(|(_, draft)| draft.parent.clone()).collect();
        assert_eq!(parents, [Parent::Nobody, Parent::Below("a".into()), Parent::Below("old".into())]);
        let (_, faults) = read_text(&format!("{header}a,A,b\nb,B,c\nc,C,a\nd,D,nobody\n"));
        assert_eq!(faults.iter().filter(|what| matches!(what, What::Circle { .. })).count(), 3);
        assert!(matches!(&faults[3], What::NoOrganisation { value, .. } if value == "nobody"));
    }

    #[test]
    fn a_kind_that_nobody_knows_is_refused_with_its_row_and_those_that_are_known() {
        let (drafts, faults) = read_text("key,name_uz_latn,kind\na,A,tax\nb,B,own_kind\nc,C,xyz\nd,D,\n");
        let kinds: Vec<_> = drafts.iter().map(|(_, draft)| draft.kind.as_deref()).collect();
        assert_eq!(kinds, [Some("tax"), Some("own_kind"), Some("xyz"), None]);
        let [What::NotOneOf { value, allowed }] = &faults[..] else { panic!("{faults:?}") };
        assert_eq!(value, "xyz");
        assert!(allowed.contains("tax") && allowed.contains("own_kind"), "{allowed}");
    }

    #[test]
    fn a_wrong_row_is_refused() {
        let (_, faults) = read_text("key,name_uz_latn,week\nYomon kalit,A,five\nb,,seven\nb,B,5\n");
        assert!(matches!(
            &faults[..],
            [What::NotAKey { .. }, What::Empty, What::NotOneOf { .. }, What::Twice { row: 3, .. }]
        ));
    }
}
