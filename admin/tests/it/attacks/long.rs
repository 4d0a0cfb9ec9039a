//! Requests that are too long, over a real connection: the server says so, and goes on.

use std::net::SocketAddr;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinSet;

use crate::browser::Browser;
use crate::city::City;
use crate::work::LOCAL;

/// The first line that comes back; empty when the connection is closed without one.
async fn first_line(server: SocketAddr, request: &[u8]) -> String {
    let mut stream = TcpStream::connect(server).await.unwrap();
    // A server that has read enough closes while we still write.
    let _ = stream.write_all(request).await;
    let mut answer = vec![0; 4096];
    let read = stream.read(&mut answer).await.unwrap_or_default();
    String::from_utf8_lossy(&answer[..read]).lines().next().unwrap_or_default().to_owned()
}

fn request(path: &str, headers: &str) -> Vec<u8> {
    format!("GET {path} HTTP/1.1\r\nHost: panel.test\r\nConnection: close\r\n{headers}\r\n").into_bytes()
}

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn what_is_too_long_or_malformed_is_refused_and_the_next_is_served() {
    let city = City::at(LOCAL).await;
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let server = listener.local_addr().unwrap();
    let router = city.router.clone();
    let mut parts = JoinSet::new();
    parts.spawn(async move { axum::serve(listener, router).await.unwrap() });
    let long = "a".repeat(100_000);
    for (what, bytes, refused) in [
        ("a long address", request(&format!("/{long}"), ""), &["414", "400"][..]),
        (
            "a long header",
            request("/login", &format!("X-Long: {}\r\n", "a".repeat(1_000_000))),
            &["431", "400", ""],
        ),
        ("many headers", request("/login", &"X-Many: a\r\n".repeat(5_000)), &["431", "400", ""]),
        ("two lengths", request("/login", "Content-Length: 3\r\nContent-Length: 5\r\n"), &["400"]),
        ("no host", b"GET /login HTTP/1.1\r\n\r\n".to_vec(), &["400", "200", "303"]),
        ("a header in two lines", request("/login", "X-Fold: a\r\n b\r\n"), &["400"]),
        ("nonsense", b"\x16\x03\x01\x02\x00\x01\r\n\r\n".to_vec(), &["400", ""]),
    ] {
        let line = first_line(server, &bytes).await;
        let status = line.split(' ').nth(1).unwrap_or_default();
        assert!(refused.contains(&status), "{what}: {line:?}");
        let next = first_line(server, &request("/login", "")).await;
        assert!(next.starts_with("HTTP/1.1 200"), "after {what}: {next}");
    }
}

#[tokio::test]
async fn a_long_address_does_not_make_a_longer_page() {
    let city = City::at(LOCAL).await;
    let mut browser = Browser::of(&city, city.controller).await;
    let usual = browser.get("/orgs").await.body.len();
    let long = browser.get(&format!("/orgs?x={}", "a".repeat(60_000))).await;
    assert!(long.body.len() < usual + 2_000, "{} bytes instead of {usual}", long.body.len());
    let sent = Browser::new(&city).get(&format!("/orgs?x={}", "a".repeat(60_000))).await;
    assert!(sent.location().len() < 3_000, "{}", sent.location().len());
}
