//! The promises that the documents make about the code itself.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};
use std::process::Command;

use serde_json::Value;

/// What a crate must never import, and why.
const WALLS: &[(&str, &[&str], &str)] = &[
    (
        "domain",
        &["store", "locales", "bot", "admin", "playground", "tokio", "sqlx", "teloxide", "axum", "reqwest"],
        "rules are pure: they are tested in microseconds and serve every face",
    ),
    (
        "store",
        &["locales", "bot", "admin", "playground", "teloxide", "axum", "reqwest"],
        "a row must not know how it is shown or sent",
    ),
    (
        "locales",
        &["store", "bot", "admin", "playground", "teloxide", "axum", "tokio", "sqlx"],
        "a text is a function of values and a language",
    ),
    (
        "tables",
        &["bot", "admin", "playground", "teloxide", "axum", "tokio", "sqlx", "reqwest"],
        "a table is read the same way, whoever brings it",
    ),
    (
        "pictures",
        &["store", "bot", "admin", "playground", "teloxide", "axum", "tokio", "sqlx", "reqwest"],
        "a picture is a function of figures and a language",
    ),
    ("bot", &["admin", "playground", "sqlx", "axum"], "a change of the panel cannot break the bot"),
    (
        "admin",
        &["bot", "playground", "sqlx", "teloxide", "reqwest"],
        "the panel works while Telegram is down: it keeps a row, and the bot finds it",
    ),
    (
        "playground",
        &["domain", "store", "locales", "bot", "admin", "sqlx", "teloxide"],
        "it knows Telegram, not the city, or it would prove nothing",
    ),
    (
        "nazorat",
        &["sqlx", "teloxide", "askama"],
        "the composing code has no SQL, no messages and no pages of its own",
    ),
];

/// All that the rules may stand on.
const DOMAIN_MAY: &[&str] = &["chrono", "cron", "csv", "serde", "statrs", "thiserror"];

/// Texts that are found by a key that is put together, by how these begin.
const FOUND_BY_KEY: &[&str] =
    &["act-", "field-", "help-", "option-", "organisation-kind-", "playground-", "thing-"];

const LINES_OF_A_FILE: usize = 400;

fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

fn text(path: impl AsRef<Path>) -> String {
    let path = root().join(path);
    std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{}: {error}", path.display()))
}

/// The dependencies of each crate of the workspace that its program code may use, as cargo reads the manifests.
fn dependencies() -> BTreeMap<String, BTreeSet<String>> {
    let output = Command::new(env!("CARGO"))
        .args(["metadata", "--no-deps", "--offline", "--format-version=1"])
        .current_dir(root())
        .output()
        .expect("cargo runs");
    let metadata: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let packages = metadata["packages"].as_array().expect("packages");
    let name = |value: &Value| value["name"].as_str().expect("a name").to_owned();
    let normal = |package: &Value| {
        let all = package["dependencies"].as_array().cloned().unwrap_or_default();
        all.iter().filter(|one| one["kind"].is_null()).map(name).collect()
    };
    packages.iter().map(|package| (name(package), normal(package))).collect()
}

/// The files of the repository below `folder` with this ending; what is built or fetched is not among them.
fn files(folder: &str, ending: &str) -> Vec<PathBuf> {
    let mut found = Vec::new();
    let mut folders = vec![root().join(folder)];
    while let Some(folder) = folders.pop() {
        let Ok(entries) = std::fs::read_dir(&folder) else { continue };
        for entry in entries.map(|entry| entry.expect("an entry")) {
            let (path, name) = (entry.path(), entry.file_name());
            if path.is_dir() {
                if name != "target" && !name.to_string_lossy().starts_with('.') {
                    folders.push(path);
                }
            } else if path.extension().is_some_and(|found| found == ending) {
                found.push(path);
            }
        }
    }
    found.sort();
    found
}

#[test]
fn each_crate_imports_only_what_its_wall_lets_through() {
    let dependencies = dependencies();
    for (name, forbidden, because) in WALLS {
        let imported = dependencies.get(*name).unwrap_or_else(|| panic!("there is no crate {name}"));
        for forbidden in *forbidden {
            assert!(!imported.contains(*forbidden), "{name} must not import {forbidden}: {because}");
        }
    }
    for imported in &dependencies["domain"] {
        assert!(
            DOMAIN_MAY.contains(&imported.as_str()),
            "domain must not import {imported}: rules stand on almost nothing"
        );
    }
    assert_eq!(dependencies.len(), WALLS.len(), "a crate has no wall yet: {:?}", dependencies.keys());
}

#[test]
fn both_databases_have_the_same_migrations_and_the_store_runs_all_of_them() {
    let names = |folder: &str| -> Vec<String> {
        let files = files(folder, "sql");
        files.iter().map(|file| file.file_stem().unwrap().to_string_lossy().into_owned()).collect()
    };
    let (sqlite, postgres) = (names("migrations/sqlite"), names("migrations/postgres"));
    assert_eq!(sqlite, postgres, "the folders differ");
    assert!(!sqlite.is_empty());
    let listed = text("store/src/migrations.rs");
    let mut last = 0;
    for name in &sqlite {
        let number: u32 = name[..4].parse().expect("a number of four digits");
        assert!(number > last && name[4..].starts_with('_'), "{name} comes after number {last}");
        last = number;
        assert!(
            listed.contains(&format!("{number} \"{name}\"")),
            "store/src/migrations.rs does not run {name}"
        );
    }
}

