//! Datasets, source connections, target connections and mappings.

use crate::App;
use crate::contract::error::AppError;
use crate::contract::resources::{
    CreateDataset, CreateSourceConnection, CreateTargetConnection, DeleteResource, ListResources,
    ResourceDeletion, ResourceDetail, ResourceJson, ResourceList, ResourceRef, ResourceUpdate,
    UpdateResource,
};
use crate::resources;

impl App {
    /// Every resource of one kind in the sandbox.
    ///
    /// # Errors
    /// `not_connected`; what the platform says.
    pub async fn list_resources(&self, args: ListResources) -> Result<ResourceList, AppError> {
        resources::list(&*self.session()?, args.kind).await
    }

    /// One resource, whole.
    ///
    /// # Errors
    /// `not_found`, and what else the platform says of the resource itself.
    pub async fn get_resource(&self, args: ResourceRef) -> Result<ResourceDetail, AppError> {
        resources::detail(&*self.session()?, args.kind, &args.id).await
    }

    /// One resource as the platform shows it.
    ///
    /// # Errors
    /// `not_found`, and what else the platform says.
    pub async fn get_resource_json(&self, args: ResourceRef) -> Result<ResourceJson, AppError> {
        let session = self.session()?;
        let json = resources::json(&session, args.kind, &args.id).await;
        json.map_err(|error| session.explain(&error))
    }

    /// Makes a dataset.
    ///
    /// # Errors
    /// `validation`, on the fields; what else the platform says.
    pub async fn create_dataset(&self, args: CreateDataset) -> Result<ResourceRef, AppError> {
        resources::create_dataset(&*self.session()?, args).await
    }

    /// Makes a source connection.
    ///
    /// # Errors
    /// As [`App::create_dataset`].
    pub async fn create_source_connection(
        &self,
        args: CreateSourceConnection,
    ) -> Result<ResourceRef, AppError> {
        resources::create_source_connection(&*self.session()?, args).await
    }

    /// Makes a target connection.
    ///
    /// # Errors
    /// As [`App::create_dataset`].
    pub async fn create_target_connection(
        &self,
        args: CreateTargetConnection,
    ) -> Result<ResourceRef, AppError> {
        resources::create_target_connection(&*self.session()?, args).await
    }

    /// Changes a resource. When somebody else changed the same meanwhile, nothing is saved.
    ///
    /// # Errors
    /// `validation`, on the fields; `conflict` when it keeps changing; what else the platform says.
    pub async fn update_resource(&self, args: UpdateResource) -> Result<ResourceUpdate, AppError> {
        resources::update(&*self.session()?, args).await
    }

    /// Deletes a resource that no dataflow uses.
    ///
    /// # Errors
    /// `validation` when production is not confirmed; what the platform says. That something uses it is a reply.
    pub async fn delete_resource(
        &self,
        args: DeleteResource,
    ) -> Result<ResourceDeletion, AppError> {
        resources::delete(&*self.session()?, args).await
    }
}
