//! What else needs a dataset or a schema: the target connections that write into the dataset, and the datasets whose
//! records have the schema. Others, such as queries or segments, tell nobody: only a person knows them.

use aep_client::flow_service::TargetConnection;
use aep_client::{DatasetId, Filter, ListQuery, Result, Sandbox, SchemaId};

use crate::setup::remove::writer_into;

use super::whole::Whole;

/// How many to ask for per page.
const PAGE: u32 = 200;

/// What else needs the dataset and the schema of one dataflow.
#[derive(Debug, Default)]
pub(crate) struct Needs {
    /// Target connections that write into the dataset: ids and names.
    writers: Vec<(String, String)>,
    /// Datasets that have the schema: ids and names.
    datasets: Vec<(String, String)>,
}

impl Needs {
    /// Reads them for a dataflow that writes somewhere.
    ///
    /// # Errors
    /// What kept target connections or datasets from being listed.
    pub(crate) async fn of(sandbox: &Sandbox, whole: &Whole) -> Result<Self> {
        let mut needs = Self::default();
        if let Some(dataset) = &whole.dataset {
            let own: Vec<&str> = whole.targets.iter().map(|target| target.id.as_str()).collect();
            let writers = writers(sandbox, &dataset.id, &own).await?;
            needs.writers = writers.into_iter().map(|it| (it.id.to_string(), it.name)).collect();
        }
        if let Some(schema) = &whole.schema {
            let found = sandbox.datasets().with_schema(&SchemaId::new(schema.id.as_str())).await?;
            needs.datasets = found.into_iter().map(|it| (it.id.to_string(), it.name)).collect();
        }
        Ok(needs)
    }

    /// Another target connection that writes into the dataset.
    pub(super) fn another_writer(&self, whole: &Whole) -> Option<&str> {
        let own = |id: &str| whole.targets.iter().any(|target| target.id == id);
        let other = self.writers.iter().find(|(id, _)| !own(id));
        other.map(|(_, name)| name.as_str())
    }

    /// Another dataset that has the schema.
    pub(super) fn another_dataset(&self, dataset_id: &str) -> Option<&str> {
        let other = self.datasets.iter().find(|(id, _)| id != dataset_id);
        other.map(|(_, name)| name.as_str())
    }
}

/// The filter is not among the documented ones, so that its answer counts only when it names those that are known to
/// write; otherwise every target connection is read.
async fn writers(
    sandbox: &Sandbox,
    dataset_id: &str,
    known: &[&str],
) -> Result<Vec<TargetConnection>> {
    let query = ListQuery::new().filter(Filter::equal("params.dataSetId", dataset_id)).limit(PAGE);
    match sandbox.target_connections().all(&query).collect().await {
        Ok(found) if known.iter().all(|id| found.iter().any(|it| it.id.as_str() == *id)) => {
            return Ok(found);
        }
        Ok(_) => {}
        Err(error) if error.status() == Some(400) => {}
        Err(error) => return Err(error),
    }
    let wanted = DatasetId::new(dataset_id);
    let mut all = sandbox.target_connections().all(&ListQuery::new().limit(PAGE)).collect().await?;
    all.retain(|target| target.params.dataset_id.as_ref() == Some(&wanted));
    Ok(all)
}

/// Who needs a dataset at the very moment before it is deleted: by name.
pub(super) async fn who_writes_into(sandbox: &Sandbox, id: &str) -> Result<Option<String>> {
    let writer = writer_into(sandbox, id).await?;
    Ok(writer.map(|name| format!("The target connection “{name}” writes to it")))
}

/// Which dataset needs a schema at the very moment before it is deleted: by name.
pub(super) async fn who_has_schema(sandbox: &Sandbox, id: &str) -> Result<Option<String>> {
    let found = sandbox.datasets().with_schema(&SchemaId::new(id)).await?;
    Ok(found.first().map(|dataset| format!("The dataset “{}” needs it", dataset.name)))
}
