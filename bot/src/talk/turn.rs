//! One turn of a conversation: who speaks, in which language, and what was waited for. Every handler but the quickest gets one.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::ids::OrganisationId;
use domain::language::Language;
use domain::people::Who;
use domain::refusal::Refusal;
use futures_util::future::BoxFuture;
use locales::{Html, Texts, words};
use store::organisations::Catalogue;
use store::{Conn, NotDone, StoreError, people};

use super::commands;
use super::state::{self, State};
use super::views::View;
use crate::ctx::Ctx;
use crate::incoming::{Incoming, What};
use crate::mini_app;
use crate::reply::{MenuButton, Reply};
use domain::buttons::Button;

/// What a handler gives: what to say, or a failure of ours. Refusals are said, they are no failures.
pub(super) type Answer = Result<Vec<Reply>, anyhow::Error>;

/// Who speaks, and what the bot knows at this moment.
#[derive(Clone)]
pub(super) struct Turn {
    pub(super) ctx: Ctx,
    pub(super) update_id: i64,
    pub(super) telegram_id: i64,
    /// Who it is for the city; nobody for a citizen.
    pub(super) who: Option<Arc<Who>>,
    /// The texts in the language of this person.
    pub(super) texts: Texts,
    /// What the bot waits for.
    pub(super) state: Option<State>,
    pub(super) catalogue: Arc<Catalogue>,
    pub(super) now: DateTime<Utc>,
    pub(super) today: NaiveDate,
    /// The update is done for, because what it begins with only shows something.
    only_shows: Arc<AtomicBool>,
}

impl Turn {
    /// Looks up who speaks and what was waited for.
    pub(super) async fn begin(ctx: &Ctx, incoming: &Incoming) -> Result<Self, StoreError> {
        let now = ctx.clock.now();
        let telegram_id = incoming.from.id;
        let key = ctx.secret.conversation(incoming.chat.id);
        let (who, state) = ctx
            .store
            .read(|conn| {
                Box::pin(async move {
                    let who = people::who_by_telegram(conn, telegram_id, tashkent_day(now)).await?;
                    Ok::<_, StoreError>((who, state::load(conn, &key, now).await?))
                })
            })
            .await?;
        let language = match (&who, &state) {
            (Some(who), _) => who.language,
            (None, Some(State::Speaks(language))) => *language,
            (None, Some(State::Comment(comment))) => comment.language,
            (None, Some(State::Commented(comment))) => comment.language,
            (None, Some(State::VisitCode(wanted))) => wanted.language,
            (None, Some(State::Searching(searching))) => searching.language,
            (None, _) => Language::of_phone(incoming.from.language_code.as_deref()),
        };
        Ok(Self {
            ctx: ctx.clone(),
            update_id: incoming.update_id,
            telegram_id,
            who: who.map(Arc::new),
            texts: Texts::new(language),
            state,
            catalogue: ctx.store.catalogue().await?,
            now,
            today: tashkent_day(now),
            only_shows: Arc::default(),
        })
    }

    /// The same turn in another language.
    pub(super) fn in_language(mut self, language: Language) -> Self {
        self.texts = Texts::new(language);
        self
    }

    /// The person, who must be known.
    pub(super) fn known(&self) -> Result<&Arc<Who>, Refusal> {
        self.who.as_ref().ok_or(Refusal::NotAllowed)
    }

    /// The key of this conversation; the chat with a person has the number of the person.
    pub(super) fn key(&self) -> String {
        self.ctx.secret.conversation(self.telegram_id)
    }

    /// The keyed hash of whoever speaks.
    pub(super) async fn voter(&self) -> Result<String, StoreError> {
        self.ctx.voter(self.today, self.telegram_id).await
    }

    /// Keeps the effects of this turn, once: `None` when this very act was kept before. What was waited for is over, unless
    /// the work waits anew.
    pub(super) async fn keep<T, F>(&self, work: F) -> Result<Option<T>, NotDone>
    where
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, NotDone>> + Send + 'static,
        T: Send + 'static,
    {
        let over = self.waits().then(|| self.key());
        self.keep_beside(move |conn| {
            Box::pin(async move {
                if let Some(key) = over {
                    state::forget(conn, &key).await?;
                }
                work(conn).await
            })
        })
        .await
    }

