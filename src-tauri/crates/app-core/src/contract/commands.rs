//! The table of commands: name, argument, reply. The window's TypeScript, the dispatcher that the shell and
//! the dev host share, and the list of names all come from it, so that none can miss a command.

use std::time::{Duration, Instant};

use serde::Serialize;
use serde::de::DeserializeOwned;
use serde_json::Value;

use super::accounts::{
    AccountDeletion, AccountDetail, AccountList, AccountRef, AccountSource, AccountTest,
    AccountUpdate, CreateAccount, UpdateAccount,
};
use super::activity::{
    ActivityList, ActivityRef, ActivityRow, ExportActivity, ListActivity, ListRequests, RequestMade,
};
use super::app_state::{AppState, DismissNotice, Session, Settings};
use super::change::{
    FlowSettings, GetFlowMapping, MappingForm, MappingShown, SaveMapping, UpdateFlow, UpdateReply,
};
use super::clean_up::{Leftovers, ScanLeftovers, StartCleanUp};
use super::connect::{
    CheckConnection, CheckRef, ConnectionCheck, CredentialFile, ReadCredentialFile, SaveProfile,
};
use super::deleted::{DeletedFlow, RecreateFlow};
use super::drafts::{Draft, DraftRef, SaveDraft};
use super::error::AppError;
use super::error_book::{BookEntry, ExplainCode, Explanation, SearchErrorBook};
use super::files::ExportedFile;
use super::flow_runs::{FlowRuns, GetFlowRuns};
use super::flows::{FlowDetail, FlowList, FlowRef, ListFlows};
use super::inspector::{
    InspectedEvent, InspectedPart, InspectedRef, Inspection, InspectionRef, ListInspected,
    SendInspected, StartInspection,
};
use super::mapping::{
    CheckExpression, ExportMapping, ExpressionVerdict, MappingFunction, MappingLine,
    MappingPreview, PreviewMapping, ReadMappingFile, ReadSample, Sample,
};
use super::mapping_sets::{
    CreateMapping, MappingSetForm, MappingSetRef, MappingSetUpdate, SaveMappingSet,
};
use super::overview::{GetOverview, Overview};
use super::profiles::{Profile, ProfileRef, RenameProfile, ReplaceSecret, SelectSandbox};
use super::recipes::{ReadRecipe, RecipeRead};
use super::removal::{Deletion, DeletionPlan, DeletionRef, PlanDelete, StartDeletion};
use super::replacement::{
    MarkReplacement, Replacement, ReplacementForm, ReplacementRef, StartReplacement,
};
use super::resources::{
    CreateDataset, CreateSourceConnection, CreateTargetConnection, DeleteResource, ListResources,
    ResourceDeletion, ResourceDetail, ResourceJson, ResourceList, ResourceRef, ResourceUpdate,
    UpdateResource,
};
use super::run_detail::{ExportFailedEvents, FailedEvents, RunDetail, RunRef};
use super::run_history::ExportRuns;
use super::runs::{FlowDay, GetFlowDays};
use super::schema_form::{MakingRef, ReadSchemaSample, SampleShape, SchemaForm, SchemaMaking};
use super::schemas::{
    DeleteSchema, FieldGroupChoice, MarkIdentity, NamespaceChoice, SchemaDeletion, SchemaDetail,
    SchemaList, SchemaRef, SchemaUpdate, UnmarkIdentity, UpdateSchema,
};
use super::setup::{
    DatasetChoice, GetSetupDefaults, GetTargetFields, ResumeSetup, SchemaChoice, Setup, SetupCheck,
    SetupDefaults, SetupForm, SetupRef, SetupSummary, SourceGuide, TargetFields,
};
use super::switching::{SwitchFlows, SwitchedFlow};
use super::test_event::{SendTestEvent, TestEvent, TestEventRef};
use crate::App;
use crate::activity::{Doing, during};

