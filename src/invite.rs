//! `nazorat invite`: a one-time link for an officer, a controller, an administrator.
//!
//! The link is shown once; the database keeps only its hash.

use anyhow::Context;
use domain::clock::{Clock, SystemClock};
use domain::language::Language;
use domain::links::Payload;
use domain::people::{Grant, INVITATION_LIFE, MayInvite, Role};
use store::organisations::{Catalogue, Organisation};
use store::people::{enter, invite};
use store::tokens::Token;
use store::{Store, StoreError};

use crate::cli::InviteArgs;
use crate::settings::Settings;
use crate::terminal::{Terminal, said};
use crate::{links, migrate};

/// Runs the command.
pub(crate) async fn run(terminal: Terminal, settings: &Settings, args: InviteArgs) -> anyhow::Result<()> {
    let texts = terminal.texts;
    let store = terminal.busy(texts.cli_busy_database(), migrate::open(settings)).await?;
    migrate::prepare(&store).await?;
    let catalogue = store.catalogue().await.context("the organisations were not read")?;
    let organisation = place(terminal, &catalogue, args.organisation.as_deref())?;
    let name = args.name.unwrap_or_else(|| locales::words::role(texts, args.role));
    let grant = Grant { role: args.role, organisation: organisation.id };
    let token = token(&store, grant, name.clone(), args.position, args.language.unwrap_or_default()).await?;

    let role = locales::words::role(texts, args.role);
    let place = organisation.names.in_language(texts.language());
    terminal.say(texts.cli_invite_for(INVITATION_LIFE.num_hours(), name, place, role))?;
    let payload = Payload::Invitation(token.reveal().to_owned());
    if let Some(base) = links::link_base(&store).await? {
        terminal.say(texts.cli_invite_telegram(base.link(&payload)))?;
    } else {
        terminal.say(texts.cli_invite_payload(payload.to_string()))?;
        terminal.note(texts.cli_invite_no_bot());
    }
    if args.role == Role::Administrator {
        let page = format!("{}/join/{}", settings.public_url, token.reveal());
        terminal.say(texts.cli_invite_panel(page))?;
    }
    store.close().await;
    Ok(())
}

/// The organisation that was named; where none was, the one above all others.
fn place<'c>(
    terminal: Terminal,
    catalogue: &'c Catalogue,
    key: Option<&str>,
) -> anyhow::Result<&'c Organisation> {
    let mut organisations: Vec<_> = catalogue.organisations.values().filter(|one| one.active).collect();
    organisations.sort_by_key(|one| one.id);
    if organisations.is_empty() {
        return Err(said(terminal.texts.cli_no_organisations()));
    }
    let found = match key {
        Some(key) => organisations.iter().find(|one| one.key == key),
        None => organisations.iter().find(|one| one.parent.is_none()),
    };
    found.copied().ok_or_else(|| {
        let keys: Vec<_> = organisations.iter().map(|one| one.key.as_str()).collect();
        said(terminal.texts.cli_organisation_unknown(keys.join(", "), key.unwrap_or_default()))
    })
}

async fn token(
    store: &Store,
    grant: Grant,
    name: String,
    position: Option<String>,
    language: Language,
) -> anyhow::Result<Token> {
    let now = SystemClock.now();
    let token = store.write::<_, StoreError, _>(move |conn| {
        Box::pin(async move {
            let right = MayInvite::at_the_machine(grant);
            let person = enter(conn, &right, &name, position.as_deref(), language, now).await?;
            invite(conn, &right, person, now).await
        })
    });
    token.await.context("the invitation was not written")
}
