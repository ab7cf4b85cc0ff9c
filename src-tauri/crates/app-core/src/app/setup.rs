//! Set-ups: checking, starting, watching, stopping, resuming, undoing, leaving.

use std::sync::Arc;
use std::time::Duration;

use uuid::Uuid;

use crate::App;
use crate::activity::carried;
use crate::contract::error::AppError;
use crate::contract::flows::WebhookAddress;
use crate::contract::setup::{
    ResumeSetup, Setup, SetupCheck, SetupChoice, SetupForm, SetupRef, SetupState, SetupSummary,
    StepKind,
};
use crate::kept::on_disk;
use crate::setup::{self, Entry, Pending, Place, Runner, Shown};

use super::ActiveSession;

impl App {
    /// Everything that is wrong with a form, at once; writes nothing.
    ///
    /// # Errors
    /// `not_connected`, or what kept the platform from being asked.
    pub async fn check_setup(&self, args: SetupForm) -> Result<SetupCheck, AppError> {
        let place = self.place(self.session()?);
        let form = setup::tidy(args);
        let found = setup::inspect(&place, &form, setup::problems(&form)).await?;
        let plan = setup::review(&form, &found.picked);
        Ok(SetupCheck { fields: found.problems, plan, warnings: found.warnings })
    }

    /// Starts a set-up. What can be told without asking anybody is checked before; the rest is its first step.
    ///
    /// # Errors
    /// `validation`, `setup_under_way` while another one is made, `disk_full` when it cannot be noted.
    pub async fn start_setup(&self, args: SetupForm) -> Result<Setup, AppError> {
        self.start_setup_as(Uuid::new_v4().to_string(), args).await
    }

    /// Starts a set-up under an id that somebody has noted already.
    pub(super) async fn start_setup_as(
        &self,
        id: String,
        args: SetupForm,
    ) -> Result<Setup, AppError> {
        let session = self.session()?;
        let form = setup::tidy(args);
        let problems = setup::problems(&form);
        if !problems.is_empty() {
            return Err(AppError::validation(problems));
        }
        let entry = Entry::new(
            id,
            session.scope.clone(),
            session.info().profile_name.clone(),
            form,
            session.now(),
        );
        self.work_on(
            self.place(session),
            entry,
            |runner| async { runner.run().await },
            Pending::Look,
        )
        .await
    }

    /// How a set-up stands. One of another sandbox or sign-in says so, and comes without its webhook address and
    /// without choices.
    ///
    /// # Errors
    /// `not_found` when there is none with this id.
    pub async fn get_setup(&self, args: SetupRef) -> Result<Setup, AppError> {
        let mut shown = self.shown(&args.setup_id).await?;
        if !self.is_here(&shown.entry) {
            return Ok(setup::view_elsewhere(shown));
        }
        if shown.entry.state == SetupState::Done && shown.address.is_none() {
            shown.address = self.address(&shown.entry).await;
        }
        let writable = self.may_write().await;
        Ok(setup::view(shown, writable))
    }

