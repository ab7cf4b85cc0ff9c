//! Names of fields. XDM takes letters, digits, `-` and `_`, and no `_` at the front; the data lake does not tell
//! capitals from small letters.
//! Source: <https://experienceleague.adobe.com/en/docs/experience-platform/xdm/schema/best-practices>.

use std::collections::HashSet;

/// The longest name. The platform documents no limit; longer ones cannot be read on any screen.
pub(super) const LONGEST: usize = 100;

/// Whether XDM takes the name.
pub(crate) fn is_good(name: &str) -> bool {
    let allowed = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    !name.is_empty() && !name.starts_with('_') && name.len() <= LONGEST && name.chars().all(allowed)
}

/// What two names that the data lake cannot tell apart have in common.
pub(super) fn folded(name: &str) -> String {
    name.to_ascii_lowercase()
}

/// A name that XDM takes, as near to the key as can be, and that no field beside it has. It is added to `taken`.
pub(super) fn repaired(key: &str, taken: &mut HashSet<String>) -> String {
    let wanted = plain(key);
    let wanted = if wanted.is_empty() { "field".to_owned() } else { wanted };
    let mut name = wanted.clone();
    let mut count = 2_u32;
    while !taken.insert(folded(&name)) {
        name = format!("{wanted}_{count}");
        count += 1;
    }
    name
}

/// The key with every run of other letters as one `_`, and none at either end.
fn plain(key: &str) -> String {
    let mut name = String::new();
    for letter in key.chars() {
        if letter.is_ascii_alphanumeric() || letter == '-' {
            name.push(letter);
        } else if !name.is_empty() && !name.ends_with('_') {
            name.push('_');
        }
        // Room is left for the number of one that is taken.
        if name.len() >= LONGEST - 8 {
            break;
        }
    }
    // A good name that ends in `_` stays as it is.
    if is_good(key) { key.to_owned() } else { name.trim_end_matches('_').to_owned() }
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use proptest::prelude::{any, proptest};

    use super::{folded, is_good, repaired};

    fn once(key: &str) -> String {
        repaired(key, &mut HashSet::new())
    }

    #[test]
    fn good_names_stay_and_others_become_the_nearest_good_one() {
        for name in ["visitorId", "a-b", "x_", "9lives"] {
            assert_eq!(once(name), name);
        }
        assert_eq!(once("first name"), "first_name");
        assert_eq!(once("_id"), "id");
        assert_eq!(once("a.b[0]"), "a_b_0");
        assert_eq!(once("'; DROP TABLE users; --"), "DROP_TABLE_users_--");
        assert_eq!(once("🎉"), "field");
        assert_eq!(once("naïve"), "na_ve");
    }

    #[test]
    fn names_that_differ_in_capitals_only_are_told_apart_by_a_number() {
        let mut taken = HashSet::new();
        let names: Vec<_> =
            ["Name", "name", "🎉", "🎈"].iter().map(|key| repaired(key, &mut taken)).collect();
        assert_eq!(names, ["Name", "name_2", "field", "field_2"]);
    }

    proptest! {
        #[test]
        fn every_key_gets_a_good_name_of_its_own(keys in any::<Vec<String>>()) {
            let mut taken = HashSet::new();
            let names: Vec<String> = keys.iter().map(|key| repaired(key, &mut taken)).collect();
            assert!(names.iter().all(|name| is_good(name)));
            let different: HashSet<String> = names.iter().map(|name| folded(name)).collect();
            assert_eq!(different.len(), names.len());
        }
    }
}
