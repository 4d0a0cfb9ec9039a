//! What came to the chats in a step, read from the calls of the bot as the people read their messages.

use std::collections::BTreeMap;
use std::fs::File;
use std::io::{BufWriter, Write};
use std::path::Path;

use anyhow::Context;
use chrono::{DateTime, Utc};
use domain::clock::tashkent_day;
use playground::{Call, Outcome};

use super::city::City;
use super::kinds::{Kind, named, pages};
use super::ledger::Brought;

/// What came to one chat in one step, the same words taken together.
#[derive(Clone, Debug)]
pub(crate) struct Came {
    pub(crate) person: usize,
    pub(crate) kind: Kind,
    pub(crate) text: String,
    pub(crate) at: DateTime<Utc>,
    pub(crate) times: u64,
    /// The obligations that have a button in it.
    pub(crate) named: Vec<i64>,
    /// Of how many things it tells, where it says so.
    pub(crate) count: usize,
    /// How many pages a digest has.
    pub(crate) pages: usize,
    /// Some expectation was met by it.
    pub(crate) wanted: bool,
}

/// New messages that reached a chat.
pub(crate) fn arrivals(city: &City, brought: &Brought) -> Vec<Came> {
    let mut came: BTreeMap<(i64, &str), Came> = BTreeMap::new();
    for call in brought.calls.iter().filter(|call| call.outcome == Outcome::Done) {
        let Some(chat) = chat_of(call).filter(|_| call.method.starts_with("send")) else { continue };
        let Some(person) = city.person_at(chat) else { continue };
        let (text, language) = (text_of(call), city.people[person].language);
        let kind = Kind::of(text, language, tashkent_day(call.at), brought.asked.contains(&chat));
        let new = Came {
            person,
            kind,
            text: text.to_owned(),
            at: call.at,
            times: 0,
            named: named(call),
            count: kind.count(text, language),
            pages: if kind == Kind::Digest { pages(text, language) } else { 1 },
            wanted: false,
        };
        came.entry((chat, text)).or_insert(new).times += 1;
    }
    came.into_values().collect()
}

/// The chat to which a call writes.
pub(crate) fn chat_of(call: &Call) -> Option<i64> {
    let writes = call.method.starts_with("send") || call.method.starts_with("edit");
    call.args.get("chat_id").filter(|_| writes)?.parse().ok()
}

/// Its words.
pub(crate) fn text_of(call: &Call) -> &str {
    call.args.get("text").or(call.args.get("caption")).map_or("", String::as_str)
}

/// A file with a line for each message that came unasked: two runs of one seed can be compared, and a case looked into.
pub(crate) struct Record(BufWriter<File>);

impl Record {
    pub(crate) fn in_folder(folder: &Path) -> anyhow::Result<Self> {
        let file = File::create(folder.join("messages.txt")).context("no file for the messages")?;
        Ok(Self(BufWriter::new(file)))
    }

    pub(crate) fn note(&mut self, city: &City, came: &[Came]) -> anyhow::Result<()> {
        for one in came.iter().filter(|one| one.kind != Kind::Reply) {
            let (day, name, times) = (tashkent_day(one.at), &city.people[one.person].name, one.times);
            let (kind, text) = (one.kind.name(), one.text.replace('\n', " / "));
            writeln!(self.0, "{day} | {name} | {kind} | {times} | {text}")
                .context("a message was not noted")?;
        }
        Ok(())
    }
}
