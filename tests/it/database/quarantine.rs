//! Marks that look as if they were not given by citizens: which ones are set apart, and what a decision changes.

use chrono::{DateTime, TimeDelta, Utc};
use domain::ids::{OrganisationId, QuarantineId};
use domain::people::Scope;
use domain::ratings::{Counts, Limits, Suspicion};
use domain::refusal::Refusal;
use store::quarantine::{self, Quarantine, Verdict};
use store::rating_boards::{self, Apart};
use store::ratings::{self, Vote};
use store::{NotDone, StoreError};

use crate::support::city::{self, City};
use crate::support::databases::{Base, on_both};

on_both!(
    thirty_fives_in_ten_minutes_wait_together,
    fives_that_come_slowly_count,
    what_is_above_a_limit_waits_and_the_first_ones_count,
    what_was_accepted_counts_and_is_no_sign_of_a_burst_any_more,
    what_is_left_out_counts_nowhere_and_its_cases_are_over,
    a_mark_that_is_changed_stays_where_it_stands,
    only_control_decides_once_and_with_a_reason,
    a_burst_that_is_kept_from_its_end_is_one_too,
    what_a_wrong_clock_dated_far_ahead_makes_nothing_suspicious,
    a_burst_from_two_processes_is_one,
    a_burst_of_marks_by_name_is_set_apart_too,
);

const BEGIN: &str = "2026-11-24T05:00:00Z";

struct Town {
    city: City,
    now: DateTime<Utc>,
}

impl Town {
    async fn open(base: &Base) -> Self {
        let now = BEGIN.parse().unwrap();
        Self { city: City::build(&base.store, now).await, now }
    }

    fn vote(&self, voter: &str, mark: u8) -> Vote {
        self.city.vote("soliq-malumotnoma", voter, mark, domain::clock::tashkent_day(self.now))
    }

    async fn keep(&self, vote: Vote) -> ratings::Rated {
        let now = self.now;
        let kept: Result<_, StoreError> = self
            .city
            .store
            .write(move |conn| Box::pin(async move { ratings::rate(conn, &vote, now).await }))
            .await;
        kept.expect("the vote is kept")
    }

    /// So many people give the mark, one every so many seconds.
    async fn crowd(&mut self, name: &str, number: usize, mark: u8, seconds: i64) {
        for one in 0..number {
            self.keep(self.vote(&format!("{name}-{one}"), mark)).await;
            self.now += TimeDelta::seconds(seconds);
        }
    }

    /// What counts, and what does not.
    async fn counts(&self) -> (Counts, Apart) {
        let (_, _, service, _) = self.city.point("soliq-malumotnoma");
        let day = domain::clock::tashkent_day(self.now);
        let read: Result<_, StoreError> = self
            .city
            .store
            .read(move |conn| {
                Box::pin(async move {
                    let counts = rating_boards::by_service(conn, &[service], day, day).await?;
                    let counts = counts.first().map(|(_, counts)| *counts).unwrap_or_default();
                    Ok((counts, rating_boards::apart(conn, &[service], day, day).await?))
                })
            })
            .await;
        read.unwrap()
    }

    async fn waiting(&self) -> Vec<Quarantine> {
        let since = domain::clock::tashkent_day(self.now) - chrono::Days::new(30);
        let read = self.city.store.read(move |conn| {
            Box::pin(async move { quarantine::waiting(conn, &Scope::All, since, 50).await })
        });
        read.await.unwrap()
    }

    async fn decide(
        &self,
        who: i64,
        id: QuarantineId,
        verdict: Verdict,
        reason: &'static str,
    ) -> Result<usize, NotDone> {
        let organisation = self.city.organisation("soliq").id;
        self.decide_at(who, organisation, id, verdict, reason).await
    }

    async fn decide_at(
        &self,
        who: i64,
        organisation: OrganisationId,
        id: QuarantineId,
        verdict: Verdict,
        reason: &'static str,
    ) -> Result<usize, NotDone> {
        let right = self.city.who(who).await.may_decide(organisation, &self.city.catalogue.tree)?;
        let now = self.now;
        self.city
            .store
            .write(move |conn| {
                Box::pin(async move { quarantine::decide(conn, &right, id, verdict, reason, now).await })
            })
            .await
    }
}

fn apart(waiting: u64, left_out: u64) -> Apart {
    Apart { waiting, left_out }
}

