//! What people paste comes with blanks, line ends and quotation marks around it. They are taken off, and it is
//! said that they were.

use secrecy::{ExposeSecret, SecretString};

/// A pasted text without what surrounded it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Tidied<T> {
    /// The text.
    pub(crate) value: T,
    /// Whether anything was taken off.
    pub(crate) changed: bool,
}

/// Takes blanks, invisible characters and quotation marks off both ends.
pub(crate) fn tidy(text: &str) -> Tidied<String> {
    let value = text.trim_matches(surrounds).to_owned();
    Tidied { changed: value != text, value }
}

/// The same for a secret; a leading `Bearer` goes too, since tokens are often copied with it.
pub(crate) fn tidy_secret(secret: &SecretString) -> Tidied<SecretString> {
    let text = secret.expose_secret();
    let plain = text.trim_matches(surrounds);
    let plain = match plain.split_once(' ') {
        Some((first, rest)) if first.eq_ignore_ascii_case("bearer") => rest.trim_matches(surrounds),
        _ => plain,
    };
    Tidied { changed: plain != text, value: SecretString::from(plain) }
}

fn surrounds(letter: char) -> bool {
    letter.is_whitespace()
        || letter.is_control()
        || "\"'`“”„‘’«»\u{feff}\u{200b}\u{200c}\u{200d}\u{2060}".contains(letter)
}

#[cfg(test)]
mod tests {
    use secrecy::{ExposeSecret, SecretString};

    use super::{tidy, tidy_secret};

    #[test]
    fn blanks_and_quotation_marks_around_a_pasted_text_go() {
        for pasted in ["abc", " abc\n", "\"abc\"", "“abc”", "\u{feff}abc\u{200b}"] {
            let tidied = tidy(pasted);
            assert_eq!(tidied.value, "abc", "{pasted:?}");
            assert_eq!(tidied.changed, pasted != "abc");
        }
    }

    #[test]
    fn a_token_may_be_pasted_with_its_scheme() {
        let tidied = tidy_secret(&SecretString::from("Bearer abc"));
        assert_eq!(tidied.value.expose_secret(), "abc");
        assert!(tidied.changed);
        assert!(!tidy_secret(&SecretString::from("abc")).changed);
    }
}
