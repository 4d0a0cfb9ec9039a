//! Nobody finds out who voted: not in the database file, not in a backup, on no page, in no log. And `/forget` keeps its word.

use std::time::{Duration, Instant};

use domain::buttons::{Button, CaseStep, ForgetAct, OpinionAct};
use domain::cases::Verdict;
use domain::clock::Clock;
use domain::language::Language;
use domain::links::Payload;
use domain::people::Role;
use domain::ratings::{Criterion, Mark, Reason};
use playground::{ChatMessage, Fault, FaultKind, Persona};
use serde_json::json;
use store::voters::VoterSecret;
use store::{NotDone, StoreError, ratings};

use crate::support::city::{self, ADMINISTRATOR, CONTROLLER, OFFICER};
use crate::support::databases::{Base, on_both};
use crate::support::log::Log;
use crate::support::telegram::buttons;
use crate::support::town::{By, Town, WEBHOOK_SECRET};
use crate::support::traces::{Needle, everything_kept, found, number, pages_of, words};

on_both!(nobody_finds_out_who_voted_and_forgetting_cuts_the_last_thread);

const MORNING: &str = "2026-11-24T05:00:00Z";
/// A number, names and a phone that occur nowhere else.
const CITIZEN: i64 = 7_654_321_098_765;
const FIRST_NAME: &str = "Zulxumoroy";
const LAST_NAME: &str = "Qizilqumova";
const USERNAME: &str = "zulxumor_qq_77";
const PHONE: &str = "935550177";
const COMMENT: &str = "Uch soat kutdim, hech kim chiqmadi";
/// An officer's number is rightly kept: by it the search itself is proven.
const KNOWN: i64 = 7_111_222_333_444;

/// What must be found nowhere.
fn citizen() -> Vec<Needle> {
    let mut needles = number(CITIZEN);
    needles.extend([FIRST_NAME, LAST_NAME, USERNAME, PHONE, "93 555 01 77", "93-555-01-77"].map(words));
    needles
}

async fn open(base: Base) -> Town {
    let town = Town::open(base, By::Webhook, MORNING).await;
    town.telegram.playground.add_person(Persona {
        id: CITIZEN,
        first_name: FIRST_NAME.into(),
        last_name: Some(LAST_NAME.into()),
        language_code: "uz".into(),
        about: String::new(),
    });
    let now = town.clock.now();
    let known = (KNOWN, "Tanilgan Xodim", Role::Officer, "arxiv", Language::UzLatn);
    let joined: Result<_, NotDone> =
        town.base.store.write(move |conn| Box::pin(async move { city::enter(conn, known, now).await })).await;
    joined.expect("the officer joins");
    town
}

async fn count(town: &Town, sql: &str) -> i64 {
    town.base.raw().await.number(&format!("SELECT CAST(count(*) AS BIGINT) FROM {sql}")).await
}

fn gives(wanted: u8) -> impl Fn(&Button) -> bool {
    move |button| matches!(button, Button::Rate { mark, .. } if *mark == Mark::new(wanted).unwrap())
}

fn adds(wanted: OpinionAct) -> impl Fn(&Button) -> bool {
    move |button| matches!(button, Button::Opinion(step) if step.act == wanted)
}

fn step(wanted: impl Fn(CaseStep) -> bool) -> impl Fn(&Button) -> bool {
    move |button| matches!(button, Button::Case(step) if wanted(*step))
}

fn forgets(wanted: ForgetAct) -> impl Fn(&Button) -> bool {
    move |button| matches!(button, Button::Forget(step) if step.act == wanted)
}

async fn question(town: &Town, service: &str) -> ChatMessage {
    let (code, ..) = town.city.point(service);
    let scanned = town.telegram.follow(CITIZEN, &Payload::Rate(code));
    town.telegram.reply_to(CITIZEN, scanned).await
}

