// Made from the table of commands. Do not edit.
import type { AccountDeletion } from "./AccountDeletion";
import type { AccountDetail } from "./AccountDetail";
import type { AccountList } from "./AccountList";
import type { AccountRef } from "./AccountRef";
import type { AccountSource } from "./AccountSource";
import type { AccountTest } from "./AccountTest";
import type { AccountUpdate } from "./AccountUpdate";
import type { ActivityList } from "./ActivityList";
import type { ActivityRef } from "./ActivityRef";
import type { ActivityRow } from "./ActivityRow";
import type { AppState } from "./AppState";
import type { BookEntry } from "./BookEntry";
import type { CheckConnection } from "./CheckConnection";
import type { CheckExpression } from "./CheckExpression";
import type { CheckRef } from "./CheckRef";
import type { ConnectionCheck } from "./ConnectionCheck";
import type { CreateAccount } from "./CreateAccount";
import type { CreateDataset } from "./CreateDataset";
import type { CreateMapping } from "./CreateMapping";
import type { CreateSourceConnection } from "./CreateSourceConnection";
import type { CreateTargetConnection } from "./CreateTargetConnection";
import type { CredentialFile } from "./CredentialFile";
import type { DatasetChoice } from "./DatasetChoice";
import type { DeleteResource } from "./DeleteResource";
import type { DeleteSchema } from "./DeleteSchema";
import type { DeletedFlow } from "./DeletedFlow";
import type { Deletion } from "./Deletion";
import type { DeletionPlan } from "./DeletionPlan";
import type { DeletionRef } from "./DeletionRef";
import type { DismissNotice } from "./DismissNotice";
import type { Draft } from "./Draft";
import type { DraftRef } from "./DraftRef";
import type { ExplainCode } from "./ExplainCode";
import type { Explanation } from "./Explanation";
import type { ExportActivity } from "./ExportActivity";
import type { ExportFailedEvents } from "./ExportFailedEvents";
import type { ExportMapping } from "./ExportMapping";
import type { ExportRuns } from "./ExportRuns";
import type { ExportedFile } from "./ExportedFile";
import type { ExpressionVerdict } from "./ExpressionVerdict";
import type { FailedEvents } from "./FailedEvents";
import type { FieldGroupChoice } from "./FieldGroupChoice";
import type { FlowDay } from "./FlowDay";
import type { FlowDetail } from "./FlowDetail";
import type { FlowList } from "./FlowList";
import type { FlowRef } from "./FlowRef";
import type { FlowRuns } from "./FlowRuns";
import type { FlowSettings } from "./FlowSettings";
import type { GetFlowDays } from "./GetFlowDays";
import type { GetFlowMapping } from "./GetFlowMapping";
import type { GetFlowRuns } from "./GetFlowRuns";
import type { GetOverview } from "./GetOverview";
import type { GetSetupDefaults } from "./GetSetupDefaults";
import type { GetTargetFields } from "./GetTargetFields";
import type { InspectedEvent } from "./InspectedEvent";
import type { InspectedPart } from "./InspectedPart";
import type { InspectedRef } from "./InspectedRef";
import type { Inspection } from "./Inspection";
import type { InspectionRef } from "./InspectionRef";
import type { Leftovers } from "./Leftovers";
import type { ListActivity } from "./ListActivity";
import type { ListFlows } from "./ListFlows";
import type { ListInspected } from "./ListInspected";
import type { ListRequests } from "./ListRequests";
import type { ListResources } from "./ListResources";
import type { MakingRef } from "./MakingRef";
import type { MappingForm } from "./MappingForm";
import type { MappingFunction } from "./MappingFunction";
import type { MappingLine } from "./MappingLine";
import type { MappingPreview } from "./MappingPreview";
import type { MappingSetForm } from "./MappingSetForm";
import type { MappingSetRef } from "./MappingSetRef";
import type { MappingSetUpdate } from "./MappingSetUpdate";
import type { MappingShown } from "./MappingShown";
import type { MarkIdentity } from "./MarkIdentity";
import type { MarkReplacement } from "./MarkReplacement";
import type { NamespaceChoice } from "./NamespaceChoice";
import type { Overview } from "./Overview";
import type { PlanDelete } from "./PlanDelete";
import type { PreviewMapping } from "./PreviewMapping";
import type { Profile } from "./Profile";
import type { ProfileRef } from "./ProfileRef";
import type { ReadCredentialFile } from "./ReadCredentialFile";
import type { ReadMappingFile } from "./ReadMappingFile";
import type { ReadRecipe } from "./ReadRecipe";
import type { ReadSample } from "./ReadSample";
import type { ReadSchemaSample } from "./ReadSchemaSample";
import type { RecipeRead } from "./RecipeRead";
import type { RecreateFlow } from "./RecreateFlow";
import type { RenameProfile } from "./RenameProfile";
import type { ReplaceSecret } from "./ReplaceSecret";
import type { Replacement } from "./Replacement";
import type { ReplacementForm } from "./ReplacementForm";
import type { ReplacementRef } from "./ReplacementRef";
import type { RequestMade } from "./RequestMade";
import type { ResourceDeletion } from "./ResourceDeletion";
import type { ResourceDetail } from "./ResourceDetail";
import type { ResourceJson } from "./ResourceJson";
import type { ResourceList } from "./ResourceList";
import type { ResourceRef } from "./ResourceRef";
import type { ResourceUpdate } from "./ResourceUpdate";
import type { ResumeSetup } from "./ResumeSetup";
import type { RunDetail } from "./RunDetail";
import type { RunRef } from "./RunRef";
import type { Sample } from "./Sample";
import type { SampleShape } from "./SampleShape";
import type { SaveDraft } from "./SaveDraft";
import type { SaveMapping } from "./SaveMapping";
import type { SaveMappingSet } from "./SaveMappingSet";
import type { SaveProfile } from "./SaveProfile";
import type { ScanLeftovers } from "./ScanLeftovers";
import type { SchemaChoice } from "./SchemaChoice";
import type { SchemaDeletion } from "./SchemaDeletion";
import type { SchemaDetail } from "./SchemaDetail";
import type { SchemaForm } from "./SchemaForm";
import type { SchemaList } from "./SchemaList";
import type { SchemaMaking } from "./SchemaMaking";
import type { SchemaRef } from "./SchemaRef";
import type { SchemaUpdate } from "./SchemaUpdate";
import type { SearchErrorBook } from "./SearchErrorBook";
import type { SelectSandbox } from "./SelectSandbox";
import type { SendInspected } from "./SendInspected";
import type { SendTestEvent } from "./SendTestEvent";
import type { Session } from "./Session";
import type { Settings } from "./Settings";
import type { Setup } from "./Setup";
import type { SetupCheck } from "./SetupCheck";
import type { SetupDefaults } from "./SetupDefaults";
import type { SetupForm } from "./SetupForm";
import type { SetupRef } from "./SetupRef";
import type { SetupSummary } from "./SetupSummary";
import type { SourceGuide } from "./SourceGuide";
import type { StartCleanUp } from "./StartCleanUp";
import type { StartDeletion } from "./StartDeletion";
import type { StartInspection } from "./StartInspection";
import type { StartReplacement } from "./StartReplacement";
import type { SwitchFlows } from "./SwitchFlows";
import type { SwitchedFlow } from "./SwitchedFlow";
import type { TargetFields } from "./TargetFields";
import type { TestEvent } from "./TestEvent";
import type { TestEventRef } from "./TestEventRef";
import type { UnmarkIdentity } from "./UnmarkIdentity";
import type { UpdateAccount } from "./UpdateAccount";
import type { UpdateFlow } from "./UpdateFlow";
import type { UpdateReply } from "./UpdateReply";
import type { UpdateResource } from "./UpdateResource";
import type { UpdateSchema } from "./UpdateSchema";

