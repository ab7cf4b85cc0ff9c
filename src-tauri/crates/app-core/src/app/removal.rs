//! Deleting dataflows: planning, starting, undoing in time, watching, stopping, resuming.

use std::sync::Arc;
use std::time::Duration;

use uuid::Uuid;

use crate::App;
use crate::activity::carried;
use crate::contract::app_state::Notice;
use crate::contract::error::{AppError, FieldProblem};
use crate::contract::removal::{
    Deletion, DeletionChoice, DeletionKind, DeletionPlan, DeletionRef, DeletionState, PlanDelete,
    RemovalKind, RemovalState, RowState, StartDeletion,
};
use crate::kept::on_disk;
use crate::removal::{self, Entry, Look, Object, Plan, Row, Runner, Shown, UNDO};
use crate::setup::Place;

use super::ActiveSession;

/// How many dataflows one plan may name.
const MOST: usize = 200;

impl App {
    /// What deleting these dataflows would remove, and what would stay. Removes nothing.
    ///
    /// # Errors
    /// `not_connected`, `validation` for more than 200; what kept the platform from being asked.
    pub async fn plan_delete(&self, args: PlanDelete) -> Result<DeletionPlan, AppError> {
        let session = self.session()?;
        if args.flow_ids.len() > MOST {
            return Err(AppError::validation(vec![FieldProblem {
                field: "flowIds".to_owned(),
                message: format!("Delete {MOST} dataflows at most at a time."),
            }]));
        }
        let plan = removal::plan(&session, args.flow_ids).await?;
        let shown = plan.shown.clone();
        self.deletions.keep_plan(plan);
        Ok(shown)
    }

    /// Starts a plan: nothing is sent for ten seconds, in which it can be undone.
    ///
    /// # Errors
    /// `validation` when production is not confirmed, `conflict` when the plan is of another time or place,
    /// `disk_full` when it cannot be noted.
    pub async fn start_deletion(&self, args: StartDeletion) -> Result<Deletion, AppError> {
        let session = self.session()?;
        let plan = self.deletions.plan(&args.plan_id);
        let plan = plan.filter(|plan| plan.scope == session.scope && !plan.rows.is_empty());
        let plan = plan.ok_or_else(removal::plan_is_gone)?;
        if let Some(wanted) = &plan.shown.type_to_confirm {
            let typed = args.confirmation.as_deref().map(str::trim);
            if typed != Some(wanted.trim()) {
                return Err(removal::not_confirmed(wanted));
            }
        }
        let Plan { shown, rows, .. } = plan;
        let rows = rows.into_iter().map(|row| as_chosen(row, &args)).collect();
        let deletion = self.begin_deletion(session, DeletionKind::Dataflows, rows).await?;
        self.deletions.drop_plan(&shown.plan_id);
        Ok(deletion)
    }

    /// How a deletion stands.
    ///
    /// # Errors
    /// `not_found` when there is none with this id.
    pub async fn get_deletion(&self, args: DeletionRef) -> Result<Deletion, AppError> {
        let (shown, busy) = self.deletion(&args.deletion_id).await?;
        Ok(self.deletion_view(shown, busy).await)
    }

    /// Deletions that wait, run or stopped, and those of this process that are done and not closed.
    ///
    /// # Errors
    /// When the journal cannot be read.
    pub async fn list_deletions(&self) -> Result<Vec<Deletion>, AppError> {
        let mut shown = Vec::new();
        for (deletion, busy) in self.open_deletions().await? {
            let told = match deletion.entry.state {
                DeletionState::Undone | DeletionState::Lapsed => false,
                DeletionState::Done => self.deletions.get(&deletion.entry.id).is_some(),
                _ => true,
            };
            if told && (busy || self.is_scope_here(&deletion.entry)) {
                shown.push(self.deletion_view(deletion, busy).await);
            }
        }
        Ok(shown)
    }

    /// Undoes a deletion of which nothing has been sent.
    ///
    /// # Errors
    /// `conflict` when it is too late.
    pub async fn undo_deletion(&self, args: DeletionRef) -> Result<Deletion, AppError> {
        self.stop_with(args, DeletionChoice::Undo).await
    }

