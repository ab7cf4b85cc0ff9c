//! Adobe's classes in the Schema Registry; asking for them is also the cheapest probe there is.

use serde_json::{Value, json};

use super::registry::{View, list_view, lookup_view};
use crate::http::{Call, Outcome, Reply};
use crate::problem;
use crate::xdm::{CLASSES, Class};

/// `GET /global/classes`.
pub(crate) fn list(call: &Call) -> Outcome {
    let view = list_view(call)?;
    let results: Vec<Value> = CLASSES.iter().map(|class| to_json(*class, view)).collect();
    let count = results.len();
    Ok(Reply::json(200, json!({ "results": results, "_page": { "count": count }, "_links": {} })))
}

/// `GET /global/classes/{id}`.
pub(crate) fn get(call: &Call) -> Outcome {
    let view = lookup_view(call)?;
    let asked = call.id();
    match CLASSES.iter().find(|class| class.uri == asked || class.alt_id == asked) {
        Some(class) => Ok(Reply::json(200, to_json(*class, view))),
        None => {
            let detail = format!("The class {asked} does not exist.");
            Err(problem::schema("XDM-1011", 404, "Resource not found", &detail))
        }
    }
}

fn to_json(class: Class, view: View) -> Value {
    let mut shown = json!({
        "title": class.title,
        "$id": class.uri,
        "meta:altId": class.alt_id,
        "version": "1",
    });
    if view != View::Short {
        shown["type"] = json!("object");
        shown["meta:resourceType"] = json!("classes");
        shown["meta:extends"] = json!([class.behaviour]);
        shown["properties"] = class.properties();
        shown["required"] = json!(class.required);
    }
    shown
}
