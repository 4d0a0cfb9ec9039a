//! The independent ledger: every message that reached a chat against every message that should have.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::reminders::PAGE;
use playground::{Call, Outcome};

use super::arrivals::{Came, arrivals, chat_of, text_of};
use super::city::City;
use super::hours::{may_send, may_write};
use super::kinds::Kind;
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

/// What a leader had to hear of in a step, and heard of.
#[derive(Default)]
struct Escalated {
    wanted: Vec<i64>,
    /// Of so many things the messages tell …
    told: usize,
    /// … and these have a button in them.
    named: Vec<i64>,
}

/// What a step brought: the calls of the bot, and what is known of them.
pub(crate) struct Brought {
    pub(crate) calls: Vec<Call>,
    /// Messages that Telegram took without saying so.
    pub(crate) unsaid: HashSet<(i64, String)>,
    /// Messages that never came although their sender cannot know that.
    pub(crate) doubted: HashSet<(i64, Kind)>,
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
    /// Chats to which nothing may go any more.
    silenced: HashSet<i64>,
    /// Accounts that are gone; the bot learns it from the first refusal.
    gone: HashSet<i64>,
}

impl Ledger {
    /// News must come.
    pub(crate) fn expect(&mut self, awaited: Awaited) {
        self.report.line(Line::Message(awaited.kind)).expected += 1;
        self.awaited.push(awaited);
    }

