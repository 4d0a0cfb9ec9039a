//! Weeks of a small city on a moved clock, with everything going wrong that can: nothing is lost, nothing comes without a reason.

#[path = "../../../benches/year/simulation/mod.rs"]
mod simulation;

use simulation::{Report, Year, play};

use crate::support::databases::{Base, on_both};

on_both!(nothing_is_lost_in_weeks_of_trouble);

async fn played(base: &Base, year: Year) -> Report {
    let files = tempfile::tempdir().expect("a folder");
    play(&base.url, files.path().to_owned(), year).await.expect("the weeks are played to their end")
}

async fn nothing_is_lost_in_weeks_of_trouble(base: Base) {
    let year = Year { seed: 1298, organisations: 6, obligations: 12, days: 20, faults: true };
    let report = played(&base, year).await;
    assert!(report.holds(), "{report}");
    assert!(report.crashes > 0 && !report.doubled.is_empty(), "nothing went wrong: {report}");
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn the_same_seed_gives_the_same_table() {
    let year = Year { seed: 7, organisations: 4, obligations: 6, days: 8, faults: true };
    let first = played(&Base::sqlite().await, year).await;
    let second = played(&Base::sqlite().await, year).await;
    assert_eq!(first, second, "{first}\n{second}");
}
