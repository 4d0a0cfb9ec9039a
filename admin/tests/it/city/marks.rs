//! What citizens of the invented city said.

use chrono::{DateTime, Days, Utc};
use domain::clock::{Clock, tashkent_day};
use domain::language::Names;
use domain::people::MayAdminister;
use domain::ratings::Mark;
use store::NotDone;
use store::import::{self, ServiceDraft};
use store::ratings::{self, Vote};

use super::City;

impl City {
    /// Enters so many services more, each with one mark of today, and gives their names.
    pub(crate) async fn rate_many(&self, number: usize) -> Vec<String> {
        let name = |place: usize| format!("Xizmat {place:03}");
        let drafts = (0..number).map(|place| ServiceDraft {
            key: format!("xizmat-{place}"),
            organisation: "kadastr".to_owned(),
            names: Names { uz_latn: name(place), ..Names::default() },
            term: None,
        });
        let (drafts, now) = (drafts.collect::<Vec<_>>(), self.clock.now());
        let entered = self.store.write(move |conn| {
            Box::pin(
                async move { import::services(conn, &MayAdminister::at_the_machine(), &drafts, now).await },
            )
        });
        entered.await.unwrap();
        self.store.forget_catalogue();
        let catalogue = self.store.catalogue().await.unwrap();
        let fresh = catalogue.services.values().filter(|one| one.key.starts_with("xizmat-"));
        let votes = fresh.map(|service| Vote {
            service: service.id,
            point: None,
            organisation: service.organisation,
            voter: format!("voter-{}", service.key),
            mark: Mark::new(5).unwrap(),
            day: tashkent_day(now),
            case_due: None,
            limits: catalogue.limits,
        });
        let votes: Vec<_> = votes.collect();
        assert_eq!(votes.len(), number);
        let kept: Result<_, NotDone> = self
            .store
            .write(move |conn| {
                Box::pin(async move {
                    for vote in &votes {
                        ratings::rate(conn, vote, now).await?;
                    }
                    Ok(())
                })
            })
            .await;
        kept.unwrap();
        (0..number).map(name).collect()
    }

    pub(super) async fn rate(&self) {
        let catalogue = self.store.catalogue().await.unwrap();
        let start: DateTime<Utc> = "2026-09-25T05:00:00Z".parse().unwrap();
        for (place, point) in catalogue.points.values().enumerate() {
            let organisation = catalogue.services[&point.service].organisation;
            // The last organisation has too few ratings for a mean.
            let count = if place == 4 { 4 } else { 40 };
            for citizen in 0..count {
                let now = start + Days::new(citizen);
                let mark = if citizen % 9 == 0 { 2 } else { 3 + u8::try_from(citizen % 3).unwrap() };
                let mark = Mark::new(mark).unwrap();
                let day = tashkent_day(now);
                let vote = Vote {
                    service: point.service,
                    point: Some(point.id),
                    organisation,
                    voter: format!("voter-{place}-{citizen}"),
                    mark,
                    day,
                    case_due: mark.opens_case(Mark::new(2).unwrap()).then(|| day + Days::new(3)),
                    limits: catalogue.limits,
                };
                let kept = self
                    .store
                    .write(move |conn| {
                        Box::pin(async move {
                            let rated = ratings::rate(conn, &vote, now).await?;
                            if vote.case_due.is_some() {
                                let words = "Uch marta bordim, har safar boshqa hujjat soʻrashdi.";
                                ratings::comment(conn, rated.rating, &vote.voter, words, now).await?;
                            }
                            Ok::<_, NotDone>(())
                        })
                    })
                    .await;
                kept.unwrap();
            }
        }
    }
}
