//! The mark that every object made by a set-up carries in its description: a person who meets it in Experience
//! Platform understands it, and a lost reply can be looked up by it.

/// How the mark begins.
const MARK: &str = "Made with Inlet · ";
/// How many characters of the set-up's id the mark shows.
const LENGTH: usize = 8;

/// The mark of the set-up with this id.
pub(crate) fn mark(setup_id: &str) -> String {
    let id: String = setup_id.chars().filter(char::is_ascii_alphanumeric).take(LENGTH).collect();
    format!("{MARK}{id}")
}

/// A description with the mark at its end.
pub(crate) fn marked(description: &str, setup_id: &str) -> String {
    match description {
        "" => mark(setup_id),
        text => format!("{text} · {}", mark(setup_id)),
    }
}

/// Whether a description carries the mark of this set-up.
pub(crate) fn is_marked(description: Option<&str>, setup_id: &str) -> bool {
    description.is_some_and(|text| text.trim_end().ends_with(&mark(setup_id)))
}

/// Whether a description carries the mark of any set-up.
pub(crate) fn is_ours(description: Option<&str>) -> bool {
    description.is_some_and(|text| without_mark(text) != text.trim_end())
}

/// A description without the mark at its end.
pub(crate) fn without_mark(description: &str) -> &str {
    let text = description.trim_end();
    let Some(at) = text.rfind(MARK) else { return text };
    let id = &text[at + MARK.len()..];
    let is_id = id.len() == LENGTH && id.chars().all(|letter| letter.is_ascii_alphanumeric());
    if is_id { text[..at].trim_end().trim_end_matches('·').trim_end() } else { text }
}

#[cfg(test)]
mod tests {
    use super::{is_marked, is_ours, marked, without_mark};

    const ID: &str = "1a2b3c4d-0000-4000-8000-000000000000";

    #[test]
    fn a_description_is_kept_and_carries_the_mark_of_its_own_set_up() {
        let text = marked("NPS answers", ID);
        assert_eq!(text, "NPS answers · Made with Inlet · 1a2b3c4d");
        assert!(is_marked(Some(&text), ID));
        assert!(!is_marked(Some(&text), "9a2b3c4d-0000-4000-8000-000000000000"));
    }

    #[test]
    fn the_mark_of_any_set_up_is_known_and_taken_off() {
        assert!(is_ours(Some(&marked("NPS answers", ID))) && is_ours(Some(&marked("", ID))));
        assert!(!is_ours(Some("Made with Inlet · by hand, long ago")) && !is_ours(None));
        assert_eq!(without_mark(&marked("NPS answers", ID)), "NPS answers");
        assert_eq!(without_mark(&marked("", ID)), "");
        assert_eq!(without_mark("NPS answers"), "NPS answers");
    }

    #[test]
    fn without_a_description_the_mark_stands_alone() {
        assert_eq!(marked("", ID), "Made with Inlet · 1a2b3c4d");
        assert!(!is_marked(None, ID));
        assert!(!is_marked(Some("NPS answers"), ID));
    }
}
