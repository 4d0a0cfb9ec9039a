//! Reading the record, searching, and keeping lists give the same on both databases.

use chrono::{DateTime, Utc};
use domain::people::Scope;
use store::StoreError;
use store::events::{self, Listed, Wanted};
use store::saved_views::{self, MOST, SavedView};
use store::search;

use crate::support::city::{self, City};
use crate::support::databases::{Base, on_both};

on_both!(
    the_record_is_read_by_pages_and_filters,
    a_search_goes_through_what_one_may_see,
    a_person_keeps_so_many_views_and_no_more,
);

fn now() -> DateTime<Utc> {
    "2026-11-23T05:00:00Z".parse().unwrap()
}

async fn listed(city: &City, wanted: Wanted, limit: usize) -> (Vec<Listed>, Option<i64>) {
    let right = city.who(city::CONTROLLER).await.may_audit(&city.catalogue.tree).unwrap();
    let listed: Result<_, StoreError> = city
        .store
        .read(|conn| Box::pin(async move { events::list(conn, &right, &wanted, limit).await }))
        .await;
    listed.unwrap()
}

async fn the_record_is_read_by_pages_and_filters(base: Base) {
    let city = City::build(&base.store, now()).await;
    let (all, more) = listed(&city, Wanted::default(), usize::MAX).await;
    assert!(all.len() > 5 && more.is_none(), "{} events", all.len());
    assert!(all.windows(2).all(|pair| pair[0].id > pair[1].id), "the newest stands first");
    let (first, more) = listed(&city, Wanted::default(), 3).await;
    let (rest, end) = listed(&city, Wanted { before: more, ..Wanted::default() }, usize::MAX).await;
    assert_eq!((first.len(), first.len() + rest.len(), end), (3, all.len(), None));
    let measures = Wanted { subject: Some("measure".to_owned()), ..Wanted::default() };
    let (measures, _) = listed(&city, measures, usize::MAX).await;
    assert!(
        !measures.is_empty() && measures.iter().all(|one| one.subject == "measure" && one.name.is_some())
    );
    for nothing in [
        Wanted { until: Some(now() - chrono::TimeDelta::days(900)), ..Wanted::default() },
        Wanted { words: "hech qachon".to_owned(), ..Wanted::default() },
        Wanted { action: Some("published".to_owned()), ..Wanted::default() },
    ] {
        assert_eq!(listed(&city, nothing.clone(), 9).await.0.len(), 0, "{nothing:?}");
    }
}

async fn a_search_goes_through_what_one_may_see(base: Base) {
    let city = City::build(&base.store, now()).await;
    city.make_obligations("2026-11-23".parse().unwrap(), now()).await;
    let soliq = city.organisation("soliq").id;
    let only = Scope::Only([soliq].into());
    let found: Result<_, StoreError> = base
        .store
        .read(|conn| {
            Box::pin(async move {
                let measures = search::measures(conn, &only).await?;
                let ids: Vec<_> = measures.iter().map(|one| one.id).collect();
                let own = search::obligations(conn, &only, &ids, &[], 50).await?;
                let anywhere = search::obligations(conn, &Scope::All, &ids[..1], &[soliq], 50).await?;
                let people = search::people(conn, &only).await?;
                let all = search::people(conn, &Scope::All).await?;
                Ok((measures, own, anywhere, people, all))
            })
        })
        .await;
    let (measures, own, anywhere, people, all) = found.unwrap();
    assert!(!own.is_empty() && own.iter().all(|one| one.organisation == soliq));
    assert!(!anywhere.is_empty() && anywhere.iter().all(|one| one.measure == measures[0].id));
    assert!(people.iter().all(|one| one.organisation == soliq) && people.len() < all.len());
}

async fn a_person_keeps_so_many_views_and_no_more(base: Base) {
    let city = City::build(&base.store, now()).await;
    let (one, other) = (city.who(city::CONTROLLER).await.person, city.who(city::OFFICER).await.person);
    let kept: Result<(Vec<SavedView>, Vec<SavedView>), StoreError> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                for number in 0..MOST {
                    let name = format!("nom {number:02}");
                    assert!(saved_views::save(conn, one, &name, ("/orgs", "light=red"), now()).await?);
                }
                assert!(!saved_views::save(conn, one, "ortiqcha", ("/orgs", ""), now()).await?);
                assert!(saved_views::save(conn, one, "nom 03", ("/orgs", "light=green"), now()).await?);
                assert!(saved_views::save(conn, other, "nom 03", ("/orgs", ""), now()).await?);
                let views = saved_views::of(conn, one).await?;
                // Another one of that name makes room; what is another person's stays.
                saved_views::rename(conn, one, views[0].id, "nom 05").await?;
                saved_views::rename(conn, other, views[1].id, "begona").await?;
                saved_views::remove(conn, other, views[1].id).await?;
                saved_views::remove(conn, one, views[2].id).await?;
                Ok((saved_views::of(conn, one).await?, saved_views::of(conn, other).await?))
            })
        })
        .await;
    let (own, others) = kept.unwrap();
    let names: Vec<&str> = own.iter().map(|view| view.name.as_str()).collect();
    assert_eq!(names[..3], ["nom 01", "nom 03", "nom 04"]);
    assert_eq!(own.len(), usize::try_from(MOST).unwrap() - 2);
    assert_eq!(own[1].query, "light=green");
    assert_eq!(others.len(), 1);
}
