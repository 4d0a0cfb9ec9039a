//! What goes wrong: Telegram's troubles and our own crashes, chosen from the seed by chat and words, never by the order of calls.
//!
//! A message meets at most one trouble that leaves its fate in doubt: of two in a row the product says itself that it gives the
//! message up and shows it to the administrator.

use std::collections::{BTreeMap, HashMap, HashSet};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use chrono::NaiveDate;
use domain::language::Language;
use playground::{Attempt, FaultKind};

use super::chance::Chance;
use super::city::City;
use super::kinds::Kind;

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
    /// Whose messages are on their way until then and never arrive.
    pub(crate) before: HashSet<i64>,
    /// Whose messages stand still from then on until the process is dead; others go on.
    pub(crate) after: HashSet<i64>,
}

/// How near the death of the process is.
enum Death {
    Far,
    /// It comes with the next message to this person.
    Near(Victim),
    /// It comes as soon as all is at rest but the messages to these chats.
    Here(HashSet<i64>),
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
    death: Death,
    /// In which language people are written to.
    languages: HashMap<i64, Language>,
    /// Chats whose message waits unheard.
    held: HashSet<i64>,
    /// People who have their phone in hand: they would only wait longer.
    spared: HashSet<i64>,
    /// Messages that Telegram took without saying so, since the last look.
    unsaid: HashSet<(i64, String)>,
    /// Messages that never came although their sender cannot know that, since the last look.
    doubted: HashSet<(i64, Kind)>,
    counts: BTreeMap<Weather, u64>,
}

impl Trouble {
    /// Trouble for so many of a thousand messages, on days that are not calm.
    pub(crate) fn new(chance: Chance, per_thousand: u64, first: NaiveDate, city: &City) -> Self {
        Self(Arc::new(Mutex::new(State {
            chance,
            per_thousand,
            today: (first, Weather::Calm),
            attempts: HashMap::new(),
            death: Death::Far,
            languages: city.people.iter().map(|person| (person.chat, person.language)).collect(),
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
        state.death = Death::Far;
    }

    /// On a day of crashes or silence: the next message to this chat is the one that it happens to.
    pub(crate) fn mark(&self, victim: Option<Victim>) {
        self.state().death = victim.map_or(Death::Far, Death::Near);
    }

    /// Nothing goes wrong with what is said to these people.
    pub(crate) fn spare(&self, chats: HashSet<i64>) {
        self.state().spared = chats;
    }

    /// Whether the process is to die as soon as the rest is at rest.
    pub(crate) fn strikes_us(&self) -> bool {
        let state = self.state();
        matches!(state.death, Death::Here(_)) || !state.held.is_empty()
    }

    /// Whether the message with which the process dies is on its way.
    pub(crate) fn has_struck(&self) -> bool {
        matches!(self.state().death, Death::Here(_))
    }

    /// The chats whose messages stand still until the process is dead.
    pub(crate) fn still(&self) -> HashSet<i64> {
        self.state().still().cloned().unwrap_or_default()
    }

    /// The chats whose message is held back by that.
    pub(crate) fn held(&self) -> HashSet<i64> {
        self.state().held.clone()
    }

    /// The process is dead: the world goes on.
    pub(crate) fn go_on(&self) {
        let mut state = self.state();
        state.death = Death::Far;
        state.held.clear();
    }

    /// Messages that Telegram took without saying so since the last look.
    pub(crate) fn take_unsaid(&self) -> HashSet<(i64, String)> {
        std::mem::take(&mut self.state().unsaid)
    }

    /// Messages that never came although their sender cannot know that, since the last look.
    pub(crate) fn take_doubted(&self) -> HashSet<(i64, Kind)> {
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
    fn still(&self) -> Option<&HashSet<i64>> {
        match &self.death {
            Death::Near(victim) if self.today.1 == Weather::Crash => Some(&victim.before),
            Death::Here(after) => Some(after),
            Death::Near(_) | Death::Far => None,
        }
    }

    fn strike(&mut self, chat: i64, text: &str) -> Option<FaultKind> {
        if self.still().is_some_and(|still| still.contains(&chat)) {
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
        let kind = self.kind_of(chat, text);
        let fault = if tries == 1 && self.dies_of(chat) {
            FaultKind::HangAfter
        } else {
            let most = if weather.leaves_in_doubt() { 1 } else { IN_A_ROW };
            // Of how many things a leader is told by one message is a matter of moments: all such messages meet the same.
            let words = if kind.tells_of_many() { kind.name() } else { text };
            let struck =
                tries <= most && self.chance.happens(self.per_thousand, ("strike", day, chat, words, tries));
            weather.kind().filter(|_| struck)?
        };
        if weather.may_double() {
            self.unsaid.insert((chat, text.to_owned()));
        } else if matches!(weather, Weather::CutBefore | Weather::Gateway) {
            self.doubted.insert((chat, kind));
        }
        *self.counts.entry(weather).or_default() += 1;
        Some(fault)
    }

    /// Whether this is the message that the day of crashes or silence was waiting for.
    fn dies_of(&mut self, chat: i64) -> bool {
        match std::mem::replace(&mut self.death, Death::Far) {
            Death::Near(victim) if victim.chat == chat => {
                if self.today.1 == Weather::Crash {
                    self.death = Death::Here(victim.after);
                    self.held.insert(chat);
                }
                true
            }
            other => {
                self.death = other;
                false
            }
        }
    }

    fn kind_of(&self, chat: i64, text: &str) -> Kind {
        let language = self.languages.get(&chat).copied().unwrap_or(Language::UzLatn);
        Kind::of(text, language, self.today.0, false)
    }
}
