//! News wait until their messages are written, and no two of them can be taken for one another.

use domain::clock::{Clock, SystemClock};
use store::StoreError;
use store::news::{self, NewsKind};

use crate::support::databases::{Base, on_both};

on_both!(a_line_that_is_done_never_gives_its_number_to_another);

async fn a_line_that_is_done_never_gives_its_number_to_another(base: Base) {
    let mut numbers = Vec::new();
    for subject in 1..=3 {
        let number: Result<i64, StoreError> = base
            .store
            .write(move |conn| {
                Box::pin(async move {
                    news::tell(conn, NewsKind::Reported, subject, SystemClock.now()).await?;
                    let lines = news::take(conn, 10).await?;
                    assert_eq!(lines.len(), 1, "the lines before are gone");
                    assert!(news::done(conn, lines[0].id).await?);
                    assert!(!news::done(conn, lines[0].id).await?, "a line is done once");
                    Ok(lines[0].id)
                })
            })
            .await;
        numbers.push(number.unwrap());
    }
    assert!(numbers.is_sorted_by(|before, after| before < after), "{numbers:?}");
}
