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
#[cfg_attr(test, derive(ts_rs::TS), ts(export, optional_fields))]
#[serde(rename_all = "camelCase")]
pub struct RecipeRead {
    /// Name of the dataflow that it was made from.
    pub name: String,
    /// Name of its source.
    pub source: String,
    /// With a schema of its own.
    pub new_schema: RecipeWay,
    /// With the schema that is here already; none when there is none of the same shape.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub same_schema: Option<SameSchema>,
}

/// A schema that has the recipe's title and its fields, and takes its lines.
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
