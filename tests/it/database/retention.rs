//! What is forgotten by age, on a clock that moves: each thing on its day and not before.

use chrono::{DateTime, TimeDelta, Utc};
use domain::clock::tashkent_day;
use domain::retention::{
    COMMENTS, HIDDEN_COMMENTS, INVITATIONS, PARKED_UPDATES, UNDELIVERED, VOTERS, WISHES,
};
use futures_util::future::BoxFuture;
use store::outbox::{self, Mark, NewMessage, Policy, Priority, Why};
use store::secret::SecretKey;
use store::voters::{self, VoterSecret};
use store::{Conn, NotDone, StoreError, cases, comments, forgetting, intake, people, ratings, sessions};

use crate::support::city::{self, City, OFFICER};
use crate::support::databases::{Base, on_both};

on_both!(
    a_vote_loses_its_voter_when_nobody_needs_it_and_the_year_its_secret,
    comments_go_after_a_year_and_hidden_ones_sooner,
    a_chat_that_waits_too_long_for_an_answer_is_forgotten,
    sessions_invitations_and_parked_updates_go,
    what_could_not_be_sent_is_forgotten_at_last,
    the_secret_of_a_year_is_one_for_all_processes,
);

const BEGIN: &str = "2026-11-23T05:00:00Z";
const ANVAR: i64 = 987_654_321_101;

struct Held {
    base: Base,
    city: City,
    now: DateTime<Utc>,
}

impl Held {
    async fn open(base: Base) -> Self {
        let now = BEGIN.parse().unwrap();
        let city = City::build(&base.store, now).await;
        Self { base, city, now }
    }

    async fn write<T, F>(&self, work: F) -> T
    where
        T: Send + 'static,
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, NotDone>> + Send + 'static,
    {
        self.base.store.write(work).await.expect("it is kept")
    }

    /// A vote of today, with words; a low one opens a case.
    async fn vote(&self, voter: &str, mark: u8, now: DateTime<Utc>) -> domain::ids::RatingId {
        let vote = self.city.vote("suv-ulash", voter, mark, tashkent_day(now));
        self.write(move |conn| {
            Box::pin(async move {
                let rated = ratings::rate(conn, &vote, now).await?;
                ratings::comment(conn, rated.rating, &vote.voter, "Soʻzlar", now).await?;
                Ok(rated.rating)
            })
        })
        .await
    }

    async fn count(&self, sql: &str) -> i64 {
        self.base.raw().await.number(&format!("SELECT CAST(count(*) AS BIGINT) FROM {sql}")).await
    }

    /// Runs a job so long after the beginning.
    async fn after(
        &self,
        age: TimeDelta,
        job: impl for<'c> FnOnce(&'c mut Conn, DateTime<Utc>) -> BoxFuture<'c, Result<u64, StoreError>>
        + Send
        + 'static,
    ) -> u64 {
        let now = self.now + age;
        self.write(move |conn| Box::pin(async move { Ok(job(conn, now).await?) })).await
    }
}

async fn a_vote_loses_its_voter_when_nobody_needs_it_and_the_year_its_secret(base: Base) {
    let held = Held::open(base).await;
    let key = SecretKey::random().unwrap();
    let anvar = held.base.store.voter(&key, 2026, ANVAR, held.now).await.unwrap();
    held.vote(&anvar, 5, held.now).await;
    held.vote("barno", 1, held.now).await;
    let untie = |age| held.after(age, |conn, now| Box::pin(voters::untie_old(conn, now, 500)));
    let destroy = |age| held.after(age, |conn, now| Box::pin(voters::destroy_secrets(conn, now)));
    assert_eq!(untie(VOTERS).await, 0, "on the last day it is still known");
    assert_eq!(untie(VOTERS + TimeDelta::days(1)).await, 1, "an open case keeps its voter");
    assert_eq!(held.count("rating WHERE voter = '-' || CAST(id AS TEXT) AND NOT tied").await, 1);
    assert_eq!(held.count(&format!("rating WHERE voter = '{anvar}'")).await, 0);
    assert_eq!(destroy(VOTERS + TimeDelta::days(1)).await, 0, "a vote of the year still has its voter");
    assert_eq!(untie(WISHES + TimeDelta::days(1)).await, 1, "nobody waits for ever");
    assert_eq!(destroy(TimeDelta::days(30)).await, 0, "the year goes on");
    assert_eq!(destroy(WISHES).await, 1);
    assert_eq!(held.count("voter_secret").await, 0);
    assert_eq!(held.count("rating_day WHERE mark_5 = 1 AND mark_1 = 1").await, 1, "the counts stay");
    // Another process remembers nothing, so nobody can be recognised any more.
    let other = held.base.another_store().await;
    assert_eq!(other.known_voter(&key, 2026, ANVAR).await.unwrap(), None);
}

