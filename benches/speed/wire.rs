//! As little HTTP/1.1 as the benchmarks need: messages with a length over connections that stay open.
//!
//! It serves the stand-in for Telegram, the citizens who knock, and the floor program; it is no general HTTP.

use std::net::SocketAddr;

use anyhow::{Context, bail};
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

const END_OF_HEAD: &[u8] = b"\r\n\r\n";

/// A connection on which messages come one after the other.
pub(crate) struct Wire {
    stream: TcpStream,
    buffer: Vec<u8>,
    /// The length of the message that was lent last.
    lent: usize,
}

/// A request or an answer.
pub(crate) struct Message<'a> {
    /// `POST /path HTTP/1.1` or `HTTP/1.1 200 OK`.
    pub(crate) first_line: &'a str,
    pub(crate) body: &'a [u8],
}

impl Message<'_> {
    /// The last part of the path of a request, such as the method of the Bot API.
    pub(crate) fn last_of_path(&self) -> &str {
        let path = self.first_line.split(' ').nth(1).unwrap_or_default();
        path.rsplit('/').next().unwrap_or_default()
    }

    /// The status of an answer.
    pub(crate) fn status(&self) -> u16 {
        self.first_line.split(' ').nth(1).and_then(|status| status.parse().ok()).unwrap_or_default()
    }
}

impl Wire {
    pub(crate) fn over(stream: TcpStream) -> anyhow::Result<Self> {
        stream.set_nodelay(true).context("the connection cannot be made quick")?;
        Ok(Self { stream, buffer: Vec::with_capacity(8192), lent: 0 })
    }

    pub(crate) async fn to(address: SocketAddr) -> anyhow::Result<Self> {
        let stream =
            TcpStream::connect(address).await.with_context(|| format!("{address} does not answer"))?;
        Self::over(stream)
    }

    /// The next message; none when the other side has closed.
    pub(crate) async fn receive(&mut self) -> anyhow::Result<Option<Message<'_>>> {
        self.buffer.drain(..self.lent);
        self.lent = 0;
        let (head, length) = loop {
            if let Some((head, length)) = measure(&self.buffer)?
                && self.buffer.len() >= head + length
            {
                break (head, length);
            }
            if self.stream.read_buf(&mut self.buffer).await.context("the connection broke")? == 0 {
                return Ok(None);
            }
        };
        self.lent = head + length;
        let first_line = self.buffer[..head].split(|byte| *byte == b'\r').next().unwrap_or_default();
        let first_line = std::str::from_utf8(first_line).context("a head that is not text")?;
        Ok(Some(Message { first_line, body: &self.buffer[head..head + length] }))
    }

    pub(crate) async fn send(&mut self, message: &[u8]) -> anyhow::Result<()> {
        self.stream.write_all(message).await.context("the connection broke")
    }

    /// Posts JSON and gives the answer.
    pub(crate) async fn post(
        &mut self,
        path: &str,
        headers: &str,
        body: &str,
    ) -> anyhow::Result<Message<'_>> {
        let request = format!(
            "POST {path} HTTP/1.1\r\nhost: localhost\r\ncontent-type: application/json\r\n{headers}content-length: {}\r\n\r\n{body}",
            body.len()
        );
        self.send(request.as_bytes()).await?;
        self.receive().await?.context("the connection was closed before the answer")
    }
}

/// An answer with JSON.
pub(crate) fn answer(status: u16, body: &str) -> String {
    format!(
        "HTTP/1.1 {status} OK\r\ncontent-type: application/json\r\ncontent-length: {}\r\n\r\n{body}",
        body.len()
    )
}

/// The lengths of head and body, once the head is there.
fn measure(bytes: &[u8]) -> anyhow::Result<Option<(usize, usize)>> {
    let Some(end) = bytes.windows(END_OF_HEAD.len()).position(|part| part == END_OF_HEAD) else {
        return Ok(None);
    };
    let mut length = 0;
    for line in bytes[..end].split(|byte| *byte == b'\n').skip(1) {
        let Some(colon) = line.iter().position(|byte| *byte == b':') else { continue };
        if line[..colon].eq_ignore_ascii_case(b"content-length") {
            let value = std::str::from_utf8(&line[colon + 1..]).context("a length that is not text")?;
            length = value.trim().parse().with_context(|| format!("a length of {value:?}"))?;
        } else if line[..colon].eq_ignore_ascii_case(b"transfer-encoding") {
            bail!("a message without a length");
        }
    }
    Ok(Some((end + END_OF_HEAD.len(), length)))
}
