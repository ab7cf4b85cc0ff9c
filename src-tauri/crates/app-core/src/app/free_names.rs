//! Names that nobody uses yet, for the fields of a new form. Nothing is reserved: the check before the first write
//! looks again.

use aep_client::{Result, Sandbox};
use jiff::Timestamp;

use crate::setup::field_group_name;
use crate::starter::Source;

/// How many names are tried before a moment is put behind the name.
const TRIES: u32 = 20;

/// A name for a dataflow.
pub(crate) async fn dataflow(sandbox: &Sandbox, base: &str) -> Result<String> {
    for name in candidates(base) {
        if sandbox.flows().find_by_name(&name).await?.is_empty() {
            return Ok(name);
        }
    }
    Ok(last_resort(base))
}

/// A name for a dataset, and for the schema and field group that are made for it.
pub(crate) async fn dataset(sandbox: &Sandbox, base: &str) -> Result<String> {
    for name in candidates(base) {
        let datasets = async { sandbox.datasets().find_by_name(&name).await };
        let schemas = async { sandbox.schemas().find_by_title(&name).await };
        let group = field_group_name(&name);
        let groups = async { sandbox.field_groups().find_by_title(&group).await };
        let (datasets, schemas, groups) = tokio::try_join!(datasets, schemas, groups)?;
        if datasets.is_empty() && schemas.is_empty() && groups.is_empty() {
            return Ok(name);
        }
    }
    Ok(last_resort(base))
}

/// A name for a dataset over a schema that exists.
pub(crate) async fn dataset_alone(sandbox: &Sandbox, base: &str) -> Result<String> {
    for name in candidates(base) {
        if sandbox.datasets().find_by_name(&name).await?.is_empty() {
            return Ok(name);
        }
    }
    Ok(last_resort(base))
}

/// The name that the dataflows of a source start from.
pub(crate) fn base(source: &Source) -> String {
    format!("{} events", source.name)
}

fn candidates(base: &str) -> impl Iterator<Item = String> {
    (1..=TRIES).map(move |number| match number {
        1 => base.to_owned(),
        number => format!("{base} {number}"),
    })
}

fn last_resort(base: &str) -> String {
    format!("{base} {}", Timestamp::now().strftime("%Y-%m-%d %H.%M.%S"))
}
