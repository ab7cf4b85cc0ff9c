//! Rows that failed as a table: fields become columns, those at fault first, and the guilty cells are marked.

use super::row::Row;
use crate::contract::run_detail::FailedEvent;

/// A table has no more columns than this.
const MOST_COLUMNS: usize = 40;

/// A cell holds no more characters than this; the file has them all.
const LONGEST_CELL: usize = 200;

/// Columns and rows.
pub(crate) fn table_of(rows: &[Row]) -> (Vec<String>, Vec<FailedEvent>) {
    let columns = columns(rows);
    let events = rows.iter().map(|row| event(row, &columns)).collect();
    (columns, events)
}

fn columns(rows: &[Row]) -> Vec<String> {
    let mut guilty: Vec<String> = Vec::new();
    let mut others: Vec<String> = Vec::new();
    for row in rows {
        for (path, _) in row.fields() {
            let list = if is_guilty(row, &path) { &mut guilty } else { &mut others };
            if !list.contains(&path) {
                list.push(path);
            }
        }
    }
    // What is missing has no cell in any row, and is the very thing to show.
    for field in rows.iter().flat_map(|row| &row.faults).filter_map(|fault| fault.field.as_ref()) {
        if !guilty.iter().any(|path| ends_with(path, field)) {
            guilty.push(field.clone());
        }
    }
    others.retain(|path| !guilty.contains(path));
    guilty.extend(others);
    guilty.truncate(MOST_COLUMNS);
    guilty
}

fn event(row: &Row, columns: &[String]) -> FailedEvent {
    let fields = row.fields();
    let cell = |column: &String| {
        let found = fields.iter().find(|(path, _)| path == column);
        found.map(|(_, text)| text.chars().take(LONGEST_CELL).collect())
    };
    let guilty = columns.iter().enumerate().filter(|(_, column)| is_guilty(row, column));
    let reasons: Vec<&str> = row.faults.iter().map(|fault| fault.words.as_str()).collect();
    FailedEvent {
        reason: reasons.join("; "),
        cells: columns.iter().map(cell).collect(),
        guilty: guilty.filter_map(|(place, _)| u32::try_from(place).ok()).collect(),
    }
}

fn is_guilty(row: &Row, path: &str) -> bool {
    let mut fields = row.faults.iter().filter_map(|fault| fault.field.as_deref());
    fields.any(|field| ends_with(path, field))
}

fn ends_with(path: &str, field: &str) -> bool {
    path.rsplit('.').next() == Some(field)
}

#[cfg(test)]
mod tests {
    use super::{Row, table_of};

    fn rows(lines: &[&str]) -> Vec<Row> {
        lines.iter().filter_map(|line| Row::of(line)).collect()
    }

    #[test]
    fn the_guilty_cell_is_marked_and_its_column_comes_first() {
        let (columns, events) = table_of(&rows(&[
            r##"{"event":"nps","_a":{"uniqueId":""},"_validationErrors":[{"message":"expected minLength: 1, actual: 0","pointerToViolation":"#/_a/uniqueId"}]}"##,
            r#"{"event":"poll","_a":{"uniqueId":"x"}}"#,
        ]));
        assert_eq!(columns, ["_a.uniqueId", "event"]);
        assert_eq!(
            (events[0].reason.as_str(), events[0].guilty.as_slice()),
            ("uniqueId empty", [0].as_slice())
        );
        assert_eq!(events[0].cells, [Some(String::new()), Some("nps".to_owned())]);
        assert!(events[1].guilty.is_empty());
    }

    #[test]
    fn a_field_that_is_missing_gets_a_column_with_an_empty_guilty_cell() {
        let line = r#"{"event":"nps","_errors":{"_streamingValidation":[{"message":"required key [_id] not found"}]}}"#;
        let (columns, events) = table_of(&rows(&[line]));
        assert_eq!(columns, ["_id", "event"]);
        assert_eq!(
            (events[0].cells[0].as_deref(), events[0].guilty.as_slice()),
            (None, [0].as_slice())
        );
    }

    #[test]
    fn wide_rows_and_long_cells_are_cut() {
        let wide: Vec<String> =
            (0..200).map(|n| format!("\"f{n}\":\"{}\"", "x".repeat(500))).collect();
        let (columns, events) = table_of(&rows(&[&format!("{{{}}}", wide.join(","))]));
        assert_eq!(columns.len(), super::MOST_COLUMNS);
        assert_eq!(events[0].cells[0].as_ref().unwrap().len(), super::LONGEST_CELL);
    }
}
