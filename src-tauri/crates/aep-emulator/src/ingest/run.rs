//! Flow runs: one for each UTC hour in which a flow received anything. They are worked out from
//! counts when they are asked for and stored nowhere.

use serde_json::{Value, json};

use super::history::mix;
use super::rejected::KEPT;
use super::tally::Tally;
use super::{batch_id, run_id};
use crate::routes::export::SAMPLE_FILE;
use crate::world::{Flow, Place, Shelf, etag_of};

/// The window of one run, in milliseconds.
pub(crate) const HOUR_MS: i64 = 3_600_000;
/// Processing takes this long at least after the window, as in the one published sample.
const PROCESSING_MS: i64 = 30 * 60_000;
/// And up to this much longer.
const PROCESSING_SPREAD_MS: u64 = 10 * 60_000;

/// One run of a flow.
#[derive(Debug)]
pub(crate) struct Run<'a> {
    flow: &'a Flow,
    /// The flow's place on its shelf; part of the run's id.
    place: u64,
    pub(crate) hour: i64,
    tally: Tally,
    completed: bool,
}

/// The hours in which a flow may have runs by now, oldest first.
fn hours(flow: &Flow, now_ms: i64) -> std::ops::RangeInclusive<i64> {
    let last_ended = now_ms.div_euclid(HOUR_MS) - 1;
    let first_tally = flow.tallies.keys().next().copied();
    let first_history = flow.history.as_ref().map(|history| history.first_hour);
    let first = first_tally.into_iter().chain(first_history).min().unwrap_or(i64::MAX);
    let last_history = flow.history.as_ref().map(|known| known.last_hour.unwrap_or(last_ended));
    let last_tally = flow.tallies.keys().next_back().copied();
    let last = last_tally.into_iter().chain(last_history).max().unwrap_or(i64::MIN);
    first..=last.min(last_ended)
}

/// The runs of a flow by now whose windows began within these bounds, oldest first.
pub(crate) fn runs_between(
    flow: &Flow,
    place: u64,
    now_ms: i64,
    (earliest_ms, latest_ms): (i64, i64),
) -> impl DoubleEndedIterator<Item = Run<'_>> {
    let known = hours(flow, now_ms);
    let first = earliest_ms.div_euclid(HOUR_MS).max(*known.start());
    let last = latest_ms.div_euclid(HOUR_MS).min(*known.end());
    (first..=last).filter_map(move |hour| run_at(flow, place, hour, now_ms))
}

/// All runs of a flow by now, oldest first.
fn runs_of(flow: &Flow, place: u64, now_ms: i64) -> impl DoubleEndedIterator<Item = Run<'_>> {
    runs_between(flow, place, now_ms, (i64::MIN, i64::MAX))
}

fn run_at(flow: &Flow, place: u64, hour: i64, now_ms: i64) -> Option<Run<'_>> {
    let sent = flow.tallies.get(&hour);
    let made_up = flow.history.as_ref().and_then(|history| history.tally(hour));
    let tally = match (made_up, sent) {
        (Some(made_up), Some(sent)) => made_up.plus(sent),
        (Some(only), None) => only,
        (None, Some(only)) => only.clone(),
        (None, None) => return None,
    };
    let completed = now_ms >= completion_ms(flow, hour);
    Some(Run { flow, place, hour, tally, completed })
}

/// The newest run that is complete.
pub(crate) fn last_completed(flow: &Flow, place: u64, now_ms: i64) -> Option<Run<'_>> {
    runs_of(flow, place, now_ms).rev().find(|run| run.completed)
}

fn completion_ms(flow: &Flow, hour: i64) -> i64 {
    let spread = mix(number_of(&flow.stamp.id) ^ hour.unsigned_abs()) % PROCESSING_SPREAD_MS;
    (hour + 1) * HOUR_MS + PROCESSING_MS + spread as i64
}

/// A number that stands for a text, the same in every run of the program.
fn number_of(text: &str) -> u64 {
    text.bytes().fold(0xcbf2_9ce4_8422_2325, |number, byte| {
        (number ^ u64::from(byte)).wrapping_mul(0x0000_0100_0000_01b3)
    })
}

