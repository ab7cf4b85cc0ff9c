// Binds every entry of the route table to its screen. Addresses live behind the # so that the same files work
// in the shell, from the dev host and in tests.
import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  redirect,
} from '@tanstack/react-router';
import { cleanUpSearch } from '../screens/cleanup/cleanUpSearch';
import { connectSearch } from '../screens/connect/connectSearch';
import { parseListSearch } from '../screens/dataflows/listSearch';
import { parseBookSearch } from '../screens/errorBook/bookSearch';
import { tabSearch } from '../screens/flow/tabs';
import { inspectorSearch } from '../screens/inspector/inspectorSearch';
import { parseOverviewSearch } from '../screens/overview/windows';
import { stepSearch } from '../screens/setup/steps';
import { WelcomeScreen } from '../screens/welcome/WelcomeScreen';
import {
  AccountScreen,
  AccountsScreen,
  ActivityScreen,
  CleanUpScreen,
  ConnectScreen,
  DataflowScreen,
  DataflowsScreen,
  DatasetScreen,
  DatasetsScreen,
  EditMappingSetScreen,
  ErrorBookScreen,
  InspectorScreen,
  MakingScreen,
  MappingEditScreen,
  MappingScreen,
  MappingsScreen,
  NewAccountScreen,
  NewDataflowScreen,
  NewDatasetScreen,
  NewMappingScreen,
  NewSchemaScreen,
  NewSourceConnectionScreen,
  NewTargetConnectionScreen,
  OverviewScreen,
  RunScreen,
  SchemaScreen,
  SchemasScreen,
  SettingsScreen,
  SetupProgressScreen,
  SourceConnectionScreen,
  SourceConnectionsScreen,
  TargetConnectionScreen,
  TargetConnectionsScreen,
} from './lazyScreens';
import { Page } from './Page';
import { Root } from './Root';
import { ROUTES } from './routes';

const root = createRootRoute({
  component: Root,
  notFoundComponent: () => <Page id="dataflows" screen={DataflowsScreen} />,
});

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: ROUTES.dataflows.path });
  },
});

const welcome = createRoute({
  getParentRoute: () => root,
  path: ROUTES.welcome.path,
  component: () => <Page id="welcome" screen={WelcomeScreen} />,
});

const connect = createRoute({
  getParentRoute: () => root,
  path: ROUTES.connect.path,
  validateSearch: connectSearch,
  component: () => <Page id="connect" screen={ConnectScreen} />,
});

const dataflows = createRoute({
  getParentRoute: () => root,
  path: ROUTES.dataflows.path,
  validateSearch: parseListSearch,
  component: () => <Page id="dataflows" screen={DataflowsScreen} />,
});

const newDataflow = createRoute({
  getParentRoute: () => root,
  path: ROUTES.newDataflow.path,
  validateSearch: stepSearch,
  component: () => <Page id="newDataflow" screen={NewDataflowScreen} />,
});

const setup = createRoute({
  getParentRoute: () => root,
  path: ROUTES.setup.path,
  component: () => <Page id="setup" screen={SetupProgressScreen} />,
});

const dataflow = createRoute({
  getParentRoute: () => root,
  path: ROUTES.dataflow.path,
  validateSearch: tabSearch,
  component: () => <Page id="dataflow" screen={DataflowScreen} />,
});

const editMapping = createRoute({
  getParentRoute: () => root,
  path: ROUTES.editMapping.path,
  component: () => <Page id="editMapping" screen={MappingEditScreen} />,
});

const run = createRoute({
  getParentRoute: () => root,
  path: ROUTES.run.path,
  component: () => <Page id="run" screen={RunScreen} />,
});

const inspector = createRoute({
  getParentRoute: () => root,
  path: ROUTES.inspector.path,
  validateSearch: inspectorSearch,
  component: () => <Page id="inspector" screen={InspectorScreen} />,
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: ROUTES.accounts.path,
  component: () => <Page id="accounts" screen={AccountsScreen} />,
});

const newAccount = createRoute({
  getParentRoute: () => root,
  path: ROUTES.newAccount.path,
  component: () => <Page id="newAccount" screen={NewAccountScreen} />,
});

const account = createRoute({
  getParentRoute: () => root,
  path: ROUTES.account.path,
  component: () => <Page id="account" screen={AccountScreen} />,
});

const datasets = createRoute({
  getParentRoute: () => root,
  path: ROUTES.datasets.path,
  component: () => <Page id="datasets" screen={DatasetsScreen} />,
});

const newDataset = createRoute({
  getParentRoute: () => root,
  path: ROUTES.newDataset.path,
  component: () => <Page id="newDataset" screen={NewDatasetScreen} />,
});

