//! The commands as a person types them, and what they say to wrong input.

use std::path::Path;

use serde_json::Value;

use crate::support::databases::{Base, on_both};
use crate::support::installation::{Installation, table};
use crate::support::program::Finished;
use crate::support::telegram::SECRET_PART;
use crate::support::town::By;

on_both!(
    an_import_again_changes_nothing,
    a_dry_run_changes_nothing,
    a_calendar_is_imported_looked_at_first_and_taken_back,
    a_wrong_table_is_refused_with_file_row_column_and_value,
    the_doctor_tells_what_is_wrong_without_telling_secrets,
    the_record_is_verified_and_a_broken_one_is_told,
);

fn written(folder: &Path, name: &str, content: impl AsRef<[u8]>) -> String {
    let path = folder.join(name);
    std::fs::write(&path, content).unwrap();
    path.display().to_string()
}

async fn kept(city: &Installation) -> String {
    city.base.raw().await.everything().await
}

fn plan(city: &Installation, file: &str, more: &[&str]) -> Finished {
    let arguments = ["import", "plan", file, "--adopted", "2026-10-28", "--number", "1298"];
    city.run(&arguments.iter().chain(more).copied().collect::<Vec<_>>())
}

async fn an_import_again_changes_nothing(base: Base) {
    let city = Installation::prepare(base, By::Polling).await;
    city.import_fergana();
    let before = kept(&city).await;
    city.import_fergana();
    assert_eq!(kept(&city).await, before);
}

async fn a_dry_run_changes_nothing(base: Base) {
    let city = Installation::prepare(base, By::Polling).await;
    city.run(&["import", "organisations", &table("orgs_example.csv")]).done();
    let before = kept(&city).await;
    let file = table("services_example.csv");
    let services = city.run(&["import", "services", &file, "--dry-run"]).done();
    assert!(services.out.contains("maʼlumotnoma"), "it tells nothing of the rows:\n{}", services.out);
    assert_eq!(kept(&city).await, before);
    // The plan names "all organisations that give services", so there have to be some.
    city.run(&["import", "services", &file]).done();
    let before = kept(&city).await;
    let file = table("plan_example_2026.csv");
    plan(&city, &file, &["--dry-run"]).done();
    let read = plan(&city, &file, &["--dry-run", "--json"]).done();
    let rows: Vec<Value> = read.out.lines().map(|line| serde_json::from_str(line).expect(line)).collect();
    assert_eq!(rows.len(), std::fs::read_to_string(&file).unwrap().lines().count() - 1);
    for row in &rows {
        for field in ["row", "phrase", "kind", "rule", "next", "certain", "why"] {
            assert!(row.get(field).is_some(), "{field} is missing in {row}");
        }
    }
    assert!(
        rows.iter()
            .any(|row| row["certain"] == true && row["next"].as_array().is_some_and(|next| !next.is_empty()))
    );
    assert_eq!(kept(&city).await, before);
}

async fn a_calendar_is_imported_looked_at_first_and_taken_back(base: Base) {
    let city = Installation::prepare(base, By::Polling).await;
    city.import_fergana();
    let before = kept(&city).await;
    let head = "date,kind,week_type,name_uz_latn\n";
    let folder = city.folder.path();
    let file = written(folder, "days.csv", format!("{head}2026-12-31,additional_off,all,Yil oxiri\n"));
    city.run(&["import", "calendar", &file, "--dry-run"]).done();
    assert_eq!(kept(&city).await, before);
    city.run(&["import", "calendar", &file]).done();
    let day = "SELECT CAST(count(*) AS BIGINT) FROM calendar_day WHERE day = '2026-12-31'";
    assert!(city.base.raw().await.number(day).await > 0);
    let back = written(folder, "back.csv", format!("{head}2026-12-31,ordinary,all,Yil oxiri\n"));
    city.run(&["import", "calendar", &back]).done();
    assert_eq!(city.base.raw().await.number(day).await, 0);
    let wrong = written(folder, "wrong.csv", format!("{head}2026-12-32,feast,all,Bayram\n"));
    let refused = city.run(&["import", "calendar", &wrong]);
    assert_eq!(refused.code, Some(1), "{}", refused.all());
    assert!(refused.err.contains("2026-12-32") && refused.err.contains("wrong.csv"), "{}", refused.all());
}

