//! A set-up as the journal holds it, with names instead of texts: from and to the rows of `local-history`.

use local_history::{MadeObject, Scope, SetupRecord, StepRecord};
use serde::de::DeserializeOwned;
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::contract::error::AppError;
use crate::contract::place::PlaceIdentity;
use crate::contract::setup::{SetupForm, SetupState, StepKind, StepState};

use super::plan;

/// A set-up, whole.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) scope: Scope,
    pub(crate) profile_name: String,
    pub(crate) form: SetupForm,
    /// The organisation's tenant id, once it was read; only the starter schema needs it.
    pub(crate) tenant: Option<String>,
    pub(crate) state: SetupState,
    pub(crate) cause: Option<AppError>,
    pub(crate) undo_problem: Option<AppError>,
    pub(crate) started_at: i64,
    pub(crate) settles_at: Option<i64>,
    pub(crate) ended_at: Option<i64>,
    pub(crate) steps: Vec<Step>,
}

/// One step.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Step {
    pub(crate) kind: StepKind,
    pub(crate) state: StepState,
    /// The body of the create. Present without an object: a request may have been sent.
    pub(crate) intent: Option<Value>,
    /// When it was noted, by this computer's clock.
    pub(crate) intent_at: Option<i64>,
    pub(crate) object: Option<Object>,
    pub(crate) took_ms: Option<i64>,
}

/// An object on the platform.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Object {
    pub(crate) id: String,
    pub(crate) name: String,
    pub(crate) facts: Facts,
}

/// What later steps, or undo, need to know of an object.
#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase", default)]
pub(crate) struct Facts {
    /// It has been read by its id, so that "not found" means "gone" from then on.
    pub(crate) seen: bool,
    /// Version of a mapping set.
    pub(crate) version: u64,
    /// Why it was left behind.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub(crate) left_because: Option<String>,
}

impl Object {
    /// An object of which nothing more is known.
    pub(crate) fn new(id: impl Into<String>, name: impl Into<String>) -> Self {
        Self { id: id.into(), name: name.into(), facts: Facts::default() }
    }

    /// The same, read from the platform by now.
    pub(crate) fn seen(mut self) -> Self {
        self.facts.seen = true;
        self
    }
}

/// What is kept in the journal's `form`.
#[derive(Serialize, Deserialize)]
struct Given {
    form: SetupForm,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    tenant: Option<String>,
}

impl Entry {
    /// A set-up about to begin.
    pub(crate) fn new(
        id: String,
        scope: Scope,
        profile_name: String,
        form: SetupForm,
        now: i64,
    ) -> Self {
        let steps = plan::steps(&form).into_iter().map(Step::waiting).collect();
        Self {
            id,
            scope,
            profile_name,
            form,
            tenant: None,
            state: SetupState::Running,
            cause: None,
            undo_problem: None,
            started_at: now,
            settles_at: None,
            ended_at: None,
            steps,
        }
    }

    /// What a step made or picked.
    pub(crate) fn object(&self, kind: StepKind) -> Option<&Object> {
        self.steps.iter().find(|step| step.kind == kind)?.object.as_ref()
    }

    /// What the step at this place makes will be called.
    pub(crate) fn name_at(&self, at: usize) -> String {
        plan::name_at(&self.form, &self.kinds(), at)
    }

    /// The identity field that the step at this place marks.
    pub(crate) fn identity_at(&self, at: usize) -> Option<&PlaceIdentity> {
        plan::identity_at(&self.form, &self.kinds(), at)
    }

    fn kinds(&self) -> Vec<StepKind> {
        self.steps.iter().map(|step| step.kind).collect()
    }

    /// The step that an unanswered request belongs to, if there is one.
    pub(crate) fn pending(&self) -> Option<usize> {
        self.steps.iter().position(Step::is_pending)
    }

    /// Whether anything on the platform may be this set-up's doing.
    pub(crate) fn has_made(&self) -> bool {
        self.steps.iter().any(|step| step.is_ours() || step.is_pending())
    }

    /// Whether something is still to be done with it.
    pub(crate) fn is_unfinished(&self) -> bool {
        !matches!(self.state, SetupState::Done | SetupState::Undone)
    }

    /// Whether its removal has begun.
    pub(crate) fn is_partly_undone(&self) -> bool {
        let gone = |step: &Step| matches!(step.state, StepState::Removed | StepState::LeftBehind);
        self.steps.iter().any(gone)
    }

