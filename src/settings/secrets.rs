//! Values that must not be seen: in logs, in errors, in the output of any command.

use std::fmt;
use std::fs::{self, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use anyhow::Context;
use store::secret::SecretKey;

use super::Settings;

/// A value that prints as `***`.
#[derive(Clone, PartialEq, Eq)]
pub(crate) struct Secret(String);

impl Secret {
    pub(crate) fn new(value: impl Into<String>) -> Self {
        Self(value.into())
    }

    /// The value itself, for the one place that needs it.
    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl fmt::Display for Secret {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("***")
    }
}

impl Settings {
    /// The file that keeps the secret when the environment gives none.
    pub(crate) fn key_file(&self) -> PathBuf {
        self.files.join("secret.key")
    }

    /// The secret of this installation: from the environment, or from the file, which is made on the first start.
    pub(crate) fn secret_key(&self) -> anyhow::Result<SecretKey> {
        match &self.given_key {
            Some(given) => SecretKey::from_hex(given.reveal()).context("NAZORAT_SECRET_KEY is not a key"),
            None => kept_key(&self.key_file()),
        }
    }
}

/// The secret that is kept in the file `path`; it is made when there is none.
pub(crate) fn kept_key(path: &Path) -> anyhow::Result<SecretKey> {
    let shown = path.display();
    if !path.exists() {
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).with_context(|| format!("the folder of {shown} was not made"))?;
        }
        match write_new(path, &SecretKey::random()?) {
            // Another process of this installation was quicker: its key is read below.
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => {}
            written => written.with_context(|| format!("{shown} was not written"))?,
        }
    }
    let text = fs::read_to_string(path).with_context(|| format!("{shown} was not read"))?;
    SecretKey::from_hex(&text).with_context(|| format!("{shown} does not hold 64 hexadecimal digits"))
}

/// Writes the key so that it is there whole or not at all, and for nobody else to read.
fn write_new(path: &Path, key: &SecretKey) -> io::Result<()> {
    let draft = path.with_extension(format!("{}.new", std::process::id()));
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(&draft)?;
    let written = writeln!(file, "{}", key.reveal()).and_then(|()| file.sync_all());
    // A hard link fails where the name is taken: a key that is in use is never replaced.
    let linked = written.and_then(|()| fs::hard_link(&draft, path));
    fs::remove_file(&draft)?;
    linked
}
