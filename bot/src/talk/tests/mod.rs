//! What people do and what the bot answers, on a real database with a clock that stands still.

mod answers;
mod cases;
mod citizens;
mod city;
mod control;
mod extension;
mod find;
mod hand_over;
mod leaders;
mod leave;
mod mini_app;
mod newcomers;
mod officers;
mod opinions;
mod others;
mod privacy;
mod proofs;
mod recheck;
mod reminding;
mod straight_after;
mod taking_back;
mod together;
mod translations;
mod visits;
