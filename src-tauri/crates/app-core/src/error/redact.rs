//! Taking streaming endpoints out of texts that others wrote. Whoever knows one can write to the dataset, so it
//! appears with its own dataflow and nowhere else.

const DOTS: &str = "•••";

/// The text without the path of any streaming endpoint and without long runs of hexadecimal digits, which is
/// what the id of an endpoint looks like (64 digits).
pub(crate) fn redact(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    let mut word = String::new();
    for letter in text.chars() {
        if letter.is_whitespace() || "\"'<>()[]{},;".contains(letter) {
            safe.push_str(&word_without_secret(&word));
            word.clear();
            safe.push(letter);
        } else {
            word.push(letter);
        }
    }
    safe.push_str(&word_without_secret(&word));
    safe
}

fn word_without_secret(word: &str) -> String {
    if let Some(at) = word.find("/collection/") {
        return format!("{}/collection/{DOTS}", &word[..at]);
    }
    let mut safe = String::with_capacity(word.len());
    let mut rest = word;
    while let Some(start) = rest.find(|c: char| c.is_ascii_hexdigit()) {
        let digits = rest[start..].find(|c: char| !c.is_ascii_hexdigit());
        let end = digits.map_or(rest.len(), |length| start + length);
        safe.push_str(&rest[..start]);
        safe.push_str(if end - start >= 64 { DOTS } else { &rest[start..end] });
        rest = &rest[end..];
    }
    safe.push_str(rest);
    safe
}

#[cfg(test)]
mod tests {
    use super::redact;

    #[test]
    fn a_streaming_endpoint_does_not_survive() {
        let id = "a1".repeat(32);
        let text = format!("POST \"https://dcs.example/collection/{id}?x=1\" and [{id}] failed");
        assert_eq!(redact(&text), "POST \"https://dcs.example/collection/•••\" and [•••] failed");
    }

    #[test]
    fn other_ids_and_words_stay() {
        let text = "flow 1a2b3c4d-0000-4000-8000-123456789abc, mapping a126ae1a1d134c4b82bd00c2d01a039e: größer";
        assert_eq!(redact(text), text);
    }
}
