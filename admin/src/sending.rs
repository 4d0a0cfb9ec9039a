//! Files sent piece by piece, however large they are.

use axum::body::{Body, Bytes};
use futures_util::stream::try_unfold;
use tokio::fs::File;
use tokio::io::AsyncReadExt;

/// The bytes that are sent at once.
const PIECE: usize = 64 * 1024;

/// The file as the body of an answer. What is to live as long as the sending comes with it.
pub(crate) fn body<K: Send + 'static>(file: File, kept: K) -> Body {
    Body::from_stream(try_unfold((file, kept), |(mut file, kept)| async move {
        let mut piece = vec![0; PIECE];
        let read = file.read(&mut piece).await?;
        piece.truncate(read);
        Ok::<_, std::io::Error>((read > 0).then(|| (Bytes::from(piece), (file, kept))))
    }))
}
