//! The look-up after a lost reply: again and again for a minute, because lists lag behind what was made. When it
//! stays unclear, a person is asked; nothing is ever made on a guess.

use std::time::Duration;

use crate::contract::error::AppError;

use super::entry::{Entry, Object};
use super::find::{Sight, look};
use super::live::Work;
use super::place::Place;

/// How long to look.
const PATIENCE: Duration = Duration::from_secs(60);
/// The longest pause between two looks.
const LONGEST_PAUSE: Duration = Duration::from_secs(15);
/// Lists lag seconds behind. What a list does not show so long after the request was noted, was not made.
const LISTS_ARE_COMPLETE_AFTER: Duration = Duration::from_secs(10 * 60);

/// What a search found.
#[derive(Debug)]
pub(super) enum Search {
    /// The object.
    Found(Object),
    /// Surely nothing.
    Absent,
    /// Neither the one nor the other is sure.
    Unclear,
    /// Asked to stop.
    Stopped,
}

/// Searches for what the pending step `at` may have made. `absence_counts` says that the process which sent the
/// request is gone, so that nothing can arrive late any more.
///
/// # Errors
/// What kept the look from being answered. The step stays pending.
pub(super) async fn search(
    place: &Place,
    work: &Work,
    entry: &Entry,
    at: usize,
    absence_counts: bool,
) -> Result<Search, AppError> {
    let step = &entry.steps[at];
    let long_ago = step.intent_at.is_some_and(|at| place.since(at) >= LISTS_ARE_COMPLETE_AFTER);
    let began = place.timer.now();
    let mut pause = Duration::from_secs(1);
    loop {
        let sight = look(&place.session.sandbox, entry, at).await;
        match sight.map_err(|error| place.explain(&error))? {
            Sight::One(object) => return Ok(Search::Found(object)),
            Sight::Doubtful => return Ok(Search::Unclear),
            Sight::Nothing if absence_counts && long_ago => return Ok(Search::Absent),
            Sight::Nothing => {}
        }
        if place.since(began) >= PATIENCE {
            return Ok(Search::Unclear);
        }
        tokio::select! {
            () = place.timer.sleep(pause) => {}
            () = work.asked_to_stop() => return Ok(Search::Stopped),
        }
        pause = (pause * 2).min(LONGEST_PAUSE);
    }
}
