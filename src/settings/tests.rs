//! What the settings take and what they refuse.

use std::fmt::Write;

use super::*;

/// The two files that are made from the table. They are written anew with `NAZORAT_WRITE_DOCS=1 cargo test settings`.
fn documents() -> [(&'static str, String); 2] {
    let mut example = String::from(
        "# Settings of Nazorat. Copy this file to .env and change what differs; see docs/settings.md.\n",
    );
    let mut page = String::from(
        "# Settings\n\nRead from the environment and from a file `.env` in the folder where the program starts; the environment wins.\n\
         `nazorat doctor` checks them and says how to mend what is wrong.\n\
         The page *Settings* of the panel shows them, and leads to all that is set there: control, escalation, reminders, cases,\n\
         limits, themes and the calendar.\n\n| variable | default | meaning |\n|---|---|---|\n",
    );
    for Setting { name, default, secret, meaning } in SETTINGS {
        let note = if secret { " Secret: it never prints." } else { "" };
        let _ = write!(example, "\n# {meaning}{note}\n# {name}={}\n", default.unwrap_or_default());
        let shown = default.map_or("—".to_owned(), |default| format!("`{default}`"));
        let _ = writeln!(page, "| `{name}` | {shown} | {meaning}{note} |");
    }
    [(".env.example", example), ("docs/settings.md", page)]
}

#[test]
fn the_documents_are_made_from_the_table() {
    for (path, made) in documents() {
        let path = std::path::Path::new(env!("CARGO_MANIFEST_DIR")).join(path);
        if std::env::vars().any(|(name, value)| name == "NAZORAT_WRITE_DOCS" && value == "1") {
            std::fs::write(&path, &made).unwrap();
        }
        assert_eq!(std::fs::read_to_string(&path).unwrap_or_default(), made, "{}", path.display());
    }
}

#[test]
fn nothing_needs_to_be_set() {
    let settings = Settings::read(&Variables::default()).unwrap();
    assert_eq!(settings.listen.to_string(), "127.0.0.1:8080");
    assert_eq!(settings.database_url.reveal(), "sqlite://nazorat.db");
    assert_eq!(settings.files, PathBuf::from("files/"));
    assert_eq!(settings.send_per_second, 30);
    assert!(settings.bot_token.is_none() && settings.webhook_secret.is_none());
}

#[test]
fn all_faults_are_told_together_and_secrets_are_not_shown() {
    let faults = Settings::read(&Variables::from([
        ("NAZORAT_BOT_TOKEN", "hunter2"),
        ("NAZORAT_DATABASE_URL", "mysql://root:hunter2@host/db"),
        ("NAZORAT_LISTEN", "8080"),
        ("NAZORAT_PUBLIC_URL", "nazorat.uz"),
        ("NAZORAT_WEBHOOK_SECRET", "hunter2 with blanks"),
        ("NAZORAT_METRICS_TOKEN", "hunter2 with blanks"),
        ("NAZORAT_SECRET_KEY", "hunter2"),
        ("NAZORAT_SEND_PER_SECOND", "0"),
        ("NAZORAT_DURABILITY", "perhaps"),
        ("NAZORAT_LANGUAGE", "uz"),
    ]))
    .unwrap_err();
    let told = faults.join("\n");
    for name in [
        "NAZORAT_BOT_TOKEN",
        "NAZORAT_DATABASE_URL",
        "NAZORAT_LISTEN",
        "NAZORAT_PUBLIC_URL",
        "NAZORAT_WEBHOOK_SECRET",
        "NAZORAT_METRICS_TOKEN",
        "NAZORAT_SECRET_KEY",
        "NAZORAT_SEND_PER_SECOND",
        "NAZORAT_DURABILITY",
        "NAZORAT_LANGUAGE",
    ] {
        assert!(told.contains(name), "{name} is missing in:\n{told}");
    }
    assert!(!told.contains("hunter2"), "{told}");
    assert!(told.contains("perhaps") && told.contains("full, normal"), "{told}");
}

#[test]
fn a_secret_does_not_print() {
    let token = "123456:AAaabbccddeeffgghhiijjkkllmmnnooppq";
    let settings = Settings::read(&Variables::from([("NAZORAT_BOT_TOKEN", token)])).unwrap();
    assert_eq!(settings.bot_token.as_ref().unwrap().reveal(), token);
    assert!(!format!("{settings:?}").contains("AAaabb"), "{settings:?}");
    assert_eq!(settings.bot_token.unwrap().to_string(), "***");
}

#[test]
fn a_webhook_of_telegram_needs_https() {
    let variables = [("NAZORAT_WEBHOOK_SECRET", "a-secret"), ("NAZORAT_PUBLIC_URL", "http://nazorat.uz/")];
    assert_eq!(Settings::read(&Variables::from(variables)).unwrap_err().len(), 1);
    let with_https = [variables[0], ("NAZORAT_PUBLIC_URL", "https://nazorat.uz/")];
    assert_eq!(Settings::read(&Variables::from(with_https)).unwrap().public_url, "https://nazorat.uz");
    let stand_in = [variables[0], variables[1], ("NAZORAT_BOT_API_URL", "http://127.0.0.1:8081")];
    assert!(Settings::read(&Variables::from(stand_in)).is_ok());
}

#[test]
fn the_language_is_that_of_the_system_unless_it_is_set() {
    for (locale, language) in [
        ("ru_RU.UTF-8", Language::Ru),
        ("uz_UZ.UTF-8", Language::UzLatn),
        ("uz_UZ.UTF-8@cyrillic", Language::UzCyrl),
        ("C.UTF-8", Language::En),
        ("", Language::En),
    ] {
        assert_eq!(Variables::from([("LANG", locale)]).language(), language, "{locale}");
    }
    assert_eq!(
        Variables::from([("LANG", "ru_RU"), ("NAZORAT_LANGUAGE", "uz-Cyrl")]).language(),
        Language::UzCyrl
    );
}

#[test]
fn a_mistyped_name_is_noticed() {
    let variables = Variables::from([("NAZORAT_BOT_TOKN", "1"), ("NAZORAT_LOG", "info"), ("PATH", "/")]);
    assert_eq!(variables.unknown(), ["NAZORAT_BOT_TOKN"]);
}

#[test]
fn the_key_is_made_once_and_for_nobody_else_to_read() {
    let folder = tempfile::tempdir().unwrap();
    let files = folder.path().join("files");
    let settings = Settings::read(&Variables::from([("NAZORAT_FILES", files.to_str().unwrap())])).unwrap();
    let key = settings.secret_key().unwrap();
    assert_eq!(settings.secret_key().unwrap().reveal(), key.reveal());
    assert_eq!(std::fs::read_dir(&files).unwrap().count(), 1);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = std::fs::metadata(settings.key_file()).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    std::fs::write(settings.key_file(), "not a key").unwrap();
    assert!(settings.secret_key().is_err());
}
