//! What can be checked without asking anybody: the address and the folder of evidence.

use std::fs::{self, OpenOptions};
use std::io;
use std::path::Path;

use locales::Texts;

use super::Finding;
use crate::settings::Settings;

pub(super) fn check(texts: Texts, settings: &Settings) -> Vec<Finding> {
    vec![address(texts, settings), metrics(texts, settings), files(texts, settings)]
}

/// People reach the panel from elsewhere only by an address that is not of this machine, and safely only by https.
fn address(texts: Texts, settings: &Settings) -> Finding {
    let url = settings.public_url.as_str();
    let host =
        url.split_once("://").map_or(url, |(_, rest)| rest).split(['/', ':']).next().unwrap_or_default();
    let is_local = ["127.0.0.1", "localhost", "0.0.0.0", "[", ""].contains(&host);
    match (url.starts_with("https://"), is_local) {
        (true, _) => Finding::ok(texts.doctor_address(url)),
        (false, true) => Finding::warn(texts.doctor_address_local(url), texts.doctor_address_local_mend()),
        (false, false) => Finding::warn(texts.doctor_address_plain(url), texts.doctor_address_plain_mend()),
    }
}

/// Figures tell how a city works: whoever reads them brings a token, also through a proxy that lets everything through.
fn metrics(texts: Texts, settings: &Settings) -> Finding {
    Finding::ok(match settings.metrics_token {
        Some(_) => texts.doctor_metrics(),
        None => texts.doctor_metrics_closed(),
    })
}

fn files(texts: Texts, settings: &Settings) -> Finding {
    let shown = settings.files.display().to_string();
    match try_writing(&settings.files) {
        Ok(true) => Finding::ok(texts.doctor_files(shown)),
        Ok(false) => Finding::ok(texts.doctor_files_later(shown)),
        Err(error) => {
            Finding::fail(texts.doctor_files_closed(error.to_string(), shown), texts.doctor_files_mend())
        }
    }
}

/// Whether the folder is there; an error when it, or the one in which it will be made, cannot be written to.
fn try_writing(folder: &Path) -> io::Result<bool> {
    let nearest = folder.ancestors().find(|above| above.as_os_str().is_empty() || above.exists());
    let place = nearest.filter(|place| !place.as_os_str().is_empty()).unwrap_or(Path::new("."));
    let probe = place.join(format!(".nazorat-probe-{}", std::process::id()));
    OpenOptions::new().write(true).create_new(true).open(&probe)?;
    fs::remove_file(&probe)?;
    Ok(folder.exists())
}

#[cfg(test)]
mod tests {
    use domain::language::Language;

    use super::super::Level;
    use super::*;
    use crate::settings::Variables;

    fn settings(name: &str, value: &str) -> Settings {
        Settings::read(&Variables::from([(name, value)])).unwrap()
    }

    #[test]
    fn an_address_that_nobody_else_reaches_is_told() {
        let texts = Texts::new(Language::En);
        for (url, level) in [
            ("https://nazorat.fargona.uz", Level::Ok),
            ("http://127.0.0.1:8080", Level::Warn),
            ("http://nazorat.fargona.uz", Level::Warn),
        ] {
            assert_eq!(address(texts, &settings("NAZORAT_PUBLIC_URL", url)).level, level, "{url}");
        }
    }

    #[test]
    fn it_is_told_whether_figures_can_be_read() {
        let texts = Texts::new(Language::En);
        let closed = metrics(texts, &Settings::read(&Variables::default()).unwrap());
        let open = metrics(texts, &settings("NAZORAT_METRICS_TOKEN", "a-token-of-the-tests"));
        assert_eq!((closed.text, open.text), (texts.doctor_metrics_closed(), texts.doctor_metrics()));
    }

    #[test]
    fn a_folder_is_tried_and_left_as_it_was() {
        let texts = Texts::new(Language::En);
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().to_str().unwrap();
        assert_eq!(files(texts, &settings("NAZORAT_FILES", path)).level, Level::Ok);
        let missing = format!("{path}/a/b");
        assert_eq!(files(texts, &settings("NAZORAT_FILES", &missing)).level, Level::Ok);
        assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 0);
        let under_a_file = folder.path().join("file");
        fs::write(&under_a_file, "").unwrap();
        let finding = files(texts, &settings("NAZORAT_FILES", under_a_file.to_str().unwrap()));
        assert_eq!(finding.level, Level::Fail);
    }
}
