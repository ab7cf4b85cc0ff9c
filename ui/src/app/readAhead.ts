// What a page reads first, asked for while the page itself is still being fetched.
import type { AppState } from '../api/bindings/AppState';
import { mappingFormQuery } from '../api/changeQueries';
import { KEYS } from '../api/queries';
import { draftQuery, mappingDraft, sourcesQuery } from '../api/setupQueries';
import { queryClient } from './queryClient';

/** How long an answer waits for the page that asks for it. */
const KEPT_MS = 5000;

/** The mapping of a dataflow, as it is now: what an earlier visit read is forgotten. */
export function readMappingAhead(flowId: string): void {
  const session = queryClient.getQueryData<AppState>(KEYS.appState)?.session;
  if (!session) return;
  const form = mappingFormQuery(session.key, flowId);
  const draft = draftQuery(session.key, mappingDraft(flowId));
  for (const { queryKey } of [form, draft]) queryClient.removeQueries({ queryKey, exact: true });
  void queryClient.prefetchQuery({ ...form, gcTime: KEPT_MS });
  void queryClient.prefetchQuery({ ...draft, gcTime: KEPT_MS });
  void queryClient.prefetchQuery(sourcesQuery());
}
