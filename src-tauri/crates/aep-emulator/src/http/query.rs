//! The query string, as the platform's clients write it. Which names are allowed is each route's
//! own business.

use percent_encoding::percent_decode_str;

/// Names and values in the order in which they were sent.
#[derive(Clone, Debug, Default)]
pub(crate) struct Query(Vec<(String, String)>);

impl Query {
    /// Reads a raw query string. A value keeps everything after the first `=`, because
    /// `property=flowId==x` is one name and one value.
    pub(crate) fn parse(raw: &str) -> Self {
        let pairs = raw.split('&').filter(|part| !part.is_empty()).map(|part| {
            let (name, value) = part.split_once('=').unwrap_or((part, ""));
            (decode(name), decode(value))
        });
        Self(pairs.collect())
    }

    /// The first value of a name.
    pub(crate) fn get(&self, name: &str) -> Option<&str> {
        self.0.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// Every value of a name.
    pub(crate) fn all<'a>(&'a self, name: &'a str) -> impl Iterator<Item = &'a str> {
        self.0.iter().filter(move |(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    /// The first name that is not one of those allowed.
    pub(crate) fn first_unknown(&self, allowed: &[&str]) -> Option<&str> {
        self.0.iter().map(|(key, _)| key.as_str()).find(|key| !allowed.contains(key))
    }
}

fn decode(text: &str) -> String {
    let spaced = text.replace('+', " ");
    percent_decode_str(&spaced).decode_utf8_lossy().into_owned()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_filter_keeps_its_own_equal_signs() {
        let query = Query::parse("property=flowId%3D%3Da&property=state==on%20hold&limit=5");
        assert_eq!(query.all("property").collect::<Vec<_>>(), ["flowId==a", "state==on hold"]);
        assert_eq!(query.get("limit"), Some("5"));
        assert_eq!(query.first_unknown(&["property"]), Some("limit"));
    }
}
