//! What can be told of a form without asking anybody.

use std::collections::HashSet;

use crate::contract::error::FieldProblem;
use crate::contract::resources::{ResourceKind, ResourceTag};
use crate::dataset_tags::is_platforms;

/// A problem of one field.
pub(super) fn problem(field: &str, message: impl Into<String>) -> FieldProblem {
    FieldProblem { field: field.to_owned(), message: message.into() }
}

/// What is wrong with a name.
pub(super) fn name_problem(kind: ResourceKind, name: &str) -> Vec<FieldProblem> {
    if name.is_empty() {
        return vec![problem("name", format!("The {} needs a name.", kind.noun()))];
    }
    Vec::new()
}

/// Tags without blanks around their words, those that are fixed left out; what is wrong with them is added to the
/// problems, each under `tags.` and its place.
pub(super) fn check_tags(
    tags: &[ResourceTag],
    problems: &mut Vec<FieldProblem>,
) -> Vec<ResourceTag> {
    let mut seen = HashSet::new();
    let mut checked = Vec::new();
    for (place, tag) in tags.iter().enumerate().filter(|(_, tag)| !tag.fixed) {
        let key = tag.key.trim().to_owned();
        let values: Vec<String> = tag
            .values
            .iter()
            .map(|value| value.trim().to_owned())
            .filter(|value| !value.is_empty())
            .collect();
        let wrong = if key.is_empty() {
            Some("Give the tag a name.")
        } else if is_platforms(&key) {
            Some("Experience Platform uses this name itself. Choose another one.")
        } else if values.is_empty() {
            Some("Give the tag at least one value.")
        } else if !seen.insert(key.clone()) {
            Some("There are two tags of this name. Put their values into one.")
        } else {
            None
        };
        problems.extend(wrong.map(|message| problem(&format!("tags.{place}"), message)));
        checked.push(ResourceTag { key, values, fixed: false });
    }
    checked
}

#[cfg(test)]
mod tests {
    use super::check_tags;
    use crate::contract::resources::ResourceTag;

    #[test]
    fn tags_are_tidied_and_each_wrong_one_is_named_by_its_place() {
        let tag = |key: &str, value: &str, fixed| ResourceTag {
            key: key.to_owned(),
            values: vec![value.to_owned()],
            fixed,
        };
        let given = [
            tag("unifiedProfile", "enabled:true", true),
            tag(" team ", " web ", false),
            tag("team", "shop", false),
            tag("", "x", false),
            tag("empty", " ", false),
            tag("acp_x", "x", false),
        ];
        let mut problems = Vec::new();
        let tags = check_tags(&given, &mut problems);
        assert_eq!(tags[0], tag("team", "web", false));
        let fields: Vec<_> = problems.iter().map(|problem| problem.field.as_str()).collect();
        assert_eq!(fields, ["tags.2", "tags.3", "tags.4", "tags.5"]);
    }
}