    /// The row for the journal.
    pub(crate) fn to_record(&self) -> SetupRecord {
        let given = Given { form: self.form.clone(), tenant: self.tenant.clone() };
        SetupRecord {
            id: self.id.clone(),
            scope: self.scope.clone(),
            profile_name: self.profile_name.clone(),
            name: self.form.name.clone(),
            form: json(&given),
            state: word(&self.state),
            cause: self.cause.as_ref().map(json),
            undo_problem: self.undo_problem.as_ref().map(json),
            started_at: self.started_at,
            settles_at: self.settles_at,
            ended_at: self.ended_at,
            steps: self.steps.iter().map(Step::to_record).collect(),
        }
    }

    /// From the row of the journal.
    pub(crate) fn of_record(record: SetupRecord) -> Result<Self, AppError> {
        let given: Given = read(record.form)?;
        let steps: Result<_, _> = record.steps.into_iter().map(Step::of_record).collect();
        Ok(Self {
            id: record.id,
            scope: record.scope,
            profile_name: record.profile_name,
            form: given.form,
            tenant: given.tenant,
            state: read(Value::String(record.state))?,
            cause: record.cause.map(read).transpose()?,
            undo_problem: record.undo_problem.map(read).transpose()?,
            started_at: record.started_at,
            settles_at: record.settles_at,
            ended_at: record.ended_at,
            steps: steps?,
        })
    }
}

impl Step {
    /// A step that has not begun.
    pub(crate) fn waiting(kind: StepKind) -> Self {
        let state = StepState::Waiting;
        Self { kind, state, intent: None, intent_at: None, object: None, took_ms: None }
    }

    /// A create may have been sent, and what became of it is not known.
    pub(crate) fn is_pending(&self) -> bool {
        self.intent.is_some() && self.object.is_none()
    }

    /// It made an object that is still there.
    pub(crate) fn is_ours(&self) -> bool {
        self.object.is_some() && !matches!(self.state, StepState::Picked | StepState::Removed)
    }

    /// Nothing more is to be done for it.
    pub(crate) fn is_over(&self) -> bool {
        matches!(self.state, StepState::Done | StepState::Picked)
    }

    fn to_record(&self) -> StepRecord {
        StepRecord {
            kind: word(&self.kind),
            state: word(&self.state),
            intent: self.intent.clone(),
            intent_at: self.intent_at,
            object: self.object.as_ref().map(|object| MadeObject {
                id: object.id.clone(),
                name: object.name.clone(),
                facts: json(&object.facts),
            }),
            took_ms: self.took_ms,
        }
    }

    fn of_record(record: StepRecord) -> Result<Self, AppError> {
        let object = match record.object {
            Some(made) => Some(Object { id: made.id, name: made.name, facts: read(made.facts)? }),
            None => None,
        };
        Ok(Self {
            kind: read(Value::String(record.kind))?,
            state: read(Value::String(record.state))?,
            intent: record.intent,
            intent_at: record.intent_at,
            object,
            took_ms: record.took_ms,
        })
    }
}

fn json<T: Serialize>(value: &T) -> Value {
    serde_json::to_value(value).expect("types of the contract have no key that is not text")
}

fn word<T: Serialize>(value: &T) -> String {
    match json(value) {
        Value::String(word) => word,
        other => other.to_string(),
    }
}

fn read<T: DeserializeOwned>(value: Value) -> Result<T, AppError> {
    serde_json::from_value(value)
        .map_err(|_| AppError::internal("an entry of the journal cannot be read"))
}

#[cfg(test)]
mod tests {
    use local_history::Scope;

    use super::{Entry, Object};
    use crate::contract::error::AppError;
    use crate::contract::setup::{Destination, SetupForm, SetupState, StepState};
    use crate::starter;

    #[test]
    fn an_entry_comes_back_from_the_journal_as_it_went_in() {
        let form = SetupForm {
            name: "Pendo events".to_owned(),
            description: String::new(),
            source: "pendo".to_owned(),
            destination: Destination::Starter { dataset_name: "Pendo".to_owned() },
            lines: starter::first_source().lines(&"acme".into()),
        };
        let scope = Scope {
            environment: "adobe".to_owned(),
            organization: "ORG@AdobeOrg".to_owned(),
            sandbox: "dev".to_owned(),
        };
        let mut entry = Entry::new("id".to_owned(), scope, "Acme".to_owned(), form, 7);
        entry.state = SetupState::EndpointPending;
        entry.cause = Some(AppError::internal("for a test"));
        entry.steps[1].state = StepState::LeftBehind;
        entry.steps[1].object = Some(Object::new("x", "y").seen());
        entry.steps[2].intent = Some(serde_json::json!({ "title": "Pendo" }));
        assert_eq!(Entry::of_record(entry.to_record()), Ok(entry.clone()));
        assert_eq!(entry.pending(), Some(2));
        assert!(entry.has_made());
    }
}
