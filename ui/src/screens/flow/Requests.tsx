// What this page asked of Experience Platform, as commands for a terminal. Tokens and client ids are left out.
import { ActionButton, Disclosure, DisclosurePanel, DisclosureTitle, Text } from '@react-spectrum/s2';
import Refresh from '@react-spectrum/s2/icons/Refresh';
import { useQuery } from '@tanstack/react-query';
import { flowRequestsQuery } from '../../api/changeQueries';
import { useSession } from '../../api/session';
import { CopyIconButton } from '../../kit/CopyButton';
import { Time } from '../../kit/Time';
import { clockTime, formatDuration } from '../../lib/time';
import styles from './Requests.module.css';

export function Requests({ flowId }: { flowId: string }) {
  const session = useSession();
  const { data: requests = [], refetch } = useQuery(flowRequestsQuery(session.key, flowId));
  return (
    <section className={styles.requests}>
      <Disclosure isQuiet>
        <DisclosureTitle>Requests of this page</DisclosureTitle>
        <DisclosurePanel>
          <p className={styles.lead}>
            The latest first, as curl. Put your own access token and client ID in place of the braces.
            <ActionButton isQuiet size="S" onPress={() => void refetch()}>
              <Refresh />
              <Text>Refresh</Text>
            </ActionButton>
          </p>
          {requests.length === 0 && <p role="status">No request yet.</p>}
          <ul className={styles.list}>
            {requests.map((request) => (
              <li key={request.id} className={styles.request}>
                <code className={styles.operation}>{request.operation}</code>
                <span className={styles.answer}>
                  {request.status ?? 'No answer'} · {formatDuration(request.tookMs)} ·{' '}
                  <Time at={request.at}>{clockTime(request.at)}</Time>
                </span>
                <CopyIconButton text={request.curl} label={`Copy ${request.operation} as curl`} />
              </li>
            ))}
          </ul>
        </DisclosurePanel>
      </Disclosure>
    </section>
  );
}
