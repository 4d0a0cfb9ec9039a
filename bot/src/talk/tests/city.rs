//! A small city: one hokimiyat, two organisations below it, a plan of three measures, a service with a point, some people.

use std::collections::{BTreeMap, HashMap};
use std::sync::Arc;
use std::sync::atomic::{AtomicI64, Ordering};

use chrono::{DateTime, NaiveDate, Utc};
use domain::buttons::Button;
use domain::clock::{Clock, FrozenClock};
use domain::deadline;
use domain::ids::{ObligationId, OrganisationId, PersonId, ServiceId};
use domain::language::{Language, Names};
use domain::people::{Grant, MayAdminister, MayInvite, Role};
use futures_util::future::BoxFuture;
use store::import::{self, MeasureDraft, OrganisationDraft, Parent, PlanDraft, ServiceDraft};
use store::obligations::{self, ObligationView};
use store::plan::Part;
use store::secret::SecretKey;
use store::{Conn, Durability, NotDone, Store, StoreError, people};

use crate::ctx::Ctx;
use crate::incoming::{Chat, From, Incoming, What};
use crate::reply::{KeyAction, Reply};
use crate::talk;

/// Telegram accounts.
pub(super) const OFFICER: i64 = 1001;
pub(super) const COLLEAGUE: i64 = 1002;
pub(super) const STRANGER: i64 = 1003;
pub(super) const DEPUTY: i64 = 1004;
pub(super) const CITIZEN: i64 = 9001;

/// The city and the way to talk to its bot.
pub(super) struct City {
    pub(super) ctx: Ctx,
    pub(super) clock: Arc<FrozenClock>,
    pub(super) people: HashMap<i64, PersonId>,
    updates: AtomicI64,
    _folder: tempfile::TempDir,
}

/// What was said in return.
#[derive(Debug)]
pub(super) struct Said(pub(super) Vec<Reply>);

impl City {
    /// The city on Monday, 23 November 2026, at 09:30.
    pub(super) async fn new() -> Self {
        Self::with_pages("https://nazorat.example").await
    }

