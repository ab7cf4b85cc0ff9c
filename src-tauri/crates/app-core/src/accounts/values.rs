//! What was entered into a form: looked at field by field, and put together as the source wants it. No message
//! quotes a value.

use std::collections::HashMap;

use aep_client::flow_service::AuthParams;
use regex_lite::Regex;
use secrecy::ExposeSecret;
use serde_json::{Map, Number, Value};
use url::Url;

use super::form::Mapped;
use crate::contract::account_form::{AuthField, AuthFieldKind, TextLimits};
use crate::contract::accounts::ParamInput;
use crate::contract::error::FieldProblem;

/// Where the values of a form stand in the argument of a command.
pub(crate) const PARAMS: &str = "params";

/// The parameters to send, or what is wrong with each field.
///
/// # Errors
/// Every problem at once.
pub(crate) fn read(mapped: &Mapped, given: &[ParamInput]) -> Result<AuthParams, Vec<FieldProblem>> {
    let given = given.iter().map(|input| (input.path.as_str(), input.value.expose_secret()));
    let mut reader = Reader { given: given.collect(), problems: Vec::new(), known: Vec::new() };
    let whole = mapped.form.fields.first().filter(|field| field.path.is_empty());
    let mut params = match whole {
        Some(field) => reader.whole(field),
        None => reader.object(&mapped.form.fields, true),
    };
    let stray = reader.given.keys().any(|path| !reader.known.contains(&(*path).to_owned()));
    if stray {
        reader.problems.push(FieldProblem {
            field: "way".to_owned(),
            message: "The source asks for something else by now. Reload and fill in its new form."
                .to_owned(),
        });
    }
    if !reader.problems.is_empty() {
        return Err(reader.problems);
    }
    for (path, value) in &mapped.fixed {
        fix(&mut params, path, value);
    }
    Ok(AuthParams::new(params))
}

/// Puts a value that the schema fixes into its place; into a group only if that is sent at all.
fn fix(params: &mut Map<String, Value>, path: &str, value: &Value) {
    match path.split_once('/') {
        None => {
            params.insert(unescaped(path), value.clone());
        }
        Some((group, rest)) => {
            if let Some(Value::Object(inner)) = params.get_mut(&unescaped(group)) {
                fix(inner, rest, value);
            }
        }
    }
}

/// The last key of a path.
pub(crate) fn last_key(path: &str) -> String {
    unescaped(path.rsplit('/').next().unwrap_or_default())
}

fn unescaped(key: &str) -> String {
    key.replace("~1", "/").replace("~0", "~")
}

struct Reader<'a> {
    given: HashMap<&'a str, &'a str>,
    problems: Vec<FieldProblem>,
    known: Vec<String>,
}

impl Reader<'_> {
    /// `needed` is false inside a group that may be left out and is left empty.
    fn object(&mut self, fields: &[AuthField], needed: bool) -> Map<String, Value> {
        let mut params = Map::new();
        for field in fields {
            self.known.push(field.path.clone());
            let value = match &field.kind {
                AuthFieldKind::Group { fields } => {
                    let needed = needed && (field.required || self.any_given(fields));
                    let inner = self.object(fields, needed);
                    (!inner.is_empty() || (needed && field.required)).then(|| inner.into())
                }
                _ => self.value(field, needed),
            };
            if let Some(value) = value {
                params.insert(last_key(&field.path), value);
            }
        }
        params
    }

    fn any_given(&self, fields: &[AuthField]) -> bool {
        fields.iter().any(|field| match &field.kind {
            AuthFieldKind::Group { fields } => self.any_given(fields),
            // A switch that nobody touched says nothing.
            AuthFieldKind::Boolean => self.given.get(field.path.as_str()) == Some(&"true"),
            _ => self.given.get(field.path.as_str()).is_some_and(|text| !text.trim().is_empty()),
        })
    }

    fn value(&mut self, field: &AuthField, needed: bool) -> Option<Value> {
        let text = self.given.get(field.path.as_str()).copied().unwrap_or_default();
        let text = match field.kind {
            AuthFieldKind::Secret { .. } => text,
            _ => text.trim(),
        };
        if text.is_empty() {
            if needed && field.required {
                self.refuse(field, format!("{} is needed.", field.label));
            }
            return None;
        }
        match read_one(&field.kind, text) {
            Ok(Value::Bool(false)) if !field.required && field.default.is_none() => None,
            Ok(value) => Some(value),
            Err(message) => {
                self.refuse(field, message);
                None
            }
        }
    }

    /// Everything in one field of JSON.
    fn whole(&mut self, field: &AuthField) -> Map<String, Value> {
        self.known.push(String::new());
        match self.value(field, true) {
            Some(Value::Object(params)) => return params,
            Some(_) => {
                self.refuse(field, "Enter one JSON object: { … }.".to_owned());
            }
            None => {}
        }
        Map::new()
    }

    fn refuse(&mut self, field: &AuthField, message: String) {
        self.problems.push(FieldProblem { field: format!("{PARAMS}.{}", field.path), message });
    }
}

