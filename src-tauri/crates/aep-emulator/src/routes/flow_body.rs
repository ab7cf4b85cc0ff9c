//! Checks a new or changed dataflow against everything it refers to.

use serde_json::{Map, Value};

use super::{connection_checks, specs};
use crate::http::Refusal;
use crate::listing::invalid;
use crate::world::{Connection, SandboxState, World, version_number};
use crate::xdm::major_version;

/// Finds the one source and the one target connection that a new flow names.
pub(crate) fn connections_of(
    world: &World,
    sandbox: &SandboxState,
    body: &Map<String, Value>,
) -> Result<(String, String), Refusal> {
    let source_id = only_id(body, "sourceConnectionIds")?;
    let target_id = only_id(body, "targetConnectionIds")?;
    let source = sandbox.source_connections.get(&source_id).ok_or_else(|| {
        invalid("1322", &format!("The source connection {source_id} does not exist."))
    })?;
    let target = sandbox.target_connections.get(&target_id).ok_or_else(|| {
        invalid("1306", &format!("The target connection {target_id} does not exist."))
    })?;
    check_source(world, source)?;
    connection_checks::check_target(&target.body, target.spec_id())?;
    Ok((source_id, target_id))
}

fn check_source(world: &World, source: &Connection) -> Result<(), Refusal> {
    let spec_id = source.spec_id();
    if !specs::takes_source(world, spec_id) {
        let detail = format!("The flow spec does not take sources of the spec {spec_id}.");
        return Err(invalid("1413", &detail));
    }
    connection_checks::check_source(&source.body, false)
}

fn only_id(body: &Map<String, Value>, key: &str) -> Result<String, Refusal> {
    let ids = body.get(key).and_then(Value::as_array).filter(|ids| !ids.is_empty());
    let Some(ids) = ids else {
        return Err(invalid("1320", &format!("{key} is null or empty.")));
    };
    if ids.len() != 1 {
        return Err(invalid("1321", &format!("{key} must hold exactly one id.")));
    }
    match ids[0].as_str() {
        Some(id) if !id.is_empty() => Ok(id.to_owned()),
        _ => Err(invalid("1338", &format!("{key} holds no connection id."))),
    }
}

/// Checks the transformations of a flow: none at all, or among them one mapping whose set, version
/// and schema exist and fit the dataset.
pub(crate) fn check_transformations(
    sandbox: &SandboxState,
    target_id: &str,
    transformations: &Value,
) -> Result<(), Refusal> {
    let Value::Array(steps) = transformations else {
        return Err(invalid("1392", "transformations is not a list."));
    };
    if steps.is_empty() {
        return Ok(());
    }
    let mut mappings = steps.iter().filter(|step| step["name"] == "Mapping");
    let (Some(step), None) = (mappings.next(), mappings.next()) else {
        return Err(invalid("1392", "transformations must hold one entry named Mapping."));
    };
    let params = &step["params"];
    let Some(mapping_id) = params["mappingId"].as_str() else {
        return Err(invalid("1328", "The mapping transformation names no mappingId."));
    };
    let Some(set) = sandbox.mapping_sets.get(mapping_id) else {
        let detail = format!("The mapping {mapping_id} cannot be validated: it does not exist.");
        return Err(invalid("1419", &detail));
    };
    let version = version_number(&params["mappingVersion"]);
    let Some(version) = version.and_then(|number| set.versions.get(number)) else {
        let detail = format!("The mapping version {} is invalid.", params["mappingVersion"]);
        return Err(invalid("1412", &detail));
    };
    let target = sandbox.target_connections.get(target_id);
    let Some(dataset_id) = target.and_then(Connection::dataset_id) else {
        return Err(invalid("1325", "params.dataSetId is missing or empty in the target."));
    };
    let Some(dataset) = sandbox.datasets.get(dataset_id) else {
        return Err(crate::problem::flow(
            "1101",
            404,
            "Resource not found",
            &format!("The dataset {dataset_id} does not exist."),
        ));
    };
    let same_version =
        major_version(dataset.schema_content_type()) == major_version(&version.schema_content_type);
    if same_schema(sandbox, dataset.schema_id(), &version.schema_id) && same_version {
        return Ok(());
    }
    let detail = format!(
        "Dataset {dataset_id} and mapping {mapping_id} must use the same schema id and version."
    );
    Err(invalid("1425", &detail))
}

/// An older mapping may name its schema by `meta:altId`.
fn same_schema(sandbox: &SandboxState, one: &str, other: &str) -> bool {
    if one == other {
        return true;
    }
    let uri = |id: &str| sandbox.schemas.get(id).map(|schema| schema.uri.clone());
    uri(other).as_deref() == Some(one)
}
