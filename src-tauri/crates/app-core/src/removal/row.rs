//! One row of a deletion: a fresh look at the dataflow and at who uses what it joins, then one object after the
//! other, each noted before its removal is sent and read again after it.

use std::time::Duration;

use aep_client::{Error, Tagged};

use crate::contract::error::AppError;
use crate::contract::removal::{RemovalKind, RemovalState};
use crate::contract::setup::StepKind;
use crate::monitor::millis;
use crate::setup::remove::{PATIENCE, Removal, is_gone_in_time, is_there, remove};
use crate::setup::still_there;

use super::changed::{is_changed, is_passing};
use super::entry::PlannedAs;
use super::needs;
use super::run::{Halt, Runner};
use super::tree::used_by;
use super::users::{self, Users};

impl Runner {
    /// Removes what this row names.
    pub(super) async fn remove_row(&mut self, at: usize) -> Result<(), Halt> {
        let users = self.look(at).await?;
        for which in 0..self.entry.rows[at].objects.len() {
            if self.entry.rows[at].objects[which].is_over() {
                continue;
            }
            // Between the objects of a dataflow nothing is stopped but by a failure: half of one helps nobody.
            self.remove_object(at, which, &users).await?;
        }
        Ok(())
    }

    /// Looks whether the dataflow is still the one that was planned, and who else uses what it joins.
    async fn look(&mut self, at: usize) -> Result<Users, Halt> {
        let sandbox = self.place.session.sandbox.clone();
        let row = &self.entry.rows[at];
        let Some(planned) = row.flow.clone() else {
            let Some(object) = row.objects.first() else { return Ok(Users::default()) };
            return self.users(users::of_object(&sandbox, object.kind, &object.id).await);
        };
        let begun = row.objects.iter().any(|object| object.is_gone());
        match sandbox.flows().get(&planned.id.as_str().into()).await {
            Ok(Tagged { etag, value: flow }) => {
                let now = PlannedAs::of(&flow, etag.as_str());
                let completed =
                    flow.last_run_details.as_ref().and_then(|run| millis(run.completed_at));
                if !begun && is_changed(&planned, &now, completed) {
                    return Err(Halt::Changed);
                }
                if is_passing(&now.state) {
                    return Err(Halt::Row(AppError::changing()));
                }
                self.users(users::of_flows(&sandbox, &[&flow]).await)
            }
            Err(error) if error.is_not_found() => self.users_without_the_flow(at).await,
            Err(error) => Err(self.halt(&error)),
        }
    }

    /// The dataflow is gone, so that it cannot vouch for the answer of a filter. The platform itself guards
    /// connections that are in use; a mapping set nobody guards, so that everything is read before it goes.
    async fn users_without_the_flow(&mut self, at: usize) -> Result<Users, Halt> {
        let is_open_mapping = |object: &super::entry::Object| {
            object.kind == RemovalKind::MappingSet && !object.is_over()
        };
        if !self.entry.rows[at].objects.iter().any(is_open_mapping) {
            return Ok(Users::default());
        }
        let sandbox = self.place.session.sandbox.clone();
        self.users(users::of_all(&sandbox).await)
    }

    fn users(&self, read: aep_client::Result<Users>) -> Result<Users, Halt> {
        read.map_err(|error| self.halt(&error))
    }

    async fn remove_object(&mut self, at: usize, which: usize, users: &Users) -> Result<(), Halt> {
        let row = &self.entry.rows[at];
        let object = row.objects[which].clone();
        let own = row.flow.as_ref().map(|flow| flow.id.clone()).unwrap_or_default();
        let Some(kind) = object.kind.step() else { return Ok(()) };
        if kind != StepKind::Flow {
            let others: Vec<_> = users.others(&object.id, |id| id == own).collect();
            if !others.is_empty() {
                let because = used_by(&others);
                return self.over(at, which, RemovalState::Stays, Some(because)).await;
            }
        }
        let sandbox = self.place.session.sandbox.clone();
        let needed = match object.kind {
            RemovalKind::Dataset => needs::who_writes_into(&sandbox, &object.id).await,
            RemovalKind::Schema => needs::who_has_schema(&sandbox, &object.id).await,
            _ => Ok(None),
        };
        if let Some(because) = needed.map_err(|error| self.halt(&error))? {
            return self.over(at, which, RemovalState::Stays, Some(because)).await;
        }
        let there = is_there(&sandbox, kind, &object.id).await;
        if !there.map_err(|error| self.halt(&error))? {
            // It was read when it was planned: it is gone. If our own request had left, that was it.
            let gone = match object.state {
                RemovalState::Running => RemovalState::Removed,
                _ => RemovalState::AlreadyGone,
            };
            return self.over(at, which, gone, None).await;
        }
        self.entry.rows[at].objects[which].state = RemovalState::Running;
        self.keep_row(at).await?;
        self.began = true;
        // Right after its dataflow a connection may count as used for a moment.
        let patience = if own.is_empty() { Duration::ZERO } else { PATIENCE };
        let removed = self.send(kind, &object.id, patience).await;
        match removed {
            Ok(None) => self.over(at, which, RemovalState::Removed, None).await,
            Ok(Some(because)) => {
                self.over(at, which, RemovalState::LeftBehind, Some(because.to_owned())).await
            }
            Err(Sent::StillThere) => {
                let problem = still_there(kind, &object.name, &object.id);
                self.failed(at, which, Halt::Row(problem))
            }
            // Somebody changed it in this very moment, and the platform kept it.
            Err(Sent::Refused(error)) if kind == StepKind::Flow && error.is_stale() => {
                self.entry.rows[at].objects[which].state = RemovalState::Waiting;
                Err(Halt::Changed)
            }
            Err(Sent::Refused(error)) => {
                let halt = self.halt(&error);
                self.failed(at, which, halt)
            }
        }
    }

