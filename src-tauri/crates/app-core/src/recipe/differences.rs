//! What is not as in the recipe, in sentences, most important first.

use std::collections::HashSet;

use aep_client::TenantId;

use crate::contract::recipes::RecipeDifference;
use crate::contract::schema_form::SchemaClass;
use crate::contract::setup::{Destination, SetupForm};
use crate::starter::Source;

use super::file::Recipe;
use super::place::PlaceHere;
use super::same_schema::{Difference, Here};

/// How many names stand in one sentence.
const MOST_NAMED: usize = 5;

/// What is different.
#[derive(Default)]
pub(super) struct Differences {
    grave: Vec<String>,
    told: Vec<String>,
}

impl Differences {
    /// All of them, the grave ones first.
    pub(super) fn all(self) -> Vec<RecipeDifference> {
        let grave = self.grave.into_iter().map(|text| RecipeDifference { grave: true, text });
        let told = self.told.into_iter().map(|text| RecipeDifference { grave: false, text });
        grave.chain(told).collect()
    }

    /// The source, where Adobe does not offer it.
    pub(super) fn of_offer(&mut self, source: &Source, is_offered: bool) {
        if !is_offered {
            self.grave.push(format!(
                "Adobe does not offer the {} source to this organisation. {}",
                source.name, source.not_offered
            ));
        }
    }

    /// Lines that fill what the schema made here will not have.
    pub(super) fn of_lines(&mut self, form: &SetupForm, place: &PlaceHere) {
        let known: HashSet<&str> = place.fields.iter().map(|field| field.path.as_str()).collect();
        let targets = form.lines.iter().map(|line| line.target.as_str());
        let lost: Vec<&str> = targets.filter(|target| !known.contains(target)).collect();
        if !lost.is_empty() {
            self.grave.push(format!(
                "The schema made here has no field for {}: {}. Choose a schema that has it, or remove the line.",
                counted(lost.len(), "field mapping"),
                some_of(&lost)
            ));
        }
    }

    /// A primary identity that nothing fills.
    pub(super) fn of_empty_identity(&mut self, form: &SetupForm, place: &PlaceHere) {
        let primary = place.shape.identities.iter().filter(|identity| identity.primary);
        let fills = |path: &str| form.lines.iter().any(|line| is_at_or_around(&line.target, path));
        for identity in primary.filter(|identity| !fills(&identity.path)) {
            self.grave.push(format!(
                "Nothing fills {}, the primary identity, so no event would be ingested. Add a field mapping for it.",
                identity.path
            ));
        }
    }

    /// What schema and dataset will be like: what is left out, then what comes along.
    pub(super) fn of_place(&mut self, recipe: &Recipe, place: &PlaceHere, tenant: &TenantId) {
        self.told.extend(place.shape.left_out.iter().cloned());
        if place.is_suggested {
            let text = "The recipe holds no fields of a schema; the schema suggested for its source is made.";
            self.told.push(text.to_owned());
        }
        self.of_identities(recipe, place);
        if place.shape.class == SchemaClass::Profile {
            let text = "The schema made here describes people (XDM Individual Profile), as that of the recipe does.";
            self.told.push(text.to_owned());
        }
        if !place.groups.is_empty() {
            let groups: Vec<String> =
                place.groups.iter().map(|title| format!("“{title}”")).collect();
            let groups = some_of(&groups);
            self.told.push(format!(
                "Adobe’s ready-made fields are part of the schema made here: {groups}."
            ));
        }
        self.of_tags(recipe);
        if recipe.is_without_parts() {
            let text = "An older Inlet made this recipe. It does not say which class, identities, ready-made fields of \
                        Adobe and tags there were; none are taken over.";
            self.told.push(text.to_owned());
        }
        self.told.push(format!(
            "This organisation’s own fields stand below “{}”; the mapping is moved there.",
            tenant.namespace()
        ));
    }

    fn of_identities(&mut self, recipe: &Recipe, place: &PlaceHere) {
        for identity in &place.shape.identities {
            let kind = place.namespace(&identity.namespace);
            self.told.push(if identity.primary {
                format!(
                    "{} is marked as primary identity ({kind}), as in the recipe. An event in which it is empty is not \
                     ingested.",
                    identity.path
                )
            } else {
                format!("{} is marked as identity ({kind}), as in the recipe.", identity.path)
            });
        }
        if recipe.identities.is_none() && !recipe.is_without_parts() {
            let text = "The recipe does not say which fields are identities, so none is marked.";
            self.told.push(text.to_owned());
        }
    }

