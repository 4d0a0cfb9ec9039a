//! The weekly card: 1280 by 1100 dots, read on a phone.

use chrono::NaiveDate;
use domain::compliance::{Rate, Thresholds};
use locales::{Texts, dates, numbers};
use serde::{Deserialize, Serialize};

use crate::States;
use crate::svg::{BLUE, GREEN, GREEN_TEXT, INK_2, INK_3, LINE, Pen, RED_TEXT, State, Svg, part, room};

const SIZE: (u32, u32) = (1280, 1100);
/// Organisations that are named.
const NAMED: usize = 4;

/// The figures of a card. Rates are in tenths of a per cent.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Card {
    /// The name of the city's hokimiyat.
    pub city: String,
    /// The day on which it is sent.
    pub today: NaiveDate,
    /// The first day of the week that it is about.
    pub from: NaiveDate,
    /// The last day.
    pub to: NaiveDate,
    /// How much was reported on time this quarter; none when nothing has fallen due.
    pub rate: Option<u32>,
    /// The same a week ago, when that is known.
    pub before: Option<u32>,
    /// The same of each of the latest months, the oldest first.
    pub trend: Vec<Month>,
    /// Who has entered data into NIS.UZ, when the plan asks for it.
    pub nis: Option<Nis>,
    /// The mean of the marks of citizens in hundredths; none while there are too few.
    pub mean: Option<u32>,
    /// How many marks came in this week.
    pub new_marks: u64,
    /// How many obligations stand in each state.
    pub states: States,
    /// The organisations that are most behind: name, overdue, rate.
    pub worst: Vec<(String, u64, Option<u32>)>,
}

/// The rate of one month.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Month {
    /// Its first day.
    pub month: NaiveDate,
    /// The rate; none when nothing fell due.
    pub rate: Option<u32>,
}

/// How many organisations have entered their data.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Nis {
    /// Have.
    pub entered: u64,
    /// Should.
    pub all: u64,
    /// Until when.
    pub due: NaiveDate,
}

const TITLE: Pen = Pen::new(27.0).weight(600);
const SMALL: Pen = Pen::new(23.0).colour(INK_3);
const AXIS: Pen = Pen::new(20.0).colour(INK_3);

/// The card as a drawing.
pub(crate) fn svg(texts: Texts, card: &Card) -> String {
    let mut svg = Svg::new(SIZE.0, SIZE.1);
    head(&mut svg, texts, card);
    svg.card((40.0, 180.0), (760.0, 420.0));
    plan(&mut svg, texts, card);
    if let Some(one) = &card.nis {
        svg.card((830.0, 180.0), (410.0, 200.0));
        nis(&mut svg, texts, one, card.today);
        svg.card((830.0, 400.0), (410.0, 200.0));
        marks(&mut svg, texts, card, 400.0);
    } else {
        svg.card((830.0, 180.0), (410.0, 420.0));
        marks(&mut svg, texts, card, 290.0);
    }
    svg.card((40.0, 620.0), (1200.0, 150.0));
    states(&mut svg, texts, card);
    svg.card((40.0, 790.0), (1200.0, 270.0));
    worst(&mut svg, texts, card);
    svg.end()
}

fn head(svg: &mut Svg, texts: Texts, card: &Card) {
    svg.shape(
        r##"<defs><linearGradient id="head" x1="0" y1="0" x2="1" y2="1"><stop offset="0" stop-color="#0f5f77"/><stop offset=".5" stop-color="#163f83"/><stop offset="1" stop-color="#0f2747"/></linearGradient></defs><rect width="1280" height="1100" fill="#f3f5f9"/><rect width="1280" height="150" fill="url(#head)"/>"##,
    );
    svg.logo((44.0, 31.0), 2.75, "#fff", "#174a94");
    svg.text((150.0, 72.0), Pen::new(38.0).weight(700).colour("#fff"), &texts.card_title());
    let language = texts.language();
    let (from, to) = (dates::date_short(language, card.from), dates::date_short(language, card.to));
    let span = texts.card_span(card.city.as_str(), from, to);
    svg.text_within((150.0, 112.0), Pen::new(26.0).colour("#cfe0f5"), &span, room(language, 76));
}

/// The rate with its change and its line through the months.
fn plan(svg: &mut Svg, texts: Texts, card: &Card) {
    let language = texts.language();
    svg.text((76.0, 232.0), TITLE, &texts.card_plan());
    let rate = card.rate.map_or_else(|| "—".to_owned(), |rate| numbers::percent(language, share(rate), 1));
    svg.text((72.0, 330.0), Pen::new(92.0).weight(700), &rate);
    if let (Some(now), Some(before)) = (card.rate, card.before)
        && now != before
    {
        let step = (f64::from(now) - f64::from(before)) / 10.0;
        let colour = if now > before { GREEN_TEXT } else { RED_TEXT };
        let words = texts.card_change(numbers::change(language, step, 1));
        svg.text((764.0, 330.0), Pen::new(28.0).weight(600).colour(colour).to_the_left(), &words);
    }
    trend(svg, texts, card);
}

fn share(tenths: u32) -> f64 {
    f64::from(tenths) / 1000.0
}