/** Every command: its argument and its reply. */
export type Commands = {
  /** The frame of the window. */
  get_app_state: { args: undefined; reply: AppState };
  /** Keeps how the app looks and behaves. */
  save_settings: { args: Settings; reply: Settings };
  /** A notice has been read. */
  dismiss_notice: { args: DismissNotice; reply: null };
  /** Tries the keychain again. */
  retry_keychain: { args: undefined; reply: AppState };
  /** Saved sign-ins. */
  list_profiles: { args: undefined; reply: Array<Profile> };
  /** Gives a saved sign-in another name. */
  rename_profile: { args: RenameProfile; reply: Profile };
  /** Tries a new client secret, then keeps it. */
  replace_secret: { args: ReplaceSecret; reply: Profile };
  /** Removes a saved sign-in and its secret. */
  delete_profile: { args: ProfileRef; reply: null };
  /** Reads a Developer Console file; its secret stays behind a handle. */
  read_credential_file: { args: ReadCredentialFile; reply: CredentialFile };
  /** Starts checking sign-in and permissions. */
  check_connection: { args: CheckConnection; reply: ConnectionCheck };
  /** How a check stands. */
  get_connection_check: { args: CheckRef; reply: ConnectionCheck };
  /** Keeps a checked sign-in and connects with it. */
  save_profile: { args: SaveProfile; reply: Session };
  /** Connects with a saved sign-in. */
  connect: { args: ProfileRef; reply: Session };
  /** Opens where the app was left: with the saved sign-in last used, which then asks the platform by itself. */
  resume_session: { args: undefined; reply: Session };
  /** Asks for one thing, to see whether the platform answers again. */
  reach_platform: { args: undefined; reply: AppState };
  /** Ends the session; saved sign-ins stay. */
  disconnect: { args: undefined; reply: null };
  /** Moves the session to another sandbox. */
  select_sandbox: { args: SelectSandbox; reply: Session };
  /** Starts practice mode. */
  start_practice: { args: undefined; reply: Session };
  /** Dataflows of the sandbox. */
  list_flows: { args: ListFlows; reply: FlowList };
  /** The last 24 hours of the rows in view. */
  get_flow_days: { args: GetFlowDays; reply: Array<FlowDay> };
  /** One dataflow, whole. */
  get_flow: { args: FlowRef; reply: FlowDetail };
  /** The runs of one dataflow in a window of time, with those that only this computer still has. */
  get_flow_runs: { args: GetFlowRuns; reply: FlowRuns };
  /** One run, whole. */
  get_run: { args: RunRef; reply: RunDetail };
  /** The events of a run that failed, as a table. */
  get_failed_events: { args: RunRef; reply: FailedEvents };
  /** The events of a run that failed, as a file to be saved. */
  export_failed_events: { args: ExportFailedEvents; reply: ExportedFile };
  /** What can be changed of a dataflow, read afresh. */
  get_flow_settings: { args: FlowRef; reply: FlowSettings };
  /** Changes a dataflow, and keeps what others changed meanwhile. */
  update_flow: { args: UpdateFlow; reply: UpdateReply };
  /** One version of a dataflow's mapping. */
  get_flow_mapping: { args: GetFlowMapping; reply: MappingShown };
  /** The mapping of a dataflow, to be edited. */
  get_mapping_form: { args: FlowRef; reply: MappingForm };
  /** Makes another version of a dataflow's mapping, and puts it in force. */
  save_mapping: { args: SaveMapping; reply: UpdateReply };
  /** Switches dataflows on or off, one outcome for each. */
  switch_flows: { args: SwitchFlows; reply: Array<SwitchedFlow> };
  /** Turns a draft into a dataflow that takes events. */
  publish_flow: { args: FlowRef; reply: null };
  /** Accounts of the sandbox. */
  list_accounts: { args: undefined; reply: AccountList };
  /** One account, whole. */
  get_account: { args: AccountRef; reply: AccountDetail };
  /** Sources that accounts can be made for, each with its forms. */
  list_account_sources: { args: undefined; reply: Array<AccountSource> };
  /** Makes an account. */
  create_account: { args: CreateAccount; reply: AccountRef };
  /** Asks the source whether it lets the account in. */
  test_account: { args: AccountRef; reply: AccountTest };
  /** Changes an account. */
  update_account: { args: UpdateAccount; reply: AccountUpdate };
  /** Removes an account that nothing uses. */
  delete_account: { args: AccountRef; reply: AccountDeletion };
  /** Every dataset, source connection, target connection or mapping of the sandbox. */
  list_resources: { args: ListResources; reply: ResourceList };
  /** One of them, whole. */
  get_resource: { args: ResourceRef; reply: ResourceDetail };
  /** One of them as the platform shows it. */
  get_resource_json: { args: ResourceRef; reply: ResourceJson };
  /** Makes a dataset. */
  create_dataset: { args: CreateDataset; reply: ResourceRef };
  /** Makes a source connection. */
  create_source_connection: { args: CreateSourceConnection; reply: ResourceRef };
  /** Makes a target connection. */
  create_target_connection: { args: CreateTargetConnection; reply: ResourceRef };
  /** Makes a mapping. */
  create_mapping: { args: CreateMapping; reply: ResourceRef };
  /** The newest version of a mapping, to be edited. */
  get_mapping_set_form: { args: MappingSetRef; reply: MappingSetForm };
  /** Makes another version of a mapping that no dataflow uses. */
  save_mapping_set: { args: SaveMappingSet; reply: MappingSetUpdate };
  /** Changes a name, a description or tags, and keeps what others changed meanwhile. */
  update_resource: { args: UpdateResource; reply: ResourceUpdate };
  /** Removes one that no dataflow uses. */
  delete_resource: { args: DeleteResource; reply: ResourceDeletion };
  /** Schemas of the sandbox, and those whose making stopped half-way. */
  list_all_schemas: { args: undefined; reply: SchemaList };
  /** One schema, whole. */
  get_schema: { args: SchemaRef; reply: SchemaDetail };
  /** Changes title and description of a schema. */
  update_schema: { args: UpdateSchema; reply: SchemaUpdate };
  /** Removes a schema that nothing uses. */
  delete_schema: { args: DeleteSchema; reply: SchemaDeletion };
  /** Identity namespaces of the organisation. */
  list_identity_namespaces: { args: undefined; reply: Array<NamespaceChoice> };
  /** Marks a field of a schema as an identity. */
  mark_identity: { args: MarkIdentity; reply: null };
  /** Takes the mark of an identity away. */
  unmark_identity: { args: UnmarkIdentity; reply: null };
  /** Enables a schema for Profile, which cannot be undone. */
  enable_profile: { args: SchemaRef; reply: null };
  /** Field groups that a new schema may be made of. */
  list_field_groups: { args: undefined; reply: Array<FieldGroupChoice> };
  /** What a sample event suggests for a schema; asks nobody. */
  read_schema_sample: { args: ReadSchemaSample; reply: SampleShape };
  /** Starts making a schema. */
  start_schema: { args: SchemaForm; reply: SchemaMaking };
  /** How the making of a schema stands. */
  get_schema_making: { args: MakingRef; reply: SchemaMaking };
  /** Stops after the request under way. */
  cancel_schema: { args: MakingRef; reply: SchemaMaking };
  /** Goes on where it stopped. */
  resume_schema: { args: MakingRef; reply: SchemaMaking };
  /** Removes what it made. */
  undo_schema: { args: MakingRef; reply: SchemaMaking };
  /** Leaves what it made as it is. */
  leave_schema: { args: MakingRef; reply: null };
  /** How the sandbox as a whole is doing; read in the background, asked again until it is complete. */
  get_overview: { args: GetOverview; reply: Overview };
  /** The kept runs of a window as a file. */
  export_runs: { args: ExportRuns; reply: ExportedFile };
  /** Entries of the error book that hold every word of a query; asks nobody. */
  search_error_book: { args: SearchErrorBook; reply: Array<BookEntry> };
  /** What a code of the platform means, or the code as it came; asks nobody. */
  explain_code: { args: ExplainCode; reply: Explanation };
  /** What deleting dataflows would remove, and what would stay. */
  plan_delete: { args: PlanDelete; reply: DeletionPlan };
  /** Starts a plan; nothing is sent for ten seconds. */
  start_deletion: { args: StartDeletion; reply: Deletion };
  /** How a deletion stands. */
  get_deletion: { args: DeletionRef; reply: Deletion };
  /** Deletions that wait, run, stopped or have just ended. */
  list_deletions: { args: undefined; reply: Array<Deletion> };
  /** Undoes a deletion of which nothing has been sent. */
  undo_deletion: { args: DeletionRef; reply: Deletion };
  /** Stops after the dataflow under way. */
  stop_deletion: { args: DeletionRef; reply: Deletion };
  /** Goes on with what is left. */
  resume_deletion: { args: DeletionRef; reply: Deletion };
  /** A deletion that has ended is not listed any more. */
  close_deletion: { args: DeletionRef; reply: null };
  /** Dataflows that were deleted from here. */
  list_deleted: { args: undefined; reply: Array<DeletedFlow> };
  /** Makes a deleted dataflow again, as a set-up. */
  recreate_flow: { args: RecreateFlow; reply: Setup };
  /** Connections and mappings that no dataflow uses. */
  scan_leftovers: { args: ScanLeftovers; reply: Leftovers };
  /** Deletes leftovers; nothing is sent for ten seconds. */
  start_clean_up: { args: StartCleanUp; reply: Deletion };
  /** The sources that can be set up, with what to do in each and example events; asks nobody. */
  list_sources: { args: undefined; reply: Array<SourceGuide> };
  /** What the wizard starts from. */
  get_setup_defaults: { args: GetSetupDefaults; reply: SetupDefaults };
  /** Schemas that may be picked. */
  list_schemas: { args: undefined; reply: Array<SchemaChoice> };
  /** Datasets that may be picked. */
  list_datasets: { args: undefined; reply: Array<DatasetChoice> };
  /** Fields of the schema behind a destination. */
  get_target_fields: { args: GetTargetFields; reply: TargetFields };
  /** Reads a sample event. */
  read_sample: { args: ReadSample; reply: Sample };
  /** One event in, one record out. */
  preview_mapping: { args: PreviewMapping; reply: MappingPreview };
  /** Field mappings as a file to be saved; asks nobody. */
  export_mapping: { args: ExportMapping; reply: ExportedFile };
  /** The field mappings in a file; asks nobody. */
  read_mapping_file: { args: ReadMappingFile; reply: Array<MappingLine> };
  /** Functions that expressions may use. */
  list_functions: { args: undefined; reply: Array<MappingFunction> };
  /** Whether an expression can be worked out. */
  check_expression: { args: CheckExpression; reply: ExpressionVerdict };
  /** A dataflow as a file that another sandbox or organisation can make its own from. */
  export_recipe: { args: FlowRef; reply: ExportedFile };
  /** The form that makes a recipe's dataflow here, and what is different; writes nothing. */
  read_recipe: { args: ReadRecipe; reply: RecipeRead };
  /** Everything that is wrong with a form, at once; writes nothing. */
  check_setup: { args: SetupForm; reply: SetupCheck };
  /** Starts a set-up. */
  start_setup: { args: SetupForm; reply: Setup };
  /** How a set-up stands. */
  get_setup: { args: SetupRef; reply: Setup };
  /** Set-ups that run, stopped or were left, everywhere. */
  list_setups: { args: undefined; reply: Array<SetupSummary> };
  /** Stops after the request under way. */
  cancel_setup: { args: SetupRef; reply: Setup };
  /** Goes on where it stopped. */
  resume_setup: { args: ResumeSetup; reply: Setup };
  /** Removes what it made. */
  undo_setup: { args: SetupRef; reply: Setup };
  /** Leaves it as it is. */
  leave_setup: { args: SetupRef; reply: Setup };
  /** The form of a dataflow that shall take the place of another. */
  get_replacement_form: { args: FlowRef; reply: ReplacementForm };
  /** Starts making a dataflow that shall take the place of another. */
  start_replacement: { args: StartReplacement; reply: Setup };
  /** Replacements that a dataflow is the old or the new one of. */
  get_replacements: { args: FlowRef; reply: Array<Replacement> };
  /** Notes what a person says about a replacement. */
  mark_replacement: { args: MarkReplacement; reply: null };
  /** Switches the replaced dataflow off, once events are counted. */
  finish_replacement: { args: ReplacementRef; reply: Replacement };
  /** Sends a test event to the webhook address. */
  send_test_event: { args: SendTestEvent; reply: TestEvent };
  /** How a test event stands. */
  get_test_event: { args: TestEventRef; reply: TestEvent };
  /** Starts looking at events: what a dataflow would make of them. Ingests nothing. */
  start_inspection: { args: StartInspection; reply: Inspection };
  /** How an inspection stands. */
  get_inspection: { args: InspectionRef; reply: Inspection };
  /** A part of the events of an inspection. */
  list_inspected: { args: ListInspected; reply: InspectedPart };
  /** One event of an inspection, with its record and its problems. */
  get_inspected: { args: InspectedRef; reply: InspectedEvent };
  /** Starts sending the good events to the webhook address. */
  send_inspected: { args: SendInspected; reply: Inspection };
  /** Stops what is under way. */
  stop_inspection: { args: InspectionRef; reply: Inspection };
  /** What this app changed in the sandbox, newest first. */
  list_activity: { args: ListActivity; reply: ActivityList };
  /** What this app changed, as a file to be saved. */
  export_activity: { args: ExportActivity; reply: ExportedFile };
  /** Puts back what a change replaced. */
  undo_activity: { args: ActivityRef; reply: ActivityRow };
  /** The latest requests that a screen made, as curl. */
  list_requests: { args: ListRequests; reply: Array<RequestMade> };
  /** Keeps a half-finished form. */
  save_draft: { args: SaveDraft; reply: Draft };
  /** A half-finished form. */
  get_draft: { args: DraftRef; reply: Draft | null };
  /** Forgets a half-finished form. */
  delete_draft: { args: DraftRef; reply: null };
};
