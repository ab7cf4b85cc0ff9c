//! The kept runs of a window as a file: CSV for spreadsheets, JSON for everything else.

use jiff::Timestamp;
use local_history::StoredRun;
use serde_json::{Value, json};

use crate::app::ActiveSession;
use crate::contract::error::AppError;
use crate::contract::files::{ExportedFile, FileFormat};
use crate::contract::run_history::ExportRuns;
use crate::contract::runs::{Run, RunState};
use crate::csv;
use crate::kept::on_disk;

/// What a line is about; "not reported" is an empty cell, never a 0.
const HEAD: [&str; 10] = [
    "dataflow",
    "dataflow id",
    "run id",
    "started (UTC)",
    "completed (UTC)",
    "state",
    "received",
    "ingested",
    "failed",
    "errors",
];

/// A run with the dataflow that it belongs to.
struct Line {
    flow_id: String,
    flow_name: String,
    run: Run,
}

/// Makes the file; the window saves it.
///
/// # Errors
/// What reading the history says.
pub(crate) async fn export(
    session: &ActiveSession,
    asked: ExportRuns,
) -> Result<ExportedFile, AppError> {
    let scope = session.scope.clone();
    let ExportRuns { flow_id, since, until, format } = asked;
    let kept = on_disk(&session.history, move |history| {
        history.runs(&scope, flow_id.as_deref(), since, until)
    });
    let lines: Vec<Line> = kept.await?.into_iter().filter_map(|kept| line(session, kept)).collect();
    let (text, ending) = match format {
        FileFormat::Csv => (table(&lines), "csv"),
        FileFormat::Json => (as_json(&lines), "json"),
    };
    let day = moment(session.now()).get(..10).unwrap_or_default().to_owned();
    let name = format!("inlet-runs-{}-{day}.{ending}", session.scope.sandbox);
    Ok(ExportedFile { name, text })
}

fn line(session: &ActiveSession, kept: StoredRun) -> Option<Line> {
    let run = serde_json::from_value(kept.content).ok()?;
    let known = session.flows.get(&kept.flow_id);
    let flow_name = known.map_or_else(String::new, |flow| flow.name().to_owned());
    Some(Line { flow_id: kept.flow_id, flow_name, run })
}

fn table(lines: &[Line]) -> String {
    let mut text = csv::line(HEAD);
    for Line { flow_id, flow_name, run } in lines {
        let errors: Vec<String> =
            run.errors.iter().map(|error| format!("{}: {}", error.code, error.message)).collect();
        let number = |count: Option<u64>| count.map_or_else(String::new, |count| count.to_string());
        let time = |at: Option<i64>| at.map_or_else(String::new, moment);
        let cells = [
            flow_name.clone(),
            flow_id.clone(),
            run.id.clone(),
            time(run.started_at),
            time(run.completed_at),
            state(run).to_owned(),
            number(run.counts.received),
            number(run.counts.ingested),
            number(run.counts.failed),
            errors.join("; "),
        ];
        text.push_str(&csv::line(cells.iter().map(String::as_str)));
    }
    text
}

fn as_json(lines: &[Line]) -> String {
    let rows: Vec<Value> = lines
        .iter()
        .map(|Line { flow_id, flow_name, run }| {
            json!({ "flowId": flow_id, "flowName": flow_name, "run": run })
        })
        .collect();
    format!("{:#}\n", Value::Array(rows))
}

fn state(run: &Run) -> &str {
    match run.state {
        RunState::Success => "success",
        RunState::PartialSuccess => "partial success",
        RunState::Failed => "failed",
        RunState::InProgress => "in progress",
        RunState::Unknown => &run.state_as_sent,
    }
}

/// A moment as every program reads it.
fn moment(milliseconds: i64) -> String {
    Timestamp::from_millisecond(milliseconds).map_or_else(|_| String::new(), |at| at.to_string())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Line, table};

    #[test]
    fn a_line_holds_no_formula_and_no_invented_zero() {
        let run =
            serde_json::from_value(json!({ "id": "r", "state": "failed", "stateAsSent": "failed",
            "startedAt": 1_800_000_000_000_i64, "counts": { "received": 5 },
            "errors": [{ "code": "A", "message": "=cmd" }] }));
        let line =
            Line { flow_id: "f".to_owned(), flow_name: "=1+1".to_owned(), run: run.unwrap() };
        let text = table(&[line]);
        let row = text.lines().nth(1).unwrap();
        assert_eq!(row, "'=1+1,f,r,2027-01-15T08:00:00Z,,failed,5,,,A: =cmd");
    }
}
