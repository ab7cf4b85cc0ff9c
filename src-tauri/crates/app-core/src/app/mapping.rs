//! Samples, target fields, previews.

use crate::App;
use crate::contract::error::AppError;
use crate::contract::mapping::{MappingPreview, PreviewMapping, ReadSample, Sample};
use crate::contract::setup::{
    DatasetChoice, GetTargetFields, SchemaChoice, SetupDefaults, TargetFields,
};

impl App {
    /// What the wizard starts from.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn get_setup_defaults(&self) -> Result<SetupDefaults, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Schemas that may be picked.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn list_schemas(&self) -> Result<Vec<SchemaChoice>, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Datasets that may be picked.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn list_datasets(&self) -> Result<Vec<DatasetChoice>, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Fields of a schema.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn get_target_fields(
        &self,
        _args: GetTargetFields,
    ) -> Result<TargetFields, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// Reads a sample event.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn read_sample(&self, _args: ReadSample) -> Result<Sample, AppError> {
        Err(AppError::internal("not built yet"))
    }

    /// One event in, one record out.
    ///
    /// # Errors
    /// Not built yet.
    pub async fn preview_mapping(&self, _args: PreviewMapping) -> Result<MappingPreview, AppError> {
        Err(AppError::internal("not built yet"))
    }
}
