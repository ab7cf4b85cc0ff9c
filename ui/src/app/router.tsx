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
import { page } from './Page';
import { Root } from './Root';
import { readMappingAhead } from './readAhead';
import { ROUTES } from './routes';

const root = createRootRoute({
  component: Root,
  notFoundComponent: page('dataflows', DataflowsScreen),
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
  component: page('welcome', WelcomeScreen),
});

const connect = createRoute({
  getParentRoute: () => root,
  path: ROUTES.connect.path,
  validateSearch: connectSearch,
  component: page('connect', ConnectScreen),
});

const dataflows = createRoute({
  getParentRoute: () => root,
  path: ROUTES.dataflows.path,
  validateSearch: parseListSearch,
  component: page('dataflows', DataflowsScreen),
});

const newDataflow = createRoute({
  getParentRoute: () => root,
  path: ROUTES.newDataflow.path,
  validateSearch: stepSearch,
  component: page('newDataflow', NewDataflowScreen),
});

const setup = createRoute({
  getParentRoute: () => root,
  path: ROUTES.setup.path,
  component: page('setup', SetupProgressScreen),
});

const dataflow = createRoute({
  getParentRoute: () => root,
  path: ROUTES.dataflow.path,
  validateSearch: tabSearch,
  component: page('dataflow', DataflowScreen),
});

const editMapping = createRoute({
  getParentRoute: () => root,
  path: ROUTES.editMapping.path,
  beforeLoad: ({ cause, params }) => {
    if (cause === 'enter') readMappingAhead(params.flowId);
  },
  component: page('editMapping', MappingEditScreen),
});

const run = createRoute({
  getParentRoute: () => root,
  path: ROUTES.run.path,
  component: page('run', RunScreen),
});

const inspector = createRoute({
  getParentRoute: () => root,
  path: ROUTES.inspector.path,
  validateSearch: inspectorSearch,
  component: page('inspector', InspectorScreen),
});

const accounts = createRoute({
  getParentRoute: () => root,
  path: ROUTES.accounts.path,
  component: page('accounts', AccountsScreen),
});

const newAccount = createRoute({
  getParentRoute: () => root,
  path: ROUTES.newAccount.path,
  component: page('newAccount', NewAccountScreen),
});

const account = createRoute({
  getParentRoute: () => root,
  path: ROUTES.account.path,
  component: page('account', AccountScreen),
});

const datasets = createRoute({
  getParentRoute: () => root,
  path: ROUTES.datasets.path,
  component: page('datasets', DatasetsScreen),
});

const newDataset = createRoute({
  getParentRoute: () => root,
  path: ROUTES.newDataset.path,
  component: page('newDataset', NewDatasetScreen),
});

const dataset = createRoute({
  getParentRoute: () => root,
  path: ROUTES.dataset.path,
  component: page('dataset', DatasetScreen),
});

const schemas = createRoute({
  getParentRoute: () => root,
  path: ROUTES.schemas.path,
  component: page('schemas', SchemasScreen),
});

const newSchema = createRoute({
  getParentRoute: () => root,
  path: ROUTES.newSchema.path,
  component: page('newSchema', NewSchemaScreen),
});

const schemaMaking = createRoute({
  getParentRoute: () => root,
  path: ROUTES.schemaMaking.path,
  component: page('schemaMaking', MakingScreen),
});

const schema = createRoute({
  getParentRoute: () => root,
  path: ROUTES.schema.path,
  component: page('schema', SchemaScreen),
});

const sourceConnections = createRoute({
  getParentRoute: () => root,
  path: ROUTES.sourceConnections.path,
  component: page('sourceConnections', SourceConnectionsScreen),
});

const newSourceConnection = createRoute({
  getParentRoute: () => root,
  path: ROUTES.newSourceConnection.path,
  component: page('newSourceConnection', NewSourceConnectionScreen),
});

const sourceConnection = createRoute({
  getParentRoute: () => root,
  path: ROUTES.sourceConnection.path,
  component: page('sourceConnection', SourceConnectionScreen),
});

const targetConnections = createRoute({
  getParentRoute: () => root,
  path: ROUTES.targetConnections.path,
  component: page('targetConnections', TargetConnectionsScreen),
});

const newTargetConnection = createRoute({
  getParentRoute: () => root,
  path: ROUTES.newTargetConnection.path,
  component: page('newTargetConnection', NewTargetConnectionScreen),
});

const targetConnection = createRoute({
  getParentRoute: () => root,
  path: ROUTES.targetConnection.path,
  component: page('targetConnection', TargetConnectionScreen),
});

const mappings = createRoute({
  getParentRoute: () => root,
  path: ROUTES.mappings.path,
  component: page('mappings', MappingsScreen),
});

const newMapping = createRoute({
  getParentRoute: () => root,
  path: ROUTES.newMapping.path,
  component: page('newMapping', NewMappingScreen),
});

const editMappingSet = createRoute({
  getParentRoute: () => root,
  path: ROUTES.editMappingSet.path,
  component: page('editMappingSet', EditMappingSetScreen),
});

const mapping = createRoute({
  getParentRoute: () => root,
  path: ROUTES.mapping.path,
  component: page('mapping', MappingScreen),
});

const cleanUp = createRoute({
  getParentRoute: () => root,
  path: ROUTES.cleanUp.path,
  validateSearch: cleanUpSearch,
  component: page('cleanUp', CleanUpScreen),
});
const overview = createRoute({
  getParentRoute: () => root,
  path: ROUTES.overview.path,
  validateSearch: parseOverviewSearch,
  component: page('overview', OverviewScreen),
});

const errorBook = createRoute({
  getParentRoute: () => root,
  path: ROUTES.errorBook.path,
  validateSearch: parseBookSearch,
  component: page('errorBook', ErrorBookScreen),
});

const activity = createRoute({
  getParentRoute: () => root,
  path: ROUTES.activity.path,
  component: page('activity', ActivityScreen),
});

const settings = createRoute({
  getParentRoute: () => root,
  path: ROUTES.settings.path,
  component: page('settings', SettingsScreen),
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
