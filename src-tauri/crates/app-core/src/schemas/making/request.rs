//! The request of each step: built from the entry alone, so that it comes out the same after a restart.

use aep_client::schema_registry::{NewFieldGroup, NewIdentityDescriptor, NewSchema};
use aep_client::{FieldGroupId, Sandbox, SchemaId, TenantId};
use serde_json::{Map, Value};

use super::entry::Entry;
use crate::contract::error::AppError;
use crate::contract::flows::NamedObject;
use crate::contract::schema_form::{MakingStep, SchemaStart};
use crate::schemas::shape;
use crate::setup::marked;
use crate::starter::{class_id, first_source};

/// What a step sends.
pub(super) enum Request {
    FieldGroup(NewFieldGroup),
    Schema(NewSchema),
    Identity(NewIdentityDescriptor),
    Profile(SchemaId),
}

impl Request {
    /// The request of a step whose predecessors are done.
    pub(super) fn of(entry: &Entry, kind: MakingStep) -> Result<Self, AppError> {
        Ok(match kind {
            MakingStep::FieldGroup => Self::FieldGroup(field_group(entry)),
            MakingStep::Schema => Self::Schema(schema(entry)),
            MakingStep::Identity => Self::Identity(identity(entry)?),
            MakingStep::Profile => Self::Profile(schema_id(entry)?),
        })
    }

    /// Sends it, once; answers the id of what it made.
    pub(super) async fn send(
        self,
        sandbox: &Sandbox,
        name: String,
    ) -> aep_client::Result<NamedObject> {
        let id = match self {
            Self::FieldGroup(new) => sandbox.field_groups().create(&new).await?.id.to_string(),
            Self::Schema(new) => sandbox.schemas().create(&new).await?.id.to_string(),
            Self::Identity(new) => {
                sandbox.identity_descriptors().create(&new).await?.id.to_string()
            }
            Self::Profile(id) => {
                let schema = sandbox.schemas().get(&id).await?;
                if !schema.is_for_profile() {
                    let patch = schema.profile_patch();
                    sandbox.schemas().update(&id, schema.etag().as_ref(), &patch).await?;
                }
                id.to_string()
            }
        };
        Ok(NamedObject { id, name })
    }
}

fn field_group(entry: &Entry) -> NewFieldGroup {
    let form = &entry.content.form;
    let tenant = TenantId::new(entry.content.tenant.as_str());
    let (title, mark) = (entry.name_of(MakingStep::FieldGroup), marked("", &entry.id));
    match &form.start {
        SchemaStart::Starter => first_source().field_group(&tenant, &title, &mark),
        SchemaStart::Sample { fields } => {
            let own = serde_json::json!({
                "title": form.title, "type": "object", "properties": shape::properties(fields),
            });
            let object = Map::from_iter([(shape::object_name(&form.title), own)]);
            new_group(entry, title, &tenant, object).description(mark)
        }
        SchemaStart::FieldGroups => new_group(entry, title, &tenant, Map::new()).description(mark),
    }
}

fn new_group(
    entry: &Entry,
    title: String,
    tenant: &TenantId,
    own: Map<String, Value>,
) -> NewFieldGroup {
    NewFieldGroup::new(title, &class_id(entry.content.form.class), tenant, own)
}

fn schema(entry: &Entry) -> NewSchema {
    let form = &entry.content.form;
    let description = marked(&form.description, &entry.id);
    let new = NewSchema::new(&form.title, &class_id(form.class)).description(description);
    let own = entry.object(MakingStep::FieldGroup).map(|group| group.id.as_str());
    let groups = own.into_iter().chain(form.field_groups.iter().map(String::as_str));
    groups.fold(new, |new, group| new.with(&FieldGroupId::new(group)))
}

fn identity(entry: &Entry) -> Result<NewIdentityDescriptor, AppError> {
    let form = &entry.content.form;
    let missing = || AppError::internal("there is no identity to be marked");
    let chosen = form.identity.as_ref().ok_or_else(missing)?;
    let path = identity_path(entry).ok_or_else(missing)?;
    let new = NewIdentityDescriptor::new(&schema_id(entry)?, &path, chosen.namespace.as_str());
    Ok(new.primary(chosen.primary))
}

/// The whole XDM path of the identity field.
pub(super) fn identity_path(entry: &Entry) -> Option<String> {
    let form = &entry.content.form;
    let path = &form.identity.as_ref()?.path;
    let namespace = TenantId::new(entry.content.tenant.as_str()).namespace();
    match &form.start {
        SchemaStart::Sample { .. } => {
            Some(shape::path_of(&namespace, &shape::object_name(&form.title), path))
        }
        SchemaStart::Starter => {
            Some(shape::path_of(&namespace, &first_source().schema.object, path))
        }
        SchemaStart::FieldGroups => None,
    }
}

pub(super) fn schema_id(entry: &Entry) -> Result<SchemaId, AppError> {
    let made = entry.object(MakingStep::Schema);
    made.map(|schema| schema.id.as_str().into())
        .ok_or_else(|| AppError::internal("the schema has not been made"))
}

#[cfg(test)]
mod tests {
    use serde_json::to_value;

    use super::{field_group, identity, schema};
    use crate::contract::flows::NamedObject;
    use crate::contract::schema_form::SchemaStart;
    use crate::schemas::making::entry::tests::entry;
    use crate::schemas::shape;

    #[test]
    fn a_schema_of_a_sample_has_its_fields_in_one_object_and_its_identity_there() {
        let mut entry = entry();
        let fields = shape::read(r#"{"visitorId":"v"}"#).unwrap().fields;
        entry.content.form.start = SchemaStart::Sample { fields };
        for (step, id) in entry.content.steps.iter_mut().zip(["g", "s"]) {
            step.object = Some(NamedObject { id: id.to_owned(), name: String::new() });
        }
        let group = to_value(field_group(&entry)).unwrap();
        let path = "/definitions/customFields/properties/_acme/properties/pendoEvents/properties/visitorId/type";
        assert_eq!(group.pointer(path).unwrap(), "string");
        assert_eq!(group["title"], "Pendo events fields");
        let schema = to_value(schema(&entry)).unwrap();
        assert_eq!(schema["allOf"][1]["$ref"], "g");
        assert_eq!(schema["description"], "Made with Inlet · 1a2b3c4d");
        let identity = to_value(identity(&entry).unwrap()).unwrap();
        assert_eq!(identity["xdm:sourceProperty"], "/_acme/pendoEvents/visitorId");
        assert_eq!(
            (&identity["xdm:sourceSchema"], &identity["xdm:isPrimary"]),
            (&"s".into(), &true.into())
        );
    }
}
