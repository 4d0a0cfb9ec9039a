//! A report is frozen with its figures, and tells the same on both databases.

use chrono::{DateTime, Utc};
use domain::answers::{Answer, AnswerKind};
use domain::cases::Figures;
use domain::ids::OrganisationId;
use domain::people::{MayAdminister, MayReport, Scope};
use domain::reporting::{Content, Document, FORMAT, Period, SheetFigures};
use store::{
    NotDone, Store, StoreError, cases, obligations, people, publications, ratings, reporting, sheets,
};

use crate::support::city::{self, City};
use crate::support::databases::{Base, on_both};

on_both!(
    a_report_stays_as_it_was_made,
    a_report_is_of_one_moment_whatever_is_written_meanwhile,
    the_same_figures_make_the_same_report,
    two_presses_at_once_make_one_report,
    a_report_names_its_maker_as_it_was_made,
    the_list_shows_what_is_in_scope_the_latest_first,
    the_overdue_of_a_span_are_those_of_the_sheet,
    answers_of_a_span_are_counted_as_those_of_an_organisation,
);

const NOW: &str = "2026-12-21T05:00:00Z";

fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

async fn right(city: &City, organisation: OrganisationId) -> MayReport {
    city.who(city::CONTROLLER).await.may_report(organisation, &city.catalogue.tree).unwrap()
}

fn document(period: &str, made_at: DateTime<Utc>) -> Document {
    Document {
        format: FORMAT.to_owned(),
        period: Period::read(period).unwrap(),
        made_at,
        made_by: None,
        position: 42,
        city: domain::language::Names { uz_latn: "Shahar \"hokimligi\"".to_owned(), ..Default::default() },
        organisation: None,
        key: "city".to_owned(),
        signer: None,
        content: Content::Sheet(SheetFigures { rate: Some(748), ..SheetFigures::default() }),
    }
}

async fn keep(city: &City, organisation: OrganisationId, document: Document) -> i64 {
    let right = right(city, organisation).await;
    let kept: Result<_, StoreError> = city
        .store
        .write(move |conn| Box::pin(async move { reporting::keep(conn, &right, &document).await }))
        .await;
    kept.unwrap()
}

async fn list(store: &Store, scope: Scope, before: Option<i64>, limit: i64) -> Vec<i64> {
    let list: Result<_, StoreError> =
        store.read(|conn| Box::pin(async move { reporting::list(conn, &scope, before, limit).await })).await;
    list.unwrap().into_iter().map(|one| one.id).collect()
}

async fn a_report_stays_as_it_was_made(base: Base) {
    let city = City::build(&base.store, moment(NOW)).await;
    let top = city.catalogue.top().unwrap();
    let document = document("2026-11", moment(NOW));
    let id = keep(&city, top, document.clone()).await;
    let found: Result<_, StoreError> =
        base.store.read(|conn| Box::pin(async move { reporting::find(conn, id).await })).await;
    let (made, kept) = found.unwrap().expect("it is kept");
    assert_eq!(kept, document);
    assert_eq!((made.period, made.organisation, made.position), (document.period, top, 42));
    assert_eq!(made.sha256, publications::hash_of(&serde_json::to_string(&document).unwrap()));
    let mut raw = base.raw().await;
    let events =
        "SELECT CAST(count(*) AS BIGINT) FROM event WHERE action = 'report_made' AND subject = 'report'";
    assert_eq!(raw.number(events).await, 1);
    for sql in ["UPDATE made_report SET document = '{}'", "DELETE FROM made_report"] {
        let error = raw.run(sql).await.expect_err("a report is frozen");
        assert!(error.to_string().contains("frozen"), "{error}");
    }
    let missing: Result<_, StoreError> =
        base.store.read(|conn| Box::pin(async move { reporting::find(conn, id + 1).await })).await;
    assert_eq!(missing.unwrap(), None);
}

async fn a_report_is_of_one_moment_whatever_is_written_meanwhile(base: Base) {
    let city = City::build(&base.store, moment(NOW)).await;
    let today = "2026-12-21".parse().unwrap();
    city.make_obligations(today, moment(NOW)).await;
    let (catalogue, writing) = (city.catalogue.clone(), city.clone());
    let read: Result<_, StoreError> = base
        .store
        .snapshot(|conn| {
            Box::pin(async move {
                let position = store::events::newest_linked(conn).await?;
                let before = sheets::sheet(conn, &catalogue, &Scope::All, today).await?;
                report_something(&writing).await;
                let after = sheets::sheet(conn, &catalogue, &Scope::All, today).await?;
                Ok(((position, before), (store::events::newest_linked(conn).await?, after)))
            })
        })
        .await;
    let (before, after) = read.unwrap();
    assert_eq!(before, after);
    let catalogue = city.catalogue.clone();
    let later: Result<_, StoreError> = base
        .store
        .snapshot(|conn| {
            Box::pin(async move {
                let position = store::events::newest_linked(conn).await?;
                Ok((position, sheets::sheet(conn, &catalogue, &Scope::All, today).await?))
            })
        })
        .await;
    let later = later.unwrap();
    assert!(later.0 > before.0, "{later:?}");
    assert_ne!(later.1, before.1, "what was written meanwhile is in the next one");
}

