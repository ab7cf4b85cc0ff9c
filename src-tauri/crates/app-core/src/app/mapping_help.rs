//! What helps with writing field mappings: files of them, and the platform's expression language.

use aep_client::data_prep::Verdict;

use crate::App;
use crate::contract::error::{Action, AppError, ErrorCode, Owner};
use crate::contract::files::ExportedFile;
use crate::contract::mapping::{
    CheckExpression, ExportMapping, ExpressionVerdict, MappingFunction, MappingLine,
    ReadMappingFile,
};
use crate::mapping::{in_platform_words, transfer};

impl App {
    /// Field mappings as a file to be saved. Asks nobody.
    ///
    /// # Errors
    /// None; as a command it answers like the others.
    pub async fn export_mapping(&self, args: ExportMapping) -> Result<ExportedFile, AppError> {
        Ok(transfer::write(&args.lines, args.format, &args.name))
    }

    /// The field mappings in a file. Asks nobody.
    ///
    /// # Errors
    /// `file_rejected`, which says what is wrong with it.
    pub async fn read_mapping_file(
        &self,
        args: ReadMappingFile,
    ) -> Result<Vec<MappingLine>, AppError> {
        transfer::read(&args.text).map_err(|why| {
            AppError::plain(
                ErrorCode::FileRejected,
                Owner::You,
                Action::ChooseFile,
                "This file holds no mapping that Inlet can read",
                &why,
            )
        })
    }

    /// Functions that expressions may use, as the platform lists them.
    ///
    /// # Errors
    /// `not_connected`, or what the platform answered.
    pub async fn list_functions(&self) -> Result<Vec<MappingFunction>, AppError> {
        let session = self.session()?;
        let listed = session.sandbox.expressions().functions().await;
        let listed = listed.map_err(|error| session.explain(&error))?;
        let functions = listed.into_iter().map(|function| {
            let example = match (function.example, function.result) {
                (Some(example), Some(result)) => format!("{example} gives {result}"),
                (example, _) => example.unwrap_or_default(),
            };
            MappingFunction {
                name: function.function,
                group: function.category.unwrap_or_default(),
                syntax: function.syntax.unwrap_or_default(),
                about: function.description.unwrap_or_default(),
                example,
            }
        });
        Ok(functions.collect())
    }

    /// Whether the platform can work an expression out.
    ///
    /// # Errors
    /// `not_connected`, or what the platform answered.
    pub async fn check_expression(
        &self,
        args: CheckExpression,
    ) -> Result<ExpressionVerdict, AppError> {
        let session = self.session()?;
        let verdict = session.sandbox.expressions().validate(&args.text).await;
        Ok(match verdict.map_err(|error| session.explain(&error))? {
            Verdict::Valid => ExpressionVerdict { valid: true, message: String::new() },
            Verdict::Invalid(said) => {
                ExpressionVerdict { valid: false, message: in_platform_words(&said) }
            }
        })
    }
}
