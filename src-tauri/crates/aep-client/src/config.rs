//! What a client has to be told before its first request, and the check that it makes sense.
//!
//! What does not belong here: where the values come from (saved sign-ins, keychain), and how they
//! are used.

use std::net::IpAddr;
use std::time::Duration;

use url::{Host, Url};

use crate::error::Error;
use crate::ids::{ClientId, OrgId};
use crate::retry::RetryPolicy;
use crate::secret::Secret;

/// Where Adobe's production services answer. The host routes by organisation.
pub const PRODUCTION_API: &str = "https://platform.adobe.io";

/// Where Adobe's production sign-in answers.
pub const PRODUCTION_IMS: &str = "https://ims-na1.adobelogin.com";

/// The scopes the Developer Console issues for Experience Platform.
pub const DEFAULT_SCOPES: &str =
    "openid,session,AdobeID,read_organizations,additional_info.projectedProductContext";

/// How a client proves who it is.
#[derive(Clone, Debug)]
pub enum Credential {
    /// OAuth server-to-server: tokens are fetched and renewed as needed.
    ClientSecret(Secret),
    /// A token that a person pasted. It is used until it expires and never renewed.
    AccessToken(Secret),
}

/// How long to wait for one attempt at one request.
#[derive(Clone, Copy, Debug)]
pub struct Timeouts {
    /// To reach the host, TLS included.
    pub connect: Duration,
    /// For the whole exchange, the answer's last byte included.
    pub request: Duration,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self { connect: Duration::from_secs(10), request: Duration::from_secs(60) }
    }
}

/// Everything a [`Client`](crate::Client) needs to know.
#[derive(Clone, Debug)]
pub struct Config {
    /// Root of the platform's services. HTTPS, or HTTP on a loopback host.
    pub base_url: Url,
    /// Root of the sign-in service. HTTPS, or HTTP on a loopback host.
    pub ims_url: Url,
    /// The organisation, with its `@AdobeOrg` ending.
    pub org_id: OrgId,
    /// The credential's client id.
    pub client_id: ClientId,
    /// The secret or the pasted token.
    pub credential: Credential,
    /// Scopes to ask for, separated by commas.
    pub scopes: String,
    /// Certificates (PEM, one or more in a text) to trust besides those of the system. There is
    /// no way to switch the check off.
    pub extra_root_certificates: Vec<String>,
    /// How long to wait for an answer.
    pub timeouts: Timeouts,
    /// How often, and after which pauses, to try again.
    pub retry: RetryPolicy,
}

impl Config {
    /// Adobe's production hosts, with everything else at its default.
    #[must_use]
    pub fn production(org_id: OrgId, client_id: ClientId, credential: Credential) -> Self {
        let url = |text| Url::parse(text).expect("a constant address parses");
        Self::custom(url(PRODUCTION_API), url(PRODUCTION_IMS), org_id, client_id, credential)
    }

    /// Hosts of the caller's choice, with everything else at its default.
    #[must_use]
    pub fn custom(
        base_url: Url,
        ims_url: Url,
        org_id: OrgId,
        client_id: ClientId,
        credential: Credential,
    ) -> Self {
        Self {
            base_url,
            ims_url,
            org_id,
            client_id,
            credential,
            scopes: DEFAULT_SCOPES.to_owned(),
            extra_root_certificates: Vec::new(),
            timeouts: Timeouts::default(),
            retry: RetryPolicy::default(),
        }
    }

    /// Refuses what could leak a credential or could never work.
    pub(crate) fn check(&self) -> Result<(), Error> {
        check_address("base_url", &self.base_url)?;
        check_address("ims_url", &self.ims_url)?;
        let blank = match &self.credential {
            Credential::ClientSecret(secret) | Credential::AccessToken(secret) => secret.is_blank(),
        };
        let fields = [
            ("org_id", self.org_id.as_str().trim().is_empty()),
            ("client_id", self.client_id.as_str().trim().is_empty()),
            ("credential", blank),
        ];
        match fields.iter().find(|(_, missing)| *missing) {
            Some((field, _)) => Err(Error::config(field, "must not be empty")),
            None => Ok(()),
        }
    }
}

/// A service address: HTTPS unless it is on this machine, and nothing but scheme, host, port, path.
fn check_address(field: &'static str, url: &Url) -> Result<(), Error> {
    if !is_secure(url) {
        return Err(Error::config(
            field,
            "must start with https:// (http:// only on this machine)",
        ));
    }
    let plain = url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    if !plain {
        return Err(Error::config(
            field,
            "must be a plain address without user, query or fragment",
        ));
    }
    Ok(())
}

/// Whether what is sent to an address stays secret on its way.
pub(crate) fn is_secure(url: &Url) -> bool {
    url.scheme() == "https" || (url.scheme() == "http" && is_loopback(url))
}

/// Whether an address is on this machine: 127.0.0.0/8, `::1`, `localhost` or a name below it.
#[must_use]
pub fn is_loopback(url: &Url) -> bool {
    match url.host() {
        Some(Host::Ipv4(ip)) => IpAddr::V4(ip).is_loopback(),
        Some(Host::Ipv6(ip)) => IpAddr::V6(ip).is_loopback(),
        Some(Host::Domain(name)) => {
            let name = name.trim_end_matches('.').to_ascii_lowercase();
            name == "localhost" || name.ends_with(".localhost")
        }
        None => false,
    }
}

#[cfg(test)]
mod tests {
    use url::Url;

    use super::{Config, Credential, is_loopback};
    use crate::error::Error;

    fn config(base: &str) -> Config {
        let mut config = Config::production(
            "1@AdobeOrg".into(),
            "client".into(),
            Credential::ClientSecret("secret".into()),
        );
        config.base_url = Url::parse(base).unwrap();
        config
    }

    #[test]
    fn plain_http_is_for_this_machine_only() {
        for good in [
            "https://platform.adobe.io",
            "http://127.0.0.1:8787",
            "http://[::1]:1",
            "http://localhost:1",
        ] {
            assert!(config(good).check().is_ok(), "{good}");
        }
        for bad in ["http://platform.adobe.io", "http://127.0.0.1.example.com", "ftp://127.0.0.1"] {
            assert!(
                matches!(config(bad).check(), Err(Error::Config { field: "base_url", .. })),
                "{bad}"
            );
        }
    }

    #[test]
    fn an_address_with_more_than_host_and_path_is_refused() {
        for bad in
            ["https://user@host.example", "https://host.example?x=1", "https://host.example#x"]
        {
            assert!(config(bad).check().is_err(), "{bad}");
        }
    }

    #[test]
    fn every_loopback_address_is_recognised() {
        for (url, expected) in [
            ("http://127.9.9.9/", true),
            ("http://LOCALHOST/", true),
            ("http://a.localhost/", true),
            ("http://[::1]/", true),
            ("http://10.0.0.1/", false),
            ("http://localhost.example/", false),
        ] {
            assert_eq!(is_loopback(&Url::parse(url).unwrap()), expected, "{url}");
        }
    }

    #[test]
    fn an_empty_secret_is_refused_before_anything_is_sent() {
        let mut config = config("https://platform.adobe.io");
        config.credential = Credential::ClientSecret(" ".into());
        assert!(matches!(config.check(), Err(Error::Config { field: "credential", .. })));
    }

    #[test]
    fn printing_a_configuration_shows_no_secret() {
        let mut config = config("https://platform.adobe.io");
        config.credential = Credential::AccessToken("canary".into());
        assert!(!format!("{config:?}").contains("canary"));
    }
}
