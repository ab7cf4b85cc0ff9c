//! Adobe's own field groups in the Schema Registry: read only.

use serde_json::{Value, json};

use super::registry::{View, list_view, lookup_view};
use crate::http::{Call, Outcome, Reply};
use crate::problem;
use crate::xdm::{GLOBAL_GROUPS, GlobalGroup, global_group};

/// `GET /global/fieldgroups`.
pub(crate) fn list(call: &Call) -> Outcome {
    let view = list_view(call)?;
    let results: Vec<Value> = GLOBAL_GROUPS.iter().map(|group| to_json(*group, view)).collect();
    let count = results.len();
    Ok(Reply::json(200, json!({ "results": results, "_page": { "count": count }, "_links": {} })))
}

/// `GET /global/fieldgroups/{id}`.
pub(crate) fn get(call: &Call) -> Outcome {
    let view = lookup_view(call)?;
    match global_group(call.id()) {
        Some(group) => Ok(Reply::json(200, to_json(group, view))),
        None => {
            let detail = format!("The field group {} does not exist.", call.id());
            Err(problem::schema("XDM-1013", 404, "Resource not found", &detail))
        }
    }
}

fn to_json(group: GlobalGroup, view: View) -> Value {
    let mut shown = json!({
        "title": group.title,
        "$id": group.uri,
        "meta:altId": group.alt_id,
        "version": "1.0",
    });
    if view != View::Short {
        shown["type"] = json!("object");
        shown["description"] = json!(group.description);
        shown["meta:resourceType"] = json!("mixins");
        shown["meta:intendedToExtend"] = json!([group.class]);
        shown["properties"] = group.properties();
    }
    shown
}
