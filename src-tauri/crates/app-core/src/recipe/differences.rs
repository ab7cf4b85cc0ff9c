//! What is not as in the recipe, in sentences, most important first.

use std::collections::HashSet;

use aep_client::TenantId;

use crate::contract::recipes::RecipeDifference;
use crate::contract::setup::{Destination, SetupForm};
use crate::starter::Source;

use super::file::Recipe;
use super::same_schema::Here;
use super::shape;

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

    /// The schema that is made, and lines that fill what it will not have.
    pub(super) fn of_target(
        &mut self,
        form: &SetupForm,
        source: &Source,
        tenant: &TenantId,
        has_fields: bool,
    ) {
        let fields = match &form.destination {
            Destination::Shape { fields, .. } => shape::fields(tenant, fields),
            _ => source.target_fields(tenant),
        };
        let known: HashSet<&str> = fields.iter().map(|field| field.path.as_str()).collect();
        let targets = form.lines.iter().map(|line| line.target.as_str());
        let lost: Vec<&str> = targets.filter(|target| !known.contains(target)).collect();
        if !lost.is_empty() {
            self.grave.push(format!(
                "The schema made here has no field for {}: {}. Choose a schema that has it, or remove the line.",
                counted(lost.len(), "field mapping"),
                some_of(&lost)
            ));
        }
        if !has_fields {
            let text = "The recipe holds no schema; the one suggested for its source is made.";
            self.told.push(text.to_owned());
        }
        self.told.push(format!(
            "This organisation’s own fields stand below “{}”; the mapping is moved there.",
            tenant.namespace()
        ));
    }

    /// A schema of the same title that is of another shape.
    pub(super) fn of_namesake(&mut self, here: &Here) {
        let Here::Other { title, lacks, adds } = here else { return };
        let lacks = (!lacks.is_empty())
            .then(|| format!("it lacks {}, or has it with another type", some_of(lacks)));
        let adds = (!adds.is_empty()).then(|| format!("it has {} besides", some_of(adds)));
        let how: Vec<String> = [lacks, adds].into_iter().flatten().collect();
        let how = if how.is_empty() { String::new() } else { format!(": {}", how.join("; ")) };
        self.told.push(format!(
            "Another schema named “{title}” is here already{how}. It stays as it is, and a new one is made beside it."
        ));
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
