//! The built window as static files, under the same content security policy as in the shell.
//!
//! The shell stamps inline styles of `index.html` with a nonce; so does this, anew for every answer.

use std::path::{Component, Path, PathBuf};

use axum::http::{StatusCode, header};
use axum::response::{IntoResponse, Response};
use uuid::Uuid;

/// Answers with the file of the window at this path of the address.
pub(crate) fn serve(folder: &Path, path: &str) -> Response {
    let Some(file) = locate(folder, path) else {
        return (StatusCode::NOT_FOUND, "There is no such page.").into_response();
    };
    let Ok(bytes) = std::fs::read(&file) else {
        return (StatusCode::NOT_FOUND, "There is no such page. Was the window built?")
            .into_response();
    };
    let kind = content_type(&file);
    let nonce = Uuid::new_v4().simple().to_string();
    let body = if kind.starts_with("text/html") { stamp(&bytes, &nonce) } else { bytes };
    let headers = [
        (header::CONTENT_TYPE, kind.to_owned()),
        (header::CONTENT_SECURITY_POLICY, policy(&nonce)),
        (header::X_CONTENT_TYPE_OPTIONS, "nosniff".to_owned()),
        (header::CACHE_CONTROL, "no-store".to_owned()),
    ];
    (headers, body).into_response()
}

/// A file inside the folder; nothing that climbs out of it.
fn locate(folder: &Path, path: &str) -> Option<PathBuf> {
    let relative = Path::new(path.trim_start_matches('/'));
    let inside = relative.components().all(|part| matches!(part, Component::Normal(_)));
    let name = if path == "/" { Path::new("index.html") } else { relative };
    inside.then(|| folder.join(name))
}

fn policy(nonce: &str) -> String {
    format!(
        "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-{nonce}'; img-src 'self' data: blob:; \
         font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; form-action 'none'; \
         frame-ancestors 'none'"
    )
}

fn stamp(html: &[u8], nonce: &str) -> Vec<u8> {
    String::from_utf8_lossy(html)
        .replace("<style>", &format!("<style nonce=\"{nonce}\">"))
        .into_bytes()
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("woff2") => "font/woff2",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use std::path::{Path, PathBuf};

    use super::{locate, policy, stamp};

    #[test]
    fn nothing_outside_the_folder_is_served() {
        let folder = Path::new("dist");
        assert_eq!(locate(folder, "/"), Some(PathBuf::from("dist/index.html")));
        assert_eq!(locate(folder, "/assets/a.js"), Some(PathBuf::from("dist/assets/a.js")));
        assert_eq!(locate(folder, "/../secret"), None);
        assert_eq!(locate(folder, "/assets/../../secret"), None);
        assert_eq!(locate(folder, "//etc/passwd"), Some(PathBuf::from("dist/etc/passwd")));
    }

    #[test]
    fn inline_styles_carry_the_nonce_of_the_policy() {
        let page = stamp(b"<head><style>html{margin:0}</style></head>", "n1");
        assert_eq!(page, b"<head><style nonce=\"n1\">html{margin:0}</style></head>");
        assert!(policy("n1").contains("style-src 'self' 'nonce-n1';"));
        assert!(!policy("n1").contains("unsafe"));
    }
}
