//! Writing tables for spreadsheet programs: cells quoted where need be, and none that such a program would take
//! for a formula.

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

#[cfg(test)]
mod tests {
    use super::line;

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
