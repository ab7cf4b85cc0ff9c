//! One run, whole: its sum, its parts, why events failed, and where those can be read.

use aep_client::export::Export;
use aep_client::flow_service::{FlowRun, RunActivity as Part};
use aep_client::{Error, RunId};
use serde_json::Value;
use url::Url;

use super::HOUR;
use super::convert::{balance, errors_of, millis, run, run_state};
use super::failures::Failures;
use super::status::run_sentence;
use crate::app::ActiveSession;
use crate::contract::flows::TechnicalDetail;
use crate::contract::run_detail::{PartKind, RunDetail, RunPart, SampleLink};
use crate::contract::runs::Counts;
use crate::run_history;

/// Reads a run.
///
/// # Errors
/// What the platform says.
pub(crate) async fn read_run(session: &ActiveSession, id: &RunId) -> Result<RunDetail, Error> {
    let seen = session.sandbox.runs().get(id).await?;
    run_history::note(session, std::slice::from_ref(&seen));
    Ok(detail(session, &seen))
}

fn detail(session: &ActiveSession, seen: &FlowRun) -> RunDetail {
    let shown = run(seen);
    let mut failures = Failures::default();
    failures.add(&shown);
    let (window_start, window_end) = window(seen);
    RunDetail {
        sentence: run_sentence(seen),
        flow_id: seen.flow_id.as_ref().map(|id| id.as_str().to_owned()),
        window_start,
        window_end,
        balance: balance(shown.counts),
        bytes_in: seen.metrics.size.input_bytes,
        bytes_out: seen.metrics.size.output_bytes,
        activities: seen.activities.iter().map(activity).collect(),
        failures: failures.finish(),
        samples: sample_links(&session.sandbox.export(), seen),
        technical: technical(seen),
        read_at: session.now(),
        run: shown,
    }
}

/// The time whose events a run covers: as the platform says, or the hour that it began with.
fn window(seen: &FlowRun) -> (Option<i64>, Option<i64>) {
    let extensions = seen.metrics.duration.extra.get("extensions");
    let said = |key: &str| {
        let moment = extensions.and_then(|all| all.get(key)).and_then(Value::as_i64);
        moment.filter(|moment| *moment > 0)
    };
    let start = said("windowStart").or_else(|| millis(seen.metrics.duration.started_at));
    (start, said("windowEnd").or_else(|| start.map(|start| start + HOUR)))
}

fn activity(part: &Part) -> RunPart {
    let metrics = &part.metrics;
    let records = &metrics.records;
    RunPart {
        kind: kind(part),
        name: if part.name.is_empty() { part.id.clone() } else { part.name.clone() },
        state: run_state(&metrics.verdict.status),
        state_as_sent: metrics.verdict.status.as_str().to_owned(),
        started_at: millis(metrics.duration.started_at),
        completed_at: millis(metrics.duration.completed_at),
        counts: Counts {
            received: records.input,
            ingested: records.output,
            failed: records.failed,
        },
        errors: errors_of(&metrics.verdict),
    }
}

/// Names vary ("Pendo Copy Activity"), and older runs have nothing but an id ("copyActivity").
fn kind(part: &Part) -> PartKind {
    let name = format!("{} {}", part.name, part.id).to_lowercase();
    if name.contains("promotion") {
        PartKind::Promotion
    } else if name.contains("copy") {
        PartKind::Copy
    } else {
        PartKind::Other
    }
}

/// The links of a run to events that failed, each once.
pub(crate) fn sample_links(export: &Export, seen: &FlowRun) -> Vec<SampleLink> {
    let verdicts = seen.activities.iter().map(|part| &part.metrics.verdict);
    let manifests = verdicts
        .chain(std::iter::once(&seen.metrics.verdict))
        .map(|verdict| &verdict.extensions.manifest);
    let mut links: Vec<SampleLink> = Vec::new();
    for address in manifests.flat_map(|one| one.failed_records.iter().chain(&one.sample_errors)) {
        if links.iter().all(|known| known.address != *address) {
            let host = Url::parse(address).ok().and_then(|url| url.host_str().map(str::to_owned));
            links.push(SampleLink {
                address: address.clone(),
                host: host.unwrap_or_default(),
                own: export.is_own(address),
            });
        }
    }
    links
}

