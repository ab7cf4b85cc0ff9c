// The runs of the dataflow in view, in the window that the address names.
import { useQuery } from '@tanstack/react-query';
import { useParams, useSearch } from '@tanstack/react-router';
import { flowRunsQuery } from '../../api/queries';
import { useSession, useSurroundings } from '../../api/session';
import { runWindow, windowWords } from './runWindow';

export function useFlowRuns() {
  const { flowId } = useParams({ from: '/dataflows/$flowId' });
  const search = useSearch({ from: '/dataflows/$flowId' });
  const session = useSession();
  const around = useSurroundings();
  const query = useQuery(flowRunsQuery(session.key, flowId, runWindow(search), around));
  return { ...query, words: windowWords(search), again: () => void query.refetch() };
}
