//! The organisation's own namespace in the targets of lines: a file names none, and gets that of whoever reads it.

use aep_client::TenantId;

use crate::contract::mapping::MappingLine;

/// Stands for the organisation's own namespace, such as `_acme`.
pub(super) const ANY: &str = "{tenant}";

/// A line whose target names no organisation.
pub(super) fn portable(line: MappingLine, tenant: &TenantId) -> MappingLine {
    MappingLine { target: portable_path(&line.target, tenant), ..line }
}

/// A path that names no organisation.
pub(super) fn portable_path(path: &str, tenant: &TenantId) -> String {
    moved(path, &tenant.namespace(), ANY).unwrap_or_else(|| path.to_owned())
}

/// A path in this organisation's own namespace.
pub(super) fn path_at_home(path: &str, tenant: &TenantId) -> String {
    moved(path, ANY, &tenant.namespace()).unwrap_or_else(|| path.to_owned())
}

/// A line whose target is in this organisation's own namespace.
pub(super) fn at_home(line: &MappingLine, tenant: &TenantId) -> MappingLine {
    MappingLine { target: path_at_home(&line.target, tenant), source: line.source.clone() }
}

/// The path with another first part; none when it begins with something else.
fn moved(path: &str, from: &str, to: &str) -> Option<String> {
    let rest = path.strip_prefix(from)?;
    (rest.is_empty() || rest.starts_with('.')).then(|| format!("{to}{rest}"))
}

#[cfg(test)]
mod tests {
    use proptest::prelude::{prop_assert, prop_assert_eq, proptest};

    use super::{at_home, path_at_home, portable, portable_path};
    use crate::contract::mapping::{MappingLine, MappingSource};

    fn line(target: &str) -> MappingLine {
        let source = MappingSource::Field { path: "event".to_owned() };
        MappingLine { source, target: target.to_owned() }
    }

    #[test]
    fn only_the_whole_namespace_is_replaced() {
        let there = |target| at_home(&portable(line(target), &"acme".into()), &"lab".into()).target;
        assert_eq!(there("_acme.pendo.event"), "_lab.pendo.event");
        assert_eq!(there("_acme"), "_lab");
        assert_eq!(there("_acmeworks.event"), "_acmeworks.event");
        assert_eq!(there("web._acme.event"), "web._acme.event");
        assert_eq!(at_home(&line("{tenant}x"), &"lab".into()).target, "{tenant}x");
    }

    proptest! {
        #[test]
        fn a_line_goes_from_one_organisation_to_another_and_back(
            here in "[a-z]{1,8}", there in "[a-z]{1,8}", rest in "(\\.[a-zA-Z]{1,8}){1,4}",
        ) {
            let (here, there) = (here.as_str().into(), there.as_str().into());
            let own = line(&format!("_{here}{rest}"));
            let file = portable(own.clone(), &here);
            let names_it = file.target.contains(&format!("_{here}."));
            prop_assert!(!names_it);
            let moved = at_home(&file, &there);
            prop_assert_eq!(&moved.target, &format!("_{there}{rest}"));
            prop_assert_eq!(at_home(&portable(moved, &there), &here), own.clone());
            // The paths of identities move as targets of lines do.
            let path = portable_path(&own.target, &here);
            prop_assert_eq!(&path, &file.target);
            prop_assert_eq!(path_at_home(&path, &there), format!("_{there}{rest}"));
        }
    }
}
