//! What was asked, for tests and for the control route. Secrets are taken out before anything is
//! kept: tokens, client secrets, account credentials.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

use hyper::HeaderMap;
use serde_json::{Value, json};

use crate::route::Route;

const REDACTED: &str = "[redacted]";
/// Older requests make room for newer ones beyond this many.
const KEPT: usize = 5_000;
/// Longer bodies are kept as their length alone.
const LONGEST_BODY: usize = 256 * 1024;

/// One request and the status it got.
#[derive(Clone, Debug, PartialEq)]
pub struct Recorded {
    /// Emulator time of arrival, Unix milliseconds.
    pub at_ms: i64,
    /// HTTP method.
    pub method: String,
    /// Path as sent.
    pub path: String,
    /// Query string as sent, without the question mark.
    pub query: String,
    /// Headers in lower case, in order; secrets redacted.
    pub headers: Vec<(String, String)>,
    /// The body: JSON where it was JSON, else a string, else null. Secrets redacted.
    pub body: Value,
    /// Which route it was; none means 501.
    pub route: Option<Route>,
    /// The status sent, or none if the connection was dropped instead.
    pub status: Option<u16>,
}

impl Recorded {
    /// The first header of a name.
    pub fn header(&self, name: &str) -> Option<&str> {
        let wanted = name.to_ascii_lowercase();
        self.headers.iter().find(|(key, _)| *key == wanted).map(|(_, value)| value.as_str())
    }

    pub(crate) fn to_json(&self) -> Value {
        let headers = self.headers.iter().map(|(key, value)| json!([key, value]));
        json!({
            "atMs": self.at_ms,
            "method": self.method,
            "path": self.path,
            "query": self.query,
            "headers": headers.collect::<Vec<_>>(),
            "body": self.body,
            "route": self.route.map(Route::name),
            "status": self.status,
        })
    }
}

/// The requests so far, oldest first.
#[derive(Clone, Debug, Default)]
pub struct Recording(Arc<Mutex<VecDeque<Recorded>>>);

impl Recording {
    /// Every request that is still kept, oldest first.
    pub fn all(&self) -> Vec<Recorded> {
        self.0.lock().expect("no holder of the recording panics").iter().cloned().collect()
    }

    /// The requests to one route.
    pub fn of(&self, route: Route) -> Vec<Recorded> {
        self.all().into_iter().filter(|request| request.route == Some(route)).collect()
    }

    /// How many requests went to one route.
    pub fn count(&self, route: Route) -> usize {
        let kept = self.0.lock().expect("no holder of the recording panics");
        kept.iter().filter(|request| request.route == Some(route)).count()
    }

    /// Forgets everything so far.
    pub fn clear(&self) {
        self.0.lock().expect("no holder of the recording panics").clear();
    }

    pub(crate) fn push(&self, request: Recorded) {
        let mut kept = self.0.lock().expect("no holder of the recording panics");
        if kept.len() == KEPT {
            kept.pop_front();
        }
        kept.push_back(request);
    }
}

/// Headers as they are kept.
pub(crate) fn safe_headers(headers: &HeaderMap) -> Vec<(String, String)> {
    let kept = headers.iter().map(|(name, value)| {
        let text = match name.as_str() {
            "authorization" => match value.to_str() {
                Ok(text) if text.starts_with("Bearer ") => format!("Bearer {REDACTED}"),
                _ => REDACTED.to_owned(),
            },
            "cookie" | "proxy-authorization" => REDACTED.to_owned(),
            _ => String::from_utf8_lossy(value.as_bytes()).into_owned(),
        };
        (name.as_str().to_owned(), text)
    });
    kept.collect()
}

/// A body as it is kept.
pub(crate) fn safe_body(route: Option<Route>, body: &[u8]) -> Value {
    if body.is_empty() {
        return Value::Null;
    }
    if body.len() > LONGEST_BODY {
        return json!(format!("[{} bytes]", body.len()));
    }
    if route == Some(Route::CreateToken) {
        return json!(safe_form(&String::from_utf8_lossy(body)));
    }
    match serde_json::from_slice::<Value>(body) {
        Ok(mut value) => {
            redact(&mut value);
            value
        }
        Err(_) => json!(String::from_utf8_lossy(body)),
    }
}

/// A query string or form as it is kept.
pub(crate) fn safe_form(form: &str) -> String {
    let parts = form.split('&').map(|part| match part.split_once('=') {
        Some((name @ ("client_secret" | "access_token" | "code"), _)) => {
            format!("{name}={REDACTED}")
        }
        _ => part.to_owned(),
    });
    parts.collect::<Vec<_>>().join("&")
}

fn redact(value: &mut Value) {
    match value {
        Value::Object(map) => {
            for (key, inner) in map.iter_mut() {
                if key == "params" && inner.get("mappingId").is_none() && holds_secret(inner) {
                    *inner = json!(REDACTED);
                } else {
                    redact(inner);
                }
            }
            let patched = map.get("path").and_then(Value::as_str);
            if patched.is_some_and(|path| path.starts_with("/auth")) {
                map.insert("value".into(), json!(REDACTED));
            }
        }
        Value::Array(items) => items.iter_mut().for_each(redact),
        _ => {}
    }
}

fn holds_secret(params: &Value) -> bool {
    let Value::Object(map) = params else { return false };
    map.keys().any(|key| {
        let key = key.to_ascii_lowercase();
        ["password", "secret", "token", "key", "connectionstring"]
            .iter()
            .any(|word| key.contains(word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_client_secret_is_not_kept() {
        let kept = safe_body(Some(Route::CreateToken), b"client_id=a&client_secret=hush&scope=x");
        assert_eq!(kept, json!("client_id=a&client_secret=[redacted]&scope=x"));
    }

    #[test]
    fn account_credentials_are_not_kept() {
        let create = br#"{"auth":{"specName":"Basic","params":{"username":"u","password":"p"}}}"#;
        let patch = br#"[{"op":"replace","path":"/auth/params","value":{"password":"p"}}]"#;
        for body in [create.as_slice(), patch.as_slice()] {
            let kept = safe_body(Some(Route::CreateBaseConnection), body).to_string();
            assert!(kept.contains(REDACTED) && !kept.contains("\"p\""), "{kept}");
        }
    }
}
