//! What people do with the service, from their side: through Telegram's HTTP, the panel's pages and the command line.

mod answering;
mod cases;
mod citizens;
mod demo;
mod finding;
mod forgeries;
mod invitations;
mod leaders;
mod mini_app;
mod opinions;
mod outages;
mod points;
mod privacy;
mod program;
mod together;
mod webhooks;
mod withdrawal;
mod year;
