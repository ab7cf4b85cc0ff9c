//! Whether runs are being kept: noting them goes on behind the reading's back, so a disk that is full is told where
//! runs are looked at.

use std::sync::{Mutex, PoisonError};

use local_history::Error;

use crate::contract::error::AppError;

/// What came of noting runs so far.
#[derive(Debug, Default)]
pub(crate) struct Keeping(Mutex<Option<Error>>);

impl Keeping {
    /// Takes down how noting ended. Where nothing had to be written, nothing was learnt about the disk.
    pub(super) fn ended(&self, written: &Result<usize, Error>) {
        let mut trouble = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        match written {
            Ok(0) => {}
            Ok(_) => *trouble = None,
            // The other copy keeps what it reads, and the frame says that it is open.
            Err(Error::InUse) => {}
            Err(error) => *trouble = Some(error.clone()),
        }
    }

    /// Why runs are not being kept; none when they are.
    pub(crate) fn problem(&self) -> Option<AppError> {
        let trouble = self.0.lock().unwrap_or_else(PoisonError::into_inner);
        trouble.clone().map(not_kept)
    }
}

/// Why runs are not being kept on this computer, or those that were cannot be read.
pub(super) fn not_kept(error: Error) -> AppError {
    let full = matches!(error, Error::NotWritable(_));
    let problem = AppError::from(error);
    let hint = if full {
        "The disk is full or cannot be written. What Adobe returns is shown as before. Free some space, so that runs \
         stay known when Adobe returns them no more."
            .to_owned()
    } else {
        problem.hint
    };
    AppError { title: "Runs are not being kept on this computer".to_owned(), hint, ..problem }
}

#[cfg(test)]
mod tests {
    use local_history::Error;

    use super::Keeping;

    #[test]
    fn trouble_stays_until_something_was_written_again() {
        let keeping = Keeping::default();
        keeping.ended(&Err(Error::NotWritable("full".to_owned())));
        keeping.ended(&Ok(0));
        assert!(keeping.problem().is_some_and(|problem| problem.hint.contains("Free some space")));
        keeping.ended(&Ok(1));
        assert!(keeping.problem().is_none());
    }

    #[test]
    fn another_copy_that_keeps_them_is_no_trouble() {
        let keeping = Keeping::default();
        keeping.ended(&Err(Error::InUse));
        assert!(keeping.problem().is_none());
    }
}