async fn thanks(town: &Town) -> ChatMessage {
    let comments = |button: &Button| matches!(button, Button::Comment { .. });
    town.telegram.until_button(CITIZEN, "the rating", comments).await
}

/// Scan, mark, reasons, criteria, comment, the wish to hear the answer.
async fn rates(town: &Town) {
    let telegram = &town.telegram;
    telegram.press(CITIZEN, &question(town, "soliq-malumotnoma").await, gives(2)).await;
    let ticks = OpinionAct::Tick { reason: Reason::Waiting, ticked: true };
    telegram.press(CITIZEN, &thanks(town).await, adds(ticks)).await;
    telegram.press(CITIZEN, &thanks(town).await, adds(OpinionAct::Ask(Criterion::Legality))).await;
    let judges = OpinionAct::Judge { criterion: Criterion::Legality, mark: Mark::new(2).unwrap() };
    let asked = telegram.until_button(CITIZEN, "a criterion", adds(judges)).await;
    telegram.press(CITIZEN, &asked, adds(judges)).await;
    let asked = telegram.until_button(CITIZEN, "the next criterion", adds(OpinionAct::Show)).await;
    telegram.press(CITIZEN, &asked, adds(OpinionAct::Show)).await;
    telegram.press(CITIZEN, &thanks(town).await, step(|step| matches!(step, CaseStep::Tell { .. }))).await;
    let said = telegram.playground.send_text(CITIZEN, &format!("{COMMENT}. Tel: +998 93 555 01 77"));
    telegram.reply_to(CITIZEN, said).await;
    // The promise to tell the answer may be what came.
    telegram.quiet().await;
    assert_eq!(count(town, &format!("rating WHERE comment LIKE '{COMMENT}%'")).await, 1);
}

/// The officer answers, the citizen is not content: the case opens again, and the chat is sealed once more.
async fn quarrels(town: &Town) {
    let asks = step(|step| matches!(step, CaseStep::Answer { .. }));
    let heard = town.telegram.until_button(OFFICER, "the case", &asks).await;
    town.telegram.press(OFFICER, &heard, &asks).await;
    town.telegram.playground.send_text(OFFICER, "Navbat qisqartirildi");
    let says = step(|step| matches!(step, CaseStep::Said { verdict: Verdict::Not, .. }));
    let answer = town.telegram.until_button(CITIZEN, "the answer", &says).await;
    town.telegram.press(CITIZEN, &answer, &says).await;
    town.telegram.quiet().await;
    assert_eq!(count(town, "citizen_case WHERE sealed_chat IS NOT NULL AND reopened = 1").await, 1);
}

/// Looks for a service by words and inline, sends what is not taken, meets Telegram's limits, and is part of a burst.
async fn wanders(town: &Town) {
    let telegram = &town.telegram.playground;
    let said = telegram.send_contact(CITIZEN, &format!("+998{PHONE}"), true);
    town.telegram.reply_to(CITIZEN, said).await;
    let asked = telegram.inline(CITIZEN, "suvga ulash");
    assert!(telegram.inline_answer(&asked, Duration::from_secs(20)).await.is_some());
    let slow = FaultKind::TooManyRequests { retry_after: 1 };
    telegram.inject(Fault { method: None, chat: Some(CITIZEN), kind: slow, times: 1 });
    let said = telegram.send_text(CITIZEN, "/rate");
    town.telegram.reply_to(CITIZEN, said).await;
    let (now, day) = (town.clock.now(), town.clock.today());
    let votes: Vec<_> = (0..29).map(|n| town.city.vote("suv-ulash", &format!("{n:032x}"), 5, day)).collect();
    let given: Result<(), StoreError> = town
        .base
        .store
        .write(move |conn| {
            Box::pin(async move {
                for vote in &votes {
                    ratings::rate(conn, vote, now).await?;
                }
                Ok(())
            })
        })
        .await;
    given.expect("the others vote");
    town.telegram.press(CITIZEN, &question(town, "suv-ulash").await, gives(5)).await;
    assert!(count(town, "rating WHERE standing = 'held'").await > 1, "the burst is set apart");
}

