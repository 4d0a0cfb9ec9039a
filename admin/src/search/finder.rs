//! Finds by names. Those of the catalogue are made ready once and kept as long as the catalogue is the same.

use std::cmp::Reverse;
use std::sync::{Arc, Mutex, PoisonError};

use domain::ids::{MeasureId, OrganisationId, PointId, ServiceId};
use domain::search::Index;
use store::organisations::Catalogue;
use store::search::{MeasureText, PersonName};

use super::MOST;
use crate::session::SignedIn;

/// One more than is shown tells that there is more.
const LIMIT: usize = MOST + 1;

/// Words of a query of which each is looked at alone.
const WORDS: usize = 8;

/// The names of the catalogue of the moment. Whoever comes while they are made ready waits for them.
#[derive(Debug, Default)]
pub(crate) struct Finder {
    kept: Mutex<Option<(Arc<Catalogue>, Arc<Names>)>>,
}

impl Finder {
    /// The names of this catalogue.
    pub(super) fn of(&self, catalogue: &Arc<Catalogue>) -> Arc<Names> {
        let mut kept = self.kept.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((of, names)) = &*kept
            && (Arc::ptr_eq(of, catalogue) || have_same_names(of, catalogue))
        {
            return Arc::clone(names);
        }
        let names = Arc::new(Names::of(catalogue));
        *kept = Some((Arc::clone(catalogue), Arc::clone(&names)));
        names
    }
}

/// Whether two catalogues have the same names: it is read anew twice a minute, and hardly ever another one.
fn have_same_names(one: &Catalogue, other: &Catalogue) -> bool {
    let sizes = |of: &Catalogue| (of.organisations.len(), of.services.len(), of.points.len());
    let bodies = |id: &OrganisationId| {
        let names = |of: &Catalogue| of.organisations.get(id).map(|one| (one.active, one.names.clone()));
        names(one) == names(other)
    };
    let services = |id: &ServiceId| {
        let names = |of: &Catalogue| of.services.get(id).map(|one| (one.organisation, one.names.clone()));
        names(one) == names(other)
    };
    let points = |code: &String| {
        let names = |of: &Catalogue| of.points.get(code).map(|one| (one.id, one.service, one.names.clone()));
        names(one) == names(other)
    };
    sizes(one) == sizes(other)
        && one.organisations.keys().all(bodies)
        && one.services.keys().all(services)
        && one.points.keys().all(points)
}

/// The names of a catalogue, ready to be searched.
#[derive(Debug)]
pub(super) struct Names {
    organisations: Index<OrganisationId>,
    points: Index<PointId>,
}

impl Names {
    fn of(catalogue: &Catalogue) -> Self {
        let organisations = catalogue.organisations.values().filter(|one| one.active);
        let points = catalogue.points.values().map(|point| {
            let service = catalogue.services.get(&point.service);
            let body = service.and_then(|service| catalogue.organisations.get(&service.organisation));
            let around = service.into_iter().flat_map(|service| service.names.all());
            (point.id, point.names.all(), around.chain(body.into_iter().flat_map(|body| body.names.all())))
        });
        Self {
            organisations: Index::new(
                organisations.map(|one| (one.id, one.names.all().chain([one.key.as_str()]), [])),
            ),
            points: Index::new(points),
        }
    }

    /// Organisations that the person may see.
    pub(super) fn organisations(&self, query: &str, signed: &SignedIn) -> Vec<OrganisationId> {
        let found = self.organisations.find(query, usize::MAX).into_iter().map(|found| found.key);
        found.filter(|id| signed.see.scope().includes(*id)).take(LIMIT).collect()
    }

    /// Services of organisations that the person may see. Their names are ready for the bot already.
    #[expect(clippy::unused_self, reason = "all that is found by the names of the catalogue is found here")]
    pub(super) fn services(&self, query: &str, signed: &SignedIn) -> Vec<ServiceId> {
        let catalogue = &signed.catalogue;
        let sees = |id: &ServiceId| {
            catalogue.services.get(id).is_some_and(|one| signed.see.scope().includes(one.organisation))
        };
        let found = catalogue.search.find(query, usize::MAX).into_iter().map(|found| found.key);
        found.filter(sees).take(LIMIT).collect()
    }

    /// Points of organisations that the person may see.
    pub(super) fn points(&self, query: &str, signed: &SignedIn) -> Vec<PointId> {
        let catalogue = &signed.catalogue;
        let sees = |id: &PointId| {
            let service = catalogue.point(*id).and_then(|point| catalogue.services.get(&point.service));
            service.is_some_and(|one| signed.see.scope().includes(one.organisation))
        };
        let found = self.points.find(query, usize::MAX).into_iter().map(|found| found.key);
        found.filter(sees).take(LIMIT).collect()
    }
}

/// The measures, ready to be searched.
pub(super) struct Measures {
    all: Vec<MeasureText>,
    index: Index<MeasureId>,
}

impl Measures {
    pub(super) fn new(all: Vec<MeasureText>) -> Self {
        let index = Index::new(all.iter().map(|one| (one.id, one.text.all(), [one.plan.as_str()])));
        Self { all, index }
    }

