//! The `orderby=` parameter of the Flow Service.

use std::cmp::Ordering;

use serde_json::Value;

use super::{Row, invalid, member_of};
use crate::http::Refusal;

/// By which member a list is sorted.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Order {
    pub(crate) path: Vec<String>,
    pub(crate) descending: bool,
}

impl Order {
    /// Reads `name`, `+name` or `-name`. A plus sign that nobody encoded arrives as a space.
    pub(crate) fn read(text: &str, fields: &[&str]) -> Result<Self, Refusal> {
        let (descending, path) = match text.strip_prefix('-') {
            Some(path) => (true, path),
            None => (false, text.strip_prefix(['+', ' ']).unwrap_or(text)),
        };
        if !path.starts_with(|first: char| first.is_ascii_alphabetic()) {
            return Err(invalid("1432", "orderby takes + or - before the name of a field."));
        }
        let path: Vec<String> = path.split('.').map(str::to_owned).collect();
        if !fields.contains(&path[0].as_str()) {
            let detail = format!("{} cannot be sorted by; try name, +name, -name.", path.join("."));
            return Err(invalid("1433", &detail));
        }
        Ok(Self { path, descending })
    }

    /// The rows in this order; those that are equal keep their places.
    pub(crate) fn sorted<R: Row>(&self, rows: impl Iterator<Item = R>) -> Vec<R> {
        let key = |row: &R| {
            row.member(&self.path).unwrap_or_else(|| member_of(&row.to_json(), &self.path))
        };
        let mut keyed: Vec<(Value, R)> = rows.map(|row| (key(&row), row)).collect();
        keyed.sort_by(|(a, _), (b, _)| {
            let ordering = compare(a, b);
            if self.descending { ordering.reverse() } else { ordering }
        });
        keyed.into_iter().map(|(_, row)| row).collect()
    }
}

fn compare(a: &Value, b: &Value) -> Ordering {
    match (a, b) {
        (Value::String(a), Value::String(b)) => a.cmp(b),
        _ => a.as_f64().partial_cmp(&b.as_f64()).unwrap_or(Ordering::Equal),
    }
}
