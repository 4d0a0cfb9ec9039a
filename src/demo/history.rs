//! A year of ratings and answers, so that the demo's boards have something to say.
//!
//! Everything goes through the same acts as in real life, at moments of the past. Each organisation has its own diligence;
//! some are late, some forget, and some reports still wait for the controller.

use std::collections::HashMap;

use anyhow::Context;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, TimeDelta, Utc};
use domain::answers::{Answer, AnswerKind};
use domain::clock::{in_tashkent, tashkent_day};
use domain::ids::OrganisationId;
use domain::people::{Role, Who};
use domain::ratings::{Mark, case_due};
use store::opinions::Opinion;
use store::organisations::{Catalogue, Point, Service};
use store::ratings::Vote;
use store::{NotDone, Store};

use super::burst;
use super::chance::Chance;
use super::opinions;

/// Working hours from which acts of the past are taken.
const OPENING: NaiveTime = match NaiveTime::from_hms_opt(9, 0, 0) {
    Some(time) => time,
    None => NaiveTime::MIN,
};
const DAYS_OF_RATINGS: u64 = 365;
/// So far ahead organisations tell how their work goes.
const NEXT_DAYS: u64 = 30;
/// Units of work of one transaction.
const CHUNK: usize = 400;

/// How an organisation keeps its promises, in percent.
#[derive(Clone, Copy)]
struct Diligence {
    on_time: u64,
    late: u64,
    /// Weights of the marks 1 to 5.
    marks: [u64; 5],
}

/// A few exemplary, most in the middle, a few that give the deputy hokim something to do.
const DILIGENCE: [Diligence; 4] = [
    Diligence { on_time: 97, late: 3, marks: [1, 1, 4, 22, 72] },
    Diligence { on_time: 90, late: 8, marks: [1, 3, 7, 29, 60] },
    Diligence { on_time: 78, late: 15, marks: [3, 6, 12, 33, 46] },
    Diligence { on_time: 52, late: 24, marks: [9, 12, 19, 32, 28] },
];

fn diligence(organisation: OrganisationId) -> Diligence {
    // Spread without order over the list of organisations.
    let place = usize::try_from(organisation.0.rem_euclid(11)).unwrap_or_default();
    DILIGENCE[[0, 1, 2, 1, 0, 3, 1, 2, 1, 2, 0][place]]
}

/// One of the example comments: the mark it goes with, and the words.
pub(super) struct Comment {
    pub(super) mark: u8,
    pub(super) text: String,
}

/// Writes the year before `now`.
pub(super) async fn write(
    store: &Store,
    catalogue: &Catalogue,
    comments: &[Comment],
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    ratings(store, catalogue, comments, now).await.context("the demo's ratings could not be written")?;
    burst::write(store, catalogue, now).await?;
    answers(store, catalogue, now).await.context("the demo's answers could not be written")?;
    forget_news(store).await.context("old news could not be put away")
}

/// A vote of the past, and what may follow it.
#[derive(Clone)]
struct PastVote {
    vote: Vote,
    comment: Option<String>,
    opinion: Opinion,
    /// Scans until there was a vote; some people only look.
    scans: u64,
    at: DateTime<Utc>,
}

async fn ratings(
    store: &Store,
    catalogue: &Catalogue,
    comments: &[Comment],
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let (mut chance, mut looking, mut adding) =
        (Chance::seeded(1298), Chance::seeded(2025), Chance::seeded(5));
    let mut points: Vec<(&Point, &Service)> = Vec::new();
    for point in catalogue.points.values() {
        points.extend(catalogue.services.get(&point.service).map(|service| (point, service)));
    }
    points.sort_by_key(|(point, _)| point.id);
    let today = tashkent_day(now);
    let mut votes = Vec::new();
    for back in (1..=DAYS_OF_RATINGS).rev() {
        let day = today.checked_sub_days(Days::new(back)).unwrap_or(today);
        for (point, service) in &points {
            let working = catalogue.calendar.is_working(day, catalogue.week_of(service.organisation));
            let often = if working { often_rated(back) } else { 3 };
            if chance.percent(often) {
                let vote = past_vote(&mut chance, catalogue, comments, point, service, day);
                let opinion = opinions::added(&mut adding, vote.vote.mark);
                votes.push(PastVote { scans: 1 + u64::from(looking.percent(30)), opinion, ..vote });
            }
        }
    }
    for chunk in votes.chunks(CHUNK) {
        let chunk = chunk.to_vec();
        store.write(move |conn| Box::pin(async move { keep_votes(conn, chunk).await })).await?;
    }
    answer_old_cases(store, catalogue, now).await
}

/// How often a point is rated on a working day so many days ago, in percent: the posters became known with time.
fn often_rated(days_ago: u64) -> u64 {
    match days_ago {
        0..=40 => 48,
        41..=120 => 20,
        _ => 10,
    }
}

