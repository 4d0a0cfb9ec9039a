//! The city that is played: organisations in sectors, the people who answer for them, and who controls them.

use anyhow::Context;
use chrono::{DateTime, NaiveDate, Utc};
use domain::calendar::{Week, WorkingCalendar};
use domain::ids::OrganisationId;
use domain::language::{Language, Names};
use domain::people::{Grant, MayAdminister, MayInvite, Role};
use store::import::{self, OrganisationDraft, Parent};
use store::{NotDone, Store, people};

use super::chance::Chance;
use super::plan::Plan;

/// Organisations of one sector; each sector has a controller.
const SECTOR: usize = 5;
/// The Telegram number of the first person.
const FIRST_CHAT: i64 = 1_000_001;
const ROOT: &str = "shahar";

/// How soon somebody does what is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub(crate) enum Diligence {
    /// As soon as it is near.
    Early,
    /// When it is due.
    OnTheDay,
    /// When it is late.
    Late,
    /// Hardly ever.
    Hardly,
}

/// Somebody with a role and a Telegram account.
#[derive(Clone, Debug)]
pub(crate) struct Person {
    pub(crate) chat: i64,
    pub(crate) name: String,
    pub(crate) role: Role,
    pub(crate) language: Language,
    pub(crate) diligence: Diligence,
}

/// An organisation of the city. People are named by their place in [`City::people`].
#[derive(Clone, Debug)]
pub(crate) struct Organisation {
    pub(crate) key: String,
    pub(crate) id: OrganisationId,
    pub(crate) week: Week,
    pub(crate) officers: Vec<usize>,
    pub(crate) heads: Vec<usize>,
    pub(crate) controller: usize,
}

/// The city as it was founded; nothing of it changes but what people do.
pub(crate) struct City {
    pub(crate) calendar: WorkingCalendar,
    pub(crate) people: Vec<Person>,
    pub(crate) organisations: Vec<Organisation>,
    sectors: usize,
}

impl City {
    /// A city of so many organisations, that nobody keeps yet.
    pub(crate) fn of(organisations: usize, chance: Chance) -> Self {
        let mut city = Self {
            calendar: WorkingCalendar::builtin(),
            people: Vec::new(),
            organisations: Vec::new(),
            sectors: organisations.div_ceil(SECTOR),
        };
        let controllers: Vec<_> = (0..city.sectors).map(|_| city.person(Role::Controller, chance)).collect();
        for number in 0..organisations {
            let about = |what: &'static str| (what, number);
            let officers = if chance.happens(300, about("second officer")) { 2 } else { 1 };
            let heads = usize::from(chance.happens(850, about("head")));
            let week = if chance.happens(150, about("week")) { Week::Six } else { Week::Five };
            let one = Organisation {
                key: format!("tashkilot-{number}"),
                id: OrganisationId(0),
                week,
                officers: (0..officers).map(|_| city.person(Role::Officer, chance)).collect(),
                heads: (0..heads).map(|_| city.person(Role::Head, chance)).collect(),
                controller: controllers[number / SECTOR],
            };
            city.organisations.push(one);
        }
        city
    }

    fn person(&mut self, role: Role, chance: Chance) -> usize {
        let place = self.people.len();
        let languages = [Language::UzLatn, Language::UzLatn, Language::UzCyrl, Language::Ru, Language::En];
        let diligence = match chance.below(10, ("diligence", place)) {
            0..4 => Diligence::Early,
            4..7 => Diligence::OnTheDay,
            7..9 => Diligence::Late,
            _ => Diligence::Hardly,
        };
        self.people.push(Person {
            chat: FIRST_CHAT + i64::try_from(place).unwrap_or_default(),
            name: format!("Xodim {place}"),
            role,
            language: languages[chance.below(languages.len(), ("language", place))],
            diligence,
        });
        place
    }

    /// The person whose chat it is.
    pub(crate) fn person_at(&self, chat: i64) -> Option<usize> {
        let place = usize::try_from(chat - FIRST_CHAT).ok()?;
        (place < self.people.len()).then_some(place)
    }

