//! Fetches the files behind a run's links. Only links to the platform itself are followed, only so many files and
//! bytes are read, and what was read before something failed is kept.

use aep_client::export::{Export, Linked};
use aep_client::{Error, RunId};

use super::row::Row;
use crate::app::ActiveSession;
use crate::contract::run_detail::SampleLink;
use crate::monitor::sample_links;

/// How many files of a listing are read.
const MOST_FILES: usize = 20;

/// How large a file may be, in bytes.
const LARGEST_FILE: usize = 16 * 1024 * 1024;

/// What was read.
#[derive(Debug, Default)]
pub(crate) struct RowsRead {
    /// The rows, in the order of the files.
    pub(crate) rows: Vec<Row>,
    /// There are more.
    pub(crate) more: bool,
    /// Lines that are no JSON object.
    pub(crate) unreadable: u32,
    /// Hosts of links that were not followed.
    pub(crate) not_followed: Vec<String>,
    /// Why reading stopped early.
    pub(crate) problem: Option<Error>,
}

/// Reads up to `most` rows of a run. Of several links the first that gives rows is enough: they lead to the same rows.
///
/// # Errors
/// What the platform says of the run itself.
pub(crate) async fn read_rows(
    session: &ActiveSession,
    run: &RunId,
    most: usize,
) -> Result<RowsRead, Error> {
    let seen = session.sandbox.runs().get(run).await?;
    let export = session.sandbox.export();
    let (own, foreign): (Vec<SampleLink>, Vec<SampleLink>) =
        sample_links(&export, &seen).into_iter().partition(|link| link.own);
    let mut read = RowsRead {
        not_followed: foreign.into_iter().map(|link| link.host).collect(),
        ..RowsRead::default()
    };
    read.not_followed.dedup();
    for link in own {
        match follow(&export, &link.address, most, &mut read).await {
            Ok(()) => read.problem = None,
            Err(error) => read.problem = Some(error),
        }
        if !read.rows.is_empty() {
            break;
        }
    }
    Ok(read)
}

async fn follow(
    export: &Export,
    link: &str,
    most: usize,
    read: &mut RowsRead,
) -> Result<(), Error> {
    match export.open(link, LARGEST_FILE).await? {
        Linked::File(bytes) => take(read, &bytes, most),
        Linked::Listing(files) => {
            read.more |= files.len() > MOST_FILES;
            for file in files.iter().take(MOST_FILES) {
                if read.rows.len() >= most {
                    read.more = true;
                    break;
                }
                take(read, &export.file(&file.link, LARGEST_FILE).await?, most);
            }
        }
    }
    Ok(())
}

/// Takes over the rows of a file, one a line.
fn take(read: &mut RowsRead, bytes: &[u8], most: usize) {
    let text = String::from_utf8_lossy(bytes);
    for line in text.lines().filter(|line| !line.trim().is_empty()) {
        if read.rows.len() >= most {
            read.more = true;
            return;
        }
        match Row::of(line) {
            Some(row) => read.rows.push(row),
            None => read.unreadable += 1,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{RowsRead, take};

    #[test]
    fn lines_that_are_no_rows_are_counted_and_the_rest_is_taken() {
        let mut read = RowsRead::default();
        take(&mut read, b"{\"a\":1}\n\nnonsense\n{\"a\":2}\r\n{\"a\":", 10);
        assert_eq!((read.rows.len(), read.unreadable, read.more), (2, 2, false));
    }

    #[test]
    fn no_more_rows_are_taken_than_were_asked_for() {
        let mut read = RowsRead::default();
        take(&mut read, b"{}\n{}\n{}\n", 2);
        assert_eq!((read.rows.len(), read.more), (2, true));
    }
}
