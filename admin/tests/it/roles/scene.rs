//! A city in which every route has something to show and to change, all of it at the cadastre; and everybody who asks.

use std::collections::BTreeMap;

use axum::http::StatusCode;
use chrono::{DateTime, TimeDelta, Utc};
use domain::clock::{Clock, tashkent_day};
use domain::delivery::{Cause, Purpose};
use domain::ids::{PersonId, RatingId};
use domain::people::{Role, Scope};
use domain::ratings::Mark as DomainMark;
use store::obligation_lists::Wanted;
use store::outbox::{Mark, Why};
use store::points::{self, KeptPoint};
use store::ratings::{self as votes, Vote};
use store::{StoreError, dossier, intake, plan, rating_boards};

use crate::browser::{Answer, Browser};
use crate::city::City;
use crate::control::{ask, chosen, items, request_of};
use crate::delivery::message;
use crate::desk::waiting_measure;
use crate::quarantine::burst_at;
use crate::work::{LOCAL, keep, list, read, typed};

use super::requests::REQUESTS;

/// Who asks, in the order of the columns of the table: nobody first, then a role and where it was given.
pub(super) const VIEWERS: [Option<(Role, &str)>; 14] = [
    None,
    Some((Role::Officer, "kadastr")),
    Some((Role::Officer, "suv")),
    Some((Role::Head, "kadastr")),
    Some((Role::Head, "suv")),
    Some((Role::Observer, "city")),
    Some((Role::Observer, "kadastr")),
    Some((Role::Observer, "suv")),
    Some((Role::Controller, "city")),
    Some((Role::Controller, "kadastr")),
    Some((Role::Controller, "suv")),
    Some((Role::Administrator, "city")),
    Some((Role::Administrator, "kadastr")),
    Some((Role::Administrator, "suv")),
];

/// Somebody with a browser: the cookie of a session and what forms of its pages bring.
#[derive(Default)]
struct Viewer {
    session: Option<String>,
    token: String,
}

/// The city, closed, to be asked on copies.
pub(super) struct Scene {
    pub(super) city: City,
    facts: BTreeMap<&'static str, String>,
    viewers: Vec<Viewer>,
    kept: Vec<u8>,
}

/// All that the database holds: its file, and what was written since the file was brought up to date.
fn bytes(city: &City) -> Vec<u8> {
    let file = |name| std::fs::read(city.folder().join(name)).unwrap_or_default();
    [file("city.db"), file("city.db-wal")].concat()
}

/// The value of the first field with this name on a page.
fn value(page: &Answer, name: &str) -> String {
    let from = page.body.split(&format!("name=\"{name}\" value=\"")).nth(1);
    let value = from.unwrap_or_else(|| panic!("no {name} in {}", page.body)).split('"').next().unwrap();
    typed(&value.replace("&#34;", "\"").replace("&quot;", "\"").replace("&#38;", "&"))
}

fn between(page: &Answer, before: &str, after: &str) -> String {
    let from = page.body.split(before).nth(1).unwrap_or_else(|| panic!("no {before} in {}", page.body));
    from.split(after).next().unwrap().to_owned()
}

impl Scene {
    pub(super) async fn open() -> Self {
        let city = City::at(LOCAL).await;
        let mut facts = BTreeMap::new();
        work(&city, &mut facts).await;
        ratings(&city, &mut facts).await;
        people(&city, &mut facts).await;
        desks(&city, &mut facts).await;
        let mut viewers = Vec::new();
        for (number, viewer) in (2_000..).zip(VIEWERS) {
            viewers.push(match viewer {
                None => Viewer::default(),
                Some((role, key)) => {
                    let organisation = city.organisation(key).await;
                    let person = city.enter("Koʻruvchi", role, organisation, number).await;
                    let mut browser = Browser::of(&city, person).await;
                    let token = browser.get("/people").await.form_token();
                    Viewer { session: browser.cookies.remove("session"), token }
                }
            });
        }
        decided(&city, &viewers[8], &mut facts).await;
        city.store.close().await;
        let kept = bytes(&city);
        Self { city, facts, viewers, kept }
    }

    /// Closes a copy and says whether anything in it was changed: not a byte is, unless something was kept.
    pub(super) async fn is_changed(&self, city: &City) -> bool {
        city.store.close().await;
        bytes(city) != self.kept
    }

    /// Asks a route, such as `POST /people/end`, from an own page, as one of [`VIEWERS`].
    pub(super) async fn ask(&self, city: &City, viewer: usize, route: &str) -> Answer {
        self.ask_at(city, viewer, route, ("", "session")).await
    }