#[test]
fn every_path_in_the_map_exists() {
    let map = text("ARCHITECTURE.md");
    let mut named = 0;
    for words in map.split('`').skip(1).step_by(2) {
        let is_path = words.contains('/') && !words.starts_with('/') && !words.contains("://");
        if !is_path || words.contains(|sign: char| sign.is_whitespace() || "<>{}*…|".contains(sign)) {
            continue;
        }
        named += 1;
        assert!(
            root().join(words.trim_end_matches('/')).exists(),
            "ARCHITECTURE.md names {words}, which is not there"
        );
    }
    assert!(named > 5, "ARCHITECTURE.md names only {named} paths");
}

#[test]
fn every_setting_is_documented_and_every_documented_setting_exists() {
    let variables = |texts: &str| -> BTreeSet<String> {
        let words = texts.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_');
        words.filter(|word| word.starts_with("NAZORAT_") && word.len() > 8).map(str::to_owned).collect()
    };
    let all = |files: Vec<PathBuf>| variables(&files.iter().map(text).collect::<String>());
    let read = variables(&text("src/settings/table.rs"));
    assert!(read.contains("NAZORAT_BOT_TOKEN"), "src/settings/table.rs lists {read:?}");
    let without_tests = files("src", "rs").into_iter().filter(|file| !file.ends_with("tests.rs"));
    let used = all(without_tests.collect());
    assert!(
        used.is_subset(&read),
        "not in src/settings/table.rs: {:?}",
        used.difference(&read).collect::<Vec<_>>()
    );
    let reference = variables(&text("docs/settings.md"));
    assert!(
        read.is_subset(&reference),
        "not in docs/settings.md: {:?}",
        read.difference(&reference).collect::<Vec<_>>()
    );
    let mut documents = all(files("docs", "md"));
    documents.extend(variables(&text("README.md")));
    documents.retain(|name| !name.starts_with("NAZORAT_TEST_") && !name.starts_with("NAZORAT_BENCH_"));
    assert!(
        documents.is_subset(&read),
        "documented but not read: {:?}",
        documents.difference(&read).collect::<Vec<_>>()
    );
}

#[test]
fn every_dependency_of_the_workspace_has_a_reason() {
    let manifest = text("Cargo.toml");
    let (_, table) = manifest.split_once("[workspace.dependencies]").expect("the table");
    let table = table.split("\n[").next().unwrap_or_default();
    // A reason stands above a dependency, or above a group of them without a blank line between.
    let mut reason = false;
    for line in table.lines() {
        if line.is_empty() {
            reason = false;
        } else if let Some(comment) = line.strip_prefix('#') {
            reason = comment.trim().len() > 5;
        } else {
            assert!(reason, "Cargo.toml gives no reason for {line}");
        }
    }
}

#[test]
fn no_source_file_is_longer_than_one_can_read() {
    let mut long = Vec::new();
    for file in files(".", "rs") {
        let lines = text(&file).lines().count();
        if lines > LINES_OF_A_FILE {
            long.push(format!("{} has {lines} lines", file.strip_prefix(root()).unwrap_or(&file).display()));
        }
    }
    assert!(long.is_empty(), "files have at most {LINES_OF_A_FILE} lines:\n{}", long.join("\n"));
}

/// The words of a file in the letters of which names and keys are made.
fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '_' && sign != '-')
}

/// What others wrote uses half of all words there are.
fn is_ours(file: &Path) -> bool {
    !file.to_string_lossy().ends_with(".min.js")
}

#[test]
fn every_text_is_said_somewhere() {
    let texts: Vec<String> = files("locales/uz-Latn", "ftl").into_iter().map(text).collect();
    let keys = texts.iter().flat_map(|text| text.lines()).filter_map(|line| {
        let (key, _) = line.split_once(" =")?;
        key.starts_with(|sign: char| sign.is_ascii_lowercase()).then_some(key)
    });
    let sources: Vec<String> = ["rs", "html", "js"]
        .into_iter()
        .flat_map(|ending| files(".", ending))
        .filter(|file| is_ours(file))
        .map(text)
        .collect();
    let mut said: BTreeSet<&str> = sources.iter().flat_map(|source| words(source)).collect();
    // A text may be a part of another one.
    for line in texts.iter().flat_map(|text| text.lines()).filter(|line| !line.starts_with('#')) {
        let named = line.split("{ ").skip(1).filter_map(|rest| rest.split_once(" }")).map(|(name, _)| name);
        said.extend(named);
    }
    let silent: Vec<_> = keys
        .filter(|key| !FOUND_BY_KEY.iter().any(|beginning| key.starts_with(beginning)))
        .filter(|key| !said.contains(key.replace('-', "_").as_str()) && !said.contains(key))
        .collect();
    assert!(silent.is_empty(), "nothing says these texts, so nobody reads them: {silent:?}");
}