fn past_vote(
    chance: &mut Chance,
    catalogue: &Catalogue,
    comments: &[Comment],
    point: &Point,
    service: &Service,
    day: NaiveDate,
) -> PastVote {
    let place = chance.weighted(&diligence(service.organisation).marks);
    // The weights begin with the worst mark, the marks with the best.
    let mark = Mark::ALL[Mark::ALL.len() - 1 - place];
    let fitting: Vec<_> = comments.iter().filter(|comment| comment.mark == mark.get()).collect();
    let comment = if !fitting.is_empty() && chance.percent(if mark <= Mark::LOW { 35 } else { 5 }) {
        let place = usize::try_from(chance.below(fitting.len() as u64)).unwrap_or_default();
        Some(fitting[place].text.clone())
    } else {
        None
    };
    let week = catalogue.week_of(service.organisation);
    PastVote {
        vote: Vote {
            service: service.id,
            point: Some(point.id),
            organisation: service.organisation,
            voter: format!("{:016x}{:016x}", chance.number(), chance.number()),
            mark,
            day,
            case_due: mark.opens_case(Mark::LOW).then(|| case_due(day, &catalogue.calendar, week)),
            limits: catalogue.limits,
        },
        comment,
        opinion: Opinion::default(),
        scans: 1,
        at: moment(chance, day),
    }
}

async fn keep_votes(conn: &mut store::Conn, votes: Vec<PastVote>) -> Result<(), store::StoreError> {
    for past in votes {
        for _ in 0..past.scans {
            store::responses::opened(conn, past.vote.service, past.vote.day).await?;
        }
        let rated = store::ratings::rate(conn, &past.vote, past.at).await?;
        opinions::keep(conn, rated.rating, &past.vote.voter, &past.opinion).await?;
        if let Some(comment) = past.comment {
            store::ratings::comment(conn, rated.rating, &past.vote.voter, &comment, past.at).await?;
        }
    }
    Ok(())
}

/// Cases are answered after some days; the last ones are still open, and a few were forgotten.
async fn answer_old_cases(store: &Store, catalogue: &Catalogue, now: DateTime<Utc>) -> anyhow::Result<()> {
    let mut chance = Chance::seeded(341);
    let officers = officers(store, catalogue, now).await?;
    let cases = store.read(|conn| Box::pin(store::cases::open(conn, 10_000))).await?;
    let mut answers = Vec::new();
    for case in cases {
        let Some(officer) = officers.get(&case.organisation) else { continue };
        let took = TimeDelta::hours(6 + i64::try_from(chance.below(80)).unwrap_or_default());
        let forgotten = chance.percent(if diligence(case.organisation).on_time < 60 { 4 } else { 0 });
        let old = now - case.opened_at > TimeDelta::days(60);
        if case.opened_at + took < now && (old || !forgotten) {
            let right = officer.may_answer(case.organisation, &catalogue.tree)?;
            answers.push((right, case.id, case.opened_at + took));
        }
    }
    for chunk in answers.chunks(CHUNK) {
        let (chunk, catalogue) = (chunk.to_vec(), catalogue.clone());
        store
            .write(move |conn| {
                Box::pin(async move {
                    for (right, case, at) in chunk {
                        store::cases::answer(
                            conn,
                            &right,
                            &catalogue,
                            case,
                            "Koʻrib chiqildi, sababi bartaraf etildi.",
                            at,
                        )
                        .await?;
                    }
                    Ok::<_, NotDone>(())
                })
            })
            .await?;
    }
    Ok(())
}

/// What an organisation did with one obligation of the past.
#[derive(Clone)]
struct PastReport {
    obligation: domain::ids::ObligationId,
    officer: domain::people::MayAnswer,
    kind: AnswerKind,
    reported: DateTime<Utc>,
    accepted: Option<(domain::people::MayDecide, DateTime<Utc>)>,
}

async fn answers(store: &Store, catalogue: &Catalogue, now: DateTime<Utc>) -> anyhow::Result<()> {
    let today = tashkent_day(now);
    let officers = officers(store, catalogue, now).await?;
    let controller = one_with(store, Role::Controller, now).await?.context("the demo has no controller")?;
    let mut reports = Vec::new();
    for (organisation, officer) in &officers {
        let id = *organisation;
        let all = store
            .read(move |conn| {
                Box::pin(store::obligations::due_between(
                    conn,
                    id,
                    DateTime::UNIX_EPOCH.date_naive(),
                    today + Days::new(NEXT_DAYS),
                    2_000,
                ))
            })
            .await?;
        let mut chance = Chance::seeded(id.0.unsigned_abs() * 353);
        let officer = officer.may_answer(id, &catalogue.tree)?;
        let controller = controller.may_decide(id, &catalogue.tree)?;
        for view in all {
            let Some((kind, reported)) = behaviour(&mut chance, id, view.due, view.adopted, now) else {
                continue;
            };
            let looked = reported + TimeDelta::hours(5 + i64::try_from(chance.below(40)).unwrap_or_default());
            let accepted = (kind.is_report() && looked < now).then_some((controller, looked));
            reports.push(PastReport { obligation: view.id, officer, kind, reported, accepted });
        }
    }
    // In the order of time, as the record of events is read.
    reports.sort_by_key(|report| report.reported);
    for chunk in reports.chunks(CHUNK) {
        let chunk = chunk.to_vec();
        store.write(move |conn| Box::pin(async move { keep_reports(conn, chunk).await })).await?;
    }
    Ok(())
}

