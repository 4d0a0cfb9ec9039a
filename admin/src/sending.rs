//! Files sent piece by piece, however large they are.

use std::io::{self, Write};

use axum::body::{Body, Bytes};
use futures_util::stream::try_unfold;
use tokio::fs::File;
use tokio::io::AsyncReadExt;
use tokio::sync::mpsc::{Sender, channel};
use tokio_stream::wrappers::ReceiverStream;

/// The bytes that are sent at once.
const PIECE: usize = 64 * 1024;
/// Pieces that wait for a slow line.
const WAITING: usize = 4;

/// The file as the body of an answer. What is to live as long as the sending comes with it.
pub(crate) fn body<K: Send + 'static>(file: File, kept: K) -> Body {
    Body::from_stream(try_unfold((file, kept), |(mut file, kept)| async move {
        let mut piece = vec![0; PIECE];
        let read = file.read(&mut piece).await?;
        piece.truncate(read);
        Ok::<_, std::io::Error>((read > 0).then(|| (Bytes::from(piece), (file, kept))))
    }))
}

/// Where a file is written that is sent as it comes, from a thread that may wait; and the body of the answer.
pub(crate) fn pieces() -> (Pieces, Body) {
    let (sender, receiver) = channel(WAITING);
    (Pieces { sender, piece: Vec::with_capacity(PIECE) }, Body::from_stream(ReceiverStream::new(receiver)))
}

/// A file that is sent while it is written.
pub(crate) struct Pieces {
    sender: Sender<io::Result<Bytes>>,
    piece: Vec<u8>,
}

impl Pieces {
    /// Breaks the line off: what is not written to its end must not look whole.
    pub(crate) fn break_off(self) {
        // Nobody to hear it is no matter.
        let _ = self.sender.blocking_send(Err(io::ErrorKind::UnexpectedEof.into()));
    }
}

impl Write for Pieces {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.piece.extend_from_slice(bytes);
        if self.piece.len() >= PIECE {
            self.flush()?;
        }
        Ok(bytes.len())
    }

    fn flush(&mut self) -> io::Result<()> {
        if self.piece.is_empty() {
            return Ok(());
        }
        let piece = std::mem::replace(&mut self.piece, Vec::with_capacity(PIECE));
        self.sender.blocking_send(Ok(piece.into())).map_err(|_| io::ErrorKind::BrokenPipe.into())
    }
}
