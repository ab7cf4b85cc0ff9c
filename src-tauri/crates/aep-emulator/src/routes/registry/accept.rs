//! The `Accept` header of the Schema Registry, which is strict about it.

use super::bad;
use crate::http::{Call, Refusal};

/// What the `Accept` header asks for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum View {
    /// Ids and titles only.
    Short,
    /// The resource as it was written.
    Plain,
    /// The resource with everything it refers to.
    Full,
}

/// Reads the `Accept` header of a list: no version allowed.
pub(crate) fn list_view(call: &Call) -> Result<View, Refusal> {
    let (view, versioned) = accepted(call)?;
    if versioned {
        let detail = "The Accept header of a list must not carry a version.";
        return Err(bad("XDM-1006", "Accept header invalid", detail));
    }
    Ok(view)
}

/// Reads the `Accept` header of a lookup: a version is required.
pub(crate) fn lookup_view(call: &Call) -> Result<View, Refusal> {
    let (view, versioned) = accepted(call)?;
    if !versioned {
        let detail = "The Accept header of a lookup must carry a version.";
        return Err(bad("XDM-1007", "Accept header invalid", detail));
    }
    Ok(view)
}

fn accepted(call: &Call) -> Result<(View, bool), Refusal> {
    let refuse = || {
        let detail = "The Accept header must be application/vnd.adobe.{xed|xdm}+json or a variant.";
        bad("XDM-1009", "Accept header invalid", detail)
    };
    let header = call.header("accept").unwrap_or_default();
    let (media_type, parameters) = header.split_once(';').unwrap_or((header, ""));
    let name = media_type.trim().strip_prefix("application/vnd.adobe.").ok_or_else(refuse)?;
    let name = name.strip_suffix("+json").ok_or_else(refuse)?;
    let variant =
        name.strip_prefix("xed").or_else(|| name.strip_prefix("xdm")).ok_or_else(refuse)?;
    let view = match variant {
        "-id" => View::Short,
        "" | "-notext" | "-deprecatefield" => View::Plain,
        "-full" | "-full-notext" | "-full-desc" => View::Full,
        _ => return Err(refuse()),
    };
    let parameters = parameters.trim();
    match parameters.strip_prefix("version=").map(str::trim) {
        Some("1" | "1.0") => Ok((view, true)),
        Some(_) => Err(bad("XDM-1007", "Accept header invalid", "Only version 1 exists.")),
        None if parameters.is_empty() => Ok((view, false)),
        None => Err(refuse()),
    }
}
