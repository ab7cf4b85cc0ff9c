//! Samples, destinations, target fields, previews. What is said of them is worked out in `mapping`.

use aep_client::data_prep::NewMappingSet;
use aep_client::{Filter, ListQuery};
use serde_json::Value;

use super::ActiveSession;
use super::free_names;
use crate::App;
use crate::contract::error::{AppError, FieldProblem};
use crate::contract::mapping::{
    MappingLine, MappingPreview, PreviewMapping, ReadSample, Sample, TargetField, VerdictState,
};
use crate::contract::setup::{
    DatasetChoice, GetSetupDefaults, GetTargetFields, SchemaChoice, SetupDefaults, SourceGuide,
    TargetFields,
};
use crate::mapping::sample::{self, Event};
use crate::mapping::{
    NoSchema, TargetSchema, Verdict, holds_events, suggest, to_data_prep, verdict, with_platform,
};
use crate::starter::{self, Source, source_or_first};

impl App {
    /// The sources, what to do in each, and example events. Asks nobody, and works before anyone is signed in.
    ///
    /// # Errors
    /// None; as a command it answers like the others.
    pub async fn list_sources(&self) -> Result<Vec<SourceGuide>, AppError> {
        Ok(starter::sources().iter().map(Source::guide).collect())
    }

    /// What the wizard starts from: free names, the source, its examples, the starter schema and its lines.
    ///
    /// # Errors
    /// `not_connected`, or what the platform answered.
    pub async fn get_setup_defaults(
        &self,
        args: GetSetupDefaults,
    ) -> Result<SetupDefaults, AppError> {
        let session = self.session()?;
        let source = source_or_first(args.source.as_deref());
        let explain = |error| session.explain(&error);
        let tenant = async { session.sandbox.tenant().stats().await };
        let base = free_names::base(source);
        let (stats, offered, name, dataset_name) = tokio::try_join!(
            tenant,
            async { Ok(offered(&session).await) },
            free_names::dataflow(&session.sandbox, &base),
            free_names::dataset(&session.sandbox, &base)
        )
        .map_err(explain)?;
        Ok(SetupDefaults {
            name,
            dataset_name,
            offered,
            source: source.info(),
            examples: source.examples(),
            starter_fields: source.target_fields(&stats.tenant_id),
            starter_lines: source.lines(&stats.tenant_id),
        })
    }

    /// Schemas that may be picked: those whose records are events.
    ///
    /// # Errors
    /// `not_connected`, or what the platform answered.
    pub async fn list_schemas(&self) -> Result<Vec<SchemaChoice>, AppError> {
        let session = self.session()?;
        let schemas = session.sandbox.schemas().all_with_class().collect().await;
        let schemas = schemas.map_err(|error| session.explain(&error))?;
        let choices = schemas.into_iter().filter(holds_events).map(|schema| SchemaChoice {
            id: schema.id.to_string(),
            title: if schema.title.is_empty() { schema.id.to_string() } else { schema.title },
        });
        Ok(choices.collect())
    }

    /// Datasets that may be picked: those over a schema whose records are events.
    ///
    /// # Errors
    /// `not_connected`, or what the platform answered.
    pub async fn list_datasets(&self) -> Result<Vec<DatasetChoice>, AppError> {
        let session = self.session()?;
        let datasets = async {
            let all = session.sandbox.datasets().all().collect().await;
            all.map_err(|error| session.explain(&error))
        };
        let (schemas, datasets) = tokio::try_join!(self.list_schemas(), datasets)?;
        let fits = |id: &str| schemas.iter().any(|schema| schema.id == id);
        let choices = datasets.into_iter().filter_map(|dataset| {
            let schema_id = dataset.schema_ref?.id.to_string();
            let id = dataset.id.to_string();
            let name = if dataset.name.is_empty() { id.clone() } else { dataset.name };
            fits(&schema_id).then_some(DatasetChoice { id, name, schema_id })
        });
        Ok(choices.collect())
    }

    /// Fields of the schema behind a destination, and the lines that suggest themselves for it.
    ///
    /// # Errors
    /// `not_connected`, `validation` for a destination that is gone or a sample that cannot be read, or
    /// what the platform answered.
    pub async fn get_target_fields(&self, args: GetTargetFields) -> Result<TargetFields, AppError> {
        let session = self.session()?;
        let source = source_or_first(args.source.as_deref());
        let example;
        let text = match &args.sample {
            Some(text) => text,
            None => {
                example = source.examples().swap_remove(0).text;
                &example
            }
        };
        let event = read(text, args.event, "sample")?;
        let schema = session.schemas.get(&session.sandbox, source, &args.destination).await;
        let schema = schema.map_err(|why| no_schema(&session, why))?;
        let mut suggested_lines = schema.lines.clone();
        suggested_lines.extend(suggest(&event.value, source, &schema.fields, &schema.lines));
        Ok(TargetFields { fields: schema.fields.clone(), suggested_lines })
    }

