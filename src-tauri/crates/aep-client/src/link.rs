//! Where a continuation link leads, and whether the token may go there.
//!
//! Links come in three forms: below the service's base (`/flows?…`), below the host
//! (`/data/foundation/…`), and absolute, sometimes with the default port spelt out. They are
//! opaque: nothing in them is split, decoded or encoded again.

use url::Url;

use crate::error::{Error, Result};
use crate::request::{Root, Target};

/// The address of a target below `base`, the platform's configured root.
pub(crate) fn resolve(base: &Url, root: Root, target: &Target) -> Result<Url> {
    let host = base.as_str().trim_end_matches('/');
    let address = match target {
        Target::Below(path) => format!("{host}{}{path}", root.path()),
        Target::Link(link) => join(host, root, link),
    };
    let url = Url::parse(&address).map_err(|_| foreign("an unreadable address"))?;
    if same_host(base, &url) {
        return Ok(url);
    }
    Err(foreign(url.host_str().unwrap_or("an unreadable address")))
}

fn join(host: &str, root: Root, link: &str) -> String {
    let below_service = |rest: &str| format!("{host}{}{rest}", root.path());
    if has_scheme(link) || link.starts_with("//") {
        let scheme = host.split_once("//").map_or("https:", |(scheme, _)| scheme);
        return if link.starts_with("//") { format!("{scheme}{link}") } else { link.to_owned() };
    }
    if link.starts_with("/data/foundation/") {
        return format!("{host}{link}");
    }
    if link.starts_with('/') { below_service(link) } else { below_service(&format!("/{link}")) }
}

fn has_scheme(link: &str) -> bool {
    let head = link.split(['/', '?', '#']).next().unwrap_or_default();
    head.contains(':')
}

/// Same scheme, host and port, where a missing port is the scheme's default.
fn same_host(base: &Url, url: &Url) -> bool {
    base.scheme() == url.scheme()
        && base.host() == url.host()
        && base.port_or_known_default() == url.port_or_known_default()
        && url.username().is_empty()
        && url.password().is_none()
}

fn foreign(host: &str) -> Error {
    Error::ForeignLink { host: host.to_owned() }
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::resolve;
    use crate::error::Error;
    use crate::request::{Root, Target};

    fn follow(link: &str) -> Result<String, Error> {
        let base = Url::parse("https://platform.adobe.io").unwrap();
        resolve(&base, Root::FlowService, &Target::Link(link.to_owned())).map(String::from)
    }

    #[test]
    fn a_link_below_the_service_is_appended_verbatim() {
        assert_eq!(
            follow("/flows?continuationToken=a%2Bb~c").unwrap(),
            "https://platform.adobe.io/data/foundation/flowservice/flows?continuationToken=a%2Bb~c"
        );
        assert_eq!(
            follow("flows?continuationToken=x").unwrap(),
            "https://platform.adobe.io/data/foundation/flowservice/flows?continuationToken=x"
        );
    }

    #[test]
    fn a_link_below_the_host_is_not_doubled() {
        assert_eq!(
            follow("/data/foundation/flowservice/flows?start=2").unwrap(),
            "https://platform.adobe.io/data/foundation/flowservice/flows?start=2"
        );
    }

    #[test]
    fn an_absolute_link_may_spell_out_the_default_port() {
        assert_eq!(
            follow("https://platform.adobe.io:443/data/x?y=1").unwrap(),
            "https://platform.adobe.io/data/x?y=1"
        );
    }

    #[test]
    fn a_link_to_anywhere_else_is_refused() {
        for link in [
            "https://evil.example/flows",
            "http://platform.adobe.io/flows",
            "https://platform.adobe.io:8443/flows",
            "https://platform.adobe.io.evil.example/flows",
            "https://platform.adobe.io@evil.example/flows",
            "https://user@platform.adobe.io/flows",
            "//evil.example/flows",
            "javascript:alert(1)",
        ] {
            assert!(matches!(follow(link), Err(Error::ForeignLink { .. })), "{link}");
        }
    }

    #[test]
    fn a_link_cannot_smuggle_a_host_through_the_path() {
        let url = follow("@evil.example/flows").unwrap();
        assert!(url.starts_with("https://platform.adobe.io/data/foundation/flowservice/@evil"));
    }
}
