//! The table of routes: name, method, path, and what the caller needs for it. Anything that is not
//! in this table is answered 501. What the routes do is in `routes`.

use std::sync::LazyLock;

use hyper::Method;
use percent_encoding::percent_decode_str;

/// The service behind a path; it decides headers and the shape of errors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Service {
    Ims,
    Sandboxes,
    SchemaRegistry,
    Catalog,
    DataPrep,
    Export,
    Identity,
    Flows,
    Inlet,
    Control,
}

/// Whether a route changes anything, which decides the permission it needs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Access {
    Read,
    Write,
}

macro_rules! routes {
    ($($(#[$doc:meta])* $variant:ident $method:ident $service:ident $access:ident $path:literal;)*) => {
        /// Every call that the emulator answers.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
        pub enum Route { $($(#[$doc])* $variant,)* }

        impl Route {
            /// All routes, in the order of the table.
            pub const ALL: &'static [Route] = &[$(Route::$variant,)*];

            fn row(self) -> (Method, Service, Access, &'static str, &'static str) {
                match self {
                    $(Route::$variant =>
                        (Method::$method, Service::$service, Access::$access, $path, stringify!($variant)),)*
                }
            }
        }
    };
}

routes! {
    /// Sign-in with client credentials.
    CreateToken POST Ims Read "/ims/token/v3";
    /// The sandboxes that the caller may use.
    ListSandboxes GET Sandboxes Read "/data/foundation/sandbox-management";
    /// All sandboxes, for administrators.
    ListAllSandboxes GET Sandboxes Read "/data/foundation/sandbox-management/sandboxes";
    /// One sandbox, for administrators.
    GetSandbox GET Sandboxes Read "/data/foundation/sandbox-management/sandboxes/{}";
    /// Tenant id and counts.
    GetSchemaStats GET SchemaRegistry Read "/data/foundation/schemaregistry/stats";
    /// Adobe's own classes.
    ListGlobalClasses GET SchemaRegistry Read "/data/foundation/schemaregistry/global/classes";
    /// One of Adobe's classes.
    GetGlobalClass GET SchemaRegistry Read "/data/foundation/schemaregistry/global/classes/{}";
    /// The organisation's own classes; the emulator has none.
    ListClasses GET SchemaRegistry Read "/data/foundation/schemaregistry/tenant/classes";
    /// Adobe's own field groups.
    ListGlobalFieldGroups GET SchemaRegistry Read "/data/foundation/schemaregistry/global/fieldgroups";
    /// One of Adobe's field groups.
    GetGlobalFieldGroup GET SchemaRegistry Read "/data/foundation/schemaregistry/global/fieldgroups/{}";
    /// The organisation's field groups.
    ListFieldGroups GET SchemaRegistry Read "/data/foundation/schemaregistry/tenant/fieldgroups";
    /// A new field group.
    CreateFieldGroup POST SchemaRegistry Write "/data/foundation/schemaregistry/tenant/fieldgroups";
    /// One field group.
    GetFieldGroup GET SchemaRegistry Read "/data/foundation/schemaregistry/tenant/fieldgroups/{}";
    /// A field group changed by JSON Patch.
    UpdateFieldGroup PATCH SchemaRegistry Write "/data/foundation/schemaregistry/tenant/fieldgroups/{}";
    /// A field group written anew.
    ReplaceFieldGroup PUT SchemaRegistry Write "/data/foundation/schemaregistry/tenant/fieldgroups/{}";
    /// A field group removed.
    DeleteFieldGroup DELETE SchemaRegistry Write "/data/foundation/schemaregistry/tenant/fieldgroups/{}";
    /// Adobe's own schemas; the emulator has none.
    ListGlobalSchemas GET SchemaRegistry Read "/data/foundation/schemaregistry/global/schemas";
    /// The organisation's schemas.
    ListSchemas GET SchemaRegistry Read "/data/foundation/schemaregistry/tenant/schemas";
    /// A new schema.
    CreateSchema POST SchemaRegistry Write "/data/foundation/schemaregistry/tenant/schemas";
    /// One schema.
    GetSchema GET SchemaRegistry Read "/data/foundation/schemaregistry/tenant/schemas/{}";
    /// A schema changed by JSON Patch.
    UpdateSchema PATCH SchemaRegistry Write "/data/foundation/schemaregistry/tenant/schemas/{}";
    /// A schema written anew.
    ReplaceSchema PUT SchemaRegistry Write "/data/foundation/schemaregistry/tenant/schemas/{}";
    /// A schema removed.
    DeleteSchema DELETE SchemaRegistry Write "/data/foundation/schemaregistry/tenant/schemas/{}";
    /// Identity descriptors.
    ListDescriptors GET SchemaRegistry Read "/data/foundation/schemaregistry/tenant/descriptors";
    /// A new descriptor.
    CreateDescriptor POST SchemaRegistry Write "/data/foundation/schemaregistry/tenant/descriptors";
    /// One descriptor.
    GetDescriptor GET SchemaRegistry Read "/data/foundation/schemaregistry/tenant/descriptors/{}";
    /// A descriptor removed.
    DeleteDescriptor DELETE SchemaRegistry Write "/data/foundation/schemaregistry/tenant/descriptors/{}";
    /// Identity namespaces.
    ListIdentityNamespaces GET Identity Read "/data/core/idnamespace/identities";
    /// Datasets.
    ListDatasets GET Catalog Read "/data/foundation/catalog/dataSets";
    /// A new dataset.
    CreateDataset POST Catalog Write "/data/foundation/catalog/dataSets";
    /// One dataset.
    GetDataset GET Catalog Read "/data/foundation/catalog/dataSets/{}";
    /// A dataset changed.
    UpdateDataset PATCH Catalog Write "/data/foundation/catalog/dataSets/{}";
    /// A dataset removed.
    DeleteDataset DELETE Catalog Write "/data/foundation/catalog/dataSets/{}";
    /// Base connections ("accounts").
    ListBaseConnections GET Flows Read "/data/foundation/flowservice/connections";
    /// A new base connection.
    CreateBaseConnection POST Flows Write "/data/foundation/flowservice/connections";
    /// One base connection.
    GetBaseConnection GET Flows Read "/data/foundation/flowservice/connections/{}";
    /// Whether a base connection's credentials work.
    TestBaseConnection GET Flows Read "/data/foundation/flowservice/connections/{}/test";
    /// A base connection changed by JSON Patch.
    UpdateBaseConnection PATCH Flows Write "/data/foundation/flowservice/connections/{}";
    /// A base connection removed.
    DeleteBaseConnection DELETE Flows Write "/data/foundation/flowservice/connections/{}";
    /// Source connections.
    ListSourceConnections GET Flows Read "/data/foundation/flowservice/sourceConnections";
    /// A new source connection.
    CreateSourceConnection POST Flows Write "/data/foundation/flowservice/sourceConnections";
    /// One source connection.
    GetSourceConnection GET Flows Read "/data/foundation/flowservice/sourceConnections/{}";
    /// A source connection changed by JSON Patch.
    UpdateSourceConnection PATCH Flows Write "/data/foundation/flowservice/sourceConnections/{}";
    /// A source connection removed.
    DeleteSourceConnection DELETE Flows Write "/data/foundation/flowservice/sourceConnections/{}";
    /// A draft source connection published.
    ActOnSourceConnection POST Flows Write "/data/foundation/flowservice/sourceConnections/{}/action";
    /// Target connections.
    ListTargetConnections GET Flows Read "/data/foundation/flowservice/targetConnections";
    /// A new target connection.
    CreateTargetConnection POST Flows Write "/data/foundation/flowservice/targetConnections";
    /// One target connection.
    GetTargetConnection GET Flows Read "/data/foundation/flowservice/targetConnections/{}";
    /// A target connection changed by JSON Patch.
    UpdateTargetConnection PATCH Flows Write "/data/foundation/flowservice/targetConnections/{}";
    /// A target connection removed.
    DeleteTargetConnection DELETE Flows Write "/data/foundation/flowservice/targetConnections/{}";
    /// A draft target connection published.
    ActOnTargetConnection POST Flows Write "/data/foundation/flowservice/targetConnections/{}/action";
    /// Mapping sets.
    ListMappingSets GET DataPrep Read "/data/foundation/conversion/mappingSets";
    /// A new mapping set.
    CreateMappingSet POST DataPrep Write "/data/foundation/conversion/mappingSets";
    /// Whether the lines of a mapping set make sense.
    ValidateMappingSet POST DataPrep Read "/data/foundation/conversion/mappingSets/validate";
    /// What a mapping set makes of a sample.
    PreviewMappingSet POST DataPrep Read "/data/foundation/conversion/mappingSets/preview";
    /// One mapping set.
    GetMappingSet GET DataPrep Read "/data/foundation/conversion/mappingSets/{}";
    /// A mapping set written anew, which raises its version.
    ReplaceMappingSet PUT DataPrep Write "/data/foundation/conversion/mappingSets/{}";
    /// A mapping set removed; not documented, but answered.
    DeleteMappingSet DELETE DataPrep Write "/data/foundation/conversion/mappingSets/{}";
    /// The lines of a mapping set.
    ListMappings GET DataPrep Read "/data/foundation/conversion/mappingSets/{}/mappings";
    /// The functions of the expression language.
    ListFunctions GET DataPrep Read "/data/foundation/conversion/languages/el/functions";
    /// The operators of the expression language.
    ListOperators GET DataPrep Read "/data/foundation/conversion/languages/el/operators";
    /// Whether an expression can be read.
    ValidateExpression POST DataPrep Read "/data/foundation/conversion/languages/el/validate";
    /// Dataflows.
    ListFlows GET Flows Read "/data/foundation/flowservice/flows";
    /// A new dataflow.
    CreateFlow POST Flows Write "/data/foundation/flowservice/flows";
    /// One dataflow.
    GetFlow GET Flows Read "/data/foundation/flowservice/flows/{}";
    /// A dataflow changed by JSON Patch.
    UpdateFlow PATCH Flows Write "/data/foundation/flowservice/flows/{}";
    /// A dataflow enabled, disabled or published.
    ActOnFlow POST Flows Write "/data/foundation/flowservice/flows/{}/action";
    /// A dataflow removed.
    DeleteFlow DELETE Flows Write "/data/foundation/flowservice/flows/{}";
    /// Flow runs.
    ListRuns GET Flows Read "/data/foundation/flowservice/runs";
    /// One flow run.
    GetRun GET Flows Read "/data/foundation/flowservice/runs/{}";
    /// Events of a batch that failed: a listing or one of its files.
    GetFailedRows GET Export Read "/data/foundation/export/batches/{}/failed";
    /// What is known about the errors of a batch: a listing or a file.
    GetBatchMeta GET Export Read "/data/foundation/export/batches/{}/meta";
    /// The sources on offer.
    ListConnectionSpecs GET Flows Read "/data/foundation/flowservice/connectionSpecs";
    /// One source on offer.
    GetConnectionSpec GET Flows Read "/data/foundation/flowservice/connectionSpecs/{}";
    /// The kinds of dataflow on offer.
    ListFlowSpecs GET Flows Read "/data/foundation/flowservice/flowSpecs";
    /// One kind of dataflow.
    GetFlowSpec GET Flows Read "/data/foundation/flowservice/flowSpecs/{}";
    /// Several events sent to a streaming endpoint at once.
    PostEventBatch POST Inlet Write "/collection/batch/{}";
    /// One event sent to a streaming endpoint.
    PostEvent POST Inlet Write "/collection/{}";
    /// Control: plan trouble.
    AddFault POST Control Write "/__emulator__/faults";
    /// Control: forget all planned trouble.
    ClearFaults DELETE Control Write "/__emulator__/faults";
    /// Control: the time.
    GetClock GET Control Read "/__emulator__/clock";
    /// Control: move the time forward.
    AdvanceClock POST Control Write "/__emulator__/clock";
    /// Control: change behaviour that is open.
    SetSwitches POST Control Write "/__emulator__/switches";
    /// Control: what was asked so far, secrets left out.
    ListRequests GET Control Read "/__emulator__/requests";
    /// Control: forget what was asked so far.
    ClearRequests DELETE Control Write "/__emulator__/requests";
    /// Control: back to the state at the start.
    Reset POST Control Write "/__emulator__/reset";
}

impl Route {
    /// The name used by the control route, such as `createFlow`.
    pub fn name(self) -> String {
        let (.., variant) = self.row();
        let mut letters = variant.chars();
        letters
            .next()
            .map_or_else(String::new, |first| first.to_lowercase().chain(letters).collect())
    }

    /// The route of a name, if there is one.
    pub fn named(name: &str) -> Option<Self> {
        Self::ALL.iter().copied().find(|route| route.name() == name)
    }

    pub(crate) fn service(self) -> Service {
        self.row().1
    }

    pub(crate) fn access(self) -> Access {
        self.row().2
    }

    /// Finds the route of a request and what its placeholders hold. A slash at the end is the same
    /// as none: published clients send both.
    pub(crate) fn find(method: &Method, path: &str) -> Option<(Self, Vec<String>)> {
        let asked: Vec<&str> = path.trim_end_matches('/').split('/').collect();
        PATTERNS.iter().find_map(|(route, wanted_method, pattern)| {
            if wanted_method != method || pattern.len() != asked.len() {
                return None;
            }
            capture(pattern, &asked).map(|captured| (*route, captured))
        })
    }
}

static PATTERNS: LazyLock<Vec<(Route, Method, Vec<&'static str>)>> = LazyLock::new(|| {
    let rows = Route::ALL.iter().map(|&route| {
        let (method, _, _, path, _) = route.row();
        (route, method, path.split('/').collect())
    });
    rows.collect()
});

fn capture(pattern: &[&str], asked: &[&str]) -> Option<Vec<String>> {
    let mut captured = Vec::new();
    for (wanted, given) in pattern.iter().zip(asked) {
        if *wanted == "{}" {
            let decoded = percent_decode_str(given).decode_utf8_lossy().into_owned();
            captured.push(Some(decoded).filter(|text| !text.is_empty())?);
        } else if wanted != given {
            return None;
        }
    }
    Some(captured)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_path_with_an_encoded_id_is_found_and_decoded() {
        let path = "/data/foundation/schemaregistry/tenant/schemas/https%3A%2F%2Fx%2Fy";
        let found = Route::find(&Method::GET, path);
        assert_eq!(found, Some((Route::GetSchema, vec!["https://x/y".to_owned()])));
    }

    #[test]
    fn a_fixed_segment_wins_over_a_placeholder() {
        let path = "/data/foundation/conversion/mappingSets/preview";
        assert_eq!(
            Route::find(&Method::POST, path).map(|found| found.0),
            Some(Route::PreviewMappingSet)
        );
    }

    #[test]
    fn every_route_has_a_name_of_its_own_that_leads_back_to_it() {
        for &route in Route::ALL {
            assert_eq!(Route::named(&route.name()), Some(route));
        }
    }
}
