//! Runs: those of a window of time, and one of them whole.

use crate::App;
use crate::contract::error::AppError;
use crate::contract::files::{ExportedFile, FileFormat};
use crate::contract::flow_runs::{FlowRuns, GetFlowRuns};
use crate::contract::run_detail::{ExportFailedEvents, FailedEvents, RunDetail, RunRef};
use crate::{monitor, samples};

/// How many rows a file may have.
const MOST_FILE_ROWS: usize = 5_000;

/// How many rows a table shows.
const MOST_TABLE_ROWS: usize = 100;

impl App {
    /// The runs of one dataflow in a window of time: those that Adobe returns and those that only this computer still
    /// has.
    ///
    /// # Errors
    /// `validation` for a window that cannot be; what the platform says, where this computer kept no run either.
    pub async fn get_flow_runs(&self, args: GetFlowRuns) -> Result<FlowRuns, AppError> {
        let session = self.session()?;
        monitor::check_window(args.window, session.now())?;
        let flow = args.flow_id.as_str().into();
        let offset = i64::from(args.utc_offset_minutes) * 60_000;
        let runs = monitor::read_window(&session, &flow, args.window, offset).await;
        runs.map_err(|error| session.explain(&error))
    }

    /// One run, whole.
    ///
    /// # Errors
    /// `not_found`, and what else the platform says.
    pub async fn get_run(&self, args: RunRef) -> Result<RunDetail, AppError> {
        let session = self.session()?;
        let run = monitor::read_run(&session, &args.run_id.as_str().into()).await;
        run.map_err(|error| session.explain(&error))
    }

    /// The events of a run that failed, as a table.
    ///
    /// # Errors
    /// What the platform says of the run; why files could not be read is in the reply.
    pub async fn get_failed_events(&self, args: RunRef) -> Result<FailedEvents, AppError> {
        let session = self.session()?;
        let read = samples::read_rows(&session, &args.run_id.as_str().into(), MOST_FILE_ROWS).await;
        let read = read.map_err(|error| session.explain(&error))?;
        let shown = &read.rows[..read.rows.len().min(MOST_TABLE_ROWS)];
        let (columns, rows) = samples::table_of(shown);
        Ok(FailedEvents {
            columns,
            rows,
            read: u32::try_from(read.rows.len()).unwrap_or(u32::MAX),
            more: read.more,
            unreadable: read.unreadable,
            not_followed: read.not_followed,
            problem: read.problem.map(|error| session.explain(&error)),
            read_at: session.now(),
        })
    }

    /// The events of a run that failed, as a file to be saved.
    ///
    /// # Errors
    /// What the platform says.
    pub async fn export_failed_events(
        &self,
        args: ExportFailedEvents,
    ) -> Result<ExportedFile, AppError> {
        let session = self.session()?;
        let read = samples::read_rows(&session, &args.run_id.as_str().into(), MOST_FILE_ROWS).await;
        let read = read.map_err(|error| session.explain(&error))?;
        if let (true, Some(error)) = (read.rows.is_empty(), &read.problem) {
            return Err(session.explain(error));
        }
        let ending = match args.format {
            FileFormat::Csv => "csv",
            FileFormat::Json => "json",
        };
        let id: String = args.run_id.chars().filter(char::is_ascii_alphanumeric).take(8).collect();
        let name = format!("failed-events-{id}.{ending}");
        Ok(ExportedFile { name, text: samples::file_of(&read.rows, args.format) })
    }
}
