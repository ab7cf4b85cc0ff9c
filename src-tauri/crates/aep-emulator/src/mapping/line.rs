//! One line of a mapping set, in either of the two dialects that the platform takes.

use serde_json::{Map, Value, json};

/// One field mapping.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Line {
    pub(crate) id: String,
    pub(crate) source: Source,
    /// The path in the target schema, with dots.
    pub(crate) destination: String,
    /// Members that are only kept and shown.
    pub(crate) rest: Map<String, Value>,
}

/// Where the value comes from.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum Source {
    /// A path into the event.
    Attribute(String),
    /// An expression over the event.
    Expression(String),
    /// A fixed text.
    Static(String),
}

impl Line {
    /// Reads a line in either dialect; the error is a sentence.
    pub(crate) fn read(id: String, written: &Value) -> Result<Self, String> {
        let Value::Object(map) = written else {
            return Err("a mapping is not an object".to_owned());
        };
        let text = |key: &str| map.get(key).and_then(Value::as_str).filter(|text| !text.is_empty());
        let destination = text("destinationXdmPath").or_else(|| text("destination"));
        let destination = destination.ok_or("a mapping has no destination")?.to_owned();
        let source = if let Some(path) = text("sourceAttribute") {
            Source::Attribute(path.to_owned())
        } else if let Some(expression) = text("sourceExpression") {
            Source::Expression(expression.to_owned())
        } else {
            let source = text("source").ok_or("a mapping has no source")?.to_owned();
            match text("sourceType").unwrap_or("ATTRIBUTE") {
                "ATTRIBUTE" | "text/x.schema-path" => Source::Attribute(source),
                "EXPRESSION" | "text/x.aep-xl" => Source::Expression(source),
                "STATIC" | "text/plain" => Source::Static(source),
                other => return Err(format!("the sourceType {other} is unknown")),
            }
        };
        let own = [
            "id",
            "source",
            "sourceType",
            "sourceAttribute",
            "sourceExpression",
            "destination",
            "destinationXdmPath",
        ];
        let rest = map.iter().filter(|(key, _)| !own.contains(&key.as_str()));
        let rest = rest.map(|(key, value)| (key.clone(), value.clone())).collect();
        Ok(Self { id, source, destination, rest })
    }

    /// The text of the source, whatever its kind.
    pub(crate) fn source_text(&self) -> &str {
        match &self.source {
            Source::Attribute(text) | Source::Expression(text) | Source::Static(text) => text,
        }
    }

    /// The name of the kind of source, as answers have it.
    pub(crate) fn source_type(&self) -> &'static str {
        match self.source {
            Source::Attribute(_) => "text/x.schema-path",
            Source::Expression(_) => "text/x.aep-xl",
            Source::Static(_) => "text/plain",
        }
    }

    /// The line as answers have it: both dialects at once.
    pub(crate) fn to_json(&self, created_ms: i64) -> Value {
        let source = self.source_text();
        let mut shown = self.rest.clone();
        let added = json!({
            "id": self.id,
            "version": self.rest.get("version").cloned().unwrap_or(json!(0)),
            "createdDate": created_ms,
            "modifiedDate": created_ms,
            "sourceType": self.source_type(),
            "source": source,
            "destination": self.destination,
            "destinationXdmPath": self.destination,
        });
        if let Value::Object(added) = added {
            shown.extend(added);
        }
        let key = match self.source {
            Source::Attribute(_) => "sourceAttribute",
            Source::Expression(_) => "sourceExpression",
            Source::Static(_) => return Value::Object(shown),
        };
        shown.insert(key.into(), json!(source));
        Value::Object(shown)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn both_dialects_say_the_same() {
        let short = json!({ "sourceAttribute": "a.b", "destinationXdmPath": "_t.c" });
        let long = json!({ "sourceType": "ATTRIBUTE", "source": "a.b", "destination": "_t.c" });
        let read = |written| Line::read("1".to_owned(), written).expect("the line is well-formed");
        assert_eq!(read(&short), read(&long));
    }

    #[test]
    fn a_line_without_a_destination_is_refused() {
        assert!(Line::read(String::new(), &json!({ "sourceAttribute": "a" })).is_err());
    }
}
