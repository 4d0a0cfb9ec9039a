//! The one way to the Bot API: a method and JSON out, an answer read into what can be done about it.
//!
//! The token stands in every address of the Bot API, so no address ever leaves this module: not in an error, not in a log.

use std::fmt;
use std::time::Duration;

use pictures::Picture;
use reqwest::RequestBuilder;
use reqwest::header::CONTENT_TYPE;
use reqwest::multipart::{Form, Part};
use serde::Deserialize;
use serde_json::value::RawValue;
use serde_json::{Map, Value};

/// Telegram's own server.
pub const TELEGRAM: &str = "https://api.telegram.org";

/// An answer takes at most so long; a long poll adds its own waiting.
pub(crate) const ANSWER: Duration = Duration::from_secs(30);
const CONNECT: Duration = Duration::from_secs(10);

/// The bot's token. It does not print itself.
#[derive(Clone, PartialEq, Eq)]
pub struct ApiToken(String);

impl ApiToken {
    /// Takes a token as the bot's maker was given it.
    pub fn new(token: impl Into<String>) -> Self {
        Self(token.into().trim().to_owned())
    }

    pub(crate) fn reveal(&self) -> &str {
        &self.0
    }

    /// Whether it has the shape of a token: digits, a colon, letters.
    pub fn is_well_formed(&self) -> bool {
        let letter = |b: u8| b.is_ascii_alphanumeric() || b == b'_' || b == b'-';
        self.0.split_once(':').is_some_and(|(id, secret)| {
            !id.is_empty()
                && id.bytes().all(|b| b.is_ascii_digit())
                && !secret.is_empty()
                && secret.bytes().all(letter)
        })
    }
}

impl fmt::Debug for ApiToken {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("ApiToken(***)")
    }
}

/// Calls the Bot API. Cheap to clone.
#[derive(Clone)]
pub(crate) struct Client {
    http: reqwest::Client,
    api_url: String,
    token: ApiToken,
}

/// What came of a call.
#[derive(Debug)]
pub(crate) enum Answer {
    /// It was done; the result as JSON.
    Done(Box<RawValue>),
    /// Telegram said no.
    Refused(Refused),
    /// The call went out, and what became of it is not known.
    Unknown(String),
    /// A balancer before Telegram answered in its place, with a page of its own: most likely nothing was taken.
    Balancer(String),
    /// The call did not reach Telegram.
    NotSent(String),
}

/// Telegram's no.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(crate) struct Refused {
    pub(crate) code: i64,
    pub(crate) description: String,
    /// So many seconds nothing more is taken.
    pub(crate) retry_after: Option<u64>,
    /// The group has this number now.
    pub(crate) migrate_to: Option<i64>,
}

/// Why a call that must succeed did not.
#[derive(Debug, thiserror::Error)]
pub enum CallError {
    /// Telegram said no.
    #[error("Telegram refused {method}: {code} {description}")]
    Refused {
        /// The method of the Bot API.
        method: &'static str,
        /// Telegram's code, such as 401.
        code: i64,
        /// Telegram's words.
        description: String,
    },
    /// There was no answer, or none that can be read.
    #[error("{method} got no answer from Telegram: {why}")]
    NoAnswer {
        /// The method of the Bot API.
        method: &'static str,
        /// What stood in the way.
        why: String,
    },
}

impl CallError {
    /// Whether Telegram does not know the token: no repeat will help.
    pub fn is_wrong_token(&self) -> bool {
        matches!(self, Self::Refused { code: 401 | 404, .. })
    }
}

#[derive(Deserialize)]
struct Envelope {
    ok: bool,
    result: Option<Box<RawValue>>,
    error_code: Option<i64>,
    description: Option<String>,
    parameters: Option<Parameters>,
}

#[derive(Default, Deserialize)]
struct Parameters {
    retry_after: Option<u64>,
    migrate_to_chat_id: Option<i64>,
}

/// Why a file could not be fetched.
#[derive(Debug, thiserror::Error)]
pub(crate) enum FetchError {
    /// It will not come another time either.
    #[error("{0}")]
    ForGood(String),
    /// It may come another time.
    #[error("{0}")]
    ForNow(String),
    /// It may come another time, and nothing is wrong with it: Telegram cannot be reached, or our own disk takes nothing.
    #[error("{0}")]
    NotItsFault(String),
}

impl Client {
    pub(crate) fn new(api_url: &str, token: ApiToken) -> Result<Self, reqwest::Error> {
        let http = reqwest::Client::builder().connect_timeout(CONNECT).build()?;
        Ok(Self { http, api_url: api_url.trim_end_matches('/').to_owned(), token })
    }

