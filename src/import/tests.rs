//! Imports from files into a database, as an administrator runs them.

use std::fs;
use std::path::{Path, PathBuf};

use domain::language::Language;
use store::Store;
use store::plan::{RuleState, measures, plans};

use super::*;
use crate::cli::PlanArgs;
use crate::migrate;
use crate::settings::Variables;

/// A folder with a database of its own.
struct City {
    folder: tempfile::TempDir,
    settings: Settings,
    terminal: Terminal,
}

impl City {
    fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("city.db").display());
        let settings = Settings::read(&Variables::from([("NAZORAT_DATABASE_URL", url.as_str())])).unwrap();
        Self { folder, settings, terminal: Terminal::new(Language::En) }
    }

    fn file(&self, name: &str, content: &str) -> PathBuf {
        let path = self.folder.path().join(name);
        fs::write(&path, content).unwrap();
        path
    }

    async fn import(&self, what: ImportWhat) -> anyhow::Result<()> {
        run(self.terminal, &self.settings, ImportArgs { what }).await
    }

    async fn store(&self) -> Store {
        let store = migrate::open(&self.settings).await.unwrap();
        migrate::prepare(&store).await.unwrap();
        store
    }

    async fn with_example() -> Self {
        let city = Self::new();
        let store = city.store().await;
        take_in_example(&store, city.terminal.texts, SystemClock.now()).await.unwrap();
        store.close().await;
        city
    }
}

fn table(file: PathBuf, dry_run: bool) -> TableArgs {
    TableArgs { file, dry_run }
}

fn example(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("data/fergana").join(name)
}

fn plan_args(file: PathBuf) -> PlanArgs {
    PlanArgs {
        table: table(file, false),
        adopted: "2026-10-28".parse().unwrap(),
        number: Some("1298".into()),
        title: None,
        json: false,
    }
}

/// How many rows of events there are: every change leaves one.
async fn events(store: &Store) -> usize {
    let plans = store.read(|conn| Box::pin(plans(conn))).await.unwrap();
    let Some(plan) = plans.first().map(|plan| plan.id) else { return 0 };
    let measures = store.read(|conn| Box::pin(measures(conn, plan))).await.unwrap();
    let mut count = 0;
    for measure in measures {
        let id = measure.id.0;
        let of_measure =
            store.read(|conn| Box::pin(store::events::of(conn, "measure", id, 100))).await.unwrap();
        count += of_measure.len();
    }
    count
}

#[tokio::test]
async fn a_rehearsal_makes_no_database_and_changes_none() {
    let city = City::new();
    city.import(ImportWhat::Organisations(table(example("orgs_example.csv"), true))).await.unwrap();
    assert!(!city.settings.has_database());

    city.import(ImportWhat::Organisations(table(example("orgs_example.csv"), false))).await.unwrap();
    let more = city.file("more.csv", "key,name_uz_latn\nyangi,Yangi tashkilot\n");
    city.import(ImportWhat::Organisations(table(more, true))).await.unwrap();
    let store = city.store().await;
    assert_eq!(store.catalogue().await.unwrap().organisations.len(), 24);
}

#[tokio::test]
async fn a_file_with_a_wrong_row_changes_nothing() {
    let city = City::with_example().await;
    let wrong = city
        .file("services.csv", "no,org_key,name_uz_latn\n41,soliq,Yangi xizmat\n42,nobody,Boshqa xizmat\n");
    let refused = city.import(ImportWhat::Services(table(wrong, false))).await.unwrap_err().to_string();
    for part in ["services.csv", "row 3", "“org_key”", "“nobody”", "soliq"] {
        assert!(refused.contains(part), "{part} is missing in:\n{refused}");
    }
    let store = city.store().await;
    assert_eq!(store.catalogue().await.unwrap().services.len(), 40);
}

#[tokio::test]
async fn the_example_stands_below_its_city_and_each_service_can_be_rated() {
    let city = City::with_example().await;
    let catalogue = city.store().await.catalogue().await.unwrap();
    let roots: Vec<_> = catalogue.organisations.values().filter(|one| one.parent.is_none()).collect();
    assert_eq!(roots.iter().map(|one| one.key.as_str()).collect::<Vec<_>>(), ["hokimlik"]);
    assert_eq!(catalogue.tree.below(roots[0].id).len(), 24);
    assert_eq!((catalogue.services.len(), catalogue.points.len()), (40, 40));
    assert!(!catalogue.calendar.days().is_empty());
}

#[tokio::test]
async fn the_same_file_again_changes_nothing() {
    let city = City::with_example().await;
    let before = events(&city.store().await).await;
    assert_eq!(before, 24);
    city.import(ImportWhat::Organisations(table(example("orgs_example.csv"), false))).await.unwrap();
    city.import(ImportWhat::Services(table(example("services_example.csv"), false))).await.unwrap();
    city.import(ImportWhat::People(table(example("people_example.csv"), false))).await.unwrap();
    city.import(ImportWhat::Plan(plan_args(example("plan_example_2026.csv")))).await.unwrap();
    let store = city.store().await;
    assert_eq!(events(&store).await, before);
    assert_eq!(store.catalogue().await.unwrap().points.len(), 40);
}

#[tokio::test]
async fn a_confirmed_rule_holds_until_the_phrase_changes() {
    let city = City::with_example().await;
    let store = city.store().await;
    let plan = store.read(|conn| Box::pin(plans(conn))).await.unwrap()[0].id;
    let of_plan = async || store.read(|conn| Box::pin(measures(conn, plan))).await.unwrap();
    let yearly = of_plan().await.into_iter().find(|measure| measure.number == 23).unwrap();
    assert_eq!(yearly.state, RuleState::ToConfirm);
    let rule = domain::deadline::Rule::from_short("yearly 03-01").unwrap();
    let confirmed = rule.clone();
    store
        .write(move |conn| {
            Box::pin(async move {
                let right = MayAdminister::at_the_machine();
                store::plan::confirm(conn, &right, yearly.id, &confirmed, SystemClock.now()).await
            })
        })
        .await
        .unwrap()
        .unwrap();

    city.import(ImportWhat::Plan(plan_args(example("plan_example_2026.csv")))).await.unwrap();
    let kept = of_plan().await.into_iter().find(|measure| measure.number == 23).unwrap();
    assert_eq!((kept.state, kept.rule.as_ref()), (RuleState::Confirmed, Some(&rule)));

    let text = fs::read_to_string(example("plan_example_2026.csv")).unwrap();
    let changed = city.file("plan.csv", &text.replace(",har yili,", ",har yili 1-fevralga qadar,"));
    city.import(ImportWhat::Plan(plan_args(changed))).await.unwrap();
    let read_anew = of_plan().await.into_iter().find(|measure| measure.number == 23).unwrap();
    assert_eq!(read_anew.state, RuleState::Certain);
    assert_eq!(read_anew.rule.unwrap().short(), "yearly 02-01");
}

#[tokio::test]
async fn a_day_that_was_moved_is_taken_back() {
    let city = City::new();
    let feast = city.file(
        "days.csv",
        "date,kind,week_type,name_uz_latn\n2027-03-09,ordinary,all,Roʻza hayit\n2027-03-10,holiday,all,Roʻza hayit\n",
    );
    city.import(ImportWhat::Calendar(table(feast, false))).await.unwrap();
    let catalogue = city.store().await.catalogue().await.unwrap();
    let week = domain::calendar::Week::Five;
    assert!(catalogue.calendar.is_working("2027-03-09".parse().unwrap(), week));
    assert!(!catalogue.calendar.is_working("2027-03-10".parse().unwrap(), week));
}
