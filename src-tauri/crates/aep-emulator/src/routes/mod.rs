//! What each route does, one file per resource. The gate has already let the caller in.

mod auth_checks;
pub(crate) mod auth_specs;
mod classes;
mod connection_checks;
pub(crate) mod connections;
pub(crate) mod control;
mod datasets;
mod descriptors;
pub(crate) mod export;
mod expressions;
mod flow_body;
mod flow_patch;
mod flows;
mod global_groups;
mod inlet;
mod mapping_sets;
mod namespaces;
mod registry;
mod runs;
mod sandboxes;
mod schedule;
pub(crate) mod specs;
mod stats;
mod token;

use crate::http::{Call, Outcome};
use crate::route::Route;
use crate::world::World;
use connections::Kind;

/// Does what the route does.
pub(crate) fn dispatch(world: &mut World, call: &Call) -> Outcome {
    match call.route {
        Route::CreateToken => token::create(world, call),
        Route::ListSandboxes => sandboxes::list(world, call),
        Route::ListAllSandboxes => sandboxes::list_all(world, call),
        Route::GetSandbox => sandboxes::get(world, call),
        Route::ListDatasets => datasets::list(world, call),
        Route::CreateDataset => datasets::create(world, call),
        Route::GetDataset => datasets::get(world, call),
        Route::UpdateDataset => datasets::update(world, call),
        Route::DeleteDataset => datasets::delete(world, call),
        Route::ListMappingSets => mapping_sets::list(world, call),
        Route::CreateMappingSet => mapping_sets::create(world, call),
        Route::GetMappingSet => mapping_sets::get(world, call),
        Route::ReplaceMappingSet => mapping_sets::replace(world, call),
        Route::DeleteMappingSet => mapping_sets::delete(world, call),
        Route::ListMappings => mapping_sets::mappings(world, call),
        Route::ValidateMappingSet => mapping_sets::validate(world, call),
        Route::PreviewMappingSet => mapping_sets::preview(world, call),
        Route::ListFunctions => expressions::functions(),
        Route::ListOperators => expressions::operators(),
        Route::ValidateExpression => expressions::validate(call),
        Route::ListFlows => flows::list(world, call),
        Route::CreateFlow => flows::create(world, call),
        Route::GetFlow => flows::get(world, call),
        Route::UpdateFlow => flow_patch::update(world, call),
        Route::ActOnFlow => flows::act(world, call),
        Route::DeleteFlow => flows::delete(world, call),
        Route::ListRuns => runs::list(world, call),
        Route::GetRun => runs::get(world, call),
        Route::GetFailedRows => export::failed(world, call),
        Route::GetBatchMeta => export::meta(world, call),
        Route::ListConnectionSpecs => specs::list_connection_specs(world, call),
        Route::GetConnectionSpec => specs::get_connection_spec(world, call),
        Route::ListFlowSpecs => specs::list_flow_specs(world, call),
        Route::GetFlowSpec => specs::get_flow_spec(world, call),
        Route::PostEvent => inlet::post(world, call),
        Route::PostEventBatch => inlet::post_batch(world, call),
        other => dispatch_registry(world, call, other),
    }
}

fn dispatch_registry(world: &mut World, call: &Call, route: Route) -> Outcome {
    use registry::Kind::{FieldGroup, Schema};
    match route {
        Route::GetSchemaStats => stats::get(world, call),
        Route::ListGlobalClasses => classes::list(call),
        Route::GetGlobalClass => classes::get(call),
        Route::ListClasses | Route::ListGlobalSchemas => registry::list_nothing(call),
        Route::ListGlobalFieldGroups => global_groups::list(call),
        Route::GetGlobalFieldGroup => global_groups::get(call),
        Route::ListIdentityNamespaces => namespaces::list(call),
        Route::ListFieldGroups => registry::list(world, call, FieldGroup),
        Route::CreateFieldGroup => registry::create(world, call, FieldGroup),
        Route::GetFieldGroup => registry::get(world, call, FieldGroup),
        Route::UpdateFieldGroup => registry::update(world, call, FieldGroup),
        Route::ReplaceFieldGroup => registry::replace(world, call, FieldGroup),
        Route::DeleteFieldGroup => registry::delete(world, call, FieldGroup),
        Route::ListSchemas => registry::list(world, call, Schema),
        Route::CreateSchema => registry::create(world, call, Schema),
        Route::GetSchema => registry::get(world, call, Schema),
        Route::UpdateSchema => registry::update(world, call, Schema),
        Route::ReplaceSchema => registry::replace(world, call, Schema),
        Route::DeleteSchema => registry::delete(world, call, Schema),
        Route::ListDescriptors => descriptors::list(world, call),
        Route::CreateDescriptor => descriptors::create(world, call),
        Route::GetDescriptor => descriptors::get(world, call),
        Route::DeleteDescriptor => descriptors::delete(world, call),
        other => dispatch_connections(world, call, other),
    }
}

fn dispatch_connections(world: &mut World, call: &Call, route: Route) -> Outcome {
    match route {
        Route::ListBaseConnections => connections::list(world, call, Kind::Base),
        Route::CreateBaseConnection => connections::create(world, call, Kind::Base),
        Route::GetBaseConnection => connections::get(world, call, Kind::Base),
        Route::TestBaseConnection => connections::test(world, call),
        Route::UpdateBaseConnection => connections::update(world, call, Kind::Base),
        Route::DeleteBaseConnection => connections::delete(world, call, Kind::Base),
        Route::ListSourceConnections => connections::list(world, call, Kind::Source),
        Route::CreateSourceConnection => connections::create(world, call, Kind::Source),
        Route::GetSourceConnection => connections::get(world, call, Kind::Source),
        Route::UpdateSourceConnection => connections::update(world, call, Kind::Source),
        Route::DeleteSourceConnection => connections::delete(world, call, Kind::Source),
        Route::ActOnSourceConnection => connections::act(world, call, Kind::Source),
        Route::ListTargetConnections => connections::list(world, call, Kind::Target),
        Route::CreateTargetConnection => connections::create(world, call, Kind::Target),
        Route::GetTargetConnection => connections::get(world, call, Kind::Target),
        Route::UpdateTargetConnection => connections::update(world, call, Kind::Target),
        Route::DeleteTargetConnection => connections::delete(world, call, Kind::Target),
        Route::ActOnTargetConnection => connections::act(world, call, Kind::Target),
        other => unreachable!("{other:?} is dispatched above or by the server"),
    }
}
