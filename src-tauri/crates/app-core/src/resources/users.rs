//! Which dataflows use what. Of a dataset, those that write to it through a target connection.

use std::collections::HashMap;

use aep_client::flow_service::TargetConnection;
use aep_client::{ListQuery, Result, Sandbox};

use super::names::or_id;
use crate::contract::flows::NamedObject;
use crate::contract::resources::{LinkKind, ResourceKind, ResourceLink};
use crate::removal::{Users, users_of_all, users_of_object};

/// How many to ask for per page; 200 is known to work, the platform's maximum is not documented.
const PAGE: u32 = 200;

/// Who uses the resources of one kind.
#[derive(Debug)]
pub(super) struct Used {
    flows: Users,
    /// Target connections by dataset; read for datasets alone.
    targets: HashMap<String, Vec<NamedObject>>,
}

impl Used {
    /// Dataflows that use this resource, each once.
    pub(super) fn flows(&self, id: &str) -> Vec<&NamedObject> {
        let Some(targets) = self.targets.get(id) else {
            return self.flows.others(id, |_| false).collect();
        };
        let mut found: Vec<&NamedObject> = Vec::new();
        for flow in targets.iter().flat_map(|target| self.flows.others(&target.id, |_| false)) {
            if found.iter().all(|known| known.id != flow.id) {
                found.push(flow);
            }
        }
        found
    }

    /// How many dataflows use this resource.
    pub(super) fn count(&self, id: &str) -> u32 {
        u32::try_from(self.flows(id).len()).unwrap_or(u32::MAX)
    }

    /// Everything that uses this resource: dataflows first, then target connections.
    pub(super) fn links(&self, id: &str) -> Vec<ResourceLink> {
        let flows = self.flows(id).into_iter().map(|flow| link(LinkKind::Dataflow, flow));
        let targets = self.targets.get(id).into_iter().flatten();
        flows.chain(targets.map(|target| link(LinkKind::TargetConnection, target))).collect()
    }
}

fn link(kind: LinkKind, object: &NamedObject) -> ResourceLink {
    ResourceLink { kind, id: object.id.clone(), name: object.name.clone() }
}

/// Who uses all resources of a kind.
///
/// # Errors
/// What kept dataflows or target connections from being listed.
pub(super) async fn of_kind(sandbox: &Sandbox, kind: ResourceKind) -> Result<Used> {
    if kind != ResourceKind::Dataset {
        return Ok(Used { flows: users_of_all(sandbox).await?, targets: HashMap::new() });
    }
    let (flows, targets) = tokio::join!(users_of_all(sandbox), targets(sandbox));
    Ok(Used { flows: flows?, targets: targets? })
}

/// Who uses one resource. The platform guards connections, so there a filter is enough; of what it does not guard,
/// everything is read.
///
/// # Errors
/// What kept dataflows or target connections from being listed.
pub(super) async fn of_one(sandbox: &Sandbox, kind: ResourceKind, id: &str) -> Result<Used> {
    match kind {
        ResourceKind::SourceConnection | ResourceKind::TargetConnection => {
            let flows = users_of_object(sandbox, kind.removal(), id).await?;
            Ok(Used { flows, targets: HashMap::new() })
        }
        ResourceKind::Dataset | ResourceKind::Mapping => of_kind(sandbox, kind).await,
    }
}

async fn targets(sandbox: &Sandbox) -> Result<HashMap<String, Vec<NamedObject>>> {
    let query = ListQuery::new().limit(PAGE);
    let read: Vec<TargetConnection> = sandbox.target_connections().all(&query).collect().await?;
    let mut targets: HashMap<String, Vec<NamedObject>> = HashMap::new();
    for target in read {
        let Some(dataset) = &target.params.dataset_id else { continue };
        let name = or_id(&target.name, target.id.as_str());
        let named = NamedObject { id: target.id.to_string(), name };
        targets.entry(dataset.to_string()).or_default().push(named);
    }
    Ok(targets)
}