async fn comments_go_after_a_year_and_hidden_ones_sooner(base: Base) {
    let held = Held::open(base).await;
    held.vote("anvar", 5, held.now).await;
    let hidden = held.vote("barno", 4, held.now).await;
    held.vote("gulnora", 1, held.now).await;
    let (now, tree) = (held.now, &held.city.catalogue.tree);
    let organisation = held.city.organisation("suv").id;
    let right = held.city.who(city::CONTROLLER).await.may_decide(organisation, tree).unwrap();
    held.write(move |conn| {
        Box::pin(async move { comments::hide(conn, &right, hidden, "haqorat", now).await })
    })
    .await;
    let forget = |age| held.after(age, |conn, now| Box::pin(comments::forget_old(conn, now, 500)));
    assert_eq!(forget(HIDDEN_COMMENTS).await, 0);
    assert_eq!(forget(HIDDEN_COMMENTS + TimeDelta::seconds(1)).await, 1);
    assert_eq!(held.count("rating WHERE hidden_comment IS NOT NULL").await, 0);
    assert_eq!(held.count("rating WHERE hidden_at IS NOT NULL").await, 1, "that it was hidden stays");
    assert_eq!(forget(COMMENTS).await, 0);
    assert_eq!(forget(COMMENTS + TimeDelta::seconds(1)).await, 1);
    assert_eq!(held.count("rating WHERE comment IS NOT NULL").await, 1, "an open case needs its words");
    held.base.raw().await.run("UPDATE citizen_case SET state = 'answered'").await.unwrap();
    assert_eq!(forget(COMMENTS + TimeDelta::seconds(1)).await, 1);
    assert_eq!(held.count("rating WHERE comment IS NOT NULL").await, 0);
}

async fn a_chat_that_waits_too_long_for_an_answer_is_forgotten(base: Base) {
    let held = Held::open(base).await;
    let rating = held.vote("anvar", 1, held.now).await;
    let now = held.now;
    held.write(move |conn| {
        Box::pin(async move {
            let language = domain::language::Language::UzLatn;
            cases::ask(conn, rating, "anvar", language, |_| Ok("1.sealed".to_owned())).await?;
            let message = message(now);
            let id = outbox::put(conn, &message, now).await?.expect("it is new");
            outbox::seal(conn, id, "1.sealed").await?;
            Ok(())
        })
    })
    .await;
    let forget = |age| held.after(age, |conn, now| Box::pin(cases::forget_wishes(conn, now, 500)));
    assert_eq!(forget(WISHES).await, 0);
    assert_eq!(forget(WISHES + TimeDelta::seconds(1)).await, 1);
    assert_eq!(held.count("citizen_case WHERE sealed_chat IS NULL AND asked_language IS NULL").await, 1);
    assert_eq!(held.count("outbox WHERE sealed_chat IS NULL AND state = 'dropped' AND body = ''").await, 1);
}

fn message(now: DateTime<Utc>) -> NewMessage<'static> {
    NewMessage {
        chat_id: 7,
        person: None,
        purpose: domain::delivery::Purpose::Digest,
        method: "sendMessage",
        body: "{}",
        priority: Priority::News,
        policy: Policy::Resend,
        dedupe: None,
        not_before: now,
    }
}

async fn sessions_invitations_and_parked_updates_go(base: Base) {
    let held = Held::open(base).await;
    let (now, officer) = (held.now, held.city.who(OFFICER).await.person);
    held.write(move |conn| {
        Box::pin(async move {
            sessions::begin(conn, officer, now).await?;
            sessions::ask_sign_in(conn, now).await?;
            intake::park(conn, 1, "1.sealed", "broken", now).await?;
            intake::park(conn, 2, "2.sealed", "broken", now + TimeDelta::days(2)).await?;
            forgetting::forget(conn, &SecretKey::random()?, (ANVAR, "anvar"), now).await?;
            Ok(())
        })
    })
    .await;
    let over = |age| {
        held.after(age, |conn, now| {
            Box::pin(async move {
                sessions::forget_over(conn, now).await?;
                forgetting::forget_askers(conn, now).await
            })
        })
    };
    assert_eq!(over(TimeDelta::minutes(4)).await, 0);
    assert_eq!((held.count("web_session").await, held.count("sign_in").await), (1, 1));
    assert_eq!(over(TimeDelta::hours(13)).await, 0, "the day goes on");
    assert_eq!((held.count("web_session").await, held.count("sign_in").await), (0, 0));
    assert_eq!(over(TimeDelta::hours(14)).await, 1, "midnight in Tashkent");

    let invitations = held.count("invitation").await;
    assert!(invitations > 0);
    let invited =
        |age| held.after(age, |conn, now| Box::pin(people::forget_invitations(conn, now - INVITATIONS, 500)));
    assert_eq!(invited(INVITATIONS).await, 0);
    assert_eq!(invited(INVITATIONS + TimeDelta::seconds(1)).await, u64::try_from(invitations).unwrap());
    let parked =
        |age| held.after(age, |conn, now| Box::pin(intake::forget_parked(conn, now - PARKED_UPDATES, 500)));
    assert_eq!(parked(PARKED_UPDATES).await, 0);
    assert_eq!(parked(PARKED_UPDATES + TimeDelta::days(1)).await, 1);
    assert_eq!(held.count("parked_update").await, 1);
}

