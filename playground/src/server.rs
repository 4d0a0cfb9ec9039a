//! The HTTP side of the Bot API: paths, tokens, dispatch, the log and the injected faults.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes, to_bytes};
use axum::extract::{DefaultBodyLimit, Path, Request, State};
use axum::http::{HeaderValue, Response, StatusCode, header};
use axum::routing::{any, get};

use crate::arguments::Arguments;
use crate::calls::{Call, Outcome};
use crate::error::{Answer, ApiError, envelope};
use crate::faults::{self, Attempt, FaultKind};
use crate::methods::Method;
use crate::page;
use crate::state::Playground;

type Shared = State<Arc<Playground>>;

impl Playground {
    /// The Bot API under `/bot<token>/` and `/file/bot<token>/`, the chat page under `/`.
    pub fn router(self: &Arc<Self>) -> Router {
        Router::new()
            .route("/bot{token}/{method}", any(call))
            .route("/bot{token}/", any(call_without_path))
            .route("/file/bot{token}/{*path}", get(download))
            .merge(page::routes())
            .fallback(not_found)
            .layer(DefaultBodyLimit::disable())
            .with_state(Arc::clone(self))
    }

    fn check_token(&self, token: &str) -> Result<(), ApiError> {
        let well_formed = token.split_once(':').is_some_and(|(id, secret)| {
            !id.is_empty() && id.bytes().all(|byte| byte.is_ascii_digit()) && !secret.is_empty()
        });
        if !well_formed {
            return Err(ApiError::new(401, "invalid token specified"));
        }
        if token == self.token { Ok(()) } else { Err(ApiError::new(401, "")) }
    }

    /// Carries out a call and writes it into the log; a fault on order goes first.
    async fn perform(self: &Arc<Self>, name: &str, arguments: &Arguments) -> Response<Body> {
        let Some(method) = Method::find(name) else {
            let answer = Err(ApiError::new(404, "method not found"));
            self.log(name, arguments, Outcome::of(&answer));
            return envelope(&answer);
        };
        self.log_unknown(method, arguments);
        let chat = arguments.number_if_any("chat_id");
        let fault = self.fault_of(method.name, chat, arguments);
        if let Some(response) = fault.as_ref().and_then(prevented) {
            self.log(method.name, arguments, Outcome::Prevented);
            return response;
        }
        if fault == Some(FaultKind::HangBefore) {
            self.log(method.name, arguments, Outcome::Prevented);
            return std::future::pending().await;
        }
        let answer = method.run(self, arguments).await;
        self.log(method.name, arguments, Outcome::of(&answer));
        match fault {
            Some(FaultKind::Delay(pause)) => tokio::time::sleep(pause).await,
            Some(FaultKind::HangAfter) => return std::future::pending().await,
            Some(FaultKind::ResetAfter) => return faults::cut_off(Bytes::new()),
            Some(FaultKind::Truncated) => return truncated(&answer).await,
            _ => {}
        }
        envelope(&answer)
    }

    /// What goes wrong with a call: first what was ordered by count, then what the rule says.
    fn fault_of(&self, method: &str, chat: Option<i64>, arguments: &Arguments) -> Option<FaultKind> {
        let (ordered, trouble) = {
            let mut state = self.state();
            (faults::take(&mut state.faults, method, chat), state.trouble.clone())
        };
        ordered.or_else(|| {
            let text = match arguments.text("text") {
                "" => arguments.text("caption"),
                text => text,
            };
            trouble?(Attempt { method, chat, text })
        })
    }

    /// Carries out the call in a webhook's answer; nobody hears what became of it, so it is only logged.
    pub(crate) fn perform_reply(&self, name: &str, arguments: &Arguments) {
        let Some(method) = Method::find(name).filter(Method::fits_webhook_reply) else { return };
        self.log_unknown(method, arguments);
        let answer = method.run_plain(self, arguments);
        self.log(method.name, arguments, Outcome::of(&answer));
    }

    fn log(&self, method: &str, arguments: &Arguments, outcome: Outcome) {
        let call = Call { method: method.to_owned(), args: arguments.for_log(), at: self.now(), outcome };
        self.state().calls.add(call);
    }

    fn log_unknown(&self, method: Method, arguments: &Arguments) {
        for name in arguments.names().filter(|name| !method.knows(name)) {
            self.state().calls.unknown(method.name, name);
        }
    }
}

/// The answer of a fault that keeps the call from happening.
fn prevented(fault: &FaultKind) -> Option<Response<Body>> {
    match fault {
        FaultKind::TooManyRequests { retry_after } => Some(envelope(&Err(ApiError::too_many(*retry_after)))),
        FaultKind::InternalError => Some(envelope(&Err(ApiError::new(500, "")))),
        FaultKind::BadGateway => Some(faults::bad_gateway()),
        FaultKind::ResetBefore => Some(faults::cut_off(Bytes::new())),
        FaultKind::ResetAfter
        | FaultKind::Delay(_)
        | FaultKind::Truncated
        | FaultKind::HangBefore
        | FaultKind::HangAfter => None,
    }
}

async fn truncated(answer: &Answer) -> Response<Body> {
    let whole = to_bytes(envelope(answer).into_body(), usize::MAX).await.unwrap_or_default();
    faults::cut_off(whole.slice(..whole.len() / 2))
}

async fn call(
    State(playground): Shared,
    Path((token, method)): Path<(String, String)>,
    request: Request,
) -> Response<Body> {
    answer(&playground, &token, &method, request).await
}

async fn call_without_path(
    State(playground): Shared,
    Path(token): Path<String>,
    request: Request,
) -> Response<Body> {
    answer(&playground, &token, "", request).await
}

async fn answer(playground: &Arc<Playground>, token: &str, method: &str, request: Request) -> Response<Body> {
    if let Err(error) = playground.check_token(token) {
        return envelope(&Err(error));
    }
    let arguments = match Arguments::read(request).await {
        Ok(arguments) => arguments,
        Err(error) => {
            let answer = Err(error);
            playground.log(method, &Arguments::default(), Outcome::of(&answer));
            return envelope(&answer);
        }
    };
    let name = if method.is_empty() { arguments.text("method") } else { method };
    playground.perform(name, &arguments).await
}

async fn download(State(playground): Shared, Path((token, path)): Path<(String, String)>) -> Response<Body> {
    if let Err(error) = playground.check_token(&token) {
        return envelope(&Err(error));
    }
    let file = playground.state().files.at_path(&path).cloned();
    let Some(file) = file else { return envelope(&Err(ApiError::new(404, ""))) };
    let mut response = Response::new(Body::from(file.bytes));
    let octets = HeaderValue::from_static("application/octet-stream");
    response.headers_mut().insert(header::CONTENT_TYPE, octets);
    response
}

async fn not_found() -> Response<Body> {
    let mut response = envelope(&Err(ApiError::new(404, "")));
    *response.status_mut() = StatusCode::NOT_FOUND;
    response
}