fn trend(svg: &mut Svg, texts: Texts, card: &Card) {
    let language = texts.language();
    let (left, right, bottom, height) = (76.0_f32, 760.0_f32, 560.0_f32, 170.0_f32);
    let y = |tenths: u32| bottom - part(tenths.into(), 1000) * height;
    let target = u32::from(Thresholds::default().green()) * 10;
    let line = y(target);
    svg.rule((left, bottom), right - left, LINE, 2.0);
    svg.shape(&format!(
        r#"<line x1="{left}" x2="{right}" y1="{line:.1}" y2="{line:.1}" stroke="{GREEN}" stroke-width="2.5" stroke-dasharray="10 8"/>"#
    ));
    let goal = texts.overview_target(numbers::percent(language, share(target), 0));
    let pen = Pen::new(22.0).weight(600).colour(GREEN_TEXT).to_the_left();
    svg.text((right, line - 12.0), pen, &goal);
    let steps = card.trend.len().saturating_sub(1).max(1) as u64;
    let points: Vec<_> = (0_u64..)
        .zip(&card.trend)
        .filter_map(|(place, month)| Some((left + part(place, steps) * (right - left), y(month.rate?))))
        .collect();
    if let [(first, _), .., (last, _)] = points[..] {
        let path: Vec<_> = points.iter().map(|(x, y)| format!("{x:.1},{y:.1}")).collect();
        let path = path.join(" ");
        svg.shape(&format!(
            r#"<polygon points="{first:.1},{bottom} {path} {last:.1},{bottom}" fill="{BLUE}" opacity=".12"/><polyline points="{path}" fill="none" stroke="{BLUE}" stroke-width="5" stroke-linejoin="round" stroke-linecap="round"/>"#
        ));
    }
    if let Some((x, y)) = points.last() {
        svg.shape(&format!(
            r##"<circle cx="{x:.1}" cy="{y:.1}" r="10" fill="{BLUE}" stroke="#fff" stroke-width="4"/>"##
        ));
    }
    if let (Some(first), Some(last)) = (card.trend.first(), card.trend.last()) {
        svg.text((left, 588.0), AXIS, &dates::month_year(language, first.month));
        svg.text((right, 588.0), AXIS.to_the_left(), &dates::month_year(language, last.month));
    }
}

fn nis(svg: &mut Svg, texts: Texts, nis: &Nis, today: NaiveDate) {
    let language = texts.language();
    svg.text((864.0, 230.0), TITLE, "NIS.UZ");
    let number = numbers::integer(language, i64::try_from(nis.entered).unwrap_or(i64::MAX));
    svg.text((864.0, 312.0), Pen::new(66.0).weight(700), &format!("{number} / {}", nis.all));
    let left = dates::time_left(language, nis.due, today);
    svg.text_within((864.0, 352.0), SMALL, &texts.card_nis(left), room(language, 34));
}

fn marks(svg: &mut Svg, texts: Texts, card: &Card, top: f32) {
    let language = texts.language();
    svg.text((864.0, top + 50.0), TITLE, &texts.card_marks());
    match card.mean {
        Some(mean) => {
            let mean = f64::from(mean) / 100.0;
            svg.text((864.0, top + 132.0), Pen::new(66.0).weight(700), &numbers::decimal(language, mean, 2));
            #[expect(clippy::cast_possible_truncation, reason = "a mark from 1 to 5")]
            svg.stars((1026.0, top + 94.0), 1.8, mean as f32);
        }
        None => svg.text((864.0, top + 132.0), Pen::new(66.0).weight(700).colour(INK_3), "—"),
    }
    let words = match card.mean {
        Some(_) => texts.card_new_marks(card.new_marks),
        None => texts.card_few_marks(),
    };
    svg.text_within((864.0, top + 172.0), SMALL, &words, room(language, 34));
}

fn states(svg: &mut Svg, texts: Texts, card: &Card) {
    svg.bar((76.0, 642.0), (1128.0, 34.0), &card.states);
    let language = texts.language();
    let mut x = 76.0;
    for (state, number) in State::ALL.into_iter().zip(card.states) {
        svg.sign(state, (x, 702.0), 1.5);
        let number = numbers::integer(language, i64::try_from(number).unwrap_or(i64::MAX));
        svg.text((x + 42.0, 728.0), Pen::new(30.0).weight(700), &number);
        svg.label((x, 757.0), Pen::new(20.0).colour(INK_2), &state.name(texts));
        x += 190.0;
    }
}

fn worst(svg: &mut Svg, texts: Texts, card: &Card) {
    let language = texts.language();
    svg.text((76.0, 842.0), TITLE, &texts.card_worst());
    if card.worst.is_empty() {
        svg.sign(State::Done, (76.0, 870.0), 1.4);
        svg.text((118.0, 892.0), Pen::new(26.0), &texts.card_none_overdue());
    }
    let mut y = 892.0;
    for (name, overdue, rate) in card.worst.iter().take(NAMED) {
        svg.sign(State::Overdue, (76.0, y - 21.0), 1.3);
        svg.text_within((118.0, y), Pen::new(26.0), name, room(language, 56));
        let rate = rate.and_then(|tenths| Rate::of(tenths.into(), 1000));
        let words = texts.card_worst_line(*overdue, numbers::rate(language, rate));
        svg.text((1204.0, y), Pen::new(26.0).weight(600).colour(RED_TEXT).to_the_left(), &words);
        y += 46.0;
    }
}
