//! Turns a recipe into the form that makes its dataflow here, and says what is different. It writes nothing.

use aep_client::{Result as Asked, Sandbox, TenantId};

use crate::app::{ActiveSession, free_names};
use crate::contract::error::{AppError, FieldProblem};
use crate::contract::recipes::{RecipeRead, RecipeWay, SameSchema};
use crate::contract::setup::{Destination, SetupForm};
use crate::mapping::found;
use crate::starter::{self, Source};

use super::differences::Differences;
use super::file::Recipe;
use super::namespace::at_home;
use super::place::{self, PlaceHere};
use super::same_schema::{self, Wanted};

/// Reads a recipe for the sandbox of this session.
///
/// # Errors
/// `validation` for a file that is no recipe, or for a source that is not known; what the platform says.
pub(crate) async fn read(session: &ActiveSession, text: &str) -> Result<RecipeRead, AppError> {
    let (recipe, unknown) = Recipe::of_text(text).map_err(invalid)?;
    let source = starter::source(&recipe.source).ok_or_else(|| {
        invalid(format!(
            "This recipe is for the source “{}”, which this Inlet does not know. Update Inlet, and open it again.",
            recipe.source
        ))
    })?;
    let import = Import { sandbox: &session.sandbox, recipe, unknown, source };
    import.read().await.map_err(|error| session.explain(&error))
}

fn invalid(message: String) -> AppError {
    AppError::validation(vec![FieldProblem { field: "text".to_owned(), message }])
}

/// A file that is a recipe, and where it shall be used.
struct Import<'s> {
    sandbox: &'s Sandbox,
    recipe: Recipe,
    unknown: Vec<String>,
    source: &'static Source,
}

impl Import<'_> {
    async fn read(self) -> Asked<RecipeRead> {
        let (sandbox, recipe, source) = (self.sandbox, &self.recipe, self.source);
        let spec = source.connection_spec_id.as_str().into();
        let dataset = or_base(&recipe.dataset, source);
        let (stats, offered, name, dataset_name, dataset_only) = tokio::try_join!(
            async { sandbox.tenant().stats().await },
            async { found(sandbox.connection_specs().get(&spec).await) },
            free_names::dataflow(sandbox, or_base(&recipe.dataflow.name, source)),
            free_names::dataset(sandbox, dataset),
            free_names::dataset_alone(sandbox, dataset),
        )?;
        let tenant = stats.tenant_id;
        let place = place::here(sandbox, recipe, source, &tenant).await?;
        let form = self.form(&tenant, &place, name, dataset_name);
        let wanted = Wanted { recipe, place: &place, lines: &form.lines, tenant: &tenant };
        let here = same_schema::look(sandbox, &wanted).await?;
        let is_offered = offered.is_some();
        let over = |(id, title): &(String, String)| SameSchema {
            title: title.clone(),
            way: self.over_schema(&form, id, title, dataset_only.clone(), is_offered),
        };
        let same_schemas = here.same.iter().map(over).collect();
        let mut told = Differences::default();
        told.of_offer(source, is_offered);
        told.of_lines(&form, &place);
        told.of_empty_identity(&form, &place);
        told.of_place(recipe, &place, &tenant);
        told.of_namesake(&here);
        told.of_others(&here);
        told.of_names(recipe, &form);
        told.of_file(recipe, &self.unknown);
        let new_schema = RecipeWay { form, differences: told.all() };
        let source = source.name.clone();
        Ok(RecipeRead { name: self.recipe.dataflow.name, source, new_schema, same_schemas })
    }

    fn form(
        &self,
        tenant: &TenantId,
        place: &PlaceHere,
        name: String,
        dataset_name: String,
    ) -> SetupForm {
        let destination = match place.is_starters(self.source, tenant) {
            true => Destination::Starter { dataset_name },
            false => Destination::Shape { dataset_name, shape: place.shape.clone() },
        };
        SetupForm {
            name,
            description: self.recipe.dataflow.description.clone(),
            source: self.source.id.clone(),
            destination,
            lines: self.recipe.lines.iter().map(|line| at_home(line, tenant)).collect(),
        }
    }

    /// The same dataflow over a schema that is here already.
    fn over_schema(
        &self,
        form: &SetupForm,
        id: &str,
        title: &str,
        dataset_name: String,
        is_offered: bool,
    ) -> RecipeWay {
        let tags = self.recipe.tags.clone();
        let destination =
            Destination::ExistingSchema { schema_id: id.to_owned(), dataset_name, tags };
        let form = SetupForm { destination, ..form.clone() };
        let mut told = Differences::default();
        told.of_offer(self.source, is_offered);
        told.of_other_title(&self.recipe, title);
        told.of_names(&self.recipe, &form);
        told.of_tags(&self.recipe);
        told.of_file(&self.recipe, &self.unknown);
        RecipeWay { form, differences: told.all() }
    }
}

fn or_base<'n>(name: &'n str, source: &'n Source) -> &'n str {
    if name.trim().is_empty() { &source.name } else { name.trim() }
}