async fn a_wrong_table_is_refused_with_file_row_column_and_value(base: Base) {
    let city = Installation::prepare(base, By::Polling).await;
    city.import_fergana();
    let before = kept(&city).await;
    let folder = city.folder.path();
    let head = "no,org_key,name_uz_latn,name_uz_cyrl,term\n";
    let wrong = [
        (
            "services",
            "unknown-organisation.csv",
            format!("{head}1,soliq,Xizmat,,\n2,nosuchorg,Boshqa xizmat,,\n"),
            "nosuchorg",
        ),
        ("services", "no-name.csv", format!("{head}1,soliq,,,\n"), "name_uz_latn"),
        ("services", "no-column.csv", "no,name_uz_latn\n1,Xizmat\n".to_owned(), "org_key"),
        ("services", "empty.csv", String::new(), "empty.csv"),
        ("people", "role.csv", "name,organisation,role,position\nAli,soliq,king,x\n".to_owned(), "king"),
        ("organisations", "kind.csv", "key,name_uz_latn,kind\na,A,tax\nb,B,xyz\n".to_owned(), "xyz"),
        ("organisations", "torn.csv", "key,name_uz_latn,name_uz_cyrl,kind\na,\"B\n".to_owned(), "torn.csv"),
    ];
    for (what, name, content, value) in wrong {
        let file = written(folder, name, content);
        let refused = city.run(&["import", what, &file]);
        assert_eq!(refused.code, Some(1), "{name}: {}", refused.all());
        assert!(
            refused.err.contains(name) && refused.err.contains(value),
            "{name} does not say {value}:\n{}",
            refused.err
        );
        assert_eq!(kept(&city).await, before, "{name} changed something");
    }
    let bytes = written(folder, "not-text.csv", [0xFF, 0xFE, 0x00, 0xD8, 0x2C, 0x0A]);
    let large = written(folder, "large.csv", format!("{head}1,soliq,{},,\n", "a".repeat(10 << 20)));
    let workbook = written(folder, "broken.xlsx", "PK not really");
    for file in [&bytes, &large, &workbook, "/no/such/file.csv"] {
        let refused = city.run(&["import", "services", file]);
        assert_eq!(refused.code, Some(1), "{file}: {}", &refused.all()[..refused.all().len().min(400)]);
        assert!(refused.err.len() < 4_000, "{file}: the refusal is {} bytes long", refused.err.len());
        assert_eq!(kept(&city).await, before, "{file} changed something");
    }
    let head = "no,section,measure_uz_latn,mechanism_result,deadline_phrase,responsible_organisations,controlling_person\n";
    let file = written(folder, "plan.csv", format!("{head}x,1,Ish,Natija,2026-yil 31-fevral,soliq,Hokim\n"));
    let refused = plan(&city, &file, &[]);
    assert_eq!(refused.code, Some(1), "{}", refused.all());
    for date in ["2026-13-01", "yesterday", "2026-02-30"] {
        let refused = city.run(&["import", "plan", &file, "--adopted", date, "--number", "1"]);
        assert_eq!(refused.code, Some(2), "{date}: {}", refused.all());
    }
    assert_eq!(kept(&city).await, before);
}

