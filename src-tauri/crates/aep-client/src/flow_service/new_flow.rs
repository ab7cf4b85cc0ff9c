//! A dataflow to be made, and the mapping set it names.

use serde::Serialize;

use super::known::STREAMING_FLOW_SPEC;
use super::reference::SpecRef;
use crate::ids::{FlowSpecId, MappingSetId, SourceConnectionId, TargetConnectionId};

/// A mapping set and the version to use.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct MappingRef {
    /// The mapping set.
    #[serde(rename = "mappingId")]
    pub id: MappingSetId,
    /// Its version; a new set has version 0.
    #[serde(rename = "mappingVersion")]
    pub version: u64,
}

/// A streaming dataflow to be made.
#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct NewFlow {
    name: String,
    #[serde(skip_serializing_if = "Option::is_none")]
    description: Option<String>,
    flow_spec: SpecRef<FlowSpecId>,
    source_connection_ids: [SourceConnectionId; 1],
    target_connection_ids: [TargetConnectionId; 1],
    transformations: [NewTransformation; 1],
    #[serde(skip_serializing_if = "Option::is_none")]
    options: Option<NewFlowOptions>,
}

#[derive(Clone, Debug, Serialize)]
struct NewTransformation {
    name: &'static str,
    params: MappingRef,
}

#[derive(Clone, Debug, Serialize)]
#[serde(rename_all = "camelCase")]
struct NewFlowOptions {
    error_diagnostics_enabled: bool,
}

impl NewFlow {
    /// A dataflow for a source with a webhook: one source, one target, one mapping.
    pub fn streaming(
        name: impl Into<String>,
        source: &SourceConnectionId,
        target: &TargetConnectionId,
        mapping: MappingRef,
    ) -> Self {
        Self {
            name: name.into(),
            description: None,
            flow_spec: SpecRef::v1(STREAMING_FLOW_SPEC),
            source_connection_ids: [source.clone()],
            target_connection_ids: [target.clone()],
            transformations: [NewTransformation { name: "Mapping", params: mapping }],
            options: None,
        }
    }

    /// Names another kind of dataflow than that of the webhook sources.
    #[must_use]
    pub fn flow_spec(mut self, id: &FlowSpecId) -> Self {
        self.flow_spec = SpecRef::v1(id.clone());
        self
    }

    /// Says what it is for.
    #[must_use]
    pub fn description(mut self, text: impl Into<String>) -> Self {
        self.description = Some(text.into());
        self
    }

    /// Asks the platform to keep details of rows that fail.
    #[must_use]
    pub fn error_diagnostics(mut self, enabled: bool) -> Self {
        self.options = Some(NewFlowOptions { error_diagnostics_enabled: enabled });
        self
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{MappingRef, NewFlow};

    fn mapping() -> MappingRef {
        MappingRef { id: "m".into(), version: 0 }
    }

    #[test]
    fn a_new_flow_has_the_keys_and_fixed_values_of_the_tutorial() {
        let flow = NewFlow::streaming("n", &"s".into(), &"t".into(), mapping()).description("d");
        let expected = json!({
            "name": "n",
            "description": "d",
            "flowSpec": {"id": "e77fde5a-22a8-11ed-861d-0242ac120002", "version": "1.0"},
            "sourceConnectionIds": ["s"],
            "targetConnectionIds": ["t"],
            "transformations": [
                {"name": "Mapping", "params": {"mappingId": "m", "mappingVersion": 0}}
            ]
        });
        assert_eq!(serde_json::to_value(&flow).unwrap(), expected);
    }

    #[test]
    fn error_diagnostics_are_an_option_of_the_flow() {
        let flow = NewFlow::streaming("n", &"s".into(), &"t".into(), mapping());
        let flow = serde_json::to_value(flow.error_diagnostics(true)).unwrap();
        assert_eq!(flow["options"], json!({"errorDiagnosticsEnabled": true}));
    }
}