    /// Stops after the dataflow under way.
    ///
    /// # Errors
    /// `conflict` when it does not run.
    pub async fn stop_deletion(&self, args: DeletionRef) -> Result<Deletion, AppError> {
        self.stop_with(args, DeletionChoice::Stop).await
    }

    /// Goes on with what is left, at once: the time to think again has passed before.
    ///
    /// # Errors
    /// `conflict` when its state does not allow it, `disk_full` when it cannot be noted.
    pub async fn resume_deletion(&self, args: DeletionRef) -> Result<Deletion, AppError> {
        let session = self.session()?;
        let mut entry = self.chosen_deletion(&args.deletion_id, DeletionChoice::Resume).await?;
        (entry.state, entry.problem, entry.ended_at) = (DeletionState::Running, None, None);
        for row in entry.rows.iter_mut().filter(|row| row.state == RowState::Failed) {
            (row.state, row.problem) = (RowState::Waiting, None);
        }
        self.work_on_deletion(session, entry, None).await
    }

    /// A person has seen how it ended: it is not listed any more.
    ///
    /// # Errors
    /// `conflict` while it waits or runs, `disk_full` when it cannot be noted.
    pub async fn close_deletion(&self, args: DeletionRef) -> Result<(), AppError> {
        let entry = self.chosen_deletion(&args.deletion_id, DeletionChoice::Close).await?;
        let id = entry.id.clone();
        on_disk(&self.history(), move |history| history.close_deletion(&id)).await?;
        self.deletions.forget(&entry.id);
        Ok(())
    }

    /// Name of the dataflow that is being deleted, once it cannot be undone any more.
    pub(crate) fn running_deletion(&self) -> Option<String> {
        let busy = self.deletions.busy().into_iter().map(|work| work.look().0);
        let entry = busy.into_iter().find(|shown| shown.undo_until.is_none())?.entry;
        entry.rows.first().map(|row| row.name.clone())
    }

    /// Name of the dataflow whose deletion waits or runs, whatever session it belongs to.
    pub(crate) fn deletion_under_way(&self) -> Option<String> {
        let busy = self.deletions.busy();
        let entry = busy.first()?.look().0.entry;
        entry.rows.first().map(|row| row.name.clone())
    }

    /// Keeps deletions that can still be undone from being sent, and stops those that run. What was not sent is
    /// not deleted; the next start says so.
    pub(crate) async fn stop_deletions(&self, within: Duration) -> bool {
        let mut ended = true;
        for work in self.deletions.busy() {
            work.change(|shown| shown.closing = true);
            work.ask_to_stop();
            ended &= work.ended_within(within).await;
        }
        ended
    }

    /// Notices of deletions that were not sent because the app was closed.
    pub(super) async fn lapsed_deletions(&self) -> Vec<Notice> {
        let open = self.open_deletions().await.unwrap_or_default();
        let lapsed = open.into_iter().filter(|(one, _)| one.entry.state == DeletionState::Lapsed);
        lapsed
            .map(|(one, _)| {
                let (title, hint) = removal::closed_too_early(&one.entry);
                Notice { id: format!("deletion-lapsed:{}", one.entry.id), title, hint }
            })
            .collect()
    }

    /// Notes a deletion and lets it wait for its ten seconds.
    pub(super) async fn begin_deletion(
        &self,
        session: Arc<ActiveSession>,
        kind: DeletionKind,
        rows: Vec<Row>,
    ) -> Result<Deletion, AppError> {
        let entry = Entry {
            id: Uuid::new_v4().to_string(),
            scope: session.scope.clone(),
            profile_name: session.profile_name(),
            kind,
            state: DeletionState::Waiting,
            problem: None,
            started_at: session.now(),
            ended_at: None,
            rows,
        };
        let window = i64::try_from(UNDO.as_millis()).unwrap_or(i64::MAX);
        self.work_on_deletion(session, entry, Some(window)).await
    }