async fn thirty_fives_in_ten_minutes_wait_together(base: Base) {
    let mut town = Town::open(&base).await;
    town.keep(town.vote("earlier", 5)).await;
    town.now += TimeDelta::minutes(30);
    town.crowd("honest", 3, 4, 5).await;
    town.crowd("bot", 29, 5, 20).await;
    assert_eq!(town.counts().await, (Counts([0, 0, 0, 3, 30]), apart(0, 0)), "not yet a burst");
    town.crowd("bot-more", 2, 5, 10).await;
    let (counts, set_apart) = town.counts().await;
    assert_eq!(counts, Counts([0, 0, 0, 3, 1]), "those that began it left the counts, earlier ones did not");
    assert_eq!(set_apart, apart(31, 0));
    let waiting = town.waiting().await;
    assert_eq!(waiting.len(), 1);
    assert_eq!(waiting[0].suspicion, Suspicion::Burst);
    assert_eq!(waiting[0].marks, Counts([0, 0, 0, 0, 31]));
    assert_eq!(waiting[0].last - waiting[0].first, TimeDelta::seconds(29 * 20 + 10));
    // A four is not part of a burst of fives.
    town.crowd("honest-later", 1, 4, 1).await;
    assert_eq!(town.counts().await.0, Counts([0, 0, 0, 4, 1]));
}

async fn fives_that_come_slowly_count(base: Base) {
    let mut town = Town::open(&base).await;
    town.crowd("slow", 40, 5, 61).await;
    assert_eq!(town.counts().await, (Counts([0, 0, 0, 0, 40]), apart(0, 0)));
}

async fn what_is_above_a_limit_waits_and_the_first_ones_count(base: Base) {
    let mut town = Town::open(&base).await;
    for place in 0..7_u8 {
        let limits = Limits::new(0, 5, 0, 10).unwrap();
        town.keep(Vote { limits, ..town.vote(&format!("point-{place}"), place % 5 + 1) }).await;
        town.now += TimeDelta::minutes(1);
    }
    assert_eq!(town.counts().await, (Counts([1; 5]), apart(2, 0)));
    // One service a day for each person: the second one waits, where it was given.
    let limits = Limits::new(1, 0, 0, 10).unwrap();
    town.keep(Vote { limits, ..town.vote("busy", 3) }).await;
    let other = Vote { limits, ..town.city.vote("suv-ulash", "busy", 5, town.vote("", 1).day) };
    town.keep(other.clone()).await;
    let kinds: Vec<_> = town.waiting().await.iter().map(|one| (one.suspicion, one.marks.total())).collect();
    assert_eq!(kinds, [(Suspicion::Point, 2), (Suspicion::Person, 1)]);
    assert_eq!(town.counts().await.0, Counts([1, 1, 2, 1, 1]));
    // The next day is another day.
    town.now += TimeDelta::days(1);
    town.keep(Vote { day: other.day + chrono::Days::new(1), ..other }).await;
    assert_eq!(town.waiting().await.len(), 2);
}

async fn what_was_accepted_counts_and_is_no_sign_of_a_burst_any_more(base: Base) {
    let mut town = Town::open(&base).await;
    town.crowd("class", 31, 5, 5).await;
    let id = town.waiting().await[0].id;
    assert_eq!(town.decide(city::CONTROLLER, id, Verdict::Accept, "ochiq eshiklar kuni").await.unwrap(), 31);
    assert_eq!(town.counts().await, (Counts([0, 0, 0, 0, 31]), apart(0, 0)));
    town.crowd("next", 5, 5, 1).await;
    assert_eq!(town.counts().await, (Counts([0, 0, 0, 0, 36]), apart(0, 0)));
    assert_eq!(town.waiting().await, []);
}

async fn what_is_left_out_counts_nowhere_and_its_cases_are_over(base: Base) {
    let mut town = Town::open(&base).await;
    town.crowd("rival", 30, 1, 5).await;
    let mut raw = base.raw().await;
    let open = "SELECT CAST(count(*) AS BIGINT) FROM citizen_case WHERE state = 'open'";
    assert_eq!(raw.number(open).await, 30, "nobody waits for a reviewer with an answer");
    let id = town.waiting().await[0].id;
    town.decide(city::CONTROLLER, id, Verdict::LeaveOut, "bir kishi").await.unwrap();
    assert_eq!(town.counts().await, (Counts::default(), apart(0, 30)));
    assert_eq!(raw.number(open).await, 0);
    let events: Vec<(String, String, String)> =
        raw.rows("SELECT action, reason, after FROM event WHERE subject = 'quarantine'").await;
    assert_eq!(events.len(), 1);
    assert_eq!((events[0].0.as_str(), events[0].1.as_str()), ("left_out", "bir kishi"));
    assert!(events[0].2.contains("30"), "{events:?}");
    // What was left out is a sign still: the burst goes on, and waits anew.
    town.crowd("rival-more", 2, 1, 5).await;
    assert_eq!(town.counts().await, (Counts::default(), apart(2, 30)));
}

