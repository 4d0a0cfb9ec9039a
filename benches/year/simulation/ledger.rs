//! The independent ledger: every message that reached a chat against every message that should have.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::reminders::PAGE;
use playground::{Call, Outcome};

use super::city::City;
use super::hours::{may_send, may_write};
use super::kinds::{Kind, named};
use super::model::{Model, Reminder, Why};
use super::table::{Line, Report};

/// News that somebody has to get.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Awaited {
    pub(crate) kind: Kind,
    pub(crate) person: usize,
    pub(crate) obligation: i64,
    pub(crate) since: NaiveDate,
}

/// What came to one chat in one step, the same words taken together.
#[derive(Clone, Debug)]
struct Came {
    person: usize,
    kind: Kind,
    text: String,
    at: DateTime<Utc>,
    times: u64,
    named: Vec<i64>,
    pages: bool,
    /// Some expectation was met by it.
    wanted: bool,
}

/// When reminders have to come.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Bound {
    /// In this step.
    Now,
    /// The program is down: when it is back.
    Later,
    /// They may come in this step, or in the next.
    Perhaps,
}

/// What a step brought: the calls of the bot, and what is known of them.
pub(crate) struct Brought {
    pub(crate) calls: Vec<Call>,
    /// Messages that Telegram took without saying so.
    pub(crate) unsaid: HashSet<(i64, String)>,
    /// Chats whose message never came although its sender cannot know that.
    pub(crate) doubted: HashSet<i64>,
    /// Chats whose people did something just before.
    pub(crate) asked: HashSet<i64>,
}

/// All that is known of messages.
#[derive(Default)]
pub(crate) struct Ledger {
    pub(crate) report: Report,
    awaited: Vec<Awaited>,
    /// Reminders of days on which nothing ran.
    missed: Vec<Reminder>,
    /// Chats to which some message of today never came although its sender cannot know that.
    doubted: HashSet<i64>,
    /// Chats to which nothing may go any more.
    silenced: HashSet<i64>,
    /// Accounts that are gone; the bot learns it from the first refusal.
    gone: HashSet<i64>,
}

impl Ledger {
    /// A new day begins.
    pub(crate) fn dawn(&mut self) {
        self.doubted.clear();
    }

    /// News must come.
    pub(crate) fn expect(&mut self, awaited: Awaited) {
        self.report.line(Line::Message(awaited.kind)).expected += 1;
        self.awaited.push(awaited);
    }

    /// Nothing ran on the day of these reminders.
    pub(crate) fn miss(&mut self, reminders: Vec<Reminder>) {
        for one in reminders {
            if !self.is_missed(&one) {
                self.report.line(Line::of(one.why)).expected += 1;
                self.missed.push(one);
            }
        }
    }

    fn is_missed(&self, reminder: &Reminder) -> bool {
        let same = |one: &Reminder| Reminder { day: reminder.day, ..*one } == *reminder;
        self.missed.iter().any(same)
    }

    /// From now on nothing may go to this chat.
    pub(crate) fn silence(&mut self, chat: i64) {
        self.silenced.insert(chat);
    }

    /// The person is back.
    pub(crate) fn open(&mut self, chat: i64) {
        self.silenced.remove(&chat);
    }

    /// The account is gone without a word.
    pub(crate) fn bury(&mut self, chat: i64) {
        self.gone.insert(chat);
    }

    /// Something is wrong.
    pub(crate) fn wrong(&mut self, what: String) {
        self.report.wrong.push(what);
    }

    /// Takes in what a step brought. `required` are the reminders that had to come in it, unless the program is down since.
    pub(crate) fn settle(
        &mut self,
        (city, model): (&City, &mut Model),
        (now, is_down): (DateTime<Utc>, bool),
        required: &[Reminder],
        brought: &Brought,
    ) {
        self.doubted.extend(&brought.doubted);
        self.refusals(city, model, brought);
        let mut came = self.arrivals(city, model, brought);
        self.outlived(city, model, now, &mut came);
        self.reminders(city, model, required, &mut came, if is_down { Bound::Later } else { Bound::Now });
        // Who was found unreachable is followed at once, where the planner looks again within the step.
        let also = model.reminders(city, tashkent_day(now));
        self.reminders(city, model, &also, &mut came, Bound::Perhaps);
        self.news(city, model, (now, is_down), &mut came);
        for one in came.iter().filter(|one| !one.wanted) {
            let line = Line::Message(one.kind);
            match one.kind {
                Kind::Reply => {}
                Kind::Other | Kind::Card | Kind::ToHead | Kind::ToController => {
                    let counts = self.report.line(line);
                    counts.expected += 1;
                    counts.delivered += 1;
                }
                _ => self.wrong(format!(
                    "nobody had to get this: {} to {}",
                    one.kind.name(),
                    who(city, one.person)
                )),
            }
        }
    }

