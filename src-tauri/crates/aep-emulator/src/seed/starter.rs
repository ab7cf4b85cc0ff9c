//! The schema that seeded dataflows write into, and the mapping that fills it.

use serde_json::{Map, Value, json};

/// A class of Adobe's for things that happen at a time.
const EVENT_CLASS: &str = "https://ns.adobe.com/xdm/context/experienceevent";

/// The content type by which everything names the schema.
pub(crate) const CONTENT_TYPE: &str = "application/vnd.adobe.xed-full+json;version=1";

/// A field group for webhook events of a source.
pub(crate) fn field_group(tenant: &str, title: &str) -> Map<String, Value> {
    let text = |title: &str| json!({ "title": title, "type": "string" });
    let mut unique = text("Unique ID");
    unique["minLength"] = json!(1);
    object(json!({
        "type": "object",
        "title": title,
        "description": "What the webhook tells about an event",
        "meta:intendedToExtend": [EVENT_CLASS],
        "definitions": { "customFields": { "type": "object", "properties": {
            format!("_{tenant}"): { "type": "object", "properties": {
                "uniqueId": unique,
                "event": text("Event"),
                "visitorId": text("Visitor ID"),
                "accountId": text("Account ID"),
                "guideName": text("Guide name"),
            } },
        } } },
        "allOf": [{ "$ref": "#/definitions/customFields" }],
    }))
}

/// A schema of the event class and one field group.
pub(crate) fn schema(title: &str, field_group: &str) -> Map<String, Value> {
    object(json!({
        "type": "object",
        "title": title,
        "description": "Events as they arrive by webhook",
        "allOf": [{ "$ref": EVENT_CLASS }, { "$ref": field_group }],
    }))
}

/// A dataset of a schema.
pub(crate) fn dataset(name: &str, schema: &str) -> Map<String, Value> {
    object(json!({
        "name": name,
        "description": "Events as they arrive by webhook",
        "schemaRef": { "id": schema, "contentType": CONTENT_TYPE },
    }))
}

/// The lines of the mapping: source or expression, then target.
pub(crate) fn lines(tenant: &str) -> Vec<Value> {
    let attribute = |source: &str, target: &str| json!({ "sourceAttribute": source, "destinationXdmPath": target, "identity": false, "version": 0 });
    let own = |field: &str| format!("_{tenant}.{field}");
    vec![
        attribute("uniqueId", "_id"),
        json!({
            "sourceExpression": "dformat(${timestamp} * 1000, \"yyyy-MM-dd'T'HH:mm:ss.SSSX\")",
            "destinationXdmPath": "timestamp",
            "identity": false,
            "version": 0,
        }),
        attribute("event", "eventType"),
        attribute("uniqueId", &own("uniqueId")),
        attribute("event", &own("event")),
        attribute("visitorId", &own("visitorId")),
        attribute("accountId", &own("accountId")),
        attribute("properties.guideProperties.name", &own("guideName")),
    ]
}

fn object(value: Value) -> Map<String, Value> {
    match value {
        Value::Object(map) => map,
        _ => unreachable!("the callers above write objects"),
    }
}