const dataset = createRoute({
  getParentRoute: () => root,
  path: ROUTES.dataset.path,
  component: () => <Page id="dataset" screen={DatasetScreen} />,
});

const schemas = createRoute({
  getParentRoute: () => root,
  path: ROUTES.schemas.path,
  component: () => <Page id="schemas" screen={SchemasScreen} />,
});

const newSchema = createRoute({
  getParentRoute: () => root,
  path: ROUTES.newSchema.path,
  component: () => <Page id="newSchema" screen={NewSchemaScreen} />,
});

const schemaMaking = createRoute({
  getParentRoute: () => root,
  path: ROUTES.schemaMaking.path,
  component: () => <Page id="schemaMaking" screen={MakingScreen} />,
});

const schema = createRoute({
  getParentRoute: () => root,
  path: ROUTES.schema.path,
  component: () => <Page id="schema" screen={SchemaScreen} />,
});

const sourceConnections = createRoute({
  getParentRoute: () => root,
  path: ROUTES.sourceConnections.path,
  component: () => <Page id="sourceConnections" screen={SourceConnectionsScreen} />,
});

const newSourceConnection = createRoute({
  getParentRoute: () => root,
  path: ROUTES.newSourceConnection.path,
  component: () => <Page id="newSourceConnection" screen={NewSourceConnectionScreen} />,
});

const sourceConnection = createRoute({
  getParentRoute: () => root,
  path: ROUTES.sourceConnection.path,
  component: () => <Page id="sourceConnection" screen={SourceConnectionScreen} />,
});

const targetConnections = createRoute({
  getParentRoute: () => root,
  path: ROUTES.targetConnections.path,
  component: () => <Page id="targetConnections" screen={TargetConnectionsScreen} />,
});

const newTargetConnection = createRoute({
  getParentRoute: () => root,
  path: ROUTES.newTargetConnection.path,
  component: () => <Page id="newTargetConnection" screen={NewTargetConnectionScreen} />,
});

const targetConnection = createRoute({
  getParentRoute: () => root,
  path: ROUTES.targetConnection.path,
  component: () => <Page id="targetConnection" screen={TargetConnectionScreen} />,
});

const mappings = createRoute({
  getParentRoute: () => root,
  path: ROUTES.mappings.path,
  component: () => <Page id="mappings" screen={MappingsScreen} />,
});

const newMapping = createRoute({
  getParentRoute: () => root,
  path: ROUTES.newMapping.path,
  component: () => <Page id="newMapping" screen={NewMappingScreen} />,
});

const editMappingSet = createRoute({
  getParentRoute: () => root,
  path: ROUTES.editMappingSet.path,
  component: () => <Page id="editMappingSet" screen={EditMappingSetScreen} />,
});

const mapping = createRoute({
  getParentRoute: () => root,
  path: ROUTES.mapping.path,
  component: () => <Page id="mapping" screen={MappingScreen} />,
});

const cleanUp = createRoute({
  getParentRoute: () => root,
  path: ROUTES.cleanUp.path,
  validateSearch: cleanUpSearch,
  component: () => <Page id="cleanUp" screen={CleanUpScreen} />,
});
const overview = createRoute({
  getParentRoute: () => root,
  path: ROUTES.overview.path,
  validateSearch: parseOverviewSearch,
  component: () => <Page id="overview" screen={OverviewScreen} />,
});

const errorBook = createRoute({
  getParentRoute: () => root,
  path: ROUTES.errorBook.path,
  validateSearch: parseBookSearch,
  component: () => <Page id="errorBook" screen={ErrorBookScreen} />,
});

const activity = createRoute({
  getParentRoute: () => root,
  path: ROUTES.activity.path,
  component: () => <Page id="activity" screen={ActivityScreen} />,
});

const settings = createRoute({
  getParentRoute: () => root,
  path: ROUTES.settings.path,
  component: () => <Page id="settings" screen={SettingsScreen} />,
});

const routeTree = root.addChildren([
  start,
  welcome,
  connect,
  dataflows,
  newDataflow,
  setup,
  dataflow,
  editMapping,
  run,
  inspector,
  accounts,
  newAccount,
  account,
  datasets,
  newDataset,
  dataset,
  schemas,
  newSchema,
  schemaMaking,
  schema,
  sourceConnections,
  newSourceConnection,
  sourceConnection,
  targetConnections,
  newTargetConnection,
  targetConnection,
  mappings,
  newMapping,
  editMappingSet,
  mapping,
  cleanUp,
  activity,
  overview,
  errorBook,
  settings,
]);

export const router = createRouter({ routeTree, history: createHashHistory() });

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
