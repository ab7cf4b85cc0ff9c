//! Tables for spreadsheet programs: written with cells quoted where need be, and none that such a program would take
//! for a formula; read whatever such a program made of them.

/// Characters that make a spreadsheet program calculate, or hide what follows.
const FORMULA_STARTS: [char; 6] = ['=', '+', '-', '@', '\t', '\r'];

/// One line of a table, with its line end.
pub(crate) fn line<'a>(cells: impl IntoIterator<Item = &'a str>) -> String {
    let cells: Vec<String> = cells.into_iter().map(cell).collect();
    format!("{}\r\n", cells.join(","))
}

fn cell(text: &str) -> String {
    let tame = if text.starts_with(FORMULA_STARTS) { format!("'{text}") } else { text.to_owned() };
    if tame.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", tame.replace('"', "\"\""))
    } else {
        tame
    }
}

/// Whether a spreadsheet program would calculate a cell with this text.
pub(crate) fn is_formula(text: &str) -> bool {
    text.starts_with(FORMULA_STARTS)
}

/// Reads a table: rows of cells, as they were written. Commas, semicolons or tabs part the cells, whichever the first
/// line has most of; a cell in quotes may hold them, and line ends.
///
/// # Errors
/// A sentence, when a quote is not closed.
pub(crate) fn read(text: &str) -> Result<Vec<Vec<String>>, String> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let first = text.lines().next().unwrap_or_default();
    let count = |sign: char| first.matches(sign).count();
    let mark = [',', ';', '\t'].into_iter().rev().max_by_key(|sign| count(*sign)).unwrap_or(',');
    let mut rows = vec![vec![String::new()]];
    let mut letters = text.chars().peekable();
    let mut quoted = false;
    while let Some(letter) = letters.next() {
        let row = rows.last_mut().expect("there is one from the start");
        let cell = row.last_mut().expect("each row has one from the start");
        match letter {
            '"' if quoted && letters.peek() == Some(&'"') => {
                letters.next();
                cell.push('"');
            }
            '"' if quoted => quoted = false,
            _ if quoted => cell.push(letter),
            '"' if cell.is_empty() => quoted = true,
            '\r' if letters.peek() == Some(&'\n') => {}
            '\n' => rows.push(vec![String::new()]),
            letter if letter == mark => row.push(String::new()),
            letter => cell.push(letter),
        }
    }
    if quoted {
        return Err("A quote in this table is not closed.".to_owned());
    }
    if rows.last().is_some_and(|row| row.len() == 1 && row[0].is_empty()) {
        rows.pop();
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    use super::{line, read};

    #[test]
    fn a_table_is_read_with_its_mark_its_line_ends_and_its_quotes() {
        let rows = vec![
            vec!["a".to_owned(), "b;\"c\"\r\nd".to_owned()],
            vec!["1".to_owned(), String::new()],
        ];
        for text in ["\u{feff}a,\"b;\"\"c\"\"\r\nd\"\r\n1,\r\n", "a,\"b;\"\"c\"\"\r\nd\"\n1,"] {
            assert_eq!(read(text), Ok(rows.clone()), "{text:?}");
        }
        assert_eq!(read("a;b\n1;2"), read("a\tb\n1\t2"));
        assert_eq!(read(""), Ok(Vec::new()));
        assert!(read("a,\"b").is_err());
    }

    #[test]
    fn a_cell_that_a_spreadsheet_would_calculate_is_text() {
        for start in ["=1+1", "+1", "-1", "@SUM(A1)", "\tx"] {
            assert!(line([start]).starts_with('\''), "{start}");
        }
        assert_eq!(
            line(["=HYPERLINK(\"http://x\",\"y\")"]),
            "\"'=HYPERLINK(\"\"http://x\"\",\"\"y\"\")\"\r\n"
        );
    }

    #[test]
    fn commas_quotes_and_line_ends_stay_inside_their_cell() {
        assert_eq!(
            line(["a,b", "say \"x\"", "1\n2", "größer", ""]),
            "\"a,b\",\"say \"\"x\"\"\",\"1\n2\",größer,\r\n"
        );
    }
}
