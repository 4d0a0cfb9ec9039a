//! Measures Nazorat and prints one table: `cargo bench --bench speed`, or with names and sizes after `--`.
//!
//! No figure fails the run: a goal that is missed is said, not enforced. What would make a figure worthless (a vote that is
//! counted wrongly, a page that is not the page) ends it. `docs/benchmarks.md` tells what each line means.
#![expect(clippy::print_stdout, reason = "the table is for whoever runs it")]

mod boards;
mod child;
mod crash;
mod database;
mod fill;
mod machine;
mod programs;
#[path = "../common/scratch.rs"]
mod scratch;
mod sending;
mod starting;
mod statistics;
mod table;
mod taps;
mod telegram;
mod town;
mod wire;

use std::process::ExitCode;

use anyhow::Context;
use clap::{Parser, ValueEnum};
use domain::clock::{Clock, SystemClock};

use machine::Machine;
use programs::Role;
use table::Section;

/// As the program itself has it, for all that is measured in this process and its children.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// Measures Nazorat.
#[derive(Clone, Debug, Parser)]
struct Arguments {
    /// Which benchmarks; all of them where none is named.
    #[arg(value_enum)]
    names: Vec<Name>,
    /// Seconds for each measured stretch of taps.
    #[arg(long, default_value_t = 4)]
    seconds: u64,
    /// How often each stretch is repeated; the middle one counts.
    #[arg(long, default_value_t = 3)]
    rounds: usize,
    /// Citizens who tap at once.
    #[arg(long, default_value_t = 64)]
    citizens: usize,
    /// Ratings behind the boards.
    #[arg(long, default_value_t = 1_000_000)]
    ratings: i64,
    /// Only the city of so many organisations: 50 or 1000.
    #[arg(long)]
    organisations: Option<i64>,
    /// Only these pages of the panel; may be repeated.
    #[arg(long, value_name = "PATH")]
    page: Vec<String>,
    /// A database that is kept: filled when it is empty, else measured as it is. It goes with `--organisations`.
    #[arg(long, value_name = "URL", requires = "organisations")]
    city: Option<String>,
    /// A server on which databases may be created, to measure on it as well.
    #[arg(long, value_name = "URL")]
    postgres: Option<String>,
    /// Given by cargo.
    #[arg(long, hide = true)]
    bench: bool,
    /// What a process of this program is to be for another one.
    #[arg(long, hide = true)]
    role: Option<String>,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Name {
    /// Taps from the update to the answer, beside the floor.
    Taps,
    /// Votes that were acknowledged, after kill -9.
    Crash,
    /// Reminders planned, and messages sent at a limit.
    Sending,
    /// Pages of the panel over a large city.
    Boards,
    /// From the start to being ready.
    Starting,
}

fn main() -> ExitCode {
    match run(&Arguments::parse()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run(arguments: &Arguments) -> anyhow::Result<()> {
    if let Some(role) = &arguments.role {
        let role: Role = serde_json::from_str(role).context("no such role")?;
        // As the service does it.
        let runtime =
            tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no runtime")?;
        return runtime.block_on(role.play());
    }
    if !arguments.bench {
        println!("figures of an unoptimised program say nothing: run `cargo bench --bench speed`");
        return Ok(());
    }
    println!("# Nazorat, measured on {}", SystemClock.today());
    println!("\n{}", Machine::look());
    for name in Name::value_variants() {
        if arguments.names.is_empty() || arguments.names.contains(name) {
            let section = measure(*name, arguments).with_context(|| format!("while measuring {name:?}"))?;
            println!("{section}");
        }
    }
    Ok(())
}

fn measure(name: Name, arguments: &Arguments) -> anyhow::Result<Section> {
    // One thread knocks and plays Telegram; what is measured runs elsewhere, or has this runtime for itself.
    let alone = || tokio::runtime::Builder::new_current_thread().enable_all().build().context("no runtime");
    let several = || tokio::runtime::Builder::new_multi_thread().enable_all().build().context("no runtime");
    match name {
        Name::Taps => alone()?.block_on(taps::measure(arguments)),
        Name::Crash => alone()?.block_on(crash::measure(arguments)),
        Name::Sending => several()?.block_on(sending::measure()),
        Name::Boards => several()?.block_on(boards::measure(arguments)),
        Name::Starting => alone()?.block_on(starting::measure()),
    }
}
