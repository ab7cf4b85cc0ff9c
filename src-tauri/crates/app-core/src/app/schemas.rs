//! Schemas: listed, looked at, made, changed, removed.

use std::sync::Arc;

use aep_client::SchemaId;
use uuid::Uuid;

use super::ActiveSession;
use crate::App;
use crate::activity::carried;
use crate::contract::error::AppError;
use crate::contract::schema_form::{
    MakingLine, MakingRef, ReadSchemaSample, SampleShape, SchemaForm, SchemaMaking,
};
use crate::contract::schemas::{
    DeleteSchema, FieldGroupChoice, MarkIdentity, NamespaceChoice, SchemaDeletion, SchemaDetail,
    SchemaList, SchemaRef, SchemaUpdate, UnmarkIdentity, UpdateSchema,
};
use crate::contract::setup::{SetupChoice, SetupState};
use crate::kept::on_disk;
use crate::schemas;
use crate::schemas::making::{self, Entry, Runner};
use crate::setup::Place;

impl App {
    /// Schemas of the sandbox, and those whose making stopped half-way.
    ///
    /// # Errors
    /// `not_connected`; what the platform says of the schemas.
    pub async fn list_all_schemas(&self) -> Result<SchemaList, AppError> {
        let session = self.session()?;
        let unfinished = self.unfinished_makings(&session).await?;
        schemas::list(&session, unfinished).await
    }

    /// One schema, whole.
    ///
    /// # Errors
    /// `not_found`, and what else the platform says of the schema itself.
    pub async fn get_schema(&self, args: SchemaRef) -> Result<SchemaDetail, AppError> {
        schemas::detail(&*self.session()?, &id(&args)).await
    }

    /// Changes title and description of a schema.
    ///
    /// # Errors
    /// `validation`, on the fields; what else the platform says.
    pub async fn update_schema(&self, args: UpdateSchema) -> Result<SchemaUpdate, AppError> {
        schemas::update(&*self.session()?, args).await
    }

    /// Removes a schema that nothing uses.
    ///
    /// # Errors
    /// What the platform says; that something uses it is a reply.
    pub async fn delete_schema(&self, args: DeleteSchema) -> Result<SchemaDeletion, AppError> {
        schemas::delete(&*self.session()?, args).await
    }

    /// Identity namespaces of the organisation.
    ///
    /// # Errors
    /// What the platform says.
    pub async fn list_identity_namespaces(&self) -> Result<Vec<NamespaceChoice>, AppError> {
        schemas::namespaces(&*self.session()?).await
    }

    /// Marks a field of a schema as an identity.
    ///
    /// # Errors
    /// `validation`, on the fields; what else the platform says.
    pub async fn mark_identity(&self, args: MarkIdentity) -> Result<(), AppError> {
        schemas::mark(&*self.session()?, args).await
    }

    /// Takes the mark of an identity away.
    ///
    /// # Errors
    /// `refused` for the primary identity of a schema that is enabled for Profile; what else the platform says.
    pub async fn unmark_identity(&self, args: UnmarkIdentity) -> Result<(), AppError> {
        schemas::unmark(&*self.session()?, args).await
    }

    /// Enables a schema for Profile, which cannot be undone.
    ///
    /// # Errors
    /// `validation` without a primary identity; what else the platform says.
    pub async fn enable_profile(&self, args: SchemaRef) -> Result<(), AppError> {
        schemas::enable_profile(&*self.session()?, &id(&args)).await
    }

    /// Field groups that a new schema may be made of.
    ///
    /// # Errors
    /// What the platform says.
    pub async fn list_field_groups(&self) -> Result<Vec<FieldGroupChoice>, AppError> {
        let session = self.session()?;
        let choices = schemas::group_choices(&session.sandbox).await;
        choices.map_err(|error| session.explain(&error))
    }

    /// What a sample event suggests for a schema. Asks nobody.
    ///
    /// # Errors
    /// `validation` on `sample`, when it cannot be read.
    pub async fn read_schema_sample(
        &self,
        args: ReadSchemaSample,
    ) -> Result<SampleShape, AppError> {
        schemas::read_sample(&args.text)
    }

    /// Starts making a schema, once everything about the form is checked.
    ///
    /// # Errors
    /// `validation`, every field at once; `disk_full` when it cannot be noted.
    pub async fn start_schema(&self, args: SchemaForm) -> Result<SchemaMaking, AppError> {
        let session = self.session()?;
        let form = making::tidy(args);
        let tenant = making::inspect(&session, &form).await?;
        let id = Uuid::new_v4().to_string();
        let entry = Entry::new(id, session.scope.clone(), form, tenant, session.now());
        self.work_on_schema(session, entry, |runner| async { runner.run().await }).await
    }

    /// How the making of a schema stands.
    ///
    /// # Errors
    /// `not_found` when there is none with this id in this sandbox.
    pub async fn get_schema_making(&self, args: MakingRef) -> Result<SchemaMaking, AppError> {
        let session = self.session()?;
        Ok(making::view(&self.making(&session, &args.making_id).await?))
    }

