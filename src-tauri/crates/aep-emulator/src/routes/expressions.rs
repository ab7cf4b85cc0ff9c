//! The expression language as its routes tell of it.

use serde_json::{Value, json};

use crate::expression::Expression;
use crate::http::{Call, Outcome, Reply};

/// `GET /languages/el/functions`.
pub(crate) fn functions() -> Outcome {
    Ok(Reply::json(200, json!([])))
}

/// `GET /languages/el/operators`.
pub(crate) fn operators() -> Outcome {
    Ok(Reply::json(200, json!([])))
}

/// `POST /languages/el/validate`.
pub(crate) fn validate(call: &Call) -> Outcome {
    let body = call.object()?;
    let expression = body.get("expression").unwrap_or(&Value::Null);
    let text = expression.as_str().or_else(|| expression["expression"].as_str());
    let answer = match Expression::parse(text.unwrap_or_default()) {
        Ok(_) => json!({ "validationStatus": "succeeded", "error": "none" }),
        Err(problem) => json!({ "validationStatus": "failed", "error": problem.to_string() }),
    };
    Ok(Reply::json(200, answer))
}
