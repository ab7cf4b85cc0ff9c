//! The fields of a schema that is still to be made: those of its class, those of Adobe's field groups, and the
//! organisation's own. What Adobe gives is read; the rest is in the shape.

use std::collections::HashSet;

use aep_client::identity::IdentityNamespace;
use aep_client::schema_registry::FieldGroup;
use aep_client::{FieldGroupId, Result, Sandbox, TenantId};
use serde_json::{Map, Value, json};

use crate::contract::mapping::{TargetField, TargetKind};
use crate::contract::place::{PlaceIdentity, PlaceShape};
use crate::contract::schema_form::SchemaClass;
use crate::starter::{class_fields, class_id};

use super::destination::{found, mark};
use super::targets::target_fields;

/// What a schema will have.
#[derive(Debug)]
pub struct Planned {
    /// Its fields, identities marked.
    pub fields: Vec<TargetField>,
    /// Adobe's field groups that are part of it.
    pub groups: Vec<FieldGroup>,
    /// `$id`s of field groups that this organisation is not offered, or that do not go with the class.
    pub absent: Vec<String>,
}

/// Works out what a schema of this shape will have.
///
/// # Errors
/// What kept Adobe's part of it from being read.
pub async fn planned(sandbox: &Sandbox, tenant: &TenantId, shape: &PlaceShape) -> Result<Planned> {
    let mut fields = fields_of_class(sandbox, shape.class).await?;
    let (mut groups, mut absent) = (Vec::new(), Vec::new());
    for id in &shape.field_groups {
        match group(sandbox, id, shape.class).await? {
            Some(group) => {
                add(&mut fields, target_fields(&Value::Object(group.extra.clone())));
                groups.push(group);
            }
            None => absent.push(id.clone()),
        }
    }
    add(&mut fields, own_fields(&tenant.namespace(), &shape.fields));
    let identities = shape.identities.iter();
    mark(&mut fields, identities.map(|one| (one.path.clone(), one.primary)).collect());
    Ok(Planned { fields, groups, absent })
}

/// The organisation's own fields, below its namespace.
#[must_use]
pub fn own_fields(namespace: &str, own: &Map<String, Value>) -> Vec<TargetField> {
    if own.is_empty() {
        return Vec::new();
    }
    let own = json!({ "type": "object", "properties": own });
    let properties = Map::from_iter([(namespace.to_owned(), own)]);
    target_fields(&json!({ "properties": properties }))
}

/// The namespaces that the identities of a shape are held against; none are read where it has no identity.
///
/// # Errors
/// What kept them from being read.
pub async fn namespaces_for(
    sandbox: &Sandbox,
    shape: &PlaceShape,
) -> Result<Vec<IdentityNamespace>> {
    if shape.identities.is_empty() {
        return Ok(Vec::new());
    }
    sandbox.identity_namespaces().list().await
}

/// Why a field cannot be marked as identity, as the middle of a sentence; none when it can.
#[must_use]
pub fn unfit_identity(
    identity: &PlaceIdentity,
    fields: &[TargetField],
    namespaces: &[IdentityNamespace],
) -> Option<String> {
    let is_text =
        |field: &TargetField| field.path == identity.path && field.kind == TargetKind::Text;
    if !fields.iter().any(is_text) {
        return Some("the schema made here has no such text field".to_owned());
    }
    let known = namespaces.iter().any(|known| known.code == identity.namespace);
    (!known)
        .then(|| format!("this organisation has no identity namespace “{}”", identity.namespace))
}

/// The fields that the class gives. Those of events are known; a record need not have the `_id` that an event needs.
async fn fields_of_class(sandbox: &Sandbox, class: SchemaClass) -> Result<Vec<TargetField>> {
    if class == SchemaClass::Event {
        return Ok(class_fields());
    }
    let read = sandbox.classes().get_global(&class_id(class)).await?;
    let mut fields = target_fields(&Value::Object(read.extra));
    for field in fields.iter_mut().filter(|field| field.path == "_id") {
        field.required = false;
    }
    Ok(fields)
}

/// One of Adobe's field groups, where it is offered and goes with the class.
async fn group(sandbox: &Sandbox, id: &str, class: SchemaClass) -> Result<Option<FieldGroup>> {
    let read = found(sandbox.field_groups().get_global(&FieldGroupId::new(id)).await)?;
    Ok(read.filter(|group| group.intended_to_extend.contains(&class_id(class))))
}

fn add(fields: &mut Vec<TargetField>, more: Vec<TargetField>) {
    let known: HashSet<String> = fields.iter().map(|field| field.path.clone()).collect();
    fields.extend(more.into_iter().filter(|field| !known.contains(&field.path)));
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::own_fields;

    #[test]
    fn own_fields_lie_below_the_namespace_and_without_any_there_is_none() {
        let own = json!({ "score": { "type": "integer" } });
        let paths = |own| {
            let listed = own_fields("_acme", own);
            listed.into_iter().map(|field| field.path).collect::<Vec<_>>()
        };
        assert_eq!(paths(own.as_object().unwrap()), ["_acme", "_acme.score"]);
        assert_eq!(paths(&serde_json::Map::new()), Vec::<String>::new());
    }
}
