//! Visit codes: one mark each, whoever comes first; and nothing that leads from a code to its mark.

use chrono::{DateTime, Days, NaiveDate, TimeDelta, Utc};
use domain::clock::tashkent_day;
use domain::ids::PointId;
use domain::people::MayHandOut;
use domain::refusal::Refusal;
use domain::visits::{GUESSES_A_DAY, KNOWN_AFTERWARDS, VisitCode};
use store::ratings::{Rated, Vote};
use store::secret::SecretKey;
use store::visits::{self, Brought, PointCodes, Worth};
use store::{NotDone, StoreError};

use crate::support::city::City;
use crate::support::databases::{Base, on_both};

on_both!(
    a_code_and_its_mark_are_kept_together_or_not_at_all,
    of_two_at_once_one_gets_the_mark,
    nothing_leads_from_a_code_to_its_mark,
    another_mark_of_the_same_day_needs_no_code,
    what_is_over_or_revoked_is_told_from_what_never_was,
    guesses_are_counted_and_end_for_the_day,
    only_so_many_codes_of_a_point_are_valid_at_once,
    codes_and_guesses_are_forgotten,
);

const BEGIN: &str = "2026-11-24T05:00:00Z";
const SERVICE: &str = "soliq-malumotnoma";

struct Counter {
    city: City,
    secret: SecretKey,
    now: DateTime<Utc>,
}

impl Counter {
    async fn open(base: &Base) -> Self {
        let now = BEGIN.parse().unwrap();
        let secret = SecretKey::from_hex(&"7".repeat(64)).unwrap();
        Self { city: City::build(&base.store, now).await, secret, now }
    }

    fn point(&self) -> PointId {
        self.city.point(SERVICE).1
    }

    fn day(&self) -> NaiveDate {
        tashkent_day(self.now)
    }

    fn right(&self) -> MayHandOut {
        MayHandOut::at_the_machine(self.city.point(SERVICE).3)
    }

    async fn sheet(&self, number: u32, days: u64) -> Result<Vec<VisitCode>, NotDone> {
        let (secret, right, point, now) = (self.secret.clone(), self.right(), self.point(), self.now);
        let valid_on = self.day() + Days::new(days);
        let made = self.city.store.write(move |conn| {
            Box::pin(async move {
                let codes = visits::fresh(conn, &secret, number).await?;
                visits::keep_sheet(conn, &secret, &right, point, &codes, valid_on, now).await?;
                Ok(codes)
            })
        });
        made.await
    }

    fn brought(&self, code: &VisitCode, person: i64) -> Brought {
        let day = self.day();
        Brought { hash: self.secret.visit_code(code), guesser: self.secret.guesser(day, person), day }
    }

    async fn rate(&self, vote: Vote, code: Option<&VisitCode>, person: i64) -> Result<Rated, NotDone> {
        let (brought, now) = (code.map(|code| self.brought(code, person)), self.now);
        self.city
            .store
            .write(move |conn| {
                Box::pin(async move { visits::rate(conn, &vote, brought.as_ref(), now).await })
            })
            .await
    }

    fn vote(&self, voter: &str, mark: u8) -> Vote {
        self.city.vote(SERVICE, voter, mark, self.day())
    }

    async fn tries(&self, code: &VisitCode, person: i64) -> Worth {
        let (brought, point, now) = (self.brought(code, person), self.point(), self.now);
        let tried: Result<_, StoreError> = self
            .city
            .store
            .write(move |conn| {
                Box::pin(async move { visits::try_code(conn, &brought, Some(point), now).await })
            })
            .await;
        tried.unwrap()
    }

    async fn revoke(&self, batch: i64) -> Result<(), NotDone> {
        let (right, point, now) = (self.right(), self.point(), self.now);
        let store = &self.city.store;
        store
            .write(move |conn| Box::pin(async move { visits::revoke(conn, &right, point, batch, now).await }))
            .await
    }