/// A handler that fails, and an update that cannot be read, with all that Telegram tells of a person in it.
async fn breaks(town: &Town) {
    let ticks = OpinionAct::Tick { reason: Reason::Waiting, ticked: false };
    let shown = town.telegram.until_button(CITIZEN, "a rating", adds(ticks)).await;
    let broken = "INSERT INTO rating_reason (rating_id, reason, service_id, day)
       SELECT rating_id, 'nonsense', service_id, day FROM rating_reason WHERE reason = 'waiting'";
    let mut raw = town.base.raw().await;
    raw.run(broken).await.expect("a reason of no version");
    let data = buttons(&shown).find(adds(ticks)).expect("the button").data();
    town.telegram.playground.press(CITIZEN, shown.id, &data).expect("the button is there");
    let person = json!({ "id": CITIZEN, "is_bot": false, "first_name": FIRST_NAME, "last_name": LAST_NAME,
        "username": USERNAME });
    let update = json!({ "update_id": 900_000_001, "message": {
        "message_id": format!("{FIRST_NAME} {CITIZEN}"), "date": 1_764_000_000, "from": person,
        "chat": { "id": CITIZEN, "type": "private", "first_name": FIRST_NAME, "username": USERNAME },
        "text": format!("{LAST_NAME} {PHONE}"),
    } });
    let address = format!("{}/telegram/webhook", town.panel_url);
    let request = reqwest::Client::new().post(address).body(update.to_string());
    let request = request.header("content-type", "application/json");
    request.header("x-telegram-bot-api-secret-token", WEBHOOK_SECRET).send().await.expect("it is taken");
    let began = Instant::now();
    while count(town, "parked_update").await < 2 {
        assert!(began.elapsed().as_secs() < 20, "nothing is parked");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    raw.run("DELETE FROM rating_reason WHERE reason = 'nonsense'").await.expect("it is mended");
}

/// Looks everywhere for the citizen.
async fn assert_unknown(town: &Town, log: &Log, when: &str) {
    let needles = citizen();
    assert_eq!(found(&needles, &everything_kept(&town.base).await), Vec::<String>::new(), "{when}: kept");
    let logged = log.read();
    let lines: Vec<_> = String::from_utf8_lossy(&logged)
        .lines()
        .filter(|line| !found(&needles, line.as_bytes()).is_empty())
        .map(str::to_owned)
        .collect();
    assert_eq!(lines, Vec::<String>::new(), "{when}: logged");
    for person in [ADMINISTRATOR, CONTROLLER] {
        let pages = pages_of(town, person).await;
        assert!(pages.len() > 25, "only {} pages", pages.len());
        for (path, body) in pages {
            assert_eq!(found(&needles, &body), Vec::<String>::new(), "{when}: {path}");
        }
    }
}

/// Who the citizen is by each secret that is kept, computed as whoever holds the machine could.
async fn hashes(town: &Town) -> Vec<String> {
    let rows: Vec<(String,)> = town.base.raw().await.rows("SELECT secret FROM voter_secret").await;
    let secrets = rows.iter().filter_map(|(text,)| VoterSecret::from_hex(text));
    secrets.map(|secret| town.secret.voter(&secret, CITIZEN)).collect()
}

/// How many votes, and how many sealed chats, lead to the citizen for whoever holds the machine.
async fn threads(town: &Town) -> (usize, usize) {
    let (hashes, mut raw) = (hashes(town).await, town.base.raw().await);
    assert!(!hashes.is_empty());
    let voters: Vec<(String,)> = raw.rows("SELECT voter FROM rating").await;
    let sealed: Vec<(String,)> = raw
        .rows(
            "SELECT sealed_chat FROM citizen_case WHERE sealed_chat IS NOT NULL
             UNION ALL SELECT sealed_chat FROM outbox WHERE sealed_chat IS NOT NULL",
        )
        .await;
    let opened = sealed.iter().filter(|(sealed,)| town.secret.open_chat(sealed) == Some(CITIZEN));
    (voters.iter().filter(|(voter,)| hashes.contains(voter)).count(), opened.count())
}

async fn forgets_me(town: &Town) {
    let said = town.telegram.playground.send_text(CITIZEN, "/unut");
    let asked = town.telegram.reply_to(CITIZEN, said).await;
    assert_eq!(threads(town).await, (2, 1), "nothing is done by the command alone");
    town.telegram.press(CITIZEN, &asked, forgets(ForgetAct::Forget)).await;
    let done = |message: &ChatMessage| message.text.contains("Unutildi");
    let told = town.telegram.until(CITIZEN, "that they are forgotten", done).await;
    for line in ["2 ta bahoda", "1 ta izoh", "1 ta javobni eshitish"] {
        assert!(told.text.contains(line), "{}", told.text);
    }
}

async fn nobody_finds_out_who_voted_and_forgetting_cuts_the_last_thread(base: Base) {
    let log = Log::start();
    let town = open(base).await;
    rates(&town).await;
    quarrels(&town).await;
    wanders(&town).await;
    breaks(&town).await;
    // The search finds what is rightly kept: it would find the citizen as well.
    let kept = everything_kept(&town.base).await;
    let shapes = found(&number(KNOWN), &kept);
    let shape = if town.base.url.starts_with("sqlite") { "in 6 bytes" } else { "in decimal digits" };
    assert!(shapes.iter().any(|one| one.contains(shape)), "{shapes:?}");
    assert!(!found(&[words(COMMENT)], &kept).is_empty());
    assert_unknown(&town, &log, "before").await;
    assert_eq!(threads(&town).await, (2, 1), "whoever holds the machine could still ask for one account");

    forgets_me(&town).await;
    assert_unknown(&town, &log, "after").await;
    assert_eq!(threads(&town).await, (0, 0));
    assert_eq!(found(&[words(COMMENT)], &everything_kept(&town.base).await), Vec::<String>::new());
    assert_eq!(count(&town, "parked_update").await, 0);
    assert_eq!(count(&town, "citizen_case WHERE state = 'open'").await, 1, "the organisation still answers");
    assert_eq!(count(&town, "rating WHERE NOT tied").await, 2, "the marks stay as numbers");
    assert_eq!(count(&town, "event WHERE action = 'forgotten' AND actor_id IS NULL").await, 1);

    // A second vote of the day could not be told from the first: it is not taken.
    let before = count(&town, "rating").await;
    let refused = town.telegram.press(CITIZEN, &question(&town, "suv-ulash").await, gives(4)).await;
    assert!(refused.show_alert, "{refused:?}");
    assert_eq!(count(&town, "rating").await, before);
    let old = hashes(&town).await;
    tomorrow(&town).await;
    let kept = everything_kept(&town.base).await;
    assert_eq!(found(&old.iter().map(|hash| words(hash)).collect::<Vec<_>>(), &kept), Vec::<String>::new());
    town.telegram.press(CITIZEN, &question(&town, "suv-ulash").await, gives(4)).await;
    assert_eq!(count(&town, "rating").await, before + 1);
    assert_eq!(threads(&town).await, (1, 0));
}

/// The next morning comes, and the jobs have run.
async fn tomorrow(town: &Town) {
    town.move_to("2026-11-25T05:00:00Z");
    let began = Instant::now();
    while count(town, "forgotten_voter").await > 0 {
        assert!(began.elapsed().as_secs() < 20, "who asked yesterday is still known");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
    // What was deleted stands in the log of SQLite until it is emptied; the jobs do that last.
    town.base.store.sweep().await.expect("the log is emptied");
}
