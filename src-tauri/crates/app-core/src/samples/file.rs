//! Rows that failed as a file. Nothing that somebody sent is ever carried out by a spreadsheet: see [`csv`].

use serde_json::Value;

use super::row::Row;
use crate::contract::files::FileFormat;
use crate::csv;

/// The content of a file.
pub(crate) fn file_of(rows: &[Row], format: FileFormat) -> String {
    match format {
        FileFormat::Csv => table(rows),
        FileFormat::Json => json(rows),
    }
}

fn json(rows: &[Row]) -> String {
    let rows = rows.iter().map(|row| Value::Object(row.whole.clone())).collect();
    format!("{:#}\n", Value::Array(rows))
}

fn table(rows: &[Row]) -> String {
    let mut columns: Vec<String> = Vec::new();
    let fields: Vec<_> = rows.iter().map(Row::fields).collect();
    for (path, _) in fields.iter().flatten() {
        if !columns.contains(path) {
            columns.push(path.clone());
        }
    }
    let mut text = csv::line(std::iter::once("Reason").chain(columns.iter().map(String::as_str)));
    for (row, fields) in rows.iter().zip(&fields) {
        let reasons: Vec<&str> = row.faults.iter().map(|fault| fault.words.as_str()).collect();
        let reason = reasons.join("; ");
        let cell = |column: &String| {
            let found = fields.iter().find(|(path, _)| path == column);
            found.map_or("", |(_, text)| text.as_str())
        };
        text.push_str(&csv::line(std::iter::once(reason.as_str()).chain(columns.iter().map(cell))));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::{FileFormat, Row, file_of};

    fn rows() -> Vec<Row> {
        [
            r#"{"a":"=HYPERLINK(\"http://x\")","b":"x, \"y\"","_errors":[{"message":"is odd"}]}"#,
            r#"{"b":"-1+1","c":"line\nbreak"}"#,
        ]
        .iter()
        .filter_map(|line| Row::of(line))
        .collect()
    }

    #[test]
    fn a_cell_that_begins_like_a_formula_is_made_harmless() {
        let text = file_of(&rows(), FileFormat::Csv);
        let mut lines = text.split("\r\n");
        assert_eq!(lines.next(), Some("Reason,a,b,c"));
        assert_eq!(lines.next(), Some(r#"is odd,"'=HYPERLINK(""http://x"")","x, ""y""","#));
        assert_eq!(lines.next(), Some(",,'-1+1,\"line\nbreak\""));
    }

    #[test]
    fn json_keeps_the_rows_as_they_came() {
        let text = file_of(&rows(), FileFormat::Json);
        let read: serde_json::Value = serde_json::from_str(&text).unwrap();
        assert_eq!(read[0]["_errors"][0]["message"], "is odd");
        assert_eq!(read[1]["b"], "-1+1");
    }
}