/// Makes `COMMANDS`, `dispatch` and, for the tests, the rows of the TypeScript map.
macro_rules! commands {
    ($($(#[doc = $doc:literal])+ $name:ident($($args:ty)?) -> $reply:ty;)+) => {
        /// Every command by name.
        pub const COMMANDS: &[&str] = &[$(stringify!($name)),+];

        /// Runs the named command: JSON in, JSON out.
        ///
        /// # Errors
        /// What the command itself answers, or `internal` for an unknown name or an argument of the wrong shape.
        pub async fn dispatch(app: &App, name: &str, args: Value) -> Result<Value, AppError> {
            let started = Instant::now();
            let known = COMMANDS.iter().find(|known| **known == name).unwrap_or(&"unknown");
            let outcome = during(Doing::of(known, &args), run(app, name, args)).await;
            record(known, started.elapsed(), &outcome);
            outcome
        }

        // Each command lives on the heap: side by side in one future they outgrow the stack of a thread.
        async fn run(app: &App, name: &str, args: Value) -> Result<Value, AppError> {
            match name {
                $(stringify!($name) => commands!(@run app, args, $name, $reply, $($args)?),)+
                _ => Err(AppError::internal("this command does not exist")),
            }
        }

        #[cfg(test)]
        pub(super) fn rows(config: &ts_rs::Config) -> Vec<(&'static str, String, String, &'static str)> {
            use ts_rs::TS;
            vec![$((stringify!($name), commands!(@args config, $($args)?), <$reply>::name(config), concat!($($doc),+))),+]
        }
    };
    (@run $app:ident, $args:ident, $name:ident, $reply:ty, $ty:ty) => {
        reply::<$reply>(&Box::pin($app.$name(parse::<$ty>($args)?)).await?)
    };
    (@run $app:ident, $args:ident, $name:ident, $reply:ty,) => {
        reply::<$reply>(&Box::pin($app.$name()).await?)
    };
    (@args $config:ident, $ty:ty) => { <$ty>::name($config) };
    (@args $config:ident,) => { "undefined".to_owned() };
}

/// Notes that a command ran: its name, how long it took and the code it failed with; never what went in or out.
fn record(name: &str, took: Duration, outcome: &Result<Value, AppError>) {
    let took = took.as_millis();
    match outcome {
        Ok(_) => tracing::debug!(command = name, took, "done"),
        Err(error) => tracing::info!(command = name, took, code = ?error.code, "failed"),
    }
}

fn parse<T: DeserializeOwned>(args: Value) -> Result<T, AppError> {
    // The text of a serde error can quote its input, which may be a secret: it stays here.
    serde_json::from_value(args)
        .map_err(|_| AppError::internal("the argument does not have the expected shape"))
}

fn reply<T: Serialize>(value: &T) -> Result<Value, AppError> {
    serde_json::to_value(value).map_err(|_| AppError::internal("the reply cannot be written"))
}

commands! {
    /// The frame of the window.
    get_app_state() -> AppState;
    /// Keeps how the app looks and behaves.
    save_settings(Settings) -> Settings;
    /// A notice has been read.
    dismiss_notice(DismissNotice) -> ();
    /// Tries the keychain again.
    retry_keychain() -> AppState;

    /// Saved sign-ins.
    list_profiles() -> Vec<Profile>;
    /// Gives a saved sign-in another name.
    rename_profile(RenameProfile) -> Profile;
    /// Tries a new client secret, then keeps it.
    replace_secret(ReplaceSecret) -> Profile;
    /// Removes a saved sign-in and its secret.
    delete_profile(ProfileRef) -> ();
    /// Reads a Developer Console file; its secret stays behind a handle.
    read_credential_file(ReadCredentialFile) -> CredentialFile;
    /// Starts checking sign-in and permissions.
    check_connection(CheckConnection) -> ConnectionCheck;
    /// How a check stands.
    get_connection_check(CheckRef) -> ConnectionCheck;
    /// Keeps a checked sign-in and connects with it.
    save_profile(SaveProfile) -> Session;
    /// Connects with a saved sign-in.
    connect(ProfileRef) -> Session;
    /// Opens where the app was left: with the saved sign-in last used, which then asks the platform by itself.
    resume_session() -> Session;
    /// Asks for one thing, to see whether the platform answers again.
    reach_platform() -> AppState;
    /// Ends the session; saved sign-ins stay.
    disconnect() -> ();
    /// Moves the session to another sandbox.
    select_sandbox(SelectSandbox) -> Session;
    /// Starts practice mode.
    start_practice() -> Session;

    /// Dataflows of the sandbox.
    list_flows(ListFlows) -> FlowList;
    /// The last 24 hours of the rows in view.
    get_flow_days(GetFlowDays) -> Vec<FlowDay>;
    /// One dataflow, whole.
    get_flow(FlowRef) -> FlowDetail;
    /// The runs of one dataflow in a window of time, with those that only this computer still has.
    get_flow_runs(GetFlowRuns) -> FlowRuns;
    /// One run, whole.
    get_run(RunRef) -> RunDetail;
    /// The events of a run that failed, as a table.
    get_failed_events(RunRef) -> FailedEvents;
    /// The events of a run that failed, as a file to be saved.
    export_failed_events(ExportFailedEvents) -> ExportedFile;
    /// What can be changed of a dataflow, read afresh.
    get_flow_settings(FlowRef) -> FlowSettings;
    /// Changes a dataflow, and keeps what others changed meanwhile.
    update_flow(UpdateFlow) -> UpdateReply;
    /// One version of a dataflow's mapping.
    get_flow_mapping(GetFlowMapping) -> MappingShown;
    /// The mapping of a dataflow, to be edited.
    get_mapping_form(FlowRef) -> MappingForm;
    /// Makes another version of a dataflow's mapping, and puts it in force.
    save_mapping(SaveMapping) -> UpdateReply;
    /// Switches dataflows on or off, one outcome for each.
    switch_flows(SwitchFlows) -> Vec<SwitchedFlow>;
    /// Turns a draft into a dataflow that takes events.
    publish_flow(FlowRef) -> ();

    /// Accounts of the sandbox.
    list_accounts() -> AccountList;
    /// One account, whole.
    get_account(AccountRef) -> AccountDetail;
    /// Sources that accounts can be made for, each with its forms.
    list_account_sources() -> Vec<AccountSource>;
    /// Makes an account.
    create_account(CreateAccount) -> AccountRef;
    /// Asks the source whether it lets the account in.
    test_account(AccountRef) -> AccountTest;
    /// Changes an account.
    update_account(UpdateAccount) -> AccountUpdate;
    /// Removes an account that nothing uses.
    delete_account(AccountRef) -> AccountDeletion;

    /// Every dataset, source connection, target connection or mapping of the sandbox.
    list_resources(ListResources) -> ResourceList;
    /// One of them, whole.
    get_resource(ResourceRef) -> ResourceDetail;
    /// One of them as the platform shows it.
    get_resource_json(ResourceRef) -> ResourceJson;
    /// Makes a dataset.
    create_dataset(CreateDataset) -> ResourceRef;
    /// Makes a source connection.
    create_source_connection(CreateSourceConnection) -> ResourceRef;
    /// Makes a target connection.
    create_target_connection(CreateTargetConnection) -> ResourceRef;
    /// Makes a mapping.
    create_mapping(CreateMapping) -> ResourceRef;
    /// The newest version of a mapping, to be edited.
    get_mapping_set_form(MappingSetRef) -> MappingSetForm;
    /// Makes another version of a mapping that no dataflow uses.
    save_mapping_set(SaveMappingSet) -> MappingSetUpdate;
    /// Changes a name, a description or tags, and keeps what others changed meanwhile.
    update_resource(UpdateResource) -> ResourceUpdate;
    /// Removes one that no dataflow uses.
    delete_resource(DeleteResource) -> ResourceDeletion;

    /// Schemas of the sandbox, and those whose making stopped half-way.
    list_all_schemas() -> SchemaList;
    /// One schema, whole.
    get_schema(SchemaRef) -> SchemaDetail;
    /// Changes title and description of a schema.
    update_schema(UpdateSchema) -> SchemaUpdate;
    /// Removes a schema that nothing uses.
    delete_schema(DeleteSchema) -> SchemaDeletion;
    /// Identity namespaces of the organisation.
    list_identity_namespaces() -> Vec<NamespaceChoice>;
    /// Marks a field of a schema as an identity.
    mark_identity(MarkIdentity) -> ();
    /// Takes the mark of an identity away.
    unmark_identity(UnmarkIdentity) -> ();
    /// Enables a schema for Profile, which cannot be undone.
    enable_profile(SchemaRef) -> ();
    /// Field groups that a new schema may be made of.
    list_field_groups() -> Vec<FieldGroupChoice>;
    /// What a sample event suggests for a schema; asks nobody.
    read_schema_sample(ReadSchemaSample) -> SampleShape;
    /// Starts making a schema.
    start_schema(SchemaForm) -> SchemaMaking;
    /// How the making of a schema stands.
    get_schema_making(MakingRef) -> SchemaMaking;
    /// Stops after the request under way.
    cancel_schema(MakingRef) -> SchemaMaking;
    /// Goes on where it stopped.
    resume_schema(MakingRef) -> SchemaMaking;
    /// Removes what it made.
    undo_schema(MakingRef) -> SchemaMaking;
    /// Leaves what it made as it is.
    leave_schema(MakingRef) -> ();

    /// How the sandbox as a whole is doing; read in the background, asked again until it is complete.
    get_overview(GetOverview) -> Overview;
    /// The kept runs of a window as a file.
    export_runs(ExportRuns) -> ExportedFile;

    /// Entries of the error book that hold every word of a query; asks nobody.
    search_error_book(SearchErrorBook) -> Vec<BookEntry>;
    /// What a code of the platform means, or the code as it came; asks nobody.
    explain_code(ExplainCode) -> Explanation;
    /// What deleting dataflows would remove, and what would stay.
    plan_delete(PlanDelete) -> DeletionPlan;
    /// Starts a plan; nothing is sent for ten seconds.
    start_deletion(StartDeletion) -> Deletion;
    /// How a deletion stands.
    get_deletion(DeletionRef) -> Deletion;
    /// Deletions that wait, run, stopped or have just ended.
    list_deletions() -> Vec<Deletion>;
    /// Undoes a deletion of which nothing has been sent.
    undo_deletion(DeletionRef) -> Deletion;
    /// Stops after the dataflow under way.
    stop_deletion(DeletionRef) -> Deletion;
    /// Goes on with what is left.
    resume_deletion(DeletionRef) -> Deletion;
    /// A deletion that has ended is not listed any more.
    close_deletion(DeletionRef) -> ();
    /// Dataflows that were deleted from here.
    list_deleted() -> Vec<DeletedFlow>;
    /// Makes a deleted dataflow again, as a set-up.
    recreate_flow(RecreateFlow) -> Setup;
    /// Connections and mappings that no dataflow uses.
    scan_leftovers(ScanLeftovers) -> Leftovers;
    /// Deletes leftovers; nothing is sent for ten seconds.
    start_clean_up(StartCleanUp) -> Deletion;

    /// The sources that can be set up, with what to do in each and example events; asks nobody.
    list_sources() -> Vec<SourceGuide>;
    /// What the wizard starts from.
    get_setup_defaults(GetSetupDefaults) -> SetupDefaults;
    /// Schemas that may be picked.
    list_schemas() -> Vec<SchemaChoice>;
    /// Datasets that may be picked.
    list_datasets() -> Vec<DatasetChoice>;
    /// Fields of the schema behind a destination.
    get_target_fields(GetTargetFields) -> TargetFields;
    /// Reads a sample event.
    read_sample(ReadSample) -> Sample;
    /// One event in, one record out.
    preview_mapping(PreviewMapping) -> MappingPreview;
    /// Field mappings as a file to be saved; asks nobody.
    export_mapping(ExportMapping) -> ExportedFile;
    /// The field mappings in a file; asks nobody.
    read_mapping_file(ReadMappingFile) -> Vec<MappingLine>;
    /// Functions that expressions may use.
    list_functions() -> Vec<MappingFunction>;
    /// Whether an expression can be worked out.
    check_expression(CheckExpression) -> ExpressionVerdict;
    /// A dataflow as a file that another sandbox or organisation can make its own from.
    export_recipe(FlowRef) -> ExportedFile;
    /// The form that makes a recipe's dataflow here, and what is different; writes nothing.
    read_recipe(ReadRecipe) -> RecipeRead;
    /// Everything that is wrong with a form, at once; writes nothing.
    check_setup(SetupForm) -> SetupCheck;
    /// Starts a set-up.
    start_setup(SetupForm) -> Setup;
    /// How a set-up stands.
    get_setup(SetupRef) -> Setup;
    /// Set-ups that run, stopped or were left, everywhere.
    list_setups() -> Vec<SetupSummary>;
    /// Stops after the request under way.
    cancel_setup(SetupRef) -> Setup;
    /// Goes on where it stopped.
    resume_setup(ResumeSetup) -> Setup;
    /// Removes what it made.
    undo_setup(SetupRef) -> Setup;
    /// Leaves it as it is.
    leave_setup(SetupRef) -> Setup;

    /// The form of a dataflow that shall take the place of another.
    get_replacement_form(FlowRef) -> ReplacementForm;
    /// Starts making a dataflow that shall take the place of another.
    start_replacement(StartReplacement) -> Setup;
    /// Replacements that a dataflow is the old or the new one of.
    get_replacements(FlowRef) -> Vec<Replacement>;
    /// Notes what a person says about a replacement.
    mark_replacement(MarkReplacement) -> ();
    /// Switches the replaced dataflow off, once events are counted.
    finish_replacement(ReplacementRef) -> Replacement;

    /// Sends a test event to the webhook address.
    send_test_event(SendTestEvent) -> TestEvent;
    /// How a test event stands.
    get_test_event(TestEventRef) -> TestEvent;

    /// Starts looking at events: what a dataflow would make of them. Ingests nothing.
    start_inspection(StartInspection) -> Inspection;
    /// How an inspection stands.
    get_inspection(InspectionRef) -> Inspection;
    /// A part of the events of an inspection.
    list_inspected(ListInspected) -> InspectedPart;
    /// One event of an inspection, with its record and its problems.
    get_inspected(InspectedRef) -> InspectedEvent;
    /// Starts sending the good events to the webhook address.
    send_inspected(SendInspected) -> Inspection;
    /// Stops what is under way.
    stop_inspection(InspectionRef) -> Inspection;

    /// What this app changed in the sandbox, newest first.
    list_activity(ListActivity) -> ActivityList;
    /// What this app changed, as a file to be saved.
    export_activity(ExportActivity) -> ExportedFile;
    /// Puts back what a change replaced.
    undo_activity(ActivityRef) -> ActivityRow;
    /// The latest requests that a screen made, as curl.
    list_requests(ListRequests) -> Vec<RequestMade>;

    /// Keeps a half-finished form.
    save_draft(SaveDraft) -> Draft;
    /// A half-finished form.
    get_draft(DraftRef) -> Option<Draft>;
    /// Forgets a half-finished form.
    delete_draft(DraftRef) -> ();
}
