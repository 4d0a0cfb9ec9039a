//! Everything that the playground remembers, behind one lock that is never held across a wait.

use std::collections::{BTreeMap, HashMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use chrono::{DateTime, Utc};
use tokio::sync::watch;

use crate::acting::Callbacks;
use crate::calls::CallLog;
use crate::chats::Chat;
use crate::config::{BotIdentity, Config, Limits, Persona, Texts, World};
use crate::faults::{Attempt, Fault, FaultKind, Trouble};
use crate::files::Files;
use crate::inline::InlineQueries;
use crate::pace::Pace;
use crate::profile::Profile;
use crate::updates::{Polling, UpdateQueue};
use crate::webhook::Webhook;

/// A local Telegram with one bot and its people.
pub struct Playground {
    pub(crate) token: String,
    pub(crate) bot: BotIdentity,
    pub(crate) limits: Limits,
    pub(crate) texts: Texts,
    pub(crate) world: Arc<dyn World>,
    pub(crate) changes: watch::Sender<u64>,
    state: Mutex<State>,
}

/// What changes.
pub(crate) struct State {
    pub(crate) chats: BTreeMap<i64, Chat>,
    /// The people in the order in which they are listed.
    pub(crate) order: Vec<i64>,
    pub(crate) next_message: i64,
    pub(crate) files: Files,
    pub(crate) updates: UpdateQueue,
    pub(crate) polling: Polling,
    pub(crate) webhook: Option<Webhook>,
    pub(crate) callbacks: Callbacks,
    pub(crate) inline: InlineQueries,
    pub(crate) profile: Profile,
    pub(crate) calls: CallLog,
    pub(crate) faults: Vec<Fault>,
    pub(crate) trouble: Option<Trouble>,
    pub(crate) pace: Pace,
    pub(crate) closed: bool,
}

impl Playground {
    /// A playground with these people, in this world.
    pub fn new(config: Config, world: Arc<dyn World>) -> Arc<Self> {
        let mut state = State {
            chats: BTreeMap::new(),
            order: Vec::new(),
            next_message: 1,
            files: Files::default(),
            updates: UpdateQueue::new(),
            polling: Polling::default(),
            webhook: None,
            callbacks: Callbacks::default(),
            inline: InlineQueries::default(),
            profile: Profile::default(),
            calls: CallLog::default(),
            faults: Vec::new(),
            trouble: None,
            pace: Pace::default(),
            closed: false,
        };
        for person in config.people {
            state.add(person);
        }
        Arc::new(Self {
            token: config.token,
            bot: config.bot,
            limits: config.limits,
            texts: config.texts,
            world,
            changes: watch::Sender::new(0),
            state: Mutex::new(state),
        })
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        // A panic while the lock was held leaves data that is still usable for a playground.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub(crate) fn now(&self) -> DateTime<Utc> {
        self.world.now()
    }

    /// Wakes everyone who waits for a change.
    pub(crate) fn touch(&self) {
        self.changes.send_modify(|version| *version += 1);
    }

    /// Ends waiting polls and open pages, so that a server that serves this can stop at once.
    pub fn close(&self) {
        self.state().closed = true;
        self.touch();
    }

    /// Adds a person, or replaces what is known about one.
    pub fn add_person(&self, person: Persona) {
        self.state().add(person);
        self.touch();
    }

    /// Makes a chat one that was started before: the bot may write to the person, and no update tells of it.
    pub fn acquaint(&self, person: i64) {
        if let Some(chat) = self.state().chats.get_mut(&person) {
            chat.started = true;
        }
        self.touch();
    }

    /// How many updates the bot has not confirmed.
    #[must_use]
    pub fn pending_update_count(&self) -> usize {
        self.state().updates.len()
    }

    /// Asks for trouble; see [`Fault`].
    pub fn inject(&self, fault: Fault) {
        if fault.times > 0 {
            self.state().faults.push(fault);
        }
    }

    /// From now on this rule says what goes wrong with each call that meets no [`Fault`].
    pub fn beset(&self, rule: impl Fn(Attempt<'_>) -> Option<FaultKind> + Send + Sync + 'static) {
        self.state().trouble = Some(Arc::new(rule));
    }

    /// Puts an update of any shape into the queue; `update_id` is given by the playground.
    ///
    /// The text must be a JSON object, for it is handed on as it stands; anything else makes an update without content.
    pub fn push_raw_update(&self, object: &str) {
        let fields: HashMap<String, Box<serde_json::value::RawValue>> =
            serde_json::from_str(object).unwrap_or_default();
        let fields: Vec<String> = fields
            .iter()
            .filter(|(name, _)| *name != "update_id")
            .map(|(name, value)| format!("{}:{value}", serde_json::Value::from(name.as_str())))
            .collect();
        let now = self.now();
        self.state().updates.push_raw(&fields.join(","), now);
        self.touch();
    }
}

impl State {
    fn add(&mut self, person: Persona) {
        let id = person.id;
        if let Some(chat) = self.chats.get_mut(&id) {
            chat.person = person;
        } else {
            self.chats.insert(id, Chat::with(person));
            self.order.push(id);
        }
    }

    /// The chat with the person; a stranger becomes a person by writing.
    pub(crate) fn chat(&mut self, person: i64) -> &mut Chat {
        if !self.chats.contains_key(&person) {
            self.order.push(person);
        }
        self.chats.entry(person).or_insert_with(|| {
            Chat::with(Persona {
                id: person,
                first_name: format!("Person {person}"),
                last_name: None,
                language_code: "en".to_owned(),
                about: String::new(),
            })
        })
    }

    /// The people in the order of the list, with their chats.
    pub(crate) fn people(&self) -> impl Iterator<Item = &Chat> {
        self.order.iter().filter_map(|id| self.chats.get(id))
    }
}

/// A queue that forgets its oldest entries.
pub(crate) fn push_bounded<T>(queue: &mut VecDeque<T>, item: T, limit: usize) -> Option<T> {
    queue.push_back(item);
    if queue.len() > limit { queue.pop_front() } else { None }
}
