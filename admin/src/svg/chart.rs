//! A line through the months, with axis, target, and the exact value at each point on hover.

use std::fmt::Write;

use crate::markup::{Markup, escaped};
use crate::svg::small::ratio;

/// Where the plot begins and how wide it is, in per cent: letters of the axis stand before it.
const LEFT: f64 = 9.5;
const WIDTH: f64 = 87.5;
const TOP: f64 = 22.0;
const BOTTOM: f64 = 24.0;
/// Fewer points are no line: a sentence says so instead.
const ENOUGH: usize = 3;

/// One point of the line.
#[derive(Clone, Debug)]
pub(crate) struct Point {
    /// What stands below it.
    pub(crate) name: String,
    /// Where it is; `None` leaves a gap.
    pub(crate) value: Option<f64>,
    /// Its value in words, for hover and for the table.
    pub(crate) says: String,
}

/// A line to be reached.
#[derive(Clone, Debug)]
pub(crate) struct Target {
    /// Where it is.
    pub(crate) value: f64,
    /// What is written above it.
    pub(crate) says: String,
}

/// What is drawn.
#[derive(Clone, Debug)]
pub(crate) struct Chart {
    /// The points, the oldest first.
    pub(crate) points: Vec<Point>,
    /// The values with a line of the grid and their words; the first and the last are the ends of the axis.
    pub(crate) ticks: Vec<(f64, String)>,
    /// The target.
    pub(crate) target: Option<Target>,
    /// In pixels.
    pub(crate) height: u16,
    /// What the picture says, for people who do not see it.
    pub(crate) label: String,
    /// What stands in its place while there are too few points.
    pub(crate) few: String,
}

