// One run: whether its sum comes out, what happened in it, and why events failed.

import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import type { RunDetail } from '../../api/bindings/RunDetail';
import { useNow } from '../../api/clock';
import { flowQuery, runQuery } from '../../api/queries';
import { useSession, useSurroundings } from '../../api/session';
import { Card } from '../../kit/Card';
import { CopyField } from '../../kit/CopyField';
import { DetailHead } from '../../kit/DetailHead';
import { PageHeading } from '../../kit/PageHeading';
import { StatusBadge } from '../../kit/StatusBadge';
import { TERMS } from '../../lib/terms';
import { dateInSentence } from '../../lib/time';
import { CallProblem } from '../parts/CallProblem';
import { Reading } from '../parts/Reading';
import { FailedEvents } from './FailedEvents';
import { FailuresCard } from './FailuresCard';
import { RunActivities } from './RunActivities';
import styles from './RunScreen.module.css';
import { RunSum } from './RunSum';
import { runStatus } from './runView';

export function RunScreen() {
  const { flowId, runId } = useParams({ from: '/dataflows/$flowId/runs/$runId' });
  const session = useSession();
  const around = useSurroundings();
  const now = useNow(60_000);
  const run = useQuery(runQuery(session.key, runId, around));
  const flow = useQuery(flowQuery(session.key, flowId, around));
  const again = () => void run.refetch();
  const began = run.data?.run.startedAt;
  return (
    <div className={styles.screen}>
      <DetailHead
        back={
          <Link to="/dataflows/$flowId" params={{ flowId }} search={{ tab: 'runs' }}>
            {`${flow.data?.row.name ?? TERMS.flow}, runs`}
          </Link>
        }
      >
        <PageHeading>
          {began === undefined ? TERMS.flowRun : `Run of ${dateInSentence(began, now)}`}
        </PageHeading>
        {run.data && <StatusBadge {...runStatus(run.data.run)} size="head" />}
      </DetailHead>
      <div className={styles.body}>
        {run.error && <CallProblem look={run.data ? 'strip' : 'panel'} error={run.error} onRetry={again} />}
        {run.data && <Whole flowId={flowId} detail={run.data} now={now} />}
        {run.isPending && <Reading look="inside" what="the run" onRetry={again} />}
      </div>
    </div>
  );
}

function Whole({ flowId, detail, now }: { flowId: string; detail: RunDetail; now: number }) {
  const failed = detail.run.counts.failed;
  return (
    <>
      <p className={styles.sentence}>
        <strong>{detail.sentence}</strong>
      </p>
      <RunSum detail={detail} now={now} />
      <div className={styles.columns}>
        <div className={styles.aside}>
          <RunActivities detail={detail} />
          <Card title="Technical details">
            <dl className={styles.technical}>
              {detail.technical.map(({ label, value }) => (
                <div key={`${label} ${value}`}>
                  <dt>{label}</dt>
                  <dd>
                    <CopyField look="plain" value={value} what={label} />
                  </dd>
                </div>
              ))}
            </dl>
          </Card>
        </div>
        <div className={styles.main}>
          {(detail.failures.length > 0 || (failed ?? 0) > 0) && (
            <FailuresCard flowId={flowId} failures={detail.failures} failed={failed} now={now} ofRun />
          )}
          {((failed ?? 0) > 0 || detail.samples.length > 0) && <FailedEvents detail={detail} />}
        </div>
      </div>
    </>
  );
}