    /// Reads a sample event. Asks nobody, and works before anyone is signed in.
    ///
    /// # Errors
    /// `validation` when it is too large, not JSON (with line and column), or not an event.
    pub async fn read_sample(&self, args: ReadSample) -> Result<Sample, AppError> {
        sample::read_sample(&args.text, args.event.unwrap_or_default())
            .map_err(|message| invalid("text", message))
    }

    /// One event in, one record out. The platform works it out where it has the schema; for the starter, which is
    /// still to be made, and when the platform cannot, this app does.
    ///
    /// # Errors
    /// `not_connected`, `validation` for the sample or the destination, or what the platform answered when it was
    /// asked for the schema.
    pub async fn preview_mapping(&self, args: PreviewMapping) -> Result<MappingPreview, AppError> {
        let session = self.session()?;
        let event = read(&args.sample, args.event, "sample")?.value;
        let source = source_or_first(args.source.as_deref());
        let schema = session.schemas.get(&session.sandbox, source, &args.destination).await;
        let schema = schema.map_err(|why| no_schema(&session, why))?;
        let vital = source.vital_field.as_deref();
        let own = verdict(&args.lines, &schema.fields, Some(&event), vital);
        Ok(by_platform(&session, &schema, &args.lines, own, &event).await)
    }
}

/// Ids of the sources whose connection spec the organisation has. A failure is no answer: the check before the
/// first write asks again.
async fn offered(session: &ActiveSession) -> Vec<String> {
    let specs: Vec<&str> =
        starter::sources().iter().map(|source| source.connection_spec_id.as_str()).collect();
    let query = ListQuery::new().filter(Filter::any_of("id", &specs));
    let seen = session.sandbox.connection_specs().all(&query).collect().await;
    let has = |source: &&Source| match &seen {
        Ok(seen) => seen.iter().any(|spec| spec.id.as_str() == source.connection_spec_id),
        Err(_) => true,
    };
    starter::sources().iter().filter(has).map(|source| source.id.clone()).collect()
}

/// Lets the platform work a mapping out, as far as it can be asked.
async fn by_platform(
    session: &ActiveSession,
    schema: &TargetSchema,
    lines: &[MappingLine],
    mut own: Verdict,
    event: &Value,
) -> MappingPreview {
    let judged = lines.iter().zip(&own.lines);
    let sound = judged.filter(|(_, verdict)| verdict.state != VerdictState::Error);
    let sound: Vec<MappingLine> = sound.map(|(line, _)| line.clone()).collect();
    let Some(id) = schema.id.as_ref().filter(|_| !sound.is_empty()) else {
        return own.into_preview(false);
    };
    let set = NewMappingSet::new(id, to_data_prep(&sound));
    let fields: &[TargetField] = &schema.fields;
    match session.sandbox.mapping_sets().preview(&set, event).await {
        Ok(preview) if preview.data.is_object() => {
            with_platform(own, preview, lines, fields, event).into_preview(true)
        }
        Ok(_) => own.into_preview(false),
        // It read the lines and will not have them: worth telling. Everything else only means that it cannot be
        // asked just now.
        Err(error) if error.status() == Some(400) => {
            let said = error.problem().and_then(|problem| problem.detail.clone());
            own.add_problem(said.as_deref().unwrap_or("this mapping is not accepted"));
            own.into_preview(false)
        }
        Err(error) => {
            tracing::debug!(%error, "the platform gave no preview");
            own.into_preview(false)
        }
    }
}

fn read(text: &str, event: Option<u32>, field: &str) -> Result<Event, AppError> {
    sample::read_event_at(text, event.unwrap_or_default())
        .map_err(|message| invalid(field, message))
}

fn no_schema(session: &ActiveSession, why: NoSchema) -> AppError {
    match why {
        NoSchema::Platform(error) => session.explain(&error),
        NoSchema::Unfit(problem) => AppError::validation(vec![problem]),
    }
}

fn invalid(field: &str, message: String) -> AppError {
    AppError::validation(vec![FieldProblem { field: field.to_owned(), message }])
}
