//! Which fields of a schema are identities, by the codes of their namespaces: numbers of namespaces are an
//! organisation's own, and older marks have them.

use aep_client::schema_registry::IdentityDescriptor;
use aep_client::{Result, Sandbox, SchemaId};

use crate::contract::place::PlaceIdentity;

/// The identities of one schema, out of all marks of its sandbox; the primary one first. A mark whose namespace is
/// not known any more is left out.
pub(super) fn of_schema(
    marks: &[IdentityDescriptor],
    schema: &SchemaId,
    codes: &Codes,
) -> Vec<PlaceIdentity> {
    let own = marks.iter().filter(|mark| mark.schema == *schema);
    let mut found: Vec<PlaceIdentity> = own
        .filter_map(|mark| {
            let namespace = codes.code(mark.namespace.as_deref()?)?;
            let (path, primary) = (mark.dotted_path(), mark.is_primary);
            Some(PlaceIdentity { path, namespace, primary })
        })
        .collect();
    found.sort_by(|one, other| {
        other.primary.cmp(&one.primary).then_with(|| one.path.cmp(&other.path))
    });
    found
}

/// Codes of namespaces by their numbers.
#[derive(Debug, Default)]
pub(super) struct Codes(Vec<(String, String)>);

impl Codes {
    /// Reads them where one of these marks has a number.
    ///
    /// # Errors
    /// What the platform says.
    pub(super) async fn for_marks(sandbox: &Sandbox, marks: &[IdentityDescriptor]) -> Result<Self> {
        if !marks.iter().any(|mark| mark.namespace.as_deref().is_some_and(is_number)) {
            return Ok(Self::default());
        }
        let all = sandbox.identity_namespaces().list().await?;
        let numbered = all.into_iter().filter_map(|one| Some((one.id?, one.code)));
        Ok(Self(numbered.collect()))
    }

    fn code(&self, named: &str) -> Option<String> {
        if !is_number(named) {
            return Some(named.to_owned());
        }
        self.0.iter().find(|(number, _)| number == named).map(|(_, code)| code.clone())
    }
}

fn is_number(named: &str) -> bool {
    !named.is_empty() && named.bytes().all(|byte| byte.is_ascii_digit())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Codes, of_schema};

    #[test]
    fn a_number_becomes_the_code_and_the_primary_one_stands_first() {
        let mark = |schema: &str, path: &str, namespace: &str, primary: bool| {
            serde_json::from_value(
                json!({ "@id": path, "xdm:sourceSchema": schema, "xdm:sourceProperty": path,
                "xdm:namespace": namespace, "xdm:isPrimary": primary }),
            )
            .unwrap()
        };
        let marks = [
            mark("s", "/_acme/a", "Email", false),
            mark("s", "/_acme/b", "10123", true),
            mark("s", "/_acme/c", "777", false),
            mark("other", "/_acme/d", "Email", true),
        ];
        let codes = Codes(vec![("10123".to_owned(), "pendoVisitor".to_owned())]);
        let found = of_schema(&marks, &"s".into(), &codes);
        let found: Vec<_> =
            found.iter().map(|one| (one.path.as_str(), one.namespace.as_str())).collect();
        assert_eq!(found, [("_acme.b", "pendoVisitor"), ("_acme.a", "Email")]);
    }
}
