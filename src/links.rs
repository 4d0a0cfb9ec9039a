//! `nazorat links`: the rating link of each service point, for posters and pages.

use anyhow::Context;
use domain::links::{LinkBase, Payload};
use locales::Texts;
use store::organisations::{Catalogue, Point};
use store::{Store, settings as kept};

use crate::migrate;
use crate::settings::Settings;
use crate::terminal::{Terminal, said};

/// The setting in the database in which the bot keeps the beginning of its links, once it knows its own name.
const LINK_BASE: &str = "links.base";

/// Runs the command.
pub(crate) async fn run(
    terminal: Terminal,
    settings: &Settings,
    service: Option<&str>,
) -> anyhow::Result<()> {
    let texts = terminal.texts;
    let store = terminal.busy(texts.cli_busy_database(), migrate::open(settings)).await?;
    let catalogue = store.catalogue().await.context("the services were not read")?;
    if let Some(key) = service
        && !catalogue.services.values().any(|known| known.key == key)
    {
        return Err(said(texts.cli_service_unknown(key)));
    }
    let base = link_base(&store).await?;
    let lines = lines(texts, &catalogue, service, base.as_ref());
    if lines.is_empty() {
        terminal.note(texts.cli_links_none());
    }
    for line in lines {
        terminal.say(line)?;
    }
    if base.is_none() {
        terminal.note(texts.cli_links_no_bot());
    }
    store.close().await;
    Ok(())
}

/// What links into the bot begin with; `None` until the bot has run.
pub(crate) async fn link_base(store: &Store) -> anyhow::Result<Option<LinkBase>> {
    let base = store.read(|conn| Box::pin(kept::get(conn, LINK_BASE))).await;
    Ok(base.context("the address of the bot was not read")?.map(LinkBase::other))
}

/// A line for each point, by the order of the services: key of the service, its name, the point, the link.
fn lines(texts: Texts, catalogue: &Catalogue, service: Option<&str>, base: Option<&LinkBase>) -> Vec<String> {
    let mut points: Vec<&Point> = catalogue.points.values().collect();
    points.sort_by_key(|point| (point.service, point.id));
    let lines = points.into_iter().filter_map(|point| {
        let of = catalogue.services.get(&point.service)?;
        if service.is_some_and(|wanted| wanted != of.key) {
            return None;
        }
        let payload = Payload::Rate(point.code.clone());
        let link = base.map_or_else(|| payload.to_string(), |base| base.link(&payload));
        Some(
            [
                of.key.as_str(),
                of.names.in_language(texts.language()),
                point.names.in_language(texts.language()),
                &link,
            ]
            .join("\t"),
        )
    });
    lines.collect()
}
