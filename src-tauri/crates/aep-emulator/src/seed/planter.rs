//! Puts resources into a sandbox as if they had been made in the past.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

use super::starter;
use crate::ingest::History;
use crate::mapping::Line;
use crate::routes::specs;
use crate::world::{
    Connection, Dataset, Flow, MappingSet, MappingVersion, Stamp, World, XdmResource,
};

/// The client that seeded resources were made by.
const AUTHOR: &str = "7c3c1d2e3b4a59687766554433223333";

/// What several flows share.
#[derive(Clone, Debug)]
pub(crate) struct Place {
    schema_uri: String,
    dataset_id: String,
    mapping_id: String,
}

/// A flow to be planted.
#[derive(Debug)]
pub(crate) struct Plan<'a> {
    pub(crate) name: String,
    pub(crate) description: &'a str,
    pub(crate) source_spec: &'static str,
    pub(crate) state: &'static str,
    pub(crate) created_ms: i64,
    pub(crate) history: Option<History>,
    /// The account it reads with; a flow with one asks by the clock and has no endpoint.
    pub(crate) account: Option<&'a str>,
}

/// Plants into the first sandbox of a world.
pub(crate) struct Planter<'a> {
    world: &'a mut World,
    sandbox: String,
}

impl<'a> Planter<'a> {
    pub(crate) fn new(world: &'a mut World) -> Self {
        let sandbox = world.settings.sandboxes[0].name.clone();
        Self { world, sandbox }
    }

    /// A number that a flow's made-up traffic follows from.
    pub(crate) fn chance(&mut self) -> u64 {
        self.world.ids.number()
    }

    /// A field group, a schema, a dataset and a mapping set with a common name.
    pub(crate) fn place(&mut self, name: &str, created_ms: i64) -> Place {
        let tenant = self.world.settings.tenant.clone();
        let group = starter::field_group(&tenant, name);
        let group_uri = self.xdm(group, "mixins", created_ms);
        let schema_uri = self.xdm(starter::schema(name, &group_uri), "schemas", created_ms);
        let dataset_id = self.dataset(starter::dataset(name, &schema_uri), created_ms);
        let mapping_id = self.mapping(&tenant, &schema_uri, created_ms);
        Place { schema_uri, dataset_id, mapping_id }
    }

    fn xdm(&mut self, body: Map<String, Value>, kind: &str, created_ms: i64) -> String {
        let tenant = self.world.settings.tenant.clone();
        let (sandbox, ids) = self.world.sandbox_mut(&self.sandbox);
        let hash = ids.hex(48);
        let uri = format!("https://ns.adobe.com/{tenant}/{kind}/{hash}");
        let resource = XdmResource {
            alt_id: format!("_{tenant}.{kind}.{hash}"),
            uri: uri.clone(),
            created_ms,
            updated_ms: created_ms,
            listed_from_ms: created_ms,
            etag: ids.hex(64),
            body,
        };
        let shelf =
            if kind == "schemas" { &mut sandbox.schemas } else { &mut sandbox.field_groups };
        shelf.add(resource);
        uri
    }

    fn dataset(&mut self, body: Map<String, Value>, created_ms: i64) -> String {
        let (sandbox, ids) = self.world.sandbox_mut(&self.sandbox);
        let id = ids.hex(24);
        sandbox.datasets.add(Dataset {
            id: id.clone(),
            created_ms,
            updated_ms: created_ms,
            listed_from_ms: created_ms,
            etag: ids.etag(created_ms),
            client_id: AUTHOR.to_owned(),
            body,
        });
        id
    }

    fn mapping(&mut self, tenant: &str, schema_uri: &str, created_ms: i64) -> String {
        let (sandbox, ids) = self.world.sandbox_mut(&self.sandbox);
        let lines = starter::lines(tenant);
        let lines = lines.iter().map(|line| Line::read(ids.hex(32), line));
        let version = MappingVersion {
            modified_ms: created_ms,
            schema_id: schema_uri.to_owned(),
            schema_content_type: starter::CONTENT_TYPE.to_owned(),
            name: None,
            lines: lines.collect::<Result<_, _>>().expect("the starter lines are well-formed"),
        };
        let id = ids.hex(32);
        sandbox.mapping_sets.add(MappingSet {
            id: id.clone(),
            created_ms,
            listed_from_ms: created_ms,
            client_id: AUTHOR.to_owned(),
            versions: vec![version],
        });
        id
    }

