//! Changing a dataflow.

use crate::App;
use crate::change;
use crate::contract::change::{
    FlowSettings, GetFlowMapping, MappingForm, MappingShown, SaveMapping, UpdateFlow, UpdateReply,
};
use crate::contract::error::AppError;
use crate::contract::flows::FlowRef;

impl App {
    /// What can be changed of a dataflow, read afresh.
    ///
    /// # Errors
    /// `not_found`, and what else the platform says.
    pub async fn get_flow_settings(&self, args: FlowRef) -> Result<FlowSettings, AppError> {
        change::read_settings(&*self.session()?, &args.flow_id.as_str().into()).await
    }

    /// Changes a dataflow. When others changed the same meanwhile, nothing is saved and the reply says what
    /// clashes.
    ///
    /// # Errors
    /// `validation`, `not_found`, `refused` while it is changing, `conflict` when it keeps changing.
    pub async fn update_flow(&self, args: UpdateFlow) -> Result<UpdateReply, AppError> {
        let id = args.flow_id.as_str().into();
        change::update(&*self.session()?, &id, &args.original, &args.wanted).await
    }

    /// One version of a dataflow's mapping: the one in force if none is named.
    ///
    /// # Errors
    /// `not_found`, and what else the platform says.
    pub async fn get_flow_mapping(&self, args: GetFlowMapping) -> Result<MappingShown, AppError> {
        let id = args.flow_id.as_str().into();
        change::read_mapping(&*self.session()?, &id, args.version).await
    }

    /// The mapping of a dataflow, to be edited.
    ///
    /// # Errors
    /// `not_found` when it has none; what else the platform says.
    pub async fn get_mapping_form(&self, args: FlowRef) -> Result<MappingForm, AppError> {
        change::read_form(&*self.session()?, &args.flow_id.as_str().into()).await
    }

    /// Makes another version of a dataflow's mapping and puts it in force. When somebody else put another one in
    /// force meanwhile, nothing is made, and the reply says so.
    ///
    /// # Errors
    /// `validation` by line, `not_found`, `refused` while it is changing or has lines that cannot be written.
    pub async fn save_mapping(&self, args: SaveMapping) -> Result<UpdateReply, AppError> {
        let id = args.flow_id.as_str().into();
        change::save_mapping(&*self.session()?, &id, &args.original, &args.lines).await
    }
}
