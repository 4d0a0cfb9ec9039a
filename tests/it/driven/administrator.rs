//! The administrator's week, the first half: organisations, service points, tables.

use locales::words;

use super::{desk, filled};
use crate::support::city::ADMINISTRATOR;
use crate::support::databases::{Base, on_both};
use crate::support::hand::{Desk, downloaded};
use crate::support::town::Town;

on_both!(the_administrator_keeps_organisations_and_points);

fn name(town: &Town, desk: &Desk, key: &str) -> String {
    town.city.organisation(key).names.in_language(desk.t.language()).to_owned()
}

async fn the_administrator_keeps_organisations_and_points(base: Base) {
    let (town, t) = filled(base).await;
    let desk = desk(&town, ADMINISTRATOR, t).await;
    desk.follow(&t.nav_organisations()).await;
    desk.follow(&t.registry_open()).await;
    desk.follow(&name(&town, &desk, "arxiv")).await;
    desk.unfold(&t.registry_close()).await;
    desk.fill(&t.point_reason(), "Qoʻshildi").await;
    desk.push(&t.registry_close()).await;
    desk.done().await;
    desk.sees(&t.registry_closed_text()).await;
    desk.push(&t.registry_reopen()).await;
    desk.done().await;

    bring_services(&town, &desk).await;

    let folder = tempfile::tempdir().expect("a folder");
    desk.download_to(folder.path()).await;
    desk.follow(&t.nav_points()).await;
    desk.follow(&t.point_new()).await;
    desk.choose(&t.point_service(), "Arxiv koʻchirmasi").await;
    desk.fill(&t.point_name_in(words::language_name(domain::language::Language::UzLatn)), "2-zal").await;
    desk.push(&t.point_make()).await;
    desk.done().await;
    desk.push("PDF").await;
    assert!(downloaded(folder.path(), "pdf").await.starts_with(b"%PDF"));
    desk.follow(&t.nav_points()).await;
    desk.ask(&t.points_search(), "2-zal").await;
    desk.sees("2-zal").await;
    desk.does_not_see(
        town.city.catalogue.services[&town.city.point("suv-ulash").2].names.in_language(t.language()),
    )
    .await;
    assert_eq!(desk.complaints_but_refusals().await, Vec::<String>::new());
}

/// A table is looked at first: one with a fault, then the right one; nothing is kept before that is asked for.
async fn bring_services(town: &Town, desk: &Desk) {
    let t = desk.t;
    desk.follow(&t.nav_settings()).await;
    desk.follow(&t.import_title()).await;
    desk.follow(&t.registry_services()).await;
    let folder = tempfile::tempdir().expect("a folder");
    for (file, row) in
        [("wrong.csv", "1,yoq,Nimadir,,"), ("right.csv", "1,arxiv,Arxiv koʻchirmasi,,2 ish kuni")]
    {
        let path = folder.path().join(file);
        std::fs::write(&path, format!("no,org_key,name_uz_latn,name_uz_cyrl,term\n{row}\n"))
            .expect("it is written");
        desk.hand_in(&t.import_file(), &path).await;
        desk.push(&t.import_look()).await;
        if file == "wrong.csv" {
            desk.refused().await;
            desk.follow(&t.import_other()).await;
        }
    }
    desk.sees(&t.import_nothing_yet()).await;
    let services = "SELECT CAST(count(*) AS BIGINT) FROM service";
    assert_eq!(town.base.raw().await.number(services).await, 2);
    desk.push(&t.import_carry_out()).await;
    desk.done().await;
    assert_eq!(town.base.raw().await.number(services).await, 3);
}