    /// The same, where addresses of the panel's pages begin so.
    pub(super) async fn with_pages(pages: &str) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let url = format!("sqlite://{}", folder.path().join("city.db").display());
        let store = Store::open(&url, Durability::Normal).await.unwrap();
        store.migrate().await.unwrap();
        let clock = Arc::new(FrozenClock::at(moment("2026-11-23T04:30:00Z")));
        let secret = SecretKey::from_hex(&"5".repeat(64)).unwrap();
        let ctx = Ctx {
            store,
            clock: Arc::<FrozenClock>::clone(&clock),
            secret,
            panel_url: pages.into(),
            site_url: "https://nazorat.example".into(),
        };
        let mut city =
            Self { ctx, clock, people: HashMap::new(), updates: AtomicI64::new(1), _folder: folder };
        city.build().await;
        city
    }

    async fn build(&mut self) {
        self.write(|conn, now| {
            Box::pin(async move {
                let right = MayAdminister::at_the_machine();
                import::seed_calendar(conn).await?;
                import::organisations(conn, &right, &organisations(), now).await?;
                import::services(conn, &right, &[service()], now).await?;
                import::plan(conn, &right, &plan(), now).await?;
                Ok(())
            })
        })
        .await;
        for (account, name, role, organisation) in [
            (OFFICER, "Dilnoza Karimova", Role::Officer, "soliq"),
            (COLLEAGUE, "Jasur Toʻrayev", Role::Officer, "soliq"),
            (STRANGER, "Boshqa Xodim", Role::Officer, "kadastr"),
            (DEPUTY, "Aziz Rahimov", Role::Controller, "hokimlik"),
        ] {
            let person = self.join(account, name, role, organisation).await;
            self.people.insert(account, person);
        }
        let catalogue = self.ctx.store.catalogue().await.unwrap();
        let (today, now) = (self.clock.today(), self.clock.now());
        obligations::create_missing(&self.ctx.store, &catalogue, today, now).await.unwrap();
    }

    /// Somebody new accepts an invitation.
    pub(super) async fn join(
        &self,
        account: i64,
        name: &'static str,
        role: Role,
        organisation: &'static str,
    ) -> PersonId {
        let token = self.invite(name, role, organisation).await;
        self.write(move |conn, now| {
            Box::pin(async move {
                let token = store::tokens::Token::brought(&token);
                let who = people::accept_invitation(conn, &token, account, Language::UzLatn, now).await?;
                Ok(who.person)
            })
        })
        .await
    }

    /// A one-time link for somebody new.
    pub(super) async fn invite(&self, name: &'static str, role: Role, organisation: &'static str) -> String {
        self.ctx.store.forget_catalogue();
        let organisation = self.organisation(organisation).await;
        self.write(move |conn, now| {
            Box::pin(async move {
                let right = MayInvite::at_the_machine(Grant { role, organisation });
                let person = people::enter(conn, &right, name, None, Language::UzLatn, now).await?;
                Ok(people::invite(conn, &right, person, now).await?.reveal().to_owned())
            })
        })
        .await
    }

    pub(super) async fn organisation(&self, key: &str) -> OrganisationId {
        let catalogue = self.ctx.store.catalogue().await.unwrap();
        catalogue.organisations.values().find(|one| one.key == key).unwrap().id
    }

    /// The code and the number of the only service.
    pub(super) async fn point(&self) -> (String, ServiceId) {
        let catalogue = self.ctx.store.catalogue().await.unwrap();
        let point = catalogue.points.values().next().unwrap();
        (point.code.clone(), point.service)
    }

    pub(super) async fn write<T: Send + 'static>(
        &self,
        work: impl for<'c> FnOnce(&'c mut Conn, DateTime<Utc>) -> BoxFuture<'c, Result<T, NotDone>>
        + Send
        + 'static,
    ) -> T {
        let now = self.clock.now();
        self.ctx.store.write(move |conn| work(conn, now)).await.unwrap()
    }

    pub(super) async fn read<T>(
        &self,
        work: impl for<'c> FnOnce(&'c mut Conn) -> BoxFuture<'c, Result<T, StoreError>>,
    ) -> T {
        self.ctx.store.read(work).await.unwrap()
    }

    /// The open obligations of an organisation.
    pub(super) async fn open_of(&self, key: &str) -> Vec<ObligationView> {
        let organisation = self.organisation(key).await;
        self.read(|conn| Box::pin(obligations::open_of(conn, organisation, 100))).await
    }

    /// The obligation of the tax office that comes from this measure.
    pub(super) async fn obligation(&self, measure: i64) -> ObligationId {
        let open = self.open_of("soliq").await;
        open.iter().find(|one| one.measure_number == measure).unwrap().id
    }

    pub(super) async fn view(&self, id: ObligationId) -> ObligationView {
        self.read(|conn| Box::pin(obligations::view(conn, id))).await.unwrap()
    }

    /// Somebody does something.
    pub(super) async fn does(&self, account: i64, what: What) -> Said {
        let update_id = self.updates.fetch_add(1, Ordering::Relaxed);
        self.brings(update_id, account, what).await
    }

    /// Telegram brings an update with this number.
    pub(super) async fn brings(&self, update_id: i64, account: i64, what: What) -> Said {
        let incoming = Incoming {
            update_id,
            from: From { id: account, first_name: "Ism".into(), language_code: Some("uz".into()) },
            chat: Chat { id: account, private: true },
            what,
        };
        Said(talk::handle(&self.ctx, incoming).await.unwrap())
    }

    /// The number of the next message of a person.
    pub(super) fn next_message(&self) -> i64 {
        1_000 + self.updates.load(Ordering::Relaxed)
    }

    pub(super) async fn says(&self, account: i64, text: &str) -> Said {
        let what = match text.strip_prefix('/') {
            None => What::Text { message_id: self.next_message(), text: text.into() },
            Some(command) => {
                let (name, argument) = command.split_once(' ').unwrap_or((command, ""));
                What::Command { name: name.into(), argument: argument.into() }
            }
        };
        self.does(account, what).await
    }

    /// Presses a button under message 7.
    pub(super) async fn presses(&self, account: i64, button: Button) -> Said {
        self.does(account, press(button.data())).await
    }
}

/// A press of a button under message 7.
pub(super) fn press(data: impl Into<String>) -> What {
    What::Press { callback_id: "c1".into(), message_id: Some(7), data: data.into() }
}