    /// The same for what is done beside something that was begun: what is waited for stays so.
    pub(super) async fn keep_beside<T, F>(&self, work: F) -> Result<Option<T>, NotDone>
    where
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, NotDone>> + Send + 'static,
        T: Send + 'static,
    {
        // The update counts as seen from there on: the act would be taken for one that was done before.
        if self.only_shows.load(Ordering::Relaxed) {
            return Err(StoreError::unknown("turn", "it only shows, and then keeps something").into());
        }
        self.ctx.commit(self.update_id, work).await
    }

    /// Reads from the database.
    pub(super) async fn read<T, F>(&self, work: F) -> Result<T, StoreError>
    where
        F: for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, StoreError>>,
    {
        self.ctx.store.read(work).await
    }

    /// Stops waiting for words, where the bot waited. Only for turns that show something and keep nothing else.
    pub(super) async fn stop_waiting(&self) -> Result<(), NotDone> {
        self.only_shows.store(true, Ordering::Relaxed);
        if !self.waits() {
            return Ok(());
        }
        let key = self.key();
        self.ctx
            .commit(self.update_id, move |conn| {
                Box::pin(async move { Ok::<_, NotDone>(state::forget(conn, &key).await?) })
            })
            .await?;
        Ok(())
    }

    /// Whether the next words are for something that was begun.
    pub(super) fn waits(&self) -> bool {
        !matches!(self.state, None | Some(State::Speaks(_) | State::Commented(_)))
    }

    /// The name of an organisation in the language of this turn.
    pub(super) fn organisation(&self, id: OrganisationId) -> &str {
        let found = self.catalogue.organisations.get(&id);
        found.map(|found| found.names.in_language(self.texts.language())).unwrap_or_default()
    }

    /// The address of a page that everybody may read.
    pub(super) fn public_page(&self, path: &str) -> String {
        format!("{}/{path}", self.ctx.site_url)
    }

    /// The address of a page of the panel, inside Telegram where it is shown there.
    pub(super) fn page(&self, path: &str) -> String {
        format!("{}/{path}", self.ctx.panel_url.trim_end_matches('/'))
    }

    /// The menus of this chat: the commands and, where Telegram shows the panel, the panel for who may look at it.
    pub(super) fn menus(&self, texts: Texts, who: Option<&Who>) -> Vec<Reply> {
        let mut menus = vec![Reply::Menu(commands::menu(texts, who))];
        if mini_app::is_inside(&self.ctx.panel_url) {
            let sees = who.is_some_and(|who| who.may_see(&self.catalogue.tree).is_ok());
            let panel = MenuButton::Panel { label: texts.button_menu_panel(), address: self.page("") };
            menus.push(Reply::MenuButton(if sees { panel } else { MenuButton::Commands }));
        }
        menus
    }

    /// Why the city says no, as a message.
    pub(super) fn refused(&self, refusal: Refusal) -> Vec<Reply> {
        vec![View::plain(Html::escape(&words::refusal(self.texts, &refusal))).send()]
    }
}

/// A button that was pressed.
#[derive(Clone, Debug)]
pub(super) struct Press {
    pub(super) callback_id: String,
    /// The message of the button; none when it is too old for Telegram to tell.
    pub(super) message_id: Option<i64>,
    pub(super) button: Button,
}

impl Press {
    /// The press of one of our buttons; `None` for anything else, also for a button that no version of ours has.
    pub(super) fn read(what: &What) -> Option<Self> {
        let What::Press { callback_id, message_id, data } = what else { return None };
        let button = Button::read(data)?;
        Some(Self { callback_id: callback_id.clone(), message_id: *message_id, button })
    }

    /// A line that fades away.
    pub(super) fn toast(&self, text: impl Into<String>) -> Reply {
        Reply::Toast { callback_id: self.callback_id.clone(), text: Some(text.into()), alert: false }
    }

    /// A box that must be closed: for what the person should not overlook.
    pub(super) fn alert(&self, text: impl Into<String>) -> Reply {
        Reply::Toast { callback_id: self.callback_id.clone(), text: Some(text.into()), alert: true }
    }

    /// The message of the button becomes this.
    pub(super) fn show(&self, view: View) -> Reply {
        view.replace(self.message_id)
    }
}
