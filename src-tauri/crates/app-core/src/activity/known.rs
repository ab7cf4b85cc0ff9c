//! What passing answers tell of objects: their names, and how a dataflow looked in the version that was read last.
//! A change that names this version starts from exactly that.

use std::collections::HashMap;

use aep_client::Exchange;
use serde_json::Value;

use super::facets::{Change, Facets};

/// More is not worth remembering: an object is read again before it is changed.
const MOST: usize = 2_000;

/// Objects as they were seen last, by id.
#[derive(Debug, Default)]
pub(super) struct Known(HashMap<String, Seen>);

#[derive(Debug, Clone, Default)]
struct Seen {
    name: String,
    etag: Option<String>,
    facets: Option<Facets>,
}

impl Known {
    /// Takes note of what an answer says of the one object that was asked for.
    pub(super) fn learn(&mut self, exchange: &Exchange) {
        let Ok(answer) = &exchange.answer else { return };
        if exchange.method != "GET" || exchange.ids.len() != 1 {
            return;
        }
        let id = &exchange.ids[0];
        let object = only(&answer.body, id);
        let Some(name) = name_in(object) else { return };
        let etag = object.get("etag").or_else(|| object.get("eTag")).and_then(Value::as_str);
        let facets = exchange.template.starts_with("/flows").then(|| Facets::of_flow(object));
        self.keep(id, Seen { name, etag: etag.map(str::to_owned), facets });
    }

    /// Takes note of the name of what was made.
    pub(super) fn learn_name(&mut self, id: &str, name: &str) {
        if !name.is_empty() {
            self.keep(id, Seen { name: name.to_owned(), ..Seen::default() });
        }
    }

    /// Name of an object; empty when it is not known.
    pub(super) fn name(&self, id: &str) -> String {
        self.0.get(id).map(|seen| seen.name.clone()).unwrap_or_default()
    }

    /// What a request changes, if the version that it starts from is the one that was read last.
    pub(super) fn change(&self, exchange: &Exchange) -> Option<Change> {
        let seen = self.0.get(exchange.ids.first()?)?;
        let named = exchange.headers.iter().find(|(name, _)| *name == "if-match");
        let same = named.is_some_and(|(_, etag)| seen.etag.as_deref() == Some(etag.as_str()));
        let before = seen.facets.as_ref().filter(|_| same)?;
        Change::made_by(exchange, before)
    }

    fn keep(&mut self, id: &str, seen: Seen) {
        if self.0.len() >= MOST && !self.0.contains_key(id) {
            self.0.clear();
        }
        self.0.insert(id.to_owned(), seen);
    }
}

/// Flow Service answers with a list of one, Catalog with a map of one.
fn only<'a>(body: &'a Value, id: &str) -> &'a Value {
    body.pointer("/items/0").or_else(|| body.get(id)).unwrap_or(body)
}

/// What an object calls itself.
pub(super) fn name_in(object: &Value) -> Option<String> {
    let text = |key: &str| object.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
    text("name").or_else(|| text("title")).map(str::to_owned)
}

/// Id of what was made, as each service answers it.
pub(super) fn id_in(answer: &Value) -> Option<String> {
    let text = |key: &str| answer.get(key).and_then(Value::as_str);
    let dataset = || answer.get(0)?.as_str()?.strip_prefix("@/dataSets/");
    text("id").or_else(|| text("$id")).or_else(|| text("@id")).or_else(dataset).map(str::to_owned)
}