    async fn counts(&self) -> PointCodes {
        let (point, now) = (self.point(), self.now);
        let read: Result<_, StoreError> =
            self.city.store.read(|conn| Box::pin(visits::of_point(conn, point, now))).await;
        read.unwrap()
    }
}

fn refusal<T: std::fmt::Debug>(done: Result<T, NotDone>) -> Refusal {
    match done {
        Err(NotDone::Refused(refusal)) => refusal,
        other => panic!("{other:?}"),
    }
}

async fn a_code_and_its_mark_are_kept_together_or_not_at_all(base: Base) {
    let counter = Counter::open(&base).await;
    let codes = counter.sheet(2, 30).await.unwrap();
    let mut raw = base.raw().await;
    let before = raw.everything().await;
    assert_eq!(refusal(counter.rate(counter.vote("a", 2), None, 1).await), Refusal::VisitCodeNeeded);
    let nameless = Vote { point: None, ..counter.vote("a", 2) };
    assert_eq!(refusal(counter.rate(nameless, Some(&codes[0]), 1).await), Refusal::VisitCodeNeeded);
    let elsewhere = counter.city.vote("suv-ulash", "a", 2, counter.day());
    assert_eq!(refusal(counter.rate(elsewhere, Some(&codes[0]), 1).await), Refusal::VisitCodeUnknown);
    let invented = VisitCode::from_number(7);
    assert_eq!(
        refusal(counter.rate(counter.vote("a", 2), Some(&invented), 1).await),
        Refusal::VisitCodeUnknown
    );
    assert_eq!(raw.everything().await, before, "no mark, no case, no count, no event");

    let rated = counter.rate(counter.vote("a", 2), Some(&codes[0]), 1).await.unwrap();
    assert_eq!(rated.before, None);
    let after = raw.everything().await;
    assert_eq!(refusal(counter.rate(counter.vote("b", 5), Some(&codes[0]), 2).await), Refusal::VisitCodeUsed);
    assert_eq!(raw.everything().await, after);
    let counts = PointCodes { made: 2, used: 1, revoked: 0, valid: 1, wrong: 0 };
    assert_eq!(counter.counts().await, counts);
}

async fn of_two_at_once_one_gets_the_mark(base: Base) {
    let counter = Counter::open(&base).await;
    let codes = counter.sheet(8, 30).await.unwrap();
    let stores = [base.store.clone(), base.another_store().await];
    let mut running = Vec::new();
    for (place, code) in codes.iter().enumerate() {
        for (person, store) in (0_i64..).zip(stores.iter().cycle().take(4)) {
            let vote = counter.vote(&format!("voter-{place}-{person}"), 5);
            let (brought, store, now) = (counter.brought(code, person), store.clone(), counter.now);
            running.push(tokio::spawn(async move {
                let kept: Result<_, NotDone> = store
                    .write(move |conn| {
                        Box::pin(async move { visits::rate(conn, &vote, Some(&brought), now).await })
                    })
                    .await;
                kept
            }));
        }
    }
    let (mut kept, mut used) = (0, 0);
    for one in running {
        match one.await.unwrap() {
            Ok(_) => kept += 1,
            Err(NotDone::Refused(Refusal::VisitCodeUsed)) => used += 1,
            Err(other) => panic!("{other:?}"),
        }
    }
    assert_eq!((kept, used), (8, 24));
    let counts = counter.counts().await;
    assert_eq!((counts.used, counts.valid), (8, 0));
    let ratings = base.raw().await.number("SELECT CAST(count(*) AS BIGINT) FROM rating").await;
    assert_eq!(ratings, 8, "a mark for each code and a code for each mark");
}

