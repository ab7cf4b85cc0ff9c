// Events checked before anybody sends them: what a dataflow would make of each. Nothing is ingested by it.
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { inspectionQuery } from '../../api/inspectorQueries';
import { useSession } from '../../api/session';
import { PageHeading } from '../../kit/PageHeading';
import { CallProblem } from '../parts/CallProblem';
import { FlowChoice } from '../parts/FlowChoice';
import { Reading } from '../parts/Reading';
import { SandboxContext } from '../parts/SandboxContext';
import styles from './InspectorScreen.module.css';
import { Intake, NOTHING_TYPED } from './Intake';
import type { InspectorSearch } from './inspectorSearch';
import { Results } from './Results';

export function InspectorScreen() {
  const search: InspectorSearch = useSearch({ from: '/event-inspector' });
  const navigate = useNavigate();
  const [typed, setTyped] = useState(NOTHING_TYPED);
  const go = (next: InspectorSearch) =>
    void navigate({ to: '/event-inspector', search: next, replace: true });
  const { flow, inspection } = search;
  return (
    <div className={styles.screen}>
      <header className={styles.head}>
        <div>
          <PageHeading>Event inspector</PageHeading>
          <p className={styles.about}>
            See what a dataflow makes of your events before you send them. Checking ingests nothing.
          </p>
        </div>
        <span className={styles.place}>
          <SandboxContext />
        </span>
      </header>
      <div className={styles.tools}>
        <FlowChoice chosen={flow} onChoose={(next) => go({ ...(next && { flow: next }) })} />
      </div>
      {flow !== undefined && inspection !== undefined ? (
        <Looked flow={flow} inspection={inspection} onOthers={() => go({ flow })} />
      ) : (
        <Intake
          flow={flow}
          typed={typed}
          onType={setTyped}
          onStarted={(id) => flow !== undefined && go({ flow, inspection: id })}
        />
      )}
    </div>
  );
}

interface LookedProps {
  flow: string;
  inspection: string;
  onOthers: () => void;
}

function Looked({ flow, inspection, onOthers }: LookedProps) {
  const session = useSession();
  const { data, error, refetch } = useQuery(inspectionQuery(session.key, inspection));
  if (data) return <Results one={data} flow={flow} onOthers={onOthers} />;
  if (error) {
    return (
      <div className={styles.trouble}>
        <CallProblem error={error} onRetry={onOthers} />
      </div>
    );
  }
  return <Reading what="the events" onRetry={() => void refetch()} />;
}
