//! Field mappings as a table of three columns. Whatever a spreadsheet program makes of it on the way, with semicolons
//! or tabs, a mark at the start, other line ends, is read back.

use crate::contract::mapping::{MappingLine, MappingSource};
use crate::csv;

const SOURCE: &str = "From the event";
const HOW: &str = "How";
const TARGET: &str = "To the record";

const AS_IT_IS: &str = "As it is";
const SECONDS: &str = "Seconds to a date";
const MILLISECONDS: &str = "Milliseconds to a date";
const EXPRESSION: &str = "Expression";

/// Writes lines as a table.
pub(super) fn write(lines: &[MappingLine]) -> String {
    let mut text = csv::line([SOURCE, HOW, TARGET]);
    for line in lines {
        let (how, source) = match &line.source {
            MappingSource::Field { path } => (AS_IT_IS, path),
            MappingSource::SecondsToDate { path } => (SECONDS, path),
            MappingSource::MillisecondsToDate { path } => (MILLISECONDS, path),
            MappingSource::Expression { text } => (EXPRESSION, text),
        };
        let (source, target) = (marked(source), marked(&line.target));
        text.push_str(&csv::line([source.as_str(), how, target.as_str()]));
    }
    text
}

/// An apostrophe of its own gets another one, so that the one that tames a formula can be told from it.
fn marked(text: &str) -> String {
    if text.starts_with('\'') { format!("'{text}") } else { text.to_owned() }
}

fn unmarked(cell: &str) -> &str {
    match cell.strip_prefix('\'') {
        Some(rest) if rest.starts_with('\'') || csv::is_formula(rest) => rest,
        _ => cell,
    }
}

/// Reads a table. Its columns are found by their names, in any order.
pub(super) fn read(text: &str) -> Result<Vec<MappingLine>, String> {
    let rows = csv::read(text)?;
    let mut rows = rows.into_iter();
    let head = rows.next().unwrap_or_default();
    let column = |name: &str| head.iter().position(|cell| cell.trim().eq_ignore_ascii_case(name));
    let (Some(source), Some(target)) = (column(SOURCE), column(TARGET)) else {
        return Err(format!(
            "This table lacks the columns “{SOURCE}” and “{TARGET}” in its first line."
        ));
    };
    let how = column(HOW);
    let mut lines = Vec::new();
    for (index, row) in rows.enumerate() {
        let cell = |place: usize| row.get(place).map_or("", |cell| unmarked(cell));
        if row.iter().all(|cell| cell.trim().is_empty()) {
            continue;
        }
        let how = how.map_or(AS_IT_IS, cell);
        let source = line_source(how, cell(source).to_owned())
            .ok_or_else(|| format!("Row {}: “{how}” is not a way to map a field.", index + 2))?;
        lines.push(MappingLine { source, target: cell(target).to_owned() });
    }
    Ok(lines)
}

fn line_source(how: &str, text: String) -> Option<MappingSource> {
    let is = |name: &str| how.trim().eq_ignore_ascii_case(name);
    Some(if is(AS_IT_IS) || how.trim().is_empty() {
        MappingSource::Field { path: text }
    } else if is(SECONDS) {
        MappingSource::SecondsToDate { path: text }
    } else if is(MILLISECONDS) {
        MappingSource::MillisecondsToDate { path: text }
    } else if is(EXPRESSION) {
        MappingSource::Expression { text }
    } else {
        return None;
    })
}

#[cfg(test)]
mod tests {
    use super::{read, write};
    use crate::contract::mapping::{MappingLine, MappingSource};

    fn line(text: &str) -> MappingLine {
        let source = MappingSource::Expression { text: text.to_owned() };
        MappingLine { source, target: "_t.a".to_owned() }
    }

    #[test]
    fn a_formula_is_tamed_in_the_file_and_itself_again_when_read() {
        for text in ["=HYPERLINK(\"x\")", "-1 + a", "@a", "'=a", "'a", "''a"] {
            let written = write(&[line(text)]);
            let cell = written.lines().nth(1).unwrap();
            assert!(cell.trim_start_matches('"').starts_with('\''), "{cell}");
            assert_eq!(read(&written), Ok(vec![line(text)]));
        }
    }

    #[test]
    fn what_a_spreadsheet_program_makes_of_it_is_read() {
        let wanted = vec![line("concat(a, \"; \")")];
        for text in [
            "From the event,How,To the record\n\"concat(a, \"\"; \"\")\",Expression,_t.a\n",
            "How;to the record;From the event\r\nexpression;_t.a;\"concat(a, \"\"; \"\")\"\r\n;;\r\n",
            "From the event\tHow\tTo the record\r\n\"concat(a, \"\"; \"\")\"\tExpression\t_t.a",
        ] {
            assert_eq!(read(text), Ok(wanted.clone()), "{text}");
        }
    }

    #[test]
    fn a_row_that_cannot_be_read_is_named() {
        let why = read("From the event,How,To the record\na,As it is,b\na,Twice,b\n").unwrap_err();
        assert_eq!(why, "Row 3: “Twice” is not a way to map a field.");
        assert!(read("From the event,To the record\n\"a,b").unwrap_err().contains("quote"));
    }
}
