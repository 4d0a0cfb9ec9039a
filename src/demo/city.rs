//! Builds the demo's city: the example tables, a year of life, people linked to their chats, letters of invitation.

use anyhow::Context;
use chrono::{DateTime, Days, NaiveDate, NaiveTime, Utc};
use domain::clock::{in_tashkent, tashkent_day};
use domain::ids::{OrganisationId, PersonId};
use domain::language::Language;
use domain::links::Payload;
use domain::people::{Grant, MayInvite, Role, Who};
use locales::{Texts, words};
use playground::Persona;
use store::organisations::Catalogue;
use store::people::Recipient;
use store::secret::SecretKey;
use store::tokens::Token;
use store::{NotDone, Store, StoreError};

use super::history::{self, Comment};
use super::visits::{self, Slip};
use super::world::Letter;
use crate::import::take_in_example;
use crate::terminal::Terminal;

const COMMENTS: &str = include_str!("../../data/fergana/comments_example.csv");

/// Telegram numbers of the invented people begin here, those of the citizens there.
const FIRST_OFFICIAL: i64 = 7_000_001;
const FIRST_CITIZEN: i64 = 7_100_001;

/// Invented citizens, with the language of their phones.
const CITIZENS: [(&str, &str, &str); 4] = [
    ("Madina", "Tursunova", "uz"),
    ("Rustam", "Xoliqov", "uz"),
    ("Елена", "Соколова", "ru"),
    ("Tom", "Baker", "en"),
];

/// The days on which the example's plans were adopted.
const EARLIER_PLAN: NaiveDate = match NaiveDate::from_ymd_opt(2025, 10, 30) {
    Some(day) => day,
    None => NaiveDate::MIN,
};
const LATER_PLAN: NaiveDate = match NaiveDate::from_ymd_opt(2026, 10, 28) {
    Some(day) => day,
    None => NaiveDate::MIN,
};

/// One in so many officials has not accepted the invitation yet.
const NOT_LINKED: usize = 13;

/// Everything about the city that the demo shows at its start.
pub(super) struct City {
    pub(super) people: Vec<Persona>,
    /// Those who have accepted their invitation.
    pub(super) officials: Vec<i64>,
    pub(super) letters: Vec<Letter>,
    /// Slips with visit codes.
    pub(super) slips: Vec<Slip>,
    /// Open the panel.
    pub(super) sign_ins: SignIns,
}

/// Each opens the panel once.
#[derive(Clone)]
pub(super) struct SignIns {
    /// As the deputy hokim.
    pub(super) deputy: Token,
    /// As the administrator.
    pub(super) administrator: Token,
}

/// Fills an empty database, as if the city had lived with the service for a year.
pub(super) async fn build(
    terminal: Terminal,
    store: &Store,
    secret: &SecretKey,
    now: DateTime<Utc>,
) -> anyhow::Result<()> {
    let texts = terminal.texts;
    terminal.busy(texts.demo_step_city(), take_in_example(store, texts, now)).await?;
    store.forget_catalogue();
    let catalogue = store.catalogue().await?;
    for moment in days_of_planning(now) {
        store::obligations::create_missing(store, &catalogue, tashkent_day(moment), moment).await?;
    }
    link_people(store, &catalogue, now).await.context("people could not be linked to their chats")?;
    let comments = comments()?;
    terminal.busy(texts.demo_step_history(), history::write(store, &catalogue, &comments, now)).await?;
    visits::write(store, secret, &catalogue, now).await?;
    super::results::publish(store, now).await
}

/// The moments at which the obligations of the past year came to be, some months ahead of their days, as in real life; the
/// last of them is now.
fn days_of_planning(now: DateTime<Utc>) -> Vec<DateTime<Utc>> {
    let mut moments = Vec::new();
    let mut day = EARLIER_PLAN;
    while day < tashkent_day(now) {
        moments.push(in_tashkent(day, NaiveTime::MIN));
        let next = day + Days::new(85);
        // The second plan is not looked at before it was adopted: not even from near.
        day = if day < LATER_PLAN && next + Days::new(60) > LATER_PLAN { LATER_PLAN } else { next };
    }
    moments.push(now);
    moments
}

/// The people and letters of a city that was built, now or at an earlier start.
pub(super) async fn open(
    store: &Store,
    texts: Texts,
    secret: &SecretKey,
    now: DateTime<Utc>,
) -> anyhow::Result<City> {
    let catalogue = store.catalogue().await?;
    let known = officials(store, now).await?;
    let mut people = Vec::new();
    let mut letters = Vec::new();
    for (recipient, who) in &known {
        let about = about(texts, &catalogue, recipient, who);
        match recipient.telegram_id {
            Some(telegram_id) => people.push(persona(telegram_id, recipient, about)),
            None => letters.push(letter(store, who, &about, now).await?),
        }
    }
    let officials = people.iter().map(|person: &Persona| person.id).collect();
    let citizens = CITIZENS.into_iter().zip(FIRST_CITIZEN..).map(|((first, last, language), id)| Persona {
        id,
        first_name: first.to_owned(),
        last_name: Some(last.to_owned()),
        language_code: language.to_owned(),
        about: texts.demo_citizen(),
    });
    people.extend(citizens);
    let first = |role| known.iter().map(|(_, who)| who).find(|who| who.is(role));
    let deputy = first(Role::Controller).context("the city has no deputy hokim")?;
    let administrator = first(Role::Administrator).context("the city has no administrator")?;
    let sign_ins = SignIns {
        deputy: invite(store, deputy, now).await?,
        administrator: invite(store, administrator, now).await?,
    };
    let slips = visits::slips(store, secret, now).await?;
    Ok(City { people, officials, letters, slips, sign_ins })
}

