//! Recipes: a dataflow as a file that another sandbox or organisation can make its own from.

use serde::{Deserialize, Serialize};

use super::setup::SetupForm;

/// Argument of `read_recipe`.
#[derive(Debug, Clone, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct ReadRecipe {
    /// What stands in the file; at most 1 MB.
    pub text: String,
}

/// A recipe, read for the sandbox in use. Nothing was made.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct RecipeRead {
    /// Name of the dataflow that it was made from.
    pub name: String,
    /// Name of its source.
    pub source: String,
    /// With a schema of its own.
    pub new_schema: RecipeWay,
    /// With a schema that is here already, for each that is the same in all that matters; that of the recipe's title
    /// first.
    pub same_schemas: Vec<SameSchema>,
}

/// A schema that is here and is the recipe's in all that matters: its class, its fields with their types, its
/// identities.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct SameSchema {
    /// Its title.
    pub title: String,
    /// What is made when it is used.
    pub way: RecipeWay,
}

/// One way to make a recipe's dataflow here.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct RecipeWay {
    /// The form that makes it, with names that are free.
    pub form: SetupForm,
    /// What is different here, most important first.
    pub differences: Vec<RecipeDifference>,
}

/// One thing that is not as in the recipe.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(test, derive(ts_rs::TS), ts(export))]
#[serde(rename_all = "camelCase")]
pub struct RecipeDifference {
    /// It keeps the dataflow from being made as it is: something has to be done first.
    pub grave: bool,
    /// In a sentence.
    pub text: String,
}
