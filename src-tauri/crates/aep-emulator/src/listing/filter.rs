//! The `property=` filters of the Flow Service.

use serde_json::Value;

use super::{Row, invalid};
use crate::http::Refusal;

/// One condition on a resource.
#[derive(Clone, Debug, PartialEq)]
pub(crate) struct Filter {
    /// The path, its steps apart; a step that goes through a list has lost its `[]`.
    pub(crate) path: Vec<String>,
    pub(crate) operator: Operator,
    /// Any of these will do.
    pub(crate) values: Vec<String>,
}

/// How values are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Operator {
    Equal,
    Greater,
    GreaterOrEqual,
    Less,
    LessOrEqual,
}

impl Filter {
    /// Reads one `property` value such as `state==enabled`.
    pub(crate) fn read(text: &str, fields: &[&str]) -> Result<Self, Refusal> {
        let at = text.find(['=', '<', '>', '!', '~']).unwrap_or(text.len());
        let (path, rest) = text.split_at(at);
        let path: Vec<String> =
            path.trim().split('.').map(|step| step.trim_end_matches("[]").to_owned()).collect();
        if !path.first().is_some_and(|first| fields.contains(&first.as_str())) {
            return Err(invalid("1449", &format!("{} cannot be filtered on.", path.join("."))));
        }
        let signs = rest.len() - rest.trim_start_matches(['=', '<', '>', '!', '~']).len();
        let (sign, value) = rest.split_at(signs);
        let operator = match sign {
            "==" => Operator::Equal,
            // One published example for attributes writes a single sign.
            "=" if path[0] == "attributes" => Operator::Equal,
            ">" => Operator::Greater,
            ">=" => Operator::GreaterOrEqual,
            "<" => Operator::Less,
            "<=" => Operator::LessOrEqual,
            "~" => return Err(invalid("1440", "The operator ~ is not implemented.")),
            other => return Err(invalid("1450", &format!("The operator {other} is invalid."))),
        };
        let values: Vec<String> = value.split(',').map(unquoted).collect();
        if values.iter().any(String::is_empty) {
            return Err(invalid("1453", &format!("The value for {} is empty.", path.join("."))));
        }
        if operator != Operator::Equal && values.len() > 1 {
            return Err(invalid("1443", "This operator takes one value."));
        }
        if operator != Operator::Equal && path == ["id"] {
            return Err(invalid("1448", "This operator cannot be used on id."));
        }
        Ok(Self { path, operator, values })
    }

    /// Whether a resource meets the condition.
    pub(crate) fn admits(&self, row: &impl Row) -> bool {
        match row.member(&self.path) {
            Some(member) => self.admits_at(&member, &[]),
            None => self.admits_at(&row.to_json(), &self.path),
        }
    }

    fn admits_at(&self, value: &Value, path: &[String]) -> bool {
        if let Value::Array(items) = value {
            return items.iter().any(|item| self.admits_at(item, path));
        }
        match path.split_first() {
            Some((step, rest)) => value.get(step).is_some_and(|next| self.admits_at(next, rest)),
            None => self.values.iter().any(|wanted| self.compares(value, wanted)),
        }
    }

    fn compares(&self, value: &Value, wanted: &str) -> bool {
        let found = match value {
            Value::String(text) => text.clone(),
            Value::Null => return false,
            other => other.to_string(),
        };
        if self.operator == Operator::Equal {
            return found == wanted || (self.ignores_case() && found.eq_ignore_ascii_case(wanted));
        }
        match (found.parse::<f64>(), wanted.parse::<f64>()) {
            (Ok(found), Ok(wanted)) => match self.operator {
                Operator::Equal => found == wanted,
                Operator::Greater => found > wanted,
                Operator::GreaterOrEqual => found >= wanted,
                Operator::Less => found < wanted,
                Operator::LessOrEqual => found <= wanted,
            },
            _ => false,
        }
    }

    /// Adobe's pages write `Failed` where answers say `failed`.
    fn ignores_case(&self) -> bool {
        self.path.last().is_some_and(|last| last == "status" || last == "state")
    }
}

fn unquoted(value: &str) -> String {
    let value = value.trim();
    let inner = value.strip_prefix('"').and_then(|rest| rest.strip_suffix('"'));
    inner.unwrap_or(value).to_owned()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn admits(filter: &str, row: &Value) -> bool {
        let fields = ["id", "name", "state", "metrics", "sourceConnectionIds", "attributes"];
        Filter::read(filter, &fields).expect("the filter is well-formed").admits(row)
    }

    #[test]
    fn filters_reach_through_objects_and_lists() {
        let row = json!({ "name": "A b", "state": "enabled", "sourceConnectionIds": ["x", "y"],
            "metrics": { "statusSummary": { "status": "failed" }, "n": 5 } });
        assert!(admits("name==\"A b\"", &row));
        assert!(admits("name==other,A b", &row));
        assert!(admits("sourceConnectionIds[]==y", &row));
        assert!(admits("metrics.statusSummary.status==Failed", &row));
        assert!(admits("metrics.n>=5", &row) && !admits("metrics.n>5", &row));
        assert!(!admits("metrics.absent==1", &row));
    }

    #[test]
    fn mistakes_have_their_own_codes() {
        let cases = [
            ("nope==1", "1449"),
            ("name~a", "1440"),
            ("name!>a", "1450"),
            ("name==", "1453"),
            ("name<=a,b", "1443"),
            ("id>=a", "1448"),
        ];
        for (filter, code) in cases {
            let refusal = Filter::read(filter, &["id", "name"]).expect_err(filter);
            assert!(format!("{refusal:?}").contains(code), "{filter}: {refusal:?}");
        }
    }
}
