// Every page of the window: its address, its title, its frame, and the named states that it can be in. Pure
// data, so that tests can walk screen × state × theme and fail on one that nobody shows.

export const ROUTES = {
  welcome: {
    path: '/welcome',
    title: 'Welcome',
    frame: 'bare',
    needsSession: false,
    states: [
      'first-start',
      'with-saved-sign-ins',
      'with-unfinished-set-ups',
      'practice-failed',
      'sign-in-failed',
    ],
  },
  connect: {
    path: '/connect',
    title: 'Connect to Adobe',
    frame: 'bare',
    needsSession: false,
    states: [
      'empty',
      'file-read',
      'file-rejected',
      'checking',
      'passed',
      'failed',
      'sign-in-refused',
      'token',
      'custom',
    ],
  },
  dataflows: {
    path: '/dataflows',
    title: 'Dataflows',
    frame: 'rail',
    needsSession: true,
    states: [
      'loading',
      'empty',
      'rows',
      'row-selected',
      'streaming-in',
      'no-match',
      'trouble',
      'trouble-without-rows',
      'unfinished-setups',
      'notice',
      'sandbox-menu',
      'sign-in-menu',
      'shortcuts',
    ],
  },
  newDataflow: {
    path: '/dataflows/new',
    title: 'New dataflow',
    frame: 'bare',
    needsSession: true,
    states: [
      'opening',
      'trouble',
      'source',
      'practice',
      'draft-returned',
      'name-taken',
      'destination',
      'destination-schema',
      'destination-none',
      'destination-trouble',
      'mapping',
      'mapping-line-open',
      'mapping-warning',
      'mapping-errors',
      'mapping-trouble',
      'own-sample',
      'own-sample-refused',
      'review-checking',
      'review',
      'review-problems',
      'review-trouble',
      'review-production',
    ],
  },
  setup: {
    path: '/setups/$setupId',
    title: 'New dataflow',
    frame: 'bare',
    needsSession: true,
    states: [
      'running',
      'stopping',
      'stopped',
      'stopped-permission',
      'unclear',
      'make-again-asked',
      'endpoint-pending',
      'undo-asked',
      'undoing',
      'undone',
      'undo-stopped',
      'left',
      'elsewhere',
      'created-settling',
      'created',
      'created-test-sent',
      'trouble',
    ],
  },
  dataflow: {
    path: '/dataflows/$flowId',
    title: 'Dataflow',
    frame: 'rail',
    needsSession: true,
    states: [
      'loading',
      'trouble',
      'overview',
      'waiting',
      'settling',
      'off',
      'changing',
      'draft',
      'runs-unread',
      'send-test-event',
      'send-early',
      'send-refused',
      'test-accepted',
      'test-ingested',
      'test-uncertain',
      'test-refused',
      'runs',
      'runs-none',
      'technical',
    ],
  },
  settings: {
    path: '/settings',
    title: 'Settings',
    frame: 'rail',
    needsSession: false,
    states: ['normal', 'no-keychain', 'empty', 'rename', 'replace-secret', 'delete'],
  },
} as const satisfies Record<string, RouteFacts>;

export interface RouteFacts {
  path: `/${string}`;
  /** For the window's title. */
  title: string;
  /** `rail` sits beside the left rail, `bare` fills the window (welcome, guided tasks). */
  frame: 'rail' | 'bare';
  /** Only drawn while somebody is signed in (or practising); otherwise Welcome is. */
  needsSession: boolean;
  states: readonly string[];
}

export type RouteId = keyof typeof ROUTES;
