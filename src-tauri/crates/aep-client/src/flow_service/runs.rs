//! Runs of dataflows. For a streaming flow, one run covers one hour.

use jiff::Timestamp;
use serde::Deserialize;
use serde_json::{Map, Value};

use super::collection::Collection;
use super::reference::SpecRef;
use super::state::RunStatus;
use crate::client::Sandbox;
use crate::error::Result;
use crate::etag::ETag;
use crate::ids::{FlowId, FlowSpecId, RunId};
use crate::page::{Page, Pages};
use crate::query::ListQuery;
use crate::tolerant;

/// One run.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FlowRun {
    /// Its id.
    pub id: RunId,
    /// The dataflow that ran.
    #[serde(default)]
    pub flow_id: Option<FlowId>,
    /// Which kind of flow.
    #[serde(default)]
    pub flow_spec: Option<SpecRef<FlowSpecId>>,
    /// When the record of the run was made.
    #[serde(default, deserialize_with = "tolerant::moment")]
    pub created_at: Option<Timestamp>,
    /// When it was last changed.
    #[serde(default, deserialize_with = "tolerant::moment")]
    pub updated_at: Option<Timestamp>,
    /// What happened, in numbers.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub metrics: RunMetrics,
    /// Its parts; streaming runs may have none. The specification spells it `activites`.
    #[serde(default, alias = "activites", deserialize_with = "tolerant::or_default")]
    pub activities: Vec<RunActivity>,
    /// Its version.
    #[serde(default, alias = "eTag")]
    pub etag: Option<ETag>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// What happened in a run, or in one activity of it. Judge by counts and errors as well as by