impl Chart {
    /// The picture, or the sentence in its place.
    pub(crate) fn svg(&self) -> Markup {
        if self.points.iter().filter(|point| point.value.is_some()).count() < ENOUGH {
            return Markup::trusted(format!(r#"<p class="note few">{}</p>"#, escaped(&self.few)));
        }
        let mut svg = format!(
            r#"<svg class="chart" width="100%" height="{}" role="img" aria-label="{}">"#,
            self.height,
            escaped(&self.label)
        );
        self.draw_grid(&mut svg);
        self.draw_line(&mut svg);
        self.draw_names(&mut svg);
        self.draw_hover(&mut svg);
        svg.push_str("</svg>");
        Markup::trusted(svg)
    }

    fn draw_grid(&self, svg: &mut String) {
        for (value, words) in &self.ticks {
            let y = self.y(*value);
            let _ = write!(
                svg,
                concat!(
                    r#"<line class="grid" x1="{}%" x2="100%" y1="{:.1}" y2="{:.1}"/>"#,
                    r#"<text class="ax" x="0" y="{:.1}">{}</text>"#
                ),
                LEFT,
                y,
                y,
                y + 4.0,
                escaped(words)
            );
        }
        if let Some(target) = &self.target {
            let y = self.y(target.value);
            let _ = write!(
                svg,
                concat!(
                    r#"<line class="target" x1="{}%" x2="100%" y1="{:.1}" y2="{:.1}"/>"#,
                    r#"<text class="ax tgt" x="100%" text-anchor="end" y="{:.1}">{}</text>"#
                ),
                LEFT,
                y,
                y,
                y - 6.0,
                escaped(&target.says)
            );
        }
    }

    /// The line stretches with the card, so it is drawn in a box of 100 by 100 of its own.
    fn draw_line(&self, svg: &mut String) {
        let plot = self.plot_height();
        let _ = write!(
            svg,
            concat!(
                r#"<svg x="0" y="{}" width="100%" height="{}" viewBox="0 0 100 100" "#,
                r#"preserveAspectRatio="none" overflow="visible">"#
            ),
            TOP, plot
        );
        for run in self.runs() {
            let mut points = String::new();
            for &(place, value) in &run {
                let _ = write!(points, "{:.2},{:.2} ", self.x(place), (self.y(value) - TOP) / plot * 100.0);
            }
            let (first, last) = (run[0].0, run[run.len() - 1].0);
            let _ = write!(
                svg,
                r#"<polygon class="area" points="{:.2},100 {}{:.2},100"/><polyline class="ln" points="{}"/>"#,
                self.x(first),
                points,
                self.x(last),
                points.trim_end()
            );
        }
        svg.push_str("</svg>");
        if let Some((place, value)) = self.runs().last().and_then(|run| run.last().copied()) {
            let _ = write!(
                svg,
                r#"<circle class="end" cx="{:.2}%" cy="{:.1}" r="5"/>"#,
                self.x(place),
                self.y(value)
            );
        }
    }

    /// Points that stand next to each other without a gap.
    fn runs(&self) -> Vec<Vec<(usize, f64)>> {
        let mut runs: Vec<Vec<(usize, f64)>> = Vec::new();
        let mut open = false;
        for (place, point) in self.points.iter().enumerate() {
            match (point.value, runs.last_mut()) {
                (Some(value), Some(run)) if open => run.push((place, value)),
                (Some(value), _) => runs.push(vec![(place, value)]),
                (None, _) => {}
            }
            open = point.value.is_some();
        }
        runs
    }

    /// A name below about every fourth point, always below the last.
    fn draw_names(&self, svg: &mut String) {
        let Some(last) = self.points.len().checked_sub(1) else { return };
        let every = (self.points.len() / 3).max(1);
        for (place, point) in
            self.points.iter().enumerate().filter(|(place, _)| (last - place).is_multiple_of(every))
        {
            let (x, anchor) = match place {
                0 => (self.x(0), "start"),
                place if place == last => (100.0, "end"),
                place => (self.x(place), "middle"),
            };
            let _ = write!(
                svg,
                r#"<text class="ax" x="{x:.2}%" y="{}" text-anchor="{anchor}">{}</text>"#,
                self.height - 5,
                escaped(&point.name)
            );
        }
    }

    fn draw_hover(&self, svg: &mut String) {
        let count = self.points.len();
        let step = WIDTH / ratio(count.saturating_sub(1).max(1));
        for (place, point) in self.points.iter().enumerate() {
            let Some(value) = point.value else { continue };
            let anchor = match place {
                0 | 1 => "start",
                place if place + 3 >= count => "end",
                _ => "middle",
            };
            let x = self.x(place);
            let _ = write!(
                svg,
                concat!(
                    r#"<g class="pt"><rect class="hit" x="{left:.2}%" y="0" width="{step:.2}%" height="{height}"/>"#,
                    r#"<line x1="{x:.2}%" x2="{x:.2}%" y1="{top}" y2="{bottom:.1}"/>"#,
                    r#"<circle cx="{x:.2}%" cy="{y:.1}" r="4.5"/>"#,
                    r#"<text x="{x:.2}%" y="14" text-anchor="{anchor}">{name} — {says}</text></g>"#
                ),
                left = (x - step / 2.0).max(0.0),
                step = step,
                height = self.height,
                x = x,
                top = TOP,
                bottom = f64::from(self.height) - BOTTOM,
                y = self.y(value),
                anchor = anchor,
                name = escaped(&point.name),
                says = escaped(&point.says),
            );
        }
    }

    fn plot_height(&self) -> f64 {
        f64::from(self.height) - TOP - BOTTOM
    }

    fn x(&self, place: usize) -> f64 {
        LEFT + ratio(place) * WIDTH / ratio(self.points.len().saturating_sub(1).max(1))
    }

    fn y(&self, value: f64) -> f64 {
        let (low, high) = match (self.ticks.first(), self.ticks.last()) {
            (Some((low, _)), Some((high, _))) if high > low => (*low, *high),
            _ => (0.0, 100.0),
        };
        TOP + (1.0 - (value.clamp(low, high) - low) / (high - low)) * self.plot_height()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn chart(values: &[Option<f64>]) -> String {
        let points =
            values.iter().map(|value| Point { name: "noy".into(), value: *value, says: "<7>".into() });
        Chart {
            points: points.collect(),
            ticks: vec![(0.0, "0 %".into()), (100.0, "100 %".into())],
            target: None,
            height: 196,
            label: "12 oy".into(),
            few: "<3".into(),
        }
        .svg()
        .to_string()
    }

    #[test]
    fn a_month_without_data_is_a_gap_and_not_a_zero() {
        let svg = chart(&[Some(50.0), None, Some(70.0), Some(80.0)]);
        assert_eq!(svg.matches("class=\"ln\"").count(), 2, "{svg}");
        assert_eq!(svg.matches("class=\"pt\"").count(), 3, "{svg}");
        assert!(svg.contains("noy — &lt;7&gt;"), "{svg}");
    }

    #[test]
    fn few_points_are_a_sentence_and_not_a_picture() {
        for values in [&[][..], &[None, Some(5.0), Some(7.0)][..]] {
            assert_eq!(chart(values), "<p class=\"note few\">&lt;3</p>");
        }
        assert!(chart(&[Some(5.0), None, Some(7.0), Some(9.0)]).contains("100 %"));
    }
}
