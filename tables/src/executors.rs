//! Who executes a measure: organisations found in the words of the plan.
//!
//! `A, B` and `A B bilan birgalikda` mean that A answers for the measure and B helps. Two groups stand for many: those who
//! give services ("Davlat elektron xizmatlari koʻrsatuvchi davlat organlari va boshqa tashkilotlar": every organisation with
//! a service), and all ("Tashkilotlar rahbarlari"). The staff of the hokimiyat ("Hokimlik apparati …") is the hokimiyat.
//! Words that name no organisation of the city are told and otherwise left in the measure as they are.

use std::collections::BTreeMap;

use domain::ids::OrganisationId;
use domain::text::fold;
use store::organisations::Catalogue;
use store::plan::Part;

/// Phrases for all who give services.
const PROVIDERS: [&str; 5] = [
    "elektron xizmatlari koʻrsatuvchi davlat organlari va boshqa tashkilotlar",
    "davlat organlari va boshqa tashkilotlar",
    "xizmatlar koʻrsatuvchi tashkilotlar",
    "xizmat koʻrsatuvchi tashkilotlar",
    "государственные органы и иные организации",
];
/// Phrases for everyone.
const EVERYONE: [&str; 5] = [
    "tashkilotlar rahbarlari",
    "barcha tashkilotlar",
    "tashkilot va idoralar rahbarlari",
    "руководители организаций",
    "все организации",
];
/// Words with which the hokimiyat and its staff begin.
const CITY: [&str; 4] = ["hokimlik", "hokimligi", "hokimiyat", "хокимият"];
/// Words before a name that make it the name of somebody outside the city.
const OTHER_PLACES: [&str; 4] = ["viloyat", "viloyati", "tuman", "tumani"];
/// The words after those who help.
const TOGETHER: [&str; 2] = ["bilan birgalikda", "совместно с"];

/// What was found in the words of a plan.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Found {
    /// The organisations, by their keys.
    pub parts: BTreeMap<String, Part>,
    /// Words that name no organisation.
    pub unknown: Vec<String>,
    /// A group was named that has nobody in it.
    pub nobody_gives_services: bool,
}

/// The organisations of a city by everything that they are called.
pub struct Directory {
    /// Folded names, the longest first, so that the fullest name is found before a part of it.
    names: Vec<(String, Target)>,
    providers: Vec<String>,
    everyone: Vec<String>,
}

#[derive(Clone, Debug, PartialEq, Eq)]
enum Target {
    One(String),
    Providers,
    Everyone,
}

impl Directory {
    /// The directory of a catalogue.
    pub fn new(catalogue: &Catalogue) -> Self {
        let mut organisations: Vec<_> = catalogue.organisations.values().filter(|one| one.active).collect();
        organisations.sort_by_key(|one| one.id);
        let gives_services =
            |id: OrganisationId| catalogue.services.values().any(|service| service.organisation == id);
        let city = organisations.iter().find(|one| one.parent.is_none());
        let place = city.map(|city| place_of(&plain(&city.names.uz_latn))).unwrap_or_default();

        let mut names = Vec::new();
        for organisation in &organisations {
            let target = Target::One(organisation.key.clone());
            let all = [
                Some(&organisation.names.uz_latn),
                organisation.names.ru.as_ref(),
                organisation.names.en.as_ref(),
            ];
            for name in all.into_iter().flatten() {
                let full = plain(name);
                let short = without(&full, &place);
                if short != full && short.contains(' ') {
                    names.push((short, target.clone()));
                }
                names.push((full, target.clone()));
            }
        }
        if let Some(city) = city {
            names.extend(CITY.map(|word| (plain(word), Target::One(city.key.clone()))));
        }
        names.extend(PROVIDERS.map(|phrase| (plain(phrase), Target::Providers)));
        names.extend(EVERYONE.map(|phrase| (plain(phrase), Target::Everyone)));
        names.sort_by_key(|(name, _)| std::cmp::Reverse(name.len()));
        let keys = |wanted: &dyn Fn(OrganisationId) -> bool| {
            organisations.iter().filter(|one| wanted(one.id)).map(|one| one.key.clone()).collect()
        };
        Self { names, providers: keys(&gives_services), everyone: keys(&|_| true) }
    }

