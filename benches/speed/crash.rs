//! Votes that were acknowledged are kept, whatever happens to the program: it is killed in the middle of its work.

use std::collections::HashSet;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use anyhow::Context;
use store::Durability;
use store::voters::VoterSecret;
use tokio::net::TcpListener;
use tokio::task::JoinSet;

use crate::Arguments;
use crate::child::Program;
use crate::database::{Kind, Scratch};
use crate::machine::Places;
use crate::programs::{Role, Which, secret};
use crate::table::{Row, Section};
use crate::telegram::{Manner, Telegram};
use crate::town::{self, Crowd, Door, Knocker, Town};

/// Votes that are brought in a round.
const VOTES: usize = 400;
/// The program is killed after so many acknowledgements: the last one, and some in between.
const KILLED_AFTER: [usize; 10] = [400, 400, 400, 400, 400, 37, 111, 199, 256, 333];
/// Votes on their way at once.
const KNOCKERS: usize = 64;

#[derive(Clone, Copy, Debug, Default)]
struct Outcome {
    acknowledged: usize,
    lost: usize,
    doubled: usize,
    /// Kept without having been acknowledged: Telegram would bring them again, and they would change nothing.
    unheard: usize,
}

pub(crate) async fn measure(arguments: &Arguments) -> anyhow::Result<Section> {
    let mut kinds = vec![Kind::Lite(Durability::Full), Kind::Lite(Durability::Normal)];
    kinds.extend(arguments.postgres.clone().map(Kind::Pg));
    let mut rows = Vec::new();
    for kind in kinds {
        let mut all = Outcome::default();
        for kill_after in KILLED_AFTER {
            let outcome = round(&kind, kill_after).await.with_context(|| kind.name())?;
            all.acknowledged += outcome.acknowledged;
            all.lost += outcome.lost;
            all.doubled += outcome.doubled;
            all.unheard += outcome.unheard;
        }
        let Outcome { acknowledged, lost, doubled, unheard } = all;
        rows.push(Row::judged(
            format!("webhook, {}: {} × kill -9", kind.name(), KILLED_AFTER.len()),
            format!(
                "of {acknowledged} acknowledged votes {lost} lost, {doubled} doubled; {unheard} kept unheard"
            ),
            "0 lost",
            lost == 0,
        ));
    }
    Ok(Section { title: format!("kill -9 under load, {VOTES} votes brought a round"), rows })
}

async fn round(kind: &Kind, kill_after: usize) -> anyhow::Result<Outcome> {
    let scratch = Scratch::make(kind).await?;
    let mut raw = scratch.raw().await?;
    town::build(&mut raw, town::SERVICES).await?;
    let telegram = Telegram::new(Manner::default());
    let listener = TcpListener::bind("127.0.0.1:0").await.context("no free port")?;
    let api_url = format!("http://{}", listener.local_addr().context("the port has no address")?);
    let mut serving = JoinSet::new();
    serving.spawn(telegram.clone().serve(listener));
    let role = Role::new(Which::Ours, &scratch.url, kind, &api_url, true);
    let mut program = Program::start(&role, Places::Shared).await?;

    let town = Town::new(telegram, Door::Webhook(program.address), Crowd::TOWN);
    let acknowledged = bring(&town, kill_after, &mut program).await?;
    let mut outcome = Outcome { acknowledged: acknowledged.len(), ..Outcome::default() };
    let kept = raw.texts("SELECT voter FROM rating").await?;
    let voters: HashSet<&str> = kept.iter().map(String::as_str).collect();
    outcome.doubled = kept.len() - voters.len();
    let secret = secret()?;
    // The year may end during a round: then there are two secrets.
    let years = raw.texts("SELECT secret FROM voter_secret").await?;
    let years: Vec<_> = years.iter().filter_map(|text| VoterSecret::from_hex(text)).collect();
    let is_kept =
        |citizen: &i64| years.iter().any(|year| voters.contains(secret.voter(year, *citizen).as_str()));
    let found = acknowledged.iter().filter(|citizen| is_kept(citizen)).count();
    outcome.lost = acknowledged.len() - found;
    outcome.unheard = voters.len() - found;
    raw.close().await?;
    scratch.remove().await?;
    Ok(outcome)
}

/// Brings all votes at once, kills the program when so many are acknowledged, and gives those that were.
async fn bring(town: &Arc<Town>, kill_after: usize, program: &mut Program) -> anyhow::Result<Vec<i64>> {
    let left = Arc::new(AtomicUsize::new(VOTES));
    let mut knockers = JoinSet::new();
    let (tell, mut hear) = tokio::sync::mpsc::unbounded_channel();
    for _ in 0..KNOCKERS {
        let mut knocker = Knocker::new(Arc::clone(town)).await?;
        let (left, tell) = (Arc::clone(&left), tell.clone());
        knockers.spawn(async move {
            while left.fetch_update(Ordering::Relaxed, Ordering::Relaxed, |left| left.checked_sub(1)).is_ok()
            {
                // After the kill nobody is acknowledged any more.
                let Ok(citizen) = knocker.press_only().await else { return };
                if tell.send(citizen).is_err() {
                    return;
                }
            }
        });
    }
    drop(tell);
    let mut acknowledged = Vec::with_capacity(VOTES);
    while let Some(citizen) = hear.recv().await {
        acknowledged.push(citizen);
        if acknowledged.len() == kill_after {
            program.kill()?;
        }
    }
    while knockers.join_next().await.is_some() {}
    anyhow::ensure!(acknowledged.len() >= kill_after, "only {} votes were acknowledged", acknowledged.len());
    Ok(acknowledged)
}
