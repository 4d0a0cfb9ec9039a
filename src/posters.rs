//! `nazorat posters`: what is printed for the points of an organisation, as files in a folder.

use std::path::Path;

use anyhow::Context;
use domain::language::Language;
use domain::links::{LinkBase, Payload};
use pictures::{Poster, PosterForm, Print};
use store::organisations::{Catalogue, Point};

use crate::cli::PostersArgs;
use crate::links::link_base;
use crate::migrate;
use crate::settings::Settings;
use crate::terminal::{Terminal, said};

/// Pages of one file: a printer that jams in the middle of a thousand is nobody's friend, and each takes memory.
const PAGES: usize = 50;

/// Runs the command.
pub(crate) async fn run(terminal: Terminal, settings: &Settings, args: PostersArgs) -> anyhow::Result<()> {
    let texts = terminal.texts;
    let store = terminal.busy(texts.cli_busy_database(), migrate::open(settings)).await?;
    let catalogue = store.catalogue().await.context("the services were not read")?;
    let base = link_base(&store).await?.ok_or_else(|| said(texts.cli_posters_no_bot()))?;
    store.close().await;
    let key = args.organisation.as_str();
    let mut keys: Vec<_> = catalogue.organisations.values().map(|known| known.key.as_str()).collect();
    if !keys.contains(&key) {
        keys.sort_unstable();
        return Err(said(texts.cli_organisation_unknown(keys.join(", "), key)));
    }
    let posters = posters(&catalogue, key, &base);
    if posters.is_empty() {
        return Err(said(texts.cli_posters_none(key)));
    }
    std::fs::create_dir_all(&args.out).with_context(|| format!("{} was not made", args.out.display()))?;
    let (out, key) = (args.out.clone(), key.to_owned());
    let drawn = tokio::task::spawn_blocking(move || draw(&out, &key, &posters, &args.languages));
    for file in
        terminal.busy(texts.cli_busy_posters(), drawn).await.context("the posters were not drawn")??
    {
        terminal.say(file)?;
    }
    Ok(())
}

/// The points of the organisation, by the order of its services.
fn posters(catalogue: &Catalogue, key: &str, base: &LinkBase) -> Vec<Poster> {
    let mut points: Vec<&Point> = catalogue.points.values().collect();
    points.sort_by_key(|point| (point.service, point.id));
    let posters = points.into_iter().filter_map(|point| {
        let found = catalogue.whereabouts(point.service, &point.names)?;
        (found.organisation.key == key).then(|| Poster {
            service: found.service.names.clone(),
            organisation: found.organisation.names.clone(),
            place: found.place.cloned(),
            link: base.link(&Payload::Rate(point.code.clone())),
        })
    });
    posters.collect()
}

/// Writes a PDF of each form and gives the names of the files.
fn draw(out: &Path, key: &str, posters: &[Poster], languages: &[Language]) -> anyhow::Result<Vec<String>> {
    let mut files = Vec::new();
    for form in PosterForm::ALL {
        let print = Print::new(form, languages.iter().copied()).context("no language was chosen")?;
        for (number, part) in posters.chunks(PAGES).enumerate() {
            let part_name = if number > 0 { format!("-{}", number + 1) } else { String::new() };
            let file = out.join(format!("{}-{key}{part_name}.pdf", form.code()));
            std::fs::write(&file, print.pdf(part)?)
                .with_context(|| format!("{} was not written", file.display()))?;
            files.push(file.display().to_string());
        }
    }
    Ok(files)
}
