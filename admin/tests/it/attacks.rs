//! What somebody tries who means harm, each really tried over HTTP.

mod files;
mod forgery;
mod guard;
mod long;
mod redirects;
mod sessions;

pub(crate) use guard::assert_guarded;
