//! The activity as a file: a table for a spreadsheet program, or JSON for a program.

use jiff::Timestamp;

use crate::contract::activity::ActivityRow;
use crate::contract::files::{ExportedFile, FileFormat};
use crate::csv;

const HEAD: [&str; 13] = [
    "Time (UTC)",
    "Saved sign-in",
    "Sandbox",
    "What",
    "Kind",
    "ID",
    "Name",
    "Outcome",
    "Status",
    "Code",
    "Request ID",
    "Request",
    "Changed",
];

/// Rows as a file with a name to suggest.
pub(crate) fn export(rows: &[ActivityRow], sandbox: &str, format: FileFormat) -> ExportedFile {
    let (ending, text) = match format {
        FileFormat::Csv => ("csv", table(rows, sandbox)),
        FileFormat::Json => ("json", json(rows, sandbox)),
    };
    ExportedFile { name: format!("inlet-activity-{sandbox}.{ending}"), text }
}

fn table(rows: &[ActivityRow], sandbox: &str) -> String {
    // The mark at the start makes spreadsheet programs read the rest as UTF-8.
    let mut text = format!("\u{feff}{}", csv::line(HEAD));
    for row in rows {
        let changed: Vec<String> = row
            .changes
            .iter()
            .map(|change| format!("{}: {} → {}", change.field, change.before, change.after))
            .collect();
        text.push_str(&csv::line([
            time(row.at).as_str(),
            &row.profile_name,
            sandbox,
            &row.sentence,
            &super::view::stored_name(&row.kind),
            &row.object_id,
            &row.object_name,
            &super::view::stored_name(&row.outcome),
            &row.status.map(|status| status.to_string()).unwrap_or_default(),
            row.code.as_deref().unwrap_or_default(),
            row.request_id.as_deref().unwrap_or_default(),
            &row.operation,
            &changed.join("; "),
        ]));
    }
    text
}

fn json(rows: &[ActivityRow], sandbox: &str) -> String {
    let file = serde_json::json!({ "sandbox": sandbox, "activity": rows });
    serde_json::to_string_pretty(&file).unwrap_or_default()
}

fn time(millis: i64) -> String {
    Timestamp::from_millisecond(millis).map(|time| time.to_string()).unwrap_or_default()
}
