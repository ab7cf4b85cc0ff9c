//! The requests of the published tutorial, as fixtures with our own names: the same keys, the same
//! fixed values, in the same order. They referee both sides: the emulator must accept them, and the
//! requests of the app must look like them.

use serde_json::Value;

/// One request of the tutorial.
#[derive(Clone, Debug)]
pub struct Step {
    /// What the step does.
    pub title: String,
    /// HTTP method.
    pub method: String,
    /// Path from the host on; may hold placeholders such as `{flow_id}`.
    pub path: String,
    /// Body with placeholders, if the request has one.
    pub body: Option<Value>,
    /// Pointers to the values of the body that are the same for everyone.
    pub fixed: Vec<String>,
    /// The status of success.
    pub status: u16,
    /// The members that the reply has.
    pub reply: Vec<String>,
    /// The members of the one item of the reply, if it is a list.
    pub item: Vec<String>,
}

/// All steps, in the order of the tutorial. Schema and dataset are made elsewhere: the tutorial only
/// points to other pages for them.
#[must_use]
pub fn steps() -> Vec<Step> {
    ["source_connection", "target_connection", "mapping_set", "flow", "streaming_endpoint"]
        .into_iter()
        .map(step)
        .collect()
}

/// One step by the name of its file.
///
/// # Panics
/// When there is no such fixture, or it is not well-formed.
#[must_use]
pub fn step(name: &str) -> Step {
    let text = match name {
        "source_connection" => include_str!("../fixtures/tutorial/source_connection.json"),
        "target_connection" => include_str!("../fixtures/tutorial/target_connection.json"),
        "mapping_set" => include_str!("../fixtures/tutorial/mapping_set.json"),
        "flow" => include_str!("../fixtures/tutorial/flow.json"),
        "streaming_endpoint" => include_str!("../fixtures/tutorial/streaming_endpoint.json"),
        _ => panic!("there is no fixture {name}"),
    };
    let written: Value = serde_json::from_str(text).expect("fixtures are JSON");
    let text = |key: &str| written[key].as_str().expect("fixtures are complete").to_owned();
    let texts = |key: &str| {
        let listed = written[key].as_array().into_iter().flatten();
        listed.filter_map(Value::as_str).map(str::to_owned).collect()
    };
    Step {
        title: text("title"),
        method: text("method"),
        path: text("path"),
        body: written.get("body").cloned(),
        fixed: texts("fixed"),
        status: written["status"].as_u64().and_then(|n| u16::try_from(n).ok()).expect("a status"),
        reply: texts("reply"),
        item: texts("item"),
    }
}

impl Step {
    /// The step with its placeholders filled: pairs of name and value.
    ///
    /// # Panics
    /// When a value makes the body no JSON any more.
    #[must_use]
    pub fn filled(mut self, values: &[(&str, &str)]) -> Self {
        for (name, value) in values {
            let placeholder = format!("{{{name}}}");
            self.path = self.path.replace(&placeholder, value);
            self.body = self.body.map(|body| {
                let filled = body.to_string().replace(&placeholder, value);
                serde_json::from_str(&filled).expect("ids need no escaping in JSON")
            });
        }
        self
    }

    /// How a body differs from the fixture: members too many or too few, fixed values that are not
    /// the same. Lists are compared by their first entries, because their lengths are free.
    #[must_use]
    pub fn differences(&self, body: &Value) -> Vec<String> {
        let wanted = self.body.clone().unwrap_or_default();
        let mut found = Vec::new();
        compare_members(&wanted, body, "", &mut found);
        for pointer in &self.fixed {
            if wanted.pointer(pointer) != body.pointer(pointer) {
                found.push(format!("{pointer} has another value"));
            }
        }
        found
    }
}

fn compare_members(wanted: &Value, given: &Value, pointer: &str, found: &mut Vec<String>) {
    match (wanted, given) {
        (Value::Object(wanted), Value::Object(given)) => {
            for key in wanted.keys().filter(|key| !given.contains_key(*key)) {
                found.push(format!("{pointer}/{key} is missing"));
            }
            for key in given.keys().filter(|key| !wanted.contains_key(*key)) {
                found.push(format!("{pointer}/{key} is new"));
            }
            for (key, value) in wanted {
                if let Some(given) = given.get(key) {
                    compare_members(value, given, &format!("{pointer}/{key}"), found);
                }
            }
        }
        (Value::Array(wanted), Value::Array(given)) => match (wanted.first(), given.first()) {
            (Some(wanted), Some(given)) => {
                compare_members(wanted, given, &format!("{pointer}/0"), found);
            }
            (Some(_), None) => found.push(format!("{pointer} is empty")),
            _ => {}
        },
        (Value::Object(_) | Value::Array(_), _) | (_, Value::Object(_) | Value::Array(_)) => {
            found.push(format!("{pointer} is of another kind"));
        }
        _ => {}
    }
}