async fn a_mark_that_is_changed_stays_where_it_stands(base: Base) {
    let mut town = Town::open(&base).await;
    town.crowd("bot", 30, 5, 5).await;
    town.keep(town.vote("bot-3", 2)).await;
    assert_eq!(town.counts().await, (Counts::default(), apart(30, 0)));
    let id = town.waiting().await[0].id;
    town.decide(city::CONTROLLER, id, Verdict::Accept, "haqiqiy").await.unwrap();
    assert_eq!(town.counts().await.0, Counts([0, 1, 0, 0, 29]));
    town.keep(town.vote("bot-3", 4)).await;
    assert_eq!(town.counts().await, (Counts([0, 0, 0, 1, 29]), apart(0, 0)));
    // Those who all change to one mark are a burst as well.
    let mut town = Town { city: town.city, now: town.now + TimeDelta::hours(2) };
    town.crowd("late", 30, 4, 30).await;
    town.now += TimeDelta::minutes(1);
    town.crowd("turn", 28, 3, 1).await;
    town.keep(town.vote("late-0", 3)).await;
    assert_eq!(town.counts().await.1, apart(0, 0));
    town.keep(town.vote("late-1", 3)).await;
    assert_eq!(town.counts().await.1.waiting, 0, "given too long ago to belong to it");
    town.crowd("turn-more", 2, 3, 1).await;
    assert!(town.counts().await.1.waiting >= 30);
}

async fn only_control_decides_once_and_with_a_reason(base: Base) {
    let mut town = Town::open(&base).await;
    town.crowd("bot", 30, 5, 5).await;
    let id = town.waiting().await[0].id;
    let refused = async |who, verdict, reason| match town.decide(who, id, verdict, reason).await {
        Err(NotDone::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    };
    assert_eq!(refused(city::OFFICER, Verdict::Accept, "oʻzimizniki").await, Refusal::NotAllowed);
    assert_eq!(refused(city::ADMINISTRATOR, Verdict::Accept, "x").await, Refusal::NotAllowed);
    assert_eq!(refused(city::CONTROLLER, Verdict::Accept, " \u{200B} ").await, Refusal::ReasonMissing);
    let elsewhere = town.city.organisation("suv").id;
    let wrong = town.decide_at(city::CONTROLLER, elsewhere, id, Verdict::Accept, "x").await;
    assert!(matches!(wrong, Err(NotDone::Refused(Refusal::QuarantineDecided))), "{wrong:?}");
    assert_eq!(town.counts().await.1, apart(30, 0), "nothing of it was done");
    town.decide(city::CONTROLLER, id, Verdict::LeaveOut, "bot").await.unwrap();
    assert_eq!(refused(city::CONTROLLER, Verdict::Accept, "yoʻq").await, Refusal::QuarantineDecided);
    assert_eq!(town.counts().await.1, apart(0, 30));
}

async fn a_burst_that_is_kept_from_its_end_is_one_too(base: Base) {
    let mut town = Town::open(&base).await;
    town.crowd("in-a-second-process", 30, 5, -1).await;
    assert_eq!(town.counts().await, (Counts::default(), apart(30, 0)));
    assert_eq!(town.waiting().await.len(), 1);
}

async fn what_a_wrong_clock_dated_far_ahead_makes_nothing_suspicious(base: Base) {
    let mut town = Town::open(&base).await;
    let begin = town.now;
    town.now += TimeDelta::minutes(11);
    town.crowd("ahead", 29, 5, 1).await;
    town.now = begin;
    town.crowd("now", 29, 5, 1).await;
    assert_eq!(town.counts().await.0.total(), 58);
}

async fn a_burst_from_two_processes_is_one(base: Base) {
    let town = Town::open(&base).await;
    let stores = [base.store.clone(), base.another_store().await];
    let votes = stores.iter().cycle().take(60).enumerate().map(|(number, store)| {
        let (store, vote) = (store.clone(), town.vote(&format!("bot-{number}"), 5));
        let now = town.now + TimeDelta::milliseconds(i64::try_from(number).unwrap());
        tokio::spawn(async move {
            store.write(move |conn| Box::pin(async move { ratings::rate(conn, &vote, now).await })).await
        })
    });
    for vote in votes.collect::<Vec<_>>() {
        vote.await.unwrap().expect("the vote is kept");
    }
    let (counts, set_apart) = town.counts().await;
    assert_eq!(counts.total() + set_apart.waiting, 60);
    assert_eq!(town.waiting().await.len(), 1);
    let town = Town { now: town.now + TimeDelta::seconds(1), ..town };
    town.keep(town.vote("last", 5)).await;
    assert_eq!(town.counts().await, (Counts::default(), apart(61, 0)), "the next vote gathers all of them");
}

async fn a_burst_of_marks_by_name_is_set_apart_too(base: Base) {
    let mut town = Town::open(&base).await;
    town.crowd("at-the-counter", 20, 5, 10).await;
    for one in 0..29 {
        town.keep(Vote { point: None, ..town.vote(&format!("by-name-{one}"), 5) }).await;
        town.now += TimeDelta::seconds(1);
    }
    let (counts, _) = town.counts().await;
    assert_eq!(counts.0[4], 49, "the counter and the name are two places");
    for one in 29..35 {
        town.keep(Vote { point: None, ..town.vote(&format!("by-name-{one}"), 5) }).await;
    }
    let (counts, _) = town.counts().await;
    assert_eq!(counts.0[4], 20, "what was given at the counter stands");
    let waiting = town.waiting().await;
    assert_eq!((waiting.len(), waiting[0].point.as_ref(), waiting[0].marks.total()), (1, None, 35));
}