    /// The same below an address, with the session in the cookie that is of use there.
    pub(super) async fn ask_at(
        &self,
        city: &City,
        viewer: usize,
        route: &str,
        (root, cookie): (&str, &str),
    ) -> Answer {
        let (method, pattern) = route.split_once(' ').unwrap();
        let known = REQUESTS.iter().find(|(one, ..)| *one == route);
        assert!(known.is_some() || (method == "GET" && !pattern.contains('{')), "how is {route} asked?");
        let (path, form) = known.map_or((pattern, ""), |(_, path, form)| (*path, *form));
        let (path, form) = (format!("{root}{}", self.filled(path)), self.filled(form));
        let viewer = &self.viewers[viewer];
        let mut browser = Browser::new(city);
        browser.cookies.extend(viewer.session.iter().map(|session| (cookie.to_owned(), session.clone())));
        browser.headers =
            vec![("sec-fetch-site", "same-origin".into()), ("origin", "http://panel.test".into())];
        match method {
            "GET" => browser.get(&path).await,
            _ if pattern.ends_with("/answer") => {
                let fields: Vec<_> = form.split('&').filter_map(|field| field.split_once('=')).collect();
                let fields = [&[("token", viewer.token.as_str())], fields.as_slice()].concat();
                browser.send(&path, &fields, &[("a.pdf", "application/pdf", b"%PDF-1.7")]).await
            }
            _ if pattern == "/import" => {
                let fields = [("token", viewer.token.as_str()), ("kind", "organisations")];
                let table = b"key,name_uz_latn\nekologiya,Ekologiya\n";
                browser.send(&path, &fields, &[("a.csv", "text/csv", table)]).await
            }
            _ => browser.post(&path, &format!("token={}&{form}", viewer.token)).await,
        }
    }

    fn filled(&self, text: &str) -> String {
        let filled = self
            .facts
            .iter()
            .fold(text.to_owned(), |text, (name, fact)| text.replace(&format!("{{{name}}}"), fact));
        assert!(!filled.contains('{'), "a fact is missing: {filled}");
        filled
    }
}

/// Something accepted and chosen for a second look, something reported, something open, a request for time, a file.
async fn work(city: &City, facts: &mut BTreeMap<&'static str, String>) {
    facts.insert("city", city.organisation("city").await.to_string());
    facts.insert("kadastr", city.organisation("kadastr").await.to_string());
    facts.insert("recheck", chosen(city).await.to_string());
    let (reports, _) = items(city, 1).await;
    facts.insert("report", reports[0].id.to_string());
    facts.insert("report_seen", reports[0].state_version.to_string());
    let id = reports[0].id;
    let answer = read(city, move |conn| Box::pin(dossier::answers(conn, id, 1))).await.swap_remove(0).id;
    let sha = "a".repeat(64);
    std::fs::write(city.folder().join(&sha), b"<html><script>alert(1)</script>").unwrap();
    let evidence = keep(city, id, answer, "dalil.html", Some(sha)).await;
    facts.insert("evidence", evidence.to_string());
    let (asked, _) = ask(city, "2026-12-04", "xarid").await;
    facts.insert("asked", asked.to_string());
    facts.insert("request", request_of(city, asked).await.to_string());
    let open = list(city, Some("kadastr"), Wanted::Overdue).await;
    let open = open.iter().rev().find(|one| one.id != asked).unwrap();
    facts.insert("open", open.id.to_string());
    facts.insert("open_seen", open.state_version.to_string());
    facts.insert("plan", open.plan.to_string());
}

/// Something that the controller of the city has just decided.
async fn decided(city: &City, viewer: &Viewer, facts: &mut BTreeMap<&'static str, String>) {
    let (reports, _) = items(city, 1).await;
    let mut browser = Browser::new(city);
    browser.cookies.extend(viewer.session.iter().map(|session| ("session".to_owned(), session.clone())));
    let form = format!("token={}&seen={}&decision=accept", viewer.token, reports[0].state_version);
    let said = browser.post(&format!("/obligations/{}/decision", reports[0].id), &form).await;
    let decision = said.location().split("decided=").nth(1).expect("a decision");
    facts.insert("decision", decision.to_owned());
}

/// A case, a comment, marks that were set apart, a quarter that was published and has changed since, a point with codes.
async fn ratings(city: &City, facts: &mut BTreeMap<&'static str, String>) {
    let organisation = city.organisation("kadastr").await;
    let only = Scope::Only([organisation].into());
    let (scope, wanted) = (only.clone(), rating_boards::CasesWanted::Open);
    let cases =
        read(city, |conn| Box::pin(async move { rating_boards::cases(conn, &scope, wanted, 5, 0).await }));
    facts.insert("case", cases.await[0].id.to_string());
    let mut controller = Browser::of(city, city.controller).await;
    let draft = controller.get("/ratings/publish/2026-Q3").await;
    let form = format!("token={}&seal={}&confirmed=yes", draft.form_token(), value(&draft, "seal"));
    assert_eq!(controller.post("/ratings/publish/2026-Q3", &form).await.status, StatusCode::SEE_OTHER);
    let summer: DateTime<Utc> = "2026-09-28T05:00:00Z".parse().unwrap();
    // A correction tells of ten at least.
    for minute in 0..10 {
        voted(city, summer + TimeDelta::minutes(minute), None).await;
    }
    facts.insert("seal", value(&controller.get("/ratings/publish/2026-Q3").await, "seal"));
    facts.insert("quarantine", burst_at(city, "kadastr").await.id.to_string());
    let points: Vec<KeptPoint> =
        read(city, |conn| Box::pin(async move { points::of_scope(conn, &only, 9).await })).await;
    facts.insert("point", points[0].id.to_string());
    facts.insert("point_code", points[0].code.clone());
    facts.insert("service", points[0].service.to_string());
    let mut administrator = Browser::of(city, city.administrator).await;
    let path = format!("/points/{}/codes", points[0].id);
    let token = administrator.get(&path).await.form_token();
    administrator.post(&format!("{path}/sheet"), &format!("token={token}&number=2&days=2&ru=1")).await;
    facts.insert("batch", value(&administrator.get(&path).await, "batch"));
}

