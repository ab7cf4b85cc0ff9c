//! A code taken apart: `FLOW-1404-412`, `1404-412` and 1404 with HTTP 412 are one code.

use crate::contract::error_book::BookService;

/// A code without its status, and the status that it names itself.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Code<'a> {
    /// `1404`, `INGEST-1212`, `403027`.
    pub(super) base: &'a str,
    /// `412`; none when the code names none.
    pub(super) status: Option<u16>,
}

impl<'a> Code<'a> {
    /// Reads a code as a service prints it, or as it stands at the end of an error's `type`.
    pub(super) fn read(text: &'a str) -> Self {
        let last = text.trim().rsplit('/').next().unwrap_or_default();
        let code = last.strip_prefix("FLOW-").unwrap_or(last);
        let tail = code.rsplit_once('-').filter(|(_, tail)| tail.len() == 3);
        match tail.and_then(|(base, tail)| Some((base, tail.parse().ok()?))) {
            Some((base, status)) => Self { base, status: Some(status) },
            None => Self { base: code, status: None },
        }
    }

    /// Whether this is a code of six digits, which begins with its status.
    pub(super) fn is_gateways(self) -> bool {
        self.status.is_none() && self.base.len() == 6 && self.is_number()
    }

    /// Whether it is a number without a family before it.
    pub(super) fn is_number(self) -> bool {
        !self.base.is_empty() && self.base.bytes().all(|byte| byte.is_ascii_digit())
    }

    /// The service whose family of codes this is, as far as the code itself says.
    pub(super) fn family(self) -> Option<BookService> {
        let family = self.base.split('-').next().unwrap_or_default();
        match family {
            "INGEST" | "MAPPER" | "CONNECTOR" | "DCVS" | "UPINGT" => Some(BookService::Ingestion),
            "XDM" => Some(BookService::SchemaRegistry),
            _ if self.is_gateways() => Some(BookService::Gateway),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Code;
    use crate::contract::error_book::BookService;

    fn read(text: &str) -> (&str, Option<u16>) {
        let code = Code::read(text);
        (code.base, code.status)
    }

    #[test]
    fn a_code_is_read_in_every_form_that_services_write() {
        assert_eq!(read("1404-412"), ("1404", Some(412)));
        assert_eq!(read("FLOW-1439-404"), ("1439", Some(404)));
        assert_eq!(read("https://ns.adobe.com/aep/errors/XDM-1521-400"), ("XDM-1521", Some(400)));
        assert_eq!(read(" 403027 "), ("403027", None));
        assert_eq!(read("UPINGT-030075"), ("UPINGT-030075", None));
        assert_eq!(read(""), ("", None));
    }

    #[test]
    fn a_family_says_whose_code_it_is_and_a_bare_number_does_not() {
        let family = |text| Code::read(text).family();
        assert_eq!(family("DCVS-1106-400"), Some(BookService::Ingestion));
        assert_eq!(family("XDM-9999-400"), Some(BookService::SchemaRegistry));
        assert_eq!(family("403027"), Some(BookService::Gateway));
        assert_eq!(family("1401-400"), None);
        assert_eq!(family("TEAPOT-1-400"), None);
    }
}
