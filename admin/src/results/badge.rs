//! The badge of a service: its mean and the number of ratings in the last published period, for any website.

use axum::extract::{Path, Query, State};
use axum::http::HeaderMap;
use axum::response::Response;
use domain::language::Language;
use domain::results::{Entry, Period};
use locales::{Texts, numbers};
use serde::Deserialize;

use super::files::{Keep, answer};
use super::period_name;
use super::shelf::Index;
use super::view::colour;
use crate::Shared;
use crate::error::PageError;
use crate::markup::escaped;

/// How wide a Latin letter is, and any other, about: the picture is drawn without the fonts of whoever looks at it.
const LETTER: usize = 7;
const WIDE_LETTER: usize = 9;
const PADDING: usize = 18;

#[derive(Debug, Default, Deserialize)]
pub(super) struct Asked {
    #[serde(default)]
    lang: String,
}

/// `GET /results/v1/badge/{service}.svg?lang=ru`.
pub(super) async fn show(
    State(panel): State<Shared>,
    Path(file): Path<String>,
    Query(asked): Query<Asked>,
    headers: HeaderMap,
) -> Result<Response, PageError> {
    let key = file.strip_suffix(".svg").ok_or(PageError::NotFound)?;
    let language = match asked.lang.as_str() {
        "" => Language::default(),
        tag => Language::from_tag(tag).ok_or(PageError::NotFound)?,
    };
    let index = Index::read(&panel.store).await?;
    let volume = match index.current.first() {
        Some(newest) => Some(panel.results.volume(&panel.store, newest).await?),
        None => None,
    };
    let catalogue = panel.store.catalogue().await?;
    let known = catalogue.services.values().find(|one| one.key == key);
    let giver = known.and_then(|one| catalogue.organisations.get(&one.organisation));
    let giver = giver.map(|one| one.key.as_str());
    let found = volume.as_ref().and_then(|volume| volume.document.service(key, giver));
    let svg = if let (Some(service), Some(volume)) = (found, &volume) {
        of(language, service, volume.published.period)
    } else {
        // Known to the city, but not to what was published.
        let known = known.ok_or(PageError::NotFound)?;
        without(language, known.names.in_language(language))
    };
    Ok(answer(&headers, "image/svg+xml", svg, Keep::Minutes))
}

fn of(language: Language, service: &Entry, period: Period) -> String {
    let (t, name) = (Texts::new(language), service.name(language));
    let Some(figures) = service.figures else { return without(language, name) };
    let mean = numbers::decimal(language, figures.mean, 2);
    let count = numbers::integer(language, i64::try_from(figures.n).unwrap_or(i64::MAX));
    let title = t.badge_title(figures.n, mean.as_str(), period_name(language, period), name);
    drawn(&title, &t.badge_label(), &format!("★ {mean} ({count})"), colour(figures.mean))
}

fn without(language: Language, name: &str) -> String {
    let t = Texts::new(language);
    drawn(&t.badge_title_none(name), &t.badge_label(), &t.badge_none(), "none")
}

fn width(words: &str) -> usize {
    let letters = words.chars().map(|letter| if letter.is_ascii() { LETTER } else { WIDE_LETTER });
    PADDING + letters.sum::<usize>()
}

/// White letters on dark ground, so that they are read on any page; the thin edge parts it from a dark one.
fn drawn(title: &str, label: &str, value: &str, class: &str) -> String {
    let colour = match class {
        "done" => "#0b6546",
        "risk" => "#844800",
        "late" => "#a81820",
        _ => "#4f5b69",
    };
    let (left, right) = (width(label), width(value));
    let (title, label, value) = (escaped(title), escaped(label), escaped(value));
    format!(
        concat!(
            r#"<svg xmlns="http://www.w3.org/2000/svg" width="{width}" height="24" role="img" aria-label="{title}">"#,
            r#"<title>{title}</title><clipPath id="c"><rect width="{width}" height="24" rx="5"/></clipPath>"#,
            r##"<g clip-path="url(#c)"><rect width="{left}" height="24" fill="#2b3c50"/>"##,
            r#"<rect x="{left}" width="{right}" height="24" fill="{colour}"/></g>"#,
            r##"<rect x=".5" y=".5" width="{edge}" height="23" rx="4.5" fill="none" stroke="#fff" stroke-opacity=".4"/>"##,
            r##"<g fill="#fff" font-family="system-ui,'Segoe UI',Roboto,'Noto Sans',sans-serif" font-size="12.5" "##,
            r#"text-anchor="middle"><text x="{label_at}" y="16.5">{label}</text>"#,
            r#"<text x="{value_at}" y="16.5" font-weight="600">{value}</text></g></svg>"#
        ),
        width = left + right,
        edge = left + right - 1,
        label_at = left / 2,
        value_at = left + right / 2,
        title = title,
        label = label,
        value = value,
        left = left,
        right = right,
        colour = colour,
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_cannot_leave_the_picture() {
        let svg = drawn("<a> \"b\"", "x", "★ 4,28 (120)", "done");
        assert!(
            svg.contains("aria-label=\"&lt;a&gt; &quot;b&quot;\"") && svg.contains("<title>&lt;a&gt;"),
            "{svg}"
        );
        assert!(svg.contains("#0b6546") && svg.contains("★ 4,28 (120)"), "{svg}");
    }
}
