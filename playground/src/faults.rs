//! Troubles on order: what a test asks the server to do wrong.

use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::{HeaderValue, Response, StatusCode, header};
use futures_util::stream;

/// What shall go wrong, with which calls, how many times.
#[derive(Clone, Debug)]
pub struct Fault {
    /// The method, in any letter case; `None` is every method.
    pub method: Option<String>,
    /// Only calls with this `chat_id`.
    pub chat: Option<i64>,
    /// What goes wrong.
    pub kind: FaultKind,
    /// How many calls it meets.
    pub times: u32,
}

/// What goes wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum FaultKind {
    /// 429 with these seconds, without effect.
    TooManyRequests {
        /// The `retry_after` of the answer.
        retry_after: u64,
    },
    /// 500 in the usual envelope, without effect.
    InternalError,
    /// The balancer's 502 page, which is not JSON, without effect.
    BadGateway,
    /// The connection breaks before anything happens.
    ResetBefore,
    /// The call has its effect, then the connection breaks without an answer.
    ResetAfter,
    /// The call has its effect; the answer comes later.
    Delay(Duration),
    /// The call has its effect; only the first half of the answer comes.
    Truncated,
    /// Nothing happens, and no answer ever comes: whoever calls waits until they give up.
    HangBefore,
    /// The call has its effect, and no answer ever comes.
    HangAfter,
}

/// A call as a trouble sees it before anything happens.
#[derive(Clone, Copy, Debug)]
pub struct Attempt<'a> {
    /// The method as Telegram spells it.
    pub method: &'a str,
    /// Its `chat_id`.
    pub chat: Option<i64>,
    /// Its `text`, or its `caption`; empty where it has none.
    pub text: &'a str,
}

/// Says of each call what goes wrong with it, if anything: for trouble that follows a rule and not a count.
pub(crate) type Trouble = Arc<dyn Fn(Attempt<'_>) -> Option<FaultKind> + Send + Sync>;

/// Takes the first fault that fits the call.
pub(crate) fn take(faults: &mut Vec<Fault>, method: &str, chat: Option<i64>) -> Option<FaultKind> {
    let place = faults.iter().position(|fault| {
        fault.method.as_ref().is_none_or(|name| name.eq_ignore_ascii_case(method))
            && fault.chat.is_none_or(|id| chat == Some(id))
    })?;
    let fault = &mut faults[place];
    fault.times = fault.times.saturating_sub(1);
    let kind = fault.kind.clone();
    if fault.times == 0 {
        faults.remove(place);
    }
    Some(kind)
}

/// The page that a balancer shows when nobody is behind it.
pub(crate) fn bad_gateway() -> Response<Body> {
    let page = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>\r\n<center><h1>502 Bad Gateway</h1></center>\r\n<hr><center>nginx</center>\r\n</body>\r\n</html>\r\n";
    let mut response = Response::new(Body::from(page));
    *response.status_mut() = StatusCode::BAD_GATEWAY;
    response.headers_mut().insert(header::CONTENT_TYPE, HeaderValue::from_static("text/html"));
    response
}

/// An answer that promises more than comes, so that the connection has to be cut.
pub(crate) fn cut_off(beginning: Bytes) -> Response<Body> {
    let promised = beginning.len() + 1000;
    let pieces = [Ok(beginning), Err(std::io::Error::from(std::io::ErrorKind::ConnectionReset))];
    let mut response = Response::new(Body::from_stream(stream::iter(pieces)));
    let headers = response.headers_mut();
    headers.insert(header::CONTENT_LENGTH, HeaderValue::from(promised));
    headers.insert(header::CONTENT_TYPE, HeaderValue::from_static("application/json"));
    response
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_fault_meets_only_the_calls_it_names_and_then_is_gone() {
        let mut faults = vec![Fault {
            method: Some("sendMessage".into()),
            chat: Some(7),
            kind: FaultKind::BadGateway,
            times: 2,
        }];
        assert_eq!(take(&mut faults, "getMe", None), None);
        assert_eq!(take(&mut faults, "SendMessage", Some(8)), None);
        assert_eq!(take(&mut faults, "SendMessage", Some(7)), Some(FaultKind::BadGateway));
        assert_eq!(take(&mut faults, "sendmessage", Some(7)), Some(FaultKind::BadGateway));
        assert_eq!(take(&mut faults, "sendmessage", Some(7)), None);
    }
}