impl Said {
    /// All texts of messages, one below the other.
    pub(super) fn text(&self) -> String {
        let texts = self.0.iter().filter_map(|reply| match reply {
            Reply::Send { text, .. } | Reply::Edit { text, .. } | Reply::Gather { text, .. } => {
                Some(text.as_str())
            }
            Reply::Toast { .. }
            | Reply::Menu(_)
            | Reply::MenuButton(_)
            | Reply::Files { .. }
            | Reply::Inline { .. } => None,
        });
        texts.collect::<Vec<_>>().join("\n---\n")
    }

    /// What the fading line or the box says.
    pub(super) fn toast(&self) -> Option<&str> {
        self.0.iter().find_map(|reply| match reply {
            Reply::Toast { text, .. } => text.as_deref(),
            _ => None,
        })
    }

    /// Whether the message of the button became another.
    pub(super) fn edits(&self) -> bool {
        self.0.iter().any(|reply| matches!(reply, Reply::Edit { message_id: 7, .. }))
    }

    /// The buttons under the messages.
    pub(super) fn buttons(&self) -> Vec<Button> {
        self.0
            .iter()
            .filter_map(|reply| match reply {
                Reply::Send { keyboard, .. }
                | Reply::Edit { keyboard, .. }
                | Reply::Gather { keyboard, .. } => keyboard.as_ref(),
                Reply::Toast { .. }
                | Reply::Menu(_)
                | Reply::MenuButton(_)
                | Reply::Files { .. }
                | Reply::Inline { .. } => None,
            })
            .flat_map(|keyboard| keyboard.rows().iter().flatten())
            .filter_map(|key| match &key.does {
                KeyAction::Press(data) => Some(Button::read(data).unwrap()),
                KeyAction::Open(_) => None,
            })
            .collect()
    }

    /// The first button of which this holds.
    pub(super) fn button(&self, wanted: impl Fn(&Button) -> bool) -> Button {
        self.buttons().into_iter().find(wanted).unwrap_or_else(|| panic!("no such button: {self:?}"))
    }
}

pub(super) fn moment(text: &str) -> DateTime<Utc> {
    text.parse().unwrap()
}

fn organisations() -> [OrganisationDraft; 3] {
    let draft = |key: &str, name: &str, parent| OrganisationDraft {
        key: key.into(),
        kind: Some("other".into()),
        names: Names { uz_latn: name.into(), ..Names::default() },
        week: None,
        parent,
    };
    [
        draft("hokimlik", "Shahar hokimligi", Parent::Nobody),
        draft("soliq", "Soliq inspeksiyasi", Parent::Below("hokimlik".into())),
        draft("kadastr", "Kadastr boʻlimi", Parent::Below("hokimlik".into())),
    ]
}

fn service() -> ServiceDraft {
    ServiceDraft {
        key: "guvohnoma".into(),
        organisation: "soliq".into(),
        names: Names {
            uz_latn: "Tugʻilganlik guvohnomasi".into(),
            ru: Some("Свидетельство".into()),
            ..Names::default()
        },
        term: None,
    }
}

/// Measure 1 is overdue, 2 falls due this week, 3 later.
fn plan() -> PlanDraft {
    let adopted: NaiveDate = "2026-10-28".parse().unwrap();
    let measure = |number, phrase: &str, text: &str| MeasureDraft {
        number,
        section: "I".into(),
        text: text.into(),
        mechanism: "Rahbar buyrugʻi".into(),
        phrase: phrase.into(),
        reading: deadline::read(phrase, adopted),
        executors: String::new(),
        controller: String::new(),
        evidence: None,
        parts: BTreeMap::from([("soliq".to_owned(), Part::Main), ("kadastr".to_owned(), Part::Main)]),
    };
    PlanDraft {
        number: "1298".into(),
        adopted,
        title: "Reja".into(),
        measures: vec![
            measure(1, "2026-yil 10-noyabrga qadar", "Talablarni <b>xodimlarga</b> yetkazish"),
            measure(2, "2026-yil 27-noyabrga qadar", "Masʼul xodimni belgilash"),
            measure(3, "2026-yil 20-dekabrga qadar", "Axborot kiritish"),
        ],
    }
}
