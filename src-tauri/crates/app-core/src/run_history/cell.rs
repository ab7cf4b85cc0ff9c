//! Cells of a file with separated values, as spreadsheets read them.

/// A cell: quoted where it has to be, and made harmless where a spreadsheet would take it for a formula.
pub(super) fn cell(text: &str) -> String {
    let safe = if text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if safe.contains(['"', ',', '\n', '\r']) {
        format!("\"{}\"", safe.replace('"', "\"\""))
    } else {
        safe
    }
}

#[cfg(test)]
mod tests {
    use super::cell;

    #[test]
    fn a_cell_that_looks_like_a_formula_stays_a_text() {
        for (text, expected) in [
            ("=1+1", "'=1+1"),
            ("@SUM(A1)", "'@SUM(A1)"),
            ("-5", "'-5"),
            ("+x", "'+x"),
            ("\tx", "'\tx"),
            ("=A,B", "\"'=A,B\""),
        ] {
            assert_eq!(cell(text), expected);
        }
    }

    #[test]
    fn commas_quotes_and_lines_stay_inside_their_cell() {
        assert_eq!(cell("a, b"), "\"a, b\"");
        assert_eq!(cell("say \"hi\""), "\"say \"\"hi\"\"\"");
        assert_eq!(cell("two\nlines"), "\"two\nlines\"");
        assert_eq!(cell("plain"), "plain");
    }
}
