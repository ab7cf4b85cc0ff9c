//! A making as the journal holds it.

use local_history::{KeptMaking, Scope};
use serde::{Deserialize, Serialize};
use serde_json::Value;

use crate::contract::error::AppError;
use crate::contract::flows::NamedObject;
use crate::contract::schema_form::{MakingStep, SchemaForm, SchemaStart};
use crate::contract::setup::{SetupState, StepState};
use crate::setup::field_group_name;

/// One making, whole.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Entry {
    pub(crate) id: String,
    pub(crate) scope: Scope,
    pub(crate) content: Content,
}

/// What of it is kept as one piece.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Content {
    pub(crate) id: String,
    pub(crate) form: SchemaForm,
    /// The organisation's tenant id.
    pub(crate) tenant: String,
    pub(crate) state: SetupState,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) cause: Option<AppError>,
    pub(crate) started_at: i64,
    pub(crate) steps: Vec<Step>,
}

/// One step.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub(crate) struct Step {
    pub(crate) kind: MakingStep,
    pub(crate) state: StepState,
    /// A request may have left. Without an object: what became of it is not known.
    pub(crate) sent: bool,
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) object: Option<NamedObject>,
}

impl Step {
    /// Nothing more is to be done for it.
    pub(super) fn is_over(&self) -> bool {
        self.state == StepState::Done
    }

    /// A request may have left, and what became of it is not known.
    pub(super) fn is_pending(&self) -> bool {
        self.sent && self.object.is_none()
    }

    /// Something of it is on the platform, or may be.
    pub(super) fn is_there(&self) -> bool {
        self.is_pending() || (self.object.is_some() && self.state != StepState::Removed)
    }
}

impl Entry {
    /// A making about to begin.
    pub(crate) fn new(
        id: String,
        scope: Scope,
        form: SchemaForm,
        tenant: String,
        now: i64,
    ) -> Self {
        let steps = steps(&form)
            .map(|kind| Step { kind, state: StepState::Waiting, sent: false, object: None })
            .collect();
        let content = Content {
            id: id.clone(),
            form,
            tenant,
            state: SetupState::Running,
            cause: None,
            started_at: now,
            steps,
        };
        Self { id, scope, content }
    }

    /// From the content of a row of the journal.
    pub(crate) fn of_content(scope: Scope, content: Value) -> Result<Self, AppError> {
        let content: Content = serde_json::from_value(content)
            .map_err(|_| AppError::internal("an entry of the journal cannot be read"))?;
        Ok(Self { id: content.id.clone(), scope, content })
    }

    /// The row for the journal.
    pub(crate) fn to_record(&self) -> KeptMaking {
        let content = serde_json::to_value(&self.content);
        KeptMaking {
            id: self.id.clone(),
            scope: self.scope.clone(),
            started_at: self.content.started_at,
            over: matches!(self.content.state, SetupState::Done | SetupState::Undone),
            content: content.expect("types of the contract have no key that is not text"),
        }
    }

    /// What a step made.
    pub(super) fn object(&self, kind: MakingStep) -> Option<&NamedObject> {
        self.content.steps.iter().find(|step| step.kind == kind)?.object.as_ref()
    }

    /// Whether anything on the platform may be its doing.
    pub(crate) fn has_made(&self) -> bool {
        self.content.steps.iter().any(Step::is_there)
    }

    /// The name of what a step makes.
    pub(super) fn name_of(&self, kind: MakingStep) -> String {
        let form = &self.content.form;
        match kind {
            MakingStep::FieldGroup => field_group_name(&form.title),
            MakingStep::Schema | MakingStep::Profile => form.title.clone(),
            MakingStep::Identity => {
                form.identity.as_ref().map_or_else(String::new, |identity| identity.path.clone())
            }
        }
    }
}

fn steps(form: &SchemaForm) -> impl Iterator<Item = MakingStep> {
    [
        (!matches!(form.start, SchemaStart::FieldGroups)).then_some(MakingStep::FieldGroup),
        Some(MakingStep::Schema),
        form.identity.is_some().then_some(MakingStep::Identity),
        form.profile.then_some(MakingStep::Profile),
    ]
    .into_iter()
    .flatten()
}

#[cfg(test)]
pub(super) mod tests {
    use local_history::Scope;

    use super::Entry;
    use crate::contract::flows::NamedObject;
    use crate::contract::schema_form::{
        IdentityChoice, MakingStep, SchemaClass, SchemaForm, SchemaStart,
    };

    pub(in crate::schemas::making) fn entry() -> Entry {
        let form = SchemaForm {
            title: "Pendo events".to_owned(),
            description: String::new(),
            class: SchemaClass::Event,
            start: SchemaStart::Starter,
            field_groups: Vec::new(),
            identity: Some(IdentityChoice {
                path: "visitorId".to_owned(),
                namespace: "Email".to_owned(),
                primary: true,
            }),
            profile: true,
        };
        let scope = Scope {
            environment: "adobe".to_owned(),
            organization: "ORG@AdobeOrg".to_owned(),
            sandbox: "dev".to_owned(),
        };
        Entry::new("1a2b3c4d".to_owned(), scope, form, "acme".to_owned(), 7)
    }

    #[test]
    fn an_entry_comes_back_from_the_journal_as_it_went_in() {
        let mut entry = entry();
        let id = "s".to_owned();
        entry.content.steps[0].object = Some(NamedObject { id, name: "Pendo events".to_owned() });
        let kept = entry.to_record();
        assert!(!kept.over);
        assert_eq!(Entry::of_content(kept.scope, kept.content), Ok(entry));
    }

    #[test]
    fn what_is_picked_needs_no_field_group_of_its_own() {
        let kinds =
            |entry: &Entry| entry.content.steps.iter().map(|step| step.kind).collect::<Vec<_>>();
        let entry = entry();
        use MakingStep::{FieldGroup, Identity, Profile, Schema};
        assert_eq!(kinds(&entry), [FieldGroup, Schema, Identity, Profile]);
        let form = SchemaForm {
            start: SchemaStart::FieldGroups,
            identity: None,
            profile: false,
            ..entry.content.form
        };
        let plain = Entry::new("x".to_owned(), entry.scope, form, "acme".to_owned(), 7);
        assert_eq!(kinds(&plain), [Schema]);
    }
}
