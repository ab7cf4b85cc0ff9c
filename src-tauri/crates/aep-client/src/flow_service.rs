//! Flow Service: connections, dataflows and their runs.
//!
//! Source: <https://developer.adobe.com/experience-platform-apis/references/flow-service/>.

mod base_connections;
mod collection;
mod flow;
mod flows;
pub mod known;
mod new_flow;
mod reference;
mod runs;
mod source_connections;
mod specs;
mod state;
mod target_connections;

pub use base_connections::{
    AuthParams, AuthShown, BaseConnection, BaseConnections, NewBaseConnection,
};
pub use collection::Created;
pub use flow::{
    Flow, FlowOptions, InheritedAccount, InheritedAttributes, InheritedConnection, LastOperation,
    LastRunDetails, Transformation, TransformationParams,
};
pub use flows::Flows;
pub use new_flow::{MappingRef, NewFlow};
pub use reference::SpecRef;
pub use runs::{
    ErrorManifest, FlowRun, RunActivity, RunBytes, RunError, RunMetrics, RunRecords, RunTimes,
    RunVerdict, Runs, VerdictExtensions,
};
pub use source_connections::{NewSourceConnection, SourceConnection, SourceConnections};
pub use specs::{AuthSpec, ConnectionSpec, ConnectionSpecs, FlowSpec, FlowSpecs};
pub use state::{ResourceState, RunStatus};
pub use target_connections::{
    NewTargetConnection, TargetConnection, TargetConnections, TargetData, TargetParams,
    TargetSchema,
};
