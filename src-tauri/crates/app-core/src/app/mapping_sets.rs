//! Mappings as things of their own, apart from a dataflow.

use crate::App;
use crate::contract::error::AppError;
use crate::contract::mapping_sets::{
    CreateMapping, MappingSetForm, MappingSetRef, MappingSetUpdate, SaveMappingSet,
};
use crate::contract::resources::ResourceRef;
use crate::resources;

impl App {
    /// Makes a mapping.
    ///
    /// # Errors
    /// `validation`, by line; what else the platform says.
    pub async fn create_mapping(&self, args: CreateMapping) -> Result<ResourceRef, AppError> {
        resources::create_mapping(&*self.session()?, args).await
    }

    /// The newest version of a mapping, to be edited.
    ///
    /// # Errors
    /// `not_found`, `refused` for one that names no schema; what else the platform says.
    pub async fn get_mapping_set_form(
        &self,
        args: MappingSetRef,
    ) -> Result<MappingSetForm, AppError> {
        resources::mapping_form(&*self.session()?, &args.id).await
    }

    /// Makes another version of a mapping that no dataflow uses.
    ///
    /// # Errors
    /// `validation`, by line; `refused` for lines that this app cannot write; what else the platform says. That
    /// somebody was faster, or a dataflow uses it, is a reply.
    pub async fn save_mapping_set(
        &self,
        args: SaveMappingSet,
    ) -> Result<MappingSetUpdate, AppError> {
        resources::save_mapping_set(&*self.session()?, args).await
    }
}