    /// Calls that were refused because of the person.
    fn refusals(&mut self, city: &City, model: &mut Model, brought: &Brought) {
        let mut unheard = brought.unsaid.clone();
        for (chat, call) in brought.calls.iter().filter_map(|call| chat_of(call).map(|chat| (chat, call))) {
            let Some(person) = city.person_at(chat) else { continue };
            if self.silenced.contains(&chat) {
                let when = call.at;
                self.wrong(format!("{} was written to after a block, at {when}", who(city, person)));
            }
            let refused = matches!(call.outcome, Outcome::Refused { code: 403, .. });
            // The first no to this message may have been cut off on its way, as a yes can be.
            if refused && self.gone.contains(&chat) && !unheard.remove(&(chat, text_of(call).to_owned())) {
                self.gone.remove(&chat);
                self.silence(chat);
                model.away.insert(person);
            }
        }
    }

    /// New messages that reached a chat.
    fn arrivals(&mut self, city: &City, model: &Model, brought: &Brought) -> Vec<Came> {
        let mut came: BTreeMap<(i64, &str), Came> = BTreeMap::new();
        for call in brought.calls.iter().filter(|call| call.outcome == Outcome::Done) {
            let Some(chat) = chat_of(call).filter(|_| call.method.starts_with("send")) else { continue };
            let Some(person) = city.person_at(chat) else { continue };
            let text = text_of(call);
            let day = tashkent_day(call.at);
            let kind = Kind::of(text, city.people[person].language, day, brought.asked.contains(&chat));
            let (named, pages) = named(call);
            let new = Came {
                person,
                kind,
                text: text.to_owned(),
                at: call.at,
                times: 0,
                named,
                pages,
                wanted: false,
            };
            came.entry((chat, text)).or_insert(new).times += 1;
        }
        let mut came: Vec<_> = came.into_values().collect();
        for one in came.iter_mut().filter(|one| one.kind != Kind::Reply) {
            self.look_at(city, model, one, &brought.unsaid);
        }
        came
    }

    /// What must hold of every message that comes unasked.
    fn look_at(&mut self, city: &City, model: &Model, one: &mut Came, unsaid: &HashSet<(i64, String)>) {
        let (name, kind, at) = (who(city, one.person), one.kind.name(), one.at);
        if !may_send(city, one.person, one.kind, at) {
            self.wrong(format!("outside working hours: {kind} to {name} at {at}"));
        }
        if one.times > 1 {
            let chat = city.people[one.person].chat;
            let explained = one.times == 2 && unsaid.contains(&(chat, one.text.clone()));
            let case = format!("{kind} to {name} on {}", tashkent_day(at));
            if explained {
                self.report.doubled.push(case);
            } else {
                self.wrong(format!("came {} times without a reason: {case}", one.times));
            }
            if one.kind != Kind::Digest {
                self.report.line(Line::Message(one.kind)).doubled += one.times - 1;
            }
        }
        if one.kind == Kind::Digest {
            for obligation in one.named.iter().filter(|id| !model.is_open(**id)) {
                self.report
                    .wrong
                    .push(format!("reported, and yet in the digest: {obligation} to {name} at {at}"));
            }
        }
    }

    /// Reminders of today against the digests that came.
    fn reminders(
        &mut self,
        city: &City,
        model: &mut Model,
        reminders: &[Reminder],
        came: &mut [Came],
        bound: Bound,
    ) {
        let mut digests: HashMap<usize, &mut Came> =
            came.iter_mut().filter(|one| one.kind == Kind::Digest).map(|one| (one.person, one)).collect();
        for one in reminders.iter().filter(|one| !model.was_said(one)).copied().collect::<Vec<_>>() {
            let digest = digests.get_mut(&one.person);
            match bound {
                Bound::Perhaps if digest.is_none() => continue,
                Bound::Later if digest.is_none() => {
                    // A list that did not come is simply owed later.
                    self.miss((one.why != Why::List).then_some(one).into_iter().collect());
                    continue;
                }
                _ => {}
            }
            let counts = self.report.line(Line::of(one.why));
            counts.expected += 1;
            model.note(&one);
            match digest {
                Some(digest) if digest.pages || digest.named.contains(&one.obligation) => {
                    counts.delivered += 1;
                    counts.doubled += digest.times - 1;
                    digest.wanted = true;
                    model.digested(one.person);
                }
                None if model.away.contains(&one.person) => counts.moot += 1,
                _ => {
                    counts.lost += 1;
                    self.wrong(format!("lost: {}", said(city, model, &one)));
                }
            }
        }
    }

