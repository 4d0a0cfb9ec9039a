//! Plays a year of a city and prints what came of every message: `cargo bench --bench year -- --seed 1298`.
//!
//! A message that was lost, came twice without a reason, or came when none may come fails the run and is named.
//! `docs/benchmarks.md` tells what each column means.
#![expect(clippy::print_stdout, reason = "the table is for whoever runs it")]

#[path = "../common/scratch.rs"]
mod scratch;
mod simulation;

use std::process::ExitCode;
use std::time::Instant;

use anyhow::Context;
use clap::{Parser, ValueEnum};
use store::Durability;

use scratch::{Kind, Scratch};
use simulation::{Report, Year, play};

/// As the program itself has it.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Plays a year of a city.
#[derive(Clone, Debug, Parser)]
struct Arguments {
    /// Everything random follows from it: the same seed gives the same table.
    #[arg(long, default_value_t = 1298)]
    seed: u64,
    /// Organisations of the city.
    #[arg(long, default_value_t = 300)]
    organisations: usize,
    /// Obligations that fall due in the time that is played.
    #[arg(long, default_value_t = 2000)]
    obligations: usize,
    /// Days, from Monday, 5 January 2026.
    #[arg(long, default_value_t = 365)]
    days: u64,
    /// Whether anything goes wrong.
    #[arg(long, value_enum, default_value_t = Switch::On)]
    faults: Switch,
    /// `sqlite`, or the address of a PostgreSQL server on which databases may be created.
    #[arg(long, default_value = "sqlite", value_name = "sqlite|URL")]
    database: String,
    /// What the service logs from this level on goes to the standard error.
    #[arg(long, default_value = "off", value_name = "LEVEL")]
    log: String,
    /// Leaves the database and a file with all messages, and says where.
    #[arg(long)]
    keep: bool,
    /// Given by cargo.
    #[arg(long, hide = true)]
    bench: bool,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Switch {
    On,
    Off,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> anyhow::Result<bool> {
    tracing_subscriber::fmt().with_env_filter(&arguments.log).with_writer(std::io::stderr).init();
    let runtime = tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no runtime")?;
    let began = Instant::now();
    let report = runtime.block_on(played(arguments))?;
    let Arguments { seed, organisations, obligations, days, faults, database, .. } = arguments;
    let place = if database == "sqlite" { "SQLite" } else { "PostgreSQL" };
    println!(
        "# {days} days, {organisations} organisations, {obligations} obligations, seed {seed}, faults {faults:?}, {place}"
    );
    println!("\n{report}");
    println!("played in {} s", began.elapsed().as_secs());
    Ok(report.holds())
}

async fn played(arguments: &Arguments) -> anyhow::Result<Report> {
    let kind = match arguments.database.as_str() {
        "sqlite" => Kind::Lite(Durability::Normal),
        url => Kind::Pg(url.to_owned()),
    };
    let scratch = Scratch::make(&kind).await?;
    let files = tempfile::tempdir().context("no folder for files")?;
    let year = Year {
        seed: arguments.seed,
        organisations: arguments.organisations,
        obligations: arguments.obligations,
        days: arguments.days,
        faults: arguments.faults == Switch::On,
    };
    let report = play(&scratch.url, files.path().to_owned(), year).await;
    if arguments.keep {
        println!("database: {}\nmessages: {}", scratch.url, files.keep().join("messages.txt").display());
        // Dropped it would take its folder with it.
        std::mem::forget(scratch);
    } else {
        scratch.remove().await?;
    }
    report
}