    /// A report was decided about. Whoever was not at work since it was made has not heard of it, and has nothing left to look at:
    /// news of it must not come any more. Whoever could be told by now had to be.
    pub(crate) fn decided(&mut self, city: &City, obligation: i64, now: DateTime<Utc>) {
        let needless = |one: &mut Awaited| {
            let tells_of_it = one.kind == Kind::Report && one.obligation == obligation;
            tells_of_it && !may_send(city, one.person, one.kind, now)
        };
        let needless = self.awaited.extract_if(.., needless).count();
        self.report.line(Line::Message(Kind::Report)).moot += needless as u64;
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

    /// What was to be said after the last day is not of the time that was played.
    pub(crate) fn close(&mut self) {
        let after = self.awaited.drain(..).map(|one| Line::Message(one.kind));
        for line in after.chain(self.missed.drain(..).map(|one| Line::of(one.why))) {
            self.report.lines.entry(line).or_default().expected -= 1;
        }
    }

    /// Something is wrong.
    pub(crate) fn wrong(&mut self, what: String) {
        self.report.wrong.push(what);
    }

    /// Who cannot be written to any more, as the calls of a step show.
    pub(crate) fn refusals(&mut self, city: &City, model: &mut Model, brought: &Brought) {
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
                model.lose(person);
            }
        }
    }

    /// Takes in what a step brought. `required` are the reminders that had to come in it, unless the program is down since.
    pub(crate) fn settle(
        &mut self,
        (city, model): (&City, &mut Model),
        (now, is_down): (DateTime<Utc>, bool),
        required: &[Reminder],
        brought: &Brought,
    ) -> Vec<Came> {
        let mut came = arrivals(city, brought);
        for one in came.iter_mut().filter(|one| one.kind != Kind::Reply) {
            self.look_at(city, model, one, &brought.unsaid);
        }
        self.outlived(city, model, now, &mut came);
        self.reminders((city, model), required, &mut came, is_down);
        self.escalations(city, model, brought, &mut came);
        self.news(city, model, (now, is_down), brought, &mut came);
        for one in came.iter().filter(|one| !one.wanted && one.kind != Kind::Reply) {
            let (kind, name, at) = (one.kind.name(), who(city, one.person), one.at);
            self.wrong(format!("nobody had to get this: {kind} to {name} at {at}"));
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
            let shown = model.shown(city, one.person, tashkent_day(at));
            let strange = one.named.iter().any(|obligation| !shown.contains(obligation));
            if strange || one.pages != shown.len().div_ceil(PAGE) {
                let (named, pages) = (&one.named, one.pages);
                self.wrong(format!(
                    "the digest to {name} at {at} names {named:?} on the first of {pages} pages, and not {shown:?}"
                ));
            }
        }
    }

    /// Reminders of today against the digests that came.
    fn reminders(
        &mut self,
        (city, model): (&City, &mut Model),
        required: &[Reminder],
        came: &mut [Came],
        is_down: bool,
    ) {
        let mut digests: HashMap<usize, &mut Came> =
            came.iter_mut().filter(|one| one.kind == Kind::Digest).map(|one| (one.person, one)).collect();
        for &one in required {
            let digest = digests.get_mut(&one.person);
            if is_down && digest.is_none() {
                // A list that did not come is simply owed later.
                model.unsaid(&one);
                self.miss((one.why != Why::List).then_some(one).into_iter().collect());
                continue;
            }
            let counts = self.report.line(Line::of(one.why));
            counts.expected += 1;
            model.note(&one);
            match digest {
                Some(digest) if digest.pages > 1 || digest.named.contains(&one.obligation) => {
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
                Some(digest) if digest.pages > 1 || digest.named.contains(&one.obligation) => {
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

    /// Leaders hear of many things by one message: of as many as they have to, in the step in which they have to.
    fn escalations(&mut self, city: &City, model: &Model, brought: &Brought, came: &mut [Came]) {
        let mut all: BTreeMap<(Kind, usize), Escalated> = BTreeMap::new();
        for one in self.awaited.extract_if(.., |one| one.kind.tells_of_many()) {
            all.entry((one.kind, one.person)).or_default().wanted.push(one.obligation);
        }
        for one in came.iter_mut().filter(|one| one.kind.tells_of_many()) {
            let escalated = all.entry((one.kind, one.person)).or_default();
            escalated.told += one.count;
            escalated.named.append(&mut one.named);
            one.wanted = true;
        }
        for ((kind, person), Escalated { wanted, told, named }) in all {
            let name = who(city, person);
            let of_others = named.iter().any(|obligation| !wanted.contains(obligation));
            if told > wanted.len() || of_others {
                let kind = kind.name();
                self.wrong(format!(
                    "{kind} told {name} of {told} things, among them {named:?}, instead of {wanted:?}"
                ));
                continue;
            }
            let untold = wanted.len() - told;
            let counts = self.report.line(Line::Message(kind));
            counts.delivered += told as u64;
            if model.away.contains(&person) {
                counts.moot += untold as u64;
            } else if brought.doubted.contains(&(city.people[person].chat, kind)) {
                counts.given_up += untold as u64;
            } else if untold > 0 {
                counts.lost += untold as u64;
                self.wrong(format!("lost: {} to {name} about {untold} of {wanted:?}", kind.name()));
            }
        }
    }

    /// Each of the other news comes in a message of its own, when its hearer works.
    fn news(
        &mut self,
        city: &City,
        model: &Model,
        (now, is_down): (DateTime<Utc>, bool),
        brought: &Brought,
        came: &mut [Came],
    ) {
        for one in std::mem::take(&mut self.awaited) {
            let fits = |came: &&mut Came| {
                let same = came.kind == one.kind && came.person == one.person && !came.wanted;
                same && (came.named.is_empty() || came.named.contains(&one.obligation))
            };
            let chat = city.people[one.person].chat;
            let counts = self.report.line(Line::Message(one.kind));
            if let Some(came) = came.iter_mut().find(fits) {
                came.wanted = true;
                let next_morning = city.calendar.add_working_days(one.since, 1, city.week_of(one.person));
                let late = tashkent_day(came.at) > next_morning;
                *(if late { &mut counts.late } else { &mut counts.delivered }) += 1;
            } else if model.away.contains(&one.person) {
                counts.moot += 1;
            } else if one.kind.is_held() && brought.doubted.contains(&(chat, one.kind)) {
                counts.given_up += 1;
            } else if may_send(city, one.person, one.kind, now) && !is_down {
                counts.lost += 1;
                let (kind, obligation, since) = (one.kind.name(), one.obligation, one.since);
                let name = who(city, one.person);
                self.wrong(format!("lost: {kind} about {obligation} of {since} to {name}"));
            } else {
                self.awaited.push(one);
            }
        }
    }
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
