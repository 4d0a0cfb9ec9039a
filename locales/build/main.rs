//! Reads the texts in four languages, compares them, and writes a method for each.
//!
//! A text that one language lacks, or that takes other values there, stops the build with the file and the name of the text.

mod catalogue;
mod check;
mod generate;

use std::env;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use catalogue::LANGUAGES;

#[expect(clippy::print_stdout, reason = "cargo reads what a build script prints")]
fn main() -> ExitCode {
    // Cargo runs a build script in the folder of its package. The path at the time of compiling may be another checkout's.
    let root = Path::new("");
    for tag in LANGUAGES {
        println!("cargo:rerun-if-changed={}", root.join(tag).display());
    }
    match write_texts(root) {
        Ok(()) => ExitCode::SUCCESS,
        Err(problems) => {
            for problem in problems {
                println!("cargo::error={problem}");
            }
            ExitCode::FAILURE
        }
    }
}

fn write_texts(root: &Path) -> Result<(), Vec<String>> {
    let sources = catalogue::read_folders(root)?;
    let catalogue = catalogue::parse(&sources)?;
    let texts = check::compare(&catalogue)?;
    let target =
        env::var_os("OUT_DIR").map(PathBuf::from).ok_or_else(|| vec!["OUT_DIR is not set".to_owned()])?;
    std::fs::write(target.join("texts.rs"), generate::module(&texts, &sources))
        .map_err(|cause| vec![format!("texts.rs cannot be written: {cause}")])
}
