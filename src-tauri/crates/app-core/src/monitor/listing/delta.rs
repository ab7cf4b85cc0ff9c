//! What changed in the list since the window asked last: never more in one reply than a window takes in without a
//! pause, the rest with the next.

use super::cache::{FlowCache, Listed, State};
use crate::contract::flows::FlowList;

/// How many rows and ids one reply carries.
const MOST: usize = 1_000;

/// A change that the window has not heard of.
enum News<'a> {
    Row(&'a Listed),
    Gone(&'a str),
}

impl FlowCache {
    /// The list for a window that has this cursor.
    pub(super) fn view(&self, cursor: Option<&str>, now: i64, offline: bool) -> FlowList {
        let mut state = self.lock();
        state.let_time_pass(now);
        let since = cursor.and_then(|cursor| self.change_of(cursor));
        let mut news = state.news(since.unwrap_or_default());
        let more = news.len() > MOST;
        news.truncate(MOST);
        let last = news.last().filter(|_| more).map_or(state.change, |(change, _)| *change);
        let (mut rows, mut gone) = (Vec::new(), Vec::new());
        for (_, news) in news {
            match news {
                News::Row(listed) => rows.push(listed.row.clone()),
                // A window that begins anew has nothing to remove.
                News::Gone(id) if since.is_some() => gone.push(id.to_owned()),
                News::Gone(_) => {}
            }
        }
        FlowList {
            rows,
            gone,
            anew: since.is_none(),
            more,
            cursor: format!("{}:{last}", self.mark),
            known: number(state.rows.len()),
            read: number(state.read()),
            total: state.total,
            complete: state.whole && !state.reading && state.problem.is_none(),
            read_at: state.read_at.unwrap_or(now),
            kept_at: state.kept_at,
            offline,
            problem: state.problem.clone(),
        }
    }

    fn change_of(&self, cursor: &str) -> Option<u64> {
        cursor.strip_prefix(&self.mark)?.strip_prefix(':')?.parse().ok()
    }
}

impl State {
    /// Everything after this change, in the order in which it happened.
    fn news(&self, since: u64) -> Vec<(u64, News<'_>)> {
        let rows = self.rows.values().map(|listed| (listed.change, News::Row(listed)));
        let gone = self.gone.iter().map(|(id, change)| (*change, News::Gone(id)));
        let mut news: Vec<_> = rows.chain(gone).filter(|(change, _)| *change > since).collect();
        news.sort_unstable_by_key(|(change, _)| *change);
        news
    }
}

fn number(count: usize) -> u32 {
    u32::try_from(count).unwrap_or(u32::MAX)
}