    /// Makes a call whose arguments are JSON already.
    pub(crate) async fn call(&self, method: &str, body: String) -> Answer {
        self.call_within(method, body, ANSWER).await
    }

    /// Makes a call that may take as long as `time`.
    pub(crate) async fn call_within(&self, method: &str, body: String, time: Duration) -> Answer {
        answered(self.post(method).header(CONTENT_TYPE, "application/json").timeout(time).body(body)).await
    }

    /// Makes a call that brings a file as the argument `name`.
    pub(crate) async fn upload(
        &self,
        method: &str,
        arguments: Map<String, Value>,
        name: &'static str,
        picture: Picture,
    ) -> Answer {
        let file = match Part::bytes(picture.bytes).file_name(picture.name).mime_str(picture.mime) {
            Ok(file) => file,
            Err(error) => return Answer::NotSent(told(error)),
        };
        let form =
            arguments.into_iter().fold(Form::new().part(name, file), |form, (name, value)| match value {
                Value::String(text) => form.text(name, text),
                other => form.text(name, other.to_string()),
            });
        answered(self.post(method).timeout(ANSWER).multipart(form)).await
    }

    fn post(&self, method: &str) -> RequestBuilder {
        self.http.post(format!("{}/bot{}/{method}", self.api_url, self.token.0))
    }

    /// Makes a call that must succeed and reads its result.
    pub(crate) async fn ask<T: serde::de::DeserializeOwned>(
        &self,
        method: &'static str,
        body: String,
    ) -> Result<T, CallError> {
        match self.call(method, body).await {
            Answer::Done(result) => serde_json::from_str(result.get()).map_err(|error| CallError::NoAnswer {
                method,
                why: format!("the result cannot be read: {error}"),
            }),
            Answer::Refused(Refused { code, description, .. }) => {
                Err(CallError::Refused { method, code, description })
            }
            Answer::Unknown(why) | Answer::Balancer(why) | Answer::NotSent(why) => {
                Err(CallError::NoAnswer { method, why })
            }
        }
    }

    /// Fetches the file at `path`, as getFile told it, piece by piece; `limit` bytes at most.
    pub(crate) async fn fetch(
        &self,
        path: &str,
        limit: u64,
        mut piece: impl FnMut(&[u8]) -> std::io::Result<()>,
    ) -> Result<u64, FetchError> {
        let away = |error| FetchError::NotItsFault(told(error));
        let url = format!("{}/file/bot{}/{path}", self.api_url, self.token.0);
        let mut response = self.http.get(url).timeout(4 * ANSWER).send().await.map_err(away)?;
        if !response.status().is_success() {
            let why = format!("the file server answered {}", response.status());
            return Err(match response.status().as_u16() {
                // Wait, or the token is wrong.
                401 | 429 => FetchError::NotItsFault(why),
                400..500 => FetchError::ForGood(why),
                _ => FetchError::ForNow(why),
            });
        }
        let mut bytes = 0;
        while let Some(chunk) = response.chunk().await.map_err(away)? {
            bytes += chunk.len() as u64;
            if bytes > limit {
                return Err(FetchError::ForGood(format!("the file is larger than {limit} bytes")));
            }
            let disk = |error| FetchError::NotItsFault(format!("the file cannot be kept: {error}"));
            piece(&chunk).map_err(disk)?;
        }
        Ok(bytes)
    }
}

impl fmt::Debug for Client {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Client").field("api_url", &self.api_url).finish_non_exhaustive()
    }
}

async fn answered(request: RequestBuilder) -> Answer {
    let response = match request.send().await {
        Ok(response) => response,
        Err(error) => return unanswered(error),
    };
    let status = response.status();
    match response.bytes().await {
        Ok(bytes) => read_answer(status.as_u16(), &bytes),
        Err(error) => Answer::Unknown(told(error)),
    }
}

fn unanswered(error: reqwest::Error) -> Answer {
    // Until the connection stands, nothing can have been taken.
    if error.is_connect() || error.is_builder() {
        Answer::NotSent(told(error))
    } else {
        Answer::Unknown(told(error))
    }
}

/// The error with its causes, without the address.
fn told(error: reqwest::Error) -> String {
    let error = error.without_url();
    let mut told = error.to_string();
    let mut cause = std::error::Error::source(&error);
    while let Some(error) = cause {
        told.push_str(": ");
        told.push_str(&error.to_string());
        cause = error.source();
    }
    told
}

