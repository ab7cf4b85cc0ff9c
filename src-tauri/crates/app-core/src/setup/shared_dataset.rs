//! Whether other dataflows write to a dataset that is picked: two of them under one webhook double every event.

use aep_client::{Error, Filter, ListQuery, Result, Sandbox};

use super::entry::Object;

/// The sentence to warn with, if there are others.
pub(crate) async fn warning(
    sandbox: &Sandbox,
    dataset: &Object,
    source: &str,
) -> Result<Option<String>> {
    let query = ListQuery::new().filter(Filter::equal("params.dataSetId", &dataset.id));
    let targets = match sandbox.target_connections().all(&query).collect().await {
        // The filter is not among the documented ones: without it, there is no warning.
        Err(Error::Api(problem)) if problem.status == 400 => return Ok(None),
        targets => targets?,
    };
    let ids: Vec<&str> = targets.iter().map(|target| target.id.as_str()).collect();
    if ids.is_empty() {
        return Ok(None);
    }
    let query = ListQuery::new().filter(Filter::any_of("targetConnectionIds[]", &ids));
    let flows = sandbox.flows().all(&query).collect().await?;
    Ok(match flows.as_slice() {
        [] => None,
        [one] => Some(format!(
            "“{}” writes to “{}” as well. If {source} sends to both, every event arrives twice.",
            one.name, dataset.name
        )),
        many => Some(format!(
            "{} other dataflows write to “{}”. If {source} sends to more than one, events arrive more than once.",
            many.len(),
            dataset.name
        )),
    })
}
