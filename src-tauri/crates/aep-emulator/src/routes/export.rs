//! Data Access: the events that a run refused, in files behind the links that the run gives.

use serde_json::{Value, json};

use crate::http::{Call, Outcome, Refusal, Reply};
use crate::ingest::{Run, batch_id, run_of_id};
use crate::problem;
use crate::world::World;

/// So many rows share a file.
const ROWS_PER_FILE: usize = 50;
/// So many rows are in the file of samples.
const SAMPLES: usize = 10;
/// Rows are kept for so long after they were refused.
const KEPT_MS: i64 = 30 * 24 * 3_600_000;

const ROW_ERRORS: &str = "row_errors";
/// The name of the file of samples, without its folder.
pub(crate) const SAMPLE_FILE: &str = "row_error_samples.json";

/// `GET /batches/{id}/failed`: a listing, or with `path` a file of it.
pub(crate) fn failed(world: &World, call: &Call) -> Outcome {
    let rows = rows(world, call)?;
    match call.query.get("path") {
        None => Ok(listing(world, call, &rows, "failed", "")),
        Some(name) => file(&rows, name),
    }
}

/// `GET /batches/{id}/meta?path=…`: the listing of errors, a file of it, or the file of samples.
pub(crate) fn meta(world: &World, call: &Call) -> Outcome {
    let rows = rows(world, call)?;
    match call.query.get("path").unwrap_or_default() {
        ROW_ERRORS => Ok(listing(world, call, &rows, "meta", "row_errors/")),
        SAMPLE_FILE => Ok(lines(&rows[..rows.len().min(SAMPLES)])),
        path => match path.strip_prefix("row_errors/") {
            Some(name) => file(&rows, name),
            None => Err(not_found(path)),
        },
    }
}

/// The rows of a batch that is known, was diagnosed, and is not too old.
fn rows(world: &World, call: &Call) -> Result<Vec<Value>, Refusal> {
    let flows = &world.sandbox(&call.sandbox).flows;
    let run = batch_id::read(call.id()).and_then(|run| run_of_id(flows, &run, call.now_ms));
    let run = run.filter(Run::has_rows);
    let run = run.filter(|run| call.now_ms - run.started_ms() < KEPT_MS);
    let run = run.ok_or_else(|| not_found(call.id()))?;
    Ok(run.rejected(&world.settings.tenant))
}

fn listing(world: &World, call: &Call, rows: &[Value], tail: &str, folder: &str) -> Reply {
    let base = format!("{}/data/foundation/export/batches/{}", world.base_url, call.id());
    let entry = |name: &str, length: usize| {
        let path = format!("{folder}{name}").replace('/', "%2F");
        json!({
            "name": name,
            "length": length.to_string(),
            "_links": { "self": { "href": format!("{base}/{tail}?path={path}") } },
        })
    };
    let mut data = vec![entry("_SUCCESS", 0)];
    for (number, rows) in rows.chunks(ROWS_PER_FILE).enumerate() {
        data.push(entry(&file_name(number), text(rows).len()));
    }
    let page = json!({ "limit": 100, "count": data.len() });
    Reply::json(200, json!({ "data": data, "_page": page }))
}

fn file(rows: &[Value], name: &str) -> Outcome {
    if name == "_SUCCESS" {
        return Ok(lines(&[]));
    }
    let mut files = rows.chunks(ROWS_PER_FILE).enumerate();
    let found = files.find(|(number, _)| file_name(*number) == name);
    found.map(|(_, rows)| lines(rows)).ok_or_else(|| not_found(name))
}

fn file_name(number: usize) -> String {
    format!("conversion_errors_{number}.json")
}

fn lines(rows: &[Value]) -> Reply {
    Reply::text(200, "application/octet-stream", text(rows))
}

/// One object a line.
fn text(rows: &[Value]) -> String {
    rows.iter().map(|row| format!("{row}\n")).collect()
}

fn not_found(what: &str) -> Refusal {
    problem::aep("EXPORT-1001", 404, "Not found", &format!("There is no file for {what}."))
}
