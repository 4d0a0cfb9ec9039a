//! Who has to hear of what at this moment: looked up at once, and decided by the rules of `domain::reminders`.

use std::collections::{BTreeMap, HashMap, HashSet};

use chrono::{DateTime, Days, NaiveDate, Utc};
use domain::clock::tashkent_day;
use domain::ids::{ObligationId, OrganisationId, PersonId};
use domain::language::Language;
use domain::reminders::{Matter, Policy, Slot, Stage, is_last_hours, list_until, may_speak, stage_on};
use store::StoreError;
use store::cases::{self, CaseView};
use store::organisations::Catalogue;
use store::reminders::{self, Answerer, Made, Open, Policies};

use crate::ctx::Ctx;

/// So many open cases of the whole city are looked at, the earliest due.
const CASES: i64 = 2_000;

/// One person's digest.
pub(super) struct Digest {
    pub(super) person: PersonId,
    pub(super) telegram_id: i64,
    pub(super) language: Language,
    pub(super) slot: Slot,
    /// The organisations for which the person answers, and of which there is something to say.
    pub(super) organisations: Vec<OrganisationId>,
    /// What stands in it.
    pub(super) shown: HashSet<ObligationId>,
    /// Whether it brings the list of all that falls due until the end of the next month.
    pub(super) listed: bool,
    /// What is said in it for the first time.
    pub(super) reminders: Vec<Made>,
    /// Low marks that wait for an answer, the earliest due first,
    pub(super) cases: Vec<CaseView>,
    /// and whether today is a day on which to remind of any of them.
    reminds_of_cases: bool,
}

/// The digests that are missing, those of one organisation one after the other.
pub(super) async fn missing(
    ctx: &Ctx,
    catalogue: &Catalogue,
    now: DateTime<Utc>,
) -> Result<Vec<Digest>, StoreError> {
    let known = Known::read(ctx, tashkent_day(now)).await?;
    let by_organisation = known.matters(catalogue, now);
    let mut digests: HashMap<PersonId, Digest> = HashMap::new();
    let answers: HashSet<_> = known.answerers.iter().map(|one| (one.person, one.organisation)).collect();
    let everybody = known.answerers.iter().chain(known.doers.values());
    let mut looked = HashSet::new();
    for answerer in everybody.filter(|one| looked.insert((one.person, one.organisation))) {
        let Some(slot) = known.slot_of(answerer.person, now) else { continue };
        let digest = digests.entry(answerer.person).or_insert_with(|| Digest::new(answerer, slot));
        if answers.contains(&(answerer.person, answerer.organisation)) {
            known.add_cases(digest, answerer.organisation, catalogue, now);
        }
        let Some(matters) = by_organisation.get(&answerer.organisation) else { continue };
        // What a colleague took over is the colleague's, or of who stands in for them, as long as messages reach them.
        let hears = |one: &Open| match known.doer_of(one) {
            Some(doer) => doer.person == answerer.person,
            None => answers.contains(&(answerer.person, answerer.organisation)),
        };
        let own = matters.iter().filter(|(one, _)| hears(one));
        known.add(digest, answerer.organisation, own, now);
    }
    // What was said before is worth no message of its own.
    let says_something =
        |digest: &Digest| !digest.reminders.is_empty() || digest.listed || digest.reminds_of_cases;
    let mut digests: Vec<_> = digests.into_values().filter(says_something).collect();
    digests.sort_by(|a, b| (&a.organisations, a.person).cmp(&(&b.organisations, b.person)));
    Ok(digests)
}

impl Digest {
    fn new(answerer: &Answerer, slot: Slot) -> Self {
        Self {
            person: answerer.person,
            telegram_id: answerer.telegram_id,
            language: answerer.language,
            slot,
            organisations: Vec::new(),
            shown: HashSet::new(),
            listed: false,
            reminders: Vec::new(),
            cases: Vec::new(),
            reminds_of_cases: false,
        }
    }
}

/// What is kept of people, of what is asked of them, and of what they heard before.
struct Known {
    answerers: Vec<Answerer>,
    /// Who is told of what they, or somebody in whose place they are, took over.
    doers: BTreeMap<(OrganisationId, PersonId), Answerer>,
    open: Vec<Open>,
    policies: Policies,
    made: HashSet<Made>,
    snoozed: HashMap<(ObligationId, PersonId), NaiveDate>,
    had: HashSet<(PersonId, Slot)>,
    listed: HashMap<PersonId, NaiveDate>,
    /// Low marks that wait for an answer, the earliest due first.
    cases: Vec<CaseView>,
}

