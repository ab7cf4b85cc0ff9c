//! Finding what a create made whose reply was lost: by name and mark, and where the platform keeps neither, by
//! what was sent.

use aep_client::data_prep::MappingSet;
use aep_client::{ConnectionSpecId, Result, Sandbox};
use jiff::Timestamp;
use serde_json::Value;

use crate::contract::setup::StepKind;
use crate::starter;

use super::entry::{Entry, Object};
use super::mark::is_marked;

/// What one look found.
#[derive(Debug)]
pub(crate) enum Sight {
    /// Nothing, at least not yet: lists lag behind.
    Nothing,
    /// Exactly one object that only this set-up can have made.
    One(Object),
    /// More than one, or one that may be somebody else's.
    Doubtful,
}

/// Looks once.
pub(crate) async fn look(sandbox: &Sandbox, entry: &Entry, at: usize) -> Result<Sight> {
    let name = entry.name_at(at);
    let found: Vec<(String, bool)> = match entry.steps[at].kind {
        StepKind::FieldGroup => marked_field_groups(sandbox, &entry.id, &name).await?,
        StepKind::Schema => marked_schemas(sandbox, &entry.id, &name).await?,
        StepKind::Identity => marks(sandbox, entry, &name).await?,
        StepKind::Dataset => {
            let found = sandbox.datasets().find_by_name(&name).await?.into_iter();
            found.map(|one| (one.id.to_string(), marked(entry, one.description))).collect()
        }
        StepKind::SourceConnection => {
            let Some(source) = starter::source(&entry.form.source) else {
                return Ok(Sight::Nothing);
            };
            let spec: ConnectionSpecId = source.connection_spec_id.as_str().into();
            let found = sandbox.source_connections().find_by_name(&spec, &name).await?.into_iter();
            found.map(|one| (one.id.to_string(), marked(entry, one.description))).collect()
        }
        StepKind::TargetConnection => {
            let found = sandbox.target_connections().find_by_name(&name).await?.into_iter();
            found.map(|one| (one.id.to_string(), marked(entry, one.description))).collect()
        }
        StepKind::Flow => {
            let found = sandbox.flows().find_by_name(&name).await?.into_iter();
            found.map(|one| (one.id.to_string(), marked(entry, one.description))).collect()
        }
        StepKind::MappingSet => return mapping_sets(sandbox, entry, name).await,
        StepKind::Check | StepKind::StreamingEndpoint => Vec::new(),
    };
    let mut ours = found.into_iter().filter(|(_, ours)| *ours).map(|(id, _)| id);
    Ok(match (ours.next(), ours.next()) {
        (None, _) => Sight::Nothing,
        (Some(id), None) => Sight::One(Object::new(id, name).seen()),
        (Some(_), Some(_)) => Sight::Doubtful,
    })
}

fn marked(entry: &Entry, description: Option<String>) -> bool {
    is_marked(description.as_deref(), &entry.id)
}

/// Field groups of this name, and whether each carries the mark of this id. Lists of the registry carry no
/// description: each of the name is read.
pub(crate) async fn marked_field_groups(
    sandbox: &Sandbox,
    id: &str,
    name: &str,
) -> Result<Vec<(String, bool)>> {
    let mut found = Vec::new();
    for group in sandbox.field_groups().find_by_title(name).await? {
        let whole = sandbox.field_groups().get(&group.id).await?;
        found.push((group.id.to_string(), is_marked(whole.description.as_deref(), id)));
    }
    Ok(found)
}

/// The same for schemas.
pub(crate) async fn marked_schemas(
    sandbox: &Sandbox,
    id: &str,
    name: &str,
) -> Result<Vec<(String, bool)>> {
    let mut found = Vec::new();
    for schema in sandbox.schemas().find_by_title(name).await? {
        let whole = sandbox.schemas().get(&schema.id).await?;
        found.push((schema.id.to_string(), is_marked(whole.description.as_deref(), id)));
    }
    Ok(found)
}

/// Marks of a field on the schema that was made: it is ours alone, so whatever marks its field is ours.
async fn marks(sandbox: &Sandbox, entry: &Entry, path: &str) -> Result<Vec<(String, bool)>> {
    let Some(schema) = entry.object(StepKind::Schema) else { return Ok(Vec::new()) };
    let known = sandbox.identity_descriptors().of_schema(&schema.id.as_str().into()).await?;
    let ours = known.into_iter().filter(|known| known.dotted_path() == path);
    Ok(ours.map(|known| (known.id.to_string(), true)).collect())
}

