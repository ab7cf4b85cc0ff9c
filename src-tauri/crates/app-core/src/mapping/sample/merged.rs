//! Sample events laid over each other: a field has the types that it has in any of them, and the value that it has in
//! the one that is looked at. Lists are known by their first items, which stand for all: lists in events hold items
//! of one shape.

use std::collections::HashMap;

use serde_json::Value;

use crate::contract::mapping::SourceKind;

/// One field, or the whole, over all events.
pub(super) struct Merged<'e> {
    /// In the event that is looked at; where it has no such field, in the first that has.
    pub(super) value: &'e Value,
    /// The event that is looked at has no such field.
    pub(super) absent: bool,
    /// Its types in the other events, as far as they are others; null is none of them.
    pub(super) other_kinds: Vec<SourceKind>,
    /// Its fields in all events, each with its key, in the order in which they are met.
    pub(super) fields: Vec<(&'e str, Merged<'e>)>,
    /// The first item of the list that it is.
    pub(super) item: Option<Box<Merged<'e>>>,
}

impl<'e> Merged<'e> {
    /// Lays events over each other; `place` is the one that is looked at.
    pub(super) fn of(events: &'e [Value], place: usize) -> Self {
        let chosen = events.get(place);
        let others = events.iter().enumerate().filter(|(at, _)| *at != place);
        Self::merge(chosen, &others.map(|(_, event)| event).collect::<Vec<_>>())
    }

    fn merge(chosen: Option<&'e Value>, others: &[&'e Value]) -> Self {
        const NOTHING: &Value = &Value::Null;
        let value = chosen.or(others.first().copied()).unwrap_or(NOTHING);
        let own = kind(value);
        let mut other_kinds = Vec::new();
        for kind in others.iter().map(|other| kind(other)) {
            if kind != own && kind != SourceKind::Null && !other_kinds.contains(&kind) {
                other_kinds.push(kind);
            }
        }
        Self {
            value,
            absent: chosen.is_none(),
            other_kinds,
            fields: fields(chosen, others),
            item: item(chosen, others),
        }
    }
}

fn fields<'e>(chosen: Option<&'e Value>, others: &[&'e Value]) -> Vec<(&'e str, Merged<'e>)> {
    let mut places: HashMap<&'e str, usize> = HashMap::new();
    let mut found: Vec<(&'e str, Option<&'e Value>, Vec<&'e Value>)> = Vec::new();
    for (key, value) in chosen.and_then(Value::as_object).into_iter().flatten() {
        places.insert(key, found.len());
        found.push((key, Some(value), Vec::new()));
    }
    for (key, value) in others.iter().filter_map(|other| other.as_object()).flatten() {
        let place = *places.entry(key).or_insert_with(|| {
            found.push((key, None, Vec::new()));
            found.len() - 1
        });
        found[place].2.push(value);
    }
    let merged = found.into_iter().map(|(key, own, others)| (key, Merged::merge(own, &others)));
    merged.collect()
}

fn item<'e>(chosen: Option<&'e Value>, others: &[&'e Value]) -> Option<Box<Merged<'e>>> {
    let first = |value: &'e Value| value.as_array().and_then(|items| items.first());
    let own = chosen.and_then(first);
    let others: Vec<_> = others.iter().filter_map(|other| first(other)).collect();
    (own.is_some() || !others.is_empty()).then(|| Box::new(Merged::merge(own, &others)))
}

/// The JSON type of a value.
pub(super) fn kind(value: &Value) -> SourceKind {
    match value {
        Value::Null => SourceKind::Null,
        Value::Bool(_) => SourceKind::Boolean,
        Value::Number(number) if number.is_f64() => SourceKind::Number,
        Value::Number(_) => SourceKind::Integer,
        Value::String(_) => SourceKind::Text,
        Value::Array(_) => SourceKind::Array,
        Value::Object(_) => SourceKind::Object,
    }
}
