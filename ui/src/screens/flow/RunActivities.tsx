// What happened in a run, part by part, in their order.
import AlertDiamond from '@react-spectrum/s2/icons/AlertDiamond';
import AlertTriangle from '@react-spectrum/s2/icons/AlertTriangle';
import CheckmarkCircle from '@react-spectrum/s2/icons/CheckmarkCircle';
import Clock from '@react-spectrum/s2/icons/Clock';
import HelpCircle from '@react-spectrum/s2/icons/HelpCircle';
import type { RunDetail } from '../../api/bindings/RunDetail';
import type { RunPart } from '../../api/bindings/RunPart';
import type { RunState } from '../../api/bindings/RunState';
import { Card } from '../../kit/Card';
import { Glyph } from '../../kit/Glyph';
import { formatCount, NOT_REPORTED, plural } from '../../lib/number';
import { clockTime } from '../../lib/time';
import styles from './RunActivities.module.css';
import { tookWords } from './runView';

const LOOKS = {
  success: { icon: CheckmarkCircle, tone: 'positive', word: 'Done' },
  partial_success: { icon: AlertTriangle, tone: 'notice', word: 'Some events lost' },
  failed: { icon: AlertDiamond, tone: 'negative', word: 'Failed' },
  in_progress: { icon: Clock, tone: 'informative', word: 'Under way' },
  unknown: { icon: HelpCircle, tone: 'neutral', word: 'Unknown' },
} as const;

export function RunActivities({ detail }: { detail: RunDetail }) {
  const { windowStart, windowEnd, run, activities } = detail;
  return (
    <Card title="What happened">
      <ol className={styles.list}>
        {windowStart !== undefined && (
          <Step
            state="success"
            word="Done"
            title="Collected"
            time={`${clockTime(windowStart)} – ${clockTime(windowEnd)}`}
            text={
              run.counts.received === undefined
                ? 'Number not reported'
                : plural(run.counts.received, 'event', 'events')
            }
          />
        )}
        {activities.map((part) => (
          <Step
            key={`${part.name} ${part.startedAt}`}
            state={stateOf(part)}
            word={part.state === 'unknown' ? `Unknown: “${part.stateAsSent}”` : LOOKS[stateOf(part)].word}
            title={titleOf(part)}
            time={tookWords(part)}
            text={textOf(part)}
          />
        ))}
      </ol>
      {activities.length === 0 && (
        <p className={styles.none}>
          {run.state === 'in_progress' ? 'The run is under way.' : 'Adobe reports no parts of this run.'}
        </p>
      )}
    </Card>
  );
}

/** A part that ended well and still lost something is not drawn as if nothing had been. */
function stateOf({ state, counts }: RunPart): RunState {
  return state === 'success' && (counts.failed ?? 0) > 0 ? 'partial_success' : state;
}

function titleOf({ kind, name }: RunPart): string {
  if (kind === 'copy') return 'Copied and mapped';
  return kind === 'promotion' ? 'Put into the dataset' : name || 'Another part';
}

function textOf({ counts: { ingested, failed }, errors }: RunPart): string {
  const parts = [ingested === undefined ? `Number ${NOT_REPORTED}` : `${formatCount(ingested)} written`];
  if (failed !== undefined && failed > 0) parts.push(`${formatCount(failed)} failed`);
  if (errors.length > 0) parts.push(plural(errors.length, 'error', 'errors'));
  return parts.join(', ');
}

interface StepProps {
  state: RunState;
  word: string;
  title: string;
  time: string;
  text: string;
}

function Step({ state, word, title, time, text }: StepProps) {
  const { icon, tone } = LOOKS[state];
  return (
    <li className={styles.step}>
      <Glyph of={icon} size={20} tone={tone} />
      <div>
        <div className={styles.title}>
          <strong>{title}</strong>
          <span>{time}</span>
        </div>
        <div className={styles.text}>
          {word === 'Done' ? <span className={styles.unseen}>Done: </span> : `${word}: `}
          {text}
        </div>
      </div>
    </li>
  );
}
