//! JSON Patch as the platform takes it: add, replace and remove, in any case, over JSON Pointers.

use serde_json::Value;

/// One instruction.
#[derive(Clone, Debug)]
pub(crate) struct Instruction {
    operation: Operation,
    steps: Vec<String>,
    value: Value,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Operation {
    Add,
    Replace,
    Remove,
}

/// Why a patch cannot be used.
#[derive(Clone, Debug, PartialEq)]
pub(crate) enum PatchProblem {
    /// A member of an instruction is missing.
    Missing(&'static str),
    /// The operation is not one of the three.
    Operation(String),
    /// The path leads nowhere.
    Path(String),
}

impl PatchProblem {
    /// A sentence about it.
    pub(crate) fn detail(&self) -> String {
        match self {
            Self::Missing(field) => {
                format!("Validating patch instructions: the field {field} is missing.")
            }
            Self::Operation(name) => format!("The patch operation {name} is not supported."),
            Self::Path(path) => format!("The patch path {path} is invalid."),
        }
    }
}

/// Reads a patch document: an array of instructions, or a single one.
pub(crate) fn read(document: &Value) -> Result<Vec<Instruction>, PatchProblem> {
    match document {
        Value::Array(items) => items.iter().map(read_one).collect(),
        single => read_one(single).map(|one| vec![one]),
    }
}

fn read_one(item: &Value) -> Result<Instruction, PatchProblem> {
    let name = item["op"].as_str().ok_or(PatchProblem::Missing("op"))?;
    let operation = match name.to_ascii_lowercase().as_str() {
        "add" => Operation::Add,
        "replace" => Operation::Replace,
        "remove" => Operation::Remove,
        _ => return Err(PatchProblem::Operation(name.to_owned())),
    };
    let path = item["path"].as_str().ok_or(PatchProblem::Missing("path"))?;
    let value = item.get("value").cloned();
    if value.is_none() && operation != Operation::Remove {
        return Err(PatchProblem::Missing("value"));
    }
    let steps = path
        .strip_prefix('/')
        .ok_or_else(|| PatchProblem::Path(path.to_owned()))?
        .split('/')
        .map(|step| step.replace("~1", "/").replace("~0", "~"));
    Ok(Instruction { operation, steps: steps.collect(), value: value.unwrap_or_default() })
}

impl Instruction {
    /// The first step of the path: which member of the resource is meant.
    pub(crate) fn member(&self) -> &str {
        self.steps.first().map_or("", String::as_str)
    }

    /// The path as it was written, or nearly so.
    pub(crate) fn path(&self) -> String {
        format!("/{}", self.steps.join("/"))
    }

    /// Changes a document.
    pub(crate) fn apply(&self, document: &mut Value) -> Result<(), PatchProblem> {
        let nowhere = || PatchProblem::Path(self.path());
        let (last, way) = self.steps.split_last().ok_or_else(nowhere)?;
        let mut parent = document;
        for step in way {
            parent = child(parent, step).ok_or_else(nowhere)?;
        }
        match parent {
            Value::Object(map) => match self.operation {
                Operation::Remove => map.shift_remove(last).map(drop).ok_or_else(nowhere),
                _ => {
                    map.insert(last.clone(), self.value.clone());
                    Ok(())
                }
            },
            Value::Array(items) => self.apply_to_list(items, last).ok_or_else(nowhere),
            _ => Err(nowhere()),
        }
    }

    fn apply_to_list(&self, items: &mut Vec<Value>, last: &str) -> Option<()> {
        let index: usize = if last == "-" { items.len() } else { last.parse().ok()? };
        match self.operation {
            Operation::Add if index <= items.len() => items.insert(index, self.value.clone()),
            Operation::Replace => *items.get_mut(index)? = self.value.clone(),
            Operation::Remove if index < items.len() => drop(items.remove(index)),
            _ => return None,
        }
        Some(())
    }
}

fn child<'a>(parent: &'a mut Value, step: &str) -> Option<&'a mut Value> {
    match parent {
        Value::Object(map) => map.get_mut(step),
        Value::Array(items) => items.get_mut(step.parse::<usize>().ok()?),
        _ => None,
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    fn patched(mut document: Value, patch: Value) -> Result<Value, PatchProblem> {
        for instruction in read(&patch)? {
            instruction.apply(&mut document)?;
        }
        Ok(document)
    }

    #[test]
    fn operations_work_in_any_case_and_reach_into_lists() {
        let patch = json!([
            { "op": "REPLACE", "path": "/name", "value": "b" },
            { "op": "add", "path": "/list/-", "value": 2 },
            { "op": "remove", "path": "/old~1one" },
        ]);
        let document = json!({ "name": "a", "list": [1], "old/one": true });
        assert_eq!(patched(document, patch), Ok(json!({ "name": "b", "list": [1, 2] })));
    }

    #[test]
    fn mistakes_are_told_apart() {
        let of = |patch| patched(json!({}), patch).expect_err("the patch is wrong");
        assert_eq!(of(json!([{ "path": "/a", "value": 1 }])), PatchProblem::Missing("op"));
        assert_eq!(of(json!([{ "op": "add", "path": "/a" }])), PatchProblem::Missing("value"));
        let moved = json!([{ "op": "move", "path": "/a", "value": 1 }]);
        assert_eq!(of(moved), PatchProblem::Operation("move".to_owned()));
        let lost = json!([{ "op": "remove", "path": "/a/b" }]);
        assert_eq!(of(lost), PatchProblem::Path("/a/b".to_owned()));
    }
}