    /// Reminders of days on which nothing ran: the next digest has to make up for them.
    fn outlived(&mut self, city: &City, model: &mut Model, now: DateTime<Utc>, came: &mut [Came]) {
        for one in std::mem::take(&mut self.missed) {
            let digest = came.iter_mut().find(|came| came.kind == Kind::Digest && came.person == one.person);
            let week = city.week_of(one.person);
            let counts = self.report.line(Line::of(one.why));
            match digest {
                Some(digest) if digest.pages || digest.named.contains(&one.obligation) => {
                    digest.wanted = true;
                    model.note(&one);
                    let next_morning = city.calendar.add_working_days(one.day, 1, week);
                    let late = tashkent_day(now) > next_morning;
                    *(if late { &mut counts.late } else { &mut counts.delivered }) += 1;
                }
                _ if model.away.contains(&one.person) || !model.is_open(one.obligation) => counts.moot += 1,
                _ if !may_write(city, one.person, now) => self.missed.push(one),
                _ => {
                    counts.lost += 1;
                    model.note(&one);
                    self.wrong(format!("lost in the outage: {}", said(city, model, &one)));
                }
            }
        }
    }

    fn news(&mut self, city: &City, model: &Model, (now, is_down): (DateTime<Utc>, bool), came: &mut [Came]) {
        let today = tashkent_day(now);
        for one in std::mem::take(&mut self.awaited) {
            let fits = |came: &&mut Came| {
                let names = came.named.is_empty()
                    || came.named.contains(&one.obligation)
                    || (one.kind.tells_of_many() && came.named.len() >= PAGE);
                let free = !came.wanted || one.kind.tells_of_many();
                came.kind == one.kind && came.person == one.person && free && names
            };
            let line = Line::Message(one.kind);
            if let Some(came) = came.iter_mut().find(fits) {
                came.wanted = true;
                let next_morning = city.calendar.add_working_days(one.since, 1, city.week_of(one.person));
                let counts = self.report.line(line);
                let late = tashkent_day(came.at) > next_morning;
                *(if late { &mut counts.late } else { &mut counts.delivered }) += 1;
            } else if model.away.contains(&one.person)
                || (one.since < today && model.went_higher(one.kind, one.obligation, city, today))
            {
                // What was not said in an outage is said once, by the highest level that it has reached.
                self.report.line(line).moot += 1;
            } else if one.kind.is_held() && self.doubted.contains(&city.people[one.person].chat) {
                self.report.line(line).given_up += 1;
            } else if may_write(city, one.person, now) && !is_down {
                self.report.line(line).lost += 1;
                let (kind, obligation) = (one.kind.name(), one.obligation);
                self.wrong(format!(
                    "lost: {kind} about {obligation} of {} to {}",
                    one.since,
                    who(city, one.person)
                ));
            } else {
                self.awaited.push(one);
            }
        }
    }
}

fn chat_of(call: &Call) -> Option<i64> {
    let writes = call.method.starts_with("send") || call.method.starts_with("edit");
    call.args.get("chat_id").filter(|_| writes)?.parse().ok()
}

fn text_of(call: &Call) -> &str {
    call.args.get("text").or(call.args.get("caption")).map_or("", String::as_str)
}

fn who(city: &City, person: usize) -> String {
    let one = &city.people[person];
    format!("{} ({} {})", one.name, one.role.code(), one.chat)
}

fn said(city: &City, model: &Model, one: &Reminder) -> String {
    let due = model.owed.get(&one.obligation).map(|owed| owed.due.to_string()).unwrap_or_default();
    let Reminder { person, obligation, why, day } = one;
    format!("{} was not told on {day} of {obligation} due {due}: {}", who(city, *person), Line::of(*why))
}