async fn the_doctor_tells_what_is_wrong_without_telling_secrets(base: Base) {
    let city = Installation::prepare(base, By::Webhook).await;
    city.import_fergana();
    let well = city.run(&["doctor"]);
    assert_eq!(well.code, Some(0), "{}", well.all());

    let other = format!("7000000001:{}", SECRET_PART.chars().rev().collect::<String>());
    let wrong_token = city.program.clone().with("NAZORAT_BOT_TOKEN", &other).run(&["doctor"]);
    assert_eq!(wrong_token.code, Some(1), "{}", wrong_token.all());
    let bad_token =
        city.program.clone().with("NAZORAT_BOT_TOKEN", &format!("no{SECRET_PART}")).run(&["doctor"]);
    assert_ne!(bad_token.code, Some(0), "{}", bad_token.all());
    let nobody = city.program.clone().with("NAZORAT_BOT_API_URL", "http://127.0.0.1:9").run(&["doctor"]);
    assert_eq!(nobody.code, Some(1), "{}", nobody.all());
    let away =
        city.program.clone().with("NAZORAT_DATABASE_URL", "postgres://nazorat:hunter2secret@127.0.0.1:9/x");
    let away = away.run(&["doctor"]);
    assert_eq!(away.code, Some(1), "{}", away.all());
    for told in [&wrong_token, &bad_token, &nobody, &away] {
        city.assert_no_secret(&told.all());
        assert!(
            !told.all().contains(&other[11..]) && !told.all().contains("hunter2secret"),
            "{}",
            told.all()
        );
        assert!(told.all().lines().count() > 1, "it gives no advice:\n{}", told.all());
    }
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn posters_are_written_for_an_organisation_once_the_bot_is_known() {
    let city = Installation::prepare(Base::sqlite().await, By::Polling).await;
    city.import_fergana();
    let out = city.folder.path().join("posters");
    let out = out.display().to_string();
    let posters = |organisation: &str| city.run(&["posters", "--organisation", organisation, "--out", &out]);
    let early = posters("soliq");
    assert_eq!(early.code, Some(1));
    assert!(early.err.contains("nazorat serve"), "{}", early.all());
    let running = city.serve().await;
    city.stop(running).await;
    let unknown = posters("nobody");
    assert!(unknown.code == Some(1) && unknown.err.contains("“nobody”"), "{}", unknown.all());
    let written = posters("soliq").done();
    let files: Vec<_> = written.out.lines().collect();
    assert_eq!(files.len(), 3, "{}", written.out);
    for (file, form) in files.iter().zip(["poster", "card", "stickers"]) {
        assert!(file.ends_with(&format!("{form}-soliq.pdf")), "{file}");
        assert!(std::fs::read(file).unwrap().starts_with(b"%PDF-1.4"), "{file}");
    }
    assert_eq!(city.run(&["posters", "--organisation", "soliq"]).code, Some(2), "a folder is needed");
}

#[test]
fn wrong_usage_ends_with_two_and_help_with_zero() {
    let folder = tempfile::tempdir().unwrap();
    let program = crate::support::program::Program::new(folder.path(), "sqlite://nazorat.db");
    for wrong in
        [&["no-such-command"][..], &["serve", "--only", "kitchen"], &["invite", "--role", "king"], &[]]
    {
        assert_eq!(program.run(wrong).code, Some(2), "{wrong:?}");
    }
    let help = program.run(&["--help"]);
    assert_eq!(help.code, Some(0));
    for command in
        ["demo", "serve", "import", "invite", "links", "posters", "doctor", "migrate", "backup", "restore"]
    {
        assert!(help.out.contains(command), "the help does not name {command}");
    }
    assert!(!folder.path().join("nazorat.db").exists(), "asking for help made a database");
}

async fn the_record_is_verified_and_a_broken_one_is_told(base: Base) {
    let city = Installation::prepare(base, By::Polling).await;
    city.import_fergana();
    let whole = city.run(&["audit", "verify"]).done();
    let events = city.base.raw().await.number("SELECT CAST(count(*) AS BIGINT) FROM event").await;
    assert!(events > 10 && whole.out.contains(&events.to_string()), "{}", whole.out);
    let head =
        whole.out.split_whitespace().find(|word| word.len() == 64).expect("the newest hash").to_owned();
    city.run(&["audit", "verify", "--head", &head]).done();
    let strange = city.run(&["audit", "verify", "--head", &"0f".repeat(32)]);
    assert_eq!(strange.code, Some(1), "{}", strange.all());
    let slipped = "INSERT INTO event (id, at, action, subject) SELECT 90909, at, 'ended', 'plan' FROM event WHERE id = 1";
    city.base.raw().await.run(slipped).await.unwrap();
    let broken = city.run(&["audit", "verify"]);
    assert_eq!(broken.code, Some(1), "{}", broken.all());
    assert!(broken.out.contains("90909"), "{}", broken.all());
}
