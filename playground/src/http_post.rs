//! The smallest HTTP/1.1 client that can deliver a webhook: one POST at a time over kept connections, no TLS.

use std::sync::Mutex;
use std::sync::PoisonError;
use std::time::Duration;

use tokio::io::{AsyncBufReadExt, AsyncReadExt, AsyncWriteExt, BufReader};
use tokio::net::TcpStream;
use tokio::time::timeout;

/// A webhook that does not answer.
const PATIENCE: Duration = Duration::from_mins(1);
/// An answer longer than this is not a webhook's answer.
const BODY_MAX: usize = 1 << 20;

/// Where to post.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    pub(crate) host: String,
    port: u16,
    path: String,
}

impl Target {
    /// Reads `http://host:port/path`.
    pub(crate) fn read(url: &str) -> Option<Self> {
        let rest = url.strip_prefix("http://")?;
        let end = rest.find(['/', '?', '#']).unwrap_or(rest.len());
        let (authority, path) = rest.split_at(end);
        let (host, port) = match authority.rsplit_once(':') {
            Some((host, port)) if !port.ends_with(']') => (host, port.parse().ok()?),
            _ => (authority, 80),
        };
        let clean = |text: &str| text.bytes().all(|byte| byte.is_ascii_graphic());
        if host.is_empty() || host.contains('@') || !clean(authority) || !clean(path) {
            return None;
        }
        let path = path.split('#').next().unwrap_or_default();
        let slash = if path.starts_with('/') { "" } else { "/" };
        Some(Self { host: host.trim_matches(['[', ']']).to_owned(), port, path: format!("{slash}{path}") })
    }
}

/// What came back.
#[derive(Debug)]
pub(crate) struct Reply {
    pub(crate) status: u16,
    pub(crate) reason: String,
    pub(crate) retry_after: Option<u64>,
    pub(crate) body: Vec<u8>,
    keep: bool,
}

/// Connections that can be used again.
#[derive(Default)]
pub(crate) struct Connections(Mutex<Vec<BufReader<TcpStream>>>);

impl Connections {
    /// Posts JSON; the error is one line for `last_error_message`.
    pub(crate) async fn post(
        &self,
        target: &Target,
        secret: Option<&str>,
        json: &str,
    ) -> Result<Reply, String> {
        let secret =
            secret.map(|secret| format!("X-Telegram-Bot-Api-Secret-Token: {secret}\r\n")).unwrap_or_default();
        let request = format!(
            "POST {} HTTP/1.1\r\nHost: {}:{}\r\nContent-Type: application/json\r\nContent-Length: {}\r\n\
             Connection: keep-alive\r\n{secret}\r\n{json}",
            target.path,
            target.host,
            target.port,
            json.len()
        );
        timeout(PATIENCE, self.exchange(target, request.as_bytes()))
            .await
            .unwrap_or_else(|_| Err("Read timeout expired".to_owned()))
    }

    async fn exchange(&self, target: &Target, request: &[u8]) -> Result<Reply, String> {
        let kept = self.lock().pop();
        if let Some(mut stream) = kept {
            // A kept connection may have been closed by the other side: then a new one is tried.
            if let Ok(reply) = talk(&mut stream, request).await {
                return Ok(self.put_back(stream, reply));
            }
        }
        let stream =
            TcpStream::connect((target.host.as_str(), target.port)).await.map_err(|e| match e.kind() {
                std::io::ErrorKind::ConnectionRefused => "Connection refused".to_owned(),
                _ => "Failed to connect".to_owned(),
            })?;
        // Small requests must not wait for more bytes; a failure here only costs speed.
        let _ = stream.set_nodelay(true);
        let mut stream = BufReader::new(stream);
        let reply = talk(&mut stream, request).await.map_err(|_| "Connection closed".to_owned())?;
        Ok(self.put_back(stream, reply))
    }

    fn put_back(&self, stream: BufReader<TcpStream>, reply: Reply) -> Reply {
        if reply.keep {
            self.lock().push(stream);
        }
        reply
    }

    fn lock(&self) -> std::sync::MutexGuard<'_, Vec<BufReader<TcpStream>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

fn broken() -> std::io::Error {
    std::io::ErrorKind::InvalidData.into()
}

async fn line(stream: &mut BufReader<TcpStream>) -> std::io::Result<String> {
    let mut line = String::new();
    if stream.read_line(&mut line).await? == 0 {
        return Err(std::io::ErrorKind::UnexpectedEof.into());
    }
    Ok(line.trim_end().to_owned())
}

async fn talk(stream: &mut BufReader<TcpStream>, request: &[u8]) -> std::io::Result<Reply> {
    stream.get_mut().write_all(request).await?;
    let first = line(stream).await?;
    let mut words = first.splitn(3, ' ');
    let version = words.next().unwrap_or_default();
    let status = words.next().and_then(|code| code.parse().ok()).ok_or_else(broken)?;
    let reason = words.next().unwrap_or_default().to_owned();
    let (mut length, mut chunked, mut keep, mut retry_after) = (None, false, version == "HTTP/1.1", None);
    loop {
        let header = line(stream).await?;
        let Some((name, value)) = header.split_once(':') else { break };
        let value = value.trim();
        match name.to_ascii_lowercase().as_str() {
            "content-length" => length = value.parse().ok(),
            "transfer-encoding" => chunked = value.eq_ignore_ascii_case("chunked"),
            "connection" => keep = !value.eq_ignore_ascii_case("close"),
            "retry-after" => retry_after = value.parse().ok(),
            _ => {}
        }
    }
    let body = if chunked {
        read_chunks(stream).await?
    } else if let Some(length) = length {
        read_exactly(stream, length).await?
    } else {
        keep = keep && status == 204;
        Vec::new()
    };
    Ok(Reply { status, reason, retry_after, body, keep })
}

async fn read_exactly(stream: &mut BufReader<TcpStream>, length: usize) -> std::io::Result<Vec<u8>> {
    if length > BODY_MAX {
        return Err(broken());
    }
    let mut body = vec![0; length];
    stream.read_exact(&mut body).await?;
    Ok(body)
}

async fn read_chunks(stream: &mut BufReader<TcpStream>) -> std::io::Result<Vec<u8>> {
    let mut body = Vec::new();
    loop {
        let size = line(stream).await?;
        let size =
            usize::from_str_radix(size.split(';').next().unwrap_or_default(), 16).map_err(|_| broken())?;
        if body.len() + size > BODY_MAX {
            return Err(broken());
        }
        body.extend(read_exactly(stream, size).await?);
        line(stream).await?;
        if size == 0 {
            return Ok(body);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn addresses_are_read() {
        for (url, expected) in [
            ("http://127.0.0.1:8080/telegram/webhook", Some(("127.0.0.1", 8080, "/telegram/webhook"))),
            ("http://[::1]:81", Some(("::1", 81, "/"))),
            ("http://host?x=1", Some(("host", 80, "/?x=1"))),
            ("https://host/", None),
            ("http://host/a b", None),
            ("http:///x", None),
        ] {
            let target = Target::read(url);
            let found =
                target.as_ref().map(|target| (target.host.as_str(), target.port, target.path.as_str()));
            assert_eq!(found, expected, "{url}");
        }
    }
}