    /// Sends the removal and looks whether it is gone. `Some`: it is left behind, for this reason.
    async fn send(
        &self,
        kind: StepKind,
        id: &str,
        patience: Duration,
    ) -> Result<Option<&'static str>, Sent> {
        let began = self.place.timer.now();
        let mut pause = Duration::from_secs(1);
        let sandbox = &self.place.session.sandbox;
        let taken = loop {
            match remove(sandbox, kind, id).await {
                Ok(taken) => break taken,
                Err(error) if is_in_use(&error) => {
                    if self.place.since(began) >= patience {
                        return Ok(Some(
                            "Experience Platform says that a dataflow uses it, one that may be hidden from this sign-in",
                        ));
                    }
                    self.place.timer.sleep(pause).await;
                    pause *= 2;
                }
                Err(error) if is_draft(kind, &error, sandbox, id).await => {
                    return Ok(Some(
                        "Experience Platform does not delete a connection that is a draft",
                    ));
                }
                Err(error) => return Err(Sent::Refused(error)),
            }
        };
        if let Removal::NotOffered = taken {
            return Ok(Some("Experience Platform offers no way to remove it; it does no harm"));
        }
        match is_gone_in_time(&self.place, kind, id).await {
            Ok(true) => Ok(None),
            // The call is not documented: an answer without an effect is no surprise.
            Ok(false) if kind == StepKind::MappingSet => {
                Ok(Some("Experience Platform keeps it; it does no harm"))
            }
            Ok(false) => Err(Sent::StillThere),
            Err(error) => Err(Sent::Refused(error)),
        }
    }

    async fn over(
        &mut self,
        at: usize,
        which: usize,
        state: RemovalState,
        because: Option<String>,
    ) -> Result<(), Halt> {
        let row = &mut self.entry.rows[at];
        let object = &mut row.objects[which];
        (object.state, object.because) = (state, because);
        if object.kind == RemovalKind::Flow {
            row.removed_at = Some(self.place.session.now());
            self.place.session.flows.forget(&object.id);
        }
        let gone = object.kind == RemovalKind::Dataset && object.is_gone();
        if let Some(snapshot) = row.snapshot.as_mut().filter(|_| gone) {
            snapshot.dataset_deleted = true;
        }
        self.keep_row(at).await
    }

    fn failed(&mut self, at: usize, which: usize, halt: Halt) -> Result<(), Halt> {
        let object = &mut self.entry.rows[at].objects[which];
        // Whether a request without an answer was carried out is seen when it is resumed.
        object.state = match &halt {
            Halt::All(_) => RemovalState::Running,
            _ => RemovalState::Failed,
        };
        Err(halt)
    }

    fn halt(&self, error: &Error) -> Halt {
        Halt::of(self.place.explain(error))
    }
}

/// Why a removal did not end well.
enum Sent {
    /// The platform took it, and still shows the object.
    StillThere,
    /// It was refused, or got no answer.
    Refused(Error),
}

/// Active flows contain this id (1447), or flows use this account (1418).
fn is_in_use(error: &Error) -> bool {
    error.problem().is_some_and(|problem| {
        problem.status == 400 && matches!(problem.short_code(), Some("1447" | "1418"))
    })
}

/// Connections are deleted in certain states only (1416); the one that lasts is that of a draft.
async fn is_draft(kind: StepKind, error: &Error, sandbox: &aep_client::Sandbox, id: &str) -> bool {
    use aep_client::flow_service::ResourceState::Draft;
    let refused = error.problem().is_some_and(|problem| problem.short_code() == Some("1416"));
    if !refused {
        return false;
    }
    let state = match kind {
        StepKind::SourceConnection => {
            sandbox.source_connections().get(&id.into()).await.map(|read| read.value.state)
        }
        StepKind::TargetConnection => {
            sandbox.target_connections().get(&id.into()).await.map(|read| read.value.state)
        }
        _ => return false,
    };
    matches!(state, Ok(Draft))
}