impl Run<'_> {
    /// The run's id. It hides the flow's place and the hour, so that a run is found by its id
    /// without being stored.
    pub(crate) fn id(&self) -> String {
        let check = mix(number_of(&self.flow.stamp.id) ^ self.hour.unsigned_abs());
        run_id::write(self.place, self.hour, check)
    }

    /// When the run's window began.
    pub(crate) fn started_ms(&self) -> i64 {
        self.hour * HOUR_MS
    }

    /// When the run was complete, if it is.
    pub(crate) fn completed_ms(&self) -> Option<i64> {
        self.completed.then(|| completion_ms(self.flow, self.hour))
    }

    /// The flow that ran.
    pub(crate) fn flow_id(&self) -> &str {
        &self.flow.stamp.id
    }

    /// When the run appeared: at the end of its window.
    pub(crate) fn created_ms(&self) -> i64 {
        self.started_ms() + HOUR_MS
    }

    /// When the run last changed.
    pub(crate) fn updated_ms(&self) -> i64 {
        self.completed_ms().unwrap_or_else(|| self.created_ms())
    }

    /// The platform's word for how it went.
    pub(crate) fn status(&self) -> &'static str {
        if self.completed { self.tally.status() } else { "inProgress" }
    }

    /// The short form that a flow repeats.
    pub(crate) fn details(&self) -> Value {
        let mut details = json!({
            "id": self.id(),
            "state": self.status(),
            "startedAtUTC": self.started_ms(),
        });
        if let Some(at) = self.completed_ms() {
            details["completedAtUTC"] = json!(at);
        }
        details
    }

    /// The whole run.
    pub(crate) fn to_json(&self, place: &Place<'_>) -> Value {
        let stamp = &self.flow.stamp;
        let (created, updated) = (self.created_ms(), self.updated_ms());
        let author = format!("{}@techacct.adobe.com", stamp.client_id);
        json!({
            "id": self.id(),
            "createdAt": created,
            "updatedAt": updated,
            "createdBy": author,
            "updatedBy": author,
            "createdClient": stamp.client_id,
            "updatedClient": stamp.client_id,
            "sandboxId": place.sandbox_id,
            "sandboxName": place.sandbox,
            "imsOrgId": place.org_id,
            "flowId": stamp.id,
            "flowSpec": self.flow.flow_spec,
            "providerRefId": self.flow.provider_ref_id,
            "etag": etag_of(mix(number_of(&stamp.id) ^ self.hour.unsigned_abs()) as u32, updated),
            "metrics": self.metrics(),
            "activities": self.activities(place.base_url),
        })
    }

    fn metrics(&self) -> Value {
        if !self.completed {
            return json!({
                "durationSummary": { "startedAtUTC": self.started_ms() },
                "statusSummary": { "status": "inProgress" },
            });
        }
        let mut metrics = json!({
            "durationSummary": self.duration(self.started_ms()),
            "sizeSummary": self.sizes(),
            "recordSummary": self.records(),
            "statusSummary": {
                "status": self.status(),
                "activityRefs": [COPY_ID, PROMOTION_ID],
            },
        });
        if self.tally.failed > 0 {
            metrics["statusSummary"]["errors"] = self.errors(false);
        }
        metrics
    }

    fn activities(&self, base_url: &str) -> Value {
        if !self.completed {
            return json!([]);
        }
        let window_end = self.started_ms() + HOUR_MS;
        let mut copy = self.activity(COPY_ID, "Copy Activity", self.started_ms());
        copy["sourceInfo"] = json!([{
            "id": self.flow.source_id,
            "type": "SourceConnection",
        }]);
        let mut promotion = self.activity(PROMOTION_ID, "Promotion Activity", window_end);
        let batch = batch_id::write(&self.id());
        promotion["targetInfo"] = json!([{
            "id": self.flow.target_id,
            "type": "TargetConnection",
            "reference": { "type": "Batch", "ids": [batch] },
        }]);
        let received = self.tally.received;
        copy["recordSummary"] =
            json!({ "inputRecordCount": received, "outputRecordCount": received });
        copy["statusSummary"] = json!({ "status": "success" });
        promotion["recordSummary"] = self.records();
        let mut outcome = json!({ "status": self.status() });
        if self.tally.failed > 0 {
            outcome["extensions"] = json!({ "errors": self.errors(true) });
        }
        if self.has_rows() {
            let files = format!("{base_url}/data/foundation/export/batches/{batch}");
            outcome["extensions"]["manifest"] = json!({
                "failedRecords": format!("{files}/failed"),
                "sampleErrors": format!("{files}/meta?path={SAMPLE_FILE}"),
            });
        }
        promotion["statusSummary"] = outcome;
        json!([copy, promotion])
    }

    fn activity(&self, id: &str, name: &str, started_ms: i64) -> Value {
        json!({
            "id": id,
            "name": name,
            "updatedAtUTC": self.completed_ms(),
            "durationSummary": self.duration(started_ms),
            "sizeSummary": self.sizes(),
        })
    }

    fn duration(&self, started_ms: i64) -> Value {
        json!({ "startedAtUTC": started_ms, "completedAtUTC": self.completed_ms() })
    }

    fn sizes(&self) -> Value {
        json!({ "inputBytes": self.tally.input_bytes, "outputBytes": self.tally.output_bytes })
    }

    fn records(&self) -> Value {
        json!({
            "inputRecordCount": self.tally.received,
            "outputRecordCount": self.tally.ingested(),
            "createdRecordCount": 0,
            "failedRecordCount": self.tally.failed,
        })
    }

    /// Whether events of the run were refused and, because the flow asked for diagnostics, kept.
    pub(crate) fn has_rows(&self) -> bool {
        self.completed && self.tally.failed > 0 && self.is_diagnosed()
    }

    /// The events that were refused, as files show them: those that nobody sent, then those that were.
    pub(crate) fn rejected(&self, tenant: &str) -> Vec<Value> {
        let history = self.flow.history.as_ref();
        let made_up = history.map(|history| history.rejected(self.hour, tenant));
        let sent = self.flow.rejected.get(&self.hour).cloned();
        let mut rows = made_up.unwrap_or_default();
        rows.extend(sent.unwrap_or_default());
        rows.truncate(KEPT);
        rows
    }

    fn is_diagnosed(&self) -> bool {
        self.flow.options.get("errorDiagnosticsEnabled") == Some(&json!(true))
    }

    /// First the sum, then each kind of error; without diagnostics the sum is all there is.
    fn errors(&self, with_counts: bool) -> Value {
        let diagnosed = self.is_diagnosed();
        let failed = self.tally.failed;
        let sum = if diagnosed {
            ("INGEST-1212-400", format!("{failed} records failed; see the diagnostics."))
        } else {
            ("INGEST-1211-400", format!("{failed} records failed; diagnostics were off."))
        };
        let entry = |code: &str, message: &str, count: u64| {
            if with_counts {
                json!({ "code": code, "message": message, "recordCount": count })
            } else {
                json!({ "code": code, "message": message })
            }
        };
        let mut errors = vec![entry(sum.0, &sum.1, failed)];
        if diagnosed {
            let kinds = self.tally.errors.iter();
            errors.extend(kinds.map(|((code, message), count)| entry(code, message, *count)));
        }
        Value::Array(errors)
    }
}

const COPY_ID: &str = "4f008a00-3a04-11eb-adc1-0242ac120002";
const PROMOTION_ID: &str = "37b34f84-1ada-11eb-adc1-0242ac120002";

/// Finds a run by its id.
pub(crate) fn run_of_id<'a>(flows: &'a Shelf<Flow>, id: &str, now_ms: i64) -> Option<Run<'a>> {
    let (place, hour) = run_id::read(id)?;
    let flow = flows.at(place)?;
    let run = hours(flow, now_ms).contains(&hour).then(|| run_at(flow, place, hour, now_ms))??;
    (run.id() == id.to_ascii_lowercase()).then_some(run)
}