fn read_one(kind: &AuthFieldKind, text: &str) -> Result<Value, String> {
    match kind {
        AuthFieldKind::Text { limits } | AuthFieldKind::Secret { limits } => {
            within(limits, text)?;
            Ok(Value::from(text))
        }
        AuthFieldKind::Uri => match Url::parse(text) {
            Ok(address) if address.has_host() => Ok(Value::from(text)),
            _ => Err("Enter a whole address, such as https://example.com.".to_owned()),
        },
        AuthFieldKind::Number { integer, minimum, maximum } => {
            number(text, *integer, *minimum, *maximum)
        }
        AuthFieldKind::Boolean => match text {
            "true" => Ok(Value::Bool(true)),
            "false" => Ok(Value::Bool(false)),
            _ => Err("Choose yes or no.".to_owned()),
        },
        AuthFieldKind::Choice { options } => options
            .iter()
            .find(|option| option.value == text)
            .and_then(|option| serde_json::from_str(&option.value).ok())
            .ok_or_else(|| "Choose one of the list.".to_owned()),
        AuthFieldKind::Json { .. } => {
            serde_json::from_str(text).map_err(|_| "This is not JSON.".to_owned())
        }
        // Its fields are read one by one.
        AuthFieldKind::Group { .. } => Ok(Value::Null),
    }
}

fn within(limits: &TextLimits, text: &str) -> Result<(), String> {
    let length = u32::try_from(text.chars().count()).unwrap_or(u32::MAX);
    if let Some(least) = limits.min_length.filter(|least| length < *least) {
        return Err(format!("This takes at least {least} characters."));
    }
    if let Some(most) = limits.max_length.filter(|most| length > *most) {
        return Err(format!("This takes at most {most} characters."));
    }
    // A pattern of a dialect that cannot be read here is left to the source to judge.
    let pattern = limits.pattern.as_deref().and_then(|pattern| Regex::new(pattern).ok());
    match pattern {
        Some(pattern) if !pattern.is_match(text) => {
            Err("This does not have the form that the source asks for.".to_owned())
        }
        _ => Ok(()),
    }
}

fn number(
    text: &str,
    integer: bool,
    minimum: Option<f64>,
    maximum: Option<f64>,
) -> Result<Value, String> {
    let whole = text.parse::<i64>().map(Number::from).ok();
    let number = match whole {
        Some(number) => Some(number),
        None if integer => None,
        None => text.parse().ok().and_then(Number::from_f64),
    };
    let Some(number) = number else {
        let what = if integer { "a whole number" } else { "a number" };
        return Err(format!("Enter {what}."));
    };
    let value = number.as_f64().unwrap_or_default();
    if let Some(least) = minimum.filter(|least| value < *least) {
        return Err(format!("Enter {least} or more."));
    }
    if let Some(most) = maximum.filter(|most| value > *most) {
        return Err(format!("Enter {most} or less."));
    }
    Ok(Value::Number(number))
}

#[cfg(test)]
mod tests {
    use serde_json::{Value, json};

    use super::read;
    use crate::accounts::form::{Mapped, map};
    use crate::contract::accounts::ParamInput;

    fn mapped(spec: Value) -> Mapped {
        map(&serde_json::from_value(json!({ "name": "Way", "spec": spec })).unwrap())
    }

