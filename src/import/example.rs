//! The example city: the tables that come with the program, taken in as an administrator would.

use anyhow::Context;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::clock::in_tashkent;
use domain::people::MayAdminister;
use locales::Texts;
use store::Store;
use store::import::{Table, take_in};
use store::obligations::end_plan;
use tables::{Faults, Kind, PlanHead, Source, default_title};

use super::none_or_told;
use super::rehearsal::attempt;

/// A plan of the example: an earlier one, which gives the boards a past, and the one of today.
struct ExamplePlan {
    file: &'static str,
    content: &'static str,
    number: &'static str,
    adopted: &'static str,
    /// The day on which the next plan took its place.
    ends: Option<&'static str>,
}

const PLANS: [ExamplePlan; 2] = [
    ExamplePlan {
        file: "plan_example_2025.csv",
        content: include_str!("../../data/fergana/plan_example_2025.csv"),
        number: "1174",
        adopted: "2025-10-30",
        ends: Some("2026-10-28"),
    },
    ExamplePlan {
        file: "plan_example_2026.csv",
        content: include_str!("../../data/fergana/plan_example_2026.csv"),
        number: "1298",
        adopted: "2026-10-28",
        ends: None,
    },
];

/// Acts of the example happen in the morning.
const MORNING: NaiveTime = match NaiveTime::from_hms_opt(10, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};

/// Takes in organisations, services, people and the plan of the example city. The tables must be there already.
pub(crate) async fn take_in_example(store: &Store, texts: Texts, now: DateTime<Utc>) -> anyhow::Result<()> {
    for (kind, file) in [
        (Kind::Organisations, "orgs_example.csv"),
        (Kind::Services, "services_example.csv"),
        (Kind::People, "people_example.csv"),
    ] {
        let table = read(store, texts, kind, (file, kind.example()), None).await?;
        attempt(store, false, move |conn| {
            Box::pin(async move { take_in(conn, &MayAdminister::at_the_machine(), &table, now).await })
        })
        .await?;
        // The next table names what this one brought.
        store.forget_catalogue();
    }
    for example in &PLANS {
        take_in_plan(store, texts, example).await?;
    }
    Ok(())
}

/// Takes in a plan, as if it had been entered on the day of its adoption.
async fn take_in_plan(store: &Store, texts: Texts, example: &ExamplePlan) -> anyhow::Result<()> {
    let adopted = example.adopted.parse().context("the day of an example decree is wrong")?;
    let ends: Option<NaiveDate> =
        example.ends.map(str::parse).transpose().context("the end of an example plan is wrong")?;
    let head = PlanHead {
        number: example.number.to_owned(),
        adopted,
        title: default_title(example.number, adopted),
    };
    let table = read(store, texts, Kind::Plan, (example.file, example.content), Some(head)).await?;
    let Table::Plan(draft) = table else { return Ok(()) };
    attempt(store, false, move |conn| {
        Box::pin(async move {
            let right = MayAdminister::at_the_machine();
            let entered = in_tashkent(adopted, MORNING);
            let imported = store::import::plan(conn, &right, &draft, entered).await?;
            if let Some(ends) = ends {
                end_plan(conn, &right, imported.id, ends, in_tashkent(ends, MORNING)).await?;
            }
            Ok(())
        })
    })
    .await
}

async fn read(
    store: &Store,
    texts: Texts,
    kind: Kind,
    (name, content): (&str, &str),
    head: Option<PlanHead>,
) -> anyhow::Result<Table> {
    let catalogue = store.catalogue().await?;
    let mut faults = Faults::new(name);
    let read = tables::read(kind, &Source::embedded(name, content), &catalogue, head, &mut faults);
    Ok(none_or_told(&faults, read, texts)?.table)
}