    /// Tags of the dataset.
    pub(super) fn of_tags(&mut self, recipe: &Recipe) {
        if recipe.tags.is_empty() {
            return;
        }
        let tags = recipe.tags.iter().map(|(key, values)| format!("{key}: {}", values.join(", ")));
        let tags: Vec<String> = tags.collect();
        let tags = if tags.len() > MOST_NAMED { some_of(&tags) } else { tags.join("; ") };
        self.told.push(format!("The dataset gets the tags of the recipe ({tags})."));
    }

    /// A schema of the recipe's title that is another one.
    pub(super) fn of_namesake(&mut self, here: &Here) {
        let Some((title, differences)) = &here.namesake else { return };
        let how: Vec<String> = differences.iter().map(how).collect();
        self.told.push(format!(
            "Another schema named “{title}” is here already: {}. It stays as it is, and a new one is made beside it.",
            how.join("; ")
        ));
    }

    /// Schemas that were not compared, because there are so many.
    pub(super) fn of_others(&mut self, here: &Here) {
        if here.not_compared > 0 {
            let count = counted(here.not_compared, "more schema");
            self.told.push(format!(
                "This sandbox has {count} that might fit and were not compared. To use one, choose it in the step \
                 Destination."
            ));
        }
    }

    /// A schema that is used under another title.
    pub(super) fn of_other_title(&mut self, recipe: &Recipe, title: &str) {
        let before = recipe.schema.trim();
        if !before.is_empty() && before != title {
            self.told
                .push(format!("The recipe’s schema is called “{before}”; here it is “{title}”."));
        }
    }

    /// Names that are not the recipe's.
    pub(super) fn of_names(&mut self, recipe: &Recipe, form: &SetupForm) {
        self.of_name("dataflow", &recipe.dataflow.name, &form.name);
        let (Destination::Starter { dataset_name }
        | Destination::Shape { dataset_name, .. }
        | Destination::ExistingSchema { dataset_name, .. }) = &form.destination
        else {
            return;
        };
        self.of_name("dataset", &recipe.dataset, dataset_name);
    }

    fn of_name(&mut self, what: &str, before: &str, now: &str) {
        if before.trim() == now {
            return;
        }
        self.told.push(if before.trim().is_empty() {
            format!("The recipe has no name for the {what}; it is called “{now}” here.")
        } else {
            format!("The {what} is called “{now}” here, because “{}” is taken.", before.trim())
        });
    }

    /// What the file lacks, and what is not part of one.
    pub(super) fn of_file(&mut self, recipe: &Recipe, unknown: &[String]) {
        if recipe.left_out > 0 {
            let count = counted(recipe.left_out as usize, "field mapping");
            self.told.push(format!("The recipe was exported without {count} of its dataflow."));
        }
        if !unknown.is_empty() {
            let unknown = some_of(unknown);
            self.told.push(format!("Not part of a recipe, and left out: {unknown}."));
        }
    }
}

/// How a schema differs, as the middle of a sentence.
fn how(difference: &Difference) -> String {
    match difference {
        Difference::Class => "it is not of the same class".to_owned(),
        Difference::Groups => "it has not the same ready-made fields of Adobe".to_owned(),
        Difference::Lacks(paths) => {
            format!("it lacks {}, or has it with another type", some_of(paths))
        }
        Difference::Adds(paths) => format!("it has {} besides", some_of(paths)),
        Difference::Demands(paths) => {
            format!("it demands {}, which the mapping does not fill", some_of(paths))
        }
        Difference::Identities => "not the same fields are identities".to_owned(),
    }
}

/// Whether a target is this path, or an object around it.
fn is_at_or_around(target: &str, path: &str) -> bool {
    path.strip_prefix(target).is_some_and(|rest| rest.is_empty() || rest.starts_with('.'))
}

fn counted(count: usize, what: &str) -> String {
    if count == 1 { format!("1 {what}") } else { format!("{count} {what}s") }
}

/// The first few by name, the others by number.
fn some_of<T: AsRef<str>>(names: &[T]) -> String {
    let first: Vec<&str> = names.iter().take(MOST_NAMED).map(AsRef::as_ref).collect();
    match names.len() - first.len() {
        0 => first.join(", "),
        more => format!("{} and {more} more", first.join(", ")),
    }
}

#[cfg(test)]
mod tests {
    use super::some_of;

    #[test]
    fn a_sentence_names_a_few_and_counts_the_others() {
        assert_eq!(some_of(&["a"]), "a");
        let many: Vec<String> = (0..5_000).map(|number| format!("f{number}")).collect();
        assert_eq!(some_of(&many), "f0, f1, f2, f3, f4 and 4995 more");
    }
}
