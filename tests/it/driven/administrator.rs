//! The administrator's week, the first half: organisations, service points, tables.

use domain::language::Language;
use locales::words;

use super::{desk, filled, walks::went};
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

    add_by_hand(&town, &desk).await;
    bring_services(&town, &desk).await;

    let folder = tempfile::tempdir().expect("a folder");
    desk.download_to(folder.path()).await;
    desk.follow(&t.nav_points()).await;
    desk.follow(&t.point_new()).await;
    desk.choose(&t.point_service(), "Arxiv koʻchirmasi").await;
    desk.fill(&t.point_name_in(words::language_name(Language::UzLatn)), "2-zal").await;
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
    went(&town);
}

/// An organisation and a service of it; the service is closed and opened again.
async fn add_by_hand(town: &Town, desk: &Desk) {
    let (t, uzbek) = (desk.t, words::language_name(Language::UzLatn));
    desk.follow(&t.nav_organisations()).await;
    desk.follow(&t.registry_open()).await;
    desk.follow(&t.registry_new()).await;
    desk.fill(&t.registry_name_in(uzbek.as_str()), "Kadastr boʻlimi").await;
    desk.fill(&t.registry_key(), "soliq").await;
    desk.push(&t.registry_add()).await;
    // The key is taken: what was typed stays.
    desk.refused_at(&t.registry_key()).await;
    desk.fill(&t.registry_key(), "kadastr").await;
    desk.choose(&t.registry_parent(), &name(town, desk, "hokimlik")).await;
    desk.push(&t.registry_add()).await;
    desk.done().await;
    desk.sees("Kadastr boʻlimi").await;

    desk.follow(&t.registry_new_service()).await;
    desk.fill(&t.registry_name_in(uzbek.as_str()), "Kadastr pasporti").await;
    desk.fill(&t.registry_key(), "kadastr-pasport").await;
    desk.push(&t.registry_add()).await;
    desk.done().await;
    desk.unfold(&t.registry_close_service()).await;
    desk.fill(&t.point_reason(), "Boshqa idoraga oʻtdi").await;
    desk.push(&t.registry_close_service()).await;
    desk.done().await;
    desk.sees(&t.registry_service_closed_text()).await;
    desk.push(&t.registry_reopen_service()).await;
    desk.done().await;

    desk.follow(&t.nav_organisations()).await;
    desk.follow(&t.registry_open()).await;
    desk.ask(&t.registry_search(), "kadas").await;
    desk.sees("Kadastr boʻlimi").await;
    desk.does_not_see(&name(town, desk, "arxiv")).await;
}

/// A table is looked at first: one with a fault, then the right one; nothing is kept before that is asked for.
async fn bring_services(town: &Town, desk: &Desk) {
    let t = desk.t;
    desk.follow(&t.nav_settings()).await;
    desk.follow(&t.import_title()).await;
    desk.follow(&t.registry_services()).await;
    let folder = tempfile::tempdir().expect("a folder");
    let samples = tempfile::tempdir().expect("a folder");
    desk.download_to(samples.path()).await;
    desk.follow(&t.import_sample()).await;
    assert!(String::from_utf8_lossy(&downloaded(samples.path(), "csv").await).contains("org_key"));
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
    assert_eq!(town.base.raw().await.number(services).await, 3);
    desk.push(&t.import_carry_out()).await;
    desk.done().await;
    assert_eq!(town.base.raw().await.number(services).await, 4);
}
