//! Every query text of the program is one that both databases understand.

use sqlx::{Executor, SqlStr};

use crate::support::databases::{Base, Raw, on_both};

on_both!(every_query_of_the_program_can_be_prepared);

async fn every_query_of_the_program_can_be_prepared(base: Base) {
    let mut raw = base.raw().await;
    let (mut texts, mut wrong) = (0, Vec::new());
    for query in store::query_texts() {
        texts += 1;
        let text = SqlStr::from_static(query.text);
        let prepared = match &mut raw {
            Raw::Lite(conn) => conn.prepare(text).await.map(drop),
            Raw::Pg(conn) => conn.prepare(text).await.map(drop),
        };
        if let Err(error) = prepared {
            wrong.push(format!("{}: {error}\n{}", query.at, query.text));
        }
    }
    // An empty registry would pass for a program without a fault.
    assert!(texts >= 60, "only {texts} query texts are registered");
    assert!(wrong.is_empty(), "{} of {texts} queries are wrong:\n{}", wrong.len(), wrong.join("\n\n"));
}