    /// Those that are nearest to a query.
    pub(super) fn nearest(&self, query: &str) -> Vec<MeasureId> {
        self.index.find(query, LIMIT).into_iter().map(|found| found.key).collect()
    }

    /// Measures by number or words; that of the number first.
    pub(super) fn find(self, query: &str) -> Vec<MeasureText> {
        let number: Option<i64> = query.trim_start_matches('№').trim().parse().ok();
        let nearest = self.nearest(query);
        let mut wanted: Vec<(Reverse<bool>, usize, MeasureText)> = self
            .all
            .into_iter()
            .filter_map(|one| {
                let place = nearest.iter().position(|id| *id == one.id);
                let is_number = number == Some(one.number);
                (is_number || place.is_some()).then_some((Reverse(is_number), place.unwrap_or_default(), one))
            })
            .collect();
        wanted.sort_by_key(|(is_number, place, one)| (*is_number, *place, one.id));
        wanted.into_iter().map(|(_, _, one)| one).take(LIMIT).collect()
    }
}

/// What of a query names a measure and what an organisation.
#[derive(Debug, Default, PartialEq, Eq)]
pub(super) struct Parts {
    /// Words of measures,
    pub(super) measure: String,
    /// and of organisations.
    pub(super) organisation: String,
}

/// How the words of a query can be read, the best first: `kadastr tahlil` is the analysis that the cadastre owes. A word that could
/// be of both is first an organisation's own name, and then a word of the measures.
pub(super) fn parts(query: &str, measures: &Measures, names: &Names) -> Vec<Parts> {
    let words: Vec<_> = query
        .split_whitespace()
        .take(WORDS)
        .map(|word| {
            let (measure, organisation) =
                (closest(&measures.index, word), closest(&names.organisations, word));
            // A name that is less like it than a measure is not its own.
            let own = organisation > 0.0 && organisation >= measure;
            (word, measure > 0.0, own)
        })
        .collect();
    let joined = |wanted: &dyn Fn(bool, bool) -> bool| {
        let words = words.iter().filter(|(_, measure, organisation)| wanted(*measure, *organisation));
        words.map(|(word, ..)| *word).collect::<Vec<_>>().join(" ")
    };
    let mut readings = vec![
        Parts {
            measure: joined(&|measure, organisation| measure && !organisation),
            organisation: joined(&|_, organisation| organisation),
        },
        Parts {
            measure: joined(&|measure, _| measure),
            organisation: joined(&|measure, organisation| organisation && !measure),
        },
    ];
    readings.dedup();
    readings
}

/// How close the nearest name is to a word; 0 when none is.
fn closest<K: Copy + Ord>(index: &Index<K>, word: &str) -> f32 {
    index.find(word, 1).first().map_or(0.0, |found| found.closeness)
}

/// People by their names and positions.
pub(super) fn people(all: &[PersonName], query: &str) -> Vec<PersonName> {
    let index = Index::new(all.iter().map(|one| {
        let positions = one.position.iter().flat_map(domain::language::Names::all);
        (one.person, [one.name.as_str()], positions)
    }));
    let found = index.find(query, LIMIT);
    let wanted = found.iter().filter_map(|found| all.iter().find(|one| one.person == found.key).cloned());
    wanted.collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_own_name_of_an_organisation_is_the_first_reading() {
        let texts = [
            "Soliq toʻlovchilarga xizmat koʻrsatishni tahlil qilish",
            "Masʼul xodimlarni belgilash",
            "Reyestrni yangilash",
        ];
        let measures = texts.iter().zip(1..).map(|(text, number)| MeasureText {
            id: MeasureId(number),
            number,
            plan: "1298".to_owned(),
            text: (*text).into(),
        });
        let measures = Measures::new(measures.collect());
        let offices = ["Soliq inspeksiyasi", "Kadastr agentligi", "Adliya boshqarmasi"];
        let offices = offices.iter().zip(1..).map(|(name, id)| (OrganisationId(id), [*name], []));
        let names = Names { organisations: Index::new(offices), points: Index::default() };
        for (query, expected) in [
            // Both an office and a word of a measure: first what the office owes, then the measure of anybody.
            ("soliq", vec![("", "soliq"), ("soliq", "")]),
            ("налоговая", vec![("", "налоговая"), ("налоговая", "")]),
            ("kadastr", vec![("", "kadastr")]),
            ("kadastr tahlil", vec![("tahlil", "kadastr")]),
            ("soliq tahlil", vec![("tahlil", "soliq"), ("soliq tahlil", "")]),
            ("reyestr", vec![("reyestr", "")]),
            ("юстиция", vec![("", "юстиция")]),
            ("xyzzy", vec![("", "")]),
        ] {
            let read = parts(query, &measures, &names);
            let read: Vec<_> =
                read.iter().map(|parts| (parts.measure.as_str(), parts.organisation.as_str())).collect();
            assert_eq!(read, expected, "{query}");
        }
    }
}