    /// Whether anybody of the city works on that day.
    pub(crate) fn works(&self, day: NaiveDate) -> bool {
        [Week::Five, Week::Six].iter().any(|week| self.calendar.is_working(day, *week))
    }

    /// The organisation for which the person answers; none for a controller.
    pub(crate) fn home_of(&self, person: usize) -> Option<usize> {
        let theirs = |one: &Organisation| one.officers.contains(&person) || one.heads.contains(&person);
        self.organisations.iter().position(theirs)
    }

    /// The week by which the person lives.
    pub(crate) fn week_of(&self, person: usize) -> Week {
        self.home_of(person).map_or(Week::Five, |home| self.organisations[home].week)
    }

    /// Enters the city and its plan into a fresh database, as an administrator would.
    pub(crate) async fn found(
        &mut self,
        store: &Store,
        plan: &Plan,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let (drafts, plan) = (self.drafts(), plan.draft(self));
        let kept: Result<(), NotDone> = store
            .write(move |conn| {
                Box::pin(async move {
                    let right = MayAdminister::at_the_machine();
                    import::seed_calendar(conn).await?;
                    import::organisations(conn, &right, &drafts, now).await?;
                    import::plan(conn, &right, &plan, now).await?;
                    Ok(())
                })
            })
            .await;
        kept.context("the city was not founded")?;
        store.forget_catalogue();
        let catalogue = store.catalogue().await?;
        let id_of = |key: &str| catalogue.organisations.values().find(|one| one.key == key).map(|one| one.id);
        for one in &mut self.organisations {
            one.id = id_of(&one.key).with_context(|| format!("{} was not kept", one.key))?;
        }
        let mut grants = Vec::new();
        for (number, one) in self.organisations.iter().enumerate() {
            let sector = id_of(&sector_key(number / SECTOR)).context("a sector was not kept")?;
            let sector = (number % SECTOR == 0).then_some((one.controller, sector));
            let own = one.officers.iter().chain(&one.heads).map(|person| (*person, one.id));
            grants.extend(sector.into_iter().chain(own));
        }
        self.enter(store, grants, now).await
    }

    async fn enter(
        &self,
        store: &Store,
        grants: Vec<(usize, OrganisationId)>,
        now: DateTime<Utc>,
    ) -> anyhow::Result<()> {
        let people: Vec<_> =
            grants.into_iter().map(|(person, at)| (self.people[person].clone(), at)).collect();
        let kept: Result<(), NotDone> = store
            .write(move |conn| {
                Box::pin(async move {
                    for (person, organisation) in people {
                        let right = MayInvite::at_the_machine(Grant { role: person.role, organisation });
                        let id =
                            people::enter(conn, &right, &person.name, None, person.language, now).await?;
                        let token = people::invite(conn, &right, id, now).await?;
                        people::accept_invitation(conn, &token, person.chat, person.language, now).await?;
                    }
                    Ok(())
                })
            })
            .await;
        kept.context("the people were not entered")
    }

    fn drafts(&self) -> Vec<OrganisationDraft> {
        let draft = |key: String, name: String, week: Option<Week>, parent: Parent| OrganisationDraft {
            key,
            kind: None,
            names: Names { uz_latn: name, ..Names::default() },
            week,
            parent,
        };
        let root = draft(ROOT.into(), "Fargʻona shahar hokimligi".into(), None, Parent::Nobody);
        let sectors = (0..self.sectors)
            .map(|n| draft(sector_key(n), format!("{n}-sektor"), None, Parent::Below(ROOT.into())));
        let organisations = self.organisations.iter().enumerate().map(|(n, one)| {
            let parent = Parent::Below(sector_key(n / SECTOR));
            draft(one.key.clone(), format!("{n}-tashkilot"), Some(one.week), parent)
        });
        std::iter::once(root).chain(sectors).chain(organisations).collect()
    }
}

fn sector_key(number: usize) -> String {
    format!("sektor-{number}")
}
