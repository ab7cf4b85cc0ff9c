//! Identity namespaces: a bare list. Codes and types of Adobe's follow its published list; one of the
//! organisation's own stands beside them, because Pendo has none of Adobe's.

use serde_json::{Value, json};

use crate::http::{Call, Outcome, Reply};

/// Id, code, type, name, made by the organisation.
const NAMESPACES: [(u32, &str, &str, &str, bool); 6] = [
    (0, "CORE", "COOKIE", "CORE", false),
    (4, "ECID", "COOKIE", "ECID", false),
    (6, "Email", "Email", "Email", false),
    (7, "Phone", "Phone", "Phone", false),
    (411, "AdCloud", "COOKIE", "AdCloud", false),
    (10_123_456, "pendoVisitor", "CROSS_DEVICE", "Pendo visitor", true),
];

/// When Adobe's own were made, for all of them alike.
const MADE_MS: i64 = 1_495_153_678_000;

/// Whether there is a namespace of this code.
pub(crate) fn is_known(code: &str) -> bool {
    NAMESPACES.iter().any(|namespace| namespace.1 == code)
}

/// `GET /idnamespace/identities`.
pub(crate) fn list(_call: &Call) -> Outcome {
    let rows: Vec<Value> = NAMESPACES
        .iter()
        .map(|(id, code, id_type, name, custom)| {
            json!({
                "updateTime": MADE_MS,
                "code": code,
                "status": "ACTIVE",
                "description": format!("{name} Namespace"),
                "id": id,
                "createTime": MADE_MS,
                "idType": id_type,
                "name": name,
                "custom": custom,
            })
        })
        .collect();
    Ok(Reply::json(200, Value::Array(rows)))
}
