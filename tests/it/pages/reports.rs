//! A sheet and a yearly report that were made, to be looked at.

use chrono::NaiveDate;
use domain::clock::Clock;
use domain::compliance::Figures;
use domain::people::Scope;
use domain::reporting::{
    Content, Document, FORMAT, MonthTally, OrganisationTally, OverdueLine, Period, Satisfaction, Signer,
    SpanFigures, Tally,
};
use store::{StoreError, reporting, sheets};

use crate::support::city;
use crate::support::town::Town;

/// Makes them and gives their pages with names for their pictures.
pub(super) async fn fill(town: &Town) -> Vec<(String, String)> {
    let today = town.clock.today();
    let catalogue = town.city.catalogue.clone();
    let sheet: Result<_, StoreError> = town
        .base
        .store
        .read(|conn| Box::pin(async move { sheets::sheet(conn, &catalogue, &Scope::All, today).await }))
        .await;
    let sheet = Content::Sheet(sheet.expect("the sheet is counted"));
    let span = Content::Span(Box::new(year(town, today)));
    let mut pages = Vec::new();
    for (name, period, content) in
        [("report-sheet", Period::Day(today), sheet), ("report-year", Period::Year(2026), span)]
    {
        pages.push((name.to_owned(), format!("/reports/{}", keep(town, period, content).await)));
    }
    pages
}

fn year(town: &Town, today: NaiveDate) -> SpanFigures {
    let figures = Figures { on_time: 812, late: 41, overdue: 23, upcoming: 115, ..Figures::default() };
    let satisfaction = Satisfaction { n: 1115, mean: Some(428) };
    let tally = Tally { figures, original: figures, extended: 9, satisfaction };
    let mut organisations: Vec<_> =
        town.city.catalogue.organisations.values().map(|one| one.names.clone()).collect();
    organisations.sort_by(|one, other| one.uz_latn.cmp(&other.uz_latn));
    let overdue = OverdueLine {
        organisation: organisations[0].clone(),
        measure: "Fuqarolar murojaatlarini tahlil qilish va natijasi boʻyicha hisobot berish".into(),
        responsible: Some("D. Yoʻldosheva".to_owned()),
        due: today,
        days: 11,
    };
    let month = |month: u32| MonthTally {
        month: NaiveDate::from_ymd_opt(2026, month, 1).expect("a month"),
        figures: Figures { on_time: 70 + u64::from(month), late: 3, ..Figures::default() },
    };
    SpanFigures {
        all: tally,
        cases: domain::cases::Figures { answers: 12, median: Some(600), judged: 9, solved: 7 },
        organisations: organisations.into_iter().map(|names| OrganisationTally { names, tally }).collect(),
        overdue: vec![overdue; 3],
        months: (1..=12).map(month).collect(),
    }
}

async fn keep(town: &Town, period: Period, content: Content) -> i64 {
    let top = town.city.catalogue.top().expect("a city");
    let names = town.city.catalogue.organisations[&top].names.clone();
    let right = town.city.who(city::CONTROLLER).await.may_report(top, &town.city.catalogue.tree);
    let right = right.expect("the deputy hokim reports");
    let document = Document {
        format: FORMAT.to_owned(),
        period,
        made_at: town.clock.now(),
        made_by: Some("U. Karimov".to_owned()),
        position: 1_115,
        city: names,
        organisation: None,
        key: "shahar".to_owned(),
        signer: Some(Signer { name: "U. Karimov".to_owned(), position: None }),
        content,
    };
    let kept: Result<_, StoreError> = town
        .base
        .store
        .write(move |conn| Box::pin(async move { reporting::keep(conn, &right, &document).await }))
        .await;
    kept.expect("the report is kept")
}
