//! What the Flow Service refuses in how an account signs in.

use serde_json::{Map, Value};

use super::{auth_specs, specs};
use crate::http::Refusal;
use crate::listing::invalid;

/// Checks the `auth` of a new or changed account.
pub(super) fn check(body: &Map<String, Value>, spec: &specs::SourceSpec) -> Result<(), Refusal> {
    let ways = auth_specs::of(spec.id);
    let Some(auth) = body.get("auth").filter(|auth| auth.is_object()) else {
        return Err(invalid("1304", "The field auth is missing or empty."));
    };
    let Some(name) = auth["specName"].as_str() else {
        return Err(invalid("1301", "The auth spec type auth.specName is missing or not a text."));
    };
    if ways.is_empty() {
        let detail = format!("The connector {} has no auth type {name:?}.", spec.name);
        return Err(invalid("1302", &detail));
    }
    let Some(way) = ways.iter().find(|way| way["name"] == name) else {
        let detail = format!("The auth spec {name:?} does not exist for this connection spec.");
        return Err(invalid("1415", &detail));
    };
    match &auth["params"] {
        Value::Object(params) => check_object(&way["spec"], params),
        _ => Err(invalid("1304", "The parameter params is missing or empty.")),
    }
}

fn check_object(schema: &Value, given: &Map<String, Value>) -> Result<(), Refusal> {
    let is_missing = |key: &str| match given.get(key) {
        None | Some(Value::Null) => true,
        Some(value) => value.as_str().is_some_and(str::is_empty),
    };
    let required = schema["required"].as_array().into_iter().flatten().filter_map(Value::as_str);
    for key in required {
        if is_missing(key) {
            return Err(invalid("1304", &format!("The parameter {key} is missing or empty.")));
        }
    }
    for (key, value) in given {
        check_value(key, &schema["properties"][key.as_str()], value)?;
    }
    Ok(())
}

/// A value that its schema does not allow. The detail names the parameter and never the value.
fn check_value(key: &str, schema: &Value, value: &Value) -> Result<(), Refusal> {
    let refuse = |why: &str| Err(invalid("1312", &format!("The value of {key} {why}.")));
    if schema.is_null() {
        return refuse("is not a parameter of this auth spec");
    }
    let fits = match schema["type"].as_str() {
        Some("string") => value.is_string(),
        Some("boolean") => value.is_boolean(),
        Some("integer") => value.is_i64() || value.is_u64(),
        Some("object") => value.is_object(),
        _ => true,
    };
    if !fits {
        return refuse("has the wrong type");
    }
    if schema["enum"].as_array().is_some_and(|allowed| !allowed.contains(value)) {
        return refuse("is not one of those allowed");
    }
    if schema["format"] == "uri" && !value.as_str().is_some_and(|text| text.contains("://")) {
        return refuse("is not an address");
    }
    if out_of_range(schema, value) {
        return refuse("is out of range");
    }
    // Encrypted before it is kept; what cannot be written in a header cannot be encoded.
    if schema["format"] == "password"
        && value.as_str().is_some_and(|text| text.contains(char::is_control))
    {
        return Err(invalid("1303", &format!("The value of {key} cannot be encoded.")));
    }
    match value {
        Value::Object(inner) => check_object(schema, inner),
        _ => Ok(()),
    }
}

fn out_of_range(schema: &Value, value: &Value) -> bool {
    let Some(number) = value.as_f64() else { return false };
    let below = schema["minimum"].as_f64().is_some_and(|least| number < least);
    below || schema["maximum"].as_f64().is_some_and(|most| number > most)
}