    async fn work_on_deletion(
        &self,
        session: Arc<ActiveSession>,
        entry: Entry,
        undo_for: Option<i64>,
    ) -> Result<Deletion, AppError> {
        let record = entry.to_record();
        on_disk(&session.history, move |history| history.save_deletion(&record)).await?;
        let until = undo_for.map(|window| self.timer.now().saturating_add(window));
        let work = self.deletions.begin(entry, until);
        let first = work.shown();
        let place = Place { session, timer: Arc::clone(&self.timer) };
        let turn = Arc::clone(&self.deletions.turn);
        tokio::spawn(carried(async move { Runner::new(place, work, turn).run().await }));
        Ok(self.deletion_view(first, true).await)
    }

    async fn stop_with(
        &self,
        args: DeletionRef,
        choice: DeletionChoice,
    ) -> Result<Deletion, AppError> {
        self.chosen_deletion(&args.deletion_id, choice).await?;
        let work = self.deletions.get(&args.deletion_id).ok_or_else(removal::not_now)?;
        work.ask_to_stop();
        if choice == DeletionChoice::Undo {
            // It has nothing to finish: how it ended is known in a moment.
            work.ended_within(Duration::from_secs(1)).await;
        }
        self.get_deletion(args).await
    }

    /// A deletion of the session in use that allows this.
    async fn chosen_deletion(&self, id: &str, choice: DeletionChoice) -> Result<Entry, AppError> {
        let (shown, _) = self.deletion(id).await?;
        let allowed = removal::choices(&shown.entry).contains(&choice);
        if allowed && self.is_scope_here(&shown.entry) {
            Ok(shown.entry)
        } else {
            Err(removal::not_now())
        }
    }

    async fn deletion(&self, id: &str) -> Result<(Shown, bool), AppError> {
        if let Some(work) = self.deletions.get(id) {
            return Ok((work.shown(), work.is_busy()));
        }
        let wanted = id.to_owned();
        let record = on_disk(&self.history(), move |history| history.deletion(&wanted)).await?;
        let record = record.ok_or_else(|| AppError::gone("This deletion"))?;
        let entry = removal::interrupted(Entry::of_record(record)?);
        Ok((Shown { entry, undo_until: None, closing: false }, false))
    }

    /// Deletions that nobody has closed, oldest first. A row that cannot be read hides no other. While another
    /// copy of the app may be at them, none is told as cut off.
    async fn open_deletions(&self) -> Result<Vec<(Shown, bool)>, AppError> {
        let writable = self.may_write().await;
        let records = on_disk(&self.history(), |history| history.open_deletions()).await?;
        if records.unreadable > 0 {
            tracing::warn!(records.unreadable, "deletions of the journal cannot be read");
        }
        let mut open = Vec::new();
        for entry in records.read.into_iter().filter_map(|one| Entry::of_record(one).ok()) {
            match self.deletions.get(&entry.id) {
                Some(work) => open.push((work.shown(), work.is_busy())),
                None if writable => {
                    open.push((
                        Shown {
                            entry: removal::interrupted(entry),
                            undo_until: None,
                            closing: false,
                        },
                        false,
                    ));
                }
                None => {}
            }
        }
        Ok(open)
    }

    async fn deletion_view(&self, shown: Shown, busy: bool) -> Deletion {
        let here = self.is_scope_here(&shown.entry);
        let look = Look {
            busy,
            here: here && self.may_write().await,
            practice: self.session_if_any().is_some_and(|session| session.is_practice()),
            now: self.timer.now(),
        };
        removal::view(shown, look)
    }

    fn is_scope_here(&self, entry: &Entry) -> bool {
        self.session_if_any().is_some_and(|session| session.scope == entry.scope)
    }
}

/// The row as a person chose: without what they keep, and with what else they delete. A schema goes only with its
/// dataset, which needs it.
fn as_chosen(mut row: Row, args: &StartDeletion) -> Row {
    let also = |object: &Object| args.also.contains(&object.id);
    let dataset = row.objects.iter().any(|one| one.kind == RemovalKind::Dataset && also(one));
    row.objects.retain_mut(|object| {
        if object.kind.stays_unless_chosen() {
            (object.state, object.because) = (RemovalState::Waiting, None);
            return also(object) && dataset;
        }
        if object.kind != RemovalKind::Flow && args.keep.contains(&object.id) {
            (object.state, object.because) = (RemovalState::Stays, None);
        }
        true
    });
    row
}