/// The tax office reports the first of what is asked of it.
async fn report_something(city: &City) {
    let soliq = city.organisation("soliq").id;
    let right = city.who(city::OFFICER).await.may_answer(soliq, &city.catalogue.tree).unwrap();
    let done: Result<_, NotDone> = city
        .store
        .write(move |conn| {
            Box::pin(async move {
                let open = obligations::open_of(conn, soliq, 1).await?;
                let answer = Answer::new(AnswerKind::Done);
                obligations::answer(conn, &right, open[0].id, &answer, moment(NOW)).await.map(drop)
            })
        })
        .await;
    done.unwrap();
}

async fn the_same_figures_make_the_same_report(base: Base) {
    let city = City::build(&base.store, moment(NOW)).await;
    let (top, soliq) = (city.catalogue.top().unwrap(), city.organisation("soliq").id);
    let first = keep(&city, top, document("2026-11", moment(NOW))).await;
    let later = Document { position: 43, ..document("2026-11", moment("2026-12-21T05:01:00Z")) };
    assert_eq!(keep(&city, top, later.clone()).await, first);
    let second = keep(&city, top, Document { key: "other".to_owned(), ..later.clone() }).await;
    assert_ne!(second, first);
    // Only the last one counts: other figures lie between.
    assert_ne!(keep(&city, top, later.clone()).await, first);
    assert_ne!(keep(&city, soliq, later.clone()).await, first);
    // The same figures on another day are another paper: the day that is over stands on it.
    let last = keep(&city, top, later.clone()).await;
    let evening = Document { made_at: moment("2026-12-21T18:59:59Z"), ..later.clone() };
    assert_eq!(keep(&city, top, evening).await, last);
    let morning = Document { made_at: moment("2026-12-21T19:00:00Z"), ..later };
    assert!(keep(&city, top, morning).await > last);
}

async fn two_presses_at_once_make_one_report(base: Base) {
    let city = City::build(&base.store, moment(NOW)).await;
    let top = city.catalogue.top().unwrap();
    let other = City { store: base.another_store().await, catalogue: city.catalogue.clone() };
    for month in ["2026-07", "2026-08", "2026-09", "2026-10", "2026-11"] {
        let press = |city| keep(city, top, document(month, moment(NOW)));
        let made = tokio::join!(press(&city), press(&other), press(&city), press(&other));
        assert!([made.1, made.2, made.3] == [made.0; 3], "{month}: {made:?}");
    }
    let made = "SELECT CAST(count(*) AS BIGINT) FROM made_report";
    assert_eq!(base.raw().await.number(made).await, 5);
}

async fn a_report_names_its_maker_as_it_was_made(base: Base) {
    let city = City::build(&base.store, moment(NOW)).await;
    let top = city.catalogue.top().unwrap();
    let old = keep(&city, top, document("2026-10", moment(NOW))).await;
    let named = Document { made_by: Some("Dilshod Rahimov".to_owned()), ..document("2026-11", moment(NOW)) };
    let new = keep(&city, top, named).await;
    let person = city.who(city::CONTROLLER).await.person;
    let renamed: Result<(), NotDone> = base
        .store
        .write(move |conn| {
            Box::pin(async move {
                let (right, called) = (MayAdminister::at_the_machine(), ("Dilshod Karimov", None));
                people::describe(conn, &right, person, called, moment(NOW)).await
            })
        })
        .await;
    renamed.unwrap();
    let name = async |id: i64| {
        let found: Result<_, StoreError> =
            base.store.read(|conn| Box::pin(async move { reporting::find(conn, id).await })).await;
        found.unwrap().unwrap().0.made_by
    };
    assert_eq!(name(new).await, "Dilshod Rahimov");
    assert_eq!(name(old).await, "Dilshod Karimov", "an old document does not say it");
}

