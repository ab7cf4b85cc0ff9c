//! Access tokens: which were given out, to whom, until when. Their life is counted in real time,
//! whatever the emulator's clock does, because clients count it so; only planned trouble ages them.

use std::collections::HashMap;
use std::time::{Duration, Instant};

/// The tokens given out so far.
#[derive(Debug, Default)]
pub(crate) struct Tokens {
    given: HashMap<String, (String, Instant)>,
}

impl Tokens {
    /// Gives a client a token for a while.
    pub(crate) fn give(&mut self, token: String, client_id: &str, lifetime: Duration) {
        let now = Instant::now();
        self.given.retain(|_, (_, until)| *until > now);
        let until = now.checked_add(lifetime).unwrap_or(now);
        self.given.insert(token, (client_id.to_owned(), until));
    }

    /// Whose token it is, if it is one and still good.
    pub(crate) fn owner(&self, token: &str) -> Option<&str> {
        let (client_id, until) = self.given.get(token)?;
        (*until > Instant::now()).then_some(client_id.as_str())
    }

    /// Lets time pass for every token given out so far.
    pub(crate) fn age(&mut self, by: Duration) {
        self.given.retain(|_, (_, until)| match until.checked_sub(by) {
            Some(sooner) => {
                *until = sooner;
                true
            }
            None => false,
        });
    }

    /// Makes every token so far useless.
    pub(crate) fn expire_all(&mut self) {
        self.given.clear();
    }
}