    fn given(values: &[(&str, &str)]) -> Vec<ParamInput> {
        let given = values
            .iter()
            .map(|(path, value)| ParamInput { path: (*path).into(), value: (*value).into() });
        given.collect()
    }

    fn sent(spec: Value, values: &[(&str, &str)]) -> Value {
        serde_json::to_value(read(&mapped(spec), &given(values)).unwrap()).unwrap()
    }

    fn refused(spec: Value, values: &[(&str, &str)]) -> Vec<(String, String)> {
        let problems = read(&mapped(spec), &given(values)).unwrap_err();
        problems.into_iter().map(|problem| (problem.field, problem.message)).collect()
    }

    fn spec() -> Value {
        json!({
            "properties": {
                "host": { "format": "uri" },
                "user": { "type": "string", "minLength": 2, "pattern": "^[a-z]+$" },
                "password": { "format": "password" },
                "tries": { "type": "integer", "minimum": 0, "maximum": 5 },
                "region": { "enum": ["eu", 2] },
                "open": { "type": "boolean" },
                "group": { "type": "object", "properties": {
                    "key": { "type": "string" }, "grant": { "const": "x" },
                    "on": { "type": "boolean" } }, "required": ["key"] },
                "extra": { "type": "array" }
            },
            "required": ["user", "password"]
        })
    }

    #[test]
    fn values_get_their_types_and_what_is_empty_is_left_out() {
        let values = [
            ("host", " https://h.example "),
            ("user", "anna"),
            ("password", " with blanks "),
            ("tries", "3"),
            ("region", "2"),
            ("open", "false"),
            ("group/key", ""),
            ("group/on", "false"),
            ("extra", "[1]"),
        ];
        let expected = json!({ "host": "https://h.example", "user": "anna",
            "password": " with blanks ", "tries": 3, "region": 2, "extra": [1] });
        assert_eq!(sent(spec(), &values), expected);
        let group = [("user", "anna"), ("password", "p"), ("group/key", "k"), ("group/on", "true")];
        assert_eq!(sent(spec(), &group)["group"], json!({ "key": "k", "on": true, "grant": "x" }));
    }

    #[test]
    fn every_problem_is_told_on_its_field_and_no_value_is_quoted() {
        let values = [
            ("host", "canary"),
            ("user", "C"),
            ("tries", "9"),
            ("region", "canary"),
            ("open", "canary"),
            ("group/on", "true"),
            ("extra", "canary"),
        ];
        let problems = refused(spec(), &values);
        let fields: Vec<_> = problems.iter().map(|(field, _)| field.as_str()).collect();
        let expected =
            ["host", "user", "password", "tries", "region", "open", "group/key", "extra"];
        assert_eq!(fields, expected.map(|path| format!("params.{path}")));
        assert!(problems.iter().all(|(_, message)| !message.contains("canary")), "{problems:?}");
        assert!(problems[2].1.contains("Password is needed"));
        assert!(problems[3].1.contains("5 or less"));
    }

    #[test]
    fn a_pattern_that_cannot_be_read_here_is_left_to_the_source() {
        let spec = json!({ "properties": { "key": { "type": "string", "pattern": "(?=x)y" } } });
        assert_eq!(sent(spec, &[("key", "z")]), json!({ "key": "z" }));
    }

    #[test]
    fn a_form_that_is_one_field_takes_one_object() {
        let odd = json!({ "type": "array" });
        assert_eq!(sent(odd.clone(), &[("", r#"{ "a": 1 }"#)]), json!({ "a": 1 }));
        assert!(refused(odd.clone(), &[("", "[1]")])[0].1.contains("one JSON object"));
        assert_eq!(refused(odd, &[]).len(), 1);
    }

    #[test]
    fn a_value_for_a_field_that_is_not_there_is_no_reason_to_send_the_rest() {
        let values = [("user", "anna"), ("password", "p"), ("colour", "red")];
        assert_eq!(refused(spec(), &values)[0].0, "way");
    }

    #[test]
    fn half_a_required_object_is_not_sent() {
        let spec = json!({ "properties": { "group": { "properties": {
            "a": { "type": "string" } }, "required": ["a"] } }, "required": ["group"] });
        assert_eq!(refused(spec, &[])[0].0, "params.group/a");
    }
}