    /// Whether there are no organisations at all.
    pub fn is_empty(&self) -> bool {
        self.everyone.is_empty()
    }

    /// Finds the organisations that `words` name: the first answers for the measure, the others help.
    pub fn find(&self, words: &str) -> Found {
        let mut found = Found::default();
        for (index, piece) in words.split([',', ';', '\n']).map(str::trim).enumerate() {
            let folded = plain(piece);
            let targets = self.targets(&folded);
            // "A B bilan birgalikda" names two; where only one of them is known, a person should look.
            let lacks_one =
                index == 0 && targets.len() == 1 && TOGETHER.iter().any(|word| folded.contains(&plain(word)));
            if !folded.is_empty() && (targets.is_empty() || lacks_one) {
                found.unknown.push(piece.to_owned());
            }
            for target in targets {
                self.add(&mut found, target);
            }
        }
        found
    }

    fn add(&self, found: &mut Found, target: &Target) {
        let part = if found.parts.is_empty() { Part::Main } else { Part::Co };
        let keys = match target {
            Target::One(key) => std::slice::from_ref(key),
            Target::Everyone => self.everyone.as_slice(),
            Target::Providers => {
                found.nobody_gives_services |= self.providers.is_empty();
                self.providers.as_slice()
            }
        };
        for key in keys {
            found.parts.entry(key.clone()).or_insert(part);
        }
    }

    /// The organisations and groups that a piece names, in its order.
    fn targets(&self, piece: &str) -> Vec<&Target> {
        let is_key = |target: &Target| matches!(target, Target::One(key) if plain(key) == piece);
        if let Some((_, target)) = self.names.iter().find(|(_, target)| is_key(target)) {
            return vec![target];
        }
        let mut taken: Vec<(usize, usize, &Target)> = Vec::new();
        for (name, target) in &self.names {
            for (start, _) in piece.match_indices(name.as_str()) {
                let end = start + name.len();
                let begins_word = start == 0 || piece[..start].ends_with(' ');
                let of_others = OTHER_PLACES.iter().any(|place| piece[..start].trim_end().ends_with(place));
                let is_free = taken.iter().all(|(from, to, _)| end <= *from || *to <= start);
                if begins_word && !of_others && is_free {
                    taken.push((start, end, target));
                }
            }
        }
        taken.sort_by_key(|(start, _, _)| *start);
        taken.into_iter().map(|(_, _, target)| target).collect()
    }
}