fn technical(seen: &FlowRun) -> Vec<TechnicalDetail> {
    let line = |label: &str, value: &str| TechnicalDetail {
        label: label.to_owned(),
        value: value.to_owned(),
    };
    let mut lines = vec![line("Run ID", seen.id.as_str())];
    if let Some(flow) = &seen.flow_id {
        lines.push(line("Dataflow ID", flow.as_str()));
    }
    for part in seen.activities.iter().filter(|part| !part.id.is_empty()) {
        let name = if part.name.is_empty() { "Activity" } else { &part.name };
        lines.push(line(name, &part.id));
    }
    for batch in batches(seen) {
        lines.push(line("Batch ID", &batch));
    }
    lines.push(line("State as Adobe sent it", seen.metrics.verdict.status.as_str()));
    lines
}

/// `targetInfo[].reference {type: "Batch", ids}` of the activities; the type's casing varies.
fn batches(seen: &FlowRun) -> Vec<String> {
    let targets = seen.activities.iter().filter_map(|part| part.metrics.extra.get("targetInfo"));
    let references = targets.filter_map(Value::as_array).flatten().map(|info| &info["reference"]);
    let batches = references.filter(|reference| {
        reference["type"].as_str().is_some_and(|kind| kind.eq_ignore_ascii_case("batch"))
    });
    let ids = batches.filter_map(|reference| reference["ids"].as_array()).flatten();
    let mut ids: Vec<String> = ids.filter_map(Value::as_str).map(str::to_owned).collect();
    ids.dedup();
    ids
}

#[cfg(test)]
mod tests {
    use aep_client::flow_service::FlowRun;
    use serde_json::{Value, json};

    use super::{HOUR, PartKind, activity, technical, window};

    fn read(run: Value) -> FlowRun {
        serde_json::from_value(run).unwrap()
    }

    #[test]
    fn activities_are_known_by_name_or_by_id_in_any_casing() {
        for (part, kind) in [
            (json!({ "name": "Copy Activity" }), PartKind::Copy),
            (json!({ "name": "Pendo Copy Activity", "id": "x" }), PartKind::Copy),
            (json!({ "id": "promotionActivity" }), PartKind::Promotion),
            (json!({ "name": "Streaming validation" }), PartKind::Other),
        ] {
            let run = read(json!({ "id": "r", "activities": [part] }));
            assert_eq!(activity(&run.activities[0]).kind, kind, "{run:?}");
        }
    }

    #[test]
    fn the_window_is_what_the_platform_says_or_the_hour_of_the_beginning() {
        let said = json!({ "windowStart": 7_200_000, "windowEnd": 9_000_000 });
        let duration = json!({ "startedAtUTC": 3_600_000, "extensions": said });
        let run = read(json!({ "id": "r", "metrics": { "durationSummary": duration } }));
        assert_eq!(window(&run), (Some(7_200_000), Some(9_000_000)));
        let bare = json!({ "startedAtUTC": 3_600_000 });
        let run = read(json!({ "id": "r", "metrics": { "durationSummary": bare } }));
        assert_eq!(window(&run), (Some(HOUR), Some(2 * HOUR)));
        assert_eq!(window(&read(json!({ "id": "r", "metrics": null }))), (None, None));
    }

    #[test]
    fn batches_are_told_once_whatever_the_casing_of_their_kind() {
        let target = |kind: &str| json!({ "targetInfo": [{ "reference": { "type": kind, "ids": ["b-1"] } }] });
        let run = read(json!({ "id": "r", "activities": [target("Batch"), target("batch")] }));
        let lines = technical(&run);
        assert_eq!(lines.iter().filter(|line| line.label == "Batch ID").count(), 1);
    }
}
