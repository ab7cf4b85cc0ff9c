//! Cutting names and numbers out of validation messages.

/// What stands between two texts.
pub(super) fn between<'a>(message: &'a str, start: &str, end: &str) -> Option<&'a str> {
    let rest = after(message, start)?;
    rest.find(end).map(|at| &rest[..at]).filter(|found| !found.is_empty())
}

/// What stands after a text.
pub(super) fn after<'a>(message: &'a str, start: &str) -> Option<&'a str> {
    message.find(start).map(|at| &message[at + start.len()..])
}

/// The number after a text, with or without a colon between.
pub(super) fn number_after(message: &str, start: &str) -> Option<i64> {
    let rest = after(message, start)?.trim_start_matches([':', ' ']);
    let end = rest.find(|c: char| !c.is_ascii_digit() && c != '-').unwrap_or(rest.len());
    rest[..end].parse().ok()
}

/// The field that a message names before `words`: `uniqueID: …` or `#/_tenant/uniqueID: …`. A plain `#` is the
/// whole event, and no field.
pub(super) fn field_before(message: &str, words: &str) -> Option<String> {
    let head = if words.is_empty() {
        &message[..message.rfind(": ")? + 1]
    } else {
        &message[..message.find(words)?]
    };
    let name = head.trim_end().strip_suffix(':')?.rsplit(char::is_whitespace).next()?;
    let field = spelt(name);
    (!field.is_empty()).then_some(field)
}

/// A path with dots between its parts, whatever stood there.
pub(super) fn spelt(path: &str) -> String {
    let path = path.trim().trim_start_matches('#').trim_matches(['/', '.', ',', ':']);
    path.replace('/', ".")
}

/// The last name of a path or pointer; an index is none.
pub(crate) fn last_name(path: &str) -> Option<String> {
    let names = path.trim_start_matches('#').split(['/', '.']);
    let mut named = names.filter(|name| !name.is_empty() && name.parse::<u32>().is_err());
    named.next_back().map(str::to_owned)
}