async fn nothing_leads_from_a_code_to_its_mark(base: Base) {
    let mut counter = Counter::open(&base).await;
    let codes = counter.sheet(3, 30).await.unwrap();
    counter.now += TimeDelta::minutes(17);
    counter.rate(counter.vote("voter-of-the-first", 1), Some(&codes[0]), 70_011).await.unwrap();
    let mut raw = base.raw().await;
    let (hash, point) = (counter.secret.visit_code(&codes[0]), counter.point());
    let forget_on = counter.day() + Days::new(30 + KNOWN_AFTERWARDS + 1);
    let kept = raw.everything_in(&["visit_code"]).await;
    // Hash, point, what became of it, no batch, no end, and the day on which it is forgotten, the same for the whole sheet.
    let used = kept.lines().find(|line| line.contains(&hash)).unwrap().trim_start_matches("visit_code: ");
    let (mut used, forget_on) = (used.split('|').collect::<Vec<_>>(), forget_on.to_string());
    let point = point.to_string();
    let mut expected = vec![hash.as_str(), &point, "used", "", "", &forget_on];
    used.sort_unstable();
    expected.sort_unstable();
    assert_eq!(used, expected, "{kept}");
    assert_eq!(kept.matches(&forget_on).count(), 3, "{kept}");
    let others = raw.everything().await;
    assert_eq!(others.matches(&hash).count(), 1, "the code stands nowhere else");
    assert!(codes.iter().all(|code| !others.contains(&code.to_string())), "no code is kept as it is");
    assert!(!kept.contains("voter-of-the-first") && !kept.contains("70011"));
    let told = raw.everything_in(&["event", "visit_batch", "visit_day"]).await;
    assert!(!told.contains(&hash) && !told.contains("voter"), "{told}");
}

async fn another_mark_of_the_same_day_needs_no_code(base: Base) {
    let mut counter = Counter::open(&base).await;
    let codes = counter.sheet(2, 30).await.unwrap();
    counter.rate(counter.vote("a", 2), Some(&codes[0]), 1).await.unwrap();
    for code in [None, Some(&codes[0]), Some(&codes[1])] {
        for mark in [2, 5] {
            let rated = counter.rate(counter.vote("a", mark), code, 1).await.unwrap();
            assert!(rated.before.is_some());
        }
    }
    assert_eq!((counter.counts().await.used, counter.counts().await.valid), (1, 1));
    counter.now += TimeDelta::days(1);
    assert_eq!(refusal(counter.rate(counter.vote("a", 5), None, 1).await), Refusal::VisitCodeNeeded);
    assert_eq!(refusal(counter.rate(counter.vote("a", 5), Some(&codes[0]), 1).await), Refusal::VisitCodeUsed);
    counter.rate(counter.vote("a", 5), Some(&codes[1]), 1).await.unwrap();
}

async fn what_is_over_or_revoked_is_told_from_what_never_was(base: Base) {
    let mut counter = Counter::open(&base).await;
    let (short, revoked) = (counter.sheet(2, 0).await.unwrap(), counter.sheet(3, 30).await.unwrap());
    assert_eq!(counter.tries(&short[0], 1).await, Worth::Good(counter.point()));
    counter.rate(counter.vote("a", 5), Some(&revoked[0]), 1).await.unwrap();
    let batches: Vec<(i64,)> = base.raw().await.rows("SELECT id FROM visit_batch ORDER BY id").await;
    counter.revoke(batches[1].0).await.unwrap();
    assert_eq!(refusal(counter.revoke(batches[1].0).await), Refusal::BatchRevoked);
    assert_eq!(refusal(counter.revoke(9_999).await), Refusal::BatchRevoked);
    // The day of the short ones ends at midnight in Tashkent.
    counter.now = "2026-11-24T18:59:59Z".parse().unwrap();
    assert_eq!(counter.tries(&short[0], 1).await, Worth::Good(counter.point()));
    counter.now += TimeDelta::seconds(1);
    for (code, why) in [
        (&short[0], Refusal::VisitCodeOver),
        (&revoked[0], Refusal::VisitCodeUsed),
        (&revoked[1], Refusal::VisitCodeOver),
        (&VisitCode::from_number(1), Refusal::VisitCodeUnknown),
    ] {
        assert_eq!(counter.tries(code, 1).await, Worth::Nothing(why));
        assert_eq!(refusal(counter.rate(counter.vote("b", 5), Some(code), 1).await), why);
    }
    let counts = counter.counts().await;
    assert_eq!(counts, PointCodes { made: 5, used: 1, revoked: 2, valid: 0, wrong: 1 });
    assert_eq!(counts.expired(), 2);
}

