//! Data Prep's expression language: what it offers, and whether an expression is valid.

use serde::{Deserialize, Serialize};
use serde_json::{Map, Value};

use crate::client::Sandbox;
use crate::error::Result;
use crate::request::{Method, Path, Root};
use crate::retry::Kind;
use crate::tolerant;

/// A function that expressions may use.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExpressionFunction {
    /// Its name.
    pub function: String,
    /// The group it belongs to.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub category: Option<String>,
    /// What it does.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub description: Option<String>,
    /// How it is written.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub syntax: Option<String>,
    /// An example.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub example: Option<String>,
    /// What the example gives.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub result: Option<String>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// An operator that expressions may use.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ExpressionOperator {
    /// How it is written, such as `+`.
    pub operator_symbol: String,
    /// What it does.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub description: Option<String>,
    /// An example.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub example: Option<String>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Whether an expression is valid.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    /// It is.
    Valid,
    /// It is not, with the platform's reason.
    Invalid(String),
}

#[derive(Serialize)]
struct Question<'a> {
    expression: &'a str,
}

/// The page shows texts, the specification a boolean.
#[derive(Deserialize)]
#[serde(rename_all = "camelCase")]
struct Answer {
    validation_status: Value,
    #[serde(default, deserialize_with = "tolerant::text")]
    error: Option<String>,
}

impl Answer {
    fn into_verdict(self) -> Verdict {
        let good = match &self.validation_status {
            Value::Bool(good) => *good,
            Value::String(word) => word.eq_ignore_ascii_case("succeeded"),
            _ => false,
        };
        if good { Verdict::Valid } else { Verdict::Invalid(self.error.unwrap_or_default()) }
    }
}

/// Calls about the expression language.
#[derive(Clone, Debug)]
pub struct Expressions {
    sandbox: Sandbox,
}

impl Sandbox {
    /// The expression language.
    #[must_use]
    pub fn expressions(&self) -> Expressions {
        Expressions { sandbox: self.clone() }
    }
}

impl Expressions {
    /// The functions that expressions may use.
    ///
    /// # Errors
    /// Whatever the request ends in; so for every call below.
    pub async fn functions(&self) -> Result<Vec<ExpressionFunction>> {
        let path = Path::new("/languages/el/functions");
        self.sandbox.fetch(&self.sandbox.request(Method::Get, Root::DataPrep, path)).await
    }

    /// The operators that expressions may use.
    ///
    /// # Errors
    /// See [`Expressions::functions`].
    pub async fn operators(&self) -> Result<Vec<ExpressionOperator>> {
        let path = Path::new("/languages/el/operators");
        self.sandbox.fetch(&self.sandbox.request(Method::Get, Root::DataPrep, path)).await
    }

    /// Whether an expression is valid. One that is not is an answer, not an error.
    ///
    /// # Errors
    /// See [`Expressions::functions`].
    pub async fn validate(&self, expression: &str) -> Result<Verdict> {
        let path = Path::new("/languages/el/validate");
        let request = self.sandbox.request(Method::Post, Root::DataPrep, path).kind(Kind::Read);
        let answer: Answer = self.sandbox.fetch(&request.json(&Question { expression })).await?;
        Ok(answer.into_verdict())
    }
}

#[cfg(test)]
mod tests {
    use super::{Answer, Verdict};

    #[test]
    fn a_verdict_is_read_as_text_or_as_a_boolean() {
        let verdict = |json: &str| serde_json::from_str::<Answer>(json).unwrap().into_verdict();
        let bad = || Verdict::Invalid("no such function".to_owned());
        assert_eq!(verdict(r#"{"validationStatus":"succeeded","error":"none"}"#), Verdict::Valid);
        assert_eq!(verdict(r#"{"validationStatus":true}"#), Verdict::Valid);
        assert_eq!(verdict(r#"{"validationStatus":"failed","error":"no such function"}"#), bad());
        assert_eq!(verdict(r#"{"validationStatus":false,"error":"no such function"}"#), bad());
    }
}
