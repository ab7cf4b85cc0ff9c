//! Where requests may go: Adobe's fixed hosts, or addresses of the person's own over HTTPS (plain HTTP on this
//! computer only).

use aep_client::{PRODUCTION_API, PRODUCTION_IMS, is_loopback};
use url::Url;

use crate::contract::app_state::Environment;
use crate::contract::error::FieldProblem;
use crate::credentials::tidy;

/// The two addresses of an environment.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Addresses {
    /// Base address of the platform.
    pub(crate) platform: Url,
    /// Base address of the sign-in service.
    pub(crate) sign_in: Url,
}

/// The addresses of an environment, with blanks taken off.
///
/// # Errors
/// What is wrong, by field.
pub(crate) fn resolve(
    environment: &Environment,
    loopback_only: bool,
) -> Result<Addresses, Vec<FieldProblem>> {
    let (platform, sign_in) = match environment {
        Environment::Adobe => (PRODUCTION_API, PRODUCTION_IMS),
        Environment::Custom { platform_url, sign_in_url } => {
            (platform_url.as_str(), sign_in_url.as_str())
        }
        Environment::Practice => {
            let message = "Practice mode needs no sign-in: start it from Welcome.";
            return Err(vec![problem("environment", message)]);
        }
    };
    let read = |field, text| address(text, loopback_only).map_err(|why| problem(field, &why));
    let platform = read("environment.platformUrl", platform);
    let sign_in = read("environment.signInUrl", sign_in);
    match (platform, sign_in) {
        (Ok(platform), Ok(sign_in)) => Ok(Addresses { platform, sign_in }),
        (platform, sign_in) => Err(platform.err().into_iter().chain(sign_in.err()).collect()),
    }
}

/// The environment as it is kept: addresses as they were understood.
pub(crate) fn normalised(environment: &Environment, addresses: &Addresses) -> Environment {
    match environment {
        Environment::Custom { .. } => Environment::Custom {
            platform_url: plain(&addresses.platform),
            sign_in_url: plain(&addresses.sign_in),
        },
        other => other.clone(),
    }
}

fn plain(url: &Url) -> String {
    url.as_str().trim_end_matches('/').to_owned()
}

fn address(text: &str, loopback_only: bool) -> Result<Url, String> {
    let text = tidy(text).value;
    if text.is_empty() {
        return Err("Enter the address, such as https://platform.adobe.io.".to_owned());
    }
    if !text.contains("://") {
        return Err("Start the address with https://.".to_owned());
    }
    let Ok(url) = Url::parse(&text) else {
        return Err("This is not a web address, such as https://platform.adobe.io.".to_owned());
    };
    let plain = url.username().is_empty()
        && url.password().is_none()
        && url.query().is_none()
        && url.fragment().is_none();
    if !plain {
        return Err("Leave out names, passwords and everything from ? or # on.".to_owned());
    }
    if loopback_only && !is_loopback(&url) {
        return Err("This host speaks to platforms on this computer only.".to_owned());
    }
    match url.scheme() {
        "https" => Ok(url),
        "http" if is_loopback(&url) => Ok(url),
        _ => Err("Start the address with https://; http:// is for this computer only.".to_owned()),
    }
}

fn problem(field: &str, message: &str) -> FieldProblem {
    FieldProblem { field: field.to_owned(), message: message.to_owned() }
}

#[cfg(test)]
mod tests {
    use super::resolve;
    use crate::contract::app_state::Environment;

    fn custom(platform: &str) -> Environment {
        Environment::Custom {
            platform_url: platform.to_owned(),
            sign_in_url: "https://sign-in.example".to_owned(),
        }
    }

    #[test]
    fn adobes_hosts_are_fixed_and_secure() {
        let addresses = resolve(&Environment::Adobe, false).unwrap();
        assert_eq!(addresses.platform.as_str(), "https://platform.adobe.io/");
        assert_eq!(addresses.sign_in.as_str(), "https://ims-na1.adobelogin.com/");
    }

    #[test]
    fn own_addresses_are_secure_or_on_this_computer() {
        for good in [
            "https://h.example",
            " https://h.example/ ",
            "http://127.0.0.1:1",
            "http://[::1]:1",
            "http://localhost:1",
        ] {
            assert!(resolve(&custom(good), false).is_ok(), "{good}");
        }
        for bad in [
            "",
            "h.example",
            "http://h.example",
            "ftp://127.0.0.1",
            "https://",
            "https://u:p@h.example",
            "https://h.example/?a=1",
        ] {
            let problems = resolve(&custom(bad), false).unwrap_err();
            assert_eq!(problems[0].field, "environment.platformUrl", "{bad}");
        }
    }

    #[test]
    fn a_host_for_this_computer_only_reaches_nothing_else() {
        assert!(resolve(&Environment::Adobe, true).is_err());
        assert_eq!(resolve(&custom("https://h.example"), true).unwrap_err().len(), 2);
    }

    #[test]
    fn practice_is_not_signed_in_to() {
        assert_eq!(resolve(&Environment::Practice, false).unwrap_err()[0].field, "environment");
    }
}
