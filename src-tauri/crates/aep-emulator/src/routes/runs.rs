//! Flow runs.

use serde_json::{Value, json};

use crate::http::{Call, Outcome, Reply};
use crate::ingest::{Run, run_of_id, runs_between};
use crate::listing::{Filter, ListRequest, Operator, Row};
use crate::problem;
use crate::world::{Flow, Place, Shelf, World};

const FIELDS: &[&str] = &[
    "id",
    "flowId",
    "state",
    "createdAt",
    "updatedAt",
    "createdBy",
    "updatedBy",
    "createdClient",
    "updatedClient",
    "flowSpec",
    "providerRefId",
    "etag",
    "metrics",
    "activities",
];

/// `GET /runs`.
pub(crate) fn list(world: &World, call: &Call) -> Outcome {
    let request = ListRequest::read(call, FIELDS, world.settings.switches.strict_queries)?;
    let flows = &world.sandbox(&call.sandbox).flows;
    let place = world.place(&call.sandbox);
    let behind = request.behind();
    let runs = candidates(flows, &request.filters, call.now_ms).enumerate();
    let rows = runs
        .map(|(index, run)| (index as u64 + 1, Listed { run, place }))
        .filter(|(number, _)| *number > behind);
    request.answer(call, "runs", rows)
}

/// A run in a list.
struct Listed<'a> {
    run: Run<'a>,
    place: Place<'a>,
}

impl Row for Listed<'_> {
    fn member(&self, path: &[String]) -> Option<Value> {
        let path: Vec<&str> = path.iter().map(String::as_str).collect();
        match path.as_slice() {
            ["id"] => Some(json!(self.run.id())),
            ["flowId"] => Some(json!(self.run.flow_id())),
            ["createdAt"] => Some(json!(self.run.created_ms())),
            ["updatedAt"] => Some(json!(self.run.updated_ms())),
            ["metrics", "durationSummary", "startedAtUTC"] => Some(json!(self.run.started_ms())),
            ["metrics", "statusSummary", "status"] => Some(json!(self.run.status())),
            _ => None,
        }
    }

    fn to_json(&self) -> Value {
        self.run.to_json(&self.place)
    }
}

/// The runs of the flows that the filters leave, before anything is written out.
fn candidates<'a>(
    flows: &'a Shelf<Flow>,
    filters: &'a [Filter],
    now_ms: i64,
) -> impl Iterator<Item = Run<'a>> {
    let bounds = window(filters);
    let named = filters.iter().find(|filter| filter.path == ["flowId"]);
    let ids: Option<&[String]> = named.map(|filter| filter.values.as_slice());
    let of_named = ids.unwrap_or_default().iter().filter_map(|id| flows.entry(id));
    let of_all = flows.entries().filter(move |_| ids.is_none());
    of_named.chain(of_all).flat_map(move |(place, flow)| runs_between(flow, place, now_ms, bounds))
}

/// The bounds that filters set to the start of a run's window, so that a long history is not read
/// to leave most of it out. The filters themselves are still applied.
fn window(filters: &[Filter]) -> (i64, i64) {
    let started = filters
        .iter()
        .filter(|filter| filter.path == ["metrics", "durationSummary", "startedAtUTC"]);
    started.fold((i64::MIN, i64::MAX), |(earliest, latest), filter| {
        match (filter.operator, filter.values.first().and_then(|text| text.parse().ok())) {
            (Operator::Greater | Operator::GreaterOrEqual, Some(at)) => (earliest.max(at), latest),
            (Operator::Less | Operator::LessOrEqual, Some(at)) => (earliest, latest.min(at)),
            _ => (earliest, latest),
        }
    })
}

/// `GET /runs/{id}`.
pub(crate) fn get(world: &World, call: &Call) -> Outcome {
    let flows = &world.sandbox(&call.sandbox).flows;
    match run_of_id(flows, call.id(), call.now_ms) {
        Some(run) => {
            let item = run.to_json(&world.place(&call.sandbox));
            Ok(Reply::json(200, json!({ "items": [item] })))
        }
        None => Err(problem::flow_not_found("runs", call.id())),
    }
}
