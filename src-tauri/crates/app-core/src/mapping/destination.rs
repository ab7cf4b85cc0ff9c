//! Which fields a record may have, for each kind of destination: the starter's, or those of a schema that exists.

use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use aep_client::schema_registry::{EXPERIENCE_EVENT_CLASS, Schema};
use aep_client::{Sandbox, SchemaId};
use serde_json::{Value, json};

use crate::contract::error::FieldProblem;
use crate::contract::mapping::{IdentityMark, MappingLine, TargetField};
use crate::contract::setup::Destination;
use crate::starter::Source;

use super::planned::planned;
use super::targets::target_fields;

/// What every class of things that happen at a time extends.
const TIME_SERIES: &str = "https://ns.adobe.com/xdm/data/time-series";

/// How long an answer is good for: long enough for a person who edits lines, short enough for one who edits the
/// schema in Experience Platform.
const FRESH: Duration = Duration::from_secs(30);

/// The schema behind a destination.
#[derive(Debug)]
pub struct TargetSchema {
    /// Its `$id`; none for the starter's, which is still to be made.
    pub id: Option<SchemaId>,
    /// Its fields.
    pub fields: Vec<TargetField>,
    /// Lines that belong to it whatever the sample: the starter's own; none for another schema.
    pub lines: Vec<MappingLine>,
}

/// Why there is no schema for a destination.
#[derive(Debug)]
pub enum NoSchema {
    /// The platform did not say.
    Platform(aep_client::Error),
    /// What was picked has no fields; `field` is a field of the form.
    Unfit(FieldProblem),
}

impl From<aep_client::Error> for NoSchema {
    fn from(error: aep_client::Error) -> Self {
        Self::Platform(error)
    }
}

/// Looks the schema of a destination up, whatever its class: a dataflow that was made elsewhere, or from a recipe, may
/// write records. Which schemas a new one is offered is the matter of its set-up.
///
/// # Errors
/// When the platform cannot be asked, or what was picked is gone.
pub async fn look_up(
    sandbox: &Sandbox,
    source: &Source,
    destination: &Destination,
) -> Result<TargetSchema, NoSchema> {
    match destination {
        Destination::Starter { .. } => {
            let tenant = sandbox.tenant().stats().await?.tenant_id;
            Ok(TargetSchema {
                id: None,
                fields: source.target_fields(&tenant),
                lines: source.lines(&tenant),
            })
        }
        Destination::Shape { shape, .. } => {
            let tenant = sandbox.tenant().stats().await?.tenant_id;
            let fields = planned(sandbox, &tenant, shape).await?.fields;
            let known = |line: &MappingLine| fields.iter().any(|field| field.path == line.target);
            let lines = source.class_lines().into_iter().filter(known).collect();
            Ok(TargetSchema { id: None, fields, lines })
        }
        Destination::ExistingSchema { schema_id, .. } => {
            schema(sandbox, &schema_id.as_str().into(), "destination.schemaId", "This schema").await
        }
        Destination::ExistingDataset { dataset_id } => {
            let field = "destination.datasetId";
            let dataset = found(sandbox.datasets().get(&dataset_id.as_str().into()).await)?;
            let dataset = dataset.ok_or_else(|| gone(field, "This dataset"))?;
            let Some(schema_ref) = dataset.schema_ref else {
                return Err(unfit(field, "This dataset has no schema. Choose another one."));
            };
            schema(sandbox, &schema_ref.id, field, "The schema of this dataset").await
        }
    }
}

async fn schema(
    sandbox: &Sandbox,
    id: &SchemaId,
    field: &str,
    name: &str,
) -> Result<TargetSchema, NoSchema> {
    let schema = found(sandbox.schemas().get_full(id).await)?.ok_or_else(|| gone(field, name))?;
    let mut fields = schema_fields(&schema);
    // Who may not read identities still maps; what they would add is then found out by the platform alone.
    match sandbox.identity_descriptors().of_schema(&schema.id).await {
        Ok(identities) => {
            let identities = identities.iter().map(|one| (one.dotted_path(), one.is_primary));
            mark(&mut fields, identities.collect());
        }
        Err(error) => tracing::debug!(%error, "the identities of the schema are not known"),
    }
    Ok(TargetSchema { id: Some(id.clone()), fields, lines: Vec::new() })
}

/// Marks the identities, which are given as paths and whether each is the primary one. A record in which the primary
/// one is empty is refused.
pub(super) fn mark(fields: &mut [TargetField], identities: Vec<(String, bool)>) {
    let identities: HashMap<String, bool> = identities.into_iter().collect();
    for field in fields {
        let primary = identities.get(&field.path);
        field.identity = primary
            .map(|primary| if *primary { IdentityMark::Primary } else { IdentityMark::Other });
        field.required |= primary == Some(&true);
    }
}

