//! Tags of datasets: which of them Experience Platform writes and reads itself. Nothing is made or asked here.

/// Tags that the platform's own services read; the first four decide whether Profile takes the records.
const OWN: [&str; 7] =
    ["unifiedProfile", "unifiedIdentity", "identity", "profile", "acp_", "adobe/", "aep/"];

/// Whether a key is one of the platform's own.
pub(crate) fn is_platforms(key: &str) -> bool {
    OWN.iter().any(|own| key == *own || (own.ends_with(['_', '/']) && key.starts_with(own)))
}

#[cfg(test)]
mod tests {
    use super::is_platforms;

    #[test]
    fn the_platforms_own_tags_are_told_from_a_teams() {
        for key in ["unifiedProfile", "acp_validationContext", "adobe/pqs/table", "aep/siphon"] {
            assert!(is_platforms(key), "{key}");
        }
        for key in ["team", "profiles of ours", "adobe", "acp"] {
            assert!(!is_platforms(key), "{key}");
        }
    }
}