async fn what_could_not_be_sent_is_forgotten_at_last(base: Base) {
    let held = Held::open(base).await;
    let now = held.now;
    held.write(move |conn| {
        Box::pin(async move {
            let id = outbox::put(conn, &message(now), now).await?.expect("it is new");
            for claimed in outbox::claim(conn, &[id], now).await? {
                let why = Why::new(domain::delivery::Cause::Blocked, "403");
                outbox::mark(conn, claimed.claim(), &Mark::Failed(why), now).await?;
            }
            Ok(())
        })
    })
    .await;
    let forget = |age| {
        held.after(age, |conn, now| {
            Box::pin(async move {
                outbox::give_up_troubled(conn, now - UNDELIVERED, 500).await?;
                outbox::forget_finished(conn, now - domain::retention::MESSAGES, 500).await
            })
        })
    };
    assert_eq!(forget(UNDELIVERED).await, 0, "an administrator still sees it");
    assert_eq!(forget(UNDELIVERED + TimeDelta::seconds(1)).await, 1);
    assert_eq!(held.count("outbox").await, 0);
}

async fn the_secret_of_a_year_is_one_for_all_processes(base: Base) {
    let (key, now) = (SecretKey::random().unwrap(), BEGIN.parse().unwrap());
    let other = base.another_store().await;
    assert_eq!(base.store.known_voter(&key, 2026, ANVAR).await.unwrap(), None, "looking makes none");
    let (one, two) =
        tokio::join!(base.store.voter(&key, 2026, ANVAR, now), other.voter(&key, 2026, ANVAR, now));
    let one = one.unwrap();
    assert_eq!(one, two.unwrap());
    assert_ne!(one, base.store.voter(&key, 2027, ANVAR, now).await.unwrap());
    assert_eq!(base.store.known_voter(&key, 2026, ANVAR).await.unwrap(), Some(one.clone()));
    assert_ne!(one, key.voter(&VoterSecret::random().unwrap(), ANVAR), "the key alone is not enough");
    assert_ne!(Some(one), base.store.known_voter(&SecretKey::random().unwrap(), 2026, ANVAR).await.unwrap());
}

#[test]
fn the_operators_table_tells_the_durations_of_the_jobs() {
    let path = concat!(env!("CARGO_MANIFEST_DIR"), "/docs/operations.md");
    let operations = std::fs::read_to_string(path).unwrap();
    for (what, days) in [
        ("the keyed sign of a voter", vec![VOTERS, VOTERS, WISHES]),
        ("a citizen's comment", vec![COMMENTS, HIDDEN_COMMENTS]),
        ("the sealed chat", vec![WISHES]),
        ("the state of a conversation", vec![domain::retention::CONVERSATIONS]),
        ("an update that could not be handled", vec![PARKED_UPDATES]),
        ("the number of an update", vec![domain::retention::SEEN_UPDATES]),
        ("the words of sent messages", vec![domain::retention::MESSAGES]),
        ("messages that could not be sent", vec![UNDELIVERED]),
        ("the trace of an invitation", vec![INVITATIONS]),
    ] {
        let line = operations.lines().find(|line| line.starts_with(&format!("| {what}")));
        let line = line.unwrap_or_else(|| panic!("{what} is not told"));
        let numbers = line.split(|letter: char| !letter.is_ascii_digit()).filter(|number| !number.is_empty());
        let expected = days.iter().map(|days| days.num_days().to_string());
        assert_eq!(numbers.map(str::to_owned).collect::<Vec<_>>(), expected.collect::<Vec<_>>(), "{line}");
    }
}
