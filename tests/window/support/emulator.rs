//! The platform in a box as a process of its own: another address, another memory, as the real one is.

use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::process::{Command, Stdio};

use serde_json::Value;

use crate::app::program;
use crate::process::Process;

/// The running emulator; dropping it ends it.
#[derive(Debug)]
pub struct Emulator {
    /// The line that it prints when it is ready.
    pub ready: Value,
    _process: Process,
}

impl Emulator {
    /// Starts one on a free port of loopback, with further options of its command line.
    #[must_use]
    pub fn start(options: &[&str]) -> Self {
        let mut process = Process::start(
            Command::new(program("aep-emulator"))
                .args(["--listen", "127.0.0.1:0"])
                .args(options)
                .stdin(Stdio::null())
                .stdout(Stdio::piped()),
        );
        let output = process.child().stdout.take().expect("its output is a pipe");
        let mut line = String::new();
        BufReader::new(output).read_line(&mut line).expect("it prints a line when it is ready");
        let ready = serde_json::from_str(&line).expect("the line is JSON");
        Self { ready, _process: process }
    }

    /// Every request that it got, oldest first, as its control route tells them.
    ///
    /// # Panics
    /// When it does not answer.
    #[must_use]
    pub fn requests(&self) -> Vec<Value> {
        let mut told = self.ask("GET", "/__emulator__/requests", &[], "").1;
        match told["requests"].take() {
            Value::Array(requests) => requests,
            other => panic!("no list of requests: {other}"),
        }
    }

    /// Sends it a request and gives status and body; null for a body that is no JSON.
    pub(crate) fn ask(
        &self,
        method: &str,
        path: &str,
        headers: &[(&str, &str)],
        body: &str,
    ) -> (u16, Value) {
        let host = self.value("base_url").trim_start_matches("http://").to_owned();
        let mut stream = TcpStream::connect(&host).expect("it listens");
        let length = body.len();
        let headers: String =
            headers.iter().flat_map(|&(name, value)| [name, ": ", value, "\r\n"]).collect();
        let asked = format!(
            "{method} {path} HTTP/1.1\r\nhost: {host}\r\nconnection: close\r\n\
             content-length: {length}\r\n{headers}\r\n{body}"
        );
        stream.write_all(asked.as_bytes()).expect("it takes a request");
        let mut answer = String::new();
        stream.read_to_string(&mut answer).expect("it answers in text");
        let (head, body) = answer.split_once("\r\n\r\n").expect("an answer has a body");
        let status = head.split(' ').nth(1).and_then(|status| status.parse().ok());
        let body = serde_json::from_str(body).unwrap_or_default();
        (status.expect("an answer begins with its status"), body)
    }

    /// One value of the line.
    ///
    /// # Panics
    /// When the line has no such text.
    #[must_use]
    pub fn value(&self, name: &str) -> &str {
        self.ready[name].as_str().unwrap_or_else(|| panic!("the line says no {name}"))
    }
}