/// A name or a phrase as it is compared: folded, without quotation marks and hyphens.
fn plain(text: &str) -> String {
    let letters = fold(text).replace(|letter: char| !letter.is_alphanumeric(), " ");
    letters.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// The words of the city's name before its last one: `fargona shahar` of `fargona shahar hokimligi`.
fn place_of(city: &str) -> String {
    city.rsplit_once(' ').map(|(place, _)| place.to_owned()).unwrap_or_default()
}

/// A name without the words of the place, which plans of the city often leave out.
fn without(name: &str, place: &str) -> String {
    if place.is_empty() {
        return name.to_owned();
    }
    name.replacen(place, "", 1).split_whitespace().collect::<Vec<_>>().join(" ")
}

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    use domain::ids::ServiceId;
    use domain::language::Names;
    use store::organisations::{Organisation, Service};

    use super::*;

    /// Four organisations, two of which give services.
    fn directory() -> Directory {
        let organisation = |(id, key, name): (i64, &str, &str)| {
            let id = OrganisationId(id);
            let organisation = Organisation {
                id,
                key: key.into(),
                names: Names { uz_latn: name.into(), ..Names::default() },
                week: domain::calendar::Week::Five,
                parent: (id.0 > 1).then_some(OrganisationId(1)),
                kind: "other".into(),
                active: true,
            };
            (id, organisation)
        };
        let service = |id: i64, organisation: i64| {
            let service = Service {
                id: ServiceId(id),
                key: id.to_string(),
                organisation: OrganisationId(organisation),
                names: Names::default(),
                term: None,
            };
            (ServiceId(id), service)
        };
        Directory::new(&Catalogue {
            organisations: HashMap::from(
                [
                    (1, "hokimlik", "Fargʻona shahar hokimligi"),
                    (2, "dxm", "Fargʻona shahar davlat xizmatlari markazi"),
                    (3, "soliq", "Fargʻona shahar soliq inspeksiyasi"),
                    (4, "gaz", "\"Hududgaztaʼminot\" Fargʻona shahar boʻlimi"),
                ]
                .map(organisation),
            ),
            services: HashMap::from([service(1, 2), service(2, 3)]),
            ..Catalogue::default()
        })
    }

    fn found(words: &str) -> (Vec<String>, Vec<String>, Vec<String>) {
        let found = directory().find(words);
        let with = |wanted: Part| {
            found.parts.iter().filter(|(_, part)| **part == wanted).map(|(key, _)| key.clone()).collect()
        };
        (with(Part::Main), with(Part::Co), found.unknown)
    }

    #[test]
    fn the_first_answers_and_the_others_help() {
        for (words, main, co, unknown) in [
            ("Fargʻona shahar soliq inspeksiyasi", "soliq", "", ""),
            ("ФАРҒОНА ШАҲАР СОЛИҚ ИНСПЕКЦИЯСИ", "soliq", "", ""),
            ("Soliq inspeksiyasi, Hududgaztaminot boʻlimi", "soliq", "gaz", ""),
            ("dxm; soliq", "dxm", "soliq", ""),
            ("Davlat xizmatlari markaziga", "dxm", "", ""),
            (
                "Hokimlik apparati axborot-kommunikatsiya texnologiyalari boʻyicha masʼul xodimi Fargʻona shahar Davlat \
                 xizmatlari markazi bilan birgalikda",
                "hokimlik",
                "dxm",
                "",
            ),
            (
                "Fargʻona shahar Davlat xizmatlari markazi, mahalla fuqarolar yigʻinlari bilan birgalikda",
                "dxm",
                "",
                "mahalla fuqarolar yigʻinlari bilan birgalikda",
            ),
            (
                "Hokimlik apparati mahalla faollari bilan birgalikda",
                "hokimlik",
                "",
                "Hokimlik apparati mahalla faollari bilan birgalikda",
            ),
            ("Hokimlik axborot xizmati", "hokimlik", "", ""),
            (
                "Davlat elektron xizmatlari koʻrsatuvchi davlat organlari va boshqa tashkilotlar",
                "dxm soliq",
                "",
                "",
            ),
            (
                "Davlat elektron xizmatlari koʻrsatuvchi davlat organlari va boshqa tashkilotlar, Hokimlik apparati \
                 ijro nazorati boʻyicha masʼul xodimi",
                "dxm soliq",
                "hokimlik",
                "",
            ),
            ("Tashkilotlar rahbarlari", "dxm gaz hokimlik soliq", "", ""),
            ("Hokimlik apparati, tashkilotlar rahbarlari", "hokimlik", "dxm gaz soliq", ""),
            ("Fargʻona viloyati hokimligi", "", "", "Fargʻona viloyati hokimligi"),
            ("V.J., mutasaddi idoralar", "", "", "V.J.|mutasaddi idoralar"),
        ] {
            let list = |keys: &str, sign: char| -> Vec<String> {
                keys.split(sign).filter(|key| !key.is_empty()).map(str::to_owned).collect()
            };
            assert_eq!(found(words), (list(main, ' '), list(co, ' '), list(unknown, '|')), "{words}");
        }
    }

    #[test]
    fn a_group_with_nobody_in_it_is_told() {
        let catalogue = Catalogue::default();
        let found = Directory::new(&catalogue).find("Davlat organlari va boshqa tashkilotlar");
        assert!(found.nobody_gives_services && found.parts.is_empty());
        assert!(Directory::new(&catalogue).is_empty());
    }
}
