//! The expression language of calculated fields: reading, checking, evaluating. Which fields a
//! mapping fills with the results is in `mapping`.

mod ast;
mod dates;
mod evaluate;
mod functions;
mod lexer;
mod number;
mod operators;
mod parser;
mod path;

use std::fmt;

use serde_json::Value;

pub(crate) use functions::FUNCTIONS;
pub(crate) use operators::OPERATORS;
pub(crate) use path::{Path, Step};

/// Longer expressions are refused, as on the platform.
const LONGEST: usize = 4096;

/// Why an expression cannot be read or has no value.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct ExpressionError(pub(crate) String);

impl fmt::Display for ExpressionError {
    fn fmt(&self, formatter: &mut fmt::Formatter<'_>) -> fmt::Result {
        formatter.write_str(&self.0)
    }
}

impl From<String> for ExpressionError {
    fn from(message: String) -> Self {
        Self(message)
    }
}

/// An expression that was read.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Expression(ast::Node);

impl Expression {
    /// Reads an expression; unknown functions and wrong numbers of arguments are found here.
    pub(crate) fn parse(text: &str) -> Result<Self, ExpressionError> {
        if text.chars().count() > LONGEST {
            return Err(format!("an expression has at most {LONGEST} characters").into());
        }
        parser::parse(&lexer::read(text)?).map(Self)
    }

    /// The value for an event that is mapped at this time. What is not in the event is null.
    pub(crate) fn evaluate(&self, event: &Value, now_ms: i64) -> Result<Value, ExpressionError> {
        evaluate::evaluate(&self.0, event, now_ms)
    }
}

#[cfg(test)]
mod tests;
