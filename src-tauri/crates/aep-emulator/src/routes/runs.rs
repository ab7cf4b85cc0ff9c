//! Flow runs.

use serde_json::{Value, json};

use crate::http::{Call, Outcome, Reply};
use crate::ingest::{Run, run_of_id, runs_of};
use crate::listing::{Filter, ListRequest};
use crate::problem;
use crate::world::{Flow, Shelf, World};

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
        .map(|(index, run)| (index as u64 + 1, run))
        .filter(|(number, _)| *number > behind)
        .map(|(number, run)| (number, run.to_json(&place)));
    request.answer(call, "runs", rows)
}

/// The runs of the flows that the filters leave, before anything is written out.
fn candidates<'a>(
    flows: &'a Shelf<Flow>,
    filters: &'a [Filter],
    now_ms: i64,
) -> impl Iterator<Item = Run<'a>> {
    let named = filters.iter().find(|filter| filter.path == ["flowId"]);
    let ids: Option<&[String]> = named.map(|filter| filter.values.as_slice());
    let of_named = ids.unwrap_or_default().iter().filter_map(|id| flows.entry(id));
    let of_all = flows.entries().filter(move |_| ids.is_none());
    of_named.chain(of_all).flat_map(move |(place, flow)| runs_of(flow, place, now_ms)).filter(
        move |run| {
            let started = json!(run.started_ms());
            let mut bounds = filters.iter().filter(|filter| bounds_start(filter));
            bounds.all(|filter| filter.admits(&nested(&filter.path, started.clone())))
        },
    )
}

fn bounds_start(filter: &Filter) -> bool {
    filter.path == ["metrics", "durationSummary", "startedAtUTC"]
}

fn nested(path: &[String], value: Value) -> Value {
    path.iter().rev().fold(value, |inner, step| json!({ step.as_str(): inner }))
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
