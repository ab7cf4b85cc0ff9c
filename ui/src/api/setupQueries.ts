// What the wizard, the set-up's own page and the test events read.
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { Destination } from './bindings/Destination';
import type { PreviewMapping } from './bindings/PreviewMapping';
import type { Setup } from './bindings/Setup';
import type { SetupForm } from './bindings/SetupForm';
import type { TestEvent } from './bindings/TestEvent';
import { call } from './call';
import { destinationKey } from './destinationKey';
import { type Surroundings, setupInterval, testEventInterval } from './polling';
import { KEYS } from './queries';
import { sampleName } from './sampleName';

/** Name of the wizard's draft. */
export const SETUP_DRAFT = 'setup';

/** Name of the draft of a dataflow that shall replace another. */
export function replacementDraft(flowId: string): string {
  return `replace ${flowId}`;
}

/** Name of the draft of the mapping of a dataflow. */
export function mappingDraft(flowId: string): string {
  return `mapping ${flowId}`;
}

/** Name of the draft of a mapping that no dataflow uses. */
export function mappingSetDraft(id: string): string {
  return `mapping set ${id}`;
}

/** Without a source, those of the suggested one. */
export function setupDefaultsQuery(session: string, source?: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_setup_defaults', source ?? ''],
    queryFn: () => call('get_setup_defaults', source === undefined ? {} : { source }),
    // Suggested names were free when they were read: the wizard asks anew each time it opens.
    staleTime: 0,
  });
}

/** Known without asking anybody, and the same everywhere. */
export function sourcesQuery() {
  return queryOptions({
    queryKey: ['list_sources'],
    queryFn: () => call('list_sources'),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** A half-finished form, by the name of its draft. Read once, when its page opens: afterwards that page writes it. */
export function draftQuery(session: string, name: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_draft', name],
    queryFn: () => call('get_draft', { form: name }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  });
}

export function schemasQuery(session: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'list_schemas'],
    queryFn: () => call('list_schemas'),
  });
}

export function datasetsQuery(session: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'list_datasets'],
    queryFn: () => call('list_datasets'),
  });
}

/** Another name of the dataset brings no other fields. */
export function targetFieldsQuery(session: string, source: string, destination: Destination) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_target_fields', destinationKey(source, destination)],
    queryFn: () => call('get_target_fields', { source, destination }),
    staleTime: 5 * 60_000,
  });
}

export function sampleQuery(text: string, event: number) {
  return queryOptions({
    queryKey: ['read_sample', sampleName(text), event],
    queryFn: () => call('read_sample', { text, event }),
    // Another event of the same sample: the fields stay until its own are there.
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The event of a sample that lines are suggested for. */
interface Suggesting {
  source: string;
  destination: Destination;
  sample: string;
  event: number;
}

/** Lines that suggest themselves for a sample. */
export function suggestionsQuery(session: string, args: Suggesting) {
  const { source, destination, sample, event } = args;
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_target_fields', source, destination, sampleName(sample), event],
    queryFn: async () => (await call('get_target_fields', args)).suggestedLines,
    staleTime: 60_000,
    gcTime: 60_000,
  });
}

/** The functions of the platform's expression language. */
export function functionsQuery(session: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'list_functions'],
    queryFn: () => call('list_functions'),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

export function expressionQuery(session: string, text: string) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'check_expression', text],
    queryFn: () => call('check_expression', { text }),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 60_000,
  });
}

/** While a new preview is on its way, the last one stays; `asked` are the lines that its verdicts are about. */
export function previewQuery(session: string, args: PreviewMapping) {
  const key = { ...args, sample: sampleName(args.sample) };
  return queryOptions({
    queryKey: [...KEYS.session(session), 'preview_mapping', key],
    queryFn: async () => ({ asked: args.lines, preview: await call('preview_mapping', args) }),
    placeholderData: keepPreviousData,
    gcTime: 60_000,
  });
}

/** Never taken from the cache: what was free a minute ago may be taken now. */
export function setupCheckQuery(session: string, form: SetupForm) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'check_setup', form],
    queryFn: () => call('check_setup', form),
    staleTime: 0,
    gcTime: 0,
    refetchOnWindowFocus: false,
  });
}

/** By session: what is answered under one sign-in, the webhook address above all, never shows under another. */
export function setupQuery(session: string, setupId: string) {
  const queryKey = [...KEYS.session(session), 'get_setup', setupId] as const;
  return queryOptions({
    queryKey,
    queryFn: async ({ client }) => {
      const before = client.getQueryData<Setup>(queryKey);
      const setup = await call('get_setup', { setupId });
      // The lists learn of a new (or removed) dataflow at the moment this page does: also when the set-up was over
      // before it was first asked for.
      if (before?.state !== setup.state) {
        void client.invalidateQueries({ queryKey: KEYS.appState });
        if (setupInterval(setup) === false) {
          void client.invalidateQueries({
            queryKey: ['session'],
            predicate: (query) => query.queryKey[2] !== 'get_setup',
          });
        }
      }
      return setup;
    },
    refetchInterval: (query) => setupInterval(query.state.data),
    staleTime: 0,
  });
}

/** Follows a test event, starting from what is known of it. */
export function testEventQuery(session: string, known: TestEvent, around: Surroundings) {
  return queryOptions({
    queryKey: [...KEYS.session(session), 'get_test_event', known.testEventId],
    queryFn: () => call('get_test_event', { testEventId: known.testEventId }),
    initialData: known,
    refetchInterval: (query) => testEventInterval(query.state.data, around),
  });
}
