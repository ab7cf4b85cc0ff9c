//! The latest requests of a session, to be shown as curl: what was asked in which command, and the answer in a
//! line. In memory only.

use std::collections::VecDeque;
use std::fmt::Write as _;

use aep_client::Exchange;

use super::doing::Doing;
use super::view::answer_of;
use crate::contract::activity::{ListRequests, RequestMade};

/// How many are kept; the oldest go.
const KEPT: usize = 200;

/// A body longer than this is left out of the command.
const LONGEST_BODY: usize = 20_000;

/// The latest requests, oldest first.
#[derive(Debug, Default)]
pub(super) struct Requests {
    kept: VecDeque<Kept>,
    next: u32,
}

#[derive(Debug)]
struct Kept {
    doing: Option<Doing>,
    made: RequestMade,
}

impl Requests {
    /// Keeps a request.
    pub(super) fn add(&mut self, doing: Option<Doing>, exchange: &Exchange, at: i64) {
        if self.kept.len() == KEPT {
            self.kept.pop_front();
        }
        self.next = self.next.wrapping_add(1);
        let answer = answer_of(&exchange.answer);
        let made = RequestMade {
            id: self.next,
            at,
            command: doing.as_ref().map_or("", |doing| doing.command).to_owned(),
            operation: exchange.operation(),
            status: answer.status,
            request_id: answer.request_id,
            took_ms: u32::try_from(exchange.took.as_millis()).unwrap_or(u32::MAX),
            curl: curl(exchange),
        };
        self.kept.push_back(Kept { doing, made });
    }

    /// Those of a screen, newest first.
    pub(super) fn of(&self, wanted: &ListRequests) -> Vec<RequestMade> {
        let matches = |kept: &&Kept| match &kept.doing {
            Some(doing) => {
                let command = wanted.commands.iter().any(|name| name == doing.command);
                let flow = wanted.flow_id.is_some() && wanted.flow_id == doing.flow_id;
                command || flow
            }
            None => false,
        };
        self.kept.iter().rev().filter(matches).map(|kept| kept.made.clone()).collect()
    }
}

/// The request as a command for a terminal, with placeholders for what must not be seen.
fn curl(exchange: &Exchange) -> String {
    let address = exchange.url.as_ref().map_or(exchange.template.as_str(), |url| url.as_str());
    let mut text = format!("curl -X {} {}", exchange.method, quoted(address));
    for (name, value) in &exchange.headers {
        let _ = write!(text, " \\\n  -H {}", quoted(&format!("{name}: {value}")));
    }
    if let Some(body) = &exchange.body {
        let body = body.to_string();
        if body.len() > LONGEST_BODY {
            let _ = write!(text, " \\\n  -d '…' # {} bytes left out", body.len());
        } else {
            let _ = write!(text, " \\\n  -d {}", quoted(&body));
        }
    }
    text
}

/// One word of a POSIX shell.
fn quoted(text: &str) -> String {
    format!("'{}'", text.replace('\'', r"'\''"))
}

#[cfg(test)]
mod tests {
    use super::quoted;

    #[test]
    fn a_quote_inside_a_word_does_not_end_it() {
        assert_eq!(quoted("a'b $HOME"), r"'a'\''b $HOME'");
    }
}