/// Whether, how and when an organisation answered what is due on `due`.
fn behaviour(
    chance: &mut Chance,
    organisation: OrganisationId,
    due: NaiveDate,
    adopted: NaiveDate,
    now: DateTime<Utc>,
) -> Option<(AnswerKind, DateTime<Utc>)> {
    if due > tashkent_day(now) {
        return ahead_of_time(chance, now);
    }
    let Diligence { on_time, late, .. } = diligence(organisation);
    let early = Days::new(chance.below(6));
    let later = Days::new(1 + chance.below(12));
    let much_later = Days::new(20 + chance.below(20));
    let day = match chance.weighted(&[on_time, late, 100 - on_time - late]) {
        0 => due.checked_sub_days(early)?.max(adopted),
        1 => due.checked_add_days(later)?,
        // What was forgotten long ago was done after all: control does not sleep.
        _ => due.checked_add_days(much_later)?,
    };
    let kind = if chance.percent(95) { AnswerKind::Done } else { AnswerKind::NothingToReport };
    let at = moment(chance, day);
    (at < now).then_some((kind, at))
}

/// What is said of work that is due in the next days.
fn ahead_of_time(chance: &mut Chance, now: DateTime<Utc>) -> Option<(AnswerKind, DateTime<Utc>)> {
    let kind = match chance.weighted(&[56, 32, 4, 8]) {
        1 => AnswerKind::InProgress,
        2 => AnswerKind::Blocked,
        3 => AnswerKind::Done,
        _ => return None,
    };
    let day = tashkent_day(now) - Days::new(1 + chance.below(4));
    let at = moment(chance, day);
    Some((kind, at))
}

async fn keep_reports(conn: &mut store::Conn, reports: Vec<PastReport>) -> Result<(), NotDone> {
    for report in reports {
        let given = Answer::new(report.kind);
        store::obligations::answer(conn, &report.officer, report.obligation, &given, report.reported).await?;
        if let Some((right, at)) = report.accepted {
            store::obligations::accept(conn, &right, report.obligation, None, at).await?;
        }
    }
    Ok(())
}

/// What happened in the past is news to nobody.
async fn forget_news(store: &Store) -> anyhow::Result<()> {
    loop {
        let some = store.read(|conn| Box::pin(store::news::take(conn, 500))).await?;
        if some.is_empty() {
            return Ok(());
        }
        store
            .write(move |conn| {
                Box::pin(async move {
                    for one in some {
                        store::news::done(conn, one.id).await?;
                    }
                    Ok::<_, store::StoreError>(())
                })
            })
            .await?;
    }
}

/// One officer of each organisation that has any.
async fn officers(
    store: &Store,
    catalogue: &Catalogue,
    now: DateTime<Utc>,
) -> anyhow::Result<HashMap<OrganisationId, Who>> {
    let (today, mut officers) = (tashkent_day(now), HashMap::new());
    for &organisation in catalogue.organisations.keys() {
        let who = store
            .read(move |conn| {
                Box::pin(async move {
                    let all = store::people::holders_at(conn, Role::Officer, organisation).await?;
                    match all.first() {
                        Some(first) => store::people::who(conn, first.person, today).await,
                        None => Ok::<_, store::StoreError>(None),
                    }
                })
            })
            .await?;
        officers.extend(who.map(|who| (organisation, who)));
    }
    Ok(officers)
}

pub(super) async fn one_with(store: &Store, role: Role, now: DateTime<Utc>) -> anyhow::Result<Option<Who>> {
    let today = tashkent_day(now);
    let who = store
        .read(move |conn| {
            Box::pin(async move {
                match store::people::holders(conn, role).await?.first() {
                    Some(first) => store::people::who(conn, first.person, today).await,
                    None => Ok::<_, store::StoreError>(None),
                }
            })
        })
        .await?;
    Ok(who)
}

/// Some moment of the working hours of `day`.
fn moment(chance: &mut Chance, day: NaiveDate) -> DateTime<Utc> {
    in_tashkent(day, OPENING) + TimeDelta::seconds(i64::try_from(chance.below(8 * 3600)).unwrap_or_default())
}