    /// A flow with its own source and target connection.
    pub(crate) fn flow(&mut self, plan: Plan<'_>, place: &Place) {
        let source_id = self.source(&plan);
        let target_id = self.target(&plan, place);
        let created_ms = plan.created_ms;
        let flow_spec =
            if plan.account.is_some() { specs::BATCH } else { specs::GENERIC_STREAMING };
        let schedule = plan
            .account
            .map(|_| json!({ "startTime": created_ms / 1000, "frequency": "hour", "interval": 1 }));
        let (sandbox, ids) = self.world.sandbox_mut(&self.sandbox);
        let mapping = json!([{
            "name": "Mapping",
            "params": { "mappingId": place.mapping_id, "mappingVersion": 0 },
        }]);
        let flow = Flow {
            stamp: Stamp::new(ids, created_ms, created_ms, AUTHOR),
            name: json!(plan.name),
            description: Some(json!(plan.description)),
            flow_spec: json!({ "id": flow_spec, "version": "1.0" }),
            source_id,
            target_id,
            transformations: Some(mapping),
            options: Map::from_iter([("errorDiagnosticsEnabled".to_owned(), json!(true))]),
            schedule,
            labels: None,
            state: plan.state,
            changing: None,
            last_operation: if plan.state == "disabled" { "disable" } else { "enable" },
            provider_ref_id: ids.uuid(),
            inlet_id: ids.hex(64),
            inlet_from_ms: created_ms,
            settled_from_ms: created_ms,
            tallies: BTreeMap::new(),
            rejected: BTreeMap::new(),
            history: plan.history,
        };
        let home = (self.sandbox.clone(), flow.stamp.id.clone());
        let inlet_id = flow.inlet_id.clone();
        sandbox.flows.add(flow);
        self.world.inlets.insert(inlet_id, home);
    }

    fn source(&mut self, plan: &Plan<'_>) -> String {
        let mut body = json!({
            "name": format!("{} (source)", plan.name),
            "connectionSpec": { "id": plan.source_spec, "version": "1.0" },
            "data": { "format": "json" },
        });
        if let Some(account) = plan.account {
            body["baseConnectionId"] = json!(account);
        }
        let connection = self.connection(body, plan.created_ms);
        let id = connection.stamp.id.clone();
        self.world.sandbox_mut(&self.sandbox).0.source_connections.add(connection);
        id
    }

    fn target(&mut self, plan: &Plan<'_>, place: &Place) -> String {
        let body = json!({
            "name": format!("{} (target)", plan.name),
            "connectionSpec": { "id": specs::DATA_LAKE, "version": "1.0" },
            "data": {
                "format": "json",
                "schema": { "id": place.schema_uri, "version": starter::CONTENT_TYPE },
            },
            "params": { "dataSetId": place.dataset_id },
        });
        let connection = self.connection(body, plan.created_ms);
        let id = connection.stamp.id.clone();
        self.world.sandbox_mut(&self.sandbox).0.target_connections.add(connection);
        id
    }

    /// An account.
    pub(crate) fn account(&mut self, body: Value, created_ms: i64) -> String {
        let connection = self.connection(body, created_ms);
        let id = connection.stamp.id.clone();
        self.world.sandbox_mut(&self.sandbox).0.base_connections.add(connection);
        id
    }

    fn connection(&mut self, body: Value, created_ms: i64) -> Connection {
        let stamp = Stamp::new(&mut self.world.ids, created_ms, created_ms, AUTHOR);
        let body = body.as_object().cloned().expect("the callers above write objects");
        Connection { stamp, body, state: "enabled" }
    }
}
