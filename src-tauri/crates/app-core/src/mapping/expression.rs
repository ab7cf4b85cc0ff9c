//! Writing expressions of Data Prep's language for the lines that need one. Reading and working them out is the
//! platform's.

use super::path::{Path, escape};
use crate::contract::mapping::MappingSource;

/// RFC 3339 with milliseconds, as the date functions write it: what XDM's `date-time` takes.
const DATE_TIME: &str = "yyyy-MM-dd'T'HH:mm:ss.SSSX";

/// Words that cannot stand as a field's name in an expression: the language's own.
const RESERVED: &[&str] = &[
    "new", "mod", "or", "break", "var", "lt", "for", "false", "while", "eq", "gt", "div", "not",
    "null", "continue", "else", "and", "ne", "true", "le", "if", "ge", "return", "_errors", "do",
    "function", "empty", "size",
];

/// Functions whose name is a likely name of a field too; a field of that name needs `${…}`.
const FUNCTIONS: &[&str] = &[
    "concat",
    "explode",
    "instr",
    "replacestr",
    "substr",
    "lower",
    "lcase",
    "upper",
    "ucase",
    "split",
    "join",
    "lpad",
    "rpad",
    "left",
    "right",
    "ltrim",
    "rtrim",
    "trim",
    "equals",
    "equalsIgnoreCase",
    "now",
    "timestamp",
    "format",
    "dformat",
    "date",
    "coalesce",
    "first",
    "last",
    "decode",
    "iif",
    "min",
    "max",
    "uuid",
    "guid",
    "nullify",
];

/// A field that counts seconds since 1970, as a date. The platform's function takes milliseconds.
pub(super) fn seconds_to_date(path: &str) -> String {
    format!("dformat({} * 1000, \"{DATE_TIME}\")", reference(path))
}

/// A field that counts milliseconds since 1970, as a date.
pub(super) fn milliseconds_to_date(path: &str) -> String {
    format!("dformat({}, \"{DATE_TIME}\")", reference(path))
}

/// The date line that an expression was written for, if it was.
pub(super) fn as_date(text: &str) -> Option<MappingSource> {
    let inside = text.strip_prefix("dformat(")?.strip_suffix(&format!(", \"{DATE_TIME}\")"))?;
    let seconds = inside.strip_suffix(" * 1000");
    let path = seconds.unwrap_or(inside).replace("${", "").replace('}', "");
    let (written, source) = if seconds.is_some() {
        (seconds_to_date(&path), MappingSource::SecondsToDate { path })
    } else {
        (milliseconds_to_date(&path), MappingSource::MillisecondsToDate { path })
    };
    // What reads otherwise when it is written again is somebody's own expression.
    (written == text).then_some(source)
}

/// A field that holds a date as e-mails write it (RFC 2822), as a date.
pub(super) fn mail_date_to_date(path: &str) -> String {
    format!("date({}, \"EEE, d MMM yyyy HH:mm:ss Z\")", reference(path))
}

/// Whether an expression speaks of the field at this path.
pub(super) fn mentions(text: &str, path: &str) -> bool {
    let part_of_a_name = |c: char| c.is_alphanumeric() || matches!(c, '_' | '.' | '\\');
    text.match_indices(path).any(|(at, found)| {
        !text[..at].ends_with(part_of_a_name)
            && !text[at + found.len()..].starts_with(part_of_a_name)
    })
}

/// A path as an expression writes it: a name in it that is a word of the language, or not a plain name, stands in
/// `${…}`. Below an object an escaped dot is enough; a lone name with one needs both.
pub(super) fn reference(path: &str) -> String {
    let Some(parsed) = Path::parse(path) else { return format!("${{{path}}}") };
    let lone = parsed.keys().count() == 1;
    parsed.write(|key| {
        let plain = key.split('.').all(is_plain) && !(lone && key.contains('.'));
        if plain { escape(key) } else { format!("${{{}}}", escape(key)) }
    })
}

fn is_plain(name: &str) -> bool {
    let starts_well = name.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
    starts_well
        && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '_')
        && !RESERVED.contains(&name)
        && !FUNCTIONS.contains(&name)
}

#[cfg(test)]
mod tests {
    use super::{mentions, reference};

    #[test]
    fn a_field_named_like_a_function_is_marked_as_a_field() {
        assert_eq!(reference("timestamp"), "${timestamp}");
        assert_eq!(reference("properties.date"), "properties.${date}");
        assert_eq!(reference("first name"), "${first name}");
    }

    #[test]
    fn a_dot_in_a_name_is_escaped_and_a_lone_one_wrapped_too() {
        assert_eq!(reference(r"address.street\.name"), r"address.street\.name");
        assert_eq!(reference(r"street\.name"), r"${street\.name}");
    }

    #[test]
    fn an_expression_mentions_whole_paths_only() {
        assert!(mentions("concat(\"p-\", uniqueId)", "uniqueId"));
        assert!(mentions("${uniqueId}", "uniqueId"));
        assert!(!mentions("lower(my.uniqueId)", "uniqueId"));
        assert!(!mentions("lower(uniqueIdOld)", "uniqueId"));
    }

    #[test]
    fn an_ordinary_path_stays_as_it_is() {
        assert_eq!(
            reference("properties.guideProperties.createdAt"),
            "properties.guideProperties.createdAt"
        );
        assert_eq!(reference("steps[0].resetAt"), "steps[0].resetAt");
    }
}
