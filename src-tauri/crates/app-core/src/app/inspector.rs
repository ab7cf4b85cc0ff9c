//! Looking at events before they are sent.

use std::sync::Arc;

use crate::App;
use crate::activity::carried;
use crate::contract::error::{AppError, FieldProblem};
use crate::contract::inspector::{
    InspectedEvent, InspectedPart, InspectedRef, Inspection, InspectionRef, ListInspected,
    SendInspected, StartInspection,
};
use crate::inspect::{self, Inspected};

impl App {
    /// Takes a text apart into events and begins to look at them. Nothing is ingested.
    ///
    /// # Errors
    /// `validation` on `text` when it is too large or holds no events; `refused` when the dataflow has no mapping;
    /// what the platform says.
    pub async fn start_inspection(&self, args: StartInspection) -> Result<Inspection, AppError> {
        let session = self.session()?;
        let StartInspection { flow_id, text } = args;
        let read = tokio::task::spawn_blocking(move || inspect::read_text(&text)).await;
        let read = read.map_err(|_| AppError::internal("reading the events was interrupted"))?;
        let text = read.map_err(|message| {
            AppError::validation(vec![FieldProblem { field: "text".to_owned(), message }])
        })?;
        let course = inspect::look_up(&session, &flow_id.as_str().into()).await?;
        let inspected = Inspected::new(session, &flow_id, course, text);
        let inspected = self.inspections.keep(inspected);
        let looked_at = Arc::clone(&inspected);
        tokio::spawn(carried(async move { inspect::look(&looked_at).await }));
        Ok(inspect::view(&inspected))
    }

    /// How an inspection stands.
    ///
    /// # Errors
    /// `not_found` when it is not remembered.
    pub async fn get_inspection(&self, args: InspectionRef) -> Result<Inspection, AppError> {
        Ok(inspect::view(&*self.inspected(&args.inspection_id)?))
    }

    /// A part of the events of an inspection.
    ///
    /// # Errors
    /// `not_found` when it is not remembered.
    pub async fn list_inspected(&self, args: ListInspected) -> Result<InspectedPart, AppError> {
        Ok(inspect::list(&*self.inspected(&args.inspection_id)?, &args))
    }

    /// One event of an inspection, with its record and its problems.
    ///
    /// # Errors
    /// `not_found`.
    pub async fn get_inspected(&self, args: InspectedRef) -> Result<InspectedEvent, AppError> {
        let inspected = self.inspected(&args.inspection_id)?;
        inspect::event(&inspected, args.number).ok_or_else(|| AppError::gone("This event"))
    }

    /// Starts sending the good events to the webhook address, each once. They are real data.
    ///
    /// # Errors
    /// `validation` when production is not confirmed, `conflict` while they are worked on, `refused` when nothing is
    /// left to send; what the platform says.
    pub async fn send_inspected(&self, args: SendInspected) -> Result<Inspection, AppError> {
        let inspected = self.inspected(&args.inspection_id)?;
        let timer = Arc::clone(&self.timer);
        let sending = inspect::send(Arc::clone(&inspected), &args, timer).await?;
        tokio::spawn(carried(sending));
        Ok(inspect::view(&inspected))
    }

    /// Stops what is under way after the request at hand.
    ///
    /// # Errors
    /// `not_found` when it is not remembered.
    pub async fn stop_inspection(&self, args: InspectionRef) -> Result<Inspection, AppError> {
        let inspected = self.inspected(&args.inspection_id)?;
        inspected.ask_to_stop();
        Ok(inspect::view(&inspected))
    }

    fn inspected(&self, id: &str) -> Result<Arc<Inspected>, AppError> {
        self.inspections.get(&*self.session()?, id)
    }
}
