//! The example city: the tables that come with the program, taken in as an administrator would.

use std::collections::HashSet;

use anyhow::Context;
use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use domain::clock::in_tashkent;
use domain::people::MayAdminister;
use locales::Texts;
use store::Store;
use store::import::PlanDraft;
use store::obligations::end_plan;

use super::executors::Directory;
use super::faults::Faults;
use super::rehearsal::attempt;
use super::table::Source;
use super::{organisations, people, plan, plan_command, services};

const ORGANISATIONS: &str = include_str!("../../data/fergana/orgs_example.csv");
const SERVICES: &str = include_str!("../../data/fergana/services_example.csv");
const PEOPLE: &str = include_str!("../../data/fergana/people_example.csv");

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
    let organisations = read(texts, "orgs_example.csv", ORGANISATIONS, |source, faults| {
        organisations::read(source, &HashSet::new(), faults)
    })?;
    let known: HashSet<String> = organisations.iter().map(|draft| draft.key.clone()).collect();
    let services = read(texts, "services_example.csv", SERVICES, |source, faults| {
        services::read(source, &known, faults)
    })?;
    let people =
        read(texts, "people_example.csv", PEOPLE, |source, faults| people::read(source, &known, faults))?;
    attempt(store, false, move |conn| {
        Box::pin(async move {
            let right = MayAdminister::at_the_machine();
            store::import::organisations(conn, &right, &organisations, now).await?;
            store::import::services(conn, &right, &services, now).await?;
            store::import::people(conn, &right, &people, now).await
        })
    })
    .await?;

    // The executors of the plans are looked for among the organisations that were just written.
    store.forget_catalogue();
    let directory = Directory::new(&*store.catalogue().await?);
    for example in &PLANS {
        take_in_plan(store, texts, &directory, example).await?;
    }
    Ok(())
}

/// Takes in a plan, as if it had been entered on the day of its adoption.
async fn take_in_plan(
    store: &Store,
    texts: Texts,
    directory: &Directory,
    example: &ExamplePlan,
) -> anyhow::Result<()> {
    let adopted = example.adopted.parse().context("the day of an example decree is wrong")?;
    let ends: Option<NaiveDate> =
        example.ends.map(str::parse).transpose().context("the end of an example plan is wrong")?;
    let measures = read(texts, example.file, example.content, |source, faults| {
        plan::read(source, adopted, directory, faults).0
    })?;
    let title = plan_command::default_title(example.number, adopted);
    let draft = PlanDraft { number: example.number.to_owned(), adopted, title, measures };
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

fn read<D>(
    texts: Texts,
    name: &str,
    content: &str,
    read: impl FnOnce(&Source, &mut Faults) -> super::Drafts<D>,
) -> anyhow::Result<Vec<D>> {
    let mut faults = Faults::new(name);
    let drafts = read(&Source::embedded(name, content), &mut faults);
    Ok(faults.none_or_told(drafts, texts)?.drafts)
}
