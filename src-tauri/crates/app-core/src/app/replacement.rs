//! Replacing dataflows.

use std::sync::Arc;

use local_history::StoredReplacement;
use uuid::Uuid;

use super::ActiveSession;
use crate::App;
use crate::contract::error::{Action, AppError, ErrorCode, Owner};
use crate::contract::flows::FlowRef;
use crate::contract::replacement::{
    MarkReplacement, Replacement, ReplacementForm, ReplacementMark, ReplacementRef,
    ReplacementStage, StartReplacement,
};
use crate::contract::setup::{Setup, SetupRef, SetupState, StepKind};
use crate::contract::switching::{SwitchFlows, SwitchOutcome};
use crate::kept::on_disk;
use crate::replacement;

impl App {
    /// The form of a new dataflow, filled in from the one that it shall replace.
    ///
    /// # Errors
    /// `refused` for a source that this app cannot set up; what the platform says.
    pub async fn get_replacement_form(&self, args: FlowRef) -> Result<ReplacementForm, AppError> {
        let session = self.session()?;
        replacement::read_form(&session, &args.flow_id.as_str().into()).await
    }

    /// Starts making a dataflow that shall take the place of another. The other one is not touched.
    ///
    /// # Errors
    /// `conflict` while another replacement of it is under way; as [`App::start_setup`].
    pub async fn start_replacement(&self, args: StartReplacement) -> Result<Setup, AppError> {
        let session = self.session()?;
        let old = session.sandbox.flows().get(&args.old_flow_id.as_str().into()).await;
        let old = old.map_err(|error| session.explain(&error))?.value;
        let others = self.get_replacements(FlowRef { flow_id: args.old_flow_id.clone() }).await?;
        let is_open = |one: &Replacement| {
            one.old.id == args.old_flow_id
                && !matches!(one.stage, ReplacementStage::Undone | ReplacementStage::Done)
        };
        if let Some(other) = others.iter().find(|one| is_open(one)) {
            return Err(under_way(other));
        }
        let kept = StoredReplacement {
            setup_id: Uuid::new_v4().to_string(),
            old_flow_id: args.old_flow_id,
            old_name: old.name,
            new_flow_id: None,
            begun_at: session.now(),
            pasted_at: None,
            done_at: None,
        };
        // Noted before anything is made, so that no end of this app can part the two dataflows.
        self.keep_replacement(&session, &kept).await?;
        let started = self.start_setup_as(kept.setup_id.clone(), args.form).await;
        if started.is_err() {
            self.forget_replacement(&session, kept.setup_id).await?;
        }
        started
    }

    /// Replacements that this dataflow is the old or the new one of, newest first.
    ///
    /// # Errors
    /// `not_connected`; when they cannot be read on this computer.
    pub async fn get_replacements(&self, args: FlowRef) -> Result<Vec<Replacement>, AppError> {
        let session = self.session()?;
        let scope = session.scope.clone();
        let kept = on_disk(&session.history, move |history| history.replacements(&scope)).await?;
        let mut found = Vec::new();
        for mut one in kept {
            let (setup, new_name) = self.made_so_far(&session, &mut one).await?;
            let new = one.new_flow_id.as_deref();
            if one.old_flow_id == args.flow_id || new == Some(args.flow_id.as_str()) {
                found.push(replacement::look(&session, &one, setup, &new_name).await);
            }
        }
        Ok(found)
    }

    /// Notes what a person says about a replacement.
    ///
    /// # Errors
    /// `not_found` when it is not known; `disk_full` when it cannot be noted.
    pub async fn mark_replacement(&self, args: MarkReplacement) -> Result<(), AppError> {
        let session = self.session()?;
        let kept = self.kept_replacement(&session, &args.setup_id).await?;
        match args.mark {
            ReplacementMark::Dismissed => self.forget_replacement(&session, kept.setup_id).await,
            ReplacementMark::Pasted => {
                let kept = StoredReplacement { pasted_at: Some(session.now()), ..kept };
                self.keep_replacement(&session, &kept).await
            }
        }
    }

    /// Switches the old dataflow off, if events are counted on the new one: that is looked at once more.
    ///
    /// # Errors
    /// `refused` while no event is counted; what the platform says.
    pub async fn finish_replacement(&self, args: ReplacementRef) -> Result<Replacement, AppError> {
        let session = self.session()?;
        let mut kept = self.kept_replacement(&session, &args.setup_id).await?;
        let (setup, new_name) = self.made_so_far(&session, &mut kept).await?;
        let now = replacement::look(&session, &kept, setup, &new_name).await;
        match now.stage {
            ReplacementStage::Counted => {}
            ReplacementStage::Done => return Ok(now),
            _ => return Err(now.problem.clone().unwrap_or_else(|| too_early(&now))),
        }
        let switch = SwitchFlows { flow_ids: vec![kept.old_flow_id.clone()], on: false };
        let switched = self.switch_flows(switch).await?;
        let failed = switched.into_iter().find(|one| one.outcome == SwitchOutcome::Failed);
        if let Some(problem) = failed.and_then(|one| one.problem) {
            return Err(problem);
        }
        kept.done_at = Some(session.now());
        self.keep_replacement(&session, &kept).await?;
        Ok(replacement::look(&session, &kept, setup, &new_name).await)
    }

    /// How the set-up of a replacement stands, and the name of its dataflow; its id is noted as soon as there is one.
    async fn made_so_far(
        &self,
        session: &Arc<ActiveSession>,
        kept: &mut StoredReplacement,
    ) -> Result<(Option<SetupState>, String), AppError> {
        let reference = SetupRef { setup_id: kept.setup_id.clone() };
        let Ok(shown) = self.setup_entry(&reference.setup_id).await else {
            return Ok((None, String::new()));
        };
        let flow = shown.object(StepKind::Flow).map(|flow| flow.id.clone());
        if kept.new_flow_id.is_none() && flow.is_some() {
            kept.new_flow_id = flow;
            self.keep_replacement(session, kept).await?;
        }
        Ok((Some(shown.state), shown.form.name))
    }

    async fn kept_replacement(
        &self,
        session: &ActiveSession,
        setup_id: &str,
    ) -> Result<StoredReplacement, AppError> {
        let (scope, id) = (session.scope.clone(), setup_id.to_owned());
        let found = on_disk(&session.history, move |history| history.replacement(&scope, &id));
        found.await?.ok_or_else(|| AppError::gone("This replacement"))
    }

    async fn keep_replacement(
        &self,
        session: &ActiveSession,
        kept: &StoredReplacement,
    ) -> Result<(), AppError> {
        let (scope, kept) = (session.scope.clone(), kept.clone());
        on_disk(&session.history, move |history| history.put_replacement(&scope, &kept)).await
    }

    async fn forget_replacement(
        &self,
        session: &ActiveSession,
        setup_id: String,
    ) -> Result<(), AppError> {
        let scope = session.scope.clone();
        on_disk(&session.history, move |history| history.delete_replacement(&scope, &setup_id))
            .await
    }
}

fn under_way(other: &Replacement) -> AppError {
    AppError::plain(
        ErrorCode::Conflict,
        Owner::You,
        Action::Reload,
        format!("“{}” is being replaced already", other.old.name),
        "Finish that first, or dismiss it on the dataflow’s page.",
    )
}

fn too_early(now: &Replacement) -> AppError {
    AppError::plain(
        ErrorCode::Refused,
        Owner::You,
        Action::Retry,
        format!("“{}” stays on: no event is counted on the new dataflow yet", now.old.name),
        now.text.clone(),
    )
}
