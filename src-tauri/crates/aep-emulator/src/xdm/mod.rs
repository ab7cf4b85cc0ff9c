//! The Experience Data Model: which fields a schema has, and whether a record fits it.

mod check;
mod class;
mod fields;
mod global;

pub(crate) use check::{Violation, check_record};
pub(crate) use class::{CLASSES, Class, is_class};
pub(crate) use fields::{
    arriving_schema, field_at, first_bad_name, full_field_group, full_schema, own_fields,
};
pub(crate) use global::{GLOBAL_GROUPS, GlobalGroup, global_group};

/// The major version in a content type such as `application/vnd.adobe.xed-full+json;version=1.0`.
/// Clients write it in many ways, and only the number before the dot counts.
pub(crate) fn major_version(content_type: &str) -> u32 {
    let (_, version) = content_type.split_once("version=").unwrap_or(("", "1"));
    let digits: String = version.trim().chars().take_while(char::is_ascii_digit).collect();
    digits.parse().unwrap_or(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_by_their_major_number() {
        for text in ["a/b;version=1", "a/b; version=1.0", "a/b", "a/b;version=1;x"] {
            assert_eq!(major_version(text), 1, "{text}");
        }
        assert_eq!(major_version("a/b;version=2"), 2);
    }
}