/// status: a success may contain failures.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RunMetrics {
    /// Begin and end.
    #[serde(default, rename = "durationSummary", deserialize_with = "tolerant::or_default")]
    pub duration: RunTimes,
    /// Bytes.
    #[serde(default, rename = "sizeSummary", deserialize_with = "tolerant::or_default")]
    pub size: RunBytes,
    /// Records.
    #[serde(default, rename = "recordSummary", deserialize_with = "tolerant::or_default")]
    pub records: RunRecords,
    /// Verdict and errors.
    #[serde(default, rename = "statusSummary", deserialize_with = "tolerant::or_default")]
    pub verdict: RunVerdict,
    /// Whatever else the platform sent, such as `fileSummary` and `latencySummary`.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Begin and end of a run.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct RunTimes {
    /// When it began; for a streaming flow, the full hour.
    #[serde(default, rename = "startedAtUTC", deserialize_with = "tolerant::moment")]
    pub started_at: Option<Timestamp>,
    /// When it was done; absent while it runs and sometimes after a failure.
    #[serde(default, rename = "completedAtUTC", deserialize_with = "tolerant::moment")]
    pub completed_at: Option<Timestamp>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Bytes in and out; `None` is "not reported" (the platform writes −1 or nothing).
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RunBytes {
    /// Bytes received.
    #[serde(default, deserialize_with = "tolerant::count")]
    pub input_bytes: Option<u64>,
    /// Bytes written.
    #[serde(default, deserialize_with = "tolerant::count")]
    pub output_bytes: Option<u64>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Records in and out; `None` is "not reported", which is not 0.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RunRecords {
    /// Received.
    #[serde(default, rename = "inputRecordCount", deserialize_with = "tolerant::count")]
    pub input: Option<u64>,
    /// Ingested.
    #[serde(default, rename = "outputRecordCount", deserialize_with = "tolerant::count")]
    pub output: Option<u64>,
    /// Newly made, as opposed to changed.
    #[serde(default, rename = "createdRecordCount", deserialize_with = "tolerant::count")]
    pub created: Option<u64>,
    /// Not ingested.
    #[serde(default, rename = "failedRecordCount", deserialize_with = "tolerant::count")]
    pub failed: Option<u64>,
    /// Left out on purpose.
    #[serde(default, rename = "skippedRecordCount", deserialize_with = "tolerant::count")]
    pub skipped: Option<u64>,
    /// Ingested with a warning.
    #[serde(default, rename = "warningRecordCount", deserialize_with = "tolerant::count")]
    pub warned: Option<u64>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Verdict and errors of a run or an activity.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct RunVerdict {
    /// The verdict.
    #[serde(default)]
    pub status: RunStatus,
    /// What went wrong; absent on clean runs.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub errors: Vec<RunError>,
    /// More about errors, mostly in activities.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub extensions: VerdictExtensions,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// More about errors.
#[derive(Clone, Debug, Default, Deserialize)]
pub struct VerdictExtensions {
    /// Errors with the number of records that had them.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub errors: Vec<RunError>,
    /// Where rows that failed can be read.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub manifest: ErrorManifest,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// Where rows that failed can be read: links to follow verbatim, kept for 30 days.
#[derive(Clone, Debug, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ErrorManifest {
    /// The rows.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub failed_records: Option<String>,
    /// A few of the errors.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub sample_errors: Option<String>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// One kind of error in a run.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RunError {
    /// Such as `INGEST-1555-400`.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub code: Option<String>,
    /// The platform's sentence.
    #[serde(default, deserialize_with = "tolerant::text")]
    pub message: Option<String>,
    /// How many records had it.
    #[serde(default, deserialize_with = "tolerant::count")]
    pub record_count: Option<u64>,
    /// Whatever else the platform sent.
    #[serde(flatten)]
    pub extra: Map<String, Value>,
}

/// One part of a run, such as copy or promotion.
#[derive(Clone, Debug, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct RunActivity {
    /// Its id: the same in every run for the same kind of activity.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub id: String,
    /// Its name.
    #[serde(default, deserialize_with = "tolerant::or_default")]
    pub name: String,
    /// When it was last heard of.
    #[serde(default, rename = "updatedAtUTC", deserialize_with = "tolerant::moment")]
    pub updated_at: Option<Timestamp>,
    /// What happened in it; `sourceInfo` and `targetInfo` are among the extra fields.
    #[serde(flatten)]
    pub metrics: RunMetrics,
}

/// The runs in one sandbox.
#[derive(Clone, Debug)]
pub struct Runs(Collection);

impl Sandbox {
    /// Runs of dataflows.
    #[must_use]
    pub fn runs(&self) -> Runs {
        Runs(Collection::new(self.clone(), "/runs"))
    }
}

impl Runs {
    /// The first page. Start from [`ListQuery::runs_of`]; without an order, newest first is likely
    /// but not promised.
    ///
    /// # Errors
    /// Whatever the request ends in; so for every call below.
    pub async fn list(&self, query: &ListQuery) -> Result<Page<FlowRun>> {
        self.0.list(query).await
    }

    /// All that match, page by page.
    #[must_use]
    pub fn all(&self, query: &ListQuery) -> Pages<FlowRun> {
        self.0.all(query)
    }

    /// How many match, without reading them.
    ///
    /// # Errors
    /// See [`Runs::list`].
    pub async fn count(&self, query: &ListQuery) -> Result<u64> {
        self.0.count(query).await
    }

    /// One run.
    ///
    /// # Errors
    /// See [`Runs::list`].
    pub async fn get(&self, id: &RunId) -> Result<FlowRun> {
        self.0.one(id.as_str()).await
    }
}

#[cfg(test)]
mod tests {
    use super::FlowRun;
    use crate::flow_service::state::RunStatus;

    #[test]
    fn a_whole_run_is_read() {
        let run: FlowRun =
            serde_json::from_str(include_str!("../../../../../tests/fixtures/shapes/run.json"))
                .unwrap();
        assert_eq!(run.metrics.verdict.status, RunStatus::Success);
        assert_eq!(run.metrics.records.input, Some(340));
        assert_eq!(run.metrics.records.failed, Some(3));
        assert_eq!(run.metrics.size.output_bytes, None, "-1 is not reported");
        assert_eq!(run.metrics.records.skipped, None);
        let promotion = &run.activities[1];
        assert_eq!(promotion.name, "Promotion Activity");
        assert_eq!(promotion.metrics.verdict.extensions.errors[0].record_count, Some(3));
        assert!(promotion.metrics.verdict.extensions.manifest.failed_records.is_some());
        assert_eq!(promotion.metrics.extra["targetInfo"][0]["reference"]["ids"][0], "b-1");
    }

    #[test]
    fn a_bare_run_in_capitals_with_a_misspelt_list_is_read() {
        let json = r#"{"id":"r","activites":[{"name":"Copy Activity"}],"eTag":"\"v\"",
            "metrics":{"durationSummary":{"startedAtUTC":0},"statusSummary":{"status":"IN_PROGRESS"}}}"#;
        let run: FlowRun = serde_json::from_str(json).unwrap();
        assert_eq!(run.metrics.verdict.status, RunStatus::InProgress);
        assert_eq!(run.metrics.duration.started_at, None, "0 is not 1970");
        assert_eq!(run.activities[0].name, "Copy Activity");
        let empty: FlowRun = serde_json::from_str(r#"{"id":"r","metrics":null}"#).unwrap();
        assert_eq!(empty.metrics.records.input, None);
    }
}