fn gone(field: &str, name: &str) -> NoSchema {
    unfit(field, &format!("{name} does not exist any more. Choose another one."))
}

fn unfit(field: &str, message: &str) -> NoSchema {
    NoSchema::Unfit(FieldProblem { field: field.to_owned(), message: message.to_owned() })
}

/// Whether records of a schema are events. Webhook events happen at a time, so other schemas are not offered. A
/// class that the registry does not name is given the benefit of the doubt.
#[must_use]
pub fn holds_events(schema: &Schema) -> bool {
    let Some(class) = &schema.class else { return true };
    let extends = schema.extra.get("meta:extends").and_then(Value::as_array);
    class.as_str() == EXPERIENCE_EVENT_CLASS
        || extends.into_iter().flatten().any(|base| base == TIME_SERIES)
}

/// The fields of a schema that was read in full. The client keeps what it has no name for apart;
/// [`whole_schema`] puts it in one piece again.
#[must_use]
pub fn schema_fields(schema: &Schema) -> Vec<TargetField> {
    target_fields(&whole_schema(schema))
}

/// A schema that was read in full, as the JSON that it was.
#[must_use]
pub fn whole_schema(schema: &Schema) -> Value {
    let mut whole = schema.extra.clone();
    whole.insert("properties".to_owned(), Value::Object(schema.properties.clone()));
    whole.insert("required".to_owned(), json!(schema.required));
    Value::Object(whole)
}

/// A read of something that may not exist.
///
/// # Errors
/// Every other failure.
pub fn found<T>(read: aep_client::Result<T>) -> aep_client::Result<Option<T>> {
    match read {
        Ok(value) => Ok(Some(value)),
        Err(error) if is_absent(&error) => Ok(None),
        Err(error) => Err(error),
    }
}

/// An unknown sandbox answers 404 too, with codes of its own (2100 to 2106): that is no missing object.
fn is_absent(error: &aep_client::Error) -> bool {
    let sandbox = error.problem().and_then(|problem| problem.short_code());
    error.is_not_found() && !sandbox.is_some_and(|code| code.starts_with("210"))
}

/// Schemas that were looked up a moment ago, so that a preview after every key does not ask each time.
#[derive(Default)]
pub struct TargetSchemas(Mutex<HashMap<String, (Instant, Arc<TargetSchema>)>>);

impl TargetSchemas {
    /// The schema of a destination, looked up unless that was just done.
    ///
    /// # Errors
    /// As [`look_up`]; failures are not remembered.
    pub async fn get(
        &self,
        sandbox: &Sandbox,
        source: &Source,
        destination: &Destination,
    ) -> Result<Arc<TargetSchema>, NoSchema> {
        let key = match destination {
            Destination::Starter { .. } => format!("starter {}", source.id),
            Destination::Shape { shape, .. } => format!("shape {}", json!(shape)),
            Destination::ExistingSchema { schema_id, .. } => format!("schema {schema_id}"),
            Destination::ExistingDataset { dataset_id } => format!("dataset {dataset_id}"),
        };
        let known = self.0.lock().unwrap_or_else(PoisonError::into_inner).get(&key).cloned();
        if let Some((read, schema)) = known
            && read.elapsed() < FRESH
        {
            return Ok(schema);
        }
        let schema = Arc::new(look_up(sandbox, source, destination).await?);
        let mut all = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        all.retain(|_, (read, _)| read.elapsed() < FRESH);
        all.insert(key, (Instant::now(), Arc::clone(&schema)));
        Ok(schema)
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{holds_events, schema_fields};

    #[test]
    fn schemas_of_events_are_told_from_schemas_of_records() {
        let schema = |class: &str, extends: &str| {
            let body = json!({ "$id": "s", "meta:class": class, "meta:extends": [extends] });
            serde_json::from_value(body).unwrap()
        };
        let own = "https://ns.adobe.com/acme/classes/1";
        let event = "https://ns.adobe.com/xdm/context/experienceevent";
        assert!(holds_events(&schema(event, own)));
        assert!(holds_events(&schema(own, "https://ns.adobe.com/xdm/data/time-series")));
        assert!(!holds_events(&schema(own, "https://ns.adobe.com/xdm/data/record")));
    }

    #[test]
    fn no_field_is_lost_between_client_and_listing() {
        let body = json!({ "$id": "s", "required": ["_id"], "properties": { "_id": { "type": "string" } },
            "definitions": { "x": { "properties": { "y": { "type": "string" } } } },
            "allOf": [{ "$ref": "#/definitions/x" }] });
        let fields = schema_fields(&serde_json::from_value(body).unwrap());
        let paths: Vec<_> = fields.iter().map(|field| field.path.as_str()).collect();
        assert_eq!(paths, ["_id", "y"]);
    }
}