fn comments() -> anyhow::Result<Vec<Comment>> {
    let mut reader = csv::Reader::from_reader(COMMENTS.as_bytes());
    let rows = reader.deserialize::<(u8, String)>().map(|row| {
        let (mark, text) = row.context("a comment of the example cannot be read")?;
        Ok(Comment { mark, text })
    });
    rows.collect()
}

/// All officials, controllers first, each once.
async fn officials(store: &Store, now: DateTime<Utc>) -> anyhow::Result<Vec<(Recipient, Who)>> {
    let roles = [Role::Controller, Role::Administrator, Role::Officer, Role::Head, Role::Observer];
    let officials = store
        .read(move |conn| {
            Box::pin(async move {
                let mut found: Vec<(Recipient, Who)> = Vec::new();
                for role in roles {
                    for recipient in store::people::holders(conn, role).await? {
                        if found.iter().any(|(known, _)| known.person == recipient.person) {
                            continue;
                        }
                        let who = store::people::who(conn, recipient.person, tashkent_day(now)).await?;
                        found.extend(who.map(|who| (recipient, who)));
                    }
                }
                Ok::<_, StoreError>(found)
            })
        })
        .await?;
    Ok(officials)
}

/// Accepts the invitations of nearly everybody.
async fn link_people(store: &Store, catalogue: &Catalogue, now: DateTime<Utc>) -> anyhow::Result<()> {
    let officials = officials(store, now).await?;
    let languages = [Language::UzLatn, Language::UzLatn, Language::UzCyrl, Language::UzLatn, Language::Ru];
    for (place, ((_, who), telegram_id)) in officials.into_iter().zip(FIRST_OFFICIAL..).enumerate() {
        if place % NOT_LINKED == NOT_LINKED - 1 {
            continue;
        }
        let language =
            if who.is(Role::Controller) { Language::UzLatn } else { languages[place % languages.len()] };
        let right = right_to_invite(&who)?;
        let person = who.person;
        store
            .write(move |conn| {
                Box::pin(async move {
                    let token = store::people::invite(conn, &right, person, now).await?;
                    store::people::accept_invitation(conn, &token, telegram_id, language, now).await
                })
            })
            .await?;
    }
    tracing::debug!(organisations = catalogue.organisations.len(), "people are linked to their chats");
    Ok(())
}

async fn invite(store: &Store, who: &Who, now: DateTime<Utc>) -> anyhow::Result<Token> {
    let right = right_to_invite(who)?;
    let person: PersonId = who.person;
    let token = store
        .write(move |conn| Box::pin(async move { store::people::invite(conn, &right, person, now).await }))
        .await
        .map_err(|error: StoreError| NotDone::from(error))?;
    Ok(token)
}

fn right_to_invite(who: &Who) -> anyhow::Result<MayInvite> {
    let grant: Grant = *who.grants.first().context("an official of the example has no role")?;
    Ok(MayInvite::at_the_machine(grant))
}

async fn letter(store: &Store, who: &Who, about: &str, now: DateTime<Utc>) -> anyhow::Result<Letter> {
    let token = invite(store, who, now).await?;
    Ok(Letter {
        name: format!("{} · {about}", who.name),
        payload: Payload::Invitation(token.reveal().to_owned()),
    })
}

fn persona(telegram_id: i64, recipient: &Recipient, about: String) -> Persona {
    let (first, last) = match recipient.name.split_once(' ') {
        Some((first, last)) => (first, Some(last.to_owned())),
        None => (recipient.name.as_str(), None),
    };
    let language_code = match recipient.language {
        Language::Ru => "ru",
        Language::En => "en",
        Language::UzLatn | Language::UzCyrl => "uz",
    };
    Persona {
        id: telegram_id,
        first_name: first.to_owned(),
        last_name: last,
        language_code: language_code.to_owned(),
        about,
    }
}

/// What stands under a name in the list of people: the first role or the position, and where it holds.
fn about(texts: Texts, catalogue: &Catalogue, recipient: &Recipient, who: &Who) -> String {
    let Some(grant) = who.grants.first() else { return String::new() };
    // The deputy hokim and the control officer have the same role; what they are called tells them apart.
    if grant.role == Role::Controller
        && let Some(position) = &recipient.position
    {
        return position.in_language(texts.language()).to_owned();
    }
    let role = words::role(texts, grant.role);
    match name_of(catalogue, grant.organisation, texts.language()) {
        Some(organisation) => texts.demo_role_at(organisation, role),
        None => role,
    }
}

fn name_of(catalogue: &Catalogue, organisation: OrganisationId, language: Language) -> Option<&str> {
    catalogue.organisations.get(&organisation).map(|found| found.names.in_language(language))
}
