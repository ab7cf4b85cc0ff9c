//! Walking the rows of a deletion: first the time to think again, then one row after the other. What concerns one
//! row stops that row; what concerns them all stops the walk, and the rest waits.

use std::sync::Arc;

use crate::contract::error::{AppError, ErrorCode};
use crate::contract::removal::{DeletionState, RowState};
use crate::kept::on_disk;
use crate::setup::Place;

use super::entry::Entry;
use super::live::{Shown, Work};

/// Works on one deletion until it is done or stops.
pub(crate) struct Runner {
    pub(super) place: Place,
    pub(super) work: Arc<Work>,
    pub(super) entry: Entry,
    turn: Arc<tokio::sync::Mutex<()>>,
    /// A request to remove something may have been sent.
    pub(super) began: bool,
}

/// Why it stopped.
#[derive(Debug)]
pub(super) enum Halt {
    /// Asked to.
    Asked,
    /// This row cannot go on.
    Row(AppError),
    /// No row can.
    All(AppError),
    /// The dataflow is not the one that was planned.
    Changed,
}

impl Halt {
    /// What a failure stops: trouble on the way to Adobe, or with the sign-in, will meet every row.
    pub(super) fn of(error: AppError) -> Self {
        use ErrorCode::{
            DiskFull, Internal, NewerData, NotConnected, NotThePlatform, Offline,
            OrganizationRefused, RateLimited, SandboxNotFound, SetupUnderWay, SignInRefused,
            Timeout, TokenExpired, UnreadableAnswer, UntrustedCertificate,
        };
        match error.code {
            DiskFull | Internal | NewerData | NotConnected | NotThePlatform | Offline
            | OrganizationRefused | RateLimited | SandboxNotFound | SetupUnderWay
            | SignInRefused | Timeout | TokenExpired | UnreadableAnswer | UntrustedCertificate => {
                Self::All(error)
            }
            _ => Self::Row(error),
        }
    }
}

impl Runner {
    pub(crate) fn new(place: Place, work: Arc<Work>, turn: Arc<tokio::sync::Mutex<()>>) -> Self {
        let entry = work.look().0.entry;
        Self { place, work, entry, turn, began: false }
    }

    /// Waits until it can no longer be undone, then removes.
    pub(crate) async fn run(mut self) {
        let halt = self.walk().await.err();
        let closing = self.work.look().0.closing;
        // Nobody undid it: the next start finds it waiting, and says that nothing was deleted.
        if matches!(halt, Some(Halt::Asked)) && closing && !self.began {
            return;
        }
        self.conclude(halt).await;
    }

    async fn walk(&mut self) -> Result<(), Halt> {
        self.wait_for_undo().await?;
        let turn = Arc::clone(&self.turn);
        let _turn = tokio::select! {
            turn = turn.lock() => turn,
            () = self.work.asked_to_stop() => return Err(Halt::Asked),
        };
        self.entry.state = DeletionState::Running;
        self.work.change(|shown| shown.undo_until = None);
        self.keep().await?;
        for at in 0..self.entry.rows.len() {
            if self.entry.rows[at].is_over() {
                continue;
            }
            if self.work.is_stopping() {
                return Err(Halt::Asked);
            }
            self.row(at).await?;
        }
        Ok(())
    }

    async fn row(&mut self, at: usize) -> Result<(), Halt> {
        let row = &mut self.entry.rows[at];
        (row.state, row.problem) = (RowState::Running, None);
        self.work.show(&self.entry);
        let halt = self.remove_row(at).await.err();
        let row = &mut self.entry.rows[at];
        let outcome = match halt {
            None => {
                row.state = RowState::Done;
                Ok(())
            }
            Some(Halt::Changed) => {
                row.state = RowState::Changed;
                Ok(())
            }
            Some(Halt::Row(problem)) => {
                (row.state, row.problem) = (RowState::Failed, Some(problem));
                Ok(())
            }
            Some(Halt::All(problem)) => {
                (row.state, row.problem) = (RowState::Failed, Some(problem.clone()));
                Err(Halt::All(problem))
            }
            Some(Halt::Asked) => {
                row.state = RowState::Waiting;
                Err(Halt::Asked)
            }
        };
        // What was told before is the better news: the row on disk shows less, never more, than was done.
        let kept = self.keep_row(at).await;
        outcome.and(kept)
    }

    /// Returns once nobody can undo it any more; the computer may have slept meanwhile, so time is measured.
    async fn wait_for_undo(&mut self) -> Result<(), Halt> {
        while let Some(until) = self.work.look().0.undo_until {
            let left = until.saturating_sub(self.place.timer.now());
            let Ok(left) = u64::try_from(left) else { break };
            if left == 0 {
                break;
            }
            tokio::select! {
                () = self.place.timer.sleep(std::time::Duration::from_millis(left)) => {}
                () = self.work.asked_to_stop() => return Err(Halt::Asked),
            }
        }
        if self.work.is_stopping() { Err(Halt::Asked) } else { Ok(()) }
    }

    /// Keeps the deletion as it stands.
    async fn keep(&mut self) -> Result<(), Halt> {
        self.work.show(&self.entry);
        let record = self.entry.to_record();
        let history = &self.place.session.history;
        let kept = on_disk(history, move |history| history.save_deletion(&record)).await;
        kept.map_err(Halt::All)
    }

    /// Keeps one row as it stands.
    pub(super) async fn keep_row(&mut self, at: usize) -> Result<(), Halt> {
        self.work.show(&self.entry);
        let (id, record) = (self.entry.id.clone(), self.entry.rows[at].to_record());
        let position = u32::try_from(at).unwrap_or(u32::MAX);
        let history = &self.place.session.history;
        let kept =
            on_disk(history, move |history| history.save_deletion_row(&id, position, &record));
        kept.await.map_err(Halt::All)
    }

    async fn conclude(&mut self, halt: Option<Halt>) {
        let left = self.entry.rows.iter().any(|row| !row.is_over());
        self.entry.state = match halt {
            Some(Halt::Asked) if !self.began => DeletionState::Undone,
            _ if left => DeletionState::Stopped,
            _ => DeletionState::Done,
        };
        self.entry.problem = match halt {
            Some(Halt::All(problem)) => Some(problem),
            _ => None,
        };
        self.entry.ended_at = Some(self.place.session.now());
        if let Err(Halt::All(error)) = self.keep().await {
            tracing::warn!(code = ?error.code, "the end of a deletion could not be noted");
            self.entry.problem.get_or_insert(error);
        }
        let entry = self.entry.clone();
        self.work.end(|shown| *shown = Shown { entry, undo_until: None, closing: false });
    }
}

/// However the work ends, nobody may wait for it in vain.
impl Drop for Runner {
    fn drop(&mut self) {
        self.work.end(|_| ());
    }
}
