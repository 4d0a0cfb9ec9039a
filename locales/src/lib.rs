//! What the product says, in four languages, and how it writes dates and numbers.
//!
//! The texts live in the Fluent files beside this crate; each is a method of [`Texts`], so a text or a value that is missing
//! does not compile. This crate knows no database and no Telegram, and decides nothing.

mod arg;
#[cfg(test)]
mod build_script;
mod bundles;
#[cfg(test)]
mod checks;
pub mod dates;
pub mod digest;
mod html;
pub mod numbers;
pub mod ready;
mod samples;
mod shortened;
mod texts;
pub mod words;

pub use arg::{Arg, Count};
pub use domain::language::Language;
pub use html::Html;
pub use samples::{Sample, render_all, samples};
pub use shortened::shortened;
pub use texts::{Texts, by_key, with_prefix};
