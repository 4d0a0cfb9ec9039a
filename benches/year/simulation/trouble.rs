//! What goes wrong: Telegram's troubles and our own crashes, chosen from the seed by chat and words, never by the order of calls.
//!
//! A message meets at most one trouble that leaves its fate in doubt: of two in a row the product says itself that it gives the
//! message up and shows it to the administrator.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::NaiveDate;
use playground::{Attempt, FaultKind};

use super::chance::Chance;

/// A clean refusal comes so often in a row at most.
const IN_A_ROW: u32 = 2;

/// What goes wrong on a day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) enum Weather {
    Calm,
    /// 429 with a time to wait.
    TooMany,
    /// 500, without effect.
    Broken,
    /// The balancer's page, without effect.
    Gateway,
    /// The connection breaks before anything happens.
    CutBefore,
    /// The message is taken, then the connection breaks.
    CutAfter,
    /// Half of the answer comes.
    HalfAnswer,
    /// The answer comes late.
    Slow,
    /// One message is taken, and the answer never comes.
    Silence,
    /// Our process dies between Telegram's yes and its own mark.
    Crash,
}

impl Weather {
    /// What comes in turn on the days that are not calm.
    pub(crate) const BAD: [Self; 9] = [
        Self::TooMany,
        Self::Crash,
        Self::Broken,
        Self::CutAfter,
        Self::Gateway,
        Self::Crash,
        Self::CutBefore,
        Self::HalfAnswer,
        Self::Slow,
    ];

    fn kind(self) -> Option<FaultKind> {
        Some(match self {
            Self::Calm | Self::Crash | Self::Silence => return None,
            Self::TooMany => FaultKind::TooManyRequests { retry_after: 1 },
            Self::Broken => FaultKind::InternalError,
            Self::Gateway => FaultKind::BadGateway,
            Self::CutBefore => FaultKind::ResetBefore,
            Self::CutAfter => FaultKind::ResetAfter,
            Self::HalfAnswer => FaultKind::Truncated,
            Self::Slow => FaultKind::Delay(Duration::from_millis(300)),
        })
    }

    /// Whether it comes once to a message at most.
    fn leaves_in_doubt(self) -> bool {
        !matches!(self, Self::TooMany | Self::Broken)
    }

    /// Whether Telegram takes the message although its sender hears no yes: it may come twice.
    fn may_double(self) -> bool {
        matches!(self, Self::CutAfter | Self::HalfAnswer | Self::Silence | Self::Crash)
    }
}

/// Whose message is in flight when the process dies, or gets no answer.
#[derive(Clone, Debug)]
pub(crate) struct Victim {
    pub(crate) chat: i64,
    /// Whose messages stand still until the process is dead; others go on.
    pub(crate) with: HashSet<i64>,
}

/// The trouble of a run, shared with the playground.
#[derive(Clone)]
pub(crate) struct Trouble(Arc<Mutex<State>>);

struct State {
    chance: Chance,
    /// Of a thousand messages so many meet the trouble of the day.
    per_thousand: u64,
    today: (NaiveDate, Weather),
    attempts: HashMap<(i64, String), u32>,
    marked: Option<Victim>,
    /// The messages to these chats stand still until the process is dead.
    holding: Option<HashSet<i64>>,
    /// Chats whose message waits unheard.
    held: HashSet<i64>,
    /// People who have their phone in hand: they would only wait longer.
    spared: HashSet<i64>,
    /// Messages that Telegram took without saying so, since the last look.
    unsaid: HashSet<(i64, String)>,
    /// Chats whose message never came although its sender cannot know that, since the last look.
    doubted: HashSet<i64>,
    counts: BTreeMap<Weather, u64>,
}

impl Trouble {
    /// Trouble for so many of a thousand messages, on days that are not calm.
    pub(crate) fn new(chance: Chance, per_thousand: u64, first: NaiveDate) -> Self {
        Self(Arc::new(Mutex::new(State {
            chance,
            per_thousand,
            today: (first, Weather::Calm),
            attempts: HashMap::new(),
            marked: None,
            holding: None,
            held: HashSet::new(),
            spared: HashSet::new(),
            unsaid: HashSet::new(),
            doubted: HashSet::new(),
            counts: BTreeMap::new(),
        })))
    }

    /// A new day begins.
    pub(crate) fn dawn(&self, day: NaiveDate, weather: Weather) {
        let mut state = self.state();
        state.today = (day, weather);
        state.attempts.clear();
        state.marked = None;
    }

    /// On a day of crashes or silence: the next message to this chat is the one that it happens to.
    pub(crate) fn mark(&self, victim: Option<Victim>) {
        self.state().marked = victim;
    }

    /// Nothing goes wrong with what is said to these people.
    pub(crate) fn spare(&self, chats: HashSet<i64>) {
        self.state().spared = chats;
    }

    /// Whether the process is to die now: everything stands still for it.
    pub(crate) fn holds(&self) -> bool {
        self.state().holding.is_some()
    }

    /// The chats whose message is held back while everything stands still.
    pub(crate) fn held(&self) -> HashSet<i64> {
        self.state().held.clone()
    }

    /// The process is dead: the world goes on.
    pub(crate) fn go_on(&self) {
        let mut state = self.state();
        state.holding = None;
        state.held.clear();
    }

    /// Messages that Telegram took without saying so since the last look.
    pub(crate) fn take_unsaid(&self) -> HashSet<(i64, String)> {
        std::mem::take(&mut self.state().unsaid)
    }

    /// Chats whose message never came although its sender cannot know that, since the last look.
    pub(crate) fn take_doubted(&self) -> HashSet<i64> {
        std::mem::take(&mut self.state().doubted)
    }

    /// How often each trouble struck.
    pub(crate) fn counts(&self) -> BTreeMap<Weather, u64> {
        self.state().counts.clone()
    }

    /// What goes wrong with a call.
    pub(crate) fn strikes(&self, attempt: Attempt<'_>) -> Option<FaultKind> {
        let chat = attempt.chat.filter(|_| attempt.method.starts_with("send"))?;
        if attempt.method == "sendChatAction" {
            return None;
        }
        self.state().strike(chat, attempt.text)
    }

    fn state(&self) -> MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl State {
    fn strike(&mut self, chat: i64, text: &str) -> Option<FaultKind> {
        if self.holding.as_ref().is_some_and(|with| with.contains(&chat)) {
            self.held.insert(chat);
            return Some(FaultKind::HangBefore);
        }
        if self.spared.contains(&chat) {
            return None;
        }
        let (day, weather) = self.today;
        let tries = self.attempts.entry((chat, text.to_owned())).or_default();
        *tries += 1;
        let tries = *tries;
        let victim = self.marked.take_if(|victim| victim.chat == chat && tries == 1);
        let kind = if let Some(victim) = victim {
            if weather == Weather::Crash {
                self.holding = Some(victim.with);
                self.held.insert(chat);
            }
            FaultKind::HangAfter
        } else {
            let most = if weather.leaves_in_doubt() { 1 } else { IN_A_ROW };
            let struck =
                tries <= most && self.chance.happens(self.per_thousand, ("strike", day, chat, text, tries));
            weather.kind().filter(|_| struck)?
        };
        if weather.may_double() {
            self.unsaid.insert((chat, text.to_owned()));
        } else if matches!(weather, Weather::CutBefore | Weather::Gateway) {
            self.doubted.insert(chat);
        }
        *self.counts.entry(weather).or_default() += 1;
        Some(kind)
    }
}
