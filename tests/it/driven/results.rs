//! A quarter is over: the deputy hokim publishes what citizens said, everybody reads it, and reports are taken along.

use domain::clock::Clock;
use locales::{Texts, dates, words};

use super::{MORNING, desk, language_of, walks::went};
use crate::pages::{results, scene};
use crate::support::city::CONTROLLER;
use crate::support::databases::{Base, on_both};
use crate::support::hand::{Desk, downloaded};
use crate::support::town::{By, Town};
use crate::support::webdriver::Browser;

on_both!(the_deputy_hokim_publishes_a_quarter_and_takes_reports_along);

async fn the_deputy_hokim_publishes_a_quarter_and_takes_reports_along(base: Base) {
    let t = Texts::new(language_of(&base));
    let town = Town::open(base, By::Webhook, MORNING).await;
    results::rate(&town).await;
    scene::fill(&town).await;
    let desk = desk(&town, CONTROLLER, t).await;
    desk.follow(&t.nav_ratings()).await;
    desk.follow(&t.publish_see()).await;
    desk.sees(&t.results_none()).await;
    desk.go_back().await;

    desk.follow(&t.publish_open()).await;
    desk.sees(&t.publish_not_yet()).await;
    desk.follow(&t.publish_look()).await;
    desk.arrives("/ratings/publish/2026-Q3").await;
    desk.sees(&organisation(&town, &desk)).await;
    // Who only presses is asked for the tick.
    desk.push(&t.publish_button()).await;
    desk.wait_until("the box with the focus", "return document.activeElement.name === 'confirmed'").await;
    desk.tick(&t.publish_confirm()).await;
    desk.push(&t.publish_button()).await;
    desk.done().await;
    desk.sees(&t.publish_done()).await;
    desk.follow_beside(&t.publish_done(), &t.publish_see()).await;
    desk.arrives("/results/").await;

    everybody_reads(&town, &desk).await;
    takes_reports_along(&town, &desk).await;
    assert_eq!(desk.complaints().await, Vec::<String>::new());
    went(&town);
}

fn organisation(town: &Town, desk: &Desk) -> String {
    town.city.organisation("soliq").names.in_language(desk.t.language()).to_owned()
}

/// Somebody without a session, in a browser of their own.
async fn everybody_reads(town: &Town, desk: &Desk) {
    let t = desk.t;
    let anybody = Browser::start().await;
    anybody.open(&format!("{}/results", town.panel_url)).await;
    anybody.follow(&words::language_name(t.language())).await;
    anybody.sees(&t.results_title()).await;
    anybody.follow(&organisation(town, desk)).await;
    anybody.arrives(&format!("/results/{}/2026-Q3/soliq", t.language().tag())).await;
    let service = &town.city.catalogue.services[&town.city.point("soliq-malumotnoma").2];
    anybody.sees(service.names.in_language(t.language())).await;

    let badge = "const it = document.querySelector('.badges img'); it?.scrollIntoView(); \
                 return !!it?.complete && it.naturalWidth > 0";
    anybody.wait_until("the badge", badge).await;

    let folder = tempfile::tempdir().expect("a folder");
    anybody.download_to(folder.path()).await;
    anybody.follow("CSV").await;
    let table = String::from_utf8(downloaded(folder.path(), "csv").await).expect("text");
    assert!(table.contains("soliq-malumotnoma"), "{table}");
    anybody.follow("JSON").await;
    anybody.arrives("/results/v1/2026-Q3").await;
    anybody.go_back().await;
    // The way back from the organisation leads to the quarter.
    let quarter =
        anybody.wait_until("the way back", "return document.querySelector('.crumb a')?.innerText").await;
    anybody.follow(quarter.as_str().expect("words")).await;
    let whole = format!("return location.pathname === '/results/{}/2026-Q3'", t.language().tag());
    anybody.wait_until("the quarter", &whole).await;
    anybody.follow(&t.results_data()).await;
    anybody.sees(&t.data_files()).await;
    anybody.follow("index.json").await;
    anybody.sees("2026-Q3").await;
    anybody.go_back().await;
    anybody.follow(&t.results_counted()).await;
    anybody.sees(&t.counted_mean()).await;
    anybody.follow(&t.kept_title()).await;
    anybody.sees(&t.kept_lead()).await;
    // Addresses that stand on paper or in old messages lead on.
    for (short, whole) in [("/privacy", "/privacy/"), ("/ratings/counted", "/results/")] {
        anybody.open(&format!("{}{short}", town.panel_url)).await;
        anybody.arrives(whole).await;
    }
    // Beside a page of bare data the browser looks for a picture of the site.
    assert_eq!(anybody.complaints_but_refusals().await, Vec::<String>::new());
}

/// The sheet of today and the report of a month, as files.
async fn takes_reports_along(town: &Town, desk: &Desk) {
    let (t, november) = (desk.t, town.clock.today() - chrono::Months::new(1));
    desk.open(&town.panel_url).await;
    desk.follow(&t.nav_reports()).await;
    desk.sees(&t.reports_none()).await;
    desk.choose(&t.reports_what(), &t.reports_sheet_today()).await;
    desk.push(&t.reports_button()).await;
    desk.sees(&t.report_files()).await;
    let folder = tempfile::tempdir().expect("a folder");
    desk.download_to(folder.path()).await;
    for (name, ending, begins) in
        [("PDF", "pdf", &b"%PDF"[..]), ("XLSX", "xlsx", b"PK"), ("CSV", "zip", b"PK")]
    {
        desk.follow(name).await;
        assert!(downloaded(folder.path(), ending).await.starts_with(begins), "{name}");
    }

    desk.follow(&t.nav_reports()).await;
    let month = dates::month_year(t.language(), november);
    desk.choose(&t.reports_what(), &month).await;
    desk.choose(&t.reports_about(), &organisation(town, desk)).await;
    desk.push(&t.reports_button()).await;
    desk.sees(&t.report_month(month.as_str())).await;
    desk.sees(&t.report_overdue()).await;
    // Both stand in the list, wherever one comes from.
    desk.follow(&t.nav_reports()).await;
    desk.sees(&t.report_month(month.as_str())).await;
    desk.follow(&t.reports_sheet()).await;
    desk.sees(&t.report_files()).await;
}
