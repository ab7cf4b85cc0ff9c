//! Whole resources made over plain HTTP, for tests that are about something else.

use serde_json::{Value, json};

use crate::raw::{Caller, text};

/// A schema with its field group and dataset.
#[derive(Clone, Debug)]
pub struct Landing {
    /// The tenant, without an underscore.
    pub tenant: String,
    /// `$id` of the field group.
    pub field_group: String,
    /// `$id` of the schema.
    pub schema: String,
    /// The dataset.
    pub dataset: String,
}

/// A whole dataflow.
#[derive(Clone, Debug)]
pub struct Dataflow {
    /// Where it lands.
    pub landing: Landing,
    /// Source connection.
    pub source: String,
    /// Target connection.
    pub target: String,
    /// Mapping set.
    pub mapping: String,
    /// The flow.
    pub flow: String,
    /// Its streaming endpoint.
    pub inlet_url: String,
}

/// Makes a place for events whose tenant fields are these.
pub async fn landing(caller: &Caller, title: &str, fields: Value) -> Landing {
    let stats = caller.get("/schemaregistry/stats").await;
    let tenant = text(&stats, "/tenantId");
    let group = json!({
        "type": "object",
        "title": title,
        "description": "",
        "meta:intendedToExtend": ["https://ns.adobe.com/xdm/context/experienceevent"],
        "definitions": { "own": { "type": "object", "properties": {
            format!("_{tenant}"): { "type": "object", "properties": fields },
        } } },
        "allOf": [{ "$ref": "#/definitions/own" }],
    });
    let group = caller.post("/schemaregistry/tenant/fieldgroups", group).await;
    let field_group = text(&group, "/$id");
    let schema = json!({
        "type": "object",
        "title": title,
        "description": "",
        "allOf": [
            { "$ref": "https://ns.adobe.com/xdm/context/experienceevent" },
            { "$ref": field_group },
        ],
    });
    let schema = text(&caller.post("/schemaregistry/tenant/schemas", schema).await, "/$id");
    let content_type = "application/vnd.adobe.xed+json;version=1";
    let dataset = json!({
        "name": title,
        "schemaRef": { "id": schema, "contentType": content_type },
    });
    let dataset = text(&caller.post("/catalog/dataSets", dataset).await, "/0");
    let dataset = dataset.rsplit('/').next().unwrap_or_default().to_owned();
    Landing { tenant, field_group, schema, dataset }
}

/// Makes a source connection for Pendo.
pub async fn source(caller: &Caller, name: &str) -> String {
    let body = json!({
        "name": name,
        "connectionSpec": { "id": "6ff5654f-19d5-427d-bd3e-c0ebc802389a", "version": "1.0" },
        "data": { "format": "json" },
    });
    text(&caller.post("/flowservice/sourceConnections", body).await, "/id")
}

/// Makes a target connection for a dataset.
pub async fn target(caller: &Caller, dataset: &str) -> String {
    let body = json!({
        "name": "target",
        "connectionSpec": { "id": "c604ff05-7f1a-43c0-8e18-33bf874cb11c", "version": "1.0" },
        "params": { "dataSetId": dataset },
    });
    text(&caller.post("/flowservice/targetConnections", body).await, "/id")
}

/// The body of a mapping set with these lines: source and destination, an expression if the source
/// begins with `=`.
#[must_use]
pub fn mapping_body(schema: &str, lines: &[(&str, &str)]) -> Value {
    let content_type = "application/vnd.adobe.xed-full+json;version=1";
    let lines = lines.iter().map(|(source, destination)| match source.strip_prefix('=') {
        Some(expression) => {
            json!({ "sourceExpression": expression, "destinationXdmPath": destination })
        }
        None => json!({ "sourceAttribute": source, "destinationXdmPath": destination }),
    });
    json!({
        "outputSchema": { "schemaRef": { "id": schema, "contentType": content_type } },
        "mappings": lines.collect::<Vec<_>>(),
    })
}

/// The body of a flow.
#[must_use]
pub fn flow_body(source: &str, target: &str, mapping: &str) -> Value {
    json!({
        "name": "flow",
        "flowSpec": { "id": "e77fde5a-22a8-11ed-861d-0242ac120002", "version": "1.0" },
        "sourceConnectionIds": [source],
        "targetConnectionIds": [target],
        "transformations": [
            { "name": "Mapping", "params": { "mappingId": mapping, "mappingVersion": 0 } },
        ],
        "options": { "errorDiagnosticsEnabled": true },
    })
}

/// Makes a dataflow whose events are `{"id": …, "at": …, "score": …}`: id and date are required,
/// and the score is an integer from 0 to 10.
pub async fn dataflow(caller: &Caller) -> Dataflow {
    let fields = json!({
        "key": { "type": "string", "minLength": 1 },
        "score": { "type": "integer", "minimum": 0, "maximum": 10 },
    });
    let landing = landing(caller, "Scores", fields).await;
    let lines = [
        ("id", "_id"),
        ("at", "timestamp"),
        ("id", &format!("_{}.key", landing.tenant)),
        ("score", &format!("_{}.score", landing.tenant)),
    ];
    let mapping = mapping_body(&landing.schema, &lines);
    let mapping = text(&caller.post("/conversion/mappingSets", mapping).await, "/id");
    let source = source(caller, "source").await;
    let target = target(caller, &landing.dataset).await;
    let flow = flow_body(&source, &target, &mapping);
    let flow = text(&caller.post("/flowservice/flows", flow).await, "/id");
    let shown = caller.get(&format!("/flowservice/flows/{flow}")).await;
    let inlet_url = text(&shown, "/items/0/options/inletUrl");
    Dataflow { landing, source, target, mapping, flow, inlet_url }
}
