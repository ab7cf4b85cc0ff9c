//! What uses schemas: datasets hold records of them, dataflows write into those datasets.

use std::collections::HashMap;

use aep_client::catalog::Dataset;
use aep_client::flow_service::{Flow, TargetConnection};
use aep_client::{ListQuery, Result, Sandbox};

use super::part::named;
use crate::contract::schemas::SchemaUses;

/// How many to ask for per page; 200 is known to work, the platform's maximum is not documented.
const PAGE: u32 = 200;

/// What uses each schema, by `$id`. One that nothing uses is not in the reply. Filters by dataset and by target
/// connection are not among the documented ones, so everything is read.
///
/// # Errors
/// What the platform says.
pub(super) async fn all(sandbox: &Sandbox) -> Result<HashMap<String, SchemaUses>> {
    let query = ListQuery::new().limit(PAGE);
    let (datasets, targets, flows) =
        (sandbox.datasets(), sandbox.target_connections(), sandbox.flows());
    let (datasets, targets, flows) = tokio::try_join!(
        datasets.all().collect(),
        targets.all(&query).collect(),
        flows.all(&query).collect()
    )?;
    Ok(join(&datasets, &targets, &flows))
}

/// What uses one schema.
///
/// # Errors
/// What the platform says.
pub(super) async fn of_schema(sandbox: &Sandbox, id: &str) -> Result<SchemaUses> {
    Ok(all(sandbox).await?.remove(id).unwrap_or_default())
}

fn join(
    datasets: &[Dataset],
    targets: &[TargetConnection],
    flows: &[Flow],
) -> HashMap<String, SchemaUses> {
    let mut by_schema: HashMap<String, SchemaUses> = HashMap::new();
    let mut schema_of: HashMap<&str, &str> = HashMap::new();
    for dataset in datasets {
        let Some(schema) = &dataset.schema_ref else { continue };
        let uses = by_schema.entry(schema.id.to_string()).or_default();
        uses.datasets.push(named(dataset.id.as_str(), &dataset.name));
        schema_of.insert(dataset.id.as_str(), schema.id.as_str());
    }
    let schema_of_target: HashMap<&str, &str> = targets
        .iter()
        .filter_map(|target| {
            let dataset = target.params.dataset_id.as_ref()?;
            Some((target.id.as_str(), *schema_of.get(dataset.as_str())?))
        })
        .collect();
    for flow in flows {
        for target in &flow.target_connection_ids {
            let Some(schema) = schema_of_target.get(target.as_str()) else { continue };
            let uses = by_schema.entry((*schema).to_owned()).or_default();
            let flow = named(flow.id.as_str(), &flow.name);
            if !uses.flows.contains(&flow) {
                uses.flows.push(flow);
            }
        }
    }
    by_schema
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::join;

    fn read<T: serde::de::DeserializeOwned>(value: Value) -> Vec<T> {
        serde_json::from_value(value).unwrap()
    }

    #[test]
    fn dataflows_use_a_schema_through_the_dataset_that_they_write_to() {
        let datasets = read(json!([
            { "id": "d1", "name": "One", "schemaRef": { "id": "s" } },
            { "id": "d2", "name": "", "schemaRef": { "id": "s" } },
            { "id": "d3", "name": "Without" },
        ]));
        let targets = read(json!([
            { "id": "t1", "params": { "dataSetId": "d1" } },
            { "id": "t2", "params": { "dataSetId": "gone" } },
        ]));
        let flows = read(json!([
            { "id": "f", "name": "F", "targetConnectionIds": ["t1", "t1"] },
            { "id": "g", "name": "G", "targetConnectionIds": ["t2"] },
        ]));
        let uses = join(&datasets, &targets, &flows);
        assert_eq!(uses.len(), 1);
        let names: Vec<_> =
            uses["s"].datasets.iter().map(|dataset| dataset.name.as_str()).collect();
        assert_eq!(names, ["One", "d2"]);
        assert_eq!(uses["s"].flows.iter().map(|flow| flow.id.as_str()).collect::<Vec<_>>(), ["f"]);
    }
}