    /// Set-ups that run, stopped or were left, everywhere; in practice mode those of practice mode.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub async fn list_setups(&self) -> Result<Vec<SetupSummary>, AppError> {
        let (entries, _) = self.unfinished_setups().await?;
        Ok(entries.iter().map(setup::summary).collect())
    }

    /// Stops after the request under way.
    ///
    /// # Errors
    /// `not_found` when there is none with this id; `refused` from another sandbox or sign-in.
    pub async fn cancel_setup(&self, args: SetupRef) -> Result<Setup, AppError> {
        if let Some(work) = self.setups.get(&args.setup_id).filter(|work| work.is_busy()) {
            let entry = work.shown().entry;
            if !self.is_here(&entry) {
                return Err(setup::elsewhere(&entry));
            }
            work.ask_to_stop();
        }
        self.get_setup(args).await
    }

    /// Goes on where it stopped.
    ///
    /// # Errors
    /// `refused` from another sandbox or sign-in, `conflict` when its state does not allow it.
    pub async fn resume_setup(&self, args: ResumeSetup) -> Result<Setup, AppError> {
        let choice = if args.create_again { SetupChoice::CreateAgain } else { SetupChoice::Resume };
        let (place, mut entry) = self.chosen(&args.setup_id, choice).await?;
        let pending = match (args.create_again, entry.state) {
            (true, _) => Pending::MakeAgain,
            (false, SetupState::Unclear) => Pending::LookOnly,
            (false, _) => Pending::Look,
        };
        (entry.state, entry.cause) = (SetupState::Running, None);
        self.work_on(place, entry, |runner| async { runner.run().await }, pending).await
    }

    /// Removes what it made.
    ///
    /// # Errors
    /// As [`App::resume_setup`].
    pub async fn undo_setup(&self, args: SetupRef) -> Result<Setup, AppError> {
        let (place, mut entry) = self.chosen(&args.setup_id, SetupChoice::Undo).await?;
        (entry.state, entry.undo_problem) = (SetupState::Undoing, None);
        self.work_on(place, entry, |runner| async { runner.undo().await }, Pending::Look).await
    }

    /// Leaves it as it is. One that has made nothing needs no finishing: it is over.
    ///
    /// # Errors
    /// As [`App::resume_setup`]; `disk_full` when it cannot be noted.
    pub async fn leave_setup(&self, args: SetupRef) -> Result<Setup, AppError> {
        let (place, mut entry) = self.chosen(&args.setup_id, SetupChoice::Leave).await?;
        entry.state = if entry.has_made() { SetupState::Left } else { SetupState::Undone };
        entry.ended_at = Some(place.session.now());
        place.keep(&entry).await?;
        if let Some(work) = self.setups.get(&args.setup_id) {
            work.end(Some(&entry));
        }
        self.get_setup(args).await
    }

    /// Name of what is being made, undone or deleted right now, whatever session it belongs to.
    #[must_use]
    pub fn work_under_way(&self) -> Option<String> {
        self.setup_under_way().map(|setup| setup.name).or_else(|| self.running_deletion())
    }

    /// The set-up that is being made or undone right now, whatever session it belongs to.
    #[must_use]
    pub fn setup_under_way(&self) -> Option<SetupSummary> {
        self.setups.busy().map(|work| setup::summary(&work.shown().entry))
    }

    /// Stops the set-up and the deletions under way and waits for their requests to end, so that the app can be
    /// closed. Answers whether they have ended in that time; if not, they stand as interrupted at the next start.
    pub async fn stop_setups(&self, within: Duration) -> bool {
        let deletions = self.stop_deletions(within).await;
        let setup = match self.setups.busy() {
            Some(work) => {
                work.ask_to_stop();
                work.ended_within(within).await
            }
            None => true,
        };
        deletions && setup
    }

    /// Set-ups that are neither done nor undone, oldest first, and how many rows of the journal cannot be read.
    async fn unfinished_setups(&self) -> Result<(Vec<Entry>, usize), AppError> {
        let setups = on_disk(&self.history(), |history| history.setups()).await?;
        let writable = self.may_write().await;
        let mut unreadable = setups.unreadable;
        let mut entries = Vec::new();
        for record in setups.read {
            let Ok(entry) = Entry::of_record(record) else {
                tracing::warn!("an entry of the journal cannot be read");
                unreadable += 1;
                continue;
            };
            let entry = self.newest(entry, writable).entry;
            if !matches!(entry.state, SetupState::Done | SetupState::Undone) {
                entries.push(entry);
            }
        }
        Ok((entries, unreadable))
    }

    /// Unfinished set-ups for the window's frame.
    pub(super) async fn setups_to_show(&self) -> SetupsToShow {
        let (entries, unreadable) = match self.unfinished_setups().await {
            Ok((entries, rows)) => (entries, Unreadable::Rows(rows)),
            Err(_) => (Vec::new(), Unreadable::All),
        };
        let (here, elsewhere): (Vec<Entry>, Vec<Entry>) =
            entries.into_iter().partition(|entry| self.is_here(entry));
        let lines = |entries: Vec<Entry>| entries.iter().map(setup::summary).collect();
        SetupsToShow { here: lines(here), elsewhere: lines(elsewhere), unreadable }
    }

    /// Whether a set-up belongs to the session in use.
    fn is_here(&self, entry: &Entry) -> bool {
        self.session_if_any().is_some_and(|session| session.scope == entry.scope)
    }

    /// A set-up that may be worked on from the session in use.
    async fn chosen(&self, id: &str, choice: SetupChoice) -> Result<(Place, Entry), AppError> {
        let session = self.session()?;
        let shown = self.shown(id).await?;
        if shown.entry.scope != session.scope {
            return Err(setup::elsewhere(&shown.entry));
        }
        Ok((self.place(session), allowed(shown.entry, choice)?))
    }

    /// Notes a set-up and lets it be worked on.
    async fn work_on<F, W>(
        &self,
        place: Place,
        entry: Entry,
        how: W,
        pending: Pending,
    ) -> Result<Setup, AppError>
    where
        W: FnOnce(Runner) -> F,
        F: Future<Output = ()> + Send + 'static,
    {
        let before = self.setups.get(&entry.id);
        let work = self.setups.begin(entry.clone(), "Making another one at the same time")?;
        if let Err(error) = place.keep(&entry).await {
            self.setups.give_up(&entry.id, before);
            return Err(error);
        }
        let first = setup::view(work.shown(), true);
        tokio::spawn(carried(how(Runner::new(place, work, pending))));
        Ok(first)
    }

    /// A set-up as it stands, for what is kept beside it.
    pub(super) async fn setup_entry(&self, id: &str) -> Result<Entry, AppError> {
        Ok(self.shown(id).await?.entry)
    }

    async fn shown(&self, id: &str) -> Result<Shown, AppError> {
        if let Some(work) = self.setups.get(id) {
            return Ok(work.shown());
        }
        let wanted = id.to_owned();
        let record = on_disk(&self.history(), move |history| history.setup(&wanted)).await?;
        let record = record.ok_or_else(|| AppError::gone("This set-up"))?;
        Ok(self.newest(Entry::of_record(record)?, self.may_write().await))
    }

    /// What is in memory is newer than what is on disk.
    fn newest(&self, entry: Entry, writable: bool) -> Shown {
        match self.setups.get(&entry.id) {
            Some(work) => work.shown(),
            // Another copy of the app may be at it: it is shown as that copy noted it.
            None if !writable => Shown { entry, address: None },
            None => Shown { entry: setup::interrupted(entry), address: None },
        }
    }

    /// The address of a dataflow that was made before this process began.
    async fn address(&self, entry: &Entry) -> Option<WebhookAddress> {
        let session = self.session().ok().filter(|session| session.scope == entry.scope)?;
        let flow = entry.object(StepKind::Flow)?;
        setup::read_address(&self.place(session), &flow.id).await.ok().flatten()
    }

    pub(super) async fn may_write(&self) -> bool {
        on_disk(&self.history(), |history| history.check_writable()).await.is_ok()
    }

    fn place(&self, session: Arc<ActiveSession>) -> Place {
        Place { session, timer: Arc::clone(&self.timer) }
    }
}

/// Unfinished set-ups, as the window's frame tells them.
pub(super) struct SetupsToShow {
    /// Of the session in use.
    pub(super) here: Vec<SetupSummary>,
    /// Of other sandboxes and sign-ins.
    pub(super) elsewhere: Vec<SetupSummary>,
    /// What of the journal cannot be read.
    pub(super) unreadable: Unreadable,
}

/// What of the journal cannot be read.
#[derive(Debug, Clone, Copy)]
pub(super) enum Unreadable {
    /// This many set-ups.
    Rows(usize),
    /// The file.
    All,
}

fn allowed(entry: Entry, choice: SetupChoice) -> Result<Entry, AppError> {
    if setup::choices(&entry).contains(&choice) { Ok(entry) } else { Err(setup::not_now(&entry)) }
}
