//! Clean up and Recreate: what is left over, and what was deleted.

use std::collections::HashSet;
use std::sync::{Arc, PoisonError};

use crate::App;
use crate::contract::clean_up::{Leftover, Leftovers, ScanLeftovers, StartCleanUp};
use crate::contract::deleted::{DeletedFlow, RecreateFlow};
use crate::contract::error::{Action, AppError, ErrorCode, FieldProblem, Owner};
use crate::contract::removal::{Deletion, DeletionKind, RemovalState, RowState};
use crate::contract::setup::{Setup, StepKind};
use crate::kept::on_disk;
use crate::removal::{Deleted, Entry, Made, Object, Row, Scan};
use crate::setup;

/// How many leftovers one clean-up may name.
const MOST: usize = 500;

impl App {
    /// Connections and mappings that no dataflow uses, as far as they are looked for. Removes nothing.
    ///
    /// # Errors
    /// `not_connected`; why looking stopped is in the reply.
    pub async fn scan_leftovers(&self, args: ScanLeftovers) -> Result<Leftovers, AppError> {
        let session = self.session()?;
        if let Some(scan) = self.scan().filter(|scan| scan.is_of(&session) && !args.refresh) {
            return Ok(scan.view());
        }
        let made = self.made().await?;
        let scan = Scan::begin(session, made);
        *self.scan.lock().unwrap_or_else(PoisonError::into_inner) = Some(Arc::clone(&scan));
        Ok(scan.view())
    }

    /// Deletes leftovers, after the ten seconds of Undo and a fresh look at each.
    ///
    /// # Errors
    /// `conflict` when they were not found by the last look, `validation` for more than 500, `disk_full` when it
    /// cannot be noted.
    pub async fn start_clean_up(&self, args: StartCleanUp) -> Result<Deletion, AppError> {
        let session = self.session()?;
        if args.ids.len() > MOST {
            return Err(AppError::validation(vec![FieldProblem {
                field: "ids".to_owned(),
                message: format!("Delete {MOST} leftovers at most at a time."),
            }]));
        }
        let scan = self.scan().filter(|scan| scan.is_of(&session));
        let scan = scan.ok_or_else(crate::removal::plan_is_gone)?;
        let wanted: HashSet<String> = args.ids.into_iter().collect();
        let items = scan.view().items.into_iter();
        let chosen: Vec<Leftover> =
            items.filter(|item| wanted.contains(&item.id) && item.belongs_to.is_none()).collect();
        if chosen.is_empty() || chosen.len() < wanted.len() {
            return Err(crate::removal::plan_is_gone());
        }
        let rows = chosen.into_iter().map(row).collect();
        let deletion = self.begin_deletion(session, DeletionKind::CleanUp, rows).await?;
        scan.forget(&wanted);
        Ok(deletion)
    }

    /// Dataflows that were deleted from here, the latest first.
    ///
    /// # Errors
    /// `not_connected`; when the journal cannot be read.
    pub async fn list_deleted(&self) -> Result<Vec<DeletedFlow>, AppError> {
        Ok(self.deleted_flows().await?.iter().map(Deleted::view).collect())
    }

    /// Makes a deleted dataflow again, as a set-up: new ids, a new webhook address, no data.
    ///
    /// # Errors
    /// `not_found` when it is not kept, `refused` when it cannot be made here; as [`App::start_setup`].
    pub async fn recreate_flow(&self, args: RecreateFlow) -> Result<Setup, AppError> {
        let deleted = self.deleted_flows().await?;
        let deleted = deleted.iter().find(|deleted| deleted.id() == args.deleted_id);
        let deleted = deleted.ok_or_else(|| AppError::gone("This deleted dataflow"))?;
        match deleted.form(args.name) {
            Ok(form) => self.start_setup(form).await,
            Err(obstacle) => Err(AppError::plain(
                ErrorCode::Refused,
                Owner::You,
                Action::Reload,
                "This dataflow cannot be made again here",
                obstacle,
            )),
        }
    }

    async fn deleted_flows(&self) -> Result<Vec<Deleted>, AppError> {
        let session = self.session()?;
        let scope = session.scope.clone();
        let records = on_disk(&session.history, move |history| history.deleted(&scope)).await?;
        Ok(records.into_iter().filter_map(Deleted::of_record).collect())
    }

    /// What the journals know of objects that this app made in the sandbox in use.
    async fn made(&self) -> Result<Made, AppError> {
        let session = self.session()?;
        let mut made = Made::default();
        let setups = on_disk(&session.history, |history| history.setups()).await?;
        for entry in setups.read.into_iter().filter_map(|one| setup::Entry::of_record(one).ok()) {
            if entry.scope != session.scope {
                continue;
            }
            let unfinished = entry.is_unfinished();
            for step in &entry.steps {
                let Some(object) = step.object.as_ref().filter(|_| step.is_ours()) else {
                    continue;
                };
                made.all.insert(object.id.clone());
                if unfinished {
                    made.unfinished.insert(object.id.clone(), entry.form.name.clone());
                }
                if step.kind == StepKind::MappingSet {
                    made.mappings.insert(object.id.clone(), object.name.clone());
                }
            }
        }
        let open = on_disk(&session.history, |history| history.open_deletions()).await?;
        for entry in open.read.into_iter().filter_map(|one| Entry::of_record(one).ok()) {
            let objects = entry.rows.iter().flat_map(|row| &row.objects);
            // What an unfinished deletion is about to remove is no leftover yet.
            for object in objects.filter(|object| !object.is_over()) {
                made.unfinished.insert(object.id.clone(), object.name.clone());
            }
        }
        Ok(made)
    }

    fn scan(&self) -> Option<Arc<Scan>> {
        self.scan.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

fn row(item: Leftover) -> Row {
    let Leftover { kind, id, name, .. } = item;
    let state = RemovalState::Waiting;
    Row {
        name: name.clone(),
        flow: None,
        source: None,
        state: RowState::Waiting,
        objects: vec![Object { kind, id, name, state, because: None }],
        problem: None,
        removed_at: None,
        snapshot: None,
    }
}
