//! The panel as a browser sees it, over a real store on a temporary file.

mod browser;
mod city;
mod desk;
mod entry;
mod live;
mod pages;
mod walls;
mod work;
