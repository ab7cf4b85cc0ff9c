//! Field mappings as files: written for people with a spreadsheet (CSV) and for programs (JSON), and read back. A file
//! that another program wrote, with other separators or in Data Prep's own form, is read too.

mod json;
mod table;

use crate::contract::files::{ExportedFile, FileFormat};
use crate::contract::mapping::MappingLine;

/// The most that is read, in bytes.
const LARGEST: usize = 1_000_000;

/// Writes lines as a file.
#[must_use]
pub fn write(lines: &[MappingLine], format: FileFormat, name: &str) -> ExportedFile {
    let (text, ending) = match format {
        FileFormat::Csv => (table::write(lines), "csv"),
        FileFormat::Json => (json::write(lines), "json"),
    };
    let plain: String =
        name.chars().map(|c| if c.is_alphanumeric() { c } else { '-' }).take(60).collect();
    let plain = plain.trim_matches('-');
    let plain = if plain.is_empty() { "dataflow" } else { plain };
    ExportedFile { name: format!("mapping-{plain}.{ending}"), text }
}

/// Reads the lines in a file.
///
/// # Errors
/// A sentence for the person: too large, empty, or what is wrong and where.
pub fn read(text: &str) -> Result<Vec<MappingLine>, String> {
    if text.len() > LARGEST {
        return Err("This file is larger than 1 MB, far more than a mapping has.".to_owned());
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let start = text.trim_start();
    let lines = match start.chars().next() {
        None => return Err("This file is empty.".to_owned()),
        Some('{' | '[') => json::read(start)?,
        Some(_) => table::read(text)?,
    };
    if lines.is_empty() {
        return Err("This file holds no field mappings.".to_owned());
    }
    Ok(lines)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{Just, Strategy, any, prop, prop_assert_eq, prop_oneof, proptest};

    use super::{read, write};
    use crate::contract::files::FileFormat;
    use crate::contract::mapping::{MappingLine, MappingSource};
    use crate::csv;
    use crate::starter;

    fn line() -> impl Strategy<Value = MappingLine> {
        // Whatever a spreadsheet program might take for something else.
        let text = prop_oneof![
            "[ -~]{1,20}",
            "['=+@\\-\t\"]{1,4}[a-z,;\n]{0,6}",
            ".{1,12}".prop_map(|text| text.trim().to_owned()),
        ];
        let text = text.prop_filter("it says something", |text| {
            !text.trim().is_empty() && text.trim() == text && !text.contains('\r')
        });
        (text.clone(), text, 0..4_u8).prop_map(|(path, target, kind)| {
            let source = match kind {
                0 => MappingSource::Field { path },
                1 => MappingSource::SecondsToDate { path },
                2 => MappingSource::MillisecondsToDate { path },
                _ => MappingSource::Expression { text: path },
            };
            MappingLine { source, target }
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_back(
            lines in prop::collection::vec(line(), 1..12),
            format in prop_oneof![Just(FileFormat::Csv), Just(FileFormat::Json)],
        ) {
            let file = write(&lines, format, "x");
            prop_assert_eq!(read(&file.text), Ok(lines));
        }

        #[test]
        fn no_text_breaks_the_reading(text in any::<String>()) {
            let _ = read(&text);
        }

        #[test]
        fn no_cell_is_a_formula(lines in prop::collection::vec(line(), 1..8)) {
            let file = write(&lines, FileFormat::Csv, "x");
            for cell in csv::read(&file.text).unwrap().concat() {
                prop_assert_eq!(csv::is_formula(&cell), false, "{}", cell);
            }
        }
    }

    #[test]
    fn the_starter_survives_both_forms_and_the_file_has_a_plain_name() {
        let lines = starter::first_source().lines(&"acme".into());
        for (format, name) in [
            (FileFormat::Csv, "mapping-NPS---EMEA.csv"),
            (FileFormat::Json, "mapping-NPS---EMEA.json"),
        ] {
            let file = write(&lines, format, "NPS / EMEA!");
            assert_eq!(file.name, name);
            assert_eq!(read(&file.text), Ok(lines.clone()));
        }
    }

    #[test]
    fn a_table_with_a_mark_at_its_start_and_other_line_ends_is_read() {
        let text = "\u{feff}From the event;How;To the record\r\n\"concat(a; \"\"b\"\")\";Expression;_t.c\r\n'=a;As it is;_t.d\r\n";
        let lines = read(text).unwrap();
        let text = "concat(a; \"b\")".to_owned();
        assert_eq!(lines[0].source, MappingSource::Expression { text });
        assert_eq!(lines[1].source, MappingSource::Field { path: "=a".to_owned() });
    }

    #[test]
    fn what_holds_no_mapping_is_told() {
        for (text, word) in [
            ("", "empty"),
            ("\u{feff}  ", "empty"),
            ("[]", "no field mappings"),
            ("{\"a\":1}", "no field mappings"),
            ("{\"a\":", "line 1"),
            ("hello", "columns"),
            (&"x".repeat(1_000_001), "1 MB"),
        ] {
            let why = read(text).unwrap_err();
            assert!(why.contains(word), "{text:.20}: {why}");
        }
    }
}
