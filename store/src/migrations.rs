//! The tables, version by version. The files live in the `migrations` folder, equal in number and name for both
//! databases; a file that has run is never edited.

use std::borrow::Cow;

use sqlx::migrate::{Migration, MigrationType, Migrator};

macro_rules! migrations {
    ($folder:literal: $($version:literal $name:literal),* $(,)?) => {
        [$((
            $version,
            $name,
            include_str!(concat!("../../migrations/", $folder, "/", $name, ".sql")),
        )),*]
    };
}

macro_rules! both {
    ($($version:literal $name:literal),* $(,)?) => {
        const SQLITE: &[(i64, &str, &str)] = &migrations!("sqlite": $($version $name),*);
        const POSTGRES: &[(i64, &str, &str)] = &migrations!("postgres": $($version $name),*);
    };
}

both! {
    1 "0001_city",
    2 "0002_plan",
    3 "0003_messages",
    4 "0004_citizens",
    5 "0005_panel_and_events",
    6 "0006_boards",
    7 "0007_ages",
    8 "0008_leads",
    9 "0009_reminding",
    10 "0010_answers",
    11 "0011_control",
    12 "0012_people",
    13 "0013_escalation",
    14 "0014_delivery",
    15 "0015_opinions",
    16 "0016_points",
    17 "0017_results",
    18 "0018_quarantine",
    19 "0019_cases",
    20 "0020_quiet_hours",
    21 "0021_privacy",
    22 "0022_visits",
    23 "0023_taken_back",
    24 "0024_complaints",
    25 "0025_reporting",
    26 "0026_chain",
    27 "0027_saved_views",
    28 "0028_decisions",
    29 "0029_ratings_of_organisations",
    30 "0030_tree_lock",
    31 "0031_wide_sums",
    32 "0032_translations",
    33 "0033_call_items",
}

pub(crate) fn sqlite() -> Migrator {
    migrator(SQLITE)
}

pub(crate) fn postgres() -> Migrator {
    migrator(POSTGRES)
}

fn migrator(texts: &'static [(i64, &str, &str)]) -> Migrator {
    let migrations = texts.iter().map(|&(version, name, text)| {
        Migration::new(
            version,
            Cow::Borrowed(name),
            MigrationType::Simple,
            sqlx::SqlStr::from_static(text),
            false,
        )
    });
    Migrator { migrations: migrations.collect(), ..Migrator::DEFAULT }
}
