// The selected dataflow at a glance: its sentence, the way in, the last 24 hours, the webhook address, facts,
// and last the technical details.
import { ActionButton, Button, Text } from '@react-spectrum/s2';
import Delete from '@react-spectrum/s2/icons/Delete';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useNow } from '../../api/clock';
import { appErrorOf, problemWords } from '../../api/errors';
import { flowDayQuery, flowQuery } from '../../api/queries';
import { useSession, useSurroundings } from '../../api/session';
import { CloseAction } from '../../kit/CloseAction';
import { ProblemPanel } from '../../kit/ProblemPanel';
import { StatusBadge } from '../../kit/StatusBadge';
import { FlowSwitch } from '../parts/removal/FlowSwitch';
import { useRemoval } from '../parts/removal/useRemoval';
import { useWhyNoWrite } from '../parts/useWhyNoWrite';
import { PropertiesAddress } from './PropertiesAddress';
import { PropertiesDay } from './PropertiesDay';
import { PropertiesFacts, TechnicalDetails } from './PropertiesFacts';
import styles from './PropertiesRail.module.css';
import type { ListedFlow } from './rows';

export function PropertiesRail({ flow, onClose }: { flow: ListedFlow; onClose: () => void }) {
  const { id, name } = flow.row;
  const session = useSession();
  const around = useSurroundings();
  const navigate = useNavigate();
  const now = useNow(10_000);
  const { askToDelete } = useRemoval();
  const why = useWhyNoWrite();
  const [details, setDetails] = useState(false);
  const { data: detail, error, refetch } = useQuery(flowQuery(session.key, id, around));
  const { data: day } = useQuery(flowDayQuery(session.key, id, around));
  const bottom = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (details) bottom.current?.scrollIntoView({ block: 'nearest' });
  }, [details]);

  return (
    <aside
      className={styles.rail}
      aria-label={`Properties of ${name}`}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onClose();
      }}
    >
      <header className={styles.head}>
        <h2 className={styles.name}>{name}</h2>
        <CloseAction label="Close properties" onPress={onClose} />
        <div className={styles.status}>
          <StatusBadge status={flow.status.kind} label={flow.status.label} size="head" />
          <p className={styles.sentence}>
            {flow.status.sentence} {flow.status.cause}
          </p>
          {why && <p className={styles.sentence}>{why}</p>}
        </div>
        <div className={styles.actions}>
          <Button
            size="S"
            variant="primary"
            onPress={() => void navigate({ to: '/dataflows/$flowId', params: { flowId: id } })}
          >
            Open dataflow
          </Button>
          <FlowSwitch flow={flow.row} />
        </div>
      </header>
      <div className={styles.body}>
        <PropertiesDay day={day ?? undefined} />
        {error && (
          <section className={styles.part}>
            <ProblemPanel {...problemWords(appErrorOf(error), { retry: () => void refetch() })} />
          </section>
        )}
        {detail?.webhookAddress && <PropertiesAddress address={detail.webhookAddress} />}
        <PropertiesFacts row={flow.row} detail={detail} now={now} />
        {detail && details && <TechnicalDetails details={detail.technical} />}
        <div ref={bottom} />
      </div>
      <footer className={styles.foot}>
        {detail && (
          <ActionButton
            isQuiet
            size="S"
            aria-expanded={details}
            onPress={() => setDetails((shown) => !shown)}
          >
            {details ? 'Hide technical details' : 'Technical details'}
          </ActionButton>
        )}
        <span className={styles.delete}>
          <ActionButton isQuiet size="S" isDisabled={why !== undefined} onPress={() => askToDelete([id])}>
            <Delete />
            <Text>Delete dataflow…</Text>
          </ActionButton>
        </span>
      </footer>
    </aside>
  );
}