/// A colleague at the cadastre who will go on leave, and somebody who was invited.
async fn people(city: &City, facts: &mut BTreeMap<&'static str, String>) {
    let organisation = city.organisation("kadastr").await;
    let colleague = city.enter("Hamkasb", Role::Officer, organisation, 1_900).await;
    let watcher = city.enter("Kuzatuvchi", Role::Observer, organisation, 1_901).await;
    facts.insert("officer", city.officer.to_string());
    facts.insert("colleague", colleague.to_string());
    let mut administrator = Browser::of(city, city.administrator).await;
    let token = administrator.get("/people").await.form_token();
    let leave = format!(
        "token={token}&person={colleague}&organisation={organisation}&substitute={watcher}\
         &first=2027-02-01&last=2027-02-05"
    );
    assert_eq!(administrator.post("/people/leave", &leave).await.status, StatusCode::SEE_OTHER);
    facts.insert("leave", value(&administrator.get("/people").await, "substitution"));
    let invited: PersonId = city.enter("Yangi maʼmur", Role::Administrator, organisation, 0).await;
    facts.insert("invitation", city.invite(invited).await.reveal().to_owned());
    let rating = voted(city, city.clock.now() - TimeDelta::hours(1), Some("Navbat uzun")).await;
    facts.insert("rating", rating.to_string());
}

/// A mark of one given to the cadastre, with a comment or without.
async fn voted(city: &City, moment: DateTime<Utc>, words: Option<&'static str>) -> RatingId {
    let catalogue = city.store.catalogue().await.unwrap();
    let organisation = city.organisation("kadastr").await;
    let mut points = catalogue.points.values();
    let point = points.find(|one| catalogue.services[&one.service].organisation == organisation).unwrap();
    let vote = Vote {
        service: point.service,
        point: Some(point.id),
        organisation,
        voter: format!("voter-{}", moment.timestamp()),
        mark: DomainMark::ALL[4],
        day: tashkent_day(moment),
        case_due: None,
        limits: catalogue.limits,
    };
    let kept: Result<_, StoreError> = city
        .store
        .write(move |conn| {
            Box::pin(async move {
                let rated = votes::rate(conn, &vote, moment).await?;
                if let Some(words) = words {
                    votes::comment(conn, rated.rating, &vote.voter, words, moment).await?;
                }
                Ok(rated.rating)
            })
        })
        .await;
    kept.unwrap()
}

/// A measure without a rule, a message that failed, an update that was set aside.
async fn desks(city: &City, facts: &mut BTreeMap<&'static str, String>) {
    let mut administrator = Browser::of(city, city.administrator).await;
    let mut controller = Browser::of(city, city.controller).await;
    let token = controller.get("/reports").await.form_token();
    let form = format!("token={token}&what=2026&organisation={}", facts["kadastr"]);
    facts.insert("made_report", controller.post("/reports", &form).await.location().to_owned());
    let measure = waiting_measure(city).await.id;
    facts.insert("measure", measure.to_string());
    facts.insert("measure_seen", value(&administrator.get(&format!("/plan/{measure}")).await, "seen"));
    let plan = read(city, |conn| Box::pin(plan::plans(conn))).await[0].id;
    let page = administrator.get(&format!("/plan/{plan}/reminding")).await;
    facts.insert("reminding_seen", value(&page, "seen"));
    let blocked = Mark::Failed(Why::new(Cause::Blocked, "403"));
    message(city, city.officer, Purpose::Digest, "soʻz", blocked).await;
    let page = administrator.get("/delivery").await;
    facts.insert("message", between(&page, "name=\"id\" value=\"", "\""));
    let now = city.clock.now();
    let parked: Result<(), StoreError> = city
        .store
        .write(move |conn| {
            Box::pin(async move {
                intake::mark_seen(conn, 71, now).await?;
                intake::park(conn, 71, "{}", "x", now).await?;
                Ok(())
            })
        })
        .await;
    parked.unwrap();
}
