// The last 48 hours, one square each: icon and tint by status, dashed where there was no run.
import { Tooltip, TooltipTrigger } from '@react-spectrum/s2';
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import Checkmark from '@react-spectrum/s2/icons/Checkmark';
import Clock from '@react-spectrum/s2/icons/Clock';
import HelpCircle from '@react-spectrum/s2/icons/HelpCircle';
import { Link } from 'react-aria-components/Link';
import type { Run } from '../../api/bindings/Run';
import { Card } from '../../kit/Card';
import { Glyph } from '../../kit/Glyph';
import { plural } from '../../lib/number';
import { longDate } from '../../lib/time';
import styles from './RunStrip.module.css';
import { countsSentence, runStatus, runsByHour } from './runView';

const TINTS = {
  healthy: { icon: Checkmark, tint: 'positive' },
  healthy_with_gaps: { icon: AlertTriangle, tint: 'notice' },
  some_lost: { icon: AlertTriangle, tint: 'notice' },
  failing: { icon: AlertDiamond, tint: 'negative' },
  working: { icon: Clock, tint: 'informative' },
  unknown: { icon: HelpCircle, tint: 'neutral' },
} as const;

interface RunStripProps {
  flowId: string;
  runs: readonly Run[];
  now: number;
}

export function RunStrip({ flowId, runs, now }: RunStripProps) {
  const hours = runsByHour(runs, now, 48);
  const ran = hours.filter(({ run }) => run !== undefined).length;
  return (
    <Card
      title="Last 48 hours"
      aside={
        <span className={styles.aside}>
          {ran === 0 ? 'No run yet' : `${plural(ran, 'hour', 'hours')} with a run`}
        </span>
      }
    >
      <div className={styles.rows}>
        <Row label="24 to 48 h ago" hours={hours.slice(0, 24)} now={now} flowId={flowId} />
        <Row label="Last 24 hours" hours={hours.slice(24)} now={now} flowId={flowId} />
      </div>
    </Card>
  );
}

interface RowProps {
  flowId: string;
  label: string;
  hours: ReturnType<typeof runsByHour>;
  now: number;
}

function Row({ flowId, label, hours, now }: RowProps) {
  return (
    <div className={styles.row}>
      <span className={styles.label}>{label}</span>
      <ol className={styles.squares} aria-label={label}>
        {hours.map(({ start, run }) => (
          <li key={start}>
            {run ? (
              <Square href={`/dataflows/${flowId}/runs/${run.id}`} run={run} when={longDate(start, now)} />
            ) : (
              <NoRun />
            )}
          </li>
        ))}
      </ol>
    </div>
  );
}

function Square({ href, run, when }: { href: string; run: Run; when: string }) {
  const { status, label } = runStatus(run);
  const { icon, tint } = lookOf(status);
  const words = `${when}: ${label}, ${countsSentence(run.counts)}`;
  return (
    <TooltipTrigger delay={200}>
      <Link href={href} className={styles.square ?? ''} data-tint={tint} aria-label={words}>
        <Glyph of={icon} size={14} />
      </Link>
      <Tooltip>{words}</Tooltip>
    </TooltipTrigger>
  );
}

function lookOf(status: string) {
  return status in TINTS ? TINTS[status as keyof typeof TINTS] : TINTS.unknown;
}

function NoRun() {
  return <span className={styles.none} role="img" aria-label="No run" />;
}
