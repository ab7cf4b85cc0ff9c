//! Looking for a secret in everything that was written, however it may have been put down.

use std::fs;
use std::path::{Path, PathBuf};

/// Every file under `folder` that holds `secret`: as it is, in UTF-16, in base64 at any alignment, or
/// backwards. Folders named in `except` are left out.
///
/// # Panics
/// When nothing at all was searched: such a search proves nothing.
#[must_use]
pub fn files_with(secret: &str, folder: &Path, except: &[&str]) -> Vec<PathBuf> {
    let disguises = disguises(secret);
    let mut found = Vec::new();
    let mut searched = 0;
    let mut folders = vec![folder.to_owned()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(&folder).expect("a folder can be listed").flatten() {
            let path = entry.path();
            let kind = entry.file_type().expect("a file has a type");
            if kind.is_dir() && !except.iter().any(|name| path.ends_with(name)) {
                folders.push(path);
            } else if kind.is_file() {
                searched += 1;
                let content = fs::read(&path).unwrap_or_default();
                if disguises.iter().any(|disguise| holds(&content, disguise)) {
                    found.push(path);
                }
            }
        }
    }
    assert!(searched > 0, "no file in {}", folder.display());
    found
}

fn disguises(secret: &str) -> Vec<Vec<u8>> {
    let mut all = vec![
        secret.as_bytes().to_vec(),
        secret.encode_utf16().flat_map(u16::to_le_bytes).collect(),
        secret.bytes().rev().collect(),
    ];
    all.extend((0..3).map(|shift| base64_core(secret.as_bytes(), shift)));
    all
}

/// The characters of the base64 text that `bytes` alone decide when `shift` other bytes stand before.
fn base64_core(bytes: &[u8], shift: usize) -> Vec<u8> {
    const DIGITS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let bits: Vec<u8> =
        bytes.iter().flat_map(|byte| (0..8).rev().map(move |bit| byte >> bit & 1)).collect();
    let skip = (6 - shift * 8 % 6) % 6;
    bits[skip..]
        .chunks_exact(6)
        .map(|six| DIGITS[six.iter().fold(0, |digit, bit| digit << 1 | usize::from(*bit))])
        .collect()
}

fn holds(content: &[u8], wanted: &[u8]) -> bool {
    content.windows(wanted.len()).any(|window| window == wanted)
}

#[cfg(test)]
mod tests {
    use super::files_with;

    #[test]
    fn a_secret_is_found_in_every_disguise() {
        let folder = tempfile::tempdir().unwrap();
        let utf16: Vec<u8> =
            "key=s3cr3t-canary".encode_utf16().flat_map(u16::to_le_bytes).collect();
        for (name, content) in [
            ("plain", b"client_secret=s3cr3t-canary&x".to_vec()),
            ("utf16", utf16),
            ("backwards", b"yranac-t3rc3s".to_vec()),
            ("base64", b"czNjcjN0LWNhbmFyeQ==".to_vec()),
            // base64 of "aid:s3cr3t-canary" and of "ab:s3cr3t-canary"
            ("base64-shifted", b"YWlkOnMzY3IzdC1jYW5hcnk=".to_vec()),
            ("base64-aligned", b"YWI6czNjcjN0LWNhbmFyeQ==".to_vec()),
            ("innocent", b"s3cr3t is only half of it".to_vec()),
        ] {
            std::fs::write(folder.path().join(name), content).unwrap();
        }
        let found = files_with("s3cr3t-canary", folder.path(), &[]);
        assert_eq!(found.len(), 6, "{found:?}");
        assert!(!found.iter().any(|path| path.ends_with("innocent")));
    }
}