async fn the_list_shows_what_is_in_scope_the_latest_first(base: Base) {
    let city = City::build(&base.store, moment(NOW)).await;
    let (top, soliq) = (city.catalogue.top().unwrap(), city.organisation("soliq").id);
    let mut ids = Vec::new();
    for (place, period) in [(top, "2026"), (soliq, "2026-11"), (top, "2026-12-21"), (soliq, "2025")] {
        ids.push(keep(&city, place, document(period, moment(NOW))).await);
    }
    ids.reverse();
    assert_eq!(list(&base.store, Scope::All, None, 10).await, ids);
    assert_eq!(list(&base.store, Scope::All, None, 2).await, ids[..2]);
    assert_eq!(list(&base.store, Scope::All, Some(ids[1]), 10).await, ids[2..]);
    assert_eq!(list(&base.store, Scope::Only([soliq].into()), None, 10).await, [ids[0], ids[2]]);
    assert_eq!(list(&base.store, Scope::Only([].into()), None, 10).await, [0_i64; 0]);
}

async fn the_overdue_of_a_span_are_those_of_the_sheet(base: Base) {
    let city = City::build(&base.store, moment("2026-10-28T05:00:00Z")).await;
    city.make_obligations("2026-10-28".parse().unwrap(), moment("2026-10-28T05:00:00Z")).await;
    let today = "2026-12-21".parse().unwrap();
    let days = ("2026-01-01".parse().unwrap(), "2026-12-31".parse().unwrap());
    let catalogue = city.catalogue.clone();
    let read: Result<_, StoreError> = base
        .store
        .read(|conn| {
            Box::pin(async move {
                let sheet = sheets::sheet(conn, &catalogue, &Scope::All, today).await?;
                let all = reporting::overdue(conn, &catalogue, &Scope::All, days, (today, 1000)).await?;
                let two = reporting::overdue(conn, &catalogue, &Scope::All, days, (today, 2)).await?;
                Ok((sheet, all, two))
            })
        })
        .await;
    let (sheet, all, two) = read.unwrap();
    assert!(all.len() > 2, "{all:?}");
    assert_eq!(sheet.states[0], all.len() as u64);
    assert_eq!(two, all[..2]);
    for (line, row) in all.iter().zip(&sheet.overdue) {
        assert_eq!((&line.measure, line.due, &line.responsible), (&row.measure, row.due, &row.officer));
        assert_eq!(line.days, u64::try_from((today - line.due).num_days()).unwrap());
    }
}

async fn answers_of_a_span_are_counted_as_those_of_an_organisation(base: Base) {
    let city = City::build(&base.store, moment(NOW)).await;
    let soliq = city.organisation("soliq").id;
    let scope = Scope::Only([soliq].into());
    let moments = (moment("2026-12-01T00:00:00Z"), moment(NOW));
    assert_eq!(figures(&base.store, scope.clone(), moments).await, Figures::default());
    for day in 1..=6_u32 {
        let now = moment(&format!("2026-12-{day:02}T05:00:00Z"));
        let vote = city.vote("soliq-malumotnoma", &format!("voter {day}"), 2, now.date_naive());
        let kept: Result<_, StoreError> = city
            .store
            .write(move |conn| Box::pin(async move { ratings::rate(conn, &vote, now).await }))
            .await;
        kept.unwrap();
    }
    let answered =
        "INSERT INTO case_answer (case_id, round, organisation_id, words, person_id, at, minutes, verdict)
        SELECT id, 0, organisation_id, 'x', (SELECT MIN(id) FROM person), opened_at, id * 100,
          CASE WHEN id % 3 = 0 THEN NULL WHEN id % 2 = 0 THEN 'solved' ELSE 'not' END FROM citizen_case";
    base.raw().await.run(answered).await.unwrap();
    let all = figures(&base.store, scope.clone(), moments).await;
    assert_eq!((all.answers, all.judged), (6, 4));
    let of_one: Result<_, StoreError> =
        base.store.read(|conn| Box::pin(async move { cases::figures(conn, soliq, moments.0).await })).await;
    assert_eq!(of_one.unwrap(), all, "the same median and the same share");
    let days = (moment("2026-12-02T05:00:00Z"), moment("2026-12-04T05:00:00Z"));
    assert_eq!(figures(&base.store, Scope::All, days).await.answers, 2, "the last moment is not in it");
    assert_eq!(figures(&base.store, Scope::Only([].into()), moments).await, Figures::default());
}

async fn figures(store: &Store, scope: Scope, moments: (DateTime<Utc>, DateTime<Utc>)) -> Figures {
    let figures: Result<_, StoreError> =
        store.read(|conn| Box::pin(async move { cases::figures_between(conn, &scope, moments).await })).await;
    figures.unwrap()
}
