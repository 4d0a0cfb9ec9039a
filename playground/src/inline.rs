//! Words behind the bot's name: a person types them in any chat, and the bot says what it found.

use std::collections::{BTreeMap, BTreeSet};
use std::time::Duration;

use chrono::{DateTime, TimeDelta, Utc};
use serde_json::{Value, json};
use tokio::time::{Instant, timeout_at};

use crate::arguments::Arguments;
use crate::entities;
use crate::error::ApiError;
use crate::json::Object;
use crate::keyboards::{Button, Markup};
use crate::messages::user;
use crate::state::Playground;
use crate::updates::Lane;

/// The bot has so long to answer, about.
const LIFE: TimeDelta = TimeDelta::seconds(10);
/// Queries remembered.
const QUERIES_MAX: usize = 1000;
/// Results of one answer.
const RESULTS_MAX: usize = 50;

/// Words that were typed behind the bot's name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InlineId(pub String);

/// One line of what the bot found.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct InlineResult {
    /// Tells it from the others.
    pub id: String,
    /// The first line.
    pub title: String,
    /// The second line, may be empty.
    pub description: String,
    /// The words of the message that it becomes when it is chosen.
    pub text: String,
    /// The buttons under that message.
    pub keyboard: Vec<Vec<Button>>,
}

/// The queries and their answers.
#[derive(Default)]
pub(crate) struct InlineQueries {
    asked: BTreeMap<u64, (DateTime<Utc>, Option<Vec<InlineResult>>)>,
    counter: u64,
}

impl Playground {
    /// The person types words behind the bot's name.
    pub fn inline(&self, person: i64, query: &str) -> InlineId {
        let now = self.now();
        let mut state = self.state();
        let known = state.chat(person).person.clone();
        let queries = &mut state.inline;
        queries.counter += 1;
        let number = queries.counter;
        queries.asked.insert(number, (now, None));
        while queries.asked.len() > QUERIES_MAX {
            queries.asked.pop_first();
        }
        let body = json!({
            "id": number.to_string(), "from": user(&known), "query": query, "offset": "", "chat_type": "private",
        });
        state.updates.push("inline_query", Lane::Presses(person), &body, now);
        drop(state);
        self.touch();
        InlineId(number.to_string())
    }

    /// Waits for what the bot found.
    pub async fn inline_answer(&self, id: &InlineId, timeout: Duration) -> Option<Vec<InlineResult>> {
        let deadline = Instant::now() + timeout;
        let number: u64 = id.0.parse().ok()?;
        let mut changes = self.changes.subscribe();
        loop {
            let answer = self.state().inline.asked.get(&number).and_then(|(_, answer)| answer.clone());
            if answer.is_some() {
                return answer;
            }
            if !matches!(timeout_at(deadline, changes.changed()).await, Ok(Ok(()))) {
                return None;
            }
        }
    }
}

/// `answerInlineQuery`.
pub(crate) fn answer(playground: &Playground, arguments: &Arguments) -> Result<Value, ApiError> {
    let refusal = "Can't parse inline query results JSON object";
    let Some(Value::Array(values)) = arguments.json("results", refusal)? else {
        return Err(ApiError::bad("Expected an Array of inline query results"));
    };
    if values.len() > RESULTS_MAX {
        return Err(ApiError::bad("RESULTS_TOO_MUCH"));
    }
    let results = values.iter().map(result).collect::<Result<Vec<_>, _>>()?;
    let ids: BTreeSet<&str> = results.iter().map(|result| result.id.as_str()).collect();
    if ids.len() < results.len() {
        return Err(ApiError::bad("RESULT_ID_DUPLICATE"));
    }
    let now = playground.now();
    let number: u64 = arguments.text("inline_query_id").parse().unwrap_or_default();
    {
        let mut state = playground.state();
        let asked = state.inline.asked.get_mut(&number).filter(|(at, _)| now - *at <= LIFE);
        let Some((_, answer)) = asked else {
            return Err(ApiError::bad(
                "query is too old and response timeout expired or query ID is invalid",
            ));
        };
        answer.get_or_insert(results);
    }
    playground.touch();
    Ok(true.into())
}

fn result(value: &Value) -> Result<InlineResult, ApiError> {
    let wrong = |why: String| ApiError::bad(format!("can't parse inline query result: {why}"));
    let object = Object::of(value, "InlineQueryResult").map_err(wrong)?;
    if object.required_string("type").map_err(wrong)? != "article" {
        return Err(ApiError::bad("the playground knows articles only"));
    }
    let id = object.required_string("id").map_err(wrong)?;
    if !(1..=64).contains(&id.len()) {
        return Err(ApiError::bad("RESULT_ID_INVALID"));
    }
    let title = object.required_string("title").map_err(wrong)?;
    if title.trim().is_empty() {
        return Err(ApiError::bad("ARTICLE_TITLE_EMPTY"));
    }
    let content = object.value("input_message_content").unwrap_or(&Value::Null);
    let content = Object::of(content, "InputMessageContent").map_err(wrong)?;
    let typed = content.required_string("message_text").map_err(wrong)?;
    let mode = content.string("parse_mode").map_err(wrong)?.unwrap_or_default();
    let text = entities::parse(&typed, &mode, None)?;
    if text.text.trim().is_empty() {
        return Err(ApiError::bad("message text is empty"));
    }
    let keyboard = object.value("reply_markup").map_or(Ok(Vec::new()), Markup::inline_of)?;
    let description = object.string("description").map_err(wrong)?.unwrap_or_default();
    Ok(InlineResult { id, title, description, text: text.text, keyboard })
}
