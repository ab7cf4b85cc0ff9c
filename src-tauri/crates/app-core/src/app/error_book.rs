//! The error book. Needs no session and no network.

use crate::App;
use crate::contract::error::AppError;
use crate::contract::error_book::{BookEntry, ExplainCode, Explanation, SearchErrorBook};
use crate::error_book;

impl App {
    /// Entries of the error book that hold every word of the query.
    ///
    /// # Errors
    /// None: the book is part of the app.
    pub async fn search_error_book(
        &self,
        args: SearchErrorBook,
    ) -> Result<Vec<BookEntry>, AppError> {
        Ok(error_book::search(&args.query).into_iter().map(BookEntry::from).collect())
    }

    /// What a code means, or the code as it came.
    ///
    /// # Errors
    /// None: what is not known is given back.
    pub async fn explain_code(&self, args: ExplainCode) -> Result<Explanation, AppError> {
        Ok(error_book::explain(error_book::Asked {
            service: args.service,
            code: &args.code,
            status: args.status,
            message: args.message.as_deref().unwrap_or_default(),
        }))
    }
}
