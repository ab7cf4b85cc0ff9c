//! What the Flow Service refuses in a connection, and in a write that names the wrong version.

use serde_json::{Map, Value, json};

use super::connections::Kind;
use super::{auth_checks, specs};
use crate::http::{Call, Refusal, Reply};
use crate::listing::invalid;
use crate::patch::PatchProblem;
use crate::problem;
use crate::world::World;

/// Checks the body of a new or changed connection.
pub(super) fn check(
    world: &World,
    call: &Call,
    kind: Kind,
    body: &Map<String, Value>,
) -> Result<(), Refusal> {
    let spec_id = body.get("connectionSpec").and_then(|spec| spec["id"].as_str());
    let Some(spec_id) = spec_id else {
        return Err(invalid("1413", "connectionSpec.id is missing."));
    };
    let known = specs::connection_spec(world, spec_id);
    let early = world.settings.switches.check_connections_early;
    match kind {
        Kind::Target if early => check_target(body, spec_id),
        Kind::Target => Ok(()),
        Kind::Source => {
            let known = known.ok_or_else(|| unknown_spec(spec_id))?;
            check_base(world, call, body)?;
            if early { check_source(body, known.has_accounts) } else { Ok(()) }
        }
        Kind::Base => auth_checks::check(body, &known.ok_or_else(|| unknown_spec(spec_id))?),
    }
}

fn unknown_spec(id: &str) -> Refusal {
    invalid("1413", &format!("There is no connection spec {id}."))
}

fn check_base(world: &World, call: &Call, body: &Map<String, Value>) -> Result<(), Refusal> {
    let Some(id) = body.get("baseConnectionId").and_then(Value::as_str) else { return Ok(()) };
    match world.sandbox(&call.sandbox).base_connections.get(id) {
        Some(_) => Ok(()),
        None => Err(problem::flow_not_found("connections", id)),
    }
}

/// What the platform says about a source connection, at the latest when a flow uses it.
pub(crate) fn check_source(body: &Map<String, Value>, has_accounts: bool) -> Result<(), Refusal> {
    if body.get("baseConnectionId").is_some_and(|id| !id.is_null()) && !has_accounts {
        let detail = "baseConnectionId is not allowed for this connection spec.";
        return Err(invalid("1332", detail));
    }
    match body.get("data").map(|data| &data["format"]) {
        None | Some(Value::Null) => Err(invalid("1323", "data.format is missing in the source.")),
        Some(format) if format == "json" => Ok(()),
        Some(format) => {
            let detail = format!("The data.format {format} is not supported; allowed: json.");
            Err(invalid("1327", &detail))
        }
    }
}

/// The same for a target connection.
pub(crate) fn check_target(body: &Map<String, Value>, spec_id: &str) -> Result<(), Refusal> {
    if spec_id != specs::DATA_LAKE {
        let allowed = specs::DATA_LAKE;
        let detail = format!("The connection spec {spec_id} is not allowed; allowed: {allowed}.");
        return Err(invalid("1307", &detail));
    }
    let params = body.get("params");
    let id = params.and_then(|params| params.get("dataSetId").or_else(|| params.get("datasetId")));
    match id.and_then(Value::as_str) {
        Some(id) if !id.is_empty() => Ok(()),
        _ => Err(invalid("1325", "params.dataSetId is missing or empty.")),
    }
}

/// Refuses a write that names no version (400) or an old one (412).
pub(crate) fn require_match(call: &Call, etag: &str) -> Result<(), Refusal> {
    let Some(given) = call.header("if-match").filter(|given| !given.is_empty()) else {
        let detail = "The header If-Match is missing; send the etag of the resource.";
        return Err(problem::flow("1403", 400, "Header is missing", detail));
    };
    let bare = |etag: &str| etag.trim_matches(|mark| mark == '"' || mark == '\\').to_owned();
    if bare(given) == bare(etag) {
        return Ok(());
    }
    let (given, current) = (escaped(&bare(given)), escaped(&bare(etag)));
    let message =
        format!("Supplied version=[{given}] is not the current version on entity=[{current}]");
    Err(Refusal(Reply::json(412, json!({ "errorMessage": message }))))
}

/// The platform wraps the two versions in several layers of quotes.
fn escaped(etag: &str) -> String {
    format!("\\\"\\\\\\\"{etag}\\\\\\\"\\\"")
}

/// A patch that cannot be used, with its code.
pub(crate) fn refuse_patch(problem: PatchProblem) -> Refusal {
    let number = match problem {
        PatchProblem::Missing(_) => "1455",
        PatchProblem::Operation(_) => "1434",
        PatchProblem::Path(_) => "1365",
    };
    invalid(number, &problem.detail())
}
