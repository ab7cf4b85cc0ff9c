//! What can be said of the form without asking anybody: names. The rest is for `preflight`.

use crate::contract::error::FieldProblem;
use crate::contract::place::PlaceShape;
use crate::contract::setup::{Destination, SetupForm};
use crate::dataset_tags::is_platforms;
use crate::starter;

/// The longest name. The platform documents no limit; its own lists cut off long before.
pub(crate) const LONGEST_NAME: usize = 100;
/// The longest description, the mark not counted.
pub(crate) const LONGEST_DESCRIPTION: usize = 500;

/// The form without white space around what was typed.
pub(crate) fn tidy(mut form: SetupForm) -> SetupForm {
    let trim = |text: &mut String| *text = text.trim().to_owned();
    trim(&mut form.name);
    trim(&mut form.description);
    match &mut form.destination {
        Destination::Starter { dataset_name } | Destination::Shape { dataset_name, .. } => {
            trim(dataset_name);
        }
        Destination::ExistingSchema { dataset_name, .. } => trim(dataset_name),
        Destination::ExistingDataset { .. } => {}
    }
    form
}

/// Everything that is wrong with a tidy form, all at once.
pub(crate) fn problems(form: &SetupForm) -> Vec<FieldProblem> {
    let mut found = Vec::new();
    let mut tell = |field: &str, verdict: Result<(), String>| {
        if let Err(message) = verdict {
            found.push(FieldProblem { field: field.to_owned(), message });
        }
    };
    tell("name", check_name("dataflow", &form.name));
    tell("description", check_description(&form.description));
    if starter::source(&form.source).is_none() {
        tell("source", Err("Choose where the events come from.".to_owned()));
    }
    match &form.destination {
        Destination::Starter { dataset_name } | Destination::Shape { dataset_name, .. } => {
            tell("destination.datasetName", check_name("dataset", dataset_name));
        }
        Destination::ExistingSchema { schema_id, dataset_name, .. } => {
            tell("destination.schemaId", check_choice("schema", schema_id));
            tell("destination.datasetName", check_name("dataset", dataset_name));
        }
        Destination::ExistingDataset { dataset_id } => {
            tell("destination.datasetId", check_choice("dataset", dataset_id));
        }
    }
    if let Destination::Shape { shape: PlaceShape { tags, .. }, .. }
    | Destination::ExistingSchema { tags, .. } = &form.destination
    {
        tags.iter().for_each(|(key, values)| tell("destination.tags", check_tag(key, values)));
    }
    if form.lines.is_empty() {
        tell("lines", Err("Add at least one field mapping.".to_owned()));
    }
    found
}

/// What is wrong with the name of a new object.
pub(crate) fn check_name(what: &str, name: &str) -> Result<(), String> {
    if name.chars().all(is_invisible) {
        return Err(format!("Give the {what} a name."));
    }
    let length = name.chars().count();
    if length > LONGEST_NAME {
        return Err(format!(
            "This name has {length} characters; {LONGEST_NAME} are possible. Make it shorter."
        ));
    }
    if name.chars().any(char::is_control) {
        return Err(
            "This name holds a line break or another character that cannot be shown. Type it anew."
                .to_owned(),
        );
    }
    Ok(())
}

/// What is wrong with the description of a new object.
pub(crate) fn check_description(text: &str) -> Result<(), String> {
    let length = text.chars().count();
    if length > LONGEST_DESCRIPTION {
        return Err(format!(
            "This description has {length} characters; {LONGEST_DESCRIPTION} are possible. Make it shorter."
        ));
    }
    if text.chars().any(|c| c.is_control() && c != '\n') {
        return Err(
            "This description holds a character that cannot be shown. Type it anew.".to_owned()
        );
    }
    Ok(())
}

/// What is wrong with a tag of a new dataset.
pub(crate) fn check_tag(key: &str, values: &[String]) -> Result<(), String> {
    if key.trim().is_empty() {
        return Err("A tag of the dataset has no name.".to_owned());
    }
    if is_platforms(key) {
        return Err(format!(
            "The tag “{key}” is one that Experience Platform sets itself. Take it out."
        ));
    }
    if values.iter().all(|value| value.trim().is_empty()) {
        return Err(format!("The tag “{key}” has no value. Give it one, or take it out."));
    }
    Ok(())
}

fn check_choice(what: &str, id: &str) -> Result<(), String> {
    if id.trim().is_empty() { Err(format!("Choose a {what}.")) } else { Ok(()) }
}

/// White space, and the marks that join letters or turn their direction: alone they make no name.
fn is_invisible(c: char) -> bool {
    c.is_whitespace()
        || c.is_control()
        || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}')
        || matches!(c, '\u{2060}'..='\u{2069}' | '\u{feff}')
}

#[cfg(test)]
mod tests {
    use std::collections::BTreeMap;

    use proptest::prelude::{any, proptest};

    use super::{LONGEST_NAME, problems, tidy};
    use crate::contract::setup::{Destination, SetupForm};
    use crate::starter;

    fn form(name: &str) -> SetupForm {
        tidy(SetupForm {
            name: name.to_owned(),
            description: String::new(),
            source: "pendo".to_owned(),
            destination: Destination::Starter { dataset_name: "Pendo events".to_owned() },
            lines: starter::first_source().lines(&"acme".into()),
        })
    }

    #[test]
    fn names_in_any_script_are_good() {
        for name in ["Pendo events", "  trimmed  ", "أحداث بيندو", "活动", "🎉👩‍👩‍👧", "a, “b” & c"]
        {
            assert_eq!(problems(&form(name)), [], "{name}");
        }
    }

    #[test]
    fn empty_and_absurd_names_are_told() {
        for name in ["", "   ", "\u{200b}\u{200d}", "two\nlines", "bell\u{7}", &"x".repeat(10_000)]
        {
            let found = problems(&form(name));
            assert_eq!(found.len(), 1, "{name:?}");
            assert_eq!(found[0].field, "name");
        }
        assert_eq!(problems(&form(&"é".repeat(LONGEST_NAME))), []);
    }

    #[test]
    fn all_problems_come_at_once() {
        let mut form = form("");
        form.source = "somewhere".to_owned();
        form.description = "x".repeat(501);
        form.destination = Destination::ExistingSchema {
            schema_id: String::new(),
            dataset_name: String::new(),
            tags: BTreeMap::from([("unifiedProfile".to_owned(), vec!["enabled:true".to_owned()])]),
        };
        form.lines.clear();
        let fields: Vec<_> = problems(&form).into_iter().map(|problem| problem.field).collect();
        let expected = [
            "name",
            "description",
            "source",
            "destination.schemaId",
            "destination.datasetName",
            "destination.tags",
            "lines",
        ];
        assert_eq!(fields, expected);
    }

    proptest! {
        #[test]
        fn any_name_is_either_refused_on_its_own_field_or_good(name in any::<String>()) {
            let form = form(&name);
            let found = problems(&form);
            assert!(found.iter().all(|problem| problem.field == "name"));
            if found.is_empty() {
                assert!(!form.name.is_empty() && form.name.chars().count() <= LONGEST_NAME);
            }
        }
    }
}