fn read_answer(status: u16, bytes: &[u8]) -> Answer {
    let Ok(envelope) = serde_json::from_slice::<Envelope>(bytes) else {
        let why = format!("status {status} with an answer that is not the Bot API's");
        return if status >= 500 { Answer::Balancer(why) } else { Answer::Unknown(why) };
    };
    match envelope {
        Envelope { ok: true, result: Some(result), .. } => Answer::Done(result),
        Envelope { ok: true, .. } => Answer::Unknown("an answer without a result".to_owned()),
        Envelope { error_code, description, parameters, .. } => {
            let parameters = parameters.unwrap_or_default();
            Answer::Refused(Refused {
                code: error_code.unwrap_or_else(|| i64::from(status)),
                description: description.unwrap_or_default(),
                retry_after: parameters.retry_after,
                migrate_to: parameters.migrate_to_chat_id,
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const SECRET: &str = "AAE-very-secret_letters";

    fn client(api_url: &str) -> Client {
        Client::new(api_url, ApiToken::new(format!("123456:{SECRET}"))).unwrap()
    }

    #[test]
    fn an_answer_is_read_into_what_can_be_done_about_it() {
        for (status, body, expected) in [
            (200, r#"{"ok":true,"result":{"message_id":5}}"#, r#"Done {"message_id":5}"#),
            (200, r#"{"ok":true}"#, "Unknown"),
            (
                429,
                r#"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7","parameters":{"retry_after":7}}"#,
                "429 Some(7) None",
            ),
            (
                400,
                r#"{"ok":false,"error_code":400,"description":"x","parameters":{"migrate_to_chat_id":-1001}}"#,
                "400 None Some(-1001)",
            ),
            (500, r#"{"ok":false,"description":"Internal Server Error"}"#, "500 None None"),
            (502, "<html>Bad Gateway</html>", "Balancer"),
            (200, "<html>Sign in to the hotel</html>", "Unknown"),
            (200, "", "Unknown"),
        ] {
            let read = match read_answer(status, body.as_bytes()) {
                Answer::Done(result) => format!("Done {}", result.get()),
                Answer::Refused(no) => format!("{} {:?} {:?}", no.code, no.retry_after, no.migrate_to),
                Answer::Unknown(_) => "Unknown".to_owned(),
                Answer::Balancer(_) => "Balancer".to_owned(),
                Answer::NotSent(_) => "NotSent".to_owned(),
            };
            assert_eq!(read, expected, "{body}");
        }
    }

    #[tokio::test]
    async fn a_call_to_nobody_was_not_sent_and_does_not_tell_the_token() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        drop(listener);
        let client = client(&format!("http://{address}"));
        let Answer::NotSent(why) = client.call("getMe", "{}".to_owned()).await else {
            panic!("nobody listens, so nothing was sent");
        };
        assert!(!why.contains(SECRET) && !why.contains("123456"), "{why}");
        let error = client.ask::<bool>("getMe", "{}".to_owned()).await.unwrap_err();
        assert!(!format!("{error:?} {error}").contains(SECRET));
        assert!(!format!("{client:?}").contains(SECRET));
    }

    #[tokio::test]
    async fn a_connection_that_breaks_after_the_request_leaves_the_outcome_unknown() {
        let listener = tokio::net::TcpListener::bind("127.0.0.1:0").await.unwrap();
        let address = listener.local_addr().unwrap();
        let mut server = tokio::task::JoinSet::new();
        server.spawn(async move {
            let (mut stream, _) = listener.accept().await.unwrap();
            let mut request = [0; 4096];
            let read = tokio::io::AsyncReadExt::read(&mut stream, &mut request).await.unwrap();
            assert!(read > 0);
        });
        let answer = client(&format!("http://{address}")).call("sendMessage", "{}".to_owned()).await;
        let Answer::Unknown(why) = answer else { panic!("the request was on its way: {answer:?}") };
        assert!(!why.contains(SECRET), "{why}");
    }

    #[test]
    fn a_token_does_not_print_and_has_a_shape() {
        assert_eq!(format!("{:?}", ApiToken::new("1:a")), "ApiToken(***)");
        for (token, well_formed) in [
            ("123456:AAE-x_y", true),
            (" 1:a\n", true),
            ("", false),
            ("abc:d", false),
            ("1:", false),
            ("1:a/b", false),
        ] {
            assert_eq!(ApiToken::new(token).is_well_formed(), well_formed, "{token:?}");
        }
    }
}