/// A mapping set has neither name nor description of ours. It is known by its schema, its lines, and by having
/// been made after our own target connection, both times by the platform's clock.
async fn mapping_sets(sandbox: &Sandbox, entry: &Entry, name: String) -> Result<Sight> {
    let Some(since) = made_before_it(sandbox, entry).await? else { return Ok(Sight::Doubtful) };
    let intent = entry.steps.iter().find(|step| step.kind == StepKind::MappingSet);
    let Some(sent) = intent.and_then(|step| step.intent.as_ref()) else {
        return Ok(Sight::Nothing);
    };
    let all = sandbox.mapping_sets().all().collect().await?;
    let alike: Vec<&MappingSet> = all.iter().filter(|set| is_alike(set, sent)).collect();
    if alike.iter().any(|set| set.created_date.is_none()) {
        return Ok(Sight::Doubtful);
    }
    let mut ours = alike.into_iter().filter(|set| set.created_date.is_some_and(|at| at >= since));
    Ok(match (ours.next(), ours.next()) {
        (None, _) => Sight::Nothing,
        (Some(set), None) => {
            let mut object = Object::new(set.id.to_string(), name).seen();
            object.facts.version = set.version.unwrap_or_default();
            Sight::One(object)
        }
        (Some(_), Some(_)) => Sight::Doubtful,
    })
}

async fn made_before_it(sandbox: &Sandbox, entry: &Entry) -> Result<Option<Timestamp>> {
    let Some(target) = entry.object(StepKind::TargetConnection) else { return Ok(None) };
    let target = sandbox.target_connections().get(&target.id.as_str().into()).await?;
    Ok(target.value.created_at)
}

/// Whether a set says what was sent: the same schema, the same lines in any order.
fn is_alike(set: &MappingSet, sent: &Value) -> bool {
    let schema = sent["outputSchema"]["schemaRef"]["id"].as_str();
    if set.schema() != schema {
        return false;
    }
    let mut sent: Vec<(&str, &str)> = sent["mappings"]
        .as_array()
        .into_iter()
        .flatten()
        .map(|line| {
            let source = line["sourceAttribute"].as_str().or(line["sourceExpression"].as_str());
            (line["destinationXdmPath"].as_str().unwrap_or_default(), source.unwrap_or_default())
        })
        .collect();
    let mut kept: Vec<(&str, &str)> = set
        .mappings
        .iter()
        .map(|line| {
            let source = line.source.as_ref().map_or("", |source| source.as_str());
            (line.destination.as_str(), source)
        })
        .collect();
    sent.sort_unstable();
    kept.sort_unstable();
    sent == kept
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::is_alike;

    fn sent() -> Value {
        json!({
            "outputSchema": { "schemaRef": { "id": "s", "contentType": "x" } },
            "mappings": [
                { "destinationXdmPath": "_id", "sourceAttribute": "uniqueId" },
                { "destinationXdmPath": "_t.e", "sourceExpression": "upper(event)" },
            ],
        })
    }

    fn alike(set: Value) -> bool {
        is_alike(&serde_json::from_value(set).unwrap(), &sent())
    }

    #[test]
    fn a_set_is_known_by_its_schema_and_lines_in_either_dialect() {
        let lines = json!([
            { "destination": "_t.e", "sourceType": "EXPRESSION", "source": "upper(event)" },
            { "destinationXdmPath": "_id", "sourceAttribute": "uniqueId" },
        ]);
        assert!(alike(json!({ "id": "m", "xdmSchema": "s", "mappings": lines })));
        assert!(!alike(json!({ "id": "m", "xdmSchema": "another", "mappings": lines })));
    }

    #[test]
    fn one_line_more_or_another_source_makes_another_set() {
        let id = json!({ "destinationXdmPath": "_id", "sourceAttribute": "uniqueId" });
        let other = json!({ "destinationXdmPath": "_t.e", "sourceExpression": "lower(event)" });
        assert!(!alike(json!({ "id": "m", "xdmSchema": "s", "mappings": [id] })));
        assert!(!alike(json!({ "id": "m", "xdmSchema": "s", "mappings": [id, other] })));
    }
}
