//! Messages that carry a picture: it is drawn when they are sent, from the figures that stand in the message.
//!
//! So nothing that is drawn has to be kept: a message that is sent again, by another process or after a crash, is drawn again
//! and is the same.

use pictures::{Order, Picture};
use serde_json::{Map, Value};

use crate::client::{Answer, Client, Refused};

/// The arguments that may hold a drawing in place of a file.
const DRAWN: [&str; 2] = ["photo", "document"];

/// Makes the call of a message, with its picture when it has one.
pub(super) async fn call(client: &Client, method: &str, body: String) -> Answer {
    match split(&body) {
        None => client.call(method, body).await,
        Some((name, order, arguments)) => match drawn(order).await {
            Ok(picture) => client.upload(method, arguments, name, picture).await,
            // Trying again would draw the same fault.
            Err(why) => Answer::Refused(Refused { description: why, ..Refused::default() }),
        },
    }
}

/// The argument that is to be drawn, and the others; none for a message without a picture.
fn split(body: &str) -> Option<(&'static str, Order, Map<String, Value>)> {
    let name = DRAWN.into_iter().find(|name| body.contains(&format!("\"{name}\":{{")))?;
    let mut arguments: Map<String, Value> = serde_json::from_str(body).ok()?;
    let order = serde_json::from_value(arguments.remove(name)?).ok()?;
    Some((name, order, arguments))
}

async fn drawn(order: Order) -> Result<Picture, String> {
    match tokio::task::spawn_blocking(move || order.draw()).await {
        Ok(Ok(picture)) => Ok(picture),
        Ok(Err(error)) => Err(format!("the picture was not drawn: {error}")),
        Err(_) => Err("drawing the picture panicked".to_owned()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_a_drawing_makes_an_upload() {
        for body in [r#"{"chat_id":1,"text":"\"photo\":{"}"#, r#"{"chat_id":1,"photo":"an-id"}"#, "no"] {
            assert!(split(body).is_none(), "{body}");
        }
    }
}
