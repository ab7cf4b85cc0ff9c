//! Names for people, made from the keys of a schema: `clientId` becomes "Client ID".

/// Words that are written in capitals.
const CAPITALS: [&str; 12] =
    ["id", "url", "uri", "api", "aws", "s3", "sas", "ip", "ssh", "ssl", "json", "jwt"];

/// The keys that hold secrets in published schemas that forget to say so, as they end.
const SECRETS: [&str; 7] =
    ["password", "secret", "token", "secretkey", "privatekey", "passphrase", "connectionstring"];

/// A key as a name on screen.
pub(crate) fn label(key: &str) -> String {
    let words = words(key);
    let mut text = String::new();
    for (place, word) in words.iter().enumerate() {
        if place > 0 {
            text.push(' ');
        }
        if CAPITALS.contains(&word.as_str()) {
            text.push_str(&word.to_uppercase());
        } else if place == 0 {
            let mut letters = word.chars();
            text.extend(letters.next().map(|first| first.to_uppercase().to_string()));
            text.extend(letters);
        } else {
            text.push_str(word);
        }
    }
    text
}

/// Whether a key tells that its value is a secret.
pub(crate) fn tells_secret(key: &str) -> bool {
    let bare: String =
        key.chars().filter(char::is_ascii_alphanumeric).collect::<String>().to_lowercase();
    SECRETS.iter().any(|word| bare.ends_with(word))
}

/// The words of a key in lower case: apart at humps, underscores, dashes, dots and blanks.
fn words(key: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut hump = true;
    let mut before: Option<char> = None;
    let mut letters = key.chars().peekable();
    while let Some(letter) = letters.next() {
        if !letter.is_alphanumeric() {
            hump = true;
            before = None;
            continue;
        }
        let after_small = before.is_some_and(|before| !before.is_uppercase());
        let before_small = letters.peek().is_some_and(|next| next.is_lowercase());
        if letter.is_uppercase() && before.is_some() && (after_small || before_small) {
            hump = true;
        }
        if hump {
            words.push(String::new());
            hump = false;
        }
        if let Some(word) = words.last_mut() {
            word.extend(letter.to_lowercase());
        }
        before = Some(letter);
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{label, tells_secret};

    #[test]
    fn keys_become_names() {
        for (key, name) in [
            ("username", "Username"),
            ("clientId", "Client ID"),
            ("accessTokenUrl", "Access token URL"),
            ("s3AccessKey", "S3 access key"),
            ("s3_secret_key", "S3 secret key"),
            ("SASToken", "SAS token"),
            ("größe", "Größe"),
            ("", ""),
        ] {
            assert_eq!(label(key), name, "{key}");
        }
    }

    #[test]
    fn a_secret_is_known_by_its_name_and_its_address_is_none() {
        for key in ["password", "clientSecret", "access_token", "s3SecretKey", "connectionString"] {
            assert!(tells_secret(key), "{key}");
        }
        for key in ["accessTokenUrl", "username", "secretName", "s3AccessKey"] {
            assert!(!tells_secret(key), "{key}");
        }
    }
}