    /// Stops after the request under way.
    ///
    /// # Errors
    /// As [`App::get_schema_making`].
    pub async fn cancel_schema(&self, args: MakingRef) -> Result<SchemaMaking, AppError> {
        let session = self.session()?;
        self.making(&session, &args.making_id).await?;
        if let Some(work) = self.makings.get(&args.making_id).filter(|work| work.is_busy()) {
            work.ask_to_stop();
        }
        self.get_schema_making(args).await
    }

    /// Goes on where it stopped.
    ///
    /// # Errors
    /// `conflict` when its state does not allow it.
    pub async fn resume_schema(&self, args: MakingRef) -> Result<SchemaMaking, AppError> {
        let session = self.session()?;
        let mut entry = self.chosen_making(&session, &args, SetupChoice::Resume).await?;
        (entry.content.state, entry.content.cause) = (SetupState::Running, None);
        self.work_on_schema(session, entry, |runner| async { runner.run().await }).await
    }

    /// Removes what it made.
    ///
    /// # Errors
    /// As [`App::resume_schema`].
    pub async fn undo_schema(&self, args: MakingRef) -> Result<SchemaMaking, AppError> {
        let session = self.session()?;
        let mut entry = self.chosen_making(&session, &args, SetupChoice::Undo).await?;
        (entry.content.state, entry.content.cause) = (SetupState::Undoing, None);
        self.work_on_schema(session, entry, |runner| async { runner.undo().await }).await
    }

    /// Leaves what it made as it is; it is not listed as unfinished any more.
    ///
    /// # Errors
    /// As [`App::resume_schema`].
    pub async fn leave_schema(&self, args: MakingRef) -> Result<(), AppError> {
        let session = self.session()?;
        let mut entry = self.chosen_making(&session, &args, SetupChoice::Leave).await?;
        entry.content.state = SetupState::Done;
        let record = entry.to_record();
        on_disk(&session.history, move |history| history.save_making(&record)).await?;
        if let Some(work) = self.makings.get(&args.making_id) {
            work.end(Some(&entry));
        }
        Ok(())
    }

    /// Makings of this sandbox that are neither done nor undone, oldest first.
    async fn unfinished_makings(
        &self,
        session: &ActiveSession,
    ) -> Result<Vec<MakingLine>, AppError> {
        let scope = session.scope.clone();
        let kept =
            on_disk(&session.history, move |history| history.unfinished_makings(&scope)).await?;
        let entries = kept
            .into_iter()
            .filter_map(|content| Entry::of_content(session.scope.clone(), content).ok())
            .map(|entry| self.newest_making(entry));
        let unfinished =
            |entry: &Entry| !matches!(entry.content.state, SetupState::Done | SetupState::Undone);
        Ok(entries.filter(unfinished).map(|entry| making::line(&entry)).collect())
    }

    async fn making(&self, session: &ActiveSession, id: &str) -> Result<Entry, AppError> {
        let (scope, wanted) = (session.scope.clone(), id.to_owned());
        let kept =
            on_disk(&session.history, move |history| history.making(&scope, &wanted)).await?;
        let kept = kept.ok_or_else(|| AppError::gone("This schema in the making"))?;
        Ok(self.newest_making(Entry::of_content(session.scope.clone(), kept)?))
    }

    /// What is in memory is newer than what is on disk; what nobody works on was interrupted.
    fn newest_making(&self, entry: Entry) -> Entry {
        match self.makings.get(&entry.id) {
            Some(work) => work.shown(),
            None => making::interrupted(entry),
        }
    }

    async fn chosen_making(
        &self,
        session: &ActiveSession,
        args: &MakingRef,
        choice: SetupChoice,
    ) -> Result<Entry, AppError> {
        let entry = self.making(session, &args.making_id).await?;
        if making::choices(&entry).contains(&choice) {
            Ok(entry)
        } else {
            Err(making::not_now(&entry))
        }
    }

    /// Notes a making and lets it be worked on.
    async fn work_on_schema<F, W>(
        &self,
        session: Arc<ActiveSession>,
        entry: Entry,
        how: W,
    ) -> Result<SchemaMaking, AppError>
    where
        W: FnOnce(Runner) -> F,
        F: Future<Output = ()> + Send + 'static,
    {
        let place = Place { session, timer: Arc::clone(&self.timer) };
        let work = self.makings.begin(entry.clone()).ok_or_else(|| making::not_now(&entry))?;
        let record = entry.to_record();
        let kept =
            on_disk(&place.session.history, move |history| history.save_making(&record)).await;
        if let Err(error) = kept {
            self.makings.give_up(&entry.id);
            return Err(error);
        }
        let first = making::view(&work.shown());
        tokio::spawn(carried(how(Runner::new(place, work))));
        Ok(first)
    }
}

fn id(args: &SchemaRef) -> SchemaId {
    args.schema_id.as_str().into()
}
