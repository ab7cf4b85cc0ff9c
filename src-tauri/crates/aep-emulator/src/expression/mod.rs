//! The expression language of calculated fields: reading, checking, evaluating. Which fields a
//! mapping fills with the results is in `mapping`.

mod path;

use std::fmt;

use serde_json::Value;

pub(crate) use path::{Path, Step};

/// Why an expression cannot be read or has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ExpressionError(pub(crate) String);

impl fmt::Display for ExpressionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

/// An expression that was read.
#[derive(Clone, Debug)]
pub(crate) struct Expression(Path);

impl Expression {
    pub(crate) fn parse(text: &str) -> Result<Self, ExpressionError> {
        Path::parse(text).map(Self)
    }

    pub(crate) fn evaluate(&self, event: &Value, _now_ms: i64) -> Result<Value, ExpressionError> {
        Ok(self.0.find(event).unwrap_or_default())
    }
}
