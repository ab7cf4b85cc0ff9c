//! The error envelopes of the platform, one function per shape. Which mistake has which code is
//! decided where the mistake is found.

use serde_json::{Map, Value, json};

use crate::http::{Body, Refusal, Reply};

/// The gateway's own shape: it answers before any service sees the request.
pub(crate) fn gateway(status: u16, code: &str, message: &str) -> Refusal {
    Refusal(Reply::json(status, json!({ "error_code": code, "message": message })))
}

/// The shape of the token endpoint.
pub(crate) fn oauth(status: u16, error: &str, description: &str) -> Refusal {
    let body = json!({ "error": error, "error_description": description });
    Refusal(Reply::json(status, body))
}

/// The Flow Service shape, with the request id filled in on the way out.
pub(crate) fn flow(number: &str, status: u16, title: &str, detail: &str) -> Refusal {
    flow_with(number, status, title, detail, Map::new())
}

/// The Flow Service shape with the members that its sentence is about.
pub(crate) fn flow_with(
    number: &str,
    status: u16,
    title: &str,
    detail: &str,
    about: Map<String, Value>,
) -> Refusal {
    let mut report = Map::new();
    report.insert("detailed-message".into(), detail.into());
    report.extend(about);
    report.insert(REQUEST_ID.into(), Value::Null);
    Refusal(Reply::json(
        status,
        json!({
            "type": format!("https://ns.adobe.com/aep/errors/FLOW-{number}-{status}"),
            "title": title,
            "status": status,
            "report": report,
            "errorMessage": detail,
            "errorDetails": detail,
        }),
    ))
}

/// "No such thing" of the Flow Service, which names the kind and the id.
pub(crate) fn flow_not_found(kind: &str, id: &str) -> Refusal {
    let detail = format!("There is no {kind} resource {id} in this sandbox.");
    let mut about = Map::new();
    about.insert("id".into(), id.into());
    about.insert("type".into(), kind.into());
    flow_with("1439", 404, "Resource not found", &detail, about)
}

/// The Schema Registry shape.
pub(crate) fn schema(code: &str, status: u16, title: &str, detail: &str) -> Refusal {
    Refusal(Reply::json(
        status,
        json!({
            "type": format!("http://ns.adobe.com/aep/errors/{code}-{status}"),
            "title": title,
            "status": status,
            "report": { REGISTRY_REQUEST_ID: null, "detailed-message": detail, "sub-errors": [] },
            "detail": detail,
        }),
    ))
}

/// The general problem shape, used where a service documents none of its own.
pub(crate) fn aep(code: &str, status: u16, title: &str, detail: &str) -> Refusal {
    Refusal(Reply::json(
        status,
        json!({
            "type": format!("http://ns.adobe.com/aep/errors/{code}-{status}"),
            "title": title,
            "status": status,
            "detail": detail,
            "report": { REQUEST_ID: null },
        }),
    ))
}

/// Writes the request id into a refusal that has a place for it.
pub(crate) fn sign(reply: &mut Reply, request_id: &str) {
    let Body::Json(body) = &mut reply.body else { return };
    let Some(Value::Object(report)) = body.get_mut("report") else { return };
    for key in [REQUEST_ID, REGISTRY_REQUEST_ID] {
        if let Some(slot) = report.get_mut(key) {
            *slot = request_id.into();
        }
    }
}

const REQUEST_ID: &str = "request-id";
const REGISTRY_REQUEST_ID: &str = "registryRequestId";
