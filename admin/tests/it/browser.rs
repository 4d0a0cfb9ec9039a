//! A browser that keeps cookies, without a network.

use std::collections::BTreeMap;

use axum::Router;
use axum::body::{Body, to_bytes};
use axum::http::{HeaderMap, Method, Request, StatusCode, header};
use domain::ids::PersonId;
use tower::ServiceExt;

use crate::city::City;

/// What stands between the parts of a form with files.
const BOUNDARY: &str = "part-of-a-form";

fn part(about: &str, content: &[u8]) -> Vec<u8> {
    let head = format!("--{BOUNDARY}\r\nContent-Disposition: form-data; {about}\r\n\r\n");
    [head.as_bytes(), content, b"\r\n"].concat()
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Answer {
    /// The status.
    pub(crate) status: StatusCode,
    /// The headers.
    pub(crate) headers: HeaderMap,
    /// The page.
    pub(crate) body: String,
    /// The file.
    pub(crate) bytes: Vec<u8>,
}

impl Answer {
    /// Where a redirect leads.
    pub(crate) fn location(&self) -> &str {
        self.headers.get(header::LOCATION).map_or("", |value| value.to_str().unwrap())
    }

    /// The value of the first hidden form token.
    pub(crate) fn form_token(&self) -> String {
        let from = self.body.find("name=\"token\" value=\"").expect("the page has a form") + 20;
        self.body[from..].split('"').next().unwrap().to_owned()
    }
}

/// A browser.
pub(crate) struct Browser {
    router: Router,
    /// Its cookies.
    pub(crate) cookies: BTreeMap<String, String>,
    /// The host that it believes to talk to.
    pub(crate) host: String,
    /// Headers that it sends with everything.
    pub(crate) headers: Vec<(&'static str, String)>,
}

impl Browser {
    /// A browser without cookies.
    pub(crate) fn new(city: &City) -> Self {
        Self {
            router: city.router.clone(),
            cookies: BTreeMap::new(),
            host: "panel.test".to_owned(),
            headers: Vec::new(),
        }
    }

    /// A browser in which a person is signed in.
    pub(crate) async fn of(city: &City, person: PersonId) -> Self {
        let mut browser = Self::new(city);
        let token = city.session(person).await;
        browser.cookies.insert("session".to_owned(), token.reveal().to_owned());
        browser
    }

    /// Opens a page.
    pub(crate) async fn get(&mut self, path: &str) -> Answer {
        self.ask(Method::GET, path, String::new()).await
    }

    /// Sends a form from a page of the panel.
    pub(crate) async fn post(&mut self, path: &str, form: &str) -> Answer {
        self.ask(Method::POST, path, form.to_owned()).await
    }

    /// Sends a form that may bring files: fields by name and words, then files by name, kind of content and bytes.
    pub(crate) async fn send(
        &mut self,
        path: &str,
        fields: &[(&str, &str)],
        files: &[(&str, &str, &[u8])],
    ) -> Answer {
        let mut body = Vec::new();
        for (name, words) in fields {
            body.extend(part(&format!("name=\"{name}\""), words.as_bytes()));
        }
        for (name, mime, bytes) in files {
            let about = format!("name=\"files\"; filename=\"{name}\"\r\nContent-Type: {mime}");
            body.extend(part(&about, bytes));
        }
        body.extend(format!("--{BOUNDARY}--\r\n").into_bytes());
        let content = format!("multipart/form-data; boundary={BOUNDARY}");
        self.ask_with(Method::POST, path, &content, body).await
    }

    /// Sends bytes that call themselves this kind of content.
    pub(crate) async fn send_as(&mut self, path: &str, kind: &str, body: Vec<u8>) -> Answer {
        self.ask_with(Method::POST, path, kind, body).await
    }

    async fn ask(&mut self, method: Method, path: &str, body: String) -> Answer {
        self.ask_with(method, path, "application/x-www-form-urlencoded", body.into_bytes()).await
    }

    async fn ask_with(&mut self, method: Method, path: &str, content: &str, body: Vec<u8>) -> Answer {
        let cookies = self.cookies.iter().map(|(name, value)| format!("{name}={value}")).collect::<Vec<_>>();
        let mut request = Request::builder()
            .method(method)
            .uri(path)
            .header(header::HOST, &self.host)
            .header(header::CONTENT_TYPE, content)
            .header(header::COOKIE, cookies.join("; "));
        for (name, value) in &self.headers {
            request = request.header(*name, value);
        }
        let response = self.router.clone().oneshot(request.body(Body::from(body)).unwrap()).await.unwrap();
        let (status, headers) = (response.status(), response.headers().clone());
        for cookie in headers.get_all(header::SET_COOKIE) {
            let pair = cookie.to_str().unwrap().split(';').next().unwrap();
            let (name, value) = pair.split_once('=').unwrap();
            if value.is_empty() {
                self.cookies.remove(name);
            } else {
                self.cookies.insert(name.to_owned(), value.to_owned());
            }
        }
        // A stream of events does not end by itself.
        let streams = headers.get(header::CONTENT_TYPE).is_some_and(|kind| kind == "text/event-stream");
        let body = if streams { Body::empty() } else { response.into_body() };
        let body = to_bytes(body, usize::MAX).await.unwrap();
        Answer { status, headers, body: String::from_utf8_lossy(&body).into_owned(), bytes: body.to_vec() }
    }
}
