//! The expression language as its routes tell of it.

use serde_json::{Value, json};

use crate::expression::{Expression, FUNCTIONS, OPERATORS};
use crate::http::{Call, Outcome, Reply};

/// `GET /languages/el/functions`.
pub(crate) fn functions() -> Outcome {
    let rows = FUNCTIONS.iter().map(|function| {
        let parameters = function
            .parameters
            .iter()
            .enumerate()
            .map(|(index, name)| json!({ "name": name, "required": index < function.least }));
        json!({
            "category": function.category,
            "function": function.name,
            "description": function.description,
            "syntax": function.syntax(),
            "returns": function.returns,
            "returnType": function.returns,
            "example": function.example,
            "result": function.result,
            "params": parameters.collect::<Vec<_>>(),
            "since": "1.0",
        })
    });
    Ok(Reply::json(200, rows.collect()))
}

/// `GET /languages/el/operators`.
pub(crate) fn operators() -> Outcome {
    let rows = OPERATORS.iter().map(|(sign, name, operands, description, example)| {
        json!({
            "operatorSymbol": sign,
            "methodName": name,
            "numberOfOperands": operands,
            "description": description,
            "example": example,
        })
    });
    Ok(Reply::json(200, rows.collect()))
}

/// `POST /languages/el/validate`. The expression may be nested in an object of the same name.
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