impl Known {
    async fn read(ctx: &Ctx, today: NaiveDate) -> Result<Self, StoreError> {
        let now = ctx.clock.now();
        ctx.store
            .read(move |conn| {
                Box::pin(async move {
                    let policies = reminders::policies(conn).await?;
                    let farthest = policies.all().map(Policy::horizon_days).max().unwrap_or(0);
                    let until = today.checked_add_days(Days::new(farthest)).unwrap_or(today);
                    let until = until.max(list_until(today));
                    let snoozes = reminders::snoozes_of_open(conn).await?;
                    Ok(Self {
                        answerers: reminders::answerers(conn, today).await?,
                        doers: reminders::doers(conn, today).await?,
                        open: reminders::open_until(conn, until, now).await?,
                        made: reminders::made_of_open(conn).await?.into_iter().collect(),
                        snoozed: snoozes.into_iter().map(|(what, who, day)| ((what, who), day)).collect(),
                        had: reminders::digests_of(conn, today).await?.into_iter().collect(),
                        listed: reminders::last_lists(conn).await?.into_iter().collect(),
                        cases: cases::open(conn, CASES).await?,
                        policies,
                    })
                })
            })
            .await
    }

    /// Who alone hears of this.
    fn doer_of(&self, one: &Open) -> Option<&Answerer> {
        self.doers.get(&(one.organisation, one.doer?))
    }

    /// What may be spoken of at this moment, by organisation.
    fn matters(
        &self,
        catalogue: &Catalogue,
        now: DateTime<Utc>,
    ) -> HashMap<OrganisationId, Vec<(Open, Matter<'_>)>> {
        let (today, calendar) = (tashkent_day(now), &catalogue.calendar);
        let mut matters: HashMap<_, Vec<_>> = HashMap::new();
        for one in &self.open {
            let (policy, week) = (self.policies.of(one.plan), catalogue.week_of(one.organisation));
            if may_speak(now, policy, calendar, week) {
                let matter = Matter::on(today, one.due, one.promised, policy, calendar, week);
                matters.entry(one.organisation).or_default().push((*one, matter));
            }
        }
        matters
    }

    /// Which message a person may get now: after the one of the morning only that of the last hours.
    fn slot_of(&self, person: PersonId, now: DateTime<Utc>) -> Option<Slot> {
        match [Slot::Morning, Slot::LastHours].map(|slot| self.had.contains(&(person, slot))) {
            [false, _] => Some(Slot::Morning),
            [true, false] => is_last_hours(now).then_some(Slot::LastHours),
            [true, true] => None,
        }
    }

    /// The low marks of an organisation belong to the digest of the morning; those that are due or late are a reason for it.
    ///
    /// The news told of a case when it came, so nothing is said before its due day; from then on the usual stages hold.
    fn add_cases(
        &self,
        digest: &mut Digest,
        organisation: OrganisationId,
        catalogue: &Catalogue,
        now: DateTime<Utc>,
    ) {
        let (policy, today) = (Policy::default(), tashkent_day(now));
        let (calendar, week) = (&catalogue.calendar, catalogue.week_of(organisation));
        if digest.slot != Slot::Morning || !may_speak(now, &policy, calendar, week) {
            return;
        }
        let own = self.cases.iter().filter(|case| case.organisation == organisation);
        for case in own {
            let stage = stage_on(case.due, today, &policy, calendar, week);
            digest.reminds_of_cases |= matches!(stage, Some(Stage::DueDay | Stage::After(_)));
            digest.cases.push(case.clone());
        }
    }

    fn add<'a>(
        &self,
        digest: &mut Digest,
        organisation: OrganisationId,
        matters: impl Iterator<Item = &'a (Open, Matter<'a>)>,
        now: DateTime<Utc>,
    ) {
        let listed = self.listed.get(&digest.person).copied();
        let shown = digest.shown.len();
        for (one, matter) in matters {
            let matter = matter.put_off(self.snoozed.get(&(one.obligation, digest.person)).copied());
            let hurries = is_last_hours(now) && matter.ends_today();
            let mut steps: Vec<Stage> = Vec::new();
            if digest.slot == Slot::Morning {
                steps.extend(matter.steps());
            }
            // A morning that comes as late as this says both at once.
            steps.extend(hurries.then_some(Stage::LastHours));
            let made = |stage: Stage| (one.obligation, digest.person, stage, stage.version(one.due_version));
            let new: Vec<Made> =
                steps.into_iter().map(made).filter(|reminder| !self.made.contains(reminder)).collect();
            let lists = digest.slot == Slot::Morning && matter.is_listed() && matter.owes_list(listed);
            let near = match digest.slot {
                Slot::Morning => matter.is_near(),
                Slot::LastHours => hurries,
            };
            if lists || near || !new.is_empty() {
                digest.shown.insert(one.obligation);
            }
            digest.listed |= lists;
            digest.reminders.extend(new);
        }
        if digest.shown.len() > shown {
            digest.organisations.push(organisation);
        }
    }
}