async fn guesses_are_counted_and_end_for_the_day(base: Base) {
    let mut counter = Counter::open(&base).await;
    let codes = counter.sheet(2, 30).await.unwrap();
    for guess in 0..GUESSES_A_DAY {
        let code = VisitCode::from_number(guess.into());
        assert_eq!(counter.tries(&code, 1).await, Worth::Nothing(Refusal::VisitCodeUnknown));
    }
    let too_many = Worth::Nothing(Refusal::TooManyGuesses);
    assert_eq!(counter.tries(&VisitCode::from_number(99), 1).await, too_many);
    assert_eq!(counter.tries(&codes[0], 1).await, too_many, "nor is the right one told");
    let rated = counter.rate(counter.vote("a", 5), Some(&codes[0]), 1).await;
    assert_eq!(refusal(rated), Refusal::TooManyGuesses);
    assert_eq!(counter.counts().await.wrong, u64::from(GUESSES_A_DAY));
    counter.rate(counter.vote("b", 5), Some(&codes[0]), 2).await.unwrap();
    counter.now += TimeDelta::days(1);
    counter.rate(counter.vote("a", 5), Some(&codes[1]), 1).await.unwrap();
}

async fn only_so_many_codes_of_a_point_are_valid_at_once(base: Base) {
    let mut counter = Counter::open(&base).await;
    for _ in 0..4 {
        assert_eq!(counter.sheet(500, 30).await.unwrap().len(), 500);
    }
    assert_eq!(refusal(counter.sheet(1, 30).await), Refusal::TooManyCodes);
    let foreign = MayHandOut::at_the_machine(counter.city.organisation("suv").id);
    let (secret, point, now) = (counter.secret.clone(), counter.point(), counter.now);
    let shown = counter.city.store.write(move |conn| {
        Box::pin(async move {
            visits::keep_shown(conn, &secret, &foreign, point, VisitCode::from_number(5), now).await
        })
    });
    assert_eq!(refusal(shown.await), Refusal::NotYours);
    counter.now += TimeDelta::days(31);
    counter.sheet(1, 30).await.unwrap();
    assert_eq!(counter.counts().await.expired(), 2000);
}

async fn codes_and_guesses_are_forgotten(base: Base) {
    let mut counter = Counter::open(&base).await;
    let codes = counter.sheet(2, 1).await.unwrap();
    counter.tries(&VisitCode::from_number(3), 1).await;
    counter.rate(counter.vote("a", 5), Some(&codes[0]), 1).await.unwrap();
    for (days, left) in [(0, 2), (90, 2), (93, 0)] {
        counter.now = BEGIN.parse::<DateTime<Utc>>().unwrap() + TimeDelta::days(days);
        let today = counter.day();
        let store = &counter.city.store;
        let forgotten: Result<u64, StoreError> =
            store.write(move |conn| Box::pin(visits::forget(conn, today, 100))).await;
        forgotten.unwrap();
        let mut raw = base.raw().await;
        let kept = raw.number("SELECT CAST(count(*) AS BIGINT) FROM visit_code").await;
        let guesses = raw.number("SELECT CAST(count(*) AS BIGINT) FROM visit_guess").await;
        assert_eq!((kept, guesses), (left, i64::from(days == 0)), "after {days} days");
    }
    assert_eq!(counter.counts().await, PointCodes { made: 2, used: 1, revoked: 0, valid: 0, wrong: 1 });
}
