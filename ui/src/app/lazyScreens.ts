// Every screen but the first is loaded when it is needed, so that the window opens quickly; once it stands
// still, those that can be opened next are fetched ahead.
import { lazy } from 'react';

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

export const ConnectScreen = lazy(async () => ({ default: (await load.connect()).ConnectScreen }));
export const OverviewScreen = lazy(async () => ({ default: (await load.overview()).OverviewScreen }));
export const ErrorBookScreen = lazy(async () => ({ default: (await load.errorBook()).ErrorBookScreen }));
export const DataflowsScreen = lazy(async () => ({ default: (await load.dataflows()).DataflowsScreen }));
export const DataflowScreen = lazy(async () => ({ default: (await load.dataflow()).DataflowScreen }));
export const RunScreen = lazy(async () => ({ default: (await load.run()).RunScreen }));
export const InspectorScreen = lazy(async () => ({ default: (await load.inspector()).InspectorScreen }));
export const MappingEditScreen = lazy(async () => ({
  default: (await load.editMapping()).MappingEditScreen,
}));
export const NewDataflowScreen = lazy(async () => ({
  default: (await load.newDataflow()).NewDataflowScreen,
}));
export const SetupProgressScreen = lazy(async () => ({ default: (await load.setup()).SetupProgressScreen }));
export const AccountsScreen = lazy(async () => ({ default: (await load.accounts()).AccountsScreen }));
export const NewAccountScreen = lazy(async () => ({ default: (await load.newAccount()).NewAccountScreen }));
export const AccountScreen = lazy(async () => ({ default: (await load.account()).AccountScreen }));
export const DatasetsScreen = lazy(async () => ({ default: (await load.resourceLists()).DatasetsScreen }));
export const DatasetScreen = lazy(async () => ({ default: (await load.resources()).DatasetScreen }));
export const SourceConnectionsScreen = lazy(async () => ({
  default: (await load.resourceLists()).SourceConnectionsScreen,
}));
export const SourceConnectionScreen = lazy(async () => ({
  default: (await load.resources()).SourceConnectionScreen,
}));
export const TargetConnectionsScreen = lazy(async () => ({
  default: (await load.resourceLists()).TargetConnectionsScreen,
}));
export const TargetConnectionScreen = lazy(async () => ({
  default: (await load.resources()).TargetConnectionScreen,
}));
export const MappingsScreen = lazy(async () => ({ default: (await load.resourceLists()).MappingsScreen }));
export const MappingScreen = lazy(async () => ({ default: (await load.resources()).MappingScreen }));
export const NewDatasetScreen = lazy(async () => ({ default: (await load.newResources()).NewDatasetScreen }));
export const NewSourceConnectionScreen = lazy(async () => ({
  default: (await load.newSourceConnection()).NewSourceConnectionScreen,
}));
export const NewTargetConnectionScreen = lazy(async () => ({
  default: (await load.newResources()).NewTargetConnectionScreen,
}));
export const SchemasScreen = lazy(async () => ({ default: (await load.schemas()).SchemasScreen }));
export const NewMappingScreen = lazy(async () => ({ default: (await load.newMapping()).NewMappingScreen }));
export const EditMappingSetScreen = lazy(async () => ({
  default: (await load.editMappingSet()).EditMappingSetScreen,
}));
export const NewSchemaScreen = lazy(async () => ({ default: (await load.newSchema()).NewSchemaScreen }));
export const MakingScreen = lazy(async () => ({ default: (await load.schemaMaking()).MakingScreen }));
export const SchemaScreen = lazy(async () => ({ default: (await load.schema()).SchemaScreen }));
export const CleanUpScreen = lazy(async () => ({ default: (await load.cleanUp()).CleanUpScreen }));
export const ActivityScreen = lazy(async () => ({ default: (await load.activity()).ActivityScreen }));
export const SettingsScreen = lazy(async () => ({ default: (await load.settings()).SettingsScreen }));

const SETTLED_MS = 1500;

/**
 * Fetches what can be opened from here, once the first screen has been drawn: without a session that is Connect, with one
 * all the rest. A screen that fails to load says so when opened. Gives what calls it off.
 */
export function loadScreensAhead(signedIn: boolean): () => void {
  const ahead = signedIn ? Object.values(load) : [load.connect];
  const timer = window.setTimeout(() => void Promise.allSettled(ahead.map((one) => one())), SETTLED_MS);
  return () => window.clearTimeout(timer);
}
