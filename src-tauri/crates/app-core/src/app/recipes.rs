//! Recipes: a dataflow as a file, and a file as the form of a new one.

use crate::App;
use crate::contract::error::AppError;
use crate::contract::files::ExportedFile;
use crate::contract::flows::FlowRef;
use crate::contract::recipes::{ReadRecipe, RecipeRead};
use crate::recipe;

impl App {
    /// The recipe of a dataflow, to be saved as a file. It holds no secret, no webhook address and no id.
    ///
    /// # Errors
    /// `not_connected`; `refused` for a source that this app cannot set up; what the platform says.
    pub async fn export_recipe(&self, args: FlowRef) -> Result<ExportedFile, AppError> {
        let session = self.session()?;
        recipe::export(&session, &args.flow_id.as_str().into()).await
    }

    /// Reads a recipe for the sandbox in use: the form that makes it here, and what is different. Nothing is made.
    ///
    /// # Errors
    /// `not_connected`; `validation` for a file that is no recipe; what the platform says.
    pub async fn read_recipe(&self, args: ReadRecipe) -> Result<RecipeRead, AppError> {
        let session = self.session()?;
        recipe::read(&session, &args.text).await
    }
}
