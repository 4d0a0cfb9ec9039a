//! A copy of the database, made while people work, and the program on what was restored from it.

use std::path::Path;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use sha2::Digest;
use store::{StoreError, settings};

use crate::support::databases::Base;
use crate::support::installation::Installation;
use crate::support::town::By;

/// Writes without pause until it is told to stop. Gives how often it did.
async fn write_on(store: store::Store, stop: Arc<AtomicBool>) -> u32 {
    let mut written = 0;
    while !stop.load(Ordering::Relaxed) {
        let value = written.to_string();
        let now = "2026-11-23T04:00:00Z".parse().unwrap();
        let kept: Result<(), StoreError> = store
            .write(move |conn| Box::pin(async move { settings::set(conn, "test.load", &value, now).await }))
            .await;
        kept.expect("a write beside a backup is kept");
        written += 1;
    }
    written
}

fn names(folder: &Path) -> Vec<String> {
    let files = std::fs::read_dir(folder).unwrap().flatten();
    files.map(|one| one.file_name().to_string_lossy().into_owned()).collect()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_copy_made_under_load_is_restored_elsewhere_and_the_program_runs_on_it() {
    let mut city = Installation::prepare(Base::sqlite().await, By::Polling).await;
    city.import_fergana();
    let running = city.serve().await;
    let stop = Arc::new(AtomicBool::new(false));
    let load = tokio::spawn(write_on(city.base.store.clone(), Arc::clone(&stop)));
    let copy = city.folder.path().join("copy.db").display().to_string();
    let made = city.run(&["backup", &copy]).done();
    assert!(made.out.contains("copy.db") && made.err.contains("secret key"), "{}", made.all());
    stop.store(true, Ordering::Relaxed);
    assert!(load.await.unwrap() > 0);
    let twice = city.run(&["backup", &copy]);
    assert!(twice.code == Some(1) && twice.err.contains("is there already"), "{}", twice.all());
    let busy = city.run(&["restore", &copy, "--replace"]);
    assert!(busy.code == Some(1) && busy.err.contains("Stop it first"), "{}", busy.all());
    city.stop(running).await;
    // A panel alone sends nothing, and writes all the same.
    let mut panel = city.program.start(&["serve", "--only", "panel"]);
    panel.ready_at(&format!("{}/healthz", city.url)).await;
    let busy = city.run(&["restore", &copy, "--replace"]);
    assert!(busy.code == Some(1) && busy.err.contains("Stop it first"), "{}", busy.all());
    city.stop(panel).await;
    let told = "SELECT CAST(COUNT(*) AS BIGINT) FROM event WHERE subject = 'backup'";
    assert_eq!(city.base.raw().await.number(told).await, 1);

    let links = city.run(&["links"]).done().out;
    let elsewhere = tempfile::tempdir().unwrap();
    let url = format!("sqlite://{}", elsewhere.path().join("city.db").display());
    city.program = city.program.clone().with("NAZORAT_DATABASE_URL", &url);
    city.run(&["restore", &copy]).done();
    assert_eq!(city.run(&["links"]).done().out, links, "the same points with the same links");
    let running = city.serve().await;
    city.stop(running).await;
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn an_archive_brings_the_evidence_back_and_proves_each_file() {
    let mut city = Installation::prepare(Base::sqlite().await, By::Polling).await;
    city.import_fergana();
    let files = tempfile::tempdir().unwrap();
    city.program = city.program.clone().with("NAZORAT_FILES", &files.path().display().to_string());
    let (photo, act) = (b"photo".repeat(50_000), b"act".to_vec());
    let names = [&photo, &act].map(|bytes| hex::encode(sha2::Sha256::digest(bytes)));
    std::fs::write(files.path().join(&names[0]), &photo).unwrap();
    std::fs::write(files.path().join(&names[1]), &act).unwrap();
    let copy = city.folder.path().join("all.zip").display().to_string();
    let made = city.run(&["backup", &copy, "--with-files"]).done();
    assert!(made.out.contains("all.zip") && made.out.contains(": 2,"), "{}", made.all());
    assert!(made.err.contains("secret key is not in the archive"), "{}", made.all());
    let links = city.run(&["links"]).done().out;

    let elsewhere = tempfile::tempdir().unwrap();
    let folder = elsewhere.path().join("files");
    let url = format!("sqlite://{}", elsewhere.path().join("city.db").display());
    let there = city.program.clone().with("NAZORAT_DATABASE_URL", &url);
    city.program = there.with("NAZORAT_FILES", &folder.display().to_string());
    // One byte of a file is another.
    let mut torn = std::fs::read(&copy).unwrap();
    let at = torn.windows(20).position(|bytes| bytes == &photo[..20]).unwrap();
    torn[at] ^= 1;
    let torn_copy = city.folder.path().join("torn.zip").display().to_string();
    std::fs::write(&torn_copy, torn).unwrap();
    let refused = city.run(&["restore", &torn_copy]);
    assert!(refused.code == Some(1) && refused.err.contains("is damaged"), "{}", refused.all());
    assert!(!elsewhere.path().join("city.db").exists(), "nothing is restored from it");
    let restored = city.run(&["restore", &copy]).done();
    assert!(restored.out.contains(": 2,"), "{}", restored.all());
    assert_eq!(std::fs::read(folder.join(&names[0])).unwrap(), photo);
    assert_eq!(std::fs::read(folder.join(&names[1])).unwrap(), act);
    assert_eq!(city.run(&["links"]).done().out, links);
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_wrong_file_changes_nothing_and_the_former_database_stays_beside() {
    let city = Installation::prepare(Base::sqlite().await, By::Polling).await;
    city.import_fergana();
    let folder = city.folder.path();
    let copy = folder.join("copy.db").display().to_string();
    city.run(&["backup", &copy]).done();
    let database = std::path::PathBuf::from(city.base.url.strip_prefix("sqlite://").unwrap());
    let before = names(database.parent().unwrap()).len();
    let told = city.run(&["restore", &copy]);
    assert!(told.code == Some(1) && told.err.contains("--replace"), "{}", told.all());

    let whole = std::fs::read(&copy).unwrap();
    let torn = [&whole[..whole.len() / 3], &[0xFF; 4096], &whole[whole.len() / 3 + 4096..]].concat();
    for (name, bytes, words) in [
        ("torn.db", torn.as_slice(), "damaged"),
        ("text.db", b"key,name\n".as_slice(), "damaged"),
        ("empty.db", b"".as_slice(), "no database of Nazorat"),
    ] {
        let file = folder.join(name).display().to_string();
        std::fs::write(&file, bytes).unwrap();
        let refused = city.run(&["restore", &file, "--replace"]);
        assert!(refused.code == Some(1) && refused.err.contains(words), "{name}: {}", refused.all());
    }
    assert_eq!(city.run(&["restore", "/no/such.db", "--replace"]).code, Some(1));
    assert_eq!(names(database.parent().unwrap()).len(), before, "nothing is left lying about");

    city.run(&["restore", &copy, "--replace"]).done();
    let aside = names(database.parent().unwrap());
    assert!(aside.iter().any(|name| name.contains(".before-")), "{aside:?}");
    city.run(&["doctor"]).done();

    let itself = city.run(&["restore", &database.display().to_string(), "--replace"]);
    assert!(itself.code == Some(1) && itself.err.contains("the database itself"), "{}", itself.all());
    // What was damaged is what another file is to take the place of.
    std::fs::write(&database, [0xFF; 8192]).unwrap();
    let mended = city.run(&["restore", &copy, "--replace"]).done();
    assert!(mended.err.contains("could not be read"), "{}", mended.all());
    city.run(&["doctor"]).done();
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn on_postgresql_the_commands_say_how() {
    let city = Installation::prepare(Base::postgres().await, By::Polling).await;
    let copy = city.folder.path().join("copy.db").display().to_string();
    for (command, tool) in [("backup", "pg_dump"), ("restore", "pg_restore")] {
        let refused = city.run(&[command, &copy]);
        assert!(refused.code == Some(1) && refused.err.contains(tool), "{}", refused.all());
    }
    assert!(!Path::new(&copy).exists());
}
