// Every screen but the first is loaded when it is needed, so that the window opens quickly; once it stands
// still, those that can be opened next are fetched ahead.
import { late } from '../kit/late';
import { fetchAhead } from './ahead';

const load = {
  connect: () => import('../screens/connect/ConnectScreen'),
  overview: () => import('../screens/overview/OverviewScreen'),
  errorBook: () => import('../screens/errorBook/ErrorBookScreen'),
  dataflows: () => import('../screens/dataflows/DataflowsScreen'),
  dataflow: () => import('../screens/flow/DataflowScreen'),
  editMapping: () => import('../screens/flow/MappingEditScreen'),
  inspector: () => import('../screens/inspector/InspectorScreen'),
  run: () => import('../screens/flow/RunScreen'),
  newDataflow: () => import('../screens/setup/NewDataflowScreen'),
  setup: () => import('../screens/setup/SetupProgressScreen'),
  accounts: () => import('../screens/accounts/AccountsScreen'),
  newAccount: () => import('../screens/accounts/NewAccountScreen'),
  account: () => import('../screens/accounts/AccountScreen'),
  resourceLists: () => import('../screens/resources/ResourceListScreens'),
  resources: () => import('../screens/resources/ResourceScreens'),
  newSourceConnection: () => import('../screens/resources/NewSourceConnectionScreen'),
  newMapping: () => import('../screens/resources/NewMappingScreen'),
  editMappingSet: () => import('../screens/resources/EditMappingSetScreen'),
  newResources: () => import('../screens/resources/NewResourceScreens'),
  schemas: () => import('../screens/schemas/SchemasScreen'),
  newSchema: () => import('../screens/schemas/NewSchemaScreen'),
  schemaMaking: () => import('../screens/schemas/MakingScreen'),
  schema: () => import('../screens/schemas/SchemaScreen'),
  cleanUp: () => import('../screens/cleanup/CleanUpScreen'),
  activity: () => import('../screens/activity/ActivityScreen'),
  settings: () => import('../screens/settings/SettingsScreen'),
};

export const ConnectScreen = late(async () => (await load.connect()).ConnectScreen);
export const OverviewScreen = late(async () => (await load.overview()).OverviewScreen);
export const ErrorBookScreen = late(async () => (await load.errorBook()).ErrorBookScreen);
export const DataflowsScreen = late(async () => (await load.dataflows()).DataflowsScreen);
export const DataflowScreen = late(async () => (await load.dataflow()).DataflowScreen);
export const RunScreen = late(async () => (await load.run()).RunScreen);
export const InspectorScreen = late(async () => (await load.inspector()).InspectorScreen);
export const MappingEditScreen = late(async () => (await load.editMapping()).MappingEditScreen);
export const NewDataflowScreen = late(async () => (await load.newDataflow()).NewDataflowScreen);
export const SetupProgressScreen = late(async () => (await load.setup()).SetupProgressScreen);
export const AccountsScreen = late(async () => (await load.accounts()).AccountsScreen);
export const NewAccountScreen = late(async () => (await load.newAccount()).NewAccountScreen);
export const AccountScreen = late(async () => (await load.account()).AccountScreen);
export const DatasetsScreen = late(async () => (await load.resourceLists()).DatasetsScreen);
export const DatasetScreen = late(async () => (await load.resources()).DatasetScreen);
export const SourceConnectionsScreen = late(async () => (await load.resourceLists()).SourceConnectionsScreen);
export const SourceConnectionScreen = late(async () => (await load.resources()).SourceConnectionScreen);
export const TargetConnectionsScreen = late(async () => (await load.resourceLists()).TargetConnectionsScreen);
export const TargetConnectionScreen = late(async () => (await load.resources()).TargetConnectionScreen);
export const MappingsScreen = late(async () => (await load.resourceLists()).MappingsScreen);
export const MappingScreen = late(async () => (await load.resources()).MappingScreen);
export const NewDatasetScreen = late(async () => (await load.newResources()).NewDatasetScreen);
export const NewSourceConnectionScreen = late(
  async () => (await load.newSourceConnection()).NewSourceConnectionScreen,
);
export const NewTargetConnectionScreen = late(
  async () => (await load.newResources()).NewTargetConnectionScreen,
);
export const SchemasScreen = late(async () => (await load.schemas()).SchemasScreen);
export const NewMappingScreen = late(async () => (await load.newMapping()).NewMappingScreen);
export const EditMappingSetScreen = late(async () => (await load.editMappingSet()).EditMappingSetScreen);
export const NewSchemaScreen = late(async () => (await load.newSchema()).NewSchemaScreen);
export const MakingScreen = late(async () => (await load.schemaMaking()).MakingScreen);
export const SchemaScreen = late(async () => (await load.schema()).SchemaScreen);
export const CleanUpScreen = late(async () => (await load.cleanUp()).CleanUpScreen);
export const ActivityScreen = late(async () => (await load.activity()).ActivityScreen);
export const SettingsScreen = late(async () => (await load.settings()).SettingsScreen);

/**
 * Fetches what can be opened from here: without a session that is Connect, with one all the rest. A screen that fails to
 * load says so when opened. Gives what calls it off.
 */
export function loadScreensAhead(signedIn: boolean): () => void {
  return fetchAhead(signedIn ? Object.values(load) : [load.connect]);
}
