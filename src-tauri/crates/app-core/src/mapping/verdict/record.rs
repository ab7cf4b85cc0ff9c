//! The record under construction: targets are dotted paths of names without dots.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

/// Puts a value at a path, making the objects on the way. Overlapping targets never get here.
pub(super) fn put(record: &mut Value, path: &str, value: Value) {
    let mut place = record;
    for key in path.split('.') {
        if !place.is_object() {
            *place = Value::Object(Map::new());
        }
        place = &mut place[key];
    }
    *place = value;
}

/// What stands at a path.
pub(in crate::mapping) fn at<'r>(record: &'r Value, path: &str) -> Option<&'r Value> {
    path.split('.').try_fold(record, |place, key| place.get(key))
}

/// The earlier line that fills the same place: the target itself, an object around it, or a field in it.
pub(super) fn overlapping(taken: &BTreeMap<&str, usize>, target: &str) -> Option<usize> {
    let around = target.match_indices('.').map(|(dot, _)| &target[..dot]);
    if let Some(line) = around.chain([target]).find_map(|place| taken.get(place)) {
        return Some(*line);
    }
    let inside = format!("{target}.");
    let next = taken.range(inside.as_str()..).next();
    next.filter(|(place, _)| place.starts_with(&inside)).map(|(_, line)| *line)
}
