//! What can be said of the fields of the form without asking anybody.

use std::collections::HashMap;

use crate::contract::error::FieldProblem;
use crate::contract::schema_form::{ShapeField, ShapeKind};

use super::infer::{MOST_FIELDS, MOST_LEVELS};
use super::{build, name};

/// Everything that is wrong with the fields, all at once, by place: `fields.3.name`.
pub(in crate::schemas) fn problems(fields: &[ShapeField]) -> Vec<FieldProblem> {
    let mut found = Vec::new();
    let mut tell = |field: String, message: String| found.push(FieldProblem { field, message });
    if !is_tree(fields) {
        tell("fields".to_owned(), "These fields do not fit together. Read the sample anew.".into());
        return found;
    }
    let included = included(fields);
    // Where the fields of the object at each depth began: names have to differ within it.
    let mut beside: Vec<HashMap<String, usize>> = Vec::new();
    for (at, field) in fields.iter().enumerate() {
        beside.resize_with(field.depth as usize + 1, HashMap::new);
        if !included[at] {
            continue;
        }
        if !name::is_good(&field.name) {
            tell(format!("fields.{at}.name"), why_bad(&field.name));
        } else if let Some(first) =
            beside[field.depth as usize].insert(name::folded(&field.name), at)
        {
            let other = &fields[first].name;
            tell(
                format!("fields.{at}.name"),
                format!(
                    "“{other}” stands beside it. Capitals make no difference; choose another name."
                ),
            );
        }
    }
    if build::properties(fields).is_empty() {
        tell("fields".to_owned(), "Keep at least one field.".to_owned());
    }
    found
}

/// Which fields end up in the schema: those of an object that is left out do not.
fn included(fields: &[ShapeField]) -> Vec<bool> {
    let mut above: Vec<bool> = Vec::new();
    fields
        .iter()
        .map(|field| {
            above.truncate(field.depth as usize);
            let included = field.included && above.iter().all(|included| *included);
            above.push(included);
            included
        })
        .collect()
}

/// Names, with dots, of the fields that may be an identity: texts, and not in a list.
pub(in crate::schemas) fn identity_fields(fields: &[ShapeField]) -> Vec<String> {
    let mut above: Vec<(&str, bool)> = Vec::new();
    let mut paths = Vec::new();
    for (field, included) in fields.iter().zip(included(fields)) {
        above.truncate(field.depth as usize);
        let single = !field.list && above.iter().all(|(_, single)| *single);
        above.push((&field.name, single));
        if included && single && field.kind == ShapeKind::Text {
            let names: Vec<&str> = above.iter().map(|(name, _)| *name).collect();
            paths.push(names.join("."));
        }
    }
    paths
}

/// Whether the depths make a tree of objects, of a size that can be sent.
fn is_tree(fields: &[ShapeField]) -> bool {
    let mut deepest = 0;
    fields.len() <= MOST_FIELDS
        && fields.iter().all(|field| {
            let fits = field.depth <= deepest && field.depth < MOST_LEVELS;
            deepest = field.depth + u32::from(field.kind == ShapeKind::Object);
            fits
        })
}

fn why_bad(name: &str) -> String {
    if name.is_empty() {
        "Give the field a name.".to_owned()
    } else if name.starts_with('_') {
        "A name may not begin with _: those are Adobe’s own.".to_owned()
    } else if name.len() > name::LONGEST {
        format!("A name has at most {} characters.", name::LONGEST)
    } else {
        "A name has letters (a to z), digits, - and _ only.".to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::{identity_fields, problems};
    use crate::schemas::shape::read;

    #[test]
    fn names_are_checked_beside_each_other_and_only_where_they_count() {
        let mut fields = read(r#"{"a":{"x":1,"y":2},"b":{"x":1},"c":"t"}"#).unwrap().fields;
        assert_eq!(problems(&fields), []);
        fields[2].name = "X".to_owned();
        fields[5].name = "_c".to_owned();
        let told: Vec<_> = problems(&fields).into_iter().map(|problem| problem.field).collect();
        assert_eq!(told, ["fields.2.name", "fields.5.name"]);
        fields[0].included = false;
        fields[5].included = false;
        assert_eq!(problems(&fields), []);
        fields[3].included = false;
        assert_eq!(problems(&fields)[0].message, "Keep at least one field.");
    }

    #[test]
    fn depths_that_make_no_tree_are_refused_and_do_not_break_anything() {
        let mut fields = read(r#"{"a":1,"b":2}"#).unwrap().fields;
        fields[1].depth = 9;
        assert_eq!(problems(&fields)[0].field, "fields");
        fields[1].depth = 1;
        assert_eq!(problems(&fields)[0].field, "fields");
    }

    #[test]
    fn an_identity_is_a_text_outside_of_lists() {
        let fields = read(r#"{"v":"1","n":1,"o":{"id":"2"},"l":["3"],"s":[{"id":"4"}]}"#);
        assert_eq!(identity_fields(&fields.unwrap().fields), ["v", "o.id"]);
    }
}
