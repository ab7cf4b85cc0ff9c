//! The value of an expression for one event.

use std::cmp::Ordering;

use serde_json::{Value, json};
use uuid::Uuid;

use super::ExpressionError;
use super::ast::Node;
use super::dates;
use super::number::Numeric;
use super::operators::{Binary, Unary};

type Evaluated = Result<Value, ExpressionError>;

/// The value of a node. `now_ms` is the time at which the event is mapped.
pub(crate) fn evaluate(node: &Node, event: &Value, now_ms: i64) -> Evaluated {
    let evaluate = |node: &Node| evaluate(node, event, now_ms);
    let truth = |node: &Node| truth(&evaluate(node)?);
    match node {
        Node::Literal(value) => Ok(value.clone()),
        Node::Path(path) => Ok(path.find(event).unwrap_or_default()),
        Node::Unary(operator, inner) => unary(*operator, &evaluate(inner)?),
        Node::Binary(Binary::And, left, right) => Ok(json!(truth(left)? && truth(right)?)),
        Node::Binary(Binary::Or, left, right) => Ok(json!(truth(left)? || truth(right)?)),
        Node::Binary(operator, left, right) => {
            binary(*operator, &evaluate(left)?, &evaluate(right)?)
        }
        Node::Call(function, arguments) => call(function.name, arguments, event, now_ms),
    }
}

fn truth(value: &Value) -> Result<bool, ExpressionError> {
    match value {
        Value::Bool(truth) => Ok(*truth),
        Value::Null => Ok(false),
        other => Err(format!("{other} is neither true nor false").into()),
    }
}

fn unary(operator: Unary, value: &Value) -> Evaluated {
    match (operator, value) {
        (Unary::Not, Value::Bool(truth)) => Ok(json!(!truth)),
        (Unary::Negate, value) => numeric(value)?
            .negate()
            .ok_or_else(|| ExpressionError(format!("{value} has no opposite"))),
        (Unary::Not, other) => Err(format!("{other} is neither true nor false").into()),
    }
}

fn numeric(value: &Value) -> Result<Numeric, ExpressionError> {
    Numeric::of(value).ok_or_else(|| ExpressionError(format!("{value} is not a number")))
}

fn binary(operator: Binary, left: &Value, right: &Value) -> Evaluated {
    let ordering = || compare(left, right);
    let truth = match operator {
        Binary::Equal => ordering() == Some(Ordering::Equal),
        Binary::NotEqual => ordering() != Some(Ordering::Equal),
        Binary::Less => ordering() == Some(Ordering::Less),
        Binary::LessOrEqual => ordering().is_some_and(Ordering::is_le),
        Binary::Greater => ordering() == Some(Ordering::Greater),
        Binary::GreaterOrEqual => ordering().is_some_and(Ordering::is_ge),
        arithmetic => {
            let result = numeric(left)?.calculate(arithmetic, numeric(right)?);
            return result.ok_or_else(|| ExpressionError("the result is no number".to_owned()));
        }
    };
    Ok(json!(truth))
}

/// Texts are compared as texts, everything that is a number as a number.
fn compare(left: &Value, right: &Value) -> Option<Ordering> {
    if let (Value::String(left), Value::String(right)) = (left, right) {
        return Some(left.cmp(right));
    }
    match (Numeric::of(left), Numeric::of(right)) {
        (Some(left), Some(right)) => left.compare(right),
        _ => (left == right).then_some(Ordering::Equal),
    }
}

fn call(name: &str, arguments: &[Node], event: &Value, now_ms: i64) -> Evaluated {
    let evaluate = |node: &Node| evaluate(node, event, now_ms);
    match name {
        "now" => return dates::now(now_ms),
        "uuid" => return Ok(json!(Uuid::new_v4().to_string())),
        "coalesce" => {
            for argument in arguments {
                let value = evaluate(argument)?;
                if !value.is_null() {
                    return Ok(value);
                }
            }
            return Ok(Value::Null);
        }
        "iif" => {
            let chosen = if truth(&evaluate(&arguments[0])?)? { 1 } else { 2 };
            return evaluate(&arguments[chosen]);
        }
        _ => {}
    }
    let values = arguments.iter().map(evaluate);
    let values = values.collect::<Result<Vec<_>, _>>()?;
    let first = &values[0];
    match name {
        "concat" => values.iter().map(text).collect::<Result<String, _>>().map(|all| json!(all)),
        _ if first.is_null() && !(name == "date" && values.len() == 3) => Ok(Value::Null),
        "lower" => Ok(json!(text(first)?.to_lowercase())),
        "upper" => Ok(json!(text(first)?.to_uppercase())),
        "trim" => Ok(json!(text(first)?.trim())),
        "dformat" => dates::dformat(numeric(first)?, &text(&values[1])?),
        "date" => dates::date(&values),
        "to_integer" => to_integer(first),
        "size_of" => size_of(first),
        other => Err(format!("the function {other} is not known").into()),
    }
}

/// The text of a value; nothing is the empty text.
fn text(value: &Value) -> Result<String, ExpressionError> {
    match value {
        Value::Null => Ok(String::new()),
        Value::String(text) => Ok(text.clone()),
        Value::Number(_) | Value::Bool(_) => Ok(value.to_string()),
        Value::Array(_) | Value::Object(_) => {
            Err("a list or an object is no text".to_owned().into())
        }
    }
}

fn to_integer(value: &Value) -> Evaluated {
    match numeric(value)? {
        Numeric::Whole(whole) => Ok(json!(whole)),
        Numeric::Real(real) if real.abs() < 9_007_199_254_740_992.0 => Ok(json!(real as i64)),
        Numeric::Real(real) => Err(format!("{real} does not fit an integer").into()),
    }
}

fn size_of(value: &Value) -> Evaluated {
    match value {
        Value::Array(items) => Ok(json!(items.len())),
        Value::Object(members) => Ok(json!(members.len())),
        Value::String(text) => Ok(json!(text.chars().count())),
        other => Err(format!("{other} has no size").into()),
    }
}
