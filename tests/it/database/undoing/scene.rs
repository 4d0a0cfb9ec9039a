//! A city with reports that wait, and whoever decides about them in the panel.

use chrono::{DateTime, Days, TimeDelta, Utc};
use domain::answers::{Answer, AnswerKind};
use domain::clock::tashkent_day;
use domain::ids::{DecisionId, ObligationId};
use domain::people::Scope;
use domain::together::Part;
use store::news::{self, NewsKind};
use store::obligations::{self, KeptDecision, ObligationView, OneOf, Outcome, Verdict};
use store::{NotDone, Store, StoreError, boards};

use crate::support::city::{self, City};
use crate::support::databases::Base;

pub(super) const DAY: &str = "2026-12-21T05:00:00Z";

pub(super) fn at(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

/// The city with reports of the tax office that wait: the first two are late.
pub(super) struct Scene {
    pub(super) city: City,
    pub(super) ids: Vec<ObligationId>,
    pub(super) now: DateTime<Utc>,
}

impl Scene {
    pub(super) async fn build(base: &Base, now: DateTime<Utc>) -> Self {
        let city = City::build(&base.store, at("2026-11-23T05:00:00Z")).await;
        city.make_obligations(tashkent_day(now), now).await;
        let ids = city.obligations_of("soliq", &mut base.raw().await).await.into_iter().take(3).collect();
        let scene = Self { city, ids, now };
        for id in &scene.ids {
            scene.report(*id, now - TimeDelta::hours(1)).await.expect("the report is kept");
        }
        scene
    }

    /// The same with one report only, of an obligation for which more time was asked for before.
    pub(super) async fn with_request(base: &Base, now: DateTime<Utc>) -> Self {
        let mut scene = Self::build(base, now).await;
        let id = scene.city.obligations_of("soliq", &mut base.raw().await).await[scene.ids.len()];
        let due = scene.view(id).await.due;
        let officer = scene.city.who(city::OFFICER).await;
        let (soliq, catalogue) = (scene.city.organisation("soliq").id, scene.city.catalogue.clone());
        let right = officer.may_answer(soliq, &catalogue.tree).unwrap();
        let asked: Result<_, NotDone> = scene
            .city
            .store
            .write(move |conn| {
                Box::pin(async move {
                    let wish = (due + Days::new(14), "xarid kechikdi");
                    let asked_at = now - TimeDelta::hours(2);
                    obligations::ask_more(conn, &right, id, wish, &catalogue, asked_at).await
                })
            })
            .await;
        asked.expect("more time is asked for");
        scene.report(id, now - TimeDelta::hours(1)).await.expect("the report is kept");
        scene.ids = vec![id];
        scene
    }

    pub(super) async fn report(&self, id: ObligationId, now: DateTime<Utc>) -> Result<(), NotDone> {
        let officer = self.city.who(city::OFFICER).await;
        let right = officer.may_answer(self.city.organisation("soliq").id, &self.city.catalogue.tree)?;
        self.city
            .store
            .write(move |conn| {
                Box::pin(async move {
                    let answer = Answer::new(AnswerKind::Done);
                    obligations::answer(conn, &right, id, &answer, now).await.map(drop)
                })
            })
            .await
    }

    pub(super) async fn view(&self, id: ObligationId) -> ObligationView {
        let read: Result<_, StoreError> =
            self.city.store.read(move |conn| Box::pin(obligations::view(conn, id))).await;
        read.unwrap().unwrap()
    }

    pub(super) async fn views(&self) -> Vec<ObligationView> {
        let mut views = Vec::new();
        for id in &self.ids {
            views.push(self.view(*id).await);
        }
        views
    }

    pub(super) async fn ones(&self) -> Vec<OneOf> {
        let controller = self.city.who(city::CONTROLLER).await;
        let views = self.views().await;
        let one = |view: ObligationView| OneOf {
            right: controller.may_decide(view.organisation, &self.city.catalogue.tree).unwrap(),
            id: view.id,
            seen: view.state_version,
        };
        views.into_iter().map(one).collect()
    }

    pub(super) async fn decide(&self, verdict: Verdict<'static>) -> (DecisionId, Vec<Outcome>) {
        let (ones, now) = (self.ones().await, self.now);
        let person = self.city.who(city::CONTROLLER).await.person;
        let decided: Result<_, StoreError> = self
            .city
            .store
            .write(move |conn| {
                Box::pin(async move {
                    obligations::decide_for_now(conn, person, (&ones, &[]), verdict, now).await
                })
            })
            .await;
        decided.unwrap()
    }

    pub(super) async fn undo_by(
        &self,
        store: &Store,
        person: i64,
        decision: DecisionId,
        now: DateTime<Utc>,
    ) -> Result<(), NotDone> {
        let rights = self.ones().await.into_iter().map(|one| (one.id, one.right)).collect();
        let person = self.city.who(person).await.person;
        store
            .write(move |conn| {
                Box::pin(async move { obligations::undo(conn, person, decision, &rights, now).await })
            })
            .await
    }

    pub(super) async fn undo(&self, decision: DecisionId) -> Result<(), NotDone> {
        let soon = self.now + TimeDelta::minutes(1);
        self.undo_by(&self.city.store, city::CONTROLLER, decision, soon).await
    }

    pub(super) async fn kept(&self, decision: DecisionId) -> Option<KeptDecision> {
        let read = self.city.store.read(move |conn| Box::pin(obligations::kept_decision(conn, decision)));
        let read: Result<_, StoreError> = read.await;
        read.unwrap()
    }

    pub(super) async fn parts(&self, decision: DecisionId) -> Vec<Part> {
        self.kept(decision).await.unwrap().parts.into_iter().map(|part| part.part).collect()
    }

    /// The kinds of news that can be told at a moment, and all that wait.
    pub(super) async fn news(&self, now: DateTime<Utc>) -> (Vec<NewsKind>, usize) {
        let read: Result<_, StoreError> = self
            .city
            .store
            .read(move |conn| {
                Box::pin(async move {
                    let due = news::due(conn, now, 100).await?;
                    Ok((due.into_iter().map(|one| one.kind).collect(), news::take(conn, 100).await?.len()))
                })
            })
            .await;
        read.unwrap()
    }

    pub(super) async fn month_counts(&self) -> Vec<boards::MonthCounts> {
        let read: Result<_, StoreError> = self
            .city
            .store
            .read(|conn| {
                Box::pin(async move {
                    let (from, to) = ("2026-01-01".parse().unwrap(), "2027-12-31".parse().unwrap());
                    boards::months(conn, &Scope::All, from, to).await
                })
            })
            .await;
        let mut months = read.unwrap();
        // A count that went to nothing and one that never was are the same.
        months.retain(|one| {
            let reported = one.reported_on_time + one.reported_late;
            one.open + reported + one.accepted_on_time + one.accepted_late + one.not_applicable > 0
        });
        months
    }
}
