//! Small pictures that stand in lines and cells.

use std::fmt::Write;

use crate::markup::{Markup, escaped};
use crate::svg::Glyph;

/// A spark line spans at least so much, so that small noise stays small.
const SPARK_SPAN: f64 = 30.0;
const SPARK_WIDTH: f64 = 92.0;
const SPARK_HEIGHT: f64 = 26.0;

/// A line of values from 0 to 100, the newest last and marked. Gaps are left out; a single value is no line, but a dash.
pub(crate) fn spark(values: &[Option<f64>], glyph: Glyph, label: &str) -> Markup {
    let known: Vec<(usize, f64)> =
        values.iter().enumerate().filter_map(|(place, value)| Some((place, (*value)?))).collect();
    let [_, .., (last_place, last)] = known[..] else {
        return Markup::trusted(format!(r#"<span class="muted" aria-label="{}">—</span>"#, escaped(label)));
    };
    let (low, high) = known
        .iter()
        .fold((100.0_f64, 0.0_f64), |(low, high), (_, value)| (low.min(*value), high.max(*value)));
    let span = (high - low).max(SPARK_SPAN);
    let floor = (f64::midpoint(low, high) - span / 2.0).clamp(0.0, 100.0 - span);
    let step = (SPARK_WIDTH - 8.0) / ratio(values.len().saturating_sub(1).max(1));
    let x = |place: usize| 4.0 + ratio(place) * step;
    let y = |value: f64| SPARK_HEIGHT - 4.0 - (value - floor) / span * (SPARK_HEIGHT - 8.0);
    let mut points = String::new();
    for (place, value) in &known {
        let _ = write!(points, "{:.1},{:.1} ", x(*place), y(*value));
    }
    Markup::trusted(format!(
        concat!(
            r#"<svg class="spark {class}" viewBox="0 0 {width} {height}" width="{width}" height="{height}" "#,
            r#"role="img" aria-label="{label}"><polyline points="{points}"/>"#,
            r#"<circle cx="{x:.1}" cy="{y:.1}" r="3"/></svg>"#
        ),
        class = glyph.class(),
        width = SPARK_WIDTH,
        height = SPARK_HEIGHT,
        label = escaped(label),
        points = points.trim_end(),
        x = x(last_place),
        y = y(last),
    ))
}

/// A thin bar filled by a share from 0 to 100.
pub(crate) fn meter(percent: f64, class: &str) -> Markup {
    filled("meter m-", percent, class, 8)
}

/// A bar of a distribution, filled by a share from 0 to 100.
pub(crate) fn bar(percent: f64, class: &str) -> Markup {
    filled("dbar ", percent, class, 14)
}

fn filled(kind: &str, percent: f64, class: &str, height: u8) -> Markup {
    Markup::trusted(format!(
        concat!(
            r#"<svg class="{kind}{class}" width="100%" height="{height}" aria-hidden="true">"#,
            r#"<rect class="tr" width="100%" height="{height}" rx="4"/>"#,
            r#"<rect class="v" width="{percent:.1}%" height="{height}" rx="4"/></svg>"#
        ),
        kind = kind,
        class = class,
        height = height,
        percent = percent.clamp(0.0, 100.0),
    ))
}

/// One bar in which each state has its share; overdue is hatched as well as red.
pub(crate) fn stacked(parts: &[(Glyph, u64)], label: &str) -> Markup {
    let all: u64 = parts.iter().map(|(_, number)| number).sum();
    let mut svg = format!(
        concat!(
            r#"<svg class="stack" width="100%" height="22" role="img" aria-label="{}"><defs>"#,
            r#"<pattern id="hatch" width="7" height="7" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">"#,
            r##"<rect width="2" height="7" fill="#fff" fill-opacity=".38"/></pattern></defs>"##
        ),
        escaped(label)
    );
    if all == 0 {
        svg.push_str(r#"<rect class="tr" width="100%" height="22"/>"#);
    }
    let mut x = 0.0;
    for &(glyph, number) in parts.iter().filter(|(_, number)| *number > 0) {
        let width = percent_of(number, all);
        let class = glyph.class();
        let _ = write!(svg, r#"<rect class="s-{class}" x="{x:.2}%" width="{width:.2}%" height="22"/>"#);
        if glyph == Glyph::Overdue {
            let _ = write!(svg, r#"<rect x="{x:.2}%" width="{width:.2}%" height="22" fill="url(#hatch)"/>"#);
        }
        if x > 0.0 {
            let _ = write!(svg, r#"<rect class="gap" x="{x:.2}%" width="2" height="22"/>"#);
        }
        x += width;
    }
    svg.push_str("</svg>");
    Markup::trusted(svg)
}

/// Five stars, filled up to `mean`.
pub(crate) fn stars(mean: f64, label: &str) -> Markup {
    let mut five = String::new();
    for place in 0..5_u8 {
        let _ = write!(
            five,
            concat!(
                r#"<path transform="translate({} 0)" d="M10 1.5l2.63 5.33 5.87.85-4.25 4.14 1 5.85"#,
                r#"L10 14.9l-5.25 2.77 1-5.85L1.5 7.68l5.87-.85z"/>"#
            ),
            u16::from(place) * 22
        );
    }
    let part = mean.fract();
    let width = mean.floor() * 22.0 + if part > 0.0 { part * 17.0 + 1.5 } else { 0.0 };
    Markup::trusted(format!(
        concat!(
            r#"<svg class="stars" viewBox="0 0 108 20" width="108" height="20" role="img" aria-label="{label}">"#,
            r#"<g class="off">{five}</g><svg width="{width:.1}" height="20" overflow="hidden">"#,
            r#"<g class="on">{five}</g></svg></svg>"#
        ),
        label = escaped(label),
        five = five,
        width = width,
    ))
}

/// `part` of `whole` in per cent; of nothing it is nothing.
pub(crate) fn percent_of(part: u64, whole: u64) -> f64 {
    if whole == 0 { 0.0 } else { float(part) / float(whole) * 100.0 }
}

#[expect(clippy::cast_precision_loss, reason = "pictures are drawn to a tenth of a pixel")]
fn float(number: u64) -> f64 {
    number as f64
}

#[expect(clippy::cast_precision_loss, reason = "a picture has far fewer points than 2^52")]
pub(super) fn ratio(number: usize) -> f64 {
    number as f64
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_value_and_a_single_one_are_a_dash_and_not_a_line() {
        for values in [[None, None], [None, Some(50.0)]] {
            assert_eq!(
                spark(&values, Glyph::Nothing, "12").to_string(),
                r#"<span class="muted" aria-label="12">—</span>"#
            );
        }
        let two = spark(&[Some(20.0), None, Some(50.0)], Glyph::Overdue, "12").to_string();
        assert!(two.contains(r#"class="spark late""#) && two.contains("<circle"), "{two}");
    }

    #[test]
    fn a_bar_of_states_shows_each_that_there_is_and_hatches_what_is_overdue() {
        let bar = stacked(&[(Glyph::Overdue, 1), (Glyph::Review, 0), (Glyph::Done, 3)], "4").to_string();
        assert!(bar.contains(r#"class="s-late" x="0.00%" width="25.00%""#), "{bar}");
        assert!(bar.contains(r#"class="s-done" x="25.00%" width="75.00%""#), "{bar}");
        assert!(bar.contains("url(#hatch)") && !bar.contains("s-review"), "{bar}");
        assert!(stacked(&[(Glyph::Done, 0)], "0").to_string().contains(r#"class="tr""#));
    }
}
