//! The yardstick: HTTP over one socket, written by hand so that no client's own work is counted.

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

use crate::platform::Platform;

const BASE: &str = "/data/foundation/flowservice";

/// A socket, and the headers that its requests carry.
pub(super) struct Bare {
    socket: TcpStream,
    headers: String,
}

impl Bare {
    /// Connects and signs in.
    pub(super) async fn connect(platform: &Platform) -> Self {
        let address = platform.value("base_url").trim_start_matches("http://");
        let socket = TcpStream::connect(address).await.expect("the emulator listens");
        socket.set_nodelay(true).expect("a socket takes options");
        let mut bare = Self { socket, headers: String::new() };
        let [client, org] = ["client_id", "org_id"].map(|name| platform.value(name));
        let form = format!(
            "grant_type=client_credentials&client_id={client}&client_secret={}&scope=openid",
            platform.value("client_secret")
        );
        let request = format!(
            "POST /ims/token/v3 HTTP/1.1\r\nhost: {address}\r\ncontent-length: {}\r\n\
             content-type: application/x-www-form-urlencoded\r\n\r\n{form}",
            form.len()
        );
        let reply = bare.exchange(&request).await;
        let token = between(&reply, b"\"access_token\":\"", b"\"").expect("it gives a token");
        bare.headers = format!(
            "host: {address}\r\nauthorization: Bearer {}\r\nx-api-key: {client}\r\n\
             x-gw-ims-org-id: {org}\r\nx-sandbox-name: {}\r\naccept: application/json\r\n\r\n",
            text(token),
            platform.sandbox(),
        );
        bare
    }

    /// Fetches every page of the list of dataflows; answers how many there were.
    pub(super) async fn download(&mut self, per_page: u32) -> usize {
        let mut next = Some(format!("/flows?limit={per_page}"));
        let mut pages = 0;
        while let Some(link) = next {
            let request = format!("GET {BASE}{link} HTTP/1.1\r\n{}", self.headers);
            let body = self.exchange(&request).await;
            next = between(&body, b"\"href\":\"", b"\"").map(|link| text(link).to_owned());
            pages += 1;
        }
        pages
    }

    async fn exchange(&mut self, request: &str) -> Vec<u8> {
        self.socket.write_all(request.as_bytes()).await.expect("the emulator reads");
        answer(&mut self.socket).await
    }
}

/// One answer's body.
async fn answer(socket: &mut TcpStream) -> Vec<u8> {
    let mut received = Vec::with_capacity(256 * 1024);
    loop {
        let read = socket.read_buf(&mut received).await.expect("the emulator answers");
        assert!(read > 0, "the emulator does not hang up");
        let Some(head) = find(&received, b"\r\n\r\n") else { continue };
        assert!(received.starts_with(b"HTTP/1.1 200"), "{}", text(&received[..head]));
        let length = between(&received[..head + 2], b"content-length: ", b"\r\n");
        let length = text(length.expect("the emulator gives a length"));
        let length: usize = length.parse().expect("a length is a number");
        received.reserve((head + 4 + length).saturating_sub(received.len()));
        while received.len() < head + 4 + length {
            let read = socket.read_buf(&mut received).await.expect("the emulator answers");
            assert!(read > 0, "the emulator does not hang up");
        }
        return received.split_off(head + 4);
    }
}

fn text(bytes: &[u8]) -> &str {
    std::str::from_utf8(bytes).expect("heads and links are ASCII")
}

fn find(bytes: &[u8], wanted: &[u8]) -> Option<usize> {
    bytes.windows(wanted.len()).position(|window| window == wanted)
}

/// What stands between the last `before` and the `after` that follows it.
fn between<'a>(bytes: &'a [u8], before: &[u8], after: &[u8]) -> Option<&'a [u8]> {
    let start = bytes.windows(before.len()).rposition(|window| window == before)? + before.len();
    let end = find(&bytes[start..], after)?;
    Some(&bytes[start..start + end])
}
